"""What the registers of people share: choosing an entry, and writing or removing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from core.begrippen import Rol
from core.opslag.gebeurtenissen import Gebeurtenis
from core.opslag.risicos import Risico
from pages.onderdelen import bron, schrijven

GEDAAN, _RONDE = "register-gedaan", "register-ronde"
T = TypeVar("T", Gebeurtenis, Risico)


def ronde() -> int:
    """Counts what was finished, so that a next form begins empty."""
    return int(st.session_state.get(_RONDE, 0))


def kies(alle: Sequence[T], nieuw: T, wat: str, heet: Callable[[T], str]) -> T | None:
    """Which entry the form is about: a new one at first; None for who may only read."""
    if bron.rol() is Rol.LEZER:
        return None
    op_nummer = {0: nieuw} | {een.nummer: een for een in alle}
    nummer = st.selectbox(
        "Toevoegen of wijzigen", list(op_nummer), key=f"{wat}-keuze-{ronde()}",
        format_func=lambda n: heet(op_nummer[n]) if n else f"Nieuw: {wat} toevoegen",
    )  # fmt: skip
    return op_nummer[nummer]


def een_van(
    plek: st.delta_generator.DeltaGenerator, titel: str, namen: Sequence[str], nu: str, sleutel: str
) -> str:
    """One of the names or none at all; what was chosen stays, also when the data no longer hold it."""
    opties = list(dict.fromkeys([*namen, *filter(None, [nu])]))
    gekozen = plek.selectbox(titel, opties, opties.index(nu) if nu else None, key=sleutel, placeholder="alle")
    return gekozen or ""


def schrijf(doe: Callable[[], object], gedaan: str) -> None:
    """Write, and begin an empty form; what is refused stays on the screen with the reason."""

    def een_ronde() -> None:
        doe()
        st.session_state[_RONDE] = ronde() + 1

    schrijven.schrijf(een_ronde, GEDAAN, gedaan)


def verwijder(nummer: int, doe: Callable[[], None], sleutel: str) -> None:
    """The button that removes an entry, after a second look; none for one that was never kept."""
    if not nummer:
        return
    with st.popover("Verwijderen", icon=":material/delete:"):
        st.markdown("Dit verdwijnt uit de lijst, voor iedereen.")
        if st.button("Ja, verwijderen", type="primary", key=f"{sleutel}-weg"):
            schrijf(doe, "Verwijderd.")
