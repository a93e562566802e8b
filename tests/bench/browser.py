"""In a real browser: from the click on a filter until all figures are drawn, beside the floor."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.meten import Meting, druk
from tests.bench.paginas import PAGINAS, REGELS, WORTEL, gevulde_map
from tests.browser.server import chromium, open_pagina, server, starten

WISSELS = 8
_JAAR = '[data-testid="stSidebar"] [data-testid="stButtonGroup"] button'
_PADEN = {"overzicht": "", "verwacht_werkelijk": "verwacht_werkelijk?verwacht=Wijken+en+buurten"}
"""Where a page is, and which part of it has the filter bar."""

# Drawn = the script has stopped, nothing is stale, and the page did not change for two frames. The
# click and the clock are in the browser, so that the distance to the driver is not measured.
_KLIK = """async (knop) => {
  const klaar = () => document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]');
  const beeld = () => new Promise(requestAnimationFrame);
  const begin = performance.now();
  let laatste = begin, begonnen = false;
  const kijker = new MutationObserver(() => { laatste = performance.now(); });
  kijker.observe(document.querySelector('[data-testid="stApp"]'),
    {subtree: true, childList: true, characterData: true, attributes: true});
  knop.click();
  while (performance.now() - begin < 20000) {
    await beeld();
    begonnen = begonnen || !klaar();
    if (begonnen && klaar() && performance.now() - laatste > 150) break;
  }
  kijker.disconnect();
  return laatste - begin;
}"""


def klik(pagina: Page, nummer: int) -> float:
    """Milliseconds from a click on a year until the last change of the page."""
    knop = pagina.locator(_JAAR).nth(nummer).element_handle()
    return float(pagina.evaluate(_KLIK, knop))


def wissels(pagina: Page, adres: str) -> float:
    """The median of clicking a year on and off; every view was seen twice before."""
    open_pagina(pagina, adres)
    for _ in range(4):
        klik(pagina, 0)
    return statistics.median(klik(pagina, 0) for _ in range(WISSELS))


def meet_kliks(maak: Callable[[], Page], map_: Path) -> list[Meting]:
    """Every page with figures, on the app and on the server that draws from constants."""
    namen = [n for n in PAGINAS if (WORTEL / f"pages/dashboard/{n}.py").exists()]
    vloer = [sys.executable, "-m", "tests.bench.vloer_server"]
    uit = []
    with server(map_) as echt, starten(vloer, map_) as constant:
        for naam in namen:
            pad = _PADEN.get(naam, naam)
            ms, bodem = (wissels(maak(), f"{app.adres}/{pad}") for app in (echt, constant))
            uit.append(Meting(f"{naam}, klik op een jaar tot alles getekend is", ms, bodem, 1.5))
    return uit


def main() -> None:
    """Measure the clicks."""
    pad = chromium()
    if pad is None:
        print("Geen Chromium: de metingen in de browser zijn overgeslagen.")
        return
    with gevulde_map() as map_, sync_playwright() as spel:
        chroom = spel.chromium.launch(executable_path=pad, args=["--no-sandbox"])

        def maak() -> Page:
            return chroom.new_context(viewport={"width": 1366, "height": 768}, locale="nl-NL").new_page()

        druk(
            f"Klik in de browser, {REGELS:,} regels (vloer: dezelfde pagina uit constanten)",
            meet_kliks(maak, map_),
        )
        chroom.close()


if __name__ == "__main__":
    main()
