"""Ceilings, the ledger, the calendar and statements in words: none, one and more, and with hidden amounts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from core import bevindingen, grafieken
from core.begrippen import Rol
from core.filters import Filter
from core.onthulling import REGISTER, BeveiligdeTabel, Herkomst, beveilig


def maak(naam: str, *rijen: dict[str, Any], rol: Rol = Rol.STURING) -> BeveiligdeTabel:
    """A table with these cells, of data up to and including February 2024."""
    van = Herkomst("v", date(2024, 5, 1), False, Filter(jaar=(2024,)), 5, rol, 2021 * 12, 2024 * 12 + 1, None)
    leeg: dict[str, Any] = {k.naam: None for k in REGISTER[naam].kolommen} | {"jeugdigen": 9}
    frame = pd.DataFrame([leeg | r for r in rijen], columns=list(leeg), dtype=object)
    return beveilig(REGISTER[naam], frame, van)


def wie(naam: str, plafond: float | None, prognose: float, stand: str, **anders: Any) -> dict[str, Any]:
    ruimte = None if plafond is None else plafond - prognose
    vast = {"aanbieder": naam, "plafond": plafond, "gedeclareerd": prognose / 2, "nog_te_declareren": 0.0}
    vast |= {
        "begrensd": plafond is not None,
        "rest_jaar": prognose / 2,
        "prognose": prognose,
        "ruimte": ruimte,
        "plafondstand": stand,
    }
    return vast | anders


OVER = wie("A", 1e5, 1.5e5, "gaat over het plafond", uitgeput="2024-10")
TOT = wie("B", 4e4, 1e5, "plafond overschreden", uitgeput="2024-02")
PAST = wie("C", 2e5, 1e5, "past")
GEEN = wie("D", None, 3e4, "geen plafond")


@pytest.mark.parametrize(
    ("rijen", "zin"),
    [
        (
            (wie("E", 1e5, 0.0, "nog niet te zeggen"), GEEN),
            "Of plafonds van 2024 genoeg zijn, is nog niet te zeggen: er zijn te weinig gegevens van dat jaar.",
        ),
        ((GEEN,), "Van 2024 zijn nog geen budgetplafonds ingevoerd."),
        ((PAST, GEEN), "Van de 1 aanbieder met een plafond in 2024 gaat er naar verwachting geen overheen."),
        (
            (OVER, PAST),
            "Van de 2 aanbieders met een plafond in 2024: 1 aanbieder gaat er naar verwachting overheen. Het grootste "
            "tekort is dat van A: € 50.000; het plafond wordt bereikt in oktober 2024.",
        ),
        (
            (OVER, TOT, PAST),
            "Van de 3 aanbieders met een plafond in 2024: 1 aanbieder is over het plafond heen en 1 gaat er naar "
            "verwachting overheen. Het grootste tekort is dat van B: € 60.000; het plafond is bereikt in februari 2024.",
        ),
    ],
)
def test_wie_over_het_plafond_gaat(rijen, zin):
    assert bevindingen.wie_over_het_plafond(maak("plafonds", *rijen)) == zin


def test_wie_geen_plafond_heeft():
    assert bevindingen.zonder_plafond(maak("plafonds", PAST)) == ""
    assert bevindingen.zonder_plafond(maak("plafonds", GEEN)) == (
        "1 aanbieder heeft geen plafond (gedeclareerd: € 15.000)."
    )


def test_de_balken_van_plafonds_tellen_op_en_zeggen_in_woorden_wie_erover_gaat():
    veel = wie("E", 1e4, 1e5, "plafond overschreden", uitgeput="2024-01")
    figuur = grafieken.plafonds(bevindingen.met_plafond(maak("plafonds", PAST, OVER, veel, GEEN)))
    balken = figuur.spec["data"]["values"]
    assert list(dict.fromkeys(r["naam"] for r in balken)) == ["E", "A", "C"]  # the largest shortage first
    assert [(r["van"], r["tot"]) for r in balken if r["naam"] == "A"] == [(0, 75), (75, 75), (75, 150)]
    assert max(r["tot"] for r in balken) == 200  # what is far over is cut off; the words tell how far
    assert [r["kort"] for r in balken if r["kort"]] == [
        "▲ 1.000 %, overschreden in jan 2024", "▲ 150 %, bereikt in okt 2024", "50 %",
    ]  # fmt: skip
    assert figuur.alt.endswith("2 aanbieders komen erboven.")


def test_een_verborgen_bedrag_heeft_geen_balk():
    van = maak("plafonds", OVER | {"jeugdigen": 2}, rol=Rol.LEZER)
    balken = grafieken.plafonds(bevindingen.met_plafond(van)).spec["data"]["values"]
    assert {(r["van"], r["tot"], r["tekst"]) for r in balken} == {(0, 0, "verborgen")}
    assert "geen overheen" in bevindingen.wie_over_het_plafond(van)


def regel(stand: str, rest: float | None = None, naam: str = "Wonen") -> dict[str, Any]:
    return {"niveau": "regel", "segment": naam, "aansluitstand": stand, "onverklaard": rest}


@pytest.mark.parametrize(
    ("rijen", "zin"),
    [
        (["nog in te vullen"], "Van 2024 zijn nog geen grootboekbedragen ingevoerd."),
        (
            ["sluit aan", "verklaard"],
            "2024 sluit aan op het grootboek: 1 regel sluit aan, 1 verschil is verklaard.",
        ),
        (
            ["sluit aan", "nog in te vullen"],
            "2024 sluit nog niet aan op het grootboek: van 1 regel ontbreekt het grootboek. 1 regel sluit aan.",
        ),
    ],
)
def test_of_het_grootboek_aansluit(rijen, zin):
    assert bevindingen.sluit_het_aan(maak("aansluiting", *map(regel, rijen))) == zin


def test_wat_onverklaard_is_met_het_grootste():
    rijen = [regel("onverklaard", -7318.0), regel("onverklaard", 40.0, "PGB"), regel("sluit aan")]
    assert bevindingen.sluit_het_aan(maak("aansluiting", *rijen)) == (
        "2024 sluit nog niet aan op het grootboek: 2 regels zijn onverklaard (het grootst: Wonen, € 7.318 minder in het grootboek). "
        "1 regel sluit aan."
    )


def test_een_verborgen_verschil_staat_niet_in_de_zin():
    regels = [regel("onverklaard", None), regel("onverklaard", None, "PGB")]
    zin = bevindingen.sluit_het_aan(maak("aansluiting", *regels))
    assert zin.startswith("2024 sluit nog niet aan op het grootboek: 2 regels zijn onverklaard. ")


def test_wat_op_de_kalender_aan_de_beurt_is():
    rijen = [
        {
            "penc_product": "Berap 1",
            "datum": "1 april 2024",
            "kalenderstand": "dag voorbij, niets vastgelegd",
        },
        {"penc_product": "Brief", "kalenderstand": "gerapporteerd", "gerapporteerd": 1e6, "verschil": -3e5},
        {"penc_product": "Berap 2", "datum": "1 juni 2024", "kalenderstand": "eerstvolgende"},
    ]
    assert bevindingen.wat_aan_de_beurt_is(maak("penc-kalender", *rijen)) == (
        "Eerstvolgend P&C-product: Berap 2, 1 juni 2024. De prognose is nu € 300.000 hoger dan in de laatste rapportage "
        "(Brief). Niets vastgelegd is in: Berap 1."
    )
    assert "nog geen P&C-producten" in bevindingen.wat_aan_de_beurt_is(maak("penc-kalender"))


def test_wie_verantwoordde_en_waar_het_verschilt():
    eigen = {"aanbieder": "A", "product": "P", "toegekend": 75.0, "accountant": False, "laagste_aantal": 9}
    anders = eigen | {"verantwoordingsstand": "verschil", "verschil": -20.0}
    ander = {"aanbieder": "B", "product": "P", "toegekend": 25.0, "laagste_aantal": 9}
    assert bevindingen.wie_verantwoordde(maak("productieverantwoording", anders, ander)) == (
        "1 van de 2 aanbieders verantwoordde 2024: 75,0 % van wat hier is toegekend. 1 bedrag verschilt (A, P: € 20 minder dan toegekend)."
    )
    zelfde = eigen | {"verantwoordingsstand": "sluit aan", "verschil": 0.0}
    assert bevindingen.wie_verantwoordde(maak("productieverantwoording", zelfde)).endswith("sluiten aan.")
    assert bevindingen.zonder_accountant(maak("productieverantwoording", zelfde, ander)) == (
        "Zonder accountantsverklaring: A."
    )
    assert "nog geen" in bevindingen.wie_verantwoordde(maak("productieverantwoording", ander))
