"""The bundled tables: complete, consistent with each other and out of reach of their readers."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from core import referentie
from core.begrippen import Bekostiging, Buurtcode

FEITEN = Path(__file__).parents[4] / "shared" / "feiten"


def test_the_purchase_tree_has_24_products_in_the_order_of_the_slide():
    tabel = referentie.producten()
    assert len(tabel) == 24
    assert list(tabel["volgorde"]) == list(range(1, 25))
    assert list(tabel["segment"].unique()) == [
        "Verblijf (OUD)", "Segment Jeugd Ambulant", "Segment Jeugd Crisis", "Segment Jeugd GIKJ",
        "Segment Jeugd JB/JR", "Segment Jeugd Wonen", "Doelgroeparrangementen", "LTA", "Maatwerk", "PGB",
    ]  # fmt: skip
    assert set(tabel["bekostiging"]) == {str(b) for b in Bekostiging}


def test_pleegzorg_is_a_product_of_two_segments():
    tabel = referentie.producten()
    assert set(tabel.loc[tabel["product"] == "Pleegzorg", "segment"]) == {
        "Segment Jeugd Ambulant",
        "Segment Jeugd Wonen",
    }


def test_44_buurten_lie_in_7_wijken_and_each_has_a_border():
    tabel = referentie.buurten()
    assert len({Buurtcode(code) for code in tabel["buurtcode"]}) == 44
    assert tabel["wijkcode"].nunique() == tabel["wijk"].nunique() == 7
    met_grens = {f["properties"]["buurtcode"] for f in referentie.buurtgrenzen()["features"]}
    assert met_grens == set(tabel["buurtcode"])


def test_only_the_demo_has_inhabitants():
    voorbeeld = referentie.bevolking(demo=True)
    assert len(voorbeeld) == 44 * 4 * 4
    assert (voorbeeld["aantal"] >= 0).all()
    assert voorbeeld.groupby("jaar")["aantal"].sum().between(15_000, 17_000).all()
    leeftijden = [
        a for v, t in set(zip(voorbeeld["van"], voorbeeld["tot"], strict=True)) for a in range(v, t + 1)
    ]
    assert sorted(leeftijden) == list(range(18))
    bestand = pd.read_csv(referentie.REFERENTIE / "bevolking_voorbeeld.csv")
    klassen = voorbeeld.groupby(["buurtcode", "jaar"])["aantal"].sum()
    assert klassen.tolist() == bestand["jeugd_0_17"].tolist()  # the classes add up to the old number
    echt = referentie.bevolking(demo=False)
    assert echt.empty
    assert list(echt.columns) == list(voorbeeld.columns)


def test_every_segment_and_product_is_explained_in_one_line():
    tabel = referentie.producten()
    assert list(referentie.segment_uitleg()) == list(tabel["segment"].unique())
    assert set(referentie.product_uitleg()) == set(zip(tabel["segment"], tabel["product"], strict=True))
    uitleg = [*referentie.segment_uitleg().values(), *referentie.product_uitleg().values()]
    assert all(re.fullmatch(r"[A-Z][^\n]{20,120}\.", tekst) for tekst in uitleg)


def test_the_landscape_gives_the_shares_of_the_slide():
    delen = {deel.sleutel: deel for deel in referentie.landschap()}
    aandelen = [delen[f"toegang_{wie}"].aandeel_pct for wie in ("gemeente", "huisarts", "gi", "overig")]
    assert aandelen == [45, 40, 10, 5]
    assert delen["doelgroeparrangementen"].kosten == 780_000
    assert delen["sociale_basis"].kosten is None


def test_the_slide_totals_are_unique_so_parts_add_up_to_more():
    tabel = referentie.presentatie_jeugdigen()
    totaal = tabel.loc[tabel["niveau"] == "totaal", "2023"].item()
    assert totaal == 2859
    assert tabel.loc[tabel["niveau"] == "segment", "2023"].sum() == 3369
    leeftijd = referentie.presentatie_leeftijd()
    assert (leeftijd[["0-5", "6-12", "13-17", "18+"]].sum(axis=1) == leeftijd["totaal"]).all()


def test_a_reader_cannot_change_the_table_of_the_next():
    tabel = referentie.producten()
    tabel["segment"] = "weg"
    referentie.buurtgrenzen()["features"].clear()
    assert "weg" not in set(referentie.producten()["segment"])
    assert len(referentie.buurtgrenzen()["features"]) == 44


def test_every_file_has_a_source_line():
    bronnen = (referentie.REFERENTIE / "BRONNEN.md").read_text(encoding="utf-8")
    for bestand in referentie.REFERENTIE.glob("*.*"):
        assert bestand.name == "BRONNEN.md" or f"`{bestand.name}`" in bronnen, bestand.name


@pytest.mark.parametrize(
    "naam", ["presentatie_unieke_jeugdigen.csv", "presentatie_leeftijd_ambulant_2024.csv"]
)
def test_the_slides_are_as_in_the_shared_facts(naam):
    if not (FEITEN / naam).exists():
        pytest.skip("the shared facts are not beside this repository")
    assert (referentie.REFERENTIE / naam).read_bytes() == (FEITEN / naam).read_bytes()
