"""Hostile and broken files, through a real child: a Dutch sentence, never a dead process."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from core.inlezen import proces
from core.inlezen.leveringen import Aangeboden, Geweigerd, Opties, lees, verwerp
from tests.core.inlezen.conftest import REGEL, STAND_PER, tekst

KOP = list(REGEL)


def weigering(inhoud: bytes | Path, naam: str = "export.xlsx") -> str:
    with pytest.raises(Geweigerd) as fout:
        lees([Aangeboden(naam, inhoud)], Opties(stand_per=STAND_PER))
    assert "Traceback" not in str(fout.value)
    return str(fout.value)


def rommel(map_: Path) -> list[Path]:
    return list((map_ / "tijdelijk").iterdir())


def test_gewone_export_door_een_echt_kind(bestand):
    pad = bestand([{}])
    stappen: list[str] = []
    p = lees([pad], Opties(stand_per=STAND_PER), meld=lambda wat, deel: stappen.append(wat))
    assert p.rapport.geladen == 1
    assert stappen[0] == "Bestand lezen" and stappen[-1] == "Klaar"
    verwerp(p)


def test_cel_in_de_verste_hoek(tmp_path, eigen_datamap):
    pad = tmp_path / "hoek.xlsx"
    with xlsxwriter.Workbook(pad) as boek:
        blad = boek.add_worksheet()
        blad.write_row(0, 0, KOP)
        blad.write(1_048_575, 16_383, "x")
    assert pad.stat().st_size < 10_000
    assert "hoek.xlsx" in weigering(pad, "hoek.xlsx")
    assert rommel(eigen_datamap) == []


def test_tekst_onder_de_naam_van_een_boek(eigen_datamap):
    assert "geen Excel-bestand" in weigering(b"kapot bestand\nzonder kop\n", "kapot.xlsx")
    assert "Geen kop gevonden" in weigering(b"kapot bestand\nzonder kop\n", "kapot.csv")
    # A CSV under a wrong name is still read.
    p = lees([Aangeboden("echt.xlsx", tekst([{}]).encode())], Opties(stand_per=STAND_PER))
    assert p.rapport.geladen == 1
    verwerp(p)


def test_zipbom(tmp_path, eigen_datamap):
    pad = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as pakket:
        pakket.writestr("xl/workbook.xml", "<workbook/>")
        with pakket.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as deel:
            for _ in range(120):
                deel.write(b" " * 1_000_000)
    assert pad.stat().st_size < 200_000
    assert "te groot" in weigering(pad)
    assert rommel(eigen_datamap) == []


def test_zip_die_liegt_over_zijn_omvang(tmp_path):
    """A sheet that says it is small and is not: the memory limit of the child holds."""
    pad = tmp_path / "leugen.xlsx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as pakket:
        pakket.writestr("xl/workbook.xml", b" " * 40_000_000)
    ruw = bytearray(pad.read_bytes())
    ruw[22:26] = (100).to_bytes(4, "little")
    pad.write_bytes(bytes(ruw))
    assert "leugen" in weigering(pad, "leugen.xlsx")


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        os.urandom(100_000),
        b"\x00" * 10_000,
        b"PK\x03\x04" + os.urandom(5_000),
        b"\xd0\xcf\x11\xe0" + b"\0" * 5_000,
        b"a;b;c\n" * 1000,
        (";".join(KOP)).encode() + b"\n" + b"x" * 10_000_000,
        b"x" * 10_000_000,
        b'"' * 999_999,
        (";".join(KOP)).encode() + b'\n"' + b"y;" * 500_000,
    ],
    ids=[
        "leeg",
        "ruis",
        "nullen",
        "halve zip",
        "oud excel",
        "geen kop",
        "regel van 10 MB",
        "een regel",
        "aanhalingstekens",
        "open",
    ],
)
def test_kapot_bestand(inhoud, eigen_datamap):
    assert "export.xlsx" in weigering(inhoud)
    assert rommel(eigen_datamap) == []


def test_formules_en_macrotekst_zijn_gewone_tekst(bestand):
    p = lees(
        [bestand([{"aanbieder": "=cmd|'/c calc'!A1", "product": "@SUM(1)"}])], Opties(stand_per=STAND_PER)
    )
    assert p.rapport.geladen == 1


def test_kind_dat_te_lang_doet_wordt_gestopt(bestand, monkeypatch):
    monkeypatch.setattr(proces, "TIJD", 0.01)
    assert "afgebroken" in weigering(bestand([{}]), "traag.csv")


def test_kind_dat_te_veel_geheugen_vraagt(tmp_path, monkeypatch):
    pad = tmp_path / "groot.csv"
    pad.write_text(tekst([{"clientnummer": str(n)} for n in range(60_000)]))
    monkeypatch.setattr(proces, "GEHEUGEN", 150 << 20)
    assert "groot.csv" in weigering(pad, "groot.csv")


def test_kind_zegt_niets_op_stderr_en_laat_geen_kern_achter(tmp_path):
    """A child that breaks prints nothing of the file: what it says could be a name."""
    uit = subprocess.run(
        [sys.executable, "-m", "core.inlezen.kind"],
        input=b'{"geheugen": 4000000000, "pad": "/nergens"}\n',
        capture_output=True,
    )
    assert b"/nergens" not in uit.stdout
