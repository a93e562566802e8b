"""How many jeugdigen and what cost per quarter, along one dimension: the history of a deviation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from core.begrippen import Verwijzer
from core.cijfers.leeftijden import klassenamen
from core.cijfers.selectie import Selectie, maanden_van, selecteer
from core.cijfers.tellen import benoem, groepeer
from core.cijfers.volledigheid import voorlopig_vanaf
from core.database import Database
from core.filters import Filter
from core.opmaak import kwartaal_kort

Koppen = Mapping[str, Sequence[str]]
"""Per column of a table what each number of a group is called in it."""


def per_segment(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per segment and quarter; see `_tabel`."""
    return _tabel(db, f, Selectie.segment, lambda s: {"segment": s.kolommen.segment})


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per product and quarter; see `_tabel`."""

    def koppen(s: Selectie) -> Koppen:
        product = s.kolommen.product
        return {"segment": product["segmentnaam"].tolist(), "product": product["naam"].tolist()}

    return _tabel(db, f, lambda s: s["product"], koppen)


def per_aanbieder(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per aanbieder and quarter; see `_tabel`."""
    return _tabel(db, f, lambda s: s["aanbieder"], lambda s: {"aanbieder": s.kolommen.aanbieder})


def per_buurt(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per buurt and quarter; see `_tabel`."""

    def koppen(s: Selectie) -> Koppen:
        buurt = s.kolommen.buurt
        return {"wijk": buurt["wijk"].tolist(), "buurt": buurt["naam"].tolist()}

    return _tabel(db, f, lambda s: s["buurt"], koppen)


def per_leeftijd(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per age class and quarter; an age is that within the quarter."""
    namen = klassenamen(f.leeftijdsindeling)
    return _tabel(db, f, lambda s: s.klasse(f.leeftijdsindeling), lambda s: {"leeftijd": namen})


def per_verwijzer(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per verwijzer and quarter; see `_tabel`."""
    return _tabel(db, f, lambda s: s["verwijzer"], lambda s: {"verwijzer": list(Verwijzer)})


def _tabel(
    db: Database, f: Filter, nummer: Callable[[Selectie], np.ndarray], koppen: Callable[[Selectie], Koppen]
) -> pd.DataFrame:
    """A row per group and quarter of which all three months are in the selection.

    kosten_per_jeugdige (euros) is null without jeugdigen, and where all is lumpsum or svb. A quarter
    is voorlopig when its last month is: by the segment of the row when it has one, else by all
    segments of the selection.
    """
    delen = [
        _kwartaal(selecteer(db, f, maanden=range(3 * k, 3 * k + 3)), k, nummer)
        for k in hele_kwartalen(maanden_van(db, f))
    ]
    wanneer, welke, jeugdigen, kosten, declaratie = np.concatenate([np.empty((5, 0)), *delen], axis=1)
    kwartaal, groep = wanneer.astype(np.int64), welke.astype(np.int64)
    zegt_iets = (jeugdigen > 0) & (declaratie > 0)
    per_jeugdige = np.divide(kosten, jeugdigen, out=np.full(len(kosten), np.nan), where=zegt_iets)
    namen = {naam: benoem(groep, lijst) for naam, lijst in koppen(selecteer(db, f)).items()}
    maten = {
        "kwartaal": pd.Series([kwartaal_kort(int(k)) for k in kwartaal], dtype=object),
        "jeugdigen": jeugdigen.astype(np.int64),
        "kosten": kosten,
        "kosten_per_jeugdige": per_jeugdige,
        "voorlopig": _voorlopig(db, f, namen.get("segment"), kwartaal),
    }
    return pd.DataFrame(namen | maten).iloc[np.lexsort((kwartaal, groep))].reset_index(drop=True)


def _kwartaal(selectie: Selectie, kwartaal: int, nummer: Callable[[Selectie], np.ndarray]) -> np.ndarray:
    """The groups of one quarter: it, their numbers, jeugdigen, kosten (euros) and rows paid per declaration."""
    geteld = groepeer(selectie, nummer(selectie))
    per_declaratie = selectie.kolommen.product["gedeclareerd"].to_numpy()[selectie["product"]]
    rijen = np.bincount(geteld.nummer, weights=per_declaratie, minlength=geteld.aantal)[geteld.gevuld]
    wanneer = np.full(len(geteld.gevuld), kwartaal)
    return np.stack([wanneer, geteld.gevuld, geteld.jeugdigen(), geteld.kosten(), rijen])


def hele_kwartalen(maanden: Sequence[int]) -> list[int]:
    """The quarters (maandnummer // 3) of which all three months are given, ascending."""
    nummers, aantal = np.unique(np.array(maanden, dtype=np.int64) // 3, return_counts=True)
    return [int(k) for k in nummers[aantal == 3]]


def _voorlopig(db: Database, f: Filter, segment: pd.Series | None, kwartaal: np.ndarray) -> np.ndarray:
    laatste_maand = 3 * kwartaal + 2
    if segment is None:
        return laatste_maand >= voorlopig_vanaf(db, f)
    grens = {naam: voorlopig_vanaf(db, f.met(segment=(naam,))) for naam in segment.unique()}
    return laatste_maand >= segment.map(grens).to_numpy(dtype=np.int64)
