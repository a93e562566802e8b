"""Who delivers the care, what it costs there, and how the others who deliver it compare."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.cijfers.selectie import Selectie, selecteer
from core.cijfers.tellen import benoem, groepeer
from core.database import Database
from core.filters import Filter


def ranglijst(db: Database, f: Filter) -> pd.DataFrame:
    """All aanbieders by kosten (euros), most first, then by name.

    aandeel and cumulatief are % of the kosten of the selection (0-100); null when those are 0.
    Not corrected for how heavy the care is.
    """
    selectie = selecteer(db, f)
    tabel = _geteld(selectie, selectie["aanbieder"])
    totaal = round(tabel["kosten"].sum(), 2) or np.nan
    return pd.DataFrame(
        {
            "rang": np.arange(1, len(tabel) + 1),
            "aanbieder": tabel["aanbieder"],
            "jeugdigen": tabel["jeugdigen"],
            "kosten": tabel["kosten"],
            "aandeel": 100 * tabel["kosten"] / totaal,
            "cumulatief": 100 * tabel["kosten"].cumsum() / totaal,
        }
    )


def per_segment(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) of each aanbieder per segment; dearest aanbieder first."""
    selectie = selecteer(db, f)
    tabel = _geteld(selectie, selectie["aanbieder"], selectie.segment())
    tabel["segment"] = benoem(tabel["k1"].to_numpy(), selectie.kolommen.segment)
    return tabel[["aanbieder", "segment", "jeugdigen", "kosten"]]


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """Each aanbieder per product: to compare those who deliver the same.

    kosten_per_jeugdige is null for lumpsum and svb; kosten_per_zorgmaand is per pair of jeugdige
    and month in care. Not corrected for how heavy the care is.
    """
    selectie = selecteer(db, f)
    product = selectie.kolommen.product
    tabel = _geteld(selectie, selectie["aanbieder"], selectie["product"], zorgmaanden=True)
    van = product.iloc[tabel["k1"]].reset_index(drop=True)
    per_jeugdige = tabel["kosten"] / tabel["jeugdigen"].where(tabel["jeugdigen"] > 0)
    return pd.DataFrame(
        {
            "aanbieder": tabel["aanbieder"],
            "segment": van["segmentnaam"],
            "product": van["naam"],
            "jeugdigen": tabel["jeugdigen"],
            "kosten": tabel["kosten"],
            "kosten_per_jeugdige": per_jeugdige.where(van["gedeclareerd"]),
            "kosten_per_zorgmaand": tabel["kosten"] / tabel["zorgmaanden"].where(tabel["zorgmaanden"] > 0),
        }
    )


def _geteld(selectie: Selectie, *kolommen: np.ndarray, zorgmaanden: bool = False) -> pd.DataFrame:
    """A row per group of which the first column is the aanbieder; dearest aanbieder first."""
    groepen = groepeer(selectie, *kolommen)
    nummers = {f"k{n}": namen for n, namen in enumerate(groepen.namen())}
    maten = {"jeugdigen": groepen.jeugdigen(), "kosten": groepen.kosten()}
    if zorgmaanden:
        maten["zorgmaanden"] = groepen.zorgmaanden()
    tabel = pd.DataFrame(nummers | maten)
    alles = tabel.groupby("k0")["kosten"].transform("sum").round(2)
    tabel["aanbieder"] = benoem(tabel["k0"].to_numpy(), selectie.kolommen.aanbieder)
    # The numbers of aanbieders follow their names, so they decide between equal amounts.
    volgorde = np.lexsort([*(tabel[naam] for naam in reversed(nummers)), -alles])
    return tabel.iloc[volgorde].reset_index(drop=True)
