"""Segments that miss together: their correlation by hand, the draws that keep their bounds, and a total that holds."""

from __future__ import annotations

import numpy as np
import pytest

from core.prognose.jaarprognose import grenzen, jaarprognose
from core.prognose.samenhang import correlaties, fouten, samen
from core.prognose.standen import Segmentreeks
from tests.core.prognose.test_jaarprognose import standen


def test_samen_missen_is_samenhang():
    # Ten forecasts that fit beside each other, of which a and b always miss alike: half of that is believed
    # (10 / (10 + 10)), the rest is the mean of the pairs: (1 + 0 + 0) / 3.
    kanten = [1, -1] * 5
    a = {m: 0.1 * k for m, k in enumerate(kanten)}
    b = {m: 0.2 * k for m, k in enumerate(kanten)}
    c = {m: 0.1 * (k if m < 5 else -k) for m, k in enumerate(kanten)} | {9: 0.0, 4: 0.0}
    uit = correlaties([a, b, c], 1)
    assert uit[0, 1] == pytest.approx(0.5 + 0.5 / 3) and uit[0, 2] == pytest.approx(0.5 / 3)
    assert (uit.diagonal() == 1).all() and (uit == uit.T).all()


def test_zonder_gezamenlijke_fouten_is_er_geen_samenhang():
    assert correlaties([{1: 0.1}, {2: 0.1}], 6).tolist() == [[1, 0], [0, 1]]


def test_de_trekkingen_houden_hun_grenzen():
    kans = np.random.default_rng(1)
    los = [kans.standard_normal(4000), kans.standard_gamma(3, 4000)]
    een, twee = samen(los, np.array([[1, 0.6], [0.6, 1]]))
    assert (np.sort(een) == np.sort(los[0])).all() and (np.sort(twee) == np.sort(los[1])).all()
    assert np.corrcoef(een, twee)[0, 1] == pytest.approx(0.6, abs=0.06)


def gezamenlijk(zaad: int) -> list[np.ndarray]:
    """Three segments over four years whose levels wander together, with noise of their own."""
    kans = np.random.default_rng(zaad)
    niveau = np.cumsum(kans.normal(0, 0.015, 48))
    return [
        1000 * np.exp(niveau + np.cumsum(kans.normal(0, 0.004, 48)) + kans.normal(0, 0.03, 48))
        for _ in range(3)
    ]


def test_het_totaal_van_segmenten_die_samen_bewegen_dekt_ook():
    binnen, los_binnen = [], []
    for zaad in range(100):
        reeksen = gezamenlijk(zaad)
        prognoses, missers = [], []
        for n, reeks in enumerate(reeksen):
            van = Segmentreeks(n, 0, tuple(standen(reeks[:42])))
            prognose = jaarprognose(van.standen, 36, n)
            assert prognose is not None
            prognoses.append(prognose)
            missers.append(fouten(van, prognose.methode, 6))
        los = [p.getrokken for p in prognoses]
        werkelijk = sum(reeks[36:].sum() for reeks in reeksen)
        for getrokken, treffers in ((samen(los, correlaties(missers, 6)), binnen), (los, los_binnen)):
            laag, hoog = grenzen(np.sum(getrokken, axis=0), 80)
            treffers.append(laag <= werkelijk <= hoog)
    assert 0.70 <= np.mean(binnen) <= 0.90
    assert np.mean(los_binnen) < np.mean(binnen) - 0.1  # as if they were apart the total would be too sure
