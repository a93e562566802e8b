"""The choice finds the characteristics that matter and leaves out those that do not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.verwacht.keuze import WINST, kies


def test_kiest_wat_ertoe_doet_het_sterkste_eerst(verzin) -> None:
    g = verzin(300, [0.2, 0.0, -0.4, 0.0], rho=0.005)
    stappen = kies(g, {})
    assert [s.kenmerk for s in stappen] == ["k2", "k0"]
    assert stappen[1].r2 > stappen[0].r2 + WINST
    assert [naam for naam, _ in stappen[0].anderen][0] == "k0"


def test_een_kenmerk_met_het_verkeerde_teken_wordt_niet_gekozen(verzin) -> None:
    g = verzin(300, [0.2, -0.4], rho=0.005)
    assert [s.kenmerk for s in kies(g, {"k0": 1, "k1": 1})] == ["k0"]


def test_alle_kenmerken_worden_op_dezelfde_gebieden_beoordeeld(verzin) -> None:
    g = verzin(300, [0.3, 0.3], rho=0.005)
    g.kenmerken["k1"][:250] = np.nan
    vol = replace(
        g,
        codes=g.codes[250:], namen=g.namen[250:], aantal=g.aantal[250:], noemer=g.noemer[250:], regio=(),
        kenmerken={n: w[250:] for n, w in g.kenmerken.items()},
    )  # fmt: skip
    assert kies(g, {}) == kies(vol, {})


def test_niets_helpt_dan_niets_gekozen(verzin) -> None:
    assert kies(verzin(300, [0.0, 0.0], rho=0.01), {}) == ()
