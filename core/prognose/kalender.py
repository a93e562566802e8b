"""The P&C calendar of a year: what is due when, what was reported in it, and how that lies to the forecast of now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from core.database import Database
from core.filters import Filter
from core.opmaak import datum
from core.opslag.begroting import Begrotingen, Begrotingsregel, Bevroren
from core.opslag.geopend import geopend
from core.opslag.jaarbladen import GEWIJZIGD, PRIMITIEF, Jaarbladen, PencProduct
from core.prognose.overzicht import jaar_van, totaal, v_of_n


class Stand(StrEnum):
    """How far a P&C product is on the day up to which the data are known, in words."""

    GERAPPORTEERD = "gerapporteerd"
    TE_LAAT = "dag voorbij, niets vastgelegd"
    EERSTVOLGEND = "eerstvolgende"
    LATER = "later"
    WEG = "prognose bestaat niet"


KOLOMMEN = (
    "penc_product", "datum", "kalenderstand", "gerapporteerd_als", "bevroren_op", "gerapporteerd", "prognose",
    "verschil", "v_n", "jeugdigen", "jeugdigen_toen",
)  # fmt: skip


def penc_kalender(db: Database, f: Filter) -> pd.DataFrame:
    """The P&C products of a year by day, in euros: what was reported, the forecast of now, and the difference.

    `verschil` = reported − forecast of now, V when less is expected than was reported. `jeugdigen_toen`:
    the most jeugdigen that one line of the frozen forecast had.
    """
    jaar, demo = jaar_van(db, f), db.stand.demo
    if not (ingevoerd := geopend(Jaarbladen).blad(PencProduct, jaar, demo).regels):
        return pd.DataFrame(columns=list(KOLOMMEN), dtype=object)
    producten, nu = sorted(ingevoerd, key=lambda p: (p.datum, p.product)), totaal(db, f)
    vast = (
        {"prognose": np.nan, "jeugdigen": 0}
        if nu.empty
        else {k: nu[k].iloc[0] for k in ("prognose", "jeugdigen")}
    )
    opslag = geopend(Begrotingen)
    toen = _gerapporteerd(opslag.bevroren(jaar, demo), opslag.begroting(jaar, demo))
    rijen: list[dict[str, Any]] = []
    for p, stand in zip(producten, _standen(producten, toen, db.stand.stand_per or date.min), strict=True):
        gemeld = toen.get(p.prognose, {"gerapporteerd": np.nan, "bevroren_op": None, "jeugdigen_toen": None})
        verschil = float(gemeld["gerapporteerd"]) - float(vast["prognose"])
        rijen.append(
            {"penc_product": p.product, "datum": datum(p.dag), "kalenderstand": stand.value}
            | {"gerapporteerd_als": p.prognose or None, "verschil": verschil}
            | {"v_n": v_of_n(verschil)}
            | gemeld | vast
        )  # fmt: skip
    return pd.DataFrame(rijen, columns=list(KOLOMMEN), dtype=object)


def _gerapporteerd(
    bevroren: Iterable[Bevroren], begroting: list[Begrotingsregel]
) -> dict[str, dict[str, Any]]:
    """By name what can have been reported: the budget, and every frozen forecast, over all lines."""
    uit: dict[str, dict[str, Any]] = {}
    for naam, cent in (
        (PRIMITIEF, [b.primitief for b in begroting]),
        (GEWIJZIGD, [b.geldend for b in begroting]),
    ):
        if cent:
            uit[naam] = {"gerapporteerd": sum(cent) / 100, "bevroren_op": None, "jeugdigen_toen": None}
    for b in bevroren:
        # Of a line without a forecast what was declared counts, as in the total of the page.
        delen = [r["gedeclareerd"] if r["prognose"] is None else r["prognose"] for r in b.rijen]
        uit[b.naam] = {
            "gerapporteerd": sum(deel for deel in delen if deel is not None),
            "bevroren_op": datum(b.datum),
            "jeugdigen_toen": max((r["jeugdigen"] or 0 for r in b.rijen), default=0),
        }
    return uit


def _standen(producten: list[PencProduct], toen: dict[str, Any], peildag: date) -> list[Stand]:
    uit: list[Stand] = []
    for p in producten:
        if p.prognose:
            uit.append(Stand.GERAPPORTEERD if p.prognose in toen else Stand.WEG)
        elif p.dag < peildag:
            uit.append(Stand.TE_LAAT)
        else:
            uit.append(Stand.LATER if Stand.EERSTVOLGEND in uit else Stand.EERSTVOLGEND)
    return uit
