"""Which characteristics belong in the model: those that lower the error on areas it had not seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.verwacht.gaten import neem, zonder_gaten
from core.verwacht.kaart import r2
from core.verwacht.model import Gebieden
from core.verwacht.ontwerp import ontwerp
from core.verwacht.schatting import NietTeSchatten, Reeks, gewichten, logistisch, schat

WINST = 0.005
"""How much leave-one-out R² a further characteristic must add; less is likely to be chance."""


@dataclass(frozen=True)
class Stap:
    """One step of the choice: the characteristic that was added, the R² with it, and the runners-up."""

    kenmerk: str
    r2: float
    anderen: tuple[tuple[str, float], ...]


def kies(gebieden: Gebieden, tekens: Mapping[str, int]) -> tuple[Stap, ...]:
    """Add the characteristic that helps most, as long as it adds WINST; in order of choice.

    A characteristic whose coefficient has the other sign than `tekens` (+1, -1; 0 = not known)
    cannot be chosen, nor one that turns the sign of another. Areas that miss a value are set aside,
    so that all are judged on the same areas. Nothing is chosen when the areas do not differ.
    """
    vol = zonder_gaten(gebieden)[0]
    g = neem(vol, np.flatnonzero(vol.bekend))
    gekozen: list[str] = []
    stappen: list[Stap] = []
    if not len(g) or g.deel.std() < 1e-9:
        return ()
    beste = _zonder_zichzelf(g, [])[0]
    while len(gekozen) < len(g.kenmerken):
        scores = {n: _score(g, [*gekozen, n], tekens) for n in g.kenmerken if n not in gekozen}
        volgorde = sorted(scores, key=lambda n: (-scores[n], n))
        if scores[volgorde[0]] < beste + WINST:
            break
        gekozen.append(volgorde[0])
        beste = scores[volgorde[0]]
        stappen.append(Stap(volgorde[0], beste, tuple((n, scores[n]) for n in volgorde[1:4])))
    return tuple(stappen)


def _score(g: Gebieden, namen: list[str], tekens: Mapping[str, int]) -> float:
    try:
        waarde, coef = _zonder_zichzelf(g, namen)
    except NietTeSchatten:
        return -np.inf
    verkeerd = any(tekens.get(n, 0) * c < 0 for n, c in zip(namen, coef[1:], strict=True))
    return -np.inf if verkeerd else waarde


def _zonder_zichzelf(g: Gebieden, namen: Sequence[str]) -> tuple[float, Reeks]:
    """Leave-one-out R² and the coefficients of one fit.

    By one step from the fit on all areas: for comparing sets of characteristics that is near
    enough to fitting again without each area (it differs in the fourth decimal), and 345 × faster.
    Raises NietTeSchatten when one of them is constant or follows from the others.
    """
    plan = ontwerp({n: g.kenmerken[n] for n in namen}, g.bekend)
    if len(plan.kenmerken) < len(namen):
        raise NietTeSchatten(plan.meldingen[0])
    x = plan.x
    fit = schat(x, g.deel, g.noemer, np.ones((1, len(g))))
    kans = logistisch(fit.coef[0] @ x.T)
    gewicht = gewichten(g.noemer, fit.rho)[0] * kans * (1 - kans)
    invloed = gewicht * np.einsum("ni,ij,nj->n", x, np.linalg.inv(x.T * gewicht @ x), x)
    stap = invloed / (1 - invloed) * (g.deel - kans) / (kans * (1 - kans))
    return r2(g.deel, logistisch(x @ fit.coef[0] - stap)), fit.coef[0]
