"""Who comes in, who leaves, and how long care lasts: zorgperioden (definitions: Flows)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.cijfers.leeftijden import gekozen, leeftijd_op
from core.cijfers.selectie import (
    HEEL_JAAR,
    Selectie,
    begin_van_groepen,
    maanden_als_tekst,
    maanden_van,
    selecteer,
)
from core.cijfers.tellen import AANTAL_MAANDEN, GEEN
from core.cijfers.volledigheid import voorlopig_vanaf
from core.database import Database
from core.filters import Filter

PAUZE_MAANDEN = 3
"""At most this many empty months between two months in care keep them one zorgperiode."""

HERHAALD_BINNEN = 5 * 12
"""An earlier zorgperiode that ended less than this many months before makes instroom herhaald."""

_MAANDEN_IN = np.array(
    [([m for m in range(12) if bits >> m & 1] + [-1] * 12)[:12] for bits in range(HEEL_JAAR + 1)],
    dtype=np.int8,
)
"""Per set of months those that are in it, 0-11; the rest -1."""

DUURKLASSEN: dict[str, int | None] = {"≤3": 3, "4-6": 6, "7-12": 12, "13-24": 24, ">24": None}
"""The classes of duration by their last month, both ends counted."""


def zorgperioden(db: Database, f: Filter, pauze_maanden: int = PAUZE_MAANDEN) -> pd.DataFrame:
    """The zorgperioden in the selection, its period set aside.

    A row each: `begin` and `eind` (maandnummers of the first and last month in care) and
    `vorig_eind` (eind of the zorgperiode before it of the same jeugdige, else NaN). Months with
    more than `pauze_maanden` empty ones between them are of different zorgperioden; an age is
    that at the end of the first month.
    """
    if not 0 <= pauze_maanden < 12:
        raise ValueError(f"pauze van {pauze_maanden} maanden: kies 0 tot en met 11")
    alle = zorgperioden_van(selecteer(db, f.zonder_periode().met(leeftijd=())), pauze_maanden)
    vorig_eind = np.where(alle["vorig_eind"] == GEEN, np.nan, alle["vorig_eind"])
    perioden = pd.DataFrame({"begin": alle["begin"], "eind": alle["eind"], "vorig_eind": vorig_eind})
    if not f.leeftijd:
        return perioden
    return perioden[gekozen(leeftijd_op(alle["geboortemaand"], alle["begin"]), f)]


def zorgperioden_van(selectie: Selectie, pauze_maanden: int) -> dict[str, np.ndarray]:
    """The zorgperioden of a selection as arrays, of a jeugdige after each other and by their begin.

    jeugdige, geboortemaand, begin, eind, and vorig_eind: GEEN without one before it.
    """
    rij, begin, eind = _grenzen(selectie, pauze_maanden)
    jeugdige = selectie["jeugdige"].take(rij)
    ander = np.ones(len(rij), dtype=bool)
    ander[1:] = jeugdige[1:] != jeugdige[:-1]
    return {
        "jeugdige": jeugdige,
        "geboortemaand": selectie["geboortemaand"].take(rij),
        "begin": begin,
        "eind": eind,
        "vorig_eind": np.where(ander, GEEN, np.roll(eind, 1)),
    }


def _grenzen(selectie: Selectie, pauze_maanden: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of every zorgperiode a row of its jeugdige, and its first and last month.

    Months are bits of a year. A zorgperiode begins in a month in care with none in the
    `pauze_maanden` + 1 before it, and ends likewise: the year beside it is enough to see that.
    """
    rij = begin_van_groepen(selectie["jeugdige"], selectie["jaar"])
    jeugdige, jaar = selectie["jeugdige"].take(rij), selectie["jaar"].take(rij)
    zorg = np.bitwise_or.reduceat(selectie["zorg"], rij).astype(np.int32) if len(rij) else rij
    sluit_aan = (jeugdige[1:] == jeugdige[:-1]) & (jaar[1:] == jaar[:-1] + 1)
    ervoor, erna = zorg << 12, zorg.copy()
    ervoor[1:] |= zorg[:-1] * sluit_aan
    erna[:-1] |= zorg[1:] * sluit_aan << 12
    al, nog = np.zeros_like(zorg), np.zeros_like(zorg)
    for afstand in range(1, pauze_maanden + 2):
        al |= ervoor >> 12 - afstand
        nog |= erna >> afstand
    van_jaar, begin = _uitgepakt(zorg & ~al, jaar)
    return rij[van_jaar], begin, _uitgepakt(zorg & ~nog, jaar)[1]


def _uitgepakt(bits: np.ndarray, jaar: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every bit that is set: its position in `bits` and its maandnummer, in that order."""
    heeft = np.flatnonzero(bits)
    bits = bits.take(heeft)
    meeste = int(AANTAL_MAANDEN.take(bits).max(initial=0))
    maanden = _MAANDEN_IN[:, :meeste].take(bits, axis=0)
    plek = np.flatnonzero(maanden >= 0)
    rij = heeft.take(plek // max(meeste, 1))
    return rij, jaar.take(rij).astype(np.int64) * 12 + maanden.ravel().take(plek)


def per_maand(db: Database, f: Filter, pauze_maanden: int = PAUZE_MAANDEN) -> pd.DataFrame:
    """In each month of the period: zorgperioden that cover it, start, or ended the month before.

    stand_eind = stand_begin + instroom - uitstroom; herhaald is the part of instroom whose
    earlier zorgperiode ended less than 5 years before. In the first month of the data nothing
    can be said of what came before: null. voorlopig: the months whose declarations are not yet
    complete, and the last ones, in which care that seems ended may still go on.
    """
    perioden = zorgperioden(db, f, pauze_maanden)
    maanden = np.array(maanden_van(db, Filter()) if len(perioden) else [], dtype=np.int64)
    herhaald = perioden["begin"] - perioden["vorig_eind"] - 1 < HERHAALD_BINNEN
    tabel = pd.DataFrame(
        {
            "maand": maanden,
            "instroom": _aantal(perioden["begin"], maanden),
            "herhaald": _aantal(perioden["begin"][herhaald], maanden),
            "uitstroom": _aantal(perioden["eind"] + 1, maanden),
        }
    )
    tabel["stand_eind"] = (tabel["instroom"] - tabel["uitstroom"]).cumsum()
    tabel["stand_begin"] = tabel["stand_eind"].shift()
    tabel.loc[:0, ["instroom", "herhaald", "uitstroom"]] = np.nan
    grens = min(voorlopig_vanaf(db, f), (db.stand.laatste_maand or 0) + 1 - pauze_maanden)
    tabel["voorlopig"] = tabel["maand"] >= grens
    in_periode = np.array([f.past(int(m)) for m in maanden], dtype=bool)
    tabel = tabel[in_periode].reset_index(drop=True)
    tabel["maand"] = maanden_als_tekst(tabel["maand"].to_numpy())
    return tabel[list(_KOLOMMEN)]


_KOLOMMEN = ("maand", "stand_begin", "instroom", "herhaald", "uitstroom", "stand_eind", "voorlopig")


def _aantal(wanneer: pd.Series, maanden: np.ndarray) -> np.ndarray:
    """How often each of the consecutive `maanden` occurs; others do not count."""
    eerste = maanden[0] if len(maanden) else 0
    telt = wanneer[(wanneer >= eerste) & (wanneer < eerste + len(maanden))]
    return np.bincount(telt - eerste, minlength=len(maanden)).astype(np.float64)


def duur(db: Database, f: Filter, pauze_maanden: int = PAUZE_MAANDEN) -> pd.DataFrame:
    """How many months zorgperioden last, from first to last, in classes.

    beeindigd: those whose last month lies in the period of the filter and before the last month
    of the data. lopend: those that run at the end of that period, with their duration up to then.
    """
    beeindigd, lopend = _beeindigd_en_lopend(db, f, pauze_maanden)
    if beeindigd.empty and lopend.empty:
        return pd.DataFrame({"klasse": pd.Series(dtype="str"), "beeindigd": [], "lopend": []})
    grenzen = [0, *(tot or np.inf for tot in DUURKLASSEN.values())]

    aantallen = {
        naam: np.histogram(maanden, np.array(grenzen) + 0.5)[0]
        for naam, maanden in (("beeindigd", beeindigd), ("lopend", lopend))
    }
    return pd.DataFrame({"klasse": list(DUURKLASSEN)} | aantallen)


def duur_mediaan(db: Database, f: Filter, pauze_maanden: int = PAUZE_MAANDEN) -> pd.DataFrame:
    """The median duration in months of the zorgperioden that `duur` counts as beeindigd.

    One row: beeindigd (how many) and mediaan (the mean of the middle two when even); no row when
    none ended.
    """
    beeindigd, _ = _beeindigd_en_lopend(db, f, pauze_maanden)
    if beeindigd.empty:
        return pd.DataFrame({"beeindigd": pd.Series(dtype="int64"), "mediaan": pd.Series(dtype="float64")})
    return pd.DataFrame({"beeindigd": [len(beeindigd)], "mediaan": [beeindigd.median()]})


def _beeindigd_en_lopend(db: Database, f: Filter, pauze_maanden: int) -> tuple[pd.Series, pd.Series]:
    """The months of the zorgperioden that ended in the period, and of those that run at its end."""
    perioden = zorgperioden(db, f, pauze_maanden)
    begin, eind = perioden["begin"], perioden["eind"]
    maanden = maanden_van(db, f)
    laatste = maanden[-1] if maanden else -1
    afgelopen = eind.isin(maanden) & (eind != db.stand.laatste_maand)
    loopt = (begin <= laatste) & (eind >= laatste) & ~afgelopen
    return (eind - begin + 1)[afgelopen], (laatste - begin + 1)[loopt]
