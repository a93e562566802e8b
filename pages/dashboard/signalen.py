"""Signalen: which last quarters are not what their own history leads one to expect, and what is done about it."""

import streamlit as st

from pages.onderdelen import schil, signalen

if schil.leeg():
    st.stop()

signalen.toon()
