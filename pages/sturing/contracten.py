"""Contracten en controle: ceilings, the ledger, the P&C calendar and the statements of aanbieders."""

import streamlit as st

from pages.onderdelen import aansluiting, penckalender, plafonds, schil, verantwoording

DELEN = {
    "Plafonds": plafonds.toon,
    "Aansluiting": aansluiting.toon,
    "P&C-kalender": penckalender.toon,
    "Productieverantwoording": verantwoording.toon,
}

if schil.leeg():
    st.stop()

deel = st.segmented_control(
    "Onderdeel", list(DELEN), default=next(iter(DELEN)), key="contracten", bind="query-params", required=True,
    label_visibility="collapsed",
)  # fmt: skip
DELEN[deel]()
