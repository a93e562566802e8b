"""The page Sturingsgesprek: a KPI with its three questions, the agenda, and a talk read back as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.filters import Filter
from core.opslag.gesprekken import Actiestatus, Gesprekken
from core.opslag.kpis import Kpi, Kpis
from core.opslag.sturingsgesprekken import Sturingsgesprekken
from core.sturing.kpibewaren import selectie_van
from tests.core.cijfers.hulp import reeks
from tests.pages.conftest import alles, html_met, vul

PAGINA = "pages/sturing/sturingsgesprek.py"
AMBULANT = "Segment Jeugd Ambulant"
BSN = "123456782"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """23 jeugdigen of € 100 a month, January 2023 - April 2024."""
    vul(tmp_path / "eigen", [r for n in range(23) for r in reeks(f"a{n}", "2023-01", "2024-04")])
    return tmp_path / "eigen"


def met_kpi(map_: Path) -> Kpi:
    kpi = Kpi(
        "minder jeugdigen", "jeugdigen ambulant", "jeugdigen", selectie_van(Filter(segment=(AMBULANT,))),
        pad=((2023 * 12, 24), (2024 * 12, 24), (2024 * 12 + 11, 13)), eigenaar="Team beleid", regel=AMBULANT,
    )  # fmt: skip
    return Kpis(map_).bewaar(kpi, "t")


def knop(at: AppTest, titel: str, n: int = 0) -> AppTest:
    [b for b in at.button if b.label == titel][n].click()
    return at.run()


def test_een_kpi_maken_wijzigen_en_verwijderen(open_app, map_):
    at = open_app(map_, PAGINA)
    assert "Er is nog geen KPI om op te sturen." in alles(at)
    at.session_state["kpi-nieuw"] = True
    at.run()
    at.text_input(key="kpi-0-0-doel").set_value("minder jeugdigen")
    at.text_input(key="kpi-0-0-naam").set_value(f"gaat om {BSN}")
    at.selectbox(key="kpi-0-0-maat").set_value("jeugdigen")
    for n, (maand, doel) in enumerate((("2023-01", 30), ("2024-12", 10))):
        at.text_input(key=f"kpi-0-0-maand-{n}").set_value(maand)
        at.number_input(key=f"kpi-0-0-punt-{n}").set_value(doel)
    at = knop(at, "KPI bewaren")
    assert "burgerservicenummer" in at.error[0].value and Kpis(map_).alle(False) == []
    at.text_input(key="kpi-0-0-naam").set_value("jeugdigen")
    at = knop(at, "KPI bewaren")
    assert "De KPI is bewaard." in alles(at) and "De KPI is van koers." in alles(at)
    at.session_state["kpi-wijzig"] = True
    at.run()
    at.text_input(key="kpi-1-1-maand-2").set_value("2025-12")
    at.number_input(key="kpi-1-1-punt-2").set_value(5)
    at = knop(at, "KPI bewaren")
    (kpi,) = Kpis(map_).alle(False)
    assert kpi.pad == ((2023 * 12, 30), (2024 * 12 + 11, 10), (2025 * 12 + 11, 5)) and kpi.versie == 2
    at = knop(at, "KPI verwijderen")
    assert "is verwijderd" in alles(at) and Kpis(map_).alle(False) == [] and not at.exception


def test_de_drie_vragen_van_een_kpi(open_app, map_):
    met_kpi(map_)
    at = open_app(map_, PAGINA, **{"kpi-euro": "true"})
    tekst = alles(at)
    assert (
        "**Jeugdigen ambulant: 23 (unieke jeugdigen) in jan 2024, tegen 24 op het doelpad: op koers.**"
        in tekst
    )
    for vraag in ("Wat zegt het dashboard?", "Hoe sturen we (bij)?", "Wat is de relatie met het P&C-proces?"):
        assert vraag in tekst
    assert "feb 2024" in tekst.lower() and "niet als resultaat" in tekst
    assert "8 maanden × -6,5 × € 100 = -€ 5.200" in tekst and html_met(at, "Effect van het doelpad")
    assert len(at.get("vega_lite_chart")) == 1 and not at.exception


def test_een_actie_uitzetten_en_bijwerken(open_app, map_):
    met_kpi(map_)
    at = open_app(map_, PAGINA)
    at.session_state["kpiactie-1-0-0-luik"] = True
    at.run()
    at = knop(at, "Actie bewaren")
    assert "Geef de actie een titel" in at.error[0].value
    at.text_input(key="kpiactie-1-0-0-titel").set_value("Aanbieders bellen")
    at.date_input(key="kpiactie-1-0-0-dag").set_value(date(2024, 4, 1))
    at = knop(at, "Actie bewaren")
    assert "**Aanbieders bellen**" in alles(at) and "**te laat**" in alles(at)
    at.session_state["kpiactie-1-1-1-luik"] = True
    at.run()
    at.selectbox(key="kpiactie-1-1-1-status").set_value(Actiestatus.KLAAR)
    at.text_area(key="kpiactie-1-1-1-opvolging").set_value("Drie gebeld.")
    at = knop(at, "Actie bewaren")
    (actie,) = Gesprekken(map_).alle_acties(False)
    assert (actie.kpi, actie.status, actie.opvolging) == (1, Actiestatus.KLAAR, "Drie gebeld.")
    assert "**te laat**" not in alles(at) and "Opvolging: Drie gebeld." in alles(at)


def test_een_gesprek_van_begin_tot_terugkijken(open_app, map_):
    kpi = met_kpi(map_)
    at = open_app(map_, PAGINA, sturing="Agenda")
    assert [s.value for s in at.subheader] == [
        "1. Openstaande acties", "2. KPI's", "3. Nieuwe afwijkingen", "4. Prognose en begroting", "5. Kwaliteit van de gegevens",
        "6. Ontwikkelingen en risico's",
    ]  # fmt: skip
    at.text_input(key="sturing-wie").set_value("beleid en control")
    at = knop(at, "Gesprek beginnen")
    at.text_area(key="notitie-1-kpi-tekst").set_value(f"Over {BSN}.")
    at = knop(at, "Notitie bewaren", 1)
    assert "burgerservicenummer" in at.error[0].value
    at.text_area(key="notitie-1-kpi-tekst").set_value("Zo doorgaan.")
    at = knop(at, "Notitie bewaren", 1)
    at = knop(at, "Ja, afsluiten")
    assert "Het gesprek is afgesloten" in alles(at) and not at.exception
    assert Sturingsgesprekken(map_).open(False) is None
    Kpis(map_).verwijder(kpi, "t")  # the talk still shows it
    later = open_app(map_, PAGINA, sturing="Eerdere gesprekken")
    assert "Jeugdigen ambulant: 23" in alles(later) and "beleid en control" in alles(later)
    assert "Zo doorgaan." in [t.value for t in later.text] and "cijfers zoals toen" in alles(later)
    assert len(later.get("vega_lite_chart")) == 1 and not later.exception


@pytest.mark.parametrize("deel", ["KPI's", "Agenda", "Eerdere gesprekken"])
def test_een_enkele_regel_toont_geen_aantal(open_app, kleine_map, deel):
    at = open_app(kleine_map, PAGINA, sturing=deel)
    assert not at.exception and "1 jeugdige" not in alles(at)


def test_zonder_gegevens_de_weg_naar_inlezen(open_app, tmp_path):
    assert "nog geen gegevens ingelezen" in alles(open_app(tmp_path / "leeg", PAGINA))
