"""Other inputs that were read in, which kinds there are, and the way back."""

from __future__ import annotations

import streamlit as st

from core.cijfers.tabellen import Kolom, Soort
from core.inlezen.bijlagen.bewaard import Bijlage, bijlagen
from core.inlezen.bijlagen.register import SOORTEN
from core.inlezen.fout import Geweigerd
from core.inlezen.leveringen import terug_bijlage
from core.onthulling import beheertabel
from core.opmaak import datum
from pages.onderdelen import bron, tonen
from pages.onderdelen.inleesverslag import als_markdown

_KOLOMMEN = (
    Kolom("naam", "Nr", Soort.TEKST),
    Kolom("titel", "Soort", Soort.TEKST),
    Kolom("bestand", "Bestand", Soort.TEKST),
    Kolom("bron", "Bron", Soort.TEKST),
    Kolom("ingelezen", "Ingelezen op", Soort.TEKST),
    Kolom("rijen", "Rijen", Soort.AANTAL),
    Kolom("gebruik", "In gebruik", Soort.TEKST),
)


def toon() -> None:
    """Draw the history, newest first, with what can be read in, and let one file be undone."""
    alle = bijlagen(bron.laatste())[::-1]
    if melding := st.session_state.pop("bijlage-terug-gedaan", None):
        st.success(melding, icon=":material/undo:")
    tonen.kop(
        "Andere bestanden",
        "Bestanden naast de exports, herkend aan hun kop. U biedt ze aan bij 'Export inlezen'. Een nieuwer bestand "
        "gaat voor; wat u ongedaan maakt telt niet meer mee, en wat het had vervangen telt weer wel.",
    )
    for soort in SOORTEN.values():
        st.markdown(f"- **{soort.titel}**. {soort.uitleg}")
    if not alle:
        st.info("Er zijn nog geen andere bestanden ingelezen.", icon=":material/inbox:")
        return
    tonen.tabel(beheertabel("Andere bestanden", _KOLOMMEN, [_rij(b) for b in alle]))
    _ongedaan({b.nummer: b for b in alle if b.actief})


def _rij(b: Bijlage) -> tuple[object, ...]:
    op = f"{datum(b.ingelezen_op.date())}, {b.ingelezen_op:%H.%M} uur"
    return b.naam, b.titel, b.bestand, b.bron, op, b.rijen, "ja" if b.actief else "nee"


def _ongedaan(actief: dict[int, Bijlage]) -> None:
    if not actief:
        return
    nummer = st.selectbox(
        "Bestand ongedaan maken", list(actief), index=None, placeholder="kies een bestand",
        format_func=lambda n: f"{actief[n].naam} · {actief[n].bestand}", key="bijlage-terug", width=420,
    )  # fmt: skip
    if nummer is None:
        return
    st.warning(
        f"**{als_markdown(actief[nummer].bestand)}** ({actief[nummer].naam}) ongedaan maken? Wat het had vervangen "
        "telt dan weer.",
        icon=":material/undo:",
    )
    with st.container(horizontal=True):
        if st.button("Ja, ongedaan maken", type="primary", key="bijlage-terug-ja"):
            _voer_uit(actief[nummer])
        st.button("Nee, laten staan", key="bijlage-terug-nee", on_click=_laat_staan)


def _laat_staan() -> None:
    st.session_state["bijlage-terug"] = None


def _voer_uit(b: Bijlage) -> None:
    try:
        with st.spinner("De cijfers worden opnieuw opgebouwd …"):
            terug_bijlage(b.nummer, bron.wie())
    except Geweigerd as fout:
        st.error(als_markdown(str(fout)), icon=":material/block:")
        return
    st.session_state["bijlage-terug-gedaan"] = f"{b.naam} is ongedaan gemaakt."
    st.rerun()
