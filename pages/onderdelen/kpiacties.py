"""The actions of the steering talk: what will be done, by whom, when, how far it is and how it went on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

import streamlit as st

from core.begrippen import Rol
from core.opmaak import datum
from core.opslag.gesprekken import Actie, Actiesoort, Actiestatus
from core.sturing.agenda import op_volgorde, peildag
from core.sturing.gesprekken import LANGSTE_ANTWOORD, LANGSTE_REGEL, bewaar_actie
from pages.onderdelen import bron
from pages.onderdelen.inleesverslag import als_markdown
from pages.onderdelen.schrijven import melding, schrijf

_GEDAAN = "actie-gedaan"
_UIT_GESPREK = "Uit een gesprek op de pagina Verwacht en werkelijk"
_K = TypeVar("_K", Actiesoort, Actiestatus)


def toon(kpi: int) -> None:
    """Draw the actions of a KPI, open ones first, each with its form, and the form of a new one."""
    melding(_GEDAAN)
    demo = bron.versie().stand.demo
    van = [a for a in bron.gesprekken().alle_acties(demo) if a.kpi == kpi and not a.gesprek]
    if not van:
        st.info("Er zijn nog geen acties uitgezet. Leg er hieronder een vast.", icon=":material/task_alt:")
    for actie in sorted(van, key=lambda a: a.status.af):
        _een(actie)
    nieuw(kpi)


def openstaand(namen: Mapping[int, str]) -> None:
    """Draw every action that is not done yet, late ones first; `namen` are those of the KPIs by number."""
    stand = bron.versie().stand
    for actie in op_volgorde(bron.gesprekken().alle_acties(stand.demo), peildag(stand)):
        _een(
            actie,
            _UIT_GESPREK
            if actie.gesprek
            else f"Voor de KPI {namen[actie.kpi]}"
            if actie.kpi in namen
            else "",
        )
    nieuw(0)


def nieuw(kpi: int) -> None:
    """The form of a new action for a KPI; 0 is one of the talk itself."""
    if bron.rol() is not Rol.LEZER:
        leeg = Actie(0, None, Actiesoort.BELEID, "", kpi=kpi, demo=bron.versie().stand.demo)
        _formulier(leeg, "Nieuwe actie", ":material/add_task:")


def regel(actie: Actie, vandaag: date) -> str:
    """An action in one line of Markdown: what, by whom, when, how far, and how it went on."""
    wanneer = f"klaar op {datum(actie.datum)}" if actie.datum else "zonder datum"
    laat = " :material/schedule: **te laat**" if actie.te_laat(vandaag) else ""
    delen = [
        als_markdown(actie.eigenaar) or "nog niemand",
        f"{wanneer}{laat}",
        str(actie.soort),
        f"**{actie.status}**",
    ]
    return f"**{als_markdown(actie.titel)}**  \n{' · '.join(delen)}"


def _een(actie: Actie, voor: str = "") -> None:
    with st.container(border=True):
        tekst, knop = st.columns([5, 1], vertical_alignment="center")
        tekst.markdown(regel(actie, peildag(bron.versie().stand)))
        if voor:
            tekst.caption(als_markdown(voor))
        if actie.opvolging:
            tekst.caption(f"Opvolging: {als_markdown(actie.opvolging)}")
        if bron.rol() is not Rol.LEZER:
            with knop:
                _formulier(actie, "Bijwerken", ":material/edit:")


def _formulier(oud: Actie, titel: str, icoon: str) -> None:
    sleutel = f"kpiactie-{oud.kpi}-{oud.nummer}-{oud.versie}"
    luik = st.popover(titel, icon=icoon, on_change="rerun", key=f"{sleutel}-luik")
    if not luik.open:
        return
    with luik, st.form(sleutel, border=False):
        wat = st.text_input(
            "Wat gaat er gebeuren?", oud.titel, max_chars=LANGSTE_REGEL, key=f"{sleutel}-titel"
        )
        een, twee = st.columns(2)
        wie = een.text_input("Wie pakt het op?", oud.eigenaar, max_chars=LANGSTE_REGEL, key=f"{sleutel}-wie")
        dag = twee.date_input("Klaar op", oud.datum, format="DD-MM-YYYY", key=f"{sleutel}-dag")
        with een:
            soort = _keuze("Soort", list(Actiesoort), oud.soort, f"{sleutel}-soort")
        with twee:
            status = _keuze("Status", list(Actiestatus), oud.status, f"{sleutel}-status")
        vervolg = st.text_area(
            "Opvolging", oud.opvolging, max_chars=LANGSTE_ANTWOORD, key=f"{sleutel}-opvolging", height=80,
            placeholder="Wat is er gedaan, wat leverde het op? Nooit over een jeugdige.",
        )  # fmt: skip
        klaar = st.form_submit_button("Actie bewaren", type="primary", icon=":material/save:")
    if klaar:
        anders = {"titel": wat, "eigenaar": wie, "datum": dag, "opvolging": vervolg}
        nieuw = replace(oud, soort=soort, status=status, **anders)
        schrijf(lambda: bewaar_actie(bron.gesprekken(), nieuw, bron.wie()), _GEDAAN, "De actie is bewaard.")


def _keuze(titel: str, keuzes: list[_K], nu: _K, sleutel: str) -> _K:
    return st.selectbox(titel, keuzes, keuzes.index(nu), key=sleutel, format_func=str.capitalize)
