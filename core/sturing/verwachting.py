"""What the history of a series of quarters leads one to expect of its last one, and how surprising that is.

Series are rows, ordered in time; NaN where nothing is known (yet). Every function looks at the last
column as the one that is tested, and at the others as its history.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.sturing.samenloop import samenloop
from core.sturing.verdelingen import Getallen, kans_van_aantal, kans_van_afstand, log_f, marge

TEMPO = (0.2, 0.35, 0.5, 0.7)
"""How fast a level may follow what is seen: the one that was off least for all series together."""
TREND, DEMPING = 0.1, 0.8
"""How fast a trend follows its level, and what is left of it a quarter later."""
MINSTE_GESCHIEDENIS = 5
"""With fewer quarters in a row before it, a quarter is not tested."""
OPWARMEN = 2
"""So many first expectations rest on too little to say how far expectations are off."""
MINST_VERWACHT = 10.0
"""Jeugdigen; where fewer are expected, chance decides and nearly all would be hidden."""
RUSTIGST = 0.25
"""Most jeugdigen of a quarter were there the one before, so a count can be calmer than Poisson; never more than this."""
UITSCHIETER = 2.5
"""An earlier deviation counts for at most so many usual ones (standard deviations)."""
VENSTER = 3
"""An amount is put beside the median of so many quarters before it."""
LEENKRACHT = (4.0, 8.0, 16.0, 32.0, 64.0)
"""For how many quarters of its own a series may count what the others are like."""


@dataclass(frozen=True)
class Toets:
    """Per series what was expected, between what it mostly lies (95 %), and the chance (0-1) of as odd a value.

    NaN for a series that was not tested.
    """

    verwacht: Getallen
    laag: Getallen
    hoog: Getallen
    kans: Getallen


def seizoen(totaal: Getallen, eerste: int) -> Getallen:
    """The factor of each of the four quarters of a year beside the year around it, K1 first.

    `totaal` is one series that begins in quarter `eerste` (maandnummer // 3). The mean of the ratios
    to the moving average of four quarters, drawn to 1 as fewer years were seen; all 1 with less
    than two years.
    """
    factor = np.ones(4)
    if len(totaal) >= 8:
        gemiddeld = np.convolve(totaal, np.array([1, 2, 2, 2, 1]) / 8, mode="valid")
        verhouding = np.divide(totaal[2:-2], gemiddeld, out=np.ones(len(gemiddeld)), where=gemiddeld > 0)
        van_jaar = (np.arange(len(verhouding)) + 2 + eerste) % 4
        keer = np.bincount(van_jaar, minlength=4)
        factor = 1 + np.bincount(van_jaar, weights=verhouding - 1, minlength=4) / (keer + 1)
    return factor


def verwachtingen(reeksen: Getallen, tempo: float) -> Getallen:
    """What each quarter was expected to be from those before it: a level that follows, with a damped trend.

    NaN up to and with the first known value of a series.
    """
    uit = np.full(reeksen.shape, np.nan)
    niveau, trend = np.full(len(reeksen), np.nan), np.zeros(len(reeksen))
    for k in range(reeksen.shape[1]):
        uit[:, k] = np.maximum(niveau + DEMPING * trend, 0)
        fout = reeksen[:, k] - uit[:, k]
        nieuw = np.isnan(niveau)
        niveau = np.where(nieuw, reeksen[:, k], uit[:, k] + tempo * fout)
        trend = np.where(nieuw, 0.0, DEMPING * trend + tempo * TREND * fout)
    return uit


def toets_aantallen(
    aantal: Getallen, factor: Getallen, binnen: Getallen, kwartaal: NDArray[np.int64] | None = None
) -> Toets:
    """Numbers of jeugdigen against their level, trend and season (`factor` of every cell).

    How far earlier expectations were off, beside what chance alone would do (Poisson), says how
    restless a series is; series lend each other that as far as they are alike. A series more
    restless than chance is negative binomial. Of that and Student's t the more cautious counts.
    `binnen` is which part (0-1) of the last quarter is declared: what it lacks is no fewer jeugdigen.
    With the `kwartaal` of every cell, what many series do in the same one is expected of each.
    """
    pogingen = [verwachtingen(aantal / factor, tempo) * factor for tempo in TEMPO]
    if kwartaal is not None:
        pogingen = [poging * samenloop(aantal, poging, kwartaal) for poging in pogingen]
    afwijkingen = [_na_opwarmen(_naast_kans(aantal, poging)) for poging in pogingen]
    beste = int(np.argmin([np.nansum(a) for a in afwijkingen]))
    verwacht, (eerder, vrij) = pogingen[beste], _eigen_spreiding(_begrensd(afwijkingen[beste]))
    mu = verwacht[:, -1]
    nu = _met_wat_komt(aantal[:, -1], mu, binnen)
    mag = (_lengte(aantal) >= MINSTE_GESCHIEDENIS) & (mu >= MINST_VERWACHT)
    if not mag.any():
        return _niets(len(aantal))
    onrust, graden = _geleend(eerder, vrij, mag)
    onrust = np.maximum(onrust, RUSTIGST)
    sd = np.sqrt(onrust * np.where(mag, mu, 1.0))
    afstand = np.maximum(np.abs(nu - mu) - 0.5, 0)  # a count moves by whole jeugdigen
    kans = np.maximum(kans_van_afstand(afstand / sd, graden), kans_van_aantal(nu, mu, onrust))
    ver = marge(graden) * sd
    return _toets(mag, mu, (np.maximum(mu - ver, 0), mu + ver), kans)


def toets_bedragen(
    bedrag: Getallen, aantal: Getallen, kwartaal: NDArray[np.int64], binnen: Getallen
) -> Toets:
    """Kosten per jeugdige (`bedrag`, of so many jeugdigen) against the median of the quarters before.

    Compared as ratios; what all series do in the same `kwartaal` of a year (prices go up in January)
    is expected. The noise of a mean falls with the root of its jeugdigen; how large it is say earlier
    deviations, of which those far from the median one (MAD) count for no more than UITSCHIETER.
    `binnen` is which part (0-1) of the last quarter is declared.
    """
    sprong = _naast_mediaan(bedrag)
    eerder, laatste = sprong[:, :-1], sprong[:, -1]
    mag = (_lengte(bedrag) >= MINSTE_GESCHIEDENIS) & ~np.isnan(laatste) & (aantal[:, -1] > 0)
    mag &= (~np.isnan(eerder)).any(axis=1)
    if not mag.any():
        return _niets(len(bedrag))
    gewoon = _gewone_sprong(eerder[mag], kwartaal[mag])
    wortel = np.sqrt(np.maximum(aantal, 1))
    rest = (sprong - gewoon[kwartaal % 4]) * wortel
    eigen, vrij = _eigen_spreiding(_begrensd(rest[:, :-1] ** 2))
    spreiding, graden = _geleend(eigen, vrij, mag)
    midden = bedrag[:, -1] / np.exp(laatste - gewoon[kwartaal[:, -1] % 4])
    sd = np.sqrt(spreiding) / wortel[:, -1]
    nu = _met_wat_komt(bedrag[:, -1], midden, binnen)
    kans = kans_van_afstand(np.abs(np.log(np.where(mag, nu / midden, 1.0))) / sd, graden)
    keer = np.exp(marge(graden) * sd)
    return _toets(mag, midden, (midden / keer, midden * keer), kans)


def _met_wat_komt(nu: Getallen, verwacht: Getallen, binnen: Getallen) -> Getallen:
    """The value without what it may lack because not all is declared: never past what is expected."""
    uit: Getallen = np.where(nu < verwacht, np.minimum(nu / binnen, verwacht), nu)
    return uit


_MAD = 0.6745
"""The median deviation of a normal distribution of standard deviation 1."""
_KLEINST = 1e-6
"""In the place of no spread at all, of a history that never moved."""


def _niets(hoeveel: int) -> Toets:
    leeg = np.full(hoeveel, np.nan)
    return Toets(leeg, leeg, leeg, leeg)


def _toets(
    mag: NDArray[np.bool_], midden: Getallen, grenzen: tuple[Getallen, Getallen], kans: Getallen
) -> Toets:
    delen = (midden, *grenzen, np.minimum(kans, 1.0))
    return Toets(*(np.where(mag, deel, np.nan) for deel in delen))


def _lengte(reeksen: Getallen) -> NDArray[np.int64]:
    """How many quarters are known in a row before the last one; 0 where that is not known itself."""
    bekend = ~np.isnan(reeksen)
    in_een_rij: NDArray[np.int64] = np.cumprod(bekend[:, ::-1], axis=1).sum(axis=1)
    return np.maximum(in_een_rij - 1, 0)


def _naast_kans(aantal: Getallen, verwacht: Getallen) -> Getallen:
    """The squared deviation of each count beside what chance alone does: 1 on average for Poisson."""
    leeg = np.full(aantal.shape, np.nan)
    uit: Getallen = np.divide((aantal - verwacht) ** 2, verwacht, out=leeg, where=verwacht > 0)
    return uit


def _na_opwarmen(afwijking: Getallen) -> Getallen:
    """Without the last quarter, which is tested, and the first of each series."""
    eerder = afwijking[:, :-1].copy()
    eerder[np.cumsum(~np.isnan(eerder), axis=1) <= OPWARMEN] = np.nan
    return eerder


def _begrensd(kwadraten: Getallen) -> Getallen:
    """No deviation larger than UITSCHIETER times what is usual: one odd quarter must not hide the next.

    Usual is the median of the series itself or of all, whichever is more.
    """
    bekend = ~np.isnan(kwadraten)
    if not bekend.any():
        return kwadraten
    samen = float(np.median(kwadraten[bekend]))
    eigen = np.nanmedian(np.where(bekend.any(axis=1, keepdims=True), kwadraten, samen), axis=1)
    grens = (UITSCHIETER / _MAD) ** 2 * np.maximum(eigen, samen)
    uit: Getallen = np.minimum(kwadraten, grens[:, None])
    return uit


def _eigen_spreiding(kwadraten: Getallen) -> tuple[Getallen, Getallen]:
    """The mean of what is known of each row, and of how many it is."""
    vrij = (~np.isnan(kwadraten)).sum(axis=1).astype(float)
    return np.nansum(kwadraten, axis=1) / np.maximum(vrij, 1), vrij


def _geleend(eigen: Getallen, vrij: Getallen, mag: NDArray[np.bool_]) -> tuple[Getallen, Getallen]:
    """The spread of each series with what it borrows of all, and with how many degrees of freedom.

    The more alike series are, by the F distribution of their own spreads, the more they lend.
    """
    samen = max(float((eigen * vrij)[mag].sum() / max(vrij[mag].sum(), 1)), _KLEINST)
    verhouding, n = np.maximum(eigen[mag] / samen, _KLEINST), np.maximum(vrij[mag], 1)
    passend = [log_f(verhouding * d / (d - 2), n, d).sum() + len(n) * np.log(d / (d - 2)) for d in LEENKRACHT]
    leen = LEENKRACHT[int(np.argmax(passend))]
    graden = leen + vrij
    return (leen * samen + vrij * eigen) / graden, graden


def _naast_mediaan(bedrag: Getallen) -> Getallen:
    """The logarithm of each amount beside the median of the VENSTER before; NaN where one is not known."""
    uit = np.full(bedrag.shape, np.nan)
    for k in range(VENSTER, bedrag.shape[1]):
        midden = np.median(bedrag[:, k - VENSTER : k], axis=1)
        goed = (midden > 0) & (bedrag[:, k] > 0)
        uit[goed, k] = np.log(bedrag[goed, k] / midden[goed])
    return uit


def _gewone_sprong(sprong: Getallen, kwartaal: NDArray[np.int64]) -> Getallen:
    """The median of the earlier ratios of all series per quarter of the year; of all where it was not seen."""
    van_jaar, bekend = kwartaal[:, :-1] % 4, ~np.isnan(sprong)
    alles = float(np.median(sprong[bekend]))
    return np.array(
        [
            np.median(sprong[bekend & (van_jaar == q)]) if (bekend & (van_jaar == q)).any() else alles
            for q in range(4)
        ]
    )
