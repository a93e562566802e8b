"""Files that leave by a click: what they hold equals the screen's table, as it may leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation
from python_calamine import CalamineWorkbook

from core import onthulling
from core.begrippen import Rol
from core.database import Database
from core.filters import Filter
from tests.browser.server import Server, open_pagina, wacht_tot_klaar


def neem_mee(pagina: Page, sleutel: str, wat: str) -> Path:
    """Open a menu and save a file from it."""
    wacht_tot_klaar(pagina)  # or a run that still goes on shuts the menu again
    pagina.locator(f".st-key-{sleutel}-mee button").first.click()
    knop = pagina.get_by_role("button", name=wat).first
    with pagina.expect_download() as gevraagd:
        knop.click()
    pagina.keyboard.press("Escape")
    expect(knop).to_be_hidden()
    return Path(gevraagd.value.path())


def test_presentatie_en_rekenblad_hebben_de_getallen_van_de_beveiligde_tabel(
    pagina: Page, demo_app: Server, demo_map: Path, tmp_path: Path
):
    open_pagina(pagina, f"{demo_app.adres}/?jaar=2023")
    presentatie = neem_mee(pagina, "verwijzers", "Presentatie (PPTX)")
    boek = CalamineWorkbook.from_path(str(_met_naam(neem_mee(pagina, "verwijzers", "Rekenblad"), tmp_path)))

    db = Database(next(demo_map.glob("jeugd-*.duckdb")))
    scherm = onthulling.tabel(db, "verwijzers", Filter(jaar=(2023,)), Rol.STURING)
    van = onthulling.naar_buiten(db, scherm.gesorteerd("aandeel"))
    (dia,) = Presentation(presentatie).slides
    plot = next(v.chart for v in dia.shapes if v.has_chart).plots[0]
    assert list(plot.categories) == [van.cel("verwijzer", n) for n in range(len(van))]
    assert plot.series[0].values == tuple(van.cel("aandeel", n) for n in range(len(van)))
    rijen = boek.get_sheet_by_name("verwijzers").to_python()[1:]
    assert [r[1] for r in rijen] == [
        van.reden_van("jeugdigen", n) or van.cel("jeugdigen", n) for n in range(len(van))
    ]


def test_hele_pagina_gaat_mee_als_presentatie(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/buurten?jaar=2023")
    dias = Presentation(neem_mee(pagina, "pagina", "Presentatie (PPTX)")).slides
    assert {"Malberg", "Wittevrouwenveld"} <= {v.name for v in dias[0].shapes}
    for dia in dias:
        assert "voorbeeldgegevens" in [v.text_frame.text for v in dia.shapes if v.has_text_frame]


@pytest.mark.volhard
def test_op_papier_staan_figuren_met_hun_bron_en_geen_knoppen(pagina: Page, demo_app: Server):
    open_pagina(pagina, f"{demo_app.adres}/aanbieders?jaar=2023")
    expect(pagina.locator("[data-testid=stSidebar]")).to_be_visible()
    pagina.emulate_media(media="print")
    expect(pagina.locator("[data-testid=stSidebar]")).to_be_hidden()
    for weg in ("stPopover", "stButton", "stHeader", "stTooltipIcon"):
        assert pagina.locator(f"[data-testid={weg}]:visible").count() == 0, weg
    expect(pagina.get_by_text("Bron: voorbeeldgegevens").first).to_be_visible()
    assert pagina.locator("[data-testid=stVegaLiteChart]:visible").count() == 2
    # a long table is printed whole, not as the part that fits on a screen
    hoog = pagina.locator(".tabel").last.evaluate("e => [e.clientHeight, e.scrollHeight]")
    assert hoog[0] == hoog[1]


def _met_naam(pad: Path, map_: Path) -> Path:
    doel = map_ / "uit.xlsx"
    doel.write_bytes(pad.read_bytes())
    return doel
