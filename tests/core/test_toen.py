"""Zoals toen bekend: what was known of the same months a year before the data was."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.begrippen import Rol, maandnummer
from core.bevindingen import bronregel, hoofdzin, selectie, vergelijk
from core.cijfers.tabellen import NietTeVragen
from core.database import Database
from core.filters import Filter
from core.onthulling import tabel
from tests.conftest import levering

FEB_2023 = maandnummer(2023, 2)
TOEN = Filter(zoals_toen=True)
FEBRUARI = Filter(jaar=(2024,), maand=(2,))  # voorlopig on 1 May 2024


def regel(wie: str, maand: str, declaratiemaand: str | None, **velden: Any) -> dict[str, Any]:
    return {"jeugdige": wie, "leveringsmaand": maand, "declaratiemaand": declaratiemaand} | velden


def kosten(db: Database) -> float:
    """All that counted then, in euros."""
    return sum(cent for (cent,) in db.rijen("SELECT bedrag FROM zorgjaar_toen")) / 100


def test_een_late_regel_was_toen_nog_niet_bekend(maak_database):
    db = maak_database([
        regel("a", "2023-02", "2023-03"),
        regel("b", "2023-02", "2023-04", bedrag=20),  # April was over on 1 May 2023
        regel("c", "2023-02", "2023-05", bedrag=3),  # May was not
        regel("a", "2024-02", "2024-03"),
    ])  # fmt: skip
    assert kosten(db) == 120
    assert db.stand_toen.stand_per == date(2023, 5, 1)


def test_een_credit_van_later_hoort_er_toen_niet_bij(maak_database):
    db = maak_database([
        regel("a", "2023-02", "2023-03"),
        regel("a", "2023-02", "2023-09", bedrag=-100),
        regel("a", "2024-02", "2024-03"),
    ])  # fmt: skip
    kern = {f: tabel(db, "kerncijfers", f, Rol.STURING) for f in (TOEN, Filter(jaar=(2023,)))}
    assert kosten(db) == 100
    assert kern[TOEN].reden_van("jeugdigen") == "<5"  # protected as any other table
    assert kern[Filter(jaar=(2023,))].cel("jeugdigen") == 0  # now it is fully credited


def test_alleen_maanden_die_een_vergelijking_nodig_heeft(maak_database):
    # On 1 May 2024 months from February 2023 on can be voorlopig: a selection that holds one begins in March 2022.
    db = maak_database([
        regel("a", m, m) for m in ("2021-02", "2021-03", "2023-02", "2023-03", "2024-02")
    ])  # fmt: skip
    assert (db.stand_toen.eerste_maand, db.stand_toen.laatste_maand) == (maandnummer(2021, 3), FEB_2023)
    assert kosten(db) == 200


def test_zonder_voorlopige_maand_wordt_niets_bewaard(maak_database):
    db = maak_database([regel("a", "2022-01", "2022-02"), regel("a", "2023-01", "2023-02")])
    assert db.stand_toen.eerste_maand is None
    assert kosten(db) == 0


def test_zonder_declaratiemaand_telt_de_levering_van_toen_ook_als_zij_is_vervangen(maak_database):
    db = maak_database(
        [
            regel("a", "2023-02", None, levering=1, buurt="BU09350207"),
            regel("b", "2023-02", None, levering=1),
            regel("a", "2023-02", None, levering=2, bedrag=500),
            regel("a", "2024-02", None, levering=3),
        ],
        [levering(1, stand_per=date(2023, 4, 28)), levering(2, stand_per=date(2023, 11, 1)), levering(3)],
    )
    assert kosten(db) == 200  # a and b, as the first levering had them
    assert db.rijen("SELECT count(*) FROM jeugdige") == [(1,)]  # b is in no line that is in force
    assert tabel(db, "buurten", TOEN, Rol.DATABEHEER).cel("kosten") is None  # 2 jeugdigen: hidden


def test_wat_toen_al_vervangen_was_telt_toen_niet(maak_database):
    db = maak_database(
        [
            regel("a", "2023-02", None, levering=1, bedrag=1),
            regel("a", "2023-02", None, levering=2, bedrag=10),
            regel("a", "2024-02", None, levering=3),
        ],
        [levering(1, stand_per=date(2023, 3, 1)), levering(2, stand_per=date(2023, 5, 3)), levering(3)],
    )
    assert kosten(db) == 10


@pytest.mark.parametrize(
    ("dag", "mist"),
    [
        (date(2023, 4, 24), False),  # a week before 1 May
        (date(2023, 5, 8), False),
        (date(2023, 4, 23), True),
        (date(2023, 5, 9), True),
    ],
)
def test_een_levering_van_een_week_eerder_of_later_is_even_oud(maak_database, dag, mist):
    db = maak_database(
        [regel("a", "2023-02", None, levering=1), regel("a", "2024-02", None, levering=2)],
        [levering(1, stand_per=dag, wijze="aanvullen"), levering(2, wijze="aanvullen")],
    )
    assert db.toen_ontbreekt == ({FEB_2023: ["ZIN"]} if mist else {})


@pytest.mark.parametrize(
    ("stand_per", "laatste", "mist"),
    [
        (date(2024, 5, 7), "2024-05", False),  # a week of May beside no day of May
        (date(2024, 5, 8), "2024-05", True),  # more than a week
        (date(2024, 5, 23), "2024-05", True),
        (date(2024, 5, 24), "2024-05", False),  # all but a week of May beside all of it
        (date(2024, 5, 15), "2024-04", False),  # nothing of May is in the data
    ],
)
def test_een_halve_declaratiemaand_is_niet_te_vergelijken_met_een_hele(
    maak_database, stand_per, laatste, mist
):
    db = maak_database(
        [regel("a", "2023-03", "2023-04"), regel("a", "2024-03", laatste)],
        [levering(1, stand_per=stand_per)],
    )
    assert (maandnummer(2023, 3) in db.toen_ontbreekt) == mist


def test_elke_bron_heeft_zijn_eigen_leeftijd(maak_database):
    # PGB was last known on 1 March 2024, so a year earlier it told of February 2023 and no later.
    db = maak_database(
        [
            regel("a", "2023-02", "2023-04", levering=1),
            regel("p", "2023-02", "2023-02", levering=2, bedrag=7),
            regel("q", "2023-02", "2023-04", levering=2, bedrag=900),
            regel("a", "2024-02", "2024-04", levering=1),
        ],
        [levering(1), levering(2, bron="PGB", stand_per=date(2024, 3, 1))],
    )
    assert kosten(db) == 107


# The comparison ----------------------------------------------------------------------------------


def maand(aantal: int, leveringsmaand: str, declaratiemaand: str | None) -> list[dict[str, Any]]:
    return [regel(f"j{n}", leveringsmaand, declaratiemaand) for n in range(aantal)]


@pytest.fixture
def db(maak_database):
    # January and February 2024: 33 and 30; a year before 30 each, of whom in February 5 came in after three
    # months. So of a month 55 of 60 are in after two months (92 %: February is voorlopig), all after three.
    late = [regel(f"j{n}", "2023-02", "2023-05") for n in range(25, 30)]
    return maak_database(
        maand(30, "2023-01", "2023-02")
        + maand(25, "2023-02", "2023-03")
        + late
        + maand(33, "2024-01", "2024-02")
        + maand(30, "2024-02", "2024-03")
    )


def test_een_voorlopige_maand_staat_naast_wat_toen_bekend_was(db):
    v = vergelijk(db, FEBRUARI, Rol.STURING)
    assert v.verschil("jeugdigen") == "+20,0 %"  # 30 against the 25 known then, not the 30 known now
    assert v.zin() == "Verschil: feb 2024 tegen feb 2023 zoals toen bekend, op 1 mei 2023."


def test_met_een_voorlopige_maand_erbij_is_alles_zoals_toen_bekend(db):
    f = Filter(jaar=(2024,))
    v = vergelijk(db, f, Rol.STURING)
    assert v.periode == "jan t/m feb 2024 tegen jan t/m feb 2023 zoals toen bekend, op 1 mei 2023"
    assert v.verschil("kosten") == "+14,5 %"  # 63 × 100 against 55 × 100
    assert v.verschil("gemiddeld_in_zorg") == "+10,0 %"  # of January alone: the complete months
    zin = hoofdzin(tabel(db, "kerncijfers", f, Rol.STURING), v)
    assert "; 10,0 % meer jeugdigen dan een jaar eerder (jan t/m feb 2024 tegen" in zin


def test_volledige_maanden_staan_naast_wat_nu_bekend_is(db):
    v = vergelijk(db, Filter(jaar=(2024,), maand=(1,)), Rol.STURING)
    assert v.zin() == "Verschil: jan 2024 tegen jan 2023, alleen volledige maanden."


def test_waar_toen_niet_te_krijgen_is_blijven_de_volledige_maanden_over(maak_database):
    db = maak_database(
        maand(30, "2023-01", None)
        + maand(30, "2023-02", None)
        + maand(33, "2024-01", None)
        + maand(30, "2024-02", None)
    )
    assert vergelijk(db, Filter(jaar=(2024,)), Rol.STURING).periode == "jan 2024 tegen jan 2023"
    v = vergelijk(db, FEBRUARI, Rol.STURING)
    assert v.verschil("jeugdigen") == ""
    assert v.zin().startswith("Nog niet te vergelijken: ") and v.zin().endswith("is er niet van ZIN.")


def test_de_bronregel_en_de_zin_zeggen_het(db):
    van = tabel(db, "kerncijfers", FEBRUARI.jaar_eerder().met(zoals_toen=True), Rol.STURING)
    assert "zoals bekend op 1 mei 2023 · t/m februari 2023 · feb 2023 voorlopig" in bronregel(van.herkomst)
    assert selectie(van.herkomst.filter, van.herkomst) == (
        "U ziet jeugdigen met hulp in feb 2023, alle segmenten, aanbieders en buurten zoals toen bekend, op 1 mei 2023."
    )
    assert van.herkomst.filter.describe() == "feb 2023 · zoals toen bekend"


@pytest.mark.parametrize("naam", ["stromen", "duur", "duur-mediaan", "prijs-volume"])
def test_wat_alle_maanden_nodig_heeft_is_er_niet_zoals_toen_bekend(db, naam):
    with pytest.raises(NietTeVragen, match=naam):
        tabel(db, naam, TOEN, Rol.STURING)
