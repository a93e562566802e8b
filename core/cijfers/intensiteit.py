"""How heavy arrangementen are and how long they are meant to last."""

from __future__ import annotations

import pandas as pd

from core.begrippen import Duur, Intensiteit
from core.cijfers import tellen
from core.cijfers.selectie import Per, Selectie
from core.database import Database
from core.filters import Filter

_PER_PRODUCT = f"""
WITH {{selectie}}
SELECT
    segment.naam AS segment,
    product.naam AS product,
    intensiteit,
    duur,
    jeugdigen,
    arrangementen,
    kosten
FROM {tellen.met_arrangementen("segment", "product", "intensiteit", "duur")} j
JOIN segment ON segment.nr = j.segment
JOIN product ON product.nr = j.product
ORDER BY j.segment, j.product, intensiteit, duur
"""


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen, arrangementen and kosten (euros) per product, intensiteit and duur."""
    return _namen(Selectie(db, f).vraag(_PER_PRODUCT))


_OVER_SELECTIE = f"""
WITH {{selectie}}
SELECT intensiteit, duur, arrangementen, jeugdigen
FROM {tellen.met_arrangementen("intensiteit", "duur")}
ORDER BY intensiteit, duur
"""


def over_selectie(db: Database, f: Filter) -> pd.DataFrame:
    """Arrangementen and unieke jeugdigen per intensiteit and duur, whatever the product."""
    return _namen(Selectie(db, f).vraag(_OVER_SELECTIE))


_PER_JAAR = f"""
WITH {{selectie}}
SELECT jaar, intensiteit, duur, arrangementen, jeugdigen
FROM {tellen.met_arrangementen("jaar", "intensiteit", "duur")}
ORDER BY jaar, intensiteit, duur
"""


def per_jaar(db: Database, f: Filter) -> pd.DataFrame:
    """Arrangementen and unieke jeugdigen per calendar year, intensiteit and duur."""
    return _namen(Selectie(db, f, Per.JAAR).vraag(_PER_JAAR))


def _namen(tabel: pd.DataFrame) -> pd.DataFrame:
    return tabel.assign(
        intensiteit=[str(Intensiteit.van_code(n)) for n in tabel["intensiteit"]],
        duur=[str(Duur.van_code(n)) for n in tabel["duur"]],
    )
