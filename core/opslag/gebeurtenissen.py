"""What happened in a month that figures may show: a contract, a product that stops, a change in the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from core.opmaak import maand_lang
from core.opslag.versies import MetVersies

_SCHEMA = """
CREATE TABLE IF NOT EXISTS gebeurtenis (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, maand INTEGER NOT NULL, titel TEXT NOT NULL,
    toelichting TEXT NOT NULL, bron TEXT NOT NULL, segment TEXT NOT NULL, product TEXT NOT NULL,
    aanbieder TEXT NOT NULL, demo INTEGER NOT NULL, versie INTEGER NOT NULL);
"""


@dataclass(frozen=True)
class Gebeurtenis:
    """Something of one month (maandnummer), about all of youth care or about one segment, product or aanbieder.

    `bron` says where it is written. `nummer` 0 = not kept yet; `versie` counts its changes, so that
    nobody overwrites another.
    """

    maand: int
    titel: str
    toelichting: str = ""
    bron: str = ""
    segment: str = ""
    product: str = ""
    aanbieder: str = ""
    demo: bool = False
    nummer: int = 0
    versie: int = 0

    @property
    def over(self) -> str:
        """What it is about, in words."""
        return " · ".join(filter(None, (self.segment, self.product, self.aanbieder))) or "alle jeugdhulp"

    def __str__(self) -> str:
        """The event as it reads in a list: `juli 2022: GIKJ naar één aanbieder`."""
        return f"{maand_lang(self.maand)}: {self.titel}"


class Gebeurtenissen(MetVersies):
    """The part of sturing.sqlite that holds events; those of the demo and real ones apart."""

    schema = _SCHEMA

    def alle(self, demo: bool) -> tuple[Gebeurtenis, ...]:
        """All of them by month; in a month those about everything first."""
        namen = [f.name for f in fields(Gebeurtenis)]
        rijen = self._rijen(
            f"SELECT {', '.join(namen)} FROM gebeurtenis WHERE demo = ?"
            " ORDER BY maand, (segment || product || aanbieder) <> '', nummer",
            [int(demo)],
        )
        gelezen = (Gebeurtenis(*rij) for rij in rijen)
        return tuple(replace(g, demo=bool(g.demo)) for g in gelezen)

    def bewaar(self, van: Gebeurtenis, wie: str) -> Gebeurtenis:
        """Keep a new event or the change of one. Raises Ingehaald."""
        nieuw = replace(van, nummer=self._bewaar("gebeurtenis", van), versie=van.versie + 1)
        self.log(wie, "gebeurtenis bewaard", nummer=nieuw.nummer, maand=nieuw.maand)
        return nieuw

    def verwijder(self, van: Gebeurtenis, wie: str) -> None:
        """Remove an event. Raises Ingehaald when somebody changed or removed it meanwhile."""
        self._verwijder("gebeurtenis", van)
        self.log(wie, "gebeurtenis verwijderd", nummer=van.nummer)

    def zet_voorbeeld(self, alle: Iterable[Gebeurtenis], wie: str) -> None:
        """Replace those of the demo."""
        lijst = list(alle)
        self._vervang_voorbeeld("gebeurtenis", lijst)
        self.log(wie, "gebeurtenissen van het voorbeeld", aantal=len(lijst))
