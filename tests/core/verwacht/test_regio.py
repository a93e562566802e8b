"""Partial pooling: a shared effect is found, chance is drawn to zero, one area shows nothing shared."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.verwacht.kaart import modelkaart
from core.verwacht.model import bereken
from core.verwacht.regio import met_regio, regio_pp, regioeffect


def test_een_echt_effect_van_regios_wordt_gevonden(verzin) -> None:
    g = verzin(400, [0.3], rho=0.002, regio=0.2)
    effect = regioeffect(bereken(g))
    assert effect is not None
    assert effect.tussen[0] == pytest.approx(0.04, rel=0.6)
    assert modelkaart(bereken(g)).r2_met_regio > modelkaart(bereken(g)).r2 + 0.1


def test_effect_is_het_gemiddelde_van_de_regio_iets_naar_nul_getrokken(verzin) -> None:
    g = verzin(400, [0.3], rho=0.002, regio=0.2)
    u = bereken(g)
    effect = regioeffect(u)
    for n, naam in enumerate(effect.namen):
        lid = np.array(g.regio) == naam
        kans = u.verwacht[lid]
        rest = ((g.deel[lid] - kans) / (kans * (1 - kans))).mean()
        assert effect.effect[0, n] == pytest.approx(rest, abs=0.03)
        assert abs(effect.effect[0, n]) < abs(rest) + 0.01


def test_zonder_verschil_tussen_regios_is_het_effect_klein(verzin) -> None:
    effect = regioeffect(bereken(verzin(400, [0.3], rho=0.01)))
    assert np.abs(effect.effect[0]).max() < 0.04


def test_een_gebied_draagt_niet_bij_aan_het_effect_waarmee_het_wordt_voorspeld(verzin) -> None:
    g = verzin(60, [0.3], rho=0.01, regio=0.2)
    aantal = g.aantal.copy()
    aantal[7] = g.noemer[7] * 0.6
    anders = bereken(replace(g, aantal=aantal))
    voor, na = met_regio(bereken(g), regioeffect(bereken(g))), met_regio(anders, regioeffect(anders))
    assert na[7] == pytest.approx(voor[7], abs=1e-9)


def test_het_deel_van_de_regio_is_positief_in_een_regio_die_hoger_ligt(verzin) -> None:
    g = verzin(200, [0.3], rho=0.002, regio=0.3)
    u, effect = bereken(g), regioeffect(bereken(g))
    hoogste = effect.namen[int(np.argmax(effect.effect[0]))]
    code = next(c for c, r in zip(g.codes, g.regio, strict=True) if r == hoogste)
    u = bereken(g)
    verwacht, pp = u.verwacht[u.plaats[code]], regio_pp(u, effect, code)
    assert 0 < pp == pytest.approx(100 * effect.effect[0].max() * verwacht * (1 - verwacht), rel=0.25)


def test_zonder_regios_of_met_elk_een_gebied_is_er_geen_effect(verzin) -> None:
    g = verzin(30, [0.3])
    assert regioeffect(bereken(replace(g, regio=()))) is None
    assert regioeffect(bereken(replace(g, regio=g.codes))) is None
