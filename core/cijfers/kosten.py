"""What care cost per month and segment."""

from __future__ import annotations

import pandas as pd

from core.cijfers import tellen
from core.cijfers.selectie import Per, Selectie, maand_als_tekst, voorlopig_vanaf
from core.database import Database
from core.filters import Filter

_PER_MAAND = f"""
WITH {{selectie}},
gevuld AS ({tellen.per_maand("segment")})
SELECT maand, segment.naam AS segment, jeugdigen, kosten, NULL::DOUBLE AS volledigheid, maand >= ? AS voorlopig
FROM gevuld
JOIN segment ON segment.nr = gevuld.segment
ORDER BY maand, gevuld.segment
"""


def per_maand(db: Database, f: Filter) -> pd.DataFrame:
    """Kosten (euros) and unieke jeugdigen per month and segment, without totals.

    A month is voorlopig by the simple rule (fewer than 3 full months known after it), which
    gives no expected completeness: `volledigheid` (0-100) is null. An age is that at the end of
    the month.
    """
    return maand_als_tekst(Selectie(db, f, Per.MAAND).vraag(_PER_MAAND, [voorlopig_vanaf(db)]))
