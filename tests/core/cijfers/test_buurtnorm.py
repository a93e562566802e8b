"""Stadsgemiddelde naar leeftijd on a small town: whom it counts, and beside what."""

import pandas as pd
import pytest

from core.cijfers.standaardisatie import MINSTENS_PER_KLASSE
from core.cijfers.tabellen import TABELLEN
from core.filters import Filter
from tests.core.cijfers.hulp import AMBULANT, BESCHERMING, DEELTIJD, VOLTIJD

J2023 = Filter(jaar=(2023,))
JONG, OUD = "2018-06", "2008-06"  # 5 and 15 in 2023
BINNENSTAD, WYCK, MALBERG = "BU09350000", "BU09350006", "BU09350207"
# Inhabitants 0-11 and 12-17 (tests/conftest.py): Binnenstad 60, 40; Wyck 100, 100; Malberg 300, 100.


def groep(aantal, buurt, geboren, naam="", **velden):
    vast = {"buurt": buurt, "geboortemaand": geboren, "leveringsmaand": "2023-04"} | AMBULANT | velden
    return [vast | {"jeugdige": f"{naam}{buurt}{geboren}{n}"} for n in range(aantal)]


def stad():
    """46 of 460 young (10 %) and 60 of 240 older children (25 %) have help."""
    return [
        *groep(6, BINNENSTAD, JONG), *groep(10, BINNENSTAD, OUD),
        *groep(20, WYCK, JONG), *groep(20, WYCK, OUD),
        *groep(20, MALBERG, JONG), *groep(30, MALBERG, OUD),
    ]  # fmt: skip


def rijen(db, naam="buurtnorm", f=J2023):
    tabel = TABELLEN[naam].functie(db, f)
    return {r.wijk if r.niveau == "wijk" else r.buurt: r for r in tabel.itertuples()}


def test_de_cijfers_van_de_stad_op_de_inwoners_van_elke_buurt(maak_database):
    uit = rijen(maak_database(stad()))
    assert [(n, r.jeugd_met_hulp, r.stadsgemiddelde) for n, r in uit.items() if r.niveau == "buurt"] == [
        ("Binnenstad", 16, pytest.approx(6 + 10)),
        ("Wyck", 40, pytest.approx(10 + 25)),
        ("Malberg", 50, pytest.approx(30 + 25)),
    ]
    assert uit["Centrum"].stadsgemiddelde == pytest.approx(16 + 35)
    assert uit["Wyck"].index == pytest.approx(100 * 40 / 35)
    assert uit["Wyck"].verschil == pytest.approx(5)
    assert {r.ligging for r in uit.values()} == {"binnen"}
    assert {r.klassen for r in uit.values()} == {2}
    assert uit["Wyck"].jeugd_0_17 == 200


def test_ver_boven_en_ver_onder(maak_database):
    uit = rijen(maak_database([*groep(60, WYCK, OUD), *groep(2, MALBERG, OUD), *groep(30, MALBERG, JONG)]))
    assert (uit["Wyck"].ligging, uit["Malberg"].ligging) == ("boven 99,8 %", "onder 95 %")
    # The weight draws an index towards 100, never past it.
    assert 100 < uit["Wyck"].index_gekrompen < uit["Wyck"].index
    assert uit["Malberg"].index < uit["Malberg"].index_gekrompen < 100


def test_wie_verhuist_telt_in_beide_buurten_en_in_een_wijk_een_keer(maak_database):
    # Five of Wyck lived in Binnenstad too, which is the same wijk.
    dubbel = [r | {"buurt": BINNENSTAD, "leveringsmaand": "2023-05"} for r in groep(5, WYCK, OUD)]
    uit = rijen(maak_database([*stad(), *dubbel]))
    assert (uit["Binnenstad"].jeugd_met_hulp, uit["Wyck"].jeugd_met_hulp, uit["Centrum"].jeugd_met_hulp) == (
        21,
        40,
        56,
    )
    buurten = [r for r in uit.values() if r.niveau == "buurt"]
    assert (
        sum(r.stadsgemiddelde for r in buurten)
        == pytest.approx(sum(r.jeugd_met_hulp for r in buurten))
        == 111
    )
    assert uit["Centrum"].stadsgemiddelde + uit["Buitenwijk West"].stadsgemiddelde == pytest.approx(106)


def test_verblijf_en_maatregelen_tellen_niet_en_wie_ergens_verbleef_telt_daar_met_niets(maak_database):
    tehuis = groep(12, MALBERG, OUD, "t", **VOLTIJD)
    met_therapie = [r | AMBULANT for r in tehuis]
    vroeger = [r | AMBULANT | {"buurt": WYCK, "leveringsmaand": "2023-01"} for r in tehuis]
    maatregel = groep(7, WYCK, JONG, "m", **BESCHERMING)
    deeltijd = groep(3, WYCK, JONG, "d", **DEELTIJD)
    db = maak_database([*stad(), *tehuis, *met_therapie, *vroeger, *maatregel, *deeltijd])
    assert [rijen(db)[b].jeugd_met_hulp for b in ("Wyck", "Malberg")] == [40 + 12 + 3, 50]
    alles = rijen(db, "buurtnorm-alle-hulp")
    assert [alles[b].jeugd_met_hulp for b in ("Wyck", "Malberg")] == [40 + 12 + 7 + 3, 50 + 12]


def test_verblijf_wordt_gezien_ook_als_de_selectie_het_niet_toont(maak_database):
    tehuis = groep(12, MALBERG, OUD, "t", **VOLTIJD)
    db = maak_database([*stad(), *tehuis, *[r | AMBULANT for r in tehuis]])
    ambulant = J2023.met(segment=("Segment Jeugd Ambulant",))
    assert rijen(db, f=ambulant)["Malberg"].jeugd_met_hulp == 50
    # Of another year it says nothing.
    later = [r | AMBULANT | {"leveringsmaand": "2022-04"} for r in tehuis]
    db = maak_database([*stad(), *tehuis, *later])
    assert rijen(db, f=Filter(jaar=(2022,)))["Malberg"].jeugd_met_hulp == 12


def test_over_meer_jaren_het_gemiddelde_per_jaar(maak_database):
    eerder = [r | {"leveringsmaand": "2022-04"} for r in stad()]
    uit = rijen(maak_database([*stad(), *eerder[:56]]), f=Filter())
    assert uit["Wyck"].jeugd_met_hulp == 40  # the same forty in both years
    assert uit["Malberg"].jeugd_met_hulp == (50 + 0) / 2


def test_18_en_ouder_en_onbekende_leeftijd_of_woonplaats_tellen_niet(maak_database):
    erbij = [
        *groep(5, WYCK, "2003-01", "v"), *groep(5, WYCK, None, "o"), *groep(5, "Buiten gemeente", JONG, "b"),
        *groep(5, None, JONG, "n"),
    ]  # fmt: skip
    uit = rijen(maak_database([*stad(), *erbij]))
    assert uit["Wyck"].jeugd_met_hulp == 40
    assert "Buiten gemeente" not in uit and "Onbekend" not in uit


def test_zonder_inwoners_of_met_weinig_jeugdigen_is_er_geen_stadsgemiddelde(maak_database):
    later = [r | {"leveringsmaand": "2024-02"} for r in stad()]
    uit = rijen(maak_database(later), f=Filter(jaar=(2024,)))
    assert uit["Wyck"].jeugd_met_hulp == 40 and pd.isna(uit["Wyck"].stadsgemiddelde)
    weinig = maak_database(groep(MINSTENS_PER_KLASSE - 1, WYCK, JONG))
    r = rijen(weinig)["Wyck"]
    assert r.jeugd_met_hulp == 24 and pd.isna(r.ligging) and pd.isna(r.index)


def test_een_selectie_van_een_gebied_verandert_het_stadsgemiddelde_niet(maak_database):
    db = maak_database(stad())
    assert rijen(db, f=J2023.met(buurt=("Wyck",))) == rijen(db)
