"""Published figures have an exit of their own, and it holds nothing of ours."""

from __future__ import annotations

import ast
import inspect

from core.cijfers.tabellen import TABELLEN, Soort
from core.cijfers.uitleg import UITLEG
from core.onthulling import OPENBAAR, BeveiligdeTabel, OpenbareTabel, openbaar, verwacht_tabel
from core.verwacht.vormen import Vorm


def test_een_openbare_tabel_is_geen_beveiligde_tabel() -> None:
    for maak in OPENBAAR.values():
        assert isinstance(maak(), OpenbareTabel)
        assert not isinstance(maak(), BeveiligdeTabel)
    assert not set(OPENBAAR) & set(TABELLEN)


def test_geen_kolom_over_onze_jeugdigen_of_euros() -> None:
    ons = {Soort.JEUGDIGEN, Soort.EURO, Soort.EURO_PER, Soort.PER_1000, Soort.CENTEN}
    for maak in OPENBAAR.values():
        assert not ons & {k.soort for k in maak().kolommen}


def test_wie_openbare_tabellen_maakt_kan_niet_bij_de_database() -> None:
    """The module may not import what holds figures about jeugdigen."""
    boom = ast.parse(inspect.getsource(openbaar))
    modules = {k.module for k in ast.walk(boom) if isinstance(k, ast.ImportFrom)}
    assert not [
        m for m in modules if m.startswith(("core.database", "core.opslag", "core.inlezen", "duckdb"))
    ]
    assert {m for m in modules if m.startswith("core.cijfers")} == {"core.cijfers.tabellen"}


def test_elke_kolom_en_tabel_heeft_een_uitleg() -> None:
    for naam, maak in OPENBAAR.items():
        assert UITLEG[naam].endswith(".")
        assert [k.naam for k in maak().kolommen if k.naam not in (*UITLEG, "gebied")] == []


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
