"""Presenteren and the presentation itself, on full, tiny and empty data."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.export.scherm import Scherm, scherm_van
from core.export.vertoning import NietOpenbaar, Zaal
from core.filters import Filter
from core.grafieken import Grafiek, Kaart
from core.onthulling import Drempels
from core.opslag.weergaven import Presentatie, Weergave, Weergaven
from tests.pages.conftest import alles

Openen = Callable[..., AppTest]
PAGINA, BEAMER = "pages/sturing/presenteren.py", "pages/sturing/presentatie.py"


@pytest.fixture
def eigen(volle_map: Path, tmp_path: Path) -> Path:
    """The full data in a folder of its own, to write in."""
    return Path(shutil.copytree(volle_map, tmp_path / "eigen"))


def test_zonder_gegevens_zegt_de_pagina_wat_te_doen(open_app: Openen, tmp_path: Path) -> None:
    for pagina in (PAGINA, BEAMER):
        assert "Er zijn nog geen gegevens ingelezen" in alles(open_app(tmp_path / "leeg", pagina))


def test_de_domeinvergadering_staat_klaar(open_app: Openen, eigen: Path) -> None:
    at = open_app(eigen, PAGINA)
    assert "Domeinvergadering jeugdhulp Maastricht" in alles(at)
    assert "Er is nog niets bewaard." in alles(at)
    assert at.button(key="start-domeinvergadering").label == "Presenteren"


def test_alle_schermen_staan_op_de_pagina(open_app: Openen, eigen: Path) -> None:
    at = open_app(eigen, BEAMER, welke="domeinvergadering")
    tekst = alles(at)
    assert "zaalkaft" in tekst and "voorbeeldgegevens" in tekst
    assert tekst.count("zaaltitel") >= 10
    assert "Bron: voorbeeldgegevens (verzonnen)" in tekst


def test_met_kleine_aantallen_is_niets_te_zien(open_app: Openen, kleine_map: Path, tmp_path: Path) -> None:
    map_ = Path(shutil.copytree(kleine_map, tmp_path / "klein"))
    tekst = alles(open_app(map_, BEAMER, welke="domeinvergadering"))
    assert "De aantallen zijn hier te klein om te tekenen" in tekst


def test_een_onbekende_presentatie(open_app: Openen, eigen: Path) -> None:
    assert "Deze presentatie is er niet (meer)." in alles(open_app(eigen, BEAMER, welke="77"))


def test_een_vraag_filtert_alle_schermen_en_is_weer_weg(open_app: Openen, eigen: Path) -> None:
    at = open_app(eigen, BEAMER, welke="domeinvergadering")
    eerst = alles(at)
    at.text_input(key="zaaltekst").set_value("adelante 2022 blub").run()
    assert "Aanbieder: Adelante · Jaar: 2022" in alles(at)
    assert "Niet begrepen: blub." in alles(at)
    assert "jeugdigen met hulp in 2022 met aanbieder Adelante" in alles(at)
    at.button(key="zaal-terug").click().run()
    assert alles(at) == eerst
    at.text_input(key="zaaltekst").set_value("blub").run()
    assert "Geen naam, jaar of leeftijd herkend." in alles(at)


def test_een_buurt_met_een_leeftijd_biedt_de_wijk(open_app: Openen, eigen: Path) -> None:
    at = open_app(eigen, BEAMER, welke="domeinvergadering")
    at.text_input(key="zaaltekst").set_value("malberg 6-12").run()
    assert "staat een buurt niet naast een kenmerk van personen" in alles(at)
    at.button(key="zaal-wijk-1").click().run()
    assert "Wijk: Buitenwijk West" in alles(at)
    assert "staat een buurt niet naast" not in "".join(e.value for e in at.html if "dia-1" in e.value)


def test_de_versie_van_het_begin_blijft(open_app: Openen, eigen: Path) -> None:
    at = open_app(eigen, PAGINA)
    at.button(key="start-domeinvergadering").click().run()
    assert not at.exception
    assert Weergaven(eigen).vastgehouden() == {"jeugd-000001"}
    # A newer version in force: the presentation stays with its own.
    shutil.copy(eigen / "jeugd-000001.duckdb", eigen / "jeugd-000002.duckdb")
    (eigen / "actueel").write_text("jeugd-000002.duckdb", encoding="utf-8")
    tekst = alles(open_app(eigen, BEAMER, welke="domeinvergadering", versie="jeugd-000001"))
    assert "domeinvergadering-jeugd-000001" in tekst
    assert "domeinvergadering-jeugd-000002" in alles(open_app(eigen, BEAMER, welke="domeinvergadering"))


def test_een_eigen_presentatie_maken_wijzigen_en_verwijderen(open_app: Openen, eigen: Path) -> None:
    opslag = Weergaven(eigen)
    scherm = Scherm("aanbieders", Filter(jaar=(2023,)))
    w = opslag.bewaar_weergave(Weergave("Top", "aanbieders", "jaar=2023", figuur=scherm.als_json()), "lokaal")
    at = open_app(eigen, PAGINA)
    at.text_input(key="pres-naam-0").set_value("Voor de raad")
    at.multiselect(key="pres-wat-0").set_value([w.nummer])
    at.button(key="FormSubmitter:presentatie-0-Presentatie bewaren").click().run()
    assert opslag.presentaties("lokaal") == [
        Presentatie("Voor de raad", "", (w.nummer,), "lokaal", True, 1, 1)
    ]
    assert "**Voor de raad**" in alles(at)
    at.text_input(key="pres-naam-1").set_value("")
    at.button(key="FormSubmitter:presentatie-1-Presentatie bewaren").click().run()
    assert "Geef een naam; er is niets bewaard." in alles(at)
    at.button(key="pres-weg-1").click().run()
    assert opslag.presentaties("lokaal") == []


def test_weergaven_ordenen_hernoemen_en_verwijderen(open_app: Openen, eigen: Path) -> None:
    opslag = Weergaven(eigen)
    for naam in ("een", "twee"):
        opslag.bewaar_weergave(Weergave(naam, "clienten", "jaar=2023"), "lokaal")
    at = open_app(eigen, PAGINA)
    assert 'href="/clienten?jaar=2023"' in alles(at)
    at.button(key="weergave-Omhoog-2").click().run()
    assert [w.naam for w in opslag.weergaven("lokaal")] == ["twee", "een"]
    at.text_input(key="wg-naam-1").set_value("anders")
    at.button(key="FormSubmitter:weergave-wijzig-1-Wijziging bewaren").click().run()
    at.button(key="wg-weg-2").click().run()
    assert [w.naam for w in opslag.weergaven("lokaal")] == ["anders"]


def test_de_domeinvergadering_wordt_een_eigen_presentatie(open_app: Openen, eigen: Path) -> None:
    opslag = Weergaven(eigen)
    at = open_app(eigen, PAGINA)
    at.button(key="domein-eigen").click().run()
    assert not at.exception
    (eigen_,) = opslag.presentaties("lokaal")
    weergaven = {w.nummer: w for w in opslag.weergaven("lokaal")}
    assert eigen_.naam.startswith("Domeinvergadering") and len(eigen_.weergaven) == len(weergaven) >= 8
    aanbieders = next(w for w in weergaven.values() if w.pagina == "aanbieders")
    assert aanbieders.adres == "jaar=2023" and Scherm.uit_json(aanbieders.figuur).tabel == "aanbieders"
    tekst = alles(open_app(eigen, BEAMER, welke=str(eigen_.nummer)))
    assert tekst.count('class="zaaltitel') == len(weergaven)


def test_een_vraag_in_gewone_woorden_zet_de_filters(open_app: Openen, volle_map: Path) -> None:
    at = open_app(volle_map)
    at.text_input(key="vraag").set_value("adelante 2022 blub").run()
    assert at.multiselect(key="aanbieder").value == ["Adelante"]
    assert at.session_state["jaar"] == [2022]
    assert "Niet begrepen: blub." in alles(at)
    assert at.text_input(key="vraag").value == ""


def test_bij_een_buurt_met_te_weinig_jeugdigen_is_de_wijk_een_klik_weg(
    open_app: Openen, kleine_map: Path
) -> None:
    at = open_app(kleine_map)
    assert not [b for b in at.button if b.key == "vraag-wijk"]
    at.text_input(key="vraag").set_value("malberg").run()
    assert "In Malberg zijn het er te weinig om te tonen." in alles(at)
    at.button(key="vraag-wijk").click().run()
    assert at.multiselect(key="wijk").value == ["Buitenwijk West"]
    assert at.multiselect(key="buurt").value == [] and not at.exception


@pytest.mark.parametrize(
    ("pagina", "beelden"),
    [
        ("dashboard/overzicht", [{}]),
        ("dashboard/aanbieders", [{}, {"aanbieders-beeld": "Per segment"}, {"aanbieders-beeld": "Eén aanbieder", "kies-aanbieder": "Xonar"}]),
        ("dashboard/clienten", [{}, *({"clienten-beeld": b} for b in ("Intensiteit en duur", "In- en uitstroom", "Verwijzers"))]),
        ("dashboard/buurten", [{"buurtdetail": "Wyck"}]),
        ("dashboard/verwacht_werkelijk", [{"gebied": "Maastricht (gemeente)"}, {"verwacht": "Wijken en buurten"}, {"verwacht": "Brug naar het CBS"}]),
        ("sturing/prognose", [{}, {"prognose": "Scenario's"}]),
        ("sturing/contracten", [{"contracten": "Aansluiting"}]),
    ],
)  # fmt: skip
def test_elke_figuur_van_een_pagina_kan_op_een_scherm(
    open_app: Openen, volle_map: Path, pagina: str, beelden: list[dict[str, str]]
) -> None:
    for meer in beelden:
        at = open_app(volle_map, f"pages/{pagina}.py", jaar=2023, **meer)
        stukken = list(at.session_state["_stukken"].values())
        zaal = Zaal(at.session_state["_database"], Drempels())
        assert stukken, (pagina, meer)
        for stuk in stukken:
            scherm = scherm_van(stuk)
            if stuk.tabel.naam == "verwacht-modelkaart":  # all words
                continue
            assert scherm is not None, stuk.titel
            assert Scherm.uit_json(scherm.als_json()) == scherm
            if not zaal.mag(scherm):
                continue
            figuur = zaal.figuur(scherm)
            assert (figuur.titel or stuk.titel) and figuur.zin and len(figuur.van) <= len(stuk.tabel)
            if isinstance(stuk.wat, Grafiek | Kaart):
                assert type(figuur.beeld) is type(stuk.wat)
            elders = replace(scherm, filter=scherm.filter.met(segment=("PGB",)))
            with contextlib.suppress(NietOpenbaar):
                assert zaal.figuur(elders).van is not None
