"""Signalen: the deviations, their history, the way to the figures, and what was done with them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from core.opslag.opvolging import Opvolgingen, Status
from tests.core.onthulling.sprong import SPRONG, met_sprong
from tests.pages.conftest import alles, vul

PAGINA = "pages/sturing/signalen.py"
BSN = "123456782"
ZIN = f"**{SPRONG}**: 60 jeugdigen in zorg in het vierde kwartaal van 2023"
OVER = f"signaal-aanbieder--{SPRONG}-jeugdigen-2023 K4"


@pytest.fixture
def sprong_map(tmp_path: Path) -> Path:
    map_ = tmp_path / "sprong"
    vul(map_, met_sprong())
    return map_


def schrijf(at: AppTest, status: Status, notitie: str, versie: int = 0) -> AppTest:
    at.button_group(key=f"{OVER}-{versie}-status").set_value(status)
    at.text_area(key=f"{OVER}-{versie}-notitie").set_value(notitie)
    next(b for b in at.button if b.form_id == f"{OVER}-{versie}").click()
    return at.run()


def test_een_sprong_staat_er_met_zin_figuur_en_weg_erheen(open_app, sprong_map):
    at = open_app(sprong_map, PAGINA)
    tekst = alles(at)
    assert ZIN in tekst
    assert len(at.get("vega_lite_chart")) >= 1
    links = {link.proto.label: link.proto for link in at.get("page_link")}
    naar = parse_qs(links["Bekijk op Aanbieders"].query_string)
    assert naar["mee"] == [f"aanbieder={SPRONG}", "jaar=2023", "maand=10", "maand=11", "maand=12"]


def test_een_status_met_notitie_wordt_bewaard_en_gesloten_verdwijnt(open_app, sprong_map):
    at = schrijf(open_app(sprong_map, PAGINA), Status.VERKLAARD, "Neemt jeugdigen over.")
    assert "**Verklaard** door lokaal" in alles(at) and f"{SPRONG} staat nu op verklaard." in alles(at)
    at = schrijf(at, Status.GESLOTEN, "Klaar.", versie=1)
    (kept,) = Opvolgingen(sprong_map).alle()
    assert (kept.status, kept.notitie, kept.versie) == (Status.GESLOTEN, "Klaar.", 2)
    assert ZIN not in alles(at)
    assert ZIN in alles(open_app(sprong_map, PAGINA, signalen="Alle"))


@pytest.mark.parametrize(
    ("notitie", "reden"), [(f"gaat om {BSN}", "burgerservicenummer"), ("", "notitie waarom")]
)
def test_wat_niet_mag_wordt_niet_bewaard(open_app, sprong_map, notitie: str, reden: str):
    at = schrijf(open_app(sprong_map, PAGINA), Status.VERKLAARD, notitie)
    assert reden in at.error[0].value and BSN not in at.error[0].value
    assert Opvolgingen(sprong_map).alle() == []


def test_zonder_afwijkingen_staat_er_hoeveel_er_is_getoetst(open_app, tmp_path):
    vul(tmp_path / "vlak", met_sprong(30))
    at = open_app(tmp_path / "vlak", PAGINA)
    assert "Geen van de" in alles(at) and not at.get("vega_lite_chart")


def test_een_te_korte_geschiedenis_zegt_wat_er_nodig_is(open_app, kleine_map):
    assert "zes volledige kwartalen" in alles(open_app(kleine_map, PAGINA))


def test_de_volle_gegevens_zeggen_hoeveel_er_is_getoetst(open_app, volle_map):
    assert "kwartaalcijfer" in alles(open_app(volle_map, PAGINA))


def test_zonder_gegevens_de_weg_naar_inlezen(open_app, tmp_path):
    at = open_app(tmp_path / "leeg", PAGINA)
    assert "nog geen gegevens ingelezen" in alles(at)
