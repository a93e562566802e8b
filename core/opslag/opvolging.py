"""What people did with a deviation: seen, explained, followed up or closed, with a note."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from core.opslag.versies import Ingehaald, MetVersies

_SCHEMA = """
CREATE TABLE IF NOT EXISTS opvolging (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, dimensie TEXT NOT NULL, binnen TEXT NOT NULL, naam TEXT NOT NULL,
    maat TEXT NOT NULL, kwartaal TEXT NOT NULL, status TEXT NOT NULL, notitie TEXT NOT NULL, wie TEXT NOT NULL,
    datum TEXT NOT NULL, versie INTEGER NOT NULL, UNIQUE (dimensie, binnen, naam, maat, kwartaal));
"""


class Status(StrEnum):
    """How far people are with a deviation; one that nobody has looked at has none."""

    GEZIEN = "gezien"
    VERKLAARD = "verklaard"
    OPGEVOLGD = "opgevolgd"
    GESLOTEN = "gesloten"


@dataclass(frozen=True)
class Opvolging:
    """The status of one deviation, known by what it is about, its measure and its quarter (`2023 K4`).

    `binnen` is the segment of a product or the wijk of a buurt, else empty. `nummer` 0 = not kept
    yet; `versie` counts its changes, so that nobody overwrites another.
    """

    dimensie: str
    binnen: str
    naam: str
    maat: str
    kwartaal: str
    status: Status = Status.GEZIEN
    notitie: str = ""
    wie: str = ""
    datum: date = date.min
    nummer: int = 0
    versie: int = 0

    @property
    def over(self) -> tuple[str, str, str, str, str]:
        """What it is known by."""
        return self.dimensie, self.binnen, self.naam, self.maat, self.kwartaal


class Opvolgingen(MetVersies):
    """The part of sturing.sqlite that holds what was done with deviations; the log never tells a note."""

    schema = _SCHEMA

    def alle(self) -> list[Opvolging]:
        """All of them, the newest quarter first."""
        namen = ", ".join(f.name for f in fields(Opvolging))
        rijen = self._rijen(f"SELECT {namen} FROM opvolging ORDER BY kwartaal DESC, nummer")
        gelezen = [Opvolging(*rij) for rij in rijen]
        return [replace(o, status=Status(o.status), datum=date.fromisoformat(str(o.datum))) for o in gelezen]

    def bewaar(self, van: Opvolging, wie: str) -> Opvolging:
        """Keep the status of a deviation. Raises Ingehaald, also when somebody else kept a first one meanwhile."""
        if not van.nummer and any(o.over == van.over for o in self.alle()):
            raise Ingehaald
        nieuw = replace(van, wie=wie, datum=date.today())
        nieuw = replace(nieuw, nummer=self._bewaar("opvolging", nieuw), versie=van.versie + 1)
        self.log(wie, "signaal opgevolgd", nummer=nieuw.nummer, status=nieuw.status, kwartaal=nieuw.kwartaal)
        return nieuw
