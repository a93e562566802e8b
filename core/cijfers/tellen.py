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
        return self._verschillend(self.selectie["jeugdige"], self.selectie["zorg"] > 0)

    def arrangementen(self) -> np.ndarray:
        """Distinct toewijzingen in care, per listed group."""
        toewijzing = self.selectie["toewijzing"]
        return self._verschillend(toewijzing, (self.selectie["zorg"] > 0) & (toewijzing >= 0))

    def kosten(self) -> np.ndarray:
        """Kosten in euros, per listed group. Sums of cents below 2^53 are exact as floats."""
        som = np.bincount(self.nummer, weights=self.selectie.bedrag, minlength=self.aantal)
        return som[self.gevuld] / 100

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

    def _verschillend(self, wie: np.ndarray, telt: np.ndarray) -> np.ndarray:
        # Who and in which group, packed in one number: sorted, what is the same lies together.
        breed = self.aantal.bit_length()
        sleutel = wie.astype(np.int64) << breed | self.nummer
        sleutel = sleutel if telt.all() else sleutel[telt]
        sleutel.sort(kind="stable")
        groep = sleutel[begin_van_groepen(sleutel)] & (1 << breed) - 1
        return np.bincount(groep, minlength=self.aantal)[self.gevuld]


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
    `niveau`, then `k0`, `k1` … (numbers, GEEN above their level), then the measures (methods of
    Groepen); each row is followed by its parts.
    """
    boven, onder, *verder = kolommen
    delen = []
    for niveau, van_niveau in zip(niveaus, ((), (boven,), (boven, onder)), strict=True):
        groepen = groepeer(selectie, *van_niveau, *verder)
        namen = list(groepen.namen())
        leeg = [np.full(len(groepen.gevuld), GEEN)] * (2 - len(van_niveau))
        volgorde = [*namen[: len(van_niveau)], *leeg, *namen[len(van_niveau) :]]
        deel = {"niveau": np.full(len(groepen.gevuld), niveau, dtype=object)}
        deel |= {f"k{n}": kolom for n, kolom in enumerate(volgorde)}
        delen.append(deel | {maat: getattr(groepen, maat)() for maat in maten})
    samen = {naam: np.concatenate([deel[naam] for deel in delen]) for naam in delen[0]}
    sleutels = [samen[f"k{n}"] for n in reversed(range(len(kolommen)))]
    return pd.DataFrame(samen).iloc[np.lexsort(sleutels)].reset_index(drop=True)


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
