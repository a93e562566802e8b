"""Nothing that is hidden stands anywhere in a file, however deep its parts are packed."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from core.begrippen import Rol
from core.cijfers.tabellen import TABELLEN
from core.export import bestand
from core.export.figuur import Figuur
from core.export.standaard import standaardbeeld
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Drempels, Herkomst, beveilig
from tests.core.export.conftest import delen

SEGMENTEN = ("Segment Jeugd Ambulant", "Segment Jeugd Wonen", "Maatwerk")
MAANDEN = ("2023-01", "2023-02", "2023-03")
# Amounts that no other number in a file resembles: eleven digits, where a place on a slide has eight.
BEDRAG = st.integers(10_000_000_000, 99_999_999_999)
# A PNG is the SVG in pixels, in which there is nothing to search.
SOORTEN = [soort for soort in bestand.SOORTEN if soort != ".png"]
AANTAL = st.sampled_from([0, 1, 3, 4, 5, 6, 9, 30, 400])


def beveiligd(naam: str, rijen: list[dict[str, Any]], buiten: bool, rol: Rol) -> BeveiligdeTabel:
    van = Herkomst("v1", date(2024, 5, 1), False, Filter(), 5, rol, 24264, 24287, None, buiten)
    kolommen = [k.naam for k in TABELLEN[naam].kolommen]
    return beveilig(TABELLEN[naam], pd.DataFrame(rijen, columns=kolommen, dtype=object), van, Drempels())


@st.composite
def bedragen(draw: st.DrawFn, hoeveel: int) -> list[tuple[int, float]]:
    """(jeugdigen, kosten) per row, no amount twice."""
    kosten = draw(st.lists(BEDRAG, min_size=hoeveel, max_size=hoeveel, unique=True))
    return [(draw(AANTAL), float(k)) for k in kosten]


@st.composite
def figuren(draw: st.DrawFn) -> tuple[list[dict[str, Any]], BeveiligdeTabel, Figuur]:
    """A table with its exact rows, protected for a reader, and drawn as on its page."""
    naam = draw(st.sampled_from(["kosten-per-maand", "aanbieders", "aanbieder-segment"]))
    cellen = draw(bedragen(9))
    paren = [(m, s) for m in MAANDEN for s in SEGMENTEN]
    rijen: list[dict[str, Any]] = []
    for n, ((maand, segment), (aantal, kosten)) in enumerate(zip(paren, cellen, strict=True), 1):
        rijen.append(
            {
                "maand": maand, "segment": segment, "aanbieder": f"Aanbieder {maand if naam != 'aanbieders' else n}",
                "rang": n, "jeugdigen": aantal, "kosten": kosten, "aandeel": None, "cumulatief": None,
                "volledigheid": None, "voorlopig": False,
            }
        )  # fmt: skip
    van = beveiligd(naam, rijen, draw(st.booleans()), Rol.LEZER)
    kern = {"jeugdigen": sum(a for a, _ in cellen), "kosten": sum(k for _, k in cellen)}
    beeld = standaardbeeld(van, lambda vraag, f: beveiligd(vraag, [kern], False, Rol.LEZER))
    return rijen, van, Figuur(van.titel, "Zin", "Uitleg", van, beeld)


def _verborgen(rijen: list[dict[str, Any]], van: BeveiligdeTabel) -> set[int]:
    """The exact amounts of which no cell of the protected table shows anything."""
    getoond = {van.cel("kosten", n) for n in range(len(van))}
    return {int(r["kosten"]) for r in rijen if r["kosten"] not in getoond}


def _getallen(inhoud: bytes) -> set[int]:
    """Every whole number of eleven digits in a file and in what is packed in it, also with dots."""
    stukken = [deel for _, deel in delen(inhoud)] if inhoud.startswith(b"PK") else [inhoud]
    vormen = (rb"(?<![\d.])(\d{11})(?!\d)", rb"(?<![\d.])(\d\d\.\d{3}\.\d{3}\.\d{3})(?![\d.]\d)")
    return {int(t.replace(b".", b"")) for s in stukken for vorm in vormen for t in re.findall(vorm, s)}


@given(figuren())
@settings(max_examples=25, deadline=None)
def test_geen_verborgen_bedrag_in_enig_deel_van_enig_bestand(gemaakt: Any) -> None:
    rijen, van, figuur = gemaakt
    geheim = _verborgen(rijen, van)
    for soort in SOORTEN:
        assert geheim & _getallen(bestand.schrijf(soort, [figuur])) == set()


def test_de_proef_kan_zakken() -> None:
    """The same search does find an amount that is shown."""
    rijen = [
        {
            "maand": "2023-01",
            "segment": SEGMENTEN[0],
            "jeugdigen": 30,
            "kosten": 12345678901.0,
            "voorlopig": False,
        }
    ]
    van = beveiligd("kosten-per-maand", rijen, True, Rol.LEZER)
    figuur = Figuur("x", "y", "z", van, standaardbeeld(van, lambda naam, f: van))
    for soort in SOORTEN:
        assert 12345678901 in _getallen(bestand.schrijf(soort, [figuur]))
