"""Cliënten: age, intensiteit and duur, flows, verwijzers; full, tiny and empty."""

from __future__ import annotations

import re

import pytest

from tests.pages.conftest import alles, html_met, regels

PAGINA = "pages/dashboard/clienten.py"
BEELDEN = ("Leeftijd", "Intensiteit en duur", "In- en uitstroom", "Doorstroom", "Wie wordt 18", "Verwijzers")


def wie(jaar: str = "2023", **kenmerken: str) -> set[str]:
    """The jeugdigen with care in a year, of the lines that the page tests share."""
    return {
        r["jeugdige"]
        for r in regels()
        if r["leveringsmaand"].startswith(jaar) and all(r[naam] == w for naam, w in kenmerken.items())
    }


def vouw(at) -> list[list[str]]:
    """The rows of the age table: name, then cells."""
    html = html_met(at, 'class="vouw"')[0]
    rijen = re.findall(r'class="naam">([^<]*)</span>(.*?)</div>', html)
    return [[naam, *re.findall(r">([^<]*)</span>", cellen)] for naam, cellen in rijen]


def tabellen(at) -> list[list[list[str]]]:
    """The cells of every plain or crossed table, header first."""
    gevonden = html_met(at, '<div class="tabel')
    return [
        [re.findall(r"<t[hd][^>]*>([^<]*)<", rij) for rij in re.findall(r"<tr[^>]*>(.*?)</tr>", t)]
        for t in gevonden
    ]


def test_leeftijd_per_product_met_het_geheel_ernaast(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023)
    assert not at.exception
    rijen = vouw(at)
    assert rijen[0] == ["Segment en product", "0-5 jr", "6-12 jr", "13-17 jr", "18+ jr", "Totaal"]
    assert rijen[-1][0] == "Totaal (unieke jeugdigen)" and rijen[-1][-1] == str(len(wie()))
    ambulant = next(r for r in rijen if r[0] == "Segment Jeugd Ambulant")
    assert ambulant[-1] == str(len(wie(segment="Segment Jeugd Ambulant")))


def test_klassen_van_het_cbs_volgen_de_filterbalk(open_app, volle_map):
    koppen = vouw(open_app(volle_map, PAGINA, jaar=2023, cbs="true"))[0]
    assert koppen[1:4] == ["0-3 jr", "4-11 jr", "12-17 jr"]


def test_kosten_in_plaats_van_jeugdigen(open_app, volle_map):
    rijen = vouw(open_app(volle_map, PAGINA, jaar=2023, **{"leeftijd-maat": "Kosten"}))
    som = sum(r["bedrag"] for r in regels() if r["leveringsmaand"].startswith("2023"))
    assert rijen[-1][0] == "Totaal" and rijen[-1][-1] == f"€ {som:,}".replace(",", ".")


def test_opent_met_de_grootste_leeftijdsgroep(open_app, volle_map):
    tekst = alles(open_app(volle_map, PAGINA, jaar=2023))
    assert re.search(r"De grootste groep is die van [\d-]+ jaar: \d+ jeugdigen", tekst)


def test_jongens_en_meisjes_per_leeftijd_tellen_op_tot_het_geheel(open_app, volle_map):
    tabel = tabellen(open_app(volle_map, PAGINA, jaar=2023))[0]
    assert tabel[0] == ["Leeftijd", "jongens", "meisjes", "Totaal"]
    zichtbaar = [r for r in tabel[1:] if all(c.isdigit() for c in r[1:])]
    assert zichtbaar and all(int(r[1]) + int(r[2]) == int(r[3]) for r in zichtbaar)


def test_intensiteit_en_duur_van_een_product(open_app, volle_map):
    at = open_app(
        volle_map,
        PAGINA,
        jaar=2023,
        **{"clienten-beeld": "Intensiteit en duur", "arrangement-product": "Begeleiding Individueel"},
    )
    assert not at.exception
    kruis = tabellen(at)[0]
    assert kruis[0] == ["Intensiteit", "lang", "kort"]
    assert [r[0] for r in kruis[1:]] == ["hoog", "midden", "laag"]
    # one toewijzing per jeugdige in these lines
    hoog_lang = wie(product="Begeleiding Individueel", intensiteit="hoog", duur="lang")
    assert kruis[1][1] == str(len(hoog_lang))
    assert "Arrangementen begeleiding individueel hoog-lang per jaar" in [s.value for s in at.subheader]
    # the data begin in 2022: 2024 is not a full year
    eerder = wie("2022", product="Begeleiding Individueel", intensiteit="hoog", duur="lang")
    assert f"van {len(eerder)} in 2022 naar {len(hoog_lang)} in 2023" in alles(at)


def test_in_deze_selectie_staat_er_alleen_onder_een_filter(open_app, volle_map):
    beeld = {"clienten-beeld": "In- en uitstroom"}
    zonder = open_app(volle_map, PAGINA, jaar=2023, **beeld)
    met = open_app(volle_map, PAGINA, jaar=2023, segment="Segment Jeugd Ambulant", **beeld)
    assert "In- en uitstroom per maand" in [s.value for s in zonder.subheader]
    assert "In- en uitstroom per maand in deze selectie" in [s.value for s in met.subheader]
    assert "De gegevens beginnen in januari 2022" in alles(met)
    assert "beëindigde zorgperioden duurde ten hoogste" in alles(zonder)


def test_doorstroom_gaat_over_volledige_maanden(open_app, volle_map):
    # 2024 has no complete month yet: then the last twelve that are
    tekst = alles(open_app(volle_map, PAGINA, jaar=2024, **{"clienten-beeld": "Doorstroom"}))
    assert "Geteld over de volledige maanden: dec 2022 t/m nov 2023" in tekst
    tekst = alles(open_app(volle_map, PAGINA, jaar=2022, segment="PGB", **{"clienten-beeld": "Doorstroom"}))
    assert "Geteld over de volledige maanden: feb t/m dec 2022" in tekst
    assert "niet gefilterd op segment" in tekst


def test_wie_wordt_18_staat_ook_per_segment(open_app, volle_map):
    at = open_app(volle_map, PAGINA, **{"clienten-beeld": "Wie wordt 18"})
    assert "worden te weinig jeugdigen 18" in alles(at)
    assert tabellen(at)[0][0][0] == "Segment" and "2024 K2" in tabellen(at)[0][0]


def test_verwijzers_in_aantallen(open_app, volle_map):
    tabel = tabellen(open_app(volle_map, PAGINA, jaar=2023, **{"clienten-beeld": "Verwijzers"}))[0]
    aantallen = {r[0]: r[1] for r in tabel[1:]}
    assert aantallen["Gemeente"] == str(len(wie(verwijzer="Gemeente")))
    assert aantallen["Huisarts"] == str(len(wie(verwijzer="Huisarts")))


@pytest.mark.parametrize("beeld", BEELDEN)
def test_met_een_regel_staat_er_geen_enkel_klein_aantal(open_app, kleine_map, beeld):
    at = open_app(kleine_map, PAGINA, **{"clienten-beeld": beeld})
    assert not at.exception
    assert "te klein om te tonen" in alles(at)
    cellen = [c for h in at.html for c in re.findall(r">([^<>]+)</(?:td|span)>", str(h.value))]
    assert "1" not in cellen


@pytest.mark.parametrize("beeld", BEELDEN)
def test_lege_selectie_zegt_wat_te_doen(open_app, volle_map, beeld):
    at = open_app(volle_map, PAGINA, jaar=2023, geslacht="X", **{"clienten-beeld": beeld})
    assert not at.exception
    assert "In deze selectie kreeg niemand hulp." in alles(at)
    assert "Haal een filter weg" in alles(at)


def test_zonder_gegevens_wijst_de_pagina_naar_inlezen(open_app, tmp_path):
    at = open_app(tmp_path / "leeg", PAGINA)
    assert not at.exception
    assert "nog geen gegevens ingelezen" in alles(at)
