"""Kwaliteit: how complete the figures are, who declares late, and how good estimates were."""

import streamlit as st

from pages.onderdelen import kwaliteit, schil

if schil.leeg():
    st.stop()

f = kwaliteit.gekozen()
kwaliteit.hoofdzin(f)
deel = st.segmented_control(
    "Onderdeel", list(kwaliteit.DELEN), default=next(iter(kwaliteit.DELEN)), key="kwaliteit", bind="query-params",
    required=True, label_visibility="collapsed",
)  # fmt: skip
kwaliteit.DELEN[deel](f)
