"""The difference with CBS in words."""

from __future__ import annotations

import pytest

from core import onthulling
from core.begrippen import Rol
from core.bevindingen import brug_naar_cbs
from core.filters import Filter
from tests.core.cijfers.test_brug import HEEL_2022, kind


@pytest.fixture
def zin(maak_database, monkeypatch):
    def maak(hier, pgb, cbs):
        monkeypatch.setattr("core.cijfers.brug.met_jeugdzorg", lambda code: {2022: cbs})
        regels = [*HEEL_2022, *[r for n in range(hier) for r in kind(f"hier{n}")]]
        regels += [r for n in range(pgb) for r in kind(f"pgb{n}", leveringsvorm="PGB")]
        return brug_naar_cbs(
            onthulling.tabel(maak_database(regels), "brug", Filter(jaar=(2022,)), Rol.STURING)
        )

    return maak


def test_wat_de_stappen_verklaren_en_wat_overblijft(zin):
    assert zin(39, 10, 30) == (
        "In 2022 kregen 50 jeugdigen hulp; het CBS telt er 30. Van de eigen jeugdigen tellen er 10 bij het CBS niet mee; naast "
        "de overige 40 telt het CBS er 10 minder, en dat is niet uit de gegevens te verklaren."
    )
    assert "het CBS er 15 meer" in zin(39, 10, 55)


def test_op_de_afronding_na(zin):
    assert zin(39, 10, 40).endswith("De stappen hieronder verklaren het verschil, op de afronding na.")


def test_verborgen(zin):
    assert zin(39, 3, 40).endswith(
        "Het verschil is niet uit te splitsen zonder een klein aantal te verraden."
    )
