"""`python -m core sturing`: a KPI, an action, a talk that is noted on and closed, and its report read back."""

from __future__ import annotations

import io

import pytest

from core.opslag import Opslag
from tests.core.cijfers.hulp import reeks

BSN = "123456782"


@pytest.fixture(autouse=True)
def gegevens(vul) -> None:
    """23 jeugdigen of € 100 a month, until April 2024; known on 1 May."""
    vul([r for n in range(23) for r in reeks(f"a{n}", "2023-01", "2024-04")])


KPI = (
    "sturing", "kpi-bewaar", "--doel", "minder", "--naam", "jeugdigen ambulant", "--maat", "jeugdigen",
    "--segment", "segment jeugd ambulant", "--pad", "2023-01=24", "--pad", "2024-12=12,5", "--eigenaar", "Team beleid",
)  # fmt: skip


def test_van_kpi_tot_verslag(roep, tmp_path) -> None:
    from pptx import Presentation

    assert roep("sturing", "kpi").melding == "Er is nog geen KPI om op te sturen.\n"
    assert roep(*KPI).melding == "KPI 1 is bewaard.\n"
    (kpi,) = roep("sturing", "kpi", "--json").json
    assert (kpi["naam"], kpi["koers"], kpi["filter"]) == (
        "jeugdigen ambulant", "van koers", {"segment": ["Segment Jeugd Ambulant"]},
    )  # fmt: skip
    assert kpi["reeks"][0] == {
        "maand": "2023-01",
        "jeugdigen": 23,
        "doelpad": 24,
        "volledigheid": None,
        "voorlopig": False,
    }
    roep("sturing", "actie", "--titel", "Bellen", "--kpi", "1", "--datum", "2024-04-01")
    assert roep("sturing", "actie", "--nummer", "1", "--status", "loopt", "--opvolging", "gebeld").code == 0
    roep("sturing", "begin", "--datum", "2024-05-07", "--deelnemers", "beleid, control")
    assert roep("sturing", "noteer", "kpi", "Toegang zoekt het uit.").code == 0
    agenda = {p["punt"]: p for p in roep("sturing", "agenda", "--json").json}
    assert list(agenda) == ["acties", "kpi", "signalen", "prognose", "kwaliteit", "risicos"]
    (actie,) = agenda["acties"]["tabellen"][0]
    assert (actie["voor"], actie["datum"], actie["status"]) == (
        "jeugdigen ambulant",
        "1 april 2024 (te laat)",
        "loopt",
    )
    assert agenda["kpi"]["regels"][0].startswith("Jeugdigen ambulant: 23 (unieke jeugdigen) in jan 2024")
    assert roep("sturing", "sluit").code == 0
    # What comes after changes nothing of it.
    roep("sturing", "kpi-weg", "1")
    roep("sturing", "actie", "--nummer", "1", "--status", "klaar")
    assert "afgesloten, dataversie jeugd-000001 · beleid, control" in roep("sturing", "gesprekken").uit
    for soort in ("md", "pptx"):
        assert roep("sturing", "verslag", "--gesprek", "1", "--naar", tmp_path / f"v.{soort}").code == 0
    tekst = (tmp_path / "v.md").read_text(encoding="utf-8")
    assert "# Sturingsgesprek jeugdhulp Maastricht, 7 mei 2024" in tekst
    assert "> Toegang zoekt het uit." in tekst and "Bellen" in tekst and "cijfers zoals toen" in tekst
    assert "25 (unieke jeugdigen)" in tekst and "23 (unieke" not in tekst  # rounded: it leaves the building
    dias = Presentation(io.BytesIO((tmp_path / "v.pptx").read_bytes())).slides
    assert [s.chart.plots[0].series[0].values[0] for d in dias for s in d.shapes if s.has_chart] == [25]
    assert {r["wat"] for r in Opslag().logboek()} >= {
        "kpi bewaard",
        "kpi verwijderd",
        "sturingsgesprek afgesloten",
        "export",
    }
    assert "zoekt het uit" not in str(Opslag().logboek())


NIET = [
    ((*KPI[:-4], "--pad", "straks=3"), 1, "geen maand"),
    ((*KPI[:-4], "--pad", "2024-12"), 2, "geen punt zoals 2024-12=100"),
    ((*KPI, "--nummer", "9"), 2, "geen KPI met nummer 9"),
    (("sturing", "kpi-weg", "9"), 2, "geen KPI met nummer 9"),
    (("sturing", "actie", "--titel", f"over {BSN}"), 1, "burgerservicenummer"),
    (("sturing", "actie", "--nummer", "9"), 2, "geen actie met nummer 9"),
    (("sturing", "noteer", "kpi", "x"), 1, "begin er een"),
    (("sturing", "noteer", "weer", "x"), 2, "weer"),
    (("sturing", "begin", "--datum", "gisteren"), 2, "geen dag zoals"),
    (("sturing", "verslag", "--naar", "v.docx"), 2, "geen .pptx of .md"),
    (
        ("sturing", "verslag", "--naar", "v.md", "--gesprek", "9"),
        2,
        "geen afgesloten gesprek met nummer 9",
    ),
]


def test_wat_niet_kan_zegt_waarom(roep) -> None:
    for aanroep, code, zin in NIET:
        uit = roep(*aanroep)
        assert (uit.code, zin in uit.melding, BSN in uit.melding) == (code, True, False), aanroep
