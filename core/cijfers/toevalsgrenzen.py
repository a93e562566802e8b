"""What chance alone does to a count, and how far a ratio on few jeugdigen is to be believed.

Pure arithmetic on numbers of areas; what they stand for is in `buurtnorm`. Written out in
docs/buurtnorm.md with its sources.
"""

from __future__ import annotations

import numpy as np

GRENS_95, GRENS_998 = 0.95, 0.998
"""The two bands of the funnel: 1 in 20 and 1 in 500 areas lie outside by chance alone."""


def poisson_grenzen(norm: np.ndarray, binnen: float) -> tuple[np.ndarray, np.ndarray]:
    """Between which two counts chance leaves the part `binnen` (0-1) of areas with each of these means.

    Exact Poisson, interpolated between whole counts so that the band grows smoothly with its mean;
    the lower bound is 0 where even nobody is not rare. Raises ValueError for a mean below 0.
    """
    if (norm < 0).any():
        raise ValueError(f"gemiddelde onder 0: {norm.min()}")
    staart, hoogstens = (1 - binnen) / 2, _hoogstens(np.where(norm, norm, 1.0))
    laag, hoog = (np.where(norm, _kwantiel(hoogstens, kans), 0.0) for kans in (staart, 1 - staart))
    return laag, hoog


def _hoogstens(norm: np.ndarray) -> np.ndarray:
    """The chance of at most 0, 1, 2 … (columns) with each mean (rows)."""
    grootst = norm.max(initial=1.0)
    tot = int(grootst + 12 * np.sqrt(grootst) + 30)
    log_kans = np.outer(np.log(norm), np.arange(tot)) - norm[:, None] - _log_faculteit(tot)
    return np.exp(log_kans).cumsum(axis=1)


def _log_faculteit(tot: int) -> np.ndarray:
    """ln 0!, ln 1!, … of the first `tot` numbers."""
    return np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, tot)))])


def _kwantiel(hoogstens: np.ndarray, kans: float) -> np.ndarray:
    """Where each row of cumulative chances passes `kans`, straight between two whole counts."""
    plek = (hoogstens < kans).sum(axis=1)
    rij = np.arange(len(plek))
    eronder = np.where(plek > 0, hoogstens[rij, plek - 1], 0.0)
    tot = hoogstens[rij, plek]
    uit: np.ndarray = np.maximum(plek - (tot - kans) / (tot - eronder), 0.0)
    return uit


def spreiding(geteld: np.ndarray, norm: np.ndarray) -> float:
    """The standard deviation of the true ratios between areas whose ratios together are 1, in hundredths.

    Marshall's moments: what the ratios geteld / norm vary more than chance is what the areas really
    differ. Rounded: with more digits the weights of all areas would tell a hidden count. 0 when
    chance explains it all. All norms > 0.
    """
    gezien = float((norm * (geteld / norm - 1) ** 2).sum() / norm.sum())
    return round(float(np.sqrt(max(gezien - 1 / norm.mean(), 0.0))), 2)


def gewicht(tussen: float, norm: float) -> float:
    """How far (0-1) the own ratio of an area counts when it is drawn towards 1 (empirical Bayes).

    Its part of the variance: `tussen` is the standard deviation between areas, 1 / norm the
    variance that chance gives a ratio.
    """
    return tussen**2 / (tussen**2 + 1 / norm) if tussen else 0.0
