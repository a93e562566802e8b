"""Prognose: what the year comes to beside its budget, earlier forecasts, and how far they can be trusted."""

import streamlit as st

from pages.onderdelen import prognose, schil

if schil.leeg():
    st.stop()

f = prognose.gekozen()
prognose.hoofdzin(f)
deel = st.segmented_control(
    "Onderdeel", list(prognose.DELEN), default=next(iter(prognose.DELEN)), key="prognose", bind="query-params",
    required=True, label_visibility="collapsed",
)  # fmt: skip
prognose.DELEN[deel](f)
