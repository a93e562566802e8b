"""Entry of the app: page settings, filter bar and navigation; computes nothing."""

import streamlit as st

from pages.onderdelen import bron, filterbalk, ganaar, meenemen, schil, weergaven

st.set_page_config(
    page_title="Dashboard jeugdhulp",
    page_icon="pages/onderdelen/icoon.png",
    layout="wide",
    initial_sidebar_state="expanded",
)

eerste_bezoek = schil.eerste_bezoek()
pagina = st.navigation(
    {
        "": [
            st.Page(
                "pages/dashboard/overzicht.py", title="Overzicht", icon=":material/dashboard:", default=True
            ),
            st.Page("pages/dashboard/aanbieders.py", title="Aanbieders", icon=":material/domain:"),
            st.Page("pages/dashboard/clienten.py", title="Cliënten", icon=":material/groups:"),
            st.Page("pages/dashboard/buurten.py", title="Buurten", icon=":material/map:"),
            st.Page(
                "pages/dashboard/verwacht_werkelijk.py",
                title="Verwacht en werkelijk",
                icon=":material/compare_arrows:",
            ),
            st.Page("pages/sturing/presenteren.py", title="Presenteren", icon=":material/co_present:"),
            st.Page("pages/sturing/presentatie.py", title="Presentatie", visibility="hidden"),
        ],
        "Sturing": [
            st.Page("pages/sturing/signalen.py", title="Signalen", icon=":material/notifications:"),
            st.Page("pages/sturing/prognose.py", title="Prognose", icon=":material/trending_up:"),
            st.Page(
                "pages/sturing/contracten.py", title="Contracten en controle", icon=":material/fact_check:"
            ),
            st.Page("pages/sturing/sturingsgesprek.py", title="Sturingsgesprek", icon=":material/flag:"),
        ],
        "Beheer": [
            st.Page("pages/beheer/inlezen.py", title="Inlezen", icon=":material/upload_file:"),
            st.Page("pages/beheer/kwaliteit.py", title="Kwaliteit", icon=":material/verified:"),
            st.Page("pages/beheer/uitvoer.py", title="Uitvoer", icon=":material/ios_share:"),
            st.Page("pages/beheer/toelichting.py", title="Toelichting", icon=":material/menu_book:"),
        ],
    },
    position="top",
)
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
