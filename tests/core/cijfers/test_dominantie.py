"""Which amounts one jeugdige carries, by example: more than 85 % of it is hidden from whom amounts are not exact."""

from __future__ import annotations

import pytest

from core.cijfers.dominantie import DOMINANT
from core.cijfers.tabellen import TABELLEN
from core.filters import Filter
from core.onthulling.dominantie import met_dominantie
from tests.core.cijfers.hulp import AMBULANT, VOLTIJD, reeks


def van_een(db, naam, f=None, drempel=0):
    """The rows of a table of which one jeugdige carries the amount, by their first columns."""
    vraag = TABELLEN[naam]
    uit = met_dominantie(db, vraag, f or Filter(), vraag.antwoord(db, f or Filter()), drempel)
    return [tuple(rij)[:3] for rij in uit[uit[DOMINANT]].itertuples(index=False)] if DOMINANT in uit else []


def zes(duurste, **velden):
    """Six jeugdigen in January 2023: one of `duurste` euros, five of 30."""
    return [
        {"jeugdige": f"k{n}", "leveringsmaand": "2023-01", "bedrag": 30 if n else duurste} | velden
        for n in range(6)
    ]


@pytest.mark.parametrize(
    ("duurste", "gedragen"),
    [
        (850, False),  # 850 of 1,000: just 85 %
        (851, True),  # 851 of 1,001: 85.01 %
        (-851, True),  # a credit of one is as much about one
        (30, False),
    ],
)
def test_meer_dan_85_procent_van_een_bedrag(maak_database, duurste, gedragen):
    db = maak_database(zes(duurste, aanbieder="Zuyd"))
    assert bool(van_een(db, "aanbieders")) is gedragen
    assert bool(van_een(db, "kerncijfers")) is gedragen


def test_de_regels_van_een_jeugdige_tellen_samen(maak_database):
    # Six lines of 100 of one, five of 20: 600 of 700 is 85.7 %; per month 100 of 120 is 83.3 %.
    db = maak_database(
        [
            *reeks("a", "2023-01", "2023-06"),
            *(regel | {"bedrag": 20} for regel in reeks("b", "2023-01", "2023-05")),
        ]
    )
    assert len(van_een(db, "kerncijfers")) == 1
    assert van_een(db, "jeugdigen-per-maand") == [("2023-06", 1, 100.0)]


def test_elk_niveau_naar_zijn_eigen_regels(maak_database):
    # In Ambulant 1,000 of 1,150 is one's (87 %); with Wonen 1,000 of 2,150 is not.
    db = maak_database(
        zes(1000, **AMBULANT)
        + [VOLTIJD | r for r in reeks("x", "2023-01", "2023-05")]
        + [VOLTIJD | r for r in reeks("y", "2023-01", "2023-05")]
    )
    assert [rij[:2] for rij in van_een(db, "segmenten")] == [
        ("segment", "Segment Jeugd Ambulant"),
        ("product", "Segment Jeugd Ambulant"),
    ]


def test_een_filter_maakt_van_een_bedrag_dat_van_een(maak_database):
    jongen = zes(30, geslacht="M")[:1]
    db = maak_database([*jongen, *(r | {"geslacht": "V"} for r in zes(30)[1:])])
    assert van_een(db, "kerncijfers") == []
    assert len(van_een(db, "kerncijfers", Filter(geslacht=("M",)))) == 1


def test_naar_rijen_die_toch_al_dicht_zijn_wordt_niet_gekeken(maak_database):
    db = maak_database(zes(900))
    assert len(van_een(db, "kerncijfers", drempel=6)) == 1
    assert van_een(db, "kerncijfers", drempel=7) == []


def test_wat_per_kwartaal_van_een_is(maak_database):
    # 2023 K1: a 300, b 20 (93.8 %); K2: a 300, b 300.
    db = maak_database(
        [
            *reeks("a", "2023-01", "2023-06"),
            {"jeugdige": "b", "leveringsmaand": "2023-01", "bedrag": 20},
            *reeks("b", "2023-04", "2023-06"),
        ]
    )  # fmt: skip
    assert [rij[1] for rij in van_een(db, "kwartalen-aanbieder")] == ["2023 K1"]


def test_prijs_en_volume_gaan_over_twee_perioden(maak_database):
    # A year before one of six carried 90 %; now none does.
    toen = [r | {"leveringsmaand": "2022-01"} for r in zes(1350, **AMBULANT)]
    db = maak_database([*toen, *zes(30, **AMBULANT)])
    nu = Filter(jaar=(2023,))
    assert [rij[1] for rij in van_een(db, "prijs-volume", nu)] == ["Begeleiding Individueel"]
    assert van_een(db, "segmenten", nu) == []


def test_zonder_regels_is_er_niets(maak_database):
    db = maak_database(zes(900))
    assert van_een(db, "kerncijfers", Filter(jaar=(2020,))) == []
    assert van_een(db, "kosten-per-maand", Filter(jaar=(2020,))) == []
