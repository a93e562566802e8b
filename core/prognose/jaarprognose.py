"""The forecast of a year of one series: declared + still to be declared + the months to come, with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.cijfers.driehoek import Reeks
from core.prognose.methoden import JAAR, METHODEN
from core.prognose.terugtoets import Stand, kies, spreiding

TREKKINGEN = 10_000
"""So many times the year is drawn: the bounds then lie still to a few thousandths of the width."""

ZAAD = 2015
"""The same data give the same bounds, on every machine."""

GRENZEN = {80: (10.0, 90.0), 95: (2.5, 97.5)}
"""Per interval (in %) between which percentiles of the drawn years it lies."""


@dataclass(frozen=True, eq=False)
class Jaarprognose:
    """What a year comes to, in the unit of the series; the three parts add up to `prognose`.

    `nog_te_declareren`: of months that are over. `rest_jaar`: of months to come, by `methode` (empty
    when there are none). `per_maand`: expected per month of the year. `getrokken`: the year as it may
    turn out, so many times; those of several series are added up draw by draw.
    """

    gedeclareerd: float
    nog_te_declareren: float
    rest_jaar: float
    methode: str
    per_maand: Reeks
    getrokken: Reeks

    @property
    def prognose(self) -> float:
        """What the year is expected to come to."""
        return self.gedeclareerd + self.nog_te_declareren + self.rest_jaar


def grenzen(getrokken: Reeks, breedte: int) -> tuple[float, float]:
    """Between which amounts a year falls `breedte` % of the time (80 or 95)."""
    laag, hoog = np.percentile(getrokken, GRENZEN[breedte])
    return float(laag), float(hoog)


def jaarprognose(standen: Sequence[Stand], begin: int, soort: int = 0) -> Jaarprognose | None:
    """The year that starts `begin` months (may be below 0) after the first one of the series, seen from the last stand.

    The method and the usual error follow from the stands before it, with only what was known at
    the last. `soort` gives series draws of their own. None when no month is known well enough, or
    not twelve of them for a year that has not begun, and for one beyond next year.
    """
    nu = standen[-1]
    komend, begint_nog = max(begin + JAAR - nu.maanden, 0), begin >= nu.maanden
    if not nu.rijp or begin + JAAR <= 0 or komend > 2 * JAAR or (begint_nog and nu.rijp < JAAR):
        return None
    vanaf, tot = max(begin, 0), max(min(begin + JAAR, nu.maanden), begin)
    waarheid = nu.reeks[: nu.rijp]
    naam = kies(standen[:-1], waarheid, komend) if komend or tot > len(nu.reeks) else ""
    pad = nu.verder(METHODEN[naam], komend) if naam else np.empty(0)
    # A month that nothing is known of holds at least what was declared of it.
    jong = slice(len(nu.reeks), min(tot, nu.maanden))
    verwacht = np.append(nu.reeks, pad)[: begin + JAAR]
    verwacht[jong] = np.maximum(verwacht[jong], nu.nu[jong])
    gedeclareerd, rest = float(nu.nu[vanaf:tot].sum()), float(verwacht[tot:].sum())
    onbekend = float(verwacht[max(len(nu.reeks), vanaf) :].sum())
    kans = np.random.default_rng((ZAAD, soort))
    getrokken = float(verwacht[vanaf:].sum()) - onbekend
    getrokken += np.sqrt(nu.variantie[vanaf:tot].sum()) * kans.standard_normal(TREKKINGEN)
    if naam:
        fout = spreiding(standen[:-1], waarheid, METHODEN[naam], komend)
        getrokken += onbekend * np.maximum(1 + fout.deel * kans.standard_t(fout.vrijheid, TREKKINGEN), 0)
    per_maand = np.append(np.zeros(vanaf - begin), verwacht[vanaf:])
    nog = float(verwacht[vanaf:tot].sum()) - gedeclareerd
    return Jaarprognose(gedeclareerd, nog, rest, naam, per_maand, getrokken)
