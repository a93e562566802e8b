"""The registered tables: what hides in one may not follow from its other cells or from another table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from core.begrippen import Rol
from core.cijfers.tabellen import TABELLEN
from core.filters import Filter
from core.onthulling import REGISTER, Herkomst, beveilig, tabel

STURING = Herkomst("v1", None, False, Filter(), 5, Rol.STURING, None, None, None)
DICHT = "verborgen"


def rijen(naam: str, **kolommen: list[object]) -> list[tuple[object, ...]]:
    exact = pd.DataFrame({k.naam: None for k in TABELLEN[naam].kolommen} | kolommen)
    return [tuple(rij[k] for k in kolommen) for rij in beveilig(TABELLEN[naam], exact, STURING).rijen()]


def test_effecten_gaan_mee_met_een_klein_aantal_in_een_van_beide_jaren():
    # volume_effect / p0 = -700 / 100: without this q1 would be 10 - 7 = 3
    assert rijen(
        "prijs-volume",
        q0=[10], p0=[100.0], q1=[3], p1=[110.0],
        volume_effect=[-700.0], kosten_per_jeugdige_effect=[100.0], samenloop=[-70.0],
    ) == [(10, 100.0, "<5", DICHT, DICHT, DICHT, DICHT)]  # fmt: skip


def test_een_kleine_duurklasse_volgt_niet_uit_het_totaal_bij_de_mediaan():
    # the table duur-mediaan says 61 ended: 61 - 53 - 6 = 2
    klassen = rijen("duur", klasse=["≤3", "4-6", "7-12"], beeindigd=[53, 6, 2], lopend=[0, 0, 0])
    assert klassen == [("≤3", 53, 0), ("4-6", DICHT, 0), ("7-12", "<5", 0)]


def test_een_klein_product_volgt_niet_uit_de_kolom_van_zijn_segment():
    # 6-12: the segment has 4.330, product B 4.000; product A of 3 jeugdigen would be the 330 between
    producten = rijen(
        "leeftijd-per-product",
        niveau=["segment", "product", "product", "product"],
        segment=["S"] * 4,
        product=[None, "A", "B", "B"],
        leeftijd=["6-12", "6-12", "6-12", "13-17"],
        jeugdigen=[23, 3, 20, 60],
        kosten=[4330.0, 330.0, 4000.0, 9000.0],
    )
    assert [rij[4:] for rij in producten] == [(23, 4330.0), ("<5", DICHT), (DICHT, DICHT), (DICHT, DICHT)]


def test_een_klein_product_volgt_niet_uit_de_arrangementen_van_alle_producten():
    # intensiteit-duur says 23 arrangementen laag, kort: 23 - 20 = 3
    uit = rijen(
        "intensiteit",
        segment=["S", "S"],
        product=["A", "B"],
        intensiteit=["laag", "laag"],
        duur=["kort", "kort"],
        jeugdigen=[3, 20],
        arrangementen=[3, 20],
        kosten=[330.0, 4000.0],
    )
    assert [rij[4:] for rij in uit] == [("<5", "<5", DICHT), (DICHT, DICHT, DICHT)]


def test_arrangementen_van_een_klein_product_volgen_niet_uit_die_van_het_segment():
    # an arrangement is of one product, so 60 - 40 - 18 = 2; jeugdigen overlap and stay
    uit = rijen(
        "jeugdigen-per-product",
        niveau=["segment", "product", "product", "product"],
        segment=["S"] * 4,
        product=[None, "A", "B", "C"],
        jaar=[2023] * 4,
        jeugdigen=[45, 2, 15, 35],
        arrangementen=[60, 2, 18, 40],
        kosten=[100.0, 10.0, 20.0, 70.0],
    )
    assert [rij[4:6] for rij in uit] == [(45, 60), ("<5", "<5"), (15, DICHT), (35, 40)]


def test_een_bedrag_van_een_maand_of_jaar_volgt_niet_uit_de_som_over_de_tijd():
    # a lezer sees 300 for the segment over all months: 300 - 100 - 190 = 10
    exact = pd.DataFrame(
        {
            "maand": ["2024-01", "2024-02", "2024-03"],
            "segment": ["S"] * 3,
            "jeugdigen": [20, 30, 3],
            "kosten": [100.0, 190.0, 10.0],
            "volledigheid": [None] * 3,
            "voorlopig": [False] * 3,
        }
    )
    lezer = Herkomst("v1", None, False, Filter(), 5, Rol.LEZER, None, None, None)
    tabel = beveilig(TABELLEN["kosten-per-maand"], exact, lezer)
    assert [rij["kosten"] for rij in tabel.rijen()] == [DICHT, 190.0, DICHT]


def buiten(naam: str, **kolommen: list[Any]) -> list[dict[str, Any]]:
    """The rows of a table as they stand in a file, from exact columns."""
    return beveilig(TABELLEN[naam], pd.DataFrame(kolommen), replace(STURING, buiten=True)).rijen()


@pytest.mark.parametrize(("naam", "kop"), [("verwijzers", "verwijzer"), ("verwijzergroepen", "groep")])
def test_in_een_bestand_geeft_een_aandeel_het_exacte_totaal_niet_terug(naam, kop):
    # 46 jeugdigen in all, of whom 22 and 27 (3 have both); rounded 45, 20 and 25
    delen = {"jeugdigen": [22, 27], "kosten": [1.0, 1.0], "aandeel": [100 * 22 / 46, 100 * 27 / 46]}
    een, ander = buiten(naam, **{kop: ["A", "B"]}, **delen)
    assert (een["jeugdigen"], round(een["aandeel"], 6)) == (20, round(100 * 20 / 45, 6))
    assert (ander["jeugdigen"], round(ander["aandeel"], 6)) == (25, round(100 * 25 / 45, 6))


def test_in_een_bestand_geven_kosten_per_zorgmaand_het_aantal_maanden_niet_terug():
    # 23 jeugdigen with 137 months in care for 2.740 euros; rounded 25 and 135
    kern = {"jeugdigen": [23], "gemiddeld_in_zorg": [11.4], "kosten": [2740.0], "arrangementen": [28]}
    rij = buiten("kerncijfers", **kern, kosten_per_jeugdige=[2740 / 23], kosten_per_zorgmaand=[20.0])[0]
    assert (rij["jeugdigen"], rij["gemiddeld_in_zorg"], rij["arrangementen"]) == (25, 10, 30)
    assert round(2740 / rij["kosten_per_jeugdige"], 6) == 25
    assert round(2740 / rij["kosten_per_zorgmaand"], 6) == 135


def test_in_een_bestand_geeft_per_1000_het_aantal_onder_de_18_niet_terug():
    # of 23 jeugdigen 17 are under 18, of 500 inhabitants; rounded 25 and 15
    kop = {"niveau": ["totaal"], "wijk": [None], "buurtcode": [None], "buurt": [None]}
    rij = buiten("buurten", **kop, jeugdigen=[23], kosten=[1.0], jeugd_0_17=[500], per_1000=[34.0])[0]
    assert (rij["jeugdigen"], rij["per_1000"]) == (25, 1000 * 15 / 500)


def test_in_een_bestand_geven_de_effecten_het_exacte_verschil_in_jeugdigen_niet_terug():
    # exactly 22 and 46 jeugdigen; rounded 20 and 45. 2.420 / 20 = 121 a year before, 5.060 / 45 now
    exact = pd.DataFrame({
        "segment": ["S"], "product": ["A"], "q0": [22], "p0": [110.0], "q1": [46], "p1": [110.0],
        "volume_effect": [2640.0], "kosten_per_jeugdige_effect": [0.0], "samenloop": [0.0],
    })  # fmt: skip
    rij = beveilig(TABELLEN["prijs-volume"], exact, replace(STURING, buiten=True)).rijen()[0]
    assert (rij["q0"], rij["q1"], rij["p0"]) == (20, 45, 121.0)
    assert rij["volume_effect"] / rij["p0"] == 25  # 45 - 20, not 46 - 22
    som = rij["volume_effect"] + rij["kosten_per_jeugdige_effect"] + rij["samenloop"]
    assert round(som, 6) == 46 * 110 - 22 * 110  # together still the exact change in kosten


def test_een_prijs_die_er_niet_kan_zijn_is_nvt(maak_database) -> None:
    pgb = {"segment": "PGB", "product": "PGB", "aanbieder": "PGB", "leveringsvorm": "PGB"}
    regels = [{"jeugdige": f"p{n}", "leveringsmaand": "2023-03"} | pgb for n in range(6)]
    van = tabel(maak_database(regels), "kerncijfers", Filter(van=2023 * 12, tot=2023 * 12 + 5), Rol.STURING)
    assert (van.cel("kosten_per_jeugdige"), van.tekst("kosten_per_jeugdige")) == (None, "n.v.t.")
    assert van.tekst("kosten_per_zorgmaand") == "€ 100"
    niemand = tabel(maak_database(regels), "kerncijfers", Filter(jaar=(2022,)), Rol.STURING)
    assert niemand.tekst("kosten_per_jeugdige") == "–"
    assert van.met_kolommen("kosten_per_jeugdige").tekst("kosten_per_jeugdige") == "–"


def test_een_kleine_maand_volgt_niet_uit_het_gemiddelde() -> None:
    # 3 x 5,33 - 6 - 7 = 3, and 1.600 euros at 100 per zorgmaand are 16 months: 16 - 6 - 7 = 3
    kern: dict[str, list[Any]] = {
        "jeugdigen": [8], "gemiddeld_in_zorg": [16 / 3], "kosten": [1600.0], "kosten_per_jeugdige": [200.0],
        "kosten_per_zorgmaand": [100.0], "arrangementen": [8],
    }  # fmt: skip

    def rij(maanden: list[int]) -> dict[str, Any]:
        naast = {"per_maand": [maanden], "per_volledige_maand": [maanden]}
        return beveilig(TABELLEN["kerncijfers"], pd.DataFrame(kern | naast), STURING).rijen()[0]

    een = rij([3, 6, 7])
    assert (een["gemiddeld_in_zorg"], een["kosten_per_zorgmaand"], een["jeugdigen"]) == (DICHT, DICHT, 8)
    assert rij([3, 4, 9])["gemiddeld_in_zorg"] == 16 / 3  # two are hidden: only their sum is told
    assert rij([0, 7, 9])["gemiddeld_in_zorg"] == 16 / 3


def test_een_klein_kwartaal_volgt_niet_uit_het_bedrag_van_het_jaar() -> None:
    # the table verwijzers tells Rechter 2023: 900 - 300 - 400 - 150 = 50; K4 of 2022 is no help there
    kwartalen = ["2022 K4", "2023 K1", "2023 K2", "2023 K3", "2023 K4"]
    exact = {
        "verwijzer": ["Rechter", "Huisarts"] * 5,
        "kwartaal": [k for k in kwartalen for _ in "ab"],
        "jeugdigen": [3, 4, 3, 4, 30, 20, 40, 20, 15, 20],
        "kosten": [50.0, 60.0, 50.0, 60.0, 300.0, 200.0, 400.0, 200.0, 150.0, 120.0],
    }
    uit = rijen("kwartalen-verwijzer", **exact)
    rechter = [kosten for naam, _, _, kosten in uit if naam == "Rechter"]
    assert rechter == [DICHT, DICHT, 300.0, 400.0, DICHT]
    assert [aantal for naam, _, aantal, _ in uit if naam == "Rechter"] == ["<5", "<5", 30, 40, 15]


def test_een_bedrag_van_een_maand_volgt_niet_uit_dat_van_zijn_jaar() -> None:
    # a lezer sees 310 for 2023 and 120 for 2024, and one month too small in each
    exact = pd.DataFrame(
        {
            "maand": ["2023-11", "2023-12", "2024-01", "2024-02"],
            "segment": ["S"] * 4,
            "jeugdigen": [30, 3, 20, 3],
            "kosten": [300.0, 10.0, 100.0, 20.0],
            "volledigheid": [None] * 4,
            "voorlopig": [False] * 4,
        }
    )
    t = beveilig(TABELLEN["kosten-per-maand"], exact, replace(STURING, rol=Rol.LEZER))
    assert [rij["kosten"] for rij in t.rijen()] == [DICHT] * 4


VOORSPELD = {"nog_te_declareren": 0.0, "rest_jaar": 0.0, "afstemming": 0.0}


def test_het_enige_kleine_product_volgt_niet_uit_wat_samen_is_geschat() -> None:
    # jeugdigen-per-product tells that the other one of the two costs 900: 1.000 - 900 = 100
    def kosten(*los: int) -> list[Any]:
        exact = pd.DataFrame(
            {
                "segment": ["S"] * 3,
                "product": ["A", "B", "Overige producten"],
                "gedeclareerd": [5000.0, 2000.0, 1000.0],
                "prognose": [5000.0, 2000.0, 1000.0],
                **VOORSPELD,
                "jeugdigen": [50, 40, 12],
                "per_product": [[50], [40], list(los)],
            }
        )
        van = replace(STURING, rol=Rol.LEZER)
        return [r["gedeclareerd"] for r in beveilig(REGISTER["prognose-per-product"], exact, van).rijen()]

    assert kosten(3, 9) == [5000.0, DICHT, DICHT]
    assert kosten(6, 9) == [5000.0, 2000.0, 1000.0]
    assert kosten(3, 3, 9) == [5000.0, 2000.0, 1000.0]  # two are hidden there: only their sum is told


def test_elke_tabel_van_de_prognose_verbergt_naast_een_klein_segment_hetzelfde() -> None:
    # least is declared of B, least is to come of C; hidden in one table, B may not stand in another
    maten = {
        "gedeclareerd": [9.0, 100.0, 200.0],
        "rest_jaar": [1.0, 90.0, 10.0],
        "prognose": [10.0, 190.0, 210.0],
    }
    namen = {"segment": list("ABC"), "niveau": ["segment"] * 3, "scenario": ["s"] * 3, "naam": ["n"] * 3}
    aantal = {"jeugdigen": [3, 20, 20], "kleinste_groep": [3, 20, 20]}
    for naam in ("prognose", "prognose-scenarios", "prognose-aannames", "prognose-bevroren"):
        leeg = dict.fromkeys((k.naam for k in REGISTER[naam].kolommen), None)
        exact = pd.DataFrame(leeg | namen | aantal | maten)
        t = beveilig(REGISTER[naam], exact, replace(STURING, rol=Rol.LEZER))
        maat = "rest_jaar" if naam == "prognose-aannames" else "prognose"
        assert [t.reden_van(maat, n) for n in range(3)] == [DICHT, DICHT, ""], naam


def test_wat_met_de_hand_is_ingevoerd_verbergt_geen_klein_segment() -> None:
    # 40 is what was entered beside the declarations: who knows that would know A
    exact = pd.DataFrame(
        {k.naam: None for k in REGISTER["prognose"].kolommen}
        | {"segment": ["A", "B", "A (buiten declaraties)"], "jeugdigen": [3, 20, None]}
        | {"gedeclareerd": [9.0, 100.0, 40.0], "prognose": [9.0, 100.0, 40.0]}
    )
    t = beveilig(REGISTER["prognose"], exact, replace(STURING, rol=Rol.LEZER))
    assert [rij["prognose"] for rij in t.rijen()] == [DICHT, DICHT, 40.0]


def test_een_verborgen_prognose_volgt_niet_uit_het_verschil_met_de_begroting() -> None:
    # 1.000 was reported, 900 of it is not expected: 100 is
    exact = pd.DataFrame(
        {k.naam: [None] for k in REGISTER["penc-kalender"].kolommen}
        | {
            "gerapporteerd": [1000.0],
            "prognose": [100.0],
            "verschil": [900.0],
            "v_n": ["V"],
            "jeugdigen": [3],
        }
    )
    rij = beveilig(REGISTER["penc-kalender"], exact, replace(STURING, rol=Rol.LEZER)).rijen()[0]
    assert (rij["gerapporteerd"], rij["prognose"], rij["verschil"], rij["v_n"]) == (1000.0, *[DICHT] * 3)


def test_een_bedrag_dat_voor_zijn_bron_staat_gaat_mee() -> None:
    # bekend_toen goes with kosten, which stands to the right of it and goes with jeugdigen
    exact = pd.DataFrame(
        {k.naam: [None] for k in REGISTER["naijl-terugblik"].kolommen}
        | {
            "maand": ["2024-01"],
            "jeugdigen": [3],
            "bekend_toen": [80.0],
            "geschat": [110.0],
            "kosten": [100.0],
        }
    )
    rij = beveilig(REGISTER["naijl-terugblik"], exact, replace(STURING, rol=Rol.LEZER)).rijen()[0]
    assert (rij["bekend_toen"], rij["geschat"], rij["kosten"]) == (DICHT, DICHT, DICHT)


def test_een_segment_dat_een_ander_verbergt_volgt_niet_uit_zijn_producten() -> None:
    # A (3 jeugdigen) takes B along, for 1.000 - 700 - 200 = 100; then B may not be 120 + 80
    exact = {
        "niveau": ["totaal", "segment", "product", "segment", "product", "product", "segment", "product"],
        "segment": [None, "A", "A", "B", "B", "B", "C", "C"],
        "product": [None, None, "a", None, "b1", "b2", None, "c"],
        "jeugdigen": [50, 3, 3, 20, 12, 10, 30, 30],
        "kosten": [1000.0, 100.0, 100.0, 200.0, 120.0, 80.0, 700.0, 700.0],
    }
    t = beveilig(TABELLEN["segmenten"], pd.DataFrame(exact), replace(STURING, rol=Rol.LEZER))
    assert [rij["kosten"] for rij in t.rijen()] == [1000.0, *[DICHT] * 5, 700.0, 700.0]


def test_een_wijk_die_een_andere_verbergt_volgt_niet_uit_haar_buurten() -> None:
    # W1 (3) takes W2 (6) along; its only buurt says the same
    uit = rijen(
        "buurten",
        niveau=["totaal", "wijk", "buurt", "wijk", "buurt", "wijk", "buurt"],
        wijk=[None, "W1", "W1", "W2", "W2", "W3", "W3"],
        buurt=[None, None, "b1", None, "b2", None, "b3"],
        jeugdigen=[39, 3, 3, 6, 6, 30, 30],
        kosten=[390.0, 30.0, 30.0, 60.0, 60.0, 300.0, 300.0],
    )
    assert [rij[3] for rij in uit] == [39, "<5", "<5", DICHT, DICHT, 30, 30]
    assert [rij[4] for rij in uit] == [390.0, *[DICHT] * 4, 300.0, 300.0]
