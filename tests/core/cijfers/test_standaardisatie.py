"""Indirect standardisation on numbers that can be checked by heart, and what must always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cijfers import standaardisatie
from core.cijfers.standaardisatie import norm

TWEE = (0, 12)  # first ages of two classes


def opbouw(jong, oud):
    return [(0, 11, jong), (12, 17, oud)]


def geteld(jong, oud):
    uit = np.zeros(18)
    uit[3], uit[15] = jong, oud
    return uit


def test_de_cijfers_van_de_stad_op_de_inwoners_van_een_gebied():
    # The city: 30 of 300 young (10 %) and 50 of 200 older (25 %) have help.
    uit = norm(
        {1: [opbouw(100, 100)], 2: [opbouw(200, 100)]},
        {1: geteld(5, 30), 2: geteld(25, 20)},
    )
    assert uit.klassen == 2
    assert uit.per_gebied == pytest.approx({1: 10 + 25, 2: 20 + 25})


def test_een_wijk_is_de_som_van_haar_buurten():
    uit = norm(
        {1: [opbouw(60, 100), opbouw(40, 0)], 2: [opbouw(200, 100)]}, {1: geteld(5, 30), 2: geteld(25, 20)}
    )
    assert uit.per_gebied == pytest.approx({1: 35, 2: 45})


def test_met_alleen_0_17_is_er_een_klasse():
    uit = norm({1: [[(0, 17, 100)]], 2: [opbouw(200, 100)]}, {1: geteld(5, 30), 2: geteld(25, 20)})
    assert uit.klassen == 1
    assert uit.per_gebied == pytest.approx({1: 20, 2: 60})  # 80 of 400 is 20 %


def test_een_klasse_met_weinig_jeugdigen_gaat_bij_haar_buur():
    # 24 older jeugdigen are too few for a rate of their own: 54 of 500.
    uit = norm({1: [opbouw(100, 100)], 2: [opbouw(200, 100)]}, {1: geteld(5, 14), 2: geteld(25, 10)})
    assert uit.klassen == 1
    assert uit.per_gebied == pytest.approx({1: 21.6, 2: 32.4})


def test_zonder_genoeg_jeugdigen_of_inwoners_is_er_geen_norm():
    assert norm({1: [opbouw(100, 100)]}, {1: geteld(12, 12)}).per_gebied == {}
    assert norm({1: [opbouw(0, 0)]}, {1: geteld(30, 30)}).per_gebied == {}
    assert norm({}, {}).per_gebied == {}


def test_een_klasse_zonder_inwoners_gaat_bij_haar_buur():
    uit = norm({1: [opbouw(0, 100)], 2: [opbouw(0, 300)]}, {1: geteld(30, 30), 2: geteld(30, 30)})
    assert uit.per_gebied == pytest.approx({1: 30, 2: 90})


GEBIEDEN = st.lists(
    st.tuples(st.lists(st.integers(0, 400), min_size=4, max_size=4), st.lists(st.integers(0, 60), min_size=18, max_size=18)),
    min_size=1, max_size=8,
)  # fmt: skip


def gebieden(lijst):
    randen = [(0, 4), (5, 9), (10, 14), (15, 17)]
    inwoners = {
        nr: [[(van, tot, n) for (van, tot), n in zip(randen, hoofden, strict=True)]]
        for nr, (hoofden, _) in enumerate(lijst)
    }
    return inwoners, {nr: np.array(aantal, dtype=float) for nr, (_, aantal) in enumerate(lijst)}


@given(GEBIEDEN)
def test_de_normen_tellen_op_tot_wat_is_geteld(lijst):
    inwoners, aantallen = gebieden(lijst)
    uit = norm(inwoners, aantallen)
    totaal = sum(a.sum() for a in aantallen.values())
    hoofden = sum(n for delen in inwoners.values() for d in delen for _, _, n in d)
    if totaal < standaardisatie.MINSTENS_PER_KLASSE or not hoofden:
        assert uit.per_gebied == {}
    else:
        assert sum(uit.per_gebied.values()) == pytest.approx(totaal)
        assert all(n >= 0 for n in uit.per_gebied.values())


@given(st.lists(st.lists(st.integers(1, 40), min_size=4, max_size=4), min_size=1, max_size=8))
def test_waar_elke_klasse_overal_even_vaak_hulp_heeft_is_de_norm_wat_is_geteld(lijst):
    # One in two, three, four and five of a class: 60 × so many inhabitants make whole children.
    deler = (2, 3, 4, 5)
    volledig = [([60 * n for n in hoofden], []) for hoofden in lijst]
    inwoners, _ = gebieden([(hoofden, [0] * 18) for hoofden, _ in volledig])
    aantallen = {}
    for nr, (hoofden, _) in enumerate(volledig):
        aantallen[nr] = np.zeros(18)
        for leeftijd, n, d in zip((0, 5, 10, 15), hoofden, deler, strict=True):
            aantallen[nr][leeftijd] = n / d
    uit = norm(inwoners, aantallen)
    if uit.klassen == 4:  # joined classes would not have one rate
        assert uit.per_gebied == pytest.approx({nr: a.sum() for nr, a in aantallen.items()})
