"""Who comes in, who leaves, and how long care lasts: zorgperioden (definitions: Flows)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.begrippen import LEEFTIJD_ONBEKEND
from core.cijfers.patronen import Patronen, patronen
from core.cijfers.selectie import Selectie, gekozen_klassen, maand_als_tekst, maanden_van, voorlopig_vanaf
from core.database import Database
from core.filters import Filter

PAUZE_MAANDEN = 3
"""At most this many empty months between two months in care keep them one zorgperiode."""

HERHAALD_BINNEN = 5 * 12
"""An earlier zorgperiode that ended less than this many months before makes instroom herhaald."""

DUURKLASSEN: dict[str, int | None] = {"≤3": 3, "4-6": 6, "7-12": 12, "13-24": 24, ">24": None}
"""The classes of duration by their last month, both ends counted."""


def zorgperioden(db: Database, f: Filter, pauze_maanden: int = PAUZE_MAANDEN) -> pd.DataFrame:
    """The zorgperioden in the selection, its period set aside.

    One row for all that share `begin` and `eind` (maandnummers of the first and last month in
    care), `vorig_eind` (eind of the zorgperiode before it of the same jeugdige, else NaN) and,
    under a leeftijd filter, geboortemaand; `aantal` is how many. leeftijd is that at the end of
    the first month.
    """
    zonder = f.zonder_periode().met(leeftijd=())
    gevonden = patronen(Selectie(db, zonder), *(["geboortemaand"] if f.leeftijd else []))
    perioden = _perioden(gevonden, pauze_maanden)
    return _van_leeftijd(perioden, f) if f.leeftijd else perioden


def _perioden(gevonden: Patronen, pauze_maanden: int) -> pd.DataFrame:
    """Cut each pattern where more than `pauze_maanden` empty months follow a month in care."""
    patroon, maand = np.nonzero(gevonden.bits)
    maand = maand + gevonden.eerste
    ander = np.diff(patroon, prepend=-1) != 0
    begint = ander | (np.diff(maand, prepend=0) > pauze_maanden + 1)
    eindigt = np.append(begint[1:], True)[: len(begint)]
    begin, eind = maand[begint], maand[eindigt]
    vorig_eind = np.where(ander[begint], np.nan, np.roll(eind, 1)) if len(eind) else np.empty(0)
    rijen = gevonden.rijen.iloc[patroon[begint]].reset_index(drop=True)
    return rijen.assign(begin=begin, eind=eind, vorig_eind=vorig_eind)


def _van_leeftijd(perioden: pd.DataFrame, f: Filter) -> pd.DataFrame:
    leeftijd = (perioden["begin"] - perioden["geboortemaand"]) // 12
    onbekend = leeftijd.isna() | (leeftijd < 0)
    past = onbekend & (LEEFTIJD_ONBEKEND in f.leeftijd)
    for klasse in gekozen_klassen(f):
        past |= ~onbekend & (leeftijd >= klasse.van) & (leeftijd <= (klasse.tot or np.inf))
    return perioden[past]


def per_maand(db: Database, f: Filter, pauze_maanden: int = PAUZE_MAANDEN) -> pd.DataFrame:
    """In each month of the period: zorgperioden that cover it, start, or ended the month before.

    stand_eind = stand_begin + instroom - uitstroom; herhaald is the part of instroom whose
    earlier zorgperiode ended less than 5 years before. In the first month of the data nothing
    can be said of what came before: null. voorlopig: the months whose declarations are not yet
    complete, and the last ones, in which care that seems ended may still go on.
    """
    perioden = zorgperioden(db, f, pauze_maanden)
    maanden = maanden_van(db, Filter()) if len(perioden) else []
    herhaald = perioden["begin"] - perioden["vorig_eind"] - 1 < HERHAALD_BINNEN
    tabel = pd.DataFrame(
        {
            "maand": maanden,
            "instroom": _aantal(perioden, perioden["begin"], maanden),
            "herhaald": _aantal(perioden[herhaald], perioden["begin"], maanden),
            "uitstroom": _aantal(perioden, perioden["eind"] + 1, maanden),
        }
    )
    tabel["stand_eind"] = (tabel["instroom"] - tabel["uitstroom"]).cumsum()
    tabel["stand_begin"] = tabel["stand_eind"].shift()
    tabel.loc[:0, ["instroom", "herhaald", "uitstroom"]] = np.nan
    grens = min(voorlopig_vanaf(db), (db.stand.laatste_maand or 0) + 1 - pauze_maanden)
    tabel["voorlopig"] = tabel["maand"] >= grens
    in_periode = np.array([f.past(m) for m in maanden], dtype=bool)
    tabel = tabel[in_periode].reset_index(drop=True)
    return maand_als_tekst(tabel)[list(_KOLOMMEN)]


_KOLOMMEN = ("maand", "stand_begin", "instroom", "herhaald", "uitstroom", "stand_eind", "voorlopig")


def _aantal(perioden: pd.DataFrame, maand: pd.Series, maanden: list[int]) -> np.ndarray:
    per_maand = perioden["aantal"].groupby(maand).sum()
    return per_maand.reindex(maanden, fill_value=0).to_numpy(dtype="float64")


def duur(db: Database, f: Filter, pauze_maanden: int = PAUZE_MAANDEN) -> pd.DataFrame:
    """How many months zorgperioden last, from first to last, in classes.

    beeindigd: those whose last month lies in the period of the filter and before the last month
    of the data. lopend: those that run at the end of that period, with their duration up to then.
    """
    beeindigd, lopend = _beeindigd_en_lopend(db, f, pauze_maanden)
    if beeindigd.empty and lopend.empty:
        return pd.DataFrame({"klasse": pd.Series(dtype="str"), "beeindigd": [], "lopend": []})
    grenzen = [0, *(tot or np.inf for tot in DUURKLASSEN.values())]

    def tel(perioden: pd.DataFrame) -> np.ndarray:
        return np.histogram(perioden["maanden"], np.array(grenzen) + 0.5, weights=perioden["aantal"])[0]

    kolommen = {"beeindigd": tel(beeindigd), "lopend": tel(lopend)}
    return pd.DataFrame({"klasse": list(DUURKLASSEN)} | {k: v.astype("int64") for k, v in kolommen.items()})


def duur_mediaan(db: Database, f: Filter, pauze_maanden: int = PAUZE_MAANDEN) -> pd.DataFrame:
    """The median duration in months of the zorgperioden that `duur` counts as beeindigd.

    One row: beeindigd (how many) and mediaan (the mean of the middle two when even); no row when
    none ended.
    """
    beeindigd, _ = _beeindigd_en_lopend(db, f, pauze_maanden)
    maanden = np.repeat(beeindigd["maanden"].to_numpy(), beeindigd["aantal"].to_numpy())
    if not len(maanden):
        return pd.DataFrame({"beeindigd": pd.Series(dtype="int64"), "mediaan": pd.Series(dtype="float64")})
    return pd.DataFrame({"beeindigd": [len(maanden)], "mediaan": [float(np.median(maanden))]})


def _beeindigd_en_lopend(db: Database, f: Filter, pauze_maanden: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    perioden = zorgperioden(db, f, pauze_maanden)
    maanden = maanden_van(db, f)
    einde = maanden[-1] if maanden else -1
    afgelopen = perioden["eind"].isin(maanden) & (perioden["eind"] != db.stand.laatste_maand)
    loopt = (perioden["begin"] <= einde) & (perioden["eind"] >= einde) & ~afgelopen
    beeindigd, lopend = perioden[afgelopen], perioden[loopt]
    return (
        beeindigd.assign(maanden=beeindigd["eind"] - beeindigd["begin"] + 1),
        lopend.assign(maanden=einde - lopend["begin"] + 1),
    )
