"""The arrangementen that run, how long they last and how many begin: what the months to come are made of.

An arrangement is here a product of a jeugdige, month after month: one that is renewed or goes on at
another aanbieder under another toewijzing is no new one, and an export without toewijzingen has them too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.database import Database
from core.prognose.methoden import JAAR

KLASSEN = 25
"""Arrangementen are told apart by how many months they run; from two years on they are alike."""
GESCHIEDENIS = 24
"""How long they last is seen in so many of the last months."""
STEUN = 20.0
"""Of a duration that few had, the chance to end is drawn towards that of all by so many arrangement-months."""
PRIJSMAANDEN = 3
"""What one costs a month is the mean of so many of the last months."""


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

    def nieuw(self, maanden: int, aantal: int) -> Reeks | None:
        """Which part (0-1) of those that run in each of `aantal` months began after the first `maanden`.

        None with less than a year and a month known, or when none runs.
        """
        tot = min(self.bekend, maanden)
        if tot <= JAAR or not self.lopend[tot - 1].any():
            return None
        stappen = maanden + aantal - tot
        blijft, instroom = self._blijft(tot, stappen), self._instroom(tot, stappen)
        oud = np.array([(self.lopend[tot - 1] * blijft[:, t]).sum() for t in range(1, stappen + 1)])
        alle = oud + np.convolve(instroom, blijft[0, :stappen])[:stappen]
        later = np.where(np.arange(stappen) >= maanden - tot, instroom, 0.0)
        uit: Reeks = (np.convolve(later, blijft[0, :stappen])[:stappen] / alle)[maanden - tot :]
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


def arrangementen(db: Database, segment: int, eerste: int, maanden: int) -> Arrangementen:
    """Those of a segment (by number) in so many months from maandnummer `eerste` on, all known."""
    kolommen = laad(db)
    w, product = kolommen.waarden, kolommen.product["segment"].to_numpy()
    rij = np.flatnonzero((product == segment)[w["product"]] & (w["zorg"] > 0))
    wie = w["jeugdige"][rij].astype(np.int64) * len(product) + w["product"][rij]
    uniek, nummer = np.unique(wie, return_inverse=True)
    in_zorg = np.zeros((len(uniek), maanden), dtype=bool)
    for maand in range(JAAR):
        plek = w["jaar"][rij].astype(np.int64) * JAAR + maand - eerste
        wel = (w["zorg"][rij] >> maand & 1 > 0) & (plek >= 0) & (plek < maanden)
        in_zorg[nummer[wel], plek[wel]] = True
    return van_maanden(in_zorg)


def van_maanden(in_zorg: NDArray[np.bool_]) -> Arrangementen:
    """Counted from who is in care (row) in which month (column); one month without ends nothing."""
    loopt = in_zorg.copy()
    loopt[:, 1:-1] |= in_zorg[:, :-2] & in_zorg[:, 2:]
    maanden = loopt.shape[1]
    lopend, gestopt = np.zeros((maanden, KLASSEN)), np.zeros((maanden, KLASSEN))
    duur = np.zeros(len(loopt), dtype=np.int64)
    for maand in range(maanden):
        nu = loopt[:, maand]
        klasse = np.minimum(duur, KLASSEN - 1)
        lopend[maand] = np.bincount(klasse[nu], minlength=KLASSEN)
        if maand + 1 < maanden:
            gestopt[maand] = np.bincount(klasse[nu & ~loopt[:, maand + 1]], minlength=KLASSEN)
        duur = np.where(nu, duur + 1, 0)
    return Arrangementen(lopend, gestopt, maanden)
