"""How good earlier estimates were: what was expected then beside what is known now."""

from __future__ import annotations

from collections.abc import Iterator
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


_EUROS = ("bekend", "geschat", "variantie", "nu", "eind")

Terugblik = dict[str, np.ndarray]
"""Equally long arrays. What a month (`maand`) of a `segment` was expected to come to, `na` months after it.

In euros (`variantie`: euros²): `bekend` was declared by then, `geschat` expected; now `nu` is
declared and `eind` expected.
"""


@lru_cache(maxsize=3)
def terugblikken(db: Database) -> Terugblik:
    """Every estimate of the last year again, with only what was known then, for all segments."""
    laatste, grens = db.stand.laatste_maand or 0, volledigheid.voorlopig_vanaf(db, Filter())
    rijen = [
        rij
        for s in stromen(db)
        if (nu := schat(s)) is not None
        for tot in range(laatste - TERUG, laatste + 1)
        for rij in _op(s, nu, tot, grens)
    ]
    tabel = np.array(rijen, dtype=np.float64).reshape(-1, 3 + len(_EUROS))
    namen = ("segment", "maand", "na", *_EUROS)
    return {
        naam: tabel[:, n] if naam in _EUROS else tabel[:, n].astype(np.int64) for n, naam in enumerate(namen)
    }


def _op(s: Stroom, nu: Schatting, tot: int, grens: int) -> Iterator[tuple[float, ...]]:
    """The estimates at the end of month `tot`, of months before `grens`."""
    toen = s.zoals_bekend(tot)
    uit = schat(toen)
    if uit is None:
        return
    for maand in range(max(tot - LEEFTIJDEN + 1, s.eerste), min(tot + 1, grens)):
        n = maand - s.eerste
        euro = (toen.nu, uit.verwacht, uit.variantie, s.nu, nu.verwacht)
        yield s.segment, maand, tot - maand, *(float(reeks[n]) for reeks in euro)


def _samen(db: Database, f: Filter) -> Terugblik:
    """The estimates of the chosen segments together, by month and then `na`; with their `marge` and `binnen`."""
    alles = terugblikken(db)
    maanden = [m for m in np.unique(alles["maand"]).tolist() if f.past(m)]
    houd = np.isin(alles["segment"], volledigheid.segmenten(db, f.segment)) & np.isin(alles["maand"], maanden)
    vak, plek = np.unique(alles["maand"][houd] * LEEFTIJDEN + alles["na"][houd], return_inverse=True)
    uit = {m: np.bincount(plek, weights=alles[m][houd], minlength=len(vak)) for m in _EUROS}
    uit |= {"maand": vak // LEEFTIJDEN, "na": vak % LEEFTIJDEN}
    marge, verschil = MARGE * np.sqrt(uit["variantie"]), uit["geschat"] - uit["eind"]
    return uit | {"marge": marge, "verschil": verschil, "binnen": np.abs(verschil) <= marge + 0.005}


def per_schatting(db: Database, f: Filter) -> pd.DataFrame:
    """Each estimate of the chosen segments together beside what the month comes to now, in euros.

    `na`: months after the leveringsmaand; `bekend_toen` and now `kosten`: declared; `geschat_laag` and
    `geschat_hoog` should hold `eindstand` four times out of five, `binnen` says whether they do. `fout`
    is the error in % of it. Only months that are not voorlopig now: of those hardly anything is to come.
    """
    samen = _samen(db, f)
    maanden = np.array(maanden_van(db, f), dtype=np.int64)
    geteld = maandtelling.jeugdigen(groepeer(selecteer(db, f, Per.MAAND)), maanden)[0]
    eind = samen["eind"]
    return pd.DataFrame(
        {
            "maand": maanden_als_tekst(samen["maand"]),
            "na": samen["na"],
            "jeugdigen": geteld[np.searchsorted(maanden, samen["maand"])],
            "bekend_toen": samen["bekend"],
            "geschat": samen["geschat"],
            "geschat_laag": samen["geschat"] - samen["marge"],
            "geschat_hoog": samen["geschat"] + samen["marge"],
            "kosten": samen["nu"],
            "eindstand": eind,
            "fout": 100 * samen["verschil"] / np.where(eind > 0, eind, np.nan),
            "binnen": samen["binnen"],
        }
    )


def trefzekerheid(db: Database, f: Filter) -> pd.DataFrame:
    """Per number of months after the leveringsmaand how good the estimates were, in %.

    `gemiddelde_fout`: the errors without their sign, together, in % of what the months came to;
    `scheefheid`: with their sign; `dekking`: how many of the estimates held that within their margin
    (80 is meant).
    """
    samen = _samen(db, f)
    na, plek, aantal = np.unique(samen["na"], return_inverse=True, return_counts=True)
    som = {
        naam: np.bincount(plek, weights=waarden, minlength=len(na))
        for naam, waarden in (
            ("eind", samen["eind"]),
            ("los", np.abs(samen["verschil"])),
            ("scheef", samen["verschil"]),
            ("binnen", samen["binnen"]),
        )
    }
    eind = np.where(som["eind"] > 0, som["eind"], np.nan)
    return pd.DataFrame(
        {
            "na": na,
            "schattingen": aantal,
            "gemiddelde_fout": 100 * som["los"] / eind,
            "scheefheid": 100 * som["scheef"] / eind,
            "dekking": 100 * som["binnen"] / aantal,
        }
    )
