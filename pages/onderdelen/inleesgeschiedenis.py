"""The leveringen that were read in, and the way back."""

from __future__ import annotations

import streamlit as st

from core.cijfers.tabellen import Kolom, Soort
from core.inlezen.fout import Geweigerd
from core.inlezen.leveringen import Levering, leveringen, terug
from core.onthulling import beheertabel
from core.opmaak import datum
from pages.onderdelen import bron, tonen
from pages.onderdelen.inleesverslag import als_markdown

_KOLOMMEN = (
    Kolom("nummer", "Nr", Soort.RANG),
    Kolom("bestand", "Bestand", Soort.TEKST),
    Kolom("bron", "Bron", Soort.TEKST),
    Kolom("wijze", "Wijze", Soort.TEKST),
    Kolom("stand_per", "Stand per", Soort.TEKST),
    Kolom("ingelezen", "Ingelezen op", Soort.TEKST),
    Kolom("regels", "Regels", Soort.AANTAL),
    Kolom("afgekeurd", "Afgekeurd", Soort.AANTAL),
    Kolom("dubbel", "Dubbel", Soort.AANTAL),
    Kolom("bedrag", "Bedrag", Soort.CENTEN),
    Kolom("maanden", "Maanden", Soort.AANTAL),
    Kolom("gebruik", "In gebruik", Soort.TEKST),
)


def toon() -> None:
    """Draw the history, newest first, and let one levering be undone."""
    alle = leveringen()[::-1]
    melding = st.session_state.pop("terug-gedaan", None)
    if melding:
        st.success(melding, icon=":material/undo:")
    if not alle:
        st.info("Er is nog niets ingelezen.", icon=":material/inbox:")
        return
    tonen.kop(
        "Leveringen",
        "Elke export die is ingelezen. Een levering die u ongedaan maakt telt niet meer mee; de cijfers zijn "
        "dan alsof zij nooit is ingelezen. Hetzelfde bestand kan daarna opnieuw worden ingelezen.",
    )
    tonen.tabel(beheertabel("Leveringen", _KOLOMMEN, [_rij(lev) for lev in alle]))
    actief = {lev.nummer: lev for lev in alle if lev.actief}
    if actief:
        _ongedaan(actief)


def _rij(lev: Levering) -> tuple[object, ...]:
    gebruik = "ja" if lev.actief else "nee"
    return (
        lev.nummer, lev.bestand, lev.bron, lev.wijze, datum(lev.stand_per),
        f"{datum(lev.ingelezen_op.date())}, {lev.ingelezen_op:%H.%M} uur", lev.regels, lev.afgekeurd,
        lev.dubbel, lev.bedrag, lev.maanden, f"{gebruik} (voorbeeld)" if lev.demo else gebruik,
    )  # fmt: skip


def _ongedaan(actief: dict[int, Levering]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        nummer = st.selectbox(
            "Levering ongedaan maken", list(actief), index=None, placeholder="kies een levering",
            format_func=lambda n: f"{n} · {actief[n].bestand} ({actief[n].bron})", key="terug-nummer", width=420,
        )  # fmt: skip
    if nummer is None:
        return
    lev = actief[nummer]
    gevolg = "Zij telt dan niet meer mee in de cijfers; wat zij had vervangen telt weer wel."
    laatste_echte = not lev.demo and sum(not a.demo for a in actief.values()) == 1
    if laatste_echte:
        gevolg += " Het is de laatste levering met echte gegevens: eventuele voorbeeldgegevens komen terug."
    st.warning(
        f"Levering {nummer}, **{als_markdown(lev.bestand)}**, ongedaan maken? {gevolg}",
        icon=":material/undo:",
    )
    with st.container(horizontal=True):
        if st.button("Ja, ongedaan maken", type="primary", key="terug-ja"):
            _voer_uit(nummer)
        st.button("Nee, laten staan", key="terug-nee", on_click=_laat_staan)


def _laat_staan() -> None:
    st.session_state["terug-nummer"] = None


def _voer_uit(nummer: int) -> None:
    try:
        with st.spinner("De cijfers worden opnieuw opgebouwd …"):
            terug(nummer, bron.wie())
    except Geweigerd as fout:
        st.error(als_markdown(str(fout)), icon=":material/block:")
        return
    st.session_state["terug-gedaan"] = f"Levering {nummer} is ongedaan gemaakt."
    st.rerun()
