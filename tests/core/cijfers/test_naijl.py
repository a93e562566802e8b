"""What is still to be declared: the triangle from lines or leveringen, chain ladder, Cape Cod, and its interval."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.begrippen import maandnummer
from core.cijfers.naijl import Schatting, naijl, schat
from core.cijfers.uitloop import ONTWIKKELING, Stroom, stromen
from core.cijfers.volledigheid import voorlopig_vanaf
from core.database import Database
from core.filters import Filter
from core.opmaak import maand_iso
from tests.conftest import levering
from tests.eigenschappen.orakel_naijl import verwachting

EERSTE = maandnummer(2022, 1)
AMBULANT = 0


def regel(maand: str, declaratiemaand: str | None, **velden: Any) -> dict[str, Any]:
    return {"leveringsmaand": maand, "declaratiemaand": declaratiemaand} | velden


def rij(db: Database, maand: str, breed: int = 5) -> list[float | None]:
    """The first cells of a month of the only stroom; None = not known."""
    (s,) = stromen(db)
    cellen = s.waarden[maandnummer(*map(int, maand.split("-"))) - s.eerste][:breed]
    return [None if np.isnan(c) else float(c) for c in cellen]


# The triangle ------------------------------------------------------------------------------------


def test_regels_tellen_op_naar_de_maanden_tot_hun_declaratie(maak_database):
    # Known until 1 May 2024: of January everything up to April, three months later.
    db = maak_database([
        regel("2024-01", "2024-02"),
        regel("2024-01", "2024-04", bedrag=20),
        regel("2024-01", "2024-04", bedrag=-5),
        regel("2024-03", "2024-03", bedrag=7),
        regel("2024-01", "2024-03", bedrag=999, status="afgewezen"),
    ])  # fmt: skip
    assert rij(db, "2024-01") == [0, 100, 100, 115, None]
    assert rij(db, "2024-02") == [0, 0, 0, None, None]  # nobody declared anything, as far as is known
    assert rij(db, "2024-03") == [7, 7, None, None, None]


def test_een_maand_die_nog_liep_telt_pas_mee_als_zij_om_is(maak_database):
    db = maak_database(
        [regel("2024-01", "2024-02"), regel("2024-01", "2024-05", bedrag=30)],
        [levering(1, stand_per=date(2024, 5, 15))],
    )
    (s,) = stromen(db)
    assert rij(db, "2024-01") == [0, 100, 100, 100, None]  # of May only half is known
    assert s.nu.tolist() == [130]


def test_zonder_declaratiemaand_vertellen_de_leveringen_het(maak_database):
    # January as each levering had it; between the second and the third it grew evenly.
    db = maak_database(
        [
            regel("2024-01", None, levering=1, bedrag=60),
            regel("2024-01", None, levering=2, bedrag=80),
            regel("2024-01", None, levering=3, bedrag=100),
            regel("2024-01", None, levering=3, bedrag=50, status="afgewezen"),
        ],
        [
            levering(1, stand_per=date(2024, 2, 3)),
            levering(2, stand_per=date(2024, 3, 2)),
            levering(3, stand_per=date(2024, 5, 1)),
        ],
    )
    assert rij(db, "2024-01") == [60, 80, 90, 100, None]


def test_wie_aanvult_vertelt_ook_van_maanden_waar_niets_bij_kwam(maak_database):
    db = maak_database(
        [regel("2024-01", None, levering=1, bedrag=60), regel("2024-02", None, levering=2)],
        [
            levering(1, stand_per=date(2024, 2, 3), wijze="aanvullen"),
            levering(2, stand_per=date(2024, 4, 2), wijze="aanvullen"),
        ],
    )
    assert rij(db, "2024-01") == [60, 60, 60, None, None]


def test_een_teruggedraaide_levering_heeft_nooit_iets_verteld(maak_database):
    db = maak_database(
        [regel("2024-01", None, levering=1, bedrag=60), regel("2024-01", None, levering=2, bedrag=80)],
        [levering(1, stand_per=date(2024, 2, 3)), levering(2, stand_per=date(2024, 3, 2), actief=False)],
    )
    assert rij(db, "2024-01") == [60, None, None, None, None]


# What it comes to --------------------------------------------------------------------------------


def stroom(cellen: list[list[float | None]], lopend: list[int] | None = None) -> Stroom:
    breed = np.full((len(cellen), ONTWIKKELING + 1), np.nan)
    for n, waarden in enumerate(cellen):
        breed[n, : len(waarden)] = [np.nan if w is None else w for w in waarden]
    nu = np.array([next((w for w in reversed(r) if w is not None), 0.0) for r in cellen])
    return Stroom("ZIN", AMBULANT, EERSTE, breed, nu, np.array(lopend or [0] * len(cellen), dtype=float))


def geschat(s: Stroom) -> Schatting:
    uit = schat(s)
    assert uit is not None
    return uit


VAST = [80, 90, 100, 100, 100, 100, 100]
"""What is known of a month of € 100 after 0, 1, 2 … months."""


def test_een_vast_patroon_wordt_afgemaakt():
    # Ten whole months, then one that is one month old (90 of 100) and one of this month (80 of 100).
    uit = geschat(stroom([VAST] * 10 + [VAST[:2], VAST[:1]]))
    assert uit.verwacht[-2:] == pytest.approx([100, 100])
    assert uit.deel[-2:] == pytest.approx([0.9, 0.8])
    assert uit.variantie == pytest.approx(np.zeros(12), abs=1e-9)


def test_waar_in_de_maand_zelf_niets_komt_gaat_de_jongste_op_arrangementen():
    # Nobody declares in the month itself. 10 arrangementen make € 100, so 12 make € 120.
    laat = [0, 90, 100, 100, 100, 100, 100, 100]
    uit = geschat(stroom([laat] * 10 + [laat[:2], laat[:1]], [10] * 11 + [12]))
    assert uit.cape_cod.tolist() == [False] * 11 + [True]
    assert uit.verwacht[-2:] == pytest.approx([100, 120])


def test_regels_en_credits_die_elkaar_opheffen_zijn_samen_niets():
    # In the month itself 10 cents, 20 cents and a credit of 30: floats make that 0.00000000000000006.
    eerst = [0.1, 0.2, -0.3, 0, 0, 0, 0, 0, 0, 0]
    uit = geschat(stroom([[e, 90, 100, 100, 100, 100, 100, 100] for e in eerst] + [[0, 90], [50]], [10] * 12))
    assert uit.cape_cod.tolist() == [False] * 11 + [True]
    assert uit.verwacht[-1] == pytest.approx(100)  # 10 arrangementen of € 10


def test_een_maand_met_vooral_credits_wordt_niet_vermenigvuldigd():
    uit = geschat(stroom([VAST] * 10 + [VAST[:2], [-40]], [10] * 12))
    # 20 of the 100 that 10 arrangementen make was still to come of such a month.
    assert uit.verwacht[-1] == pytest.approx(-40 + 0.2 * (1000 + 90 - 40) / (10 * (10 + 0.9 + 0.8)) * 10)


def test_te_weinig_geschiedenis_is_geen_schatting():
    assert schat(stroom([VAST[:6]] * 3 + [VAST[:2]])) is None
    assert schat(stroom([VAST] * 2 + [VAST[:4]])) is None


def test_een_segment_dat_is_gestopt_verwacht_niets_meer():
    leeg = [0.0] * 7
    uit = geschat(stroom([VAST] * 3 + [leeg] * 14 + [leeg[:2], leeg[:1]]))
    assert uit.verwacht.tolist() == [100.0] * 3 + [0.0] * 16


BEDRAG = st.sampled_from([0, 0, 1, 5, 20, 100, -3, -20])


@settings(max_examples=150, deadline=None)
@given(st.data(), st.integers(3, 20), st.integers(4, 30), st.booleans())
def test_gelijk_aan_het_trage_orakel(data, maanden, laatste, gaten):
    rijen: list[list[float | None]] = []
    for m in range(maanden):
        leeftijd = min(ONTWIKKELING, laatste - m)
        stappen = data.draw(st.lists(BEDRAG, min_size=max(leeftijd + 1, 0), max_size=max(leeftijd + 1, 0)))
        cellen: list[float | None] = [float(c) for c in np.cumsum(stappen)]
        if gaten and len(cellen) > 2:
            cellen[0] = None
        rijen.append(cellen)
    lopend = data.draw(st.lists(st.integers(0, 9), min_size=maanden, max_size=maanden))
    s = stroom(rijen, lopend)
    bekend = {(EERSTE + m, k): c for m, r in enumerate(rijen) for k, c in enumerate(r) if c is not None}
    nu = {EERSTE + m: float(w) for m, w in enumerate(s.nu)}
    traag = verwachting(nu, bekend, lambda m: lopend[m + 3 - EERSTE], EERSTE + maanden - 1)
    uit = schat(s)
    assert (uit is None) == (traag is None)
    if uit is not None and traag is not None:
        eind = list(traag.values())
        assert (uit.variantie >= 0).all()
        assert uit.verwacht == pytest.approx(np.array([e.verwacht for e in eind]), rel=1e-9, abs=1e-6)
        assert uit.variantie == pytest.approx(np.array([e.variantie for e in eind]), rel=1e-7, abs=1e-6)


def test_het_interval_dekt_wat_het_zegt():
    """Months of random size, declared over six months by changing shares: 80 % intervals hold 70-90 %."""
    kans, raak, alles = np.random.default_rng(12), 0, 0
    for _ in range(200):
        eind = kans.gamma(60, 20, 30)
        delen = kans.dirichlet(np.array([40, 25, 15, 10, 6, 4]), 30)
        cumulatief = np.hstack([np.cumsum(eind[:, None] * delen, axis=1), np.tile(eind[:, None], (1, 19))])
        s = stroom([list(cumulatief[m, : 30 - m]) for m in range(30)], [100] * 30)
        uit = geschat(s)
        jong = slice(-5, None)
        marge = 1.2816 * np.sqrt(uit.variantie[jong])
        raak += int((np.abs(uit.verwacht[jong] - eind[jong]) <= marge).sum())
        alles += 5
    assert 0.70 <= raak / alles <= 0.90


# Voorlopig ---------------------------------------------------------------------------------------


def maanden(aantal: int, laat: float) -> list[dict[str, Any]]:
    """Months up to March 2024, each € 100: 100 − laat a month later, `laat` three months later."""
    laatste = maandnummer(2024, 3)
    uit = []
    for m in range(laatste - aantal + 1, laatste + 1):
        for na, bedrag in ((1, 100 - laat), (3, laat)):
            if m + na <= maandnummer(2024, 4):
                uit.append(regel(maand_iso(m), maand_iso(m + na), bedrag=bedrag))
    return uit


@pytest.mark.parametrize(
    ("laat", "vanaf"),
    [
        (4.0, maandnummer(2024, 4)),  # 96 % is in a month later: no month is voorlopig
        (6.0, maandnummer(2024, 2)),  # 94 % is, until the rest comes three months later
    ],
)
def test_onder_95_procent_is_voorlopig(maak_database, laat, vanaf):
    db = maak_database(maanden(24, laat))
    assert voorlopig_vanaf(db, Filter()) == vanaf
    assert voorlopig_vanaf(db, Filter(segment=("PGB",))) == maandnummer(2024, 4)  # nothing is expected there
    assert voorlopig_vanaf(db, Filter(zoals_toen=True)) == vanaf - 12


def test_zonder_driehoek_geldt_de_eenvoudige_regel(maak_database):
    db = maak_database(maanden(4, 6.0))
    assert np.isnan(naijl(db).verwacht[AMBULANT]).all()
    assert voorlopig_vanaf(db, Filter()) == maandnummer(2024, 2)  # 1 May: March and April are over


def test_heel_oude_maanden_zijn_nooit_voorlopig(maak_database):
    # Half of every month comes twenty months later; more than a year before the simple rule is too far.
    laatste = maandnummer(2024, 3)
    regels = [regel(maand_iso(m), maand_iso(m + 1)) for m in range(laatste - 50, laatste + 1)]
    regels += [regel(maand_iso(m), maand_iso(m + 20)) for m in range(laatste - 50, laatste - 18)]
    assert voorlopig_vanaf(maak_database(regels), Filter()) == maandnummer(2023, 2)


def test_een_lege_versie_verwacht_niets(maak_database):
    db = maak_database([])
    assert naijl(db).nu.shape[1] == 0
    assert voorlopig_vanaf(db, Filter()) == 0
