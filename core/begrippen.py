"""The field's vocabulary as types: a code that is not in here cannot enter the database.

Every member of a `Begrip` enum is stored as its position (`code`), because comparing small
integers is an order of magnitude faster in DuckDB than comparing ENUMs or text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Self

ONBEKEND = "Onbekend"
BUITEN_GEMEENTE = "Buiten gemeente"
NOG_IN_TE_DELEN = "Nog in te delen"
PGB = "PGB"


class Begrip(StrEnum):
    """A closed list of terms; the position of a member is the integer that is stored."""

    @property
    def code(self) -> int:
        """The integer that stands for this member in the database (its position, from 0)."""
        return _codes(type(self))[self]


@cache
def _codes(soort: type[Begrip]) -> dict[Begrip, int]:
    return {lid: nummer for nummer, lid in enumerate(soort)}


class Verwijzer(Begrip):
    """Who referred the jeugdige to care (code list COD327, grouped as CBS publishes it)."""

    GEMEENTE = "Gemeente"
    HUISARTS = "Huisarts"
    JEUGDARTS = "Jeugdarts"
    GI = "Gecertificeerde instelling"
    SPECIALIST = "Medisch specialist"
    RECHTER = "Rechter"
    GEEN = "Geen verwijzer"
    ONBEKEND = "Onbekend"


VERWIJZERGROEP: dict[Verwijzer, str] = {
    Verwijzer.GEMEENTE: "gemeente",
    Verwijzer.HUISARTS: "huisarts",
    Verwijzer.GI: "GI",
} | dict.fromkeys(
    [
        Verwijzer.JEUGDARTS,
        Verwijzer.SPECIALIST,
        Verwijzer.RECHTER,
        Verwijzer.GEEN,
        Verwijzer.ONBEKEND,
    ],
    "overig",
)
"""Only for the slide's figure (gemeente 45 %, huisarts 40 %, GI 10 %, overig 5 %)."""


class Intensiteit(Begrip):
    """How heavy an arrangement is: a property of the toewijzing, not of the jeugdige."""

    LAAG = "laag"
    MIDDEN = "midden"
    HOOG = "hoog"
    ONBEKEND = "onbekend"


class Duur(Begrip):
    """How long an arrangement is meant to last: a property of the toewijzing."""

    KORT = "kort"
    LANG = "lang"
    ONBEKEND = "onbekend"


class Geslacht(Begrip):
    """Sex as registered (COD046); X = registered as neither."""

    MAN = "M"
    VROUW = "V"
    X = "X"
    ONBEKEND = "onbekend"


class Leveringsvorm(Begrip):
    """ZIN = care in kind, PGB = personal budget."""

    ZIN = "ZIN"
    PGB = "PGB"
    ONBEKEND = "onbekend"


class Bekostiging(Begrip):
    """How a product is paid; decides when a month counts as in care (definitions: zorgmaand)."""

    DECLARATIE = "declaratie"
    LUMPSUM = "lumpsum"
    SVB = "svb"


class Status(Begrip):
    """What happened to a declaratieregel; only TOEGEKEND counts in any figure."""

    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"
    IN_BEHANDELING = "in behandeling"


class Niveau(StrEnum):
    """The level of a row in a table with subtotals."""

    TOTAAL = "totaal"
    SEGMENT = "segment"
    PRODUCT = "product"
    WIJK = "wijk"
    BUURT = "buurt"


class Rol(StrEnum):
    """What a person may see and do (privacy.md, 3); ordered from least to most."""

    LEZER = "lezer"
    STURING = "sturing"
    DATABEHEER = "databeheer"


@dataclass(frozen=True)
class Leeftijdsklasse:
    """A class of whole years of age, both ends included; `tot=None` has no upper end."""

    naam: str
    van: int
    tot: int | None


class Leeftijdsindeling(StrEnum):
    """Which age classes a table uses: those of the dashboard or those of CBS."""

    JEUGDWET = "jeugdwet"
    CBS = "cbs"


LEEFTIJDEN: dict[Leeftijdsindeling, tuple[Leeftijdsklasse, ...]] = {
    Leeftijdsindeling.JEUGDWET: (
        Leeftijdsklasse("0-5", 0, 5),
        Leeftijdsklasse("6-12", 6, 12),
        Leeftijdsklasse("13-17", 13, 17),
        Leeftijdsklasse("18+", 18, None),
    ),
    Leeftijdsindeling.CBS: (
        Leeftijdsklasse("0-3", 0, 3),
        Leeftijdsklasse("4-11", 4, 11),
        Leeftijdsklasse("12-17", 12, 17),
        Leeftijdsklasse("18-22", 18, 22),
        Leeftijdsklasse("23+", 23, None),
    ),
}
LEEFTIJD_ONBEKEND = "onbekend"

_BUURTCODE = re.compile(r"BU\d{8}")


class Buurtcode(str):
    """A CBS neighbourhood code (`BU` and eight digits). Raises ValueError for anything else."""

    __slots__ = ()

    def __new__(cls, waarde: str) -> Self:
        """Check the shape on creation, so that a wrong code cannot travel further."""
        if not _BUURTCODE.fullmatch(waarde):
            raise ValueError(f"geen CBS-buurtcode: {waarde!r}")
        return super().__new__(cls, waarde)


def maandnummer(jaar: int, maand: int) -> int:
    """The calendar month as one integer, `jaar * 12 + maand - 1`; months 1-12.

    Raises ValueError for a month outside 1-12.
    """
    if not 1 <= maand <= 12:
        raise ValueError(f"maand buiten 1-12: {maand}")
    return jaar * 12 + maand - 1


def jaar_en_maand(nummer: int) -> tuple[int, int]:
    """The (jaar, maand 1-12) that a maandnummer stands for."""
    return nummer // 12, nummer % 12 + 1
