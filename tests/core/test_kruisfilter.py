"""What a click does to a filter: small examples, and what holds for every click."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.filters import DIMENSIES, Filter
from core.kruisfilter import LEVERINGSMAAND, PERIODE, aan, code, dof, klik, lees, onder, samen
from core.opmaak import maand_uit_iso

F = Filter(jaar=(2023,))
ADELANTE, XONAR = code(aanbieder="Adelante"), code(aanbieder="Xonar")
FEB = code(**{LEVERINGSMAAND: "2023-02"})
NAMEN = sorted(set(DIMENSIES) - {"jaar", "maand"})
waarden = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


def test_klik_kiest_een_en_vervangt_wat_er_gekozen_was():
    een = klik(F, ADELANTE)
    assert een == F.met(aanbieder=("Adelante",))
    assert klik(een, XONAR) == F.met(aanbieder=("Xonar",))


def test_met_erbij_zijn_het_er_twee_en_gaat_er_weer_een_af():
    twee = klik(klik(F, ADELANTE), XONAR, erbij=True)
    assert twee == F.met(aanbieder=("Adelante", "Xonar"))
    assert klik(twee, ADELANTE) == F.met(aanbieder=("Xonar",))


def test_een_cel_kiest_rij_en_kolom_en_het_jaar_blijft_staan():
    cel = code(segment="Crisis", jaar=2022)
    gekozen = klik(F, cel)
    assert gekozen == Filter(jaar=(2022,), segment=("Crisis",))
    assert klik(gekozen, cel) == Filter(jaar=(2022,))
    assert klik(Filter(jaar=(2022,)), code(jaar=2022)) == Filter()


def test_een_product_of_buurt_wijkt_voor_niets_dat_het_leeg_zou_maken():
    assert klik(F.met(segment=("Wonen",)), code(product="PGB")) == F.met(product=("PGB",))
    assert klik(F.met(wijk=("West",)), code(buurt="Wyck")) == F.met(buurt=("Wyck",))
    assert klik(F.met(buurt=("Wyck",)), code(wijk="West")) == F.met(wijk=("West",))


def test_een_maand_vervangt_het_jaar_loopt_door_met_erbij_en_gaat_terug_naar_haar_jaar():
    feb = maand_uit_iso("2023-02")
    een = klik(F, FEB)
    assert een == Filter(van=feb, tot=feb)
    assert klik(een, FEB) == F
    assert klik(een, code(**{LEVERINGSMAAND: "2023-05"}), erbij=True) == Filter(van=feb, tot=feb + 3)
    assert klik(een, code(jaar=2022)) == Filter(jaar=(2022,))


def test_wat_naast_de_keuze_staat_is_dof_maar_een_jaar_niet():
    f = F.met(aanbieder=("Adelante",))
    assert (aan(f, ADELANTE), dof(f, ADELANTE)) == (True, False)
    assert (aan(f, XONAR), dof(f, XONAR)) == (False, True)
    assert not dof(f, code(jaar=2021)) and not dof(f, code(verwijzer="Huisarts")) and not dof(f, FEB)
    assert dof(Filter(van=24287), FEB) and not aan(f, "") and not dof(f, "")


@pytest.mark.parametrize("vreemd", ["naam=Jan", "jaar=x", "leveringsmaand=feb", "zomaar"])
def test_wat_geen_code_is_wordt_geweigerd(vreemd):
    with pytest.raises(ValueError):
        klik(F, vreemd)


@given(st.dictionaries(st.sampled_from(NAMEN), waarden))
def test_een_code_leest_terug_wat_er_geschreven_is(wat):
    assert dict(lees(code(**wat))) == wat if wat else code() == ""


@given(st.sampled_from(NAMEN), waarden, st.sets(waarden, max_size=3), st.booleans())
def test_twee_keer_klikken_is_niets_doen(naam, waarde, al_gekozen, erbij):
    """From a dimension without a choice always; with *erbij* from any choice that did not hold it."""
    f = F.met(**{naam: tuple(al_gekozen - {waarde}) if erbij else ()})
    wat = code(**{naam: waarde})
    gekozen = klik(f, wat, erbij)
    assert aan(gekozen, wat) and not dof(gekozen, wat)
    assert klik(gekozen, wat, erbij) == f


@given(st.sampled_from(NAMEN), waarden, st.sampled_from(NAMEN), waarden)
def test_een_klik_laat_andere_dimensies_met_rust(naam, waarde, ander, wat):
    samen = ({"segment", "product"}, {"wijk", "buurt"})
    if naam != ander and {naam, ander} not in samen:
        f = F.met(**{ander: (wat,)})
        assert getattr(klik(f, code(**{naam: waarde})), ander) == (wat,)


def test_een_figuur_onder_een_ander_filter_houdt_wat_zij_zelf_apart_zet():
    f, ander = F.met(verwijzer=("Gemeente",)), Filter(jaar=(2022,), verwijzer=("Huisarts",), segment=("PGB",))
    assert onder(f, f, ander, set()) == ander
    # verwijzers: all of them, under the rest of the other choice
    assert onder(f.met(verwijzer=()), f, ander, {"verwijzer"}) == Filter(jaar=(2022,), segment=("PGB",))
    # a line by month sets the period aside
    assert onder(f.zonder_periode(), f, ander, set(PERIODE)) == ander.zonder_periode()
    # one buurt in detail stays that buurt, whatever wijk is pinned
    detail = F.met(buurt=("Wyck",))
    assert onder(detail, F, Filter(jaar=(2022,), wijk=("West",)), set()) == Filter(
        jaar=(2022,), buurt=("Wyck",)
    )


@given(st.dictionaries(st.sampled_from(NAMEN), st.tuples(waarden)), st.sets(st.sampled_from(NAMEN)))
def test_onder_hetzelfde_filter_verandert_een_figuur_niet(velden, eigen):
    f = F.met(**velden)
    figuur = f.met(**dict.fromkeys(eigen, ()))
    assert onder(figuur, f, f, eigen) == figuur


def test_wat_een_figuur_meer_heeft_gaat_mee_naar_een_andere_pagina():
    assert samen(F.met(wijk=("West",)), F.met(buurt=("Wyck",))) == F.met(buurt=("Wyck",))
    assert samen(F.met(segment=("PGB",)), F.met(segment=())) == F.met(segment=("PGB",))
