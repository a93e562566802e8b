"""Dutch notation, by example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.begrippen import Buurtcode, maandnummer
from core.opmaak import (
    euro,
    euro_kort,
    getal,
    geteld,
    maand_iso,
    maand_kort,
    maand_uit_iso,
    opsomming,
    procent,
    sleutel,
)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        (getal(1234567), "1.234.567"),
        (getal(1234.56, 1), "1.234,6"),
        (getal(-0.04, 1), "0,0"),
        (getal(None), "–"),
        (getal(float("nan")), "–"),
        (geteld(0, "rij", "rijen"), "0 rijen"),
        (geteld(1, "rij", "rijen"), "1 rij"),
        (geteld(1234, "rij", "rijen"), "1.234 rijen"),
        (euro(1234.5, 2), "€ 1.234,50"),
        (euro(-1234), "-€ 1.234"),
        (euro_kort(45_123_456), "€ 45,1 mln"),
        (euro_kort(999), "€ 999"),
        (procent(12.345), "12,3 %"),
        (maand_kort(maandnummer(2024, 3)), "mrt 2024"),
        (opsomming(["a", "b", "c"]), "a, b en c"),
        (opsomming(["a", "b"], "of"), "a of b"),
        (opsomming([]), ""),
    ],
)
def test_notatie(tekst, verwacht):
    assert tekst == verwacht


@given(st.integers(1, 9999), st.integers(1, 12))
def test_maand_heen_en_terug(jaar, maand):
    assert maand_uit_iso(maand_iso(maandnummer(jaar, maand))) == maandnummer(jaar, maand)


@pytest.mark.parametrize("fout", ["2024", "2024-13", "feb 2024", ""])
def test_geen_maand_is_een_fout(fout):
    with pytest.raises(ValueError):
        maand_uit_iso(fout)


def test_sleutel_vergelijkt_zonder_accenten_spaties_en_leestekens():
    assert sleutel(" Cliënt_nr. ") == sleutel("CLIENT-NR") == "clientnr"


def test_buurtcode_wordt_bij_het_maken_gekeurd():
    assert Buurtcode("BU09350207") == "BU09350207"
    with pytest.raises(ValueError):
        Buurtcode("Malberg")
