"""The parts Risico's and Gebeurtenissen of the page Signalen, and the events in the charts of other pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.begrippen import maandnummer
from core.opslag.gebeurtenissen import Gebeurtenis, Gebeurtenissen
from core.opslag.risicos import Risico, Risicos, Risicosoort
from tests.pages.conftest import alles, html_met, regels, vul

PAGINA, CLIENTEN = "pages/sturing/signalen.py", "pages/dashboard/clienten.py"
RISICOS = {"signalen-deel": "Risico's en ontwikkelingen"}
GEBEURTENISSEN = {"signalen-deel": "Gebeurtenissen"}
STROMEN = {"clienten-beeld": "In- en uitstroom"}


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    vul(tmp_path / "eigen", regels(60))
    return tmp_path / "eigen"


def bewaren(at, sleutel: str):
    next(b for b in at.button if b.form_id == sleutel).click()
    return at.run()


def test_een_risico_toevoegen_en_sluiten(open_app, map_):
    at = open_app(map_, PAGINA, **RISICOS)
    assert "Het register is nog leeg" in alles(at)
    at.text_input(key="risico-0-0-0-titel").set_value("Tarieven stijgen")
    at.number_input(key="risico-0-0-0-hoog").set_value(100_000.0)
    at.button_group(key="risico-0-0-0-kansklasse").set_value("groot")
    at = bewaren(at, "risico-0-0-0")
    (een,) = Risicos(map_).alle()
    assert (een.titel, een.kans, een.laag, een.hoog, een.verwacht) == (
        "Tarieven stijgen",
        70,
        10**7,
        10**7,
        7 * 10**6,
    )
    assert "Het register is bijgewerkt." in alles(at) and "€ 70.000 (nadelig)" in alles(at)
    at = at.selectbox(key="risico-keuze-1").set_value(een.nummer).run()
    at.selectbox(key=f"risico-{een.nummer}-1-1-status").set_value("gesloten")
    at = bewaren(at, f"risico-{een.nummer}-1-1")
    assert not Risicos(map_).alle()[0].open and "geen open risico's" in alles(at)


def test_wat_niet_mag_blijft_staan_met_de_reden(open_app, map_):
    at = open_app(map_, PAGINA, **RISICOS)
    at.text_input(key="risico-0-0-0-titel").set_value("gaat om 123456782")
    at = bewaren(at, "risico-0-0-0")
    assert "burgerservicenummer" in at.error[0].value and Risicos(map_).alle() == ()


def test_wie_te_laat_is_overschrijft_niets(open_app, map_):
    winkel = Risicos(map_)
    een = winkel.bewaar(Risico(Risicosoort.RISICO, "Eerst"), "anna")
    at = open_app(map_, PAGINA, **RISICOS)
    at = at.selectbox(key="risico-keuze-0").set_value(een.nummer).run()
    winkel.bewaar(een, "bert")
    at.text_input(key=f"risico-{een.nummer}-1-0-titel").set_value("Later")
    next(b for b in at.button if b.form_id == f"risico-{een.nummer}-1-0").click()
    at.run()
    assert winkel.alle()[0].titel == "Eerst"


def test_een_gebeurtenis_toevoegen_en_weer_verwijderen(open_app, map_):
    at = open_app(map_, PAGINA, **GEBEURTENISSEN)
    assert "Er staan nog geen gebeurtenissen" in alles(at)
    at.text_input(key="gebeurtenis-0-0-0-titel").set_value("Nieuw contract")
    at.date_input(key="gebeurtenis-0-0-0-dag").set_value(date(2023, 7, 1))
    at = bewaren(at, "gebeurtenis-0-0-0")
    (een,) = Gebeurtenissen(map_).alle(demo=False)
    assert (str(een), een.over) == ("juli 2023: Nieuw contract", "alle jeugdhulp")
    assert "jul 2023" in html_met(at, "Nieuw contract")[0]
    at = at.selectbox(key="gebeurtenis-keuze-1").set_value(een.nummer).run()
    at = at.button(key=f"gebeurtenis-{een.nummer}-1-1-weg").click().run()
    assert Gebeurtenissen(map_).alle(demo=False) == () and "Verwijderd." in alles(at)


def test_de_lijnen_staan_in_grafieken_tot_iemand_ze_verbergt(open_app, map_):
    Gebeurtenissen(map_).bewaar(Gebeurtenis(maandnummer(2023, 7), "Nieuw contract"), "anna")
    at = open_app(map_, CLIENTEN, **STROMEN)
    specs = [str(e.proto.spec) for e in at.get("vega_lite_chart")]
    assert sum("Nieuw contract" in spec for spec in specs) == 2
    at = at.button(key="stromen-lijnen").click().run()
    assert not any("Nieuw contract" in str(e.proto.spec) for e in at.get("vega_lite_chart"))
    at = at.button(key="stand-lijnen").click().run()
    assert any("Nieuw contract" in str(e.proto.spec) for e in at.get("vega_lite_chart"))


@pytest.mark.parametrize("deel", [RISICOS, GEBEURTENISSEN])
def test_ook_met_een_regel_en_zonder_gegevens(open_app, kleine_map, tmp_path, deel):
    assert not open_app(kleine_map, PAGINA, **deel).exception
    assert "nog geen gegevens ingelezen" in alles(open_app(tmp_path / "leeg", PAGINA, **deel))
