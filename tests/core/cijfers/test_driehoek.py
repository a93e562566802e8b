"""The run-off triangle against arithmetic by hand, published results and Mack's own formula."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cijfers.driehoek import Driehoek, OnbruikbareDriehoek, afloop, verloop

# Mack (1993), table of the Historical Loss Development Study (RAA), 1991: automatic facultative general liability.
RAA = """
5012 8269 10907 11805 13539 16181 18009 18608 18662 18834
106 4285 5396 10666 13782 15599 15496 16169 16704
3410 8992 13873 16141 18735 22214 22863 23466
5655 11555 15766 21266 23425 26083 27067
1092 9565 15836 22169 25955 26180
1513 6445 11702 12935 15852
557 4020 10946 12314
1351 6947 13112
3133 5395
2063
"""
# Taylor and Ashe (1983), used by Mack (1993) as his first example.
TAYLOR_ASHE = """
357848 1124788 1735330 2218270 2745596 3319994 3466336 3606286 3833515 3901463
352118 1236139 2170033 3353322 3799067 4120063 4647867 4914039 5339085
290507 1292306 2218525 3235179 3985995 4132918 4628910 4909315
310608 1418858 2195047 3757447 4029929 4381982 4588268
443160 1136350 2128333 2897821 3402672 3873311
396132 1333217 2180715 2985752 3691712
440832 1288463 2419861 3483130
359480 1421128 2864498
376686 1363294
344014
"""


def driehoek(tekst: str) -> Driehoek:
    rijen = [[float(cel) for cel in regel.split()] for regel in tekst.split("\n") if regel]
    breed = max(map(len, rijen))
    waarden = np.array([rij + [np.nan] * (breed - len(rij)) for rij in rijen])
    return Driehoek(tuple(str(1981 + n) for n in range(len(rijen))), waarden)


def test_met_de_hand():
    """Steps: 300/200 = 1.5 and 165/150 = 1.1; the last month of 80 becomes 80 × 1.5 × 1.1 = 132."""
    uit = afloop(driehoek("100 150 165\n100 150\n80"))
    assert uit.verloop.factor.tolist() == pytest.approx([1.5, 1.1])
    assert uit.ultimate.tolist() == pytest.approx([165, 165, 132])
    assert uit.reserve.tolist() == pytest.approx([0, 15, 52])
    assert uit.totaal_se == 0  # both origins grew alike: nothing seems uncertain


def test_spreiding_met_de_hand():
    """100 → 100 and 100 → 200: factor 1.5, sigma² = 100·0.25 + 100·0.25 = 50 with one degree of freedom.
    The third, 100, becomes 150 ± √(50·100 + 100²·50/200) = √7500."""
    uit = afloop(driehoek("100 100\n100 200\n100"))
    assert uit.verloop.variantie.tolist() == [50]
    assert uit.se.tolist() == pytest.approx([0, 0, 7500**0.5])


@pytest.mark.parametrize(
    ("tekst", "reserve", "fout"),
    [(RAA, 52_135, 26_909), (TAYLOR_ASHE, 18_680_856, 2_447_095)],
    ids=["RAA", "Taylor-Ashe"],
)
def test_gepubliceerde_uitkomsten(tekst: str, reserve: int, fout: int):
    uit = afloop(driehoek(tekst))
    assert (round(uit.reserve.sum()), round(uit.totaal_se)) == (reserve, fout)


def test_gepubliceerde_fouten_per_oorsprong():
    """Mack (1993), table of standard errors for Taylor and Ashe, in thousands."""
    fouten = [round(x / 1000) for x in afloop(driehoek(TAYLOR_ASHE)).se]
    assert fouten == [0, 76, 122, 134, 261, 411, 558, 875, 971, 1363]


def test_laatste_oorsprongen_alleen():
    """Of the last two that know the step: (150 + 300) / (100 + 100); of all three (50 + 450) / 300."""
    d = driehoek("100 50\n100 150\n100 300\n100")
    assert verloop(d, 2).factor.tolist() == [2.25]
    assert verloop(d).factor.tolist() == pytest.approx([500 / 300])


def test_gat_en_credit_hoeven_geen_herstel():
    """The empty cell leaves its origin out of two steps; the credit makes a step smaller than one."""
    leeg = np.nan
    d = Driehoek(("a", "b", "c"), np.array([[100.0, 120, 114], [100, leeg, 90], [100, 120, leeg]]))
    assert verloop(d).factor.tolist() == pytest.approx([1.2, 0.95])
    assert afloop(d).ultimate.tolist() == pytest.approx([114, 90, 114])


def test_zonder_bedragen_een_nederlandse_zin():
    with pytest.raises(OnbruikbareDriehoek, match="Van ontwikkeling 1 naar 2"):
        afloop(driehoek("0 5\n0"))
    with pytest.raises(OnbruikbareDriehoek, match="Bij oorsprong b staat geen enkele waarde"):
        afloop(Driehoek(("a", "b"), np.array([[1.0, 2.0], [np.nan, np.nan]])))


def mack(d: Driehoek) -> tuple[float, float]:
    """Mack's closed formulas, origin by origin and pair by pair."""
    c, n = d.waarden, len(d.waarden)
    stap = verloop(d)
    s2 = stap.variantie / stap.factor**2
    vol, laatste = c.copy(), [n - 1 - i for i in range(n)]
    for i in range(n):
        for k in range(laatste[i], n - 1):
            vol[i, k + 1] = vol[i, k] * stap.factor[k]
    eind, som = vol[:, -1], 0.0
    for i in range(n):
        eigen = sum(s2[k] * (1 / vol[i, k] + 1 / stap.grondslag[k]) for k in range(laatste[i], n - 1))
        jonger = sum(eind[j] for j in range(i + 1, n))
        gedeeld = sum(2 * s2[k] / stap.grondslag[k] for k in range(laatste[i], n - 1))
        som += eind[i] ** 2 * eigen + eind[i] * jonger * gedeeld
    return float(eind.sum() - sum(c[i, laatste[i]] for i in range(n))), som**0.5


@st.composite
def driehoeken(trek: st.DrawFn) -> Driehoek:
    n = trek(st.integers(3, 7))
    waarden = np.full((n, n), np.nan)
    for i in range(n):
        for k in range(n - i):
            waarden[i, k] = trek(st.integers(1, 100_000))
    return Driehoek(tuple(map(str, range(n))), waarden)


@given(driehoeken())
def test_gelijk_aan_de_formules_van_mack(d: Driehoek):
    uit, (reserve, fout) = afloop(d), mack(d)
    assert uit.reserve.sum() == pytest.approx(reserve, abs=1e-6 * max(1, uit.ultimate.sum()))
    assert uit.totaal_se == pytest.approx(fout, rel=1e-9, abs=1e-6)


@given(driehoeken(), st.integers(2, 1000))
def test_in_centen_hetzelfde_als_in_euros(d: Driehoek, maal: int):
    uit, veel = afloop(d), afloop(Driehoek(d.oorsprongen, d.waarden * maal))
    assert veel.ultimate == pytest.approx(uit.ultimate * maal)
    assert veel.totaal_se == pytest.approx(uit.totaal_se * maal, rel=1e-6, abs=1e-6)
    assert uit.reserve[0] == uit.se[0] == 0
