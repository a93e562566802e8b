"""Wat is er veranderd: the figures before the last load beside those now, and why they differ."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core import database
from core.begrippen import Rol
from core.cijfers.veranderd import OORZAKEN, oorzaken, per_cijfer
from core.database import Database
from core.filters import Filter
from core.inlezen.leveringen import herbouw, terug, voeg_samen
from core.inlezen.vorige import laatste_lading
from core.onthulling import tabel
from tests.core.inlezen.conftest import jongeren

NIEUW, LATER, MINDER, BUURT, INDELING = OORZAKEN

pytestmark = pytest.mark.usefixtures("zonder_kind")


def nu() -> Database:
    db = database.actueel()
    assert db is not None
    return db


def waarom(f: Filter | None = None) -> dict[str, tuple[int, float, float]]:
    """Per reason: jeugdigen, erbij, eraf."""
    rijen = oorzaken(nu(), f or Filter()).to_dict("records")
    return {r["oorzaak"]: (r["jeugdigen"], r["erbij"], r["eraf"]) for r in rijen}


def januari(aantal: int = 6, **velden: Any) -> list[dict[str, Any]]:
    """Lines of € 100 of as many jeugdigen in January 2024."""
    return jongeren(
        aantal, **({"leveringsmaand": "2024-01", "bedrag": "100,00", "toewijzingnummer": "t"} | velden)
    )


def test_een_eerste_levering_heeft_niets_om_naast_te_staan(inlezen):
    inlezen(januari())
    lading = laatste_lading(nu())
    assert lading is not None and (lading.nummers, lading.ervoor) == ((1,), None)
    assert oorzaken(nu(), Filter()).empty and per_cijfer(nu(), Filter()).empty


def test_elke_oorzaak_met_zijn_bedrag(inlezen):
    eerst = januari(6, buurt="Wyck")
    inlezen(eerst)
    anders = [dict(r) for r in eerst]
    anders[0]["bedrag"] = "130,00"  # € 30 declared later
    anders[1]["bedrag"] = "60,00"  # € 40 credited
    anders[2]["buurt"] = "Malberg"
    anders[3]["product"] = "Behandeling Individueel"
    inlezen(
        anders + januari(2, begin=2000) + januari(3, leveringsmaand="2024-02", begin=3000),
        naam="twee.csv",
        toch=True,
    )
    assert waarom() == {
        NIEUW: (3, 300.0, 0.0),
        LATER: (3, 230.0, 0.0),  # the € 30, and two jeugdigen of € 100
        MINDER: (1, 0.0, 40.0),
        BUURT: (1, 100.0, 100.0),
        INDELING: (1, 100.0, 100.0),
    }


def test_saldo_van_de_oorzaken_is_het_verschil_in_kosten(inlezen):
    inlezen(januari(6))
    inlezen(januari(5, bedrag="90,00") + januari(4, begin=9000), naam="twee.csv", toch=True)
    cijfers = per_cijfer(nu(), Filter()).iloc[0]  # totaal, 2024
    assert (cijfers["jeugdigen_toen"], cijfers["jeugdigen"], cijfers["jeugdigen_verschil"]) == (6, 9, 3)
    assert (cijfers["kosten_toen"], cijfers["kosten"], cijfers["kosten_verschil"]) == (600, 850, 250)
    assert oorzaken(nu(), Filter())["saldo"].sum() == 250
    assert waarom(Filter(segment=("PGB",))) == {}
    assert waarom(Filter(jaar=(2023,))) == {}


def test_een_gewijzigde_naam_van_een_aanbieder_is_een_andere_indeling(inlezen):
    inlezen(januari(6, aanbieder="Accare"))
    inlezen(januari(5, leveringsmaand="2024-02", aanbieder="Accare"), naam="twee.csv")
    voeg_samen(["Accare"], "Accare Groep", "test")
    assert waarom() == {NIEUW: (5, 500.0, 0.0), INDELING: (6, 600.0, 600.0)}


def test_zonder_de_versie_van_toen_wordt_zij_opnieuw_opgebouwd(inlezen, eigen_datamap: Path):
    inlezen(januari(6))
    inlezen(januari(6, bedrag="110,00"), naam="twee.csv")
    for _ in range(3):  # the last three versions are kept
        herbouw()
    assert waarom() == {LATER: (6, 60.0, 0.0)}
    assert [p.stem for p in (eigen_datamap / "tijdelijk").glob("voor-*")] == [f"voor-{nu().dataversie}"]


def test_na_ongedaan_maken_gaat_het_over_de_levering_ervoor(inlezen):
    inlezen(januari(6))
    inlezen(januari(6, bedrag="110,00"), naam="twee.csv")
    inlezen(januari(6, bedrag="500,00"), naam="drie.csv", toch=True)
    terug(3, "test")
    lading = laatste_lading(nu())
    assert lading is not None and (lading.nummers, lading.bestanden) == ((2,), ("twee.csv",))
    assert waarom() == {LATER: (6, 60.0, 0.0)}


def test_te_weinig_jeugdigen_zijn_ook_hier_verborgen(inlezen):
    inlezen(januari(6))
    inlezen([*januari(6), *januari(3, begin=9000)], naam="twee.csv", toch=True)
    van = tabel(nu(), "veranderd", Filter(), Rol.LEZER)
    assert van.reden_van("jeugdigen") == "<5" and van.cel("saldo") is None


def test_wat_vooral_van_een_jeugdige_bijkwam_is_voor_een_lezer_verborgen(inlezen):
    inlezen(januari(6))
    later = januari(6, bedrag="110,00")
    inlezen([later[0] | {"bedrag": "400,00"}, *later[1:]], naam="twee.csv", toch=True)
    # € 300 of € 350 is one's: 85.7 %.
    assert waarom() == {LATER: (6, 350.0, 0.0)}
    lezer, sturing = (tabel(nu(), "veranderd", Filter(), rol) for rol in (Rol.LEZER, Rol.STURING))
    assert lezer.cel("jeugdigen") == 5 and lezer.cel("erbij") is None and lezer.cel("saldo") is None
    assert sturing.cel("erbij") == 350.0


@pytest.mark.parametrize(("nu_nog", "erbij", "gelezen"), [(6, 60, 65), (0, 60, 60), (3, 0, None)])
def test_wat_toen_vooral_van_een_jeugdige_was_is_voor_een_lezer_verborgen(inlezen, nu_nog, erbij, gelezen):
    toen = januari(6)
    toen[0] |= {"bedrag": "3000,00"}  # of € 3,500: 85.7 %
    inlezen(toen)
    later = [*toen[:nu_nog], *januari(erbij, begin=9000, bedrag="3000,00")]
    inlezen(later, naam="twee.csv", toch=True)
    van = tabel(nu(), "veranderde-cijfers", Filter(), Rol.LEZER)
    assert van.cel("jeugdigen") == gelezen and van.cel("kosten_toen") is None


def test_van_te_weinig_toen_volgt_niets_uit_het_verschil(inlezen):
    inlezen(januari(3))
    inlezen([*januari(3), *januari(7, begin=9000)], naam="twee.csv", toch=True)
    van = tabel(nu(), "veranderde-cijfers", Filter(), Rol.STURING)
    assert van.cel("jeugdigen") == 10 and van.reden_van("jeugdigen_toen") == "<5"
    assert [van.cel(n) for n in ("jeugdigen_verschil", "kosten_toen", "kosten_verschil")] == [None] * 3
