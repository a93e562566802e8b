"""Zorgperioden: who comes in and leaves, by example. Data of January 2022 - December 2023."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cijfers import stromen
from core.cijfers.kolommen import Kolommen
from core.cijfers.selectie import HEEL_JAAR, Selectie
from core.cijfers.stromen import zorgperioden
from core.filters import Filter
from core.opmaak import maand_iso
from tests.core.cijfers.hulp import AMBULANT, VOLTIJD, reeks, tabel

# Somebody else, so that the data span two years whatever the example is about.
ANDER = reeks("z", "2022-01", "2023-12", aanbieder="Zuyd")
EIGEN = Filter(aanbieder=("Adelante",))


def perioden(db, f=EIGEN, **velden):
    gevonden = zorgperioden(db, f, **velden)
    return [(maand_iso(b), maand_iso(e)) for b, e in zip(gevonden["begin"], gevonden["eind"], strict=True)]


def test_drie_lege_maanden_is_nog_een_zorgperiode_vier_niet(maak_database):
    drie = maak_database([*ANDER, *reeks("a", "2022-02", "2022-03"), *reeks("a", "2022-07", "2022-07")])
    vier = maak_database([*ANDER, *reeks("a", "2022-02", "2022-03"), *reeks("a", "2022-08", "2022-08")])
    assert perioden(drie) == [("2022-02", "2022-07")]
    assert perioden(vier) == [("2022-02", "2022-03"), ("2022-08", "2022-08")]
    assert perioden(drie, pauze_maanden=2) == [("2022-02", "2022-03"), ("2022-07", "2022-07")]


def test_over_de_jaarwisseling_en_over_een_leeg_jaar(maak_database):
    db = maak_database(
        [
            *reeks("a", "2020-11", "2021-02"),
            *reeks("a", "2023-01", "2023-01"),
            *reeks("b", "2020-12", "2020-12"),
        ]
    )
    assert perioden(db) == [("2020-11", "2021-02"), ("2023-01", "2023-01"), ("2020-12", "2020-12")]


def test_stand_is_vorige_stand_plus_instroom_min_uitstroom(maak_database):
    db = maak_database([*ANDER, *reeks("a", "2022-03", "2022-04"), *reeks("b", "2022-04", "2022-04")])
    assert tabel(db, "stromen", Filter(van=2022 * 12, tot=2022 * 12 + 4)) == [
        ("2022-01", None, None, None, None, 1, False),
        ("2022-02", 1, 0, 0, 0, 1, False),
        ("2022-03", 1, 1, 0, 0, 2, False),
        ("2022-04", 2, 1, 0, 0, 3, False),
        ("2022-05", 3, 0, 0, 2, 1, False),
    ]


def test_herhaald_is_wie_eerder_een_zorgperiode_had(maak_database):
    db = maak_database(
        [
            *ANDER,
            *reeks("a", "2022-02", "2022-02"),
            *reeks("a", "2023-01", "2023-01"),
            *reeks("b", "2023-01", "2023-01"),
        ]
    )
    assert tabel(db, "stromen", Filter(jaar=(2023,), maand=(1,))) == [("2023-01", 1, 2, 1, 0, 3, False)]


@pytest.mark.parametrize(("eind", "herhaald"), [("2019-01", 1), ("2018-12", 0)])
def test_herhaald_binnen_vijf_jaar(maak_database, eind, herhaald):
    # In care again in January 2024: within five years after January 2019, not after December 2018.
    db = maak_database([*reeks("a", "2018-10", eind), *reeks("a", "2024-01", "2024-01")])
    assert tabel(db, "stromen", Filter(jaar=(2024,)))[0][3] == herhaald


def test_laatste_drie_maanden_zijn_voorlopig(maak_database):
    db = maak_database(ANDER)
    voorlopig = {rij[0]: rij[6] for rij in tabel(db, "stromen", Filter(jaar=(2023,)))}
    assert [maand for maand, is_ in voorlopig.items() if is_] == ["2023-10", "2023-11", "2023-12"]


def test_instroom_in_een_segment_uit_een_ander(maak_database):
    db = maak_database(
        [*ANDER, *reeks("a", "2022-02", "2022-06", **AMBULANT), *reeks("a", "2022-05", "2022-09", **VOLTIJD)]
    )
    assert perioden(db) == [("2022-02", "2022-09")]
    assert perioden(db, Filter(segment=("Segment Jeugd Wonen",))) == [("2022-05", "2022-09")]


def test_leeftijd_bij_het_begin_van_de_zorgperiode(maak_database):
    # 5 at the first start, 6 at the second; the earlier one still makes the second herhaald.
    db = maak_database(
        [
            *ANDER,
            *reeks("a", "2022-05", "2022-08", geboortemaand="2016-06"),
            *reeks("a", "2023-05", "2023-05", geboortemaand="2016-06"),
        ]
    )
    assert perioden(db, EIGEN.met(leeftijd=("0-5",))) == [("2022-05", "2022-08")]
    zes = tabel(db, "stromen", EIGEN.met(leeftijd=("6-12",), jaar=(2023,), maand=(5,)))
    assert zes == [("2023-05", 0, 1, 1, 0, 1, False)]


def test_duur_in_klassen_lopend_apart(maak_database):
    db = maak_database(
        [
            *ANDER,
            *reeks("a", "2022-02", "2022-04"),
            *reeks("b", "2022-02", "2022-05"),
            *reeks("c", "2022-01", "2023-01"),
        ]
    )
    assert tabel(db, "duur") == [("≤3", 1, 0), ("4-6", 1, 0), ("7-12", 0, 0), ("13-24", 1, 1), (">24", 0, 0)]
    assert tabel(db, "duur-mediaan") == [(3, 4.0)]


def test_duur_in_een_periode_loopt_tot_het_eind_ervan(maak_database):
    # At the end of 2022 z runs for 12 months and c for 4; a and b ended in 2022.
    db = maak_database(
        [
            *ANDER,
            *reeks("a", "2022-02", "2022-04"),
            *reeks("b", "2022-12", "2022-12"),
            *reeks("c", "2022-09", "2023-01"),
        ]
    )
    assert tabel(db, "duur", Filter(jaar=(2022,))) == [
        ("≤3", 2, 0), ("4-6", 0, 1), ("7-12", 0, 1), ("13-24", 0, 0), (">24", 0, 0),
    ]  # fmt: skip
    assert tabel(db, "duur-mediaan", Filter(jaar=(2022,))) == [(2, 2.0)]


def test_te_lange_pauze_wordt_geweigerd(maak_database):
    with pytest.raises(ValueError, match="0 tot en met 11"):
        zorgperioden(maak_database(ANDER), Filter(), pauze_maanden=12)


@given(st.sets(st.integers(0, 40)), st.integers(0, 11))
def test_zorgperioden_zijn_maanden_zonder_te_lange_pauze_ertussen(aantal, pauze):
    eerste = 2021 * 12 + 7
    maanden = sorted(eerste + n for n in aantal)
    jaren = np.array([m // 12 for m in maanden], dtype=np.int16)
    bits = np.array([1 << m % 12 for m in maanden], dtype=np.int16)
    waarden = {"jeugdige": np.zeros(len(maanden), dtype=np.uint32), "jaar": jaren, "zorg": bits}
    kolommen = Kolommen("zorgjaar", waarden, pd.DataFrame(), {}, [], [], {}, {})
    selectie = Selectie(None, kolommen, np.arange(len(maanden)), np.full(len(maanden), HEEL_JAAR))
    _, begin, eind = stromen._grenzen(selectie, pauze)
    begint = [m for n, m in enumerate(maanden) if n == 0 or m - maanden[n - 1] - 1 > pauze]
    eindigt = [m for n, m in enumerate(maanden) if n + 1 == len(maanden) or maanden[n + 1] - m - 1 > pauze]
    assert begin.tolist() == begint
    assert eind.tolist() == eindigt
