"""A year that is nearly all of one jeugdige: a lezer sees none of its amounts, in no table about it."""

from __future__ import annotations

import pytest

from core.begrippen import Rol
from core.cijfers.tabellen import Soort
from core.filters import Filter
from core.onthulling import REGISTER, tabel
from core.opslag.begroting import Begrotingen, Begrotingsregel
from tests.core.cijfers.hulp import AMBULANT, reeks

JAAR = Filter(jaar=(2023,))
TABELLEN = (
    "kerncijfers", "segmenten", "aanbieders", "kosten-per-maand", "kwartalen-segment", "kpi-reeks", "naijl",
    "prijs-volume", "laat-gedeclareerd", "prognose", "prognose-totaal", "prognose-per-maand", "prognose-per-product",
    "plafonds", "aansluiting", "productieverantwoording",
)  # fmt: skip


def regels(duurste: float) -> list[dict[str, object]]:
    """Six jeugdigen over 2022 and 2023: one of `duurste` euros a month, five of 100."""
    return [
        regel | {"bedrag": duurste if n == 0 else 100, "aanbieder": "Zuyd", "declaratiemaand": regel["leveringsmaand"]}
        for n in range(6)
        for regel in reeks(f"k{n}", "2022-01", "2023-12", **AMBULANT)
    ]  # fmt: skip


def _geld(db, naam: str, rol: Rol) -> list[float]:
    van = tabel(db, naam, JAAR, rol)
    namen = [k.naam for k in REGISTER[naam].kolommen if k.soort in (Soort.EURO, Soort.EURO_PER) and k.volgt]
    return [w for k in namen for w in van.kolom(k) if w]


@pytest.mark.parametrize("naam", TABELLEN)
def test_geen_bedrag_dat_vooral_van_een_jeugdige_is(maak_database, naam):
    # 3,000 of 3,500 a month is 85.7 %; 500 of 1,000 is not.
    db = maak_database(regels(3000))
    assert _geld(db, naam, Rol.STURING)
    assert _geld(db, naam, Rol.LEZER) == []


@pytest.mark.parametrize("naam", TABELLEN)
def test_andere_bedragen_blijven_staan(maak_database, naam):
    assert _geld(maak_database(regels(500)), naam, Rol.LEZER)


def test_een_ingevoerde_regel_heeft_geen_jeugdigen_en_blijft_staan(maak_database):
    db = maak_database(regels(3000))
    Begrotingen().zet_begroting([Begrotingsregel(2023, "Vervoer", 5_000_000)], 2023, False, "test")
    van = tabel(db, "prognose", JAAR, Rol.LEZER)
    assert dict(zip(van.kolom("segment"), van.kolom("begroting"), strict=True))["Vervoer"] == 50_000
