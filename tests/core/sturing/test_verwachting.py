"""What a history leads one to expect, on series small enough to follow by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from core.sturing.verdelingen import kans_van_aantal, kans_van_afstand, log_f, marge, niet_toevallig
from core.sturing.verwachting import (
    seizoen,
    toets_aantallen,
    toets_bedragen,
    verwachtingen,
)

GEEN = np.nan


def test_de_verdelingen_zijn_die_van_scipy() -> None:
    x, n = np.array([0.1, 1.0, 7.0]), np.array([3.0, 9.0, 9.0])
    verschil = log_f(x, n, 8.0) - log_f(x, n, 32.0)
    assert verschil == pytest.approx(stats.f.logpdf(x, n, 8) - stats.f.logpdf(x, n, 32))
    aantal, mu, onrust = np.array([0.0, 12, 40]), np.array([10.0, 20, 20]), np.array([1.5, 2.0, 2.0])
    verdeling = stats.nbinom(mu / (onrust - 1), 1 / onrust)
    kans = 2 * np.minimum(verdeling.cdf(aantal), verdeling.sf(aantal - 1))
    assert kans_van_aantal(aantal, mu, onrust) == pytest.approx(kans)
    assert verdeling.mean() == pytest.approx(mu) and verdeling.var() == pytest.approx(mu * onrust)
    assert kans_van_afstand(marge(n), n) == pytest.approx([0.05] * 3)


def vlak(*rijen: list[float]) -> np.ndarray:
    return np.array(rijen, dtype=float)


def test_wat_vlak_is_blijft_vlak() -> None:
    assert verwachtingen(vlak([100] * 4), 0.5)[0, 1:].tolist() == [100, 100, 100]


def test_niveau_en_trend_volgen_wat_er_gebeurt() -> None:
    # 100 expected, 120 seen: level 100 + 0.5 × 20 = 110, trend 0.5 × 0.1 × 20 = 1 and of that 0.8
    assert verwachtingen(vlak([100, 120, 0]), 0.5)[0, 1:].tolist() == [100, pytest.approx(110.8)]


def test_een_reeks_begint_waar_zij_bekend_is() -> None:
    uit = verwachtingen(vlak([GEEN, 50, 50]), 0.5)[0]
    assert np.isnan(uit[:2]).all() and uit[2] == 50


def test_minder_dan_twee_jaar_heeft_geen_seizoen() -> None:
    assert seizoen(np.arange(7.0), 0).tolist() == [1] * 4


def test_het_seizoen_krimpt_naar_een_bij_weinig_jaren() -> None:
    # Two years of 90, 110, 100, 100: around K3 of the first to K2 of the second year the mean is 100,
    # so each quarter was seen once and counts for half.
    assert seizoen(np.array([90.0, 110, 100, 100] * 2), 0).tolist() == pytest.approx([0.95, 1.05, 1, 1])
    assert seizoen(np.array([110.0, 100, 100, 90] * 2), 1).tolist() == pytest.approx([0.95, 1.05, 1, 1])


def test_de_regel_van_benjamini_en_hochberg() -> None:
    # of 5: 0.01 ≤ 1/5·5 %, 0.019 ≤ 2/5·5 %, 0.03 ≤ 3/5·5 %, 0.2 > 4/5·5 %; the one not tested does not count
    kans = np.array([0.03, 0.2, 0.01, GEEN, 0.9, 0.019])
    assert niet_toevallig(kans, 0.05).tolist() == [True, False, True, False, False, True]
    assert not niet_toevallig(np.array([]), 0.05).any()


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), max_size=30), st.floats(0.01, 0.3))
def test_benjamini_hochberg_gelijk_aan_scipy(kansen: list[float], deel: float) -> None:
    wel = niet_toevallig(np.array(kansen), deel)
    if kansen:
        grens = stats.false_discovery_control(kansen)
        twijfel = np.abs(grens - deel) < 1e-9
        assert ((grens <= deel) == wel)[~twijfel].all()


def test_een_korte_of_kleine_reeks_wordt_niet_getoetst() -> None:
    aantal = vlak([GEEN, 100, 100, 100, 100, 300], [8] * 6, [100, 100, 100, 100, 100, 300])
    kans = toets_aantallen(aantal, np.ones(aantal.shape), np.ones(len(aantal))).kans
    assert np.isnan(kans[:2]).all() and kans[2] < 1e-6


def test_een_gat_onderbreekt_de_geschiedenis() -> None:
    aantal = vlak([100, 100, GEEN, 100, 100, 100, 300])
    assert np.isnan(toets_aantallen(aantal, np.ones(aantal.shape), np.ones(len(aantal))).kans).all()


def test_een_onrustige_reeks_mag_meer() -> None:
    rustig, wild = [100, 101, 99, 100, 101, 99, 100, 130], [100, 140, 70, 120, 60, 130, 100, 130]
    aantal = vlak(*([rustig] * 10), wild)
    kans = toets_aantallen(aantal, np.ones(aantal.shape), np.ones(len(aantal))).kans
    assert kans[0] < 0.01 < 0.1 < kans[-1]


def test_een_bedrag_naast_de_mediaan_van_drie_kwartalen() -> None:
    # Everybody rises 10 % in the last quarter, which is a first quarter like the fifth before it.
    kwartaal = np.tile(np.arange(9), (6, 1))
    bedrag = np.tile([1000.0] * 4 + [1100] * 4 + [1210], (6, 1))
    bedrag[0, -1] = 1500
    uit = toets_bedragen(bedrag, np.full(bedrag.shape, 50.0), kwartaal, np.ones(6))
    assert uit.verwacht == pytest.approx([1210] * 6)
    assert uit.kans[0] < 1e-6 and (uit.kans[1:] > 0.99).all()


def test_wat_nog_gedeclareerd_wordt_is_geen_daling() -> None:
    # Of 200 jeugdigen 160 are seen; when 80 % is in that is all of them, and more than 200 is more anyhow.
    aantal = vlak(*([[200, 201, 199, 200, 201, 199, 200, 160]] * 3), [200, 201, 199, 200, 201, 199, 200, 240])
    bedrag, kwartaal = aantal * 10, np.tile(np.arange(8), (4, 1))
    binnen = np.array([1.0, 0.9, 0.8, 0.8])
    for uit in (
        toets_aantallen(aantal, np.ones(aantal.shape), binnen),
        toets_bedragen(bedrag, np.full(aantal.shape, 50.0), kwartaal, binnen),
    ):
        assert uit.kans[0] < uit.kans[1] < uit.kans[2] and uit.kans[2] > 0.8
        assert uit.kans[3] == pytest.approx(uit.kans[0], rel=2)


def test_bij_meer_jeugdigen_is_dezelfde_sprong_minder_toeval() -> None:
    kans = np.random.default_rng(3)
    bedrag = 1000 * np.exp(kans.normal(0, 0.1, (20, 10)))
    bedrag[:2, -4:] = 1000, 1000, 1000, 1250
    aantal = np.full(bedrag.shape, 20.0)
    aantal[1] = 80
    weinig, veel = toets_bedragen(bedrag, aantal, np.tile(np.arange(10), (20, 1)), np.ones(20)).kans[:2]
    assert veel < weinig


def test_buiten_de_grenzen_is_zeldzamer_dan_een_op_twintig() -> None:
    kans = np.random.default_rng(5)
    bedrag = 1000 * np.exp(kans.normal(0, 0.3, (200, 10)))
    uit = toets_bedragen(bedrag, np.full(bedrag.shape, 20.0), np.tile(np.arange(10), (200, 1)), np.ones(200))
    buiten = (bedrag[:, -1] < uit.laag) | (bedrag[:, -1] > uit.hoog)
    assert (buiten == (uit.kans < 0.05)).all() and 0 < buiten.sum() < 20


@settings(deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 400), min_size=8, max_size=8), min_size=1, max_size=8),
    st.integers(0, 7),
)
def test_een_kans_is_een_kans_en_wat_verwacht_wordt_ligt_binnen_de_grenzen(
    rijen: list[list[int]], gat: int
) -> None:
    aantal = np.array(rijen, dtype=float)
    aantal[0, gat] = GEEN
    bedrag = aantal * 10
    kwartaal = np.tile(np.arange(8), (len(rijen), 1))
    alles = np.ones(len(rijen))
    for uit in (
        toets_aantallen(aantal, np.ones(aantal.shape), alles),
        toets_bedragen(bedrag, aantal, kwartaal, alles),
    ):
        wel = ~np.isnan(uit.kans)
        assert ((uit.kans[wel] >= 0) & (uit.kans[wel] <= 1)).all()
        assert ((uit.laag <= uit.verwacht) & (uit.verwacht <= uit.hoog))[wel].all()
