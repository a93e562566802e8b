"""`zin` and `bewijs`: a sentence with a code, and what is said when it cannot be."""

import re

import pytest

from core.opslag import Opslag


def test_zin_en_bewijs(roep, drie_aanbieders) -> None:
    een = roep("zin", "aanbieders", "--maat", "kosten", "--rij", "adelante", "--jaar", 2023)
    assert (een.code, een.melding) == (0, "")
    assert "aanbieder Adelante: € 600." in een.uit
    code = re.search(r"Code ([A-Z2-7]{4}-[A-Z2-7]{4})\.\n$", een.uit)
    assert code
    weer = roep("bewijs", code[1])
    assert (weer.code, weer.uit) == (0, een.uit)
    assert "opnieuw berekend uit gegevensversie jeugd-000001" in weer.melding
    assert [r["wat"] for r in Opslag().logboek()] == ["zin"]


@pytest.mark.parametrize(
    ("woorden", "code", "zin"),
    [
        (
            ["zin", "aanbieders", "--maat", "kosten"],
            2,
            "Noem met --rij precies één rij. Te kiezen: Adelante; ",
        ),
        (
            ["zin", "aanbieders", "--maat", "kostne", "--rij", "Xonar"],
            2,
            "Maat 'kostne' bestaat niet. Bedoelt u kosten",
        ),
        (
            ["zin", "aanbieders", "--maat", "kosten", "--aanbieder", "Xonar", "--buurt", "Malberg"],
            1,
            "geen enkele rij",
        ),
        (["bewijs", "AAAA-AAAA"], 2, "nooit gegeven"),
        (["zin", "aanbieders"], 2, "Er ontbreekt: --maat."),
    ],
)
def test_wat_niet_kan_wordt_gezegd(roep, drie_aanbieders, woorden, code, zin) -> None:
    uit = roep(*woorden)
    assert (uit.code, uit.uit) == (code, "")
    assert zin in uit.melding


def test_intern_zegt_dat(roep, drie_aanbieders) -> None:
    uit = roep("zin", "kerncijfers", "--maat", "jeugdigen", "--rol", "sturing")
    assert "kregen 14 jeugdigen" in uit.uit
    assert "Voor intern gebruik" in uit.melding


def test_zonder_gegevens(roep) -> None:
    assert roep("zin", "kerncijfers", "--maat", "jeugdigen").code == 1
