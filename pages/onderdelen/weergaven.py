"""Views: keep the page as it is now, and the list of what was kept."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from urllib.parse import urlencode

import streamlit as st

from core.export.scherm import scherm_van
from core.opslag.weergaven import Weergave
from core.sturing.weergaven import bewaar_weergave
from pages.onderdelen import bron, meenemen, tonen
from pages.onderdelen.schrijven import schrijf

_GEDAAN = "weergave-bewaard"


def bewaren(pagina: str, titel: str) -> None:
    """The menu that keeps this page with its choices; nothing on a page without figures."""
    if not meenemen.stukken():
        return
    if melding := st.session_state.pop(_GEDAAN, None):
        st.toast(melding, icon=":material/bookmark_added:")
    luik = st.popover(
        "Bewaar weergave", type="tertiary", icon=":material/bookmark_add:", on_change="rerun", key="weergave"
    )
    if not luik.open:
        return
    figuren = {stuk.titel: s for stuk in meenemen.stukken() if (s := scherm_van(stuk)) is not None}
    with luik, st.form("weergave-nieuw", border=False):
        naam = st.text_input("Naam", placeholder=titel, max_chars=120, key="weergave-naam")
        toelichting = st.text_area("Toelichting", max_chars=400, key="weergave-toelichting", height=80)
        groot = st.selectbox(
            "Groot tonen in een presentatie", list(figuren), index=None, key="weergave-figuur",
            placeholder="kies een figuur",
        )  # fmt: skip
        gedeeld = st.toggle("Zichtbaar voor anderen", True, key="weergave-gedeeld")
        if st.form_submit_button("Bewaren", type="primary"):
            _bewaar(
                Weergave(
                    naam, pagina, urlencode(st.query_params.to_dict(), doseq=True), toelichting,
                    figuren[groot].als_json() if groot else "", gedeeld=gedeeld,
                ),
                f"Weergave {naam.strip()} is bewaard; u vindt haar bij Presenteren.",
            )  # fmt: skip


def _bewaar(van: Weergave, gedaan: str) -> None:
    schrijf(lambda: bewaar_weergave(bron.weergaven(), van, bron.wie()), _GEDAAN, gedaan)


def toon() -> None:
    """Draw the list: open, rename, put in order, remove."""
    alle = bron.weergaven().weergaven(bron.wie())
    tonen.kop(
        "Weergaven",
        "Een pagina met haar filters, bewaard onder een naam. Elke weergave heeft een eigen link, die u kunt delen.",
    )
    if not alle:
        st.info(
            "Er is nog niets bewaard. Open een pagina, kies filters en klik bovenaan op Bewaar weergave.",
            icon=":material/bookmark:",
        )
        return
    for n, w in enumerate(alle):
        with st.container(border=True, key=f"weergave-{w.nummer}"):
            _regel(w, n, [a.nummer for a in alle])


def _regel(w: Weergave, plek: int, nummers: list[int]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<a class="weergavelink" href="{w.link}" target="_self">{escape(w.naam)}</a>', width="content"
        )
        st.caption(f"{'gedeeld' if w.gedeeld else 'alleen voor u'}{'' if w.figuur else ' · zonder figuur'}")
        for teken, naam, naar in (
            ("arrow_upward", "Omhoog", plek - 1),
            ("arrow_downward", "Omlaag", plek + 1),
        ):
            st.button(
                "", key=f"weergave-{naam}-{w.nummer}", icon=f":material/{teken}:", help=naam, type="tertiary",
                disabled=not 0 <= naar < len(nummers), on_click=_verplaats, args=(nummers, plek, naar),
            )  # fmt: skip
    if w.toelichting:
        st.caption(w.toelichting)
    with st.expander("Wijzigen", icon=":material/edit:"):
        _wijzig(w)


def _verplaats(nummers: list[int], van: int, naar: int) -> None:
    anders = list(nummers)
    anders.insert(naar, anders.pop(van))
    bron.weergaven().orden(anders)


def _wijzig(w: Weergave) -> None:
    with st.form(f"weergave-wijzig-{w.nummer}", border=False):
        naam = st.text_input("Naam", w.naam, max_chars=120, key=f"wg-naam-{w.nummer}")
        toelichting = st.text_area(
            "Toelichting", w.toelichting, max_chars=400, key=f"wg-toe-{w.nummer}", height=80
        )
        titel = st.text_input(
            "Eigen titel op het scherm", w.titel, max_chars=200, key=f"wg-titel-{w.nummer}",
            placeholder="leeg: de zin die uit de cijfers volgt",
        )  # fmt: skip
        gedeeld = st.toggle("Zichtbaar voor anderen", w.gedeeld, key=f"wg-deel-{w.nummer}")
        if st.form_submit_button("Wijziging bewaren", type="primary"):
            anders = replace(w, naam=naam, toelichting=toelichting, titel=titel, gedeeld=gedeeld)
            _bewaar(anders, f"Weergave {naam.strip()} is gewijzigd.")
    if st.button("Weergave verwijderen", key=f"wg-weg-{w.nummer}", icon=":material/delete:"):
        bron.weergaven().verwijder_weergave(w.nummer, bron.wie())
        st.rerun()
