"""`tabel`: what comes out, in which form, and what a wrong call gets."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.opslag import Opslag

WORTEL = Path(__file__).parents[3]


def test_json_heeft_getallen_en_verborgen_cellen(roep, drie_aanbieders) -> None:
    uit = roep("tabel", "aanbieders", "--formaat", "json")
    assert uit.code == 0
    per_naam = {rij["aanbieder"]: rij for rij in uit.json}
    assert per_naam["Adelante"]["jeugdigen"] == 6
    assert per_naam["Adelante"]["kosten"] == 600.0
    assert per_naam["Xonar"]["kosten"] == 73.5
    assert per_naam["=cmd|'x'!A1"]["jeugdigen"] == "<5"
    assert "stand per 1 mei 2024" in uit.melding


def test_filters_zijn_of_binnen_en_en_tussen(roep, drie_aanbieders) -> None:
    def namen(*filters: str) -> set[str]:
        return {r["aanbieder"] for r in roep("tabel", "aanbieders", "--formaat", "json", *filters).json}

    assert namen("--aanbieder", "adelante", "--aanbieder", "XONAR") == {"Adelante", "Xonar"}
    assert namen("--aanbieder", "Xonar", "--buurt", "Malberg") == set()
    assert namen("--buurt", "BU09350207") == namen("--buurt", "bu09350207") == {"Adelante"}
    assert namen("--tot", "2023-01") == namen()
    assert len(namen("--jaar", "2023", "--maand", "1", "--tot", "2023-01")) == 3


def test_ruw_toont_alles_en_komt_in_het_logboek(roep, drie_aanbieders) -> None:
    uit = roep("tabel", "aanbieders", "--formaat", "json", "--ruw", "--aanbieder", "=cmd|'x'!A1")
    assert [(r["jeugdigen"], r["kosten"]) for r in uit.json] == [(1, 5.0)]
    assert [(r["wat"], r["details"]["tabel"]) for r in Opslag().logboek()] == [
        ("onbeveiligde tabel", "aanbieders")
    ]


def test_zonder_ruw_geen_regel_in_het_logboek(roep, drie_aanbieders) -> None:
    roep("tabel", "aanbieders")
    assert Opslag().logboek() == []


def test_md_heeft_nederlandse_getallen(roep, drie_aanbieders) -> None:
    uit = roep("tabel", "aanbieders").uit
    assert "| Rang | Aanbieder | Unieke jeugdigen | Kosten |" in uit
    assert "| € 600 |" in uit
    assert "=cmd\\|'x'!A1" in uit


def test_csv_maakt_van_een_naam_geen_formule(roep, drie_aanbieders) -> None:
    kop, *rijen = roep("tabel", "aanbieders", "--formaat", "csv").uit.splitlines()
    assert kop == "rang;aanbieder;jeugdigen;kosten;aandeel;cumulatief"
    assert any(r.startswith("2;Xonar;7;73,50;") for r in rijen)
    assert any(";'=cmd|'x'!A1;<5;" in r for r in rijen)


def test_zonder_gegevens_een_lege_lijst(roep) -> None:
    for naam in ("kerncijfers", "buurten", "stromen"):
        uit = roep("tabel", naam, "--formaat", "json", "--segment", "wat dan ook")
        assert (uit.code, uit.json) == (0, [])


def test_alles_ongedaan_is_ook_een_lege_lijst(roep, vul) -> None:
    vul([])
    uit = roep("tabel", "kerncijfers", "--formaat", "json", "--aanbieder", "Adelante")
    assert (uit.code, uit.json) == (0, [])


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["tabel", "aanbiedrs"], "Tabel 'aanbiedrs' bestaat niet. Bedoelt u aanbieders"),
        (["tabel", "duur", "--aanbieder", "Adelanto"], "Aanbieder 'Adelanto' komt niet voor. Bedoelt u Adelante?"),
        (["tabel", "duur", "--leeftijd", "6-13"], "Bedoelt u 6-12"),
        (["tabel", "duur", "--verwijzer", "huisart"], "Bedoelt u Huisarts"),
        (["tabel", "duur", "--jaar", "vorig"], "--jaar: 'vorig' is geen jaar zoals 2024."),
        (["tabel", "duur", "--maand", "13"], "Maand 13 bestaat niet"),
        (["tabel", "duur", "--jaar", "2019", "--jaar", "2023"], "Jaar 2019 komt niet voor. Er zijn gegevens van jan 2023"),
        (["tabel", "duur", "--jaar", "2023", "--maand", "2"], "Deze periode komt niet voor. Er zijn gegevens van jan 2023"),
        (["tabel", "duur", "--van", "2023-02"], "Deze periode komt niet voor"),
        (["tabel", "duur", "--tot", "2022-12"], "Deze periode komt niet voor"),
        (["tabel", "kerncijfers", "--zoals-toen"], "Geen maand is voorlopig"),
        (["tabel", "verwacht", "--zoals-toen"], "niet --zoals-toen"),
        (["tabel", "duur", "--van", "2023-14"], "--van: '2023-14' is geen maand zoals 2024-02."),
        (["tabel", "duur", "--kleur", "rood"], "Onbekend: --kleur rood."),
        (["tabl", "duur"], "'tabl' bestaat niet. Bedoelt u tabel?"),
        ([], "Er ontbreekt: OPDRACHT."),
    ],
)  # fmt: skip
def test_verkeerde_aanroep_is_twee(roep, drie_aanbieders, woorden: list[str], zin: str) -> None:
    uit = roep(*woorden)
    assert (uit.code, uit.uit) == (2, "")
    assert zin in uit.melding


def test_zoals_toen_geeft_wat_een_jaar_eerder_bekend_was(roep, vul) -> None:
    # 6 jeugdigen in February 2023, of whom 1 was declared in time to be known on 1 May 2023.
    laat = [
        {"jeugdige": f"l{n}", "leveringsmaand": "2023-02", "declaratiemaand": "2023-06"} for n in range(5)
    ]
    op_tijd = {"leveringsmaand": "2023-02", "declaratiemaand": "2023-03", "bedrag": 40}
    vul([*laat, op_tijd, {"leveringsmaand": "2024-02", "declaratiemaand": "2024-03"}])
    uit = roep("tabel", "kerncijfers", "--zoals-toen", "--jaar", "2023", "--formaat", "json")
    assert (uit.code, uit.json[0]["jeugdigen"], uit.json[0]["kosten"]) == (0, "<5", 40.0)
    assert "zoals bekend op 1 mei 2023" in uit.melding
    assert roep("tabel", "kerncijfers", "--jaar", "2023", "--formaat", "json").json[0]["jeugdigen"] == 6
    stromen = roep("tabel", "stromen", "--zoals-toen")
    assert (stromen.code, stromen.uit) == (2, "") and "niet zoals toen bekend" in stromen.melding


def test_wat_toen_bekend_was_en_niet_te_krijgen_is_wordt_geweigerd(roep, vul) -> None:
    vul([{"leveringsmaand": maand} for maand in ("2023-02", "2024-02")])  # without declaratiemaand
    uit = roep("tabel", "kerncijfers", "--zoals-toen")
    assert (uit.code, uit.uit) == (1, "")
    assert "is er niet van ZIN" in uit.melding


def test_een_beschadigd_bestand_geeft_een_zin(roep, eigen_datamap) -> None:
    (eigen_datamap / "actueel").write_text("jeugd-000009.duckdb")
    uit = roep("tabel", "aanbieders")
    assert (uit.code, uit.uit) == (1, "")
    assert "niet te openen" in uit.melding


def test_een_eigen_fout_noemt_soort_en_plaats_maar_geen_waarde(roep, monkeypatch) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("Jan Jansen, 1-2-2015")

    monkeypatch.setattr("core.opdrachten.tabel.gevulde_database", stuk)
    uit = roep("tabel", "aanbieders")
    assert uit.code == 1
    assert "RuntimeError in test_tabel.py, regel" in uit.melding
    assert "Jansen" not in uit.melding


def test_als_programma(drie_aanbieders) -> None:
    """The real process: exit code, and nothing but JSON on stdout."""
    klaar = subprocess.run(
        [sys.executable, "-m", "core", "tabel", "kerncijfers", "--formaat", "json"],
        cwd=WORTEL, env=os.environ, capture_output=True, text=True,
    )  # fmt: skip
    assert klaar.returncode == 0
    assert klaar.stdout.startswith("[")
    assert '"jeugdigen": 14' in klaar.stdout
