"""What people click on the overview: fold, filter, chip, another page, a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.opslag import Opslag
from tests.browser.server import Server, open_pagina, wacht_tot_klaar


@pytest.mark.volhard
def test_segment_vouwt_open_en_blijft_uniek_geteld(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/?jaar=2023")
    ambulant = pagina.locator(".vouw summary", has_text="Segment Jeugd Ambulant")
    begeleiding = pagina.locator(".vouw .product", has_text="Begeleiding Individueel")
    expect(begeleiding).to_be_hidden()
    ambulant.click()
    expect(begeleiding).to_be_visible()
    assert begeleiding.inner_text().split("\n")[-4:] == ["1.161", "1.128", "965", "570"]
    assert pagina.locator(".vouw .totaal").inner_text().split("\n")[-4:] == [
        "2.952",
        "2.977",
        "2.859",
        "1.842",
    ]


def test_filter_wordt_chip_gaat_mee_naar_een_andere_pagina_en_weer_weg(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/?jaar=2023&segment=PGB")
    expect(pagina.locator(".st-key-chips")).to_contain_text("PGB")
    pagina.get_by_role("link", name="Cliënten").click()
    expect(pagina.get_by_role("heading", name="Cliënten", exact=True)).to_be_visible()
    wacht_tot_klaar(pagina)
    expect(pagina.locator(".st-key-chips")).to_contain_text("PGB")
    assert "segment=PGB" in pagina.url
    pagina.locator(".st-key-chips button", has_text="PGB").first.click()
    expect(pagina.locator(".st-key-chips")).not_to_contain_text("PGB")
    pagina.wait_for_function("() => !location.search.includes('segment')")


def test_csv_is_afgerond_en_staat_in_het_logboek(pagina: Page, demo_app: Server, demo_map: Path):
    open_pagina(pagina, f"{demo_app.adres}/?jaar=2023")
    pagina.locator(".st-key-jaren-mee button").first.click()
    with pagina.expect_download() as gevraagd:
        pagina.get_by_role("button", name="Tabel (CSV)").first.click()
    regels = Path(gevraagd.value.path()).read_text(encoding="utf-8-sig").splitlines()
    totaal = next(r.split(";") for r in regels if r.startswith("totaal;") and ";2023;" in r)
    assert totaal[4] == "2860"  # 2.859 exactly, on the screen
    assert Opslag(demo_map).logboek(1)[0]["wat"] == "export"


def test_de_pagina_spreekt_nederlands(pagina: Page, demo_app: Server):
    open_pagina(pagina, demo_app.adres)
    assert pagina.locator("html").get_attribute("lang") == "nl"
    pagina.locator("[data-testid=stMultiSelect] input").nth(2).click()
    expect(pagina.get_by_text("Alles kiezen")).to_be_visible()
    expect(pagina.get_by_text("Select all")).to_have_count(0)
