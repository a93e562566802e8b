"""The monthly talk: its items, what may be noted, and how it is closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.database import Stand
from core.inlezen.pseudoniem import bevat_bsn
from core.opslag.gesprekken import Actie
from core.opslag.sturingsgesprekken import Sturingsgesprek, Sturingsgesprekken
from core.opslag.versies import NietBewaard
from core.sturing.gesprekken import BSN, INGEHAALD, LANGSTE_REGEL, onbetwist

PUNTEN: dict[str, str] = {
    "acties": "Openstaande acties",
    "kpi": "KPI's",
    "signalen": "Nieuwe afwijkingen",
    "prognose": "Prognose en begroting",
    "kwaliteit": "Kwaliteit van de gegevens",
    "risicos": "Ontwikkelingen en risico's",
}
"""The items of the agenda in their order, with their titles."""

LANGSTE_NOTITIE = 2000


def peildag(stand: Stand) -> date:
    """The day on which an action is late or not: today, or in the example the day its data were known."""
    return stand.stand_per if stand.demo and stand.stand_per else date.today()


def op_volgorde(acties: Iterable[Actie], vandaag: date) -> list[Actie]:
    """The actions that are still to be done: late ones first, then by day, without a day last."""
    open_ = [a for a in acties if not a.status.af]
    return sorted(open_, key=lambda a: (not a.te_laat(vandaag), a.datum or date.max, a.nummer))


@dataclass(frozen=True)
class Verloop:
    """The store of the talks, and who is writing."""

    winkel: Sturingsgesprekken
    wie: str

    def noteer(self, gesprek: Sturingsgesprek, punt: str, was: str, tekst: str) -> Sturingsgesprek:
        """Keep the note of an item that read `was` when somebody began to write.

        Raises NietBewaard for a BSN, a text too long, or when another noted with the same item meanwhile.
        """
        if gesprek.notitie(punt) != was:
            raise NietBewaard(INGEHAALD)
        return self._bewaar(gesprek.met_notitie(punt, tekst.strip()))

    def begin(self, dag: date, deelnemers: str, demo: bool) -> Sturingsgesprek:
        """Open a talk. Raises NietBewaard when one is open already, or for what may not be kept."""
        if self.winkel.open(demo):
            raise NietBewaard("Er loopt al een gesprek; sluit dat eerst af. Er is niets bewaard.")
        return self._bewaar(Sturingsgesprek(dag, deelnemers.strip(), demo=demo))

    def sluit(self, gesprek: Sturingsgesprek, inhoud: str, dataversie: str) -> Sturingsgesprek:
        """Close a talk with its agenda as it is now (JSON): from then on nothing of it changes. Raises NietBewaard."""
        return self._bewaar(replace(gesprek, gesloten=True, inhoud=inhoud, dataversie=dataversie))

    def _bewaar(self, gesprek: Sturingsgesprek) -> Sturingsgesprek:
        teksten = [gesprek.deelnemers, *(tekst for _, tekst in gesprek.notities)]
        if any(bevat_bsn(tekst) for tekst in teksten):
            raise NietBewaard(BSN)
        if len(gesprek.deelnemers) > LANGSTE_REGEL or any(
            len(t) > LANGSTE_NOTITIE for _, t in gesprek.notities
        ):
            raise NietBewaard(
                f"Een notitie is langer dan {LANGSTE_NOTITIE} tekens; maak haar korter. Er is niets bewaard."
            )
        with onbetwist():
            return self.winkel.bewaar(gesprek, self.wie)
