"""Wat kan ik met de cijfers: the talk about a difference, the actions out of it, and one page to take along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from core.opmaak import datum
from core.opslag.gesprekken import Actie, Actiesoort, Gesprek, Gesprekken, Vraag
from core.sturing.gesprekken import LANGSTE_ANTWOORD, LANGSTE_REGEL, bewaar_actie, bewaar_gesprek
from pages.onderdelen import bron, gesprekstabellen, tonen
from pages.onderdelen.gebiedsfiguren import Keuze
from pages.onderdelen.schrijven import melding, schrijf

_UITLEG = (
    "Een verschil zegt niet waarom. Leg het naast wat scholen, aanbieders, huisartsen en het lokale team zien, schrijf "
    "op wat u vindt, en maak er zo nodig een actie van: beleid, uitvoeringsagenda of inkoopafspraak. Schrijf over het "
    "gebied, nooit over een jeugdige: een tekst met een burgerservicenummer wordt niet bewaard."
)
_BEZIG, _GEDAAN = "gesprek-bezig", "gesprek-gedaan"


@dataclass(frozen=True)
class Bezig:
    """What a person is writing or about to remove: `wat` of which talk and action (0 = a new one)."""

    keuze: Keuze
    wat: str
    gesprek: int = 0
    actie: int = 0


def toon(keuze: Keuze) -> list[Gesprek]:
    """Draw the talks about this area, year and form, and what is being written; gives them, newest first."""
    tonen.kop("Wat kan ik met de cijfers?", _UITLEG)
    st.markdown(_UITLEG)
    melding(_GEDAAN)
    winkel = bron.gesprekken()
    alle = winkel.gesprekken(keuze.code, keuze.jaar, keuze.vorm)
    bezig: Bezig | None = st.session_state.get(_BEZIG)
    if bezig is not None and bezig.keuze != keuze:
        bezig = None
    for n, gesprek in enumerate(alle):
        with st.expander(_titel(gesprek), expanded=n == 0, icon=":material/forum:"):
            _een_gesprek(winkel, gesprek, bezig, keuze)
    if bezig == Bezig(keuze, "gesprek") or not alle:
        _schrijf_gesprek(
            winkel, Gesprek(keuze.code, keuze.jaar, keuze.vorm, date.today()), stoppen=bool(alle)
        )
    else:
        _knop("Nieuw gesprek", Bezig(keuze, "gesprek"), ":material/add_comment:")
    return alle


def _titel(gesprek: Gesprek) -> str:
    return f"Gesprek van {datum(gesprek.datum)}"


def _een_gesprek(winkel: Gesprekken, gesprek: Gesprek, bezig: Bezig | None, keuze: Keuze) -> None:
    hier = Bezig(keuze, "gesprek", gesprek.nummer)
    if bezig == hier:
        _schrijf_gesprek(winkel, gesprek, stoppen=True)
        return
    tonen.lijst(gesprekstabellen.antwoorden(gesprek))
    for actie in winkel.acties([gesprek.nummer]):
        _een_actie(winkel, actie, bezig, keuze)
    nieuw = replace(hier, wat="actie")
    if bezig == nieuw:
        _schrijf_actie(winkel, Actie(gesprek.nummer, Vraag.VERKLAREN, Actiesoort.BELEID, ""))
        return
    weg = replace(hier, wat="weg")
    if bezig == weg:
        st.warning("Dit gesprek en de acties die eruit kwamen verwijderen?", icon=":material/delete:")
        _bevestig(lambda: winkel.verwijder_gesprek(gesprek.nummer, bron.wie()), "Het gesprek is verwijderd.")
        return
    with st.container(horizontal=True):
        _knop("Maak er een actie van", nieuw, ":material/task_alt:")
        _knop("Wijzigen", hier, ":material/edit:")
        _knop("Verwijderen", weg, ":material/delete:")


def _een_actie(winkel: Gesprekken, actie: Actie, bezig: Bezig | None, keuze: Keuze) -> None:
    hier = Bezig(keuze, "actie", actie.gesprek, actie.nummer)
    if bezig == hier:
        _schrijf_actie(winkel, actie)
        return
    tonen.lijst(gesprekstabellen.actie(actie))
    weg = replace(hier, wat="weg")
    if bezig == weg:
        st.warning("Deze actie verwijderen?", icon=":material/delete:")
        _bevestig(lambda: winkel.verwijder_actie(actie.nummer, bron.wie()), "De actie is verwijderd.")
        return
    with st.container(horizontal=True):
        _knop("Actie wijzigen", hier, ":material/edit:")
        _knop("Actie verwijderen", weg, ":material/delete:")


def _schrijf_gesprek(winkel: Gesprekken, oud: Gesprek, stoppen: bool) -> None:
    sleutel = f"gesprek-{oud.gebied}-{oud.jaar}-{oud.vorm}-{oud.nummer}-{_ronde()}"
    with st.form(sleutel):
        links, rechts = st.columns([1, 3])
        dag = links.date_input("Datum van het gesprek", oud.datum, format="DD-MM-YYYY", key=f"{sleutel}-dag")
        wie = rechts.text_input(
            "Wie deden mee?", oud.deelnemers, max_chars=LANGSTE_REGEL, key=f"{sleutel}-wie",
            placeholder="Bijvoorbeeld scholen, aanbieders, huisartsen, lokaal team",
        )  # fmt: skip
        teksten = {
            vraag.value: st.text_area(
                vraag.titel, oud.antwoord(vraag), max_chars=LANGSTE_ANTWOORD, key=f"{sleutel}-{vraag}"
            )
            for vraag in Vraag
        }
        klaar, niet = _onderaan("Gesprek bewaren", stoppen)
    if klaar:
        nieuw = replace(oud, datum=dag, deelnemers=wie, **teksten)
        _bewaar(lambda: bewaar_gesprek(winkel, nieuw, bron.wie()), "Het gesprek is bewaard.")
    if niet:
        _sluit()


def _schrijf_actie(winkel: Gesprekken, oud: Actie) -> None:
    sleutel = f"actie-{oud.gesprek}-{oud.nummer}-{_ronde()}"
    with st.form(sleutel):
        titel = st.text_input(
            "Wat gaat er gebeuren?", oud.titel, max_chars=LANGSTE_REGEL, key=f"{sleutel}-titel"
        )
        een, twee, drie, vier = st.columns(4)
        vraag = een.selectbox(
            "Uit welk antwoord?", list(Vraag), list(Vraag).index(oud.vraag), key=f"{sleutel}-vraag",
            format_func=lambda v: v.titel,
        )  # fmt: skip
        soort = twee.selectbox(
            "Soort", list(Actiesoort), list(Actiesoort).index(oud.soort), key=f"{sleutel}-soort",
            format_func=lambda s: s.value.capitalize(),
        )  # fmt: skip
        wie = drie.text_input("Wie pakt het op?", oud.eigenaar, max_chars=LANGSTE_REGEL, key=f"{sleutel}-wie")
        dag = vier.date_input("Klaar op", oud.datum, format="DD-MM-YYYY", key=f"{sleutel}-dag")
        klaar, niet = _onderaan("Actie bewaren", True)
    if klaar:
        nieuw = replace(oud, vraag=vraag, soort=soort, titel=titel, eigenaar=wie, datum=dag)
        _bewaar(lambda: bewaar_actie(winkel, nieuw, bron.wie()), "De actie is bewaard.")
    if niet:
        _sluit()


def _onderaan(bewaren: str, stoppen: bool) -> tuple[bool, bool]:
    with st.container(horizontal=True):
        klaar = st.form_submit_button(bewaren, type="primary", icon=":material/save:")
        niet = st.form_submit_button("Niet bewaren", icon=":material/close:") if stoppen else False
    return klaar, niet


def _bewaar(doe: Callable[[], object], gedaan: str) -> None:
    def en_klaar() -> None:
        doe()
        _klaar()

    schrijf(en_klaar, _GEDAAN, gedaan)


def _bevestig(doe: Callable[[], None], gedaan: str) -> None:
    with st.container(horizontal=True):
        ja = st.button("Ja, verwijderen", type="primary", key="gesprek-ja")
        nee = st.button("Nee, laten staan", key="gesprek-nee")
    if ja:
        _bewaar(doe, gedaan)
    if nee:
        _sluit()


def _knop(titel: str, begin: Bezig, icoon: str) -> None:
    st.button(
        titel,
        key=f"gesprek-knop-{titel}-{begin.gesprek}-{begin.actie}",
        icon=icoon,
        on_click=_begin,
        args=(begin,),
    )


def _begin(wat: Bezig) -> None:
    st.session_state[_BEZIG] = wat


def _ronde() -> int:
    """Counts what was finished, so that a next form begins empty."""
    ronde: int = st.session_state.get("gesprek-ronde", 0)
    return ronde


def _klaar() -> None:
    st.session_state[_BEZIG] = None
    st.session_state["gesprek-ronde"] = _ronde() + 1


def _sluit() -> None:
    _klaar()
    st.rerun()
