"""Charts about jeugdigen: what is drawn, and that nothing hidden is in what the browser gets."""

from __future__ import annotations

from core.begrippen import Rol
from core.bevindingen import niets_te_tekenen
from core.filters import Filter
from core.grafieken import leeftijd_geslacht, per_jaar, stand, stromen
from core.onthulling import tabel
from tests.core.bevindingen.test_clienten import ACHT, FEB24, JAN22, JAN23, STROMEN, groep, hoog_lang, lopend
from tests.core.grafieken.test_aanbieders import rijen


def vraag(maak_database, naam: str, regels: list[dict], f: Filter | None = None):
    return tabel(maak_database(regels), naam, f or Filter(), Rol.STURING)


def test_geslacht_met_alleen_verborgen_aantallen_krijgt_geen_plek(maak_database):
    regels = groep("j", 30, geslacht="M", **ACHT) + groep("m", 20, geslacht="V", **ACHT)
    van = vraag(maak_database, "leeftijd-geslacht", regels + groep("x", 2, geslacht="X", **ACHT))
    # the 20 go with the 2, or the total of 52 would tell them
    getekend = {(r["wie"], r["aantal"], r["tekst"]) for r in rijen(leeftijd_geslacht(van).spec)}
    assert getekend == {("jongens", 30, "30")}


def test_verborgen_aantal_naast_een_getoond_houdt_zijn_plek_met_de_reden(maak_database):
    jongens = groep("a", 30, geslacht="M", **ACHT) + groep("b", 3, geslacht="M")
    meisjes = groep("c", 20, geslacht="V", **ACHT) + groep("d", 9, geslacht="V")
    van = vraag(maak_database, "leeftijd-geslacht", jongens + meisjes)
    per_vak = {(r["leeftijd"], r["wie"]): r["tekst"] for r in rijen(leeftijd_geslacht(van).spec)}
    assert per_vak[("onbekend", "jongens")] == "<5"
    assert per_vak[("onbekend", "meisjes")] == "verborgen"


def test_een_lopend_jaar_heet_zo_en_is_lichter(maak_database):
    regels = hoog_lang(2023, 20) + groep("a", 9, "2024-02", toewijzing="t", intensiteit="hoog", duur="lang")
    van = vraag(maak_database, "intensiteit-per-jaar", regels).alleen(intensiteit="hoog", duur="lang")
    balken = [(r["label"], r["deel"]) for r in rijen(per_jaar(van, "jeugdigen").spec)]
    assert balken == [("2023", False), ("2024 (t/m feb)", True)]


def test_stand_en_uitstroom_van_voorlopige_maanden_zijn_niet_getekend(maak_database):
    van = vraag(maak_database, "stromen", STROMEN)
    voorlopig = {van.cel("maand", n) for n in range(len(van)) if van.cel("voorlopig", n)}
    assert voorlopig == {"2023-12", "2024-01", "2024-02"}
    getekend = rijen(stromen(van).spec)
    assert voorlopig <= {r["datum"][:7] for r in getekend if r["soort"] == "instroom"}
    assert not voorlopig & {r["datum"][:7] for r in getekend if r["soort"] == "uitstroom"}
    assert not voorlopig & {r["datum"][:7] for r in rijen(stand(van).spec)}


def test_uitstroom_gaat_omlaag_en_verborgen_stromen_zijn_leeg(maak_database):
    van = vraag(maak_database, "stromen", STROMEN)
    juni = {r["soort"]: r["aantal"] for r in rijen(stromen(van).spec) if r["datum"].startswith("2023-06")}
    assert juni == {"instroom": 6, "uitstroom": -6}
    klein = vraag(
        maak_database, "stromen", lopend("vast", 40, JAN22, FEB24) + lopend("enkel", 2, JAN23, FEB24)
    )
    januari = [r["aantal"] for r in rijen(stromen(klein).spec) if r["datum"].startswith("2023-01")]
    assert januari == [None, None]


def test_van_een_enkele_maand_is_niets_te_tekenen_en_dat_staat_er(maak_database):
    van = vraag(maak_database, "stromen", groep("a", 6, "2024-02"))
    assert van.toont_getal  # the stand of a voorlopige month, which is not drawn
    assert not stromen(van).getekend and not stand(van).getekend
    assert niets_te_tekenen(van) == (
        "Hier is nog niets te tekenen. Wat er wel bekend is, staat in de tabel hieronder."
    )
