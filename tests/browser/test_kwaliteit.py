"""What people click on Kwaliteit: a segment, its parts, the age of an estimate, a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server, open_pagina, wacht_tot_klaar


def test_door_de_onderdelen_van_een_segment(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/kwaliteit")
    expect(pagina.get_by_role("heading", name="Hoe declaraties binnenkomen")).to_be_visible()
    expect(pagina.locator(".tabel")).to_contain_text("Segment Jeugd JB/JR")
    pagina.locator(".st-key-kwaliteit-segment input").click()
    pagina.get_by_role("option", name="Segment Jeugd Wonen").click()
    wacht_tot_klaar(pagina)
    expect(pagina.locator(".tabel")).not_to_contain_text("Segment Jeugd JB/JR")
    pagina.get_by_role("radio", name="Hoe goed de schattingen waren").click()
    wacht_tot_klaar(pagina)
    assert "Segment+Jeugd+Wonen" in pagina.url
    pagina.locator(".st-key-terugblik-na").get_by_role("radio", name="4").click()
    wacht_tot_klaar(pagina)
    expect(pagina.get_by_test_id("stVegaLiteChart")).to_be_visible()
    pagina.get_by_role("radio", name="Wat is er veranderd?").click()
    wacht_tot_klaar(pagina)
    expect(pagina.get_by_text("Er is maar één stand")).to_be_visible()


@pytest.mark.volhard
def test_de_tabel_met_de_marge_gaat_mee_als_bestand(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/kwaliteit")
    pagina.locator(".st-key-naijl-mee button").first.click()
    with pagina.expect_download() as gevraagd:
        pagina.get_by_role("button", name="Tabel (CSV)").first.click()
    tekst = Path(gevraagd.value.path()).read_text(encoding="utf-8-sig")
    kop = next(r for r in tekst.splitlines() if r.startswith("Maand;") or r.startswith("maand;"))
    assert "ondergrens" in kop.lower() or "eindstand_laag" in kop
