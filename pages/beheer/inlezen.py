"""Inlezen: take an export in, look back at what was taken in, and name aanbieders once."""

import streamlit as st

from core.bevindingen.leveringen import in_gebruik
from core.inlezen.leveringen import leveringen
from pages.onderdelen import bron, inlees, inleesaanbieders, inleesbijlagen, inleesgeschiedenis, tonen

DELEN = {
    "Export inlezen": inlees.toon,
    "Leveringen": inleesgeschiedenis.toon,
    "Andere bestanden": inleesbijlagen.toon,
    "Aanbieders": inleesaanbieders.toon,
}

db = bron.data()
tonen.hoofdzin(in_gebruik(leveringen(), db.stand.laatste_maand if db else None))
deel = st.segmented_control(
    "Onderdeel", list(DELEN), default="Export inlezen", key="deel", bind="query-params", required=True,
    label_visibility="collapsed",
)  # fmt: skip
if deel != "Export inlezen":
    inlees.verlaat()
DELEN[deel]()
