"""The demo is made once for all its tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from core import demo
from core.demo.schrijf import schrijf


@pytest.fixture(scope="session")
def gemeente() -> demo.Gemeente:
    """The demo municipality in memory; nobody may change it."""
    return demo.maak()


@pytest.fixture(scope="session")
def exports(gemeente: demo.Gemeente, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Its three files: ZIN, PGB, GI."""
    return schrijf(gemeente.regels, gemeente.mensen, tmp_path_factory.mktemp("demo"))
