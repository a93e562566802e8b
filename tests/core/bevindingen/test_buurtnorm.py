"""The finding about buurten: it names what is far outside the bounds and never leads by chance."""

from __future__ import annotations

from datetime import date

import pytest

from core.begrippen import Rol
from core.bevindingen.buurtnorm import buurten_naast_stad, over_toeval, toevallig
from core.cijfers.hoofdtabellen import BUURTNORM
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Herkomst

VAN = Herkomst("v1", date(2024, 5, 1), False, Filter(), 5, Rol.STURING, None, None, None)
NAMEN = [k.naam for k in BUURTNORM]


def tabel(*buurten: tuple[str, str | None, float]) -> BeveiligdeTabel:
    """Rows of (name, ligging or `dicht`, verschil)."""
    waarden, redenen = [], []
    for naam, ligging, verschil in buurten:
        dicht = ligging == "dicht"
        rij = dict.fromkeys(NAMEN) | {"niveau": "buurt", "buurt": naam, "stadsgemiddelde": 20.0, "klassen": 4}
        rij |= {} if dicht else {"ligging": ligging, "verschil": verschil}
        waarden.append(tuple(rij.values()))
        redenen.append(tuple("verborgen" if dicht and n == "ligging" else "" for n in NAMEN))
    return BeveiligdeTabel("buurtnorm", "t", BUURTNORM, tuple(waarden), tuple(redenen), VAN)


def binnen(aantal: int) -> list[tuple[str, str | None, float]]:
    return [(f"b{n}", "binnen", 0.0) for n in range(aantal)]


def test_alles_binnen_de_grenzen_is_toeval():
    assert buurten_naast_stad(tabel(*binnen(44))) == (
        "Alle 44 buurten met een cijfer liggen binnen de grenzen: wat zij verschillen past bij toeval."
    )


def test_twee_van_de_44_net_buiten_de_grens_is_geen_nieuws():
    van = tabel(*binnen(42), ("Heer", "boven 95 %", 9.0), ("Amby", "onder 95 %", -9.0))
    assert buurten_naast_stad(van) == (
        "42 van de 44 buurten met een cijfer liggen binnen de grenzen van het toeval; 2 erbuiten is niet meer dan bij "
        "toeval past."
    )


def test_wat_ver_buiten_de_grenzen_ligt_heeft_een_naam_het_grootste_verschil_eerst():
    van = tabel(
        *binnen(36), ("Heer", "boven 95 %", 9.0), ("Caberg", "boven 99,8 %", 20.0), ("Malberg", "boven 99,8 %", 46.0),
        ("Heugem", "boven 99,8 %", 30.0), ("Limmel", "boven 99,8 %", 12.0), ("Amby", "onder 99,8 %", -45.0),
    )  # fmt: skip
    assert buurten_naast_stad(van) == (
        "36 van de 42 buurten met een cijfer liggen binnen de grenzen van het toeval; meer jeugdigen dan de grens van "
        "99,8 % in Malberg, Heugem, Caberg en nog één andere en minder jeugdigen dan de grens van 99,8 % in Amby."
    )


def test_zonder_cijfer_of_alles_verborgen():
    assert (
        buurten_naast_stad(tabel(("a", None, 0.0)))
        == "Voor deze selectie is geen stadsgemiddelde te berekenen."
    )
    assert (
        buurten_naast_stad(tabel(("a", "dicht", 0.0)))
        == "Voor deze selectie is geen stadsgemiddelde te berekenen."
    )


@pytest.mark.parametrize(("buurten", "aantal"), [(44, 2), (20, 1), (3, 1), (100, 5)])
def test_hoeveel_toeval_erbuiten_legt(buurten, aantal):
    assert toevallig(buurten) == aantal


def test_wat_een_lezer_vooraf_moet_weten():
    zin = over_toeval(tabel(*binnen(43), ("a", "dicht", 0.0)))
    assert zin == (
        "Door toeval alleen liggen van 44 buurten er ongeveer 2 buiten de grenzen van 95 %, en bijna nooit een buiten die "
        "van 99,8 %. 1 buurt is verborgen: daar wonen te weinig jeugdigen met hulp."
    )
