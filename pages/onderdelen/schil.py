"""What surrounds every page: its title, the language of the document, and whose data it is."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.pages_manager import PagesManager

from pages.onderdelen import bron

_LOG = logging.getLogger(__name__)
_STIJL = Path(__file__).with_name("stijl.css")
_TAAL = f"<script>{Path(__file__).with_name('taal.js').read_text(encoding='utf-8')}</script>"


def toon(titel: str) -> DeltaGenerator:
    """Draw the heading; while demo data is loaded every page carries *voorbeeldgegevens*.

    Returns the row of the heading, for what can only be said when the page is drawn.
    """
    st.html(_STIJL)
    db = bron.data()
    rij = st.container(horizontal=True, vertical_alignment="center", key="kop")
    with rij:
        st.title(titel, anchor=False)
        st.html(_TAAL, width="content", unsafe_allow_javascript=True)
        if db is not None and db.stand.demo:
            st.badge("voorbeeldgegevens", icon=":material/science:", color="orange")
        st.badge("lokale modus", icon=":material/computer:", color="gray")
    return rij


def eerste_bezoek() -> bool:
    """Whether no session of this server has called st.navigation yet.

    Until then Streamlit looks for pages in a folder named pages/ the old way, and tells the first
    visitor with a link to a page that it does not exist.
    """
    return bool(PagesManager.uses_pages_directory)


def herlaad() -> None:
    """Let the browser ask for the page again, now that the server knows it."""
    st.html("<script>location.reload()</script>", unsafe_allow_javascript=True)


def storing(fout: Exception) -> None:
    """Say that a page broke and what to do; the log gets the kind and the place, never a value."""
    plek = traceback.extract_tb(fout.__traceback__)[-1]
    _LOG.error("Storing: %s in %s, regel %s", type(fout).__name__, Path(plek.filename).name, plek.lineno)
    st.error(
        "Deze pagina kan nu niet worden getoond. Haal een filter weg of kies een andere pagina; blijft "
        "het misgaan, geef dan de beheerder het tijdstip door. Er is niets verloren gegaan.",
        icon=":material/error:",
    )


def leeg() -> bool:
    """Whether there is nothing to show yet; then says what to do, with the way to it."""
    if bron.data() is not None:
        return False
    st.info("Er zijn nog geen gegevens ingelezen. Lees een export in, of bekijk eerst de voorbeeldgemeente.")
    st.page_link("pages/beheer/inlezen.py", label="Naar Inlezen", icon=":material/upload_file:")
    return True
