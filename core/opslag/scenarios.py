"""Scenarios of a year: what somebody assumes of price, inflow and an aanbieder, under a name."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace

from core.opslag.versies import MetVersies

_SCHEMA = """
CREATE TABLE IF NOT EXISTS scenario (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, naam TEXT NOT NULL, jaar INTEGER NOT NULL, prijs REAL NOT NULL,
    instroom REAL NOT NULL, segmenten TEXT NOT NULL, aanbieder TEXT NOT NULL, vanaf INTEGER NOT NULL,
    verhuist REAL NOT NULL, toelichting TEXT NOT NULL, wie TEXT NOT NULL, demo INTEGER NOT NULL,
    versie INTEGER NOT NULL, UNIQUE (naam, jaar, demo));
"""


@dataclass(frozen=True)
class Scenario:
    """What is assumed of the months of a year that are still to come.

    `prijs` and `instroom`: how many % more than the forecast takes, of `segmenten` (empty: all).
    `aanbieder` (empty: none) stops from month `vanaf` (1-12) of the year; of its care `verhuist` %
    goes on elsewhere. `nummer` 0 = not kept yet; `versie` counts its changes.
    """

    naam: str
    jaar: int
    prijs: float = 0.0
    instroom: float = 0.0
    segmenten: tuple[str, ...] = ()
    aanbieder: str = ""
    vanaf: int = 1
    verhuist: float = 0.0
    toelichting: str = ""
    wie: str = ""
    demo: bool = False
    nummer: int = 0
    versie: int = 0


class BestaatAl(Exception):
    """Another scenario of that year has the name; nothing was written."""


class Scenarios(MetVersies):
    """The part of sturing.sqlite that holds scenarios; those of demo and of real data apart."""

    schema = _SCHEMA

    def scenarios(self, jaar: int, demo: bool) -> list[Scenario]:
        """Those of a year, by name."""
        namen = ", ".join(f.name for f in fields(Scenario))
        rijen = self._rijen(
            f"SELECT {namen} FROM scenario WHERE jaar = ? AND demo = ? ORDER BY naam", [jaar, int(demo)]
        )
        gelezen = [Scenario(*rij) for rij in rijen]
        return [replace(s, segmenten=tuple(json.loads(str(s.segmenten))), demo=bool(s.demo)) for s in gelezen]

    def bewaar(self, van: Scenario, wie: str) -> Scenario:
        """Keep a new scenario or the change of one. Raises BestaatAl, and Ingehaald."""
        zelfde = [s for s in self.scenarios(van.jaar, van.demo) if s.naam.casefold() == van.naam.casefold()]
        if any(s.nummer != van.nummer for s in zelfde):
            raise BestaatAl
        van = replace(van, wie=wie)
        nieuw = replace(van, nummer=self._bewaar("scenario", van), versie=van.versie + 1)
        self.log(wie, "scenario bewaard", nummer=nieuw.nummer, jaar=nieuw.jaar)
        return nieuw

    def verwijder(self, nummer: int, wie: str) -> None:
        """Remove a scenario."""
        with self._open() as con:
            con.execute("DELETE FROM scenario WHERE nummer = ?", (nummer,))
        self.log(wie, "scenario verwijderd", nummer=nummer)
