"""Sentences about aanbieders, on data small enough to add up by heart."""

from __future__ import annotations

import pytest

from core.begrippen import Rol
from core.bevindingen import (
    concentratie,
    hoofdzin_aanbieders,
    kern_van_aanbieder,
    naast_anderen,
    producten,
    verborgen_aanbieders,
    vergelijk,
)
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, tabel
from tests.conftest import Regel

F = Filter(jaar=(2023,))


def hulp(aanbieder: str, jeugdigen: int, bedrag: float, **velden: object) -> list[Regel]:
    """One month of care for so many jeugdigen, `bedrag` euros each."""
    return [
        {"jeugdige": f"{aanbieder}{n}", "aanbieder": aanbieder, "bedrag": bedrag, "geslacht": "V"} | velden
        for n in range(jeugdigen)
    ]


@pytest.fixture
def lijst(maak_database):
    def maak(regels: list[Regel], f: Filter = F, naam: str = "aanbieders") -> BeveiligdeTabel:
        return tabel(maak_database(regels), naam, f, Rol.STURING)

    return maak


# 4.000 + 2.000 + 1.500 + 1.000 + 800 + 700 = 10.000
ZES = [
    *hulp("A", 10, 400),
    *hulp("B", 10, 200),
    *hulp("C", 10, 150),
    *hulp("D", 10, 100),
    *hulp("E", 10, 80),
    *hulp("F", 10, 70),
]


def test_hoofdzin_noemt_het_aandeel_van_de_vijf_grootste_en_de_grootste(lijst):
    assert hoofdzin_aanbieders(lijst(ZES)) == (
        "De vijf grootste van de 6 aanbieders hebben samen 93,0 % van de kosten; "
        "A is de grootste met € 4.000 (40,0 %)."
    )


@pytest.mark.parametrize(
    ("regels", "zin"),
    [
        ([], "In deze selectie is geen aanbieder."),
        (hulp("A", 10, 400), "A is de enige aanbieder in deze selectie, met € 4.000."),
        (
            hulp("A", 10, 300) + hulp("B", 10, 100),
            "Van de 2 aanbieders: A is de grootste met € 3.000 (75,0 %).",
        ),
        (
            hulp("A", 10, 300) + hulp("B", 10, 60) + hulp("C", 10, 40),
            "De twee grootste van de 3 aanbieders hebben samen 90,0 % van de kosten; "
            "A is de grootste met € 3.000 (75,0 %).",
        ),
    ],
)
def test_hoofdzin_bij_weinig_aanbieders(lijst, regels, zin):
    assert hoofdzin_aanbieders(lijst(regels)) == zin


def test_hoofdzin_noemt_geen_grootste_als_een_groter_bedrag_verborgen_is(lijst):
    meisjes = F.met(geslacht=("V",))
    regels = hulp("A", 3, 4000) + hulp("B", 20, 100) + hulp("C", 20, 50) + hulp("D", 20, 10)
    assert hoofdzin_aanbieders(lijst(regels, meisjes)) == (
        "4 aanbieders leverden hulp; welke het grootst is, is in deze selectie verborgen."
    )
    # D goes with A, or the total would tell A
    assert verborgen_aanbieders(lijst(regels, meisjes)).startswith(
        "Van 2 aanbieders zijn de bedragen verborgen"
    )
    assert verborgen_aanbieders(lijst(regels)) == ""


def test_concentratie_in_cijfers(lijst):
    # 40, 60, 75, 85, 93, 100 %: four aanbieders pass 80
    assert [(c.titel, c.tekst) for c in concentratie(lijst(ZES))] == [
        ("Aanbieders", "6"),
        ("5 grootste samen", "93,0 %"),
        ("Samen 80 % van de kosten", "4"),
    ]
    assert [c.titel for c in concentratie(lijst(ZES[:30]))] == ["Aanbieders"]


PRODUCT = [
    *hulp("A", 10, 400),
    *hulp("B", 10, 300),
    *hulp("C", 10, 100),
    *hulp("D", 3, 900),  # too few to show, so no part of the median
    *hulp("A", 10, 50, product="Pleegzorg", segment="Segment Jeugd Wonen", leveringsmaand="2023-02"),
]


def test_producten_staan_naast_de_mediaan_van_wie_hetzelfde_levert(lijst):
    eigen = producten(lijst(PRODUCT, naam="aanbieder-product"), "A")
    assert [eigen.cel("product", n) for n in range(2)] == ["Begeleiding Individueel", "Pleegzorg"]
    assert [eigen.tekst("kosten_per_zorgmaand", n) for n in range(2)] == ["€ 400", "€ 50"]
    assert [eigen.tekst("anderen", n) for n in range(2)] == ["3", "0"]
    assert [eigen.tekst("mediaan_anderen", n) for n in range(2)] == ["€ 200", "–"]  # of 300 and 100


def test_zin_over_anderen_heeft_altijd_het_voorbehoud(lijst):
    van = lijst(PRODUCT, naam="aanbieder-product")
    meer = naast_anderen(producten(van, "A"), "A")
    minder = naast_anderen(producten(van, "C"), "C")
    alleen = naast_anderen(producten(lijst(hulp("A", 9, 10), naam="aanbieder-product"), "A"), "A")
    assert meer.startswith("A kost per zorgmaand meer dan de mediaan")
    assert minder.startswith("C kost per zorgmaand niet meer dan de mediaan")
    assert alleen.startswith("Er is geen product waarop A met een andere aanbieder te vergelijken is.")
    assert all("Niet gecorrigeerd voor zwaarte" in zin for zin in (meer, minder, alleen))


def test_kerncijfers_van_een_aanbieder_met_zijn_plaats(maak_database):
    db = maak_database(ZES)
    kern = tabel(db, "kerncijfers", F.met(aanbieder=("B",)), Rol.STURING)
    tegen = vergelijk(db, F.met(aanbieder=("B",)), Rol.STURING)
    cijfers = kern_van_aanbieder(kern, tegen, tabel(db, "aanbieders", F, Rol.STURING), "B")
    assert [(c.titel, c.tekst) for c in cijfers[:3]] == [
        ("Plaats naar kosten", "2 van 6"),
        ("Kosten", "€ 2.000"),
        ("Unieke jeugdigen", "10"),
    ]
    assert "20,0 % van de kosten" in cijfers[0].uitleg
