"""Signalen: what deviates from its own history, the register of risks, and the events in the charts."""

import streamlit as st

from pages.onderdelen import gebeurtenissen, risicos, schil, signalen

DELEN = {
    "Signalen": signalen.toon,
    "Risico's en ontwikkelingen": risicos.toon,
    "Gebeurtenissen": gebeurtenissen.toon,
}

if schil.leeg():
    st.stop()

deel = st.segmented_control(
    "Deel", list(DELEN), default="Signalen", required=True, key="signalen-deel", bind="query-params",
    label_visibility="collapsed",
)  # fmt: skip
DELEN[deel]()
