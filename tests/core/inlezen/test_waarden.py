"""Months, dates, places and lists as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.begrippen import BUITEN_GEMEENTE, Geslacht, Status, Verwijzer
from core.inlezen import waarden
from core.opmaak import MAANDEN, MAANDEN_KORT, maand_iso, maand_uit_iso
from tests.core.inlezen.conftest import BUURTEN

FEBRUARI = maand_uit_iso("2024-02")


@pytest.mark.parametrize(
    "tekst",
    ["2024-02", "202402", "02-2024", "2-2024", "feb 2024", "Februari 2024", "FEB. 2024", "feb-24", "febr 2024",
     "2024-02-29", "29-02-2024", "1-2-2024", "01/02/2024", "2024/02", "20240214", "2024-02-01 00:00:00",
     "2024-02-01T00:00:00Z", "14 februari 2024", "2024 feb", "45323", "202402.0", " 2024-02 ", "14-02-24"],
)  # fmt: skip
def test_maand(tekst):
    assert waarden.maand(tekst) == FEBRUARI


@pytest.mark.parametrize(
    "tekst",
    ["2024-13", "13-2024", "31-02-2024", "februrai 2024", "24", "2024", "maand 2", "0224-02", "2024-02-30"],
)
def test_geen_maand(tekst):
    with pytest.raises(ValueError):
        waarden.maand(tekst)


def test_alle_maandnamen():
    for nummer, (lang, kort) in enumerate(zip(MAANDEN, MAANDEN_KORT, strict=True), 1):
        for naam in (lang, kort):
            assert maand_iso(waarden.maand(f"{naam} 2023")) == f"2023-{nummer:02d}"


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_elke_dag_in_elke_schrijfwijze_is_zijn_maand(dag):
    for vorm in ("%Y-%m-%d", "%d-%m-%Y", "%Y%m%d", "%d/%m/%Y", "%Y-%m", "%m-%Y", "%Y%m"):
        assert waarden.maand(dag.strftime(vorm)) == dag.year * 12 + dag.month - 1
    assert waarden.datum(dag.strftime("%d-%m-%Y")) == dag


@pytest.mark.parametrize(
    ("tekst", "maand"),
    [
        ("14-03-2012", "2012-03"),
        ("2012-03-14", "2012-03"),
        ("40982", "2012-03"),
        ("03-2012", "2012-03"),
        ("14-03-98", "1998-03"),
    ],
)
def test_geboortemaand(tekst, maand):
    assert waarden.geboortemaand(tekst) == maand_uit_iso(maand)


def test_1_januari_1900_is_onbekend():
    assert waarden.geboortemaand("1-1-1900") is None
    assert waarden.geboortemaand("1900-01-01") is None
    assert waarden.geboortemaand("01-1900") is None
    assert waarden.geboortemaand("190001") is None
    with pytest.raises(ValueError):
        waarden.geboortemaand("00-00-2012")


@pytest.mark.parametrize(
    ("kolom", "soort", "tekst", "lid"),
    [
        ("geslacht", Geslacht, "m", Geslacht.MAN),
        ("geslacht", Geslacht, "Vrouw", Geslacht.VROUW),
        ("geslacht", Geslacht, "2.0", Geslacht.VROUW),
        ("geslacht", Geslacht, "X", Geslacht.X),
        ("status", Status, "Toegekend", Status.TOEGEKEND),
        ("status", Status, "in behandeling", Status.IN_BEHANDELING),
        ("status", Status, "Afgekeurd", Status.AFGEWEZEN),
        ("verwijzer", Verwijzer, "HUISARTS", Verwijzer.HUISARTS),
        ("verwijzer", Verwijzer, "GI", Verwijzer.GI),
        ("verwijzer", Verwijzer, "08", Verwijzer.RECHTER),
        ("verwijzer", Verwijzer, "geen verwijzer", Verwijzer.GEEN),
    ],
)
def test_gesloten_lijst(kolom, soort, tekst, lid):
    assert waarden.begrip(kolom, soort)(tekst) == lid.code


def test_gesloten_lijst_onbekend_is_niets_en_iets_anders_een_fout():
    lees = waarden.begrip("geslacht", Geslacht)
    assert lees("onbekend") is None
    with pytest.raises(ValueError):
        lees("jongetje")


@pytest.mark.parametrize(
    ("tekst", "buurt"),
    [
        ("BU09350207", "BU09350207"),
        ("bu09350207", "BU09350207"),
        ("09350207", "BU09350207"),
        ("9350207", "BU09350207"),
        ("Malberg", "BU09350207"),
        ("MÁLBERG", "BU09350207"),
        ("Buiten gemeente", BUITEN_GEMEENTE),
        ("buiten Maastricht", BUITEN_GEMEENTE),
        ("BU03630001", BUITEN_GEMEENTE),
        ("GM0363", BUITEN_GEMEENTE),
    ],
)
def test_buurt(tekst, buurt):
    assert BUURTEN.lees(tekst) == buurt


@pytest.mark.parametrize("tekst", ["Atlantis", "BU09359999", "Buitenwijk West", "GM0935"])
def test_geen_buurt(tekst):
    with pytest.raises(ValueError):
        BUURTEN.lees(tekst)


def test_agb():
    assert waarden.agb("1234567") == waarden.agb("01234567.0") == "01234567"
    with pytest.raises(ValueError):
        waarden.agb("123456789")
