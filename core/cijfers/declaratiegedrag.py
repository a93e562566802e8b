"""Who declares late: how long after the care the lines of each aanbieder come in."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.cijfers import volledigheid
from core.cijfers.selectie import selecteer
from core.cijfers.tellen import groepeer
from core.database import Database
from core.filters import Filter

OP_TIJD = 2
"""Lines that come in more than so many months after the leveringsmaand are late."""

JAAR = 12
"""Of a selection without a period, the last so many complete months."""

_REGELS = """
SELECT a.naam AS aanbieder, s.naam AS segment, d.maand, d.stap, d.regels, d.debet / 100 AS euro
FROM declaratie d
JOIN aanbieder a ON a.nr = d.aanbieder
JOIN segment s ON s.nr = d.segment
WHERE d.maand BETWEEN ? AND ?
"""


def per_aanbieder(db: Database, f: Filter) -> pd.DataFrame:
    """Per aanbieder how late its lines came in, over the complete months of the period (else the last year).

    Of the lines that say when they were declared, credits left out: `gedeclareerd` and `laat` in
    euros, the latter more than 2 months after the leveringsmaand; `aandeel_laat` (0-100) of the
    euros; `mediaan_na`: months after which half of the lines were in.
    """
    maanden = volledigheid.volledige_maanden(db, f)
    maanden = maanden if f.heeft_periode() else maanden[-JAAR:]
    if not maanden:
        return _tabel([])
    regels = db.vraag(_REGELS, [maanden[0], maanden[-1]])
    houd = regels["maand"].isin(maanden)
    for naam in ("segment", "aanbieder"):
        if gekozen := getattr(f, naam):
            houd &= regels[naam].isin(gekozen)
    selectie = selecteer(db, f, maanden=maanden)
    groepen = groepeer(selectie, selectie["aanbieder"])
    namen = [selectie.kolommen.aanbieder[n] for n in groepen.namen()[0]]
    jeugdigen = dict(zip(namen, groepen.jeugdigen().tolist(), strict=True))
    per_naam = regels[houd & (regels["regels"] > 0)].groupby("aanbieder")
    return _tabel([(naam, jeugdigen.get(naam, 0), *_gedrag(rijen)) for naam, rijen in per_naam])


def _gedrag(rijen: pd.DataFrame) -> tuple[float, float, float, float]:
    per_stap = rijen.groupby("stap")[["regels", "euro"]].sum()
    opgeteld = per_stap["regels"].cumsum().to_numpy()
    mediaan = float(per_stap.index[np.searchsorted(opgeteld, opgeteld[-1] / 2)])
    alles = float(per_stap["euro"].sum())
    laat = float(per_stap["euro"][per_stap.index > OP_TIJD].sum())
    return alles, mediaan, laat, 100 * laat / alles


def _tabel(rijen: list[tuple[str, int, float, float, float, float]]) -> pd.DataFrame:
    namen = ["aanbieder", "jeugdigen", "gedeclareerd", "mediaan_na", "laat", "aandeel_laat"]
    return pd.DataFrame(rijen, columns=namen)
