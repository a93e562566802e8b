"""Where jeugdigen lived, and how many of all who live there, by example.

Inhabitants 0-17 in 2022 and 2023: Binnenstad 100, Wyck 200 (wijk Centrum), Malberg 400.
"""

from __future__ import annotations

from core.filters import Filter
from tests.core.cijfers.hulp import reeks, tabel

BINNENSTAD, WYCK, MALBERG = "BU09350000", "BU09350006", "BU09350207"
J2023 = Filter(jaar=(2023,))


def wie(
    naam: str, buurt: str | None, geboren: str | None = "2010-01", **velden: str
) -> dict[str, str | None]:
    return {"jeugdige": naam, "buurt": buurt, "geboortemaand": geboren} | velden


def test_wie_verhuist_telt_in_elke_buurt_en_eens_in_de_wijk(maak_database):
    db = maak_database(
        [
            wie("a", BINNENSTAD, leveringsmaand="2023-01"),
            wie("a", WYCK, leveringsmaand="2023-02"),
            wie("a", MALBERG, leveringsmaand="2023-03"),
        ]
    )
    assert [rij[:6] for rij in tabel(db, "buurten", J2023)] == [
        ("totaal", None, None, None, 1, 300.0),
        ("wijk", "Centrum", None, None, 1, 200.0),
        ("buurt", "Centrum", BINNENSTAD, "Binnenstad", 1, 100.0),
        ("buurt", "Centrum", WYCK, "Wyck", 1, 100.0),
        ("wijk", "Buitenwijk West", None, None, 1, 100.0),
        ("buurt", "Buitenwijk West", MALBERG, "Malberg", 1, 100.0),
    ]


def test_per_1000_telt_wie_in_dat_jaar_onder_de_18_was(maak_database):
    # b is 18 in January 2023, c's age is not known: 1 of 100 in Binnenstad, 1 of 300 in Centrum.
    db = maak_database(
        [wie("a", BINNENSTAD), wie("b", BINNENSTAD, "2005-01"), wie("c", BINNENSTAD, None), wie("d", MALBERG)]
    )
    per_1000 = {(rij[0], rij[1], rij[3]): rij[6:] for rij in tabel(db, "buurten", J2023)}
    assert per_1000["buurt", "Centrum", "Binnenstad"] == (100, 10.0)
    assert per_1000["wijk", "Centrum", None] == (300, 1000 / 300)
    assert per_1000["totaal", None, None] == (700, 2000 / 700)


def test_per_1000_over_jaren_is_het_gemiddelde_van_de_jaren(maak_database):
    # 2022: 1 of 100; 2023: 2 of 100; 2024 has no inhabitants known.
    db = maak_database(
        [
            *reeks("a", "2022-06", "2024-01", **wie("a", BINNENSTAD)),
            wie("b", BINNENSTAD, leveringsmaand="2023-01"),
        ]
    )
    assert tabel(db, "buurten")[-1][6:] == (100, (10 + 20) / 2)
    assert tabel(db, "buurten", Filter(jaar=(2024,)))[-1][6:] == (None, None)


def test_noemer_alleen_van_het_gekozen_gebied(maak_database):
    db = maak_database([wie("a", BINNENSTAD), wie("b", WYCK)])
    rijen = tabel(db, "buurten", J2023.met(buurt=("Wyck",)))
    assert [rij[6:] for rij in rijen] == [(200, 5.0)] * 3


def test_buiten_gemeente_en_onbekend_tellen_mee_zonder_noemer(maak_database):
    db = maak_database([wie("a", "Buiten gemeente"), wie("b", None)])
    assert tabel(db, "buurten", J2023) == [
        ("totaal", None, None, None, 2, 200.0, 700, 2000 / 700),
        ("wijk", "Buiten gemeente", None, None, 1, 100.0, None, None),
        ("buurt", "Buiten gemeente", None, "Buiten gemeente", 1, 100.0, None, None),
        ("wijk", "Onbekend", None, None, 1, 100.0, None, None),
        ("buurt", "Onbekend", None, "Onbekend", 1, 100.0, None, None),
    ]
