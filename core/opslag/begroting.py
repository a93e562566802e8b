"""What people enter beside the declarations to steer by: the budget per year, and forecasts as they once were."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.opslag import Opslag

BUITEN = "{} (buiten declaraties)"
"""How the line of what a segment costs outside the declarations is called."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS begroting (
    jaar INTEGER NOT NULL, segment TEXT NOT NULL, primitief INTEGER NOT NULL, gewijzigd INTEGER,
    demo INTEGER NOT NULL, PRIMARY KEY (jaar, segment, demo));
CREATE TABLE IF NOT EXISTS prognose_bevroren (
    naam TEXT NOT NULL, jaar INTEGER NOT NULL, demo INTEGER NOT NULL, datum TEXT NOT NULL,
    dataversie TEXT NOT NULL, rijen TEXT NOT NULL, PRIMARY KEY (naam, jaar, demo));
CREATE TRIGGER IF NOT EXISTS prognose_bevroren_vast BEFORE UPDATE ON prognose_bevroren
    BEGIN SELECT RAISE(ABORT, 'een bevroren prognose verandert niet'); END;
"""


class BestaatAl(Exception):
    """A forecast of that year was frozen under that name before; nothing was written."""


@dataclass(frozen=True)
class Begrotingsregel:
    """The budget (cents) of one line of a year: as first adopted, and after changes when there were any."""

    jaar: int
    segment: str
    primitief: int
    gewijzigd: int | None = None

    @property
    def geldend(self) -> int:
        """The budget in force, in cents."""
        return self.primitief if self.gewijzigd is None else self.gewijzigd


@dataclass(frozen=True)
class Bevroren:
    """A forecast of a year as it was on a day: `rijen` are the rows of the table then (euros, exact)."""

    naam: str
    jaar: int
    datum: date
    dataversie: str
    rijen: tuple[dict[str, Any], ...]


class Begrotingen(Opslag):
    """The part of sturing.sqlite that holds budgets and frozen forecasts; demo and real ones apart."""

    schema = _SCHEMA

    def begroting(self, jaar: int, demo: bool) -> list[Begrotingsregel]:
        """The budget of a year, by name of its line."""
        # Of all years at once: a page asks for several.
        sql = "SELECT jaar, segment, primitief, gewijzigd FROM begroting WHERE demo = ? ORDER BY segment"
        return [Begrotingsregel(*rij) for rij in self._rijen(sql, [int(demo)]) if rij[0] == jaar]

    def zet_begroting(self, regels: Iterable[Begrotingsregel], jaar: int, demo: bool, wie: str) -> None:
        """Replace the budget of a year whole. Lines of another year are refused with a ValueError."""
        lijst = list(regels)
        if any(r.jaar != jaar for r in lijst):
            raise ValueError(f"een regel is niet van {jaar}")
        with self._open() as con:
            con.execute("DELETE FROM begroting WHERE jaar = ? AND demo = ?", (jaar, int(demo)))
            con.executemany(
                "INSERT INTO begroting VALUES (?, ?, ?, ?, ?)",
                [(jaar, r.segment, r.primitief, r.gewijzigd, int(demo)) for r in lijst],
            )
        self.log(wie, "begroting", jaar=jaar, regels=len(lijst), demo=demo)

    def bevries(self, wat: Bevroren, demo: bool, wie: str) -> None:
        """Keep a forecast under its name for good. Raises BestaatAl."""
        rijen = json.dumps(wat.rijen, ensure_ascii=False, allow_nan=False)
        sleutel = (wat.naam, wat.jaar, int(demo))
        with self._open() as con:
            nieuw = con.execute(
                "INSERT OR IGNORE INTO prognose_bevroren VALUES (?, ?, ?, ?, ?, ?)",
                (*sleutel, wat.datum.isoformat(), wat.dataversie, rijen),
            ).rowcount
        if not nieuw:
            raise BestaatAl
        self.log(wie, "prognose bevroren", jaar=wat.jaar, dataversie=wat.dataversie, demo=demo)

    def bevroren(self, jaar: int, demo: bool) -> list[Bevroren]:
        """The frozen forecasts of a year, oldest first."""
        alle = self._rijen(
            "SELECT naam, jaar, datum, dataversie, rijen FROM prognose_bevroren WHERE demo = ? ORDER BY datum, rowid",
            [int(demo)],
        )
        return [
            Bevroren(n, j, date.fromisoformat(d), v, tuple(json.loads(r)))
            for n, j, d, v, r in alle
            if j == jaar
        ]
