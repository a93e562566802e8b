"""The way back: choose what was read in, read what undoing it means, and confirm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from core.inlezen.fout import Geweigerd
from pages.onderdelen import bron
from pages.onderdelen.inleesverslag import als_markdown


@dataclass(frozen=True)
class Terugweg:
    """How one kind of thing is undone: its name for a reader, what comes before its number, and by what."""

    wat: str
    sleutel: str
    doe: Callable[[int, str], object]
    teken: str = ""


def gedaan(weg: Terugweg) -> None:
    """Say what was undone in the run before."""
    if melding := st.session_state.pop(f"{weg.sleutel}-gedaan", None):
        st.success(melding, icon=":material/undo:")


def kies(weg: Terugweg, namen: dict[int, str], uitleg: Callable[[int], str]) -> None:
    """Let one number of `namen` be undone, after the question that `uitleg` words; none, no choice."""
    if not namen:
        return
    nummer = st.selectbox(
        f"{weg.wat} ongedaan maken", list(namen), index=None, placeholder=f"kies een {weg.wat.lower()}",
        format_func=namen.__getitem__, key=f"{weg.sleutel}-nummer", width=420,
    )  # fmt: skip
    if nummer is None:
        return
    st.warning(uitleg(nummer), icon=":material/undo:")
    with st.container(horizontal=True):
        if st.button("Ja, ongedaan maken", type="primary", key=f"{weg.sleutel}-ja"):
            _voer_uit(weg, nummer)
        st.button("Nee, laten staan", key=f"{weg.sleutel}-nee", on_click=_laat_staan, args=(weg,))


def _laat_staan(weg: Terugweg) -> None:
    st.session_state[f"{weg.sleutel}-nummer"] = None


def _voer_uit(weg: Terugweg, nummer: int) -> None:
    try:
        with st.spinner("De cijfers worden opnieuw opgebouwd …"):
            weg.doe(nummer, bron.wie())
    except Geweigerd as fout:
        st.error(als_markdown(str(fout)), icon=":material/block:")
        return
    st.session_state[f"{weg.sleutel}-gedaan"] = f"{weg.wat} {weg.teken}{nummer} is ongedaan gemaakt."
    st.rerun()
