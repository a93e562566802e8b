"""The sentences about a year beside its budget: with and without a budget, within and outside the margin."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from core.begrippen import Rol
from core.bevindingen import grootste_verschillen, hoe_goed_voorspeld, jaar_tegen_begroting
from core.filters import Filter
from core.onthulling import REGISTER, BeveiligdeTabel, Herkomst, beveilig


def maak(naam: str, *rijen: dict[str, Any], jaar: int = 2024) -> BeveiligdeTabel:
    """A table with these cells, of data up to and including February 2024."""
    van = Herkomst(
        "v1", date(2024, 5, 1), False, Filter(jaar=(jaar,)), 5, Rol.STURING, 2021 * 12, 2024 * 12 + 1, None
    )
    leeg = {k.naam: None for k in REGISTER[naam].kolommen}
    return beveilig(
        REGISTER[naam], pd.DataFrame([leeg | r for r in rijen], columns=list(leeg), dtype=object), van
    )


def jaar(begroting: float | None, **anders: float) -> dict[str, Any]:
    mln = {"prognose": 38.4, "laag": 35.4, "hoog": 41.7} | anders
    verschil = None if begroting is None else (begroting - mln["prognose"]) * 1e6
    bedragen = {naam: waarde * 1e6 for naam, waarde in mln.items()}
    return {"begroting": begroting and begroting * 1e6, "verschil": verschil, "jeugdigen": 9} | bedragen


@pytest.mark.parametrize(
    ("rij", "einde"),
    [
        (jaar(None), "; er is nog geen begroting ingevoerd."),
        (jaar(40.1), ": de begroting van € 40,1 mln ligt binnen de marge."),
        (jaar(43.4), ": € 5,0 mln minder dan begroot."),
        (jaar(33.4), ": € 5,0 mln meer dan begroot."),
    ],
)
def test_een_jaar_tegen_zijn_begroting(rij, einde):
    zin = jaar_tegen_begroting(maak("prognose-totaal", rij))
    begin = (
        "2024 komt naar verwachting uit op € 38,4 mln (vier van de vijf keer tussen € 35,4 mln en € 41,7 mln)"
    )
    assert zin == begin + einde


def test_van_een_jaar_dat_voorbij_is_telt_het_verschil_ook_binnen_de_marge():
    zin = jaar_tegen_begroting(maak("prognose-totaal", jaar(38.5, laag=38.3, hoog=38.6), jaar=2023))
    assert zin.endswith(": € 100.000 minder dan begroot.")


def test_zonder_prognose_zegt_de_zin_dat():
    assert jaar_tegen_begroting(maak("prognose-totaal")) == (
        "Er is te weinig geschiedenis om te zeggen waar het jaar op uitkomt."
    )


def test_waar_de_grootste_verschillen_zitten():
    rijen = [
        {"segment": s, "verschil": v, "jeugdigen": 9}
        for s, v in (("Wonen", -700_000.0), ("PGB", 10_000.0), ("GIKJ", None))
    ]
    assert grootste_verschillen(maak("prognose", *rijen)) == (
        "Het grootste nadeel is Wonen (€ 700.000), het grootste voordeel is PGB (€ 10.000). "
        "Zonder begroting of prognose: GIKJ."
    )
    assert grootste_verschillen(maak("prognose", *rijen[2:])) == ""


def test_hoe_goed_een_half_jaar_vooruit_ging():
    rijen = [
        {"segment": s, "vooruit": h, "voorspellingen": n, "wape": w, "wape_seizoen": 8.0, "dekking": d}
        for s, h, n, w, d in (("A", 6, 30, 5.0, 90.0), ("B", 6, 10, 9.0, 50.0), ("A", 3, 30, 1.0, 0.0))
    ]
    # (30 × 90 + 10 × 50) / 40 = 80
    assert hoe_goed_voorspeld(maak("prognose-terugtoets", *rijen)) == (
        "Een half jaar vooruit zat de prognose er in 1 van de 2 segmenten minder ver naast dan wie vorig jaar "
        "herhaalt; 80,0 % van de uitkomsten lag binnen de marge (bedoeld is 80 %)."
    )
    assert "nog geen prognoses" in hoe_goed_voorspeld(maak("prognose-terugtoets"))
