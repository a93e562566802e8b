"""Age classes as tables write them, and 0-17 out of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.inlezen.bijlagen.leeftijdsklassen import indeling, lees_klasse, tot_18


@pytest.mark.parametrize(
    ("tekst", "klasse"),
    [
        ("0-4", (0, 4)),
        ("5 - 9", (5, 9)),
        ("10–14", (10, 14)),
        ("0 tot 5 jaar", (0, 4)),
        ("5 tot en met 9 jaar", (5, 9)),
        ("15 t/m 19", (15, 19)),
        ("k_0Tot15Jaar_8", (0, 14)),
        ("a_00_14", (0, 14)),
        ("jeugd_0_17", (0, 17)),
        ("Aantal inwoners 0 tot 18 jaar", (0, 17)),
        ("12", (12, 12)),
        ("12 jaar", (12, 12)),
        ("Totaal", None),
        ("95 jaar of ouder", None),
        ("p_00_14_jr", None),  # a percentage
        ("9-5", None),
        ("2024", None),
        ("buurtcode", None),
        ("", None),
    ],
)
def test_leeftijdsklasse(tekst, klasse):
    assert lees_klasse(tekst) == klasse


def test_indeling_kiest_de_fijnste_die_elke_leeftijd_een_keer_heeft():
    assert indeling([(0, 17), (0, 4), (5, 9), (10, 14), (15, 19), (65, 80)]) == (
        (0, 4), (5, 9), (10, 14), (15, 19),
    )  # fmt: skip
    assert indeling([(0, 17), (0, 4), (10, 14)]) == ((0, 17),)  # 5-9 is missing
    assert indeling([(0, 4), (5, 9)]) is None
    assert indeling([(1, 17)]) is None


def test_klasse_die_doorloopt_na_17():
    klassen = ((0, 14), (15, 24))
    # As many a year as in 0-14: 150 / 15 × 3 = 30, however many students there are.
    assert tot_18({(0, 14): 150, (15, 24): 900}, klassen) == [(0, 14, 150), (15, 17, 30)]
    # Never more than the whole class.
    assert tot_18({(0, 14): 150, (15, 24): 12}, klassen) == [(0, 14, 150), (15, 17, 12)]
    # The total of 0-17 decides where it is known: 170 - 150 = 20.
    assert tot_18({(0, 14): 150, (15, 24): 900, (0, 17): 170}, klassen) == [(0, 14, 150), (15, 17, 20)]
    # With nothing below, by its part of the years: 18 of 25.
    assert tot_18({(0, 24): 50}, ((0, 24),)) == [(0, 17, 36)]


@given(st.sets(st.integers(1, 17)), st.sets(st.tuples(st.integers(0, 20), st.integers(0, 9))))
def test_een_indeling_deelt_0_17_zonder_gat_of_overlap(grenzen, ruis):
    randen = [0, *sorted(grenzen), 18]
    klassen = [(a, b - 1) for a, b in zip(randen, randen[1:], strict=False)]
    gekozen = indeling([*klassen, *((van, van + lang) for van, lang in ruis)])
    assert gekozen is not None  # for the classes themselves will do
    leeftijden = [n for van, tot in gekozen for n in range(van, tot + 1)]
    assert leeftijden[:18] == list(range(18)) and leeftijden == sorted(set(leeftijden))
