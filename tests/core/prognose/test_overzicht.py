"""The tables of the forecast: per segment beside the budget, together, per month, frozen; and their protection."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from core.begrippen import Rol
from core.cijfers.register import NietTeVragen
from core.database import Database
from core.filters import Filter
from core.onthulling import REGISTER, VERBORGEN, Herkomst, beveilig, tabel
from core.opslag import BuitenDeclaraties, Opslag
from core.opslag.begroting import Begrotingen, Begrotingsregel
from core.prognose.bevriezen import NietBevroren, bevries
from tests.core.cijfers.hulp import VOLTIJD, reeks

AMBULANT, WONEN = "Segment Jeugd Ambulant", "Segment Jeugd Wonen"
DIT_JAAR = Filter(jaar=(2024,))


def wonen(aantal: int, tot: str = "2024-04") -> list[dict[str, Any]]:
    return [r for n in range(aantal) for r in reeks(f"w{n}", "2022-01", tot, **VOLTIJD)]


@pytest.fixture
def db(maak_database) -> Database:
    """Without declaratiemaanden, known until 1 May 2024: February to April are young.

    Ambulant: 6 jeugdigen of € 100 a month. Wonen: 2 of € 100.
    """
    ambulant = [r for n in range(6) for r in reeks(f"a{n}", "2022-01", "2024-04")]
    return maak_database([*ambulant, *wonen(2)])


def rij(db: Database, naam: str = "prognose", rol: Rol = Rol.STURING, **cellen: Any) -> dict[str, Any]:
    """The first row in which the columns have these values."""
    return next(
        r for r in tabel(db, naam, DIT_JAAR, rol).rijen() if all(r[k] == w for k, w in cellen.items())
    )


def test_een_vlak_jaar_komt_op_twaalf_keer_de_maand(db):
    gezien = rij(db, segment=AMBULANT)
    assert (gezien["gedeclareerd"], gezien["nog_te_declareren"], gezien["rest_jaar"]) == (2400, 0, 4800)
    assert (gezien["prognose"], gezien["laag"], gezien["hoog"]) == (7200, 7200, 7200)  # never a miss yet
    assert (gezien["begroting"], gezien["verschil"], gezien["v_n"], gezien["jeugdigen"]) == (
        None,
        None,
        None,
        6,
    )


def test_zonder_jaar_is_het_dat_van_de_laatste_maand(db):
    assert (
        tabel(db, "prognose", Filter(), Rol.STURING).rijen()
        == tabel(db, "prognose", DIT_JAAR, Rol.STURING).rijen()
    )


@pytest.mark.parametrize("f", [Filter(jaar=(2023, 2024)), Filter(maand=(2,)), Filter(van=2024 * 12)])
def test_een_deel_van_een_jaar_of_meer_jaren_is_niet_te_vragen(db, f):
    with pytest.raises(NietTeVragen):
        tabel(db, "prognose", f, Rol.STURING)


def test_een_jonge_maand_zonder_regels_wordt_nog_gedeclareerd(maak_database):
    # In April only one of six was declared; the run rate of the other months is € 600.
    regels = [r for n in range(6) for r in reeks(f"a{n}", "2022-01", "2024-03" if n else "2024-04")]
    gezien = rij(maak_database(regels), segment=AMBULANT)
    assert (gezien["gedeclareerd"], gezien["nog_te_declareren"], gezien["rest_jaar"]) == (1900, 500, 4800)


def test_begroting_verschil_en_wat_buiten_de_declaraties_gaat(db):
    regels = [Begrotingsregel(2024, AMBULANT, 8000_00, 7000_00), Begrotingsregel(2024, "LTA", 50_00)]
    Begrotingen().zet_begroting(regels, 2024, demo=False, wie="t")
    Begrotingen().zet_begroting([Begrotingsregel(2023, WONEN, 1_00)], 2023, demo=False, wie="t")
    buiten = [BuitenDeclaraties(WONEN, 2024, "contract", 300_00), BuitenDeclaraties(WONEN, 2023, "oud", 9_00)]
    Opslag().zet_buiten_declaraties(buiten, demo=False, wie="t")
    assert (rij(db, segment=AMBULANT)["verschil"], rij(db, segment=AMBULANT)["v_n"]) == (-200, "N")
    buiten_regel = rij(db, segment=f"{WONEN} (buiten declaraties)")
    assert (buiten_regel["gedeclareerd"], buiten_regel["prognose"], buiten_regel["jeugdigen"]) == (
        300,
        300,
        None,
    )
    assert (rij(db, segment="LTA")["verschil"], rij(db, segment="LTA")["v_n"]) == (50, "V")
    totaal = rij(db, "prognose-totaal")
    assert (
        totaal["prognose"] == 7200 + 2400 + 300 and totaal["begroting"] == 7050 and totaal["jeugdigen"] == 8
    )
    alleen = tabel(db, "prognose", DIT_JAAR.met(segment=(AMBULANT,)), Rol.STURING)
    assert [r["segment"] for r in alleen.rijen()] == [AMBULANT]


def test_de_maanden_tellen_op_tot_het_jaar(db):
    maanden = tabel(db, "prognose-per-maand", DIT_JAAR, Rol.STURING).rijen()
    assert [m["prognose_cumulatief"] for m in maanden] == [800.0 * n for n in range(1, 13)]
    assert [m["gedeclareerd_cumulatief"] for m in maanden] == [800, 1600, 2400, 3200] + [None] * 8
    assert all(m["laag"] <= m["prognose_cumulatief"] <= m["hoog"] for m in maanden)


def test_lezer_ziet_geen_bedrag_van_een_te_klein_segment_en_kan_het_niet_narekenen(db):
    Begrotingen().zet_begroting([Begrotingsregel(2024, WONEN, 2000_00)], 2024, demo=False, wie="t")
    klein = rij(db, rol=Rol.LEZER, segment=WONEN)
    namen = ("gedeclareerd", "nog_te_declareren", "rest_jaar", "prognose", "laag", "hoog", "verschil", "v_n")
    assert {klein[naam] for naam in namen} == {VERBORGEN} and klein["begroting"] == 2000
    # The total is shown, so the other segment would tell it.
    assert rij(db, rol=Rol.LEZER, segment=AMBULANT)["prognose"] == VERBORGEN
    assert rij(db, segment=WONEN)["prognose"] == 2400  # exact for sturing


def test_een_tweede_regel_verdwijnt_met_al_haar_bedragen():
    # B has least declared, C the lowest forecast. Were only those two cells hidden, B's would follow from its
    # other amounts, and with it A's from the total.
    delen = {"A": (3, 10, 10), "B": (50, 100, 900), "C": (50, 300, 100)}
    rijen = [
        dict.fromkeys([k.naam for k in REGISTER["prognose"].kolommen])
        | {
            "segment": s,
            "jeugdigen": n,
            "gedeclareerd": g,
            "nog_te_declareren": 0,
            "rest_jaar": r,
            "prognose": g + r,
        }
        for s, (n, g, r) in delen.items()
    ]
    van = Herkomst("v", None, False, DIT_JAAR, 5, Rol.LEZER, None, None, None)
    gezien = beveilig(REGISTER["prognose"], pd.DataFrame(rijen, dtype=object), van).rijen()
    namen = ("gedeclareerd", "rest_jaar", "prognose")
    assert [{r[naam] == VERBORGEN for naam in namen} for r in gezien] == [{True}, {True}, {False}]


def test_bevroren_blijft_zoals_het_was_en_een_naam_wordt_een_keer_gebruikt(db, maak_database):
    wat = bevries(db, " Berap 1 ", None, "t")
    assert (wat.naam, wat.jaar) == ("Berap 1", 2024)
    meer = maak_database(wonen(7))
    gezien = tabel(meer, "prognose-bevroren", DIT_JAAR, Rol.STURING).rijen()
    assert [(r["naam"], r["segment"], r["prognose"]) for r in gezien] == [
        ("Berap 1", AMBULANT, 7200), ("Berap 1", WONEN, 2400),
    ]  # fmt: skip
    verborgen = tabel(meer, "prognose-bevroren", DIT_JAAR, Rol.LEZER)
    assert {r["prognose"] for r in verborgen.rijen()} == {VERBORGEN}
    for naam in ("Berap 1", "", "x" * 81, "over 123456782"):
        with pytest.raises(NietBevroren):
            bevries(db, naam, 2024, "t")
    assert len(tabel(meer, "prognose-bevroren", Filter(jaar=(2023,)), Rol.STURING)) == 0


def test_de_terugtoets_van_een_vlakke_reeks_mist_nooit(db):
    gezien = tabel(db, "prognose-terugtoets", Filter(), Rol.STURING).rijen()
    assert {(r["segment"], r["vooruit"]) for r in gezien} == {
        (s, h) for s in (AMBULANT, WONEN) for h in (3, 6, 9)
    }
    assert {
        (r["wape"], r["wape_naief"], r["wape_seizoen"], r["scheefheid"], r["dekking"]) for r in gezien
    } == {(0, 0, 0, 0, 100)}


def test_lege_en_jonge_gegevens_geven_een_antwoord(maak_database):
    leeg = maak_database([])
    for naam in (
        "prognose",
        "prognose-totaal",
        "prognose-per-maand",
        "prognose-bevroren",
        "prognose-terugtoets",
    ):
        assert len(tabel(leeg, naam, Filter(), Rol.STURING)) == 0
    jong = maak_database(reeks("a", "2024-04", "2024-04"))
    gezien = tabel(jong, "prognose", Filter(), Rol.STURING).rijen()
    assert [(r["gedeclareerd"], r["rest_jaar"], r["prognose"]) for r in gezien] == [(100, None, None)]
    assert tabel(jong, "prognose-totaal", Filter(), Rol.STURING).cel("prognose") == 100


def test_elke_prognosetabel_staat_in_het_register_en_volgt_haar_jeugdigen():
    for naam, vraag in REGISTER.items():
        if naam.startswith("prognose") and naam != "prognose-terugtoets":
            los = [k.naam for k in vraag.kolommen if k.soort.value == "euro" and not k.volgt]
            assert los in ([], ["begroting"], ["begroting_cumulatief"]), naam
