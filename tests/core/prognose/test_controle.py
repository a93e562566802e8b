"""The tables of the controller by hand: ceilings, the ledger, the P&C calendar and statements; and their protection."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from core.begrippen import Rol
from core.cijfers.uitleg import van_kolom, van_tabel
from core.database import Database
from core.filters import Filter
from core.onthulling import REGISTER, VERBORGEN, tabel
from core.opslag import BuitenDeclaraties, Opslag
from core.opslag.begroting import Begrotingen, Begrotingsregel, Bevroren
from core.opslag.jaarbladen import (
    Grootboekregel,
    Jaarbladen,
    PencProduct,
    Plafond,
    Taakveldregel,
    Verantwoording,
    Verklaring,
)
from core.prognose import aanbiedersdeel
from core.prognose.aanbiedersdeel import per_aanbieder
from core.prognose.bevriezen import bevries
from core.prognose.controletabellen import CONTROLETABELLEN
from tests.conftest import schrijf_versie
from tests.core.cijfers.hulp import VOLTIJD, reeks

AMBULANT, WONEN = "Segment Jeugd Ambulant", "Segment Jeugd Wonen"
DIT_JAAR, VORIG_JAAR = Filter(jaar=(2024,)), Filter(jaar=(2023,))


def zet(soort: type, *regels: Any, jaar: int = 2024) -> None:
    bladen = Jaarbladen()
    bladen.bewaar(bladen.blad(soort, jaar, False).met(*regels), "t")


def rijen(db: Database, naam: str, f: Filter = DIT_JAAR, rol: Rol = Rol.STURING) -> dict[str, dict[str, Any]]:
    """The rows of a table by their first name (and product)."""
    uit = {}
    for rij in tabel(db, naam, f, rol).rijen():
        eerste = rij.get("aanbieder") or rij.get("penc_product") or rij.get("segment") or "Totaal"
        uit[f"{eerste} {rij['product']}" if "product" in rij else eerste] = rij
    return uit


def bij(wie: str, aantal: int, tot: str = "2024-04", bedrag: float = 100, **velden: Any) -> list[dict]:
    return [
        r
        for n in range(aantal)
        for r in reeks(f"{wie}{n}", "2022-01", tot, aanbieder=wie, bedrag=bedrag, **velden)
    ]


# Ceilings ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def maak(tmp_path_factory) -> Callable[[list[dict[str, Any]]], Database]:
    """Build a version once for all tests of this file: what was entered differs per test."""
    return lambda regels: Database(schrijf_versie(tmp_path_factory.mktemp("v") / "jeugd-1.duckdb", regels))


@pytest.fixture(scope="module")
def twee(maak) -> Database:
    """Known until 1 May 2024, without declaratiemaanden. A: 6 jeugdigen of € 100 a month, B: 6 of € 50.

    B declared nothing yet of April, so of € 900 a month € 300 is missing: all of it is B's.
    """
    return maak([*bij("A", 6), *bij("B", 6, "2024-03", 50)])


def test_wat_nog_komt_gaat_naar_wie_het_mist_en_telt_op_tot_het_segment(twee):
    zet(Plafond, Plafond("A", 7000_00), Plafond("B", 4000_00), Plafond("Niemand", 5_00))
    gezien = rijen(twee, "plafonds")
    a, b = gezien["A"], gezien["B"]
    assert (a["gedeclareerd"], a["nog_te_declareren"], a["rest_jaar"], a["prognose"]) == (2400, 0, 4800, 7200)
    assert (b["gedeclareerd"], b["nog_te_declareren"], b["rest_jaar"], b["prognose"]) == (
        900,
        300,
        2400,
        3600,
    )
    segment = tabel(twee, "prognose", DIT_JAAR, Rol.STURING)
    assert a["prognose"] + b["prognose"] == segment.cel("prognose")
    # € 600 a month: November brings A to 6.600, December past 7.000.
    assert (a["ruimte"], a["uitgeput"], a["plafondstand"]) == (-200, "2024-12", "gaat over het plafond")
    assert (b["benut"], b["uitgeput"], b["plafondstand"]) == (22.5, None, "past")
    assert (gezien["Niemand"]["prognose"], gezien["Niemand"]["plafondstand"]) == (0, "past")


@pytest.mark.parametrize(
    ("plafond", "stand", "maand"),
    [
        (2399, "plafond overschreden", "2024-04"),
        (7500, "komt dicht bij het plafond", None),
        (7600, "past", None),
    ],
)
def test_de_stand_in_woorden(twee, plafond, stand, maand):
    zet(Plafond, Plafond("A", plafond * 100))
    gezien = rijen(twee, "plafonds")["A"]
    assert (gezien["plafondstand"], gezien["uitgeput"]) == (stand, maand)


def test_zonder_plafond_en_van_een_jaar_dat_voorbij_is(twee):
    gezien = rijen(twee, "plafonds", VORIG_JAAR)["A"]
    assert (gezien["prognose"], gezien["rest_jaar"], gezien["plafond"]) == (7200, 0, None)
    assert (gezien["plafondstand"], gezien["uitgeput"], gezien["benut"]) == ("geen plafond", None, None)


def test_van_een_jaar_dat_nog_begint_is_er_een_prognose_van_een_later_jaar_niet(twee):
    zet(Plafond, Plafond("A", 7000_00), Plafond("Niemand", 5_00), jaar=2025)
    gezien = rijen(twee, "plafonds", Filter(jaar=(2025,)))
    assert (gezien["A"]["plafondstand"], gezien["A"]["prognose"]) == ("gaat over het plafond", 7200)
    assert gezien["A"]["jeugdigen"] and gezien["Niemand"]["plafondstand"] == "past"
    zet(Plafond, Plafond("A", 7000_00), Plafond("Niemand", 5_00), jaar=2026)
    gezien = rijen(twee, "plafonds", Filter(jaar=(2026,)))
    assert {(r["plafondstand"], r["prognose"]) for r in gezien.values()} == {("nog niet te zeggen", None)}


def test_minder_dan_niets_open_is_van_wie_declareerde(maak_database):
    """Credits to come: the aanbieders together still add up to the segment, whatever the sign."""
    terug = [
        {"jeugdige": f"A{n}", "aanbieder": "A", "leveringsmaand": "2024-03", "bedrag": 5000} for n in range(6)
    ]
    db = maak_database([*bij("A", 6, "2024-03"), *bij("B", 6, "2024-03", 50), *terug])
    jaar = per_aanbieder(db, 2024)
    segment = tabel(db, "prognose", DIT_JAAR, Rol.STURING)
    assert jaar.verwacht.sum() == pytest.approx(segment.cel("prognose"))


def test_een_plafond_van_een_kleine_aanbieder_is_voor_lezer_niet_na_te_rekenen(maak_database):
    db = maak_database([*bij("A", 6), *bij("B", 7), *bij("C", 2)])
    zet(Plafond, Plafond("C", 2000_00))
    gezien = rijen(db, "plafonds", rol=Rol.LEZER)
    maten = ("gedeclareerd", "nog_te_declareren", "rest_jaar", "prognose", "ruimte", "benut", "plafondstand")
    assert {gezien["C"][m] for m in maten} == {VERBORGEN} and gezien["C"]["plafond"] == 2000
    # The year of all aanbieders is shown elsewhere, so one more goes.
    assert gezien["A"]["gedeclareerd"] == VERBORGEN and gezien["B"]["gedeclareerd"] == 2800
    assert rijen(db, "plafonds")["C"]["prognose"] == 2400


# The ledger --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def geboekt(maak) -> Database:
    """2023: Ambulant 6 × € 1.200 and Wonen 6 × € 1.200, each month declared the month after it.

    So of 2023 December was declared in 2024, and in 2023 December 2022: € 600 of each segment.
    """
    regels = [*bij("A", 6, "2023-12"), *[r | VOLTIJD | {"aanbieder": "W"} for r in bij("W", 6, "2023-12")]]
    for r in regels:
        jaar, maand = map(int, r["leveringsmaand"].split("-"))
        r["declaratiemaand"] = f"{jaar + maand // 12}-{maand % 12 + 1:02d}"
    return maak(regels)


def test_naar_leveringsmaand_sluit_het_jaar_aan_met_resultaat_op_een_eigen_regel(geboekt):
    zet(Grootboekregel, Grootboekregel(AMBULANT, "", 7200_40), Grootboekregel(WONEN, "", 7300_00), jaar=2023)
    gezien = rijen(geboekt, "aansluiting", VORIG_JAAR)
    assert (gezien[AMBULANT]["dashboard"], gezien[AMBULANT]["verschil"]) == (7200, 0.4)
    assert gezien[AMBULANT]["aansluitstand"] == "sluit aan"  # no more than the rounding of a euro
    assert (gezien[WONEN]["onverklaard"], gezien[WONEN]["aansluitstand"]) == (100, "onverklaard")
    assert "Totaal" in gezien and gezien["Totaal"]["aansluitstand"] in ("onverklaard", "nog in te vullen")


def test_naar_declaratiemaand_staan_eerdere_jaren_apart_en_telt_alles_op(geboekt):
    gezien = rijen(geboekt, "aansluiting-declaratiemaand", VORIG_JAAR)
    assert (gezien[AMBULANT]["dashboard"], gezien["Voorgaande jaren"]["dashboard"]) == (6600, 1200)
    # What was declared in 2023: twelve months of twelve jeugdigen.
    assert gezien["Totaal"]["dashboard"] == 14_400 and gezien["Voorgaande jaren"]["jeugdigen"] == 12
    assert gezien["Totaal"]["verschil"] is None and gezien["Totaal"]["aansluitstand"] == "nog in te vullen"


def test_regels_zonder_declaratiemaand_staan_naar_declaratiemaand_apart(twee):
    gezien = rijen(twee, "aansluiting-declaratiemaand")
    assert gezien["Zonder declaratiemaand"]["dashboard"] == 3300 == gezien["Totaal"]["dashboard"]


def test_een_verklaring_telt_als_haar_bedrag_klopt_en_voor_haar_eigen_basis(geboekt):
    zet(Grootboekregel, Grootboekregel(AMBULANT, "", 7500_00), jaar=2023)
    for bedrag, stand, rest in ((200_00, "onverklaard", 100), (300_00, "verklaard", None)):
        zet(Verklaring, Verklaring(AMBULANT, "", "leveringsmaand", bedrag, "subsidie"), jaar=2023)
        gezien = rijen(geboekt, "aansluiting", VORIG_JAAR)[AMBULANT]
        assert (gezien["aansluitstand"], gezien["onverklaard"]) == (stand, rest)
        assert gezien["verklaring"] == "subsidie"
    anders = rijen(geboekt, "aansluiting-declaratiemaand", VORIG_JAAR)[AMBULANT]
    assert (anders["aansluitstand"], anders["onverklaard"]) == ("onverklaard", 900)


def test_een_verschil_heft_een_ander_niet_op(geboekt):
    grootboek = [Grootboekregel(AMBULANT, "", 7210_00), Grootboekregel(WONEN, "", 7190_00)]
    zet(Grootboekregel, *grootboek, Grootboekregel("Resultaat voorgaande jaren", "", 0), jaar=2023)
    totaal = rijen(geboekt, "aansluiting", VORIG_JAAR)["Totaal"]
    assert totaal["aansluitstand"] == "onverklaard"


def test_de_marge_is_een_instelling(geboekt):
    zet(Grootboekregel, Grootboekregel(AMBULANT, "", 7600_00), jaar=2023)
    Opslag().zet_instelling("aansluiting_marge", 500, "t")
    assert rijen(geboekt, "aansluiting", VORIG_JAAR)[AMBULANT]["aansluitstand"] == "sluit aan"


def test_taakvelden_splitsen_een_segment_zover_als_het_grootboek_dat_doet(maak_database):
    deeltijd = {"product": "Pleegzorg", "jeugdige": "p", "bedrag": 40}
    db = maak_database([*({"jeugdige": f"a{n}"} for n in range(6)), deeltijd, {"jeugdige": "w"} | VOLTIJD])
    zet(
        Taakveldregel,
        Taakveldregel(AMBULANT, "Begeleiding Individueel", "6.72a"),
        Taakveldregel(AMBULANT, "Pleegzorg", "6.73a"),
        Taakveldregel(WONEN, "Pleegzorg", "6.73a"),
        jaar=2022,  # in force until a later year says otherwise
    )

    def regels() -> list[tuple[Any, ...]]:
        gezien = tabel(db, "aansluiting", VORIG_JAAR, Rol.STURING).alleen(niveau="regel").rijen()
        return [(r["segment"], r["taakveld"], r["dashboard"], r["grootboek"]) for r in gezien]

    assert regels() == [
        (AMBULANT, "6.72a", 600, None), (AMBULANT, "6.73a", 40, None), (WONEN, "6.73a", 100, None),
    ]  # fmt: skip
    zet(
        Grootboekregel,
        Grootboekregel("", "6.73a", 140_00),
        Grootboekregel(AMBULANT, "6.72a", 1_00),
        jaar=2023,
    )
    assert regels() == [(AMBULANT, "6.72a", 600, 1), ("Alle segmenten", "6.73a", 140, 140)]
    zet(
        Grootboekregel,
        Grootboekregel(AMBULANT, "", 640_00),
        Grootboekregel("Overhead", "0.4", 9_00),
        jaar=2023,
    )
    assert regels() == [
        (AMBULANT, None, 640, 640), (WONEN, "6.73a", 100, None), ("Overhead", "0.4", 0, 9),
    ]  # fmt: skip


def test_wat_buiten_de_declaraties_gaat_staat_op_een_eigen_regel(geboekt):
    Opslag().zet_buiten_declaraties([BuitenDeclaraties(WONEN, 2023, "contract", 300_00)], False, "t")
    naam = f"{WONEN} (buiten declaraties)"
    zet(Grootboekregel, Grootboekregel(naam, "6.73c", 300_00), jaar=2023)
    gezien = rijen(geboekt, "aansluiting", VORIG_JAAR)[naam]
    assert (gezien["dashboard"], gezien["taakveld"], gezien["aansluitstand"]) == (300, "6.73c", "sluit aan")


def test_lezer_ziet_van_een_klein_segment_ook_het_grootboek_niet(maak_database):
    db = maak_database([*({"jeugdige": f"a{n}"} for n in range(9)), {"jeugdige": "w"} | VOLTIJD])
    zet(Grootboekregel, Grootboekregel(AMBULANT, "", 900_00), Grootboekregel(WONEN, "", 100_00), jaar=2023)
    gezien = rijen(db, "aansluiting", VORIG_JAAR, Rol.LEZER)
    assert {gezien[s][m] for s in (AMBULANT, WONEN) for m in ("dashboard", "grootboek")} == {VERBORGEN}
    assert gezien[WONEN]["aansluitstand"] == VERBORGEN and gezien["Totaal"]["dashboard"] == 1000


def test_lezer_kan_een_klein_product_niet_uit_zijn_regel_halen(maak_database):
    """Begeleiding (9 jeugdigen) is shown elsewhere, so the line that holds Pleegzorg (2) too is not."""
    klein = [{"jeugdige": f"p{n}", "product": "Pleegzorg"} for n in range(2)]
    db = maak_database([*({"jeugdige": f"a{n}"} for n in range(9)), *klein])
    zet(Grootboekregel, Grootboekregel(AMBULANT, "", 1100_00), jaar=2023)
    gezien = rijen(db, "aansluiting", VORIG_JAAR, Rol.LEZER)[AMBULANT]
    assert (gezien["jeugdigen"], gezien["kleinste_product"]) == (10, "<5")
    assert {gezien[m] for m in ("dashboard", "grootboek", "verschil", "aansluitstand")} == {VERBORGEN}
    assert rijen(db, "aansluiting", VORIG_JAAR)[AMBULANT]["dashboard"] == 1100


# The P&C calendar --------------------------------------------------------------------------------


def test_de_kalender_zegt_wat_is_gerapporteerd_en_wat_aan_de_beurt_is(twee):
    """Known until 1 May 2024; the forecast of now is € 10.800."""
    Begrotingen().zet_begroting([Begrotingsregel(2024, AMBULANT, 11_000_00, 12_000_00)], 2024, False, "t")
    vast = {"segment": AMBULANT, "jeugdigen": 9, "gedeclareerd": 1.0, "prognose": 10_000.0}
    zonder = {"segment": "x", "jeugdigen": None, "gedeclareerd": 500.0, "prognose": None}
    Begrotingen().bevries(Bevroren("Maart", 2024, date(2024, 3, 9), "v", (vast, zonder)), False, "t")
    zet(
        PencProduct,
        PencProduct("Jaarrekening", "2025-05-01"),
        PencProduct("Berap 1", "2024-05-01"),
        PencProduct("Begroting", "2023-11-01", "Begroting (primitief)"),
        PencProduct("Maandbericht", "2024-03-15", "Maart"),
        PencProduct("Kaderbrief", "2024-04-01"),
        PencProduct("Raadsbrief", "2024-04-02", "weg"),
    )
    gezien = rijen(twee, "penc-kalender")
    assert {naam: r["kalenderstand"] for naam, r in gezien.items()} == {
        "Begroting": "gerapporteerd", "Maandbericht": "gerapporteerd",
        "Kaderbrief": "dag voorbij, niets vastgelegd", "Raadsbrief": "prognose bestaat niet",
        "Berap 1": "eerstvolgende", "Jaarrekening": "later",
    }  # fmt: skip
    assert list(gezien)[0] == "Begroting" and gezien["Begroting"]["datum"] == "1 november 2023"
    assert (gezien["Begroting"]["gerapporteerd"], gezien["Begroting"]["verschil"]) == (11_000, 200)
    bericht = gezien["Maandbericht"]
    assert (bericht["gerapporteerd"], bericht["prognose"], bericht["verschil"]) == (10_500, 10_800, -300)
    assert (bericht["v_n"], bericht["bevroren_op"], gezien["Berap 1"]["verschil"]) == (
        "N",
        "9 maart 2024",
        None,
    )


def test_een_prognose_van_toen_weinig_jeugdigen_blijft_voor_lezer_verborgen(twee, maak_database):
    weinig = maak_database(bij("A", 2))
    bevries(weinig, "Toen", 2024, "t")
    zet(PencProduct, PencProduct("Berap", "2024-03-01", "Toen"))
    gezien = rijen(twee, "penc-kalender", rol=Rol.LEZER)["Berap"]
    assert (gezien["gerapporteerd"], gezien["verschil"], gezien["v_n"]) == (VERBORGEN,) * 3
    assert gezien["prognose"] == 10_800


# Statements --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def declaraties(maak) -> Database:
    """2023: A 6 × € 100 of which one more was refused, and Pleegzorg (deeltijd) 7 × € 50; B 8 × € 10."""
    afgewezen = {"jeugdige": "x", "aanbieder": "A", "bedrag": 80, "status": "afgewezen"}
    return maak(
        [*({"jeugdige": f"a{n}", "aanbieder": "A"} for n in range(6)), afgewezen]
        + [{"jeugdige": f"p{n}", "aanbieder": "A", "product": "Pleegzorg", "bedrag": 50} for n in range(7)]
        + [{"jeugdige": f"b{n}", "aanbieder": "B", "bedrag": 10} for n in range(8)]
    )


BEGELEIDING = "Begeleiding Individueel"


@pytest.mark.parametrize(
    ("bedrag", "clienten", "stand", "waardoor"),
    [
        (600, 6, "sluit aan", None),
        (600, 8, "bedrag sluit aan, aantal niet", None),
        (600, None, "sluit aan", None),
        (680, 7, "verschil", "gelijk aan wat is afgewezen of nog in behandeling"),
        (700, 6, "verschil", "onverklaard"),
        (500, 6, "verschil", "onverklaard"),
    ],
)
def test_een_verantwoording_naast_wat_is_toegekend(declaraties, bedrag, clienten, stand, waardoor):
    zet(Verantwoording, Verantwoording("A", BEGELEIDING, bedrag * 100, clienten, True), jaar=2023)
    gezien = rijen(declaraties, "productieverantwoording", VORIG_JAAR)[f"A {BEGELEIDING}"]
    assert (gezien["toegekend"], gezien["niet_toegekend"], gezien["verschil"]) == (600, 80, bedrag - 600)
    assert (gezien["verantwoordingsstand"], gezien["waardoor"]) == (stand, waardoor)
    assert gezien["verschil_jeugdigen"] == (None if clienten is None else clienten - 6)
    assert gezien["accountant"] is True


def test_wie_intussen_is_samengevoegd_telt_samen(maak_database):
    """Xonar BV was merged into Xonar after the sheets were entered."""
    db = maak_database([{"jeugdige": f"x{n}", "aanbieder": "Xonar"} for n in range(6)])
    aanbiedersdeel._namen.cache_clear()
    with pytest.MonkeyPatch.context() as even:
        even.setattr(
            aanbiedersdeel, "namen_van", lambda _: {"aanbieder": {"xonar": "Xonar", "xonarbv": "Xonar"}}
        )
        zet(Plafond, Plafond("Xonar", 500_00), Plafond("Xonar BV", 200_00), jaar=2023)
        zet(
            Verantwoording,
            Verantwoording("Xonar BV", BEGELEIDING, 250_00, 2, True, "deel een"),
            Verantwoording("Xonar", BEGELEIDING, 350_00, 4),
            jaar=2023,
        )
        assert [(r["aanbieder"], r["plafond"]) for r in rijen(db, "plafonds", VORIG_JAAR).values()] == [
            ("Xonar", 700)
        ]
        (samen,) = rijen(db, "productieverantwoording", VORIG_JAAR).values()
    assert (samen["verantwoord"], samen["jeugdigen_verantwoord"], samen["accountant"]) == (600, 6, False)
    assert (samen["verantwoordingsstand"], samen["toelichting"]) == ("sluit aan", "deel een")


def test_wat_maar_aan_een_kant_staat(declaraties):
    zet(
        Verantwoording,
        Verantwoording("A", BEGELEIDING, 600_00),
        Verantwoording("A", "Logeren", 5_00),
        jaar=2023,
    )
    gezien = rijen(declaraties, "productieverantwoording", VORIG_JAAR)
    assert (gezien["A Logeren"]["toegekend"], gezien["A Logeren"]["waardoor"]) == (
        0,
        "hier niet gedeclareerd",
    )
    assert (gezien["A Pleegzorg"]["verantwoord"], gezien["A Pleegzorg"]["waardoor"]) == (
        0,
        "niet verantwoord",
    )
    andere = gezien["B Alle producten"]
    assert (andere["toegekend"], andere["jeugdigen"]) == (80, 8)
    assert (andere["verantwoordingsstand"], andere["verantwoord"], andere["accountant"]) == (
        "geen verantwoording", None, None,
    )  # fmt: skip


def test_een_verschil_dat_nog_komt(twee):
    """B still declares € 300 over April 2024, so € 250 more may be on its way."""
    zet(Verantwoording, Verantwoording("B", BEGELEIDING, 1150_00))
    assert (
        rijen(twee, "productieverantwoording")[f"B {BEGELEIDING}"]["waardoor"]
        == "kan nog worden gedeclareerd"
    )


def test_lezer_krijgt_geen_bedrag_of_aantal_dat_over_weinig_jeugdigen_gaat(declaraties):
    regels = [Verantwoording("A", BEGELEIDING, 600_00, 3), Verantwoording("A", "Pleegzorg", 350_00, 8)]
    zet(Verantwoording, *regels, Verantwoording("B", BEGELEIDING, 80_00, 9), jaar=2023)
    gezien = rijen(declaraties, "productieverantwoording", VORIG_JAAR, Rol.LEZER)
    klein = gezien[f"A {BEGELEIDING}"]
    assert klein["jeugdigen_verantwoord"] == "<5" and klein["verschil_jeugdigen"] == VERBORGEN
    namen = ("toegekend", "niet_toegekend", "verantwoord", "verschil", "verantwoordingsstand", "waardoor")
    assert {klein[naam] for naam in namen} == {VERBORGEN}
    # The totals of A and of the product are shown elsewhere: their other line goes too.
    assert gezien["A Pleegzorg"]["toegekend"] == gezien[f"B {BEGELEIDING}"]["toegekend"] == VERBORGEN
    # 8 and 9 clients beside 7 and 8 jeugdigen: rounded to 10 and 5, 10 and 10, and the differences follow.
    assert [gezien[n]["verschil_jeugdigen"] for n in ("A Pleegzorg", f"B {BEGELEIDING}")] == [5, 0]


def test_lezer_kan_een_klein_segment_niet_uit_een_product_halen(maak_database):
    """Pleegzorg of A: 9 jeugdigen in Wonen, which is shown elsewhere, and 2 in Ambulant."""
    wonen = [{"jeugdige": f"w{n}", "aanbieder": "A"} | VOLTIJD for n in range(9)]
    deeltijd = [{"jeugdige": f"p{n}", "aanbieder": "A", "product": "Pleegzorg"} for n in range(2)]
    db = maak_database([*wonen, *deeltijd])
    zet(Verantwoording, Verantwoording("A", "Pleegzorg", 1100_00, 11), jaar=2023)
    klein = rijen(db, "productieverantwoording", VORIG_JAAR, Rol.LEZER)["A Pleegzorg"]
    assert {klein[m] for m in ("toegekend", "verantwoord", "verschil")} == {VERBORGEN}
    assert klein["laagste_aantal"] == "<5" and klein["jeugdigen"] == 10


# All of them -------------------------------------------------------------------------------------


@pytest.mark.parametrize("vraag", CONTROLETABELLEN, ids=lambda t: t.naam)
def test_elke_tabel_heeft_uitleg_en_volgt_haar_jeugdigen(vraag):
    assert REGISTER[vraag.naam] is vraag and van_tabel(vraag.naam).endswith(".")
    assert [k.naam for k in vraag.kolommen if not van_kolom(k.naam).endswith(".")] == []
    assert [k.naam for k in vraag.kolommen if k.soort == "euro" and not k.volgt and k.naam != "plafond"] == []


def test_zonder_gegevens_zijn_alle_tabellen_leeg(maak_database):
    leeg = maak_database([])
    assert [len(tabel(leeg, t.naam, Filter(), Rol.STURING)) for t in CONTROLETABELLEN] == [0] * 5
