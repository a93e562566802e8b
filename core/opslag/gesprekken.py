"""What people wrote about a difference between actual and expected use: talks, and actions out of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

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
    """What somebody will do because of a talk: `vraag` is the question whose answer it came from."""

    gesprek: int
    vraag: Vraag
    soort: Actiesoort
    titel: str
    eigenaar: str = ""
    datum: date | None = None
    nummer: int = 0
    versie: int = 0


class Gesprekken(MetVersies):
    """The part of sturing.sqlite that holds talks and actions; the log tells which, never what they say."""

    schema = _SCHEMA

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
        namen = ", ".join(f.name for f in fields(Actie))
        rijen = self._rijen(
            f"SELECT {namen} FROM actie WHERE gesprek IN ({', '.join('?' * len(nummers))})"
            " ORDER BY datum IS NULL, datum, nummer",
            nummers,
        )
        return [
            Actie(g, Vraag(v), Actiesoort(s), t, e, date.fromisoformat(d) if d else None, n, versie)
            for g, v, s, t, e, d, n, versie in rijen
        ]

    def bewaar_gesprek(self, gesprek: Gesprek, wie: str) -> Gesprek:
        """Keep a new talk or the change of one. Raises Ingehaald."""
        nieuw = replace(gesprek, nummer=self._bewaar("gesprek", gesprek), versie=gesprek.versie + 1)
        self.log(
            wie, "gesprek bewaard", nummer=nieuw.nummer, gebied=nieuw.gebied, jaar=nieuw.jaar, vorm=nieuw.vorm
        )
        return nieuw

    def bewaar_actie(self, actie: Actie, wie: str) -> Actie:
        """Keep a new action or the change of one. Raises Ingehaald, also when its talk is gone."""
        if not self._rijen("SELECT 1 FROM gesprek WHERE nummer = ?", [actie.gesprek]):
            raise Ingehaald
        nieuw = replace(actie, nummer=self._bewaar("actie", actie), versie=actie.versie + 1)
        self.log(wie, "actie bewaard", nummer=nieuw.nummer, gesprek=nieuw.gesprek, soort=nieuw.soort)
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
