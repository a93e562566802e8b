"""The budget ceilings of aanbieders: what is used, what the year comes to, and when a ceiling is reached."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.cijfers.selectie import maanden_als_tekst
from core.database import Database
from core.filters import Filter
from core.opslag.geopend import geopend
from core.opslag.jaarbladen import Jaarbladen, Plafond
from core.prognose.aanbiedersdeel import heet_nu, per_aanbieder
from core.prognose.overzicht import jaar_van, jaarprognoses

_CENT = 0.01
KRAP = 0.95
"""From this part of the ceiling on a year is said to come close."""


class Stand(StrEnum):
    """How an aanbieder stands to its ceiling, in words."""

    OVERSCHREDEN = "plafond overschreden"
    GAAT_OVER = "gaat over het plafond"
    KRAP = "komt dicht bij het plafond"
    PAST = "past"
    ONBEKEND = "nog niet te zeggen"
    GEEN = "geen plafond"


KOLOMMEN = (
    "aanbieder", "begrensd", "jeugdigen", "plafond", "gedeclareerd", "nog_te_declareren", "rest_jaar", "prognose",
    "ruimte", "benut", "uitgeput", "plafondstand",
)  # fmt: skip


def plafonds(db: Database, f: Filter) -> pd.DataFrame:
    """Every aanbieder with a ceiling or an amount in a year, by name, in euros.

    `benut` is declared / plafond (0-100), `ruimte` plafond − prognose, `uitgeput` the month in which what
    is expected passes the ceiling (null = not this year). Null where there is no ceiling or no forecast.
    """
    jaar = jaar_van(db, f)
    namen = laad(db).aanbieder
    begrensd = _ingevoerd(db, jaar)
    jaren = per_aanbieder(db, jaar)
    bekend, verwacht = jaren.gedeclareerd.sum(axis=1), jaren.verwacht
    rijen: list[dict[str, Any]] = []
    for nr, naam in enumerate(namen):
        if naam in begrensd or bekend[nr] or jaren.jeugdigen[nr]:
            plafond = begrensd.pop(naam, np.nan)
            vast = {"aanbieder": naam, "jeugdigen": int(jaren.jeugdigen[nr]), "plafond": plafond}
            rijen.append(vast | _cellen(plafond, bekend[nr], verwacht[nr], jaren.voorbij))
    leeg = np.zeros(12) if jaarprognoses(db, jaar) else np.full(12, np.nan)
    for naam, plafond in begrensd.items():  # entered, but nothing is known under that name
        vast = {"aanbieder": naam, "jeugdigen": 0, "plafond": plafond}
        rijen.append(vast | _cellen(plafond, 0.0, leeg, jaren.voorbij))
    for rij in rijen:
        rij["begrensd"] = not np.isnan(rij["plafond"])
        if rij["uitgeput"] is not None:
            rij["uitgeput"] = maanden_als_tekst(np.array([jaar * 12 + rij["uitgeput"]])).iloc[0]
    rijen.sort(key=lambda rij: str(rij["aanbieder"]).lower())
    return pd.DataFrame(rijen, columns=list(KOLOMMEN), dtype=object)


def _ingevoerd(db: Database, jaar: int) -> dict[str, float]:
    """The ceilings of a year in euros; those of aanbieders that are one now are added up."""
    uit: dict[str, float] = {}
    for p in geopend(Jaarbladen).blad(Plafond, jaar, db.stand.demo).regels:
        naam = heet_nu(db, p.aanbieder)
        uit[naam] = uit.get(naam, 0.0) + p.bedrag / 100
    return uit


def _cellen(plafond: float, bekend: float, verwacht: Reeks, voorbij: np.ndarray) -> dict[str, Any]:
    nog, rest = (round(float(verwacht[deel].sum()), 2) for deel in (voorbij, ~voorbij))
    prognose = nog + rest
    over = np.flatnonzero(np.cumsum(verwacht) > plafond + _CENT / 2)
    return {
        "gedeclareerd": bekend,
        "nog_te_declareren": round(nog - bekend, 2) + 0.0,  # never -0
        "rest_jaar": rest,
        "prognose": prognose,
        "ruimte": plafond - prognose,
        "benut": 100 * bekend / plafond if plafond > 0 else np.nan,
        "uitgeput": int(over[0]) if len(over) else None,
        "plafondstand": _stand(plafond, bekend, prognose).value,
    }


def _stand(plafond: float, bekend: float, prognose: float) -> Stand:
    if np.isnan(plafond):
        return Stand.GEEN
    if bekend > plafond:
        return Stand.OVERSCHREDEN
    if np.isnan(prognose):
        return Stand.ONBEKEND
    if prognose > plafond:
        return Stand.GAAT_OVER
    return Stand.KRAP if prognose >= KRAP * plafond else Stand.PAST
