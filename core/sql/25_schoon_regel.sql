-- One row per declaratieregel that is in force, names replaced by numbers.

CREATE TABLE jeugdige AS
WITH laatste AS (
    SELECT
        r.jeugdige AS pseudoniem,
        arg_max(r.geboortemaand, r.levering::BIGINT << 31 | r.rij) FILTER (WHERE r.geboortemaand IS NOT NULL) AS geboortemaand,
        arg_max(r.geslacht, r.levering::BIGINT << 31 | r.rij) FILTER (WHERE r.geslacht IS NOT NULL AND r.geslacht <> 3) AS geslacht,
        min(r.levering::BIGINT << 31 | r.rij) AS volgorde
    FROM invoer_regel r
    JOIN levering_telt l ON l.nummer = r.levering
    LEFT JOIN vervangen_tot v ON v.bron = l.bron AND v.leveringsmaand = r.leveringsmaand
    WHERE v.nummer IS NULL OR r.levering >= v.nummer
    GROUP BY r.jeugdige
)
SELECT
    (row_number() OVER (ORDER BY volgorde) - 1)::UINTEGER AS nr,
    pseudoniem,
    geboortemaand::SMALLINT AS geboortemaand,
    coalesce(geslacht, 3)::UTINYINT AS geslacht
FROM laatste;

CREATE TABLE toewijzing AS
SELECT
    (row_number() OVER (ORDER BY min(r.levering::BIGINT << 31 | r.rij)) - 1)::UINTEGER AS nr,
    r.toewijzing AS pseudoniem
FROM invoer_regel r
JOIN levering_telt l ON l.nummer = r.levering
WHERE r.toewijzing IS NOT NULL
GROUP BY r.toewijzing;

CREATE TABLE regel AS
SELECT
    r.levering::USMALLINT AS levering,
    r.rij::UINTEGER AS rij,
    j.nr AS jeugdige,
    t.nr AS toewijzing,
    a.nr AS aanbieder,
    p.nr AS product,
    r.leveringsmaand::SMALLINT AS maand,
    r.declaratiemaand::SMALLINT AS declaratiemaand,
    r.bedrag,
    r.debet,
    r.status,
    b.nr AS buurt,
    r.verwijzer,
    r.intensiteit,
    r.duur,
    r.leveringsvorm
FROM invoer_regel r
JOIN levering_telt l ON l.nummer = r.levering
LEFT JOIN vervangen_tot v ON v.bron = l.bron AND v.leveringsmaand = r.leveringsmaand
JOIN jeugdige j ON j.pseudoniem = r.jeugdige
LEFT JOIN toewijzing t ON t.pseudoniem = r.toewijzing
JOIN aanbieder_van_regel av ON av.aanbieder_ruw = r.aanbieder AND av.agb IS NOT DISTINCT FROM r.agb
JOIN aanbieder a ON a.naam = av.aanbieder
JOIN product_van_regel pv ON pv.product_ruw = r.product AND pv.segment_ruw IS NOT DISTINCT FROM r.segment
JOIN segment s ON s.naam = pv.segment
JOIN product p ON p.segment = s.nr AND p.naam = pv.product
LEFT JOIN buurt b ON coalesce(b.buurtcode, b.naam) = r.buurt
WHERE v.nummer IS NULL OR r.levering >= v.nummer;
