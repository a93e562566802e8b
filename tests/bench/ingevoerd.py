"""What people enter beside the declarations, so that pages are measured as full as they are in use."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from core.begrippen import Niveau
from core.database import Database
from core.filters import Filter
from core.onthulling import REGISTER
from core.opslag.begroting import Begrotingen, Begrotingsregel
from core.opslag.jaarbladen import (
    PRIMITIEF,
    Blad,
    Grootboekregel,
    Jaarbladen,
    PencProduct,
    Plafond,
    Verantwoording,
)
from core.opslag.kpis import Kpi, Kpis
from core.prognose.bevriezen import bevries
from core.prognose.productieverantwoording import per_product
from core.sturing.kpibewaren import selectie_van

_PAD = ((2023 * 12, 5000.0), (2025 * 12, 4000.0))
BEGRENSD = 25
"""So many aanbieders have a ceiling."""
VERANTWOORD = 150
"""So many lines are stated of a year: in the example municipality all 72 aanbieders together have 125 to 139."""


def voer_in(db: Database, map_: Path, kpis: int) -> None:
    """A budget, a frozen forecast and the sheets of a controller for every year; and so many KPIs."""
    wie = db.keuzes["aanbieder"][:BEGRENSD]
    for naam in wie[:kpis]:
        selectie = selectie_van(Filter(aanbieder=(naam,)))
        kpi = Kpi("doel", naam, "jeugdigen", selectie, pad=_PAD, regel=db.keuzes["segment"][0])
        Kpis(map_).bewaar(kpi, "bench")
    bladen = Jaarbladen(map_)
    for jaar in db.keuzes["jaar"]:
        per_segment = [r for r in _rijen(db, "segmenten", jaar) if r["niveau"] == Niveau.SEGMENT]
        begroting = [Begrotingsregel(jaar, r["segment"], _cent(r["kosten"], 1.03)) for r in per_segment]
        Begrotingen(map_).zet_begroting(begroting, jaar, False, "bench")
        bevries(db, "Eerste rapportage", jaar, "bench")
        vast: list[tuple[type[Any], list[Any]]] = [
            (
                Grootboekregel,
                [Grootboekregel(r["segment"], "", _cent(r["kosten"], 1.01)) for r in per_segment],
            ),
            (
                PencProduct,
                [PencProduct(f"Rapportage {n}", f"{jaar}-{n:02d}-15", PRIMITIEF) for n in (4, 8, 10)],
            ),
            (
                Plafond,
                [
                    Plafond(r["aanbieder"], _cent(r["kosten"], 1.02))
                    for r in _rijen(db, "aanbieders", jaar)
                    if r["aanbieder"] in wie
                ],
            ),
            (
                Verantwoording,
                [
                    Verantwoording(*plek, _cent(hier.euro, 1.01), hier.jeugdigen)
                    for plek, (hier, _) in islice(per_product(db, jaar).items(), VERANTWOORD)
                ],
            ),
        ]
        for soort, regels in vast:
            bladen.bewaar(Blad(soort, jaar, False, tuple(regels)), "bench")


def _rijen(db: Database, tabel: str, jaar: int) -> list[dict[str, Any]]:
    rijen: list[dict[str, Any]] = REGISTER[tabel].antwoord(db, Filter(jaar=(jaar,))).to_dict("records")
    return rijen


def _cent(euro: float, keer: float) -> int:
    return round(100 * keer * euro)
