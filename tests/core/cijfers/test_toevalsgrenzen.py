"""Limits of chance and the pull of few children towards the middle."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from core.cijfers.toevalsgrenzen import GRENS_95, GRENS_998, gewicht, poisson_grenzen, spreiding


def _grenzen(norm: float, binnen: float) -> tuple[float, float]:
    (laag,), (hoog,) = poisson_grenzen(np.array([norm]), binnen)
    return laag, hoog


def test_grenzen_bij_tien():
    # P(X <= 3) = 0.0103, P(X <= 4) = 0.0293: 0.025 lies 0.774 of the way from 3 to 4.
    # P(X <= 16) = 0.9730, P(X <= 17) = 0.9857: 0.975 lies 0.161 of the way from 16 to 17.
    laag, hoog = _grenzen(10, GRENS_95)
    assert laag == pytest.approx(3.774, abs=0.002)
    assert hoog == pytest.approx(16.161, abs=0.002)


def test_waar_niemand_niet_zeldzaam_is_er_geen_ondergrens():
    assert _grenzen(3, GRENS_95)[0] == 0  # P(X = 0) = 0.0498
    assert _grenzen(0, GRENS_95) == (0, 0)
    with pytest.raises(ValueError, match="onder 0"):
        _grenzen(-1, GRENS_95)


@given(st.floats(0.05, 3000), st.sampled_from([GRENS_95, GRENS_998]))
def test_buiten_de_grenzen_ligt_hoogstens_wat_erbuiten_hoort(norm, binnen):
    laag, hoog = _grenzen(norm, binnen)
    assert 0 <= laag <= norm <= hoog
    staart = (1 - binnen) / 2
    # The whole counts on both sides of a bound hold its chance between them.
    assert poisson.cdf(np.ceil(laag) - 1, norm) <= staart + 1e-9
    assert poisson.cdf(np.floor(hoog) + 1, norm) >= 1 - staart - 1e-9


@given(st.floats(1, 2000))
def test_de_wijde_grenzen_liggen_om_de_nauwe(norm):
    smal, wijd = _grenzen(norm, GRENS_95), _grenzen(norm, GRENS_998)
    assert wijd[0] <= smal[0] and smal[1] <= wijd[1]


def test_ongeveer_95_van_de_100_gebieden_met_alleen_toeval_liggen_binnen():
    kans = np.random.default_rng(20240501)
    normen = kans.uniform(5, 200, 4000)
    laag, hoog = poisson_grenzen(normen, GRENS_95)
    geteld = kans.poisson(normen)
    binnen = ((geteld >= laag) & (geteld <= hoog)).mean()
    assert 0.94 < binnen < 0.97


def test_spreiding_van_toeval_alleen_is_bijna_niets_en_van_echte_verschillen_wat_zij_is():
    kans = np.random.default_rng(20240501)
    normen = kans.uniform(20, 200, 4000)
    assert spreiding(kans.poisson(normen).astype(float), normen) < 0.05
    waar = kans.gamma(25, 1 / 25, 4000)  # mean 1, standard deviation 0.2
    assert spreiding(kans.poisson(normen * waar).astype(float), normen) == pytest.approx(0.2, abs=0.02)


def test_gelijke_verhoudingen_krijgen_gewicht_0():
    assert spreiding(np.array([10.0, 40.0]), np.array([10.0, 40.0])) == 0
    assert gewicht(0, 10) == 0


def test_gewicht_is_het_deel_van_de_spreiding_dat_echt_is():
    # 0.2² = 0.04 between areas; chance gives an area of 25 a variance of 1 / 25 = 0.04: half.
    assert gewicht(0.2, 25) == pytest.approx(0.5)
    assert gewicht(0.2, 75) == pytest.approx(0.75)


@given(st.floats(0.01, 2), st.floats(0.1, 1000), st.floats(0.1, 1000))
def test_gewicht_ligt_tussen_0_en_1_en_groeit_met_het_gebied(tussen, een, ander):
    klein, groot = sorted((een, ander))
    assert 0 < gewicht(tussen, klein) <= gewicht(tussen, groot) < 1


def test_van_meer_gemiddelden_tegelijk_zijn_het_de_grenzen_van_elk():
    normen = np.array([0.0, 3.0, 10.0, 2500.0])
    laag, hoog = poisson_grenzen(normen, GRENS_998)
    assert list(zip(laag, hoog, strict=True)) == [_grenzen(n, GRENS_998) for n in normen]
