"""One picture holds the drawing and all that belongs with it, in Dutch notation."""

import struct
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from core.begrippen import Rol
from core.export import beeld
from core.export.figuur import Uitgang
from core.filters import Filter
from core.onthulling import Drempels
from tests.conftest import levering
from tests.core.export.conftest import ANDER, KLAS

F = Filter(jaar=(2023,))
NAMEN = ("kerncijfers", "aanbieders", "kosten-per-maand", "buurten", "jeugdigen-per-product", "stromen")


def teksten(svg: str) -> list[str]:
    """Every text in the picture; that it parses at all shows that names were escaped."""
    return [t for e in ElementTree.fromstring(svg).iter() for t in e.itertext() if e.tag.endswith("text")]


@pytest.mark.parametrize("naam", NAMEN)
def test_titel_bron_en_figuur_staan_in_het_beeld(uitgang, naam) -> None:
    figuur = uitgang.figuur(naam, F)
    alles = " ".join(teksten(beeld.svg(figuur)))
    assert figuur.titel in alles
    assert "Bron: declaraties jeugdhulp" in alles
    assert "voorbeeldgegevens" not in alles


def test_bedragen_en_maanden_zijn_nederlands(maak_database) -> None:
    regels = [
        {"jeugdige": f"j{n}", "bedrag": 1234.5, "leveringsmaand": m}
        for n in range(9)
        for m in ("2023-03", "2023-05")
    ]
    uit = Uitgang(maak_database(regels), Rol.STURING, Drempels())
    lijst = teksten(beeld.svg(uit.figuur("kosten-per-maand", F)))
    assert "€ 10.000" in lijst
    assert {"mrt 2023", "mei 2023"} & set(lijst)


def test_verborgen_staat_er_als_tekst_en_niet_als_nul(uitgang) -> None:
    lijst = teksten(beeld.svg(uitgang.figuur("verwijzers", F)))
    assert "verborgen" in lijst
    assert "0,0 %" not in lijst


def test_een_naam_wordt_geen_opmaak(maak_database) -> None:
    regels = [{"jeugdige": f"j{n}", "aanbieder": "A <script>alert(1)</script> & Zn"} for n in range(6)]
    uit = Uitgang(maak_database(regels), Rol.STURING, Drempels())
    for naam in ("aanbieders", "aanbieder-product"):
        assert "<script" not in beeld.svg(uit.figuur(naam, F))


def test_voorbeeldgegevens_in_het_beeld(maak_database) -> None:
    demo = Uitgang(maak_database(KLAS + ANDER, [levering(1, demo=True)]), Rol.STURING, Drempels())
    assert "voorbeeldgegevens" in teksten(beeld.svg(demo.figuur("kerncijfers", F)))


def test_png_is_twee_keer_zo_scherp(uitgang) -> None:
    inhoud = beeld.png(uitgang.figuur("kerncijfers", F))
    assert inhoud.startswith(b"\x89PNG")
    assert struct.unpack(">I", inhoud[16:20])[0] == 2 * beeld.BREED


def test_zonder_een_getal_blijft_de_tabel_met_de_reden(uitgang) -> None:
    klein = uitgang.figuur("verwijzers", Filter(aanbieder=("=cmd|'x'!A1",)))
    assert "<5" in teksten(beeld.svg(klein))


def test_alles_komt_uit_de_beveiligde_tabel(uitgang) -> None:
    figuur = uitgang.figuur("aanbieders", F)
    assert "23" not in teksten(beeld.svg(replace(figuur, beeld=None)))
