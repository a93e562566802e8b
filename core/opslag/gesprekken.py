"""What people wrote about a difference between actual and expected use, and every action: out of those talks or
of the steering talk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from core.opslag.versies import Ingehaald, MetVersies

_SCHEMA = """
CREATE TABLE IF NOT EXISTS gesprek (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, gebied TEXT NOT NULL, jaar INTEGER NOT NULL, vorm TEXT NOT NULL,
    datum TEXT NOT NULL, deelnemers TEXT NOT NULL, herkennen TEXT NOT NULL, vinden TEXT NOT NULL,
    verklaren TEXT NOT NULL, versie INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS actie (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, gesprek INTEGER NOT NULL REFERENCES gesprek (nummer),
    vraag TEXT NOT NULL, soort TEXT NOT NULL, titel TEXT NOT NULL, eigenaar TEXT NOT NULL, datum TEXT,
    versie INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS gesprek_over ON gesprek (gebied, jaar, vorm);
"""
_ERBIJ = {
    "status": "TEXT NOT NULL DEFAULT 'open'",
    "opvolging": "TEXT NOT NULL DEFAULT ''",
    "kpi": "INTEGER NOT NULL DEFAULT 0",
    "demo": "INTEGER NOT NULL DEFAULT 0",
}
"""Columns of actie that a store of before the steering talk lacks."""


class Vraag(StrEnum):
    """The questions of a talk about a difference."""

    HERKENNEN = "herkennen"
    VINDEN = "vinden"
    VERKLAREN = "verklaren"

    @property
    def titel(self) -> str:
        """The question as it is asked."""
        return _VRAGEN[self]


class Actiesoort(StrEnum):
    """What an action becomes part of."""

    BELEID = "beleid"
    UITVOERINGSAGENDA = "uitvoeringsagenda"
    INKOOPAFSPRAAK = "inkoopafspraak"
    ANDERS = "anders"


class Actiestatus(StrEnum):
    """How far an action is."""

    OPEN = "open"
    LOOPT = "loopt"
    KLAAR = "klaar"
    VERVALLEN = "vervallen"

    @property
    def af(self) -> bool:
        """Whether nothing is to be done any more."""
        return self in (Actiestatus.KLAAR, Actiestatus.VERVALLEN)


_VRAGEN = {
    Vraag.HERKENNEN: "Herkennen we dit beeld?",
    Vraag.VINDEN: "Wat vinden we ervan?",
    Vraag.VERKLAREN: "Hoe verklaren we dit?",
}


@dataclass(frozen=True)
class Gesprek:
    """One talk about an area (code), year and form: who took part, and what was answered.

    `nummer` 0 = not kept yet; `versie` counts its changes, so that nobody overwrites another.
    """

    gebied: str
    jaar: int
    vorm: str
    datum: date
    deelnemers: str = ""
    herkennen: str = ""
    vinden: str = ""
    verklaren: str = ""
    nummer: int = 0
    versie: int = 0

    def antwoord(self, vraag: Vraag) -> str:
        """What was answered to a question."""
        return str(getattr(self, vraag.value))


@dataclass(frozen=True)
class Actie:
    """What somebody will do because of a talk: `vraag` is the question whose answer it came from.

    One of the steering talk has no `gesprek` (0) and no `vraag`; `kpi` is the number of the KPI that it
    is for, 0 for none. `opvolging` says how it went on. `demo`: of the example municipality.
    """

    gesprek: int
    vraag: Vraag | None
    soort: Actiesoort
    titel: str
    eigenaar: str = ""
    datum: date | None = None
    nummer: int = 0
    versie: int = 0
    status: Actiestatus = Actiestatus.OPEN
    opvolging: str = ""
    kpi: int = 0
    demo: bool = False

    def te_laat(self, vandaag: date) -> bool:
        """Whether it should have been done by now."""
        return self.datum is not None and self.datum < vandaag and not self.status.af


class Gesprekken(MetVersies):
    """The part of sturing.sqlite that holds talks and actions; the log tells which, never what they say."""

    schema = _SCHEMA

    def __init__(self, map_: Path | None = None) -> None:
        """Make the tables, and in an older store the columns that came later."""
        super().__init__(map_)
        with self._open() as con:
            con.execute("BEGIN IMMEDIATE")
            er_zijn = {rij[1] for rij in con.execute("PRAGMA table_info(actie)")}
            for naam, soort in _ERBIJ.items():
                if naam not in er_zijn:
                    con.execute(f"ALTER TABLE actie ADD COLUMN {naam} {soort}")

    def gesprekken(self, gebied: str, jaar: int, vorm: str) -> list[Gesprek]:
        """The talks about one area, year and form, newest first."""
        namen = ", ".join(f.name for f in fields(Gesprek))
        rijen = self._rijen(
            f"SELECT {namen} FROM gesprek WHERE gebied = ? AND jaar = ? AND vorm = ? ORDER BY datum DESC, nummer DESC",
            [gebied, jaar, vorm],
        )
        return [Gesprek(g, j, v, date.fromisoformat(d), *rest) for g, j, v, d, *rest in rijen]

    def acties(self, gesprekken: Iterable[int]) -> list[Actie]:
        """The actions out of these talks, by day; without a day last."""
        nummers = list(gesprekken)
        return self._acties(f"gesprek IN ({', '.join('?' * len(nummers))})", nummers)

    def alle_acties(self, demo: bool) -> list[Actie]:
        """Every action of the example municipality or of the real one, by day; those out of talks are of both."""
        return self._acties("gesprek > 0 OR demo = ?", [int(demo)])

    def _acties(self, waar: str, waarden: list[int]) -> list[Actie]:
        namen = ", ".join(f.name for f in fields(Actie))
        rijen = self._rijen(
            f"SELECT {namen} FROM actie WHERE {waar} ORDER BY datum IS NULL, datum, nummer", waarden
        )
        return [_als_actie(Actie(*rij)) for rij in rijen]

    def bewaar_gesprek(self, gesprek: Gesprek, wie: str) -> Gesprek:
        """Keep a new talk or the change of one. Raises Ingehaald."""
        nieuw = replace(gesprek, nummer=self._bewaar("gesprek", gesprek), versie=gesprek.versie + 1)
        self.log(
            wie, "gesprek bewaard", nummer=nieuw.nummer, gebied=nieuw.gebied, jaar=nieuw.jaar, vorm=nieuw.vorm
        )
        return nieuw

    def bewaar_actie(self, actie: Actie, wie: str) -> Actie:
        """Keep a new action or the change of one. Raises Ingehaald, also when its talk is gone."""
        if actie.gesprek and not self._rijen("SELECT 1 FROM gesprek WHERE nummer = ?", [actie.gesprek]):
            raise Ingehaald
        # The column was made when every action had a question: none is an empty text.
        kolommen = replace(actie, vraag=actie.vraag or "")  # type: ignore[arg-type]
        nieuw = replace(actie, nummer=self._bewaar("actie", kolommen), versie=actie.versie + 1)
        self.log(
            wie,
            "actie bewaard",
            nummer=nieuw.nummer,
            gesprek=nieuw.gesprek,
            kpi=nieuw.kpi,
            status=nieuw.status,
        )
        return nieuw

    def verwijder_gesprek(self, nummer: int, wie: str) -> None:
        """Remove a talk and the actions out of it."""
        with self._open() as con:
            con.execute("DELETE FROM actie WHERE gesprek = ?", (nummer,))
            con.execute("DELETE FROM gesprek WHERE nummer = ?", (nummer,))
        self.log(wie, "gesprek verwijderd", nummer=nummer)

    def verwijder_actie(self, nummer: int, wie: str) -> None:
        """Remove an action."""
        with self._open() as con:
            con.execute("DELETE FROM actie WHERE nummer = ?", (nummer,))
        self.log(wie, "actie verwijderd", nummer=nummer)

    def wis_demo_acties(self, wie: str) -> None:
        """Remove the actions of the example municipality, to make it anew."""
        with self._open() as con:
            con.execute("DELETE FROM actie WHERE demo = 1")
        self.log(wie, "acties van het voorbeeld verwijderd")


def _als_actie(ruw: Actie) -> Actie:
    """A row as it lies in the table, in the types of the fields."""
    return replace(
        ruw,
        vraag=Vraag(ruw.vraag) if ruw.vraag else None,
        soort=Actiesoort(ruw.soort),
        datum=date.fromisoformat(str(ruw.datum)) if ruw.datum else None,
        status=Actiestatus(ruw.status),
        demo=bool(ruw.demo),
    )
