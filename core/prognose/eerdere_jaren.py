"""What was declared in a year of care given in years before it: the result of prior years."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from core.cijfers import volledigheid
from core.database import Database
from core.filters import Filter

_EERDER = """
SELECT p.segment, r.jeugdige, sum(r.bedrag)
FROM regel r
JOIN product p ON p.nr = r.product
WHERE r.status = 0 AND r.maand < ? AND r.declaratiemaand BETWEEN ? AND ?
GROUP BY ALL
"""
_GEDATEERD = "SELECT bool_or(declaratiemaand IS NOT NULL) FROM regel"


@dataclass(frozen=True)
class EerdereJaren:
    """The amount (euros, credits negative) and the number of jeugdigen that it is about."""

    bedrag: float
    jeugdigen: int


@lru_cache(maxsize=16)
def _per_jeugdige(db: Database, jaar: int) -> tuple[tuple[int, int, int], ...] | None:
    """Segment, jeugdige and cents of the lines; None where no line says when it was declared."""
    if not db.rijen(_GEDATEERD)[0][0]:
        return None
    begin = jaar * 12
    return tuple((int(s), int(j), int(c)) for s, j, c in db.rijen(_EERDER, [begin, begin, begin + 11]))


def eerdere_jaren(db: Database, jaar: int, f: Filter) -> EerdereJaren | None:
    """What was declared in `jaar` for earlier years, of the segments of `f`; None where lines do not say when."""
    alle = _per_jeugdige(db, jaar)
    if alle is None:
        return None
    welke = set(volledigheid.segmenten(db, f.segment).tolist())
    eigen = [(jeugdige, cent) for segment, jeugdige, cent in alle if segment in welke]
    return EerdereJaren(sum(cent for _, cent in eigen) / 100, len({jeugdige for jeugdige, _ in eigen}))
