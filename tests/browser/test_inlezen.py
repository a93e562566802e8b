"""The main job in a real browser: read in, filter, share the link, take back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import WORTEL, Server, open_pagina, wacht_tot_klaar

KLEIN = WORTEL / "data" / "voorbeeld" / "export_klein.csv"
REGELS = len(KLEIN.read_text(encoding="utf-8-sig").splitlines()) - 1
NieuwePagina = Callable[..., Page]


def kies_bestand(pagina: Page, bestand: Path) -> None:
    pagina.locator('input[type="file"]').first.set_input_files(bestand)
    expect(pagina.get_by_test_id("stFileUploader").first).to_contain_text(bestand.name)
    expect(pagina.get_by_role("button", name="Controleren")).to_be_enabled()


def lees_in(pagina: Page, bestand: Path) -> None:
    kies_bestand(pagina, bestand)
    pagina.get_by_role("button", name="Controleren").click()
    pagina.get_by_role("button", name="Inlezen", exact=True).click()
    expect(pagina.get_by_text("Ingelezen als levering")).to_be_visible(timeout=30_000)
    wacht_tot_klaar(pagina)


def deel(pagina: Page, naam: str) -> None:
    pagina.get_by_test_id("stMain").get_by_role("radio", name=naam).click()
    wacht_tot_klaar(pagina)


def neem_b1_terug(pagina: Page, app: Server) -> None:
    open_pagina(pagina, f"{app.adres}/inlezen")
    deel(pagina, "Andere bestanden")
    pagina.get_by_label("Bestand ongedaan maken").click()
    pagina.get_by_role("option", name=re.compile("^B1 ")).click()
    pagina.get_by_role("button", name="Ja, ongedaan maken").click()
    expect(pagina.get_by_text("B1 is ongedaan gemaakt.")).to_be_visible(timeout=30_000)


def kerncijfers(pagina: Page) -> list[str]:
    wacht_tot_klaar(pagina)
    expect(pagina.get_by_test_id("stMetricValue").first).to_be_visible(timeout=30_000)
    return pagina.get_by_test_id("stMetricValue").all_inner_texts()


def test_inlezen_filteren_delen_en_ongedaan_maken(
    lege_app: Server, nieuwe_pagina: NieuwePagina, tmp_path: Path
) -> None:
    pagina = nieuwe_pagina()
    open_pagina(pagina, f"{lege_app.adres}/inlezen")
    expect(pagina.get_by_role("heading", name="Er zijn nog geen gegevens in gebruik.")).to_be_visible()

    kies_bestand(pagina, KLEIN)
    pagina.get_by_role("button", name="Controleren").click()
    expect(pagina.get_by_text(f"{REGELS} rijen gelezen = {REGELS} in te lezen")).to_be_visible(timeout=30_000)
    expect(pagina.get_by_role("table").filter(has_text="Leveringsmaand")).to_contain_text("feb 2024")
    pagina.get_by_role("button", name="Inlezen", exact=True).click()
    expect(pagina.get_by_text("Ingelezen als levering 1")).to_be_visible(timeout=30_000)

    pagina.get_by_role("link", name="Naar het overzicht").click()
    ongefilterd = kerncijfers(pagina)
    pagina.get_by_test_id("stSidebar").get_by_role("button", name="2023").click()
    chip = pagina.get_by_test_id("stMain").get_by_role("button", name="2023", exact=True)
    expect(chip).to_be_visible(timeout=30_000)
    gefilterd = kerncijfers(pagina)
    assert gefilterd != ongefilterd

    ander = nieuwe_pagina()
    open_pagina(ander, pagina.url)
    assert kerncijfers(ander) == gefilterd
    expect(ander.get_by_test_id("stMain").get_by_role("button", name="2023", exact=True)).to_be_visible()

    dubbel = tmp_path / "later.csv"
    dubbel.write_text(_duurder(KLEIN.read_text(encoding="utf-8-sig")), encoding="utf-8")
    open_pagina(pagina, f"{lege_app.adres}/inlezen")
    lees_in(pagina, dubbel)
    open_pagina(ander, ander.url)
    assert kerncijfers(ander)[0] == gefilterd[0] and kerncijfers(ander) != gefilterd

    maak_ongedaan(pagina, 2)
    open_pagina(ander, ander.url)
    assert kerncijfers(ander) == gefilterd
    maak_ongedaan(pagina, 1)
    expect(pagina.get_by_role("heading", name="Er zijn nog geen gegevens in gebruik.")).to_be_visible()


def maak_ongedaan(pagina: Page, nummer: int) -> None:
    deel(pagina, "Leveringen")
    pagina.get_by_label("Levering ongedaan maken").click()
    pagina.get_by_role("option", name=re.compile(f"^{nummer} ")).click()
    pagina.get_by_role("button", name="Ja, ongedaan maken").click()
    expect(pagina.get_by_text(f"Levering {nummer} is ongedaan gemaakt.")).to_be_visible(timeout=30_000)
    wacht_tot_klaar(pagina)


def _duurder(tekst: str) -> str:
    """The same lines, each a thousand euros dearer."""
    return re.sub(
        r";(\d{1,3}(?:\.\d{3})*),(\d\d);([DC]);",
        lambda m: f";{int(m[1].replace('.', '')) + 1000},{m[2]};{m[3]};",
        tekst,
    )


def test_verwachte_zinnen_bij_een_kapot_bestand(lege_app: Server, pagina: Page, tmp_path: Path) -> None:
    kapot = tmp_path / "kapot.xlsx"
    kapot.write_bytes(b"PK\x03\x04" + b"\xff" * 200)
    open_pagina(pagina, f"{lege_app.adres}/inlezen")
    kies_bestand(pagina, kapot)
    pagina.get_by_role("button", name="Controleren").click()
    expect(pagina.get_by_role("alert")).to_contain_text("kapot.xlsx", timeout=30_000)
    expect(pagina.get_by_role("alert")).to_contain_text("beschadigd")
    assert "Traceback" not in pagina.inner_text("body")


def test_het_kiezen_van_bestanden_is_nederlands(lege_app: Server, pagina: Page) -> None:
    open_pagina(pagina, f"{lege_app.adres}/inlezen")
    vak = pagina.get_by_test_id("stFileUploaderDropzone").first
    expect(vak.get_by_role("button", name="Bestand kiezen", exact=True)).to_be_visible()
    expect(vak).to_contain_text("of sleep het hierheen, tot 200 MB per bestand")


@pytest.mark.volhard
def test_wegklikken_tijdens_het_inlezen_breekt_niets_af(lege_app: Server, pagina: Page) -> None:
    open_pagina(pagina, f"{lege_app.adres}/inlezen")
    pagina.get_by_role("button", name="Voorbeeldgemeente inlezen").click()
    expect(pagina.get_by_role("progressbar")).to_be_visible(timeout=30_000)
    deel(pagina, "Leveringen")
    deel(pagina, "Export inlezen")
    expect(pagina.get_by_text("Ingelezen als leveringen 1, 2 en 3")).to_be_visible(timeout=90_000)
    deel(pagina, "Leveringen")
    expect(pagina.get_by_role("table").get_by_role("row")).to_have_count(1 + 3, timeout=30_000)


@pytest.mark.volhard
def test_inwoners_aanbieden_geeft_elk_cijfer_per_1000_hun_bron(
    lege_app: Server, pagina: Page, tmp_path: Path
) -> None:
    open_pagina(pagina, f"{lege_app.adres}/inlezen")
    lees_in(pagina, KLEIN)
    pagina.get_by_role("button", name="Nog een export inlezen").click()
    wacht_tot_klaar(pagina)
    inwoners = tmp_path / "inwoners 2023.csv"
    inwoners.write_text(
        "Buurt;Jaar;0 tot 10 jaar;10 tot 18 jaar;Bron\nMalberg;2023;500;480;CBS\nHeer;2023;600;510;CBS\n"
    )
    kies_bestand(pagina, inwoners)
    pagina.get_by_role("button", name="Controleren").click()
    tabel = pagina.get_by_role("table").filter(has_text="Straks")
    expect(tabel).to_contain_text("2.090 inwoners van 0 tot en met 17 jaar in 2 buurten", timeout=30_000)
    pagina.get_by_role("button", name="Inlezen", exact=True).click()
    expect(pagina.get_by_text("Ingelezen als B1: inwoners per buurt (CBS), 4 rijen.")).to_be_visible(
        timeout=30_000
    )

    open_pagina(pagina, f"{lege_app.adres}/buurten?jaar=2023")
    expect(pagina.get_by_text("inwoners: CBS").first).to_be_visible(timeout=30_000)

    neem_b1_terug(pagina, lege_app)
    open_pagina(pagina, f"{lege_app.adres}/buurten?jaar=2023")
    expect(pagina.get_by_text("inwoners: CBS")).to_have_count(0)


@pytest.mark.volhard
def test_een_officiele_verwachting_neemt_de_plaats_in_van_het_eigen_model(
    lege_app: Server, pagina: Page, tmp_path: Path
) -> None:
    maastricht = f"{lege_app.adres}/verwacht_werkelijk?gebied=Maastricht+(gemeente)"
    open_pagina(pagina, f"{lege_app.adres}/inlezen")
    lees_in(pagina, KLEIN)
    pagina.get_by_role("button", name="Nog een export inlezen").click()
    wacht_tot_klaar(pagina)
    verwacht = tmp_path / "verwacht gebruik.csv"
    verwacht.write_text(
        "gebied;jaar;vorm;verwacht_pct;bron\nMaastricht;2022;jeugdhulp;15,4;NJi verwacht gebruik\n"
    )
    kies_bestand(pagina, verwacht)
    pagina.get_by_role("button", name="Controleren").click()
    pagina.get_by_role("button", name="Inlezen", exact=True).click()
    expect(pagina.get_by_text("Ingelezen als B1: verwacht gebruik")).to_be_visible(timeout=30_000)

    open_pagina(pagina, f"{maastricht}&cijferjaar=2022")
    expect(pagina.get_by_text("15,4 %").first).to_be_visible(timeout=30_000)
    expect(pagina.get_by_text("NJi verwacht gebruik").first).to_be_visible()

    neem_b1_terug(pagina, lege_app)
    open_pagina(pagina, f"{maastricht}&cijferjaar=2022")
    expect(pagina.get_by_text("NJi verwacht gebruik")).to_have_count(0)
