"""What all series do at once is expected of each, and what one does is not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.sturing.samenloop import MINST_SAMEN, samenloop
from core.sturing.signalen import Maat, zoek
from tests.core.sturing.test_signalen import KWARTALEN, blijvers

KWARTAAL = np.tile([8, 9], (MINST_SAMEN, 1))
VERWACHT = np.full(KWARTAAL.shape, 100.0)


def test_wat_allen_tegelijk_doen_is_de_factor_van_dat_kwartaal() -> None:
    aantal = np.tile([100.0, 110.0], (MINST_SAMEN, 1))
    aantal[0, 1] = 300  # one that jumps does not move the middle
    assert samenloop(aantal, VERWACHT, KWARTAAL).tolist() == [[1.0, pytest.approx(1.1)]] * MINST_SAMEN


def test_wat_toeval_kan_zijn_telt_niet() -> None:
    # 90 to 118, the middle one 104: off by 4 %, while the middle of 15 so far apart is uncertain by nearly as much
    aantal = VERWACHT.copy()
    aantal[:, 1] = np.arange(90, 120, 2)
    assert samenloop(aantal, VERWACHT, KWARTAAL)[0, 1] == 1.0


def test_van_te_weinig_of_te_kleine_reeksen_is_er_geen_factor() -> None:
    aantal = np.tile([100.0, 110.0], (MINST_SAMEN, 1))
    aantal[0, 1] = np.nan
    assert (samenloop(aantal, VERWACHT, KWARTAAL) == 1).all()
    assert (samenloop(aantal / 50, VERWACHT / 50, KWARTAAL) == 1).all()


def test_een_sprong_van_een_kwart_valt_op_ook_als_alle_aanbieders_samen_bewegen() -> None:
    kans = np.random.default_rng(7)
    gevonden = anders = 0
    for _ in range(20):
        gewoon = blijvers(kans, 40, 200)
        aantal = np.round(gewoon.jeugdigen * np.exp(kans.normal(0, 0.04, KWARTALEN)))
        aantal[0, -1] = round(1.25 * aantal[0, -1])
        uit = zoek([replace(gewoon, jeugdigen=aantal)]).signalen
        gevonden += (("aanbieder 0",), Maat.JEUGDIGEN) in {(s.naam, s.maat) for s in uit}
        anders += any(s.naam != ("aanbieder 0",) for s in uit)
    assert gevonden >= 17 and anders <= 2
