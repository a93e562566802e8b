"""What leaves is made again, step by step, of tables that were asked for a file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.begrippen import Rol
from core.bevindingen import producten
from core.filters import Filter
from core.grafieken import staven, top_aanbieders
from core.onthulling import Jaarstand, door_de_jaren, herleidbaar, naar_buiten, segmenten_naast, stad, tabel
from tests.core.cijfers.hulp import reeks

ALLES = Filter()


@pytest.fixture
def db(maak_database):
    """13 at Adelante in Malberg and 7 at Xonar in Wyck."""
    regels = [r for n in range(13) for r in reeks(f"a{n}", "2023-01", "2023-12", buurt="BU09350207")]
    return maak_database(
        regels
        + [
            r
            for n in range(7)
            for r in reeks(f"x{n}", "2023-01", "2023-12", aanbieder="Xonar", buurt="BU09350006")
        ]
    )


def vraag(db, naam: str):
    return tabel(db, naam, ALLES, Rol.STURING)


def test_een_antwoord_wordt_afgerond(db) -> None:
    uit = naar_buiten(db, vraag(db, "aanbieders"))
    assert [(uit.cel("aanbieder", n), uit.cel("jeugdigen", n)) for n in range(2)] == [
        ("Adelante", 15),
        ("Xonar", 5),
    ]
    assert uit.herkomst.afgerond == 5


def test_dezelfde_stappen_over_afgeronde_getallen(db) -> None:
    op_scherm = (
        vraag(db, "aanbieders")
        .gesorteerd("jeugdigen", aflopend=False)
        .met_kolommen("aanbieder", "jeugdigen")
        .eerste(1)
    )
    assert op_scherm.rijen() == [{"aanbieder": "Xonar", "jeugdigen": 7}]
    assert naar_buiten(db, op_scherm).rijen() == [{"aanbieder": "Xonar", "jeugdigen": 5}]


def test_een_tabel_van_tabellen_in_een_lijst(db) -> None:
    buurten = vraag(db, "buurten")
    standen = [Jaarstand("2023", False, "Malberg", buurten.alleen(niveau="buurt", buurt="Malberg"))]
    samen = door_de_jaren(standen)
    assert (samen.cel("jeugdigen"), naar_buiten(db, samen).cel("jeugdigen")) == (13, 15)


def test_stad_segmenten_en_producten_zijn_te_herleiden(db) -> None:
    buurten, segmenten = vraag(db, "buurten"), vraag(db, "segmenten")
    assert naar_buiten(db, stad(buurten, buurten)).cel("jeugdigen") == 20
    assert naar_buiten(db, segmenten_naast(segmenten, segmenten)).cel("jeugdigen") == 20
    eigen = producten(vraag(db, "aanbieder-product"), "Xonar")
    assert (eigen.cel("jeugdigen"), naar_buiten(db, eigen).cel("jeugdigen")) == (7, 5)


def test_een_grafiek_onthoudt_waarvan_zij_gemaakt_is(db) -> None:
    lijst, kern = vraag(db, "aanbieders"), vraag(db, "kerncijfers")
    figuur = top_aanbieders(lijst, kern)
    assert figuur.recept is not None
    assert figuur.recept.args == (lijst, kern)
    # a second time it comes from memory, and knows it still
    assert top_aanbieders(lijst, kern).recept is figuur.recept


def test_wat_niemand_kan_herleiden_gaat_niet_naar_buiten(db) -> None:
    vreemd = replace(vraag(db, "aanbieders"), naam="zelfbedacht")
    assert not herleidbaar(vreemd)
    with pytest.raises(LookupError):
        naar_buiten(db, vreemd)


def test_een_recept_telt_niet_mee_of_twee_tabellen_gelijk_zijn(db) -> None:
    van = vraag(db, "aanbieders")
    assert van.eerste(2) == van
    assert staven(van.eerste(2), "aanbieder", "kosten") == staven(van, "aanbieder", "kosten")
