"""Charts of published figures: the numbers of the table, the own area marked, nothing drawn that is unknown."""

from __future__ import annotations

import pytest

from core import grafieken as g
from core.onthulling import (
    gelijkend_tabel,
    ijking_tabel,
    jaren_tabel,
    naast_elkaar,
    opbouw_tabel,
    staven_tabel,
)
from core.referentie.gebieden import Gebiedssoort
from core.verwacht.beeld import beeld
from core.verwacht.ingelezen import NIETS
from core.verwacht.vormen import Vorm

VAN = beeld(Vorm.JEUGDHULP)


def rijen(figuur) -> list[dict]:
    return figuur.spec["data"]["values"]


def test_elk_gebied_heeft_een_band_een_punt_en_een_teken() -> None:
    alles = rijen(g.met_interval(naast_elkaar(VAN, ("GM0935", "NL"))))
    assert [(r["gebied"], r["wat"]) for r in alles] == [
        ("Maastricht (gemeente)", "interval"), ("Maastricht (gemeente)", "werkelijk"), ("Maastricht (gemeente)", "verwacht"),
        ("Nederland", "interval"), ("Nederland", "werkelijk"), ("Nederland", "verwacht"),
    ]  # fmt: skip
    assert alles[1]["waarde"] == pytest.approx(17.1)
    assert alles[0]["laag"] < alles[2]["waarde"] < alles[0]["hoog"]


@pytest.mark.parametrize(
    ("maat", "code", "plek"),
    [
        ("verschil_pp", "GM0935", "staaf"),  # +0.6
        ("verschil_pp", "GM0363", "nul links"),  # -1.6
        ("werkelijk_pct", "GM0935", "staaf"),
        ("werkelijk_pct", "GM0096", "boven"),  # Vlieland, the lowest
    ],
)
def test_de_naam_van_de_eigen_staaf_staat_waar_geen_staaf_is(maat: str, code: str, plek: str) -> None:
    tabel = staven_tabel(VAN, Gebiedssoort.GEMEENTE, maat, code)
    met_naam = [r for r in rijen(g.alle_gebieden(tabel, "hier")) if r["naam"]]
    assert [(r["naam"], r["plek"], r["eigen"]) for r in met_naam] == [("hier", plek, True)]


def test_de_tip_noemt_zes_gebieden_en_hoeveel_er_nog_zijn() -> None:
    eerste = rijen(g.alle_gebieden(staven_tabel(VAN, Gebiedssoort.GEMEENTE, "verschil_pp", "NL"), "x"))[0]
    assert eerste["wie"].count(",") == 5 and eerste["wie"].endswith("en nog 12")


def test_elke_stap_begint_waar_de_vorige_eindigde() -> None:
    alles = rijen(g.opbouw(opbouw_tabel(VAN, "GM0935")))
    assert [r["van"] for r in alles[1:]] == [r["tot"] for r in alles[:-1]]
    assert [r["soort"] for r in alles] == ["stand", "minder", "meer", "meer", "meer", "stand"]


def test_verschillen_beginnen_met_het_eigen_gebied() -> None:
    alles = rijen(g.verschillen(gelijkend_tabel(VAN, "GM0935")))
    assert [r["eigen"] for r in alles] == [True] + [False] * 10
    assert alles[0]["gebied"] == "Maastricht" and alles[0]["tekst"] == "+0,6"


def test_de_lijn_stopt_bij_de_breuk_en_aantallen_staan_er_niet_als_percentage() -> None:
    figuur = g.over_de_jaren(jaren_tabel(Vorm.JEUGDZORG, NIETS, "GM0935"))
    assert {r["deel"] for r in rijen(figuur) if r["jaar"] == 2020} == {False}
    assert {r["deel"] for r in rijen(figuur) if r["jaar"] == 2021} == {True}
    assert all(r["pct"] is not None for r in rijen(figuur))
    assert "vanaf 2021 melden meer aanbieders" in str(figuur.spec)
    los = g.over_de_jaren(jaren_tabel(Vorm.JEUGDBESCHERMING, NIETS, "GM0935"))
    assert "vanaf 2021" not in str(los.spec)


def test_ijking_heeft_tien_punten() -> None:
    assert len(rijen(g.ijking(ijking_tabel(VAN)))) == 10


def test_de_vorm_van_een_figuur_hangt_niet_van_het_gebied_af() -> None:
    """altair takes 50 ms for a form: one for all areas."""
    een, ander = (g.over_de_jaren(jaren_tabel(Vorm.JEUGDHULP, NIETS, c)).spec for c in ("GM0935", "GM0917"))
    assert een | {"data": None} == ander | {"data": None}
