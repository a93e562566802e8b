"""A part of a page that folds open."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def luik(titel: str, icoon: str, sleutel: str, inhoud: Callable[[], object]) -> None:
    """What `inhoud` draws, under a title; only made while it is open, so what is shut costs nothing."""
    open_ = st.expander(titel, icon=f":material/{icoon}:", key=sleutel, on_change="rerun")
    if open_.open:
        with open_:
            inhoud()
