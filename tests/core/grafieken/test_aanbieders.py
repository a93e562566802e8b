"""Charts about aanbieders: what is drawn, and that nothing hidden is in what the browser gets."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from core.begrippen import Rol
from core.filters import Filter
from core.grafieken import concentratie, naast_anderen, top_aanbieders
from core.grafieken.aanbieders import rest
from core.onthulling import tabel
from tests.core.bevindingen.test_aanbieders import PRODUCT, hulp

F = Filter(jaar=(2023,))
MEISJES = F.met(geslacht=("V",))


@pytest.fixture
def vraag(maak_database):
    def stel(regels: list[dict], f: Filter = F) -> tuple[Any, Any]:
        db = maak_database(regels)
        return tabel(db, "aanbieders", f, Rol.STURING), tabel(db, "kerncijfers", f, Rol.STURING)

    return stel


def rijen(spec: dict) -> list[dict]:
    return spec["data"]["values"]


# P01 … P17 with 1.700, 1.600 … 100 euros: 15.300 in all, of which the last two 300
ZEVENTIEN = [r for n in range(1, 18) for r in hulp(f"P{n:02d}", 10, 180 - 10 * n)]


def test_vijftien_balken_en_de_rest_in_een(vraag):
    balken = rijen(top_aanbieders(*vraag(ZEVENTIEN)).spec)
    assert [b["naam"] for b in balken][-2:] == ["P15", "2 overige aanbieders"]
    assert (balken[-1]["kosten"], balken[-1]["kort"]) == (300.0, "€ 300 · 2,0 %")
    assert balken[0]["kort"] == "€ 1.700 · 11,1 %"


def test_zonder_zestiende_geen_restbalk(vraag):
    van, kern = vraag(ZEVENTIEN[:150])
    assert len(rijen(top_aanbieders(van, kern).spec)) == 15
    assert rest(van, kern) is None


def test_een_verborgen_bedrag_zit_in_de_rest_en_nergens_anders(vraag):
    """Two with 4.320 euros each, of 3 meisjes: hidden, so last, and only their sum with P16, P17."""
    groot = hulp("geheim1", 3, 1440) + hulp("geheim2", 3, 1440)
    van, kern = vraag(ZEVENTIEN + groot, MEISJES)
    figuur = top_aanbieders(van, kern)
    assert [b["naam"] for b in rijen(figuur.spec)][-1] == "4 overige aanbieders"
    assert rest(van, kern) == pytest.approx(300 + 2 * 4320)
    assert "4320" not in json.dumps(figuur.spec).replace(".", "")


def test_rest_blijft_weg_als_zij_een_enkel_verborgen_bedrag_zou_verraden(vraag):
    van, kern = vraag(ZEVENTIEN)
    p16, p17 = van.waarden[15:]
    een_dicht = replace(
        van,
        waarden=(*van.waarden[:15], p16, tuple(None if k == 3 else w for k, w in enumerate(p17))),
        reden=(*van.reden[:16], tuple("verborgen" if k == 3 else "" for k in range(6))),
    )
    assert een_dicht.tekst("kosten", 16) == "verborgen"
    assert rest(een_dicht, kern) is None  # 300 less the 200 of P16 would tell the 100 of P17
    assert rijen(top_aanbieders(een_dicht, kern).spec)[-1]["kort"] == "verborgen"


def test_concentratie_houdt_op_waar_een_bedrag_verborgen_is(vraag):
    groot = hulp("geheim1", 3, 450) + hulp("geheim2", 3, 450)  # 1.350 each: between P04 and P05
    heel = rijen(concentratie(vraag(ZEVENTIEN)[0]).spec)
    deel = rijen(concentratie(vraag(ZEVENTIEN + groot, MEISJES)[0]).spec)
    assert [r["tekst"] for r in heel][-1] == "100,0 %"
    assert [r["aanbieder"] for r in deel] == ["P01", "P02", "P03", "P04"]


def test_een_aanbieder_naast_de_anderen_en_hun_mediaan(maak_database):
    van = tabel(maak_database(PRODUCT), "aanbieder-product", F, Rol.STURING)
    figuur = naast_anderen(van, "A", "kosten_per_zorgmaand")
    individueel = [r for r in rijen(figuur.spec) if r["product"] == "Begeleiding Individueel (Ambulant)"]
    assert {(r["naam"], r["bedrag"], r["soort"]) for r in individueel} == {
        ("A", 400.0, "deze aanbieder"),
        ("B", 300.0, "andere aanbieders"),
        ("C", 100.0, "andere aanbieders"),
        ("mediaan van de anderen", 200.0, "mediaan van de anderen"),
    }  # D has 3 jeugdigen: no point, and no part of the median
