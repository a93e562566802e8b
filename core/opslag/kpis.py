"""What people steer by: a goal in words, how it is measured, the path it should follow, and who owns it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from core.filters import Filter
from core.opslag.versies import MetVersies

_SCHEMA = """
CREATE TABLE IF NOT EXISTS kpi (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, doel TEXT NOT NULL, naam TEXT NOT NULL, maat TEXT NOT NULL,
    selectie TEXT NOT NULL, richting TEXT NOT NULL, per TEXT NOT NULL, pad TEXT NOT NULL, eigenaar TEXT NOT NULL,
    regel TEXT NOT NULL, demo INTEGER NOT NULL, versie INTEGER NOT NULL);
"""


class Richting(StrEnum):
    """Which way is good."""

    OMLAAG = "omlaag"
    OMHOOG = "omhoog"


class Per(StrEnum):
    """How long the periods are in which a KPI is measured."""

    MAAND = "maand"
    KWARTAAL = "kwartaal"


@dataclass(frozen=True)
class Kpi:
    """One KPI: `doel` is the goal in words, `naam` what is counted, `maat` a column of the tables *kpi-reeks*.

    `selectie` is a filter without a period as URL parameters (JSON). `pad` holds points (maandnummer,
    target) in the order of time. `regel` is the segment or line of the budget it touches; empty for
    none. `nummer` 0 = not kept yet; `versie` counts its changes, so that nobody overwrites another.
    """

    doel: str
    naam: str
    maat: str
    selectie: str = "{}"
    richting: Richting = Richting.OMLAAG
    per: Per = Per.MAAND
    pad: tuple[tuple[int, float], ...] = ()
    eigenaar: str = ""
    regel: str = ""
    demo: bool = False
    nummer: int = 0
    versie: int = 0

    @property
    def filter(self) -> Filter:
        """Whom it is about; without a period."""
        return _filter(self.selectie)


@lru_cache(maxsize=256)
def _filter(selectie: str) -> Filter:
    return Filter.from_dict(json.loads(selectie))


class Kpis(MetVersies):
    """The part of sturing.sqlite that holds KPIs; demo and real ones apart."""

    schema = _SCHEMA

    def alle(self, demo: bool) -> list[Kpi]:
        """Those of the example municipality or the real ones, oldest first."""
        namen = [f.name for f in fields(Kpi)]
        rijen = self._rijen(f"SELECT {', '.join(namen)} FROM kpi WHERE demo = ? ORDER BY nummer", [int(demo)])
        return [als_kpi(dict(zip(namen, rij, strict=True))) for rij in rijen]

    def bewaar(self, kpi: Kpi, wie: str) -> Kpi:
        """Keep a new KPI or the change of one. Raises Ingehaald."""
        nieuw = replace(kpi, nummer=self._bewaar("kpi", kpi), versie=kpi.versie + 1)
        self.log(wie, "kpi bewaard", nummer=nieuw.nummer, maat=nieuw.maat, versie=nieuw.versie)
        return nieuw

    def verwijder(self, kpi: Kpi, wie: str) -> None:
        """Remove a KPI; its actions stay. Raises Ingehaald when somebody changed it in the meantime."""
        self._verwijder("kpi", kpi)
        self.log(wie, "kpi verwijderd", nummer=kpi.nummer)

    def wis_demo(self, wie: str) -> None:
        """Remove all KPIs of the example municipality, to make it anew."""
        with self._open() as con:
            con.execute("DELETE FROM kpi WHERE demo = 1")
        self.log(wie, "kpi's van het voorbeeld verwijderd")


def als_kpi(velden: Mapping[str, Any]) -> Kpi:
    """A KPI of the plain values that a table or JSON holds, in the types of its fields."""
    pad = velden["pad"]
    punten = json.loads(pad) if isinstance(pad, str) else pad
    return Kpi(
        **{
            **velden,
            "richting": Richting(velden["richting"]),
            "per": Per(velden["per"]),
            "pad": tuple((int(maand), float(doel)) for maand, doel in punten),
            "demo": bool(velden["demo"]),
        }
    )
