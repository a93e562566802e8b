"""Intensiteit, duur and verwijzers, by example."""

from __future__ import annotations

from core.filters import Filter
from tests.core.cijfers.hulp import AMBULANT, DEELTIJD, reeks, tabel

SEGMENT = "Segment Jeugd Ambulant"


def test_arrangementen_per_product_intensiteit_en_duur(maak_database):
    # a has two arrangementen of the same kind at once: one jeugdige, two arrangementen.
    zwaar = AMBULANT | {"intensiteit": "hoog", "duur": "lang"}
    db = maak_database(
        [
            *reeks("a", "2023-01", "2023-02", toewijzing="t1", **zwaar),
            *reeks("a", "2023-02", "2023-02", toewijzing="t2", **zwaar),
            *reeks("b", "2023-01", "2023-01", toewijzing="t3", intensiteit="laag", **DEELTIJD),
            *reeks("c", "2023-01", "2023-01", **AMBULANT),
        ]
    )
    assert tabel(db, "intensiteit") == [
        (SEGMENT, "Begeleiding Individueel", "hoog", "lang", 1, 2, 300.0),
        (SEGMENT, "Begeleiding Individueel", "onbekend", "onbekend", 1, 0, 100.0),
        (SEGMENT, "Pleegzorg", "laag", "onbekend", 1, 1, 100.0),
    ]
    assert tabel(db, "intensiteit-duur") == [
        ("laag", "onbekend", 1, 1),
        ("hoog", "lang", 2, 1),
        ("onbekend", "onbekend", 0, 1),
    ]


def test_arrangementen_per_jaar(maak_database):
    zwaar = AMBULANT | {"intensiteit": "hoog", "duur": "lang"}
    db = maak_database(
        [
            *reeks("a", "2022-12", "2023-01", toewijzing="t1", **zwaar),
            *reeks("b", "2023-01", "2023-01", toewijzing="t2", **zwaar),
        ]
    )
    assert tabel(db, "intensiteit-per-jaar") == [(2022, "hoog", "lang", 1, 1), (2023, "hoog", "lang", 2, 2)]


def test_verwijzers_aandeel_van_de_jeugdigen(maak_database):
    # a has two verwijzers, so the shares add up to 150 %.
    db = maak_database(
        [
            {"jeugdige": "a", "verwijzer": "Huisarts", "leveringsmaand": "2023-01"},
            {"jeugdige": "a", "verwijzer": "Gemeente", "leveringsmaand": "2023-02"},
            {"jeugdige": "b", "verwijzer": "Huisarts"},
        ]
    )
    assert tabel(db, "verwijzers") == [("Gemeente", 1, 100.0, 50.0), ("Huisarts", 2, 200.0, 100.0)]
    assert tabel(db, "verwijzers", Filter(verwijzer=("Gemeente",))) == [("Gemeente", 1, 100.0, 100.0)]


def test_verwijzergroepen_tellen_elke_jeugdige_eens(maak_database):
    db = maak_database(
        [
            {"jeugdige": "a", "verwijzer": "Rechter", "leveringsmaand": "2023-01"},
            {"jeugdige": "a", "verwijzer": "Medisch specialist", "leveringsmaand": "2023-02"},
            {"jeugdige": "b", "verwijzer": "Gecertificeerde instelling"},
        ]
    )
    assert tabel(db, "verwijzergroepen") == [("GI", 1, 100.0, 50.0), ("overig", 1, 200.0, 50.0)]
