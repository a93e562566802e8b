"""Actions of the steering talk beside those of other talks, and talks that are closed for good."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from core.database import Stand
from core.opslag.gesprekken import Actie, Actiesoort, Actiestatus, Gesprek, Gesprekken, Vraag
from core.opslag.sturingsgesprekken import Sturingsgesprek, Sturingsgesprekken
from core.opslag.versies import NietBewaard
from core.sturing.agenda import Verloop, op_volgorde, peildag

DAG = date(2024, 5, 7)
ACTIE = Actie(0, None, Actiesoort.BELEID, "bellen", kpi=3)


def test_een_actie_van_een_kpi_heeft_status_en_opvolging_en_staat_naast_die_van_gesprekken() -> None:
    winkel = Gesprekken()
    gesprek = winkel.bewaar_gesprek(Gesprek("GM0935", 2022, "jeugdhulp", DAG, herkennen="ja"), "anna")
    uit_gesprek = winkel.bewaar_actie(
        Actie(gesprek.nummer, Vraag.VINDEN, Actiesoort.ANDERS, "mailen"), "anna"
    )
    kpi = winkel.bewaar_actie(replace(ACTIE, status=Actiestatus.LOOPT, opvolging="gebeld"), "bert")
    demo = winkel.bewaar_actie(replace(ACTIE, demo=True), "bert")
    assert winkel.alle_acties(demo=False) == [uit_gesprek, kpi]
    assert winkel.alle_acties(demo=True) == [uit_gesprek, demo]
    assert winkel.acties([gesprek.nummer]) == [uit_gesprek]


def test_een_opslag_van_voor_het_sturingsgesprek_krijgt_de_kolommen_erbij(eigen_datamap) -> None:
    winkel = Gesprekken()
    with sqlite3.connect(winkel.pad) as con:  # as it was made before
        con.execute("DROP TABLE actie")
        con.execute(
            "CREATE TABLE actie (nummer INTEGER PRIMARY KEY AUTOINCREMENT, gesprek INTEGER NOT NULL, vraag TEXT NOT NULL,"
            " soort TEXT NOT NULL, titel TEXT NOT NULL, eigenaar TEXT NOT NULL, datum TEXT, versie INTEGER NOT NULL)"
        )
        con.execute("INSERT INTO actie VALUES (1, 7, 'vinden', 'beleid', 'oud', '', NULL, 1)")
    con.close()
    (oud,) = Gesprekken().alle_acties(demo=False)
    assert (oud.titel, oud.vraag, oud.status, oud.kpi) == ("oud", Vraag.VINDEN, Actiestatus.OPEN, 0)


def test_te_laat_eerst_en_wat_klaar_is_niet() -> None:
    laat, straks = (
        replace(ACTIE, titel=t, datum=d)
        for t, d in (("laat", date(2024, 4, 1)), ("straks", date(2024, 6, 1)))
    )
    klaar, ooit = replace(laat, status=Actiestatus.KLAAR), replace(ACTIE, titel="ooit")
    assert op_volgorde([ooit, straks, klaar, laat], DAG) == [laat, straks, ooit]
    assert not klaar.te_laat(DAG)
    assert peildag(Stand(DAG, True, None, None)) == DAG
    assert peildag(Stand(DAG, False, None, None)) == date.today()


def test_een_gesprek_wordt_genoteerd_en_daarna_verandert_het_niet_meer() -> None:
    verloop = Verloop(Sturingsgesprekken(), "anna")
    begonnen = verloop.begin(DAG, " beleid en control ", demo=False)
    assert begonnen.deelnemers == "beleid en control"
    with pytest.raises(NietBewaard, match="loopt al"):
        verloop.begin(DAG, "", demo=False)
    genoteerd = verloop.noteer(begonnen, "kpi", "", "Toegang zoekt uit waarom.")
    with pytest.raises(NietBewaard, match="Een ander"):  # began to write when there was no note yet
        verloop.noteer(genoteerd, "kpi", "", "Iets anders.")
    with pytest.raises(NietBewaard, match="burgerservicenummer"):
        verloop.noteer(genoteerd, "acties", "", "Over 123456782.")
    dicht = verloop.sluit(genoteerd, '{"binnen": [], "buiten": []}', "jeugd-000001")
    assert Sturingsgesprekken().open(demo=False) is None
    (terug,) = Sturingsgesprekken().alle(demo=False)
    assert terug == dicht and terug.notitie("kpi") == "Toegang zoekt uit waarom."
    with pytest.raises(sqlite3.IntegrityError, match="verandert niet"):
        Sturingsgesprekken().bewaar(replace(dicht, deelnemers="anderen"), "t")
    assert "Toegang" not in str(Sturingsgesprekken().logboek())


def test_het_voorbeeld_en_de_eigen_gemeente_hebben_elk_hun_gesprekken() -> None:
    Sturingsgesprekken().bewaar(Sturingsgesprek(DAG, demo=True), "t")
    assert Sturingsgesprekken().alle(demo=False) == [] and len(Sturingsgesprekken().alle(demo=True)) == 1
