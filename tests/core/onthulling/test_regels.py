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
    assert (
        toon(beveilig(vraag(JEUGDIGEN, KOSTEN, persoonlijk=True), exact, van()), "kosten")[0] == "verborgen"
    )
    gefilterd = beveilig(vraag(JEUGDIGEN, KOSTEN), exact, van(f=Filter(geslacht=("M",))))
    assert toon(gefilterd, "kosten")[0] == "verborgen"


def test_quotient_gaat_altijd_mee_anders_geeft_het_bedrag_het_aantal_weg():
    exact = pd.DataFrame({"naam": ["a"], "jeugdigen": [4], "kosten": [400.0], "per": [100.0]})
    t = beveilig(vraag(JEUGDIGEN, KOSTEN, PER), exact, van())
    assert t.rijen() == [{"naam": "a", "jeugdigen": "<5", "kosten": 400.0, "per": "verborgen"}]


def test_een_bedrag_van_vooral_een_jeugdige_is_verborgen_het_aantal_niet():
    exact = pd.DataFrame(
        {"naam": ["a", "b"], "jeugdigen": [6, 30], "kosten": [600.0, 900.0], "per": [100.0, 30.0]}
    ).assign(dominant=[True, False])
    t = beveilig(vraag(JEUGDIGEN, KOSTEN, PER), exact, van(Rol.LEZER))
    assert t.rijen()[0] == {"naam": "a", "jeugdigen": 5, "kosten": "verborgen", "per": "verborgen"}
    assert t.cel("kosten", 1) == 900.0
    # Contracts and the ledger need them: exact for sturing, but not beside an attribute of persons.
    assert toon(beveilig(vraag(JEUGDIGEN, KOSTEN, PER), exact, van()), "kosten") == [600.0, 900.0]
    jongens = van(f=Filter(geslacht=("M",)))
    assert toon(beveilig(vraag(JEUGDIGEN, KOSTEN, PER), exact, jongens), "kosten") == ["verborgen", 900.0]


def test_naast_een_bedrag_van_een_jeugdige_gaat_een_tweede_mee_waar_het_optelt():
    exact = pd.DataFrame({"naam": list("abc"), "jeugdigen": [6, 30, 40], "kosten": [600.0, 900.0, 800.0]})
    t = beveilig(
        vraag(JEUGDIGEN, KOSTEN, groepen=(("", ()),)),
        exact.assign(dominant=[True, False, False]),
        van(Rol.LEZER),
    )
    assert toon(t, "kosten") == ["verborgen", 900.0, "verborgen"]


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
    if namen & {"maand", "kwartaal"}:
        namen.add("jaar")
    assert {k.volgt for k in tabel.kolommen if k.volgt} <= namen
    assert {s for _, sleutels in (*tabel.groepen, *tabel.bedraggroepen) for s in sleutels} <= namen
    assert {k for samen, mee in tabel.saldo for k in (*samen, *mee)} <= namen


@pytest.mark.parametrize("naam", sorted(TABELLEN))
def test_wat_van_een_aantal_is_afgeleid_is_eraan_gekoppeld(naam):
    for kolom in TABELLEN[naam].kolommen:
        if kolom.soort in (Soort.EURO, Soort.EURO_PER, Soort.PER_1000):
            assert kolom.volgt, f"{naam}.{kolom.naam} staat los van het aantal jeugdigen"


def test_wat_in_een_rij_verdwijnt_laat_in_geen_kolom_een_cel_alleen_achter():
    """Rows a, b, c by columns X, Y, Z, with totals of both: a X and a Y are too small to show.

    Column X hides b (40) too, column Y hides c (50); then b and c each hold one hidden cell, so
    b Y (90) and c X (70) go as well.
    """
    kruis = vraag(
        Kolom("kop", "Kop", Soort.TEKST),
        JEUGDIGEN,
        KOSTEN,
        persoonlijk=True,
        groepen=(("", ("naam",)), ("", ("kop",))),
    )
    exact = pd.DataFrame(
        {
            "naam": list("aaabbbccc"),
            "kop": list("XYZ") * 3,
            "jeugdigen": [3, 3, 30, 8, 20, 60, 20, 9, 90],
            "kosten": [10.0, 20.0, 300.0, 40.0, 90.0, 600.0, 70.0, 50.0, 900.0],
        }
    )
    dicht = "verborgen"
    assert toon(beveilig(kruis, exact, van()), "kosten") == [dicht, dicht, 300.0] + [dicht, dicht, 600.0] + [
        dicht,
        dicht,
        900.0,
    ]


def test_een_verborgen_bedrag_is_niet_te_lezen_uit_zijn_plaats_in_de_ranglijst():
    """Of 1.000 euros d has 250, of 3 jeugdigen: second in rank, or from 45 to 70 %, would say so."""
    ranglijst = vraag(
        Kolom("aanbieder", "Aanbieder", Soort.TEKST),
        Kolom("rang", "Rang", Soort.RANG),
        JEUGDIGEN,
        KOSTEN,
        Kolom("aandeel", "Aandeel", Soort.PCT, "kosten"),
        Kolom("cumulatief", "Cumulatief", Soort.PCT, "kosten"),
        persoonlijk=True,
        groepen=(("", ()),),
        op_grootte=True,
        loopt_op=("rang", "cumulatief"),
    )
    exact = pd.DataFrame(
        {
            "naam": list("edcba"),
            "aanbieder": list("edcba"),
            "rang": [1, 2, 3, 4, 5],
            "jeugdigen": [20, 3, 30, 9, 8],
            "kosten": [450.0, 250.0, 150.0, 100.0, 50.0],
            "aandeel": [45.0, 25.0, 15.0, 10.0, 5.0],
            "cumulatief": [45.0, 70.0, 85.0, 95.0, 100.0],
        }
    )
    t = beveilig(ranglijst, exact, van())
    # a goes with d, or the total would tell d; both last, by name
    assert toon(t, "aanbieder") == ["e", "c", "b", "a", "d"]
    assert toon(t, "kosten") == [450.0, 150.0, 100.0, "verborgen", "verborgen"]
    assert toon(t, "rang") == [1] + ["verborgen"] * 4
    assert toon(t, "cumulatief") == [45.0] + ["verborgen"] * 4
    assert toon(beveilig(ranglijst, exact.assign(jeugdigen=9), van()), "rang") == [1, 2, 3, 4, 5]
