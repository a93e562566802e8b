"""What leaves core: a protected table with its source, and published figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Self

import pandas as pd

from core.begrippen import Rol
from core.cijfers.tabellen import Kolom, Soort
from core.filters import Filter
from core.onthulling.opmaak import allemaal_opgemaakt, opgemaakt
from core.onthulling.recept import Recept, onthoudt_recept
from core.opmaak import euro_kort, sleutel
from core.opslag import Opslag


@dataclass(frozen=True)
class Drempels:
    """From how many jeugdigen a figure is shown, and to what `lezer` sees counts rounded."""

    gewoon: int = 5
    buurt_persoonlijk: int = 10
    afronding_lezer: int = 5

    @classmethod
    def uit(cls, opslag: Opslag) -> Self:
        """The thresholds as they are set in the app's settings."""
        namen = ("drempel", "drempel_buurt_persoonlijk", "afronding_lezer")
        return cls(*(int(opslag.instelling(naam)) for naam in namen))


@dataclass(frozen=True)
class Herkomst:
    """Where a table comes from: everything the source line under a figure says."""

    dataversie: str
    stand_per: date | None
    demo: bool
    filter: Filter
    drempel: int
    rol: Rol
    eerste_maand: int | None
    laatste_maand: int | None
    voorlopig_vanaf: int | None
    buiten: bool = False
    """Whether the table is to leave the building: then counts are rounded for every role."""
    inwoners: str = ""
    """Who counted the inhabitants, in a table that divides by them."""
    afgerond: int = 0
    """The multiple to which the counts of this table were rounded; 0 when they are exact."""


_GEEN_GETAL = (Soort.TEKST, Soort.MAAND, Soort.JAAR, Soort.RANG, Soort.JA_NEE, Soort.INWONERS)
"""Kinds of columns that say what a row is about, or how many people live there."""


@dataclass(frozen=True)
class Rooster:
    """Rows and columns that may be shown, and for each hidden cell why (`<5` or `verborgen`).

    `waarden` and `reden` have the shape rows × kolommen; a hidden cell is None in `waarden` and
    has a text in `reden`; an unknown cell is None with an empty reden.
    """

    naam: str
    titel: str
    kolommen: tuple[Kolom, ...]
    waarden: tuple[tuple[Any, ...], ...]
    reden: tuple[tuple[str, ...], ...]
    recept: Recept | None = field(default=None, init=False, compare=False, repr=False)
    """How it was made of other tables; None for one that is an answer itself."""

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.waarden)

    @property
    def decimalen(self) -> int:
        """How many decimals its percentages and points are read with."""
        return 1

    @cached_property
    def _hash(self) -> int:
        return hash((self.naam, self.kolommen, self.waarden, self.reden))

    @cached_property
    def _plaatsen(self) -> dict[str, int]:
        return {k.naam: n for n, k in enumerate(self.kolommen)}

    def plaats(self, naam: str) -> int:
        """The position of a column. Raises KeyError when there is no such column."""
        return self._plaatsen[naam]

    def rijen(self) -> list[dict[str, Any]]:
        """The rows as JSON has them: a hidden cell is its reden, an unknown one None."""
        namen = [k.naam for k in self.kolommen]
        return [
            dict(zip(namen, (r or w for w, r in zip(rij, redenen, strict=True)), strict=True))
            for rij, redenen in zip(self.waarden, self.reden, strict=True)
        ]

    def cel(self, kolom: str, rij: int = 0) -> Any:
        """The value of one cell, or None when hidden or unknown."""
        return self.waarden[rij][self.plaats(kolom)]

    def kolom(self, naam: str) -> list[Any]:
        """The values of a column from the first row to the last; None where hidden or unknown."""
        p = self.plaats(naam)
        return [rij[p] for rij in self.waarden]

    def reden_van(self, kolom: str, rij: int = 0) -> str:
        """Why a cell is hidden; empty when it is not."""
        return self.reden[rij][self.plaats(kolom)]

    def tekst(self, kolom: str, rij: int = 0) -> str:
        """One cell as a Dutch reader sees it: formatted, or why it is hidden; unknown is a dash.

        A price per jeugdige that there cannot be (lump sum, pgb) is `n.v.t.`.
        """
        p = self.plaats(kolom)
        wat, waarde = self.kolommen[p], self.waarden[rij][p]
        per = waarde is None and wat.soort is Soort.EURO_PER and wat.volgt in self._plaatsen
        nvt = "n.v.t." if per and self.cel(wat.volgt, rij) else ""
        return self.reden[rij][p] or nvt or opgemaakt(wat.soort, waarde, self.decimalen)

    def teksten(self, kolom: str) -> list[str]:
        """The cells of a column from the first row to the last, each as `tekst`."""
        p, redenen = self.plaats(kolom), [rij[self.plaats(kolom)] for rij in self.reden]
        if self.kolommen[p].soort is Soort.EURO_PER:
            return [self.tekst(kolom, n) for n in range(len(self))]
        opgemaakt = allemaal_opgemaakt(self.kolommen[p].soort, self.kolom(kolom), self.decimalen)
        return [reden or tekst for reden, tekst in zip(redenen, opgemaakt, strict=True)]

    def kort(self, kolom: str, rij: int = 0) -> str:
        """One cell for a heading: as `tekst`, but millions as `€ 39,3 mln`."""
        p = self.plaats(kolom)
        if self.kolommen[p].soort is Soort.EURO and not self.reden[rij][p]:
            return euro_kort(self.waarden[rij][p])
        return self.tekst(kolom, rij)

    @cached_property
    def toont_getal(self) -> bool:
        """Whether any number other than 0 is shown: without one there is nothing to draw."""
        namen = [n for n, k in enumerate(self.kolommen) if k.soort not in _GEEN_GETAL]
        return any(rij[n] for rij in self.waarden for n in namen)

    def frame(self) -> pd.DataFrame:
        """The shown values as a frame for a chart; hidden and unknown cells are missing."""
        return pd.DataFrame(list(self.waarden), columns=[k.naam for k in self.kolommen])

    @onthoudt_recept
    def alleen(self, **waarden: Any) -> Self:
        """The rows in which each named column has the given value (or one of a tuple)."""
        plaatsen = {self.plaats(n): w if isinstance(w, tuple) else (w,) for n, w in waarden.items()}
        houd: Iterable[int] = range(len(self))
        for p, toegestaan in plaatsen.items():
            houd = [n for n in houd if self.waarden[n][p] in toegestaan]
        return self._rijen(houd)

    @onthoudt_recept
    def eerste(self, aantal: int) -> Self:
        """The first `aantal` rows."""
        return self._rijen(range(min(aantal, len(self))))

    @onthoudt_recept
    def gesorteerd(self, kolom: str, aflopend: bool = True, zonder_teken: bool = False) -> Self:
        """The rows ordered by a column (its numbers without their sign); hidden and unknown last, in their old order."""
        p = self.plaats(kolom)
        vol = [n for n in range(len(self)) if self.waarden[n][p] is not None]
        leeg = [n for n in range(len(self)) if self.waarden[n][p] is None]
        op_naam = self.kolommen[p].soort is Soort.TEKST  # as a reader looks a name up: case aside
        zoals: Any = sleutel if op_naam else abs if zonder_teken else lambda waarde: waarde
        return self._rijen(sorted(vol, key=lambda n: zoals(self.waarden[n][p]), reverse=aflopend) + leeg)

    @onthoudt_recept
    def met_kolommen(self, *namen: str) -> Self:
        """Only the named columns, in the given order."""
        p = [self.plaats(naam) for naam in namen]
        return replace(
            self,
            kolommen=tuple(self.kolommen[n] for n in p),
            waarden=tuple(tuple(rij[n] for n in p) for rij in self.waarden),
            reden=tuple(tuple(rij[n] for n in p) for rij in self.reden),
        )

    def _rijen(self, nummers: Iterable[int]) -> Self:
        lijst = list(nummers)
        return replace(
            self,
            waarden=tuple(self.waarden[n] for n in lijst),
            reden=tuple(self.reden[n] for n in lijst),
        )


@dataclass(frozen=True)
class BeveiligdeTabel(Rooster):
    """A protected table about jeugdigen, with where it comes from."""

    herkomst: Herkomst

    def __hash__(self) -> int:
        """Computed once: charts and turned tables are kept by the table they were made of."""
        return self._hash


@dataclass(frozen=True)
class OpenbareTabel(Rooster):
    """Figures about areas that others published: nothing in it is hidden, and nothing is about a person.

    `bron` is the Dutch source line under it, `jaar` the year that belongs in its title, `noten`
    what a reader has to know before comparing, `decimalen` those of its percentages and points.
    """

    bron: str
    jaar: int | None = None
    noten: tuple[str, ...] = ()
    decimalen: int = 1

    def __hash__(self) -> int:
        """Computed once: charts are kept by the table they were made of."""
        return self._hash
