-- What the build is given: the lines of every levering in use, as they came through the door.
-- `invoer_regel` is a view that core.database makes over the parquet files.

CREATE TABLE levering AS
SELECT * FROM invoer_levering ORDER BY nummer;

-- Other inputs than declarations, and those of their rows that are in force.
CREATE TABLE bijlage AS
SELECT * FROM invoer_bijlage ORDER BY nummer;

CREATE TABLE bijlage_rij AS
SELECT * FROM invoer_bijlage_rij;

-- Demo and real leveringen never count together: one real one takes all demo out of use.
CREATE VIEW levering_telt AS
SELECT *
FROM levering
WHERE actief AND (NOT demo OR NOT EXISTS (SELECT 1 FROM levering e WHERE e.actief AND NOT e.demo));

-- Per levering and leveringsmaand that lines came in for: how many count (status toegekend), how
-- many of those say when they were declared, and the last month in which one was. `geldt`: a
-- `vervang` levering takes the place of older ones for each (bron, leveringsmaand) it holds.
CREATE TEMP TABLE inhoud AS
WITH geteld AS (
    SELECT
        r.levering,
        r.leveringsmaand AS maand,
        count(*) FILTER (WHERE r.status = 0) AS regels,
        count(r.declaratiemaand) FILTER (WHERE r.status = 0) AS gedateerd,
        max(r.declaratiemaand) FILTER (WHERE r.status = 0) AS laatste_declaratie
    FROM invoer_regel r
    GROUP BY ALL
)
SELECT
    l.bron,
    l.wijze,
    l.stand_per,
    g.*,
    g.levering >= coalesce(max(l.nummer) FILTER (WHERE l.wijze = 'vervang') OVER (PARTITION BY l.bron, g.maand), 0) AS geldt
FROM geteld g
JOIN levering_telt l ON l.nummer = g.levering;
