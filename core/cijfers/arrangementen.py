"""When an arrangement starts: its first month in care, unless it carries on one of the same kind."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from core.cijfers.kolommen import ONBEKEND, Kolommen, laad
from core.cijfers.selectie import EERSTE_JAAR, LAATSTE_BIT, begin_van_groepen
from core.database import Database

_SOORT = ("jeugdige", "product", "intensiteit", "duur")
"""What makes arrangementen one of the same kind."""
_JAREN = 128
"""Years that fit in a code beside a kind."""
_DECEMBER = 1 << 11


@lru_cache(maxsize=4)
def startmaanden(db: Database) -> np.ndarray:
    """Of every row of `Kolommen` the bit of the month in which its arrangement starts; else 0.

    A start is the first month in care of a toewijzing. It is a renewal, and no start, when the same
    jeugdige had care by another toewijzing of the same product, intensiteit and duur in the month
    before, or in that month by one that started earlier: no whole month (some 31 days) lies between.
    """
    kolommen = laad(db)
    w = kolommen.waarden
    rijen = np.flatnonzero((w["toewijzing"] != ONBEKEND) & (w["zorg"] != 0))
    jaar, zorg = w["jaar"][rijen].astype(np.int64), w["zorg"][rijen].astype(np.int64)
    eerste_bit = zorg & -zorg
    maand = jaar * 12 + LAATSTE_BIT[eerste_bit]
    begin = np.full(int(w["toewijzing"].max(initial=-1)) + 1, np.iinfo(np.int64).max)
    np.minimum.at(begin, w["toewijzing"][rijen], maand)
    start = np.where(maand == begin[w["toewijzing"][rijen]], eerste_bit, 0)
    code = _soortjaar(kolommen, rijen)
    al_bezig = (_bits_van(code, zorg - start, code) & start) != 0
    al_eerder = ((_bits_van(code, zorg, code) << 1) & start) != 0
    vorig_jaar = (_bits_van(code, zorg, code - 1) & _DECEMBER != 0) & (start == 1)
    uit = np.zeros(len(w["jaar"]), dtype=np.int16)
    uit[rijen] = np.where(al_bezig | al_eerder | vorig_jaar, 0, start)
    uit.flags.writeable = False
    return uit


def _soortjaar(kolommen: Kolommen, rijen: np.ndarray) -> np.ndarray:
    """Of each row its kind and year as one number; the year before is one less."""
    code = np.zeros(len(rijen), dtype=np.int64)
    for naam in _SOORT:
        waarden = kolommen.waarden[naam]
        code *= int(waarden.max(initial=0)) + 1
        code += waarden[rijen]
    return code * _JAREN + kolommen.waarden["jaar"][rijen] - EERSTE_JAAR


def _bits_van(code: np.ndarray, bits: np.ndarray, gevraagd: np.ndarray) -> np.ndarray:
    """All bits of the rows with each code that is asked for; 0 for one that does not occur."""
    volgorde = np.argsort(code, kind="stable")
    gesorteerd = code[volgorde]
    plek = begin_van_groepen(gesorteerd)
    if not len(plek):
        return np.zeros(len(gevraagd), dtype=np.int64)
    namen, samen = gesorteerd[plek], np.bitwise_or.reduceat(bits[volgorde], plek)
    waar = np.minimum(np.searchsorted(namen, gevraagd), len(namen) - 1)
    return np.where(namen[waar] == gevraagd, samen[waar], 0)
