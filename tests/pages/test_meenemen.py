"""What can be taken along: a menu at every figure, all of a page, and a number as a sentence."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from core.opslag import Opslag
from pages.onderdelen import downloads
from tests.pages.conftest import alles, regels, vul

PAGINAS = {
    "": ("kern", "jaren", "verwijzers", "kosten-per-maand", "jeugdigen-per-maand", "landschap"),
    "pages/dashboard/aanbieders.py": ("top-aanbieders", "concentratie", "ranglijst"),
    "pages/dashboard/clienten.py": ("leeftijd", "leeftijd-geslacht"),
    "pages/dashboard/buurten.py": ("buurtkaart-voet",),
}


@pytest.fixture
def open_menu(open_app):
    """A page with the menu of one figure open: `open_menu(map_, "jaren", pagina)`."""

    def openen(map_, sleutel: str, pagina: str = "", **parameters):
        at = open_app(map_, pagina, **parameters)
        at.session_state[f"{sleutel}-mee"] = True
        return at.run()

    return openen


@pytest.mark.parametrize(("pagina", "sleutels"), PAGINAS.items())
def test_elke_figuur_kan_mee_in_elk_bestand(open_app, volle_map, pagina, sleutels) -> None:
    at = open_app(volle_map, pagina, jaar=2023)
    stukken = at.session_state["_stukken"]
    assert tuple(stukken) == sleutels
    for sleutel, stuk in stukken.items():
        assert stuk.herleidbaar, sleutel


def test_menu_van_een_figuur_heeft_alle_bestanden_en_de_zin(open_menu, volle_map) -> None:
    at = open_menu(volle_map, "jaren", jaar=2023)
    assert [d.label for d in at.get("download_button")] == [
        "Presentatie (PPTX)", "Rekenblad (XLSX)", "Tabel (CSV)", "Afbeelding (PNG)", "Tekening (SVG)",
    ]  # fmt: skip
    assert "afgerond op vijftallen" in alles(at)
    at.button("jaren-zin").click().run()
    (zin,) = at.code
    assert "Code " in zin.value
    assert "kregen" in zin.value


def test_een_zin_komt_in_het_logboek_en_is_op_uitvoer_te_bewijzen(open_menu, tmp_path) -> None:
    map_ = tmp_path / "eigen"
    vul(map_, regels())
    at = open_menu(map_, "kern")
    at.button("kern-zin").click().run()
    alinea = at.code[0].value
    assert Opslag(map_).logboek(1)[0]["wat"] == "zin"
    at.switch_page("pages/beheer/uitvoer.py").run()
    at.text_input[0].set_value(alinea.rsplit("Code ", 1)[1].rstrip("."))
    at.button[0].click().run()
    assert at.code[0].value == alinea
    assert "opnieuw berekend uit gegevensversie" in alles(at)


def test_menu_van_de_pagina_neemt_alles_mee(open_menu, volle_map, monkeypatch) -> None:
    gemaakt = []
    monkeypatch.setattr(
        downloads.st, "download_button", lambda titel, data, **o: gemaakt.append((titel, data))
    )
    at = open_menu(volle_map, "pagina", jaar=2023)
    assert not at.exception
    assert [titel for titel, _ in gemaakt] == ["Presentatie (PPTX)", "Rekenblad (XLSX)"]
    dias = Presentation(io.BytesIO(gemaakt[0][1]())).slides
    assert len(dias) >= len(PAGINAS[""])
    assert "voorbeeldgegevens" in [v.text_frame.text for v in dias[0].shapes if v.has_text_frame]


def test_zonder_gegevens_is_er_niets_mee_te_nemen(open_app, tmp_path) -> None:
    at = open_app(tmp_path / "leeg")
    assert at.session_state["_stukken"] == {}
    assert "Hele pagina meenemen" not in str(at.main)


def test_gepubliceerde_cijfers_gaan_mee_zonder_ingelezen_gegevens(open_menu, tmp_path, monkeypatch) -> None:
    gemaakt = {}
    monkeypatch.setattr(
        downloads.st, "download_button", lambda titel, data, **o: gemaakt.setdefault(titel, data)
    )
    at = open_menu(
        tmp_path, "naast-figuur", "pages/dashboard/verwacht_werkelijk.py", gebied="Maastricht (gemeente)"
    )
    assert not at.exception
    assert "afgerond op vijftallen" not in alles(at)
    (dia, *_) = Presentation(io.BytesIO(gemaakt["Presentatie (PPTX)"]())).slides
    plot = next(v.chart for v in dia.shapes if v.has_chart).plots[0]
    assert plot.categories[0] == "Maastricht (gemeente)"
    assert {reeks.name: round(reeks.values[0], 1) for reeks in plot.series}["werkelijk"] == 17.1
    assert "een verschil is geen oordeel" in gemaakt["Tabel (CSV)"]().decode()
    assert "een verschil is geen oordeel" in gemaakt["Tekening (SVG)"]().decode()
    assert Opslag(tmp_path).logboek(1)[0]["details"]["figuren"] == [{"tabel": "verwacht"}]


def test_kleine_aantallen_gaan_als_reden_mee(open_menu, kleine_map) -> None:
    at = open_menu(kleine_map, "kern")
    at.button("kern-zin").click().run()
    assert "niet getoond, omdat het kleiner dan 5 is" in at.code[0].value


def test_uitvoer_onbekende_code_en_sjabloon(open_app, volle_map) -> None:
    at = open_app(volle_map, "pages/beheer/uitvoer.py")
    at.text_input[0].set_value("AAAA-BBBB")
    at.button[0].click().run()
    assert "nooit gegeven" in alles(at)
    assert "sobere opmaak" in alles(at)


def test_wat_een_pagina_liet_zien_blijft_niet_hangen(open_app, volle_map) -> None:
    at = open_app(volle_map, "pages/dashboard/buurten.py")
    at.switch_page("pages/beheer/uitvoer.py").run()
    assert at.session_state["_stukken"] == {}
