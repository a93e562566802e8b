"""Aanbieders and kosten per month, by example."""

from __future__ import annotations

from tests.core.cijfers.hulp import AMBULANT, BESCHERMING, VOLTIJD, kolom, reeks, tabel


def test_ranglijst_naar_kosten_dan_naam(maak_database):
    db = maak_database(
        [
            {"jeugdige": "a", "aanbieder": "Zuyd", "bedrag": 50},
            {"jeugdige": "b", "aanbieder": "Zuyd", "bedrag": 25},
            {"jeugdige": "a", "aanbieder": "Accare", "bedrag": 12.5},
            {"jeugdige": "a", "aanbieder": "Adelante", "bedrag": 12.5},
        ]
    )
    assert tabel(db, "aanbieders") == [
        (1, "Zuyd", 2, 75.0, 75.0, 75.0),
        (2, "Accare", 1, 12.5, 12.5, 87.5),
        (3, "Adelante", 1, 12.5, 12.5, 100.0),
    ]


def test_geen_aandeel_in_nul_euro(maak_database):
    db = maak_database([{"aanbieder": "Zuyd", "bedrag": 50}, {"aanbieder": "Accare", "bedrag": -50}])
    assert tabel(db, "aanbieders") == [(1, "Zuyd", 1, 50.0, None, None), (2, "Accare", 0, -50.0, None, None)]


def test_aanbieder_per_segment_de_duurste_eerst(maak_database):
    db = maak_database(
        [
            AMBULANT | {"aanbieder": "Accare", "bedrag": 10},
            AMBULANT | {"aanbieder": "Zuyd", "bedrag": 20},
            VOLTIJD | {"aanbieder": "Zuyd", "bedrag": 5},
        ]
    )
    assert tabel(db, "aanbieder-segment") == [
        ("Zuyd", "Segment Jeugd Ambulant", 1, 20.0),
        ("Zuyd", "Segment Jeugd Wonen", 1, 5.0),
        ("Accare", "Segment Jeugd Ambulant", 1, 10.0),
    ]


def test_kosten_per_jeugdige_en_per_zorgmaand_van_een_aanbieder(maak_database):
    # 400 euros, 2 jeugdigen, 3 + 1 months; two toewijzingen in one month are one month in care.
    db = maak_database(
        [
            *reeks("a", "2022-12", "2023-02", toewijzing="t1", **AMBULANT),
            *reeks("a", "2023-02", "2023-02", toewijzing="t2", bedrag=0.01, **AMBULANT),
            *reeks("b", "2023-02", "2023-02", bedrag=99.99, **AMBULANT),
            *reeks("c", "2023-02", "2023-02", **BESCHERMING),
        ]
    )
    assert tabel(db, "aanbieder-product") == [
        ("Adelante", "Segment Jeugd Ambulant", "Begeleiding Individueel", 2, 400.0, 200.0, 100.0),
        ("Adelante", "Segment Jeugd JB/JR", "Jeugdbescherming", 1, 100.0, None, 100.0),
    ]


def test_kosten_per_maand_en_segment(maak_database):
    db = maak_database(
        [
            *reeks("a", "2024-01", "2024-02", **AMBULANT),
            *reeks("b", "2024-02", "2024-02", bedrag=1, **AMBULANT),
            *reeks("b", "2024-02", "2024-02", bedrag=-7, **VOLTIJD),
        ]
    )
    assert tabel(db, "kosten-per-maand") == [
        ("2024-01", "Segment Jeugd Ambulant", 1, 100.0, None, False),
        ("2024-02", "Segment Jeugd Ambulant", 2, 101.0, None, True),
        ("2024-02", "Segment Jeugd Wonen", 0, -7.0, None, True),
    ]


def test_centen_blijven_exact(maak_database):
    db = maak_database([{"jeugdige": str(n), "bedrag": 0.1} for n in range(30)])
    assert kolom(db, "aanbieders", "kosten") == [3.0]
