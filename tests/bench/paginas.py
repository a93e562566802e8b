"""Server time of each page after a change of filter, beside the same page drawn from constants."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test

import start
from core import database
from core.demo.laden import laad_demo
from tests.bench import vragen
from tests.bench.ingevoerd import voer_in
from tests.bench.meten import Meting, druk
from tests.bench.uitvoering import Klok, onderschep
from tests.bench.vloer import opname

WORTEL = Path(__file__).parents[2]
REGELS = 500_000
KEER, VIJF = 7, 5
NIETS = ("", "")
"""Nothing is changed: a page whose widgets depend on what is found. It is only run again."""
PAGINAS = ("overzicht", "aanbieders", "clienten", "buurten", "verwacht_werkelijk")
"""The pages that are measured in a browser too."""
AANBIEDER = ("multiselect", "aanbieder")


@dataclass(frozen=True)
class Doel:
    """A page, or a part of it, and the widget whose change is measured (kind and key).

    `deel` is what the segmented control `kiest` is set to; "" is the part that the page opens on.
    """

    pagina: str
    wissel: tuple[str, str] = AANBIEDER
    kiest: str = ""
    deel: str = ""

    @property
    def naam(self) -> str:
        """How it is called in what is printed."""
        return f"{self.pagina}, {self.deel}" if self.deel else self.pagina


PROGNOSE = (
    "",
    "Van begroting naar prognose",
    "Scenario's",
    "Eerdere prognoses",
    "Hoe goed de prognoses zijn",
)
SEGMENT, VERWACHT = ("selectbox", "kwaliteit-segment"), "verwacht"
DOELEN = (
    *(Doel(naam) for naam in ("overzicht", "aanbieders", "clienten", "buurten")),
    *(Doel("clienten", kiest="clienten-beeld", deel=deel) for deel in ("stromen", "doorstroom", "wordt-18")),
    Doel("verwacht_werkelijk", ("selectbox", "gebied")),
    Doel("verwacht_werkelijk", AANBIEDER, VERWACHT, "Wijken en buurten"),
    Doel("verwacht_werkelijk", ("segmented_control", "brugjaar"), VERWACHT, "Brug naar het CBS"),
    *(
        Doel("kwaliteit", SEGMENT, "kwaliteit" if deel else "", deel)
        for deel in ("", "Wie laat declareert", "Hoe goed de schattingen waren")
    ),
    *(
        Doel("prognose", ("selectbox", "prognose-segment"), "prognose" if deel else "", deel)
        for deel in PROGNOSE
    ),
    Doel("sturingsgesprek", ("selectbox", "kpi")),
    Doel("contracten", ("selectbox", "plafond-jaar")),
    Doel("contracten", ("selectbox", "aansluiting-jaar"), "contracten", "Aansluiting"),
    Doel("contracten", ("selectbox", "kalender-jaar"), "contracten", "P&C-kalender"),
    Doel("contracten", ("selectbox", "verantwoording-jaar"), "contracten", "Productieverantwoording"),
)
VAN_VOORBEELD = (Doel("signalen", NIETS), Doel("sturingsgesprek", NIETS, "sturing", "Agenda"))
"""Measured on the example municipality: in lines made by chance there is nothing to signal or to talk about."""


@contextmanager
def voorbeeldmap() -> Iterator[None]:
    """A data folder in force with the example municipality."""
    with tempfile.TemporaryDirectory() as map_, mock.patch.dict(os.environ, {"JEUGD_DATA": map_}):
        laad_demo(wie="bench")
        yield


@contextmanager
def gevulde_map(regels: int = REGELS) -> Iterator[Path]:
    """A data folder in force with a version of that many lines."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        with mock.patch.dict(os.environ, {"JEUGD_DATA": str(map_)}):
            db = vragen.maak(map_, regels)
            voer_in(db, map_, KEER + 1)
            db.sluit()
            (map_ / database.ACTUEEL).write_text(f"jeugd-{regels}.duckdb", encoding="utf-8")
            yield map_


def meet_pagina(pad: str, doel: Doel) -> list[Meting]:
    """Cold, warm and floor of one page, for changes of the filter on aanbieder or of its own choice.

    Of each choice all three right after each other, and a ratio of its own: a busy moment or a
    processor that slows down hits them alike. What can be done again is done five times.
    """
    klok, gedeeld, gemeten = Klok(), ScriptCache(), []
    with onderschep(klok), mock.patch.object(app_test, "ScriptCache", lambda: gedeeld):
        at = AppTest.from_file(WORTEL / "streamlit_app.py", default_timeout=60).run()
        at.switch_page(pad).run()
        if doel.deel:
            at.segmented_control(key=doel.kiest).set_value(doel.deel).run()
        eerste, *keuzes = _keuzes(at, doel)
        _keer(at, klok, doel, eerste)  # whatever is only made once
        for keuze in keuzes:
            koud, warm = _keer(at, klok, doel, keuze), []
            for _ in range(VIJF):
                _keer(at, klok, doel, eerste)
                warm.append(_keer(at, klok, doel, keuze))
            with opname() as band:
                _keer(at, klok, doel, keuze)
            klok.anders = band.speel
            vloer = [_keer(at, klok, doel, keuze) for _ in range(VIJF)]
            klok.anders = None
            gemeten.append((koud, statistics.median(warm), statistics.median(vloer)))
            # What the constants left of the widgets is not what the page makes of them.
            _keer(at, klok, doel, eerste)
    return [
        _meting(f"{doel.naam}, filter voor het eerst", [(k, v) for k, _, v in gemeten], 3),
        _meting(f"{doel.naam}, filter eerder gezien", [(w, v) for _, w, v in gemeten], 1.5),
    ]


def _meting(wat: str, paren: list[tuple[float, float]], eis: float) -> Meting:
    waarde, vloer = (statistics.median(kant) for kant in zip(*paren, strict=True))
    return Meting(wat, waarde, vloer, eis, paren=statistics.median(w / v for w, v in paren))


def _keuzes(at: AppTest, doel: Doel) -> list[Any]:
    soort, sleutel = doel.wissel
    if not soort:
        return list(range(KEER + 1))
    opties = list(getattr(at, soort)(key=sleutel).options)
    if sleutel == "gebied":
        opties = [t for t in opties if t.endswith("(gemeente)")]
        # The first one fits the model, as the first visitor of a server does.
        at.selectbox(key="gebied").select(opties[0]).run()
    return opties[1 : KEER + 2] if len(opties) > KEER + 1 else opties


def _keer(at: AppTest, klok: Klok, doel: Doel, keuze: Any) -> float:
    soort, sleutel = doel.wissel
    if soort:
        getattr(at, soort)(key=sleutel).set_value([keuze] if soort == "multiselect" else keuze)
    at.run()
    if at.exception:
        raise RuntimeError(f"de pagina faalde: {at.exception[0].message}")
    return klok.tijden[-1]


def main() -> None:
    """Measure every page that has figures, in a process that loaded what a server loads.

    With names of pages only those.
    """
    start.laad()
    welke = sys.argv[1:]
    for map_, alle, wat in (
        (gevulde_map, DOELEN, f"{REGELS:,} regels"),
        (voorbeeldmap, VAN_VOORBEELD, "voorbeeldgemeente"),
    ):
        doelen = [d for d in alle if not welke or d.pagina in welke]
        if doelen:
            with map_():
                metingen = [m for doel in doelen for m in meet_pagina(_pad(doel.pagina), doel)]
            druk(
                f"Servertijd per pagina, {wat}, {KEER} filterwissels (vloer: dezelfde pagina uit constanten)",
                metingen,
            )


def _pad(pagina: str) -> str:
    gevonden = (p for p in WORTEL.glob(f"pages/*/{pagina}.py") if p.parent.name != "onderdelen")
    return next(gevonden).relative_to(WORTEL).as_posix()


if __name__ == "__main__":
    main()
