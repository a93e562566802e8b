"""Signals on noise, where nothing is to be found, and on a jump that was put there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.sturing.signalen import Gevonden, Maat, Reeksen, zoek

KWARTALEN = 12


def ruis(kans: np.random.Generator, dimensie: str, rijen: int, onrust: float) -> Reeksen:
    """Series with a level, a trend, a season and rising prices, and beside those nothing but chance."""
    k = np.arange(KWARTALEN)
    niveau = np.exp(kans.uniform(np.log(8), np.log(400), rijen))[:, None]
    mu = niveau * (1 + kans.normal(0, 0.01, rijen)[:, None] * k) * np.array([1.05, 1.02, 0.93, 1.0])[k % 4]
    aantal = kans.poisson(mu) if onrust == 1 else kans.negative_binomial(mu / (onrust - 1), 1 / onrust)
    spreiding = 0.8 * kans.normal(size=mu.shape) / np.sqrt(np.maximum(aantal, 1))
    bedrag = 3000 * 1.03 ** (k // 4) * np.exp(spreiding)
    dicht = (aantal > 0) & (aantal < 5)
    return Reeksen(
        dimensie, tuple((f"{n}",) for n in range(rijen)), 2021 * 4, np.where(dicht, np.nan, aantal),
        np.where(dicht | (aantal == 0), np.nan, bedrag), np.full(rijen, KWARTALEN - 1), np.ones(rijen),
    )  # fmt: skip


def test_op_zuivere_ruis_is_hoogstens_een_op_de_twintig_keer_iets_gevonden() -> None:
    kans = np.random.default_rng(20240501)
    keren = 120
    vals = sum(
        bool(zoek([ruis(kans, d, 60, onrust) for d in ("aanbieder", "buurt")]).signalen)
        for onrust in (1.0, 2.0)
        for _ in range(keren // 2)
    )
    assert vals <= 0.05 * keren


def blijvers(kans: np.random.Generator, rijen: int, gemiddeld: int) -> Reeksen:
    """Series in which four of five jeugdigen of a quarter are still there the next, as care goes."""
    aantal = np.zeros((rijen, KWARTALEN))
    aantal[:, 0] = kans.poisson(gemiddeld, rijen)
    for k in range(1, KWARTALEN):
        aantal[:, k] = kans.binomial(aantal[:, k - 1].astype(int), 0.8) + kans.poisson(0.2 * gemiddeld, rijen)
    bedrag = 3000 * np.exp(0.4 * kans.normal(size=aantal.shape) / np.sqrt(aantal))
    namen = tuple((f"aanbieder {n}",) for n in range(rijen))
    return Reeksen(
        "aanbieder", namen, 2021 * 4, aantal, bedrag, np.full(rijen, KWARTALEN - 1), np.ones(rijen)
    )


def test_een_sprong_van_een_kwart_wordt_in_zijn_eerste_kwartaal_gevonden() -> None:
    kans = np.random.default_rng(7)
    gevonden = 0
    for _ in range(20):
        gewoon = blijvers(kans, 60, 200)
        meer, duurder = gewoon.jeugdigen.copy(), gewoon.per_jeugdige.copy()
        meer[0, -1] = round(1.25 * meer[0, -1])
        duurder[1, -1] *= 1.25
        uit = zoek([replace(gewoon, jeugdigen=meer, per_jeugdige=duurder)]).signalen
        wat = {(s.naam, s.maat) for s in uit}
        gevonden += wat >= {
            (("aanbieder 0",), Maat.JEUGDIGEN),
            (("aanbieder 1",), Maat.KOSTEN_PER_JEUGDIGE),
        }
        assert len(uit) <= 4
    assert gevonden >= 18


def test_een_signaal_zegt_van_welk_kwartaal_het_is_en_wat_verwacht_was() -> None:
    aantal = np.array([[100.0] * 11 + [160]] + [[100.0, 102] * 6] * 9)
    namen = tuple((f"{n}",) for n in range(10))
    van = Reeksen(
        "segment", namen, 2021 * 4, aantal, np.full(aantal.shape, np.nan), np.full(10, 11), np.ones(10)
    )
    (uit,) = zoek([van]).signalen
    assert (uit.dimensie, uit.naam, uit.kwartaal, uit.maat) == (
        "segment",
        ("0",),
        2023 * 4 + 3,
        Maat.JEUGDIGEN,
    )
    # The others are at 102 in every second quarter: a season that the first is expected to share a little.
    assert 100 < uit.verwacht < 101 and uit.laag < 100 < uit.hoog < 160


def test_wat_voorlopig_is_telt_niet_mee() -> None:
    aantal = np.array([[100.0] * 11 + [10]] * 10)
    namen = tuple((f"{n}",) for n in range(10))
    van = Reeksen(
        "segment", namen, 2021 * 4, aantal, np.full(aantal.shape, np.nan), np.full(10, 10), np.ones(10)
    )
    assert zoek([van]) == Gevonden((), 10)
    assert zoek([replace(van, laatste=np.full(10, -1))]) == zoek([]) == Gevonden((), 0)
