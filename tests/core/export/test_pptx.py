"""Slides: charts and tables that can be edited, with the numbers of the protected table and no other."""

import io
import shutil
import subprocess
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.util import Pt
from python_calamine import CalamineWorkbook

from core.begrippen import Rol
from core.export import pptx
from core.export.figuur import Stuk, Uitgang
from core.filters import Filter
from core.grafieken import kaart, staven
from core.onthulling import Drempels, tabel
from tests.conftest import levering
from tests.core.export.conftest import ANDER, ENKEL, KLAS, delen, dias, tekst

F = Filter(jaar=(2023,))


def grafiek(dia):
    return next(v.chart for v in dia.shapes if v.has_chart)


def test_een_grafiek_is_te_bewerken_en_heeft_de_getallen_van_de_tabel(uitgang) -> None:
    (dia,) = dias(pptx.schrijf([uitgang.figuur("verwijzers", F)]))
    plot = grafiek(dia).plots[0]
    assert list(plot.categories) == ["Huisarts", "Gemeente", "Onbekend"]
    # 23 and 12 of 38 jeugdigen, as shares of rounded counts; 3 is hidden, and not a 0
    van = uitgang.tabel("verwijzers", F).gesorteerd("aandeel")
    assert [van.cel("jeugdigen", n) for n in range(3)] == [25, None, None]
    assert plot.series[0].values == tuple(van.cel("aandeel", n) for n in range(3))
    assert plot.series[0].values[1:] == (None, None)


def test_het_werkboek_achter_de_grafiek_heeft_geen_cel_voor_wat_verborgen_is(uitgang) -> None:
    (dia,) = dias(pptx.schrijf([uitgang.figuur("verwijzers", F)]))
    boek = CalamineWorkbook.from_filelike(io.BytesIO(grafiek(dia).part.chart_workbook.xlsx_part.blob))
    rijen = boek.get_sheet_by_index(0).to_python()
    assert [r[0] for r in rijen] == ["", "Huisarts", "Gemeente", "Onbekend"]
    assert [r[1] for r in rijen[2:]] == ["", ""]


def test_titel_is_de_bevinding_en_de_rest_staat_eronder_en_in_de_notities(uitgang) -> None:
    (dia,) = dias(pptx.schrijf([uitgang.figuur("leeftijd-per-product", F)]))
    zin = "De grootste groep is die met onbekende leeftijd: 40 jeugdigen, 100,0\u00a0% van alle jeugdigen in de selectie."
    assert dia.shapes.title.text == zin
    assert "Bron: declaraties jeugdhulp · stand per 1 mei 2024" in tekst(dia)
    assert "afgerond op vijftallen" in tekst(dia)
    notitie = dia.notes_slide.notes_text_frame.text
    for zin in (
        "Definitie: Unieke jeugdigen per leeftijdsklasse",
        "Selectie: U ziet",
        "Stand per: 1 mei 2024",
        "staan als <5",
    ):
        assert zin in notitie


def test_verborgen_cellen_staan_in_een_tabel_zoals_op_het_scherm(uitgang) -> None:
    (dia,) = dias(pptx.schrijf([uitgang.figuur("aanbieder-product", F)]))
    rijen = {
        r.cells[0].text: [c.text for c in r.cells]
        for r in next(v.table for v in dia.shapes if v.has_table).rows
    }
    assert rijen["Xonar"][3:5] == ["10", "€ 126"]
    assert rijen["=cmd|'x'!A1"][3] == "<5"
    assert "0" not in rijen["=cmd|'x'!A1"][3:]


def test_een_formule_in_een_naam_is_tekst_in_het_werkboek(uitgang) -> None:
    (dia,) = dias(pptx.schrijf([uitgang.figuur("aanbieders", F)]))
    ruw = b"".join(inhoud for naam, inhoud in delen(grafiek(dia).part.chart_workbook.xlsx_part.blob))
    assert b"<f>" not in ruw
    assert b"'=cmd|" in ruw
    assert "=cmd|'x'!A1" in list(grafiek(dia).plots[0].categories)


def test_kaart_heeft_een_vorm_per_buurt_en_daarna_de_rijen(uitgang) -> None:
    kaartdia, *rest = dias(pptx.schrijf([uitgang.figuur("buurten", F)]))
    namen = [v.name for v in kaartdia.shapes]
    assert {"Malberg", "Wyck", "Binnenstad"} <= set(namen)
    assert any(v.has_table for v in rest[0].shapes)


def test_voorbeeldgegevens_staat_op_elke_dia(maak_database) -> None:
    db = maak_database(KLAS + ANDER, [levering(1, demo=True)])
    demo = Uitgang(db, Rol.STURING, Drempels())
    for dia in dias(
        pptx.schrijf([demo.figuur(naam, F) for naam in ("kerncijfers", "buurten", "verwijzers")])
    ):
        assert "voorbeeldgegevens" in [v.text_frame.text for v in dia.shapes if v.has_text_frame]


def test_wat_op_het_scherm_exact_is_gaat_afgerond_mee(uitgang) -> None:
    exact = tabel(uitgang.db, "segmenten", F, Rol.STURING).alleen(niveau="segment")
    assert exact.cel("jeugdigen") == 38
    (dia,) = dias(
        pptx.schrijf([uitgang.van_scherm(Stuk("Per segment", staven(exact, "segment", "jeugdigen")))])
    )
    assert grafiek(dia).plots[0].series[0].values == (40.0,)
    assert "Per segment" in tekst(dia)


def test_lange_tabel_wordt_een_paar_dias_en_zegt_wat_ontbreekt(maak_database) -> None:
    regels = [{"jeugdige": f"j{n}", "aanbieder": f"A{n:03d}"} for n in range(80)]
    uit = Uitgang(maak_database(regels), Rol.STURING, Drempels())
    bladen = dias(pptx.schrijf([uit.figuur("aanbieder-product", F)]))
    assert len(bladen) == 4
    assert "Deel 4 van 4. Nog 24 rijen staan alleen in het rekenblad" in tekst(bladen[-1])


def test_lege_selectie_wordt_een_dia_die_dat_zegt(uitgang) -> None:
    (dia,) = dias(pptx.schrijf([uitgang.figuur("aanbieders", Filter(jaar=(1999,)))]))
    assert dia.shapes.title.text == "In deze selectie kreeg niemand hulp."


def test_eigen_sjabloon_houdt_zijn_maat_en_verliest_zijn_dias(uitgang) -> None:
    eigen = Presentation()
    eigen.slide_width, eigen.slide_height = Pt(720), Pt(540)
    eigen.slides.add_slide(eigen.slide_layouts[0]).shapes.title.text = "Welkom bij de gemeente"
    bestand = io.BytesIO()
    eigen.save(bestand)
    uit = pptx.schrijf([uitgang.figuur("verwijzers", F)], bestand.getvalue())
    boek = Presentation(io.BytesIO(uit))
    assert (boek.slide_width, len(boek.slides)) == (Pt(720), 1)
    assert not any(b"Welkom bij" in inhoud for naam, inhoud in delen(uit))
    kader = next(v for v in boek.slides[0].shapes if v.has_chart)
    assert kader.left + kader.width <= boek.slide_width


def test_kaart_van_het_scherm_wordt_opnieuw_gevraagd(uitgang) -> None:
    op_scherm = kaart(tabel(uitgang.db, "buurten", F, Rol.STURING), "jeugdigen")
    figuur = uitgang.van_scherm(Stuk("Kaart", op_scherm))
    malberg = figuur.van.alleen(niveau="buurt", buurt="Malberg")
    assert (malberg.cel("jeugdigen"), malberg.herkomst.buiten) == (25, True)


def test_zonder_figuur_kan_niet() -> None:
    with pytest.raises(ValueError, match="geen figuur"):
        pptx.schrijf([])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is niet geïnstalleerd")
def test_libreoffice_opent_de_presentatie_en_toont_nederlandse_getallen(uitgang, tmp_path) -> None:
    namen = ("kerncijfers", "aanbieders", "kosten-per-maand", "buurten", "leeftijd-geslacht", "stromen")
    figuren = [uitgang.figuur(naam, Filter()) for naam in namen]
    bron = tmp_path / "uit.pptx"
    bron.write_bytes(pptx.schrijf(figuren))
    opdracht = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profiel",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*opdracht, "--outdir", str(tmp_path), str(bron)], check=True, capture_output=True, timeout=120
    )
    pdf = (tmp_path / "uit.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type/Page\n") + pdf.count(b"/Type/Page/") == len(dias(bron.read_bytes()))


def test_intern_blijft_exact_en_zegt_dat(uitgang) -> None:
    intern = replace(uitgang, intern=True)
    (dia,) = dias(pptx.schrijf([intern.figuur("kerncijfers", F)]))
    assert "38" in tekst(dia)
    assert "Voor intern gebruik" in dia.notes_slide.notes_text_frame.text


def test_enkele_rij_wordt_een_lijst(uitgang) -> None:
    (dia,) = dias(pptx.schrijf([uitgang.figuur("kerncijfers", F)]))
    eerste = next(v.table for v in dia.shapes if v.has_table)
    assert [c.text for c in eerste.rows[1].cells] == ["Unieke jeugdigen", "40"]
    assert len(ENKEL) == 3
