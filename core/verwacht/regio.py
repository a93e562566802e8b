"""What the areas of a region share beyond their characteristics, by partial pooling.

The norm of the model is the characteristics alone. That all gemeenten of a jeugdregio lie above it
says something about the region (its contracts, its access, its history), and is shown apart. A
region of few or very different areas is drawn to 0: its mean could be chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from core.verwacht.model import Plaatsen, Uitkomst
from core.verwacht.schatting import PARTIJ, Reeks, Schatting, gewichten, logistisch, zonder


@dataclass(frozen=True)
class Regioeffect:
    """The effect of each region on the logit scale, (B, R), one row per fit.

    `namen` (R,) are the regions, `tussen` (B,) the variance between regions.
    """

    namen: tuple[str, ...]
    effect: Reeks
    tussen: Reeks


@lru_cache(maxsize=16)
def regioeffect(uitkomst: Uitkomst) -> Regioeffect | None:
    """The effect of the regions in the fit on all areas (row 0) and in those without each known area.

    None when there was no fit, or no regions of more than one area.
    """
    g, fit = uitkomst.gebieden, uitkomst.schatting
    if fit is None or not g.regio:
        return None
    bekend = g.bekend
    namen = tuple(dict.fromkeys(g.regio))
    lid = (np.array(g.regio)[bekend][:, None] == np.array(namen)).astype(float)
    if len(namen) < 2 or len(lid) <= (lid.sum(axis=0) > 0).sum() + 1:
        return None
    delen = [
        _pool(uitkomst, fit, lid, np.arange(begin, min(begin + PARTIJ, len(lid) + 1)))
        for begin in range(0, len(lid) + 1, PARTIJ)
    ]
    return Regioeffect(namen, np.concatenate([d[0] for d in delen]), np.concatenate([d[1] for d in delen]))


def _pool(uitkomst: Uitkomst, fit: Schatting, lid: Reeks, rijen: Plaatsen) -> tuple[Reeks, Reeks]:
    """Analysis of variance per fit: what is between regions beyond what is within, then shrinkage."""
    g, bekend = uitkomst.gebieden, uitkomst.gebieden.bekend
    kans = logistisch(fit.coef[rijen] @ uitkomst.ontwerp.x[bekend].T)
    ruimte = kans * (1 - kans)
    # Row 0 is the fit on all; row n leaves out the area at n - 1.
    gewicht = zonder(len(lid), rijen - 1) * gewichten(g.noemer[bekend], fit.rho[rijen]) * ruimte
    rest = (g.deel[bekend] - kans) / ruimte
    som = gewicht @ lid
    veilig = np.where(som > 0, som, 1)
    gemiddelde = (gewicht * rest) @ lid / veilig
    gevuld = (som > 0).sum(axis=1)
    meer = np.maximum(gevuld - 1, 1)
    binnen = (gewicht * (rest - gemiddelde @ lid.T) ** 2).sum(axis=1) / ((gewicht > 0).sum(axis=1) - gevuld)
    heel = som.sum(axis=1)
    gemiddeld_gewicht = (heel - (som**2).sum(axis=1) / heel) / meer
    tussen = ((som * gemiddelde**2).sum(axis=1) / meer - binnen) / np.maximum(gemiddeld_gewicht, 1e-300)
    # With one region left there is nothing between regions.
    tussen = np.where(gevuld > 1, np.maximum(tussen, 0), 0)[:, None]
    deler = tussen + binnen[:, None] / veilig
    aandeel = np.where((som > 0) & (deler > 0), tussen / np.where(deler > 0, deler, 1), 0)
    return gemiddelde * aandeel, tussen[:, 0]


def met_regio(uitkomst: Uitkomst, effect: Regioeffect) -> Reeks:
    """The expected share of every area with the effect of its region, both from the fit without that area.

    Only for the model card: it shows how much the regions explain. (N,), 0-1.
    """
    fit, g = uitkomst.schatting, uitkomst.gebieden
    if fit is None:
        return uitkomst.verwacht
    kolom = [effect.namen.index(r) for r in g.regio]
    eta = (fit.coef[uitkomst.rij] * uitkomst.ontwerp.x).sum(axis=1)
    return logistisch(eta + effect.effect[uitkomst.rij, kolom])


def regio_pp(uitkomst: Uitkomst, effect: Regioeffect, code: str) -> float:
    """How many percentage points of the difference of an area hold for its whole region.

    The effect of the region is the same for all its areas; in percentage points it differs a
    little, as an area with a higher expectation has more room. Raises KeyError for an unknown code.
    """
    plaats = uitkomst.plaats[code]
    eigen = effect.effect[0, effect.namen.index(uitkomst.gebieden.regio[plaats])]
    verwacht = uitkomst.verwacht[plaats]
    met = logistisch(np.log(verwacht / (1 - verwacht)) + eigen)
    return float(100 * (met - verwacht))
