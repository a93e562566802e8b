"""Overzicht: key figures, jeugdigen per product and year, cost, referrers, landscape."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from core.opmaak import euro_kort
from core.opslag import Opslag
from tests.pages.conftest import alles, regels, vul


def test_kerncijfers_kloppen_met_de_regels(open_app, volle_map):
    at = open_app(volle_map, jaar=2023)
    in_2023 = [r for r in regels() if r["leveringsmaand"].startswith("2023")]
    assert at.metric[0].value == str(len({r["jeugdige"] for r in in_2023}))
    assert at.metric[2].value == euro_kort(sum(r["bedrag"] for r in in_2023))
    assert not at.exception


def test_opent_op_het_laatste_jaar_met_het_hele_vorige_jaar_ernaast(open_app, volle_map):
    tekst = alles(open_app(volle_map))
    assert "U ziet jeugdigen met hulp in 2024 (t/m feb)" in tekst
    assert "Heel 2023:" in tekst


def test_vergelijkt_alleen_volledige_maanden(open_app, volle_map):
    # stand per 1 May 2024: February has two full months behind it, so only January is complete
    assert "jan 2024 tegen jan 2023" in alles(open_app(volle_map))


def test_een_voorlopige_maand_staat_naast_wat_toen_bekend_was(open_app, tmp_path):
    # Early 2023: 30 known now, of whom 25 were on 1 May 2023; 30 early in 2024, of which February is voorlopig.
    def maand(wie: range, leveringsmaand: str, declaratiemaand: str) -> list[dict[str, str]]:
        vast = {"leveringsmaand": leveringsmaand, "declaratiemaand": declaratiemaand}
        return [vast | {"jeugdige": f"j{n}"} for n in wie]

    vul(
        tmp_path / "toen",
        maand(range(25), "2023-01", "2023-02")
        + maand(range(25), "2023-02", "2023-03")
        + maand(range(25, 30), "2023-02", "2023-07")
        + maand(range(30), "2024-02", "2024-03"),
    )
    at = open_app(tmp_path / "toen")
    assert at.metric[0].delta == "+20,0 %"
    assert "jan t/m feb 2024 tegen jan t/m feb 2023 zoals toen bekend, op 1 mei 2023" in alles(at)
    assert not at.exception


def test_zonder_jaar_eerder_geen_verschil_en_geen_pijl(open_app, volle_map):
    at = open_app(volle_map, jaar=2022)
    assert [m.delta for m in at.metric] == [""] * 5
    assert "de gegevens beginnen later" in alles(at)


def test_voorbeeldgegevens_staat_op_de_pagina(open_app, volle_map, kleine_map):
    assert "voorbeeldgegevens" in alles(open_app(volle_map))
    assert "voorbeeldgegevens" not in alles(open_app(kleine_map))


def test_producten_vouwen_open_en_het_totaal_is_uniek(open_app, volle_map):
    html = next(h.value for h in open_app(volle_map).html if 'class="vouw"' in str(h.value))
    assert "<summary>" in html and "Totaal (unieke jeugdigen)" in html
    totaal = re.search(r"rij totaal.*", html, re.S)[0]
    per_jaar = [
        str(len({r["jeugdige"] for r in regels() if r["leveringsmaand"].startswith(j)}))
        for j in ("2022", "2023", "2024")
    ]
    assert re.findall(r"getal'>(\d+)<", totaal) == per_jaar


def test_een_jeugdige_is_overal_verborgen(open_app, kleine_map):
    at = open_app(kleine_map)
    assert not at.exception
    assert at.metric[0].value == "<5"
    assert at.metric[3].value == "verborgen"
    assert not re.search(r"\b1 jeugdigen\b", alles(at))


def test_lege_database_zegt_wat_te_doen(open_app, eigen_datamap):
    at = open_app(eigen_datamap)
    assert not at.exception
    assert "nog geen gegevens ingelezen" in alles(at)


def test_lege_selectie_zegt_wat_te_doen(open_app, volle_map):
    at = open_app(volle_map, jaar=2022, segment="PGB", buurt="Malberg", geslacht="X")
    assert not at.exception
    assert "In deze selectie kreeg niemand hulp." in alles(at)
    assert "Haal een filter weg" in alles(at)


def test_een_periode_zonder_gegevens_zegt_tot_waar_ze_gaan(open_app, volle_map):
    # A link is forgiving: a year that is not there is set aside, a month that is not there is empty.
    assert "hulp in 2024 (t/m feb)" in alles(open_app(volle_map, jaar=2019))
    at = open_app(volle_map, jaar=2024, maand="nov")
    assert "Van deze periode zijn er geen gegevens; die gaan over jan 2022 t/m feb 2024." in alles(at)
    assert not at.exception


def test_chip_haalt_zijn_filter_weg(open_app, volle_map):
    at = open_app(volle_map, jaar=2023, aanbieder="Xonar")
    at.button(key="chip-aanbieder-Xonar").click().run()
    assert at.multiselect(key="aanbieder").value == []
    assert "aanbieder Xonar" not in alles(at)


def test_alles_wissen_laat_alle_jaren_zien(open_app, volle_map):
    at = open_app(volle_map, jaar=2023, aanbieder="Xonar")
    at.button(key="chips-alles").click().run()
    assert at.metric[0].value == str(len({r["jeugdige"] for r in regels()}))


def test_bedragen_buiten_de_declaraties_staan_apart(open_app, volle_map):
    at = open_app(volle_map)
    assert any("Bedragen buiten de declaraties" in e.label for e in at.expander)


def test_een_bsn_bij_de_sociale_basis_wordt_geweigerd(open_app, volle_map, tmp_path):
    map_ = Path(shutil.copytree(volle_map, tmp_path / "eigen"))
    at = open_app(map_)
    at.session_state["buiten-declaraties"] = True
    at.run()
    toelichting = next(i for i in at.text_input if i.label == "Bron of toelichting")
    toelichting.input("zie 123456782")
    at.button(key="FormSubmitter:sociale-basis-Bewaren").click().run()
    assert "burgerservicenummer" in alles(at)
    assert not Opslag(map_).landschap()


def test_een_bedrag_buiten_de_declaraties_invullen(open_app, volle_map, tmp_path):
    map_ = Path(shutil.copytree(volle_map, tmp_path / "eigen"))
    at = open_app(map_)
    at.session_state["buiten-declaraties"] = True
    at.run()
    bewaar = "FormSubmitter:buiten-Bewaren"
    at.button(key=bewaar).click().run()
    assert "Kies een segment en vul een omschrijving in" in alles(at)
    assert at.number_input(key="buiten-jaar").value == 2024
    at.selectbox(key="buiten-segment").select("Segment Jeugd JB/JR")
    at.text_input(key="buiten-wat").input("voor 123456782")
    at.button(key=bewaar).click().run()
    assert "burgerservicenummer" in alles(at)
    assert not Opslag(map_).buiten_declaraties(True)
    at.text_input(key="buiten-wat").input("lumpsum GI")
    at.number_input(key="buiten-bedrag").set_value(1500.5)
    at.button(key=bewaar).click().run()
    assert [(b.segment, b.jaar, b.omschrijving, b.bedrag) for b in Opslag(map_).buiten_declaraties(True)] == [
        ("Segment Jeugd JB/JR", 2024, "lumpsum GI", 150_050)
    ]
