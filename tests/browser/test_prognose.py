"""What people click on Prognose: another year and segment, a forecast kept, its parts, a file."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.server import Server, open_pagina, wacht_tot_klaar


def test_een_prognose_bevriezen_en_terugzien(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/prognose")
    tabel = pagina.locator(".tabel.prognose")
    expect(tabel).to_contain_text("Totaal")
    pagina.get_by_text("Prognose bevriezen", exact=True).click()
    pagina.get_by_label("Naam").fill("Berap 1")
    pagina.get_by_role("button", name="Bevriezen", exact=True).click()
    expect(tabel).to_contain_text("Berap 1 (")
    pagina.get_by_role("radio", name="Eerdere prognoses").click()
    wacht_tot_klaar(pagina)
    expect(pagina.locator(".tabel")).to_contain_text("Berap 1")


def test_een_ander_segment_en_hoe_goed_de_prognoses_zijn(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/prognose")
    expect(pagina.get_by_test_id("stVegaLiteChart")).to_be_visible()
    pagina.locator(".st-key-prognose-segment input").click()
    pagina.get_by_role("option", name="Segment Jeugd Wonen").click()
    wacht_tot_klaar(pagina)
    expect(pagina.locator(".tabel.prognose")).not_to_contain_text("Segment Jeugd JB/JR")
    pagina.get_by_role("radio", name="Hoe goed de prognoses zijn").click()
    wacht_tot_klaar(pagina)
    expect(pagina.get_by_text("Een half jaar vooruit zat de prognose")).to_be_visible()
    assert "Segment+Jeugd+Wonen" in pagina.url


def test_de_tabel_gaat_mee_als_bestand(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/prognose")
    pagina.locator(".st-key-prognose-mee button").first.click()
    with pagina.expect_download() as gevraagd:
        pagina.get_by_role("button", name="Tabel (CSV)").first.click()
    assert "Segment Jeugd Wonen" in Path(gevraagd.value.path()).read_text(encoding="utf-8-sig")
