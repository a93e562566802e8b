"""Plain ways to carry a series of monthly amounts on: each can be redone by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np

from core.cijfers.driehoek import Reeks

JAAR = 12
GROEIMAANDEN = 6
"""Growth is that of so many of the last months on the same months a year before."""
TEMPOMAANDEN = 3
"""The run rate is the mean of so many of the last months."""
HALF = 0.5
"""What is left of a growth; also of how sure it is, when one month tells it."""
UITERSTE_GROEI = 4.0
"""A segment that starts or stops grows without bound: more than this, or less than its inverse, is not believed."""

NIVEAU_WEEGT, HELLING_WEEGT, DEMPING = 0.4, 0.2, 0.85
"""How fast the trend follows the level and the slope, and what is left of the slope each month."""

KLEINSTE_FACTOR = 0.1
"""A month is never taken to be less than this part of its year's mean."""

SEIZOENSJAREN, SEIZOENSDEEL = 3, 1 / 3
"""Of the season so large a part is the mean of so many years, the rest the last year alone: half noise."""
SAMENHANG = 4.0
"""Months beside each other hold the same jeugdigen, so six of them are as sure as one and a half would be."""


class Loop(Protocol):
    """What is known of the arrangementen of a series."""

    def verder(self, reeks: Reeks, aantal: int) -> Reeks | None:
        """The next so many months by them; None when they do not tell."""

    def nieuw(self, maanden: int, aantal: int) -> Reeks | None:
        """Which part (0-1) of the next so many months is of those that begin in them; None when they do not tell."""


Methode = Callable[[Reeks, int, Loop | None], Reeks]
"""The next so many months of a series (at least one month, all amounts known), in its unit."""


def looptempo(reeks: Reeks, aantal: int, *_: object) -> Reeks:
    """Every month to come as the mean of the last three."""
    return np.full(aantal, reeks[-TEMPOMAANDEN:].mean())


def jaargemiddelde(reeks: Reeks, aantal: int, *_: object) -> Reeks:
    """Every month to come as the mean of the last twelve."""
    return np.full(aantal, reeks[-JAAR:].mean())


def naief(reeks: Reeks, aantal: int, *_: object) -> Reeks:
    """Every month to come as the last one: what any method has to beat."""
    return np.full(aantal, reeks[-1])


def seizoensnaief(reeks: Reeks, aantal: int, *_: object) -> Reeks:
    """Every month to come as the same month a year before; with less than a year the run rate."""
    if len(reeks) < JAAR:
        return looptempo(reeks, aantal)
    return np.resize(reeks[-JAAR:], aantal)


def seizoen(reeks: Reeks, aantal: int, *_: object) -> Reeks:
    """The same months a year before × half the growth (on a log scale) of the last six months, as far as it is sure.

    Half, because the growth of six months seldom lasts. How sure it is follows from how much it
    differs between the months: growth that is smaller than its own standard error is not believed.
    """
    paar = np.arange(max(len(reeks) - GROEIMAANDEN, JAAR), len(reeks))
    eerder, nu = reeks[paar - JAAR], reeks[paar]
    basis = np.resize(_vorig_jaar(reeks), aantal) if len(reeks) >= JAAR else looptempo(reeks, aantal)
    if eerder.sum() <= 0:
        return basis
    groei = nu.sum() / eerder.sum()
    macht = HALF * _zekerheid(eerder, nu, groei)
    uit: Reeks = basis * np.clip(groei, 1 / UITERSTE_GROEI, UITERSTE_GROEI) ** macht
    return uit


def _vorig_jaar(reeks: Reeks) -> Reeks:
    """The last twelve months, their season drawn a little towards that of the years before them."""
    jaren = min(len(reeks) // JAAR, SEIZOENSJAREN)
    blok = reeks[len(reeks) - jaren * JAAR :].reshape(jaren, JAAR)
    som = blok.sum(axis=1, keepdims=True)
    if jaren < 2 or (som <= 0).any():
        return blok[-1]
    gemiddeld = (blok / som).mean(axis=0) * som[-1]
    uit: Reeks = blok[-1] + SEIZOENSDEEL * (gemiddeld - blok[-1])
    return uit


def _zekerheid(eerder: Reeks, nu: Reeks, groei: float) -> float:
    """1 − squared standard error / squared growth, at least 0: 1 when every month grew alike."""
    telt = eerder > 0
    if telt.sum() < 2:
        return HALF
    afwijking = ((nu - groei * eerder)[telt] ** 2 / eerder[telt]).sum() / (telt.sum() - 1)
    signaal, ruis = (groei - 1) ** 2, SAMENHANG * afwijking / eerder.sum()
    return float(max(1 - ruis / signaal, 0)) if signaal else 1.0


def lopend(reeks: Reeks, aantal: int, loop: Loop | None = None) -> Reeks:
    """The arrangementen that will run × what one costs a month; as `seizoen` where they are not known."""
    uit = None if loop is None else loop.verder(reeks, aantal)
    return seizoen(reeks, aantal) if uit is None else uit


def trend(reeks: Reeks, aantal: int, *_: object) -> Reeks:
    """Level and slope of the series without its season, the slope dying out, then the season on it again."""
    factor = _seizoensfactor(reeks)
    vlak = reeks / factor[np.arange(len(reeks)) % JAAR]
    niveau, helling = vlak[:TEMPOMAANDEN].mean(), 0.0
    for waarde in vlak[1:]:
        vorig = niveau
        niveau = NIVEAU_WEEGT * waarde + (1 - NIVEAU_WEEGT) * (niveau + DEMPING * helling)
        helling = HELLING_WEEGT * (niveau - vorig) + (1 - HELLING_WEEGT) * DEMPING * helling
    verder = niveau + helling * np.cumsum(DEMPING ** np.arange(1, aantal + 1))
    uit: Reeks = np.maximum(verder, 0) * factor[(len(reeks) + np.arange(aantal)) % JAAR]
    return uit


def _seizoensfactor(reeks: Reeks) -> Reeks:
    """Per place in the year how much larger its months are than their year; 1 with less than two years.

    Drawn halfway to 1 for one year, two thirds of the way out for two: a season seen twice is half noise.
    """
    jaren = len(reeks) // JAAR
    blok = reeks[len(reeks) - jaren * JAAR :].reshape(jaren, JAAR)
    gemiddeld = blok.mean(axis=1, keepdims=True) if jaren else blok
    if jaren < 2 or (gemiddeld <= 0).any():
        return np.ones(JAAR)
    krimp = jaren / (jaren + 1)
    # A place that is mostly credits would turn the sign of what is divided by it.
    factor = np.maximum(1 + krimp * ((blok / gemiddeld).mean(axis=0) - 1), KLEINSTE_FACTOR)
    # The first place of the last twelve months is where the series, counted from its start, stands now.
    return np.roll(factor, len(reeks) % JAAR)


METHODEN: dict[str, Methode] = {
    "zelfde maanden vorig jaar met halve groei": seizoen,
    "gemiddelde van de laatste drie maanden": looptempo,
    "gemiddelde van de laatste twaalf maanden": jaargemiddelde,
    "trend met seizoen": trend,
    "lopende arrangementen maal prijs": lopend,
}
"""What is tried for every segment; the first one holds until the data show another to be better."""

VERGELIJKING: dict[str, Methode] = {"naïef": naief, "zelfde maanden vorig jaar": seizoensnaief}
"""What the chosen method is put beside."""
