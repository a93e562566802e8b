"""Buurten: the map and the ranking of wijken and buurten, and one buurt beside the city."""

import streamlit as st

from core import bevindingen
from pages.onderdelen import bron, buurtbeeld, filterbalk, gebieden, schil, tonen, vastgezet

if schil.leeg():
    st.stop()

f = filterbalk.gekozen()
van = bron.tabel("buurten", f)
if not len(van):
    tonen.leeg()
    st.stop()
alle = bron.tabel("buurten", f.met(wijk=(), buurt=()))
stad = bron.stad(f)

tonen.hoofdzin(bevindingen.hoogste_gebruik(van, stad))
boven, onder = st.container(), st.container()
with onder:  # first, for the map outlines what is chosen here
    gekozen = buurtbeeld.kies(f)
with boven:
    maat = gebieden.kies_maat(alle)
    links, rechts = st.columns([11, 10], gap="medium")
    with links:
        gebieden.kaart(alle, maat, gebieden.gekozen(f, gekozen))
    with rechts:
        naast = vastgezet.tabel(alle, {"wijk", "buurt"})
        gebieden.ranglijst(gebieden.Gebieden(alle, stad, van, naast, f), maat)
if gekozen:
    with onder:
        buurtbeeld.toon(f, gekozen, stad)
