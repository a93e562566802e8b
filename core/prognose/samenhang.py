"""How segments turn out high or low together: what their earlier forecasts missed, month by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from core.cijfers.driehoek import Reeks
from core.prognose.methoden import METHODEN
from core.prognose.standen import Segmentreeks

STEUN = 10.0
"""Two segments' own correlation counts as many forecasts that fit beside each other as they have against so many;
the rest is the mean of all pairs, of which far more is known."""
ZAAD = 2016

Fouten = Mapping[int, float]
"""Per maandnummer at which a forecast was made how far it was off, as a part of it."""


def fouten(van: Segmentreeks, naam: str, aantal: int) -> Fouten:
    """What the method `naam` would have missed of the next `aantal` months, at every stand that came true."""
    nu = van.standen[-1]
    waarheid, uit = nu.reeks[: nu.rijp], {}
    for s in van.standen[:-1]:
        if s.rijp and s.maanden + aantal <= len(waarheid):
            voorspeld = s.verder(METHODEN[naam], aantal).sum()
            werkelijk = waarheid[len(s.reeks) : s.maanden + aantal].sum()
            if voorspeld > 0:
                uit[van.eerste + s.maanden] = float(werkelijk / voorspeld - 1)
    return uit


def correlaties(per_segment: Sequence[Fouten], aantal: int) -> Reeks:
    """The correlation of the errors of every two segments, `aantal` months ahead; 1 with themselves.

    Around 0, not around their mean: that all were too low is what has to be known. Forecasts a month
    apart share all but one month, so a year of them counts for little; what little it tells of a pair
    is drawn towards the mean of all pairs, which is never below 0.
    """
    maanden = sorted(set().union(*per_segment))
    fout = np.array([[f.get(m, np.nan) for m in maanden] for f in per_segment]).reshape(len(per_segment), -1)
    samen = ~np.isnan(fout[:, None, :] + fout[None, :, :])
    e = np.nan_to_num(fout)
    teller = (e[:, None, :] * e[None, :, :]).sum(axis=2)
    noemer = np.sqrt((e[:, None, :] ** 2 * samen).sum(axis=2) * (e[None, :, :] ** 2 * samen).sum(axis=2))
    eigen = np.divide(teller, noemer, out=np.zeros_like(teller), where=noemer > 0)
    los = samen.sum(axis=2) / max(aantal, 1)
    paar = ~np.eye(len(fout), dtype=bool)
    som = (los * paar).sum()
    gemiddeld = max(float((eigen * los * paar).sum() / som), 0.0) if som else 0.0
    deel = los / (los + STEUN)
    uit: Reeks = np.where(paar, deel * eigen + (1 - deel) * gemiddeld, 1.0)
    return uit


def samen(getrokken: Sequence[Reeks], correlatie: Reeks) -> list[Reeks]:
    """The same draws of every segment, put in an order in which they correlate so; each keeps its own bounds."""
    # What was drawn towards a mean pair by pair need not be a correlation of all together: nearest that is.
    waarden, richting = np.linalg.eigh(correlatie)
    wortel = richting * np.sqrt(np.maximum(waarden, 0))
    kans = np.random.default_rng(ZAAD)
    scores = wortel @ kans.standard_normal((len(getrokken), len(getrokken[0])))
    uit = []
    for reeks, score in zip(getrokken, scores, strict=True):
        geordend = np.empty_like(reeks)
        geordend[np.argsort(score)] = np.sort(reeks)
        uit.append(geordend)
    return uit
