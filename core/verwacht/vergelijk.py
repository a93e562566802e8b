"""Actual beside expected: of one area, and of a group of areas together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from math import isnan

import numpy as np

from core.verwacht.model import Plaatsen, Uitkomst, interval
from core.verwacht.regio import regioeffect
from core.verwacht.ventielen import ventielen


@dataclass(frozen=True)
class Gebiedscijfer:
    """Actual and expected use of one area or group; None = unknown.

    Percentages 0-100; `laag` and `hoog` hold 95 % of what may be seen in an area like this;
    `verschil_pp` = actual − expected; `index` = 100 × actual / expected; `aantal` = the difference
    in jeugdigen; `gebruikers` and `verwacht_aantal` are numbers of jeugdigen out of `noemer`;
    `ventiel` 1-20 by difference among the areas of the model (None for a group); `zonder` names
    the areas of a group that had to be left out.
    """

    code: str
    naam: str
    werkelijk_pct: float | None
    verwacht_pct: float | None
    laag: float | None
    hoog: float | None
    noemer: float
    ventiel: int | None = None
    zonder: tuple[str, ...] = ()

    @cached_property
    def verschil_pp(self) -> float | None:
        """Actual minus expected, in percentage points."""
        if self.werkelijk_pct is None or self.verwacht_pct is None:
            return None
        return self.werkelijk_pct - self.verwacht_pct

    @cached_property
    def index(self) -> float | None:
        """100 × actual / expected; None when nobody is expected."""
        if self.werkelijk_pct is None or not self.verwacht_pct:
            return None
        return 100 * self.werkelijk_pct / self.verwacht_pct

    @cached_property
    def aantal(self) -> float | None:
        """Actual minus expected, in jeugdigen."""
        return None if self.verschil_pp is None else self.verschil_pp * self.noemer / 100

    @property
    def gebruikers(self) -> float | None:
        """Jeugdigen with care."""
        return None if self.werkelijk_pct is None else self.werkelijk_pct * self.noemer / 100

    @property
    def verwacht_aantal(self) -> float | None:
        """Expected jeugdigen with care."""
        return None if self.verwacht_pct is None else self.verwacht_pct * self.noemer / 100

    @property
    def buiten(self) -> bool:
        """Whether the actual use lies outside the interval."""
        if self.werkelijk_pct is None or self.laag is None or self.hoog is None:
            return False
        return not self.laag <= self.werkelijk_pct <= self.hoog


def cijfers(uitkomst: Uitkomst) -> tuple[Gebiedscijfer, ...]:
    """Every area of the model, in its order."""
    g = uitkomst.gebieden
    los = [
        Gebiedscijfer(
            code, g.namen[n], _pct(g.deel[n]), _pct(uitkomst.verwacht[n]), _pct(uitkomst.laag[n]),
            _pct(uitkomst.hoog[n]), float(g.noemer[n]),
        )
        for n, code in enumerate(g.codes)
    ]  # fmt: skip
    nummers = ventielen({c.code: c.verschil_pp for c in los if c.verschil_pp is not None})
    return tuple(replace(c, ventiel=nummers.get(c.code)) for c in los)


def groep(uitkomst: Uitkomst, code: str, naam: str, leden: Collection[str]) -> Gebiedscijfer:
    """Areas together: numerators, denominators and expected numbers summed.

    Members without known use or expectation are left out of all three and named in `zonder`; with
    nobody left every figure is None and the noemer 0. The interval knows that areas of one region
    differ from their expectation together.
    """
    g, vol = uitkomst.gebieden, volledig(uitkomst, leden)
    namen = {gat.code: gat.naam for gat in uitkomst.gaten} | dict(zip(g.codes, g.namen, strict=True))
    mee = {g.codes[n] for n in vol}
    zonder = tuple(namen.get(c, c) for c in leden if c not in mee)
    if not vol:
        return Gebiedscijfer(code, naam, None, None, None, None, 0.0, zonder=zonder)
    noemer, verwacht = g.noemer[vol], uitkomst.verwacht[vol]
    samen = float((noemer * verwacht).sum() / noemer.sum())
    laag, hoog = _bereik(uitkomst, np.array(vol), samen)
    return Gebiedscijfer(
        code,
        naam,
        _pct(g.aantal[vol].sum() / noemer.sum()),
        _pct(samen),
        laag,
        hoog,
        float(noemer.sum()),
        None,
        zonder,
    )


def volledig(uitkomst: Uitkomst, leden: Collection[str]) -> list[int]:
    """The positions of those members that have both a known use and an expectation."""
    plaatsen = (uitkomst.plaats[c] for c in leden if c in uitkomst.plaats)
    bekend = uitkomst.gebieden.bekend
    return [n for n in plaatsen if bekend[n] and not isnan(uitkomst.verwacht[n])]


def _bereik(uitkomst: Uitkomst, vol: Plaatsen, samen: float) -> tuple[float | None, float | None]:
    fit, g = uitkomst.schatting, uitkomst.gebieden
    if fit is None:
        return None, None
    if len(vol) == 1:
        return _pct(uitkomst.laag[vol[0]]), _pct(uitkomst.hoog[vol[0]])
    effect = regioeffect(uitkomst)
    gedeeld = float(effect.tussen[0]) if effect else 0.0
    noemer, kans, rij = g.noemer[vol], uitkomst.verwacht[vol], uitkomst.rij[vol]
    ruimte = kans * (1 - kans)
    los = fit.fi[rij] * (fit.rho[rij] + (1 - fit.rho[rij]) / noemer) / ruimte
    variantie = ((noemer * ruimte) ** 2 * np.maximum(los - gedeeld, 0)).sum()
    regios = np.array(g.regio)[vol] if g.regio else np.zeros(len(vol))
    variantie += gedeeld * sum((noemer * ruimte)[regios == r].sum() ** 2 for r in np.unique(regios))
    helling = (noemer * ruimte) @ uitkomst.ontwerp.x[vol]
    variantie += helling @ fit.covariantie[0] @ helling
    reeks = np.array([variantie / noemer.sum() ** 2])
    laag, hoog = interval(np.array([samen]), reeks, fit.vrij[:1])
    return _pct(laag[0]), _pct(hoog[0])


def _pct(deel: float) -> float | None:
    return None if isnan(deel) else float(100 * deel)
