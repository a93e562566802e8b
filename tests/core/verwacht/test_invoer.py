"""Any table of areas: what people and programs write is found out, the rest gets a Dutch sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.inlezen.teksttabel import OnbekendeKolom, OnbruikbareTabel
from core.verwacht.invoer import Kolommen, lees

ALLES = Kolommen("gebied", "noemer", ("k",), aantal="aantal")


@pytest.fixture
def schrijf(tmp_path: Path):
    def doe(tekst: str | bytes) -> Path:
        pad = tmp_path / "x.csv"
        pad.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode("utf-8"))
        return pad

    return doe


@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
def test_scheidingsteken_wordt_gevonden(schrijf, teken: str) -> None:
    tekst = "gebied;aantal;noemer;k\nA;10;100;1.5\nB;20;200;2.5\n".replace(";", teken)
    g = lees(schrijf(tekst), ALLES).gebieden
    assert (g.codes, list(g.aantal), list(g.noemer), list(g.kenmerken["k"])) == (
        ("A", "B"),
        [10, 20],
        [100, 200],
        [1.5, 2.5],
    )


def test_nederlandse_getallen_windows_tekens_en_aanhalingstekens(schrijf) -> None:
    tekst = 'gebied;aantal;noemer;k\r\n"Súdwest; Fryslân";1.234;15.302;"1,5"\r\nB;987;20.000;2,25 %\r\n'
    g = lees(schrijf(tekst.encode("cp1252")), ALLES).gebieden
    assert g.namen[0] == "Súdwest; Fryslân"
    assert (list(g.aantal), list(g.noemer), list(g.kenmerken["k"])) == (
        [1234, 987],
        [15302, 20000],
        [1.5, 2.25],
    )


def test_engelse_duizendtallen_en_een_bom(schrijf) -> None:
    tekst = b"\xef\xbb\xbfgebied;aantal;noemer;k\nA;10;1,234.0;1\nB;20;15,302.5;2\n"
    assert list(lees(schrijf(tekst), ALLES).gebieden.noemer) == [1234, 15302.5]


def test_punt_in_een_kenmerk_of_percentage_is_een_decimaal(schrijf) -> None:
    """13.215 % is not thirteen thousand, while a noemer of 13.215 is."""
    tekst = "gebied;pct;noemer;k\nA;13.215;13.215;1.234\nB;12.000;20.000;2.000\n"
    g = lees(schrijf(tekst), Kolommen("gebied", "noemer", ("k",), pct="pct")).gebieden
    assert list(g.noemer) == [13215, 20000] and list(g.kenmerken["k"]) == [1.234, 2]
    assert g.aantal[0] == pytest.approx(0.13215 * 13215)


@pytest.mark.parametrize("leeg", ["", ".", "-", "NA", "n.v.t.", "x", "nan"])
def test_leeg_is_ontbrekend_zonder_melding(schrijf, leeg: str) -> None:
    invoer = lees(schrijf(f"gebied;aantal;noemer;k\nA;{leeg};100;1,5\nB;20;200;2,5\n"), ALLES)
    assert np.isnan(invoer.gebieden.aantal[0]) and invoer.meldingen == ()


def test_tekst_waar_een_getal_hoort_wordt_genoemd(schrijf) -> None:
    invoer = lees(schrijf("gebied;aantal;noemer;k\nA;10;honderd;1\nB;20;200;2\n"), ALLES)
    assert invoer.meldingen == ("Kolom noemer: bij A staat geen getal; dat telt als ontbrekend.",)
    assert np.isnan(invoer.gebieden.noemer[0])


def test_een_rij_zonder_naam_wordt_met_haar_regel_genoemd(schrijf) -> None:
    invoer = lees(schrijf("gebied;aantal;noemer;k\nA;10;100;1\n;20;200;2\n\nB;1;10;3\n"), ALLES)
    assert [(g.naam, g.reden) for g in invoer.gaten] == [("regel 3", "de naam van het gebied ontbreekt")]
    assert invoer.gebieden.codes == ("A", "B")


def test_een_korte_rij_mist_haar_laatste_waarden(schrijf) -> None:
    assert np.isnan(lees(schrijf("gebied;aantal;noemer;k\nA;10;100\n"), ALLES).gebieden.kenmerken["k"][0])


def test_kolomnamen_vergelijken_zonder_hoofdletters_en_streepjes(schrijf) -> None:
    assert lees(schrijf("Gebied;AANTAL;noe-mer;K\nA;10;100;1\n"), ALLES).gebieden.codes == ("A",)


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        (
            "gebied;aantal;noemer;k\nA;1;10;1\nA;2;20;2\n",
            "Elk gebied hoort één regel te hebben; meer dan één: A",
        ),
        ("gebied;aantal;noemer;k\nA;1;10;1;9\n", "Regel 2 heeft meer waarden dan de kop"),
        ("gebied\nA\n", "Geen kop gevonden"),
        ("", "Geen kop gevonden"),
        (b"PK\x03\x04rest", "geen tekstbestand"),
        ('gebied;aantal;noemer;k\n"' + "x" * 200_000, "aanhalingsteken zonder einde"),
    ],
)
def test_onbruikbare_tabel_geeft_een_nederlandse_zin(schrijf, tekst: str | bytes, zin: str) -> None:
    with pytest.raises(OnbruikbareTabel, match=zin):
        lees(schrijf(tekst), ALLES)


def test_onbekende_kolom_noemt_de_dichtstbijzijnde(schrijf) -> None:
    with pytest.raises(OnbekendeKolom, match="Kolom 'noemer' staat niet in de tabel. Bedoelt u noemers"):
        lees(schrijf("gebied;aantal;noemers;k\nA;1;10;1\n"), ALLES)


def test_geen_bestand(tmp_path: Path) -> None:
    with pytest.raises(OnbruikbareTabel, match="is niet te lezen"):
        lees(tmp_path / "weg.csv", ALLES)
    with pytest.raises(OnbruikbareTabel, match="is niet te lezen"):
        lees(tmp_path, ALLES)
