"""Files: encodings, delimiters, title rows and sheets are found out, not asked."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from core.inlezen import csv_lezen
from core.inlezen.csv_xlsx import GeenKop, OnleesbaarBestand, Ruw
from tests.core.inlezen.conftest import REGEL, afgekeurd, door, kolom, ruw, tekst

KOP = list(REGEL)


def als_lijsten(r: Ruw) -> dict[str, list[str]]:
    return {naam: kol.to_pylist() for naam, kol in r.kolommen.items()} | {"rij": r.rij.to_pylist()}


@pytest.mark.parametrize("scheiding", [";", ",", "\t", "|"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_codering_en_scheidingsteken(scheiding, codering):
    uit = door(tekst([{"aanbieder": "Zorg über € ë"}, {}], scheiding).encode(codering))
    assert kolom(uit, "aanbieder") == ["Zorg über € ë", "Adelante"]
    assert kolom(uit, "bedrag") == [10000, 10000]


@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_regeleinden(einde):
    uit = door(tekst([{}, {}]).replace("\r\n", einde))
    assert kolom(uit, "rij") == [2, 3]


def test_titelregels_boven_de_kop_en_lege_regels():
    uit = door(
        "Export jeugdhulp;;\r\nGemaakt op 1 mei;\r\n\r\n"
        + tekst([{}, {}]).replace("\r\n1001", "\r\n\r\n1001", 1)
    )
    assert kolom(uit, "rij") == [6, 7]


def test_aanhalingstekens_met_scheidingsteken_en_regeleinde():
    uit = door(tekst([{"aanbieder": 'Huis "A"; Zuid'}, {"product": "Regel\neen"}, {}]))
    assert kolom(uit, "aanbieder")[0] == 'Huis "A"; Zuid'
    assert kolom(uit, "product")[1] == "Regel een"
    assert kolom(uit, "rij") == [2, 3, 5]


def test_kop_over_twee_regels():
    uit = door(tekst([{}]).replace("leveringsmaand", '"leverings\nmaand"'))
    assert kolom(uit, "rij") == [3]


def test_korte_regel_wordt_aangevuld_en_lege_overschot_genegeerd():
    uit = door(
        tekst([{"segment": "x"}])
        + "1002;1-1-2012;Adelante;Dyslexie;2024-01;5,00\r\n1003;1-1-2012;A;Dyslexie;2024-01;5,00;;;\r\n"
    )
    assert kolom(uit, "bedrag") == [10000, 500, 500]
    assert afgekeurd(uit) == []


def test_rijen_met_alleen_scheidingstekens_zijn_geen_rijen():
    r = ruw(tekst([{}]) + ";;;;;\r\n;;;;;\r\n")
    assert r.gelezen == 1


def test_laatste_regel_zonder_einde():
    assert ruw(tekst([{}, {}]).rstrip()).gelezen == 2


def test_alleen_een_kop():
    assert ruw(";".join(KOP)).gelezen == 0
    assert door(";".join(KOP) + "\r\n").tabel.num_rows == 0


def test_onvolledige_kop_zegt_wat_er_is_en_wat_ontbreekt():
    with pytest.raises(GeenKop) as fout:
        ruw("clientnr;aanbieder;soort\r\n1;A;x\r\n")
    assert fout.value.kop.herkend == {"clientnr": "clientnummer", "aanbieder": "aanbieder"}
    assert fout.value.kop.ontbreekt == ["geboortedatum", "product", "leveringsmaand", "bedrag"]


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"", "leeg"),
        (b"abc\0def;ghi\n", "nul-tekens"),
        (b"\x89PNG\r\n\x1a\n", "geen CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xlsx"),
        (b"PK\x03\x04 kapot", "beschadigd"),
        (b"naam;\x81\x8d\n", "niet te lezen"),
        (b"zomaar wat tekst\nzonder kop\n", "Geen kop"),
        (b"\xff\xfe\x00", "niet te lezen"),
    ],
)
def test_onleesbaar_bestand_krijgt_een_nederlandse_zin(inhoud, woord):
    with pytest.raises(OnleesbaarBestand, match=woord):
        ruw(inhoud)


def test_een_rij_gegevens_is_geen_kop_ook_als_een_cel_op_een_kolom_lijkt():
    # without a header the cell "maand" (a unit) reads as leveringsmaand; the row must not be shown
    with pytest.raises(OnleesbaarBestand) as fout:
        ruw("123456782;14-03-2012;Jansen;10,00;maand\n987654321;15-03-2012;De Vries;11,00;maand\n")
    assert not isinstance(fout.value, GeenKop) and "Geen kop gevonden" in str(fout.value)


def test_een_jaartal_in_een_kop_blijft_een_kop_die_met_de_hand_is_toe_te_wijzen():
    with pytest.raises(GeenKop) as fout:
        ruw("clientnummer;geboortedatum;aanbieder;product;periode;Som 2024;2023\n1;x;a;b;2024-01;10,00;1\n")
    assert fout.value.kop.ontbreekt == ["bedrag"]


def test_aanhalingsteken_zonder_einde():
    with pytest.raises(OnleesbaarBestand, match="aanhalingsteken"):
        ruw(tekst([{}]) + '"' + "x" * 200_000)


CEL = st.text(st.sampled_from("ab;,\t|\"'\n é€0 "), max_size=6)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(CEL, CEL), max_size=6),
    st.sampled_from([";", ",", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
)
def test_snelle_en_zorgvuldige_lezer_geven_hetzelfde(rijen, scheiding, codering):
    """Any content, delimiter and encoding: both readers give what was written, rows and all."""
    inhoud = tekst([{"aanbieder": a, "product": b} for a, b in rijen] or [{}], scheiding).encode(codering)
    bestand = csv_lezen.CsvBestand(inhoud)
    plek = bestand._zoek(lambda h: {})
    zorgvuldig = als_lijsten(bestand._zorgvuldig(plek))
    assert list(zip(zorgvuldig["aanbieder"], zorgvuldig["product"], strict=True)) == (
        rijen or [(REGEL["aanbieder"], REGEL["product"])]
    )
    snel = bestand._snel(plek)
    assert snel is None or als_lijsten(snel) == zorgvuldig


def test_gewoon_bestand_gaat_langs_de_snelle_lezer():
    for codering in ("utf-8", "utf-8-sig", "cp1252"):
        bestand = csv_lezen.CsvBestand(tekst([{"aanbieder": "Zorg é"}] * 5).encode(codering))
        assert bestand._snel(bestand._zoek(lambda h: {})) is not None


Boek = Callable[..., bytes]


@pytest.fixture
def boek() -> Boek:
    """Make a workbook of sheets: `boek({"Blad1": [[...], ...]})`."""

    def maak(bladen: dict[str, list[list[object]]]) -> bytes:
        uit = io.BytesIO()
        with xlsxwriter.Workbook(uit, {"in_memory": True, "default_date_format": "dd-mm-yyyy"}) as werk:
            for naam, rijen in bladen.items():
                blad = werk.add_worksheet(naam)
                for nummer, rij in enumerate(rijen):
                    for plek, cel in enumerate(rij):
                        blad.write(nummer, plek, cel)
        return uit.getvalue()

    return maak


def test_xlsx_getallen_en_datums(boek):
    rij = [1001, date(2012, 3, 14), "Adelante", "Dyslexie", date(2024, 1, 1), 1234.5]
    uit = door(
        boek(
            {
                "Blad1": [
                    KOP,
                    rij,
                    [1002.0, "1-1-2010", "A", "B", "jan 2024", "1.234,50"],
                    [1003, 40982, "A", "B", 202401, 1.234],
                ]
            }
        )
    )
    assert kolom(uit, "bedrag") == [123450, 123450, 123]
    assert kolom(uit, "geboortemaand") == ["2012-03", "2010-01", "2012-03"]
    assert kolom(uit, "leveringsmaand") == ["2024-01"] * 3
    assert kolom(uit, "rij") == [2, 3, 4]


def test_xlsx_nummer_gelijk_aan_dat_uit_csv(boek):
    uit_csv = kolom(door(tekst([{}])), "jeugdige")
    assert kolom(door(boek({"B": [KOP, [1001, "", "A", "B", "2024-01", 1]]})), "jeugdige") == uit_csv
    assert kolom(door(boek({"B": [KOP, ["1001", "", "A", "B", "2024-01", 1]]})), "jeugdige") == uit_csv


def test_xlsx_eerste_blad_met_een_passende_kop_onder_titelregels(boek):
    uit = door(
        boek(
            {
                "Toelichting": [["Dit is een export"], ["clientnummer", "betekenis"]],
                "Data": [
                    [],
                    ["", "Export mei"],
                    [],
                    ["", *KOP],
                    ["", *REGEL.values()],
                    [],
                    ["", *REGEL.values()],
                ],
                "Later": [KOP, *[list(REGEL.values())] * 9],
            }
        )
    )
    assert kolom(uit, "rij") == [5, 7]


def test_xlsx_zonder_passende_kop(boek):
    with pytest.raises(GeenKop):
        ruw(boek({"A": [["clientnr", "aanbieder"], ["1", "2"]]}))
    with pytest.raises(OnleesbaarBestand, match="Geen kop"):
        ruw(boek({"A": [["x", "y"]]}))
    with pytest.raises(OnleesbaarBestand, match="Geen kop"):
        ruw(boek({"A": []}))


def test_zip_zonder_werkboek(tmp_path: Path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as pakket:
        pakket.writestr("export.csv", tekst([{}]))
    with pytest.raises(OnleesbaarBestand, match="zip"):
        ruw((tmp_path / "a.zip").read_bytes())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1001", "", "1,2E+9", "A7"]),
            st.sampled_from(["2024-01", "feb 2024", "", "2030-01", "x"]),
            st.sampled_from(["1,00", "-2,50", "x", "", "1.234,00"]),
            st.sampled_from(["", "D", "C", "Z"]),
        ),
        max_size=12,
    ),
    st.sampled_from([";", "|"]),
)
def test_gelezen_is_geladen_plus_afgekeurd(rijen, scheiding):
    r = (
        ruw(
            tekst(
                [
                    {"clientnummer": c, "leveringsmaand": m, "bedrag": b, "debet_credit": d}
                    for c, m, b, d in rijen
                ],
                scheiding,
            )
        )
        if rijen
        else None
    )
    if r is None:
        return
    uit = door(
        tekst(
            [
                {"clientnummer": c, "leveringsmaand": m, "bedrag": b, "debet_credit": d}
                for c, m, b, d in rijen
            ],
            scheiding,
        )
    )
    fout = {rij for rij, _, _ in afgekeurd(uit)}
    assert r.gelezen == len(rijen) == uit.tabel.num_rows + len(fout)
    assert fout.isdisjoint(kolom(uit, "rij"))
