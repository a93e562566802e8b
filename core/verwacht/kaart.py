"""The model card: how well the model does where it was not fitted, and what it may not be used for."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from core.opmaak import getal
from core.verwacht.model import LABEL, Uitkomst
from core.verwacht.regio import met_regio, regioeffect
from core.verwacht.schatting import Reeks, glm

NIET_VOOR = (
    "Niet om over een gemeente, een aanbieder of het beleid te oordelen: een verschil is geen oordeel.",
    "Niet om budget te verdelen of een norm, doel of plafond op te baseren.",
    "Niet voor personen: het model kent alleen gebieden.",
    "Niet om oorzaken aan te wijzen: een kenmerk hangt samen met gebruik, meer zegt het niet.",
    "Niet in plaats van het model van het NJi of het SCP, dat kenmerken van jeugdigen en gezinnen kent.",
)


@dataclass(frozen=True)
class Tiende:
    """One tenth of the areas by expectation: mean expected and mean actual use in %."""

    gebieden: int
    verwacht_pct: float
    werkelijk_pct: float


@dataclass(frozen=True)
class Coefficient:
    """What one standard deviation more of a characteristic does on the logit scale, with its 95 % bounds."""

    kenmerk: str
    waarde: float
    laag: float
    hoog: float


@dataclass(frozen=True)
class Modelkaart:
    """The quality of one model, all of it on areas the fit had not seen; None = too few areas to say.

    R² is over areas, each counting once; rmse in percentage points, beside that of ordinary least
    squares on the same characteristics and that of the mean of the other areas. `dekking_pct`: how
    many areas lie within their 95 % interval. `rho`: differences between areas, 0-1.
    """

    label: str
    gebieden: int
    kenmerken: tuple[str, ...]
    r2: float | None = None
    rmse_pp: float | None = None
    r2_kleinste_kwadraten: float | None = None
    rmse_kleinste_kwadraten_pp: float | None = None
    rmse_gemiddelde_pp: float | None = None
    r2_met_regio: float | None = None
    dekking_pct: float | None = None
    rho: float | None = None
    overdispersie: float | None = None
    ijking: tuple[Tiende, ...] = ()
    vergelijking: str = ""
    bron: str = ""
    jaar: int | None = None
    niet_voor: tuple[str, ...] = NIET_VOOR


def modelkaart(uitkomst: Uitkomst, bron: str = "", jaar: int | None = None) -> Modelkaart:
    """The card of one model on figures from `bron` about `jaar`; without a fit its measures are None."""
    g, fit = uitkomst.gebieden, uitkomst.schatting
    bekend = g.bekend
    deel, verwacht = g.deel[bekend], uitkomst.verwacht[bekend]
    kenmerken = uitkomst.ontwerp.kenmerken
    if fit is None or deel.std() < 1e-9:
        return Modelkaart(LABEL, len(deel), kenmerken, bron=bron, jaar=jaar)
    kwadraten = _kleinste_kwadraten(uitkomst.ontwerp.x[bekend], deel)
    anderen = (deel.sum() - deel) / (len(deel) - 1)
    effect = regioeffect(uitkomst)
    return Modelkaart(
        label=LABEL,
        gebieden=len(deel),
        kenmerken=kenmerken,
        r2=r2(deel, verwacht),
        rmse_pp=_rmse(deel, verwacht),
        r2_kleinste_kwadraten=r2(deel, kwadraten),
        rmse_kleinste_kwadraten_pp=_rmse(deel, kwadraten),
        rmse_gemiddelde_pp=_rmse(deel, anderen),
        r2_met_regio=None if effect is None else r2(deel, met_regio(uitkomst, effect)[bekend]),
        dekking_pct=float(100 * ((deel >= uitkomst.laag[bekend]) & (deel <= uitkomst.hoog[bekend])).mean()),
        rho=float(fit.rho[0]),
        overdispersie=float(fit.fi[0]),
        ijking=_ijking(deel, verwacht),
        vergelijking=_vergeleken(deel, verwacht, kwadraten),
        bron=bron,
        jaar=jaar,
    )


def coefficienten(uitkomst: Uitkomst) -> tuple[Coefficient, ...]:
    """The coefficients of the fit on all areas, by statsmodels; takes a second the first time."""
    g, fit = uitkomst.gebieden, uitkomst.schatting
    if fit is None or not uitkomst.ontwerp.kenmerken:
        return ()
    b = g.bekend
    uit = glm(uitkomst.ontwerp.x[b], g.deel[b], g.noemer[b], float(fit.rho[0]))
    grenzen = uit.conf_int()
    return tuple(
        Coefficient(naam, float(uit.params[n]), float(grenzen[n][0]), float(grenzen[n][1]))
        for n, naam in enumerate(uitkomst.ontwerp.kenmerken, 1)
    )


def r2(deel: Reeks, verwacht: Reeks) -> float:
    """Which part of the differences between areas (each counting once) an expectation explains; can be < 0."""
    return float(1 - ((deel - verwacht) ** 2).sum() / ((deel - deel.mean()) ** 2).sum())


def _rmse(deel: Reeks, verwacht: Reeks) -> float:
    return float(100 * np.sqrt(((deel - verwacht) ** 2).mean()))


def _kleinste_kwadraten(x: Reeks, deel: Reeks) -> Reeks:
    """Each area from ordinary least squares on all others, by the hat matrix (exact)."""
    omgekeerd = np.linalg.pinv(x)
    invloed = (x * omgekeerd.T).sum(axis=1)
    return deel - (deel - x @ (omgekeerd @ deel)) / (1 - invloed)


def _ijking(deel: Reeks, verwacht: Reeks) -> tuple[Tiende, ...]:
    volgorde = np.argsort(verwacht, kind="stable")
    groep = 10 * np.arange(len(deel)) // len(deel)
    leden = [volgorde[groep == n] for n in range(10)]
    return tuple(
        Tiende(len(lid), float(100 * verwacht[lid].mean()), float(100 * deel[lid].mean()))
        for lid in leden
        if len(lid)
    )


def _vergeleken(deel: Reeks, verwacht: Reeks, kwadraten: Reeks) -> str:
    """How the model compares with least squares, and whether the difference is more than chance."""
    winst = (deel - kwadraten) ** 2 - (deel - verwacht) ** 2
    geheel = ((deel - deel.mean()) ** 2).sum()
    verschil, fout = float(winst.sum() / geheel), float(sqrt(len(deel)) * winst.std(ddof=1) / geheel)
    grootte = (
        f"R² verschilt {getal(verschil, 4)} van gewone kleinste kwadraten (standaardfout {getal(fout, 4)})"
    )
    if abs(verschil) <= 2 * fout:
        return (
            f"{grootte}: dat kan toeval zijn, beide voorspellen even goed. Dit model is gekozen omdat zijn "
            "interval met de grootte van een gebied meegaat en altijd tussen 0 en 100 % ligt."
        )
    return f"{grootte}: {'dit model voorspelt beter' if verschil > 0 else 'kleinste kwadraten voorspellen hier beter'}."
