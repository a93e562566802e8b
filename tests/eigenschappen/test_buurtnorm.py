"""The city's average by age equals its oracle where rates rest on the few children of a random case."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.cijfers import standaardisatie
from core.cijfers.tabellen import TABELLEN
from core.database import Database
from core.filters import Filter
from tests.conftest import levering, schrijf_versie
from tests.eigenschappen import orakel, orakel_buurtnorm
from tests.eigenschappen.test_orakel import ORAKEL, RUIME_FILTERS, gelijk

Rij = dict[str, Any]
GEWOON: Rij = dict.fromkeys(
    (
        "toewijzing",
        "geslacht",
        "debet",
        "declaratiemaand",
        "verwijzer",
        "intensiteit",
        "duur",
        "leveringsvorm",
    )
) | {"levering": 1, "aanbieder": "Adelante", "bedrag": 100.0, "status": "toegekend"}


@st.composite
def kinderen(draw: st.DrawFn) -> list[Rij]:
    """Up to forty children, most in one buurt, some moving, some in a home as well."""
    uit = []
    for nummer in range(draw(st.integers(0, 40))):
        vast = GEWOON | {
            "jeugdige": f"k{nummer}",
            "geboortemaand": draw(
                st.sampled_from(["2021-06", "2014-03", "2010-01", "2007-11", "2004-01", None])
            ),
        }
        for maand in draw(st.sets(st.sampled_from(["2022-03", "2023-02", "2023-09", "2024-01"]), min_size=1)):
            product = draw(
                st.sampled_from(
                    [("Segment Jeugd Ambulant", "Begeleiding Individueel")] * 4
                    + [("Segment Jeugd Wonen", "Pleegzorg"), ("Segment Jeugd JB/JR", "Jeugdbescherming")]
                )
            )
            uit.append(
                vast
                | {"segment": product[0], "product": product[1], "leveringsmaand": maand}
                | {
                    "buurt": draw(
                        st.sampled_from(["BU09350000", "BU09350006", "BU09350207", "BU09350207", None])
                    )
                }
            )
    return uit


@pytest.mark.parametrize("minstens", [3, pytest.param(8, marks=pytest.mark.volhard)])
@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(regels=kinderen(), filters=st.lists(RUIME_FILTERS, min_size=2, max_size=2))
def test_buurtnorm_is_gelijk_aan_het_orakel(
    minstens: int, regels: list[Rij], filters: list[Filter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standaardisatie, "MINSTENS_PER_KLASSE", minstens)
    monkeypatch.setattr(orakel_buurtnorm, "MINSTENS", minstens)
    with tempfile.TemporaryDirectory() as map_:
        db = Database(schrijf_versie(Path(map_) / "jeugd-1.duckdb", regels))
        try:
            gegevens = orakel.lees(regels, [levering(1)])
            for f in [Filter(jaar=(2023,)), Filter(), *filters]:
                for naam in ("buurtnorm", "buurtnorm-alle-hulp"):
                    _vergelijk(db, gegevens, naam, f)
        finally:
            db.sluit()


def _vergelijk(db: Database, gegevens: orakel.Gegevens, naam: str, f: Filter) -> None:
    gekregen = {(r["wijk"], r["buurt"]): r for r in TABELLEN[naam].functie(db, f).to_dict("records")}
    gekregen = {(w, None if b != b else b): r for (w, b), r in gekregen.items()}
    verwacht = {(r["wijk"], r["buurt"]): r for r in ORAKEL[naam](gegevens, f)}
    assert gekregen.keys() == verwacht.keys()
    for plek, rij in verwacht.items():
        for kolom, waarde in rij.items():
            assert gelijk(gekregen[plek][kolom], waarde), (
                naam,
                f.describe(),
                plek,
                kolom,
                gekregen[plek],
                rij,
            )
