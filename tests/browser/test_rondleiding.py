"""The tour of a first visit: offered once, by mouse or keyboard, and gone when taken or declined."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server, open_pagina


def test_een_eerste_bezoek_krijgt_een_rondleiding_en_daarna_niet_meer(demo_app: Server, pagina: Page) -> None:
    open_pagina(pagina, demo_app.adres)
    pagina.get_by_role("button", name="Korte rondleiding").click()
    kaart = pagina.get_by_role("dialog", name="Rondleiding")
    expect(kaart).to_contain_text("Hier kiest u wat u ziet")
    kaart.get_by_role("button", name="Volgende").click()
    expect(kaart).to_contain_text("Uw keuzes.")
    pagina.keyboard.press("ArrowRight")
    expect(kaart).to_contain_text("De kerncijfers")
    pagina.keyboard.press("ArrowLeft")
    expect(kaart).to_contain_text("Uw keuzes.")
    pagina.keyboard.press("Escape")
    expect(kaart).to_have_count(0)
    expect(pagina.get_by_text("Voor het eerst hier?")).to_be_hidden()
    open_pagina(pagina, demo_app.adres)
    expect(pagina.get_by_text("Voor het eerst hier?")).to_be_hidden()


@pytest.mark.volhard
def test_wie_hem_niet_nodig_heeft_is_er_in_een_klik_van_af(demo_app: Server, pagina: Page) -> None:
    open_pagina(pagina, demo_app.adres)
    pagina.get_by_role("button", name="Niet nodig").click()
    expect(pagina.get_by_text("Voor het eerst hier?")).to_be_hidden()
    open_pagina(pagina, demo_app.adres)
    expect(pagina.get_by_text("Voor het eerst hier?")).to_be_hidden()
