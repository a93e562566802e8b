"""Figures made of a few readable lines, and ways to read a file back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pptx import Presentation

from core.begrippen import Rol
from core.database import Database
from core.export.figuur import Uitgang
from core.onthulling import Drempels
from tests.core.inlezen.conftest import bestand, inlezen, proef, zonder_kind

__all__ = ["bestand", "inlezen", "proef", "zonder_kind"]  # fixtures

KLAS = [
    {"jeugdige": f"a{n}", "bedrag": 100, "buurt": "BU09350207", "verwijzer": "Huisarts"} for n in range(23)
]
ANDER = [
    {"jeugdige": f"x{n}", "bedrag": 10.5, "aanbieder": "Xonar", "verwijzer": "Gemeente"} for n in range(12)
]
ENKEL = [{"jeugdige": f"k{n}", "bedrag": 5, "aanbieder": "=cmd|'x'!A1"} for n in range(3)]
"""Adelante: 23 jeugdigen or € 2.300; Xonar: 12 or € 126; =cmd: 3 or € 15. Half lives in Malberg."""


@pytest.fixture
def uitgang(maak_database: Callable[..., Database]) -> Uitgang:
    """The exit for role sturing over three aanbieders, one of them too small to show."""
    return Uitgang(maak_database(KLAS + ANDER + ENKEL), Rol.STURING, Drempels())


def dias(inhoud: bytes) -> list[Any]:
    """The slides of a presentation."""
    return list(Presentation(io.BytesIO(inhoud)).slides)


def tekst(dia: Any) -> str:
    """All text on a slide, tables included."""
    delen = [v.text_frame.text for v in dia.shapes if v.has_text_frame]
    for vorm in dia.shapes:
        if vorm.has_table:
            delen += [cel.text for rij in vorm.table.rows for cel in rij.cells]
    return "\n".join(delen)


def delen(inhoud: bytes) -> Iterator[tuple[str, bytes]]:
    """Every part of a zipped file, and of the zipped files within it."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
        for naam in pak.namelist():
            deel = pak.read(naam)
            yield naam, deel
            if deel.startswith(b"PK"):
                yield from delen(deel)
