"""The sums that every table is made of, for any grouping of a selection.

Unieke jeugdigen are counted by sorting the pairs of jeugdige and group: the rows lie in the order
of jeugdige already, so that is nearly one pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
import pandas as pd

from core.cijfers.selectie import HEEL_JAAR, Selectie, begin_van_groepen

AANTAL_MAANDEN = np.array([bits.bit_count() for bits in range(HEEL_JAAR + 1)], dtype=np.int64)
"""Of every set of months their number."""


@dataclass(frozen=True)
class Groepen:
    """The group of every row of a selection: each column a number, together one number.

    A group is listed when it has a row, so also when all in it was credited (0 jeugdigen).
    """

    selectie: Selectie
    nummer: np.ndarray
    aantal: int
    vorm: tuple[int, ...]

    @cached_property
    def gevuld(self) -> np.ndarray:
        """The numbers of the groups that are listed, ascending."""
        return np.flatnonzero(np.bincount(self.nummer, minlength=self.aantal))

    def namen(self) -> tuple[np.ndarray, ...]:
        """The values of the columns for the groups that are listed."""
        return tuple(np.unravel_index(self.gevuld, self.vorm)) if self.vorm else ()

    def jeugdigen(self) -> np.ndarray:
        """Unieke jeugdigen in care, per listed group."""
        return self._per_groep(self.paren("jeugdigen"))

    def arrangementen(self) -> np.ndarray:
        """Distinct toewijzingen in care, per listed group."""
        return self._per_groep(self.paren("arrangementen"))

    def kosten(self) -> np.ndarray:
        """Kosten in euros, per listed group."""
        return self.cent[self.gevuld] / 100

    @cached_property
    def cent(self) -> np.ndarray:
        """Kosten in cents, of every group. Sums below 2^53 are exact as floats."""
        return np.bincount(self.nummer, weights=self.selectie.bedrag, minlength=self.aantal)

    def zorgmaanden(self) -> np.ndarray:
        """Pairs of jeugdige and month in care, per listed group."""
        groep, _, zorg = self.per_jeugdigejaar
        som = np.bincount(groep, weights=AANTAL_MAANDEN[zorg], minlength=self.aantal)
        return som[self.gevuld].astype(np.int64)

    @cached_property
    def per_jeugdigejaar(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Of every jeugdige in every group and year: the group, the year and the months in care."""
        s = self.selectie
        groep, jaar, zorg = self.nummer, s["jaar"], s["zorg"]
        begin = begin_van_groepen(s["jeugdige"], jaar)
        if self.aantal > 1:
            # Only within a jeugdige and year are rows not yet in the order of their groups.
            stuk = np.repeat(np.arange(len(begin)), np.diff(begin, append=len(jaar)))
            volgorde = np.argsort(stuk * self.aantal + groep, kind="stable")
            groep, jaar, zorg = groep[volgorde], jaar[volgorde], zorg[volgorde]
            begin = begin_van_groepen(stuk, groep)
        maanden = np.bitwise_or.reduceat(zorg, begin) if len(begin) else zorg
        return groep[begin], jaar[begin], maanden

    def paren(self, maat: str) -> np.ndarray:
        """Every jeugdige (or toewijzing) in care with every group it is in, packed and sorted."""
        wie = self.selectie["jeugdige" if maat == "jeugdigen" else "toewijzing"]
        telt = (self.selectie["zorg"] > 0) & (wie >= 0)
        sleutel = wie.astype(np.int64) << self.breed | self.nummer
        return verschillend(sleutel if telt.all() else sleutel[telt])

    def _per_groep(self, paren: np.ndarray) -> np.ndarray:
        return np.bincount(paren & self.masker, minlength=self.aantal)[self.gevuld]

    @property
    def breed(self) -> int:
        """How many bits of a packed pair hold the group."""
        return self.aantal.bit_length()

    @property
    def masker(self) -> int:
        """The bits of a packed pair that hold the group."""
        return (1 << self.breed) - 1


def verschillend(sleutels: np.ndarray) -> np.ndarray:
    """The distinct ones, sorted. What is nearly in order, as rows are, is sorted in one pass."""
    sleutels.sort(kind="stable")
    return sleutels[begin_van_groepen(sleutels)]


def groepeer(selectie: Selectie, *kolommen: np.ndarray) -> Groepen:
    """Group a selection by columns of numbers from 0; without columns all rows are one group."""
    vorm = tuple(int(kolom.max(initial=0)) + 1 for kolom in kolommen)
    nummer = np.zeros(len(selectie.rijen), dtype=np.int64)
    for kolom, aantal in zip(kolommen, vorm, strict=True):
        nummer = nummer * aantal + kolom
    return Groepen(selectie, nummer, prod(vorm), vorm)


Niveaus = tuple[str, str, str]
GEEN = -1
"""In the place of a column that is not of the level of the row."""


def per_niveau(
    selectie: Selectie, niveaus: Niveaus, kolommen: Sequence[np.ndarray], maten: Sequence[str]
) -> pd.DataFrame:
    """Measures in all, per value of the first column, and per pair of the first two.

    Further columns split every row. Everything is counted anew at each level. The columns are
    `niveau`, then `k0`, `k1` … (numbers, GEEN above their level), then the measures (jeugdigen,
    arrangementen, kosten); each row is followed by its parts.
    """
    onder = groepeer(selectie, *kolommen)
    paren = {maat: onder.paren(maat) for maat in maten if maat != "kosten"}
    delen = []
    for niveau, weg in zip(niveaus, ((0, 1), (1,), ()), strict=True):
        namen = [np.full_like(n, GEEN) if k in weg else n for k, n in enumerate(onder.namen())]
        eerste, naar = _samengevoegd(onder, namen)
        deel = {"niveau": np.full(len(eerste), niveau, dtype=object)}
        deel |= {f"k{k}": kolom[eerste] for k, kolom in enumerate(namen)}
        deel |= {maat: _opgeteld(onder, naar, len(eerste), paren.get(maat)) for maat in maten}
        delen.append(deel)
    samen = {naam: np.concatenate([deel[naam] for deel in delen]) for naam in delen[0]}
    volgorde = np.lexsort([samen[f"k{k}"] for k in reversed(range(len(kolommen)))])
    return pd.DataFrame(samen).iloc[volgorde].reset_index(drop=True)


def _samengevoegd(onder: Groepen, namen: Sequence[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Which listed groups are the first of a row, and per group the row that it belongs to."""
    nummer = np.zeros(len(onder.gevuld), dtype=np.int64)
    for kolom, aantal in zip(namen, onder.vorm, strict=True):
        nummer = nummer * (aantal + 1) + kolom - GEEN
    _, eerste, rij = np.unique(nummer, return_index=True, return_inverse=True)
    naar = np.zeros(onder.aantal, dtype=np.int64)
    naar[onder.gevuld] = rij
    return eerste, naar


def _opgeteld(onder: Groepen, naar: np.ndarray, aantal: int, paren: np.ndarray | None) -> np.ndarray:
    """A measure of the rows that groups go to: amounts add up, pairs are made distinct again."""
    if paren is None:
        return np.bincount(naar, weights=onder.cent, minlength=aantal)[:aantal] / 100
    uniek = verschillend(paren & ~onder.masker | naar[paren & onder.masker])
    return np.bincount(uniek & onder.masker, minlength=aantal)


PRODUCTNIVEAUS: Niveaus = ("totaal", "segment", "product")
GEBIEDSNIVEAUS: Niveaus = ("totaal", "wijk", "buurt")


def per_product(selectie: Selectie, verder: Sequence[np.ndarray], maten: Sequence[str]) -> pd.DataFrame:
    """As `per_niveau` by segment and product, with their names (None above their level)."""
    kolommen = (selectie.segment(), selectie["product"], *verder)
    tabel = per_niveau(selectie, PRODUCTNIVEAUS, kolommen, maten)
    namen = {
        "segment": benoem(tabel.pop("k0"), selectie.kolommen.segment),
        "product": benoem(tabel.pop("k1"), selectie.kolommen.product["naam"]),
    }
    return tabel.assign(**{naam: pd.Series(lijst, dtype="str") for naam, lijst in namen.items()})


def benoem(nummers: Iterable[int], namen: Sequence[str] | pd.Series) -> list[str | None]:
    """The name of each number; None for GEEN."""
    lijst = list(namen)
    return [None if nummer == GEEN else lijst[nummer] for nummer in nummers]
