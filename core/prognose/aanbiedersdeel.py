"""What a year comes to per aanbieder: the forecast of each segment, divided over who delivers it.

Of a month behind us each aanbieder gets a part of what its segment still expects in the measure in
which it falls short of its usual share; who has declared as usual gets nothing. Of a month to come
everybody gets the usual share. So the aanbieders of a segment add up to the segment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from core.cijfers import maandtelling, volledigheid
from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.cijfers.selectie import selecteer
from core.cijfers.tellen import groepeer
from core.database import Database
from core.filters import Filter
from core.inlezen.jaarbladen import namen_van
from core.opmaak import sleutel
from core.prognose.methoden import JAAR
from core.prognose.overzicht import jaarprognoses


@dataclass(frozen=True, eq=False)
class Aanbiedersjaar:
    """Euros of a year per aanbieder (row, by number) and month (column).

    `gedeclareerd` is known, `verwacht` what the month comes to; NaN from where nothing can be told.
    `voorbij`: which months lie within the data. `jeugdigen`: unique over the year, per aanbieder; over the
    year before where it has not begun.
    """

    gedeclareerd: Reeks
    verwacht: Reeks
    voorbij: np.ndarray
    jeugdigen: np.ndarray


@lru_cache(maxsize=2)
def _namen(db: Database) -> Mapping[str, str]:
    return namen_van(db)["aanbieder"]


def heet_nu(db: Database, aanbieder: str) -> str:
    """The aanbieder that a name, once entered, is now: names may have been merged since."""
    return _namen(db).get(sleutel(aanbieder), aanbieder)


@lru_cache(maxsize=12)
def per_aanbieder(db: Database, jaar: int) -> Aanbiedersjaar:
    """The year of every aanbieder of a version."""
    maanden = np.arange(jaar * 12, jaar * 12 + 12)
    voorbij = maanden <= (db.stand.laatste_maand or 0)
    bekend = _kosten_in(db, maanden)
    verwacht = bekend.copy()
    deel = _aandelen(db, jaar, bekend)
    prognoses = jaarprognoses(db, jaar)
    if not prognoses:  # of a year to come nothing can be told yet
        verwacht[:] = np.nan
    for segment in range(bekend.shape[1]):
        p = prognoses.get(segment)
        if p is not None:
            verwacht[:, segment] = _verdeel(bekend[:, segment], p.per_maand, deel[:, segment], voorbij)
        else:
            verwacht[bekend[:, segment].any(axis=1), segment] = np.nan
    # A year that has not begun rests on the jeugdigen of the one before it.
    selectie = selecteer(db, Filter(jaar=(jaar if voorbij.any() else jaar - 1,)))
    groepen = groepeer(selectie, selectie["aanbieder"])
    jeugdigen = np.zeros(len(bekend), dtype=np.int64)
    if len(groepen.gevuld):
        jeugdigen[groepen.namen()[0]] = groepen.jeugdigen()
    return Aanbiedersjaar(bekend.sum(axis=1), verwacht.sum(axis=1), voorbij, jeugdigen)


def _kosten_in(db: Database, maanden: np.ndarray) -> Reeks:
    """Euros per aanbieder, segment and month; 0 in months outside the data."""
    alle, eerste = _kosten(db), db.stand.eerste_maand or 0
    binnen = (maanden >= eerste) & (maanden < eerste + alle.shape[2])
    uit = np.zeros((*alle.shape[:2], len(maanden)))
    uit[:, :, binnen] = alle[:, :, maanden[binnen] - eerste]
    return uit


@lru_cache(maxsize=2)
def _kosten(db: Database) -> Reeks:
    """Euros per aanbieder, segment and month of the data, all of the version by number; counted once."""
    stand, kolommen = db.stand, laad(db)
    if stand.eerste_maand is None or stand.laatste_maand is None:
        return np.zeros((len(kolommen.aanbieder), len(kolommen.segment), 0))
    selectie, maanden = selecteer(db, Filter()), np.arange(stand.eerste_maand, stand.laatste_maand + 1)
    uit = np.zeros((len(kolommen.aanbieder), len(kolommen.segment), len(maanden)))
    groepen = groepeer(selectie, selectie["aanbieder"], selectie.segment())
    if groepen.aantal and len(groepen.gevuld):
        a, s = groepen.vorm
        uit[:a, :s] = maandtelling.kosten(groepen, maanden).reshape(a, s, len(maanden))
    return uit


def _aandelen(db: Database, jaar: int, bekend: Reeks) -> Reeks:
    """The usual share (0-1) of each aanbieder (row) in each segment: that of the last complete months up to the year.

    In a segment without them, the share in what is declared of the year itself.
    """
    volledig = [m for m in volledigheid.volledige_maanden(db, Filter()) if m < (jaar + 1) * 12][-JAAR:]
    som = _kosten_in(db, np.array(volledig, dtype=np.int64)).sum(axis=2)
    som = np.where(som.sum(axis=0) > 0, som, bekend.sum(axis=2))
    positief = np.maximum(som, 0)
    geheel = positief.sum(axis=0)
    return np.divide(positief, geheel, out=np.zeros_like(positief), where=geheel > 0)


def _verdeel(bekend: Reeks, verwacht: Reeks, deel: Reeks, voorbij: np.ndarray) -> Reeks:
    """What each aanbieder (row) comes to per month (column), from what the whole segment comes to (`verwacht`)."""
    gewoon = deel[:, None] * verwacht
    mist = np.maximum(gewoon - bekend, 0)
    open_ = verwacht - bekend.sum(axis=0)
    samen = mist.sum(axis=0)
    naar_gemis = np.divide(mist, samen, out=np.repeat(deel[:, None], len(verwacht), axis=1), where=samen > 0)
    # Less than nothing is open where credits are expected: those are of who declared.
    gedeclareerd = np.maximum(bekend, 0)
    al = gedeclareerd.sum(axis=0)
    naar_bedrag = np.divide(gedeclareerd, al, out=naar_gemis.copy(), where=al > 0)
    verdeling = np.where(open_ < 0, naar_bedrag, naar_gemis)
    uit: Reeks = np.where(voorbij, bekend + open_ * verdeling, gewoon)
    return uit
