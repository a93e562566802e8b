"""The selection that every figure starts from: the rows a Filter asks for, with their months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Self

import numpy as np

from core.begrippen import Leeftijdsindeling
from core.cijfers.kolommen import Kolommen, laad
from core.cijfers.leeftijden import gekozen, klasse_van, leeftijd_op
from core.database import Database
from core.filters import Filter
from core.opmaak import maand_iso

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
    not in the selection.
    """

    db: Database
    kolommen: Kolommen
    rijen: np.ndarray
    masker: np.ndarray
    gelezen: dict[str, np.ndarray] = field(default_factory=dict)

    def __getitem__(self, naam: str) -> np.ndarray:
        """A column of the rows: as stored, `zorg` and `maanden` within the months that count."""
        if naam not in self.gelezen:
            waarden = self.kolommen.waarden[naam][self.rijen]
            self.gelezen[naam] = waarden & self.masker if naam in ("zorg", "maanden") else waarden
        return self.gelezen[naam]

    def alleen(self, welke: np.ndarray) -> Self:
        """The rows for which `welke` is true."""
        if welke.all():
            return self
        return replace(self, rijen=self.rijen[welke], masker=self.masker[welke], gelezen={})

    @cached_property
    def bedrag(self) -> np.ndarray:
        """The cents of each row in the months that count."""
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
        """The cents of each row in January, in February …; 0 in a month that does not count."""
        alle = len(self.rijen) == len(self.kolommen.waarden["jaar"])
        heel = bool((self.masker == HEEL_JAAR).all())
        for maand, cent in enumerate(self.kolommen.per_maand(self.db)):
            gekozen_cent = cent if alle else cent[self.rijen]
            yield gekozen_cent if heel else gekozen_cent * (self.masker >> maand & 1)

    def leeftijd(self, per: Per = Per.SELECTIE) -> np.ndarray:
        """Of each row the age of its jeugdige: one per jeugdige, or one per jeugdige and year.

        That at the end of the last month in care, without any that of the last zorgmaand.
        """
        zorg, jaar = self["zorg"], self["jaar"].astype(np.int32) * 12
        laatste = np.where(zorg > 0, jaar + LAATSTE_BIT[zorg] + _IN_ZORG, jaar + LAATSTE_BIT[self["maanden"]])
        begin = begin_van_groepen(self["jeugdige"], *([self["jaar"]] if per is Per.JAAR else []))
        if not len(begin):
            return laatste
        maand = np.maximum.reduceat(laatste, begin) % _IN_ZORG
        return leeftijd_op(self["geboortemaand"], np.repeat(maand, np.diff(begin, append=len(laatste))))

    def klasse(self, indeling: Leeftijdsindeling) -> np.ndarray:
        """Of each row the position of the age of its jeugdige among the classes."""
        return klasse_van(self.leeftijd(), indeling)

    def segment(self) -> np.ndarray:
        """Of each row the number of its segment."""
        return self.kolommen.product["segment"].to_numpy()[self["product"]]

    def wijk(self) -> np.ndarray:
        """Of each row the number of its wijk: that of the first buurt in it."""
        return self.kolommen.buurt["wijknr"].to_numpy()[self["buurt"]]

    def jaar(self) -> np.ndarray:
        """Of each row its year, counted from EERSTE_JAAR."""
        return self["jaar"] - EERSTE_JAAR


_IN_ZORG = 1 << 20
"""Added to a maandnummer, makes any month in care later than any other month."""


def selecteer(
    db: Database, f: Filter, per: Per = Per.SELECTIE, maanden: Sequence[int] | None = None
) -> Selectie:
    """The selection of `f`; `per` fixes an age, `maanden` takes the place of the period of `f`."""
    kolommen = laad(db, f.zoals_toen)
    rijen = kolommen.rijen(db, f)
    jaar = kolommen.waarden["jaar"][rijen]
    maskers = _maskers(db, f, maanden_van(db, f) if maanden is None else maanden)
    eerste = min(maskers, default=0)
    per_jaar = np.zeros(max(maskers, default=0) - eerste + 3, dtype=np.int16)
    for nummer, bits in maskers.items():
        per_jaar[nummer - eerste + 1] = bits
    # A year before the first or after the last that is asked for falls on a zero beside them.
    masker = per_jaar[np.clip(jaar - eerste + 1, 0, len(per_jaar) - 1)]
    if f.leeftijd and per is Per.MAAND:
        masker &= _leeftijdsmasker(kolommen.waarden["geboortemaand"][rijen], jaar, f)
    alles = Selectie(db, kolommen, rijen, masker)
    uit = alles.alleen(alles["maanden"] != 0)
    return uit.alleen(gekozen(uit.leeftijd(per), f)) if f.leeftijd and per is not Per.MAAND else uit


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
    uit = np.zeros(len(jaar), dtype=np.int16)
    for maand in range(12):
        past = gekozen(leeftijd_op(geboortemaand, jaar.astype(np.int32) * 12 + maand), f)
        uit |= past.astype(np.int16) << maand
    return uit


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


def volledige_maanden(db: Database, f: Filter) -> list[int]:
    """The months of `maanden_van` that are not voorlopig."""
    return [m for m in maanden_van(db, f) if m < voorlopig_vanaf(db, f)]


def voorlopig_vanaf(db: Database, f: Filter) -> int:
    """The first maandnummer that is voorlopig; without any data 0: then every month would be."""
    return db.stand_van(f).voorlopig_vanaf() or 0


def maanden_als_tekst(maanden: Sequence[int] | np.ndarray) -> list[str]:
    """Maandnummers as text: `2024-02`."""
    return [maand_iso(int(maand)) for maand in maanden]
