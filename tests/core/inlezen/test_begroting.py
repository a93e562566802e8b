"""A budget from a CSV: names and amounts as people write them, and what is wrong with a line."""

from __future__ import annotations

import pytest

from core.inlezen.begroting import lees_begroting
from core.inlezen.teksttabel import OnbekendeKolom, OnbruikbareTabel
from core.opslag.begroting import Begrotingsregel

BEKEND = ["Segment Jeugd Ambulant", "PGB"]


def test_namen_en_bedragen_zoals_mensen_ze_schrijven():
    tekst = (
        "Segment;Primitief;Gewijzigd\nsegment jeugd ambulant;22.000.000;21.500.000,50\nIets anders;1.000;\n"
    )
    assert lees_begroting(tekst, 2024, BEKEND) == [
        Begrotingsregel(2024, "Segment Jeugd Ambulant", 22_000_000_00, 21_500_000_50),
        Begrotingsregel(2024, "Iets anders", 1_000_00),
    ]


def test_alleen_de_regels_van_het_jaar_tellen():
    tekst = "jaar,segment,begroting\n2023,PGB,1\n2024,PGB,2\n"
    assert [r.geldend for r in lees_begroting(tekst, 2024, BEKEND)] == [200]


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("segment;bedrag\nPGB;veel\n", "Regel 2: hier hoort"),
        ("segment;bedrag\n;5\n", "Regel 2: hier hoort"),
        ("segment;bedrag;gewijzigd\nPGB;5;meer\n", "Regel 2: hier hoort"),
        ("segment;bedrag\nPGB;5\npgb;6\n", "Regel 3: PGB staat er al eerder"),
        ("jaar;segment;bedrag\n2023;PGB;5\n", "geen begroting van 2024"),
        ("segment;bedrag\nvoor 1234.56.782;5\n", "Regel 2: de naam .* burgerservicenummer"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd(tekst, zin):
    with pytest.raises(OnbruikbareTabel, match=zin):
        lees_begroting(tekst, 2024, BEKEND)


def test_zonder_kolom_met_bedragen_is_de_aanroep_verkeerd():
    with pytest.raises(OnbekendeKolom):
        lees_begroting("segment;euro\nPGB;5\n", 2024, BEKEND)
