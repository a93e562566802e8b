"""The budget ceilings of aanbieders: what is used, what the year comes to, and when a ceiling is reached."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd

from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.database import Database
from core.filters import Filter
from core.opmaak import maand_iso
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


def plafonds(db: Database, f: Filter) -> pd.DataFrame:
    """Every aanbieder with a ceiling or an amount in a year, by name, in euros.

    `benut` is declared / plafond (0-100), `ruimte` plafond − prognose, `uitgeput` the month in which what
    is expected passes the ceiling (null = not this year). Null where there is no ceiling or no forecast.
    """
    jaar = jaar_van(db, f)
    wie, voorbij = _per_aanbieder(db, jaar), per_aanbieder(db, jaar).voorbij
    plafond, bekend, verwacht = wie.plafond, wie.bekend, wie.verwacht
    nog, rest = (verwacht[:, deel].sum(axis=1).round(2) for deel in (voorbij, ~voorbij))
    prognose = nog + rest
    return pd.DataFrame(
        {
            "aanbieder": wie.namen,
            "begrensd": ~np.isnan(plafond),
            "jeugdigen": wie.jeugdigen,
            "plafond": plafond,
            "gedeclareerd": bekend,
            "nog_te_declareren": (nog - bekend).round(2) + 0.0,  # never -0
            "rest_jaar": rest,
            "prognose": prognose,
            "ruimte": plafond - prognose,
            "benut": np.divide(100 * bekend, plafond, out=np.full_like(plafond, np.nan), where=plafond > 0),
            "uitgeput": _uitgeput(verwacht, plafond, jaar),
            "plafondstand": [str(_stand(*rij)) for rij in zip(plafond, bekend, prognose, strict=True)],
        }
    )


class _Wie(NamedTuple):
    """Aanbieders by name with their ceiling (NaN = none), what they declared, and what is expected per month."""

    namen: list[str]
    plafond: Reeks
    bekend: Reeks
    verwacht: Reeks
    jeugdigen: np.ndarray


def _per_aanbieder(db: Database, jaar: int) -> _Wie:
    """Who has a ceiling or an amount in a year, also a name that was entered and nothing is known under."""
    begrensd, jaren, namen = _ingevoerd(db, jaar), per_aanbieder(db, jaar), list(laad(db).aanbieder)
    los = [naam for naam in begrensd if naam not in namen]
    namen += los
    plafond = np.array([begrensd.get(naam, np.nan) for naam in namen])
    bekend = np.append(jaren.gedeclareerd.sum(axis=1), np.zeros(len(los)))
    jeugdigen = np.append(jaren.jeugdigen, np.zeros(len(los), dtype=np.int64))
    leeg = np.full((len(los), 12), 0.0 if jaarprognoses(db, jaar) else np.nan)
    wie = np.flatnonzero(~np.isnan(plafond) | (bekend != 0) | (jeugdigen != 0))
    wie = np.array(sorted(wie, key=lambda n: namen[n].lower()), dtype=np.int64)
    verwacht = np.vstack([jaren.verwacht, leeg])[wie]
    return _Wie([namen[n] for n in wie], plafond[wie], bekend[wie], verwacht, jeugdigen[wie])


def _uitgeput(verwacht: Reeks, plafond: Reeks, jaar: int) -> list[str | None]:
    """The month of the year in which what is expected (a row per ceiling) passes it; None when none does."""
    over = verwacht.cumsum(axis=1) > plafond[:, None] + _CENT / 2
    return [maand_iso(jaar * 12 + int(rij.argmax())) if rij.any() else None for rij in over]


def _ingevoerd(db: Database, jaar: int) -> dict[str, float]:
    """The ceilings of a year in euros; those of aanbieders that are one now are added up."""
    uit: dict[str, float] = {}
    for p in geopend(Jaarbladen).blad(Plafond, jaar, db.stand.demo).regels:
        naam = heet_nu(db, p.aanbieder)
        uit[naam] = uit.get(naam, 0.0) + p.bedrag / 100
    return uit


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
