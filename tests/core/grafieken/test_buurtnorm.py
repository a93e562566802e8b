"""The funnel and the three maps: only what is shown is drawn, only what leaves the bounds has a colour."""

from __future__ import annotations

import json

import pytest

from core import onthulling
from core.begrippen import Rol
from core.filters import Filter
from core.grafieken.buurtnorm import _randen, kaart_buiten_grenzen, trechter
from core.onthulling import BeveiligdeTabel
from tests.core.cijfers.test_buurtnorm import BINNENSTAD, JONG, MALBERG, OUD, WYCK, groep, stad

J2023 = Filter(jaar=(2023,))


@pytest.fixture
def tabel(maak_database):  # type: ignore[no-untyped-def]
    def maak(regels) -> BeveiligdeTabel:  # type: ignore[no-untyped-def]
        return onthulling.tabel(maak_database(regels), "buurtnorm", J2023, Rol.STURING)

    return maak


def scheef():
    """Wyck above, Malberg far below."""
    return [
        *groep(20, BINNENSTAD, OUD),
        *groep(60, WYCK, OUD),
        *groep(2, MALBERG, OUD),
        *groep(30, MALBERG, JONG),
    ]


def punten(figuur):
    return {r["naam"]: r for r in figuur.spec["data"]["values"] if "naam" in r}


def laag(kaart, naam):
    return next(la["data"] for la in json.loads(kaart.json)["layers"] if la["id"] == naam)


def test_trechter_heeft_een_stip_per_getoonde_buurt_tussen_grenzen(tabel):
    uit = punten(trechter(tabel(scheef())))
    assert {n: p["plek"] for n, p in uit.items()} == {
        "Binnenstad": "binnen",
        "Wyck": "boven",
        "Malberg": "onder",
    }
    assert uit["Malberg"]["noem"] == "Malberg" and uit["Wyck"]["noem"] == ""  # 99,8 %, 95 %
    randen = [r for r in trechter(tabel(scheef())).spec["data"]["values"] if "rand" in r]
    assert randen[0]["hoog_95"] > randen[-1]["hoog_95"] > 100 > randen[-1]["laag_95"] > randen[0]["laag_95"]
    assert all(r["laag_998"] <= r["laag_95"] for r in randen)
    assert all(r["hoog_95"] <= r["hoog_998"] for r in randen if r["hoog_998"] is not None)


def test_een_kleine_buurt_drukt_de_andere_niet_plat():
    # Where 1 jeugdige is expected, 5 is still chance: an axis up to 500 for points around 100.
    randen = _randen(1, 60, 250)
    assert randen[0]["hoog_998"] is None and randen[-1]["hoog_998"] is not None
    assert max(r["hoog_998"] for r in randen if r["hoog_998"] is not None) <= 250


def test_een_verborgen_buurt_heeft_geen_stip_en_geen_getal_op_de_kaart(tabel):
    van = tabel([*groep(3, BINNENSTAD, OUD), *groep(40, WYCK, OUD), *groep(40, MALBERG, JONG)])
    assert set(punten(trechter(van))) == {"Malberg"}
    kaart = kaart_buiten_grenzen(van, "index")
    assert {r.tekst: r.aantal for r in kaart.legenda}["verborgen"] == 2
    tip = next(r["tekst"] for r in laag(kaart, "buurten") if r["naam"] == "Binnenstad")
    assert "<5 jeugdigen" in tip and "index verborgen" in tip


def test_alleen_wat_buiten_de_grenzen_ligt_heeft_een_kleur(tabel):
    van = tabel(scheef())
    for maat in ("per_1000", "stad_per_1000", "index"):
        legenda = {r.tekst: r.aantal for r in kaart_buiten_grenzen(van, maat).legenda if r.kleur}
        assert sum(legenda.values()) == 2  # Wyck and Malberg
    assert {r.tekst for r in kaart_buiten_grenzen(van, "index").legenda if r.kleur} == {
        "boven 95 %",
        "onder 99,8 %",
    }
    rustig = kaart_buiten_grenzen(tabel(stad()), "index")
    assert {r.tekst: r.aantal for r in rustig.legenda}["binnen de grenzen"] == 3
    assert all(r.kleur == "" for r in rustig.legenda)


def test_werkelijk_en_stadsgemiddelde_staan_op_een_schaal(tabel):
    van = tabel(scheef())
    kleur = {
        r.tekst: r.kleur
        for maat in ("per_1000", "stad_per_1000")
        for r in kaart_buiten_grenzen(van, maat).legenda
        if r.kleur
    }
    per_maat = [
        {r.tekst: r.kleur for r in kaart_buiten_grenzen(van, m).legenda if r.kleur}
        for m in ("per_1000", "stad_per_1000")
    ]
    # The same words have the same colour on both maps.
    assert all(kleur[woord] == tint for legenda in per_maat for woord, tint in legenda.items())


def test_zonder_stadsgemiddelde_is_de_trechter_leeg(tabel):
    assert punten(trechter(tabel(groep(6, MALBERG, JONG)))) == {}
