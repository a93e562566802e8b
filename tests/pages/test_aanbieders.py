"""Aanbieders: ranking, aanbieder by segment, one in detail; full, tiny and empty."""

from __future__ import annotations

import re

import pytest

from tests.pages.conftest import alles, html_met, regels

PAGINA = "pages/dashboard/aanbieders.py"
BEELDEN = ("Grootste aanbieders", "Per segment", "Eén aanbieder")
EEN = {"aanbieders-beeld": "Eén aanbieder", "kies-aanbieder": "Xonar"}


def kosten(aanbieder: str | None = None, **kenmerken: str) -> int:
    """Euros in 2023 of the lines that the page tests share."""
    return sum(
        r["bedrag"]
        for r in regels()
        if r["leveringsmaand"].startswith("2023")
        and aanbieder in (None, r["aanbieder"])
        and all(r[naam] == waarde for naam, waarde in kenmerken.items())
    )


def nl(bedrag: int) -> str:
    return f"€ {bedrag:,}".replace(",", ".")


NAMEN = ["Adelante", "Mutsaers", "Praktijk Voorbeeld", "Xonar"]
OP_KOSTEN = sorted(NAMEN, key=lambda naam: -kosten(naam))


def rijen(at) -> list[list[str]]:
    """The cells of the first table on the page, header first."""
    html = html_met(at, '<div class="tabel')[0]
    return [re.findall(r"<t[hd][^>]*>([^<]*)<", rij) for rij in re.findall(r"<tr[^>]*>(.*?)</tr>", html)]


def test_ranglijst_van_hoog_naar_laag_met_bedragen(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023)
    assert not at.exception
    assert [r[:2] for r in rijen(at)[1:]] == [[str(n), naam] for n, naam in enumerate(OP_KOSTEN, 1)]
    assert [r[3] for r in rijen(at)[1:]] == [nl(kosten(naam)) for naam in OP_KOSTEN]
    assert rijen(at)[-1][-1] == "100,0 %"


def test_opent_met_een_bevinding_en_het_voorbehoud(open_app, volle_map):
    tekst = alles(open_app(volle_map, PAGINA, jaar=2023))
    assert "De drie grootste van de 4 aanbieders hebben samen" in tekst
    assert f"{OP_KOSTEN[0]} is de grootste met" in tekst
    assert "Niet gecorrigeerd voor zwaarte" in tekst


def test_zoeken_en_sorteren_in_de_ranglijst(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023)
    at.text_input(key="zoek-aanbieder").set_value("XON").run()
    assert [r[1] for r in rijen(at)[1:]] == ["Xonar"]
    at.text_input(key="zoek-aanbieder").set_value("nergens").run()
    assert "Geen aanbieder met 'nergens' in de naam" in alles(at)
    at.text_input(key="zoek-aanbieder").set_value("").run()
    at.session_state["sorteer-aanbieders"] = "aanbieder"
    at.run()
    assert [r[1] for r in rijen(at)[1:]] == NAMEN
    assert "Cumulatief aandeel" not in rijen(at)[0]


def test_per_segment_met_het_geheel_ernaast(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023, **{"aanbieders-beeld": "Per segment"})
    tabel = rijen(at)
    assert tabel[0] == ["Aanbieder", "Ambulant", "Wonen", "JB/JR", "PGB", "Totaal"]
    wonen = kosten("Xonar", segment="Segment Jeugd Wonen")
    xonar = next(r for r in tabel if r[0] == "Xonar")
    assert (xonar[2], xonar[-1]) == (nl(wonen), nl(kosten("Xonar")))


def test_detail_wacht_op_een_keuze_en_staat_in_het_webadres(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023, **{"aanbieders-beeld": "Eén aanbieder"})
    assert not at.metric and "naast anderen die hetzelfde leveren" in alles(at)
    at.button(key="kies-0").click().run()
    assert at.selectbox(key="kies-aanbieder").value == OP_KOSTEN[0]
    assert at.query_params["kies-aanbieder"] == OP_KOSTEN[0]
    assert {m.label: m.value for m in at.metric}["Kosten"] == nl(kosten(OP_KOSTEN[0]))


def test_detail_van_een_aanbieder_naast_de_anderen(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023, **EEN)
    assert not at.exception
    waarden = {m.label: m.value for m in at.metric}
    assert waarden["Kosten"] == nl(kosten("Xonar"))
    assert waarden["Plaats naar kosten"] == f"{OP_KOSTEN.index('Xonar') + 1} van 4"
    assert "Xonar kost" in alles(at)
    producten = {r[1]: r for r in rijen(at)[1:]}
    assert producten["Begeleiding Individueel"][3] == nl(kosten("Xonar", product="Begeleiding Individueel"))
    assert producten["Begeleiding Individueel"][6] == "3"


def test_detail_van_wie_in_de_selectie_niets_leverde(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023, wijk="Onbekend", product="PGB", **EEN)
    assert "Xonar leverde in deze selectie geen hulp" in alles(at)


def test_met_een_regel_staat_er_geen_enkel_klein_aantal(open_app, kleine_map):
    """One line of one jeugdige: its amount is exact for sturing, its count and quotients are not shown."""
    naam = regels(1)[0]["aanbieder"]
    at = open_app(kleine_map, PAGINA)
    assert not at.exception and rijen(at)[1][:3] == ["1", naam, "&lt;5"]
    segment = open_app(kleine_map, PAGINA, **{"aanbieders-beeld": "Per segment", "segment-maat": "Jeugdigen"})
    assert rijen(segment)[1] == [naam, "&lt;5", "&lt;5"]
    een = open_app(kleine_map, PAGINA, **{"aanbieders-beeld": "Eén aanbieder", "kies-aanbieder": naam})
    waarden = {m.label: m.value for m in een.metric}
    assert waarden["Unieke jeugdigen"] == "<5"
    assert {waarden[m] for m in ("Arrangementen", "Kosten per jeugdige", "Kosten per zorgmaand")} <= {
        "<5",
        "verborgen",
    }
    assert rijen(een)[1][2] == "&lt;5" and rijen(een)[1][4:6] == ["verborgen", "verborgen"]


@pytest.mark.parametrize("beeld", BEELDEN)
def test_lege_selectie_zegt_wat_te_doen(open_app, volle_map, beeld):
    at = open_app(
        volle_map,
        PAGINA,
        jaar=2023,
        segment="PGB",
        intensiteit="onbekend",
        **{"aanbieders-beeld": beeld, "kies-aanbieder": "Xonar"},
    )
    assert not at.exception
    assert "In deze selectie is geen aanbieder." in alles(at)
    assert "Haal een filter weg" in alles(at)


def test_zonder_gegevens_wijst_de_pagina_naar_inlezen(open_app, tmp_path):
    at = open_app(tmp_path / "leeg", PAGINA)
    assert not at.exception
    assert "nog geen gegevens ingelezen" in alles(at)
