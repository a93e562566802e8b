"""What may be kept of a talk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.inlezen.pseudoniem import bevat_bsn, elfproef
from core.opslag.gesprekken import Actie, Actiesoort, Gesprek, Gesprekken, Vraag
from core.opslag.versies import NietBewaard
from core.sturing.gesprekken import LANGSTE_ANTWOORD, bewaar_actie, bewaar_gesprek

BSN = "123456782"  # 9·1+8·2+7·3+6·4+5·5+4·6+3·7+2·8−2 = 154 = 14·11
LEEG = Gesprek("GM0935", 2022, "jeugdhulp", date(2024, 5, 1))


@pytest.mark.parametrize(
    "tekst", [BSN, f"kind {BSN}.", "123 456 782", "1234.56.782", "123-456-782", "１２３４５６７８２"]
)  # fmt: skip
def test_een_bsn_wordt_herkend(tekst: str) -> None:
    assert bevat_bsn(tekst)


@pytest.mark.parametrize(
    "tekst", ["", "123456789", "1234567820", "01234567821", "2020, 2021 en 2022", "2020 2021 2022", "06-12345678", "111111111"]
)  # fmt: skip
def test_een_ander_getal_is_geen_bsn(tekst: str) -> None:
    assert not bevat_bsn(tekst)


@given(st.text(alphabet="ab ,.", max_size=20), st.integers(10_000_000, 99_999_999), st.text(alphabet="ab ,!", max_size=20))  # fmt: skip
def test_elk_geldig_nummer_in_welke_tekst_ook(voor: str, acht: int, na: str) -> None:
    geldig = [f"{acht}{laatste}" for laatste in range(10) if elfproef(f"{acht}{laatste}")]
    assert all(bevat_bsn(f"{voor}{nummer}{na}") for nummer in geldig)


@pytest.mark.parametrize("veld", ["deelnemers", "herkennen", "vinden", "verklaren"])
def test_een_gesprek_met_een_bsn_wordt_niet_bewaard(veld: str) -> None:
    winkel = Gesprekken()
    with pytest.raises(NietBewaard, match="burgerservicenummer") as fout:
        bewaar_gesprek(winkel, replace(LEEG, **({"vinden": "veel"} | {veld: f"over {BSN}"})), "anna")
    assert BSN not in str(fout.value)
    assert winkel.gesprekken("GM0935", 2022, "jeugdhulp") == [] and winkel.logboek() == []


def test_een_actie_met_een_bsn_of_zonder_titel_wordt_niet_bewaard() -> None:
    winkel = Gesprekken()
    van = bewaar_gesprek(winkel, replace(LEEG, vinden="veel"), "anna")
    actie = Actie(van.nummer, Vraag.VINDEN, Actiesoort.BELEID, "iets")
    for slecht, reden in (
        (replace(actie, titel=f"bel {BSN}"), "burgerservicenummer"),
        (replace(actie, eigenaar="123 456 782"), "burgerservicenummer"),
        (replace(actie, titel="  "), "titel"),
    ):
        with pytest.raises(NietBewaard, match=reden):
            bewaar_actie(winkel, slecht, "anna")
    assert winkel.acties([van.nummer]) == []


def test_zonder_antwoord_of_te_lang_wordt_er_niets_bewaard() -> None:
    winkel = Gesprekken()
    with pytest.raises(NietBewaard, match="ten minste één vraag"):
        bewaar_gesprek(winkel, replace(LEEG, deelnemers="scholen", vinden=" \n"), "anna")
    with pytest.raises(NietBewaard, match="langer dan 800 tekens"):
        bewaar_gesprek(winkel, replace(LEEG, vinden="x" * (LANGSTE_ANTWOORD + 1)), "anna")


def test_teksten_worden_bijgesneden_bewaard() -> None:
    van = bewaar_gesprek(Gesprekken(), replace(LEEG, vinden="  veel\nen meer  "), "anna")
    assert van.vinden == "veel\nen meer"


def test_wie_te_laat_is_leest_wat_te_doen() -> None:
    winkel = Gesprekken()
    oud = bewaar_gesprek(winkel, replace(LEEG, vinden="veel"), "anna")
    bewaar_gesprek(winkel, replace(oud, vinden="weinig"), "bert")
    with pytest.raises(NietBewaard, match="niets overschreven"):
        bewaar_gesprek(winkel, replace(oud, vinden="anders"), "anna")
