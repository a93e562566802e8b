"""The documentation is true: what it names exists, and what exists is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core import opdrachten

WORTEL = Path(__file__).parent.parent
DOCS = [WORTEL / "README.md", *sorted((WORTEL / "docs").glob("*.md"))]
README = DOCS[0].read_text(encoding="utf-8")
PAD = re.compile(r"`((?:core|pages|tests|docs|data|\.ci|\.streamlit)/[\w./-]*|[\w.-]+\.(?:py|txt|toml))`")


@pytest.mark.parametrize("pad", DOCS, ids=lambda p: p.name)
def test_elk_genoemd_pad_bestaat(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    genoemd = set(PAD.findall(tekst)) | set(re.findall(r"!\[[^]]*\]\(([^)]+)\)", tekst))
    weg = {p for p in genoemd if not (WORTEL / p).exists()}
    assert weg == set()


def test_elke_opdracht_staat_in_de_readme_en_andersom() -> None:
    hulp = opdrachten.ontleder().format_help()
    bekend = set(re.findall(r"^    (\w+)", hulp, flags=re.M))
    assert set(re.findall(r"^python -m core (\w+)", README, flags=re.M)) == bekend


def test_elk_doel_van_make_in_de_readme_bestaat() -> None:
    doelen = set(re.findall(r"^(\w+):", (WORTEL / "Makefile").read_text(encoding="utf-8"), flags=re.M))
    assert set(re.findall(r"`?make (\w+)", README)) - {"test", "run"} <= doelen
    assert {"run", "test", "bench", "volhard", "schermen"} <= doelen
