"""Where jeugdigen lived while in care: per buurt, per wijk and in all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import pandas as pd

from core.cijfers.kolommen import laad
from core.cijfers.niveaus import Kolommenlijst, gebieden, per_niveau
from core.cijfers.selectie import EERSTE_JAAR, Per, Selectie, maanden_van, selecteer
from core.cijfers.tellen import GEEN, benoem
from core.database import Database
from core.filters import Filter


def per_buurt(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per buurt, per wijk (counted anew) and in all.

    A jeugdige counts in every buurt lived in while in care. Rows: totaal, then each wijk followed
    by its buurten; `Buiten gemeente` and `Onbekend` are a wijk with one buurt, without buurtcode.
    per_1000: of each calendar year of the period the jeugdigen of the row who were under 18 (at
    the end of their last month in care of that year; an unknown age is not), per 1.000
    inhabitants 0-17 of the selected area on 1 January; the mean over the years in which all its
    buurten have a number; null ("geen noemer") without such a year. The row totaal counts all of
    its jeugdigen. jeugd_0_17: the inhabitants of the last such year.
    """
    selectie = selecteer(db, f)
    tabel = per_niveau(selectie, gebieden(selectie.kolommen), ["jeugdigen", "kosten"])
    jaren = tuple(sorted({maand // 12 for maand in maanden_van(db, f)}))
    inwoners = _inwoners(db, f.zoals_toen, Filter(wijk=f.wijk, buurt=f.buurt), jaren)
    jeugd = _jonger_dan_18(selectie)
    jeugd_0_17, per_1000 = [], []
    for gebied in zip(tabel["k0"], tabel["k1"], strict=True):
        noemers = inwoners.get(gebied, {})
        cijfers = [1000 * jeugd.get((*gebied, jaar), 0) / n for jaar, n in noemers.items() if n]
        jeugd_0_17.append(list(noemers.values())[-1] if noemers else np.nan)
        per_1000.append(sum(cijfers) / len(cijfers) if cijfers else np.nan)
    return _met_namen(tabel, selectie.kolommen.buurt, jeugd_0_17=jeugd_0_17, per_1000=per_1000)


def _jonger_dan_18(selectie: Selectie) -> dict[tuple[int, int, int], int]:
    """Per wijk, buurt (GEEN above their level) and year the jeugdigen who were under 18."""
    leeftijd = selectie.leeftijd(Per.JAAR)
    jong = (leeftijd >= 0) & (leeftijd < 18)
    # Counting the others along costs less than picking the rows of who is young.
    geteld = per_niveau(selectie, gebieden(selectie.kolommen), ["jeugdigen"], selectie.jaar() << 1 | jong)
    return {
        (wijk, buurt, (deel >> 1) + EERSTE_JAAR): aantal
        for wijk, buurt, deel, aantal in zip(
            *(geteld[k] for k in ("k0", "k1", "k2", "jeugdigen")), strict=True
        )
        if deel & 1
    }


@lru_cache(maxsize=32)
def _inwoners(
    db: Database, zoals_toen: bool, f: Filter, jaren: tuple[int, ...]
) -> Mapping[tuple[int, int], Mapping[int, int]]:
    """Per area its inhabitants in each year in which all its selected buurten have a number."""
    kolommen = laad(db, zoals_toen)
    gekozen: dict[tuple[int, int], list[int]] = {}
    velden = (kolommen.buurt[naam] for naam in ("naam", "buurtcode", "wijk", "wijknr"))
    for nr, (naam, code, wijk, wijknr) in enumerate(zip(*velden, strict=True)):
        past = (not f.buurt or naam in f.buurt) and (not f.wijk or wijk in f.wijk)
        if past and isinstance(code, str):
            for gebied in ((GEEN, GEEN), (wijknr, GEEN), (wijknr, nr)):
                gekozen.setdefault(gebied, []).append(nr)
    uit = {}
    for gebied, buurten in gekozen.items():
        per_jaar = {jaar: [kolommen.inwoners.get((nr, jaar)) for nr in buurten] for jaar in jaren}
        uit[gebied] = {
            jaar: sum(n for n in lijst if n) for jaar, lijst in per_jaar.items() if None not in lijst
        }
    return uit


def _met_namen(tabel: Kolommenlijst, buurt: dict[str, np.ndarray], **verder: list[float]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "niveau": tabel["niveau"],
            "wijk": benoem(tabel["k0"], buurt["wijk"]),
            "buurtcode": benoem(tabel["k1"], buurt["buurtcode"]),
            "buurt": benoem(tabel["k1"], buurt["naam"]),
            "jeugdigen": tabel["jeugdigen"],
            "kosten": tabel["kosten"],
        }
        | {naam: np.array(lijst, dtype=np.float64) for naam, lijst in verder.items()}
    )
