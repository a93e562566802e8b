"""Jeugdigen and kosten per quarter."""

from __future__ import annotations

from core.filters import Filter
from core.opmaak import maand_uit_iso
from tests.core.cijfers.hulp import BESCHERMING, reeks, tabel


def test_een_jeugdige_telt_in_elk_kwartaal_een_keer(maak_database) -> None:
    db = maak_database(
        [*reeks("a", "2023-01", "2023-06"), *reeks("b", "2023-06", "2023-06", aanbieder="Zuyd")]
    )
    # K1: a, three months of € 100; K2: a again, and b one month.
    assert tabel(db, "kwartalen-aanbieder") == [
        ("Adelante", "2023 K1", 1, 300.0, 300.0, False),
        ("Adelante", "2023 K2", 1, 300.0, 300.0, False),
        ("Zuyd", "2023 K2", 1, 100.0, 100.0, False),
    ]


def test_een_kwartaal_dat_niet_heel_in_de_selectie_zit_staat_er_niet(maak_database) -> None:
    db = maak_database(reeks("a", "2023-01", "2023-08"))
    f = Filter(van=maand_uit_iso("2023-02"))
    assert [rij[1] for rij in tabel(db, "kwartalen-segment", f)] == ["2023 K2"]


def test_lumpsum_heeft_geen_kosten_per_jeugdige(maak_database) -> None:
    db = maak_database(reeks("a", "2023-01", "2023-03", **BESCHERMING))
    assert tabel(db, "kwartalen-segment") == [("Segment Jeugd JB/JR", "2023 K1", 1, 300.0, None, False)]


def test_een_kwartaal_is_voorlopig_met_zijn_laatste_maand(maak_database) -> None:
    # Known until 1 May 2024: fewer than three full months after February.
    db = maak_database(reeks("a", "2023-10", "2024-03"))
    assert [rij[-1] for rij in tabel(db, "kwartalen-verwijzer")] == [False, True]


def test_zonder_gegevens_geen_rijen(maak_database) -> None:
    assert tabel(maak_database([]), "kwartalen-buurt") == []
