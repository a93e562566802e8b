"""The forecast of a year per product: each carried on like its segment, and made to add up to it in the open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pandas as pd

from core.cijfers import maandtelling, volledigheid
from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.cijfers.selectie import selecteer
from core.cijfers.tellen import groepeer
from core.database import Database
from core.filters import Filter
from core.prognose.jaarprognose import Jaarprognose
from core.prognose.methoden import JAAR, METHODEN
from core.prognose.overzicht import jaar_van, jaarprognoses
from core.prognose.standen import Segmentreeks, reeksen
from core.prognose.terugtoets import Stand

GENOEG = 10
"""A product with fewer jeugdigen a month (the mean of the last twelve complete ones) is forecast with the others."""
OVERIG = "Overige producten"
KOLOMMEN = [
    "segment",
    "product",
    "gedeclareerd",
    "nog_te_declareren",
    "rest_jaar",
    "prognose",
    "afstemming",
    "jeugdigen",
    "per_product",
]
_CENT = 0.005


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """What a year comes to per product, in euros; products with few jeugdigen together, last in their segment.

    A product is carried on by the method of its segment, its young months completed as the segment's.
    What its segment comes to beyond what its products would is divided over them, by what they expect:
    that is `afstemming`, and part of `rest_jaar` (of `nog_te_declareren` in a month nothing is known of).
    `per_product`: the jeugdigen of each product in a row, for its protection.
    """
    jaar, rijen = jaar_van(db, f), []
    welke, prognoses = volledigheid.segmenten(db, f.segment).tolist(), jaarprognoses(db, jaar)
    for r in reeksen(db):
        if r.segment in welke and r.segment in prognoses:
            rijen += list(_segment(db, jaar, r, prognoses[r.segment]))
    return pd.DataFrame(rijen, columns=KOLOMMEN, dtype=object)


@lru_cache(maxsize=3)
def _per_maand(db: Database) -> tuple[int, Reeks, Reeks]:
    """The first month of the data; kosten (euros) and unieke jeugdigen of every product (row) and month (column)."""
    eerste, laatste = db.stand.eerste_maand or 0, db.stand.laatste_maand or 0
    selectie = selecteer(db, Filter())
    groepen, maanden = groepeer(selectie, selectie["product"]), range(eerste, laatste + 1)
    kosten, jeugdigen = np.zeros((2, len(laad(db).product), len(maanden)))
    kosten[: groepen.aantal] = maandtelling.kosten(groepen, maanden)
    jeugdigen[: groepen.aantal] = maandtelling.jeugdigen(groepen, maanden)
    return eerste, kosten, jeugdigen


def _groepen(db: Database, segment: int) -> list[tuple[str, list[int]]]:
    """The products of a segment (by number) that are forecast by themselves, then those that are taken together."""
    product, (eerste, kosten, jeugdigen) = laad(db).product, _per_maand(db)
    eigen = [n for n in np.flatnonzero(product["segment"] == segment).tolist() if kosten[n].any()]
    volledig = [m - eerste for m in volledigheid.volledige_maanden(db, Filter())][-JAAR:]
    groot = [n for n in eigen if volledig and jeugdigen[n, volledig].mean() >= GENOEG]
    klein = [n for n in eigen if n not in groot]
    een = len(klein) == 1
    namen = [(str(product["naam"][n]), [n]) for n in (eigen if een else groot)]
    return namen if een or not klein else [*namen, (OVERIG, klein)]


def _segment(db: Database, jaar: int, r: Segmentreeks, p: Jaarprognose) -> Iterator[tuple[object, ...]]:
    (eerste, kosten, _), nu = _per_maand(db), r.standen[-1]
    groepen = _groepen(db, r.segment)
    begin = jaar * JAAR - r.eerste
    vanaf = slice(max(begin, 0), max(min(begin + JAAR, nu.maanden), 0))
    reeksen_ = [kosten[nrs].sum(axis=0)[r.eerste - eerste :] for _, nrs in groepen]
    gedeclareerd = np.array([reeks[vanaf].sum() for reeks in reeksen_])
    verwacht = np.array([_verder(reeks, nu, p, begin) for reeks in reeksen_]).reshape(len(groepen), 2)
    geheel = np.array([p.nog_te_declareren, p.rest_jaar])
    sluitend = _sluitend(verwacht, geheel)
    aantallen = _jeugdigen(db, jaar, [nrs for _, nrs in groepen])
    los = _jeugdigen(db, jaar, [[nr] for _, nrs in groepen for nr in nrs])
    for n, (naam, nrs) in enumerate(groepen):
        eigen, los = los[: len(nrs)], los[len(nrs) :]
        nog, rest = sluitend[n].tolist()
        som = float(gedeclareerd[n]) + nog + rest
        if abs(som) > _CENT:
            anders = float((sluitend[n] - verwacht[n]).sum())
            yield (
                laad(db).segment[r.segment],
                naam,
                float(gedeclareerd[n]),
                nog,
                rest,
                som,
                anders,
                aantallen[n],
                eigen,
            )


def _verder(bekend: Reeks, nu: Stand, p: Jaarprognose, begin: int) -> tuple[float, float]:
    """What a product would still declare of past months of the year, and cost in those to come."""
    heel = np.divide(
        nu.reeks, nu.nu[: len(nu.reeks)], out=np.ones(len(nu.reeks)), where=nu.nu[: len(nu.reeks)] > 0
    )
    reeks = bekend[: len(heel)] * heel
    komend = max(begin + JAAR - nu.maanden, 0)
    naam = p.methode or next(iter(METHODEN))
    pad = METHODEN[naam](reeks[: nu.rijp], nu.maanden - nu.rijp + komend, None)
    verwacht = np.append(reeks, pad[len(reeks) - nu.rijp :])
    over = slice(max(begin, 0), max(min(begin + JAAR, nu.maanden), 0))
    later = slice(max(begin, nu.maanden), begin + JAAR)
    return float((verwacht[over] - bekend[over]).sum()), float(verwacht[later].sum())


def _sluitend(verwacht: Reeks, geheel: Reeks) -> Reeks:
    """What every product (row) expects, made to add up per column to what their segment does, by its size."""
    grootte = np.abs(verwacht)
    som = grootte.sum(axis=0)
    deel = np.divide(grootte, som, out=np.full(verwacht.shape, 1 / max(len(verwacht), 1)), where=som > 0)
    uit: Reeks = verwacht + deel * (geheel - verwacht.sum(axis=0))
    return uit


def _jeugdigen(db: Database, jaar: int, groepen: list[list[int]]) -> list[int]:
    """Unieke jeugdigen of every group of products in a year; in the one before where there are none."""
    plek = np.full(len(laad(db).product), len(groepen))
    for n, nrs in enumerate(groepen):
        plek[nrs] = n
    uit = np.zeros(len(groepen) + 1, dtype=np.int64)
    for j in (jaar - 1, jaar):
        selectie = selecteer(db, Filter(jaar=(j,)))
        tellen = groepeer(selectie, plek[selectie["product"]])
        if len(tellen.gevuld):
            aantal = tellen.jeugdigen()
            uit[tellen.gevuld] = np.where(aantal > 0, aantal, uit[tellen.gevuld])
    return uit[:-1].tolist()
