"""Buurten: the map, the ranking, and one buurt beside the city."""

from __future__ import annotations

import json
import re

from tests.pages.conftest import alles, html_met, regels

PAGINA = "pages/dashboard/buurten.py"


def kaart(at) -> dict:
    return json.loads(at.get("deck_gl_json_chart")[0].proto.json)


def ranglijst(at) -> str:
    return html_met(at, 'class="ranglijst"')[0]


def rij(at, naam: str) -> list[str]:
    html = re.search(rf'class="naam">{re.escape(naam)}</span>(.*?)</div>', ranglijst(at))
    return re.findall(r">([^<]*)</span>", html[1])


def wonend(buurt: str | None, jaar: str = "2023") -> set[str]:
    return {r["jeugdige"] for r in regels() if r["buurt"] == buurt and r["leveringsmaand"].startswith(jaar)}


def test_ranglijst_telt_buurten_stad_elders_en_totaal(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023)
    assert not at.exception
    elders, onbekend = wonend("Buiten gemeente"), wonend(None)
    stad = wonend("BU09350000") | wonend("BU09350006") | wonend("BU09350207")
    assert rij(at, "Maastricht, alle buurten")[0] == str(len(stad))
    assert rij(at, "Buiten gemeente")[:2] == [str(len(elders)), "–"]
    assert rij(at, "Onbekend")[:2] == [str(len(onbekend)), "–"]
    assert rij(at, "Totaal (unieke jeugdigen)")[0] == str(len(stad | elders | onbekend))
    assert rij(at, "Malberg")[0] == str(len(wonend("BU09350207")))


def test_wijken_en_buurten_van_hoog_naar_laag(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023, rangschik="Buurten", kaartmaat="Jeugdigen")
    namen = {"Binnenstad": "BU09350000", "Wyck": "BU09350006", "Malberg": "BU09350207"}
    op_volgorde = sorted(namen, key=lambda naam: -len(wonend(namen[naam])))
    gevonden = re.findall(r'class="naam">([^<]*)<', ranglijst(at))
    assert gevonden[0] == "Buurt" and gevonden[1:4] == op_volgorde


def test_opent_met_een_bevinding(open_app, volle_map):
    assert "kregen naar verhouding de meeste jeugdigen hulp" in alles(open_app(volle_map, PAGINA, jaar=2023))


def test_maat_uit_het_webadres_kleurt_de_kaart(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023, kaartmaat="Kosten")
    assert "Kosten naar buurt" in [s.value for s in at.subheader]
    assert "€" in next(h.value for h in at.html if 'class="legenda"' in str(h.value))


def test_kaart_verstuurt_alleen_namen_en_beschermde_teksten(open_app, volle_map):
    lagen = {la["id"]: la["data"] for la in kaart(open_app(volle_map, PAGINA, jaar=2023))["layers"]}
    assert {frozenset(r) for r in lagen["buurten"]} == {frozenset({"vorm", "naam", "wijk", "tekst"})}


def test_detail_staat_dicht_tot_er_een_buurt_is_gekozen(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023)
    assert "Waarvoor krijgen jeugdigen hulp?" not in [s.value for s in at.subheader]
    at.selectbox(key="buurtdetail").select("Malberg").run()
    assert not at.exception
    assert "Waarvoor krijgen jeugdigen hulp?" in [s.value for s in at.subheader]
    assert f"In Malberg kregen {len(wonend('BU09350207'))} jeugdigen hulp" in alles(at)


def test_detail_uit_het_webadres_en_omlijnd_op_de_kaart(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023, buurtdetail="Wyck")
    assert "Gebruik per 1.000 inwoners, per jaar" in [s.value for s in at.subheader]
    gekozen = next(la for la in kaart(at)["layers"] if la["id"] == "gekozen")
    assert len(gekozen["data"]) == 1


def test_bij_een_persoonskenmerk_geldt_de_grens_van_tien(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023, buurtdetail="Wyck", geslacht="M")
    jongens = {
        r["jeugdige"]
        for r in regels()
        if r["buurt"] == "BU09350006" and r["geslacht"] == "M" and r["leveringsmaand"].startswith("2023")
    }
    assert len(jongens) == 9
    assert rij(at, "Wyck")[0] == "&lt;10"
    assert "aantallen onder 10 niet getoond" in alles(at)


def test_een_wijk_kiezen_laat_stad_en_selectie_naast_elkaar_zien(open_app, volle_map):
    at = open_app(volle_map, PAGINA, jaar=2023, wijk="Centrum")
    centrum = wonend("BU09350000") | wonend("BU09350006")
    assert rij(at, "Totaal van de selectie")[0] == str(len(centrum))
    assert "Buiten gemeente" not in ranglijst(at)
    assert rij(at, "Maastricht, alle buurten")[0] == str(len(centrum | wonend("BU09350207")))


def test_een_regel_is_helemaal_verborgen(open_app, kleine_map):
    at = open_app(kleine_map, PAGINA)
    assert not at.exception
    assert "te klein om te tonen" in alles(at)
    assert not re.search(r"getal[^>]*>1<", ranglijst(at))
    assert rij(at, "Totaal (unieke jeugdigen)")[0] == "&lt;5"


def test_lege_selectie_en_geen_gegevens(open_app, volle_map, tmp_path):
    assert "Geen gegevens in deze selectie" in alles(
        open_app(volle_map, PAGINA, jaar=2023, maand=1, product="PGB", wijk="Buitenwijk West")
    )
    assert "nog geen gegevens ingelezen" in alles(open_app(tmp_path, PAGINA))
