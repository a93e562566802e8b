"""What a click on a figure says: one listener in the browser, and the marks of what can be clicked in HTML.

A chart, table or list needs no state of its own: the browser sends the code of what was clicked,
and the filter bar is the only place that knows what is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from core import kruisfilter
from core.cijfers.tabellen import Kolom, Soort
from core.filters import DIMENSIES, Filter

_LUISTER = st.components.v2.component(
    "klik", js=Path(__file__).with_name("klik.js").read_text(encoding="utf-8")
)
_STAND = "_klikbaar"


def begin() -> None:
    """Nothing can be clicked, until the filter bar is drawn."""
    st.session_state[_STAND] = None


def luister(f: Filter, bij_klik: Callable[[str, bool], None]) -> None:
    """From here on figures can be clicked: `f` is what is chosen now.

    A click calls `bij_klik` with a code of core.kruisfilter and whether a key was held for *erbij*.
    """
    st.session_state[_STAND] = f

    def verwerk() -> None:
        geklikt = st.session_state["klik"].klik
        bij_klik(str(geklikt["wat"]), bool(geklikt["erbij"]))

    _LUISTER(key="klik", on_klik_change=verwerk, height="content")


def gekozen() -> Filter | None:
    """What is chosen now; None on a page whose figures cannot be clicked."""
    f: Filter | None = st.session_state.get(_STAND)
    return f


def van_rij(kolommen: Iterable[Kolom], waarden: Iterable[Any]) -> str:
    """What a row of a table stands for; empty when it stands for nothing that can be chosen."""
    wat = {
        kruisfilter.LEVERINGSMAAND if k.soort is Soort.MAAND else k.naam: w
        for k, w in zip(kolommen, waarden, strict=True)
        if k.naam in DIMENSIES
    }
    if wat.get("buurt"):  # says its wijk as well
        wat.pop("wijk", None)
    return kruisfilter.code(**wat)


def attribuut(f: Filter | None, wat: str, naam: str = "kies") -> str:
    """The attribute of what an element of HTML stands for; empty where nothing can be clicked.

    `kies` makes the element itself one that can be clicked, `rij` and `kop` the cells where such a
    row and such a column cross, within an element with `data-kruis`.
    """
    return f' data-{naam}="{escape(wat)}"' if wat and f is not None else ""


def knop(f: Filter | None, tekst: str, wat: str) -> str:
    """A text as a button that chooses what it stands for, or as text where nothing can be chosen."""
    if f is None or not wat:
        return escape(tekst)
    stand = "true" if kruisfilter.aan(f, wat) else "false"
    return f'<button class="kies" type="button" aria-pressed="{stand}"{attribuut(f, wat)}>{escape(tekst)}</button>'


def naam(f: Filter | None, tekst: str, wat: str) -> str:
    """The same within something that folds open, where a button may not be.

    Who has no pointer chooses it in *Als tabel*.
    """
    aan = " aan" if f is not None and kruisfilter.aan(f, wat) else ""
    return f'<span class="kies{aan}"{attribuut(f, wat)}>{escape(tekst)}</span>'


def klasse(f: Filter | None, wat: str) -> str:
    """The class (with a space before it) of what stands beside a choice; else empty."""
    return " dof" if f is not None and kruisfilter.dof(f, wat) else ""
