"""`prognose driehoek`: a triangle from a file, as JSON and as a table, and what is wrong with it in Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest

# 300/200 = 1,5 and 165/150 = 1,1: the last origin, 80, comes to 80 × 1,5 × 1,1 = 132.
REGELS = ["2021;1;100", "2021;2;150", "2021;3;165", "2022;1;100", "2022;2;150", "2023;1;80"]


@pytest.fixture
def schrijf(tmp_path: Path):
    def doe(*regels: str, kop: str = "oorsprong;ontwikkeling;waarde") -> Path:
        pad = tmp_path / "driehoek.csv"
        pad.write_text("\n".join([kop, *regels]) + "\n", encoding="utf-8")
        return pad

    return doe


def test_driehoek_als_json(roep, schrijf):
    uit = roep("prognose", "driehoek", schrijf(*reversed(REGELS)), "--json")
    assert uit.code == 0
    assert list(uit.json) == ["oorsprongen", "totaal"]
    laatste = uit.json["oorsprongen"][-1]
    assert laatste == {
        "oorsprong": "2023", "laatste": 80, "ultimate": pytest.approx(132), "reserve": pytest.approx(52), "se": 0,
    }  # fmt: skip
    assert uit.json["totaal"]["reserve"] == pytest.approx(52 + 15)


def test_alleen_de_laatste_oorsprongen(roep, schrijf):
    """Of the last one that knows both steps: 300 / 100, where all give 450 / 200."""
    pad = schrijf("a;1;100", "a;2;150", "b;1;100", "b;2;300", "c;1;10")
    assert roep("prognose", "driehoek", pad, "--oorsprongen", 1, "--json").json["totaal"]["reserve"] == 20


def test_nederlandse_bedragen_als_tabel(roep, schrijf):
    uit = roep("prognose", "driehoek", schrijf("a;1;1.000,50", "a;2;2.001,00", "b;1;500,25"))
    assert uit.code == 0
    assert "| b | 500 | 1.000 | 500 |" in uit.uit  # to the whole euro; --json has the cents


@pytest.mark.parametrize(
    ("regels", "zin"),
    [
        (["a;1;veel"], "Regel 2: hier hoort"),
        (["a;eerste;5"], "Regel 2: hier hoort"),
        (["a;1;5", "a;1;6"], "Regel 3: oorsprong a heeft ontwikkeling 1 al eerder"),
        (["a;1;0", "a;2;5"], "is geen factor te bepalen"),
        ([], "geen enkele waarde"),
    ],
)
def test_een_onbruikbare_driehoek_wordt_geweigerd(roep, schrijf, regels: list[str], zin: str):
    uit = roep("prognose", "driehoek", schrijf(*regels), "--json")
    assert (uit.code, uit.uit) == (1, "") and zin in uit.melding


def test_een_verkeerde_aanroep(roep, schrijf):
    assert roep("prognose", "driehoek", schrijf(kop="maand;stap;bedrag"), "--json").code == 2
    assert roep("prognose", "driehoek", schrijf(*REGELS), "--oorsprongen", 0).code == 2
    assert roep("prognose").code == 2


# The year ----------------------------------------------------------------------------------------


def test_begroting_prognose_en_bevriezen(roep, drie_aanbieders, tmp_path):
    """All lines are of January 2023 and long complete: every month to come is as much."""
    pad = tmp_path / "begroting.csv"
    pad.write_text("segment;primitief\nSegment Jeugd Ambulant;10.000\n", encoding="utf-8")
    assert "1 regel, samen € 10.000" in roep("prognose", "begroting", pad, "--jaar", 2023).melding
    (rij,) = roep("tabel", "prognose", "--jaar", 2023, "--formaat", "json").json
    assert (rij["gedeclareerd"], rij["prognose"], rij["verschil"], rij["v_n"]) == (678.5, 8142.0, 1858.0, "V")
    assert roep("prognose", "bevries", "Berap 1").code == 0
    weer = roep("prognose", "bevries", "Berap 1")
    assert weer.code == 1 and "al een prognose van 2023 bevroren" in weer.melding
    assert roep("tabel", "prognose-bevroren", "--formaat", "json").json[0]["prognose"] == 8142.0
    assert roep("prognose", "bevries", "X", "--jaar", 2019).code == 2


def test_een_onleesbare_begroting_verandert_niets(roep, drie_aanbieders, tmp_path):
    pad = tmp_path / "begroting.csv"
    pad.write_text("segment;primitief\nPGB;veel\n", encoding="utf-8")
    uit = roep("prognose", "begroting", pad, "--jaar", 2023)
    assert uit.code == 1 and "Regel 2" in uit.melding


def test_zonder_gegevens_is_er_niets_te_bevriezen(roep):
    assert roep("prognose", "bevries", "Berap 1").code == 1
    assert roep("tabel", "prognose", "--formaat", "json").json == []


def test_een_scenario_doorrekenen_bewaren_en_weggooien(roep, drie_aanbieders):
    """Eleven months of 678,50 to come: 10 % is 746,35."""
    uit = roep("prognose", "scenario", "--prijs", 10, "--bewaar", "Duurder", "--json")
    assert uit.code == 0 and uit.json[0]["door_prijs"] == 746.35 and "10,0" in uit.melding
    (rij,) = roep("tabel", "prognose-scenarios", "--formaat", "json").json
    assert (rij["scenario"], rij["uitkomst"]) == ("Duurder", 8142 + 746.35)
    weer = roep("prognose", "scenario", "duurder", "--segment", "segment jeugd ambulant", "--json")
    assert weer.json[0]["door_prijs"] == 746.35
    assert roep("prognose", "scenario", "--bewaar", "Duurder").code == 1
    for fout in (["Onbekend"], ["--prijs", 500], ["--aanbieder", "Niemand"], ["--jaar", 2019], ["--weg"]):
        assert roep("prognose", "scenario", *fout).code == 2, fout
    assert roep("prognose", "scenario", "Duurder", "--weg").code == 0
    assert roep("tabel", "prognose-scenarios", "--formaat", "json").json == []
