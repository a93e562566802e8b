"""The parts of the page Uitvoer: the proof of a sentence, and the municipality's design of slides."""

from __future__ import annotations

import streamlit as st

from core.export import sjabloon as ontwerp
from core.export.bewijs import NietHerhaalbaar, herhaal
from core.export.sjabloon import SjabloonGeweigerd
from core.opmaak import getal
from pages.onderdelen import bron, tonen


def bewijs() -> None:
    """Ask for a code; answer with the figure again, or why that cannot be."""
    tonen.kop(
        "Bewijs van een getal",
        "Onder elke zin staat een code. Daarmee wordt het getal opnieuw berekend uit de gegevens van toen, ook als er "
        "intussen nieuwe leveringen zijn. Lukt dat niet, dan staat hier waarom; er komt nooit een ander getal.",
    )
    with st.form("bewijs", border=False):
        code = st.text_input("Code", placeholder="bijvoorbeeld K7QF-2M3X", max_chars=24)
        gevraagd = st.form_submit_button("Bereken opnieuw", icon=":material/verified:")
    if not gevraagd or not code.strip():
        return
    try:
        uit = herhaal(code, bron.winkel())
    except KeyError:
        st.warning(f"De code '{code}' is hier nooit gegeven. Controleer de letters.")
    except NietHerhaalbaar as fout:
        st.error(str(fout))
    else:
        st.code(uit.alinea, language=None, wrap_lines=True)
        st.caption(uit.hoe)


def sjabloon() -> None:
    """Show which design is used, take another, or go back to the plain one."""
    tonen.kop(
        "Sjabloon voor presentaties",
        "Een .pptx van de gemeente. Het ontwerp (kleuren, lettertype, logo) wordt gebruikt; de dia's erin niet.",
    )
    huidig = ontwerp.lees(bron.winkel())
    if huidig is None:
        st.caption("Nu in gebruik: de eigen, sobere opmaak van dit dashboard.")
    else:
        st.caption(f"Nu in gebruik: een eigen sjabloon van {getal(len(huidig) / 1024)} kB.")
        if st.button("Eigen sjabloon weghalen", icon=":material/delete:"):
            bron.winkel().zet_bestand(ontwerp.NAAM, None, bron.wie())
            st.rerun()
    _kies()


def _kies() -> None:
    with st.form("sjabloon", border=False):
        bestand = st.file_uploader(
            "Sjabloon (.pptx)", type="pptx", max_upload_size=ontwerp.GROOTSTE // 1024**2
        )
        if st.form_submit_button("Gebruik dit sjabloon") and bestand is not None:
            try:
                ontwerp.bewaar(bron.winkel(), bestand.getvalue(), bron.wie())
            except SjabloonGeweigerd as fout:
                st.error(str(fout))
            else:
                st.rerun()
