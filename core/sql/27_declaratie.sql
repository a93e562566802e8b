-- How long after the leveringsmaand was declared (`stap`, in months; within it is 0), per aanbieder and
-- segment: of the lines that count and say when. `regels` and `debet` leave credits out.
CREATE TABLE declaratie AS
SELECT
    b.bron,
    v.aanbieder,
    v.segment,
    l.maand,
    greatest(l.declaratiemaand - l.maand, 0)::SMALLINT AS stap,
    (count(*) FILTER (WHERE l.bedrag > 0))::INTEGER AS regels,
    coalesce(sum(l.bedrag) FILTER (WHERE l.bedrag > 0), 0)::BIGINT AS debet,
    sum(l.bedrag)::BIGINT AS bedrag
FROM lijn l
JOIN verloop v ON v.nr = l.verloop
JOIN levering b ON b.nummer = l.levering
WHERE l.geldt AND l.status = 0 AND l.declaratiemaand IS NOT NULL
GROUP BY ALL;

-- Lines that do not count because they were refused or are not decided on (status 1 and up), by year of
-- care: what an aanbieder declared beside what was granted.
CREATE TABLE niet_toegekend AS
SELECT
    v.aanbieder,
    v.product,
    (l.maand // 12)::SMALLINT AS jaar,
    sum(l.bedrag)::BIGINT AS bedrag,
    count(DISTINCT v.jeugdige)::INTEGER AS jeugdigen
FROM lijn l
JOIN verloop v ON v.nr = l.verloop
WHERE l.geldt AND l.status <> 0
GROUP BY ALL
ORDER BY ALL;
