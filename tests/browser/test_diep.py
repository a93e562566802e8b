"""A link to any page works for the first visitor of a server that just started."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.server import Server, open_pagina


def test_eerste_bezoek_mag_op_een_diepe_link_komen(
    lege_app: Server, nieuwe_pagina: Callable[..., Page]
) -> None:
    pagina = nieuwe_pagina()
    open_pagina(pagina, f"{lege_app.adres}/toelichting")
    assert pagina.get_by_role("heading", level=1).inner_text() == "Toelichting"
    assert pagina.get_by_role("dialog").count() == 0
    assert pagina.evaluate("document.documentElement.lang") == "nl"
