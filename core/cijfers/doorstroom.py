"""Where jeugdigen go between segments: who starts in one from where, and who stops where to.

Every start and every stop of a zorgperiode within one segment is told once. A stop and a start of
the same jeugdige that lie close enough together are one move from segment to segment.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from core.cijfers.kolommen import laad
from core.cijfers.leeftijden import gekozen, leeftijd_op
from core.cijfers.selectie import Selectie, begin_van_groepen, maanden_van, selecteer
from core.cijfers.stromen import HERHAALD_BINNEN, PAUZE_MAANDEN, zorgperioden_van
from core.cijfers.tellen import GEEN
from core.cijfers.volledigheid import voorlopig_vanaf
from core.database import Database
from core.filters import Filter

NIEUW, HERHAALD, ERBIJ = "nieuw", "herhaald", "naast andere hulp"
"""Where a start comes from when not from a segment: nowhere before, out of care before, or beside
help in another segment that goes on."""
UIT_ZORG, LOOPT_DOOR = "uit zorg", "andere hulp loopt door"
"""Where a stop goes to when not to a segment: no help any more, or help in another segment goes on
that ran already."""
VAN_BUITEN, NAAR_BUITEN = (ERBIJ, HERHAALD, NIEUW), (LOOPT_DOOR, UIT_ZORG)


def per_overgang(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen per (van, naar) over the complete months of the period; a pair without any is left out.

    A start counts in its first month, a stop in the month after its last. In a single month the rows
    `naar` a segment add up to its instroom. An age is that in that month.
    """
    gevonden = _overgangen(db, f.zonder_periode().met(leeftijd=()))
    telt = np.isin(gevonden["maand"], _maanden(db, f))
    if f.leeftijd:
        telt &= gekozen(leeftijd_op(gevonden["geboortemaand"], gevonden["maand"]), f)
    namen = np.array([*laad(db).segment, *VAN_BUITEN, *NAAR_BUITEN], dtype=object)
    paar = gevonden["van"][telt] * len(namen) + gevonden["naar"][telt]
    wie = gevonden["jeugdige"][telt]
    volgorde = np.lexsort((wie, paar))
    paar, wie = paar[volgorde], wie[volgorde]
    paren, aantal = np.unique(paar[begin_van_groepen(paar, wie)], return_counts=True)
    van, naar = np.divmod(paren, len(namen))
    return pd.DataFrame({"van": namen[van], "naar": namen[naar], "jeugdigen": aantal})


def _maanden(db: Database, f: Filter) -> list[int]:
    """The months of the period of which it is known who started and who stopped."""
    eerste, laatste = db.stand.eerste_maand, db.stand.laatste_maand
    if eerste is None or laatste is None:
        return []
    grens = min(voorlopig_vanaf(db, f), laatste + 1 - PAUZE_MAANDEN)
    return [m for m in maanden_van(db, f) if eerste < m < grens]


@lru_cache(maxsize=8)
def _overgangen(db: Database, f: Filter) -> dict[str, np.ndarray]:
    """Every start and stop in a segment: `van` and `naar` (numbers as in per_overgang), maand, jeugdige.

    A move is one row, in the month of its start.
    """
    selectie = selecteer(db, f)
    per_segment = _segmentperioden(selectie)
    wie, segment, begin, eind = (per_segment[n] for n in ("jeugdige", "segment", "begin", "eind"))
    weg, komt = _overstappen(wie, segment, begin, eind)
    start, stop = np.delete(np.arange(len(wie)), komt), np.delete(np.arange(len(wie)), weg)
    buiten = len(selectie.kolommen.segment)
    heel = zorgperioden_van(selectie, PAUZE_MAANDEN)
    van, naar = _van_buiten(heel, wie[start], begin[start]), _naar_buiten(heel, wie[stop], eind[stop])
    rijen = np.concatenate([komt, start, stop])
    uit = {
        "van": np.concatenate([segment[weg], buiten + van, segment[stop]]),
        "naar": np.concatenate([segment[komt], segment[start], buiten + len(VAN_BUITEN) + naar]),
        "maand": np.concatenate([begin[komt], begin[start], eind[stop] + 1]),
        "jeugdige": wie[rijen],
        "geboortemaand": per_segment["geboortemaand"][rijen],
    }
    for kolom in uit.values():
        kolom.flags.writeable = False
    return uit


def _segmentperioden(selectie: Selectie) -> dict[str, np.ndarray]:
    """The zorgperioden within each segment, of a jeugdige after each other and by their begin."""
    segment = selectie.segment()
    delen = []
    for nummer in np.unique(segment):
        perioden = zorgperioden_van(selectie.alleen(segment == nummer), PAUZE_MAANDEN)
        delen.append(perioden | {"segment": np.full(len(perioden["begin"]), nummer, dtype=np.int64)})
    namen = ("jeugdige", "begin", "eind", "segment", "geboortemaand")
    uit = {
        n: np.concatenate([deel[n].astype(np.int64) for deel in delen] or [np.empty(0, np.int64)])
        for n in namen
    }
    volgorde = np.lexsort((uit["segment"], uit["begin"], uit["jeugdige"]))
    return {naam: kolom[volgorde] for naam, kolom in uit.items()}


def _overstappen(
    wie: np.ndarray, segment: np.ndarray, begin: np.ndarray, eind: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Which stops go with which starts: positions of zorgperioden, each in one move at most.

    The start lies after that of the one that stops, goes on after it, and lies at most PAUZE_MAANDEN
    empty months after its end or as many months before it. The closest go together first; of equally
    close ones the earliest start, then the stop of what began earliest, in one month by the order of segments.
    """
    paren = [np.empty((2, 0), dtype=np.int64)]
    for afstand in range(1, len(wie)):
        eerder = np.flatnonzero(wie[afstand:] == wie[:-afstand])
        if not len(eerder):
            break
        paren.append(np.stack([eerder, eerder + afstand]))
    weg, komt = np.concatenate(paren, axis=1)
    ertussen = np.abs(begin[komt] - 1 - eind[weg])
    past = (segment[weg] != segment[komt]) & (begin[weg] < begin[komt]) & (eind[weg] < eind[komt])
    over = np.flatnonzero(past & (ertussen <= PAUZE_MAANDEN))
    over = over[np.lexsort((weg[over], komt[over], ertussen[over]))]
    uit: dict[int, int] = {}
    bezet: set[int] = set()
    for van, naar in zip(weg[over].tolist(), komt[over].tolist(), strict=True):
        if van not in uit and naar not in bezet:
            uit[van] = naar
            bezet.add(naar)
    return np.array(list(uit), dtype=np.int64), np.array(list(uit.values()), dtype=np.int64)


def _van_buiten(heel: dict[str, np.ndarray], wie: np.ndarray, begin: np.ndarray) -> np.ndarray:
    """The position in VAN_BUITEN of starts that are no move, by the zorgperiode over all segments."""
    plek = _zorgperiode(heel, wie, begin)
    vorig = heel["vorig_eind"][plek]
    terug = (vorig != GEEN) & (begin - vorig - 1 < HERHAALD_BINNEN)
    plaats = {naam: n for n, naam in enumerate(VAN_BUITEN)}
    eerste = np.where(terug, plaats[HERHAALD], plaats[NIEUW])
    return np.where(heel["begin"][plek] == begin, eerste, plaats[ERBIJ])


def _naar_buiten(heel: dict[str, np.ndarray], wie: np.ndarray, eind: np.ndarray) -> np.ndarray:
    """The position in NAAR_BUITEN of stops that are no move."""
    klaar = heel["eind"][_zorgperiode(heel, wie, eind)] == eind
    return np.where(klaar, NAAR_BUITEN.index(UIT_ZORG), NAAR_BUITEN.index(LOOPT_DOOR))


def _zorgperiode(heel: dict[str, np.ndarray], wie: np.ndarray, maand: np.ndarray) -> np.ndarray:
    """The position of the zorgperiode over all segments that covers a month of a jeugdige."""
    breed = 1 << 20  # a maandnummer is smaller
    alle = heel["jeugdige"].astype(np.int64) * breed + heel["begin"]
    return np.searchsorted(alle, wie * breed + maand, side="right") - 1
