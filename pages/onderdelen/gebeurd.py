"""The events of the municipality that is looked at, and whether who looks wants to see them in charts."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from core.database import Database, datamap
from core.opslag.gebeurtenissen import Gebeurtenis, Gebeurtenissen

_UIT = "_gebeurtenissen_uit"


@lru_cache(maxsize=8)
def _winkel(map_: Path) -> Gebeurtenissen:
    return Gebeurtenissen(map_)


@lru_cache(maxsize=8)
def _alle(van: Gebeurtenissen, demo: bool, gewijzigd: tuple[int, ...]) -> tuple[Gebeurtenis, ...]:
    return van.alle(demo)


def alle(db: Database) -> tuple[Gebeurtenis, ...]:
    """The events that people wrote, read again only when the store was written."""
    winkel = _winkel(datamap())
    return _alle(winkel, db.stand.demo, winkel.gewijzigd())


def getoond(db: Database) -> tuple[Gebeurtenis, ...]:
    """The events that charts show: none when who looks hid them."""
    return alle(db) if zichtbaar() else ()


def zichtbaar() -> bool:
    """Whether who looks wants to see events in charts."""
    return not st.session_state.get(_UIT, False)


def zet(wel: bool) -> None:
    """Show or hide events in every chart of this session."""
    st.session_state[_UIT] = not wel
