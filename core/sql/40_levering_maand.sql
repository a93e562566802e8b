-- Sums per levering × leveringsmaand × segment, also of leveringen that are no longer in force:
-- what each delivery knew, for completeness.

CREATE TABLE levering_maand AS
SELECT
    r.levering,
    r.leveringsmaand::SMALLINT AS maand,
    coalesce(pv.segment, 'Nog in te delen') AS segment,
    count(*) AS regels,
    sum(r.bedrag) FILTER (WHERE r.status = 0)::BIGINT AS bedrag
FROM invoer_regel r
LEFT JOIN product_van_regel pv ON pv.product_ruw = r.product AND pv.segment_ruw IS NOT DISTINCT FROM r.segment
GROUP BY ALL;
