-- Zoals toen bekend (definitions: Period): what was known a year before each bron was last
-- delivered, so that every month is as old there as the same month a year later is now. A week
-- more or less is the same age.

-- Per bron: `dag`, a year before its newest stand_per; `laatste`, the last declaratiemaand that is over
-- a week after it; `halverwege`, whether another had run for more than a week; `stand`, when the newest
-- levering was known that was there on that day.
CREATE TEMP TABLE bron_toen AS
WITH per_bron AS (
    SELECT
        bron,
        max(stand_per) AS nu,
        (max(stand_per) - INTERVAL 1 YEAR)::DATE AS dag,
        (year(max(stand_per) + 8) * 12 + month(max(stand_per) + 8) - 2)::SMALLINT AS laatste
    FROM levering_telt
    GROUP BY bron
)
SELECT
    p.bron,
    p.laatste,
    day(p.nu) > 7 AND p.laatste < year(p.nu) * 12 + month(p.nu) - 1 AS halverwege,
    max(l.stand_per) AS stand
FROM per_bron p
LEFT JOIN levering_telt l ON l.bron = p.bron AND abs(l.stand_per - p.dag) <= 7
GROUP BY ALL;

-- The months that a comparison can need: a year before any month that lies with one that can be voorlopig
-- in twelve months or less (core.bevindingen.vergelijking; how far back that is: core.cijfers.volledigheid).
CREATE TEMP TABLE toen_nodig AS
WITH grens AS (
    SELECT
        (SELECT year(max(stand_per)) * 12 + month(max(stand_per)) - 16 FROM levering_telt) AS vroegst_voorlopig,
        min(maand) AS eerste,
        max(maand) AS laatste
    FROM inhoud
    WHERE geldt AND regels > 0
)
SELECT unnest(range(greatest(vroegst_voorlopig - 23, eerste), laatste - 11))::SMALLINT AS maand
FROM grens
WHERE laatste >= vroegst_voorlopig;

-- How each bron tells what was known of a month. When all its lines say when they were declared,
-- the lines declared up to the same distance; else the leveringen of that day as they counted then.
-- Without any line that month, those of a year later say which of the two. `gaat` is false where it
-- cannot be had: a declaratiemaand that had run for more than a week is not comparable with a whole
-- one, and a bron that counts by leveringen must have had one then, with lines of the month if any.
CREATE TEMP TABLE bron_maand_toen AS
WITH geldend AS (
    SELECT bron, maand, sum(regels) AS regels, sum(gedateerd) AS gedateerd, max(laatste_declaratie) AS laatste_declaratie
    FROM inhoud
    WHERE geldt AND regels > 0
    GROUP BY ALL
),
toenmalig AS (
    SELECT
        i.bron,
        i.maand,
        i.regels,
        i.levering,
        coalesce(max(i.levering) FILTER (WHERE i.wijze = 'vervang') OVER (PARTITION BY i.bron, i.maand), 0) AS vervangen_tot
    FROM inhoud i
    JOIN bron_toen b ON b.bron = i.bron AND i.stand_per <= b.stand
),
stand_toen AS (
    SELECT bron, maand, vervangen_tot, sum(regels) AS regels
    FROM toenmalig
    WHERE levering >= vervangen_tot
    GROUP BY ALL
),
maand AS (
    SELECT
        b.*,
        n.maand,
        coalesce(oud.regels, 0) AS regels,
        coalesce(oud.regels = oud.gedateerd, nieuw.regels = nieuw.gedateerd, true) AS op_declaratie,
        coalesce(nieuw.regels = nieuw.gedateerd AND nieuw.laatste_declaratie <= b.laatste, true) AS is_heel,
        coalesce(t.regels, 0) AS regels_toen,
        coalesce(t.vervangen_tot, 0) AS vervangen_tot
    FROM bron_toen b
    CROSS JOIN toen_nodig n
    LEFT JOIN geldend oud ON oud.bron = b.bron AND oud.maand = n.maand
    LEFT JOIN geldend nieuw ON nieuw.bron = b.bron AND nieuw.maand = n.maand + 12
    LEFT JOIN stand_toen t ON t.bron = b.bron AND t.maand = n.maand
)
SELECT
    bron,
    maand,
    stand,
    laatste - 12 AS declaraties_tot,
    op_declaratie,
    vervangen_tot,
    if(op_declaratie, is_heel OR NOT halverwege, stand IS NOT NULL AND (regels_toen > 0 OR regels = 0)) AS gaat
FROM maand;

-- Which lines count: per levering and leveringsmaand whether they do now, and up to which
-- declaratiemaand they did then (one without is as old as its levering).
CREATE TEMP TABLE telling AS
SELECT
    i.levering,
    i.maand,
    i.geldt,
    CASE
        WHEN NOT b.gaat THEN NULL
        WHEN b.op_declaratie THEN if(i.geldt, b.declaraties_tot, NULL)
        WHEN i.stand_per <= b.stand AND i.levering >= b.vervangen_tot THEN 32767
    END::SMALLINT AS toen_tot
FROM inhoud i
LEFT JOIN bron_maand_toen b ON b.bron = i.bron AND b.maand = i.maand;
