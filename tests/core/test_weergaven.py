"""Views and presentations: kept, shared, put in order, changed by one person at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.opslag import weergaven as module
from core.opslag.versies import Ingehaald, NietBewaard
from core.opslag.weergaven import Presentatie, Weergave, Weergaven
from core.sturing.weergaven import bewaar_presentatie, bewaar_weergave


@pytest.fixture
def opslag(eigen_datamap: Path) -> Weergaven:
    return Weergaven(eigen_datamap)


def weergave(naam: str = "Top 15", **velden) -> Weergave:
    return Weergave(naam, "aanbieders", "jaar=2023&segment=PGB", **velden)


def namen(opslag: Weergaven, wie: str = "a") -> list[str]:
    return [w.naam for w in opslag.weergaven(wie)]


def test_een_weergave_heeft_een_link_naar_dezelfde_keuzes(opslag: Weergaven) -> None:
    bewaard = bewaar_weergave(opslag, weergave("  Top 15 "), "a")
    assert opslag.weergaven("a") == [bewaard]
    assert (bewaard.naam, bewaard.wie, bewaard.versie) == ("Top 15", "a", 1)
    assert bewaard.link == "/aanbieders?jaar=2023&segment=PGB"
    assert Weergave("x", "", "").link == "/"


def test_wat_niet_gedeeld_is_ziet_alleen_wie_het_maakte(opslag: Weergaven) -> None:
    bewaar_weergave(opslag, weergave("van mij", gedeeld=False), "a")
    bewaar_weergave(opslag, weergave("van ons"), "a")
    bewaar_presentatie(opslag, Presentatie("eigen", gedeeld=False), "a")
    assert (namen(opslag, "a"), namen(opslag, "b")) == (["van mij", "van ons"], ["van ons"])
    assert (len(opslag.presentaties("a")), len(opslag.presentaties("b"))) == (1, 0)


def test_volgorde_en_verwijderen(opslag: Weergaven) -> None:
    een, twee, drie = (bewaar_weergave(opslag, weergave(n), "a").nummer for n in ("een", "twee", "drie"))
    opslag.orden([drie, een, twee])
    assert namen(opslag) == ["drie", "een", "twee"]
    bewaar_presentatie(opslag, Presentatie("raad", weergaven=(twee, drie, een)), "a")
    opslag.verwijder_weergave(drie, "a")
    assert namen(opslag) == ["een", "twee"]
    assert opslag.presentaties("a")[0].weergaven == (twee, een)
    opslag.verwijder_presentatie(opslag.presentaties("a")[0].nummer, "a")
    assert opslag.presentaties("a") == [] and namen(opslag) == ["een", "twee"]


def test_wie_als_tweede_wijzigt_overschrijft_niets(opslag: Weergaven) -> None:
    bewaard = bewaar_weergave(opslag, weergave(), "a")
    bewaar_weergave(opslag, replace(bewaard, naam="eerste"), "b")
    with pytest.raises(NietBewaard, match="Een ander heeft dit"):
        bewaar_weergave(opslag, replace(bewaard, naam="tweede"), "c")
    with pytest.raises(Ingehaald):
        opslag.bewaar_weergave(replace(bewaard, naam="tweede"), "c")
    assert namen(opslag) == ["eerste"]


@pytest.mark.parametrize(
    ("wat", "zin"),
    [
        (weergave("  "), "Geef een naam"),
        (weergave("over 111222333"), "burgerservicenummer"),
        (weergave(toelichting="kind 111222333"), "burgerservicenummer"),
        (weergave("x" * 201), "langer dan 200 tekens"),
    ],
)
def test_wat_niet_bewaard_mag_worden(opslag: Weergaven, wat: Weergave, zin: str) -> None:
    with pytest.raises(NietBewaard, match=zin):
        bewaar_weergave(opslag, wat, "a")
    assert namen(opslag) == []


def test_een_presentatie_houdt_haar_gegevens_een_dag_vast(
    opslag: Weergaven, monkeypatch: pytest.MonkeyPatch
) -> None:
    opslag.houd_vast("jeugd-000001")
    assert opslag.vastgehouden() == {"jeugd-000001"}
    monkeypatch.setattr(module, "VERTONING", timedelta(seconds=-1))
    opslag.houd_vast("jeugd-000001")
    assert opslag.vastgehouden() == set()
