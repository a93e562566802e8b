"""Kwaliteit: what is still to be declared, who is late, how good estimates were; and the top of the cost chart."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from core.begrippen import maandnummer
from core.opmaak import maand_iso
from tests.conftest import levering, schrijf_versie
from tests.pages.conftest import alles, vul

PAGINA = "pages/beheer/kwaliteit.py"
LAAT, SNEL = "Traag en Co", "Vlot Jeugdhulp"


def gedateerd() -> list[dict[str, Any]]:
    """Two years of two aanbieders with 30 jeugdigen each: one declares after one month, the other after four.

    Known until April 2024: of the late one nothing of January and later.
    """
    uit = []
    for maand in range(maandnummer(2022, 1), maandnummer(2024, 4)):
        for naam, na in ((SNEL, 1), (LAAT, 4)):
            if maand + na <= maandnummer(2024, 4):
                vast = {
                    "leveringsmaand": maand_iso(maand),
                    "declaratiemaand": maand_iso(maand + na),
                    "aanbieder": naam,
                }
                uit += [vast | {"jeugdige": f"{naam}{n}"} for n in range(30)]
    return uit


@pytest.fixture(scope="session")
def gedateerde_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("gedateerd")
    vul(map_, gedateerd())
    return map_


def getekend(at: AppTest) -> list[dict[str, Any]]:
    """The rows of what is still to be declared in the charts of the page."""
    rijen = [
        rij
        for g in at.get("vega_lite_chart")
        for rij in pa.ipc.open_stream(g.proto.data.data).read_all().to_pylist()
    ]
    return [r for r in rijen if r.get("segment") == "nog te declareren, met marge"]


def test_zegt_wat_er_nog_komt(open_app, gedateerde_map):
    at = open_app(gedateerde_map, PAGINA)
    # Of a month half comes after four months: January, February and March each lack 30 × € 100.
    tekst = alles(at)
    assert "wordt naar verwachting nog €\u00a09.000 gedeclareerd" in tekst
    assert "vanaf jan 2024 zijn de cijfers voorlopig" in tekst
    assert "Voorlopige maanden" in tekst and not at.exception


def test_de_tabel_noemt_elke_voorlopige_maand_met_wat_er_nog_komt(open_app, gedateerde_map):
    html = "".join(str(h.value) for h in open_app(gedateerde_map, PAGINA).html)
    for maand in ("jan 2024", "feb 2024", "mrt 2024"):
        assert maand in html
    assert html.count("50,0 %") == 3 and html.count("€ 3.000") == 3


def test_wie_laat_declareert(open_app, gedateerde_map):
    at = open_app(gedateerde_map, PAGINA, kwaliteit="Wie laat declareert")
    assert "50,0 % van de kosten komt later dan twee maanden na de leveringsmaand binnen" in alles(at)
    assert f"Bij 1 aanbieder is dat meer dan een kwart, namelijk bij {LAAT}." in alles(at)
    tabel = next(str(h.value) for h in at.html if LAAT in str(h.value))
    assert tabel.index(LAAT) < tabel.index(SNEL)  # by euros that came late
    at.segmented_control(key="sorteer-laat").set_value("aanbieder").run()
    assert not at.exception


def test_hoe_goed_de_schattingen_waren(open_app, gedateerde_map):
    at = open_app(gedateerde_map, PAGINA, kwaliteit="Hoe goed de schattingen waren")
    assert "Twee maanden na de leveringsmaand zat de schatting er gemiddeld 0,0 % naast" in alles(at)
    at.segmented_control(key="terugblik-na").set_value(1).run()
    assert not at.exception


def test_een_segment_zonder_gegevens_zegt_dat(open_app, gedateerde_map):
    for deel in ("Wat nog komt", "Wie laat declareert", "Hoe goed de schattingen waren"):
        at = open_app(gedateerde_map, PAGINA, **{"kwaliteit-segment": "PGB", "kwaliteit": deel})
        assert not at.exception
        assert (
            "Geen gegevens" in alles(at)
            or "Van geen enkele" in alles(at)
            or "nog geen schattingen" in alles(at)
        )


def test_zonder_eerdere_stand_is_er_niets_veranderd(open_app, gedateerde_map):
    at = open_app(gedateerde_map, PAGINA, kwaliteit="Wat is er veranderd?")
    assert "Er is maar één stand" in alles(at) and not at.exception


def test_wat_de_laatste_levering_veranderde(open_app, tmp_path):
    """The first version without the last month, and the one in force with it: as two loads leave them."""
    map_, regels = tmp_path / "twee", gedateerd()
    eerder = [r for r in regels if r["declaratiemaand"] < "2024-04"]
    vul(map_, eerder)
    alles_ = regels + [eerder[0] | {"bedrag": -40, "declaratiemaand": "2024-04"}]
    lev = [levering(1, wijze="aanvullen"), levering(2, wijze="aanvullen", bestand="april.csv")]
    erbij = [r | {"levering": 1 if r["declaratiemaand"] < "2024-04" else 2} for r in alles_]
    schrijf_versie(map_ / "jeugd-000002.duckdb", erbij, lev)
    (map_ / "actueel").write_text("jeugd-000002.duckdb", encoding="utf-8")
    at = open_app(map_, PAGINA, kwaliteit="Wat is er veranderd?")
    tekst = alles(at)
    # March came in, and of December what was late; € 40 went off a month of 2022.
    assert "Nieuwe maanden brachten € 3.000; de kosten van eerdere maanden zijn nu € 2.960 hoger." in tekst
    assert "van voor april.csv" in tekst and "later gedeclareerd" in tekst and not at.exception


@pytest.mark.parametrize("deel", ["Wat nog komt", "Wie laat declareert", "Hoe goed de schattingen waren"])
def test_zonder_declaratiemaanden_en_met_een_regel(open_app, volle_map, kleine_map, deel):
    for map_ in (volle_map, kleine_map):
        at = open_app(map_, PAGINA, kwaliteit=deel)
        assert not at.exception
        assert "Er is te weinig geschiedenis" in alles(at)


def test_lege_database_zegt_wat_te_doen(open_app, eigen_datamap):
    at = open_app(eigen_datamap, PAGINA)
    assert not at.exception
    assert "nog geen gegevens ingelezen" in alles(at)


def test_het_overzicht_tekent_wat_nog_komt_alleen_van_hele_segmenten(open_app, gedateerde_map):
    at = open_app(gedateerde_map)
    assert [(r["datum"][:7], r["kosten"]) for r in getekend(at)] == [
        ("2024-01", 3000), ("2024-02", 3000), ("2024-03", 3000),
    ]  # fmt: skip
    assert all(r["laag"] <= 6000 <= r["hoog"] for r in getekend(at))
    assert getekend(open_app(gedateerde_map, aanbieder=SNEL)) == []


def test_een_vastgezette_aanbieder_staat_naast_alleen_wat_gedeclareerd_is(open_app, gedateerde_map):
    at = open_app(gedateerde_map, naast=urlencode({"aanbieder": SNEL}))
    assert not at.exception
    rijen = [
        rij
        for g in at.get("vega_lite_chart")
        for rij in pa.ipc.open_stream(g.proto.data.data).read_all().to_pylist()
        if "naast" in rij and rij.get("segment") == "Segment Jeugd Ambulant"
    ]
    assert {r["naast"] for r in rijen} == {3000}  # 30 × € 100 a month, without what is expected of others
    assert not open_app(gedateerde_map, aanbieder=SNEL, naast=urlencode({"jaar": 2023})).exception
