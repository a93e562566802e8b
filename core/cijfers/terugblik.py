"""How good earlier estimates were: what was expected then beside what is known now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from core.cijfers import maandtelling, volledigheid
from core.cijfers.naijl import Schatting, schat
from core.cijfers.naijltabellen import MARGE
from core.cijfers.selectie import Per, maanden_als_tekst, maanden_van, selecteer
from core.cijfers.tellen import groepeer
from core.cijfers.uitloop import Stroom, stromen
from core.database import Database
from core.filters import Filter

TERUG = 12
"""Estimates are made again for the end of each of so many months."""

LEEFTIJDEN = 6
"""Of each month they are made this often: at its own end and after 1, 2 … months."""


@dataclass(frozen=True)
class Terugblik:
    """What a month of a segment was expected to come to, `na` months after it, and what it does now.

    In euros (`variantie`: euros²): `bekend` was declared by then, `geschat` expected; now `nu` is
    declared and `eind` expected.
    """

    segment: int
    maand: int
    na: int
    bekend: float
    geschat: float
    variantie: float
    nu: float
    eind: float


@lru_cache(maxsize=3)
def terugblikken(db: Database) -> tuple[Terugblik, ...]:
    """Every estimate of the last year again, with only what was known then, for all segments."""
    laatste, grens = db.stand.laatste_maand or 0, volledigheid.voorlopig_vanaf(db, Filter())
    return tuple(
        een
        for s in stromen(db)
        if (nu := schat(s)) is not None
        for tot in range(laatste - TERUG, laatste + 1)
        for een in _op(s, nu, tot, grens)
    )


def _op(s: Stroom, nu: Schatting, tot: int, grens: int) -> Iterator[Terugblik]:
    """The estimates at the end of month `tot`, of months before `grens`."""
    toen = s.zoals_bekend(tot)
    uit = schat(toen)
    if uit is None:
        return
    for maand in range(max(tot - LEEFTIJDEN + 1, s.eerste), min(tot + 1, grens)):
        n = maand - s.eerste
        euro = (toen.nu, uit.verwacht, uit.variantie, s.nu, nu.verwacht)
        yield Terugblik(s.segment, maand, tot - maand, *(float(reeks[n]) for reeks in euro))


def per_schatting(db: Database, f: Filter) -> pd.DataFrame:
    """Each estimate of the chosen segments together beside what the month comes to now, in euros.

    `na`: months after the leveringsmaand; `bekend_toen` and now `kosten`: declared; `geschat_laag` and
    `geschat_hoog` should hold `eindstand` four times out of five, `binnen` says whether they do. `fout`
    is the error in % of it. Only months that are not voorlopig now: of those hardly anything is to come.
    """
    welke = set(volledigheid.segmenten(db, f.segment).tolist())
    rijen = [s for s in terugblikken(db) if s.segment in welke and f.past(s.maand)]
    velden = ("maand", "na", "bekend", "geschat", "variantie", "nu", "eind")
    tabel = pd.DataFrame([[getattr(s, v) for v in velden] for s in rijen], columns=list(velden))
    som = tabel.groupby(["maand", "na"], as_index=False).sum().astype({"maand": "int64", "na": "int64"})
    maanden = maanden_van(db, f)
    marge = MARGE * np.sqrt(som["variantie"])
    verschil = som["geschat"] - som["eind"]
    return pd.DataFrame(
        {
            "maand": maanden_als_tekst(som["maand"].to_numpy(np.int64)),
            "na": som["na"],
            "jeugdigen": _jeugdigen(db, f, maanden).reindex(som["maand"], fill_value=0).to_numpy(),
            "bekend_toen": som["bekend"],
            "geschat": som["geschat"],
            "geschat_laag": som["geschat"] - marge,
            "geschat_hoog": som["geschat"] + marge,
            "kosten": som["nu"],
            "eindstand": som["eind"],
            "fout": 100 * verschil / som["eind"].where(som["eind"] > 0),
            "binnen": verschil.abs() <= marge + 0.005,
        }
    )


def _jeugdigen(db: Database, f: Filter, maanden: list[int]) -> pd.Series:
    groepen = groepeer(selecteer(db, f, Per.MAAND))
    return pd.Series(maandtelling.jeugdigen(groepen, maanden)[0], index=maanden)


def trefzekerheid(db: Database, f: Filter) -> pd.DataFrame:
    """Per number of months after the leveringsmaand how good the estimates were, in %.

    `gemiddelde_fout`: the errors without their sign, together, in % of what the months came to; `scheefheid`: with
    their sign; `dekking`: how many of the estimates held that within their margin (80 is meant).
    """
    alles = per_schatting(db, f)
    uit = []
    for na, rijen in alles.groupby("na"):
        verschil, eind = rijen["geschat"] - rijen["eindstand"], rijen["eindstand"].sum()
        deel = 100 / eind if eind > 0 else np.nan
        fouten = (deel * verschil.abs().sum(), deel * verschil.sum())
        uit.append((na, len(rijen), *fouten, 100 * rijen["binnen"].mean()))
    namen = ["na", "schattingen", "gemiddelde_fout", "scheefheid", "dekking"]
    return pd.DataFrame(uit, columns=namen)
