"""The estimator: shares of areas by a logit on their characteristics, with variance between areas.

A share of n jeugdigen varies by chance, and areas differ by more than chance: Var(share) =
p(1-p)·(rho + (1-rho)/n)·fi, the variance of a beta-binomial. An area weighs n / (1 + (n-1)·rho)
(Williams, 1982): with rho = 0 a large city decides, with rho = 1 all areas count the same.

Many selections of areas are fitted at once, because each area is expected from the fit on all
others: 346 fits in a tenth of a second, which one by one take several.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

Reeks = npt.NDArray[np.float64]

PARTIJ = 256
"""Fits at once: bounds the memory for a table of all buurten of the country."""

UITERST = 20
"""On the logit scale: two users in a thousand million."""

_STAPPEN = 200
_NAUWKEURIG = 1e-9


class NietTeSchatten(Exception):
    """The fit has no finite answer: the characteristics separate users from others completely."""


@dataclass(frozen=True)
class Schatting:
    """B fits of k coefficients, one per selection of areas.

    `coef` (B, k) on the logit scale; `rho` (B,) 0-1, the correlation within an area; `fi` (B,) ≥ 1,
    what is left of overdispersion when rho is 1; `covariantie` (B, k, k) of coef; `vrij` (B,)
    degrees of freedom.
    """

    coef: Reeks
    rho: Reeks
    fi: Reeks
    covariantie: Reeks
    vrij: Reeks


def schat(x: Reeks, deel: Reeks, noemer: Reeks, mee: Reeks, begin: Schatting | None = None) -> Schatting:
    """Fit `deel` (N,) of `noemer` (N,) on `x` (N, k) for each row of `mee` (B, N; 1 = in the fit).

    rho follows from Pearson's X² = degrees of freedom. `begin`: a fit on nearly the same areas, to
    start from. Raises NietTeSchatten when no finite coefficients fit; every row of `mee` needs
    more areas than k, and users as well as others.
    """
    vrij = mee.sum(axis=1) - x.shape[1]
    if begin is None:
        rho, coef = np.zeros(len(mee)), _begin(x, deel, noemer, mee)
    else:
        rho, coef = np.repeat(begin.rho[:1], len(mee)), np.repeat(begin.coef[:1], len(mee), axis=0)
    for ronde in range(_STAPPEN):
        gewicht = mee * gewichten(noemer, rho)
        nieuw, informatie = _newton(x, deel, gewicht, coef)
        kwadraat = mee * noemer * _pearson(x, deel, nieuw)
        nieuwe_rho = _rho(kwadraat, noemer, vrij, rho)
        if max(np.abs(nieuw - coef).max(), np.abs(nieuwe_rho - rho).max()) < _NAUWKEURIG:
            fi = np.maximum((kwadraat * gewichten(noemer, nieuwe_rho) / noemer).sum(axis=1) / vrij, 1.0)
            return Schatting(nieuw, nieuwe_rho, fi, fi[:, None, None] * np.linalg.inv(informatie), vrij)
        # Coefficients and rho can chase each other round; halfway steps end that.
        coef, rho = nieuw, nieuwe_rho if ronde < _STAPPEN / 4 else (rho + nieuwe_rho) / 2
    raise NietTeSchatten("Er is geen model te vinden dat bij deze gebieden past.")


def _newton(x: Reeks, deel: Reeks, gewicht: Reeks, coef: Reeks) -> tuple[Reeks, Reeks]:
    """One step towards the coefficients of these weights, at most 3 in each, and the information there."""
    kans = logistisch(coef @ x.T)
    informatie = _informatie(x, gewicht * kans * (1 - kans))
    try:
        stap = np.linalg.solve(informatie, ((gewicht * (deel - kans)) @ x)[..., None])[..., 0]
    except np.linalg.LinAlgError as fout:
        raise NietTeSchatten(
            "Deze kenmerken zijn niet uit elkaar te houden; er is geen model te schatten."
        ) from fout
    nieuw = coef + stap * np.minimum(1, 3 / np.maximum(np.abs(stap).max(axis=1, keepdims=True), 1e-12))
    if not np.isfinite(nieuw).all() or np.abs((gewicht > 0) * (nieuw @ x.T)).max() > UITERST:
        raise NietTeSchatten("De kenmerken voorspellen het gebruik volledig; er is geen model te schatten.")
    return nieuw, informatie


def schat_zonder_elk(x: Reeks, deel: Reeks, noemer: Reeks) -> Schatting:
    """The fit on all areas (row 0), and after it the fit without the first area, the second, and so on.

    Raises NietTeSchatten as `schat` does.
    """
    heel = schat(x, deel, noemer, np.ones((1, len(x))))
    delen = [heel]
    for begin in range(0, len(x), PARTIJ):
        weg = np.arange(begin, min(begin + PARTIJ, len(x)))
        delen.append(schat(x, deel, noemer, zonder(len(x), weg), heel))
    velden = {f.name: np.concatenate([getattr(d, f.name) for d in delen]) for f in fields(Schatting)}
    return Schatting(**velden)


def zonder(aantal: int, weg: npt.NDArray[np.int64]) -> Reeks:
    """Selections (B, N) of `aantal` areas, each without one of `weg`; -1 leaves none out."""
    return (np.arange(aantal) != weg[:, None]).astype(float)


def logistisch(eta: Reeks) -> Reeks:
    """The share (between 0 and 1, never 0 or 1 itself) that belongs to a value on the logit scale."""
    return np.asarray(1 / (1 + np.exp(-np.clip(eta, -UITERST, UITERST))))


def gewichten(noemer: Reeks, rho: Reeks) -> Reeks:
    """How many independent jeugdigen an area counts for, per row of rho: (B, N)."""
    return noemer / (1 + (noemer - 1) * rho[:, None])


def _begin(x: Reeks, deel: Reeks, noemer: Reeks, mee: Reeks) -> Reeks:
    gemiddeld = (mee * noemer) @ deel / (mee @ noemer)
    coef = np.zeros((len(mee), x.shape[1]))
    coef[:, 0] = np.log(gemiddeld / (1 - gemiddeld))
    return coef


def _informatie(x: Reeks, gewicht: Reeks) -> Reeks:
    k = x.shape[1]
    kruis = (x[:, :, None] * x[:, None, :]).reshape(len(x), k * k)
    return (gewicht @ kruis).reshape(len(gewicht), k, k)


def _pearson(x: Reeks, deel: Reeks, coef: Reeks) -> Reeks:
    kans = logistisch(coef @ x.T)
    return (deel - kans) ** 2 / (kans * (1 - kans))


def _rho(kwadraat: Reeks, noemer: Reeks, vrij: Reeks, begin: Reeks) -> Reeks:
    """The rho per row for which sum(kwadraat / (1 + (n-1)·rho)) = vrij; 0 when it already is less.

    The sum falls and bends upward in rho: Newton is left of the root after one step from anywhere,
    and climbs to it from there without passing it.
    """
    rho = begin
    for _ in range(100):
        deler = 1 / (1 + (noemer - 1) * rho[:, None])
        deel = kwadraat * deler
        helling = (deel * deler) @ (noemer - 1)
        stap = (deel.sum(axis=1) - vrij) / np.where(helling > 0, helling, np.inf)
        volgende = np.clip(rho + stap, 0, 1)
        if np.abs(volgende - rho).max() < _NAUWKEURIG / 100:
            break
        rho = volgende
    return volgende


def glm(x: Reeks, deel: Reeks, noemer: Reeks, rho: float) -> Any:
    """The same fit on all areas by statsmodels: coefficients, standard errors and tests for the model card.

    Quasi-binomial: the dispersion comes from Pearson's X². Importing statsmodels takes a second.
    """
    from statsmodels.genmod import families
    from statsmodels.genmod.generalized_linear_model import GLM

    gewicht = gewichten(noemer, np.array([rho]))[0]
    return GLM(deel, x, family=families.Binomial(), var_weights=gewicht).fit(scale="X2", tol=1e-12)
