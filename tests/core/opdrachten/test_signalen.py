"""`python -m core signalen`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core import opdrachten
from tests.core.onthulling.sprong import SPRONG, met_sprong
from tests.pages.conftest import vul


@pytest.fixture
def gesprongen(eigen_datamap: Path) -> None:
    vul(eigen_datamap, met_sprong())


@pytest.mark.usefixtures("gesprongen")
def test_elk_signaal_is_een_zin_met_de_zwaarste_voorop(capsys) -> None:
    assert opdrachten.voer_uit(["signalen"]) == 0
    uit, fout = capsys.readouterr()
    zinnen = uit.strip().splitlines()
    assert f"{SPRONG}: 60 jeugdigen in zorg in het vierde kwartaal van 2023, " in uit
    assert all(zin.endswith(".") for zin in zinnen)
    assert "het zwaarst weegt" in fout and "Bron:" in fout


@pytest.mark.usefixtures("gesprongen")
def test_als_json_zijn_getallen_getallen_en_rondt_lezer_af(capsys) -> None:
    assert opdrachten.voer_uit(["signalen", "--json", "--rol", "lezer"]) == 0
    rijen = json.loads(capsys.readouterr().out)
    (rij,) = [r for r in rijen if r["naam"] == SPRONG]
    assert (rij["dimensie"], rij["maat"], rij["kwartaal"]) == ("aanbieder", "jeugdigen", "2023 K4")
    assert rij["jeugdigen"] == 60 and rij["jeugdigen_verwacht"] % 5 == 0
    assert rij["jeugdigen_verschil"] == rij["jeugdigen"] - rij["jeugdigen_verwacht"]


def test_zonder_gegevens_is_er_niets(capsys) -> None:
    assert opdrachten.voer_uit(["signalen", "--json"]) == 0
    assert capsys.readouterr().out.strip() == "[]"


def test_een_onbekende_rol_is_een_verkeerde_aanroep() -> None:
    assert opdrachten.voer_uit(["signalen", "--rol", "raad"]) == 2
