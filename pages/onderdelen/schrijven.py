"""Writing what a person entered: it is done and said, or it stays on the screen with the reason why not."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from core.opslag.versies import NietBewaard


def schrijf(doe: Callable[[], object], plek: str, gedaan: str) -> None:
    """Write, and draw the page anew with `gedaan` at `plek` (see `melding`); what is refused stays as it was entered."""
    try:
        doe()
    except NietBewaard as fout:
        st.error(str(fout), icon=":material/block:")
        return
    st.session_state[plek] = gedaan
    st.rerun()


def melding(plek: str) -> None:
    """Say what was written in the run before, once."""
    if gedaan := st.session_state.pop(plek, None):
        st.success(gedaan, icon=":material/check:")
