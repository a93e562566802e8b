"""A data folder with one version in force, and a way to make a call as a person would."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core import database
from core.opdrachten import voer_uit
from tests.conftest import Regel, schrijf_versie


@dataclass(frozen=True)
class Uitkomst:
    code: int
    uit: str
    melding: str

    @property
    def json(self) -> Any:
        return json.loads(self.uit)


@pytest.fixture
def roep(capsys: pytest.CaptureFixture[str]) -> Callable[..., Uitkomst]:
    """Make a call: `roep("tabel", "aanbieders")`."""

    def doe(*woorden: object) -> Uitkomst:
        code = voer_uit([str(w) for w in woorden])
        gezegd = capsys.readouterr()
        return Uitkomst(code, gezegd.out, gezegd.err)

    return doe


@pytest.fixture
def vul(eigen_datamap: Path) -> Callable[[list[Regel]], None]:
    """Put a version made of a few readable lines in force."""

    def doe(regels: list[Regel]) -> None:
        pad = schrijf_versie(eigen_datamap / "jeugd-000001.duckdb", regels)
        (eigen_datamap / database.ACTUEEL).write_text(pad.name, encoding="utf-8")

    return doe


@pytest.fixture
def drie_aanbieders(vul: Callable[[list[Regel]], None]) -> None:
    """Adelante: 6 jeugdigen of € 100; Xonar: 7 of € 10,50; =cmd: 1 of € 5."""
    vul(
        [{"jeugdige": f"a{n}", "bedrag": 100, "buurt": "BU09350207"} for n in range(6)]
        + [{"jeugdige": f"x{n}", "bedrag": 10.5, "aanbieder": "Xonar"} for n in range(7)]
        + [{"jeugdige": "k", "bedrag": 5, "aanbieder": "=cmd|'x'!A1"}]
    )
