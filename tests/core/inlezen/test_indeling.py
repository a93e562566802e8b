"""The aanbiedersindeling as an upload: what is taken over, and what is refused in words."""

from __future__ import annotations

import pytest

from core.inlezen.fout import Geweigerd
from core.inlezen.indeling import GROOTSTE, lees_indeling


def test_een_variant_is_een_naam_of_een_agb_code() -> None:
    csv = "variant;aanbieder\nZorg-Noord B.V.;Zorg Noord\n98000201;Denkbeeld\n"
    assert lees_indeling(csv.encode()) == [
        ("naam", "zorgnoordbv", "Zorg Noord"),
        ("agb", "98000201", "Denkbeeld"),
    ]


@pytest.mark.parametrize(
    "inhoud",
    [
        "\ufeffAanbieder,Naam\r\nZorg Noord,Zorg-Noord\r\n".encode(),
        "naam\taanbieder\nZorg-Noord\tZorg Noord".encode("cp1252"),
        b"variant;aanbieder;opmerking\n\n;;\nZorg-Noord;Zorg Noord;x\n",
    ],
    ids=["komma en BOM", "tab", "lege rijen en een kolom te veel"],
)
def test_volgorde_scheidingsteken_en_codering_worden_gevonden(inhoud: bytes) -> None:
    assert lees_indeling(inhoud) == [("naam", "zorgnoord", "Zorg Noord")]


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "De eerste rij moet de kolommen"),
        (b"a;b\n1;2\n", "De eerste rij moet de kolommen"),
        (b"variant;aanbieder\n", "geen rijen onder de kop"),
        (b"variant;aanbieder\nZorg;\n", "Rij 2: variant of aanbieder is leeg."),
        (b"variant;aanbieder\nMoeder van 111222333;Zorg\n", "Rij 2: een naam bevat een burgerservicenummer."),
        (b"variant;aanbieder\n" + b"x" * 121 + b";Zorg\n", "langer dan 120 tekens"),
        (b"PK\x03\x04", "Dit is geen CSV"),
        (b"x" * (GROOTSTE + 1), "te groot"),
    ],
    ids=str,
)
def test_wat_niet_klopt_wordt_geweigerd_en_gezegd(inhoud: bytes, zin: str) -> None:
    with pytest.raises(Geweigerd, match=zin):
        lees_indeling(inhoud)


def test_de_zin_over_een_bsn_noemt_het_nummer_niet() -> None:
    with pytest.raises(Geweigerd) as fout:
        lees_indeling(b"variant;aanbieder\n111222333 Jansen;Zorg\n")
    assert "111222333" not in str(fout.value)
