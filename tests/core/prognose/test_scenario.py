"""A year under assumptions: each effect by hand, inflow as far as it is new, and what may not be seen of an aanbieder."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.begrippen import Rol
from core.bevindingen import aannames, scenario_naast_prognose
from core.filters import Filter
from core.onthulling import VERBORGEN, Drempels, scenario, tabel
from core.opslag.scenarios import BestaatAl, Scenario, Scenarios
from core.opslag.versies import Ingehaald, NietBewaard
from core.prognose.arrangementen import van_maanden
from core.prognose.scenario import EFFECTEN, doorgerekend
from core.sturing.scenarios import bewaar_scenario
from tests.core.cijfers.hulp import VOLTIJD, reeks

AMBULANT, WONEN = "Segment Jeugd Ambulant", "Segment Jeugd Wonen"
DIT_JAAR = Filter(jaar=(2024,))


@pytest.fixture
def db(maak_database):
    """Until April 2024. Ambulant: 8 jeugdigen of 100 a month, 2 of them at Xonar; Wonen: 6 of 100."""
    regels = [r for n in range(6) for r in reeks(f"a{n}", "2022-01", "2024-04")]
    regels += [r for n in range(2) for r in reeks(f"x{n}", "2022-01", "2024-04", aanbieder="Xonar")]
    regels += [r for n in range(6) for r in reeks(f"w{n}", "2022-01", "2024-04", **VOLTIJD)]
    return maak_database(regels)


def effecten(db, s: Scenario) -> dict[str, tuple[float, ...]]:
    rijen = doorgerekend(db, DIT_JAAR, s).to_dict("records")
    return {r["segment"] or "totaal": tuple(round(r[e], 2) for e in EFFECTEN) for r in rijen}


def test_elk_effect_op_wat_het_vorige_overliet(db):
    # Eight months of 800 and of 600 to come; price only in Ambulant, 10 % of 6.400.
    s = Scenario("Duurder", 2024, prijs=10, segmenten=(AMBULANT,))
    assert effecten(db, s) == {AMBULANT: (0, 0, 640), WONEN: (0, 0, 0), "totaal": (0, 0, 640)}
    # Xonar, a quarter, stops from September: 4 × 200 less half that goes on; price on 6.400 − 400.
    s = replace(s, aanbieder="Xonar", vanaf=9, verhuist=50)
    assert effecten(db, s)[AMBULANT] == (0, -400, 600)
    rij = doorgerekend(db, DIT_JAAR, s).iloc[0]
    assert rij["uitkomst"] == pytest.approx(rij["prognose"] + 200)
    assert effecten(db, Scenario("Niets", 2024))["totaal"] == (0, 0, 0)
    # Nobody began in the last year, so as far as anyone knows nobody will.
    assert effecten(db, Scenario("Drukker", 2024, instroom=50))["totaal"] == (0, 0, 0)


def test_instroom_werkt_zo_ver_als_zij_nieuw_is():
    # Ten begin each month and all stay two months: of month one half is new, of later ones all.
    maanden = 26
    in_zorg = np.zeros((10 * maanden, maanden), dtype=bool)
    for m in range(maanden):
        in_zorg[10 * m : 10 * m + 10, m : m + 2] = True
    deel = van_maanden(in_zorg).nieuw(maanden, 3)
    assert deel == pytest.approx([0.5, 1, 1], abs=0.08)  # how long they stay is drawn a little to the mean


def test_een_verlenging_is_geen_nieuw_arrangement():
    # One month without (a visit that was skipped) ends nothing; two do.
    een = van_maanden(np.array([[1, 1, 0, 1, 1, 0, 0, 1]], dtype=bool))
    assert een.lopend.sum(axis=1).tolist() == [1, 1, 1, 1, 1, 0, 0, 1]
    assert een.lopend[:, 0].tolist() == [1, 0, 0, 0, 0, 0, 0, 1] and een.gestopt[4, 4] == 1


def test_lezer_leest_geen_kleine_aanbieder_af_uit_het_verschil(db):
    s = Scenario("Xonar stopt", 2024, aanbieder="Xonar", vanaf=9)
    gezien = scenario(db, DIT_JAAR, s, Rol.LEZER, Drempels()).rijen()
    # The total would tell it, and so would the other line beside the total.
    assert {r[naam] for r in gezien for naam in ("uitkomst", "door_aanbieder", "verschil")} <= {
        VERBORGEN,
        None,
    }
    assert scenario(db, DIT_JAAR, s, Rol.STURING, Drempels()).cel("door_aanbieder") == -800


def test_lezer_leest_niet_af_wat_een_grote_aanbieder_van_zijn_segment_overlaat(db):
    # Adelante has six of the eight in Ambulant: what its part leaves is of the two at Xonar.
    s = Scenario("Adelante stopt", 2024, aanbieder="Adelante", vanaf=9)
    assert doorgerekend(db, DIT_JAAR, s)["kleinste_groep"].tolist() == [2, 6, 2]
    assert scenario(db, DIT_JAAR, s, Rol.LEZER, Drempels()).cel("door_aanbieder") is None


def test_bewaren_met_versies_en_wat_er_niet_in_mag(db):
    bestaan = (db.keuzes["segment"], db.keuzes["aanbieder"])
    opslag = Scenarios()
    s = bewaar_scenario(opslag, Scenario(" Krap ", 2024, prijs=3), "t", bestaan)
    assert opslag.scenarios(2024, demo=False) == [s] and (s.naam, s.versie) == ("Krap", 1)
    assert opslag.scenarios(2024, demo=True) == [] == opslag.scenarios(2025, demo=False)
    with pytest.raises(BestaatAl):
        opslag.bewaar(Scenario("krap", 2024), "t")
    opslag.bewaar(replace(s, prijs=4), "ander")
    with pytest.raises(Ingehaald):
        opslag.bewaar(replace(s, prijs=5), "t")
    fout = Scenario("x", 2024)
    for anders in (
        {"naam": ""}, {"naam": "over 123456782"}, {"toelichting": "over 123456782"}, {"prijs": 101.0},
        {"segmenten": ("Niets",)}, {"aanbieder": "Niemand"}, {"vanaf": 13}, {"naam": "KRAP"},
    ):  # fmt: skip
        with pytest.raises(NietBewaard):
            bewaar_scenario(opslag, replace(fout, **anders), "t", bestaan)
    van = tabel(db, "prognose-scenarios", DIT_JAAR, Rol.STURING)
    assert [(r["scenario"], r["niveau"]) for r in van.rijen()] == [
        ("Krap", n) for n in ("segment", "segment", "totaal")
    ]
    # 4 % of eight months of 1.400.
    zin = scenario_naast_prognose(van).replace("\u00a0", " ")
    assert (
        zin == "Met Krap komt 2024 uit op € 17.000, vrijwel gelijk aan de prognose."
        and van.cel("door_prijs", 2) == 448
    )


def test_aannames_in_woorden():
    s = Scenario("x", 2024, prijs=3, instroom=-5, segmenten=(WONEN,), aanbieder="Xonar", vanaf=7, verhuist=60)
    assert [zin.replace("\u00a0", " ") for zin in aannames(s)] == [
        "Prijs in Segment Jeugd Wonen: 3,0 % hoger dan in de prognose.",
        "Instroom in Segment Jeugd Wonen: 5,0 % lager dan in de prognose.",
        "Xonar stopt vanaf juli 2024; 60 % van die hulp gaat elders door.",
    ]
