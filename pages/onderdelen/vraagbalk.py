"""A question in plain words above the filters: what is understood of it becomes the filter."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from core.database import Database
from core.filters import Filter
from core.opmaak import opsomming
from core.sturing.zaalvraag import begrijp
from pages.onderdelen import bron

_VRAAG, _REST = "vraag", "_vraag_rest"


def toon(db: Database, gekozen: Callable[[], Filter], zet: Callable[[Filter], None]) -> None:
    """Draw the box; says which words fit no name, year or age."""

    def neem_over() -> None:
        begrepen = begrijp(st.session_state[_VRAAG], db.keuzes)
        st.session_state[_REST] = begrepen.onbegrepen
        st.session_state[_VRAAG] = ""
        if begrepen.keuzes:
            zet(begrepen.over(gekozen()))

    st.text_input(
        "Vraag in gewone woorden", key=_VRAAG, max_chars=200, on_change=neem_over,
        placeholder="pleegzorg 6-12 centrum 2023", icon=":material/search:",
    )  # fmt: skip
    if rest := st.session_state.pop(_REST, ()):
        st.caption(f"Niet begrepen: {', '.join(rest)}.")


def bied_wijk_aan(f: Filter, zet: Callable[[Filter], None]) -> None:
    """Where too few jeugdigen live in the chosen buurten to show anything, their wijk is one click away."""
    if not f.buurt:
        return
    kern = bron.tabel("kerncijfers", f)
    wijken = bron.zaal("").wijken_van(f) if len(kern) and kern.reden_van("jeugdigen") else ()
    if not wijken:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"In {opsomming(list(f.buurt))} zijn het er te weinig om te tonen.", width="content")
        st.button(
            f"Toon de wijk: {opsomming(list(wijken))}", key="vraag-wijk", icon=":material/zoom_out_map:",
            on_click=zet, args=(f.met(wijk=wijken, buurt=()),),
        )  # fmt: skip
