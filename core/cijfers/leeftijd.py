"""How old the jeugdigen are: one age per jeugdige per selection (definitions: Age)."""

from __future__ import annotations

import pandas as pd

from core.begrippen import Geslacht
from core.cijfers import tellen
from core.cijfers.selectie import Selectie, klasse_namen
from core.database import Database
from core.filters import Filter

_PER_PRODUCT = f"""
WITH {{selectie}},
per_niveau AS ({tellen.per_niveau("klasse")})
SELECT niveau, segment.naam AS segment, product.naam AS product, klasse AS leeftijd, jeugdigen, kosten
FROM per_niveau
LEFT JOIN segment ON segment.nr = per_niveau.segment
LEFT JOIN product ON product.nr = per_niveau.product
ORDER BY per_niveau.segment NULLS FIRST, per_niveau.product NULLS FIRST, klasse
"""


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per age class, at every level, over the selection.

    Everybody is in one class, that of the end of the last month in care in the selection, so the
    classes of a row add up to its total. The filter says which classes.
    """
    tabel = Selectie(db, f, met_leeftijd=True).vraag(_PER_PRODUCT)
    namen = klasse_namen(f.leeftijdsindeling)
    return tabel.assign(leeftijd=[namen[n] for n in tabel["leeftijd"]])


_PER_GESLACHT = f"""
WITH {{selectie}}
SELECT klasse AS leeftijd, geslacht, jeugdigen
FROM {tellen.jeugdigen("klasse", "geslacht")}
ORDER BY klasse, geslacht
"""


def per_geslacht(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen per age class and geslacht over the selection."""
    tabel = Selectie(db, f, met_leeftijd=True).vraag(_PER_GESLACHT)
    namen = klasse_namen(f.leeftijdsindeling)
    return tabel.assign(
        leeftijd=[namen[n] for n in tabel["leeftijd"]],
        geslacht=[str(Geslacht.van_code(g)) for g in tabel["geslacht"]],
    )
