"""Which rows of an answer rest on one jeugdige, table by table; for whom amounts are not exact (privacy.md, 2)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from core.cijfers import declaratiegedrag, prijs_volume
from core.cijfers.dominantie import DOMINANT, Rijen, in_selectie, rijen_van, van_een
from core.cijfers.register import Soort, Tabel
from core.cijfers.selectie import selecteer
from core.cijfers.tabellen import TABELLEN
from core.database import Database
from core.filters import Filter
from core.inlezen.vorige import laatste_lading
from core.prognose.overzicht import jaar_van

Hoe = Callable[[Database, Filter, Rijen], np.ndarray]


def met_dominantie(db: Database, vraag: Tabel, f: Filter, exact: pd.DataFrame, drempel: int) -> pd.DataFrame:
    """The answer, with the column DOMINANT where any of its amounts is one jeugdige's.

    Rows of fewer than `drempel` jeugdigen are hidden already and not looked at, where they are parts of one selection.
    """
    bedragen = any(k.soort in (Soort.EURO, Soort.EURO_PER) and k.volgt for k in vraag.kolommen)
    if not bedragen or DOMINANT in exact:
        return exact
    hoe = _HOE.get(vraag.naam, van_een if vraag.naam in TABELLEN else _van_jaar)
    uit = np.zeros(len(exact), dtype=bool)
    welke = np.arange(len(exact))
    if "jeugdigen" in exact and vraag.naam not in _HOE:
        # A line that was entered has no number of jeugdigen, and is not small.
        welke = np.flatnonzero(~(exact["jeugdigen"].to_numpy(np.float64, na_value=np.nan) < drempel))
    uit[welke] = hoe(db, f, rijen_van(exact, welke))
    return exact.assign(**{DOMINANT: uit}) if uit.any() else exact


def _van_jaar(db: Database, f: Filter, rijen: Rijen) -> np.ndarray:
    """Of a forecast or a check of a year: by the lines of that year, or of the one before when it has not begun."""
    return in_selectie(selecteer(db, _jaar(db, f)), f, rijen)


def _jaar(db: Database, f: Filter) -> Filter:
    jaar = jaar_van(db, f)
    return Filter(jaar=(jaar if jaar * 12 <= (db.stand.laatste_maand or 0) else jaar - 1,), segment=f.segment)


def _opgeteld(db: Database, f: Filter, rijen: Rijen) -> np.ndarray:
    """Amounts up to each month: one month follows from the next, so they go together."""
    return np.full(len(rijen["nr"]), bool(van_een(db, _jaar(db, f), rijen).any()))


def _prijs_volume(db: Database, f: Filter, rijen: Rijen) -> np.ndarray:
    """By either of the two periods that are compared."""
    nu, toen = (
        in_selectie(selecteer(db, f, maanden=maanden), f, rijen) for maanden in prijs_volume.perioden(db, f)
    )
    return nu | toen


def _laat(db: Database, f: Filter, rijen: Rijen) -> np.ndarray:
    return in_selectie(selecteer(db, f, maanden=declaratiegedrag.maanden(db, f)), f, rijen)


def _veranderd(db: Database, f: Filter, rijen: Rijen) -> np.ndarray:
    """By what they were before the last load, or by what they are."""
    lading = laatste_lading(db)
    nu = van_een(db, f, rijen)
    return nu | van_een(lading.ervoor, f, _zonder_kosten(rijen)) if lading and lading.ervoor else nu


def _driehoek(db: Database, f: Filter, rijen: Rijen) -> np.ndarray:
    """A month goes with all its cells, of which each holds what was declared by then."""
    return van_een(db, f, _zonder_kosten(rijen))


def _zonder_kosten(rijen: Rijen) -> Rijen:
    """Rows whose kosten are not those of the lines that are looked at, so say nothing of how large they are."""
    return {naam: kolom for naam, kolom in rijen.items() if naam != "kosten"}


_HOE: dict[str, Hoe] = {
    "prijs-volume": _prijs_volume,
    "laat-gedeclareerd": _laat,
    "veranderde-cijfers": _veranderd,
    "naijl-driehoek": _driehoek,
    "prognose-per-maand": _opgeteld,
}
"""The tables whose rows are not just parts of the selection."""
