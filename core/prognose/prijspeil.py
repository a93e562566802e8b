"""A year beside the one before it: the same months at the same age, in euros and in zorgmaanden.

Volume is in zorgmaanden (a jeugdige in care in a month): they add up over months, also of a year that
is not over, which unieke jeugdigen do not; and every export has them, which toewijzingen are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from core.cijfers import maandtelling
from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.cijfers.naijl import schat
from core.cijfers.selectie import selecteer
from core.cijfers.tellen import groepeer
from core.cijfers.uitloop import stromen
from core.database import Database
from core.filters import Filter
from core.prognose.methoden import JAAR
from core.prognose.overzicht import jaarprognoses


@dataclass(frozen=True)
class Verandering:
    """What a segment costs in a year and did the year before, without what is (was then) still to be declared.

    In euros; `nu_in_prijs_van_toen`: at the prices of the year before. `maanden_toen`, `maanden_nu`:
    zorgmaanden; 0 where they say nothing: a lump sum, or a segment that was not there. `na_ijl`:
    what is still to be declared now, less what was a year ago.
    """

    toen: float
    nu: float
    nu_in_prijs_van_toen: float
    maanden_toen: float
    maanden_nu: float
    na_ijl: float
    lumpsum: bool = False


@lru_cache(maxsize=8)
def _per_product(db: Database, jaar: int) -> tuple[Reeks, Reeks]:
    """Declared kosten (euros) and zorgmaanden of a year: product × month."""
    selectie = selecteer(db, Filter(jaar=(jaar,)))
    groepen, maanden = groepeer(selectie, selectie["product"]), range(jaar * JAAR, (jaar + 1) * JAAR)
    kosten, zorgmaanden = np.zeros((2, len(laad(db).product), JAAR))
    kosten[: groepen.aantal] = maandtelling.kosten(groepen, maanden)
    zorgmaanden[: groepen.aantal] = maandtelling.jeugdigen(groepen, maanden)
    return kosten, zorgmaanden


def voorbij(db: Database, jaar: int) -> int:
    """How many months of a year the data hold (0-12)."""
    return int(np.clip((db.stand.laatste_maand or 0) + 1 - jaar * JAAR, 0, JAAR))


def prijsindex(db: Database, jaar: int, producten: Reeks) -> float:
    """How many times its price of a year before a zorgmaand of these products costs, by the mix of now.

    Over the months of the year that the data hold, of a year to come over those of the year before;
    products that were not there in both say nothing of a price. 1 when none was.
    """
    jaar = jaar if voorbij(db, jaar) else jaar - 1
    toen, nu = (
        [m[producten, : voorbij(db, jaar)].sum(axis=1) for m in _per_product(db, j)] for j in (jaar - 1, jaar)
    )
    telt = np.minimum(np.minimum(*toen), np.minimum(*nu)) > 0
    (k0, z0), (k1, z1) = ([m[telt] for m in maten] for maten in (toen, nu))
    return float(k1.sum() / (z1 * k0 / z0).sum()) if telt.any() else 1.0


def heeft_lumpsum(db: Database, jaar: int, segment: int) -> bool:
    """Whether a segment (by number) cost anything in a year or the one before that has no price × volume."""
    vast = (laad(db).product["segment"].to_numpy() == segment) & ~laad(db).product["gedeclareerd"].to_numpy(
        bool
    )
    return bool(vast.any()) and any(bool(_per_product(db, j)[0][vast].any()) for j in (jaar - 1, jaar))


def _nog_toen(db: Database, jaar: int, segment: int, toen: Reeks, deel: Reeks) -> Reeks:
    """What of each month of the year before was still to be declared a year ago (0 for those not over now).

    Where it is not known what was declared by then, the part (`deel`) that is still to be declared now.
    """
    over, bekend = voorbij(db, jaar), np.zeros(JAAR)
    for s in (s for s in stromen(db) if s.segment == segment):
        # The last month is known up to its age now; a year ago the same holds of the month a year before.
        leeftijd = int((~np.isnan(s.waarden[-1])).sum()) - 1
        if schat(s) is None or leeftijd < 0:
            return toen * deel
        van_toen = s.zoals_bekend(s.eerste + len(s.nu) - 1 + leeftijd - JAAR)
        maanden = (jaar - 1) * JAAR + np.arange(over) - s.eerste
        er_is = (maanden >= 0) & (maanden < len(van_toen.nu))
        bekend[:over][er_is] += van_toen.nu[maanden[er_is]]
    return np.where(np.arange(JAAR) < over, toen - bekend, 0.0)


def verandering(db: Database, jaar: int, segment: int) -> Verandering | None:
    """A segment (by number) in a year beside the year before; None when either cannot be forecast.

    Of months that are over the zorgmaanden are counted. Those to come cost what a zorgmaand cost a
    year before × the price index; how many there are follows from the forecast.
    """
    eigen = laad(db).product["segment"].to_numpy() == segment
    prognoses = [jaarprognoses(db, j).get(segment) for j in (jaar - 1, jaar)]
    if prognoses[1] is None:
        return None
    over, nu = voorbij(db, jaar), prognoses[1].per_maand
    (k0, z0), (k1, z1) = ([m[eigen].sum(axis=0) for m in _per_product(db, j)] for j in (jaar - 1, jaar))
    nog = np.where(np.arange(JAAR) < over, nu - k1, 0.0)
    if prognoses[0] is None:
        return Verandering(0.0, float((nu - nog).sum()), float((nu - nog).sum()), 0, 0, float(nog.sum()))
    toen = prognoses[0].per_maand
    deel = np.divide(nog, nu, out=np.zeros(JAAR), where=nu > 0)
    nog_toen = _nog_toen(db, jaar, segment, toen, deel)
    toen, nu, na_ijl = toen - nog_toen, nu - nog, float(nog.sum() - nog_toen.sum())
    if heeft_lumpsum(db, jaar, segment):
        return Verandering(toen.sum(), nu.sum(), nu.sum(), 0, 0, na_ijl, lumpsum=True)
    prijs = prijsindex(db, jaar, eigen)
    gemiddeld = z0.sum() / k0.sum() if k0.sum() > 0 else 0.0
    per_euro = np.divide(z0, k0, out=np.full(JAAR, gemiddeld), where=k0 > 0)
    toekomst = nu[over:] / prijs * per_euro[over:]
    maanden = float((toen * per_euro).sum()), float(z1[:over].sum() + toekomst.sum())
    return Verandering(toen.sum(), nu.sum(), nu.sum() / prijs, *maanden, na_ijl)
