"""Deviations: which last complete quarters are not what their own history leads one to expect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.sturing.verdelingen import Getallen, niet_toevallig
from core.sturing.verwachting import (
    Toets,
    seizoen,
    toets_aantallen,
    toets_bedragen,
)

TOEVAL = 0.05
"""Of all that is pointed out at most this part is expected to be chance (false discovery rate)."""


class Maat(StrEnum):
    """What of a quarter deviates: the name of its column in the tables per quarter."""

    JEUGDIGEN = "jeugdigen"
    KOSTEN_PER_JEUGDIGE = "kosten_per_jeugdige"


@dataclass(frozen=True)
class Reeksen:
    """The quarters of all values of one dimension: a row per value, a column per quarter from `eerste`.

    `namen` are the cells that name a row in its table; `laatste` is the column of its last complete
    quarter, -1 for none, and `binnen` which part (0-1) of that is declared. NaN where a number is not
    known or may not be shown.
    """

    dimensie: str
    namen: tuple[tuple[str, ...], ...]
    eerste: int
    jeugdigen: Getallen
    per_jeugdige: Getallen
    laatste: NDArray[np.int64]
    binnen: Getallen


@dataclass(frozen=True)
class Signaal:
    """One deviation: of which value, quarter (maandnummer // 3) and measure; expected, and mostly between what."""

    dimensie: str
    naam: tuple[str, ...]
    kwartaal: int
    maat: Maat
    verwacht: float
    laag: float
    hoog: float
    kans: float


@dataclass(frozen=True)
class Gevonden:
    """What stands out, and out of how many tests."""

    signalen: tuple[Signaal, ...]
    getoetst: int


def zoek(alle: Sequence[Reeksen]) -> Gevonden:
    """What stands out among all values of all dimensions together, the least likely first.

    Counts and amounts are one family of tests: together they are held to TOEVAL.
    """
    getoetst = [s for reeksen in alle for s in _getoetst(reeksen)]
    wel = niet_toevallig(np.array([s.kans for s in getoetst]), TOEVAL)
    signalen = (s for s, ja in zip(getoetst, wel, strict=True) if ja)
    return Gevonden(tuple(sorted(signalen, key=lambda s: s.kans)), len(getoetst))


def _getoetst(van: Reeksen) -> Iterator[Signaal]:
    """Every test of one dimension."""
    rij = np.flatnonzero(van.laatste >= 0)
    if not len(rij):
        return
    nummer = _laatste_achteraan(
        np.arange(van.jeugdigen.shape[1])[None, :] + np.zeros((len(rij), 1)), van.laatste[rij]
    )
    kwartaal = np.where(np.isnan(nummer), 0, nummer + van.eerste).astype(np.int64)
    aantal = _laatste_achteraan(van.jeugdigen[rij], van.laatste[rij])
    bedrag = _laatste_achteraan(van.per_jeugdige[rij], van.laatste[rij])
    # What is tested has no say in the season that it is tested against.
    factoren = seizoen(np.nansum(van.jeugdigen[:, : int(van.laatste.max())], axis=0), van.eerste)
    factor = factoren[kwartaal % 4]
    for maat, toets in (
        (Maat.JEUGDIGEN, toets_aantallen(aantal, factor, van.binnen[rij], kwartaal)),
        (Maat.KOSTEN_PER_JEUGDIGE, toets_bedragen(bedrag, aantal, kwartaal, van.binnen[rij])),
    ):
        yield from _als_signaal(van, maat, toets, rij)


def _als_signaal(van: Reeksen, maat: Maat, toets: Toets, rij: NDArray[np.int64]) -> Iterator[Signaal]:
    for n in np.flatnonzero(~np.isnan(toets.kans)):
        welke = int(rij[n])
        cijfers = (float(deel[n]) for deel in (toets.verwacht, toets.laag, toets.hoog, toets.kans))
        yield Signaal(van.dimensie, van.namen[welke], van.eerste + int(van.laatste[welke]), maat, *cijfers)


def _laatste_achteraan(reeksen: Getallen, laatste: NDArray[np.int64]) -> Getallen:
    """Each row moved so that its column `laatste` is the last; NaN where nothing comes before."""
    breed = int(laatste.max()) + 1
    plek = np.arange(breed)[None, :] - (breed - 1 - laatste)[:, None]
    uit = np.take_along_axis(reeksen, np.maximum(plek, 0), axis=1)
    return np.where(plek < 0, np.nan, uit)
