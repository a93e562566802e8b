"""The forecast of a year month by month, added up: declared, expected with its bounds, and the budget."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.cijfers import maandtelling, volledigheid
from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.cijfers.selectie import Per, maanden_als_tekst, selecteer
from core.cijfers.tellen import groepeer
from core.database import Database
from core.filters import Filter
from core.opslag.begroting import Begrotingen
from core.opslag.geopend import geopend
from core.prognose.jaarprognose import TREKKINGEN, Jaarprognose, grenzen
from core.prognose.methoden import JAAR
from core.prognose.overzicht import jaar_van, jaarprognoses


def per_maand(db: Database, f: Filter) -> pd.DataFrame:
    """The declared and the expected amount of a year up to and including each month, of the chosen segments together.

    In euros, without what lies outside the declarations. `gedeclareerd_cumulatief` is null after the last
    month of the data. The 80 % bounds widen as more of what is added is not known yet. `begroting_cumulatief`:
    the budget of these segments in twelve equal parts, null unless all have one. `kleinste_maand`: the number
    of jeugdigen in the month with fewest in care.
    """
    jaar, welke = jaar_van(db, f), volledigheid.segmenten(db, f.segment).tolist()
    eigen = {nr: p for nr, p in jaarprognoses(db, jaar).items() if nr in welke}
    maanden = np.arange(jaar * 12, jaar * 12 + 12)
    kosten, aantal = _geteld(db, f, maanden)
    if not aantal.any():  # a year that has not begun rests on the one before it
        _, aantal = _geteld(db, f, maanden - JAAR)
    voorbij = maanden <= (db.stand.laatste_maand or 0)
    verwacht = sum((p.per_maand for p in eigen.values()), np.zeros(12))
    som, marges = np.cumsum(verwacht), _marges(list(eigen.values()), np.where(voorbij, kosten, 0))
    return pd.DataFrame(
        {
            "maand": maanden_als_tekst(maanden),
            "gedeclareerd_cumulatief": np.where(voorbij, np.cumsum(kosten), np.nan),
            "prognose_cumulatief": som,
            "laag": som + marges[0],
            "hoog": som + marges[1],
            "begroting_cumulatief": _begroting_van(db, jaar, eigen) * np.arange(1, 13) / 12,
            "kleinste_maand": int(aantal[aantal > 0].min()) if aantal.any() else 0,
        }
    )[: 12 if eigen else 0]


def _geteld(db: Database, f: Filter, maanden: np.ndarray) -> tuple[Reeks, Reeks]:
    """Kosten (euros) and unieke jeugdigen of each month of a year."""
    groepen = groepeer(selecteer(db, f.met(jaar=(int(maanden[0]) // JAAR,)), Per.MAAND))
    return maandtelling.kosten(groepen, maanden)[0], maandtelling.jeugdigen(groepen, maanden)[0]


def _marges(eigen: list[Jaarprognose], bekend: Reeks) -> tuple[Reeks, Reeks]:
    """How far the bounds lie below and above the expected amount up to each month: as its unknown part grows."""
    verwacht = sum((p.per_maand for p in eigen), np.zeros(12))
    onbekend = np.cumsum(np.abs(verwacht - bekend))
    deel = onbekend / onbekend[-1] if onbekend[-1] else onbekend
    laag, hoog = grenzen(sum((p.getrokken for p in eigen), np.zeros(TREKKINGEN)), 80)
    return deel * (laag - verwacht.sum()), deel * (hoog - verwacht.sum())


def _begroting_van(db: Database, jaar: int, eigen: dict[int, Jaarprognose]) -> float:
    """The budget (euros) of the segments that a year expects anything of; NaN unless each has one."""
    begroot = {b.segment: b.geldend / 100 for b in geopend(Begrotingen).begroting(jaar, db.stand.demo)}
    namen = laad(db).segment
    delen = [begroot.get(namen[nr], np.nan) for nr, p in eigen.items() if abs(p.prognose) > 0.005]
    return float(sum(delen)) if delen else np.nan
