"""Why costs changed in a year: more jeugdigen, or more per jeugdige."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from core.cijfers.kolommen import laad
from core.cijfers.selectie import Selectie, maanden_van, selecteer
from core.cijfers.tellen import groepeer
from core.database import Database
from core.filters import Filter


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """Per product the change in kosten against the same months a year earlier, in three effects.

    q = unieke jeugdigen, p = kosten / q in euros; 1 = the selection, 0 = a year earlier. Only
    months whose counterpart a year earlier lies in the data are counted on either side; without
    any there are no rows. volume = p0·Δq, kosten per jeugdige = q0·Δp, samenloop = Δp·Δq: together
    Δkosten. Without jeugdigen on one side all of it is volume. For lumpsum and svb a price per
    jeugdige means nothing: p and the effects are null. Whether a month is complete is up to the
    filter: leave out the voorlopige months.
    """
    delen = [
        _geteld(selecteer(db, f, maanden=maanden)).add_suffix(achtervoegsel)
        for maanden, achtervoegsel in zip(perioden(db, f), ("1", "0"), strict=True)
    ]
    tabel = laad(db).product.join(delen, how="left")
    tabel = tabel[tabel["q0"].notna() | tabel["q1"].notna()].fillna({"q0": 0, "k0": 0, "q1": 0, "k1": 0})
    return _effecten(tabel.astype({"q0": "int64", "q1": "int64"})).reset_index(drop=True)


def perioden(db: Database, f: Filter) -> tuple[list[int], list[int]]:
    """The maandnummers that are compared: those of the period with one a year earlier in the data, and those."""
    eerste = db.stand.eerste_maand or 0
    nu = [m for m in maanden_van(db, f) if m - 12 >= eerste]
    return nu, [m - 12 for m in nu]


def effecten(rij: Mapping[str, Any]) -> dict[str, Any]:
    """The three effects (euros) of one row from its q0, p0, q1 and p1; None where p is unknown."""
    q0, p0, q1, p1 = (rij[naam] for naam in ("q0", "p0", "q1", "p1"))
    if not q0 or not q1:
        alles = None if p0 is None and p1 is None else (p1 or 0.0) * q1 - (p0 or 0.0) * q0
        rest = None if alles is None else 0.0
        return {"volume_effect": alles, "kosten_per_jeugdige_effect": rest, "samenloop": rest}
    if p0 is None or p1 is None:
        return dict.fromkeys(("volume_effect", "kosten_per_jeugdige_effect", "samenloop"))
    return {
        "volume_effect": p0 * (q1 - q0),
        "kosten_per_jeugdige_effect": q0 * (p1 - p0),
        "samenloop": (p1 - p0) * (q1 - q0),
    }


def _geteld(selectie: Selectie) -> pd.DataFrame:
    groepen = groepeer(selectie, selectie["product"])
    return pd.DataFrame({"q": groepen.jeugdigen(), "k": groepen.kosten()}, index=groepen.gevuld)


def _effecten(tabel: pd.DataFrame) -> pd.DataFrame:
    gedeclareerd = tabel["gedeclareerd"]
    q0, q1, k0, k1 = (tabel[naam] for naam in ("q0", "q1", "k0", "k1"))
    p0 = (k0 / q0.where(q0 > 0)).where(gedeclareerd)
    p1 = (k1 / q1.where(q1 > 0)).where(gedeclareerd)
    eenzijdig = gedeclareerd & ((q0 == 0) | (q1 == 0))
    return pd.DataFrame(
        {
            "segment": tabel["segmentnaam"],
            "product": tabel["naam"],
            "q0": q0,
            "p0": p0,
            "q1": q1,
            "p1": p1,
            "volume_effect": (p0 * (q1 - q0)).mask(eenzijdig, k1 - k0),
            "kosten_per_jeugdige_effect": (q0 * (p1 - p0)).mask(eenzijdig, 0.0),
            "samenloop": ((p1 - p0) * (q1 - q0)).mask(eenzijdig, 0.0),
        }
    )
