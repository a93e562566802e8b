"""The events of the municipality that is looked at, and whether who looks wants to see them in charts."""

from __future__ import annotations

import streamlit as st

from core.database import Database
from core.opslag.gebeurtenissen import Gebeurtenis, Gebeurtenissen
from core.opslag.geopend import geopend

_UIT = "_gebeurtenissen_uit"


def alle(db: Database) -> tuple[Gebeurtenis, ...]:
    """The events that people wrote, read again only when the store was written."""
    return geopend(Gebeurtenissen).alle(db.stand.demo)


def getoond(db: Database) -> tuple[Gebeurtenis, ...]:
    """The events that charts show: none when who looks hid them."""
    return alle(db) if zichtbaar() else ()


def zichtbaar() -> bool:
    """Whether who looks wants to see events in charts."""
    return not st.session_state.get(_UIT, False)


def zet(wel: bool) -> None:
    """Show or hide events in every chart of this session."""
    st.session_state[_UIT] = not wel
