"""What a controller enters per year beside the declarations: ceilings, the ledger, the P&C calendar, statements.

A sheet (of one kind, of one year) is read and written whole. It counts its changes, so that who
saves an older one is told so and overwrites nothing. Those of the demo and of real data stand apart.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from core.opslag import Opslag
from core.opslag.versies import Ingehaald

_SCHEMA = """
CREATE TABLE IF NOT EXISTS jaarblad (
    soort TEXT NOT NULL, jaar INTEGER NOT NULL, demo INTEGER NOT NULL, versie INTEGER NOT NULL,
    regels TEXT NOT NULL, PRIMARY KEY (soort, jaar, demo));
"""

PRIMITIEF, GEWIJZIGD = "Begroting (primitief)", "Begroting (na wijziging)"
"""What a P&C product can report beside a frozen forecast: the budget itself."""


@dataclass(frozen=True)
class Plafond:
    """The most that an aanbieder may declare over a year, in cents."""

    aanbieder: str
    bedrag: int


@dataclass(frozen=True)
class Grootboekregel:
    """What the ledger holds in a year, in cents; an empty segment or taakveld is all of them."""

    segment: str
    taakveld: str
    bedrag: int


@dataclass(frozen=True)
class Taakveldregel:
    """Which taakveld a product of a segment is booked on, from this year on until a later year says otherwise."""

    segment: str
    product: str
    taakveld: str


class Basis(StrEnum):
    """By which month the dashboard counts when it is laid beside the ledger."""

    LEVERINGSMAAND = "leveringsmaand"
    DECLARATIEMAAND = "declaratiemaand"


@dataclass(frozen=True)
class Verklaring:
    """Why a line of the ledger differs from the dashboard on one basis, and how much (cents) that explains."""

    segment: str
    taakveld: str
    basis: str
    bedrag: int
    tekst: str


@dataclass(frozen=True)
class PencProduct:
    """A product of planning and control with the day (ISO) it is due, and the name of what was reported in it."""

    product: str
    datum: str
    prognose: str = ""

    @property
    def dag(self) -> date:
        """The day it is due."""
        return date.fromisoformat(self.datum)


@dataclass(frozen=True)
class Verantwoording:
    """What an aanbieder states for a year of one product: cents, clients, and whether an accountant approved.

    `toelichting` is what we found out about a difference.
    """

    aanbieder: str
    product: str
    bedrag: int
    clienten: int | None = None
    accountant: bool = False
    toelichting: str = ""


Plek = tuple[str, str]
"""Segment and taakveld of a line of the ledger; empty where it does not tell them apart."""
ALLE_SEGMENTEN = "Alle segmenten"
"""How a line is called that the ledger holds of a taakveld, whatever the segment."""

R = TypeVar("R", Plafond, Grootboekregel, Taakveldregel, Verklaring, PencProduct, Verantwoording)


@dataclass(frozen=True)
class Blad(Generic[R]):
    """The lines of one kind of one year; `versie` counts its changes (0 = never entered)."""

    soort: type[R]
    jaar: int
    demo: bool
    regels: tuple[R, ...] = field(default=())
    versie: int = 0

    def met(self, *regels: R) -> Blad[R]:
        """The same sheet with other lines, to be saved in the place of this one."""
        return replace(self, regels=regels)


@lru_cache(maxsize=64)
def _regels(soort: Any, inhoud: str) -> tuple[Any, ...]:
    """The lines of a sheet as it is stored; a page asks for one several times."""
    return tuple(soort(**r) for r in json.loads(inhoud))


class Jaarbladen(Opslag):
    """The part of sturing.sqlite that holds these sheets; the log tells how many lines, never what is in them."""

    schema = _SCHEMA

    def blad(self, soort: type[R], jaar: int, demo: bool) -> Blad[R]:
        """The sheet of a year; one without lines when nothing was entered."""
        # All at once: there are few sheets, and a page asks for several of each year.
        alle = self._rijen("SELECT soort, jaar, demo, regels, versie FROM jaarblad")
        sleutel, van = (soort.__name__, jaar, int(demo)), cast(Any, soort)
        gevonden = (Blad(soort, jaar, demo, _regels(van, r[3]), r[4]) for r in alle if r[:3] == sleutel)
        return next(gevonden, Blad(soort, jaar, demo))

    def indeling(self, jaar: int, demo: bool) -> Blad[Taakveldregel]:
        """Which taakveld each product is booked on in a year: as entered for it, else for the last year before."""
        eerder = [j for j in self.jaren(Taakveldregel, demo) if j <= jaar]
        return self.blad(Taakveldregel, eerder[-1] if eerder else jaar, demo)

    def jaren(self, soort: type[Any], demo: bool) -> list[int]:
        """The years of which there are lines, ascending."""
        rijen = self._rijen(
            "SELECT jaar FROM jaarblad WHERE soort = ? AND demo = ? AND regels <> '[]' ORDER BY jaar",
            [soort.__name__, int(demo)],
        )
        return [jaar for (jaar,) in rijen]

    def bewaar(self, blad: Blad[Any], wie: str) -> None:
        """Write a sheet in the place of the one it was made from. Raises Ingehaald when that is there no more."""
        inhoud = json.dumps([asdict(r) for r in blad.regels], ensure_ascii=False)
        sleutel = (blad.soort.__name__, blad.jaar, int(blad.demo))
        with self._open() as con:
            con.execute("INSERT OR IGNORE INTO jaarblad VALUES (?, ?, ?, 0, '[]')", sleutel)
            gelukt = con.execute(
                "UPDATE jaarblad SET regels = ?, versie = versie + 1"
                " WHERE soort = ? AND jaar = ? AND demo = ? AND versie = ?",
                (inhoud, *sleutel, blad.versie),
            ).rowcount
        if not gelukt:
            raise Ingehaald
        self.log(wie, sleutel[0].lower(), jaar=blad.jaar, regels=len(blad.regels), demo=blad.demo)
