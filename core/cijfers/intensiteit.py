"""How heavy arrangementen are and how long they are meant to last."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from core.begrippen import Duur, Intensiteit
from core.cijfers.selectie import EERSTE_JAAR, Per, Selectie, selecteer
from core.cijfers.tellen import benoem, groepeer
from core.database import Database
from core.filters import Filter


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen, arrangementen and kosten (euros) per product, intensiteit and duur."""
    selectie = selecteer(db, f)
    tabel = _geteld(selectie, [selectie["product"]])
    van = selectie.kolommen.product.iloc[tabel["k0"]].reset_index(drop=True)
    tabel = tabel.assign(segment=van["segmentnaam"], product=van["naam"])
    return tabel[["segment", "product", "intensiteit", "duur", "jeugdigen", "arrangementen", "kosten"]]


def over_selectie(db: Database, f: Filter) -> pd.DataFrame:
    """Arrangementen and unieke jeugdigen per intensiteit and duur, whatever the product."""
    tabel = _geteld(selecteer(db, f), [])
    return tabel[["intensiteit", "duur", "arrangementen", "jeugdigen"]]


def per_jaar(db: Database, f: Filter) -> pd.DataFrame:
    """Arrangementen and unieke jeugdigen per calendar year, intensiteit and duur."""
    selectie = selecteer(db, f, Per.JAAR)
    tabel = _geteld(selectie, [selectie.jaar()])
    tabel["jaar"] = tabel["k0"] + EERSTE_JAAR
    return tabel[["jaar", "intensiteit", "duur", "arrangementen", "jeugdigen"]]


def _geteld(selectie: Selectie, kolommen: Sequence[np.ndarray]) -> pd.DataFrame:
    groepen = groepeer(selectie, *kolommen, selectie["intensiteit"], selectie["duur"])
    *voor, intensiteit, duur = groepen.namen()
    return pd.DataFrame(
        {f"k{n}": kolom for n, kolom in enumerate(voor)}
        | {
            "intensiteit": benoem(intensiteit, list(Intensiteit)),
            "duur": benoem(duur, list(Duur)),
            "jeugdigen": groepen.jeugdigen(),
            "arrangementen": groepen.arrangementen(),
            "kosten": groepen.kosten(),
        }
    )
