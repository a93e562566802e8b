"""Ages and their classes as arrays: whole years, `GEEN` when unknown."""

from __future__ import annotations

import numpy as np

from core.begrippen import LEEFTIJD_ONBEKEND, LEEFTIJDEN, Leeftijdsindeling
from core.cijfers.kolommen import ONBEKEND
from core.filters import Filter

GEEN = -1
_KLASSEN = {klasse.naam: klasse for klassen in LEEFTIJDEN.values() for klasse in klassen}


def leeftijd_op(geboortemaand: np.ndarray, maand: np.ndarray) -> np.ndarray:
    """The age at the end of each month; GEEN when the birth is unknown or later than that."""
    bekend = (geboortemaand != ONBEKEND) & (geboortemaand <= maand)
    return np.where(bekend, (maand - geboortemaand) // 12, GEEN)


def gekozen(leeftijd: np.ndarray, f: Filter) -> np.ndarray:
    """Whether each age is in the filter, whose labels may be of either indeling."""
    past = (leeftijd == GEEN) & (LEEFTIJD_ONBEKEND in f.leeftijd)
    for naam in f.leeftijd:
        if naam != LEEFTIJD_ONBEKEND:
            klasse = _KLASSEN[naam]
            binnen = leeftijd >= klasse.van
            past |= binnen if klasse.tot is None else binnen & (leeftijd <= klasse.tot)
    return past


def klasse_van(leeftijd: np.ndarray, indeling: Leeftijdsindeling) -> np.ndarray:
    """The position of each age in `klassenamen`."""
    klassen = LEEFTIJDEN[indeling]
    jaren = np.arange(leeftijd.max(initial=0) + 1)
    nummer = np.searchsorted([klasse.van for klasse in klassen], jaren, side="right") - 1
    return np.append(nummer, len(klassen)).astype(np.int16)[leeftijd]  # GEEN picks the last


def klassenamen(indeling: Leeftijdsindeling) -> list[str]:
    """The names of the classes in order, onbekend last."""
    return [klasse.naam for klasse in LEEFTIJDEN[indeling]] + [LEEFTIJD_ONBEKEND]
