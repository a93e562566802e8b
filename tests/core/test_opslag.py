"""sturing.sqlite: what people decide and write."""

import sqlite3

import pytest

from core.opslag import INSTELLINGEN, BuitenDeclaraties, Opslag


def test_instelling_begint_op_de_standaard_en_wijzigen_komt_in_het_logboek():
    opslag = Opslag()
    assert opslag.instelling("drempel") == INSTELLINGEN["drempel"] == 5
    opslag.zet_instelling("drempel", 10, "anna")
    assert Opslag().instelling("drempel") == 10
    assert opslag.logboek()[0] | {"tijd": ""} == {
        "tijd": "", "wie": "anna", "wat": "instelling", "details": {"naam": "drempel", "oud": 5, "nieuw": 10},
    }  # fmt: skip


def test_onbekende_instelling_bestaat_niet():
    with pytest.raises(KeyError):
        Opslag().zet_instelling("kleur", "rood", "anna")


def test_logboek_is_alleen_aan_te_vullen():
    opslag = Opslag()
    opslag.log("anna", "proef")
    with sqlite3.connect(opslag.pad) as con:
        for sql in ("UPDATE logboek SET wie = 'x'", "DELETE FROM logboek"):
            with pytest.raises(sqlite3.IntegrityError, match="alleen aan te vullen"):
                con.execute(sql)
    assert [r["wie"] for r in opslag.logboek()] == ["anna"]


def test_kop_wordt_per_indeling_onthouden_en_de_nieuwste_wint():
    opslag = Opslag()
    assert opslag.kop("abc") is None
    opslag.onthoud_kop("abc", {"bron": "ZIN"})
    opslag.onthoud_kop("abc", {"bron": "PGB"})
    assert opslag.kop("abc") == {"bron": "PGB"}


def test_aanbiedersindeling_laatste_keuze_voor_een_sleutel_wint():
    opslag = Opslag()
    opslag.voeg_indeling_toe([("naam", "xonar", "Xonar"), ("agb", "12345678", "Xonar")], "anna")
    opslag.voeg_indeling_toe([("naam", "xonar", "Stichting Xonar")], "anna")
    assert opslag.aanbiedersindeling().values.tolist() == [
        ["agb", "12345678", "Xonar"],
        ["naam", "xonar", "Stichting Xonar"],
    ]


def test_bedragen_van_demo_en_echt_staan_naast_elkaar():
    opslag = Opslag()
    echt = BuitenDeclaraties("Segment Jeugd GIKJ", 2023, "contract", 500_000_00)
    nep = BuitenDeclaraties("Segment Jeugd GIKJ", 2023, "contract", 1_00, demo=True)
    opslag.zet_buiten_declaraties([echt], demo=False, wie="anna")
    opslag.zet_buiten_declaraties([nep], demo=True, wie="anna")
    opslag.zet_buiten_declaraties([], demo=True, wie="anna")
    assert opslag.buiten_declaraties(demo=False) == [echt]
    assert opslag.buiten_declaraties(demo=True) == []


def test_merkteken_verandert_als_er_geschreven_is():
    opslag = Opslag()
    voor = opslag.gewijzigd()
    opslag.log("anna", "proef")
    assert opslag.gewijzigd() != voor


def test_wat_gelezen_is_blijft_tot_er_geschreven_wordt(monkeypatch):
    een, ander = Opslag(), Opslag()
    monkeypatch.setattr("core.opslag._VERS", -(10**18))  # as if it was written long ago
    assert een.instelling("drempel") == 5
    geopend = []
    monkeypatch.setattr(een, "_open", lambda: geopend.append(1) or Opslag._open(een))
    assert een.instelling("drempel") == 5 and not geopend  # from memory
    ander.zet_instelling("drempel", 8, "test")
    assert een.instelling("drempel") == 8 and geopend


def test_vlak_na_het_schrijven_wordt_niets_onthouden():
    opslag = Opslag()
    for drempel in range(5, 60):  # many within one tick of the clock of a file
        opslag.zet_instelling("drempel", drempel, "test")
        assert opslag.instelling("drempel") == drempel
