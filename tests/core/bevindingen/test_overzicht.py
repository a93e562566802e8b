"""Sentences and comparisons, checked against tables small enough to count."""

from __future__ import annotations

from datetime import date

import pytest

from core.begrippen import Rol
from core.bevindingen import hoofdzin, jaarlabel, maanden_van, niets_te_tekenen, overlap, selectie, vergelijk
from core.database import Stand
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, tabel
from tests.conftest import levering

STAND = Stand(date(2024, 5, 1), False, 2022 * 12, 2024 * 12 + 1)


def maand(jeugdigen: int, leveringsmaand: str, bedrag: float = 100) -> list[dict]:
    return [
        {"jeugdige": f"j{n}", "leveringsmaand": leveringsmaand, "bedrag": bedrag} for n in range(jeugdigen)
    ]


@pytest.fixture
def db(maak_database):
    # 30 in Jan 2023, 33 in Jan 2024 (complete), 20 in Feb 2024 (voorlopig on 1 May 2024)
    return maak_database(
        maand(30, "2023-01") + maand(33, "2024-01", 110) + maand(20, "2024-02"), [levering(1)]
    )


def test_februari_is_jong_met_twee_volle_maanden_erna():
    assert STAND.jong_vanaf() == 2024 * 12 + 1


def test_vergelijkt_de_volledige_maanden_met_dezelfde_van_een_jaar_eerder(db):
    v = vergelijk(db, Filter(jaar=(2024,)), Rol.STURING)
    assert v.periode == "jan 2024 tegen jan 2023"
    assert v.verschil("jeugdigen") == "+10,0 %"  # 33 against 30
    assert v.verschil("kosten") == "+21,0 %"  # 33 × 110 against 30 × 100


def test_onder_de_25_geen_procent_maar_aantallen(maak_database):
    db = maak_database(maand(20, "2023-01") + maand(30, "2024-01"), [levering(1)])
    assert vergelijk(db, Filter(jaar=(2024,)), Rol.STURING).verschil("jeugdigen") == "+10"


def test_verborgen_aantal_geeft_geen_verschil(maak_database):
    db = maak_database(maand(3, "2023-01") + maand(30, "2024-01"), [levering(1)])
    assert vergelijk(db, Filter(jaar=(2024,)), Rol.STURING).verschil("jeugdigen") == ""


@pytest.mark.parametrize(
    ("f", "reden"),
    [
        (Filter(), "ten hoogste een jaar"),
        (Filter(jaar=(2023, 2024)), "ten hoogste een jaar"),
        (Filter(van=2024 * 12 + 1, tot=2024 * 12 + 1), "nog niet te vergelijken"),
        (Filter(jaar=(2023,)), "beginnen later"),
        (Filter(jaar=(2024,), maand=(11,)), "geen gegevens; die gaan over jan 2023 t/m feb 2024"),
    ],
)
def test_wat_niet_te_vergelijken_is_zegt_waarom(db, f, reden):
    v = vergelijk(db, f, Rol.STURING)
    assert reden in v.reden
    assert v.verschil("jeugdigen") == ""


def test_zonder_gegevens_is_er_niets_te_vergelijken(maak_database):
    assert vergelijk(maak_database([], []), Filter(), Rol.STURING).reden == "er zijn nog geen gegevens"


def test_hoofdzin_noemt_aantal_bedrag_en_verschil(db):
    f = Filter(jaar=(2024,))
    zin = hoofdzin(tabel(db, "kerncijfers", f, Rol.STURING), vergelijk(db, f, Rol.STURING))
    # 33 in January and 20 of the same in February; 33 × 110 + 20 × 100 = 5630
    assert zin.startswith("33 jeugdigen kregen hulp voor € 5.630")
    assert "10,0 % meer jeugdigen dan een jaar eerder (jan 2024 tegen jan 2023)" in zin


def test_hoofdzin_van_een_periode_zonder_gegevens_zegt_hoe_ver_ze_gaan(db):
    f = Filter(jaar=(2019,))
    zin = hoofdzin(tabel(db, "kerncijfers", f, Rol.STURING), vergelijk(db, f, Rol.STURING))
    assert zin == "Van deze periode zijn er geen gegevens; die gaan over jan 2023 t/m feb 2024."


def test_overlap_is_som_van_segmenten_min_totaal(maak_database):
    wonen = {"segment": "Segment Jeugd Wonen", "product": "Pleegzorg"}
    db = maak_database(maand(10, "2023-01") + [r | wonen for r in maand(6, "2023-01")], [levering(1)])
    zin = overlap(tabel(db, "segmenten", Filter(), Rol.STURING))
    assert zin.startswith("In jan 2023 tellen de segmenten samen op tot 16; het totaal is 10 unieke")
    assert "jeugdigen: 6 keer telt iemand" in zin


def test_zonder_overlap_of_met_een_segment_geen_som_die_niets_zegt(maak_database):
    wonen = {"segment": "Segment Jeugd Wonen", "product": "Pleegzorg"}
    elders = [r | wonen | {"jeugdige": f"w{n}"} for n, r in enumerate(maand(6, "2023-01"))]
    db = maak_database(maand(10, "2023-01") + elders, [levering(1)])
    assert overlap(tabel(db, "segmenten", Filter(jaar=(2023,)), Rol.STURING)) == (
        "In 2023 (t/m jan) telt niemand in meer dan één segment mee."
    )
    een = Filter(segment=("Segment Jeugd Wonen",))
    assert overlap(tabel(db, "segmenten", een, Rol.STURING)) == ""


def test_lopend_jaar_heet_naar_zijn_laatste_maand():
    assert jaarlabel(2024, STAND) == "2024 (t/m feb)"
    assert jaarlabel(2023, STAND) == "2023"


def test_maanden_van_een_filter_liggen_binnen_de_gegevens():
    assert maanden_van(Filter(jaar=(2024,)), STAND) == [2024 * 12, 2024 * 12 + 1]
    assert maanden_van(Filter(jaar=(2020,)), STAND) == []


@pytest.mark.parametrize(
    ("f", "deel"),
    [
        (Filter(jaar=(2024,)), "in 2024 (t/m feb), alle segmenten"),
        (Filter(jaar=(2023,), segment=("PGB",)), "in 2023 met segment PGB"),
        (Filter(), "jan 2022 t/m feb 2024"),
        (Filter(van=2023 * 12, tot=2023 * 12 + 2), "hulp in jan t/m mrt 2023, alle"),
        (Filter(van=2023 * 12 + 5), "hulp in jun 2023 t/m feb 2024, alle"),
        (Filter(tot=2022 * 12 + 5), "hulp in jan t/m jun 2022, alle"),
        (Filter(maand=(1, 2), van=2022 * 12, tot=2023 * 12 + 5), "in jan en feb van jan 2022 t/m jun 2023"),
        (Filter(van=2030 * 12), "hulp in de periode vanaf jan 2030"),
        (Filter(segment=("Segment Jeugd Wonen",)), "feb 2024 met Segment Jeugd Wonen."),
    ],
)
def test_zin_boven_de_cijfers(f, deel):
    assert deel in selectie(f, STAND)


def test_wat_niet_te_tekenen_is_zegt_waarom(maak_database):
    rijen = maand(4, "2023-01") + maand(30, "2023-02") + maand(6, "2023-03", -100)
    db = maak_database(rijen, [levering(1)])

    def van(van_: int) -> BeveiligdeTabel:
        return tabel(db, "jeugdigen-per-maand", Filter(van=van_, tot=van_), Rol.STURING)

    vier, dertig = van(2023 * 12), van(2023 * 12 + 1)
    assert (vier.toont_getal, dertig.toont_getal) == (True, True)  # sturing sees what 4 cost
    meisjes = tabel(
        db, "jeugdigen-per-maand", Filter(jaar=(2023,), maand=(1,), geslacht=("onbekend",)), Rol.STURING
    )
    assert not meisjes.toont_getal
    assert "onder 5 jeugdigen blijven ze verborgen" in niets_te_tekenen(meisjes)
