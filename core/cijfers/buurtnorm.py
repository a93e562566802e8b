"""Jeugdigen per wijk and buurt beside the city's average at their ages: *stadsgemiddelde naar leeftijd*.

Indirect standardisation: how many jeugdigen would have help if in every age class as large a part
of the inhabitants had it as in the whole municipality. docs/buurtnorm.md says why it is done so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

import numpy as np
import pandas as pd

from core.begrippen import Niveau
from core.cijfers.kolommen import Kolommen
from core.cijfers.selectie import EERSTE_JAAR, Per, Selectie, maanden_van, selecteer
from core.cijfers.standaardisatie import LEEFTIJDEN, Norm, norm
from core.cijfers.tellen import GEEN, groepeer
from core.cijfers.toevalsgrenzen import GRENS_95, GRENS_998, gewicht, poisson_grenzen, spreiding
from core.cijfers.verblijf import zonder_verblijf
from core.database import Database
from core.filters import Filter

GRENZEN = {"95": GRENS_95, "998": GRENS_998}
"""The two bands, by the end of the names of their columns."""
BINNEN, BOVEN, ONDER = "binnen", "boven", "onder"
"""Where a count lies; the last two with the band that it leaves."""
_KOLOMMEN = (
    "niveau", "wijk", "buurtcode", "buurt", "jeugd_met_hulp", "jeugd_0_17", "per_1000", "stadsgemiddelde",
    "stad_per_1000", "index", "verschil", "gewicht", "index_gekrompen", "laag_95", "hoog_95", "laag_998", "hoog_998", "ligging", "klassen",
)  # fmt: skip


def per_buurt(db: Database, f: Filter) -> pd.DataFrame:
    """Help without stay per wijk and buurt beside the city's average at their ages; see `_tabel`.

    Left out are jeugdbescherming and -reclassering, and in each year and buurt every jeugdige who
    lived there in a form of stay: a home for children says nothing about its buurt.
    """
    maanden = maanden_van(db, f)
    return _tabel(db, f, zonder_verblijf(selecteer(db, f.met(wijk=(), buurt=())), maanden))


def per_buurt_alle_hulp(db: Database, f: Filter) -> pd.DataFrame:
    """The same for all help of the selection, stay and measures of a judge as well; see `_tabel`."""
    return _tabel(db, f, selecteer(db, f.met(wijk=(), buurt=())))


def _tabel(db: Database, f: Filter, overal: Selectie) -> pd.DataFrame:
    """A row per wijk of the municipality, followed by its buurten, whatever area `f` chooses; none
    when the selection is empty.

    jeugd_met_hulp: those under 18 per calendar year in each area lived in, the mean over the years with
    inhabitants. stadsgemiddelde: the same if in every age class the rate of the whole municipality
    held (`standaardisatie.norm`, per year); at each level the areas' sum is that of their
    jeugdigen. Null without inhabitants, or on too few jeugdigen in all.
    per_1000 and stad_per_1000: both per 1.000 inhabitants, the mean over the years.
    index = 100 × jeugd_met_hulp / stadsgemiddelde; verschil in jeugdigen; index_gekrompen is drawn towards
    100 by `gewicht` (0-100); the bounds as an index: `poisson_grenzen`; ligging in words.
    klassen: in how many age classes the rates were taken, 1 = not corrected for age.
    """
    jaren = sorted({maand // 12 for maand in maanden_van(db, f)})
    rijen: list[dict[str, Any]] = []
    for niveau in (Niveau.WIJK, Niveau.BUURT) if len(overal.rijen) else ():
        gemeten = _meet(_gebieden(overal, niveau), overal.kolommen, jaren)
        rijen += _met_namen(niveau, gemeten, overal.kolommen)
    rijen.sort(key=lambda rij: rij["orde"])
    return pd.DataFrame(rijen, columns=list(_KOLOMMEN))


@dataclass(frozen=True)
class _Gebieden:
    """The areas of one level: their buurten by number, and counted jeugdigen by age 0-17 per year."""

    leden: Mapping[int, Sequence[int]]
    geteld: Mapping[tuple[int, int], np.ndarray]

    def aantal(self, nr: int, jaar: int) -> np.ndarray:
        return self.geteld.get((nr, jaar), np.zeros(LEEFTIJDEN))


def _gebieden(overal: Selectie, niveau: Niveau) -> _Gebieden:
    """Wijken or buurten of the municipality with the jeugdigen under 18 in each year."""
    buurt = overal.kolommen.buurt
    plaats = buurt["wijknr"] if niveau is Niveau.WIJK else np.arange(len(buurt["naam"]))
    eigen = np.array([isinstance(code, str) for code in buurt["buurtcode"]], dtype=bool)
    leden: dict[int, list[int]] = {}
    for nr in np.flatnonzero(eigen):
        leden.setdefault(int(plaats[nr]), []).append(int(nr))
    leeftijd = overal.leeftijd(Per.JAAR)
    wel = eigen[overal["buurt"]] & (leeftijd >= 0) & (leeftijd < LEEFTIJDEN)
    jong = overal.alleen(wel)
    groepen = groepeer(jong, plaats[jong["buurt"]], jong.jaar(), leeftijd[wel])
    geteld: dict[tuple[int, int], np.ndarray] = {}
    for nr, jaar, jaren_oud, aantal in zip(*groepen.namen(), groepen.jeugdigen(), strict=True):
        geteld.setdefault((int(nr), int(jaar) + EERSTE_JAAR), np.zeros(LEEFTIJDEN))[jaren_oud] = aantal
    return _Gebieden(leden, geteld)


def _meet(gebieden: _Gebieden, kolommen: Kolommen, jaren: Sequence[int]) -> list[dict[str, Any]]:
    """Per area jeugdigen and stadsgemiddelde, and what follows from the two."""
    per_jaar = {jaar: _jaarnorm(gebieden, kolommen, jaar) for jaar in jaren}
    rijen = []
    for nr, leden in gebieden.leden.items():
        inwoners = {
            j: sum(kolommen.inwoners[b, j] for b in leden)
            for j in jaren
            if all((b, j) in kolommen.inwoners for b in leden)
        }
        normen = {j: per_jaar[j].per_gebied[nr] for j in jaren if nr in per_jaar[j].per_gebied}
        geteld = {j: float(gebieden.aantal(nr, j).sum()) for j in normen or inwoners or jaren}
        rijen.append(
            {
                "nr": nr,
                "jeugd_met_hulp": fmean(geteld.values()),
                "jeugd_0_17": list(inwoners.values())[-1] if inwoners else None,
                "per_1000": _per_1000(geteld, inwoners),
                "stadsgemiddelde": fmean(normen.values()) if normen else None,
                "stad_per_1000": _per_1000(normen, inwoners),
                "klassen": min(per_jaar[j].klassen for j in normen) if normen else None,
            }
        )
    return _naast_norm(rijen)


def _per_1000(geteld: Mapping[int, float], inwoners: Mapping[int, int]) -> float | None:
    cijfers = [1000 * n / inwoners[j] for j, n in geteld.items() if inwoners.get(j)]
    return fmean(cijfers) if cijfers else None


def _jaarnorm(gebieden: _Gebieden, kolommen: Kolommen, jaar: int) -> Norm:
    """The city's rates of a year on the inhabitants of each area that has them in all its buurten."""
    inwoners = {
        nr: [kolommen.opbouw[b, jaar] for b in leden]
        for nr, leden in gebieden.leden.items()
        if all((b, jaar) in kolommen.opbouw for b in leden)
    }
    return norm(inwoners, {nr: gebieden.aantal(nr, jaar) for nr in inwoners})


def _naast_norm(rijen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with weight and bounds where there is a city average, and where they lie."""
    met = [r for r in rijen if r["stadsgemiddelde"]]
    geteld, stad = (np.array([r[naam] for r in met]) for naam in ("jeugd_met_hulp", "stadsgemiddelde"))
    tussen = spreiding(geteld, stad) if met else 0.0
    grenzen = {naam: poisson_grenzen(stad, binnen) for naam, binnen in GRENZEN.items()} if met else {}
    for nr, rij in enumerate(met):
        n = rij["stadsgemiddelde"]
        rij["gewicht"] = float(round(100 * gewicht(tussen, n)))
        for naam, (laag, hoog) in grenzen.items():
            rij |= {f"laag_{naam}": float(100 * laag[nr] / n), f"hoog_{naam}": float(100 * hoog[nr] / n)}
        rij |= vergelijk(rij)
    return rijen


def vergelijk(rij: Mapping[str, Any]) -> dict[str, Any]:
    """Index, verschil, index_gekrompen and ligging of a row, from its other cells; none without a norm."""
    geteld, stad = rij["jeugd_met_hulp"], rij["stadsgemiddelde"]
    if not stad:
        return {"index": None, "verschil": None, "index_gekrompen": None, "ligging": None}
    index = 100 * geteld / stad
    return {
        "index": index,
        "verschil": geteld - stad,
        "index_gekrompen": 100 + rij["gewicht"] / 100 * (index - 100),
        "ligging": _ligging(index, rij),
    }


def _ligging(index: float, rij: Mapping[str, Any]) -> str:
    for grens, woorden in (("998", "99,8 %"), ("95", "95 %")):
        if index > rij[f"hoog_{grens}"]:
            return f"{BOVEN} {woorden}"
        if index < rij[f"laag_{grens}"]:
            return f"{ONDER} {woorden}"
    return BINNEN


def afgerond(rij: Mapping[str, Any]) -> dict[str, Any]:
    """The same cells for a file, where counts are rounded: the average in whole jeugdigen as well."""
    if rij["stadsgemiddelde"] is None:
        return {}
    stad = float(round(rij["stadsgemiddelde"]))
    heel = {"stadsgemiddelde": stad, "stad_per_1000": _per_1000({0: stad}, {0: rij["jeugd_0_17"]})}
    return heel | vergelijk(dict(rij) | heel)


def _met_namen(niveau: Niveau, rijen: Sequence[dict[str, Any]], kolommen: Kolommen) -> list[dict[str, Any]]:
    """The rows with the names of their area, and their place: a wijk, then its buurten."""
    wijk, wijknr, code, naam = (kolommen.buurt[k].tolist() for k in ("wijk", "wijknr", "buurtcode", "naam"))
    los = niveau is Niveau.BUURT
    uit = []
    for rij in rijen:
        nr = rij["nr"]
        gebied = {"niveau": niveau.value, "wijk": wijk[nr], "orde": (wijknr[nr], nr if los else GEEN)}
        uit.append(gebied | ({"buurtcode": code[nr], "buurt": naam[nr]} if los else {}) | rij)
    return uit
