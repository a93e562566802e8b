"""Groups, index, contributions and the card, small enough to check by eye."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.verwacht.bijdragen import DOORSNEE, gelijkend, opbouw, plek
from core.verwacht.kaart import coefficienten, modelkaart, r2
from core.verwacht.model import Gebieden, bereken
from core.verwacht.vergelijk import Gebiedscijfer, cijfers, groep


def twee() -> Gebieden:
    """A: 10 of 100; B: 60 of 300. Each is expected from the other."""
    return Gebieden(("A", "B"), ("Aa", "Bee"), np.array([10.0, 60]), np.array([100.0, 300]), {})


def test_verschil_index_en_aantal() -> None:
    """A: 10 % against 20 % expected: −10 pp, index 50, 10 jeugdigen fewer than the 20 of 100."""
    a, b = cijfers(bereken(twee()))
    assert (a.werkelijk_pct, a.verwacht_pct) == (10, 20)
    assert (a.verschil_pp, a.index, a.aantal) == (-10, 50, -10)
    assert (b.verschil_pp, b.index, b.aantal) == (10, 200, pytest.approx(30))
    assert (a.gebruikers, a.verwacht_aantal) == (10, 20)


def test_een_groep_telt_tellers_noemers_en_verwachte_aantallen_op() -> None:
    """Users 10 + 60 of 400 = 17.5 %; expected 20 % of 100 + 10 % of 300 = 50 of 400 = 12.5 %."""
    samen = groep(bereken(twee()), "X", "Samen", ["A", "B"])
    assert (samen.werkelijk_pct, samen.verwacht_pct) == (17.5, 12.5)
    assert (samen.verschil_pp, samen.index, samen.aantal) == (5, 140, 20)
    assert samen.noemer == 400 and samen.zonder == ()


def test_een_groep_laat_onbekende_leden_uit_teller_en_noemer_en_noemt_ze(verzin) -> None:
    g = verzin(40, [0.3])
    aantal = g.aantal.copy()
    aantal[1] = np.nan
    g.kenmerken["k0"][2] = np.nan
    samen = groep(bereken(replace(g, aantal=aantal)), "X", "Samen", ["G0000", "G0001", "G0002"])
    assert samen.noemer == g.noemer[0]
    assert samen.zonder == ("G0001", "G0002")


def test_een_groep_van_niemand_is_onbekend() -> None:
    leeg = groep(bereken(twee()), "X", "Leeg", ["Z"])
    assert (leeg.werkelijk_pct, leeg.verwacht_pct, leeg.noemer, leeg.zonder) == (None, None, 0, ("Z",))
    assert (leeg.verschil_pp, leeg.index, leeg.aantal, leeg.buiten) == (None, None, None, False)


def test_index_van_niets_verwacht_is_onbekend() -> None:
    assert Gebiedscijfer("A", "A", 5.0, 0.0, None, None, 100).index is None


def test_buiten_het_interval() -> None:
    assert Gebiedscijfer("A", "A", 9.9, 12, 10, 14, 100).buiten
    assert not Gebiedscijfer("A", "A", 10.0, 12, 10, 14, 100).buiten


def test_interval_van_een_groep_is_smaller_dan_van_een_lid_en_breder_als_regios_verschillen(verzin) -> None:
    g = verzin(300, [0.3], rho=0.005, regio=0.2)
    u = bereken(g)
    regio = [c for c, r in zip(g.codes, g.regio, strict=True) if r == "R1"]
    los, samen = cijfers(u)[u.plaats[regio[0]]], groep(u, "R1", "R1", regio)
    zonder = groep(bereken(replace(g, regio=())), "R1", "R1", regio)
    assert samen.hoog - samen.laag < los.hoog - los.laag
    assert samen.hoog - samen.laag > 1.5 * (zonder.hoog - zonder.laag)


def test_interval_van_regios_dekt_ook_als_hun_gebieden_samen_afwijken(verzin) -> None:
    gedekt = []
    for zaad in range(12):
        g = verzin(200, [0.3], rho=0.003, regio=0.15, zaad=zaad)
        u = bereken(g)
        for regio in sorted(set(g.regio)):
            cijfer = groep(u, regio, regio, [c for c, r in zip(g.codes, g.regio, strict=True) if r == regio])
            gedekt.append(not cijfer.buiten)
    assert 0.88 <= np.mean(gedekt) <= 1


def test_bijdragen_tellen_op_tot_de_verwachting(verzin) -> None:
    g = verzin(150, [0.5, -0.4, 0.2], rho=0.01)
    u = bereken(g)
    for n, code in enumerate(g.codes):
        o = opbouw(u, code)
        assert o.begin_pct + sum(b.pp for b in o.bijdragen) == pytest.approx(o.verwacht_pct, abs=1e-9)
        assert o.verwacht_pct == pytest.approx(100 * u.verwacht[n])
    assert o.begin_pct == pytest.approx(100 * g.aantal.sum() / g.noemer.sum())
    assert [b.kenmerk for b in o.bijdragen] == [DOORSNEE, "k0", "k1", "k2"]


def test_bijdrage_heeft_het_teken_van_coefficient_maal_afwijking(verzin) -> None:
    g = verzin(150, [0.5, -0.4], rho=0.001)
    u = bereken(g)
    for code in g.codes[:20]:
        _, een, twee_ = opbouw(u, code).bijdragen
        assert een.pp * een.afwijking > 0 > twee_.pp * twee_.afwijking


def test_een_doorsnee_gebied_krijgt_van_geen_kenmerk_iets(verzin) -> None:
    g = verzin(150, [0.5], rho=0.001)
    midden = np.append(g.kenmerken["k0"][1:], 0)
    midden[-1] = midden[:-1].mean()
    o = opbouw(bereken(replace(g, kenmerken={"k0": midden})), g.codes[-1])
    assert o.bijdragen[1].pp == pytest.approx(0, abs=1e-6)


def test_wie_het_meest_lijkt() -> None:
    """k runs 0, 1, 2 … 19: nearest to 5 are 4 and 6 (tie: by code), then 3 and 7."""
    codes = tuple(f"G{n:02d}" for n in range(20))
    aantal = np.array([100 + (7 * n) % 13 for n in range(20)], dtype=float)
    g = Gebieden(codes, codes, aantal, np.full(20, 1000.0), {"k": np.arange(20.0)})
    assert gelijkend({c: plek(bereken(g), [c]) for c in codes}, "G05", 4) == ("G04", "G06", "G03", "G07")


def test_r2_met_de_hand() -> None:
    """Shares 1, 2, 3 around mean 2: total 2. Errors 0, 0, 1: 1 − 1/2."""
    assert r2(np.array([1.0, 2, 3]), np.array([1.0, 2, 2])) == 0.5
    assert r2(np.array([1.0, 2, 3]), np.array([2.0, 2, 2])) == 0


def test_kleinste_kwadraten_zonder_het_gebied_zelf_is_opnieuw_rekenen(verzin) -> None:
    g = verzin(60, [0.3, -0.2], rho=0.01)
    x = np.column_stack([np.ones(60), *g.kenmerken.values()])
    los = []
    for n in range(60):
        rest = np.arange(60) != n
        los.append(x[n] @ np.linalg.lstsq(x[rest], g.deel[rest], rcond=None)[0])
    kaart = modelkaart(bereken(g))
    assert kaart.r2_kleinste_kwadraten == pytest.approx(r2(g.deel, np.array(los)), abs=1e-9)
    assert kaart.rmse_gemiddelde_pp == pytest.approx(
        100 * np.sqrt(np.mean([(g.deel[n] - np.delete(g.deel, n).mean()) ** 2 for n in range(60)]))
    )


def test_kaart_van_een_goed_model(verzin) -> None:
    """Strong characteristics, areas of very different size: the weights earn their keep."""
    kaart = modelkaart(bereken(verzin(300, [0.6, -0.3], rho=0.001)), "Bron: proef", 2022)
    assert kaart.r2 > 0.85 and kaart.r2 > kaart.r2_kleinste_kwadraten
    assert "dit model voorspelt beter" in kaart.vergelijking
    assert kaart.rmse_pp < kaart.rmse_gemiddelde_pp / 2
    assert sum(t.gebieden for t in kaart.ijking) == 300
    assert [t.verwacht_pct for t in kaart.ijking] == sorted(t.verwacht_pct for t in kaart.ijking)
    assert (kaart.bron, kaart.jaar) == ("Bron: proef", 2022)


def test_coefficienten_met_hun_grenzen(verzin) -> None:
    u = bereken(verzin(300, [0.4], rho=0.005))
    (k0,) = coefficienten(u)
    assert k0.laag < 0.4 * u.ontwerp.spreiding[0] < k0.hoog
    assert k0.waarde == pytest.approx(u.schatting.coef[0, 1], abs=1e-9)
