"""Moves between segments and turning 18, by example. Data of January 2022 - December 2023.

Each example has an aanbieder of its own in one database, and is asked for by its name.
"""

from __future__ import annotations

import pytest

from core.begrippen import Rol
from core.cijfers.register import NietTeVragen
from core.cijfers.tabellen import TABELLEN
from core.database import Database
from core.filters import Filter
from core.onthulling import tabel as beveiligd
from tests.conftest import Regel, schrijf_versie
from tests.core.cijfers.hulp import AMBULANT, BESCHERMING, VOLTIJD, reeks, tabel

A, W, B = "Segment Jeugd Ambulant", "Segment Jeugd Wonen", "Segment Jeugd JB/JR"
NAAST, LOOPT, UIT = "naast andere hulp", "andere hulp loopt door", "uit zorg"

VOORBEELDEN: dict[str, list[Regel]] = {
    "ander": reeks("z", "2022-01", "2023-12"),  # so that the data span two years
    "overstap": reeks("a", "2022-03", "2022-06", **AMBULANT) + reeks("a", "2022-07", "2022-12", **VOLTIJD),
    "drie leeg": reeks("a", "2022-03", "2022-06", **AMBULANT) + reeks("a", "2022-10", "2022-12", **VOLTIJD),
    "vier leeg": reeks("a", "2022-03", "2022-06", **AMBULANT) + reeks("a", "2022-11", "2022-12", **VOLTIJD),
    "kort naast": reeks("a", "2022-03", "2022-08", **AMBULANT) + reeks("a", "2022-06", "2023-06", **VOLTIJD),
    "lang naast": reeks("a", "2022-03", "2022-11", **AMBULANT) + reeks("a", "2022-06", "2023-06", **VOLTIJD),
    "erbij": reeks("a", "2022-03", "2023-06", **AMBULANT) + reeks("a", "2022-06", "2022-08", **BESCHERMING),
    "twee na een": [
        *reeks("a", "2022-03", "2022-06", **AMBULANT),
        *reeks("a", "2022-07", "2022-12", **BESCHERMING),
        *reeks("a", "2022-08", "2022-12", **VOLTIJD),
    ],
    "twee tegelijk": [
        *reeks("a", "2022-03", "2022-06", **AMBULANT),
        *reeks("a", "2022-07", "2022-12", **BESCHERMING),
        *reeks("a", "2022-07", "2022-12", **VOLTIJD),
    ],
    "stroom": [
        *reeks("a", "2022-03", "2022-06", **AMBULANT),
        *reeks("a", "2022-07", "2023-02", **VOLTIJD),
        *reeks("b", "2022-07", "2022-12", **VOLTIJD),
        *reeks("c", "2022-05", "2022-06", **AMBULANT),
        *reeks("c", "2022-06", "2022-09", **BESCHERMING),
    ],
    "rand": reeks("a", "2022-01", "2023-10", **AMBULANT) + reeks("b", "2023-10", "2023-12", **VOLTIJD),
    "klein": [
        *(r for n in range(6) for r in reeks(f"n{n}", "2022-07", "2022-12", **VOLTIJD)),
        *(r for n in range(2) for r in reeks(f"o{n}", "2022-03", "2022-06", **AMBULANT)),
        *(r for n in range(2) for r in reeks(f"o{n}", "2022-07", "2022-12", **VOLTIJD)),
        *(r for n in range(9) for r in reeks(f"w{n}", "2022-03", "2022-06", **AMBULANT)),
        *(r for n in range(20) for r in reeks(f"j{n}", "2022-03", "2022-09", **BESCHERMING)),
    ],
    "achttien": [
        *reeks("y", "2022-01", "2023-12", geboortemaand="2010-01", **AMBULANT),
        *reeks("a", "2023-01", "2023-12", geboortemaand="2006-05", **AMBULANT),
        *reeks("a", "2023-09", "2023-09", geboortemaand="2006-05", **VOLTIJD),
        *reeks("b", "2023-01", "2023-08", geboortemaand="2006-05", **AMBULANT),
        *reeks("c", "2023-01", "2023-04", geboortemaand="2005-07", **VOLTIJD),
        *reeks("d", "2023-01", "2023-03", geboortemaand="2005-07", **VOLTIJD),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    regels = [
        r | {"aanbieder": naam, "jeugdige": f"{naam} {r['jeugdige']}"}
        for naam, deel in VOORBEELDEN.items()
        for r in deel
    ]
    db = Database(schrijf_versie(tmp_path_factory.mktemp("over") / "jeugd-over.duckdb", regels))
    yield db
    db.sluit()


def van(naam: str) -> Filter:
    return Filter(aanbieder=(naam,))


def overgangen(db, f: Filter) -> dict[tuple[str, str], int]:
    return {(een, ander): n for een, ander, n in tabel(db, "doorstroom", f)}


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("overstap", {("nieuw", A): 1, (A, W): 1, (W, UIT): 1}),
        # up to three empty months between them, or three months beside each other, are one move
        ("drie leeg", {("nieuw", A): 1, (A, W): 1, (W, UIT): 1}),
        ("vier leeg", {("nieuw", A): 1, (A, UIT): 1, ("herhaald", W): 1, (W, UIT): 1}),
        ("kort naast", {("nieuw", A): 1, (A, W): 1, (W, UIT): 1}),
        ("lang naast", {("nieuw", A): 1, (NAAST, W): 1, (A, LOOPT): 1, (W, UIT): 1}),
        # help in another segment that comes and goes beside it is no move
        ("erbij", {("nieuw", A): 1, (NAAST, B): 1, (B, LOOPT): 1, (A, UIT): 1}),
        # Ambulant ends in June: JB/JR begins in July and goes with it, Wonen in August comes beside
        ("twee na een", {("nieuw", A): 1, (A, B): 1, (NAAST, W): 1, (B, UIT): 1, (W, UIT): 1}),
        # both begin in July: the first in the order of segments goes with it
        ("twee tegelijk", {("nieuw", A): 1, (A, W): 1, (NAAST, B): 1, (W, UIT): 1, (B, UIT): 1}),
        # nothing is known before the first month, and of the last ones not yet
        ("rand", {}),
    ],
)  # fmt: skip
def test_elke_start_en_elke_stop_staat_er_een_keer(db, naam, verwacht):
    assert overgangen(db, van(naam)) == verwacht


def test_per_maand_is_een_kolom_de_instroom_en_een_rij_de_uitstroom_van_het_segment(db):
    stromen = {
        s: {rij[0]: rij for rij in tabel(db, "stromen", van("stroom").met(segment=(s,)))} for s in (A, W, B)
    }
    for nummer, maand in enumerate(list(stromen[W])[1:18], 2022 * 12 + 1):
        over = overgangen(db, van("stroom").met(van=nummer, tot=nummer))
        for segment, rijen in stromen.items():
            _, _, instroom, _, uitstroom, *_ = rijen[maand]
            assert sum(n for (_, naar), n in over.items() if naar == segment) == instroom
            # c moves on a month before Ambulant ends: a move counts where the new help begins
            if (segment, maand) not in {(A, "2022-06"), (A, "2022-07")}:
                assert sum(n for (een, _), n in over.items() if een == segment) == uitstroom


def test_op_segment_filteren_kan_niet_want_dan_is_er_geen_ander():
    with pytest.raises(NietTeVragen, match="niet segment"):
        TABELLEN["doorstroom"].antwoord(None, Filter(segment=(A,)))


def test_een_klein_vak_volgt_niet_uit_rij_of_kolom(db):
    # Instroom of Wonen is known: 6 nieuw + 2 from Ambulant = 8, so 6 goes too; then 11 in the row of nieuw.
    rijen = beveiligd(db, "doorstroom", van("klein"), Rol.STURING).rijen()
    assert {(rij["van"], rij["naar"]): rij["jeugdigen"] for rij in rijen} == {
        ("nieuw", A): "verborgen",
        ("nieuw", W): "verborgen",
        ("nieuw", B): 20,
        (A, W): "<5",
        (A, UIT): "verborgen",
        (W, UIT): "verborgen",
        (B, UIT): 20,
    }


def test_18_worden_met_hulp_nu_en_toen(db):
    # The data end in December 2023: 2024 K1 is the first quarter to come.
    rijen = tabel(db, "wordt-18", van("achttien"))
    aantallen = {(segment, kwartaal): n for _, segment, kwartaal, n, _ in rijen}
    # b stopped more than three months ago; d more than three months before turning 18
    assert {wat: n for wat, n in aantallen.items() if n} == {
        (None, "2024 K2"): 1, (A, "2024 K2"): 1, (W, "2024 K2"): 1, (None, "2023 K3"): 1, (W, "2023 K3"): 1,
    }  # fmt: skip
    assert [k for s, k in aantallen if s is None] == [
        f"{j} K{k}" for j in (2023, 2024, 2025) for k in (1, 2, 3, 4)
    ]
    assert {rij[2] for rij in rijen if not rij[4]} == {f"2023 K{k}" for k in (1, 2, 3, 4)}
    alleen = tabel(db, "wordt-18", van("achttien").met(jaar=(2025,)))
    assert {rij[2] for rij in alleen} == {f"2025 K{k}" for k in (1, 2, 3, 4)}
