"""The map in a real browser: a click opens the buurt below, and the link holds it."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.server import Server, open_pagina, wacht_tot_klaar

KAART = '[data-testid="stDeckGlJsonChart"]'


def klik_in_het_midden(pagina: Page) -> None:
    """Click the middle of the map, once deck.gl can tell what lies under the pointer."""
    kaart = pagina.locator(KAART)
    kaart.scroll_into_view_if_needed()
    vak = kaart.bounding_box()
    assert vak is not None
    x, y = vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2
    tip = pagina.locator(".deck-tooltip")
    for stap in range(40):  # the first frames are drawn after Streamlit says it is ready
        pagina.mouse.move(x + stap % 2, y)
        pagina.wait_for_timeout(250)
        if tip.is_visible():
            break
    expect(tip).to_contain_text("jeugdigen")
    pagina.mouse.click(x, y)


def klik_erbij_op_een_andere(pagina: Page, naam: str) -> None:
    """With Ctrl held, click a buurt near the middle that is not `naam`."""
    vak = pagina.locator(KAART).bounding_box()
    assert vak is not None
    tip = pagina.locator(".deck-tooltip b")
    for stap in range(10, 150, 10):
        plek = vak["x"] + vak["width"] / 2 + stap, vak["y"] + vak["height"] / 2
        pagina.mouse.move(*plek)
        pagina.wait_for_timeout(200)
        if tip.is_visible() and tip.text_content() != naam:
            break
    pagina.keyboard.down("Control")
    pagina.mouse.click(*plek)
    pagina.keyboard.up("Control")


def test_klik_op_de_kaart_opent_de_buurt_en_de_link_onthoudt_haar(
    demo_app: Server, nieuwe_pagina: Callable[..., Page]
) -> None:
    pagina = nieuwe_pagina()
    open_pagina(pagina, f"{demo_app.adres}/buurten?jaar=2023")
    klik_in_het_midden(pagina)
    pagina.wait_for_url(re.compile("buurtdetail="), timeout=20_000)
    wacht_tot_klaar(pagina)
    naam = parse_qs(urlsplit(pagina.url).query)["buurtdetail"][0]
    expect(pagina.get_by_text(f"In {naam} kregen")).to_be_visible()

    ander = nieuwe_pagina()
    open_pagina(ander, pagina.url)
    expect(ander.get_by_text(f"In {naam} kregen")).to_be_visible()
    ander.close()  # two maps that draw at once are slow without a graphics card

    klik_erbij_op_een_andere(pagina, naam)
    pagina.wait_for_function("() => new URLSearchParams(location.search).getAll('buurt').length === 2")
    assert naam in parse_qs(urlsplit(pagina.url).query)["buurt"]
