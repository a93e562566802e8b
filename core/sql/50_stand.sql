-- One row about the data as a whole; empty data gives nulls.

CREATE TABLE stand AS
SELECT
    (SELECT max(stand_per) FROM levering_telt) AS stand_per,
    coalesce((SELECT bool_or(demo) FROM levering_telt), false) AS demo,
    (SELECT min(maand) FROM zorgmaand)::INTEGER AS eerste_maand,
    (SELECT max(maand) FROM zorgmaand)::INTEGER AS laatste_maand;
