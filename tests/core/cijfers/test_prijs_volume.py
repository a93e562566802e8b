"""Price and volume, by example. 2022 is the year before 2023."""

from __future__ import annotations

from core.cijfers import prijs_volume
from core.filters import Filter
from tests.core.cijfers.hulp import AMBULANT, BESCHERMING, VOLTIJD, reeks, tabel

J2023 = Filter(jaar=(2023,))


def regel(wie, jaar, bedrag, soort=AMBULANT, maand=1):
    return soort | {"jeugdige": wie, "leveringsmaand": f"{jaar}-{maand:02d}", "bedrag": bedrag}


# Both years have all months, so that every month has its counterpart.
ANDER = reeks("z", "2022-01", "2023-12", segment="Segment Jeugd Ambulant", product="Pleegzorg")


def rijen(db, f=J2023):
    return [
        rij[:2] + rij[2:]
        for rij in tabel(db, "prijs-volume", f)
        if rij[1] != "Pleegzorg" or "Wonen" in rij[0]
    ]


def test_drie_effecten_samen_het_verschil(maak_database):
    # 2 at 100 becomes 3 at 120: 360 - 200 = 160 = 100 × 1 + 2 × 20 + 20 × 1.
    db = maak_database([*ANDER, *(regel(w, 2022, 100) for w in "ab"), *(regel(w, 2023, 120) for w in "abc")])
    naam = ("Segment Jeugd Ambulant", "Begeleiding Individueel")
    assert rijen(db) == [(*naam, 2, 100.0, 3, 120.0, 100.0, 40.0, 20.0)]


def test_nieuw_of_vervallen_is_alles_volume(maak_database):
    db = maak_database([*ANDER, regel("a", 2022, 70), regel("a", 2023, 80, VOLTIJD)])
    assert [rij[2:] for rij in rijen(db)] == [
        (1, 70.0, 0, None, -70.0, 0.0, 0.0),
        (0, None, 1, 80.0, 80.0, 0.0, 0.0),
    ]


def test_lumpsum_heeft_geen_prijs_per_jeugdige(maak_database):
    db = maak_database([*ANDER, regel("a", 2022, 70, BESCHERMING), regel("a", 2023, 80, BESCHERMING)])
    assert rijen(db) == [("Segment Jeugd JB/JR", "Jeugdbescherming", 1, None, 1, None, None, None, None)]


def test_dezelfde_maanden_een_jaar_eerder(maak_database):
    db = maak_database([*ANDER, regel("a", 2022, 100), regel("b", 2022, 900, maand=5), regel("a", 2023, 110)])
    assert [rij[2:6] for rij in rijen(db, J2023.met(maand=(1, 2)))] == [(1, 100.0, 1, 110.0)]


def test_maanden_zonder_tegenhanger_tellen_niet(maak_database):
    # The data begin in January 2022: nothing is known of 2021, and 2022 is only a year before.
    db = maak_database([*ANDER, regel("a", 2022, 100), regel("b", 2023, 110)])
    assert tabel(db, "prijs-volume", Filter(jaar=(2022,))) == []
    assert tabel(db, "prijs-volume") == tabel(db, "prijs-volume", J2023)


def test_effecten_van_een_rij_zijn_die_van_de_tabel(maak_database):
    regels = [
        {"jeugdige": f"j{n}", "leveringsmaand": maand, "bedrag": bedrag}
        for maand, aantal, bedrag in (("2022-01", 4, 100), ("2023-01", 6, 150))
        for n in range(aantal)
    ]
    rij = prijs_volume.per_product(maak_database(regels), Filter(jaar=(2023,))).iloc[0].to_dict()
    # p0·Δq = 100 × 2, q0·Δp = 4 × 50, Δp·Δq = 50 × 2
    assert prijs_volume.effecten(rij) == {
        "volume_effect": 200.0, "kosten_per_jeugdige_effect": 200.0, "samenloop": 100.0,
    }  # fmt: skip
    assert {k: rij[k] for k in prijs_volume.effecten(rij)} == prijs_volume.effecten(rij)
