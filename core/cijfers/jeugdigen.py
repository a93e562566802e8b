"""How many jeugdigen: the key figures, per product and year, per month, over the selection."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from core.cijfers import maandtelling, niveaus, tellen
from core.cijfers.selectie import (
    EERSTE_JAAR,
    Per,
    Selectie,
    maanden_als_tekst,
    maanden_van,
    selecteer,
)
from core.cijfers.volledigheid import volledige_maanden, voorlopig_vanaf
from core.database import Database
from core.filters import Filter


def kerncijfers(db: Database, f: Filter) -> pd.DataFrame:
    """The key figures of a selection in one row; no row when there is no data at all.

    jeugdigen and arrangementen: unique; gemiddeld_in_zorg: mean of the monthly numbers over the
    months of the period that are not voorlopig, null when all are; kosten in euros.
    kosten_per_jeugdige: null without jeugdigen, and when all that is selected is lumpsum or svb,
    unless it is whole calendar years of whole segments (no other filter than period and segment).
    kosten_per_zorgmaand: per pair of jeugdige and month in care. An empty selection counts 0.
    per_maand, per_volledige_maand: the monthly numbers that these rest on, for their protection.
    """
    if db.stand_van(f).eerste_maand is None:
        return _kerncijfers(*[np.empty(0)] * 8)
    selectie = selecteer(db, f)
    alles = tellen.groepeer(selectie)
    jeugdigen, zorgmaanden = alles.jeugdigen().sum(), alles.zorgmaanden().sum()
    kosten = alles.kosten().sum()
    maanden = maanden_van(db, f)
    per_maand = maandtelling.jeugdigen(alles, maanden).ravel()
    volledig = per_maand[np.isin(maanden, volledige_maanden(db, f))]
    per_jeugdige = kosten / jeugdigen if jeugdigen and _per_jeugdige_zegt_iets(db, f, selectie) else np.nan
    return _kerncijfers(
        [jeugdigen],
        [volledig.mean() if volledig.size else np.nan],
        [kosten],
        [per_jeugdige],
        [kosten / zorgmaanden if zorgmaanden else np.nan],
        [alles.arrangementen().sum()],
        [per_maand.tolist()],
        [volledig.tolist()],
    )


def _kerncijfers(*kolommen: list[Any] | np.ndarray) -> pd.DataFrame:
    namen = (
        "jeugdigen",
        "gemiddeld_in_zorg",
        "kosten",
        "kosten_per_jeugdige",
        "kosten_per_zorgmaand",
        "arrangementen",
        "per_maand",
        "per_volledige_maand",
    )
    return pd.DataFrame(dict(zip(namen, kolommen, strict=True)))


def _per_jeugdige_zegt_iets(db: Database, f: Filter, selectie: Selectie) -> bool:
    """Whether anything is declared, or the selection is whole years of whole segments."""
    if selectie.kolommen.product["gedeclareerd"].to_numpy()[selectie["product"]].any():
        return True
    maanden = set(maanden_van(db, f))
    heel = all({jaar * 12 + m for m in range(12)} <= maanden for jaar in {m // 12 for m in maanden})
    return heel and set(f.actief()) <= {"jaar", "maand", "segment"}


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen, arrangementen and kosten per calendar year, counted anew at every level.

    Rows: totaal, then each segment followed by its products; years ascending. kosten in euros.
    An age is that within the year.
    """
    selectie = selecteer(db, f, Per.JAAR)
    tabel = niveaus.per_product(selectie, ["jeugdigen", "arrangementen", "kosten"], selectie.jaar())
    tabel["jaar"] = tabel["k2"] + EERSTE_JAAR
    kolommen = ("niveau", "segment", "product", "jaar", "jeugdigen", "arrangementen", "kosten")
    return pd.DataFrame({naam: tabel[naam] for naam in kolommen})


def segmenten(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per level over the whole selection: the landscape.

    Overlap is the sum of the parts minus the row above them.
    """
    tabel = niveaus.per_product(selecteer(db, f), ["jeugdigen", "kosten"])
    return pd.DataFrame(
        {naam: tabel[naam] for naam in ("niveau", "segment", "product", "jeugdigen", "kosten")}
    )


def per_maand(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) in each month of the period, also months with none.

    Only months between the first and last of the data; an age is that at the end of the month.
    """
    selectie = selecteer(db, f, Per.MAAND)
    maanden = np.array(maanden_van(db, f) if len(selectie.rijen) else [], dtype=np.int64)
    alles = tellen.groepeer(selectie)
    return pd.DataFrame(
        {
            "maand": maanden_als_tekst(maanden),
            "jeugdigen": maandtelling.jeugdigen(alles, maanden).ravel(),
            "kosten": maandtelling.kosten(alles, maanden).ravel(),
            "voorlopig": maanden >= voorlopig_vanaf(db, f),
        }
    )
