"""Two selections in one chart: what is drawn beside what, and that nothing hidden comes along."""

from __future__ import annotations

import json

import pytest

from core.begrippen import Rol
from core.filters import Filter
from core.grafieken import (
    KLEUR_NADRUK,
    concentratie,
    eigen,
    gebruik_per_jaar,
    gedimd,
    kosten_per_maand,
    met_naast,
    naast_anderen,
    staven,
    stromen,
    teken,
    top_aanbieders,
    trechter,
    uitloop,
)
from core.onthulling import Jaarstand, door_de_jaren, opnieuw, tabel
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
    figuur = top(van, F23)
    assert met_naast(figuur.spec, figuur, None) is figuur.spec
    afloop = uitloop(van("naijl-driehoek", F23))
    assert met_naast(afloop.spec, afloop, afloop) is afloop.spec and not teken(afloop)


def test_de_ophoping_van_meer_aanbieders_loopt_door_tot_hun_laatste(vraag):
    # in 2023 three aanbieders, in 2022 seventeen of which P01 is the largest
    van = vraag([r for r in ZEVENTIEN if r["aanbieder"] in ("P01", "P02", "P03")] + eerder(ZEVENTIEN))
    figuur, ander = (concentratie(van("aanbieders", f)) for f in (F23, F22))
    erbij = {r["rang"]: r["naast"] for r in rijen(met_naast(figuur.spec, figuur, ander))}
    assert erbij == {r["rang"]: r["cumulatief"] for r in rijen(ander.spec)}
    assert len(erbij) == 17 and len(rijen(figuur.spec)) == 3


def test_in_de_trechter_krijgt_elke_buurt_een_streep_op_haar_andere_index(vraag):
    van = vraag(_in_buurten(("2022-01", 20, 20), ("2023-01", 20, 60)))
    figuur, ander = (trechter(van("buurtnorm-alle-hulp", f)) for f in (F23, F22))
    spec = met_naast(figuur.spec, figuur, ander)
    daar = {r["naam"]: r["index"] for r in rijen(ander.spec) if "naam" in r}
    hier = {r["naam"]: (r["index"], r["naast"]) for r in rijen(spec) if r.get("naam")}
    assert {naam: w for naam, (_, w) in hier.items()} == daar
    # nobody in Binnenstad; of a city of 20 + 20 and of 20 + 60
    assert hier == {"Binnenstad": (0, 0), "Wyck": (87.5, 175), "Malberg": (131.25, 87.5)}
    streep = spec["layer"][-1]
    assert streep["mark"]["type"] == "tick" and streep["encoding"]["x"]["field"] == "stad"


def _in_buurten(*maanden: tuple[str, int, int]) -> list[dict]:
    """So many jeugdigen of ten years in Wyck and in Malberg, in each month."""
    return [
        {"jeugdige": f"{buurt}{n}", "buurt": buurt, "leveringsmaand": maand, "geboortemaand": "2012-06"}
        for maand, *aantallen in maanden
        for buurt, aantal in zip(("BU09350006", "BU09350207"), aantallen, strict=True)
        for n in range(aantal)
    ]


def test_alleen_de_eigen_stip_van_een_aanbieder_krijgt_een_streep(vraag):
    van = vraag(ZEVENTIEN + eerder(ZEVENTIEN))
    figuur, ander = (
        naast_anderen(van("aanbieder-product", f), "P03", "kosten_per_jeugdige") for f in (F23, F22)
    )
    erbij = {r["naam"]: r["naast"] for r in rijen(met_naast(figuur.spec, figuur, ander))}
    assert erbij.pop("P03") == next(r["bedrag"] for r in rijen(ander.spec) if r["naam"] == "P03")
    assert set(erbij.values()) == {None}


def test_de_jaren_van_een_buurt_zijn_van_die_buurt_wat_er_ook_vaststaat(vraag):
    van = vraag(_in_buurten(("2023-01", 20, 60)))
    stad = van("buurten", F23)
    figuur = gebruik_per_jaar(door_de_jaren([Jaarstand("2023", False, "Wyck", stad.alleen(buurt="Wyck"))]))
    assert eigen(figuur) >= {"jaar", "maand", "wijk", "buurt"}
    assert eigen(top(vraag(ZEVENTIEN), F23)) == {"aanbieder"}


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
