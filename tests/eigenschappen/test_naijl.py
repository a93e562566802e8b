"""The tables about late declarations equal their oracle, on data with enough history to estimate."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.begrippen import maandnummer
from core.cijfers.naijl import naijl
from core.database import Database
from core.filters import Filter
from core.opmaak import maand_iso
from tests.conftest import levering, schrijf_versie
from tests.eigenschappen import orakel
from tests.eigenschappen.test_orakel import PARIJZEN, vergelijk

LEEG = dict.fromkeys(
    (
        "declaratiemaand",
        "debet",
        "geboortemaand",
        "geslacht",
        "buurt",
        "verwijzer",
        "intensiteit",
        "duur",
        "leveringsvorm",
    )
) | {"status": "toegekend"}
FILTERS = [
    Filter(),
    Filter(segment=("Segment Jeugd Ambulant",)),
    Filter(jaar=(2023,), segment=("PGB", "Segment Jeugd Wonen")),
    Filter(van=maandnummer(2023, 8), aanbieder=("Zuyd",)),
    Filter(product=("Pleegzorg",)),
]


def regels(zaad: int, gedateerd: bool) -> list[dict[str, Any]]:
    """Thirty months of a few jeugdigen, declared 0-5 months later, with credits; by monthly leveringen or dated."""
    kans = random.Random(zaad)
    eerste, laatste = maandnummer(2021, 9), maandnummer(2024, 4)
    uit = []
    for n in range(14):
        segment, product = PARIJZEN[n % len(PARIJZEN)]
        begin = eerste + kans.randint(0, 18)
        vast = LEEG | {"jeugdige": f"j{n}", "toewijzing": f"t{n}", "segment": segment, "product": product}
        vast["aanbieder"] = kans.choice(["Accare", "Adelante", "Zuyd"])
        for maand in range(begin, min(begin + kans.randint(8, 30), laatste - 1)):
            for bedrag in [kans.randint(50, 300)] + [-kans.randint(5, 60)] * (kans.random() < 0.2):
                na = kans.choice([0, 1, 1, 1, 2, 3, 5])
                if maand + na > laatste:
                    continue
                regel = vast | {"leveringsmaand": maand_iso(maand), "bedrag": bedrag}
                bron = 2 * (maand + na - eerste) + 1 + (segment == "PGB")
                if gedateerd:
                    uit.append(
                        regel | {"declaratiemaand": maand_iso(maand + na), "levering": 1 + (segment == "PGB")}
                    )
                else:
                    uit.append(regel | {"levering": bron})
    return uit


def leveringen(gedateerd: bool) -> list[dict[str, Any]]:
    """Two bronnen; undated lines come in a levering at the end of every month, that adds to the others."""
    if gedateerd:
        return [levering(1), levering(2, bron="PGB", stand_per=date(2024, 4, 20))]
    eerste = maandnummer(2021, 9)
    uit = []
    for n in range(32):
        volgende = eerste + n + 1
        dag = date(volgende // 12, volgende % 12 + 1, 1)
        for plus, bron in enumerate(("ZIN", "PGB")):
            uit.append(levering(2 * n + 1 + plus, bron=bron, wijze="aanvullen", stand_per=dag))
    return uit


@pytest.mark.parametrize("gedateerd", [True, False])
@pytest.mark.parametrize("zaad", [1, 2, pytest.param(3, marks=pytest.mark.volhard)])
def test_gelijk_aan_het_orakel(tmp_path: Path, zaad: int, gedateerd: bool) -> None:
    lijst, lev = regels(zaad, gedateerd), leveringen(gedateerd)
    db = Database(schrijf_versie(tmp_path / "jeugd-1.duckdb", lijst, lev))
    try:
        van = naijl(db)
        assert (van.verwacht - van.nu > 1).any()  # something is estimated, or there is nothing to compare
        gegevens = orakel.lees(lijst, lev)
        for f in FILTERS:
            vergelijk(db, gegevens, f)
    finally:
        db.sluit()
