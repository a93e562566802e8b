"""Sheets of a year from the command line: taken over, shown by the same tables, and refused with the line that is wrong."""

from __future__ import annotations

import pytest

from core.opslag.jaarbladen import Jaarbladen, PencProduct


@pytest.fixture
def neem_over(roep, tmp_path):
    def doe(soort: str, *regels: str):
        pad = tmp_path / "blad.csv"
        pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
        return roep("prognose", soort, pad, "--jaar", 2023)

    return doe


def test_wat_wordt_overgenomen_staat_in_de_tabellen(roep, neem_over, drie_aanbieders):
    """All lines are of January 2023: Adelante € 600, Xonar € 73,50."""
    uit = neem_over("plafond", "aanbieder;plafond", "ADELANTE;500", "xonar;10.000")
    assert uit.code == 0 and "nu 2 plafonds van 2023" in uit.melding
    per_naam = {r["aanbieder"]: r for r in roep("tabel", "plafonds", "--formaat", "json").json}
    assert per_naam["Adelante"]["plafondstand"] == "plafond overschreden"
    assert per_naam["Adelante"]["uitgeput"] == "2023-01" and per_naam["Xonar"]["plafond"] == 10_000
    assert neem_over("grootboek", "segment;bedrag", "segment jeugd ambulant;700").code == 0
    assert (
        neem_over(
            "verklaringen", "segment;verklaard;verklaring", "segment jeugd ambulant;21,50;subsidie"
        ).code
        == 0
    )
    regel = roep("tabel", "aansluiting", "--formaat", "json").json[0]
    assert (regel["verschil"], regel["aansluitstand"]) == (21.5, "verklaard")
    assert (
        neem_over("verantwoording", "aanbieder;product;bedrag", "Xonar;begeleiding individueel;80").code == 0
    )
    rijen = roep("tabel", "productieverantwoording", "--formaat", "json").json
    assert [r["verschil"] for r in rijen if r["aanbieder"] == "Xonar"] == [6.5]


def test_wat_niet_klopt_verandert_niets(neem_over, drie_aanbieders):
    fout = neem_over("plafond", "aanbieder;plafond", "Xonar;veel")
    assert fout.code == 1 and "Regel 2, plafond" in fout.melding
    assert neem_over("plafond", "wie;plafond", "Xonar;5").code == 2
    dubbel = neem_over("plafond", "aanbieder;plafond", "Xonar;5", "XONAR;6")
    assert dubbel.code == 1 and "twee keer" in dubbel.melding
    assert Jaarbladen().logboek() == []


def test_zonder_gegevens_wordt_niets_overgenomen(neem_over):
    assert neem_over("plafond", "aanbieder;plafond", "Xonar;5").code == 1


def test_een_prognose_bevriezen_in_een_product_van_de_kalender(roep, neem_over, drie_aanbieders):
    assert neem_over("kalender", "product;datum", "Berap 1;1-6-2023").code == 0
    mis = roep("prognose", "bevries", "Eerste", "--product", "Berap 2")
    assert mis.code == 1 and "daarin staat: Berap 1" in mis.melding
    assert "en staat in Berap 1" in roep("prognose", "bevries", "Eerste", "--product", "berap 1").melding
    assert Jaarbladen().blad(PencProduct, 2023, False).regels[0].prognose == "Eerste"
    (rij,) = roep("tabel", "penc-kalender", "--formaat", "json").json
    assert (rij["kalenderstand"], rij["gerapporteerd"], rij["verschil"]) == ("gerapporteerd", 8142.0, 0.0)
