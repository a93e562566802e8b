"""The parts of the page Signalen: each deviation with its sentence, its history and what was done with it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from core import bevindingen, grafieken, onthulling
from core.cijfers.uitleg import UITLEG, van_tabel
from core.onthulling import BeveiligdeTabel, Signalen
from core.opmaak import aaneen, datum, geteld, kwartaal_uit_kort
from core.opslag.geopend import geopend
from core.opslag.opvolging import Opvolging, Opvolgingen, Status
from core.sturing.gesprekken import LANGSTE_ANTWOORD
from core.sturing.opvolging import bewaar_opvolging
from pages.onderdelen import bron, filterbalk, tonen
from pages.onderdelen.inleesverslag import als_markdown
from pages.onderdelen.schrijven import melding, schrijf

OPEN, ALLE = "Nog open", "Alle"
_PER_KEER = 8
_PAGINA = {
    "segment": ("overzicht", "Overzicht"),
    "product": ("overzicht", "Overzicht"),
    "aanbieder": ("aanbieders", "Aanbieders"),
    "buurt": ("buurten", "Buurten"),
    "leeftijd": ("clienten", "Cliënten"),
    "verwijzer": ("clienten", "Cliënten"),
}
_GEDAAN, _MEER = "signaal-gedaan", "signalen-meer"
Bekend = dict[tuple[str, ...], Opvolging]


def toon() -> None:
    """Draw the finding, the choice of what is shown, and the deviations one below the other."""
    van = onthulling.signalen(bron.versie(), bron.rol(), bron.drempels())
    tonen.hoofdzin(als_markdown(bevindingen.signalen_samen(van.lijst, van.getoetst)))
    with st.expander("Hoe wordt dit bepaald?", icon=":material/help:"):
        st.markdown(van_tabel("signalen"))
    melding(_GEDAAN)
    bekend: Bekend = {o.over: o for o in geopend(Opvolgingen).alle()}
    if len(van.lijst):
        _lijst(van, bekend)
    _eerder(van.lijst, bekend)


def _lijst(van: Signalen, bekend: Bekend) -> None:
    welke = st.segmented_control(
        "Welke", [OPEN, ALLE], default=OPEN, key="signalen", bind="query-params", required=True,
        label_visibility="collapsed",
    )  # fmt: skip
    rijen = [
        n for n in range(len(van.lijst)) if welke == ALLE or not _gesloten(_opvolging(van.lijst, n, bekend))
    ]
    st.caption(UITLEG["signaalreeks"])
    if not rijen:
        st.success(
            "Alle signalen zijn gesloten. Kies *Alle* om ze terug te zien.", icon=":material/task_alt:"
        )
    hoeveel = _PER_KEER + int(st.session_state.get(_MEER, 0))
    for n in rijen[:hoeveel]:
        _een(van, n, _opvolging(van.lijst, n, bekend))
    if len(rijen) > hoeveel:
        over = geteld(len(rijen) - hoeveel, "signaal", "signalen")
        st.button(f"Toon meer (nog {over})", icon=":material/expand_more:", on_click=_meer)
    tonen.voet(van.lijst, "signalen-lijst")


def _meer() -> None:
    st.session_state[_MEER] = int(st.session_state.get(_MEER, 0)) + _PER_KEER


def _opvolging(lijst: BeveiligdeTabel, n: int, bekend: Bekend) -> Opvolging:
    """What was done with the signal of a row; one that nobody has looked at yet has no nummer."""
    nieuw = Opvolging(*(lijst.cel(k, n) or "" for k in ("dimensie", "binnen", "naam", "maat", "kwartaal")))
    return bekend.get(nieuw.over, nieuw)


def _gesloten(van: Opvolging) -> bool:
    return bool(van.nummer) and van.status is Status.GESLOTEN


def _een(van: Signalen, n: int, stand: Opvolging) -> None:
    sleutel = "signaal-" + "-".join(stand.over)
    with st.container(border=True):
        tekst, beeld = st.columns([2, 3], gap="large")
        with tekst:
            kop, feit = bevindingen.signaalkop(van.lijst, n), bevindingen.signaalfeit(van.lijst, n)
            st.markdown(f"**{als_markdown(kop)}**: {als_markdown(aaneen(feit))}")
            _openen(stand)
            _status(stand, sleutel)
        with beeld:
            reeks = van.reeksen[n]
            figuur = grafieken.signaal(reeks, reeks.kolommen[1].naam)
            tonen.figuur_met_voet(figuur, sleutel, reeks.titel, UITLEG["signaalreeks"])


def _openen(stand: Opvolging) -> None:
    """The way to the page about it, filtered on what deviates and its quarter."""
    pagina, titel = _PAGINA[stand.dimensie]
    jaar, kwartaal = divmod(kwartaal_uit_kort(stand.kwartaal), 4)
    keuze: dict[str, tuple[object, ...]] = {stand.dimensie: (stand.naam,)}
    if stand.dimensie == "product":
        keuze["segment"] = (stand.binnen,)
    keuze |= {"jaar": (jaar,), "maand": tuple(range(3 * kwartaal + 1, 3 * kwartaal + 4))}
    beeld = {"aanbieders-beeld": "Eén aanbieder"} if stand.dimensie == "aanbieder" else {}
    st.page_link(
        f"pages/dashboard/{pagina}.py", label=f"Bekijk op {titel}", icon=":material/arrow_forward:",
        query_params=filterbalk.meegegeven(keuze) | beeld,
    )  # fmt: skip


def _status(stand: Opvolging, sleutel: str) -> None:
    if stand.nummer:
        st.markdown(f":material/flag: **{stand.status.capitalize()}** door {stand.wie}, {datum(stand.datum)}")
    if stand.notitie:
        st.text(stand.notitie)
    with st.popover("Status en notitie", icon=":material/edit_note:"), st.form(f"{sleutel}-{stand.versie}"):
        status = st.segmented_control(
            "Status", list(Status), default=stand.status, required=True, format_func=str.capitalize,
            key=f"{sleutel}-{stand.versie}-status",
        )  # fmt: skip
        notitie = st.text_area(
            "Notitie", stand.notitie, max_chars=LANGSTE_ANTWOORD, key=f"{sleutel}-{stand.versie}-notitie",
            placeholder="Wat is de verklaring, wie doet wat? Nooit over een jeugdige.",
        )  # fmt: skip
        if st.form_submit_button("Bewaren", type="primary", icon=":material/save:"):
            _bewaar(replace(stand, status=Status(status), notitie=notitie))


def _bewaar(nieuw: Opvolging) -> None:
    gedaan = f"{als_markdown(nieuw.naam)} staat nu op {nieuw.status}."
    schrijf(lambda: bewaar_opvolging(geopend(Opvolgingen), nieuw, bron.wie()), _GEDAAN, gedaan)


def _eerder(lijst: BeveiligdeTabel, bekend: Bekend) -> None:
    """What was written about deviations that are in the list no more."""
    nu = {_opvolging(lijst, n, {}).over for n in range(len(lijst))}
    oud = [o for over, o in bekend.items() if over not in nu]
    if not oud:
        return
    with st.expander(f"Eerdere signalen ({len(oud)})", icon=":material/history:"):
        for o in oud:
            st.markdown(f"**{als_markdown(o.naam)}**, {o.kwartaal}: {o.status}, {datum(o.datum)}")
            if o.notitie:
                st.text(o.notitie)
