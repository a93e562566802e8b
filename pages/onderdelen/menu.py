"""The menu of the app: its pages, what they are called, and the group in which each stands."""

from __future__ import annotations

from copy import copy
from functools import lru_cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage


def paginas() -> dict[str, list[StreamlitPage]]:
    """The pages by group, for one run: Streamlit remembers on a page that it may be run."""
    return {groep: [copy(p) for p in van] for groep, van in _paginas().items()}


@lru_cache(maxsize=1)
def _paginas() -> dict[str, list[StreamlitPage]]:
    """Made once: each looks for its file, which for all of them takes as long as a small page."""
    return {
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
    }
