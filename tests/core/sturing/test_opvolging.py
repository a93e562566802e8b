"""What may be kept of a deviation, and that nobody overwrites another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.opslag.opvolging import Opvolging, Opvolgingen, Status
from core.opslag.versies import NietBewaard
from core.sturing.gesprekken import LANGSTE_ANTWOORD
from core.sturing.opvolging import bewaar_opvolging

BSN = "123456782"  # as in test_gesprekken
NIEUW = Opvolging("aanbieder", "", "Adelante", "jeugdigen", "2023 K4")


def test_bewaard_en_gewijzigd_met_wie_en_wanneer() -> None:
    winkel = Opvolgingen()
    een = bewaar_opvolging(winkel, NIEUW, "anna")
    assert (een.status, een.wie, een.datum, een.versie) == (Status.GEZIEN, "anna", date.today(), 1)
    twee = bewaar_opvolging(winkel, replace(een, status=Status.OPGEVOLGD, notitie="  gebeld  "), "bert")
    assert Opvolgingen().alle() == [twee]
    assert (twee.notitie, twee.wie, twee.versie) == ("gebeld", "bert", 2)
    assert all("gebeld" not in str(regel) for regel in winkel.logboek())


def test_wie_te_laat_is_overschrijft_niets() -> None:
    winkel = Opvolgingen()
    een = bewaar_opvolging(winkel, NIEUW, "anna")
    twee = bewaar_opvolging(winkel, replace(een, notitie="eerst"), "bert")
    for te_laat in (replace(een, notitie="later"), NIEUW):
        with pytest.raises(NietBewaard, match="ander"):
            bewaar_opvolging(winkel, te_laat, "carla")
    assert winkel.alle() == [twee]


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"notitie": f"het gaat om {BSN}"}, "burgerservicenummer"),
        ({"notitie": "x" * (LANGSTE_ANTWOORD + 1)}, "langer dan"),
        ({"status": Status.VERKLAARD, "notitie": "  "}, "waarom"),
    ],
)
def test_wat_niet_mag_wordt_niet_bewaard(velden: dict[str, str], reden: str) -> None:
    winkel = Opvolgingen()
    with pytest.raises(NietBewaard, match=reden) as fout:
        bewaar_opvolging(winkel, replace(NIEUW, **velden), "anna")
    assert BSN not in str(fout.value) and winkel.alle() == [] and winkel.logboek() == []


def test_een_volgend_kwartaal_is_een_ander_signaal() -> None:
    winkel = Opvolgingen()
    oud = bewaar_opvolging(winkel, replace(NIEUW, kwartaal="2023 K3"), "anna")
    nieuw = bewaar_opvolging(winkel, NIEUW, "anna")
    assert winkel.alle() == [nieuw, oud]
