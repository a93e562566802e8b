"""A version that an older program built is built again before anybody reads it."""

from __future__ import annotations

import duckdb

from core import database
from core.inlezen import bijwerken
from tests.core.inlezen.conftest import cijfers, jongeren


def test_zonder_gegevens_is_er_geen_versie(eigen_datamap):
    assert bijwerken.actueel() is None


def test_een_versie_van_nu_blijft_wat_zij_is(inlezen, eigen_datamap):
    inlezen(jongeren(6))
    naam = (eigen_datamap / "actueel").read_text()
    assert bijwerken.actueel().pad.name == naam


def test_een_verouderde_versie_wordt_herbouwd_met_dezelfde_cijfers(inlezen, eigen_datamap):
    inlezen(jongeren(6))
    oud = eigen_datamap / (eigen_datamap / "actueel").read_text()
    voor = cijfers()
    database.actueel().sluit()
    database.lezen._OPEN.clear()
    with duckdb.connect(oud) as con:
        con.execute("UPDATE bouwwijze SET wijze = 'vorig jaar'")
        con.execute("DROP TABLE zorgmaand")
    nieuw = bijwerken.actueel()
    assert nieuw.pad.name != oud.name
    assert cijfers() == voor
