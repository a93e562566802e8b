"""Toelichting: definitions, sources, thresholds and versions, all from the code's own registries."""

import streamlit as st

from pages.onderdelen import begrippenlijst, bron, handleiding

LIJSTEN = {
    "Cijfers": begrippenlijst.maten,
    "Tabellen": begrippenlijst.tabellen,
    "Filters": begrippenlijst.filters,
    "Segmenten en producten": begrippenlijst.producten,
    "Bronnen": begrippenlijst.bronnen,
}
TEKSTEN = {
    "Zo leest u dit": handleiding.LEZEN,
    "Voorlopige cijfers": handleiding.VOORLOPIG,
    "Privacy": handleiding.privacy(bron.drempels()),
}
VERSIES = "Versies"

zoek = st.text_input(
    "Zoek een begrip", key="zoek", bind="query-params", placeholder="Zoek een begrip, bijvoorbeeld zorgperiode",
    icon=":material/search:", label_visibility="collapsed", max_chars=60,
)  # fmt: skip
if zoek.strip():
    gevonden = {titel: begrippenlijst.met_woord(lijst(), zoek) for titel, lijst in LIJSTEN.items()}
    for titel, regels in gevonden.items():
        if regels:
            st.subheader(titel, anchor=False)
            begrippenlijst.toon(regels)
    if not any(gevonden.values()):
        st.info("Geen begrip gevonden. Probeer een deel van het woord.", icon=":material/search_off:")
    st.stop()

deel = st.segmented_control(
    "Onderdeel", [*TEKSTEN, *LIJSTEN, VERSIES], default="Zo leest u dit", required=True, key="onderdeel",
    bind="query-params", label_visibility="collapsed",
)  # fmt: skip
if deel in TEKSTEN:
    with st.container(width=820):
        st.markdown(TEKSTEN[deel])
elif deel == VERSIES:
    begrippenlijst.versies()
else:
    begrippenlijst.toon(LIJSTEN[deel]())
