"""The waterfall: every step where it belongs, hidden steps as one bar."""

from __future__ import annotations

import pytest

from core import onthulling
from core.begrippen import Rol
from core.filters import Filter
from core.grafieken.brug import waterval
from tests.core.cijfers.test_brug import BUITEN, HEEL_2022, kind


@pytest.fixture
def rijen(maak_database):
    def maak(pgb, elders, oud=0):
        regels = [*HEEL_2022, *[r for n in range(30) for r in kind(f"hier{n}")]]
        regels += [r for n in range(pgb) for r in kind(f"pgb{n}", leveringsvorm="PGB")]
        regels += [r for n in range(elders) for r in kind(f"elders{n}", buurt=BUITEN)]
        regels += [r for n in range(oud) for r in kind(f"oud{n}", geboortemaand="1990-01")]
        van = onthulling.tabel(maak_database(regels), "brug", Filter(jaar=(2022,)), Rol.STURING)
        return [(r["naam"], r["van"], r["tot"], r["tekst"]) for r in waterval(van).spec["data"]["values"]]

    return maak


def stappen(rijen):
    return [r for r in rijen if not r[0].startswith(("Eigen", "Te vergelijken", "Volgens"))]


def test_elke_stap_begint_waar_de_vorige_eindigt(rijen):
    uit = rijen(6, 8)
    assert [r[0] for r in uit] == [
        "Eigen aantal", "Alleen pgb", "Woont buiten de gemeente", "Te vergelijken met het CBS", "Niet verklaard",
        "Volgens het CBS",
    ]  # fmt: skip
    assert stappen(uit) == [
        ("Alleen pgb", 39, 45, "-6"), ("Woont buiten de gemeente", 31, 39, "-8"), ("Niet verklaard", 31, 2755, "+2.724"),
    ]  # fmt: skip
    assert [r[2] for r in uit if r not in stappen(uit)] == [45, 31, 2755]


def test_verborgen_stappen_zijn_een_staaf(rijen):
    uit = stappen(rijen(3, 8, 9))  # 3 is hidden, and 8 with it
    assert uit[0] == ("23 jaar of ouder", 42, 51, "-9")
    assert uit[1] == ("Verborgen stappen samen", 31, 42, "-11")


def test_is_ook_de_rest_verborgen_dan_staan_er_alleen_twee_gehelen(rijen):
    assert [(r[0], r[3]) for r in rijen(3, 0)] == [("Eigen aantal", "34"), ("Volgens het CBS", "2.755")]
