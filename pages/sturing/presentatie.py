"""A presentation on the beamer: no menu, no filters, figures of the version it started with."""

import streamlit as st

from pages.onderdelen import bron, presentaties, schil, vertoning

if schil.leeg():
    st.stop()

zaal = bron.zaal(st.query_params.get("versie", ""))
van = presentaties.gekozen(zaal, st.query_params.get("welke", ""))
if van is None:
    st.info("Deze presentatie is er niet (meer).", icon=":material/search_off:")
    st.page_link("pages/sturing/presenteren.py", label="Naar Presenteren", icon=":material/co_present:")
    st.stop()
vertoning.toon(van, zaal)
