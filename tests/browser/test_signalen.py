"""A deviation in a real browser: write what was done with it, and go to the page that it is about."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.server import open_pagina, server
from tests.browser.test_toegankelijk import ERNSTIG
from tests.core.onthulling.sprong import SPRONG, met_sprong
from tests.pages.conftest import vul


def test_status_bewaren_en_naar_de_cijfers(pagina: Page, tmp_path: Path) -> None:
    vul(tmp_path / "sprong", met_sprong())
    with server(tmp_path / "sprong") as app:
        open_pagina(pagina, f"{app.adres}/signalen")
        ernstig = [r for r in Axe().run(pagina).response["violations"] if r["impact"] in ERNSTIG]
        assert [(r["id"], r["nodes"][0]["html"][:120]) for r in ernstig] == []
        pagina.get_by_role("button", name="Als tabel").first.click()
        expect(pagina.get_by_role("cell", name="2023 K4").first).to_be_visible(timeout=20_000)
        pagina.keyboard.press("Escape")
        blok = pagina.get_by_test_id("stColumn").filter(has_text=f"{SPRONG}: 60 jeugdigen in zorg").first
        blok.get_by_role("button", name="Status en notitie").click()
        pagina.get_by_role("radio", name="Verklaard").click()
        pagina.get_by_role("textbox", name="Notitie").fill("Neemt jeugdigen over van een ander.")
        pagina.get_by_role("button", name="Bewaren", exact=True).click()
        expect(pagina.get_by_text(f"{SPRONG} staat nu op verklaard.")).to_be_visible(timeout=20_000)
        expect(blok).to_contain_text("Neemt jeugdigen over van een ander.")

        blok.get_by_role("link", name="Bekijk op Aanbieders").click()
        for keuze in (SPRONG, "2023", "okt", "nov", "dec"):
            expect(pagina.locator(".st-key-chips").get_by_role("button", name=keuze)).to_be_visible(
                timeout=20_000
            )
        expect(pagina.get_by_role("heading", name="Aanbieders")).to_be_visible()
