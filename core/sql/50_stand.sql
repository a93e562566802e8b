-- One row about the data as a whole; empty data gives nulls.

CREATE TABLE stand AS
SELECT
    (SELECT max(stand_per) FROM levering_telt) AS stand_per,
    coalesce((SELECT bool_or(demo) FROM levering_telt), false) AS demo,
    (SELECT min(maand) FROM zorgmaand)::INTEGER AS eerste_maand,
    (SELECT max(maand) FROM zorgmaand)::INTEGER AS laatste_maand;

-- The same of what was known a year before: its months are those a comparison can need.
CREATE TABLE stand_toen AS
SELECT
    (max(stand_per) - INTERVAL 1 YEAR)::DATE AS stand_per,
    coalesce(bool_or(demo), false) AS demo,
    (SELECT min(maand) FROM toen_nodig)::INTEGER AS eerste_maand,
    (SELECT max(maand) FROM toen_nodig)::INTEGER AS laatste_maand
FROM levering_telt;

CREATE TABLE toen_ontbreekt AS
SELECT maand, bron FROM bron_maand_toen WHERE NOT gaat ORDER BY ALL;
