"""Who referred the jeugdigen to care."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from core.begrippen import VERWIJZERGROEP, Verwijzer
from core.cijfers.selectie import Selectie, selecteer
from core.cijfers.tellen import benoem, groepeer
from core.database import Database
from core.filters import Filter

GROEPEN = tuple(dict.fromkeys(VERWIJZERGROEP.values()))
_GROEP_VAN = np.array([GROEPEN.index(VERWIJZERGROEP[verwijzer]) for verwijzer in Verwijzer])


def per_verwijzer(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per verwijzer.

    aandeel is % of the unieke jeugdigen of the selection (0-100): a jeugdige can have more than
    one verwijzer, so the shares may add up to more than 100.
    """
    selectie = selecteer(db, f)
    return _geteld(selectie, "verwijzer", selectie["verwijzer"], Verwijzer)


def per_groep(db: Database, f: Filter) -> pd.DataFrame:
    """As `per_verwijzer` for the four groups of the slide: gemeente, huisarts, GI, overig."""
    selectie = selecteer(db, f)
    return _geteld(selectie, "groep", _GROEP_VAN[selectie["verwijzer"]], GROEPEN)


def _geteld(selectie: Selectie, naam: str, kolom: np.ndarray, namen: Iterable[str]) -> pd.DataFrame:
    groepen = groepeer(selectie, kolom)
    iedereen = groepeer(selectie).jeugdigen().sum() or np.nan
    jeugdigen = groepen.jeugdigen()
    return pd.DataFrame(
        {
            naam: benoem(groepen.gevuld, namen),
            "jeugdigen": jeugdigen,
            "kosten": groepen.kosten(),
            "aandeel": 100 * jeugdigen / iedereen,
        }
    )
