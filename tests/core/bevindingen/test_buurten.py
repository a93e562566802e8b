"""The sentences of the page Buurten."""

from __future__ import annotations

import pytest

from core import onthulling
from core.begrippen import Rol
from core.bevindingen import buurt_tegen_stad, hoogste_gebruik, onvolledig
from core.bevindingen.buurten import gebruik_over_de_jaren, grootste_aandeel
from core.filters import Filter
from core.onthulling import Jaarstand, door_de_jaren
from tests.conftest import Regel

F = Filter(jaar=(2023,))


def wonen(buurt: str, aantal: int, maand: str = "2023-01") -> list[Regel]:
    return [
        {"jeugdige": f"{buurt}{n}", "buurt": buurt, "geboortemaand": "2012-01", "leveringsmaand": maand}
        for n in range(aantal)
    ]


@pytest.fixture
def buurten(maak_database):  # type: ignore[no-untyped-def]
    return lambda regels, f=F: onthulling.tabel(maak_database(regels), "buurten", f, Rol.STURING)


def test_het_hoogste_gebruik_naast_de_stad(buurten) -> None:
    # Wyck 20 of 200, Malberg 20 of 400 inhabitants; the city 40 of 700
    van = buurten([*wonen("BU09350006", 20), *wonen("BU09350207", 20)])
    assert hoogste_gebruik(van, van.alleen(niveau="totaal")) == (
        "In Wyck kregen naar verhouding de meeste jeugdigen hulp: 100 per 1.000 inwoners van 0 tot en met "
        "17 jaar, tegen 57 in de hele gemeente."
    )


def test_een_buurt_in_haar_laatste_hele_jaar_naast_andere(buurten) -> None:
    van = buurten([*wonen("BU09350006", 20), *wonen("BU09350207", 20)])
    standen = [
        Jaarstand(jaar, jaar != "2023", naam, rij)
        for jaar in ("2023", "2024 (t/m feb)")
        for naam, rij in (("Wyck", van.alleen(buurt="Wyck")), ("Hele gemeente", van.alleen(niveau="totaal")))
    ]
    assert gebruik_over_de_jaren(door_de_jaren(standen)) == (
        "In 2023 kregen in Wyck 100 van de 1.000 inwoners van 0 tot en met 17 jaar hulp, tegen 57 in de hele gemeente."
    )
    assert gebruik_over_de_jaren(door_de_jaren(standen[2:])) == ""


def test_het_grootste_segment_van_een_buurt_naast_de_stad(maak_database) -> None:
    # Wyck: 30 of 30 from Ambulant; the city 30 of 600 (5 %), the others PGB
    regels = [r | {"segment": "PGB", "product": "PGB"} for r in wonen("BU09350207", 570)] + wonen(
        "BU09350006", 30
    )
    db = maak_database(regels)
    hier, stad = (onthulling.tabel(db, "segmenten", f, Rol.STURING) for f in (F.met(buurt=("Wyck",)), F))
    zin = grootste_aandeel(onthulling.segmenten_naast(hier, stad))
    assert zin == (
        "100,0 % van de jeugdigen met hulp kreeg die uit Segment Jeugd Ambulant, in de hele gemeente 5,0 %."
    )


def test_zonder_inwonertallen_de_buurt_met_de_meeste_jeugdigen(buurten) -> None:
    f = Filter(jaar=(2021,))
    van = buurten([*wonen("BU09350006", 9, "2021-01"), *wonen("BU09350207", 20, "2021-01")], f)
    assert (
        hoogste_gebruik(van, van.alleen(niveau="totaal"))
        == "De meeste jeugdigen met hulp wonen in Malberg: 20."
    )


def test_alles_verborgen(buurten) -> None:
    van = buurten(wonen("BU09350006", 1))
    assert (
        hoogste_gebruik(van, van.alleen(niveau="totaal"))
        == "De aantallen per buurt zijn te klein om te tonen."
    )


def test_zonder_bekende_buurt_is_niets_te_klein(buurten) -> None:
    van = buurten(wonen("", 6))
    assert hoogste_gebruik(van, van.alleen(niveau="totaal")) == (
        "In deze selectie woont niemand in een bekende buurt van de gemeente."
    )


def test_niemand(buurten) -> None:
    van = buurten([])
    assert hoogste_gebruik(van, van) == "In deze selectie kreeg niemand hulp."


def test_een_buurt_tegen_de_stad(buurten) -> None:
    van = buurten([*wonen("BU09350006", 20), *wonen("BU09350207", 20)])
    zin = buurt_tegen_stad(van.alleen(buurt="Malberg"), van.alleen(niveau="totaal"))
    assert zin == (
        "In Malberg kregen 20 jeugdigen hulp, 50 per 1.000 inwoners van 0 tot en met 17 jaar, tegen 57 in de "
        "hele gemeente."
    )


def test_een_verborgen_buurt_noemt_geen_getal(buurten) -> None:
    van = buurten([*wonen("BU09350006", 3), *wonen("BU09350000", 20), *wonen("BU09350207", 20)])
    klein, mee = (buurt_tegen_stad(van.alleen(buurt=b), van) for b in ("Wyck", "Binnenstad"))
    assert klein == "Het aantal jeugdigen met hulp in Wyck is kleiner dan 5 en wordt niet getoond."
    assert mee.startswith("Het aantal jeugdigen met hulp in Binnenstad is verborgen, omdat")


@pytest.mark.parametrize(("jaar", "open_punt"), [(2022, False), (2023, False), (2024, True)])
def test_een_jaar_is_onvolledig_als_het_later_begint_of_nog_loopt(
    buurten, jaar: int, open_punt: bool
) -> None:
    # stand per 1 May 2024: through January 2024 is known in full
    van = buurten([*wonen("BU09350006", 9, "2022-01"), *wonen("BU09350006", 9, "2024-02")])
    assert onvolledig(jaar, van.herkomst) is open_punt


def test_bij_een_gekozen_wijk_gaat_de_bevinding_over_de_selectie(buurten) -> None:
    van = buurten([*wonen("BU09350006", 20), *wonen("BU09350207", 20)], F.met(wijk=("Buitenwijk West",)))
    zin = hoogste_gebruik(van, van.alleen(niveau="totaal"))
    assert zin.startswith(
        "Binnen deze selectie kregen in Malberg naar verhouding de meeste jeugdigen hulp: 50 "
    )
