"""Exports: hidden is not zero, unknown is empty, and no text becomes a formula."""

from datetime import date

import pytest

from core.begrippen import Rol
from core.cijfers.tabellen import Kolom, Soort
from core.export import csv, markdown, veilig, xlsx
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Herkomst

HERKOMST = Herkomst("jeugd-000001", date(2024, 5, 1), False, Filter(), 5, Rol.STURING, 24252, 24289, 24288)
TABEL = BeveiligdeTabel(
    naam="aanbieders",
    titel="Aanbieders",
    kolommen=(
        Kolom("naam", "Naam", Soort.TEKST),
        Kolom("jeugdigen", "Jeugdigen", Soort.JEUGDIGEN),
        Kolom("kosten", "Kosten", Soort.EURO),
        Kolom("voorlopig", "Voorlopig", Soort.JA_NEE),
    ),
    waarden=(('Een; "twee"', 2859, -1234.5, True), ("-3 | drie", None, None, None)),
    reden=(("", "", "", ""), ("", "<5", "verborgen", "")),
    herkomst=HERKOMST,
)


def test_csv() -> None:
    assert csv.tekst(TABEL).split("\r\n") == [
        "naam;jeugdigen;kosten;voorlopig",
        '"Een; ""twee""";2859;-1234,50;ja',
        "'-3 | drie;<5;verborgen;",
        "",
    ]


def test_markdown() -> None:
    assert markdown.schrijf(TABEL).split("\n") == [
        "| Naam | Jeugdigen | Kosten | Voorlopig |",
        "| --- | ---: | ---: | --- |",
        '| Een; "twee" | 2.859 | -€ 1.234 | ja |',
        "| -3 \\| drie | <5 | verborgen | – |",
    ]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_formuleteken_wordt_tekst(begin: str) -> None:
    assert veilig(f"{begin}1+1") == f"'{begin}1+1"


@pytest.mark.parametrize("tekst", ["<5", "verborgen", "Xonar", ""])
def test_gewone_tekst_blijft(tekst: str) -> None:
    assert veilig(tekst) == tekst


def test_xlsx_zonder_tabel_kan_niet() -> None:
    with pytest.raises(ValueError, match="geen tabel"):
        xlsx.schrijf([])
