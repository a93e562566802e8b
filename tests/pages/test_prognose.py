"""The page Prognose: the year beside its budget, a budget entered, a forecast kept, and little or no data."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.opslag import BuitenDeclaraties, Opslag
from core.opslag.begroting import Begrotingen, Begrotingsregel
from core.opslag.scenarios import Scenarios
from tests.core.cijfers.hulp import VOLTIJD, reeks
from tests.pages.conftest import alles, html_met, vul

PAGINA = "pages/sturing/prognose.py"
BRUG = "Van begroting naar prognose"
SCENARIO = "Scenario's"
AMBULANT, WONEN = "Segment Jeugd Ambulant", "Segment Jeugd Wonen"


@pytest.fixture
def vlakke_map(tmp_path: Path) -> Path:
    """Ambulant: 6 jeugdigen of € 100.000 a month, Wonen: 7 of € 10.000; January 2022 - April 2024."""
    regels = [r for n in range(6) for r in reeks(f"a{n}", "2022-01", "2024-04", bedrag=100_000)]
    regels += [r for n in range(7) for r in reeks(f"w{n}", "2022-01", "2024-04", bedrag=10_000, **VOLTIJD)]
    vul(tmp_path / "vlak", regels)
    return tmp_path / "vlak"


def rijen(at) -> list[str]:
    """The rows of the controller's table as text."""
    (html,) = html_met(at, 'class="tabel prognose"')
    kaal = html.replace("</td>", " | ").replace("</th>", " | ")
    return [
        "".join(deel.split(">", 1)[-1] for deel in rij.split("<")).strip() for rij in kaal.split("<tr")[2:]
    ]


def test_zonder_begroting_staat_de_prognose_er_en_wat_er_mist(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA)
    assert not at.exception
    assert (
        "2024 komt naar verwachting uit op €\u00a08,0\u00a0mln; er is nog geen begroting ingevoerd."
        in alles(at)
    )
    # × € 1.000: 4 months of 600 declared, 8 to come.
    assert rijen(at)[0] == f"{AMBULANT} | – | 2.400 | 0 | 4.800 | 7.200 | – | – | – |"
    assert rijen(at)[-1] == "Totaal | – | 2.680 | 0 | 5.360 | 8.040 | – | – | – |"


def test_een_begroting_invoeren_en_de_prognose_bevriezen(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA)
    at.session_state["begroting-luik"] = True
    at.run()
    at.number_input(key=f"begroting-2024-{AMBULANT}").set_value(7_000_000)
    at.number_input(key=f"begroting-2024-{WONEN}").set_value(800_000)
    at.number_input(key=f"gewijzigd-2024-{WONEN}").set_value(900_000)
    next(b for b in at.button if b.label == "Begroting bewaren").click().run()
    assert [r.geldend for r in Begrotingen().begroting(2024, demo=False)] == [7_000_000_00, 900_000_00]
    assert (
        f"Het grootste nadeel is {AMBULANT} (€ 200.000), het grootste voordeel is {WONEN} (€ 60.000)."
        in alles(at)
    )
    assert "€\u00a0140.000 meer dan begroot" in alles(at)
    assert rijen(at)[0].endswith("| -200 | N |") and rijen(at)[-1].endswith("| -140 | N |")
    at.session_state["bevries-luik"] = True
    at.run()
    at.text_input[-1].set_value("Berap 1")
    next(b for b in at.button if b.label == "Bevriezen").click().run()
    assert "Berap 1 (" in html_met(at, 'class="tabel prognose"')[0] and not at.exception
    assert rijen(at)[-1].endswith("| N | 8.040 |")
    at.text_input[-1].set_value("Berap 1")
    next(b for b in at.button if b.label == "Bevriezen").click().run()
    assert "al een prognose van 2024 bevroren" in alles(at)
    later = open_app(vlakke_map, PAGINA, prognose="Eerdere prognoses")
    assert "Berap 1" in alles(later) and not later.exception


def test_een_begroting_uit_een_csv_vervangt_die_van_het_jaar(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA)
    at.session_state["begroting-luik"] = True
    at.run()
    for inhoud in (
        b"segment;primitief\nSegment Jeugd Wonen;veel\n",
        b"segment;primitief\nsegment jeugd wonen;800.000\n",
    ):
        at.file_uploader[0].upload("begroting.csv", inhoud)
        next(b for b in at.button if b.label == "Begroting uit CSV bewaren").click().run()
        assert not at.exception
        if b"veel" in inhoud:
            assert "Regel 2: hier hoort een segment met een bedrag in euro's." in alles(at)
    assert rijen(at)[1].startswith(f"{WONEN} | 800 |")
    assert at.number_input(key=f"begroting-2024-{WONEN}").value == 800_000


def test_een_scenario_maken_hernoemen_en_weggooien(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA, prognose=SCENARIO)
    assert html_met(at, "zelfde maanden vorig jaar met halve groei")  # what the forecast itself assumes
    nummer = {n.label: n for n in at.number_input}
    nummer["Prijs (tariefindex), in %"].set_value(10.0).run()
    # Of 8.040 are 5.360 to come: 536 more.
    assert rijen(at)[-1] == "Totaal | 8.040 | 0 | 0 | 536 | 8.576 | – | – | – |"
    assert "€ 536.000 meer dan de prognose" in alles(at).replace("\u00a0", " ")
    assert "Prijs: 10,0 % hoger dan in de prognose." in alles(at).replace("\u00a0", " ")
    at.selectbox(key="scenario-2024-0-0-stopt").set_value("Adelante").run()
    at.selectbox(key="scenario-2024-0-0-stopt-vanaf").set_value(7).run()
    at.slider(key="scenario-2024-0-0-stopt-verhuist").set_value(50).run()
    # From July on half of 670 a month: 6 × 335 less, and of what is left 10 % more.
    assert rijen(at)[-1].startswith("Totaal | 8.040 | 0 | -2.010 | 335 | 6.365")
    for naam, melding in (("over 123456782", "burgerservicenummer"), (" Krap ", "")):
        at.text_input(key="scenario-naam-0-0").set_value(naam)
        next(b for b in at.button if b.label == "Scenario bewaren").click().run()
        assert melding in alles(at) and not at.exception
    (krap,) = Scenarios().scenarios(2024, demo=False)
    assert (krap.naam, krap.prijs, krap.aanbieder, krap.vanaf, krap.verhuist) == (
        "Krap",
        10,
        "Adelante",
        7,
        50,
    )
    assert at.selectbox(key="scenario-welke").value == "Krap"
    at.text_input(key="scenario-naam-1-1").set_value("Ruim")
    next(b for b in at.button if b.label == "Wijziging bewaren").click().run()
    assert [s.naam for s in Scenarios().scenarios(2024, demo=False)] == ["Ruim"]
    assert "Met Ruim komt 2024 uit op" in alles(at) and html_met(at, '<td class="links">Ruim</td>')
    at.button(key="scenario-weg").click().run()
    assert Scenarios().scenarios(2024, demo=False) == [] and not at.exception
    assert at.selectbox(key="scenario-welke").value == "Nieuw scenario"


def test_een_jaar_dat_voorbij_is_kent_geen_scenario(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA, prognose=SCENARIO, **{"prognose-jaar": 2023})
    assert "2023 is voorbij" in alles(at) and not at.number_input and not at.exception


def test_een_wijziging_zonder_primitieve_begroting_gaat_niet_stil_verloren(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA)
    at.session_state["begroting-luik"] = True
    at.run()
    at.number_input(key=f"gewijzigd-2024-{WONEN}").set_value(900_000)
    next(b for b in at.button if b.label == "Begroting bewaren").click().run()
    assert f"Vul ook de primitieve begroting in (0 mag) bij {WONEN}" in alles(at)
    assert Begrotingen().begroting(2024, demo=False) == []
    at.number_input(key=f"begroting-2024-{WONEN}").set_value(0)
    next(b for b in at.button if b.label == "Begroting bewaren").click().run()
    assert "De begroting van 2024 is bewaard: 1 regel." in alles(at) and not at.exception


def test_een_jaar_zonder_uitgaven_buiten_de_declaraties_zegt_dat(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA, **{"prognose-jaar": 2025})
    assert "nog niet ingevoerd (in" not in alles(at)
    Opslag().zet_buiten_declaraties([BuitenDeclaraties(WONEN, 2024, "contract", 300_000_00)], False, "t")
    at.run()
    assert "van 2025 zijn die nog niet ingevoerd (in 2024 € 300.000)" in alles(at).replace("\u00a0", " ")


def test_per_product(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA)
    at.session_state["producten"] = True
    at.run()
    assert "Het grootste product is Begeleiding Individueel" in alles(at) and not at.exception
    assert html_met(at, "Waarvan afstemming op het segment")


def test_op_declaratiemaand(open_app, vlakke_map, volle_map):
    at = open_app(vlakke_map, PAGINA, **{"prognose-basis": "Declaratiemaand"})
    assert "Niet van alle regels is te zeggen in welke maand zij zijn gedeclareerd." in alles(at)
    assert rijen(at)[0].startswith(f"{AMBULANT} | – | – |") and not at.exception
    assert not open_app(volle_map, PAGINA, **{"prognose-basis": "Declaratiemaand"}).exception


def test_een_jaar_dat_nog_begint(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA, **{"prognose-jaar": 2025})
    assert rijen(at)[-1].startswith("Totaal | – | 0 | 0 | 8.040 | 8.040") and not at.exception


def test_een_jaar_dat_voorbij_is_en_een_segment(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA, **{"prognose-jaar": 2023, "prognose-segment": WONEN})
    assert not at.exception
    assert "2023 komt naar verwachting uit op €\u00a0840.000" in alles(at)
    assert [rij.split(" | ")[0] for rij in rijen(at)] == [WONEN]


def test_hoe_goed_de_prognoses_zijn(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA, prognose="Hoe goed de prognoses zijn")
    assert "100,0\u00a0%" in alles(at).replace(" %", "\u00a0%") and not at.exception


def test_van_begroting_naar_prognose(open_app, vlakke_map):
    at = open_app(vlakke_map, PAGINA, prognose=BRUG)
    assert "Hiervoor is een begroting van 2024 nodig" in alles(at)
    Begrotingen().zet_begroting([Begrotingsregel(2024, WONEN, 800_000_00)], 2024, demo=False, wie="t")
    at.run()
    assert "Van € 800.000 begroot naar € 8,0 mln verwacht." in alles(at).replace("\u00a0", " ")
    assert "2023 kostte meer dan begroot voor 2024" in alles(at) and not at.exception


@pytest.mark.parametrize(
    "deel", ["Het jaar", BRUG, SCENARIO, "Eerdere prognoses", "Hoe goed de prognoses zijn"]
)
def test_voorbeeld_en_een_enkele_regel(open_app, volle_map, kleine_map, deel):
    for map_ in (volle_map, kleine_map):
        assert not open_app(map_, PAGINA, prognose=deel).exception


def test_lege_database_zegt_wat_te_doen(open_app, eigen_datamap):
    at = open_app(eigen_datamap, PAGINA)
    assert not at.exception and "nog geen gegevens ingelezen" in alles(at)
