"""Why this expectation: what each characteristic adds to or takes from the mean of all areas."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from core.verwacht.model import Uitkomst
from core.verwacht.schatting import Reeks, logistisch
from core.verwacht.vergelijk import volledig

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


def opbouw_samen(uitkomst: Uitkomst, leden: Collection[str]) -> Opbouw | None:
    """The expectation of a group in steps: those of its areas, weighed by their noemer.

    The same areas as in `vergelijk.groep`, so the steps add up to the same expectation; None when
    none of them has one.
    """
    vol = volledig(uitkomst, leden)
    if not vol:
        return None
    g = uitkomst.gebieden
    gewicht = g.noemer[vol] / g.noemer[vol].sum()
    los = [opbouw(uitkomst, g.codes[n]) for n in vol]
    samen = tuple(
        Bijdrage(
            stap.kenmerk,
            float(gewicht @ [o.bijdragen[n].pp for o in los]),
            float(gewicht @ [o.bijdragen[n].afwijking for o in los]),
        )
        for n, stap in enumerate(los[0].bijdragen)
    )
    return Opbouw(los[0].begin_pct, samen, float(gewicht @ [o.verwacht_pct for o in los]))


def plek(uitkomst: Uitkomst, leden: Collection[str]) -> Reeks | None:
    """Where a group lies in the characteristics of the model (k,), in standard deviations; None = nowhere.

    The mean of its areas, weighed by their noemer.
    """
    plaatsen = [uitkomst.plaats[c] for c in leden if c in uitkomst.plaats]
    if not plaatsen or not uitkomst.ontwerp.kenmerken:
        return None
    noemer = uitkomst.gebieden.noemer[plaatsen]
    return np.asarray(noemer @ uitkomst.ontwerp.x[plaatsen, 1:] / noemer.sum())


def gelijkend(plekken: Mapping[str, Reeks], code: str, aantal: int = 10) -> tuple[str, ...]:
    """The areas most like this one, nearest first; ties by code; empty when this one is nowhere.

    Distance: root of the summed squares of the differences in standard deviations.
    """
    if code not in plekken:
        return ()
    hier = plekken[code]
    rest = sorted((float(((p - hier) ** 2).sum()), c) for c, p in plekken.items() if c != code)
    return tuple(c for _, c in rest[:aantal])
