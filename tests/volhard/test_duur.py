"""A working day in a few minutes: people browse and filter while another process reads in and takes back."""

import os
import random
import subprocess
import sys
import time

import psutil
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import browser, nieuwe_pagina  # noqa: F401
from tests.browser.server import WORTEL, open_pagina, server, wacht_tot_klaar

pytestmark = pytest.mark.volhard
KLEIN = WORTEL / "data" / "voorbeeld" / "export_klein.csv"
SESSIES, STAPPEN, ELKE = 4, 240, 30
"""So many people, so many clicks in all, and after how many of them something is read in or undone."""
GROEI = 250
"""Megabytes the server may grow after the first third: caches are full by then."""
PAGINAS = ("", "aanbieders", "clienten", "buurten", "toelichting", "inlezen")


def kern(map_, *woorden: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "core", *woorden],
        cwd=WORTEL, env=os.environ | {"JEUGD_DATA": str(map_)}, check=True, capture_output=True,
    )  # fmt: skip


def stap(pagina: Page, adres: str, toeval: random.Random) -> None:
    """Go to a page by its link, or click on a year or month in the filter bar."""
    jaren = pagina.locator("[data-testid=stSidebar] button[data-variant=pills]")
    if toeval.random() < 0.5 or not jaren.count():
        filters = toeval.sample(["jaar=2023", "segment=LTA", "leeftijd=6-12", "maand=1", "geslacht=M"], 2)
        open_pagina(pagina, f"{adres}/{toeval.choice(PAGINAS)}?{'&'.join(filters)}")
    else:
        jaren.nth(toeval.randrange(jaren.count())).click()
        wacht_tot_klaar(pagina)
    assert not pagina.get_by_text("Deze pagina kan nu niet worden getoond").count()
    assert not pagina.get_by_test_id("stException").count()


def test_een_dag_met_veel_mensen(tmp_path, nieuwe_pagina):  # noqa: F811
    map_ = tmp_path / "dag"
    map_.mkdir()
    kern(map_, "demo")
    toeval, erin, geheugen, tijden = random.Random(1), False, [], []
    with server(map_) as app:
        proces = psutil.Process(app.pid)
        paginas = [nieuwe_pagina() for _ in range(SESSIES)]
        for pagina in paginas:
            open_pagina(pagina, app.adres)
        for nr in range(STAPPEN):
            if nr % ELKE == ELKE - 1:
                # The first real levering takes the demo out of use; undoing it brings the demo back.
                woorden = (
                    ("terug", str(3 + (nr + 1) // ELKE // 2))
                    if erin
                    else ("inlezen", str(KLEIN), "--stand-per", "2024-05-01")
                )
                kern(map_, *woorden)
                erin = not erin
            begin = time.perf_counter()
            stap(toeval.choice(paginas), app.adres, toeval)
            tijden.append(time.perf_counter() - begin)
            geheugen.append(proces.memory_info().rss / 1e6)
    print(
        f"geheugen {geheugen[0]:.0f} → {geheugen[STAPPEN // 3]:.0f} → {geheugen[-1]:.0f} MB; traagste stap {max(tijden):.1f} s"
    )
    assert geheugen[-1] < geheugen[STAPPEN // 3] + GROEI
    assert "Storing" not in (map_ / "server.log").read_text(encoding="utf-8", errors="replace")
