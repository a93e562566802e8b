"""Counts per month, for every group of a selection."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.cijfers.tellen import Groepen


def jeugdigen(groepen: Groepen, maanden: Sequence[int] | np.ndarray) -> np.ndarray:
    """Unieke jeugdigen in care: a row per group (listed or not), a column per maandnummer."""
    groep, jaar, zorg = groepen.per_jeugdigejaar()
    uit = np.zeros((groepen.aantal, len(maanden)), dtype=np.int64)
    for kolom, (in_jaar, bit) in _per_jaar(jaar, maanden):
        zit = groep[in_jaar][(zorg[in_jaar] >> bit & 1).astype(bool)]
        uit[:, kolom] = np.bincount(zit, minlength=groepen.aantal)
    return uit


def kosten(groepen: Groepen, maanden: Sequence[int] | np.ndarray) -> np.ndarray:
    """Kosten in euros: a row per group (listed or not), a column per maandnummer."""
    selectie = groepen.selectie
    bedragen = selectie.kolommen.per_maand(selectie.db)
    uit = np.zeros((groepen.aantal, len(maanden)))
    for kolom, (in_jaar, bit) in _per_jaar(selectie["jaar"], maanden):
        telt = in_jaar[(selectie["maanden"][in_jaar] >> bit & 1).astype(bool)]
        cent = bedragen[bit][selectie.rijen[telt]]
        uit[:, kolom] = np.bincount(groepen.nummer[telt], weights=cent, minlength=groepen.aantal)
    return uit / 100


def zorgmaanden(groepen: Groepen, maanden: Sequence[int] | np.ndarray) -> np.ndarray:
    """Whether a group has a zorgmaand, also a credited one: a row per group, a column per month."""
    selectie = groepen.selectie
    uit = np.zeros((groepen.aantal, len(maanden)), dtype=bool)
    for kolom, (in_jaar, bit) in _per_jaar(selectie["jaar"], maanden):
        telt = in_jaar[(selectie["maanden"][in_jaar] >> bit & 1).astype(bool)]
        uit[groepen.nummer[telt], kolom] = True
    return uit


def _per_jaar(
    jaar: np.ndarray, maanden: Sequence[int] | np.ndarray
) -> list[tuple[int, tuple[np.ndarray, int]]]:
    """Per column the positions of the rows of its year, found once per year, and its bit."""
    van_jaar = {j: np.flatnonzero(jaar == j) for j in {int(m) // 12 for m in maanden}}
    return [(n, (van_jaar[int(m) // 12], int(m) % 12)) for n, m in enumerate(maanden)]
