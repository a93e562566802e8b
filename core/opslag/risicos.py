"""The register of risks, chances and developments: what may happen, how likely, and what it may cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from core.opslag.versies import MetVersies

_SCHEMA = """
CREATE TABLE IF NOT EXISTS risico (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, soort TEXT NOT NULL, titel TEXT NOT NULL, omschrijving TEXT NOT NULL,
    kans INTEGER NOT NULL, laag INTEGER, hoog INTEGER, segment TEXT NOT NULL, eigenaar TEXT NOT NULL,
    status TEXT NOT NULL, datum TEXT NOT NULL, demo INTEGER NOT NULL, versie INTEGER NOT NULL);
"""


class Risicosoort(StrEnum):
    """What an entry is: a risk costs money, a chance saves it, a development may do either."""

    RISICO = "risico"
    KANS = "kans"
    ONTWIKKELING = "ontwikkeling"


class Risicostatus(StrEnum):
    """How far people are with it; a closed one no longer counts."""

    OPEN = "open"
    IN_BEHANDELING = "in behandeling"
    GESLOTEN = "gesloten"


KANSKLASSEN: dict[str, int] = {
    "zeer klein": 10,
    "klein": 30,
    "aannemelijk": 50,
    "groot": 70,
    "zeer groot": 90,
}
"""The classes in which a chance can be given, each with the percentage that it stands for."""


@dataclass(frozen=True)
class Risico:
    """One entry of the register.

    `kans` in whole percents; `laag` and `hoog` the amount in cents if it happens, never below 0 (None:
    cannot be told). `datum`: the day of its last change. `nummer` 0 = not kept yet; `versie` counts its
    changes, so that nobody overwrites another.
    """

    soort: Risicosoort
    titel: str
    omschrijving: str = ""
    kans: int = 50
    laag: int | None = None
    hoog: int | None = None
    segment: str = ""
    eigenaar: str = ""
    status: Risicostatus = Risicostatus.OPEN
    datum: date = date.min
    demo: bool = False
    nummer: int = 0
    versie: int = 0

    @property
    def verwacht(self) -> int | None:
        """The chance × the middle of the amount, in cents: what it weighs. None without an amount."""
        if self.laag is None or self.hoog is None:
            return None
        return round(self.kans * (self.laag + self.hoog) / 200)

    @property
    def open(self) -> bool:
        """Whether it still counts."""
        return self.status is not Risicostatus.GESLOTEN


class Risicos(MetVersies):
    """The part of sturing.sqlite that holds the register; the log tells which entry, never what it says."""

    schema = _SCHEMA

    def alle(self, demo: bool = False) -> tuple[Risico, ...]:
        """All of the demo or all real ones: open before closed, the highest expected amount first, without one last."""
        namen = ", ".join(f.name for f in fields(Risico))
        rijen = self._rijen(f"SELECT {namen} FROM risico WHERE demo = ? ORDER BY nummer", [int(demo)])
        gelezen = [_gelezen(Risico(*rij)) for rij in rijen]
        return tuple(sorted(gelezen, key=lambda r: (not r.open, r.verwacht is None, -(r.verwacht or 0))))

    def bewaar(self, van: Risico, wie: str) -> Risico:
        """Keep a new entry or the change of one, dated today. Raises Ingehaald."""
        nieuw = replace(van, datum=date.today())
        nieuw = replace(nieuw, nummer=self._bewaar("risico", nieuw), versie=van.versie + 1)
        self.log(wie, "risico bewaard", nummer=nieuw.nummer, soort=nieuw.soort, status=nieuw.status)
        return nieuw

    def verwijder(self, van: Risico, wie: str) -> None:
        """Remove an entry. Raises Ingehaald when somebody changed or removed it meanwhile."""
        self._verwijder("risico", van)
        self.log(wie, "risico verwijderd", nummer=van.nummer)

    def zet_voorbeeld(self, alle: Iterable[Risico], wie: str) -> None:
        """Replace those of the demo."""
        lijst = list(alle)
        self._vervang_voorbeeld("risico", lijst)
        self.log(wie, "risico's van het voorbeeld", aantal=len(lijst))


def _gelezen(van: Risico) -> Risico:
    return replace(
        van,
        soort=Risicosoort(van.soort),
        status=Risicostatus(van.status),
        datum=date.fromisoformat(str(van.datum)),
        demo=bool(van.demo),
    )
