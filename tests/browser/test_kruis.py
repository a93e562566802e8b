"""Clicking in figures: what becomes a filter, what follows, and how it goes away again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Server, open_pagina, wacht_tot_klaar
from tests.browser.test_buurten import klik_in_het_midden


def chips(pagina: Page) -> Locator:
    return pagina.locator(".st-key-chips")


def staaf(pagina: Page, naam: str) -> Locator:
    return pagina.locator(f'path[aria-roledescription=bar][aria-label*="{naam}"]').first


def jeugdigen(pagina: Page) -> str:
    return pagina.locator('[data-testid="stMetricValue"]').first.inner_text()


def klik(pagina: Page, wat: Locator, **opties: object) -> None:
    wat.click(**opties)
    pagina.wait_for_timeout(300)  # what the click asks is on its way
    wacht_tot_klaar(pagina)


def test_staaf_wordt_chip_gaat_mee_terug_en_weer_weg(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/?jaar=2023")
    heel = jeugdigen(pagina)
    klik(pagina, staaf(pagina, "Huisarts"))
    expect(chips(pagina)).to_contain_text("Huisarts")
    pagina.wait_for_url("**verwijzer=Huisarts**")
    assert jeugdigen(pagina) != heel
    # in its own figure the rest stays, faint
    assert staaf(pagina, "Huisarts").get_attribute("opacity") == "1"
    assert staaf(pagina, "Gemeente").get_attribute("opacity") == "0.22"
    ambulant = pagina.locator(".vouw .segment", has_text="Ambulant").inner_text().split("\n")[3]

    klik(pagina, pagina.locator(".st-key-verwijzers-naar button").first)
    klik(pagina, pagina.locator('[data-testid="stPopoverBody"] a', has_text="Cliënten"))
    expect(pagina.get_by_role("heading", name="Cliënten", exact=True)).to_be_visible()
    expect(chips(pagina)).to_contain_text("Huisarts")
    assert pagina.locator(".vouw .segment", has_text="Ambulant").inner_text().split("\n")[-1] == ambulant

    pagina.go_back()
    expect(pagina.get_by_role("heading", name="Overzicht", exact=True)).to_be_visible()
    wacht_tot_klaar(pagina)
    klik(pagina, staaf(pagina, "Huisarts"))
    expect(chips(pagina)).not_to_contain_text("Huisarts")
    pagina.wait_for_function("() => !location.search.includes('verwijzer')")
    assert jeugdigen(pagina) == heel


def test_een_klik_is_een_stap_terug(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/clienten?jaar=2023")
    cel = pagina.locator(".kruis tbody tr", has_text="6-12").locator("td").first
    klik(pagina, cel)  # two dimensions at once
    expect(chips(pagina)).to_contain_text("6-12 jaar")
    expect(chips(pagina)).to_contain_text("M")
    pagina.wait_for_url("**geslacht=M**")
    pagina.go_back()
    expect(chips(pagina)).not_to_contain_text("6-12 jaar")
    assert "geslacht" not in pagina.url and "jaar=2023" in pagina.url


def test_met_ctrl_zijn_het_er_meer_en_een_naam_in_de_tabel_doet_hetzelfde(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/aanbieders?jaar=2023")
    klik(pagina, staaf(pagina, "Fictiva Jeugd-ggz"))
    klik(pagina, staaf(pagina, "Kliniek Denkbeeld Zuid"), modifiers=["Control"])
    expect(chips(pagina)).to_contain_text("Fictiva Jeugd-ggz")
    expect(chips(pagina)).to_contain_text("Kliniek Denkbeeld Zuid")
    knop = pagina.locator(".tabel button.kies", has_text="Fictiva Jeugd-ggz")
    expect(knop).to_have_attribute("aria-pressed", "true")
    knop.focus()
    pagina.keyboard.press("Enter")
    expect(chips(pagina)).not_to_contain_text("Fictiva Jeugd-ggz")
    expect(chips(pagina)).to_contain_text("Kliniek Denkbeeld Zuid")


@pytest.mark.volhard
def test_een_maand_in_een_figuur_is_een_link_die_klopt(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/?jaar=2023")
    klik(pagina, staaf(pagina, "maart 2022"))
    expect(chips(pagina).locator("[class*=st-key-chip-]")).to_have_count(1)
    pagina.wait_for_url("**van=mrt+2022**")
    open_pagina(pagina, pagina.url)
    expect(chips(pagina)).to_contain_text("mrt 2022")
    expect(chips(pagina)).not_to_contain_text("2024")


@pytest.mark.volhard
def test_de_kaart_filtert_en_nog_eens_klikken_haalt_het_weg(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/buurten?jaar=2023")
    klik_in_het_midden(pagina)
    pagina.wait_for_url("**&buurt=**", timeout=20_000)
    wacht_tot_klaar(pagina)
    gekozen = pagina.locator('.ranglijst button[aria-pressed="true"]')
    expect(gekozen).to_have_count(1)
    expect(chips(pagina)).to_contain_text(gekozen.inner_text())
    klik_in_het_midden(pagina)
    pagina.wait_for_function("() => !location.search.includes('buurt')", timeout=20_000)


@pytest.mark.volhard
def test_de_naam_van_een_segment_filtert_en_de_rest_van_de_rij_vouwt_open(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/?jaar=2023")
    ambulant = pagina.locator(".vouw summary", has_text="Segment Jeugd Ambulant")
    klik(pagina, ambulant.locator(".kies"))
    expect(chips(pagina)).to_contain_text("Segment Jeugd Ambulant")
    expect(pagina.locator(".vouw .product", has_text="Begeleiding Individueel")).to_be_hidden()
    ambulant.locator(".getal").first.click()
    product = pagina.locator(".vouw .product", has_text="Begeleiding Individueel")
    klik(pagina, product.locator("button.kies"))
    expect(chips(pagina)).to_contain_text("Begeleiding Individueel")
    expect(product).to_be_visible()  # what is chosen stays in view


def test_twee_selecties_naast_elkaar_gaan_mee_in_de_link(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/?jaar=2022")
    toen = jeugdigen(pagina)
    klik(pagina, pagina.locator(".st-key-zet-vast button").first)
    klik(pagina, pagina.locator(".vouw .hoofd button", has_text="2023"))
    expect(pagina.get_by_text(f"vergeleken met {toen}")).to_be_visible()
    klik(pagina, pagina.get_by_role("link", name="Cliënten"))
    expect(pagina.get_by_role("heading", name="Cliënten", exact=True)).to_be_visible()
    expect(pagina.locator(".vouw .totaal .naast").last).to_have_text(toen)
    pagina.wait_for_url("**naast=jaar**")
    open_pagina(pagina, pagina.url)
    expect(pagina.locator(".vouw .totaal .naast").last).to_have_text(toen)
    klik(pagina, pagina.locator(".st-key-losmaken button").first)
    expect(pagina.locator(".naast")).to_have_count(0)
    pagina.wait_for_function("() => !location.search.includes('naast')")
