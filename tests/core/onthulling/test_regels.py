"""Disclosure control on tables small enough to check by eye."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.begrippen import Rol
from core.cijfers.tabellen import TABELLEN, Kolom, Soort, Tabel
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Drempels, Herkomst, beveilig

NAAM = Kolom("naam", "Naam", Soort.TEKST)
JEUGDIGEN = Kolom("jeugdigen", "Jeugdigen", Soort.JEUGDIGEN)
KOSTEN = Kolom("kosten", "Kosten", Soort.EURO, "jeugdigen")
PER = Kolom("per", "Per jeugdige", Soort.EURO_PER, "jeugdigen")


def van(rol: Rol = Rol.STURING, drempel: int = 5, buiten: bool = False, f: Filter | None = None) -> Herkomst:
    return Herkomst("v1", None, False, f or Filter(), drempel, rol, None, None, None, buiten)


def vraag(*kolommen: Kolom, **velden: object) -> Tabel:
    return Tabel("proef", "Proef", lambda db, f: pd.DataFrame(), (NAAM, *kolommen), **velden)


def toon(tabel: BeveiligdeTabel, kolom: str) -> list[object]:
    return [rij[kolom] for rij in tabel.rijen()]


def test_een_tot_en_met_vier_is_verborgen_nul_en_vijf_niet():
    t = beveilig(vraag(JEUGDIGEN), pd.DataFrame({"naam": list("abcd"), "jeugdigen": [0, 1, 4, 5]}), van())
    assert toon(t, "jeugdigen") == [0, "<5", "<5", 5]
    assert [t.cel("jeugdigen", n) for n in range(4)] == [0, None, None, 5]


def test_hogere_drempel_geeft_eigen_tekst():
    t = beveilig(vraag(JEUGDIGEN), pd.DataFrame({"naam": ["a", "b"], "jeugdigen": [9, 10]}), van(drempel=10))
    assert toon(t, "jeugdigen") == ["<10", 10]


def test_bedrag_zonder_kenmerk_is_exact_voor_sturing_en_gekoppeld_voor_lezer():
    exact = pd.DataFrame({"naam": ["a", "b", "c"], "jeugdigen": [3, 20, 30], "kosten": [10.5, 200.0, 300.0]})
    assert toon(beveilig(vraag(JEUGDIGEN, KOSTEN), exact, van()), "kosten") == [10.5, 200.0, 300.0]
    lezer = beveilig(vraag(JEUGDIGEN, KOSTEN), exact, van(Rol.LEZER))
    assert toon(lezer, "kosten") == ["verborgen", 200.0, 300.0]


def test_bedrag_naar_een_persoonlijk_kenmerk_gaat_ook_voor_sturing_met_het_aantal_mee():
    exact = pd.DataFrame({"naam": ["a", "b", "c"], "jeugdigen": [3, 20, 30], "kosten": [10.5, 200.0, 300.0]})
    assert toon(beveilig(vraag(JEUGDIGEN, KOSTEN, persoonlijk=True), exact, van()), "kosten")[0] == "verborgen"
    gefilterd = beveilig(vraag(JEUGDIGEN, KOSTEN), exact, van(f=Filter(geslacht=("M",))))
    assert toon(gefilterd, "kosten")[0] == "verborgen"


def test_quotient_gaat_altijd_mee_anders_geeft_het_bedrag_het_aantal_weg():
    exact = pd.DataFrame({"naam": ["a"], "jeugdigen": [4], "kosten": [400.0], "per": [100.0]})
    t = beveilig(vraag(JEUGDIGEN, KOSTEN, PER), exact, van())
    assert t.rijen() == [{"naam": "a", "jeugdigen": "<5", "kosten": 400.0, "per": "verborgen"}]


def test_waar_delen_optellen_verdwijnt_de_op_een_na_kleinste_mee():
    # total 60 is shown elsewhere: 60 - 20 - 38 would give the hidden 2 away
    exact = pd.DataFrame({"naam": ["a", "b", "c"], "jeugdigen": [2, 20, 38]})
    t = beveilig(vraag(JEUGDIGEN, groepen=(("", ()),), optelbaar=True), exact, van())
    assert toon(t, "jeugdigen") == ["<5", "verborgen", 38]


def test_twee_verborgen_cellen_beschermen_elkaar():
    exact = pd.DataFrame({"naam": ["a", "b", "c"], "jeugdigen": [2, 3, 38]})
    t = beveilig(vraag(JEUGDIGEN, groepen=(("", ()),), optelbaar=True), exact, van())
    assert toon(t, "jeugdigen") == ["<5", "<5", 38]


def test_unieke_aantallen_tellen_niet_op_dus_geen_tweede_verborgen():
    exact = pd.DataFrame({"naam": ["a", "b", "c"], "jeugdigen": [2, 20, 38]})
    t = beveilig(vraag(JEUGDIGEN, groepen=(("", ()),)), exact, van())
    assert toon(t, "jeugdigen") == ["<5", 20, 38]


def test_bedragen_tellen_wel_op_dus_voor_lezer_een_tweede_bedrag_verborgen():
    exact = pd.DataFrame({"naam": ["a", "b", "c"], "jeugdigen": [2, 20, 38], "kosten": [5.0, 90.0, 70.0]})
    t = beveilig(vraag(JEUGDIGEN, KOSTEN, groepen=(("", ()),)), exact, van(Rol.LEZER))
    assert toon(t, "kosten") == ["verborgen", 90.0, "verborgen"]
    assert toon(t, "jeugdigen") == ["<5", 20, 40]


def test_instroom_en_uitstroom_samen_verborgen_want_de_standen_geven_het_verschil():
    kolommen = [Kolom(k, k, Soort.JEUGDIGEN) for k in ("begin", "erbij", "eraf", "eind")]
    saldo = ((("begin", "erbij", "eraf", "eind"), ("erbij", "eraf")),)
    exact = pd.DataFrame({"naam": ["jan"], "begin": [20], "erbij": [3], "eraf": [8], "eind": [15]})
    t = beveilig(vraag(*kolommen, saldo=saldo), exact, van())
    assert t.rijen() == [{"naam": "jan", "begin": 20, "erbij": "<5", "eraf": "verborgen", "eind": 15}]


def test_lezer_ziet_vijftallen_en_een_quotient_over_het_afgeronde_aantal():
    exact = pd.DataFrame({"naam": ["a"], "jeugdigen": [12], "kosten": [1200.0], "per": [100.0]})
    t = beveilig(vraag(JEUGDIGEN, KOSTEN, PER), exact, van(Rol.LEZER))
    assert t.rijen() == [{"naam": "a", "jeugdigen": 10, "kosten": 1200.0, "per": 120.0}]


def test_wat_het_gebouw_verlaat_is_afgerond_voor_iedereen():
    exact = pd.DataFrame({"naam": ["a"], "jeugdigen": [13]})
    assert toon(beveilig(vraag(JEUGDIGEN), exact, van(buiten=True)), "jeugdigen") == [15]


@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=8),
    st.sampled_from([Rol.LEZER, Rol.STURING]),
    st.booleans(),
    st.sampled_from([5, 10]),
)
def test_geen_klein_aantal_en_geen_afleidbaar_aantal_komt_naar_buiten(aantallen, rol, optelbaar, drempel):
    exact = pd.DataFrame({
        "naam": [str(n) for n in range(len(aantallen))],
        "jeugdigen": aantallen,
        "kosten": [float(a * 7) for a in aantallen],
        "per": [7.0] * len(aantallen),
    })  # fmt: skip
    t = beveilig(
        vraag(JEUGDIGEN, KOSTEN, PER, groepen=(("", ()),), optelbaar=optelbaar, persoonlijk=True),
        exact,
        van(rol, drempel),
        Drempels(),
    )
    verborgen = [n for n, r in enumerate(t.rijen()) if isinstance(r["jeugdigen"], str)]
    assert all(n in verborgen for n, a in enumerate(aantallen) if 0 < a < drempel)
    for n in verborgen:
        assert t.cel("kosten", n) is None and t.cel("per", n) is None
    gevuld = [n for n, a in enumerate(aantallen) if a]
    if optelbaar and len(gevuld) > 1:
        assert len(verborgen) != 1
    bedragen_dicht = [n for n in gevuld if t.cel("kosten", n) is None]
    assert len(bedragen_dicht) != 1 or len(gevuld) == 1


@pytest.mark.parametrize("naam", sorted(TABELLEN))
def test_register_verwijst_alleen_naar_eigen_kolommen(naam):
    tabel = TABELLEN[naam]
    namen = {k.naam for k in tabel.kolommen}
    assert {k.volgt for k in tabel.kolommen if k.volgt} <= namen
    assert {s for _, sleutels in tabel.groepen for s in sleutels} <= namen
    assert {k for samen, mee in tabel.saldo for k in (*samen, *mee)} <= namen


@pytest.mark.parametrize("naam", sorted(TABELLEN))
def test_wat_van_een_aantal_is_afgeleid_is_eraan_gekoppeld(naam):
    for kolom in TABELLEN[naam].kolommen:
        if kolom.soort in (Soort.EURO, Soort.EURO_PER, Soort.PER_1000):
            assert kolom.volgt, f"{naam}.{kolom.naam} staat los van het aantal jeugdigen"
