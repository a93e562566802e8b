"""Expected use of areas: what their characteristics lead one to expect, each from a fit without itself.

An own indicative model, not that of NJi or SCP; see docs/model_verwacht.md. Only areas, never
individual persons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from core.opmaak import opsomming
from core.verwacht.gaten import Gat, zonder_gaten
from core.verwacht.ontwerp import Ontwerp, ontwerp
from core.verwacht.schatting import NietTeSchatten, Reeks, Schatting, logistisch, schat_zonder_elk

LABEL = "eigen indicatief model, niet het NJi-model"
ZEKERHEID = 0.95

Vlaggen = npt.NDArray[np.bool_]
Plaatsen = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Gebieden:
    """The areas of one model, in one order.

    `aantal` (users; NaN = unknown) and `noemer` (jeugdigen who could be users) are numbers of
    jeugdigen, `kenmerken` a characteristic per name in any unit, all (N,). `regio` names the
    region of each area, for the effect that its areas share; empty = no regions.
    """

    codes: tuple[str, ...]
    namen: tuple[str, ...]
    aantal: Reeks
    noemer: Reeks
    kenmerken: Mapping[str, Reeks]
    regio: tuple[str, ...] = ()

    def __len__(self) -> int:
        """The number of areas."""
        return len(self.codes)

    @property
    def bekend(self) -> Vlaggen:
        """Which areas have a known number of users (N,)."""
        return ~np.isnan(self.aantal)

    @property
    def deel(self) -> Reeks:
        """Users as a share of the noemer, 0-1; NaN where unknown (N,)."""
        return np.asarray(self.aantal / self.noemer)


@dataclass(frozen=True, eq=False)
class Uitkomst:
    """The model of a set of areas. Shares are 0-1, (N,); NaN where nothing can be said.

    `schatting` holds the fit on all known areas in row 0 and the fits without each known area
    after it; `rij` (N,) is the row that an area is expected from. None when there was nothing to
    fit, and `verwacht` is the mean of the other areas.
    """

    gebieden: Gebieden
    ontwerp: Ontwerp
    schatting: Schatting | None
    rij: Plaatsen
    verwacht: Reeks
    laag: Reeks
    hoog: Reeks
    meldingen: tuple[str, ...]
    gaten: tuple[Gat, ...] = ()

    @cached_property
    def plaats(self) -> dict[str, int]:
        """The position of each area by its code."""
        return {code: n for n, code in enumerate(self.gebieden.codes)}


def bereken(gebieden: Gebieden) -> Uitkomst:
    """Expected share of every area with its 95 % prediction interval.

    The expectation of an area with known use comes from the fit on all other areas, of an area
    without from the fit on all. With too few areas, or nobody in care elsewhere, it is the mean of
    the others without interval. `meldingen` say in Dutch what could not be done, `gaten` which
    areas miss something: those without noemer or with an unknown characteristic are not in it.
    """
    gebieden, gaten = zonder_gaten(gebieden)
    bekend = gebieden.bekend
    reden = _niets_te_schatten(gebieden)
    if reden:
        return _gemiddelde(gebieden, gaten, reden)
    plan = ontwerp(gebieden.kenmerken, bekend)
    try:
        fit = schat_zonder_elk(plan.x[bekend], gebieden.deel[bekend], gebieden.noemer[bekend])
    except NietTeSchatten as fout:
        if not plan.kenmerken:
            return _gemiddelde(gebieden, gaten, str(fout))
        zonder = bereken(replace(gebieden, kenmerken={}))
        weg = f"{fout} Weggelaten: {opsomming(list(plan.kenmerken))}."
        return replace(zonder, meldingen=(*plan.meldingen, weg, *zonder.meldingen), gaten=gaten)
    rij = np.where(bekend, np.cumsum(bekend), 0)
    verwacht = logistisch((fit.coef[rij] * plan.x).sum(axis=1))
    laag, hoog = interval(verwacht, _variantie(gebieden, plan, fit, rij, verwacht), fit.vrij[rij])
    return Uitkomst(gebieden, plan, fit, rij, verwacht, laag, hoog, plan.meldingen, gaten)


def interval(verwacht: Reeks, variantie: Reeks, vrij: Reeks) -> tuple[Reeks, Reeks]:
    """The bounds of a beta distribution with this mean and variance, wider when few areas were fitted."""
    from scipy.special import betaincinv, ndtri, stdtrit

    rand = (1 + ZEKERHEID) / 2
    ruimte = verwacht * (1 - verwacht)
    # Above this the beta has no density left between 0 and 1.
    spreiding = np.minimum(variantie * (stdtrit(vrij, rand) / ndtri(rand)) ** 2, 0.99 * ruimte)
    kracht = ruimte / spreiding - 1
    a, b = verwacht * kracht, (1 - verwacht) * kracht
    # Where nearly all of a very skew beta lies below its mean, the mean itself is the bound.
    return np.minimum(betaincinv(a, b, 1 - rand), verwacht), np.maximum(betaincinv(a, b, rand), verwacht)


def _variantie(gebieden: Gebieden, plan: Ontwerp, fit: Schatting, rij: Plaatsen, verwacht: Reeks) -> Reeks:
    """Of the observed share around the expected one: chance, differences between areas, the coefficients."""
    ruimte, rho = verwacht * (1 - verwacht), fit.rho[rij]
    eigen = ruimte * fit.fi[rij] * (rho + (1 - rho) / gebieden.noemer)
    return eigen + ruimte**2 * np.einsum("ni,nij,nj->n", plan.x, fit.covariantie[rij], plan.x)


def _niets_te_schatten(gebieden: Gebieden) -> str:
    aantal = gebieden.aantal[gebieden.bekend]
    rest = gebieden.noemer[gebieden.bekend] - aantal
    if len(aantal) < 3:
        return "Met minder dan drie gebieden is niet te zeggen hoe zeker een verwachting is."
    if (aantal.sum() == aantal).any():
        return "Buiten ten hoogste één gebied heeft niemand zorg; er is geen verband te schatten."
    if (rest.sum() == rest).any():
        return "Buiten ten hoogste één gebied heeft iedereen zorg; er is geen verband te schatten."
    return ""


def _gemiddelde(gebieden: Gebieden, gaten: tuple[Gat, ...], reden: str) -> Uitkomst:
    """The mean share of the other areas, for want of a fit."""
    bekend = gebieden.bekend
    aantal, noemer = np.where(bekend, gebieden.aantal, 0), np.where(bekend, gebieden.noemer, 0)
    rest = noemer.sum() - noemer
    verwacht = np.where(rest > 0, (aantal.sum() - aantal) / np.where(rest > 0, rest, 1), np.nan)
    leeg = np.full(len(gebieden), np.nan)
    plan, rij = ontwerp({}, bekend), np.zeros(len(gebieden), dtype=np.int64)
    return Uitkomst(gebieden, plan, None, rij, verwacht, leeg, leeg.copy(), (reden,), gaten)
