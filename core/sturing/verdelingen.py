"""Chances: how odd a value is by Student's t or the negative binomial, and which of many are no coincidence.

scipy is loaded where it is used: most runs of the app never ask for a chance.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.float64]
DEKKING = 0.95
"""Of what is expected so large a part lies between the bounds that are named."""


def niet_toevallig(kans: Getallen, deel: float) -> NDArray[np.bool_]:
    """Which chances stand out so much that at most `deel` of those picked is expected to be chance.

    Benjamini and Hochberg's rule over all that is not NaN: the largest k of which the k-th smallest
    chance is at most k / n × `deel`.
    """
    getoetst = np.flatnonzero(~np.isnan(kans))
    op_volgorde = getoetst[np.argsort(kans[getoetst], kind="stable")]
    onder = kans[op_volgorde] <= deel * np.arange(1, len(op_volgorde) + 1) / max(len(op_volgorde), 1)
    uit = np.zeros(len(kans), dtype=bool)
    uit[op_volgorde[: int(np.flatnonzero(onder)[-1]) + 1 if onder.any() else 0]] = True
    return uit


def log_f(x: Getallen, n: Getallen, d: float) -> Getallen:
    """The logarithm of the density of the F distribution, as far as it depends on x and d."""
    from scipy.special import betaln

    uit: Getallen = (
        d / 2 * np.log(d) - (n + d) / 2 * np.log(n * x + d) + (n / 2 - 1) * np.log(x) - betaln(n / 2, d / 2)
    )
    return uit


def kans_van_afstand(afstand: Getallen, graden: Getallen) -> Getallen:
    """The chance of being so many standard deviations off, either way, by Student's t."""
    from scipy.special import stdtr

    uit: Getallen = 2 * stdtr(graden, -afstand)
    return uit


def marge(graden: Getallen) -> Getallen:
    """How many standard deviations from the middle DEKKING of the values lies within."""
    from scipy.special import stdtrit

    uit: Getallen = stdtrit(graden, (1 + DEKKING) / 2)
    return uit


def kans_van_aantal(nu: Getallen, mu: Getallen, onrust: Getallen) -> Getallen:
    """The two-sided chance of a count as negative binomial with variance `onrust` × mean; 0 where it is calmer."""
    from scipy.special import betainc

    wild = (onrust > 1) & ~np.isnan(nu) & ~np.isnan(mu) & (mu > 0)
    k, m, phi = nu[wild], mu[wild], onrust[wild]
    n, p = m / (phi - 1), 1 / phi
    hoogstens = betainc(n, k + 1, p)
    minstens = np.where(k > 0, betainc(np.maximum(k, 1), n, 1 - p), 1.0)
    uit = np.zeros(len(nu))
    uit[wild] = 2 * np.minimum(hoogstens, minstens)
    return uit
