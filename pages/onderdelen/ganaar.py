"""From a figure to another page, with what it is about as the filter there."""

from __future__ import annotations

import streamlit as st

from core.filters import Filter
from core.kruisfilter import samen
from pages.onderdelen import filterbalk, klik

_DOELEN = {
    "overzicht": ("Overzicht", ":material/dashboard:"),
    "aanbieders": ("Aanbieders", ":material/domain:"),
    "clienten": ("Cliënten", ":material/groups:"),
    "buurten": ("Buurten", ":material/map:"),
}


_HIER = "_pagina"


def begin(pagina: str) -> None:
    """Remember which page is shown, by its place in the URL; the first has none."""
    st.session_state[_HIER] = pagina or next(iter(_DOELEN))


def menu(figuur: Filter, sleutel: str) -> None:
    """Links from a figure with this filter; nothing where figures cannot be clicked.

    A link brings along what the page is filtered by; only what the figure is about besides is added.
    """
    f = klik.gekozen()
    if f is None:
        return
    luik = st.popover(
        "Ga naar", type="tertiary", icon=":material/arrow_forward:", on_change="rerun", key=f"{sleutel}-naar"
    )
    if luik.open:
        mee = samen(f, figuur)
        erbij = {naam: w for naam, w in mee.actief().items() if w != getattr(f, naam)}
        with luik:
            for pagina, (titel, icoon) in _DOELEN.items():
                if pagina != st.session_state[_HIER]:
                    st.page_link(
                        f"pages/dashboard/{pagina}.py", label=titel, icon=icoon,
                        query_params=filterbalk.meegegeven(erbij) | _beeld(pagina, mee),
                    )  # fmt: skip


def _beeld(pagina: str, f: Filter) -> dict[str, str]:
    """One aanbieder is shown by itself."""
    return {"aanbieders-beeld": "Eén aanbieder"} if pagina == "aanbieders" and len(f.aanbieder) == 1 else {}
