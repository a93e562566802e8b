"""Findings of single figures, each from lines that can be counted by eye."""

from __future__ import annotations

import pytest

from core.begrippen import Rol
from core.bevindingen import figuurzin
from core.cijfers.tabellen import TABELLEN
from core.filters import Filter
from core.onthulling import tabel
from tests.core.cijfers.hulp import reeks


@pytest.fixture
def zin(maak_database):
    """The sentence of a table over the lines: `zin(naam, regels)`."""

    def maak(naam: str, regels, f: Filter | None = None) -> str:
        db = maak_database(regels)
        return figuurzin(
            tabel(db, naam, f or Filter(), Rol.STURING), lambda n, g: tabel(db, n, g, Rol.STURING)
        )

    return maak


def klas(aantal: int, begin: str = "2022-01", eind: str = "2023-12", **velden):
    return [
        r
        for n in range(aantal)
        for r in reeks(f"{velden.get('aanbieder', 'a')}{begin}{n}", begin, eind, **velden)
    ]


def test_jaar_naast_het_jaar_ervoor(zin) -> None:
    regels = klas(25, "2022-01", "2022-12") + klas(24, "2023-01", "2023-09")
    assert zin("jeugdigen-per-product", regels) == "In 2022 kregen 25 jeugdigen hulp."
    vol = klas(25, "2021-01", "2021-12") + klas(24, "2022-01", "2022-12") + klas(30, "2023-01", "2023-09")
    # A percentage only from 25 jeugdigen on, on both sides.
    assert zin("jeugdigen-per-product", vol) == "In 2022 kregen 24 jeugdigen hulp, tegen 25 in 2021."
    meer = vol + klas(3, "2022-01", "2022-12", aanbieder="Xonar")
    assert zin("jeugdigen-per-product", meer) == "In 2022 kregen 27 jeugdigen hulp, 8,0 % meer dan in 2021."


def test_kosten_over_twaalf_volledige_maanden(zin) -> None:
    # 10 children, € 100 a month: € 12.000 a year; the year before 20 children
    regels = klas(20, "2022-01", "2022-12") + klas(10, "2023-01", "2023-12")
    assert zin("kosten-per-maand", regels).endswith("minder dan in de twaalf maanden ervoor.")
    assert zin("kosten-per-maand", klas(10, "2023-01", "2023-06")) == "Kosten per maand"


def test_hoogste_rij_als_niemand_een_eigen_zin_schreef(zin) -> None:
    regels = klas(8) + klas(6, aanbieder="Xonar")
    assert (
        zin("aanbieder-segment", regels)
        == "De meeste unieke jeugdigen: Adelante, Segment Jeugd Ambulant (8)."
    )


def test_verborgen_geeft_geen_hoogste(zin) -> None:
    assert zin("aanbieder-segment", klas(2)) == "Aanbieders per segment"
    assert zin("verwijzers", klas(2)) == "Verwijzers"


@pytest.mark.parametrize("naam", TABELLEN)
@pytest.mark.parametrize("aantal", [0, 2, 12])
def test_elke_tabel_heeft_een_zin_op_volle_kleine_en_lege_gegevens(zin, naam: str, aantal: int) -> None:
    uit = zin(
        naam, klas(aantal, buurt="BU09350207", geslacht="M", geboortemaand="2012-03", verwijzer="Huisarts")
    )
    assert uit
    assert "None" not in uit
    if aantal == 2:
        assert " 2 jeugdigen" not in uit
