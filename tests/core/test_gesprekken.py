"""Talks and actions in sturing.sqlite: kept, changed, removed, logged; nobody overwrites another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.opslag.gesprekken import Actie, Actiesoort, Gesprek, Gesprekken, Vraag
from core.opslag.versies import Ingehaald

OVER = ("GM0935", 2022, "jeugdhulp")


def gesprek(dag: int = 1, **velden: str) -> Gesprek:
    return Gesprek(*OVER, date(2024, 5, dag), **({"herkennen": "ja"} | velden))


def test_bewaard_gewijzigd_en_verwijderd() -> None:
    winkel = Gesprekken()
    een = winkel.bewaar_gesprek(gesprek(1, deelnemers="scholen"), "anna")
    twee = winkel.bewaar_gesprek(gesprek(2), "anna")
    assert winkel.gesprekken(*OVER) == [twee, een]
    anders = winkel.bewaar_gesprek(replace(een, vinden="veel"), "bert")
    assert Gesprekken().gesprekken(*OVER) == [twee, anders]
    assert (anders.nummer, anders.versie, anders.vinden) == (een.nummer, 2, "veel")
    winkel.verwijder_gesprek(twee.nummer, "anna")
    assert winkel.gesprekken(*OVER) == [anders]


@pytest.mark.parametrize("ander", [("GM0917", 2022, "jeugdhulp"), ("GM0935", 2021, "jeugdhulp"), ("GM0935", 2022, "jeugdzorg")])  # fmt: skip
def test_een_gesprek_gaat_over_een_gebied_jaar_en_vorm(ander: tuple[str, int, str]) -> None:
    winkel = Gesprekken()
    winkel.bewaar_gesprek(gesprek(), "anna")
    assert winkel.gesprekken(*ander) == []


def test_wie_te_laat_is_overschrijft_niets() -> None:
    winkel = Gesprekken()
    oud = winkel.bewaar_gesprek(gesprek(), "anna")
    winkel.bewaar_gesprek(replace(oud, herkennen="nee"), "bert")
    with pytest.raises(Ingehaald):
        winkel.bewaar_gesprek(replace(oud, herkennen="misschien"), "anna")
    assert winkel.gesprekken(*OVER)[0].herkennen == "nee"
    winkel.verwijder_gesprek(oud.nummer, "bert")
    with pytest.raises(Ingehaald):
        winkel.bewaar_gesprek(replace(oud, versie=2), "anna")
    assert winkel.gesprekken(*OVER) == []


def test_acties_op_datum_en_weg_met_hun_gesprek() -> None:
    winkel = Gesprekken()
    van = winkel.bewaar_gesprek(gesprek(), "anna")
    zonder = winkel.bewaar_actie(Actie(van.nummer, Vraag.VINDEN, Actiesoort.ANDERS, "later"), "anna")
    eerst = winkel.bewaar_actie(
        Actie(van.nummer, Vraag.VERKLAREN, Actiesoort.INKOOPAFSPRAAK, "POH jeugd", "Team", date(2024, 9, 1)),
        "anna",
    )
    assert winkel.acties([van.nummer]) == [eerst, zonder]
    klaar = winkel.bewaar_actie(replace(eerst, titel="POH"), "anna")
    assert winkel.acties([van.nummer])[0] == klaar
    with pytest.raises(Ingehaald):
        winkel.bewaar_actie(replace(eerst, titel="anders"), "bert")
    winkel.verwijder_actie(zonder.nummer, "anna")
    assert winkel.acties([van.nummer]) == [klaar]
    winkel.verwijder_gesprek(van.nummer, "anna")
    assert winkel.acties([van.nummer]) == []
    with pytest.raises(Ingehaald):
        winkel.bewaar_actie(Actie(van.nummer, Vraag.VINDEN, Actiesoort.ANDERS, "te laat"), "anna")


def test_elke_wijziging_in_het_logboek_maar_nooit_wat_er_staat() -> None:
    winkel = Gesprekken()
    van = winkel.bewaar_gesprek(gesprek(deelnemers="mevrouw Jansen", herkennen="geheim"), "anna")
    actie = winkel.bewaar_actie(Actie(van.nummer, Vraag.VINDEN, Actiesoort.BELEID, "stil", "Piet"), "anna")
    winkel.verwijder_actie(actie.nummer, "bert")
    winkel.verwijder_gesprek(van.nummer, "bert")
    regels = winkel.logboek()[::-1]
    assert [(r["wie"], r["wat"]) for r in regels] == [
        ("anna", "gesprek bewaard"), ("anna", "actie bewaard"), ("bert", "actie verwijderd"), ("bert", "gesprek verwijderd"),
    ]  # fmt: skip
    assert not any(woord in str(regels) for woord in ("Jansen", "geheim", "stil", "Piet"))
