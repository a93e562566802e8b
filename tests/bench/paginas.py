"""Server time of each page after a change of filter, beside the same page drawn from constants."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test

import start
from core import database
from tests.bench import vragen
from tests.bench.meten import Meting, druk
from tests.bench.uitvoering import Klok, onderschep
from tests.bench.vloer import opname

WORTEL = Path(__file__).parents[2]
REGELS = 500_000
KEER = 7
PAGINAS = ("overzicht", "aanbieders", "clienten", "buurten", "verwacht_werkelijk")
WIJKEN, BRUG = "Wijken en buurten", "Brug naar het CBS"
LAAT, TERUGBLIK = "Wie laat declareert", "Hoe goed de schattingen waren"
DELEN = {"verwacht_werkelijk": ("", WIJKEN, BRUG), "kwaliteit": ("", LAAT, TERUGBLIK)}
"""Pages with parts; "" is the one it opens on."""
KIEST_DEEL = {"verwacht_werkelijk": "verwacht", "kwaliteit": "kwaliteit"}
"""The widget by which a part is chosen."""
KWALITEIT = ("kwaliteit", LAAT, TERUGBLIK)


@contextmanager
def gevulde_map(regels: int = REGELS) -> Iterator[Path]:
    """A data folder in force with a version of that many lines."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        vragen.maak(map_, regels).sluit()
        (map_ / database.ACTUEEL).write_text(f"jeugd-{regels}.duckdb", encoding="utf-8")
        with mock.patch.dict(os.environ, {"JEUGD_DATA": str(map_)}):
            yield map_


def meet_pagina(pad: str, deel: str = "") -> list[Meting]:
    """Cold, warm and floor of one page, for changes of the filter on aanbieder or of its own choice.

    Of each choice all three right after each other, so that a busy moment hits them alike.
    """
    naam = deel or Path(pad).stem
    klok, gedeeld = Klok(), ScriptCache()
    koud, warm, vloer = [], [], []
    with onderschep(klok), mock.patch.object(app_test, "ScriptCache", lambda: gedeeld):
        at = AppTest.from_file(WORTEL / "streamlit_app.py", default_timeout=60).run()
        at.switch_page(pad).run()
        if deel:
            at.segmented_control(key=KIEST_DEEL[Path(pad).stem]).set_value(deel).run()
        eerste, *keuzes = _keuzes(at, naam)
        _keer(at, klok, naam, eerste)  # whatever is only made once
        for keuze in keuzes:
            koud.append(_keer(at, klok, naam, keuze))
            _keer(at, klok, naam, eerste)
            warm.append(_keer(at, klok, naam, keuze))
            with opname() as band:
                _keer(at, klok, naam, keuze)
            klok.anders = band.speel
            vloer.append(_keer(at, klok, naam, keuze))
            klok.anders = None
            # What the constants left of the widgets is not what the page makes of them.
            _keer(at, klok, naam, eerste)
    v = statistics.median(vloer)
    return [
        Meting(f"{naam}, filter voor het eerst", statistics.median(koud), v, 3),
        Meting(f"{naam}, filter eerder gezien", statistics.median(warm), v, 1.5),
    ]


def _keuzes(at: AppTest, naam: str) -> list[Any]:
    if naam == BRUG:
        return at.segmented_control(key="brugjaar").options
    if naam in KWALITEIT:
        return list(at.selectbox(key="kwaliteit-segment").options[: KEER + 1])
    if naam != "verwacht_werkelijk":
        return list(at.multiselect(key="aanbieder").options[1 : KEER + 2])
    titels = [t for t in at.selectbox(key="gebied").options if t.endswith("(gemeente)")]
    # The first one fits the model, as the first visitor of a server does.
    at.selectbox(key="gebied").select(titels[0]).run()
    return titels[1 : KEER + 2]


def _keer(at: AppTest, klok: Klok, naam: str, keuze: Any) -> float:
    if naam == BRUG:
        at.segmented_control(key="brugjaar").set_value(keuze).run()
    elif naam in KWALITEIT:
        at.selectbox(key="kwaliteit-segment").select(keuze).run()
    elif naam == "verwacht_werkelijk":
        at.selectbox(key="gebied").select(keuze).run()
    else:
        at.multiselect(key="aanbieder").set_value([keuze]).run()
    if at.exception:
        raise RuntimeError(f"de pagina faalde: {at.exception[0].message}")
    return klok.tijden[-1]


def main() -> None:
    """Measure every page that has figures, in a process that loaded what a server loads."""
    start.laad()
    with gevulde_map():
        metingen = []
        for naam in (*PAGINAS, "kwaliteit"):
            for pad in WORTEL.glob(f"pages/*/{naam}.py"):
                for deel in DELEN.get(naam, ("",)) if pad.parent.name != "onderdelen" else ():
                    metingen += meet_pagina(pad.relative_to(WORTEL).as_posix(), deel)
    druk(
        f"Servertijd per pagina, {REGELS:,} regels, {KEER} filterwissels (vloer: dezelfde pagina uit constanten)",
        metingen,
    )


if __name__ == "__main__":
    main()
