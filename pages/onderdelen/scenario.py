"""Scenarios on the page Prognose: assumptions to change, what they do at once, and those that were bewaard."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from core import bevindingen, onthulling
from core.begrippen import Rol
from core.cijfers.uitleg import van_tabel
from core.database import Database
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Drempels
from core.opmaak import MAANDEN, aaneen
from core.opslag.geopend import geopend
from core.opslag.scenarios import Scenario, Scenarios
from core.opslag.versies import NietBewaard
from core.sturing.scenarios import (
    INSTROOM,
    LANGSTE_NAAM,
    LANGSTE_TOELICHTING,
    PRIJS,
    bewaar_scenario,
)
from pages.onderdelen import bron, prognosetabel, tonen

NIEUW, GEEN = "Nieuw scenario", "geen"


def toon(f: Filter, bewaard: BeveiligdeTabel) -> None:
    """The assumptions, what the year comes to with them, and the bewaard scenarios (`bewaard`) beside each other."""
    tonen.kop("Scenario's", van_tabel("prognose-scenarios"))
    alle = {s.naam: s for s in _winkel().scenarios(f.jaar[0], bron.versie().stand.demo)}
    laatste = bron.versie().stand.laatste_maand
    if laatste is not None and laatste >= f.jaar[0] * 12 + 11:
        st.info(
            f"{f.jaar[0]} is voorbij: een scenario gaat over maanden die nog komen. Kies een later jaar.",
            icon=":material/event_busy:",
        )
    elif bron.rol() is not Rol.LEZER:
        links, rechts = st.columns([1, 2], gap="large")
        with links:
            wat = _kies(f.jaar[0], alle)
        with rechts:
            _uitkomst(f, wat)
            _bewaren(wat)
    elif not len(bewaard):
        st.info("Van dit jaar zijn nog geen scenario's bewaard.", icon=":material/bookmark:")
    if len(bewaard):
        tonen.kop(bewaard.titel, van_tabel("prognose-scenarios"))
        st.markdown(aaneen(bevindingen.scenario_naast_prognose(bewaard)))
        samen = bewaard.alleen(niveau="totaal") if len(bewaard.alleen(niveau="totaal")) else bewaard
        tonen.tabel(
            samen.met_kolommen(
                "scenario", "prognose", "door_instroom", "door_aanbieder", "door_prijs", "uitkomst", "laag",
                "hoog", "verschil", "v_n",
            )
        )  # fmt: skip
        tonen.voet(bewaard, "scenarios")


def _winkel() -> Scenarios:
    return geopend(Scenarios)


def _kies(jaar: int, alle: dict[str, Scenario]) -> Scenario:
    """Which scenario is open, and its assumptions as they stand in the fields."""
    if melding := st.session_state.pop("scenario-melding", None):
        st.toast(melding, icon=":material/check:")
    # A scenario that was just bewaard or renamed opens; one that is gone does not.
    if (open_ := st.session_state.pop("scenario-open", None)) is not None:
        st.session_state["scenario-welke"] = open_
    if st.session_state.get("scenario-welke", NIEUW) not in (NIEUW, *alle):
        del st.session_state["scenario-welke"]
    welke = st.selectbox("Scenario", [NIEUW, *alle], key="scenario-welke")
    van = alle.get(welke, Scenario("", jaar, demo=bron.versie().stand.demo))
    sleutel = f"scenario-{jaar}-{van.nummer}-{van.versie}"
    prijs = _procent("Prijs (tariefindex), in %", van.prijs, PRIJS, f"{sleutel}-prijs")
    instroom = _procent("Instroom, in %", van.instroom, INSTROOM, f"{sleutel}-instroom")
    segmenten = st.multiselect(
        "Prijs en instroom alleen in", bron.versie().keuzes["segment"], list(van.segmenten),
        key=f"{sleutel}-segmenten", placeholder="alle segmenten",
    )  # fmt: skip
    return _aanbieder(
        replace(van, prijs=prijs, instroom=instroom, segmenten=tuple(segmenten)), f"{sleutel}-stopt"
    )


def _procent(naam: str, nu: float, grens: tuple[float, float], sleutel: str) -> float:
    return st.number_input(
        naam, *grens, nu, step=0.5, format="%g", key=sleutel,
        help="Hoeveel procent meer of minder dan waar de prognose van uitgaat, in de maanden die nog komen.",
    )  # fmt: skip


def _aanbieder(van: Scenario, sleutel: str) -> Scenario:
    namen = [GEEN, *bron.versie().keuzes["aanbieder"]]
    nu = namen.index(van.aanbieder) if van.aanbieder in namen else 0
    wie = st.selectbox("Een aanbieder stopt", namen, nu, key=sleutel)
    if wie == GEEN:
        return replace(van, aanbieder="", vanaf=1, verhuist=0.0)
    vanaf = st.selectbox(
        "Vanaf", range(1, 13), van.vanaf - 1, lambda m: MAANDEN[m - 1], key=f"{sleutel}-vanaf"
    )
    verhuist = st.slider(
        "Deel van de hulp dat elders doorgaat, in %",
        0,
        100,
        round(van.verhuist),
        5,
        key=f"{sleutel}-verhuist",
    )
    return replace(van, aanbieder=wie, vanaf=vanaf, verhuist=float(verhuist))


def _uitkomst(f: Filter, wat: Scenario) -> None:
    van = _doorgerekend((bron.versie(), bron.rol(), bron.drempels()), f, wat, bron.winkel().gewijzigd())
    if not len(van):
        tonen.leeg(van)
        return
    st.markdown(aaneen(bevindingen.scenario_naast_prognose(van)))
    st.markdown("\n".join(f"- {zin}" for zin in bevindingen.aannames(wat)))
    prognosetabel.scenario(van)


@lru_cache(maxsize=64)
def _doorgerekend(
    wie: tuple[Database, Rol, Drempels], f: Filter, wat: Scenario, gewijzigd: tuple[int, ...]
) -> BeveiligdeTabel:
    db, rol, grens = wie
    return onthulling.scenario(db, f, wat, rol, grens)


def _bewaren(wat: Scenario) -> None:
    """Keep the scenario under a (new) name, or remove it."""
    with st.form("scenario-bewaren", border=False):
        naam = st.text_input(
            "Naam", wat.naam, max_chars=LANGSTE_NAAM, key=f"scenario-naam-{wat.nummer}-{wat.versie}",
            placeholder="bijvoorbeeld Indexatie 3 %",
        )  # fmt: skip
        tekst = st.text_input(
            "Toelichting",
            wat.toelichting,
            max_chars=LANGSTE_TOELICHTING,
            key=f"scenario-toe-{wat.nummer}-{wat.versie}",
        )
        if st.form_submit_button("Scenario bewaren" if not wat.nummer else "Wijziging bewaren"):
            _bewaar(replace(wat, naam=naam, toelichting=tekst))
    if wat.nummer and st.button("Scenario verwijderen", icon=":material/delete:", key="scenario-weg"):
        _winkel().verwijder(wat.nummer, bron.wie())
        st.session_state["scenario-melding"] = f"Scenario {wat.naam} is verwijderd."
        st.rerun()


def _bewaar(wat: Scenario) -> None:
    keuzes = bron.versie().keuzes
    try:
        nieuw = bewaar_scenario(_winkel(), wat, bron.wie(), (keuzes["segment"], keuzes["aanbieder"]))
    except NietBewaard as fout:
        st.error(str(fout), icon=":material/error:")
        return
    st.session_state["scenario-open"] = nieuw.naam
    st.session_state["scenario-melding"] = f"Scenario {nieuw.naam} is bewaard."
    st.rerun()
