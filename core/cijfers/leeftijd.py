"""How old the jeugdigen are: one age per jeugdige per selection (definitions: Age)."""

from __future__ import annotations

import pandas as pd

from core.begrippen import Geslacht
from core.cijfers import niveaus, tellen
from core.cijfers.leeftijden import klassenamen
from core.cijfers.selectie import selecteer
from core.database import Database
from core.filters import Filter


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per age class, at every level, over the selection.

    Everybody is in one class, that of the end of the last month in care in the selection, so the
    classes of a row add up to its total. The filter says which classes.
    """
    selectie = selecteer(db, f)
    tabel = niveaus.per_product(selectie, ["jeugdigen", "kosten"], selectie.klasse(f.leeftijdsindeling))
    tabel["leeftijd"] = tellen.benoem(tabel["k2"], klassenamen(f.leeftijdsindeling))
    kolommen = ("niveau", "segment", "product", "leeftijd", "jeugdigen", "kosten")
    return pd.DataFrame({naam: tabel[naam] for naam in kolommen})


def per_geslacht(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen per age class and geslacht over the selection."""
    selectie = selecteer(db, f)
    groepen = tellen.groepeer(selectie, selectie.klasse(f.leeftijdsindeling), selectie["geslacht"])
    klasse, geslacht = groepen.namen()
    return pd.DataFrame(
        {
            "leeftijd": tellen.benoem(klasse, klassenamen(f.leeftijdsindeling)),
            "geslacht": tellen.benoem(geslacht, list(Geslacht)),
            "jeugdigen": groepen.jeugdigen(),
        }
    )
