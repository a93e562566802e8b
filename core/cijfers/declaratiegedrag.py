"""Who declares late: how long after the care the lines of each aanbieder come in."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from core.cijfers import volledigheid
from core.cijfers.kolommen import laad
from core.cijfers.selectie import selecteer
from core.cijfers.tellen import benoem, groepeer
from core.database import Database
from core.filters import Filter

OP_TIJD = 2
"""Lines that come in more than so many months after the leveringsmaand are late."""

JAAR = 12
"""Of a selection without a period, the last so many complete months."""

_REGELS = "SELECT aanbieder, segment, maand, stap, regels, debet FROM declaratie WHERE regels > 0"


@lru_cache(maxsize=3)
def _regels(db: Database) -> dict[str, np.ndarray]:
    """The declared lines of a version, added up: equally long arrays, read once."""
    return {str(naam): kolom.to_numpy() for naam, kolom in db.vraag(_REGELS).items()}


def per_aanbieder(db: Database, f: Filter) -> pd.DataFrame:
    """Per aanbieder how late its lines came in, over the complete months of the period (else the last year).

    Of the lines that say when they were declared, credits left out: `gedeclareerd` and `laat` in
    euros, the latter more than 2 months after the leveringsmaand; `aandeel_laat` (0-100) of the
    euros; `mediaan_na`: months after which half of the lines were in.
    """
    aantal, cent, jeugdigen = _per_stap(db, f, maanden(db, f))
    nummers = np.flatnonzero(aantal.sum(axis=1))
    opgeteld = aantal[nummers].cumsum(axis=1)
    alles = cent[nummers].sum(axis=1) / 100
    laat = cent[nummers, OP_TIJD + 1 :].sum(axis=1) / 100
    return pd.DataFrame(
        {
            "aanbieder": benoem(nummers, laad(db).aanbieder),
            "jeugdigen": jeugdigen[nummers],
            "gedeclareerd": alles,
            # The first column in which half of the lines are in.
            "mediaan_na": (2 * opgeteld < opgeteld[:, -1:]).sum(axis=1).astype(np.float64),
            "laat": laat,
            "aandeel_laat": 100 * laat / alles,
        }
    )


def maanden(db: Database, f: Filter) -> list[int]:
    """The maandnummers it is about: the complete ones of the period, else of the last year."""
    volledig = volledigheid.volledige_maanden(db, f)
    return volledig if f.heeft_periode() else volledig[-JAAR:]


def _per_stap(db: Database, f: Filter, welke: list[int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Lines and cents per aanbieder (row, by number) and months after (column), and unieke jeugdigen."""
    regels, namen = _regels(db), laad(db).aanbieder
    gekozen = np.isin(namen, f.aanbieder) if f.aanbieder else np.ones(len(namen), dtype=bool)
    houd = np.isin(regels["maand"], welke) & gekozen[regels["aanbieder"]]
    if f.segment:
        houd &= np.isin(regels["segment"], volledigheid.segmenten(db, f.segment))
    breed = int(regels["stap"].max(initial=OP_TIJD)) + 1
    vak = regels["aanbieder"][houd].astype(np.int64) * breed + regels["stap"][houd]
    aantal, cent = (
        np.bincount(vak, weights=regels[maat][houd], minlength=len(namen) * breed).reshape(-1, breed)
        for maat in ("regels", "debet")
    )
    selectie = selecteer(db, f, maanden=welke)
    groepen = groepeer(selectie, selectie["aanbieder"])
    jeugdigen = np.zeros(len(namen), dtype=np.int64)
    jeugdigen[groepen.namen()[0]] = groepen.jeugdigen()
    return aantal, cent, jeugdigen
