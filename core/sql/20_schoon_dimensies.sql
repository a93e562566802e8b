-- The names people read, each with a small number (`nr`) that the facts carry.
-- `sleutel` is core.opmaak.sleutel of a name: how names are compared (case and accents aside).

-- Segment of a line: the segment in the file when known, else that of the productindeling when
-- the name occurs there once, else 'Nog in te delen'.
CREATE TABLE product_van_regel AS
WITH paar AS (
    SELECT DISTINCT n.segment_ruw, n.product_ruw, n.segment_sleutel, n.product_sleutel
    FROM invoer_naam_product n
),
eenduidig AS (
    SELECT product_sleutel, any_value(segment) AS segment, any_value(product) AS product
    FROM invoer_productindeling
    GROUP BY product_sleutel
    HAVING count(*) = 1
),
bekend_segment AS (
    SELECT DISTINCT segment_sleutel, segment FROM invoer_productindeling
),
schrijfwijze AS (
    SELECT product_sleutel, min(product) AS product FROM invoer_productindeling GROUP BY ALL
)
SELECT
    p.segment_ruw,
    p.product_ruw,
    coalesce(s.segment, e.segment, 'Nog in te delen') AS segment,
    coalesce(w.product, first(trim(p.product_ruw)) OVER (PARTITION BY p.product_sleutel ORDER BY p.product_ruw)) AS product
FROM paar p
LEFT JOIN bekend_segment s ON s.segment_sleutel = p.segment_sleutel
LEFT JOIN eenduidig e ON e.product_sleutel = p.product_sleutel
LEFT JOIN schrijfwijze w ON w.product_sleutel = p.product_sleutel;

CREATE TABLE segment AS
WITH naam AS (
    SELECT segment AS naam, min(volgorde) AS volgorde FROM invoer_productindeling GROUP BY ALL
    UNION
    SELECT DISTINCT segment, 9999 FROM product_van_regel WHERE segment NOT IN (SELECT segment FROM invoer_productindeling)
)
SELECT (row_number() OVER (ORDER BY volgorde, naam) - 1)::UTINYINT AS nr, naam, volgorde::INTEGER AS volgorde
FROM naam;

CREATE TABLE product AS
WITH paar AS (
    SELECT DISTINCT segment, product FROM product_van_regel
    UNION
    SELECT segment, product FROM invoer_productindeling
)
SELECT
    (row_number() OVER (ORDER BY s.nr, coalesce(i.volgorde, 9999), p.product) - 1)::USMALLINT AS nr,
    p.product AS naam,
    s.nr AS segment,
    coalesce(i.bekostiging, 'declaratie') AS bekostiging,
    i.product IS NOT NULL AS ingedeeld
FROM paar p
JOIN segment s ON s.naam = p.segment
LEFT JOIN invoer_productindeling i ON i.segment = p.segment AND i.product = p.product;

-- One aanbieder per name variant or AGB code: the aanbiedersindeling decides, else the spelling
-- that occurs most.
CREATE TABLE aanbieder_van_regel AS
SELECT
    n.aanbieder_ruw,
    n.agb,
    coalesce(
        op_agb.aanbieder,
        op_naam.aanbieder,
        first(trim(n.aanbieder_ruw)) OVER (PARTITION BY n.aanbieder_sleutel ORDER BY n.regels DESC, n.aanbieder_ruw)
    ) AS aanbieder
FROM invoer_naam_aanbieder n
LEFT JOIN invoer_aanbiedersindeling op_agb ON op_agb.soort = 'agb' AND op_agb.sleutel = n.agb
LEFT JOIN invoer_aanbiedersindeling op_naam ON op_naam.soort = 'naam' AND op_naam.sleutel = n.aanbieder_sleutel;

CREATE TABLE aanbieder AS
SELECT (row_number() OVER (ORDER BY strip_accents(lower(naam)), naam) - 1)::USMALLINT AS nr, naam
FROM (SELECT DISTINCT aanbieder AS naam FROM aanbieder_van_regel);

CREATE TABLE buurt AS
SELECT
    (row_number() OVER (ORDER BY soort, buurtcode) - 1)::UTINYINT AS nr,
    buurtcode,
    naam,
    wijkcode,
    wijk
FROM (
    SELECT 0 AS soort, buurtcode, naam, wijkcode, wijk FROM invoer_buurt
    UNION ALL VALUES
        (1, NULL, 'Buiten gemeente', NULL, 'Buiten gemeente'),
        (2, NULL, 'Onbekend', NULL, 'Onbekend')
);

CREATE TABLE bevolking AS
SELECT b.nr AS buurt, i.jaar, i.van, i.tot, i.aantal, i.bron
FROM invoer_bevolking i
JOIN buurt b ON b.buurtcode = i.buurtcode;
