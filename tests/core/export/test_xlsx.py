"""A workbook that can be counted with, and that says what it holds."""

from __future__ import annotations

import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from core.begrippen import Rol
from core.cijfers.tabellen import TABELLEN, Soort
from core.export import xlsx
from core.export.figuur import Stuk
from core.export.getalvorm import GETALVORM, getalvorm
from core.filters import Filter
from core.onthulling import tabel
from tests.core.export.conftest import delen

F = Filter(jaar=(2023,))


def lees(inhoud: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(inhoud))


def test_maanden_zijn_datums_en_aantallen_getallen(uitgang) -> None:
    boek = lees(xlsx.schrijf([uitgang.figuur("jeugdigen-per-maand", F)]))
    assert boek.get_sheet_by_index(0).to_python()[1][:3] == [date(2023, 1, 1), 40.0, 2441.0]


@pytest.mark.parametrize("naam", TABELLEN)
def test_elk_getal_van_elke_tabel_is_een_getal(uitgang, naam: str) -> None:
    figuur = uitgang.figuur(naam, F)
    rijen = lees(xlsx.schrijf([figuur])).get_sheet_by_index(0).to_python()
    for n, kolom in enumerate(figuur.van.kolommen):
        for rij in range(len(figuur.van)):
            waarde = figuur.van.waarden[rij][n]
            if waarde is not None and kolom.soort in GETALVORM and kolom.soort is not Soort.MAAND:
                assert rijen[rij + 1][n] == pytest.approx(waarde)
            if reden := figuur.van.reden[rij][n]:
                assert rijen[rij + 1][n] == reden


def test_verantwoording_heeft_per_blad_selectie_drempel_en_definities(uitgang) -> None:
    boek = lees(
        xlsx.schrijf([uitgang.figuur("buurten", F), uitgang.figuur("stromen", Filter(segment=("PGB",)))])
    )
    regels = [tuple(r[:2]) for r in boek.get_sheet_by_name("Verantwoording").to_python()]
    eerste, tweede = regels.index(("Blad buurten", "")), regels.index(("Blad stromen", ""))
    blok = dict(regels[eerste:tweede])
    assert blok["Jaar"] == "2023"
    assert "<5" in blok["Verborgen cellen"]
    assert blok["Gebruik"] == "Aantallen zijn afgerond op vijftallen."
    assert "jonger dan 18 jaar" in blok["Per 1.000 inwoners 0-17"]
    assert dict(regels[tweede:])["Segment"] == "PGB"


def test_dezelfde_tabel_twee_keer_krijgt_twee_bladen(uitgang) -> None:
    lijst = tabel(uitgang.db, "aanbieders", F, Rol.STURING)
    stukken = [Stuk("Alle", lijst), Stuk("Grootste", lijst.eerste(1))]
    boek = lees(xlsx.schrijf([uitgang.van_scherm(s) for s in stukken]))
    assert boek.sheet_names == ["aanbieders", "aanbieders 2", "Verantwoording"]
    assert len(boek.get_sheet_by_index(1).to_python()) == 2


@pytest.mark.parametrize(
    ("namen", "bladen"),
    [
        (["a/b", "Verantwoording", "VERANTWOORDING"], ["a b", "Verantwoording 2", "VERANTWOORDING 3"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 29 + " 2"]),
        (["'", ""], ["tabel", "tabel 2"]),
    ],
)
def test_bladnamen_passen_en_verschillen(namen: list[str], bladen: list[str]) -> None:
    assert xlsx.bladnamen(namen) == bladen


def test_kop_staat_vast_en_bron_staat_op_papier(uitgang) -> None:
    inhoud = dict(delen(xlsx.schrijf([uitgang.figuur("aanbieders", F)])))
    blad = inhoud["xl/worksheets/sheet1.xml"]
    assert b'state="frozen"' in blad
    assert b"Bron: declaraties jeugdhulp" in blad
    assert b"<f>" not in blad


def test_percentages_van_een_zeldzame_vorm_houden_hun_twee_decimalen() -> None:
    assert (getalvorm(Soort.PCT), getalvorm(Soort.PCT, 2)) == ('[$-413]0.0" %"', '[$-413]0.00" %"')
    assert getalvorm(Soort.PROCENTPUNT, 2) == "[$-413]+0.00;[$-413]-0.00;[$-413]0.00"
    assert getalvorm(Soort.INDEX, 2) == "0"
