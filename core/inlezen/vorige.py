"""The figures as they were before the last load: an earlier version, or one built again without it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from core.database import Database
from core.inlezen import bewaren, opruimen
from core.inlezen.bijlagen.bewaard import bijlagen
from core.inlezen.leveringtabel import alle_leveringen, levering_pad, telt
from core.opslag import Opslag

_LOGREGELS = 5000
"""So far back the log is read for what was loaded together."""


@dataclass(frozen=True)
class Lading:
    """The leveringen that were loaded last and still count: their numbers and files, and the figures before."""

    nummers: tuple[int, ...]
    bestanden: tuple[str, ...]
    ervoor: Database | None


@lru_cache(maxsize=2)
def laatste_lading(db: Database) -> Lading | None:
    """What was loaded last; None when nothing counts. `ervoor` is None when nothing counted before it.

    Building the figures of before takes as long as a load; mostly their version is still there.
    """
    alles = alle_leveringen(db)
    tellend = alles[telt(alles)] if len(alles) else alles
    if not len(tellend):
        return None
    map_ = db.pad.parent
    nummers = _samen_geladen(map_, {int(n) for n in tellend["nummer"]})
    erbij = tellend["nummer"].isin(nummers)
    bestanden = tuple(str(naam) for naam in tellend["bestand"][erbij])
    zonder = alles.assign(actief=alles["actief"].astype(bool) & ~alles["nummer"].isin(nummers))
    rest = zonder[telt(zonder)]
    # The example municipality is no earlier state of a real one.
    eerste = not len(rest) or bool(rest["demo"].any()) != bool(tellend["demo"].any())
    return Lading(nummers, bestanden, None if eerste else _eerder(db, nummers) or _gebouwd(db, zonder))


def _samen_geladen(map_: Path, tellend: set[int]) -> tuple[int, ...]:
    """The numbers of the load of which the newest levering that counts was part."""
    laatste = max(tellend)
    for regel in Opslag(map_).logboek(_LOGREGELS):
        lading = regel["details"].get("leveringen", []) if regel["wat"] == "inlezen" else []
        if laatste in lading:
            return tuple(sorted(tellend & {int(n) for n in lading}))
    return (laatste,)


def _eerder(db: Database, nummers: tuple[int, ...]) -> Database | None:
    """The newest earlier version in which none of these leveringen counts, if one is kept."""
    versies = sorted(p for p in db.pad.parent.glob("jeugd-*.duckdb") if opruimen.VERSIE.fullmatch(p.name))
    for pad in reversed([p for p in versies if p.name < db.pad.name]):
        ander = Database(pad)
        if not ander.verouderd:
            tabel = alle_leveringen(ander)
            if not tabel["nummer"][telt(tabel)].isin(nummers).any():
                return ander
        ander.sluit()
    return None


def _gebouwd(db: Database, leveringen: pd.DataFrame) -> Database | None:
    """The figures of these leveringen, built beside the version in force; None when lines are gone."""
    map_ = db.pad.parent
    doel = map_ / opruimen.TIJDELIJK / f"voor-{db.pad.name}"
    if not doel.exists():
        if not all(levering_pad(map_, int(n)).exists() for n in leveringen["nummer"][telt(leveringen)]):
            return None
        doel.parent.mkdir(exist_ok=True)
        klad = doel.with_suffix(".klad")
        opruimen.weg(klad)
        bewaren.bouw_van(map_, klad, leveringen, Opslag(map_).aanbiedersindeling(), bijlagen(db))
        klad.replace(doel)
    return Database(doel)
