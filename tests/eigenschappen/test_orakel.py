"""Every table equals its oracle, on random data under random filters."""

from __future__ import annotations

import itertools
import math
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.begrippen import Leeftijdsindeling, maandnummer
from core.cijfers.tabellen import TABELLEN
from core.database import Database
from core.filters import LEEFTIJD_KEUZES, Filter
from core.opmaak import maand_iso
from tests.conftest import PRODUCTEN, levering, schrijf_versie
from tests.eigenschappen import (
    orakel,
    orakel_brug,
    orakel_buurtnorm,
    orakel_kpi,
    orakel_kwartalen,
    orakel_overgangen,
)

Rij = dict[str, Any]
ORAKEL = (
    orakel.TABELLEN
    | orakel_kwartalen.TABELLEN
    | orakel_overgangen.TABELLEN
    | orakel_kpi.TABELLEN
    | {
        "buurtnorm": orakel_buurtnorm.zonder_verblijf,
        "buurtnorm-alle-hulp": orakel_buurtnorm.alle_hulp,
        "brug": orakel_brug.per_jaar,
    }
)
EERSTE, LAATSTE = maandnummer(2021, 11), maandnummer(2024, 2)
PARIJZEN = list(PRODUCTEN[["segment", "product"]].itertuples(index=False, name=None))
# Six, twelve, thirteen and eighteen become someone in the middle of 2023; one is not born yet.
GEBOREN = [maand_iso(maandnummer(2023 - jaren, 6)) for jaren in (4, 6, 12, 13, 18, 23)] + ["2023-12", None]
KENMERKEN: dict[str, list[Any]] = {
    "buurt": ["BU09350000", "BU09350006", "BU09350207", "Buiten gemeente", None],
    "verwijzer": ["Gemeente", "Huisarts", "Rechter", None],
    "intensiteit": ["laag", "hoog", None],
    "duur": ["kort", "lang", None],
    "leveringsvorm": ["ZIN", "PGB", None],
}


@st.composite
def spelen(draw: st.DrawFn) -> list[Rij]:
    """Lines of one jeugdige with one product over a run of months, here and there corrected."""
    segment, product = draw(st.sampled_from(PARIJZEN))
    begin = draw(st.integers(EERSTE, LAATSTE))
    vast: Rij = {
        "jeugdige": draw(st.sampled_from("abcdef")),
        "segment": segment,
        "product": product,
        "aanbieder": draw(st.sampled_from(["Accare", "Adelante", "Zuyd"])),
        "toewijzing": draw(st.sampled_from(["t1", "t2", "t3", "t4", None])),
        "geboortemaand": draw(st.sampled_from(GEBOREN)),
        "geslacht": draw(st.sampled_from(["M", "V", None])),
    }
    regels = []
    for maand in range(begin, min(LAATSTE, begin + draw(st.integers(0, 14))) + 1):
        kenmerk = {naam: draw(st.sampled_from(lijst)) for naam, lijst in KENMERKEN.items()}
        for _ in range(draw(st.sampled_from([1, 1, 1, 2]))):
            regels.append(vast | kenmerk | draw(_wisselend(maand)))
    return regels


@st.composite
def _wisselend(draw: st.DrawFn, maand: int) -> Rij:
    return {
        "leveringsmaand": maand_iso(maand),
        "levering": draw(st.sampled_from([1, 1, 1, 2, 3])),
        "bedrag": draw(st.sampled_from([100.0, 100.0, 100.0, 33.33, 0.01, 0.0, -100.0, -33.33])),
        "debet": draw(st.sampled_from([None, None, None, False])),
        "status": draw(st.sampled_from(["toegekend"] * 8 + ["afgewezen", "in behandeling"])),
        "declaratiemaand": draw(st.sampled_from([None, maand_iso(maand + 1), maand_iso(maand + 4)])),
    }


@st.composite
def geleverd(draw: st.DrawFn) -> list[Rij]:
    """Three leveringen, of which some replace, add, are undone or are demo."""
    return [
        levering(
            nummer,
            wijze=draw(st.sampled_from(["vervang", "aanvullen"])),
            bron=draw(st.sampled_from(["ZIN", "ZIN", "PGB"])),
            actief=draw(st.sampled_from([True, True, True, False])),
            demo=draw(st.sampled_from([False, False, False, True])),
            stand_per=date(2024, draw(st.integers(3, 8)), 1),
        )
        for nummer in (1, 2, 3)
    ]


def _enkele(waarden: list[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Mostly no choice at all, else one or two values."""
    return st.one_of(
        st.just(()), st.just(()), st.lists(st.sampled_from(waarden), min_size=1, max_size=2).map(tuple)
    )


MAANDEN = st.one_of(st.none(), st.none(), st.integers(EERSTE - 2, LAATSTE + 2))
FILTERS = st.builds(
    Filter,
    jaar=_enkele([2021, 2022, 2023, 2024]),
    maand=st.one_of(
        st.just(()), st.just(()), st.lists(st.integers(1, 12), min_size=1, max_size=12).map(tuple)
    ),
    van=MAANDEN,
    tot=MAANDEN,
    segment=_enkele(sorted({segment for segment, _ in PARIJZEN})),
    product=_enkele(sorted({product for _, product in PARIJZEN})),
    aanbieder=_enkele(["Accare", "Adelante", "Zuyd"]),
    wijk=_enkele(["Centrum", "Buitenwijk West", "Buiten gemeente", "Onbekend"]),
    buurt=_enkele(["Binnenstad", "Wyck", "Malberg", "Onbekend"]),
    leeftijd=_enkele(list(LEEFTIJD_KEUZES)),
    intensiteit=_enkele(["laag", "hoog", "onbekend"]),
    duur=_enkele(["kort", "lang", "onbekend"]),
    verwijzer=_enkele(["Gemeente", "Huisarts", "Rechter", "Onbekend"]),
    geslacht=_enkele(["M", "V", "onbekend"]),
    leveringsvorm=_enkele(["ZIN", "PGB", "onbekend"]),
    leeftijdsindeling=st.sampled_from(Leeftijdsindeling),
)
# A filter over everything is mostly empty: also draw some with one or two dimensions.
RUIME_FILTERS = st.builds(
    Filter,
    jaar=_enkele([2022, 2023]),
    segment=_enkele(sorted({segment for segment, _ in PARIJZEN})),
    leeftijd=_enkele(list(LEEFTIJD_KEUZES)),
    van=MAANDEN,
)


def gelijk(een: Any, ander: Any) -> bool:
    """Whether two cells are the same; None and NaN are both unknown, floats to a millionth."""
    een, ander = (None if isinstance(w, float) and math.isnan(w) else w for w in (een, ander))
    if isinstance(een, float) or isinstance(ander, float):
        return een is not None and ander is not None and math.isclose(een, ander, rel_tol=1e-9, abs_tol=1e-6)
    return bool(een == ander)


def vergelijk(db: Database, gegevens: orakel.Gegevens, f: Filter) -> None:
    """Compare every table of the registry that can answer with its oracle."""
    for naam, tabel in TABELLEN.items():
        if not tabel.kan(f):
            continue
        kop = [k.naam for k in tabel.kolommen if k.soort in ("tekst", "maand", "jaar")]
        gekregen = [
            {k: None if isinstance(v, float) and math.isnan(v) else v for k, v in rij.items()}
            for rij in tabel.functie(db, f).to_dict("records")
        ]
        verwacht = ORAKEL[naam](gegevens, f)
        for rijen in (gekregen, verwacht):
            rijen.sort(key=lambda rij: [str(rij[k]) for k in kop])
        for een, ander in itertools.zip_longest(gekregen, verwacht):
            assert een is not None and ander is not None, (naam, f.describe(), een, ander)
            for kolom in (k.naam for k in tabel.kolommen):
                assert gelijk(een[kolom], ander[kolom]), (naam, kolom, f.describe(), een, ander)


def toets(regels: list[list[Rij]], leveringen: list[Rij], filters: list[Filter]) -> None:
    """Build a version of the lines and compare under each filter."""
    vlak = [regel for stuk in regels for regel in stuk]
    with tempfile.TemporaryDirectory() as map_:
        db = Database(schrijf_versie(Path(map_) / "jeugd-1.duckdb", vlak, leveringen))
        try:
            gegevens = orakel.lees(vlak, leveringen)
            for f in [Filter(), *filters]:
                vergelijk(db, gegevens, f)
        finally:
            db.sluit()


STANDEN = [
    date(2024, 5, 1), date(2024, 4, 27), date(2024, 5, 15), date(2023, 12, 31),
    date(2023, 5, 1), date(2023, 5, 7), date(2023, 4, 25), date(2023, 5, 17), date(2022, 12, 28),
]  # fmt: skip


@st.composite
def van_jaren(draw: st.DrawFn) -> list[Rij]:
    """Leveringen of two years, so that a bron can have one about a year before its last."""
    return [lev | {"stand_per": draw(st.sampled_from(STANDEN))} for lev in draw(geleverd())]


def gedateerd(regels: list[Rij], hoe: str) -> list[Rij]:
    """The lines with a declaratiemaand on all of them, on some, or on none."""
    if hoe == "soms":
        return regels
    eerst = {r["leveringsmaand"]: r["leveringsmaand"] for r in regels}
    return [
        r
        | {
            "declaratiemaand": (r["declaratiemaand"] or eerst[r["leveringsmaand"]])
            if hoe == "altijd"
            else None
        }
        for r in regels
    ]


def toets_toen(regels: list[Rij], leveringen: list[Rij], filters: list[Filter]) -> None:
    """Compare what was known a year before, and what of it cannot be told."""
    with tempfile.TemporaryDirectory() as map_:
        db = Database(schrijf_versie(Path(map_) / "jeugd-1.duckdb", regels, leveringen))
        try:
            toen = orakel.lees_toen(regels, leveringen)
            assert {m: set(bronnen) for m, bronnen in db.toen_ontbreekt.items()} == toen.mist
            for f in [Filter(), *filters]:
                # Where a bron is missing nobody may ask; its lines are left out on both sides.
                vergelijk(db, toen, f.met(zoals_toen=True))
        finally:
            db.sluit()


REGELS = st.lists(spelen(), min_size=0, max_size=12)
HOE = st.sampled_from(["altijd", "soms", "nooit"])
LIJST = st.tuples(
    st.lists(RUIME_FILTERS, min_size=2, max_size=2), st.lists(FILTERS, min_size=2, max_size=2)
).map(lambda delen: delen[0] + delen[1])
TRAAG = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


# Shrinking builds a database per step and takes minutes; the message of a failure is enough.
SNEL = [Phase.explicit, Phase.reuse, Phase.generate]


@settings(max_examples=8, deadline=None, suppress_health_check=TRAAG, phases=SNEL)
@given(REGELS, HOE, geleverd(), LIJST)
def test_elke_tabel_is_gelijk_aan_het_orakel(
    regels: list[list[Rij]], hoe: str, leveringen: list[Rij], filters: list[Filter]
) -> None:
    toets([gedateerd(stuk, hoe) for stuk in regels], leveringen, filters)


@settings(max_examples=8, deadline=None, suppress_health_check=TRAAG, phases=SNEL)
@given(REGELS, HOE, van_jaren(), LIJST)
def test_zoals_toen_bekend_is_gelijk_aan_het_orakel(
    regels: list[list[Rij]], hoe: str, leveringen: list[Rij], filters: list[Filter]
) -> None:
    toets_toen([r for stuk in regels for r in gedateerd(stuk, hoe)], leveringen, filters)


@pytest.mark.volhard
@settings(max_examples=1000, deadline=None, suppress_health_check=TRAAG)
@given(
    st.lists(spelen(), min_size=0, max_size=30),
    HOE,
    van_jaren(),
    st.lists(FILTERS | RUIME_FILTERS, max_size=6),
)
def test_zoals_toen_bekend_is_gelijk_aan_het_orakel_lang(
    regels: list[list[Rij]], hoe: str, leveringen: list[Rij], filters: list[Filter]
) -> None:
    toets_toen([r for stuk in regels for r in gedateerd(stuk, hoe)], leveringen, filters)


@pytest.mark.volhard
@settings(max_examples=1500, deadline=None, suppress_health_check=TRAAG)
@given(
    st.lists(spelen(), min_size=0, max_size=30), geleverd(), st.lists(FILTERS | RUIME_FILTERS, max_size=10)
)
def test_elke_tabel_is_gelijk_aan_het_orakel_lang(
    regels: list[list[Rij]], leveringen: list[Rij], filters: list[Filter]
) -> None:
    toets(regels, leveringen, filters)


def test_elke_tabel_van_het_register_heeft_een_orakel() -> None:
    assert ORAKEL.keys() == TABELLEN.keys()
