"""Who referred the jeugdigen to care."""

from __future__ import annotations

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
    tabel = _geteld(selectie, selectie["verwijzer"])
    tabel.insert(0, "verwijzer", benoem(tabel.pop("nummer").to_numpy(), Verwijzer))
    return tabel


def per_groep(db: Database, f: Filter) -> pd.DataFrame:
    """As `per_verwijzer` for the four groups of the slide: gemeente, huisarts, GI, overig."""
    selectie = selecteer(db, f)
    tabel = _geteld(selectie, _GROEP_VAN[selectie["verwijzer"]])
    tabel.insert(0, "groep", benoem(tabel.pop("nummer").to_numpy(), GROEPEN))
    return tabel


def _geteld(selectie: Selectie, kolom: np.ndarray) -> pd.DataFrame:
    groepen = groepeer(selectie, kolom)
    iedereen = groepeer(selectie).jeugdigen().sum() or np.nan
    jeugdigen = groepen.jeugdigen()
    return pd.DataFrame(
        {
            "nummer": groepen.gevuld,
            "jeugdigen": jeugdigen,
            "kosten": groepen.kosten(),
            "aandeel": 100 * jeugdigen / iedereen,
        }
    )
