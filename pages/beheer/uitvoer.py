"""Uitvoer: the design of slides, and the figure behind a code."""

import streamlit as st

from pages.onderdelen import uitvoer

st.markdown(
    "Bij elke figuur staat *Meenemen*: als presentatie, rekenblad, tabel of afbeelding, of als zin voor een antwoord aan "
    "de raad. Hier kiest u hoe presentaties eruitzien en zoekt u het getal bij een code op."
)
uitvoer.bewijs()
uitvoer.sjabloon()
