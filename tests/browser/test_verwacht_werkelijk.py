"""Verwacht en werkelijk in a real browser: choose, switch, share the link, talk, act, take along."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server, open_pagina, wacht_tot_klaar

STAVEN = 'path[aria-roledescription="bar"]'


def klik(pagina: Page, naam: str) -> None:
    pagina.get_by_role("button", name=naam, exact=True).click()
    pagina.wait_for_timeout(300)  # the click has to reach the server before it can be busy
    wacht_tot_klaar(pagina)


def test_van_lege_keuze_naar_staven_en_een_link_die_alles_onthoudt(
    lege_app: Server, nieuwe_pagina: Callable[..., Page]
) -> None:
    pagina = nieuwe_pagina()
    open_pagina(pagina, f"{lege_app.adres}/verwacht_werkelijk")
    klik(pagina, "Toon Maastricht (gemeente)")
    expect(pagina.get_by_role("heading", name="In Maastricht had 17,1")).to_be_visible()
    expect(pagina.locator(STAVEN).first).to_be_attached()
    pagina.get_by_role("radio", name="Verwacht", exact=True).click()
    pagina.wait_for_url("**staven=Verwacht**")
    pagina.get_by_role("combobox", name="Vergelijk ook met").click()
    pagina.keyboard.type("Heerlen")
    pagina.get_by_role("option", name="Heerlen (gemeente)").click()
    pagina.wait_for_url("**naast=Heerlen**")
    wacht_tot_klaar(pagina)

    ander = nieuwe_pagina()
    open_pagina(ander, pagina.url)
    expect(ander.get_by_role("heading", name="In Maastricht had 17,1")).to_be_visible()
    expect(ander.get_by_role("cell", name="Heerlen (gemeente)")).to_be_visible()
    expect(ander.get_by_role("radio", name="Verwacht", exact=True)).to_be_checked()


def test_gesprek_actie_en_samenvatting(lege_app: Server, pagina: Page, tmp_path: Path) -> None:
    open_pagina(pagina, f"{lege_app.adres}/verwacht_werkelijk?gebied=Maastricht+(gemeente)")
    pagina.get_by_label("Wie deden mee?").fill("scholen en aanbieders")
    pagina.get_by_label("Herkennen we dit beeld?").fill("x" * 800)
    pagina.get_by_label("Wat vinden we ervan?").fill("y " * 400)
    pagina.get_by_label("Hoe verklaren we dit?").fill("Veel via de huisarts. " * 36)
    klik(pagina, "Gesprek bewaren")
    klik(pagina, "Maak er een actie van")
    pagina.get_by_label("Wat gaat er gebeuren?").fill("Praktijkondersteuner jeugd")
    klik(pagina, "Actie bewaren")
    pagina.get_by_text("Bekijk de samenvatting").click()
    blad = pagina.locator(".samenvatting")
    expect(blad.get_by_text("Praktijkondersteuner jeugd")).to_be_visible()
    expect(blad.get_by_text("scholen en aanbieders")).to_be_visible()
    with pagina.expect_download() as bestand:
        pagina.get_by_role("button", name="Samenvatting opslaan om af te drukken").click()
    los = tmp_path / "samenvatting.html"
    bestand.value.save_as(los)
    assert los.read_text(encoding="utf-8").count("Praktijkondersteuner jeugd") == 1
    pagina.set_content(los.read_text(encoding="utf-8"))
    pdf = pagina.pdf(prefer_css_page_size=True)
    # Three answers of the greatest length still fit on one A4.
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1


@pytest.mark.volhard
def test_een_deel_zonder_filters_houdt_geen_lege_balk(demo_app: Server, pagina: Page) -> None:
    open_pagina(pagina, f"{demo_app.adres}/verwacht_werkelijk?verwacht=Wijken+en+buurten")
    expect(pagina.get_by_test_id("stSidebar")).to_be_visible()
    pagina.get_by_role("radio", name="Brug naar het CBS", exact=True).click()
    pagina.wait_for_url("**Brug**")
    expect(pagina.get_by_test_id("stSidebar")).to_be_hidden()
