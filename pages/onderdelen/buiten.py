"""What is spent outside the declarations: seen and entered where the landscape and the ledger are."""

from __future__ import annotations

import streamlit as st

from core import referentie
from core.cijfers.tabellen import Kolom, Soort
from core.database import Database
from core.onthulling import beheertabel
from core.opslag import BuitenDeclaraties
from core.opslag.versies import NietBewaard
from core.sturing.gesprekken import geen_bsn
from pages.onderdelen import bron, tonen

_KOLOMMEN = (
    Kolom("segment", "Segment", Soort.TEKST),
    Kolom("jaar", "Jaar", Soort.JAAR),
    Kolom("omschrijving", "Omschrijving", Soort.TEKST),
    Kolom("bedrag", "Bedrag", Soort.EURO),
)


def invullen() -> None:
    """Draw the amounts and the form by which one is added, changed or taken away."""
    db, rijen = bron.versie(), list(bron.ingevuld().buiten_declaraties)
    st.caption(
        "Lumpsum volgens contract en uitgaven zonder declaratie, per segment en jaar. Ze staan apart "
        "en worden nooit verdeeld over jeugdigen, aanbieders of buurten."
    )
    if rijen:
        bedragen = [(r.segment, r.jaar, r.omschrijving, r.bedrag / 100) for r in rijen]
        tonen.tabel(beheertabel("Bedragen buiten de declaraties", _KOLOMMEN, bedragen))
    _formulier(db, rijen)


def _formulier(db: Database, rijen: list[BuitenDeclaraties]) -> None:
    with st.form("buiten", border=False):
        st.markdown("**Bedrag toevoegen of wijzigen**")
        een, twee, drie, vier = st.columns([2, 1, 3, 2])
        segmenten = list(dict.fromkeys([*referentie.segment_uitleg(), *db.keuzes["segment"]]))
        segment = een.selectbox(
            "Segment", segmenten, index=None, placeholder="kies een segment", key="buiten-segment"
        )
        laatste = (db.stand.laatste_maand or 0) // 12
        jaar = twee.number_input(
            "Jaar", min_value=2015, max_value=2100, value=laatste, step=1, key="buiten-jaar"
        )
        omschrijving = drie.text_input("Omschrijving", max_chars=120, key="buiten-wat")
        bedrag = vier.number_input(
            "Bedrag in euro (0 = verwijderen)", value=0.0, step=1000.0, key="buiten-bedrag"
        )
        if st.form_submit_button("Bewaren"):
            sleutel = (segment or "", int(jaar), omschrijving.strip())
            _bewaar(sleutel, round(bedrag * 100), db.stand.demo, rijen)


def _bewaar(sleutel: tuple[str, int, str], cent: int, demo: bool, rijen: list[BuitenDeclaraties]) -> None:
    """Replace, add or (0) remove one amount; says what is missing."""
    if not sleutel[0] or not sleutel[2]:
        st.error("Kies een segment en vul een omschrijving in; er is niets bewaard.", icon=":material/block:")
        return
    try:
        geen_bsn(sleutel[2])
    except NietBewaard as fout:
        st.error(str(fout), icon=":material/block:")
        return
    houd = [r for r in rijen if (r.segment, r.jaar, r.omschrijving) != sleutel]
    if cent:
        houd.append(BuitenDeclaraties(*sleutel, bedrag=cent, demo=demo))
    bron.winkel().zet_buiten_declaraties(houd, demo, bron.wie())
    st.rerun()
