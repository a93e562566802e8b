"""Which characteristics can be used in a fit, and how they are put on one scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.opmaak import getal
from core.verwacht.schatting import Reeks

VRIJ = 3
"""Degrees of freedom that must remain without one area; with fewer, the mean of the others says as much."""
RUIM = 10
"""Areas per characteristic below which a fit is called thin."""

_GELIJK = 1e-6


@dataclass(frozen=True)
class Ontwerp:
    """The usable characteristics on one scale: mean 0, standard deviation 1 over the areas of the fit.

    `x` (N, 1 + k) has a first column of ones; `gemiddelde` and `spreiding` (k,) are in the units
    of the characteristic; `meldingen` say in Dutch what was left out and why.
    """

    kenmerken: tuple[str, ...]
    x: Reeks
    gemiddelde: Reeks
    spreiding: Reeks
    meldingen: tuple[str, ...]


def ontwerp(kenmerken: Mapping[str, Reeks], mee: npt.NDArray[np.bool_]) -> Ontwerp:
    """Scale the characteristics (N,) over the areas where `mee` (N,) is true; leave out what cannot be used.

    Left out: a characteristic that does not vary, that follows from those before it, or whose
    coefficient would rest on one area; and all of them when there are too few areas.
    """
    meldingen: list[str] = []
    x = np.ones((len(mee), 1))
    namen: list[str] = []
    for naam, waarde in kenmerken.items():
        reden = _onbruikbaar(x[mee], waarde[mee])
        if reden:
            meldingen.append(f"Kenmerk {naam} is weggelaten: {reden}.")
            continue
        namen.append(naam)
        x = np.column_stack([x, _schaal(waarde, mee)])
    aantal = int(mee.sum())
    if namen and aantal - 1 - x.shape[1] < VRIJ:
        meldingen.append(_te_weinig(aantal, len(namen)))
        namen, x = [], x[:, :1]
    elif namen and aantal < RUIM * len(namen):
        meldingen.append(
            f"Weinig gebieden voor zoveel kenmerken ({getal(aantal)} voor {len(namen)}): het verwachte gebruik is onzeker."
        )
    ruw = np.array([kenmerken[n][mee] for n in namen]).reshape(len(namen), aantal)
    gemiddelde, spreiding = (ruw.mean(axis=1), ruw.std(axis=1)) if namen else (np.empty(0), np.empty(0))
    return Ontwerp(tuple(namen), x, gemiddelde, spreiding, tuple(meldingen))


def _te_weinig(aantal: int, kenmerken: int) -> str:
    wat = "het kenmerk" if kenmerken == 1 else f"de {kenmerken} kenmerken"
    return (
        f"Met {getal(aantal)} gebieden is het verband met {wat} niet te schatten; verwacht is het gemiddelde "
        "van de andere gebieden."
    )


def _schaal(waarde: Reeks, mee: npt.NDArray[np.bool_]) -> Reeks:
    return (waarde - waarde[mee].mean()) / waarde[mee].std()


def _onbruikbaar(x: Reeks, waarde: Reeks) -> str:
    gemiddelde, spreiding = waarde.mean(), waarde.std()
    if spreiding <= _GELIJK * max(abs(gemiddelde), 1e-12):
        return "het is overal gelijk"
    kolom = (waarde - gemiddelde) / spreiding
    rest = kolom - x @ np.linalg.lstsq(x, kolom, rcond=None)[0]
    if (rest**2).mean() < _GELIJK:
        return "het volgt uit de andere kenmerken"
    q = np.linalg.qr(np.column_stack([x, kolom]))[0]
    if len(q) > q.shape[1] and ((q**2).sum(axis=1) > 1 - _GELIJK).any():
        return "het berust op één gebied"
    return ""
