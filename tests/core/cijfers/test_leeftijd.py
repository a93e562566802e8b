"""One age per jeugdige per selection, by example."""

from __future__ import annotations

import numpy as np

from core.begrippen import Leeftijdsindeling
from core.cijfers.leeftijden import klasse_van, klassenamen
from core.filters import Filter
from tests.core.cijfers.hulp import AMBULANT, VOLTIJD, kolom, reeks, tabel


def klassen(db, f=None):
    return {rij[3]: rij[4] for rij in tabel(db, "leeftijd-per-product", f) if rij[0] == "totaal"}


def test_leeftijd_aan_het_eind_van_de_laatste_maand_in_zorg(maak_database):
    # Becomes 6 in June 2023: 5 at the end of May, 6 at the end of June.
    db = maak_database(reeks("a", "2023-04", "2023-06", geboortemaand="2017-06"))
    assert klassen(db) == {"6-12": 1}
    assert klassen(db, Filter(tot=2023 * 12 + 4)) == {"0-5": 1}


def test_een_credit_later_maakt_niemand_ouder(maak_database):
    db = maak_database(
        [
            *reeks("a", "2023-05", "2023-05", geboortemaand="2017-06"),
            *reeks("a", "2023-06", "2023-06", geboortemaand="2017-06", bedrag=-10),
        ]
    )
    assert klassen(db) == {"0-5": 1}


def test_zonder_maand_in_zorg_telt_de_laatste_zorgmaand(maak_database):
    db = maak_database(reeks("a", "2023-05", "2023-06", geboortemaand="2017-06", bedrag=-10))
    assert tabel(db, "leeftijd-per-product")[0] == ("totaal", None, None, "6-12", 0, -20.0)


def test_een_leeftijd_over_alle_producten_en_klassen_tellen_op(maak_database):
    # a leaves Ambulant at 17 and Wonen at 18: in both rows 18+. b's birth is unknown.
    db = maak_database(
        [
            *reeks("a", "2023-01", "2023-01", geboortemaand="2005-03", **AMBULANT),
            *reeks("a", "2023-02", "2023-04", geboortemaand="2005-03", **VOLTIJD),
            *reeks("b", "2023-01", "2023-01", **AMBULANT),
        ]
    )
    rijen = [rij for rij in tabel(db, "leeftijd-per-product") if rij[1] == "Segment Jeugd Ambulant"]
    assert [rij[3:5] for rij in rijen if rij[0] == "segment"] == [("18+", 1), ("onbekend", 1)]
    assert kolom(db, "kerncijfers", "jeugdigen", Filter(leeftijd=("18+",))) == [1]
    assert kolom(db, "kerncijfers", "kosten", Filter(leeftijd=("18+",))) == [400.0]


def test_leeftijd_per_jaar_binnen_dat_jaar(maak_database):
    # 5 in 2022, 6 in 2023.
    db = maak_database(reeks("a", "2022-12", "2023-07", geboortemaand="2017-06"))
    f = Filter(leeftijd=("0-5",))
    assert [rij[3:5] for rij in tabel(db, "jeugdigen-per-product", f) if rij[0] == "totaal"] == [(2022, 1)]
    assert kolom(db, "kerncijfers", "jeugdigen", f) == [0]


def test_leeftijd_per_maand_aan_het_eind_van_die_maand(maak_database):
    db = maak_database(reeks("a", "2023-04", "2023-07", geboortemaand="2017-06"))
    jong = Filter(leeftijd=("0-5",))
    assert kolom(db, "kosten-per-maand", "maand", jong) == ["2023-04", "2023-05"]
    assert kolom(db, "jeugdigen-per-maand", "kosten", jong) == [100.0, 100.0, 0.0, 0.0]


def test_labels_van_beide_indelingen_zijn_een_leeftijdsbereik(maak_database):
    db = maak_database(
        [{"jeugdige": wie, "geboortemaand": f"{2023 - n}-01"} for n, wie in enumerate("abcdefg")]
    )
    assert kolom(db, "kerncijfers", "jeugdigen", Filter(leeftijd=("0-3",))) == [4]
    assert kolom(db, "kerncijfers", "jeugdigen", Filter(leeftijd=("0-3", "6-12"))) == [5]


def test_geboren_na_de_zorg_is_onbekend(maak_database):
    db = maak_database([{"jeugdige": "a", "geboortemaand": "2023-02", "leveringsmaand": "2023-01"}])
    assert klassen(db) == {"onbekend": 1}


def test_klassen_van_beide_indelingen():
    leeftijden = [-1, 0, 3, 4, 5, 6, 11, 12, 13, 17, 18, 22, 23]
    for indeling, verwacht in (
        (Leeftijdsindeling.JEUGDWET, "onbekend 0-5 0-5 0-5 0-5 6-12 6-12 6-12 13-17 13-17 18+ 18+ 18+"),
        (Leeftijdsindeling.CBS, "onbekend 0-3 0-3 4-11 4-11 4-11 4-11 12-17 12-17 12-17 18-22 18-22 23+"),
    ):
        namen = klassenamen(indeling)
        assert [namen[n] for n in klasse_van(np.array(leeftijden), indeling)] == verwacht.split()


def test_leeftijd_en_geslacht(maak_database):
    db = maak_database(
        [
            {"jeugdige": "a", "geboortemaand": "2010-01", "geslacht": "V"},
            {"jeugdige": "b", "geboortemaand": "2010-01", "geslacht": "M"},
            {"jeugdige": "c", "geslacht": "M"},
        ]
    )
    assert tabel(db, "leeftijd-geslacht") == [("13-17", "M", 1), ("13-17", "V", 1), ("onbekend", "M", 1)]
