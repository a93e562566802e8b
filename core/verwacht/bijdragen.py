"""Why this expectation: what each characteristic adds to or takes from the mean of all areas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.verwacht.model import Uitkomst
from core.verwacht.schatting import logistisch

DOORSNEE = "doorsnee gebied"


@dataclass(frozen=True)
class Bijdrage:
    """What one characteristic does: percentage points added (negative: taken away).

    `afwijking` is how many standard deviations the area lies from the mean of all areas. The first
    step, DOORSNEE, is from the whole (all users of all areas) to an area of average characteristics.
    """

    kenmerk: str
    pp: float
    afwijking: float


@dataclass(frozen=True)
class Opbouw:
    """From the whole to the expectation of one area: `begin_pct` plus all `pp` is `verwacht_pct`."""

    begin_pct: float
    bijdragen: tuple[Bijdrage, ...]
    verwacht_pct: float


def opbouw(uitkomst: Uitkomst, code: str) -> Opbouw:
    """The expectation of an area in steps. Raises KeyError for a code without expectation.

    The logit bends, so a characteristic adds less where the rest already lowers the expectation.
    Each gets its share of the way from an average area to this one: the order does not matter.
    """
    plaats, g, fit = uitkomst.plaats[code], uitkomst.gebieden, uitkomst.schatting
    bekend = g.bekend
    begin = float(g.aantal[bekend].sum() / g.noemer[bekend].sum())
    verwacht = float(uitkomst.verwacht[plaats])
    if np.isnan(verwacht):
        raise KeyError(code)
    if fit is None:
        return Opbouw(100 * begin, (Bijdrage(DOORSNEE, 100 * (verwacht - begin), 0.0),), 100 * verwacht)
    coef, z = fit.coef[uitkomst.rij[plaats]], uitkomst.ontwerp.x[plaats]
    doorsnee = float(logistisch(coef[:1])[0])
    op_logit = coef[1:] * z[1:]
    weg = op_logit.sum()
    helling = (verwacht - doorsnee) / weg if abs(weg) > 1e-9 else doorsnee * (1 - doorsnee)
    delen = [
        Bijdrage(naam, float(100 * helling * stap), float(afwijking))
        for naam, stap, afwijking in zip(uitkomst.ontwerp.kenmerken, op_logit, z[1:], strict=True)
    ]
    eerste = Bijdrage(DOORSNEE, 100 * (doorsnee - begin), 0.0)
    return Opbouw(100 * begin, (eerste, *delen), 100 * verwacht)


def gelijkend(uitkomst: Uitkomst, code: str, aantal: int = 10) -> tuple[str, ...]:
    """The areas most like this one in the characteristics of the model, nearest first; ties by code.

    Distance: root of the summed squares of the differences in standard deviations. Raises KeyError
    for an unknown code; empty without characteristics.
    """
    plaats, x = uitkomst.plaats[code], uitkomst.ontwerp.x[:, 1:]
    if not x.shape[1]:
        return ()
    afstand = ((x - x[plaats]) ** 2).sum(axis=1)
    codes = uitkomst.gebieden.codes
    rest = sorted((float(afstand[n]), c) for n, c in enumerate(codes) if n != plaats)
    return tuple(c for _, c in rest[:aantal])
