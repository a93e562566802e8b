"""Screens for a room: what they show, what may not stand on them, and that they can be kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from core.begrippen import Rol
from core.database import Database
from core.export.scherm import PER_JAAR, STAVEN, Scherm, schermen_van
from core.export.vertoning import NietOpenbaar, Zaal, domeinvergadering, vergaderjaar
from core.filters import Filter
from core.grafieken import Grafiek
from core.onthulling import BeveiligdeTabel, Drempels, Kruistabel
from core.opslag.kpis import Kpi, Kpis
from core.opslag.weergaven import Presentatie, Weergave
from core.sturing.kpibewaren import selectie_van
from tests.core.cijfers.hulp import AMBULANT, BESCHERMING, reeks

Maak = Callable[..., Database]


def klas(aantal: int, begin: str = "2022-01", eind: str = "2023-12", **velden):
    naam = f"{begin}{velden.get('segment', '')}{velden.get('buurt', '')}"
    return [r for n in range(aantal) for r in reeks(f"{naam}{n}", begin, eind, **velden)]


@pytest.fixture
def zaal(maak_database: Maak) -> Zaal:
    regels = klas(23, buurt="BU09350207", geboortemaand="2013-01", **AMBULANT) + klas(12, **BESCHERMING)
    return Zaal(maak_database(regels), Drempels())


def test_wat_in_de_zaal_staat_is_afgerond_en_voor_lezers(zaal: Zaal) -> None:
    figuur = zaal.figuur(Scherm("segmenten", Filter(jaar=(2023,))))
    assert isinstance(figuur.van, BeveiligdeTabel)
    assert (figuur.van.herkomst.rol, figuur.van.herkomst.afgerond) == (Rol.LEZER, 5)
    assert figuur.zin == "De meeste jeugdigen kregen hulp uit Segment Jeugd Ambulant: 25 van de 35."


def test_een_eigen_titel_neemt_de_plaats_in_van_de_bevinding(zaal: Zaal) -> None:
    assert zaal.figuur(Scherm("segmenten", titel="Ambulant is het grootst")).zin == "Ambulant is het grootst"


@pytest.mark.parametrize(
    ("tabel", "f"),
    [
        ("leeftijd-per-product", Filter(buurt=("Malberg",))),
        ("kerncijfers", Filter(buurt=("Malberg",), geslacht=("M",))),
        ("buurten", Filter(leeftijd=("6-12",))),
    ],
)
def test_een_buurt_staat_nooit_naast_een_kenmerk_van_personen(zaal: Zaal, tabel: str, f: Filter) -> None:
    scherm = Scherm(tabel, f)
    assert not zaal.mag(scherm)
    with pytest.raises(NietOpenbaar, match="openbare vergadering"):
        zaal.figuur(scherm)


def test_een_wijk_mag_wel_en_is_te_vinden(zaal: Zaal) -> None:
    assert zaal.wijken_van(Filter(buurt=("Malberg", "Wyck"))) == ("Buitenwijk West", "Centrum")
    assert zaal.wijken_van(Filter()) == ()
    assert zaal.mag(Scherm("leeftijd-per-product", Filter(wijk=("Buitenwijk West",))))


def test_jaren_zonder_producten_en_een_segment_met_een_product_als_staven(zaal: Zaal) -> None:
    alles = zaal.figuur(Scherm(PER_JAAR)).beeld
    assert isinstance(alles, Kruistabel)
    assert {rij[0][0] for rij in alles.rijen} == {"totaal", "segment"}
    een = zaal.figuur(Scherm(PER_JAAR, Filter(segment=("Segment Jeugd Ambulant",)))).beeld
    assert isinstance(een, Grafiek)
    assert [r["aantal"] for r in een.spec["data"]["values"]] == [25, 25]


def test_de_domeinvergadering_volgt_de_dias_en_toont_alleen_segmenten_met_hulp(zaal: Zaal) -> None:
    schermen = domeinvergadering(zaal, "GM0935")
    namen = [s.tabel for s in schermen]
    assert namen[0] == "segmenten" and namen[-1] == STAVEN
    assert namen.index("aanbieders") < namen.index("leeftijd-per-product") < namen.index("buurten")
    segmenten = [s.filter.segment[0] for s in schermen if s.filter.segment]
    assert segmenten == ["Segment Jeugd Ambulant", "Segment Jeugd JB/JR"]
    assert all(s.regel for s in schermen if s.filter.segment)
    for scherm in schermen:
        assert zaal.figuur(scherm).zin
        assert Scherm.uit_json(scherm.als_json()) == scherm


def test_de_kpi_staat_er_naast_haar_doelpad_afgerond_en_laat_zich_niet_filteren(zaal: Zaal) -> None:
    # 23 jeugdigen in every month, rounded to 25; the path is at 24 in December: not there yet.
    kpi = Kpi(
        "minder", "jeugdigen ambulant", "jeugdigen", selectie_van(Filter(segment=("Segment Jeugd Ambulant",))),
        pad=((2023 * 12, 30), (2023 * 12 + 11, 24)), demo=zaal.db.stand.demo,
    )  # fmt: skip
    Kpis().bewaar(kpi, "t")
    Kpis().bewaar(replace(kpi, selectie=selectie_van(Filter(buurt=("Malberg",), leeftijd=("6-12",)))), "t")
    schermen = domeinvergadering(zaal, "GM0935")
    assert [s.tabel for s in schermen].count("kpi") == 1  # a buurt beside an age is not for a room
    figuur = zaal.figuur(schermen[-1])
    assert (
        figuur.zin
        == "Jeugdigen ambulant: 25 (unieke jeugdigen) in dec 2023, tegen 24 op het doelpad: rond het doelpad."
    )
    assert isinstance(figuur.beeld, Grafiek) and not schermen[-1].te_filteren
    assert Scherm.uit_json(schermen[-1].als_json()) == schermen[-1]


def test_welk_jaar_een_vergadering_bekijkt(maak_database: Maak) -> None:
    # Known on 1 May 2024: January and February 2024 are complete when three months have passed.
    assert vergaderjaar(maak_database(klas(1, "2022-01", "2024-02"))) == 2023
    assert vergaderjaar(maak_database(klas(1, "2023-01", "2023-06"))) == 2023
    assert vergaderjaar(maak_database(klas(1, "2023-11", "2023-12"))) == 2023
    assert vergaderjaar(maak_database(klas(1, "2022-01", "2023-05"))) == 2022
    with pytest.raises(LookupError):
        vergaderjaar(maak_database([]))


def test_een_presentatie_is_haar_weergaven_in_hun_volgorde() -> None:
    scherm = Scherm("aanbieders", Filter(jaar=(2023,)))
    een = Weergave("een", "aanbieders", "", figuur=scherm.als_json(), titel="Let op", nummer=1)
    twee = Weergave("twee", "", "", toelichting="Zo zit het", figuur=Scherm("segmenten").als_json(), nummer=2)
    zonder = Weergave("drie", "", "", nummer=3)
    uit = schermen_van(Presentatie("raad", weergaven=(2, 3, 1, 9)), [een, twee, zonder])
    assert [(s.tabel, s.titel, s.regel) for s in uit] == [
        ("segmenten", "", "Zo zit het"),
        ("aanbieders", "Let op", ""),
    ]


@pytest.mark.parametrize("tekst", ["[]", "{}", '{"tabel": "x", "filter": {}, "vreemd": 1}', '"x"'])
def test_wat_geen_scherm_is_wordt_geweigerd(tekst: str) -> None:
    with pytest.raises(ValueError, match="geen scherm"):
        Scherm.uit_json(tekst)


def test_een_vraag_die_een_tabel_niet_kent_krijgt_een_zin(zaal: Zaal) -> None:
    with pytest.raises(NietOpenbaar, match="niet te maken"):
        zaal.figuur(Scherm("aansluiting", Filter(jaar=(2023,), leeftijd=("6-12",))))
