"""The commands: exit codes, Dutch on stderr, the result on stdout."""

import json

import pytest

from core.opdrachten import voer_uit
from tests.core.inlezen.conftest import jongeren

pytestmark = pytest.mark.usefixtures("zonder_kind")

JAN = {"leveringsmaand": "2024-01"}


@pytest.fixture
def roep(capsys):
    def doe(*woorden):
        code = voer_uit([str(w) for w in woorden])
        gezegd = capsys.readouterr()
        return code, gezegd.out, gezegd.err

    return doe


def test_inlezen_toont_het_rapport_en_laadt(roep, bestand):
    code, uit, _ = roep("inlezen", bestand([JAN]), "--stand-per", "2024-05-01")
    assert code == 0
    assert "1 rij gelezen = 1 geladen + 0 afgekeurd + 0 dubbel" in uit and "Geladen als levering 1." in uit


def test_inlezen_json_is_alleen_json(roep, bestand):
    code, uit, _ = roep("inlezen", bestand([JAN]), "--json", "--stand-per", "1-5-2024")
    rapport = json.loads(uit)
    assert code == 0 and (rapport["geladen"], rapport["nummers"], rapport["bedrag"]) == (1, [1], 100.0)
    assert rapport["maanden"][0]["maand"] == "2024-01"


def test_proef_eindigt_zoals_het_laden_zou_eindigen(roep, bestand):
    goed, fout = bestand([JAN]), bestand([JAN, JAN | {"bedrag": "x"}], "fout.csv")
    assert roep("inlezen", goed, "--proef")[0] == 0
    code, uit, melding = roep("inlezen", fout, "--proef", "--json")
    assert code == 1 and json.loads(uit)["afgekeurd"] == 1 and "afgekeurd" in melding
    assert roep("inlezen", fout, "--proef", "--toch")[0] == 0
    assert roep("leveringen", "--json")[1].strip() == "[]"


def test_toch_laadt_de_rest_en_afgekeurd_komt_in_een_bestand(roep, bestand, tmp_path):
    pad = bestand([JAN, JAN | {"bedrag": "x"}])
    code, _, melding = roep("inlezen", pad, "--afgekeurd", tmp_path / "weg.csv")
    assert code == 1 and "1 regel is afgekeurd, van 2 gelezen" in melding
    assert "export.csv;3;bedrag" in (tmp_path / "weg.csv").read_text(encoding="utf-8-sig")
    assert roep("inlezen", pad, "--toch")[0] == 0


def test_het_rapport_zegt_waarom_rijen_zijn_afgekeurd_en_wat_niet_telt(roep, bestand):
    fout = [JAN | {"bedrag": "x"}, JAN | {"bedrag": "y", "aanbieder": ""}]
    status = [
        JAN | {"status": "afgewezen", "bedrag": "7,00"},
        JAN | {"status": "in behandeling", "bedrag": "9,00"},
    ]
    pad = bestand([JAN | {"status": "toegekend"}, *fout, *status])
    _, uit, _ = roep("inlezen", pad, "--proef", "--stand-per", "2024-05-01")
    assert "  afgekeurd: bedrag is niet te lezen als bedrag (2 rijen: 3 en 4)\n" in uit
    assert "  afgekeurd: aanbieder is leeg (1 rij: 4)\n" in uit
    assert "  telt niet mee: € 7,00 afgewezen, € 9,00 in behandeling\n" in uit


def test_twee_bestanden_van_een_bron_met_dezelfde_maand_geven_een_waarschuwing(roep, bestand):
    een, twee = bestand(jongeren(2, **JAN)), bestand(jongeren(3, **JAN | {"product": "Crisis"}), "b.csv")
    _, uit, _ = roep("inlezen", een, twee, "--proef", "--stand-per", "2024-05-01")
    assert "let op: jan 2024 staat ook in export.csv, van dezelfde bron ZIN, en telt alleen uit dit" in uit
    _, uit, _ = roep("inlezen", een, twee, "--proef", "--wijze", "aanvullen", "--stand-per", "2024-05-01")
    assert "staat ook in" not in uit


def test_weigering_noemt_de_reden_en_toont_het_rapport(roep, bestand):
    roep("inlezen", bestand(jongeren(5, **JAN)))
    code, uit, melding = roep("inlezen", bestand(jongeren(2, **JAN), "b.csv"))
    assert code == 1 and "verliest meer dan 20 %" in melding and "GEWEIGERD" in uit


def test_leveringen_en_terug(roep, bestand):
    roep("inlezen", bestand([JAN]), "--bron", "GI", "--stand-per", "2024-05-01")
    (lev,) = json.loads(roep("leveringen", "--json")[1])
    assert list(lev) == [
        "nummer", "bestand", "bron", "wijze", "stand_per", "ingelezen_op", "regels", "afgekeurd", "dubbel", "bedrag",
        "maanden", "actief", "demo",
    ]  # fmt: skip
    assert (lev["bron"], lev["stand_per"], lev["bedrag"], lev["actief"]) == ("GI", "2024-05-01", 100.0, True)
    assert "| 1 | export.csv | GI |" in roep("leveringen")[1]
    assert roep("terug", 1)[0] == 0
    assert roep("terug", 1)[0] == 1
    assert roep("terug", 7)[0] == 1
    assert json.loads(roep("leveringen", "--json")[1])[0]["actief"] is False


@pytest.mark.parametrize(
    "woorden",
    [
        ("inlezen",),
        ("inlezen", "bestaat-niet.csv"),
        ("inlezen", "x.csv", "--wijze", "erbij"),
        ("inlezen", "x.csv", "--stand-per", "gisteren"),
        ("inlezen", "x.csv", "--kolom", "Waarde=postcode"),
        ("terug", "een"),
    ],
)
def test_verkeerde_aanroep(roep, woorden):
    code, uit, melding = roep(*woorden)
    assert code == 2 and uit == "" and melding


def test_kolom_met_de_hand(roep, tmp_path, bestand):
    pad = bestand([JAN])
    pad.write_text(pad.read_text().replace("bedrag", "Waarde"))
    code, _, melding = roep("inlezen", pad)
    assert code == 1 and "--kolom" in melding and "bedrag" in melding
    assert roep("inlezen", pad, "--kolom", "Waarde=bedrag")[0] == 0
    assert roep("leveringen")[0] == 0


def test_leeg(roep):
    code, uit, melding = roep("leveringen")
    assert (code, uit) == (0, "") and "nog niets" in melding
