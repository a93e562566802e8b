"""The arrangementen that run, how long they last and how many begin: what the months to come are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.cijfers.selectie import LAATSTE_BIT
from core.database import Database

JAAR = 12
KLASSEN = 25
"""Arrangementen are told apart by how many months they run; from two years on they are alike."""
GESCHIEDENIS = 24
"""How long they last is seen in so many of the last months."""
STEUN = 20.0
"""Of a duration that few had, the chance to end is drawn towards that of all by so many arrangement-months."""
PRIJSMAANDEN = 3
"""What one costs a month is the mean of so many of the last months."""

Nummers = NDArray[np.int64]

_EERSTE_BIT = np.array([0] + [(bits & -bits).bit_length() - 1 for bits in range(1, 1 << JAAR)])


@dataclass(frozen=True, eq=False)
class Arrangementen:
    """Of a segment, from the first month of its series on: months × months that an arrangement runs (0, 1, …).

    `lopend`: those in care; `gestopt`: those of them of which it is the last month. Only the first
    `bekend` months are known, of those the last not whether it was the last.
    """

    lopend: Reeks
    gestopt: Reeks
    bekend: int

    def verder(self, reeks: Reeks, aantal: int) -> Reeks | None:
        """The `aantal` months after `reeks` (euros): those that will run × what one costs a month.

        Those that run end as others did that ran as long; as many begin as in the same month a year
        before. None with less than a year and a month known, or when none costs anything.
        """
        tot = min(self.bekend, len(reeks))
        stand, prijs = self.lopend[:tot].sum(axis=1), slice(max(tot - PRIJSMAANDEN, 0), tot)
        if tot <= JAAR or not stand[prijs].all() or reeks[prijs].sum() <= 0:
            return None
        stappen = len(reeks) + aantal - tot
        blijft = self._blijft(tot, stappen)
        nog = np.array([(self.lopend[tot - 1] * blijft[:, t]).sum() for t in range(1, stappen + 1)])
        nieuw = np.convolve(self._instroom(tot, stappen), blijft[0, :stappen])[:stappen]
        uit: Reeks = (nog + nieuw)[len(reeks) - tot :] * (reeks[prijs].sum() / stand[prijs].sum())
        return uit

    def _blijft(self, tot: int, stappen: int) -> Reeks:
        """Which part of those that run so many months (row) still runs so many months later (column)."""
        gezien = slice(max(tot - 1 - GESCHIEDENIS, 0), tot - 1)
        onder, stopt = self.lopend[gezien].sum(axis=0), self.gestopt[gezien].sum(axis=0)
        alle = stopt.sum() / onder.sum() if onder.sum() else 0.0
        kans = (stopt + STEUN * alle) / (onder + STEUN)
        verder = np.append(1 - kans, np.full(stappen, 1 - kans[-1]))
        over = np.append(1.0, np.cumprod(np.maximum(verder, 1e-6)))
        plek = np.arange(KLASSEN)[:, None]
        uit: Reeks = over[plek + np.arange(stappen + 1)] / over[plek]
        return uit

    def _instroom(self, tot: int, stappen: int) -> Reeks:
        """How many begin in each of the months after `tot`."""
        begonnen = self.lopend[:tot, 0].copy()
        begonnen[0] = begonnen[1:].mean()  # those of the first month may have run for long
        return np.resize(begonnen[-JAAR:], stappen)


@lru_cache(maxsize=3)
def _van_tot(db: Database) -> tuple[Nummers, Nummers, Nummers]:
    """Of every arrangement its segment, its first and its last month in care."""
    kolommen = laad(db)
    w = kolommen.waarden
    rij = np.flatnonzero((w["zorg"] > 0) & (w["toewijzing"] >= 0))
    segment = kolommen.product["segment"].to_numpy(np.int64)[w["product"][rij]]
    sleutel = w["toewijzing"][rij] * np.int64(len(kolommen.segment)) + segment
    jaar, zorg = w["jaar"][rij].astype(np.int64) * JAAR, w["zorg"][rij]
    uniek, nummer = np.unique(sleutel, return_inverse=True)
    eerste, laatste = np.full(len(uniek), np.iinfo(np.int64).max), np.zeros(len(uniek), dtype=np.int64)
    np.minimum.at(eerste, nummer, jaar + _EERSTE_BIT[zorg])
    np.maximum.at(laatste, nummer, jaar + LAATSTE_BIT[zorg])
    return uniek % len(kolommen.segment), eerste, laatste


def arrangementen(db: Database, segment: int, eerste: int, maanden: int) -> Arrangementen:
    """Those of a segment (by number) in so many months from maandnummer `eerste` on, all known."""
    van, begin, einde = _van_tot(db)
    eigen = van == segment
    begin, einde = begin[eigen] - eerste, einde[eigen] - eerste
    lopend, gestopt = np.zeros((maanden, KLASSEN)), np.zeros((maanden, KLASSEN))
    for maand in range(maanden):
        loopt = (begin <= maand) & (einde >= maand)
        duur = np.minimum(maand - begin[loopt], KLASSEN - 1)
        lopend[maand] = np.bincount(duur, minlength=KLASSEN)
        gestopt[maand] = np.bincount(duur[einde[loopt] == maand], minlength=KLASSEN)
    return Arrangementen(lopend, gestopt, maanden)
