"""Who turns 18: for the handover to adult care, per quarter and segment. Only the month of birth is known."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.begrippen import Niveau
from core.cijfers.kolommen import ONBEKEND
from core.cijfers.selectie import Selectie, begin_van_groepen, selecteer
from core.cijfers.stromen import PAUZE_MAANDEN
from core.cijfers.tellen import GEEN, benoem
from core.database import Database
from core.filters import Filter
from core.opmaak import kwartaal_kort

VOLWASSEN = 18 * 12
"""Months old."""
KOMEND, VOORBIJ = 8, 4
"""Quarters listed: so many from the first that is not over in the data, and so many before it."""

_VENSTER = np.array(
    [sum(1 << m for m in range(hoog - PAUZE_MAANDEN, hoog + 1) if 0 <= m < 12) for hoog in range(-1, 16)],
    dtype=np.int32,
)
"""Per last month of a window (0-11 in a year, from -1 on) the bits of that year which lie in it."""


def per_kwartaal(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen who turn 18 in each quarter, in all (niveau totaal) and per segment.

    Who counts is in care in the month of turning 18, of the coming months in the last month of the
    data, or at most PAUZE_MAANDEN before that. komend: the quarter is not over in the data. Of the
    period only whole quarters are listed; a quarter without anybody has its row of the total.
    """
    selectie, laatste = selecteer(db, f.zonder_periode()), db.stand.laatste_maand
    if laatste is None or not len(selectie.rijen):
        return pd.DataFrame({naam: [] for naam in _KOLOMMEN})
    eerste = (laatste + 1) // 3
    kwartalen = [k for k in range(eerste - VOORBIJ, eerste + KOMEND) if _heel(f, k)]
    wie, segment, kwartaal = _jeugdigen(selectie, laatste, kwartalen)
    rijen = [(k, GEEN, int(n)) for k, n in zip(kwartalen, _uniek(wie, kwartaal, kwartalen), strict=True)]
    for nummer in np.unique(segment):
        deel = segment == nummer
        aantal = _uniek(wie[deel], kwartaal[deel], kwartalen)
        rijen += [(k, int(nummer), int(n)) for k, n in zip(kwartalen, aantal, strict=True) if n]
    wanneer, welk, jeugdigen = np.array(rijen, dtype=np.int64).reshape(-1, 3).T
    return pd.DataFrame(
        {
            "niveau": np.where(welk == GEEN, Niveau.TOTAAL.value, Niveau.SEGMENT.value),
            "segment": benoem(welk, selectie.kolommen.segment),
            "kwartaal": pd.Series([kwartaal_kort(int(k)) for k in wanneer], dtype=object),
            "jeugdigen": jeugdigen,
            "komend": wanneer >= eerste,
        }
    )


_KOLOMMEN = ("niveau", "segment", "kwartaal", "jeugdigen", "komend")


def _heel(f: Filter, kwartaal: int) -> bool:
    return all(f.past(3 * kwartaal + maand) for maand in range(3))


def _jeugdigen(
    selectie: Selectie, laatste: int, kwartalen: list[int]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each row of who turns 18 in these quarters while in care: jeugdige, segment and quarter."""
    geboren = selectie["geboortemaand"].astype(np.int32)
    wordt = geboren + VOLWASSEN
    hoog = np.minimum(wordt, laatste) - selectie["jaar"].astype(np.int32) * 12
    venster = _VENSTER.take(np.clip(hoog, -1, len(_VENSTER) - 2) + 1)
    telt = (geboren != ONBEKEND) & np.isin(wordt // 3, kwartalen) & ((selectie["zorg"] & venster) != 0)
    return selectie["jeugdige"][telt], selectie.segment()[telt], wordt[telt] // 3


def _uniek(wie: np.ndarray, kwartaal: np.ndarray, kwartalen: list[int]) -> np.ndarray:
    """How many different jeugdigen each quarter has; everybody is in one quarter only."""
    volgorde = np.argsort(wie, kind="stable")
    van_wie = kwartaal[volgorde][begin_van_groepen(wie[volgorde])]
    return np.array([int((van_wie == k).sum()) for k in kwartalen], dtype=np.int64)
