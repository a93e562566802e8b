"""Which amounts one jeugdige carries equals a slow count of it, in every table, on random data."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings

from core.cijfers.dominantie import DOMINANT, DOMINANT_BOVEN
from core.cijfers.tabellen import TABELLEN
from core.database import Database
from core.filters import Filter
from core.onthulling.dominantie import met_dominantie
from tests.conftest import schrijf_versie
from tests.eigenschappen import orakel
from tests.eigenschappen.test_orakel import HOE, LIJST, ORAKEL, REGELS, SNEL, TRAAG, Rij, gedateerd, geleverd

SLEUTELS = (
    "niveau", "segment", "product", "aanbieder", "wijk", "buurt", "leeftijd", "verwijzer", "groep",
    "intensiteit", "duur", "jaar", "maand", "kwartaal",
)  # fmt: skip
MET_KOSTEN = [
    naam
    for naam, tabel in TABELLEN.items()
    if any(k.naam == "kosten" for k in tabel.kolommen) and not naam.startswith(("naijl", "veranderd"))
]


def van_een(rijen: Iterable[orakel.Zorgmaand]) -> float:
    """In the place of `orakel.euro`: 1 when one jeugdige carries these amounts, else 0."""
    per_wie: dict[str, int] = {}
    for z in rijen:
        per_wie[z.jeugdige] = per_wie.get(z.jeugdige, 0) + z.bedrag
    bedragen = [abs(bedrag) for bedrag in per_wie.values()]
    return float(100 * max(bedragen, default=0) > DOMINANT_BOVEN * sum(bedragen))


def _naam(rij: Rij) -> tuple[str, ...]:
    return tuple(str(rij[naam]) for naam in SLEUTELS if naam in rij)


def vergelijk(db: Database, gegevens: orakel.Gegevens, f: Filter) -> None:
    """Every table with kosten under one filter."""
    for naam in MET_KOSTEN:
        tabel = TABELLEN[naam]
        if tabel.kan(f):
            antwoord = tabel.antwoord(db, f)
            gevonden = met_dominantie(db, tabel, f, antwoord, 0)
            gevonden = gevonden if DOMINANT in gevonden else gevonden.assign(**{DOMINANT: False})
            namen = [k.naam for k in tabel.kolommen if k.naam in SLEUTELS] + [DOMINANT]
            kreeg = {_naam(rij): bool(rij[DOMINANT]) for rij in gevonden[namen].to_dict("records")}
            verwacht = {
                _naam({k: rij[k] for k in namen[:-1]}): bool(rij["kosten"])
                for rij in ORAKEL[naam](gegevens, f)
            }
            assert len(kreeg) == len(gevonden) and kreeg == verwacht, (naam, f.describe())


@settings(max_examples=6, deadline=None, suppress_health_check=TRAAG, phases=SNEL)
@given(REGELS, HOE, geleverd(), LIJST)
def test_wat_van_een_jeugdige_is_is_gelijk_aan_het_orakel(
    regels: list[list[Rij]], hoe: str, leveringen: list[Rij], filters: list[Filter]
) -> None:
    vlak = [regel for stuk in regels for regel in gedateerd(stuk, hoe)]
    with tempfile.TemporaryDirectory() as map_, pytest.MonkeyPatch.context() as anders:
        anders.setattr(orakel, "euro", van_een)
        db = Database(schrijf_versie(Path(map_) / "jeugd-1.duckdb", vlak, leveringen))
        try:
            for f in [Filter(), *filters]:
                vergelijk(db, orakel.lees(vlak, leveringen), f)
        finally:
            db.sluit()
