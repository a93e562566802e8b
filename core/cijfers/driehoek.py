"""The run-off triangle: what is still to be declared of months that lie behind us, and how sure that is.

Chain ladder with volume-weighted factors and the standard error of Mack, "Distribution-free
calculation of the standard error of chain ladder reserve estimates", ASTIN Bulletin 23 (1993).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Reeks = NDArray[np.float64]


class OnbruikbareDriehoek(ValueError):
    """No factor can be had from the triangle; the text is a Dutch sentence that says where."""


@dataclass(frozen=True)
class Driehoek:
    """Cumulative amounts: a row per origin (oldest first), a column per development; NaN = not known (yet)."""

    oorsprongen: tuple[str, ...]
    waarden: Reeks

    @property
    def stand(self) -> NDArray[np.int64]:
        """Per origin the column of its last known amount. Raises OnbruikbareDriehoek for a row without any."""
        bekend = ~np.isnan(self.waarden)
        leeg = [self.oorsprongen[n] for n in np.flatnonzero(~bekend.any(axis=1))]
        if leeg:
            raise OnbruikbareDriehoek(f"Bij oorsprong {leeg[0]} staat geen enkele waarde.")
        return self.waarden.shape[1] - 1 - np.argmax(bekend[:, ::-1], axis=1)


@dataclass(frozen=True)
class Verloop:
    """Per step from one development to the next: the factor, its variance and the amount it rests on.

    `factor` is how much larger an amount becomes; `variantie` is Mack's sigma² (amount per unit of
    amount); `grondslag` the sum of the amounts that were seen to grow; `oorsprongen` how many.
    """

    factor: Reeks
    variantie: Reeks
    grondslag: Reeks
    oorsprongen: NDArray[np.int64]


@dataclass(frozen=True)
class Afloop:
    """What each origin comes to: `laatste` known, `ultimate` expected, `reserve` = ultimate − laatste,
    `se` the standard error of both; then the same of all origins together. In the unit of the triangle."""

    oorsprongen: tuple[str, ...]
    laatste: Reeks
    ultimate: Reeks
    se: Reeks
    totaal_se: float
    verloop: Verloop

    @property
    def reserve(self) -> Reeks:
        """What is expected to come yet, per origin."""
        return self.ultimate - self.laatste


def verloop(driehoek: Driehoek, laatste: int | None = None) -> Verloop:
    """The factors of a triangle, volume-weighted over the `laatste` origins that know each step (None = all).

    A pair counts where both amounts are known; credits and empty cells need no repair. Of a step that
    one origin has seen, the variance follows from the two before it (Mack's minimum rule).
    Raises OnbruikbareDriehoek where the amounts of a step add up to nothing.
    """
    factor: list[float] = []
    variantie: list[float] = []
    grondslag, aantal = [], []
    for k in range(driehoek.waarden.shape[1] - 1):
        van, tot = driehoek.waarden[:, k], driehoek.waarden[:, k + 1]
        paar = np.flatnonzero(~np.isnan(van) & ~np.isnan(tot))[-(laatste or len(van)) :]
        som = van[paar].sum()
        if som <= 0 or tot[paar].sum() <= 0:
            raise OnbruikbareDriehoek(
                f"Van ontwikkeling {k + 1} naar {k + 2} is geen factor te bepalen: de bedragen zijn daar samen niet groter dan 0."
            )
        factor.append(float(tot[paar].sum() / som))
        variantie.append(_variantie(van[paar], tot[paar], factor[-1], variantie))
        grondslag.append(som)
        aantal.append(len(paar))
    return Verloop(np.array(factor), np.array(variantie), np.array(grondslag), np.array(aantal, dtype=int))


def _variantie(van: Reeks, tot: Reeks, factor: float, eerder: list[float]) -> float:
    weegt = van > 0
    if weegt.sum() > 1:
        afwijking = (tot[weegt] / van[weegt] - factor) ** 2
        return float((van[weegt] * afwijking).sum() / (weegt.sum() - 1))
    if len(eerder) < 2:
        return eerder[-1] if eerder else 0.0
    een, twee = eerder[-1], eerder[-2]
    return min(een**2 / twee, twee, een) if twee > 0 else 0.0


def afloop(driehoek: Driehoek, laatste: int | None = None) -> Afloop:
    """Every origin carried to the last development, with its standard error and that of the total.

    The error holds what chance does to the amounts and how uncertain the factors are; the origins
    share the factors, so the error of the total is larger than that of independent origins.
    """
    stand, stappen = driehoek.stand, verloop(driehoek, laatste)
    bekend = driehoek.waarden[np.arange(len(stand)), stand]
    bedrag, fout, samen = bekend.copy(), np.zeros(len(stand)), 0.0
    for k, (f, s2, som) in enumerate(zip(stappen.factor, stappen.variantie, stappen.grondslag, strict=True)):
        mee = stand <= k
        nu = bedrag[mee]
        # A negative amount (more credited than declared) varies as much as a positive one.
        kans = s2 * np.abs(nu)
        fout[mee] = f**2 * fout[mee] + kans + nu**2 * s2 / som
        samen = f**2 * samen + kans.sum() + nu.sum() ** 2 * s2 / som
        bedrag[mee] = f * nu
    return Afloop(driehoek.oorsprongen, bekend, bedrag, np.sqrt(fout), float(np.sqrt(samen)), stappen)
