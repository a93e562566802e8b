"""A path in euros: what a unit of a KPI costs now, and what following the path makes in each year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.cijfers.register import Soort
from core.opslag.kpis import Kpi, Per
from core.sturing.kpi import LENGTE, MATEN, doel_in

ZONDER_PRIJS = ("gestart",)
"""Measures without an amount per period: what a start costs depends on how long it lasts."""
ZONDER_JEUGDIGEN = ("kosten", "kosten_per_jeugdige")
"""Measures of which a unit is no number of jeugdigen."""
_PRIJS_OVER = {Per.MAAND: 12, Per.KWARTAAL: 4}
_NU_OVER = {Per.MAAND: 3, Per.KWARTAAL: 1}
_DECIMALEN = {Soort.JEUGDIGEN: 1, Soort.PCT: 2}
_GRENZEN = (10.0, 90.0)
"""Four of five periods of the last year had a price between these percentiles."""


@dataclass(frozen=True)
class Volledig:
    """One complete period: its last maandnummer, the measure, jeugdigen and kosten (euros)."""

    maand: int
    maat: float
    jeugdigen: float
    kosten: float


@dataclass(frozen=True)
class Grondslag:
    """What the path is put beside: the level `nu`, and per unit and period euros (with bounds) and jeugdigen.

    `nu` is the mean of the last three complete months, or the last quarter; the others are of the
    last twelve months, all in the periods of the KPI. `jeugdigen` is NaN where a unit has none.
    """

    nu: float
    prijs: float
    laag: float
    hoog: float
    jeugdigen: float


@dataclass(frozen=True)
class Jaareffect:
    """What the path makes in the rest of a year against staying at the level of now; amounts in euros.

    `doel` is its mean in the `perioden` that are to come, `verschil` that minus the level of now.
    """

    jaar: int
    perioden: int
    doel: float
    verschil: float
    jeugdigen: float
    effect: float
    laag: float
    hoog: float


def decimalen(kpi: Kpi) -> int:
    """How many decimals levels and targets are rounded to before they are multiplied, so that a reader can do so too."""
    return _DECIMALEN.get(MATEN[kpi.maat].soort, 0)


def grondslag(kpi: Kpi, volledig: Sequence[Volledig]) -> Grondslag | None:
    """What a unit comes to now; None without enough periods with a number, or for a measure without a price."""
    laatste = [v for v in volledig[-_PRIJS_OVER[kpi.per] :] if v.maat > 0]
    recent = volledig[-_NU_OVER[kpi.per] :]
    if kpi.maat in ZONDER_PRIJS or len(laatste) < _PRIJS_OVER[kpi.per]:
        return None
    som = sum(v.maat for v in laatste)
    laag, hoog = np.percentile([v.kosten / v.maat for v in laatste], _GRENZEN)
    jeugdigen = np.nan if kpi.maat in ZONDER_JEUGDIGEN else sum(v.jeugdigen for v in laatste) / som
    return Grondslag(
        nu=round(sum(v.maat for v in recent) / len(recent), decimalen(kpi)),
        prijs=_afgerond(sum(v.kosten for v in laatste) / som),
        laag=_afgerond(float(laag)),
        hoog=_afgerond(float(hoog)),
        jeugdigen=float(jeugdigen),
    )


def _afgerond(prijs: float) -> float:
    """A price in whole euros; one below a hundred in cents."""
    return round(prijs) if prijs >= 100 else round(prijs, 2)


def per_jaar(kpi: Kpi, van: Grondslag, laatste: int) -> list[Jaareffect]:
    """The effect of the path in each year, of the whole periods after the maandnummer `laatste` up to its last point.

    What is past, but not complete yet, cannot be steered any more.
    """
    stap = LENGTE[kpi.per]
    eerste = (laatste // stap + 1) * stap + stap - 1
    komend = range(eerste, kpi.pad[-1][0] + 1, stap) if kpi.pad else range(0)
    per: dict[int, list[float]] = {}
    for maand in komend:
        if (doel := doel_in(kpi.pad, maand)) is not None:
            per.setdefault(maand // 12, []).append(doel)
    return [_jaar(jaar, doelen, van, decimalen(kpi)) for jaar, doelen in per.items()]


def _jaar(jaar: int, doelen: list[float], van: Grondslag, achter: int) -> Jaareffect:
    gemiddeld = round(sum(doelen) / len(doelen), achter)
    verschil = gemiddeld - van.nu
    laag, hoog = sorted(len(doelen) * verschil * prijs for prijs in (van.laag, van.hoog))
    return Jaareffect(
        jaar, len(doelen), gemiddeld, verschil, verschil * van.jeugdigen,
        len(doelen) * verschil * van.prijs, laag, hoog,
    )  # fmt: skip
