"""The forecast per product: the small ones together, adding up to the segment, and protected in it."""

from __future__ import annotations

import pytest

from core.begrippen import Rol
from core.bevindingen import grootste_producten
from core.filters import Filter
from core.onthulling import VERBORGEN, tabel
from core.prognose import overzicht
from core.prognose.producten import OVERIG, per_product
from tests.core.cijfers.hulp import AMBULANT, DEELTIJD, reeks

SEGMENT = AMBULANT["segment"]
DIT_JAAR = Filter(jaar=(2024,))


@pytest.fixture
def db(maak_database):
    """Until April 2024. Begeleiding: 10 of 100, 20 of 100 from November 2023 on; two others of 3 and 4 of 50."""
    regels = [r for n in range(20) for r in reeks(f"a{n}", "2022-01" if n < 10 else "2023-11", "2024-04")]
    regels += [r for n in range(3) for r in reeks(f"d{n}", "2022-01", "2024-04", bedrag=50, **DEELTIJD)]
    extra = {"segment": SEGMENT, "product": "Iets nieuws", "bedrag": 50}
    regels += [r for n in range(4) for r in reeks(f"e{n}", "2022-01", "2024-04", **extra)]
    return maak_database(regels)


def test_kleine_producten_samen_en_alles_telt_op(db):
    groot, klein = per_product(db, DIT_JAAR).to_dict("records")
    assert (groot["product"], klein["product"]) == ("Begeleiding Individueel", OVERIG)
    assert (groot["gedeclareerd"], klein["gedeclareerd"], klein["jeugdigen"]) == (8000, 4 * 350, 7)
    (heel,) = overzicht.per_segment(db, DIT_JAAR).to_dict("records")
    for naam in ("gedeclareerd", "nog_te_declareren", "rest_jaar", "prognose"):
        assert groot[naam] + klein[naam] == pytest.approx(heel[naam])
    # The others stay as they were, so what the segment comes to otherwise is stated, and divided by size.
    assert klein["rest_jaar"] - klein["afstemming"] == pytest.approx(8 * 350)
    assert groot["afstemming"] * klein["rest_jaar"] * klein["afstemming"] != 0


def test_lezer_leest_een_klein_product_niet_af(maak_database):
    regels = [r for n in range(12) for r in reeks(f"a{n}", "2022-01", "2024-04")]
    regels += [r for n in range(3) for r in reeks(f"d{n}", "2022-01", "2024-04", **DEELTIJD)]
    van = tabel(maak_database(regels), "prognose-per-product", DIT_JAAR, Rol.LEZER)
    for naam in ("gedeclareerd", "rest_jaar", "prognose"):
        assert {r[naam] for r in van.rijen()} == {VERBORGEN}
    assert grootste_producten(van) == ""


def test_een_jaar_dat_nog_begint(db):
    groot, klein = per_product(db, Filter(jaar=(2025,))).to_dict("records")
    assert (
        groot["gedeclareerd"] == 0
        and groot["jeugdigen"] == 20
        and klein["prognose"] == klein["rest_jaar"] > 0
    )
