"""Screenshots of every page over the example municipality: light and dark, laptop and beamer.

`python -m tests.schermen` writes them all to build/schermen, and the ones the README shows to
docs/schermen. Look at them: no test can tell whether a page is beautiful.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.server import WORTEL, chromium, open_pagina, server, wacht_tot_klaar

ALLES, LEESMIJ = WORTEL / "build/schermen", WORTEL / "docs/schermen"
SCHERMEN = {"laptop": (1366, 768, 1), "beamer": (1920, 1080, 2)}
"""Width and height in CSS pixels and device pixels per CSS pixel; the beamer is 3840×2160."""
HOOGSTE = 6000
KEUZE = {"verwacht_werkelijk": "?gebied=Maastricht+(gemeente)", "presentatie": "?welke=domeinvergadering"}
"""What has to be chosen before a page shows its figures."""
_NAVIGATIE = (
    '[data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"], [data-testid="stTopNavDropdownLink"]'
)


def paginas(pagina: Page, adres: str) -> dict[str, str]:
    """The address of every page in the menu, by a name for its file."""
    open_pagina(pagina, adres)
    for menu in pagina.locator('[data-testid="stTopNavSection"]').all():
        menu.click()
        pagina.wait_for_timeout(200)
        pagina.keyboard.press("Escape")
    gevonden = {urlsplit(a).path.strip("/") or "overzicht": a for a in _links(pagina)}
    for bestand in sorted(WORTEL.glob("pages/*/*.py")):
        if bestand.parent.name != "onderdelen" and not bestand.stem.startswith("_"):
            gevonden.setdefault(bestand.stem, f"{adres}/{bestand.stem}")
    return {naam: f"{waar}{KEUZE.get(naam, '')}" for naam, waar in gevonden.items()}


def _links(pagina: Page) -> list[str]:
    return [str(a.evaluate("e => e.href")) for a in pagina.locator(_NAVIGATIE).all()]


def neem_op(browser: Browser, adressen: dict[str, str], scherm: str, thema: str) -> None:
    """Every page on one screen in one theme: as it opens, and on the laptop in full length too."""
    breed, hoog, dichtheid = SCHERMEN[scherm]
    context = browser.new_context(
        viewport={"width": breed, "height": hoog}, device_scale_factor=dichtheid, color_scheme=thema, locale="nl-NL"
    )  # fmt: skip
    pagina = context.new_page()
    for naam, adres in adressen.items():
        pagina.set_viewport_size({"width": breed, "height": hoog})
        open_pagina(pagina, adres)
        pagina.wait_for_timeout(700)  # charts fade in
        _moet_heel_zijn(pagina, naam)
        pagina.screenshot(path=ALLES / f"{naam}-{scherm}-{thema}.png")
        if scherm == "laptop":
            _heel(pagina, breed, ALLES / f"{naam}-heel-{thema}.png")
            if thema == "light":
                (LEESMIJ / f"{naam}.png").write_bytes((ALLES / f"{naam}-{scherm}-{thema}.png").read_bytes())
        print(f"{naam} {scherm} {thema}")
    context.close()


def _moet_heel_zijn(pagina: Page, naam: str) -> None:
    """A picture of an error is no picture: stop."""
    if pagina.locator('[data-testid="stException"], [data-testid="stDialog"]').count():
        raise SystemExit(f"{naam} toont een fout: {pagina.locator('body').inner_text()[:300]}")


def _heel(pagina: Page, breed: int, pad: Path) -> None:
    hoogte = pagina.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    pagina.set_viewport_size({"width": breed, "height": min(HOOGSTE, max(768, hoogte))})
    wacht_tot_klaar(pagina)
    pagina.wait_for_timeout(700)
    pagina.screenshot(path=pad)


def main() -> None:
    """Build the example municipality in a folder of its own and take every picture."""
    pad = chromium()
    if pad is None:
        raise SystemExit("Chromium is needed for screenshots.")
    ALLES.mkdir(parents=True, exist_ok=True)
    LEESMIJ.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as map_, sync_playwright() as spel:
        omgeving = os.environ | {"JEUGD_DATA": map_}
        subprocess.run([sys.executable, "-m", "core", "demo"], cwd=WORTEL, env=omgeving, check=True)
        browser = spel.chromium.launch(executable_path=pad, args=["--no-sandbox"])
        with server(Path(map_)) as app:
            adressen = paginas(browser.new_page(), app.adres)
            for scherm in SCHERMEN:
                for thema in ("light", "dark"):
                    neem_op(browser, adressen, scherm, thema)
        browser.close()


if __name__ == "__main__":
    main()
