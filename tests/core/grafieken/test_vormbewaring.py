"""Forms of charts are made once per version of the code, and a kept form is the form itself."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.cijfers.tabellen import Soort
from core.grafieken import vormbewaring, vormen
from core.grafieken.vormbewaring import BESTAND, bewaard


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JEUGD_DATA", str(tmp_path))
    monkeypatch.setattr(vormbewaring, "_BEKEND", {})
    return tmp_path


class Maker:
    """Makes a form and counts how often it had to."""

    def __init__(self) -> None:
        self.keer = 0

    def __call__(self) -> dict[str, Any]:
        self.keer += 1
        return {"mark": "bar"}


def _nieuw_proces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vormbewaring, "_BEKEND", {})


def test_a_later_process_finds_what_an_earlier_one_made(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maak = Maker()
    assert bewaard("a", maak) == {"mark": "bar"}
    _nieuw_proces(monkeypatch)
    assert bewaard("a", maak) == {"mark": "bar"}
    assert maak.keer == 1
    assert [p.name for p in map_.glob("vormen*")] == [BESTAND]


def test_other_code_makes_its_forms_anew(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maak = Maker()
    bewaard("a", maak)
    _nieuw_proces(monkeypatch)
    monkeypatch.setattr(vormbewaring, "_code", lambda: "andere code")
    bewaard("a", maak)
    assert maak.keer == 2


@pytest.mark.parametrize("inhoud", ["", "{", '{"code": "x"', "[]", "7", '{"code": "x", "vormen": {}}'])
def test_a_damaged_file_is_made_anew(map_: Path, inhoud: str) -> None:
    (map_ / BESTAND).write_text(inhoud)
    assert bewaard("a", Maker()) == {"mark": "bar"}
    assert json.loads((map_ / BESTAND).read_text())["vormen"] == {"a": {"mark": "bar"}}


def test_the_file_does_not_grow_without_end(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vormbewaring, "HOOGSTENS", 1)
    maak = Maker()
    for sleutel in ("a", "b", "b"):
        assert bewaard(sleutel, maak) == {"mark": "bar"}
    assert maak.keer == 3
    assert list(json.loads((map_ / BESTAND).read_text())["vormen"]) == ["a"]


def test_a_folder_that_cannot_be_written_costs_time_not_the_page(
    map_: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("JEUGD_DATA", str(map_ / "weg"))
    with caplog.at_level(logging.WARNING):
        assert bewaard("a", Maker()) == {"mark": "bar"}
    assert "niet bewaard" in caplog.text


def test_a_kept_form_equals_what_altair_makes(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vormen._lijn.cache_clear()
    gemaakt = vormen._lijn("kosten", Soort.EURO)
    vormen._lijn.cache_clear()
    _nieuw_proces(monkeypatch)
    assert vormen._lijn("kosten", Soort.EURO) == gemaakt
    assert gemaakt["config"]["locale"]["number"]["decimal"] == ","


def test_charts_are_loaded_without_altair() -> None:
    """Loading it takes a quarter of a second of every start."""
    vraag = "import sys, core.grafieken; print('altair' in sys.modules)"
    uit = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == "False"
