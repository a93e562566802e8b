"""The map: classes, legend, and above all what does not travel to the browser."""

from __future__ import annotations

import json
from typing import Any

import pydeck
import pytest

from core import onthulling
from core.begrippen import Rol
from core.filters import Filter
from core.grafieken import lagen
from core.grafieken.grenzen import vlakken
from core.grafieken.kaart import SCHAAL, Kaart, kaart, klassegrenzen
from tests.conftest import Regel

F = Filter(jaar=(2023,))


def wonen(buurt: str, aantal: int, bedrag: float = 100.0, maand: str = "2023-01") -> list[Regel]:
    return [
        {"jeugdige": f"{buurt}{n}", "buurt": buurt, "bedrag": bedrag, "leveringsmaand": maand,
         "geboortemaand": "2012-01"}
        for n in range(aantal)
    ]  # fmt: skip


@pytest.fixture
def teken(maak_database):  # type: ignore[no-untyped-def]
    def maak(
        regels: list[Regel], maat: str = "jeugdigen", f: Filter = F, gekozen: tuple[str, ...] = ()
    ) -> Kaart:
        db = maak_database(regels)
        return kaart(onthulling.tabel(db, "buurten", f, Rol.STURING), maat, gekozen)

    return maak


def laag(van: Kaart, naam: str) -> list[dict[str, Any]]:
    return next(la["data"] for la in json.loads(van.json)["layers"] if la["id"] == naam)


def tekst(van: Kaart, buurt: str) -> str:
    return next(r["tekst"] for r in laag(van, "buurten") if r["naam"] == buurt)


def legenda(van: Kaart) -> dict[str, int]:
    return {regel.tekst: regel.aantal for regel in van.legenda}


GROOT = [*wonen("BU09350000", 20), *wonen("BU09350006", 8), *wonen("BU09350207", 12)]


def test_klassegrenzen_verdelen_de_waarden_ongeveer_gelijk() -> None:
    # fifths of 1..100 begin at 21, 41, 61 and 81; rounded: steps of 2 to 50, steps of 5 above
    assert klassegrenzen(list(range(1, 101))) == [22, 42, 60, 80]


@pytest.mark.parametrize(
    ("waarden", "grenzen"),
    [([], []), ([7], []), ([7, 7, 7], []), ([5, 10], [10]), ([120_000, 1_900_000], [1_900_000])],
)
def test_klassegrenzen_bij_weinig_waarden(waarden: list[float], grenzen: list[float]) -> None:
    assert klassegrenzen(waarden) == grenzen


def test_elke_klasse_heeft_ten_minste_een_waarde() -> None:
    waarden = [3.0, 14.0, 15.0, 92.0, 653.0, 5897.0, 9323.0]
    grenzen = klassegrenzen(waarden)
    klassen = {sum(w >= g for g in grenzen) for w in waarden}
    assert klassen == set(range(len(grenzen) + 1))


def test_kleur_en_tekst_van_een_getoonde_buurt(teken) -> None:
    van = teken(GROOT)
    assert tekst(van, "Binnenstad") == "20 jeugdigen\nper 1.000 inwoners 0-17: 200,0\nkosten € 2.000"
    donkerst = [int(SCHAAL[-1][n : n + 2], 16) for n in (1, 3, 5)]
    assert [v["kleur"] for v in laag(van, "vlakken")].count(donkerst) == 1


def test_verborgen_buurt_verstuurt_geen_getal_en_is_gearceerd(teken) -> None:
    # three jeugdigen of 777 euro in Wyck: hidden, and so is the next smallest in the same wijk
    van = teken([*wonen("BU09350000", 20), *wonen("BU09350006", 3, 777.0), *wonen("BU09350207", 12)])
    assert tekst(van, "Wyck") == "<5 jeugdigen\nper 1.000 inwoners 0-17: verborgen\nkosten verborgen"
    assert "2.331" not in json.dumps(laag(van, "buurten"))
    wyck = [r["naam"] for r in laag(van, "buurten")].index("Wyck")
    assert set(laag(van, "vlakken")[wyck]) == {"vorm", "kleur"}
    assert laag(van, "vlakken")[wyck]["kleur"] == [205, 210, 214]
    assert legenda(van)["verborgen"] == 2
    assert laag(van, "arcering") and laag(teken(GROOT), "arcering") == []


def test_elke_buurt_staat_een_keer_in_de_legenda(teken) -> None:
    assert sum(legenda(teken(GROOT)).values()) == 44
    assert legenda(teken(GROOT))["geen jeugdigen"] == 41


def test_buiten_de_selectie_is_iets_anders_dan_geen_jeugdigen(teken) -> None:
    van = teken(GROOT, f=F.met(wijk=("Centrum",)))
    assert legenda(van)["niet in de selectie"] == 37
    assert legenda(van)["geen jeugdigen"] == 5
    assert tekst(van, "Malberg") == "niet in de selectie"


def test_zonder_inwonertal_geen_noemer(teken) -> None:
    regels = [*wonen("BU09350000", 20, maand="2021-01"), *wonen("BU09350207", 12, maand="2021-01")]
    van = teken(regels, "per_1000", Filter(jaar=(2021,)))
    assert legenda(van)["geen noemer"] == 2
    assert "geen noemer" in tekst(van, "Malberg")


def test_alleen_de_gekozen_buurt_is_omlijnd(teken) -> None:
    assert len(laag(teken(GROOT, gekozen=("Malberg",)), "gekozen")) == 1
    assert laag(teken(GROOT), "gekozen") == []


def test_de_kaart_vraagt_niets_van_buiten(teken) -> None:
    van = teken(GROOT)
    assert "http" not in van.json
    # Streamlit fetches a background map when the style is missing or empty, not with this one.
    assert json.loads(van.json)["mapStyle"] == "__MAP_STYLE__"


def test_zonder_jeugdigen_tekent_de_kaart_lege_buurten(teken) -> None:
    van = teken([], f=Filter())
    assert legenda(van) == {"geen jeugdigen": 44}
    assert "44 buurten" in van.alt


def test_alt_noemt_de_hoogste_buurt(teken) -> None:
    assert "het hoogst in Binnenstad: 20" in teken(GROOT).alt


def test_de_kaart_is_wat_pydeck_zelf_zou_schrijven():
    plekken = [lagen.Plek(v, "tekst", (1, 2, 3), (0, 0, 0), n % 3 == 0) for n, v in enumerate(vlakken())]
    kaal = json.loads(lagen.deck(plekken, plekken[0].vlak.naam))
    echt = json.loads(pydeck.Deck(map_provider=None).to_json())
    assert kaal.keys() == echt.keys()
    assert kaal["mapStyle"] == echt["mapStyle"]
    assert kaal["initialViewState"].keys() >= echt["initialViewState"].keys()


def test_naast_een_andere_keuze_zegt_elke_buurt_beide(maak_database) -> None:  # type: ignore[no-untyped-def]
    regels = wonen("BU09350207", 9) + wonen("BU09350207", 7, maand="2022-01") + wonen("BU09350006", 6)
    db = maak_database(regels)
    nu, toen = (onthulling.tabel(db, "buurten", f, Rol.STURING) for f in (F, Filter(jaar=(2022,))))
    tekst = {p.vlak.buurtcode: p.tekst for p in kaart(nu, "jeugdigen", (), toen).plekken}
    assert tekst["BU09350207"].startswith("9 jeugdigen")
    assert tekst["BU09350207"].endswith("vergeleken met 7 unieke jeugdigen")
    assert tekst["BU09350006"].endswith("vergeleken met – unieke jeugdigen")
    assert "vergeleken" not in "".join(p.tekst for p in kaart(nu, "jeugdigen").plekken)
