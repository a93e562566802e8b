"""How far the forecasts of the months to come can be trusted: made again for every month that lies behind us."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from core.cijfers import volledigheid
from core.cijfers.kolommen import laad
from core.database import Database
from core.filters import Filter
from core.prognose.methoden import JAAR, METHODEN, VERGELIJKING
from core.prognose.standen import Segmentreeks, reeksen
from core.prognose.terugtoets import Spreiding, Toets, kies, spreiding, toets

HORIZONNEN = (3, 6, 9)
"""So many months ahead."""

Treffer = tuple[float, float, bool]
"""Forecast, actual (euros), and whether the actual lay within the 80 % bounds of then."""


@lru_cache(maxsize=3)
def _treffers(db: Database) -> dict[tuple[int, int], list[Treffer]]:
    return {(r.segment, h): list(_van_reeks(r, h)) for r in reeksen(db) for h in HORIZONNEN}


def _van_reeks(reeks: Segmentreeks, aantal: int) -> list[Treffer]:
    """Every forecast so far ahead that came true, by the method and error that were known when it was made."""
    nu, uit = reeks.standen[-1], []
    waarheid = nu.reeks[: nu.rijp]
    for n, toen in enumerate(reeks.standen):
        if not toen.rijp or toen.maanden + aantal > len(waarheid):
            continue
        bekend = toen.reeks[: toen.rijp]
        methode = METHODEN[kies(reeks.standen[:n], bekend, aantal)]
        fout = spreiding(reeks.standen[:n], bekend, methode, aantal)
        voorspeld = float(toen.verder(methode, aantal).sum())
        werkelijk = float(waarheid[len(toen.reeks) : toen.maanden + aantal].sum())
        uit.append((voorspeld, werkelijk, abs(werkelijk - voorspeld) <= _marge(fout) * voorspeld))
    return uit


def _marge(fout: Spreiding) -> float:
    """How far (as a part of the forecast) the 80 % bounds lie from it."""
    from scipy.special import stdtrit  # takes longer to import than all of this to compute

    return fout.deel * float(stdtrit(fout.vrijheid, 0.9))


def _gestopt(reeks: Segmentreeks) -> bool:
    """Whether nothing was declared in its last year: such a segment comes last."""
    return not reeks.standen[-1].reeks[-JAAR:].any()


def trefzekerheid(db: Database, f: Filter) -> pd.DataFrame:
    """Per segment and number of months ahead how good the forecasts were, in %, beside two naive ones.

    `wape`: the errors without their sign, together, in % of what the months came to; `scheefheid`: with
    their sign; `dekking`: how many of the 80 % bounds held. Null where no forecast came true yet.
    """
    namen, welke = laad(db).segment, volledigheid.segmenten(db, f.segment).tolist()
    rijen = []
    for reeks in sorted((r for r in reeksen(db) if r.segment in welke), key=_gestopt):
        nu = reeks.standen[-1]
        for aantal in HORIZONNEN:
            eigen = _treffers(db)[reeks.segment, aantal]
            if not eigen or not any(werkelijk > 0 for _, werkelijk, _ in eigen):
                continue
            voorspeld, werkelijk, binnen = map(np.array, zip(*eigen, strict=True))
            uit = Toets(voorspeld, werkelijk)
            naast = [toets(reeks.standen, nu.reeks[: nu.rijp], m, aantal) for m in VERGELIJKING.values()]
            wapes = [t.wape() for t in naast]
            rijen.append(
                (namen[reeks.segment], aantal, len(eigen), uit.wape(), *wapes, uit.scheefheid(), 100 * binnen.mean())
            )  # fmt: skip
    kolommen = ["segment", "vooruit", "voorspellingen", "wape", "wape_naief", "wape_seizoen", "scheefheid"]
    return pd.DataFrame(rijen, columns=[*kolommen, "dekking"], dtype=object)
