"""Counts per month, for every group of a selection.

Rows are first counted per group, year and set of months (one of 4096), which is one pass; only the
few sets that occur are then taken apart into months.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.cijfers.tellen import Groepen

Maanden = Sequence[int] | np.ndarray


def jeugdigen(groepen: Groepen, maanden: Maanden) -> np.ndarray:
    """Unieke jeugdigen in care: a row per group (listed or not), a column per maandnummer."""
    return _tel_bits(groepen.aantal, groepen.per_jeugdigejaar, maanden)


def zorgmaanden(groepen: Groepen, maanden: Maanden) -> np.ndarray:
    """Number of rows with a zorgmaand, also a credited one, in the form of `jeugdigen`."""
    selectie = groepen.selectie
    return _tel_bits(groepen.aantal, (groepen.nummer, selectie["jaar"], selectie["maanden"]), maanden)


def kosten(groepen: Groepen, maanden: Maanden) -> np.ndarray:
    """Kosten in euros, in the form of `jeugdigen`."""
    selectie = groepen.selectie
    eerste, jaren = _jaren(selectie["jaar"])
    nummer = _jaargroep(selectie["jaar"], groepen.nummer, groepen.aantal)
    uit = np.zeros((jaren, groepen.aantal, 12))
    for maand, cent in enumerate(selectie.per_maand()):
        som = np.bincount(nummer, weights=cent, minlength=jaren * groepen.aantal)
        uit[:, :, maand] = som.reshape(jaren, groepen.aantal) / 100
    return _kies(uit, eerste, maanden)


def _tel_bits(aantal: int, rijen: tuple[np.ndarray, np.ndarray, np.ndarray], maanden: Maanden) -> np.ndarray:
    """How many of the rows (group, year, bits) have each month."""
    groep, jaar, bits = rijen
    eerste, jaren = _jaren(jaar)
    nummer = _jaargroep(jaar, groep, aantal)
    nummer <<= 12
    nummer |= bits
    per_stel = np.bincount(nummer)
    stel = np.flatnonzero(per_stel)
    keer = per_stel[stel]
    per_maand = [
        np.bincount(stel >> 12, weights=keer * (stel >> maand & 1), minlength=jaren * aantal)
        for maand in range(12)
    ]
    return _kies(np.stack(per_maand, axis=-1).reshape(jaren, aantal, 12).astype(np.int64), eerste, maanden)


def _jaargroep(jaar: np.ndarray, groep: np.ndarray, aantal: int) -> np.ndarray:
    """Year and group as one number; worked in place, as these are the largest arrays of a question."""
    nummer = jaar.astype(np.int64)
    nummer -= _jaren(jaar)[0]
    nummer *= aantal
    nummer += groep
    return nummer


def _jaren(jaar: np.ndarray) -> tuple[int, int]:
    """The first year and how many years there are up to the last."""
    return (int(jaar.min()), int(jaar.max() - jaar.min()) + 1) if len(jaar) else (0, 0)


def _kies(per_jaar: np.ndarray, eerste: int, maanden: Maanden) -> np.ndarray:
    """The asked months out of (year, group, month of the year); 0 in a year without rows."""
    jaren, aantal, _ = per_jaar.shape
    uit = np.zeros((aantal, len(maanden)), dtype=per_jaar.dtype)
    for kolom, maand in enumerate(maanden):
        jaar = int(maand) // 12 - eerste
        if 0 <= jaar < jaren:
            uit[:, kolom] = per_jaar[jaar, :, int(maand) % 12]
    return uit
