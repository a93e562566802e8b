"""A deviation in words."""

from __future__ import annotations

from datetime import date

import pytest

from core.begrippen import Rol
from core.bevindingen import signaalkop, signaalzin, signalen_samen
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Herkomst
from core.onthulling.signalen import KOLOMMEN

HERKOMST = Herkomst("v1", date(2024, 5, 1), False, Filter(), 5, Rol.STURING, None, None, None)
JEUGDIGEN = {
    "dimensie": "aanbieder", "naam": "Adelante", "maat": "jeugdigen", "kwartaal": "2023 K4", "jeugdigen": 125,
    "jeugdigen_verwacht": 100, "jeugdigen_laag": 82, "jeugdigen_hoog": 118, "jeugdigen_verschil": 25,
    "kosten_per_jeugdige": 2400.0, "kosten_verschil": 60_000.0,
}  # fmt: skip
KOSTEN = {
    "dimensie": "product", "binnen": "Segment Jeugd Wonen", "naam": "Pleegzorg", "maat": "kosten per jeugdige",
    "kwartaal": "2023 K1", "jeugdigen": 40, "kosten_per_jeugdige": 4000.0, "kosten_per_jeugdige_verwacht": 4500,
    "kosten_per_jeugdige_laag": 4200, "kosten_per_jeugdige_hoog": 4800, "kosten_verschil": -20_000.0,
}  # fmt: skip


def lijst(*rijen: dict[str, object]) -> BeveiligdeTabel:
    waarden = tuple(tuple(rij.get(k.naam) for k in KOLOMMEN) for rij in rijen)
    leeg = tuple(("",) * len(KOLOMMEN) for _ in rijen)
    return BeveiligdeTabel("signalen", "Signalen", KOLOMMEN, waarden, leeg, HERKOMST)


def test_jeugdigen_meer_dan_verwacht() -> None:
    assert signaalzin(lijst(JEUGDIGEN), 0) == (
        "Adelante: 125 jeugdigen in zorg in het vierde kwartaal van 2023, 25 meer dan verwacht (100, meestal 82 tot "
        "118); bij de laatste kosten per jeugdige € 60.000 meer."
    )


def test_zonder_kosten_per_jeugdige_geen_bedrag() -> None:
    zin = signaalzin(lijst(JEUGDIGEN | {"kosten_per_jeugdige": None, "kosten_verschil": None}), 0)
    assert zin.endswith("meestal 82 tot 118).")


def test_bij_minder_jeugdigen_van_een_aanbieder_kan_het_late_declaratie_zijn() -> None:
    minder = JEUGDIGEN | {"jeugdigen": 75, "jeugdigen_verschil": -25, "kosten_verschil": -60_000.0}
    assert signaalzin(lijst(minder), 0).endswith(
        "€ 60.000 minder. Ga na of deze aanbieder alles al heeft gedeclareerd."
    )
    assert "Ga na" not in signaalzin(lijst(minder | {"dimensie": "buurt"}), 0)


def test_kosten_minder_dan_verwacht() -> None:
    assert signaalzin(lijst(KOSTEN), 0) == (
        "Pleegzorg (Segment Jeugd Wonen): € 4.000 per jeugdige in het eerste kwartaal van 2023, € 500 minder dan "
        "verwacht (€ 4.500, meestal € 4.200 tot € 4.800); voor 40 jeugdigen samen € 20.000 minder."
    )


@pytest.mark.parametrize(
    ("dimensie", "naam", "kop"),
    [("leeftijd", "6-12", "Leeftijd 6-12"), ("verwijzer", "Rechter", "Verwijzer Rechter"), ("buurt", "Wyck", "Buurt Wyck")],
)  # fmt: skip
def test_de_kop_zegt_wat_de_naam_alleen_niet_zegt(dimensie: str, naam: str, kop: str) -> None:
    assert signaalkop(lijst(JEUGDIGEN | {"dimensie": dimensie, "naam": naam}), 0) == kop


def test_samen() -> None:
    assert "zes volledige kwartalen" in signalen_samen(lijst(), 0)
    assert signalen_samen(lijst(), 226).startswith("Geen van de 226 getoetste kwartaalcijfers wijkt")
    assert signalen_samen(lijst(KOSTEN, JEUGDIGEN), 226) == (
        "Van de 226 getoetste kwartaalcijfers wijken er 2 af van de eigen geschiedenis; het zwaarst weegt Pleegzorg "
        "(Segment Jeugd Wonen)."
    )
