"""Published figures have an exit of their own, and it holds nothing of ours."""

from __future__ import annotations

import ast
import inspect

import pytest

from core.cijfers.tabellen import TABELLEN, Soort
from core.cijfers.uitleg import UITLEG
from core.export import csv
from core.onthulling import (
    LANDELIJK,
    MATEN,
    OPENBAAR,
    BeveiligdeTabel,
    OpenbareTabel,
    ijking_tabel,
    jaren_tabel,
    landelijk,
    modelkaart_tabel,
    naast_elkaar,
    opbouw_tabel,
    openbaar,
    staven_tabel,
    verwacht_tabel,
)
from core.referentie import gebieden
from core.referentie.gebieden import Gebiedssoort
from core.verwacht.beeld import beeld
from core.verwacht.ingelezen import NIETS
from core.verwacht.vormen import Vorm


def test_een_openbare_tabel_is_geen_beveiligde_tabel() -> None:
    for maak in OPENBAAR.values():
        assert isinstance(maak(), OpenbareTabel)
        assert not isinstance(maak(), BeveiligdeTabel)
    assert not set(OPENBAAR) & set(TABELLEN)


def test_geen_kolom_over_onze_jeugdigen_of_euros() -> None:
    ons = {Soort.JEUGDIGEN, Soort.EURO, Soort.EURO_PER, Soort.PER_1000, Soort.CENTEN}
    for _, kolommen in LANDELIJK.values():
        assert not ons & {k.soort for k in kolommen}


def test_wie_openbare_tabellen_maakt_kan_niet_bij_de_database() -> None:
    """The modules may not import what holds figures about jeugdigen."""
    bomen = [ast.parse(inspect.getsource(m)) for m in (openbaar, landelijk)]
    modules = {k.module for boom in bomen for k in ast.walk(boom) if isinstance(k, ast.ImportFrom)}
    assert not [
        m for m in modules if m.startswith(("core.database", "core.opslag", "core.inlezen", "duckdb"))
    ]
    assert {m for m in modules if m.startswith("core.cijfers")} == {"core.cijfers.tabellen"}


def test_elke_kolom_en_tabel_heeft_een_uitleg() -> None:
    for naam, maak in OPENBAAR.items():
        assert LANDELIJK[naam][1] == maak().kolommen
    for naam, (_, kolommen) in LANDELIJK.items():
        assert UITLEG[naam].endswith(".")
        assert [k.naam for k in kolommen if not UITLEG.get(k.naam, "").endswith(".")] == []


def test_elke_vorm_heeft_een_tabel_met_bron_en_jaar() -> None:
    for vorm in Vorm:
        tabel = verwacht_tabel(vorm)
        assert vorm in tabel.titel and tabel.jaar == 2022 and "CBS" in tabel.bron
        assert {r["jaar"] for r in tabel.rijen()} == {2022}
        assert vorm.noemer.endswith(".")


def test_sorteren_en_kiezen_werkt_als_bij_een_beveiligde_tabel() -> None:
    hoogste = verwacht_tabel().gesorteerd("verschil_pp").eerste(5)
    assert isinstance(hoogste, OpenbareTabel)
    assert hoogste.cel("ventiel") == 20
    assert hoogste.tekst("verschil_pp").startswith("+")


VAN = beeld(Vorm.JEUGDHULP)


def test_staven_met_de_hand() -> None:
    """The lowest bar is the mean of the 18 lowest gemeenten (345 / 20, the first gets the rest)."""
    tabel = staven_tabel(VAN, Gebiedssoort.GEMEENTE, "verschil_pp", "GM0935")
    waarden = sorted(c.verschil_pp for c in VAN.gemeenten())
    assert len(tabel) == 20 and sum(tabel.cel("aantal_gebieden", n) for n in range(20)) == 345
    assert tabel.cel("aantal_gebieden") == 18
    assert tabel.cel("gemiddelde") == pytest.approx(sum(waarden[:18]) / 18, abs=1e-4)
    eigen = [n for n in range(20) if tabel.cel("eigen", n)]
    assert len(eigen) == 1 and "Maastricht" in tabel.cel("namen", eigen[0])
    assert tabel.cel("nummer", eigen[0]) == VAN.van("GM0935").ventiel


def test_gebieden_zonder_cijfer_staan_in_geen_staaf() -> None:
    """Of 159 gemeenten the use of jeugdreclassering is unknown; all have an expectation."""
    van = beeld(Vorm.JEUGDRECLASSERING)
    aantal = {
        maat: sum(r["aantal_gebieden"] for r in staven_tabel(van, Gebiedssoort.GEMEENTE, maat, "NL").rijen())
        for maat in MATEN
    }
    assert aantal == {"verschil_pp": 186, "werkelijk_pct": 186, "verwacht_pct": 345}


def test_opbouw_telt_zichtbaar_op_met_waarden_in_hun_eenheid() -> None:
    tabel = opbouw_tabel(VAN, "GM0935")
    stappen = [r["bijdrage_pp"] or 0 for r in tabel.rijen()]
    assert tabel.cel("stand_pct") + sum(stappen) == pytest.approx(
        tabel.cel("stand_pct", len(tabel) - 1), abs=0.01
    )
    uitkering = tabel.alleen(kenmerk="Inwoners met een uitkering")
    kenmerken = gebieden.kenmerken().set_index("gemeentecode")
    echt = kenmerken.loc["GM0935", "pct_uitkering_tot_aow_2021"]
    assert uitkering.cel("hier") == f"{echt:.1f} %".replace(".", ",")


def test_naast_elkaar_noemt_de_soort_alleen_waar_dat_nodig_is() -> None:
    assert naast_elkaar(VAN, ("GM0344", "PV26")).cel("gebied") == "Utrecht (gemeente)"
    assert naast_elkaar(VAN, ("GM0344", "GM0935", "GM0344")).rijen()[0]["gebied"] == "Utrecht"
    assert len(naast_elkaar(VAN, ("GM0344", "GM0935", "GM0344"))) == 2


def test_elke_tabel_van_de_pagina_noemt_bron_noemer_en_wat_niet_mag() -> None:
    for tabel in (
        staven_tabel(VAN, Gebiedssoort.PROVINCIE, "werkelijk_pct", "PV31"),
        opbouw_tabel(VAN, "NL"),
        naast_elkaar(VAN, ("NL",)),
        jaren_tabel(Vorm.JEUGDHULP, NIETS, "GM0935"),
        modelkaart_tabel(VAN),
        ijking_tabel(VAN),
    ):
        assert "CBS" in tabel.bron and "2022" in tabel.titel
        assert "% van de jeugdigen van 0 tot 18 jaar" in tabel.noten
        assert "een verschil is geen oordeel" in tabel.noten


def test_bestand_draagt_de_bron_in_elke_regel() -> None:
    regels = csv.schrijf(naast_elkaar(VAN, ("NL", "PV31"))).decode("utf-8-sig").splitlines()
    assert regels[0].endswith(";Bron")
    assert all("een verschil is geen oordeel" in regel for regel in regels[1:])
