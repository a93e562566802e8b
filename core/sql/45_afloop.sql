-- The run-off of every leveringsmaand, for completeness: what was known of it `stap` months later.

-- Per segment and leveringsmaand how many arrangementen are in care: what declarations are measured against.
CREATE TABLE lopend AS
SELECT v.segment, m.maand, count(*)::INTEGER AS arrangementen
FROM maandsom m
JOIN verloop v ON v.nr = m.verloop
WHERE m.in_zorg
GROUP BY ALL;

-- Cumulative cents per bron, segment, leveringsmaand and `stap`. `doorlopend`: all lines of the month say
-- when they were declared, so it is known at every stap up to declaratiemaand `tot`; else only at the
-- stappen at which a levering told it (below 0: before the month was over), as leveringen counted then.
CREATE TABLE afloop AS
WITH per_maand AS (
    SELECT bron, maand, sum(regels) = sum(gedateerd) AS doorlopend
    FROM inhoud
    WHERE geldt AND regels > 0
    GROUP BY ALL
),
gedateerd AS (
    SELECT bron, segment, maand, stap, sum(sum(bedrag)) OVER (PARTITION BY bron, segment, maand ORDER BY stap) AS bedrag
    FROM declaratie
    SEMI JOIN (FROM per_maand WHERE doorlopend) USING (bron, maand)
    GROUP BY bron, segment, maand, stap
),
-- A levering tells of the months it holds; one that adds to others also of those to which it adds nothing.
punt AS (
    SELECT
        l.bron,
        m.maand,
        l.nummer,
        year(l.stand_per + 8) * 12 + month(l.stand_per + 8) - 2 - m.maand AS stap,
        max(l.nummer) FILTER (WHERE l.wijze = 'vervang') OVER (PARTITION BY l.bron, m.maand ORDER BY l.nummer) AS sinds
    FROM levering_telt l
    JOIN per_maand m ON m.bron = l.bron AND NOT m.doorlopend
    LEFT JOIN inhoud i ON i.levering = l.nummer AND i.maand = m.maand
    WHERE i.levering IS NOT NULL OR l.wijze = 'aanvullen'
),
deel AS (
    SELECT DISTINCT l.bron, b.maand, s.nr AS segment, s.naam
    FROM levering_maand b
    JOIN levering_telt l ON l.nummer = b.levering
    JOIN segment s ON s.naam = b.segment
),
geleverd AS (
    SELECT
        p.bron,
        d.segment,
        p.maand,
        p.stap,
        p.nummer,
        sum(coalesce(b.bedrag, 0)) OVER (PARTITION BY p.bron, d.segment, p.maand, p.sinds ORDER BY p.nummer) AS bedrag
    FROM punt p
    JOIN deel d ON d.bron = p.bron AND d.maand = p.maand
    LEFT JOIN levering_maand b ON b.levering = p.nummer AND b.maand = p.maand AND b.segment = d.naam
    QUALIFY row_number() OVER (PARTITION BY p.bron, d.segment, p.maand, p.stap ORDER BY p.nummer DESC) = 1
),
alles AS (
    SELECT bron, segment, maand, stap, bedrag, true AS doorlopend FROM gedateerd
    UNION ALL
    SELECT bron, segment, maand, stap, bedrag, false FROM geleverd
)
SELECT a.bron, a.segment, a.maand, a.stap::SMALLINT AS stap, a.bedrag::BIGINT AS bedrag, a.doorlopend, b.laatste AS tot
FROM alles a
JOIN bron_toen b ON b.bron = a.bron
ORDER BY ALL;
