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

-- A `vervang` levering takes the place of older ones for each (bron, leveringsmaand) it holds.
CREATE TABLE vervangen_tot AS
SELECT l.bron, r.leveringsmaand, max(l.nummer) AS nummer
FROM invoer_regel r
JOIN levering_telt l ON l.nummer = r.levering
WHERE l.wijze = 'vervang'
GROUP BY ALL;
