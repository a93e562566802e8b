"""What was declared in a year of care given in years before it: the result of prior years."""

from __future__ import annotations

from collections.abc import Mapping
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
def _per_segment(db: Database, jaar: int) -> Mapping[int, Mapping[int, int]] | None:
    """Per segment the cents of each jeugdige; None where no line says when it was declared."""
    if not db.rijen(_GEDATEERD)[0][0]:
        return None
    begin = jaar * 12
    uit: dict[int, dict[int, int]] = {}
    for segment, jeugdige, cent in db.rijen(_EERDER, [begin, begin, begin + 11]):
        uit.setdefault(segment, {})[jeugdige] = int(cent)
    return uit


def eerdere_jaren(db: Database, jaar: int, f: Filter) -> EerdereJaren | None:
    """What was declared in `jaar` for earlier years, of the segments of `f`; None where lines do not say when."""
    alle = _per_segment(db, jaar)
    if alle is None:
        return None
    eigen = [alle.get(nr, {}) for nr in volledigheid.segmenten(db, f.segment).tolist()]
    return EerdereJaren(sum(sum(e.values()) for e in eigen) / 100, len(set().union(*eigen)))
