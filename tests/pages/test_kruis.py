"""Cross-filter on the pages: a figure shows what is not chosen too, faint; links bring a choice along."""

from __future__ import annotations

import json
import re

import pyarrow as pa
import pytest

from tests.pages.conftest import alles, html_met

AANBIEDERS, CLIENTEN = "pages/dashboard/aanbieders.py", "pages/dashboard/clienten.py"
BUURTEN = "pages/dashboard/buurten.py"


def rijen(at, veld: str) -> list[dict]:
    """The rows of the first chart on the page whose rows have this field."""
    for figuur in at.get("vega_lite_chart"):
        gevonden = pa.ipc.open_stream(figuur.proto.data.data).read_all().to_pylist()
        if gevonden and veld in gevonden[0]:
            return gevonden
    raise AssertionError(f"geen figuur met {veld}")


def eerste_rijen(at) -> list[dict]:
    """The first row of every chart on the page."""
    tabellen = (pa.ipc.open_stream(f.proto.data.data).read_all() for f in at.get("vega_lite_chart"))
    return [tabel.slice(0, 1).to_pylist()[0] for tabel in tabellen]


def test_een_figuur_toont_ook_wat_niet_gekozen_is_en_zegt_dat(open_app, volle_map):
    at = open_app(volle_map, jaar=2023, verwijzer="Huisarts")
    naast = {rij["naam"]: rij["dof"] for rij in rijen(at, "eind")}
    assert len(naast) > 1 and naast == {naam: naam != "Huisarts" for naam in naast}
    assert "niet gefilterd op verwijzer" in alles(at)
    # the other figures do follow: so many jeugdigen as the bar says
    heel = open_app(volle_map, jaar=2023)
    assert not any("dof" in rij for rij in rijen(heel, "eind"))
    assert at.metric[0].value != heel.metric[0].value
    assert "niet gefilterd" not in alles(heel)


def test_de_tabel_met_segmenten_blijft_heel_en_open_bij_het_gekozen_product(open_app, volle_map):
    at = open_app(volle_map, jaar=2023, product="Begeleiding Individueel")
    vouw = html_met(at, 'class="vouw"')[0]
    assert "<details open>" in vouw
    assert re.search(r'rij segment dof[^>]*><span class="naam">PGB', vouw)
    assert not re.search(r'rij segment dof[^>]*><span class="naam">Segment Jeugd Ambulant', vouw)


def test_de_ranglijst_van_aanbieders_houdt_haar_plaatsen(open_app, volle_map):
    heel = rijen(open_app(volle_map, AANBIEDERS, jaar=2023), "ruimte")
    een = rijen(open_app(volle_map, AANBIEDERS, jaar=2023, aanbieder="Xonar"), "ruimte")
    assert [{k: w for k, w in rij.items() if k != "dof"} for rij in een] == heel
    assert [rij["naam"] for rij in een if not rij["dof"]] == ["Xonar"]


def test_een_gekozen_maand_staat_helder_tussen_de_andere(open_app, volle_map):
    at = open_app(volle_map, van="jun 2022", tot="jun 2022")
    assert not at.exception and at.session_state["jaar"] == []
    helder = {rij["maandnaam"] for rij in rijen(at, "bedrag") if not rij["dof"]}
    assert helder == {"juni 2022"}


def test_de_kaart_laat_de_gekozen_buurt_uitkomen(open_app, volle_map):
    at = open_app(volle_map, BUURTEN, jaar=2023, buurt="Wyck")
    ranglijst = html_met(at, 'class="ranglijst"')[0]
    assert re.search(r'class="rij dof"[^>]*><span class="naam">Binnenstad', ranglijst)
    assert re.search(r'class="rij"[^>]*><span class="naam">Wyck', ranglijst)
    lagen = {la["id"]: la["data"] for la in json.loads(at.get("deck_gl_json_chart")[0].proto.json)["layers"]}
    assert len(lagen["gekozen"]) == 1
    assert {len(v["kleur"]) for v in lagen["vlakken"]} == {3, 4}
    assert "In Wyck kregen" in alles(at)  # the one that is chosen is the one in detail


def test_een_link_brengt_een_keuze_mee_die_de_wijk_vervangt(open_app, volle_map):
    at = open_app(volle_map, jaar=2023, wijk="Centrum")
    at.query_params["mee"] = ["buurt=Malberg", "geslacht=M"]
    at.run()
    assert at.session_state["buurt"] == ["Malberg"] and at.session_state["geslacht"] == ["M"]
    assert at.session_state["wijk"] == [] and "mee" not in at.query_params


@pytest.mark.parametrize("onzin", ["buurt=Nergens", "naam=Jan", "jaar=x"])
def test_een_link_met_onzin_zegt_wat_er_niet_is(open_app, volle_map, onzin):
    at = open_app(volle_map, jaar=2023, mee=onzin)
    assert not at.exception and at.toast
    assert at.session_state["buurt"] == []


def test_ga_naar_biedt_de_andere_paginas_met_wat_de_figuur_meer_heeft(open_app, volle_map):
    at = open_app(volle_map, BUURTEN, jaar=2023, buurtdetail="Wyck")
    at.session_state["buurtsegmenten-naar"] = True
    at.run()
    links = {el.proto.label: el.proto for el in at.get("page_link")}
    assert set(links) == {"Overzicht", "Aanbieders", "Cliënten"}
    assert links["Cliënten"].query_string == "mee=buurt%3DWyck"


def test_zonder_filterbalk_is_er_niets_te_klikken(open_app, volle_map, kleine_map, tmp_path):
    for map_ in (volle_map, kleine_map):
        brug = open_app(map_, "pages/dashboard/verwacht_werkelijk.py", verwacht="Brug naar het CBS")
        assert not brug.exception
        assert not any('class="kies"' in str(h.value) for h in brug.html)
    assert not open_app(tmp_path).exception


def test_wat_verborgen_is_kan_gekozen_worden_en_blijft_verborgen(open_app, kleine_map):
    at = open_app(kleine_map, CLIENTEN)
    assert not at.exception
    naam = re.search(
        r'data-kies="segment=([^"&]*)"', next(str(h.value) for h in at.html if "vouw" in str(h.value))
    )
    assert naam
    gekozen = open_app(kleine_map, CLIENTEN, segment=naam[1].replace("+", " ").replace("%2F", "/"))
    assert not gekozen.exception
    assert not re.search(r"getal'>[1-4]<", html_met(gekozen, 'class="vouw"')[0])


def test_wat_vaststaat_blijft_naast_elke_keuze(open_app, volle_map):
    at = open_app(volle_map, jaar=2022)
    toen = at.metric[0].value
    at.button(key="zet-vast").click().run()
    assert "Kies nu iets anders" in alles(at)
    assert at.query_params["naast"] == "jaar=2022"
    at.button_group(key="jaar").set_value([2023]).run()
    assert not at.exception and at.metric[0].value != toen
    assert f"vergeleken met **{toen}**" in alles(at)
    assert all(r["naasttekst"] for r in rijen(at, "eind"))
    assert "Oranje streep: 2022" in alles(at)
    at.button(key="losmaken").click().run()
    assert "vergeleken met" not in alles(at) and "naast" not in at.query_params
    assert "naasttekst" not in rijen(at, "eind")[0]


@pytest.mark.parametrize(
    ("pagina", "meer"),
    [
        (AANBIEDERS, {}),
        (AANBIEDERS, {"aanbieders-beeld": "Per segment"}),
        (AANBIEDERS, {"aanbieders-beeld": "Eén aanbieder", "kies-aanbieder": "Xonar"}),
        (CLIENTEN, {}),
        (CLIENTEN, {"clienten-beeld": "Intensiteit en duur"}),
        (CLIENTEN, {"clienten-beeld": "In- en uitstroom"}),
        (CLIENTEN, {"clienten-beeld": "Verwijzers"}),
        (BUURTEN, {"buurtdetail": "Wyck"}),
        ("pages/dashboard/verwacht_werkelijk.py", {"verwacht": "Wijken en buurten"}),
    ],
)
def test_elke_pagina_toont_twee_selecties_ook_als_alles_verborgen_is(
    open_app, volle_map, kleine_map, pagina, meer
):
    for map_ in (volle_map, kleine_map):
        at = open_app(map_, naast="jaar=2022&verwijzer=Gemeente", jaar=2023)
        assert not at.exception
        for naam, waarde in meer.items():
            at.query_params[naam] = waarde
        at.switch_page(pagina).run()
        assert not at.exception
        assert "Vergeleken met** 2022 met verwijzer Gemeente" in alles(at) or map_ is kleine_map
        assert all("naast" in eerste for eerste in eerste_rijen(at)) or map_ is kleine_map


def test_een_tabel_zet_het_andere_getal_onder_het_eerste_en_nooit_een_klein(open_app, volle_map, kleine_map):
    at = open_app(volle_map, CLIENTEN, jaar=2023, naast="jaar=2022")
    toen = html_met(open_app(volle_map, CLIENTEN, jaar=2022), 'class="vouw"')[0]
    nu = html_met(at, 'class="vouw"')[0]
    totaal = re.search(r"rij totaal.*", toen, re.S)[0]
    eronder = re.findall(r'class="naast">([^<]*)<', re.search(r"rij totaal.*", nu, re.S)[0])
    assert [e for e in eronder if e != "–"] == re.findall(r"getal'>([^<]*)<", totaal)
    klein = open_app(kleine_map, CLIENTEN, jaar=2023, naast="jaar=2022")
    assert not re.search(r'class="naast">[1-4]<', str(html_met(klein, 'class="vouw"')))


@pytest.mark.parametrize("onzin", ["jaar=x", "zomaar", "buurt=Nergens"])
def test_een_link_met_een_onmogelijke_vergelijking_zegt_dat(open_app, volle_map, onzin):
    at = open_app(volle_map, jaar=2023, naast=onzin)
    assert not at.exception and at.toast
    assert "Vergeleken met" not in alles(at)
