"""Charts of late declarations: the top of a month with its margin, the triangle, estimates beside what came."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from core.begrippen import Rol
from core.cijfers.tabellen import TABELLEN
from core.filters import Filter
from core.grafieken import kosten_per_maand, terugblik, uitloop
from core.grafieken.kosten import NOG
from core.onthulling import BeveiligdeTabel, Herkomst, Rooster, beveilig, tabel
from tests.core.grafieken.test_aanbieders import rijen
from tests.pages.test_kwaliteit import gedateerd

STURING = Herkomst("v1", None, False, Filter(), 5, Rol.STURING, None, None, None)


def naijl(*cellen: dict[str, Any], rol: Rol = Rol.STURING) -> BeveiligdeTabel:
    exact = pd.DataFrame([{k.naam: None for k in TABELLEN["naijl"].kolommen} | c for c in cellen])
    return beveilig(TABELLEN["naijl"], exact, Herkomst("v1", None, False, Filter(), 5, rol, None, None, None))


def maand(segment: str, kosten: float, nog: float, fout: float, **anders: Any) -> dict[str, Any]:
    eind = kosten + nog
    return {
        "maand": "2024-02", "segment": segment, "jeugdigen": 20, "kosten": kosten, "nog_te_declareren": nog,
        "eindstand": eind, "eindstand_laag": eind - fout, "eindstand_hoog": eind + fout, "voorlopig": True,
    } | anders  # fmt: skip


def test_de_top_is_van_alle_segmenten_samen_met_een_marge_van_los_missen():
    van = naijl(maand("PGB", 100, 20, 3), maand("LTA", 200, 10, 4))
    (top,) = [r for r in rijen(kosten_per_maand(van).spec) if r["segment"] == NOG]
    assert (top["kosten"], top["laag"], top["hoog"]) == (30, 325, 335)  # √(3² + 4²) = 5
    assert top["bedrag"] == "€ 30; eindstand € 330, tussen € 325 en € 335"


def test_minder_dan_niets_en_bijna_niets_wordt_niet_getekend():
    van = naijl(maand("PGB", 100, -20, 3), maand("LTA", 1000, 4, 1, maand="2024-01"))
    assert NOG not in {r["segment"] for r in rijen(kosten_per_maand(van).spec)}


def test_een_segment_is_lichter_als_zijn_eigen_maand_voorlopig_is():
    van = naijl(maand("PGB", 100, 20, 3), maand("LTA", 200, 2, 1, voorlopig=False))
    lichter = {r["segment"]: r["voorlopig"] for r in rijen(kosten_per_maand(van).spec)}
    assert lichter == {"PGB": True, "LTA": False, NOG: False}


def test_wat_verborgen_is_volgt_niet_uit_de_eindstand():
    # Of 3 jeugdigen in LTA and PGB goes with it: for a lezer neither kosten nor what they come to.
    van = naijl(
        maand("PGB", 100, 20, 3),
        maand("LTA", 90, 2, 1, jeugdigen=3),
        maand("Maatwerk", 900, 0, 0),
        rol=Rol.LEZER,
    )
    for naam in ("kosten", "nog_te_declareren", "eindstand", "eindstand_laag", "eindstand_hoog"):
        assert van.cel(naam, 0) is None and van.cel(naam, 1) is None, naam


@pytest.fixture
def db(maak_database):
    return maak_database(gedateerd())


def vraag(db, naam: str) -> BeveiligdeTabel:
    return tabel(db, naam, Filter(), Rol.STURING)


def test_de_driehoek_heeft_een_rij_per_maand(db):
    van = uitloop(vraag(db, "naijl-driehoek"))
    vakken = {(r["plek"], r["na"]): r["label"] for r in rijen(van.spec)}
    assert [vakken.get(("2024-03", na)) for na in range(4)] == ["0", "50", None, None]
    assert [vakken[("2023-11", na)] for na in range(6)] == ["0", "50", "50", "50", "100", "100"]


def test_terugblik_tekent_een_leeftijd(db):
    van = terugblik(vraag(db, "naijl-terugblik"), 2)
    assert {r["geschat"] for r in rijen(van.spec)} == {6000.0}
    assert isinstance(van.van, Rooster) and {van.van.cel("na", n) for n in range(len(van.van))} == {2}
