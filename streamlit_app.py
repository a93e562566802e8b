"""Entry of the app: page settings, filter bar and navigation; computes nothing."""

import streamlit as st

from pages.onderdelen import bron, filterbalk, ganaar, meenemen, menu, schil, weergaven

st.set_page_config(
    page_title="Dashboard jeugdhulp",
    page_icon="pages/onderdelen/icoon.png",
    layout="wide",
    initial_sidebar_state="expanded",
)

eerste_bezoek = schil.eerste_bezoek()
pagina = st.navigation(menu.paginas(), position="top")
if eerste_bezoek and pagina.url_path:
    schil.herlaad()
bron.begin()
meenemen.begin()
ganaar.begin(pagina.url_path)
kop = schil.toon(pagina.title) if pagina.title != "Presentatie" else st.container()
filterbalk.toon(op_pagina=pagina.title in ("Overzicht", "Aanbieders", "Cliënten", "Buurten"))
try:
    pagina.run()
    with kop:
        meenemen.pagina()
        weergaven.bewaren(pagina.url_path, pagina.title)
except Exception as fout:  # noqa: BLE001 - whatever it is, the room sees a Dutch sentence
    schil.storing(fout)
