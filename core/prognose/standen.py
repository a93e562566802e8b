"""What was known of every segment at the end of each month, from the run-off triangles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from core.cijfers.driehoek import Reeks
from core.cijfers.naijl import Schatting, schat
from core.cijfers.uitloop import Stroom, stromen
from core.cijfers.volledigheid import GRENS
from core.database import Database
from core.prognose.arrangementen import Arrangementen, arrangementen
from core.prognose.terugtoets import Stand

RIJP = 0.5
"""A month of which a smaller part than this is expected to be in is too young to build on."""

JONG = 3
"""Where no run-off can be had, so many of the last months are taken to be incomplete."""

EERSTE_STAND = 12
"""Forecasts are made again from the moment that a year of a segment is known."""


@dataclass(frozen=True, eq=False)
class Segmentreeks:
    """A segment (by number) from month `eerste` on: its stands, oldest first, the last one as known now; in euros."""

    segment: int
    eerste: int
    standen: tuple[Stand, ...]

    def zoals_bekend(self, maand: int) -> tuple[Stand, ...]:
        """The stands up to the end of a maandnummer."""
        return tuple(s for s in self.standen if s.maanden <= maand - self.eerste + 1)


@lru_cache(maxsize=3)
def reeksen(db: Database) -> tuple[Segmentreeks, ...]:
    """Every segment of a version that has declarations; computed once per version."""
    alle, laatste = stromen(db), db.stand.laatste_maand or 0
    uit = []
    for segment in sorted({s.segment for s in alle}):
        eigen = {s: schat(s) for s in alle if s.segment == segment}
        eerste = min(s.eerste for s in eigen)
        loop = arrangementen(db, segment, eerste, laatste - eerste + 1)
        eerder = [_stand(eigen, eerste, tot, loop) for tot in range(eerste + EERSTE_STAND - 1, laatste)]
        nu = [(s.eerste - eerste, s.nu, uit, _jong(s, db)) for s, uit in eigen.items()]
        uit.append(Segmentreeks(segment, eerste, (*eerder, _samen(nu, laatste - eerste + 1, loop))))
    return tuple(uit)


Deel = tuple[int, Reeks, Schatting | None, int]
"""Of one stroom: months after the first of its segment, declared, expected, and how many of its last months
nothing can be told of without an estimate."""


def _stand(eigen: dict[Stroom, Schatting | None], eerste: int, tot: int, loop: Arrangementen) -> Stand:
    """What was known at the end of maandnummer `tot`."""
    delen = [
        (s.eerste - eerste, *_toen(s, uit is not None, tot)) for s, uit in eigen.items() if s.eerste <= tot
    ]
    return _samen(delen, tot - eerste + 1, loop)


def _toen(s: Stroom, gedateerd: bool, tot: int) -> tuple[Reeks, Schatting | None, int]:
    if not gedateerd:
        # Nobody knows what was declared by then; of all but the youngest months it was all.
        return s.nu[: tot - s.eerste + 1], None, JONG
    toen = s.zoals_bekend(tot)
    return toen.nu, schat(toen), JONG


def _jong(s: Stroom, db: Database) -> int:
    """How many of its last months are young by the simple rule."""
    return max(s.eerste + len(s.nu) - (db.stand.jong_vanaf() or 0), 0)


def _samen(delen: list[Deel], maanden: int, loop: Arrangementen) -> Stand:
    """The stromen of a segment added up; it is as far known as the one of which least is."""
    nu, reeks, variantie = np.zeros(maanden), np.zeros(maanden), np.zeros(maanden)
    bekend, rijp, vol = maanden, maanden, maanden
    for vanaf, gedeclareerd, uit, jong in delen:
        nu[vanaf : vanaf + len(gedeclareerd)] += gedeclareerd
        reeks[vanaf : vanaf + len(gedeclareerd)] += gedeclareerd if uit is None else uit.verwacht
        if uit is None:
            bekend = min(bekend, max(maanden - jong, 0))
        else:
            variantie[vanaf : vanaf + len(gedeclareerd)] += uit.variantie
            rijp = min(rijp, maanden - _jonge(uit.deel, RIJP))
            vol = min(vol, maanden - _jonge(uit.deel, GRENS / 100))
    loop = replace(loop, bekend=min(bekend, vol))
    return Stand(nu, reeks[:bekend], variantie[:bekend], min(bekend, rijp), loop)


def _jonge(deel: Reeks, grens: float) -> int:
    """How many of the last months are expected to be in for less than this part."""
    oud = np.flatnonzero(deel[::-1] >= grens)
    return int(oud[0]) if len(oud) else len(deel)
