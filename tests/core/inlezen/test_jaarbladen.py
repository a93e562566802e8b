"""The yearly sheets of a controller: kept whole, never over another's, and read from a CSV as people write it."""

from __future__ import annotations

import pytest

from core.inlezen.bladsoorten import BLADEN
from core.inlezen.jaarbladen import bewaar, lees_blad, namen_van, vreemd
from core.inlezen.teksttabel import OnbekendeKolom, OnbruikbareTabel
from core.opslag.jaarbladen import (
    Grootboekregel,
    Jaarbladen,
    PencProduct,
    Plafond,
    Verantwoording,
    Verklaring,
)
from core.opslag.versies import NietBewaard

NAMEN = {
    "aanbieder": {"adelante": "Adelante", "xonar": "Xonar", "xonarbv": "Xonar"},
    "segment": {"segmentjeugdambulant": "Segment Jeugd Ambulant"},
    "product": {"begeleidingindividueel": "Begeleiding Individueel"},
}


def test_namen_zoals_de_gegevens_ze_schrijven(maak_database):
    namen = namen_van(maak_database([{"aanbieder": "Xonar", "agb": "98000104"}]))
    assert namen["aanbieder"] == {"xonar": "Xonar", "98000104": "Xonar"}
    assert namen["segment"]["segmentjeugdambulant"] == "Segment Jeugd Ambulant"
    assert vreemd([Plafond("Xonar", 1), Plafond("Wie", 1)], namen) == "Niet bekend in de gegevens: Wie."
    assert vreemd([Plafond("Xonar", 1)], namen) == vreemd([Grootboekregel("x", "", 1)], namen) == ""


def test_een_blad_komt_terug_zoals_het_is_bewaard_en_demo_staat_apart():
    bladen = Jaarbladen()
    leeg = bladen.blad(Plafond, 2024, demo=False)
    bewaar(bladen, leeg.met(Plafond("Adelante", 100_00)), "t")
    nu = bladen.blad(Plafond, 2024, demo=False)
    assert nu.regels == (Plafond("Adelante", 100_00),) and nu.versie == 1
    assert bladen.blad(Plafond, 2024, demo=True).regels == bladen.blad(Plafond, 2023, demo=False).regels == ()
    assert bladen.jaren(Plafond, demo=False) == [2024]
    assert bladen.logboek(1)[0]["details"] == {"jaar": 2024, "regels": 1, "demo": False}


def test_wie_een_ouder_blad_bewaart_overschrijft_niets():
    bladen = Jaarbladen()
    een = twee = bladen.blad(Plafond, 2024, demo=False)
    bewaar(bladen, een.met(Plafond("Adelante", 1)), "een")
    with pytest.raises(NietBewaard, match="intussen gewijzigd"):
        bewaar(bladen, twee.met(Plafond("Xonar", 2)), "twee")
    assert bladen.blad(Plafond, 2024, demo=False).regels == (Plafond("Adelante", 1),)


@pytest.mark.parametrize(
    ("regels", "zin"),
    [
        ([Plafond("Adelante", 1), Plafond("adelante", 2)], "staat er twee keer"),
        ([Plafond("x" * 201, 1)], "langer dan 200"),
        ([Plafond("over 123456782", 1)], "burgerservicenummer"),
    ],
)
def test_wat_niet_mag_wordt_niet_bewaard(regels, zin):
    bladen = Jaarbladen()
    with pytest.raises(NietBewaard, match=zin):
        bewaar(bladen, bladen.blad(Plafond, 2024, demo=False).met(*regels), "t")
    assert bladen.jaren(Plafond, demo=False) == []


@pytest.mark.parametrize(
    ("soort", "tekst", "regel"),
    [
        ("plafond", "Zorgaanbieder;Plafond\nadelante;€ 1.250.000,50\n", Plafond("Adelante", 1_250_000_50)),
        ("plafond", "jaar,aanbieder,bedrag\n2023,Xonar,1\n2024,Nieuw,2\n", Plafond("Nieuw", 200)),
        (
            "grootboek",
            "segment;taakveld;bedrag\nsegment jeugd ambulant;6.72a;-12\n",
            Grootboekregel("Segment Jeugd Ambulant", "6.72a", -1200),
        ),
        (
            "verklaringen",
            "segment;verklaard;verklaring\nLTA;5;rechtstreeks geboekt\n",
            Verklaring("LTA", "", "leveringsmaand", 500, "rechtstreeks geboekt"),
        ),
        ("kalender", "product;datum\nBerap 1;15-5-2024\n", PencProduct("Berap 1", "2024-05-15")),
        (
            "verantwoording",
            "aanbieder;product;bedrag;cliënten;accountant\nXonar B.V.;begeleiding individueel;10,5;7;ja\n",
            Verantwoording("Xonar", "Begeleiding Individueel", 1050, 7, True),
        ),
        (
            "verantwoording",
            "aanbieder;product;bedrag\nXonar;Pleegzorg;3\n",
            Verantwoording("Xonar", "Pleegzorg", 300),
        ),
    ],
)
def test_een_csv_zoals_mensen_haar_schrijven(soort, tekst, regel):
    assert lees_blad(BLADEN[soort], tekst, 2024, NAMEN) == [regel]


@pytest.mark.parametrize(
    ("soort", "tekst", "zin"),
    [
        ("plafond", "aanbieder;plafond\nXonar;veel\n", "Regel 2, plafond: hier hoort een bedrag"),
        ("plafond", "aanbieder;plafond\n;5\n", "Regel 2, aanbieder: hier hoort een tekst"),
        ("plafond", "jaar;aanbieder;plafond\n2023;Xonar;5\n", "geen regel van 2024"),
        ("kalender", "product;datum\nBerap;31-2-2024\n", "Regel 2, datum: hier hoort een dag"),
        ("verantwoording", "aanbieder;product;bedrag;aantal\nXonar;Y;1;2,5\n", "hier hoort een heel getal"),
        (
            "verantwoording",
            "aanbieder;product;bedrag;accountant\nXonar;Y;1;misschien\n",
            "hier hoort ja of nee",
        ),
        (
            "verklaringen",
            "segment;basis;verklaard;verklaring\nLTA;jaar;1;t\n",
            "leveringsmaand of declaratie",
        ),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd_met_de_regel(soort, tekst, zin):
    with pytest.raises(OnbruikbareTabel, match=zin):
        lees_blad(BLADEN[soort], tekst, 2024, NAMEN)


def test_zonder_de_kolom_is_de_aanroep_verkeerd():
    with pytest.raises(OnbekendeKolom, match="geen kolom plafond"):
        lees_blad(BLADEN["plafond"], "aanbieder;maximum\nXonar;5\n", 2024, NAMEN)
