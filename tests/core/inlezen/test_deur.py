"""The door: every column by its rule, nothing through that must stay outside."""

from datetime import date

import pytest

from core.begrippen import Duur, Geslacht, Intensiteit, Leveringsvorm, Status, Verwijzer
from core.inlezen.pseudoniem import Pseudonimiseerder, Ruimte
from tests.core.inlezen.conftest import REGEL, SLEUTEL, afgekeurd, door, kolom, lees_kolom, tekst

BSN, ANDER_BSN = "123456782", "111222333"


def test_gewone_regel():
    uit = door(tekst([{}]))
    assert uit.tabel.num_rows == 1 and afgekeurd(uit) == [] and uit.bevindingen == []
    assert kolom(uit, "rij") == [2]
    assert kolom(uit, "bedrag") == [10000]
    assert kolom(uit, "debet") == [True]
    assert kolom(uit, "status") == [Status.TOEGEKEND.code]
    assert kolom(uit, "leveringsmaand") == ["2024-01"]
    assert kolom(uit, "geboortemaand") == ["2012-03"]


def test_nummers_gaan_als_pseudoniem_naar_binnen():
    uit = door(tekst([{"toewijzingnummer": "T1", "regelnummer": "R1"}]))
    assert kolom(uit, "jeugdige") == [Pseudonimiseerder(SLEUTEL, Ruimte.CLIENT)("1001")]
    assert kolom(uit, "toewijzing") == [Pseudonimiseerder(SLEUTEL, Ruimte.TOEWIJZING)("T1")]
    assert kolom(uit, "regelnummer") == [Pseudonimiseerder(SLEUTEL, Ruimte.REGEL)("R1")]


def test_niets_dat_herleidt_komt_door_de_deur():
    regel = {
        "naam": "Jansje",
        "postcode": "6211AB",
        "clientnummer": "987654",
        "toewijzingnummer": "TW555",
        "regelnummer": "RG777",
    }
    uit = door(tekst([regel | {"bsn": BSN, "geboortedatum": "14-03-2012"}]))
    alles = str(uit.tabel.to_pylist()) + str(uit.paren.to_pylist()) + str(uit.bevindingen)
    for geheim in ("Jansje", "6211AB", "987654", "TW555", "RG777", BSN, "2012, 3, 14", "14-03-2012"):
        assert geheim not in alles


def test_bsn_kolom_is_een_eigen_ruimte_en_wordt_aangevuld():
    zonder = {k: v for k, v in REGEL.items() if k != "clientnummer"}
    uit = door("bsn;" + ";".join(zonder) + "\n12345672;" + ";".join(zonder.values()) + "\n")
    assert kolom(uit, "jeugdige") == [Pseudonimiseerder(SLEUTEL, Ruimte.BSN)("012345672")]


def test_bsn_die_de_elfproef_niet_haalt_wordt_gemeld_zonder_hem_te_tonen():
    uit = door(tekst([{"bsn": "123456789"}]))
    assert uit.tabel.num_rows == 1
    assert [(b.tekst, b.aantal, b.rijen) for b in uit.bevindingen] == [
        ("bsn voldoet niet aan de elfproef", 1, [2])
    ]
    assert uit.paren.num_rows == 0


def test_beide_nummers_geven_een_paar():
    uit = door(tekst([{"bsn": BSN}, {"bsn": BSN}, {"clientnummer": "1002", "bsn": ""}]))
    assert uit.paren.to_pylist() == [
        {
            "clientnummer": Pseudonimiseerder(SLEUTEL, Ruimte.CLIENT)("1001"),
            "bsn": Pseudonimiseerder(SLEUTEL, Ruimte.BSN)(BSN),
        }
    ]


def test_zonder_clientnummer_telt_de_bsn_en_zonder_beide_niets():
    uit = door(tekst([{"clientnummer": "", "bsn": BSN}, {"clientnummer": "", "bsn": ""}]))
    assert kolom(uit, "jeugdige") == [Pseudonimiseerder(SLEUTEL, Ruimte.BSN)(BSN)]
    assert afgekeurd(uit) == [(3, "clientnummer", "clientnummer is leeg")]


@pytest.mark.parametrize("naam", ["clientnummer", "aanbieder", "product", "leveringsmaand", "bedrag"])
@pytest.mark.parametrize("leeg", ["", "  ", "NULL", "-", "#N/B"])
def test_leeg_verplicht_veld_keurt_de_regel_af(naam, leeg):
    uit = door(tekst([{}, {naam: leeg}]))
    assert afgekeurd(uit) == [(3, naam, f"{naam} is leeg")]
    assert kolom(uit, "rij") == [2]


@pytest.mark.parametrize("geboren", ["", "1-1-1900", "morgen", "00-00-2012", "01-06-2024"])
def test_vreemde_of_lege_geboortedatum_is_onbekend_met_een_waarschuwing(geboren):
    uit = door(tekst([{"geboortedatum": geboren}]))
    assert kolom(uit, "geboortemaand") == [None]
    assert [b.soort for b in uit.bevindingen] == ["geboortedatum"]


def test_onleesbare_maand_en_bedrag_worden_afgekeurd_met_vorm_in_plaats_van_woorden():
    uit = door(tekst([{"leveringsmaand": "jan Jansen 2024"}, {"bedrag": "veel"}, {"bedrag": "5,00"}]))
    assert [(r["rij"], r["kolom"], r["waarde"]) for r in uit.afgekeurd.to_pylist()] == [
        (2, "leveringsmaand", "jan xxxxxx 2024"),
        (3, "bedrag", "xxxx"),
    ]


def test_nummers_worden_in_afgekeurde_regels_nooit_getoond():
    uit = door(tekst([{"clientnummer": "1,2E+11"}, {"bedrag": "123456782 euro veel"}]))
    waarden = [r["waarde"] for r in uit.afgekeurd.to_pylist()]
    assert waarden == ["•••", "999999999 euro xxxx"]


def test_maand_na_stand_per():
    uit = door(
        tekst([{"leveringsmaand": "2024-05"}, {"leveringsmaand": "2024-06"}]), stand_per=date(2024, 5, 1)
    )
    assert afgekeurd(uit) == [(3, "leveringsmaand", "leveringsmaand ligt na de stand per 1 mei 2024")]


def test_debet_en_credit_geven_het_teken():
    uit = door(
        tekst([{"debet_credit": "D"}, {"debet_credit": "c"}, {"debet_credit": "Credit", "bedrag": "0"}, {}])
    )
    assert list(zip(kolom(uit, "bedrag"), kolom(uit, "debet"), strict=True)) == [
        (10000, True), (-10000, False), (0, False), (10000, True),
    ]  # fmt: skip


def test_min_zonder_dc_is_credit_en_min_naast_c_is_een_fout():
    uit = door(tekst([{"bedrag": "-5,00"}, {"bedrag": "5,00-", "debet_credit": "C"}, {"debet_credit": "Q"}]))
    assert (kolom(uit, "bedrag"), kolom(uit, "debet")) == ([-500], [False])
    assert [(r, k) for r, k, _ in afgekeurd(uit)] == [(3, "bedrag"), (4, "debet_credit")]


def test_min_naast_d_is_een_correctie_en_wordt_gemeld():
    uit = door(tekst([{"debet_credit": "D"}, {"debet_credit": "D", "bedrag": "-5,00"}]))
    assert (kolom(uit, "bedrag"), kolom(uit, "debet")) == ([10000, -500], [True, False])
    (melding,) = uit.bevindingen
    assert (melding.soort, melding.rijen) == ("min_bij_debet", [3])


def test_toegekend_bedrag_wint_en_het_verschil_wordt_gemeld():
    uit = door(
        tekst([{"toegekend_bedrag": "80,00"}, {"toegekend_bedrag": ""}, {"toegekend_bedrag": "100,00"}])
    )
    assert kolom(uit, "bedrag") == [8000, 10000, 10000]
    (melding,) = uit.bevindingen
    assert (melding.soort, melding.aantal, melding.rijen) == ("toegekend", 1, [2])
    assert "€ 20,00" in melding.tekst


def test_centen_als_de_kop_dat_zegt():
    uit = door(tekst([{}]).replace("bedrag", "Bedrag (centen)").replace("100,00", "12345"))
    assert kolom(uit, "bedrag") == [12345]


def test_decimaalteken_een_keer_per_bestand():
    uit = door(tekst([{"bedrag": "1.234"}, {"bedrag": "2.50"}, {"bedrag": "3.75"}]))
    assert kolom(uit, "bedrag") == [123, 250, 375]
    uit = door(tekst([{"bedrag": "1.234"}, {"bedrag": "2,50"}]))
    assert kolom(uit, "bedrag") == [123400, 250]


def test_zonder_ondubbelzinnig_bedrag_is_het_duizend_met_een_waarschuwing():
    uit = door(tekst([{"bedrag": "1.234"}, {"bedrag": "5"}]))
    assert kolom(uit, "bedrag") == [123400, 500]
    assert [(b.soort, b.aantal) for b in uit.bevindingen] == [("decimaalteken", 1)]


@pytest.mark.parametrize(
    ("tekst_", "status"),
    [("toegekend", Status.TOEGEKEND), ("", Status.TOEGEKEND), ("Afgewezen", Status.AFGEWEZEN), ("In behandeling", Status.IN_BEHANDELING)],
)  # fmt: skip
def test_status(tekst_, status):
    assert lees_kolom("status", tekst_) == status.code


def test_onbekende_status_wordt_niet_stil_meegeteld():
    assert afgekeurd(door(tekst([{"status": "misschien"}, {"status": "onbekend"}]))) == [
        (r, "status", "status is niet bekend (toegekend, afgewezen of in behandeling)") for r in (2, 3)
    ]


@pytest.mark.parametrize(
    ("naam", "waarde", "gelezen"),
    [
        ("geslacht", "V", Geslacht.VROUW.code),
        ("geslacht", "onbekend", None),
        ("intensiteit", "Hoog", Intensiteit.HOOG.code),
        ("duur", "kort", Duur.KORT.code),
        ("verwijzer", "Huisarts", Verwijzer.HUISARTS.code),
        ("leveringsvorm", "zin", Leveringsvorm.ZIN.code),
        ("buurt", "malberg", "BU09350207"),
        ("buurt", "buiten gemeente", "Buiten gemeente"),
        ("buurt", "", None),
        ("agb", "1234567", "01234567"),
        ("segment", " Segment  Jeugd Wonen ", "Segment Jeugd Wonen"),
        ("volume", "12,5", 12.5),
        ("eenheid", "uur", "uur"),
        ("ingangsdatum", "01-02-2024", date(2024, 2, 1)),
        ("einddatum", "31-12-9999", date(9999, 12, 31)),
        ("declaratiemaand", "03-04-2024", "2024-04"),
    ],
)
def test_kolom_die_leeg_mag_zijn(naam, waarde, gelezen):
    assert lees_kolom(naam, waarde) == gelezen


@pytest.mark.parametrize(
    "naam", ["geslacht", "intensiteit", "duur", "verwijzer", "leveringsvorm", "buurt", "agb", "declaratiemaand", "ingangsdatum", "volume"]
)  # fmt: skip
def test_onleesbaar_in_een_kolom_die_leeg_mag_zijn_is_een_waarschuwing(naam):
    uit = door(tekst([{naam: "zomaar iets"}]))
    assert kolom(uit, naam) == [None]
    assert [(b.soort, b.aantal) for b in uit.bevindingen] == [(naam, 1)]


@pytest.mark.parametrize(
    "regel",
    [
        {"leveringsvorm": "PGB"},
        {"product": "PGB"},
        {"segment": "Pgb begeleiding"},
        {"product": "Begeleiding (pgb)"},
        {"product": "Hulp uit een persoonsgebonden budget"},
    ],
)
def test_aanbieder_van_een_pgb_is_pgb(regel):
    uit = door(tekst([regel | {"aanbieder": "Moeder Jansen", "agb": "12345678"}]))
    assert (kolom(uit, "aanbieder"), kolom(uit, "agb")) == (["PGB"], [None])
    assert "Jansen" not in str(uit.bevindingen)


@pytest.mark.parametrize(
    ("bron", "aanbieder"), [("SVB", "PGB"), ("Jeugd-PGB", "PGB"), ("ZIN en PGB", "Zorg")]
)
def test_een_bron_met_alleen_pgb_heeft_geen_namen_een_gemengde_wel(bron, aanbieder):
    assert kolom(door(tekst([{"aanbieder": "Zorg"}]), bron=bron), "aanbieder") == [aanbieder]


def test_bron_pgb_maakt_elke_aanbieder_pgb_ook_een_lege():
    uit = door(tekst([{"aanbieder": "Moeder Jansen"}, {"aanbieder": ""}]), bron="PGB")
    assert kolom(uit, "aanbieder") == ["PGB", "PGB"] and afgekeurd(uit) == []


@pytest.mark.parametrize("naam", ["aanbieder", "product", "segment", "eenheid"])
def test_bsn_in_een_naam_keurt_de_regel_af_en_toont_hem_niet(naam):
    uit = door(tekst([{naam: f"Jan {BSN}"}]))
    assert [(r, k) for r, k, _ in afgekeurd(uit)] == [(2, naam)]
    assert BSN not in str(uit.afgekeurd.to_pylist())


def test_een_verschoven_regel_laat_geen_geboortedatum_of_nummer_achter():
    uit = door(tekst([{"aanbieder": "14-03-2012"}, {"status": "100234"}, {"product": "45.10.22"}]))
    assert [(r["rij"], r["kolom"], r["waarde"]) for r in uit.afgekeurd.to_pylist()] == [
        (2, "aanbieder", "99-99-9999"), (3, "status", "999999"),
    ]  # fmt: skip
    assert kolom(uit, "product") == ["45.10.22"]


def test_twee_bezwaren_zijn_een_afgekeurde_regel():
    uit = door(tekst([{"bedrag": "x", "leveringsmaand": "y"}]))
    assert uit.tabel.num_rows == 0
    assert [r for r, _, _ in afgekeurd(uit)] == [2, 2]


def test_te_veel_waarden_in_een_regel():
    uit = door(tekst([{}]) + "1002;1-1-2012;Adelante; Maastricht;Dyslexie;2024-01;5,00\r\n")
    assert uit.tabel.num_rows == 1
    assert afgekeurd(uit)[0][0] == 3
