"""The selection that every figure starts from: the rows a Filter asks for, with their months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Self

import numpy as np
import pandas as pd

from core.begrippen import Leeftijdsindeling
from core.cijfers.kolommen import ONBEKEND, Kolommen, laad
from core.cijfers.leeftijden import gekozen, klasse_van, leeftijd_op
from core.database import Database
from core.filters import Filter
from core.opmaak import maand_iso

_MAANDEN = range(12)
HEEL_JAAR = (1 << 12) - 1
"""The bits of all twelve months."""

LAATSTE_BIT = np.array([max(bits.bit_length() - 1, 0) for bits in range(HEEL_JAAR + 1)], dtype=np.int32)
"""Of every set of months the last one, 0-11."""

EERSTE_JAAR = 2000
"""Years are counted from here where they are a column to group by; the Jeugdwet is of 2015."""


class Per(StrEnum):
    """Within what an age is fixed: the whole selection, each calendar year or each month."""

    SELECTIE = "selectie"
    JAAR = "jaar"
    MAAND = "maand"


@dataclass(frozen=True)
class Selectie:
    """Rows of `Kolommen` (positions, in the order of jeugdige, then year) and their months.

    `masker` holds per row the bits of the months that count; a row without a zorgmaand in them is
    not in the selection. `per_rij`: the months differ between the rows of a year.
    """

    db: Database
    kolommen: Kolommen
    rijen: np.ndarray
    masker: np.ndarray
    per_rij: bool = False
    gelezen: dict[str, np.ndarray] = field(default_factory=dict)

    def __getitem__(self, naam: str) -> np.ndarray:
        """A column of the rows: as stored, `zorg` and `maanden` within the months that count."""
        if naam not in self.gelezen:
            waarden = self._van_rijen(self.kolommen.waarden[naam])
            if naam in ("zorg", "maanden") and not self.heel:
                waarden = waarden & self.masker
            waarden.flags.writeable = False  # a selection is shared by the tables of a page
            self.gelezen[naam] = waarden
        return self.gelezen[naam]

    @cached_property
    def heel(self) -> bool:
        """Whether every month of every row counts."""
        return bool((self.masker == HEEL_JAAR).all())

    def _van_rijen(self, kolom: np.ndarray) -> np.ndarray:
        return kolom if len(self.rijen) == len(kolom) else kolom.take(self.rijen)

    def alleen(self, welke: np.ndarray) -> Self:
        """The rows for which `welke` is true."""
        if welke.all():
            return self
        plek = np.flatnonzero(welke)
        return replace(self, rijen=self.rijen.take(plek), masker=self.masker.take(plek), gelezen={})

    @cached_property
    def bedrag(self) -> np.ndarray:
        """The cents of each row in the months that count."""
        if self.heel:
            return self["bedrag"]
        bedrag = self["bedrag"].copy()
        stellen = np.flatnonzero(np.bincount(self.masker, minlength=HEEL_JAAR + 1)[:HEEL_JAAR])
        for bits in stellen:
            deels = np.flatnonzero(self.masker == bits)
            per_maand, rijen = self.kolommen.per_maand(self.db), self.rijen[deels]
            wel = [maand for maand in range(12) if bits >> maand & 1]
            niet = [maand for maand in range(12) if not bits >> maand & 1]
            if len(wel) <= len(niet):
                bedrag[deels] = sum(per_maand[maand][rijen] for maand in wel)
            else:
                bedrag[deels] -= sum(per_maand[maand][rijen] for maand in niet)
        return bedrag

    def per_maand(self) -> Iterator[np.ndarray]:
        """The cents of each row in January, in February …, each array only until the next.

        Also in the months that count for no row of its year; 0 in those that only count for others.
        """
        ruimte = np.empty(len(self.rijen))
        for maand, cent in enumerate(self.kolommen.per_maand(self.db)):
            if len(self.rijen) < len(cent):
                cent = cent.take(self.rijen, out=ruimte, mode="clip")
            yield np.multiply(cent, self.masker >> maand & 1, out=ruimte) if self.per_rij else cent

    def leeftijd(self, per: Per = Per.SELECTIE) -> np.ndarray:
        """Of each row the age of its jeugdige: one per jeugdige, or one per jeugdige and year.

        That at the end of the last month in care, without any that of the last zorgmaand.
        """
        begin = begin_van_groepen(self["jeugdige"], *([self["jaar"]] if per is Per.JAAR else []))
        if not len(begin):
            return np.empty(0, dtype=np.int16)
        zorg, jaar = self["zorg"], self["jaar"].astype(np.int32) * 12
        laatste = _LAATSTE_IN_ZORG.take(zorg) + jaar
        zonder = np.flatnonzero(zorg == 0)
        laatste[zonder] = jaar[zonder] + LAATSTE_BIT[self["maanden"][zonder]]
        maand = np.maximum.reduceat(laatste, begin) % _IN_ZORG
        leeftijd = leeftijd_op(self["geboortemaand"].take(begin), maand).astype(np.int16)
        return np.repeat(leeftijd, np.diff(begin, append=len(laatste)))

    def klasse(self, indeling: Leeftijdsindeling) -> np.ndarray:
        """Of each row the position of the age of its jeugdige among the classes."""
        return klasse_van(self.leeftijd(), indeling)

    def segment(self) -> np.ndarray:
        """Of each row the number of its segment."""
        return self.kolommen.product["segment"].to_numpy(np.int16)[self["product"]]

    def jaar(self) -> np.ndarray:
        """Of each row its year, counted from EERSTE_JAAR."""
        return self["jaar"] - EERSTE_JAAR


_IN_ZORG = 1 << 20
"""Added to a maandnummer, makes any month in care later than any other month."""
_LAATSTE_IN_ZORG = LAATSTE_BIT + np.int32(_IN_ZORG)


def selecteer(
    db: Database, f: Filter, per: Per = Per.SELECTIE, maanden: Sequence[int] | None = None
) -> Selectie:
    """The selection of `f`; `per` fixes an age, `maanden` takes the place of the period of `f`.

    The last few are kept with what was read of them: the tables of a page ask the same.
    """
    gevraagd = tuple(maanden_van(db, f) if maanden is None else maanden)
    vraag = f.zonder_periode().met(leeftijdsindeling=Leeftijdsindeling.JEUGDWET)
    return _selecteer(db, vraag, per if f.leeftijd else Per.SELECTIE, gevraagd)


@lru_cache(maxsize=6)
def _selecteer(db: Database, f: Filter, per: Per, maanden: tuple[int, ...]) -> Selectie:
    kolommen = laad(db, f.zoals_toen)
    rijen = kolommen.rijen(f)
    jaar = kolommen.waarden["jaar"][rijen]
    maskers = _maskers(db, f, maanden)
    eerste = min(maskers, default=0)
    per_jaar = np.zeros(max(maskers, default=0) - eerste + 3, dtype=np.int16)
    for nummer, bits in maskers.items():
        per_jaar[nummer - eerste + 1] = bits
    # A year before the first or after the last that is asked for falls on a zero beside them.
    masker = per_jaar[np.clip(jaar - eerste + 1, 0, len(per_jaar) - 1)]
    per_rij = bool(f.leeftijd) and per is Per.MAAND
    if per_rij:
        masker &= _leeftijdsmasker(kolommen.waarden["geboortemaand"][rijen], jaar, f)
    alles = Selectie(db, kolommen, rijen, masker, per_rij)
    uit = alles.alleen(alles["maanden"] != 0)
    return uit.alleen(gekozen(uit.leeftijd(per), f)) if f.leeftijd and not per_rij else uit


def vergeet() -> None:
    """Keep no selection any longer: for who measures what a question takes."""
    _selecteer.cache_clear()


def _maskers(db: Database, f: Filter, maanden: Sequence[int]) -> dict[int, int]:
    """Per year the bits of the months asked for; all bits when no month of data is left out."""
    alle, gevraagd = maanden_van(db, Filter(zoals_toen=f.zoals_toen)), set(maanden)
    uit: dict[int, int] = {}
    for maand in (m for m in alle if m in gevraagd):
        uit[maand // 12] = uit.get(maand // 12, 0) | 1 << maand % 12
    compleet = uit.keys() - {m // 12 for m in alle if m not in gevraagd}
    return uit | dict.fromkeys(compleet, HEEL_JAAR)


def _leeftijdsmasker(geboortemaand: np.ndarray, jaar: np.ndarray, f: Filter) -> np.ndarray:
    """The months of each row's year at whose end the age is in the filter, as bits."""
    # They follow from how many months old someone is in January. Who is not born yet has no age,
    # no more than whose birth is unknown.
    oud = np.where(geboortemaand == ONBEKEND, -len(_MAANDEN), jaar.astype(np.int32) * 12 - geboortemaand)
    eerste = int(oud.min(initial=0))
    kan = np.arange(eerste, int(oud.max(initial=0)) + 1)
    tabel = np.zeros(len(kan), dtype=np.int16)
    for maand in _MAANDEN:
        past = gekozen(leeftijd_op(np.zeros_like(kan), kan + maand), f)
        tabel |= past.astype(np.int16) << maand
    return tabel.take(oud - eerste)


def begin_van_groepen(*kolommen: np.ndarray) -> np.ndarray:
    """The positions at which any of the columns, sorted together, takes another value."""
    anders = np.zeros(len(kolommen[0]), dtype=bool)
    anders[:1] = True
    for kolom in kolommen:
        anders[1:] |= kolom[1:] != kolom[:-1]
    return np.flatnonzero(anders)


def maanden_van(db: Database, f: Filter) -> list[int]:
    """The maandnummers of the period of `f` between the first and the last month of the data."""
    stand = db.stand_van(f)
    eerste, laatste = stand.eerste_maand, stand.laatste_maand
    if eerste is None or laatste is None:
        return []
    return [m for m in range(eerste, laatste + 1) if f.past(m)]


def maanden_als_tekst(maanden: np.ndarray) -> pd.Series:
    """Maandnummers as a column of texts: `2024-02`."""
    eerste = int(maanden.min(initial=maanden.max(initial=0)))
    alle = [maand_iso(maand) for maand in range(eerste, int(maanden.max(initial=0)) + 1)]
    return pd.Series(np.array(alle, dtype=object)[maanden - eerste], dtype=object)
