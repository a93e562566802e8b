"""`export`: the file holds what the table shows, and says where it comes from."""

import pytest
from pptx import Presentation
from python_calamine import CalamineWorkbook

from core.opslag import Opslag


@pytest.fixture
def boek(roep, drie_aanbieders, tmp_path) -> CalamineWorkbook:
    doel = tmp_path / "uit.xlsx"
    uit = roep("export", "aanbieders", "kerncijfers", "--naar", doel, "--jaar", 2023, "--rol", "sturing")
    assert (uit.code, uit.uit) == (0, "")
    return CalamineWorkbook.from_path(str(doel))


def test_een_blad_per_tabel_en_de_verantwoording(boek) -> None:
    assert boek.sheet_names == ["aanbieders", "kerncijfers", "Verantwoording"]


def test_getallen_zijn_getallen_en_verborgen_is_tekst(boek) -> None:
    kop, *rijen = boek.get_sheet_by_name("aanbieders").to_python()
    assert kop[:4] == ["Rang", "Aanbieder", "Unieke jeugdigen", "Kosten"]
    per_naam = {r[1]: r for r in rijen}
    assert per_naam["Xonar"][2:4] == [7.0, 73.5]
    assert per_naam["'=cmd|'x'!A1"][2] == "<5"


def test_verantwoording_noemt_selectie_drempel_en_versie(boek) -> None:
    blad = dict(r[:2] for r in boek.get_sheet_by_name("Verantwoording").to_python())
    assert blad["Gegevensversie"] == "jeugd-000001"
    assert blad["Stand per"] == "1 mei 2024"
    assert blad["Jaar"] == "2023"
    assert "<5" in blad["Verborgen cellen"]


def test_csv_opent_in_een_nederlands_rekenblad(roep, drie_aanbieders, tmp_path) -> None:
    doel = tmp_path / "uit.csv"
    assert roep("export", "aanbieders", "--naar", doel, "--rol", "sturing").code == 0
    ruw = doel.read_bytes()
    assert ruw.startswith(b"\xef\xbb\xbfRang;Aanbieder;")
    assert b"2;Xonar;7;73,50;" in ruw


def test_een_bestand_gaat_het_huis_uit_en_wordt_afgerond(roep, drie_aanbieders, tmp_path) -> None:
    doel = tmp_path / "uit.csv"
    roep("export", "aanbieders", "--naar", doel)
    assert ";Xonar;5;" in doel.read_text(encoding="utf-8-sig")


def test_presentatie_van_meer_tabellen(roep, drie_aanbieders, tmp_path) -> None:
    doel = tmp_path / "uit.pptx"
    assert roep("export", "aanbieders", "kerncijfers", "--naar", doel, "--jaar", 2023).code == 0
    titels = [dia.shapes.title.text for dia in Presentation(doel).slides]
    assert len(titels) == 2
    assert titels[1].startswith("15 jeugdigen kregen hulp")


def test_export_komt_in_het_logboek_zonder_bestandsnaam(roep, drie_aanbieders, tmp_path) -> None:
    roep("export", "aanbieders", "--naar", tmp_path / "geheim.csv")
    regel = Opslag().logboek()[0]
    assert (regel["wat"], regel["details"]["tabellen"]) == ("export", ["aanbieders"])
    assert "geheim" not in str(regel)


@pytest.mark.parametrize(
    ("woorden", "code", "zin"),
    [
        (["aanbieders", "--naar", "x.docx"], 2, "'x.docx' is geen .pptx"),
        (["aanbieders", "--naar", "x.xlsx", "--sjabloon", "y.pptx"], 2, "--sjabloon hoort bij een .pptx"),
        (["aanbieders", "--naar", "x.pptx", "--sjabloon", "/geen/y.pptx"], 1, "bestaat het bestand"),
        (["aanbieders", "duur", "--naar", "x.csv"], 2, "één figuur"),
        (["nietes", "--naar", "x.csv"], 2, "Tabel 'nietes' bestaat niet"),
        (["aanbieders"], 2, "Er ontbreekt: --naar."),
        (["aanbieders", "--naar", "/geen/map/x.csv"], 1, "de map bestaat niet"),
    ],
)
def test_wat_niet_kan_wordt_gezegd(roep, drie_aanbieders, woorden, code, zin) -> None:
    uit = roep("export", *woorden)
    assert uit.code == code
    assert zin in uit.melding


def test_zonder_gegevens_niets_te_exporteren(roep, tmp_path) -> None:
    uit = roep("export", "aanbieders", "--naar", tmp_path / "x.csv")
    assert uit.code == 1
    assert not (tmp_path / "x.csv").exists()


def test_verwacht_met_zijn_modelkaart_zonder_ingelezen_gegevens(roep, tmp_path) -> None:
    doel = tmp_path / "uit.xlsx"
    assert roep("export", "verwacht", "--naar", doel).code == 0
    boek = CalamineWorkbook.from_path(str(doel))
    assert boek.sheet_names == ["verwacht", "verwacht-modelkaart", "Verantwoording"]
    kop, *rijen = boek.get_sheet_by_name("verwacht").to_python()
    maastricht = dict(zip(kop, next(r for r in rijen if r[0] == "Maastricht"), strict=True))
    assert maastricht["Werkelijk"] == 17.1 and 0.5 < maastricht["Verschil in procentpunt"] < 0.7
    kaart = dict(r[:2] for r in boek.get_sheet_by_name("verwacht-modelkaart").to_python())
    assert kaart["Gemeenten binnen hun interval van 95 %"] == "95,7 %"
    uitleg = dict(r[:2] for r in boek.get_sheet_by_name("Verantwoording").to_python())
    assert "een verschil is geen oordeel" in uitleg["Bron"]


@pytest.mark.parametrize("einde", [".csv", ".pptx", ".svg", ".png"])
def test_verwacht_gaat_mee_in_elke_vorm_zonder_ingelezen_gegevens(roep, tmp_path, einde) -> None:
    doel = tmp_path / f"uit{einde}"
    assert roep("export", "verwacht", "--naar", doel).code == 0
    begin = {".csv": b"\xef\xbb\xbf", ".pptx": b"PK", ".svg": b"<svg", ".png": b"\x89PNG"}
    assert doel.read_bytes().startswith(begin[einde])


def test_verwacht_naast_eigen_tabellen(roep, drie_aanbieders, tmp_path) -> None:
    doel = tmp_path / "uit.xlsx"
    assert roep("export", "aanbieders", "verwacht", "--naar", doel, "--jaar", 2023).code == 0
    assert CalamineWorkbook.from_path(str(doel)).sheet_names == [
        "aanbieders", "verwacht", "verwacht-modelkaart", "Verantwoording"
    ]  # fmt: skip
