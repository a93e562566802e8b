"""Aanbieders: the largest and how concentrated, aanbieder by segment, one beside the others."""

import streamlit as st

from core import bevindingen
from pages.onderdelen import aanbieders, bron, filterbalk, schil, tonen

BEELDEN = {"grootste": "Grootste aanbieders", "segment": "Per segment", "een": "Eén aanbieder"}

if schil.leeg():
    st.stop()

f = filterbalk.gekozen()
tonen.hoofdzin(bevindingen.hoofdzin_aanbieders(bron.tabel("aanbieders", f)))
st.caption(bevindingen.NIET_GECORRIGEERD)
beeld = st.segmented_control(
    "Beeld", list(BEELDEN), default="grootste", required=True, key="aanbieders-beeld", bind="query-params",
    format_func=BEELDEN.__getitem__, label_visibility="collapsed",
)  # fmt: skip
if beeld == "grootste":
    aanbieders.grootste(f)
elif beeld == "segment":
    aanbieders.per_segment(f)
else:
    aanbieders.een(f)
