"""Cliënten: age, intensiteit and duur, who comes, goes and moves on, who turns 18, verwijzers."""

import streamlit as st

from core import bevindingen
from pages.onderdelen import bron, clienten, filterbalk, overgangen, schil, tonen

BEELDEN = {
    "leeftijd": ("Leeftijd", clienten.leeftijd),
    "intensiteit": ("Intensiteit en duur", clienten.intensiteit),
    "stromen": ("In- en uitstroom", clienten.stromen),
    "doorstroom": ("Doorstroom", overgangen.doorstroom),
    "wordt-18": ("Wie wordt 18", overgangen.wordt_18),
    "verwijzers": ("Verwijzers", clienten.verwijzers),
}

if schil.leeg():
    st.stop()

f = filterbalk.gekozen()
tonen.hoofdzin(bevindingen.hoofdzin_leeftijd(bron.tabel("leeftijd-per-product", f)))
beeld = st.segmented_control(
    "Beeld", list(BEELDEN), default="leeftijd", required=True, key="clienten-beeld", bind="query-params",
    format_func=lambda naam: BEELDEN[naam][0], label_visibility="collapsed",
)  # fmt: skip
BEELDEN[beeld][1](f)
