"""Two selections in one chart: what is drawn beside what, and that nothing hidden comes along."""

from __future__ import annotations

import json

import pytest

from core.begrippen import Rol
from core.filters import Filter
from core.grafieken import (
    KLEUR_NADRUK,
    concentratie,
    gedimd,
    kosten_per_maand,
    met_naast,
    staven,
    stromen,
    top_aanbieders,
)
from core.onthulling import opnieuw, tabel
from tests.core.bevindingen.test_aanbieders import hulp
from tests.core.grafieken.test_aanbieders import ZEVENTIEN, rijen

F22, F23 = Filter(jaar=(2022,)), Filter(jaar=(2023,))


@pytest.fixture
def vraag(maak_database):
    def stel(regels: list[dict]):
        db = maak_database(regels)
        return lambda naam, f: tabel(db, naam, f, Rol.STURING)

    return stel


def eerder(regels: list[dict], deel: float = 0.5) -> list[dict]:
    """The same lines a year before, at a part of their amounts."""
    return [r | {"leveringsmaand": "2022-01", "bedrag": deel * r.get("bedrag", 100)} for r in regels]


def top(van, f: Filter):
    return top_aanbieders(van("aanbieders", f), van("kerncijfers", f))


def test_elke_balk_krijgt_de_waarde_van_dezelfde_naam_ook_als_die_daar_niet_bovenaan_staat(vraag):
    # in 2022 P01 was the seventeenth: it has no bar of its own there
    vroeger = [r | {"bedrag": 0.1} if r["aanbieder"] == "P01" else r for r in eerder(ZEVENTIEN)]
    van = vraag(ZEVENTIEN + vroeger)
    figuur, ander = top(van, F23), top(van, F22)
    assert "P01" not in [r["naam"] for r in rijen(ander.spec)]
    spec = met_naast(figuur.spec, figuur, ander)
    per_naam = {r["naam"]: r["naast"] for r in rijen(spec)}
    assert per_naam["P01"] == pytest.approx(1.0) and per_naam["P02"] == pytest.approx(800.0)
    # the rest is another rest there, so nothing stands beside it
    assert per_naam["2 overige aanbieders"] is None
    streep = spec["layer"][-1]
    assert (streep["mark"]["type"], streep["mark"]["color"]) == ("tick", KLEUR_NADRUK)
    assert streep["encoding"]["x"]["field"] == "naast"
    assert streep["encoding"]["y"] == spec["layer"][0]["encoding"]["y"]


def test_wat_daar_verborgen_is_heeft_geen_streep_maar_zijn_reden(vraag):
    klein = hulp("P02", 3, 170)  # three jeugdigen in 2022: too few for a share by verwijzer
    van = vraag(ZEVENTIEN + eerder(klein, 7.77))
    meisjes = {"geslacht": ("V",)}
    figuur, ander = top(van, F23.met(**meisjes)), top(van, F22.met(**meisjes))
    spec = met_naast(figuur.spec, figuur, ander)
    p02 = next(r for r in rijen(spec) if r["naam"] == "P02")
    assert p02["naast"] is None and p02["naasttekst"] in ("<5", "verborgen")
    tekst = json.dumps(spec).replace(".", "")
    assert "1320" not in tekst and "3962" not in tekst  # 3 × 170 × 7,77


def test_kosten_per_maand_staan_als_een_lijn_over_de_stapels(vraag):
    regels = [r | {"segment": s} for s in ("LTA", "PGB") for r in hulp("A", 10, 100)]
    wie = {"Gemeente": "g", "Huisarts": "h"}
    van = vraag([r | {"verwijzer": v, "jeugdige": w + r["jeugdige"]} for v, w in wie.items() for r in regels])
    figuur = kosten_per_maand(van("kosten-per-maand", F23.met(verwijzer=("Gemeente",))))
    ander = kosten_per_maand(van("kosten-per-maand", F23))
    spec = met_naast(figuur.spec, figuur, ander)
    samen = [r["naast"] for r in rijen(spec) if r["naast"] is not None]
    assert sum(samen) == pytest.approx(sum(r["kosten"] for r in rijen(ander.spec)))
    assert len(samen) == len({r["datum"] for r in rijen(spec)})
    assert spec["layer"][-1]["mark"]["type"] == "line" and "mark" not in spec


def test_zonder_andere_selectie_of_zonder_plek_blijft_de_figuur_zoals_zij_is(vraag):
    van = vraag(ZEVENTIEN)
    figuur, lijst = top(van, F23), van("aanbieders", F23)
    assert met_naast(figuur.spec, figuur, None) is figuur.spec
    kromme = concentratie(lijst)
    assert met_naast(kromme.spec, kromme, kromme) is kromme.spec


def test_een_figuur_wordt_opnieuw_gemaakt_van_andere_antwoorden(vraag):
    van = vraag(ZEVENTIEN + eerder(ZEVENTIEN))
    figuur = top(van, F23)
    ander = opnieuw(figuur, lambda t: van(t.naam, F22), uit_geheugen=True)
    assert rijen(ander.spec) == rijen(top(van, F22).spec)
    # from memory, not drawn again
    assert opnieuw(figuur, lambda t: van(t.naam, F22), uit_geheugen=True) is ander
    # for a file it is made anew: what it was made of says what may be said of it
    anders = opnieuw(figuur, lambda t: van(t.naam, F22))
    assert anders is not ander and rijen(anders.spec) == rijen(ander.spec)


def test_naast_een_keuze_is_ook_de_rest_dof_maar_alleen_als_de_keuze_te_zien_is(vraag):
    spec = top(vraag(ZEVENTIEN), F23).spec
    dof = {r["naam"]: r["dof"] for r in rijen(gedimd(spec, F23.met(aanbieder=("P03",))))}
    assert dof["2 overige aanbieders"] and not dof["P03"] and dof["P01"]
    in_de_rest = {r["naam"]: r["dof"] for r in rijen(gedimd(spec, F23.met(aanbieder=("P16",))))}
    assert not in_de_rest["2 overige aanbieders"] and in_de_rest["P01"]
    assert gedimd(spec, F23) is spec


def test_wat_geen_filter_is_is_niet_te_klikken(vraag):
    regels = [{"jeugdige": f"j{n}", "leveringsmaand": "2023-01"} for n in range(10)]
    van = vraag(regels)
    assert {r["kies"] for r in rijen(staven(van("duur", F23), "klasse", "beeindigd").spec)} <= {None}
    assert "verwijzer=Onbekend" in [
        r["kies"] for r in rijen(staven(van("verwijzers", F23), "verwijzer", "jeugdigen").spec)
    ]


def test_elke_stroom_staat_naast_dezelfde_van_de_andere_keuze(vraag):
    regels = [{"jeugdige": f"a{n}", "leveringsmaand": "2023-03"} for n in range(8)]
    regels += [{"jeugdige": f"x{n}", "leveringsmaand": "2023-03", "aanbieder": "Xonar"} for n in range(6)]
    # Only with months before it can a month say who is new.
    regels += [{"jeugdige": "eerder", "leveringsmaand": f"2022-{m:02d}"} for m in range(1, 13)]
    van = vraag(regels)
    nu, ander = (stromen(van("stromen", F23.met(aanbieder=(wie,)))) for wie in ("Adelante", "Xonar"))
    spec = met_naast(nu.spec, nu, ander)
    assert spec["layer"][-1]["mark"]["type"] == "tick"
    maart = [r for r in rijen(spec) if r["datum"].startswith("2023-03") and r["soort"] == "instroom"]
    assert [(r["aantal"], r["naast"]) for r in maart] == [(8, 6)]
