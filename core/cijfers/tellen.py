"""The sums that every table is made of, for any grouping of a selection.

Unieke jeugdigen are counted by sorting the pairs of jeugdige and group: the rows lie in the order
of jeugdige already, so that is nearly one pass. Tables with levels: `core.cijfers.niveaus`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
import pandas as pd

from core.cijfers.selectie import HEEL_JAAR, Selectie, begin_van_groepen

AANTAL_MAANDEN = np.array([bits.bit_count() for bits in range(HEEL_JAAR + 1)], dtype=np.float64)
"""Of every set of months their number; as floats, which is how they are summed."""


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
    def regels(self) -> np.ndarray:
        """How many rows of the selection each group has."""
        return np.bincount(self.nummer, minlength=self.aantal)

    @cached_property
    def gevuld(self) -> np.ndarray:
        """The numbers of the groups that are listed, ascending."""
        return np.flatnonzero(self.regels)

    def namen(self) -> tuple[np.ndarray, ...]:
        """The values of the columns for the groups that are listed."""
        return tuple(np.unravel_index(self.gevuld, self.vorm)) if self.vorm else ()

    def jeugdigen(self) -> np.ndarray:
        """Unieke jeugdigen in care, per listed group."""
        return self._uniek("jeugdigen")

    def arrangementen(self) -> np.ndarray:
        """Distinct toewijzingen in care, per listed group."""
        return self._uniek("arrangementen")

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
        som = np.bincount(groep, weights=AANTAL_MAANDEN.take(zorg), minlength=self.aantal)
        return som[self.gevuld].astype(np.int64)

    @cached_property
    def per_jeugdigejaar(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Of every jeugdige in every group and year: the group, the year and the months in care."""
        s = self.selectie
        groep, jaar, zorg = self.nummer, s["jaar"], s["zorg"]
        begin = begin_van_groepen(s["jeugdige"], jaar)
        if self.aantal > 1:
            # Only within a jeugdige and year are rows not yet in the order of their groups.
            sleutel = np.repeat(np.arange(len(begin)) * self.aantal, np.diff(begin, append=len(jaar)))
            sleutel += groep
            if (sleutel[1:] < sleutel[:-1]).any():
                volgorde = np.argsort(sleutel, kind="stable")
                groep, jaar, zorg, sleutel = (k.take(volgorde) for k in (groep, jaar, zorg, sleutel))
            begin = begin_van_groepen(sleutel)
        maanden = np.bitwise_or.reduceat(zorg, begin) if len(begin) else zorg
        return groep.take(begin), jaar.take(begin), maanden

    def paren(self, maat: str) -> tuple[np.ndarray, np.ndarray]:
        """Every jeugdige (or toewijzing) in care with every group it is in, in that order."""
        wie = self.selectie["jeugdige" if maat == "jeugdigen" else "toewijzing"]
        telt = self.selectie["zorg"] > 0
        if maat == "arrangementen":
            telt &= wie >= 0
        breed = self.aantal.bit_length()
        paren = wie.astype(np.int64)
        paren <<= breed
        paren |= self.nummer
        if not telt.all():
            paren = paren.take(np.flatnonzero(telt))
        paren.sort(kind="stable")  # rows are nearly in this order: little more than one pass
        paren = paren.take(begin_van_groepen(paren))
        wie = (paren >> breed).astype(np.int32)
        paren &= (1 << breed) - 1
        return wie, paren

    def _uniek(self, maat: str) -> np.ndarray:
        return np.bincount(self.paren(maat)[1], minlength=self.aantal)[self.gevuld]


def groepeer(selectie: Selectie, *kolommen: np.ndarray) -> Groepen:
    """Group a selection by columns of numbers from 0; without columns all rows are one group."""
    vorm = tuple(int(kolom.max(initial=0)) + 1 for kolom in kolommen)
    nummer = np.zeros(len(selectie.rijen), dtype=np.int64)
    for kolom, aantal in zip(kolommen, vorm, strict=True):
        nummer *= aantal
        nummer += kolom
    return Groepen(selectie, nummer, prod(vorm), vorm)


GEEN = -1
"""In the place of a column that is not of the level of the row."""


def benoem(nummers: np.ndarray, namen: Iterable[str]) -> pd.Series:
    """The name of each number as a column; None for GEEN.

    Plain objects: as pandas' own text a small table would take twice as long to make and to read.
    """
    return pd.Series(np.array([*namen, None], dtype=object)[nummers], dtype=object)  # GEEN: the last
