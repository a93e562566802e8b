"""Key figures and the table of unieke jeugdigen, by example."""

from __future__ import annotations

from core.cijfers.dominantie import DOMINANT
from core.cijfers.tabellen import TABELLEN
from core.filters import Filter
from tests.core.cijfers.hulp import AMBULANT, BESCHERMING, DEELTIJD, VOLTIJD, kolom, reeks, tabel

J2023 = Filter(jaar=(2023,))


def test_kerncijfers_van_twee_jeugdigen(maak_database):
    # a: 3 months at 100, with one toewijzing; b: 1 month at 50, without.
    db = maak_database(
        [
            *reeks("a", "2023-01", "2023-03", toewijzing="t1"),
            {"jeugdige": "b", "leveringsmaand": "2023-03", "bedrag": 50},
        ]
    )
    assert tabel(db, "kerncijfers") == [(2, (1 + 1 + 2) / 3, 350.0, 350 / 2, 350 / 4, 1)]


def test_volledig_gecrediteerd_telt_niet_maar_kost_wel(maak_database):
    db = maak_database(
        [
            {"jeugdige": "a", "bedrag": 100},
            {"jeugdige": "b", "bedrag": 100},
            {"jeugdige": "b", "bedrag": -130},
        ]
    )
    assert kolom(db, "kerncijfers", "jeugdigen") == [1]
    assert kolom(db, "kerncijfers", "kosten") == [70.0]


def test_gemiddelde_telt_lege_maanden_en_laat_voorlopige_weg(maak_database):
    # Stand per 1 May 2024: February 2024 is voorlopig. Of Nov, Dec and Jan, Dec is empty.
    db = maak_database(
        [
            *reeks("a", "2023-11", "2023-11"),
            *reeks("a", "2024-01", "2024-02"),
            *reeks("b", "2024-01", "2024-02"),
        ]
    )
    assert kolom(db, "kerncijfers", "gemiddeld_in_zorg") == [(1 + 0 + 2) / 3]
    assert kolom(db, "kerncijfers", "gemiddeld_in_zorg", Filter(van=2024 * 12 + 1)) == [None]


def test_lege_selectie_is_nul_en_lege_database_heeft_geen_rij(maak_database):
    db = maak_database([{"jeugdige": "a"}])
    assert tabel(db, "kerncijfers", Filter(jaar=(2030,))) == [(0, None, 0.0, None, None, 0)]
    assert tabel(maak_database([], []), "kerncijfers") == []


def test_kosten_per_jeugdige_van_lumpsum_alleen_per_segment_en_heel_jaar(maak_database):
    db = maak_database(reeks("a", "2022-01", "2023-03", **BESCHERMING))
    segment = Filter(segment=("Segment Jeugd JB/JR",))

    def per_jeugdige(f: Filter) -> list[float | None]:
        return kolom(db, "kerncijfers", "kosten_per_jeugdige", f)

    assert per_jeugdige(segment.met(jaar=(2022,))) == [1200.0]
    assert per_jeugdige(segment.met(jaar=(2022,), product=("Jeugdbescherming",))) == [None]
    assert per_jeugdige(segment.met(jaar=(2022,), maand=(1, 2))) == [None]
    assert per_jeugdige(segment.met(jaar=(2023,))) == [None]
    assert per_jeugdige(segment) == [None]


def test_uniek_op_elk_niveau_en_per_jaar(maak_database):
    # a has both kinds of Pleegzorg; b Begeleiding only. Parts: 1 + 1 + 1, in all 2.
    db = maak_database(
        [
            *reeks("a", "2023-01", "2023-02", **DEELTIJD, toewijzing="t1"),
            *reeks("a", "2023-02", "2023-02", **VOLTIJD, toewijzing="t2"),
            *reeks("b", "2022-12", "2023-01", **AMBULANT, toewijzing="t3"),
        ]
    )
    ambulant, wonen = "Segment Jeugd Ambulant", "Segment Jeugd Wonen"
    assert tabel(db, "jeugdigen-per-product") == [
        ("totaal", None, None, 2022, 1, 1, 100.0),
        ("totaal", None, None, 2023, 2, 3, 400.0),
        ("segment", ambulant, None, 2022, 1, 1, 100.0),
        ("segment", ambulant, None, 2023, 2, 2, 300.0),
        ("product", ambulant, "Begeleiding Individueel", 2022, 1, 1, 100.0),
        ("product", ambulant, "Begeleiding Individueel", 2023, 1, 1, 100.0),
        ("product", ambulant, "Pleegzorg", 2023, 1, 1, 200.0),
        ("segment", wonen, None, 2023, 1, 1, 100.0),
        ("product", wonen, "Pleegzorg", 2023, 1, 1, 100.0),
    ]


def test_combinatie_met_alleen_credits_staat_er_met_nul(maak_database):
    db = maak_database([AMBULANT | {"jeugdige": "a"}, VOLTIJD | {"jeugdige": "a", "bedrag": -25}])
    assert tabel(db, "segmenten")[-1] == ("product", "Segment Jeugd Wonen", "Pleegzorg", 0, -25.0)


def test_product_filter_neemt_de_naam_in_elk_segment(maak_database):
    db = maak_database(
        [DEELTIJD | {"jeugdige": "a"}, VOLTIJD | {"jeugdige": "b"}, AMBULANT | {"jeugdige": "c"}]
    )
    assert kolom(db, "kerncijfers", "jeugdigen", Filter(product=("Pleegzorg",))) == [2]


def test_per_maand_ook_de_maanden_zonder_zorg(maak_database):
    db = maak_database([*reeks("a", "2023-11", "2023-11"), *reeks("a", "2024-02", "2024-02")])
    assert tabel(db, "jeugdigen-per-maand") == [
        ("2023-11", 1, 100.0, False),
        ("2023-12", 0, 0.0, False),
        ("2024-01", 0, 0.0, False),
        ("2024-02", 1, 100.0, True),
    ]


def test_deel_van_een_jaar_kost_alleen_die_maanden(maak_database):
    db = maak_database(
        [
            {"jeugdige": "a", "leveringsmaand": f"{jaar}-{maand:02d}", "bedrag": maand}
            for jaar in (2022, 2023)
            for maand in range(1, 13)
        ]
    )
    assert kolom(db, "kerncijfers", "kosten", J2023.met(maand=(1, 2, 4))) == [7.0]
    assert kolom(db, "kerncijfers", "kosten", J2023.met(van=2023 * 12 + 2)) == [78.0 - 1 - 2]
    assert kolom(db, "kerncijfers", "kosten", Filter(van=2022 * 12 + 10, tot=2023 * 12)) == [11 + 12 + 1.0]


def test_elke_tabel_heeft_altijd_de_kolommen_van_het_register(maak_database):
    db, leeg = maak_database(reeks("a", "2022-01", "2023-02")), maak_database([], [])
    for naam, tabel_ in TABELLEN.items():
        for database, f in ((db, Filter()), (db, Filter(jaar=(1999,))), (leeg, Filter())):
            naast = [
                DOMINANT,
                *(k.rust_op for k in tabel_.kolommen if k.rust_op),
            ]  # for protection, never shown
            kolommen, namen = list(tabel_.functie(database, f).columns), [k.naam for k in tabel_.kolommen]
            assert kolommen[: len(namen)] == namen and set(kolommen[len(namen) :]) <= set(naast)
        assert naam == "kerncijfers" or tabel_.functie(db, Filter(jaar=(1999,))).empty
        assert tabel_.functie(leeg, Filter()).empty
