"""The monthly talk: what was noted per item of its agenda, and the agenda as it was when the talk was closed."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import date

from core.opslag.versies import MetVersies

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sturingsgesprek (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, datum TEXT NOT NULL, deelnemers TEXT NOT NULL, notities TEXT NOT NULL,
    gesloten INTEGER NOT NULL, dataversie TEXT NOT NULL, inhoud TEXT NOT NULL, demo INTEGER NOT NULL,
    versie INTEGER NOT NULL);
CREATE TRIGGER IF NOT EXISTS sturingsgesprek_vast BEFORE UPDATE ON sturingsgesprek WHEN OLD.gesloten
    BEGIN SELECT RAISE(ABORT, 'een afgesloten gesprek verandert niet'); END;
"""


@dataclass(frozen=True)
class Sturingsgesprek:
    """One talk: `notities` are pairs of an item of the agenda and what was noted.

    Once it is closed `inhoud` holds its agenda as it was then (JSON) and `dataversie` the version of
    the data, and nothing of it changes any more. `nummer` 0 = not kept yet; `versie` counts changes.
    """

    datum: date
    deelnemers: str = ""
    notities: tuple[tuple[str, str], ...] = ()
    gesloten: bool = False
    dataversie: str = ""
    inhoud: str = ""
    demo: bool = False
    nummer: int = 0
    versie: int = 0

    def notitie(self, punt: str) -> str:
        """What was noted with an item of the agenda."""
        return dict(self.notities).get(punt, "")

    def met_notitie(self, punt: str, tekst: str) -> Sturingsgesprek:
        """The same talk with another note with an item; an empty one is none."""
        samen = dict(self.notities) | {punt: tekst}
        return replace(self, notities=tuple(paar for paar in samen.items() if paar[1]))


class Sturingsgesprekken(MetVersies):
    """The part of sturing.sqlite that holds the steering talks; the log never tells what was noted."""

    schema = _SCHEMA

    def alle(self, demo: bool) -> list[Sturingsgesprek]:
        """Those about the example municipality or about the real one, newest first."""
        namen = ", ".join(f.name for f in fields(Sturingsgesprek))
        rijen = self._rijen(
            f"SELECT {namen} FROM sturingsgesprek WHERE demo = ? ORDER BY datum DESC, nummer DESC",
            [int(demo)],
        )
        return [_uit_rij(Sturingsgesprek(*rij)) for rij in rijen]

    def open(self, demo: bool) -> Sturingsgesprek | None:
        """The talk that is going on; None when there is none."""
        return next((g for g in self.alle(demo) if not g.gesloten), None)

    def bewaar(self, gesprek: Sturingsgesprek, wie: str) -> Sturingsgesprek:
        """Keep a new talk or the change of one that is open. Raises Ingehaald."""
        nieuw = replace(gesprek, nummer=self._bewaar("sturingsgesprek", gesprek), versie=gesprek.versie + 1)
        wat = "sturingsgesprek afgesloten" if nieuw.gesloten else "sturingsgesprek bewaard"
        self.log(wie, wat, nummer=nieuw.nummer, dataversie=nieuw.dataversie)
        return nieuw


def _uit_rij(ruw: Sturingsgesprek) -> Sturingsgesprek:
    """A row as it lies in the table, in the types of the fields."""
    notities = tuple((str(punt), str(tekst)) for punt, tekst in json.loads(str(ruw.notities)))
    return replace(
        ruw,
        datum=date.fromisoformat(str(ruw.datum)),
        notities=notities,
        gesloten=bool(ruw.gesloten),
        demo=bool(ruw.demo),
    )
