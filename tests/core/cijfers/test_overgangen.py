"""Moves between segments and turning 18, by example. Data of January 2022 - December 2023."""

from __future__ import annotations

import pytest

from core.begrippen import Rol
from core.cijfers.register import NietTeVragen
from core.cijfers.tabellen import TABELLEN
from core.filters import Filter
from core.onthulling import tabel as beveiligd
from tests.core.cijfers.hulp import AMBULANT, BESCHERMING, VOLTIJD, reeks, tabel

A, W, B = "Segment Jeugd Ambulant", "Segment Jeugd Wonen", "Segment Jeugd JB/JR"
# Somebody else, so that the data span two years whatever the example is about.
ANDER = reeks("z", "2022-01", "2023-12", aanbieder="Zuyd")
EIGEN = Filter(aanbieder=("Adelante",))


def overgangen(db, f=EIGEN):
    return {(van, naar): n for van, naar, n in tabel(db, "doorstroom", f)}


def test_stoppen_en_elders_beginnen_is_een_overstap(maak_database):
    db = maak_database(
        [*ANDER, *reeks("a", "2022-03", "2022-06", **AMBULANT), *reeks("a", "2022-07", "2022-12", **VOLTIJD)]
    )
    assert overgangen(db) == {("nieuw", A): 1, (A, W): 1, (W, "uit zorg"): 1}


@pytest.mark.parametrize(("begin", "over"), [("2022-10", True), ("2022-11", False)])
def test_met_drie_lege_maanden_ertussen_nog_een_overstap_met_vier_niet(maak_database, begin, over):
    db = maak_database(
        [*ANDER, *reeks("a", "2022-03", "2022-06", **AMBULANT), *reeks("a", begin, "2022-12", **VOLTIJD)]
    )
    assert ((A, W) in overgangen(db)) == over
    assert (("herhaald", W) in overgangen(db)) == (not over)


@pytest.mark.parametrize(("stop", "over"), [("2022-08", True), ("2022-11", False)])
def test_kort_naast_elkaar_is_een_overstap_lang_naast_elkaar_niet(maak_database, stop, over):
    # Wonen begins in June. Ambulant goes on for three months beside it, or for six.
    db = maak_database(
        [*ANDER, *reeks("a", "2022-03", stop, **AMBULANT), *reeks("a", "2022-06", "2023-06", **VOLTIJD)]
    )
    naast = {("naast andere hulp", W): 1, (A, "andere hulp loopt door"): 1}
    assert overgangen(db) == {("nieuw", A): 1, (W, "uit zorg"): 1} | ({(A, W): 1} if over else naast)


def test_wie_er_een_segment_bij_krijgt_stapt_niet_over(maak_database):
    db = maak_database(
        [
            *ANDER,
            *reeks("a", "2022-03", "2023-06", **AMBULANT),
            *reeks("a", "2022-06", "2022-08", **BESCHERMING),
        ]
    )
    assert overgangen(db) == {
        ("nieuw", A): 1,
        ("naast andere hulp", B): 1,
        (B, "andere hulp loopt door"): 1,
        (A, "uit zorg"): 1,
    }


def test_een_stop_hoort_bij_de_start_die_er_het_dichtst_bij_ligt(maak_database):
    # Ambulant ends in June; JB/JR begins in July, Wonen in August: one move, the other comes beside it.
    db = maak_database(
        [
            *ANDER,
            *reeks("a", "2022-03", "2022-06", **AMBULANT),
            *reeks("a", "2022-07", "2022-12", **BESCHERMING),
            *reeks("a", "2022-08", "2022-12", **VOLTIJD),
        ]
    )
    assert overgangen(db) == {
        ("nieuw", A): 1,
        (A, B): 1,
        ("naast andere hulp", W): 1,
        (B, "uit zorg"): 1,
        (W, "uit zorg"): 1,
    }


def test_elke_start_in_een_segment_staat_in_de_instroom_en_elke_stop_in_de_uitstroom(maak_database):
    db = maak_database(
        [
            *ANDER,
            *reeks("a", "2022-03", "2022-06", **AMBULANT),
            *reeks("a", "2022-07", "2023-02", **VOLTIJD),
            *reeks("b", "2022-07", "2022-12", **VOLTIJD),
            *reeks("c", "2022-05", "2022-06", **VOLTIJD),
            *reeks("c", "2022-06", "2022-09", **BESCHERMING),
        ]
    )
    for maand in range(2022 * 12 + 1, 2023 * 12 + 6):
        f = EIGEN.met(van=maand, tot=maand)
        over = overgangen(db, f)
        for segment in (A, W, B):
            ((_, _, instroom, _, uitstroom, *_),) = tabel(db, "stromen", f.met(segment=(segment,)))
            assert sum(n for (_, naar), n in over.items() if naar == segment) == instroom
            # A move counts in the month of its start, which is here the month after the stop or before it.
            if segment != W:
                assert sum(n for (van, _), n in over.items() if van == segment) == uitstroom


def test_laatste_maanden_en_de_eerste_tellen_niet(maak_database):
    db = maak_database(
        [*ANDER, *reeks("a", "2022-01", "2023-10", **AMBULANT), *reeks("b", "2023-10", "2023-12", **VOLTIJD)]
    )
    assert overgangen(db) == {}


def test_op_segment_filteren_kan_niet_want_dan_is_er_geen_ander():
    with pytest.raises(NietTeVragen, match="niet segment"):
        TABELLEN["doorstroom"].antwoord(None, Filter(segment=(A,)))


def test_een_klein_vak_volgt_niet_uit_rij_of_kolom(maak_database):
    # Instroom of Wonen is known: 6 nieuw + 2 from Ambulant = 8, so 6 goes too; then 11 in the row of nieuw.
    regels = [*ANDER]
    for n in range(6):
        regels += reeks(f"n{n}", "2022-07", "2022-12", **VOLTIJD)
    for n in range(2):
        regels += reeks(f"o{n}", "2022-03", "2022-06", **AMBULANT)
        regels += reeks(f"o{n}", "2022-07", "2022-12", **VOLTIJD)
    for n in range(9):
        regels += reeks(f"w{n}", "2022-03", "2022-06", **AMBULANT)
    for n in range(20):
        regels += reeks(f"j{n}", "2022-03", "2022-09", **BESCHERMING)
    van = beveiligd(maak_database(regels), "doorstroom", EIGEN, Rol.STURING)
    cellen = {(rij["van"], rij["naar"]): rij["jeugdigen"] for rij in van.rijen()}
    assert cellen == {
        ("nieuw", A): "verborgen",
        ("nieuw", W): "verborgen",
        ("nieuw", B): 20,
        (A, W): "<5",
        (A, "uit zorg"): "verborgen",
        (W, "uit zorg"): "verborgen",
        (B, "uit zorg"): 20,
    }


def test_18_worden_met_hulp_nu_en_toen(maak_database):
    # The data end in December 2023: 2024 K1 is the first quarter to come.
    db = maak_database(
        [
            *reeks("z", "2022-01", "2023-12", geboortemaand="2010-01", **AMBULANT),
            *reeks("a", "2023-01", "2023-12", geboortemaand="2006-05", **AMBULANT),
            *reeks("a", "2023-09", "2023-09", geboortemaand="2006-05", **VOLTIJD),
            *reeks("b", "2023-01", "2023-08", geboortemaand="2006-05", **AMBULANT),
            *reeks("c", "2023-01", "2023-04", geboortemaand="2005-07", **VOLTIJD),
            *reeks("d", "2023-01", "2023-03", geboortemaand="2005-07", **VOLTIJD),
        ]
    )
    rijen = {(rij[1], rij[2]): rij[3] for rij in tabel(db, "wordt-18")}
    # b stopped more than three months ago; d more than three months before turning 18
    assert {wat: n for wat, n in rijen.items() if n} == {
        (None, "2024 K2"): 1, (A, "2024 K2"): 1, (W, "2024 K2"): 1, (None, "2023 K3"): 1, (W, "2023 K3"): 1,
    }  # fmt: skip
    assert [k for s, k in rijen if s is None] == [
        f"{j} K{k}" for j in (2023, 2024, 2025) for k in (1, 2, 3, 4)
    ]
    assert {rij[2] for rij in tabel(db, "wordt-18") if not rij[4]} == {f"2023 K{k}" for k in (1, 2, 3, 4)}
    assert {rij[2] for rij in tabel(db, "wordt-18", Filter(jaar=(2025,)))} == {
        f"2025 K{k}" for k in (1, 2, 3, 4)
    }
