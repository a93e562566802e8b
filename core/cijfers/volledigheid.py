"""Which months are voorlopig: those of which less than 95 % is expected to be declared yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from core.cijfers.kolommen import laad
from core.cijfers.naijl import STOF, naijl
from core.cijfers.selectie import maanden_van
from core.database import Database
from core.filters import Filter

GRENS = 95.0
"""A month with a lower completeness (%) is voorlopig."""

VROEGST = 12
"""So many months before those of the simple rule a month can still be voorlopig; what was known a
year before is kept of the months that this can need (core/sql/15_toen.sql)."""


def voorlopig_vanaf(db: Database, f: Filter) -> int:
    """The first maandnummer of the selection that is voorlopig, and so all after it.

    By the completeness of its segments together; by the simple rule (fewer than 3 full months
    known after it) for a segment of which that cannot be had. When no month is, the month after
    the last of the data; without any data 0: then every month would be. Of figures as they were
    known a year before the same, a year earlier: those months were as old.
    """
    return _grens(db, f.segment, f.product) - 12 * f.zoals_toen


@lru_cache(maxsize=512)
def _grens(db: Database, segment: tuple[str, ...], product: tuple[str, ...]) -> int:
    jong, laatste = db.stand.jong_vanaf(), db.stand.laatste_maand
    if jong is None or laatste is None:
        return 0
    van, welke = naijl(db), segmenten(db, segment, product)
    zonder = np.isnan(van.verwacht[welke]).any(axis=1)
    bekend, onbekend = welke[~zonder], welke[zonder]
    samen = _deel(van.nu[bekend].sum(axis=0), van.verwacht[bekend].sum(axis=0))
    te_laag = [van.eerste + int(plek) for plek in np.flatnonzero(samen < GRENS)[:1]]
    if van.nu[onbekend][:, max(jong - van.eerste, 0) :].any():
        te_laag.append(jong)
    return max(min([*te_laag, laatste + 1]), jong - VROEGST)


def volledige_maanden(db: Database, f: Filter) -> list[int]:
    """The months of `maanden_van` that are not voorlopig."""
    grens = voorlopig_vanaf(db, f)
    return [m for m in maanden_van(db, f) if m < grens]


def volledigheid(db: Database) -> np.ndarray:
    """Which part (0-100) of what a month comes to is in, in the form of `Naijl`; NaN = not known."""
    van = naijl(db)
    return _deel(van.nu, van.verwacht)


def _deel(nu: np.ndarray, verwacht: np.ndarray) -> np.ndarray:
    # Nothing to expect is all of it; more than all is what credits will take back.
    deel = np.divide(100 * nu, verwacht, out=np.full(nu.shape, 100.0), where=verwacht > STOF)
    return np.where(np.isnan(verwacht), np.nan, np.clip(deel, 0, 100))


def segmenten(db: Database, segment: tuple[str, ...], product: tuple[str, ...] = ()) -> np.ndarray:
    """The numbers of the segments that a selection can hold: those asked for, or of the products asked for."""
    kolommen = laad(db)
    namen = np.array(kolommen.segment, dtype=object)
    past = np.isin(namen, segment) if segment else np.ones(len(namen), dtype=bool)
    if product:
        van = kolommen.product[kolommen.product["naam"].isin(product)]
        past &= np.isin(np.arange(len(namen)), van["segment"])
    return np.flatnonzero(past)


def van_selectie(db: Database, f: Filter, perioden: Sequence[Sequence[int]]) -> np.ndarray:
    """The completeness (0-100) of periods (maandnummers) for the segments of a selection together; NaN = not known."""
    van, welke = naijl(db), segmenten(db, f.segment, f.product)
    nu, verwacht = van.nu[welke].sum(axis=0), van.verwacht[welke].sum(axis=0)
    if not len(nu) or not perioden:
        return np.full(len(perioden), np.nan)
    plek = np.array(perioden, dtype=np.int64) - van.eerste
    return _deel(nu[plek].sum(axis=1), verwacht[plek].sum(axis=1))


def van_maand(db: Database, segment: np.ndarray, maand: np.ndarray, zoals_toen: bool) -> np.ndarray:
    """The completeness (0-100) of pairs of segment and maandnummer; NaN = not known.

    Of figures as they were known a year before, that of the month which is as old now.
    """
    van = naijl(db)
    if not len(van.maanden):
        return np.full(len(segment), np.nan)
    plek = maand + 12 * zoals_toen - van.eerste
    deel: np.ndarray = volledigheid(db)[segment, plek]
    return deel


def is_voorlopig(db: Database, deel: np.ndarray, maand: np.ndarray, zoals_toen: bool) -> np.ndarray:
    """Whether each month is voorlopig by its completeness; by the simple rule where that is not known."""
    jong = (db.stand.jong_vanaf() or 0) - 12 * zoals_toen
    uit: np.ndarray = np.where(np.isnan(deel), maand >= jong, deel < GRENS)
    return uit
