"""The forecast of a year: methods by hand, the backtest, the three parts, and bounds that hold what they say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.prognose.arrangementen import KLASSEN, Arrangementen
from core.prognose.jaarprognose import grenzen, jaarprognose
from core.prognose.methoden import (
    METHODEN,
    VERGELIJKING,
    _vorig_jaar,
    looptempo,
    lopend,
    seizoen,
    seizoensnaief,
    trend,
)
from core.prognose.terugtoets import MINSTE, ZONDER_GESCHIEDENIS, Stand, kies, spreiding, toets

EERSTE = next(iter(METHODEN))


def bekend(reeks: list[float] | np.ndarray) -> Stand:
    """A stand of which every month is declared in full."""
    r = np.array(reeks, dtype=float)
    return Stand(r, r, np.zeros(len(r)), len(r))


def standen(reeks: np.ndarray) -> list[Stand]:
    """What was known at the end of every month after the first year."""
    return [bekend(reeks[:n]) for n in range(12, len(reeks) + 1)]


# Methods by hand ---------------------------------------------------------------------------------


def test_looptempo_is_het_gemiddelde_van_drie_maanden():
    assert looptempo(np.array([0.0, 100, 10, 20, 30]), 2).tolist() == [20, 20]


def test_seizoensnaief_herhaalt_dezelfde_maanden():
    assert seizoensnaief(np.arange(24.0), 14).tolist() == [*range(12, 24), 12, 13]
    assert seizoensnaief(np.array([1.0, 2, 3, 4]), 2).tolist() == [3, 3]  # less than a year known


def test_seizoen_neemt_de_halve_groei_mee():
    # The last six months are 1,21 × those of a year before; half of that on a log scale is 1,1.
    reeks = np.array([100.0] * 12 + [121] * 6)
    assert seizoen(reeks, 7) == pytest.approx([110] * 6 + [133.1])


def test_seizoen_neemt_minder_mee_van_groei_die_per_maand_verschilt():
    # 3 × 100 and 3 × 142 on 6 × 100: growth 1,21, squared signal 0,0441. Deviations of ± 21: together
    # 6 × 441 / 100 / 5 = 5,292 a euro, squared error 5,292 / 600 = 0,00882, and four times that for months that
    # hold the same jeugdigen: 0,03528. So 1 − 0,03528 / 0,0441 = 1/5 of the half.
    reeks = np.array([100.0] * 12 + [100, 142] * 3)
    assert seizoen(reeks, 1) == pytest.approx([100 * 1.21**0.1])
    # Growth that is smaller than its error is none: 100 and 130 are 1,15 ± 0,2.
    assert seizoen(np.array([100.0] * 12 + [90, 140] * 3), 1) == pytest.approx([100])


def test_seizoen_leent_een_derde_van_de_jaren_ervoor():
    # December was 20 % of the first year and 10 % of the last: a third of the way to their mean of 15 %.
    reeks = np.r_[np.full(11, 80.0), 220, np.full(11, 90.0), 110]
    assert _vorig_jaar(reeks)[-1] == pytest.approx(110 + (1100 * (220 / 1100 + 110 / 1100) / 2 - 110) / 3)
    assert _vorig_jaar(reeks).sum() == pytest.approx(1100)


def test_seizoen_van_een_jaar_kent_nog_geen_groei():
    assert seizoen(np.arange(1.0, 13), 2).tolist() == [1, 2]


def test_trend_volgt_een_vlakke_reeks_en_wordt_nooit_negatief():
    assert trend(np.full(30, 50.0), 4) == pytest.approx([50] * 4)
    assert (trend(np.linspace(100, 0, 11), 12) >= 0).all()


def test_trend_kent_het_seizoen_op_zijn_plaats():
    seizoenen = np.tile(np.r_[np.full(11, 100.0), 200], 3)[:-5]  # December twice as high; now in July
    verder = trend(seizoenen, 5)
    assert verder.argmax() == 4 and verder[4] > 1.4 * verder[:4].max()


def vaste_duur(maanden: int, instroom: list[int], duur: int = 2) -> Arrangementen:
    """So many begin in each month, and every one of them runs `duur` months."""
    lopend_, gestopt = np.zeros((maanden, KLASSEN)), np.zeros((maanden, KLASSEN))
    for m in range(maanden):
        for oud in range(min(duur, m + 1)):
            lopend_[m, oud] = instroom[m - oud]
        gestopt[m, duur - 1] = lopend_[m, duur - 1]
    return Arrangementen(lopend_, gestopt, maanden)


def test_lopende_arrangementen_maal_prijs():
    # All run two months. 1.000 begin each month, 2.000 in the last: next month those 2.000 and 1.000 new ones run.
    instroom = [1000] * 29 + [2000]
    loop = vaste_duur(30, instroom)
    reeks = 5.0 * loop.lopend.sum(axis=1)  # 5 a month each
    verder = lopend(reeks, 2, loop)
    assert verder == pytest.approx([5 * 3000, 5 * 2000], rel=0.03)  # drawn a little towards the usual
    # When a month less is known of them, that month is made from those before it.
    assert lopend(reeks, 1, Arrangementen(loop.lopend, loop.gestopt, 29)) == pytest.approx(
        [5 * 2000], rel=0.03
    )
    # Without arrangementen, or less than a year of them, it is what the first method says.
    for niets in (None, vaste_duur(30, [0] * 30), Arrangementen(loop.lopend, loop.gestopt, 12)):
        assert (lopend(reeks, 3, niets) == seizoen(reeks, 3)).all()


# The backtest ------------------------------------------------------------------------------------


def test_toets_zet_elke_voorspelling_naast_wat_het_werd():
    # Twelve months of 10, then 16: at the end of month 12 and 13 two months ahead.
    reeks = np.array([10.0] * 12 + [16] * 3)
    uit = toets(standen(reeks), reeks, looptempo, 2)
    assert uit.voorspeld.tolist() == [20, 24] and uit.werkelijk.tolist() == [32, 32]
    assert uit.wape() == pytest.approx(100 * 20 / 64) and uit.scheefheid() == pytest.approx(-100 * 20 / 64)


def test_een_stand_voorspelt_ook_maanden_waarvan_nog_niets_te_zeggen_is():
    reeks = np.array([10.0] * 12)
    s = Stand(np.r_[reeks, 1, 0], reeks, np.zeros(12), 12)
    assert s.verder(looptempo, 3).tolist() == [10] * 5


def test_de_eerste_methode_blijft_tot_een_andere_duidelijk_beter_is():
    kort, sprong = np.full(15, 10.0), np.array([10.0] * 18 + [40] * 18)
    assert kies(standen(kort), kort, 6) == EERSTE
    # After the jump the run rate is right within three months, the year before is not.
    assert kies(standen(sprong), sprong, 2) == "gemiddelde van de laatste drie maanden"


def test_zonder_uitgekomen_voorspellingen_geldt_een_vaste_fout():
    reeks = np.full(12, 10.0)
    assert spreiding([bekend(reeks)], reeks, looptempo, 3).deel == ZONDER_GESCHIEDENIS
    lang = np.full(12 + MINSTE + 1, 10.0)
    assert spreiding(standen(lang), lang, looptempo, 1).deel == 0


# The year ----------------------------------------------------------------------------------------


def test_een_jaar_is_gedeclareerd_plus_nog_te_declareren_plus_de_rest():
    # A year of 100, then 3 months: of the last 40 is in and 100 expected. Nine months of 100 to come.
    reeks = np.full(15, 100.0)
    nu = Stand(np.r_[np.full(14, 100.0), 40], reeks, np.zeros(15), 14)
    uit = jaarprognose([bekend(reeks[:12]), nu], 12)
    assert uit is not None
    assert (uit.gedeclareerd, uit.nog_te_declareren, uit.rest_jaar) == (240, 60, 900)
    assert uit.prognose == 1200 and uit.per_maand.tolist() == [100] * 12 and uit.methode == EERSTE


def test_een_jaar_dat_voorbij_is_heeft_geen_methode_en_alleen_de_onzekerheid_van_de_naijl():
    reeks = np.full(24, 100.0)
    uit = jaarprognose([Stand(reeks - 1, reeks, np.r_[np.zeros(23), 25.0**2], 24)], 12)
    assert uit is not None and (uit.rest_jaar, uit.methode) == (0, "")
    laag, hoog = grenzen(uit.getrokken, 80)
    assert hoog - laag == pytest.approx(2 * 1.2816 * 25, rel=0.03)


def test_van_een_maand_waarvan_niets_te_zeggen_is_telt_ten_minste_wat_er_is():
    reeks = np.full(12, 10.0)
    uit = jaarprognose([Stand(np.r_[reeks, 25], reeks, np.zeros(12), 12)], 12)
    assert uit is not None and (uit.gedeclareerd, uit.nog_te_declareren, uit.rest_jaar) == (25, 0, 110)


def test_een_jaar_dat_net_voorbij_is_met_maanden_waarvan_nog_niets_te_zeggen_is():
    # At the end of December nothing can be told of the last month, as at the end of every month before it.
    reeks = np.tile(np.r_[np.full(11, 100.0), 130], 2)
    jong = [Stand(reeks[:n], reeks[: n - 1], np.zeros(n - 1), n - 1) for n in range(13, 25)]
    uit = jaarprognose(jong, 12)
    assert uit is not None and uit.methode and (uit.rest_jaar, uit.prognose) == (0, pytest.approx(1230))


def test_een_jaar_dat_nog_begint():
    reeks = np.r_[np.full(12, 100.0), np.full(8, 121.0)]  # eight months into the second year
    uit = jaarprognose(standen(reeks), 24)
    assert uit is not None and (uit.gedeclareerd, uit.nog_te_declareren) == (0, 0)
    # Half the growth on the months of the last year that are known, as on those that follow them.
    assert uit.per_maand == pytest.approx([133.1] * 8 + [110] * 4) and uit.prognose == uit.rest_jaar
    assert jaarprognose(standen(reeks), 36) is None  # not a year beyond that
    volgend, dit = (jaarprognose(standen(gemaakt_jaar(1)[:40]), begin) for begin in (48, 36))
    assert volgend is not None and dit is not None
    breed = [np.subtract(*grenzen(p.getrokken, 80)[::-1]) / p.rest_jaar for p in (volgend, dit)]
    assert breed[0] > breed[1]  # the further, the wider


def test_een_reeks_die_later_in_het_jaar_begint():
    uit = jaarprognose([bekend(np.full(4, 10.0))], -6)
    assert uit is not None and uit.prognose == 40 + 20 and uit.per_maand.tolist() == [0] * 6 + [10] * 6


def test_zonder_een_maand_om_op_te_bouwen_is_er_geen_prognose():
    assert jaarprognose([Stand(np.ones(2), np.empty(0), np.empty(0), 0)], 0) is None
    assert jaarprognose([bekend([1.0, 2])], 12) is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(-(10**4), 10**6), min_size=13, max_size=40),
    st.floats(0, 1),
    st.integers(1, 11),
)
def test_de_delen_tellen_op_en_de_grenzen_liggen_om_het_midden(bedragen, binnen, maand):
    reeks = np.array(bedragen, dtype=float)
    nu = Stand(reeks * binnen, reeks, np.ones(len(reeks)), len(reeks))
    begin = len(reeks) - maand
    uit = jaarprognose([*standen(reeks[:-1]), nu], begin)
    assert uit is not None
    assert uit.prognose == pytest.approx(uit.per_maand.sum())
    assert uit.gedeclareerd + uit.nog_te_declareren == pytest.approx(reeks[begin:].sum())
    (laag, hoog), (laag95, hoog95) = grenzen(uit.getrokken, 80), grenzen(uit.getrokken, 95)
    assert laag95 <= laag <= hoog <= hoog95
    assert (uit.getrokken == jaarprognose([*standen(reeks[:-1]), nu], begin).getrokken).all()


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([*METHODEN.values(), *VERGELIJKING.values()]), st.integers(1, 40), st.integers(0, 14))
def test_elke_methode_geeft_zoveel_maanden_en_volgt_de_eenheid(methode, lengte, aantal):
    reeks = np.random.default_rng(lengte).gamma(4, 100, lengte)
    uit = methode(reeks, aantal)
    assert len(uit) == aantal and (uit >= 0).all()
    assert methode(reeks * 1000, aantal) == pytest.approx(uit * 1000)


# Bounds that hold what they say ------------------------------------------------------------------


def gemaakt_jaar(zaad: int, sprongen: int = 0, maanden: int = 48) -> np.ndarray:
    """Four years with a season, a level that wanders and may jump, growth that differs, and noise."""
    kans, m = np.random.default_rng(zaad), np.arange(maanden)
    niveau = np.cumsum(kans.normal(kans.normal(0.002, 0.002), 0.012, maanden))
    for _ in range(sprongen):
        niveau[kans.integers(6, maanden) :] += kans.normal(0, 0.12)
    return 1000 * np.exp(niveau + 0.05 * np.sin(m * np.pi / 6) + kans.normal(0, 0.04, maanden))


@pytest.mark.parametrize(("maand", "sprongen"), [(4, 0), (8, 0), (4, 3)])
def test_tachtig_procent_dekt_tachtig_procent_van_tweehonderd_jaren(maand, sprongen):
    binnen, breed = [], []
    for zaad in range(200):
        reeks = gemaakt_jaar(zaad, sprongen)
        uit = jaarprognose(standen(reeks[: 36 + maand]), 36)
        assert uit is not None
        werkelijk = reeks[36:].sum()
        for breedte, treffers in ((80, binnen), (95, breed)):
            laag, hoog = grenzen(uit.getrokken, breedte)
            treffers.append(laag <= werkelijk <= hoog)
    assert 0.70 <= np.mean(binnen) <= 0.90
    assert np.mean(breed) >= 0.90
