"""axe-core finds nothing serious or critical on any page, light and dark; and all can be reached by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.server import Server, open_pagina, wacht_tot_klaar

PAGINAS = (
    "",
    "verwacht_werkelijk?gebied=Maastricht+(gemeente)",
    "prognose",
    "sturingsgesprek?kpi-euro=true",
    "inlezen",
)
"""One of each kind; the others are looked at in the long run."""
ANDERE = (
    "aanbieders?jaar=2023&aanbieder=Adelante",
    "buurten?jaar=2023&buurt=Malberg",
    "contracten?contracten=Aansluiting",
    "presentatie?welke=domeinvergadering",
    "clienten?jaar=2023",
    "verwacht_werkelijk",
    "verwacht_werkelijk?verwacht=Wijken+en+buurten",
    "verwacht_werkelijk?verwacht=Brug+naar+het+CBS",
    "signalen",
    "contracten",
    "sturingsgesprek?sturing=Agenda",
    "presenteren",
    "uitvoer",
    "toelichting",
)
ERNSTIG = ("serious", "critical")
_WAAR = """() => {
  const e = document.activeElement;
  return (e.getAttribute('aria-label') || e.innerText || '').trim();
}"""


@pytest.mark.parametrize("paden", [PAGINAS, pytest.param(ANDERE, marks=pytest.mark.volhard)])
def test_axe_vindt_niets_ernstigs(
    demo_app: Server, nieuwe_pagina: Callable[..., Page], paden: tuple[str, ...]
) -> None:
    pagina = nieuwe_pagina(color_scheme="light")
    open_pagina(pagina, demo_app.adres)
    gevonden = []
    for pad in paden:
        pagina.emulate_media(color_scheme="light")
        open_pagina(pagina, f"{demo_app.adres}/{pad}")
        gevonden += [(pad, "licht", *wat) for wat in _ernstig(pagina, {})]
        licht = pagina.evaluate(_ACHTERGROND)
        # The same page in the dark differs in its colours only.
        pagina.emulate_media(color_scheme="dark")
        pagina.wait_for_function(f"{_ACHTERGROND} !== {licht!r}")
        pagina.wait_for_timeout(400)  # charts are drawn anew
        gevonden += [(pad, "donker", *wat) for wat in _ernstig(pagina, {"runOnly": ["color-contrast"]})]
    assert gevonden == []


_ACHTERGROND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


def _ernstig(pagina: Page, opties: dict[str, object]) -> list[tuple[str, str]]:
    # Of what is right axe need not write down where it stands.
    wat = {"resultTypes": ["violations"]} | opties
    regels = Axe().run(pagina, options=wat).response["violations"]
    return [(r["id"], knoop["html"][:120]) for r in regels if r["impact"] in ERNSTIG for knoop in r["nodes"]]


def test_de_pagina_is_met_het_toetsenbord_te_bedienen(
    demo_app: Server, nieuwe_pagina: Callable[..., Page]
) -> None:
    pagina = nieuwe_pagina()
    open_pagina(pagina, demo_app.adres)
    bereikt: list[str] = []
    while "2021" not in bereikt and len(bereikt) < 60:
        pagina.keyboard.press("Tab")
        bereikt.append(pagina.evaluate(_WAAR))
    assert "2021" in bereikt, bereikt
    # The years are one stop of Tab; arrows go from year to year.
    pagina.keyboard.press("ArrowRight")
    pagina.keyboard.press("ArrowRight")
    assert pagina.evaluate(_WAAR) == "2023"
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**jaar=**2023**")
    wacht_tot_klaar(pagina)
    expect(pagina.locator(".st-key-chips").get_by_role("button", name="2023")).to_be_visible()


def test_geen_kerncijfer_is_afgekapt(demo_app: Server, pagina: Page) -> None:
    open_pagina(pagina, f"{demo_app.adres}/?jaar=2023")
    expect(pagina.get_by_test_id("stMetricValue")).to_have_count(5)
    afgekapt = """() => [...document.querySelectorAll('[data-testid="stMetricValue"] *')]
      .filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent)"""
    for breed in (3840, 1366, 820):
        pagina.set_viewport_size({"width": breed, "height": 1180})
        pagina.wait_for_timeout(500)
        assert pagina.evaluate(afgekapt) == []
    assert not pagina.get_by_text("more", exact=False).filter(has_text="6 more").count()
