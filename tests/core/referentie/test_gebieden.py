"""Areas: every gemeente lies in one area of every kind, and the facts are as they were read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from core.referentie import REFERENTIE
from core.referentie import gebieden as g
from core.referentie.gebieden import Gebiedssoort

FEITEN = Path(__file__).parents[4] / "shared" / "feiten"


@pytest.mark.parametrize(
    ("soort", "aantal"),
    [
        (Gebiedssoort.GEMEENTE, 345), (Gebiedssoort.JEUGDREGIO, 42), (Gebiedssoort.SWV_PO, 76),
        (Gebiedssoort.SWV_VO, 74), (Gebiedssoort.VEILIGHEIDSREGIO, 25), (Gebiedssoort.PROVINCIE, 12),
        (Gebiedssoort.NEDERLAND, 1),
    ],
)  # fmt: skip
def test_elke_gemeente_ligt_in_precies_een_gebied_van_elke_soort(soort: Gebiedssoort, aantal: int) -> None:
    deze = [x for x in g.gebieden() if x.soort is soort]
    assert len(deze) == aantal
    leden = [code for x in deze for code in x.gemeenten]
    assert len(leden) == len(set(leden)) == 345


def test_codes_en_titels_zijn_uniek() -> None:
    assert len({x.code for x in g.gebieden()}) == len(g.gebieden())
    assert len({x.titel for x in g.gebieden()}) == len(g.gebieden())


def test_maastricht_en_zijn_regios() -> None:
    assert g.gebied("GM0935").titel == "Maastricht (gemeente)"
    assert g.regio_van("GM0935", Gebiedssoort.JEUGDREGIO).naam == "Zuid-Limburg"
    assert len(g.regio_van("GM0935", Gebiedssoort.JEUGDREGIO).gemeenten) == 16
    assert g.regio_van("GM0935", Gebiedssoort.SWV_PO).titel == "SWV PO 31-05 (Maastricht e.o.)"
    assert g.regio_van("GM0935", Gebiedssoort.NEDERLAND).code == "NL"
    with pytest.raises(KeyError):
        g.gebied("GM9999")


def test_een_gemeente_in_meer_verbanden_wordt_bij_het_verband_genoemd() -> None:
    verbanden = [x for x in g.gebieden() if x.soort in (Gebiedssoort.SWV_PO, Gebiedssoort.SWV_VO)]
    assert any("Westerwolde" in x.opmerking for x in verbanden)
    assert all(x.opmerking == "" or x.opmerking.endswith(".") for x in verbanden)


def test_tabellen_van_gemeenten_gaan_over_dezelfde_gemeenten() -> None:
    codes = set(g.gemeentenamen())
    assert set(g.jeugdzorg()["gemeentecode"]) == set(g.kenmerken()["gemeentecode"]) == codes


def test_aantallen_en_percentages_kunnen_kloppen() -> None:
    cijfers = g.jeugdzorg()
    assert cijfers["jongeren_met_jeugdzorg"].sum() == 461_955
    assert cijfers["pct_jeugdhulp"].between(0, 30).all()
    assert len(g.scp_wijken()) == len(g.wijken_2021()) == 7
    assert g.wijken_2021()["jongeren_met_jeugdzorg"].sum() == 2_500


def test_een_lezer_kan_de_tabel_van_de_volgende_niet_veranderen() -> None:
    tabel = g.landelijk()
    tabel["bron"] = "weg"
    assert "weg" not in set(g.landelijk()["bron"])


def test_herkomst_van_inwoners_is_er_niet_bij() -> None:
    assert not [k for k in g.kenmerken() if "achtergrond" in k]


@pytest.mark.parametrize(
    "naam",
    [
        "gemeenten_2022",
        "gemeente_regio",
        "landelijk",
        "scp_maastricht_2017",
        "maastricht_wijken_2021",
        "gemeenten_kenmerken",
    ],
)
def test_de_cijfers_zijn_die_van_de_gedeelde_feiten(naam: str) -> None:
    if not (FEITEN / f"{naam}.csv").exists():
        pytest.skip("the shared facts are not beside this repository")

    def lees(pad: Path) -> list[dict[str, str]]:
        with pad.open(encoding="utf-8", newline="") as f:
            return [{k: w for k, w in rij.items() if "achtergrond" not in k} for rij in csv.DictReader(f)]

    assert lees(REFERENTIE / f"{naam}.csv") == lees(FEITEN / f"{naam}.csv")
