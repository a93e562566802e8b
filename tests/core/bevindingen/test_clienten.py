"""Sentences about jeugdigen: age, arrangementen, who comes and who goes."""

from __future__ import annotations

import pytest

from core.begrippen import Rol
from core.bevindingen import (
    combinatie_per_jaar,
    hoofdzin_leeftijd,
    mediaanzin,
    stroomzin,
    verborgen_maanden,
    waar_stromen_beginnen,
)
from core.filters import Filter
from core.onthulling import tabel
from core.opmaak import maand_iso
from tests.conftest import Regel


def groep(naam: str, aantal: int, maand: str = "2023-12", **velden: object) -> list[Regel]:
    return [{"jeugdige": f"{naam}{n}", "leveringsmaand": maand} | velden for n in range(aantal)]


@pytest.fixture
def vraag(maak_database):
    def stel(naam: str, regels: list[Regel], f: Filter | None = None):
        return tabel(maak_database(regels), naam, f or Filter(), Rol.STURING)

    return stel


# on 31 December 2023: 8 years old and 15 years old
ACHT, VIJFTIEN = {"geboortemaand": "2015-06"}, {"geboortemaand": "2008-06"}


def test_grootste_leeftijdsgroep_met_haar_deel(vraag):
    regels = groep("a", 30, **ACHT) + groep("b", 10, **VIJFTIEN)
    assert hoofdzin_leeftijd(vraag("leeftijd-per-product", regels)) == (
        "De grootste groep is die van 6-12 jaar: 30 jeugdigen, 75,0 % van alle jeugdigen in de selectie."
    )


def test_geen_deel_als_een_groep_verborgen_is_of_op_leeftijd_is_gekozen(vraag):
    zin = "De grootste groep is die van 6-12 jaar: 30 jeugdigen."
    klein = groep("a", 30, **ACHT) + groep("b", 10, **VIJFTIEN) + groep("c", 2)
    assert hoofdzin_leeftijd(vraag("leeftijd-per-product", klein)) == zin
    gekozen = vraag("leeftijd-per-product", groep("a", 30, **ACHT), Filter(leeftijd=("6-12",)))
    assert hoofdzin_leeftijd(gekozen) == zin


def test_leeftijd_van_niemand_en_van_te_weinig(vraag):
    assert hoofdzin_leeftijd(vraag("leeftijd-per-product", [])) == "In deze selectie kreeg niemand hulp."
    assert "te klein om te tonen" in hoofdzin_leeftijd(vraag("leeftijd-per-product", groep("a", 2, **ACHT)))


def hoog_lang(jaar: int, aantal: int) -> list[Regel]:
    """So many arrangementen, with care in January and December, so that the year is whole."""
    return [
        regel | {"toewijzing": f"t{jaar}{regel['jeugdige']}", "intensiteit": "hoog", "duur": "lang"}
        for maand in ("01", "12")
        for regel in groep("a", aantal, f"{jaar}-{maand}")
    ]


def test_verloop_over_volle_jaren_laat_het_lopende_jaar_buiten_beschouwing(vraag):
    regels = hoog_lang(2021, 20) + hoog_lang(2022, 18) + hoog_lang(2023, 15) + groep("a", 9, "2024-01")
    van = vraag("intensiteit-per-jaar", regels).alleen(intensiteit="hoog", duur="lang")
    assert combinatie_per_jaar(van, "arrangementen", "begeleiding hoog-lang") == (
        "Het aantal arrangementen begeleiding hoog-lang nam af: van 20 in 2021 naar 15 in 2023."
    )


def test_geen_verloop_zonder_twee_volle_getoonde_jaren(vraag):
    een_jaar = vraag("intensiteit-per-jaar", hoog_lang(2023, 15))
    verborgen = vraag("intensiteit-per-jaar", hoog_lang(2022, 2) + hoog_lang(2023, 15))
    assert combinatie_per_jaar(een_jaar, "arrangementen", "hoog-lang") == ""
    assert combinatie_per_jaar(verborgen, "arrangementen", "hoog-lang") == ""


def lopend(naam: str, aantal: int, van: int, tot: int) -> list[Regel]:
    return [r for m in range(van, tot + 1) for r in groep(naam, aantal, maand_iso(m))]


JAN22, JAN23, DEC23, FEB24 = 2022 * 12, 2023 * 12, 2023 * 12 + 11, 2024 * 12 + 1
# 40 always in care; in every month of 2023 six come for two months, so six go two months later
STROMEN = lopend("vast", 40, JAN22, FEB24) + [
    r for m in range(JAN23 - 4, DEC23 + 1) for r in lopend(f"m{m}-", 6, m, m + 1)
]


def test_instroom_en_uitstroom_van_de_laatste_twaalf_volledige_maanden(vraag):
    # the last month is February 2024 and three months of pause are voorlopig: Dec 2022 - Nov 2023
    zin = stroomzin(vraag("stromen", STROMEN), Filter())
    assert zin == "Van dec 2022 t/m nov 2023 begonnen 72 zorgperioden en eindigden er 72: per saldo evenveel."


def test_onder_een_filter_zegt_de_stroomzin_waarbinnen(vraag):
    f = Filter(segment=("Segment Jeugd Ambulant",))
    assert "begonnen in deze selectie 72" in stroomzin(vraag("stromen", STROMEN, f), f)


def test_kleine_stromen_worden_niet_opgeteld_en_staan_verantwoord(vraag):
    regels = lopend("vast", 40, JAN22, FEB24) + lopend("enkel", 2, JAN23, FEB24)
    van = vraag("stromen", regels)
    assert "maanden met te kleine aantallen" in stroomzin(van, Filter())
    assert verborgen_maanden(van).startswith("Van 1 van de 26 maanden zijn in- en uitstroom verborgen")
    assert verborgen_maanden(vraag("stromen", STROMEN)) == ""


def test_te_kort_voor_een_stroomzin(vraag):
    assert "nog geen twaalf volledige maanden" in stroomzin(vraag("stromen", groep("a", 9)), Filter())


def test_zegt_vanaf_wanneer_iemand_terug_kan_komen(vraag):
    zin = waar_stromen_beginnen(vraag("stromen", STROMEN).herkomst)
    assert zin.startswith("De gegevens beginnen in januari 2022;")
    assert "hier na meer dan 3 lege maanden" in zin


def test_mediaan_in_woorden(vraag):
    # six periods of two months; the 40 go on
    regels = lopend("vast", 40, JAN22, FEB24) + lopend("kort", 6, JAN23, JAN23 + 1)
    assert mediaanzin(vraag("duur-mediaan", regels)) == (
        "De helft van de 6 beëindigde zorgperioden duurde ten hoogste 2 maanden."
    )
    assert mediaanzin(vraag("duur-mediaan", lopend("vast", 40, JAN22, FEB24))).startswith("In deze periode")
    klein = lopend("vast", 40, JAN22, FEB24) + lopend("kort", 2, JAN23, JAN23 + 1)
    assert mediaanzin(vraag("duur-mediaan", klein)).startswith("Er eindigden te weinig")
