"""What surrounds every page: its title, the language of the document, and whose data it is."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.onderdelen import bron

_STIJL = Path(__file__).with_name("stijl.css")
_TAAL = "<script>document.documentElement.lang = 'nl'</script>"


def toon(titel: str) -> None:
    """Draw the heading; while demo data is loaded every page carries *voorbeeldgegevens*."""
    st.html(_TAAL, unsafe_allow_javascript=True)
    st.html(_STIJL)
    db = bron.data()
    with st.container(horizontal=True, vertical_alignment="center", key="kop"):
        st.title(titel, anchor=False)
        if db is not None and db.stand.demo:
            st.badge("voorbeeldgegevens", icon=":material/science:", color="orange")
        st.badge("lokale modus", icon=":material/computer:", color="gray")


def leeg() -> bool:
    """Whether there is nothing to show yet; then says what to do, with the way to it."""
    if bron.data() is not None:
        return False
    st.info("Er zijn nog geen gegevens ingelezen. Lees een export in, of bekijk eerst de voorbeeldgemeente.")
    st.page_link("pages/beheer/inlezen.py", label="Naar Inlezen", icon=":material/upload_file:")
    return True
