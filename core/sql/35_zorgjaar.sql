-- Zorgmaanden with the same attributes folded into one row per calendar year: bit i of `zorg`
-- (in care) and of `maanden` (any zorgmaand) is month i + 1. Five times fewer rows, and a distinct
-- count per month, year or selection is an OR of bits; the amounts stay per month (m1 … m12).
-- `nr` is the position of a row in core.cijfers.kolommen, by jeugdige, then year.

CREATE TEMP MACRO zorgjaren(maandsommen) AS TABLE
WITH met_bit AS (
    SELECT *, (maand // 12)::SMALLINT AS jaar, (1 << (maand % 12)) AS bit FROM query_table(maandsommen)
),
gevouwen AS (
    SELECT
        verloop,
        jaar,
        kenmerken,
        bit_or(bit)::SMALLINT AS maanden,
        coalesce(bit_or(bit) FILTER (WHERE in_zorg), 0)::SMALLINT AS zorg,
        sum(bedrag)::BIGINT AS bedrag,
        coalesce(sum(bedrag) FILTER (WHERE bit = 1), 0)::BIGINT AS m1,
        coalesce(sum(bedrag) FILTER (WHERE bit = 2), 0)::BIGINT AS m2,
        coalesce(sum(bedrag) FILTER (WHERE bit = 4), 0)::BIGINT AS m3,
        coalesce(sum(bedrag) FILTER (WHERE bit = 8), 0)::BIGINT AS m4,
        coalesce(sum(bedrag) FILTER (WHERE bit = 16), 0)::BIGINT AS m5,
        coalesce(sum(bedrag) FILTER (WHERE bit = 32), 0)::BIGINT AS m6,
        coalesce(sum(bedrag) FILTER (WHERE bit = 64), 0)::BIGINT AS m7,
        coalesce(sum(bedrag) FILTER (WHERE bit = 128), 0)::BIGINT AS m8,
        coalesce(sum(bedrag) FILTER (WHERE bit = 256), 0)::BIGINT AS m9,
        coalesce(sum(bedrag) FILTER (WHERE bit = 512), 0)::BIGINT AS m10,
        coalesce(sum(bedrag) FILTER (WHERE bit = 1024), 0)::BIGINT AS m11,
        coalesce(sum(bedrag) FILTER (WHERE bit = 2048), 0)::BIGINT AS m12
    FROM met_bit
    GROUP BY verloop, jaar, kenmerken
)
SELECT
    (row_number() OVER (ORDER BY v.jeugdige, g.jaar, g.verloop, g.kenmerken) - 1)::UINTEGER AS nr,
    v.* EXCLUDE (nr, gedeclareerd),
    buurt_uit(g.kenmerken) AS buurt,
    verwijzer_uit(g.kenmerken) AS verwijzer,
    intensiteit_uit(g.kenmerken) AS intensiteit,
    duur_uit(g.kenmerken) AS duur,
    leveringsvorm_uit(g.kenmerken) AS leveringsvorm,
    g.* EXCLUDE (verloop, kenmerken)
FROM gevouwen g
JOIN verloop v ON v.nr = g.verloop
ORDER BY 1;

CREATE TABLE zorgjaar AS FROM zorgjaren('maandsom');
CREATE TABLE zorgjaar_toen AS FROM zorgjaren('maandsom_toen');
