"""Expected use: the interval holds, and odd or few areas get an answer that says what it is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.verwacht.gaten import neem
from core.verwacht.kaart import modelkaart
from core.verwacht.model import Gebieden, bereken, interval
from core.verwacht.schatting import schat


def gebieden(aantal: list[float], noemer: list[float], **kenmerken: list[float]) -> Gebieden:
    codes = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[: len(aantal)])
    reeksen = {naam: np.array(w, dtype=float) for naam, w in kenmerken.items()}
    return Gebieden(codes, codes, np.array(aantal, dtype=float), np.array(noemer, dtype=float), reeksen)


def test_een_gebied_telt_niet_mee_in_zijn_eigen_verwachting(verzin) -> None:
    g = verzin(60, [0.3], rho=0.01)
    voor = bereken(g).verwacht
    anders = g.aantal.copy()
    anders[7] = g.noemer[7] * 0.9
    na = bereken(replace(g, aantal=anders)).verwacht
    assert na[7] == pytest.approx(voor[7], abs=1e-9)
    assert na[8] != pytest.approx(voor[8], abs=1e-6)


@pytest.mark.parametrize("rho", [0.0, 0.005, 0.03])
def test_interval_dekt_95_procent_van_wat_het_niet_zag(verzin, rho: float) -> None:
    g = verzin(600, [0.3, 0.2], rho=rho)
    u = bereken(g)
    assert 0.92 <= ((g.deel >= u.laag) & (g.deel <= u.hoog)).mean() <= 0.98


def test_interval_is_breder_voor_een_klein_gebied(verzin) -> None:
    g = verzin(200, [0.3], rho=0.001)
    u = bereken(g)
    klein, groot = np.argmin(g.noemer), np.argmax(g.noemer)
    assert u.hoog[klein] - u.laag[klein] > 1.5 * (u.hoog[groot] - u.laag[groot])


def test_interval_van_een_beta_met_de_hand() -> None:
    """Mean 0.5 and variance 1/12 is the uniform distribution: 2.5 % to 97.5 %, with many areas."""
    laag, hoog = interval(np.array([0.5]), np.array([1 / 12]), np.array([1e9]))
    assert (laag[0], hoog[0]) == (pytest.approx(0.025, abs=1e-6), pytest.approx(0.975, abs=1e-6))


def test_een_gebied_zonder_gebruik_krijgt_een_verwachting_uit_alle_andere(verzin) -> None:
    g = verzin(50, [0.3], rho=0.01)
    aantal = g.aantal.copy()
    aantal[3] = np.nan
    u = bereken(replace(g, aantal=aantal))
    rest = neem(g, [n for n in range(50) if n != 3])
    x = u.ontwerp.x[[n for n in range(50) if n != 3]]
    los = schat(x, rest.deel, rest.noemer, np.ones((1, 49)))
    assert u.verwacht[3] == pytest.approx(1 / (1 + np.exp(-(u.ontwerp.x[3] @ los.coef[0]))), abs=1e-9)
    assert [(g.naam, g.erin) for g in u.gaten] == [("G0003", True)]


def test_een_ontbrekend_kenmerk_haalt_het_gebied_eruit_en_noemt_het(verzin) -> None:
    g = verzin(30, [0.3, 0.1])
    g.kenmerken["k1"][4] = np.nan
    u = bereken(g)
    assert "G0004" not in u.gebieden.codes and len(u.gebieden) == 29
    assert [(gat.code, gat.reden) for gat in u.gaten] == [("G0004", "k1 ontbreekt")]


@pytest.mark.parametrize(
    ("aantal", "noemer", "reden"),
    [
        (5, np.nan, "de noemer ontbreekt"),
        (5, 0, "de noemer is kleiner dan 1"),
        (-1, 100, "het gebruik is negatief"),
        (101, 100, "het gebruik is groter dan de noemer"),
    ],
)
def test_onmogelijke_gebieden_doen_niet_mee_en_worden_genoemd(
    aantal: float, noemer: float, reden: str
) -> None:
    u = bereken(gebieden([10, 20, 30, 40, aantal], [100, 200, 300, 400, noemer]))
    assert [(gat.naam, gat.reden) for gat in u.gaten] == [("E", reden)]
    assert u.verwacht == pytest.approx([0.1] * 4)


def test_constant_kenmerk_valt_weg_met_een_zin(verzin) -> None:
    g = verzin(40, [0.3])
    u = bereken(replace(g, kenmerken={**g.kenmerken, "vast": np.full(40, 7.0)}))
    assert u.ontwerp.kenmerken == ("k0",)
    assert u.meldingen == ("Kenmerk vast is weggelaten: het is overal gelijk.",)
    assert u.verwacht == pytest.approx(bereken(g).verwacht)


def test_kenmerk_dat_uit_andere_volgt_valt_weg(verzin) -> None:
    g = verzin(40, [0.3, -0.1])
    som = g.kenmerken["k0"] * 2 - g.kenmerken["k1"] + 5
    u = bereken(replace(g, kenmerken={**g.kenmerken, "som": som}))
    assert u.meldingen == ("Kenmerk som is weggelaten: het volgt uit de andere kenmerken.",)
    assert u.verwacht == pytest.approx(bereken(g).verwacht)


def test_kenmerk_dat_een_gebied_aanwijst_valt_weg(verzin) -> None:
    """Without that area the characteristic would be constant, and its coefficient could be anything."""
    g = verzin(40, [0.3])
    vlag = np.zeros(40)
    vlag[5] = 1
    u = bereken(replace(g, kenmerken={**g.kenmerken, "eiland": vlag}))
    assert u.meldingen == ("Kenmerk eiland is weggelaten: het berust op één gebied.",)


def test_drie_gebieden_krijgen_het_gemiddelde_van_de_andere_twee() -> None:
    """A: 30 of 200 elsewhere; shares of B and C are alike, so that is their mean too."""
    u = bereken(gebieden([30, 15, 15], [100, 100, 100], k=[1, 2, 4]))
    assert u.ontwerp.kenmerken == ()
    assert u.verwacht[0] == pytest.approx(0.15)
    assert u.verwacht[1] == pytest.approx((0.30 + 0.15) / 2, abs=0.002)
    assert (u.laag < u.verwacht).all() and (u.verwacht < u.hoog).all()
    assert "Met 3 gebieden is het verband met het kenmerk niet te schatten" in u.meldingen[0]


def test_twee_gebieden_verwachten_elkaar_zonder_interval() -> None:
    u = bereken(gebieden([10, 40], [100, 200]))
    assert list(u.verwacht) == [0.2, 0.1]
    assert np.isnan(u.laag).all() and np.isnan(u.hoog).all()


def test_een_gebied_heeft_niets_om_mee_te_vergelijken() -> None:
    u = bereken(gebieden([10], [100], k=[1]))
    assert np.isnan(u.verwacht).all()
    assert u.meldingen == ("Met minder dan drie gebieden is niet te zeggen hoe zeker een verwachting is.",)
    assert modelkaart(u).r2 is None


def test_niemand_in_zorg_geeft_nul_en_geen_interval() -> None:
    u = bereken(gebieden([0] * 8, [100] * 8, k=list(range(8))))
    assert list(u.verwacht) == [0] * 8
    assert np.isnan(u.hoog).all()
    assert "heeft niemand zorg" in u.meldingen[0]


def test_alleen_een_gebied_in_zorg_geeft_geen_oneindige_fit() -> None:
    u = bereken(gebieden([20, *[0] * 9], [100] * 10, k=list(range(10))))
    assert u.verwacht[0] == 0
    assert u.verwacht[1] == pytest.approx(20 / 900)


def test_gebieden_zonder_gebruik_tussen_andere_zijn_gewone_gebieden(verzin) -> None:
    g = verzin(80, [0.3], rho=0.02)
    aantal = g.aantal.copy()
    aantal[:3] = 0
    u = bereken(replace(g, aantal=aantal))
    assert u.meldingen == ()
    assert (u.verwacht > 0).all() and (u.laag >= 0).all() and (u.hoog <= 1).all()


def test_volledige_scheiding_valt_terug_op_het_gemiddelde_met_een_zin() -> None:
    laag_hoog = [0.0] * 10 + [100.0] * 10
    u = bereken(gebieden(laag_hoog, [100] * 20, k=list(range(20))))
    assert u.ontwerp.kenmerken == ()
    assert "voorspellen het gebruik volledig" in u.meldingen[-1] and "Weggelaten: k." in u.meldingen[-1]


def test_schaal_en_volgorde_van_kenmerken_doen_er_niet_toe(verzin) -> None:
    g = verzin(60, [0.3, -0.2], rho=0.01)
    anders = {"k1": g.kenmerken["k1"] * 1000 - 4, "k0": g.kenmerken["k0"]}
    assert bereken(replace(g, kenmerken=anders)).verwacht == pytest.approx(bereken(g).verwacht, abs=1e-9)


def test_weinig_gebieden_per_kenmerk_waarschuwt(verzin) -> None:
    assert "onzeker" in bereken(verzin(15, [0.3, 0.1])).meldingen[0]
