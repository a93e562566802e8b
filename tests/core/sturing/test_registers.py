"""What may be kept in the registers of events and risks, and that nobody overwrites another."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from core import opdrachten
from core.bevindingen import risicos_samen
from core.opslag.gebeurtenissen import Gebeurtenis, Gebeurtenissen
from core.opslag.risicos import Risico, Risicos, Risicosoort, Risicostatus
from core.opslag.versies import NietBewaard
from core.sturing.gebeurtenissen import bewaar_gebeurtenis, verwijder_gebeurtenis
from core.sturing.risicos import bewaar_risico, kansklasse, verwijder_risico

BSN = "123456782"  # as in test_gesprekken
JULI = Gebeurtenis(2022 * 12 + 6, "Nieuw contract")
TARIEF = Risico(Risicosoort.RISICO, "Tarieven stijgen", kans=40, laag=100_000_00, hoog=200_000_00)


def test_een_gebeurtenis_bewaard_gewijzigd_en_verwijderd() -> None:
    winkel = Gebeurtenissen()
    een = bewaar_gebeurtenis(winkel, replace(JULI, titel="  Nieuw contract "), "anna")
    twee = bewaar_gebeurtenis(winkel, replace(een, segment="Segment Jeugd GIKJ"), "bert")
    assert winkel.alle(demo=False) == (twee,) and winkel.alle(demo=True) == ()
    assert (str(twee), twee.over, twee.versie) == ("juli 2022: Nieuw contract", "Segment Jeugd GIKJ", 2)
    for te_laat in (
        lambda: bewaar_gebeurtenis(winkel, een, "carla"),
        lambda: verwijder_gebeurtenis(winkel, een, "carla"),
    ):
        with pytest.raises(NietBewaard, match="ander"):
            te_laat()
    verwijder_gebeurtenis(winkel, twee, "bert")
    assert winkel.alle(demo=False) == ()
    assert all("contract" not in str(regel) for regel in winkel.logboek())


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"toelichting": f"gaat om {BSN}"}, "burgerservicenummer"),
        ({"titel": " "}, "titel"),
        ({"titel": "x" * 61}, "langer dan 60"),
        ({"product": "Pleegzorg"}, "segment"),
    ],
)
def test_een_gebeurtenis_die_niet_mag(velden: dict[str, str], reden: str) -> None:
    with pytest.raises(NietBewaard, match=reden) as fout:
        bewaar_gebeurtenis(Gebeurtenissen(), replace(JULI, **velden), "anna")
    assert BSN not in str(fout.value) and Gebeurtenissen().alle(demo=False) == ()


def test_risicos_staan_op_kans_maal_bedrag_met_gesloten_achteraan() -> None:
    winkel = Risicos()
    for nieuw in (
        replace(TARIEF, titel="klein", hoog=100_000_00),  # 40 % of 100.000 = 40.000
        replace(TARIEF, titel="dicht", status=Risicostatus.GESLOTEN),
        replace(TARIEF, titel="zonder", laag=None, hoog=None),
        TARIEF,  # 40 % of 150.000 = 60.000
    ):
        bewaar_risico(winkel, nieuw, "anna")
    alle = winkel.alle()
    assert [r.titel for r in alle] == ["Tarieven stijgen", "klein", "zonder", "dicht"]
    assert [r.verwacht for r in alle[:3]] == [60_000_00, 40_000_00, None]
    assert {r.datum for r in alle} == {date.today()} and winkel.alle(demo=True) == ()


def test_een_risico_bewaard_gewijzigd_en_verwijderd() -> None:
    winkel = Risicos()
    een = bewaar_risico(winkel, TARIEF, "anna")
    twee = bewaar_risico(winkel, replace(een, status=Risicostatus.GESLOTEN), "bert")
    assert winkel.alle() == (twee,) and (twee.versie, twee.open) == (2, False)
    for te_laat in (
        lambda: bewaar_risico(winkel, een, "carla"),
        lambda: verwijder_risico(winkel, een, "carla"),
    ):
        with pytest.raises(NietBewaard, match="ander"):
            te_laat()
    verwijder_risico(winkel, twee, "bert")
    assert winkel.alle() == () and all("Tarieven" not in str(regel) for regel in winkel.logboek())


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"omschrijving": f"gaat om {BSN}"}, "burgerservicenummer"),
        ({"titel": ""}, "titel"),
        ({"kans": 101}, "101 %"),
        ({"hoog": None}, "beide"),
        ({"hoog": 1}, "groter dan"),
        ({"laag": -1}, "kleiner dan 0"),
    ],
)
def test_een_risico_dat_niet_mag(velden: dict[str, object], reden: str) -> None:
    with pytest.raises(NietBewaard, match=reden):
        bewaar_risico(Risicos(), replace(TARIEF, **velden), "anna")
    assert Risicos().alle() == ()


def test_een_kans_heet_naar_de_klasse_die_er_het_dichtst_bij_ligt() -> None:
    assert [kansklasse(k) for k in (0, 20, 40, 55, 100)] == [
        "zeer klein",
        "klein",
        "aannemelijk",
        "aannemelijk",
        "zeer groot",
    ]


def test_wat_het_register_samen_zegt() -> None:
    assert risicos_samen([]) == "Er staan geen open risico's of ontwikkelingen in het register."
    kans = replace(TARIEF, soort=Risicosoort.KANS, kans=50)
    ontwikkeling = replace(TARIEF, soort=Risicosoort.ONTWIKKELING, laag=None, hoog=None)
    assert risicos_samen([TARIEF, TARIEF, kans, ontwikkeling]) == (
        "Open staan 2 risico's, 1 kans en 1 ontwikkeling; kans × bedrag: de risico's wegen samen € 120.000 (nadelig) en de "
        "kansen € 75.000 (voordelig)."
    )
    assert risicos_samen([ontwikkeling]) == "Open staat 1 ontwikkeling."


def test_de_opdrachten_geven_ze_als_tabel_en_als_json(capsys) -> None:
    bewaar_risico(Risicos(), TARIEF, "anna")
    bewaar_gebeurtenis(Gebeurtenissen(), JULI, "anna")
    assert opdrachten.voer_uit(["risicos", "--json"]) == 0
    (rij,) = json.loads(capsys.readouterr().out)
    assert (rij["titel"], rij["kans"], rij["laag"], rij["verwacht"]) == (
        "Tarieven stijgen",
        40,
        100_000.0,
        60_000.0,
    )
    assert opdrachten.voer_uit(["gebeurtenissen", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["maand"] == "2022-07"
    assert opdrachten.voer_uit(["risicos"]) == 0
    uit, fout = capsys.readouterr()
    assert "| Tarieven stijgen | risico |" in uit and "€ 60.000 | " in uit and "Open staat 1 risico" in fout
    assert opdrachten.voer_uit(["gebeurtenissen"]) == 0
    assert "| jul 2022 | Nieuw contract | alle jeugdhulp |" in capsys.readouterr().out
