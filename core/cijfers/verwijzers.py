"""Who referred the jeugdigen to care."""

from __future__ import annotations

import pandas as pd

from core.begrippen import VERWIJZERGROEP, Verwijzer
from core.cijfers import tellen
from core.cijfers.selectie import Selectie
from core.database import Database
from core.filters import Filter

_PER_VERWIJZER = f"""
WITH {{selectie}}
SELECT verwijzer, jeugdigen, kosten, 100 * jeugdigen / nullif(iedereen, 0) AS aandeel
FROM {tellen.jeugdigen("verwijzer")}, (SELECT jeugdigen AS iedereen FROM {tellen.jeugdigen()})
ORDER BY verwijzer
"""


def per_verwijzer(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per verwijzer.

    aandeel is % of the unieke jeugdigen of the selection (0-100): a jeugdige can have more than
    one verwijzer, so the shares may add up to more than 100.
    """
    tabel = Selectie(db, f).vraag(_PER_VERWIJZER)
    return tabel.assign(verwijzer=[str(Verwijzer.van_code(v)) for v in tabel["verwijzer"]])


GROEPEN = tuple(dict.fromkeys(VERWIJZERGROEP.values()))
_GROEP = "(CASE verwijzer {} END)".format(
    " ".join(f"WHEN {v.code} THEN {GROEPEN.index(groep)}" for v, groep in VERWIJZERGROEP.items())
)
_PER_GROEP = f"""
WITH {{selectie}},
gegroepeerd AS (SELECT *, {_GROEP} AS groep FROM selectie)
SELECT groep, jeugdigen, kosten, 100 * jeugdigen / nullif(iedereen, 0) AS aandeel
FROM {tellen.jeugdigen("groep", van="gegroepeerd")}, (SELECT jeugdigen AS iedereen FROM {tellen.jeugdigen()})
ORDER BY groep
"""


def per_groep(db: Database, f: Filter) -> pd.DataFrame:
    """As `per_verwijzer` for the four groups of the slide: gemeente, huisarts, GI, overig."""
    tabel = Selectie(db, f).vraag(_PER_GROEP)
    return tabel.assign(groep=[GROEPEN[n] for n in tabel["groep"]])
