"""What a table is: the kinds of its columns, the columns that many share, and its row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from core.database import Database
from core.filters import DIMENSIES, Filter
from core.opmaak import opsomming


class Soort(StrEnum):
    """What kind of value a column holds: decides its format and its protection."""

    TEKST = "tekst"
    JAAR = "jaar"
    MAAND = "maand"
    JEUGDIGEN = "jeugdigen"
    """A number of jeugdigen (or of things of jeugdigen): the primary threshold applies."""
    EURO = "euro"
    """An amount of money: exact for sturing where no personal attribute or buurt is involved."""
    EURO_PER = "euro per"
    """An amount per jeugdige or month: gives a count away beside its amount, so goes with it."""
    PCT = "pct"
    PER_1000 = "per 1.000"
    INWONERS = "inwoners"
    MAANDEN = "maanden"
    """A number of months, with one decimal at most."""
    PROCENTPUNT = "procentpunt"
    """A difference between two percentages, with its sign."""
    VERSCHIL = "verschil"
    """A difference between two numbers, with its sign; of our jeugdigen only where it goes with a count."""
    INDEX = "index"
    """A ratio × 100; of our jeugdigen only where it goes with a count."""
    NORM = "norm"
    """What a count would be by the rates of the whole municipality: rests on no count of its own row."""
    RANG = "rang"
    JA_NEE = "ja/nee"
    AANTAL = "aantal"
    """A number of lines, files or months, or one that others published: never of our jeugdigen."""
    CENTEN = "centen"
    """An amount in whole cents, shown to the cent: for tables about files."""


class NietTeVragen(ValueError):
    """A filter that a table cannot answer; its text is a Dutch sentence."""


@dataclass(frozen=True)
class Kolom:
    """One column: its name in JSON, its Dutch title, its kind and what it goes with.

    `volgt` names the JEUGDIGEN column whose hiding hides this one too (linked suppression);
    `optelbaar`: its numbers add up to the level above in any table, also where jeugdigen do not.
    `rust_op` names a column of the answer that is not shown: per row the counts (of months, of
    products) that this number is made of and that are told elsewhere. Where just one of those is
    too small it would follow, and so this number is hidden.
    """

    naam: str
    titel: str
    soort: Soort
    volgt: str = ""
    optelbaar: bool = False
    rust_op: str = ""


@dataclass(frozen=True)
class Tabel:
    """One question: its function, columns, and whether its rows split by person or by area.

    For secondary suppression: `groepen` says where amounts add up to a total that is shown
    somewhere, as (niveau or "" for all rows, key columns of a group); `optelbaar`, that there the
    numbers of jeugdigen add up too, or nearly; `bedraggroepen`, where only amounts do (over time; the
    key `jaar` of a table by month or quarter is the year of it); `tweede_naar`, by the size of which
    column the second amount is chosen, where tables about the same rows must hide the same one; `saldo`, which columns of a row follow from each
    other, as (all of them, those to hide when one is hidden).

    `op_grootte`: the rows are in the order of their kosten, by aanbieder, so the place of a hidden
    amount would tell between which others it lies; `loopt_op` names the columns that count on from
    row to row in that order. `herreken` gives the cells of a row that must be computed again when
    its numbers of jeugdigen are rounded, since exact ones would give the exact numbers back.
    `alle_maanden`: it needs more months than what was known a year before is kept of (zorgperioden,
    whole calendar years), so it cannot be asked zoals toen bekend.
    `kent`: the only dimensions it can be filtered on beside the period; None = all of them. `anders`
    names the table that answers the same, less fully, under any filter.
    `hele_gemeente`: its function sets a choice of area aside, so that all areas are protected
    together; the choice picks rows afterwards.
    """

    naam: str
    titel: str
    functie: Callable[[Database, Filter], pd.DataFrame]
    kolommen: tuple[Kolom, ...]
    persoonlijk: bool = False
    gebied: bool = False
    groepen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    optelbaar: bool = False
    bedraggroepen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    tweede_naar: str = ""
    saldo: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    op_grootte: bool = False
    loopt_op: tuple[str, ...] = ()
    herreken: Callable[[Mapping[str, Any]], dict[str, Any]] | None = None
    alle_maanden: bool = False
    hele_gemeente: bool = False
    kent: tuple[str, ...] | None = None
    anders: str = ""

    def kolom(self, naam: str) -> Kolom:
        """The column of that name. Raises KeyError when the table has no such column."""
        return {k.naam: k for k in self.kolommen}[naam]

    def antwoord(self, db: Database, f: Filter) -> pd.DataFrame:
        """The exact figures. Raises NietTeVragen for a filter that this table cannot answer."""
        if f.zoals_toen and self.alle_maanden:
            raise NietTeVragen(
                f"De tabel {self.naam} is er niet zoals toen bekend: daarvoor zijn meer maanden nodig dan bewaard worden."
            )
        if vreemd := self._kent_niet(f):
            keuze = [DIMENSIES[naam].woord for naam in self.kent or ()]
            raise NietTeVragen(
                f"De tabel {self.naam} kent alleen {opsomming([*keuze, 'periode'])} als filter, niet {opsomming(vreemd)}."
            )
        return self.functie(db, f)

    def kan(self, f: Filter) -> bool:
        """Whether this table can answer a filter."""
        return not (f.zoals_toen and self.alle_maanden) and not self._kent_niet(f)

    def _kent_niet(self, f: Filter) -> list[str]:
        """The words of the dimensions of a filter that this table does not know."""
        if self.kent is None:
            return []
        return [DIMENSIES[naam].woord for naam in f.actief() if naam not in (*self.kent, "jaar", "maand")]


NIVEAU = Kolom("niveau", "Niveau", Soort.TEKST)
SEGMENT = Kolom("segment", "Segment", Soort.TEKST)
PRODUCT = Kolom("product", "Product", Soort.TEKST)
MAAND = Kolom("maand", "Maand", Soort.MAAND)
KWARTAAL = Kolom("kwartaal", "Kwartaal", Soort.TEKST)
JAAR = Kolom("jaar", "Jaar", Soort.JAAR)
AANBIEDER = Kolom("aanbieder", "Aanbieder", Soort.TEKST)
LEEFTIJD = Kolom("leeftijd", "Leeftijd", Soort.TEKST)
INTENSITEIT = Kolom("intensiteit", "Intensiteit", Soort.TEKST)
DUUR = Kolom("duur", "Duur", Soort.TEKST)
VOORLOPIG = Kolom("voorlopig", "Voorlopig", Soort.JA_NEE)
JEUGDIGEN = Kolom("jeugdigen", "Unieke jeugdigen", Soort.JEUGDIGEN)
ARRANGEMENTEN = Kolom("arrangementen", "Arrangementen", Soort.JEUGDIGEN, "jeugdigen", optelbaar=True)
KOSTEN = Kolom("kosten", "Kosten", Soort.EURO, "jeugdigen")
PER_JEUGDIGE = Kolom("kosten_per_jeugdige", "Kosten per jeugdige", Soort.EURO_PER, "jeugdigen")
PER_ZORGMAAND = Kolom(
    "kosten_per_zorgmaand", "Kosten per zorgmaand", Soort.EURO_PER, "jeugdigen", rust_op="per_maand"
)
GEMIDDELD_IN_ZORG = Kolom(
    "gemiddeld_in_zorg", "Gemiddeld in zorg", Soort.JEUGDIGEN, "jeugdigen", rust_op="per_volledige_maand"
)
