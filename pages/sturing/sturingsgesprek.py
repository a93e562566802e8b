"""Sturingsgesprek: the KPIs with their three questions, the agenda of the month, and earlier talks."""

import streamlit as st

from pages.onderdelen import agenda, gespreksarchief, kpi, schil

DELEN = {"KPI's": kpi.toon, "Agenda": agenda.toon, "Eerdere gesprekken": gespreksarchief.toon}

if schil.leeg():
    st.stop()

kpi.onthoud_filter()
deel = st.segmented_control(
    "Onderdeel", list(DELEN), default=next(iter(DELEN)), key="sturing", bind="query-params", required=True,
    label_visibility="collapsed",
)  # fmt: skip
DELEN[deel]()
