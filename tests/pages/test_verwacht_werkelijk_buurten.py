"""Verwacht en werkelijk, down to the buurt: full, tiny and empty data, and the switch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.core.cijfers.hulp import VOLTIJD
from tests.core.cijfers.test_brug import HEEL_2022, kind
from tests.core.cijfers.test_buurtnorm import MALBERG, OUD, groep, stad
from tests.pages.conftest import alles, vul

PAGINA = "pages/dashboard/verwacht_werkelijk.py"
Open = Callable[..., AppTest]


@pytest.fixture
def stad_map(eigen_datamap: Path) -> Path:
    """The small town of the tests, with a home in Malberg."""
    vul(eigen_datamap, [*stad(), *groep(150, MALBERG, OUD, "t", **VOLTIJD)])
    return eigen_datamap


def open_deel(open_app: Open, map_: Path, **parameters: object) -> AppTest:
    at = open_app(map_, PAGINA, verwacht="Wijken en buurten", **parameters)
    assert not at.exception
    return at


def test_de_bevinding_de_trechter_de_kaarten_en_de_ranglijst(open_app: Open, stad_map: Path) -> None:
    at = open_deel(open_app, stad_map, jaar=2023)
    tekst = alles(at)
    assert (
        "Alle 3 buurten met een cijfer liggen binnen de grenzen: wat zij verschillen past bij toeval."
        in tekst
    )
    for kop in ("Toeval of niet?", "Op de kaart", "Van hoog naar laag"):
        assert kop in tekst
    assert "Een verschil is geen oordeel" in tekst and "inwoners: Testbureau, inwoners" in tekst
    assert "verwacht" not in tekst.lower().replace("verwacht en werkelijk", "").replace("verwacht door", "")
    rang = next(str(h.value) for h in at.html if "Gewicht" in str(h.value))
    assert all(naam in rang for naam in ("Wyck", "Binnenstad", "Malberg", "binnen"))


def test_met_alle_hulp_valt_de_buurt_van_het_tehuis_op(open_app: Open, stad_map: Path) -> None:
    at = open_deel(open_app, stad_map, jaar=2023, buurtnorm="Alle hulp van de selectie")
    assert "meer jeugdigen dan de grens van 99,8\u00a0% in Malberg" in alles(at)


def test_de_filterbalk_telt_mee(open_app: Open, stad_map: Path) -> None:
    at = open_deel(open_app, stad_map, jaar=2023, segment="Segment Jeugd Wonen")
    assert "Geen gegevens in deze selectie" in alles(at)
    at = open_deel(open_app, stad_map, jaar=2023, buurt="Wyck")
    rang = next(str(h.value) for h in at.html if "Gewicht" in str(h.value))
    assert "Wyck" in rang and "Malberg" not in rang


def test_zonder_inwoners_zegt_de_pagina_wat_er_nodig_is(open_app: Open, eigen_datamap: Path) -> None:
    vul(eigen_datamap, [r | {"leveringsmaand": "2021-04"} for r in stad()])
    at = open_deel(open_app, eigen_datamap)
    assert "Voor deze selectie is geen stadsgemiddelde te berekenen." in alles(at)
    assert "Inwonertallen leest u in bij Inlezen." in alles(at)
    assert "Toeval of niet?" not in alles(at)


def test_volle_kleine_en_lege_gegevens(
    open_app: Open, volle_map: Path, kleine_map: Path, eigen_datamap: Path
) -> None:
    assert "buurten" in alles(open_deel(open_app, volle_map))
    assert "geen stadsgemiddelde te berekenen" in alles(open_deel(open_app, kleine_map))
    vul(eigen_datamap, [])
    assert "nog geen gegevens ingelezen" in alles(open_deel(open_app, eigen_datamap))


def test_de_brug_naar_het_cbs(open_app: Open, eigen_datamap: Path) -> None:
    hier = [r for n in range(30) for r in kind(f"hier{n}")]
    elders = [r for n in range(8) for r in kind(f"elders{n}", buurt="Buiten gemeente")]
    vul(eigen_datamap, [*HEEL_2022, *hier, *elders])
    at = open_app(eigen_datamap, PAGINA, verwacht="Brug naar het CBS", segment="Segment Jeugd Wonen")
    tekst = alles(at)
    assert not at.exception
    assert (
        "In 2022 kregen 39 jeugdigen hulp; het CBS telt er 2.755." in tekst
    )  # the filter does not count here
    assert "Hulp van het lokale team of CJG" in tekst and "Alleen LTA" in tekst
    assert "85335NED" in tekst


def test_zonder_jaar_om_te_vergelijken_zegt_de_brug_dat(
    open_app: Open, kleine_map: Path, eigen_datamap: Path
) -> None:
    at = open_app(kleine_map, PAGINA, verwacht="Brug naar het CBS")
    assert "Er is geen jaar om te vergelijken" in alles(at)
    vul(eigen_datamap, [])
    at = open_app(eigen_datamap, PAGINA, verwacht="Brug naar het CBS")
    assert not at.exception and "nog geen gegevens ingelezen" in alles(at)


def test_scp_staat_ernaast_met_zijn_jaar(open_app: Open, stad_map: Path) -> None:
    at = open_deel(open_app, stad_map, jaar=2023)
    luik = next(e for e in at.expander if "SCP" in e.label)
    assert "2017" in luik.label
