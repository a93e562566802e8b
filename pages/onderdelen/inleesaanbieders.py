"""Name variants of an aanbieder: offered, merged with one click, uploaded, and taken apart again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from core.cijfers.tabellen import Kolom, Soort
from core.inlezen.fout import Geweigerd
from core.inlezen.indeling import Schrijfwijze, lees_indeling, scheid, schrijfwijzen, voeg_toe
from core.inlezen.leveringen import voeg_samen
from core.inlezen.rapport import Samenvoeging
from core.onthulling import beheertabel
from core.opmaak import geteld, opsomming
from pages.onderdelen import bron, downloads, tonen
from pages.onderdelen.inleesverslag import als_markdown

_KOLOMMEN = (Kolom("variant", "Variant", Soort.TEKST), Kolom("aanbieder", "Aanbieder", Soort.TEKST))
_EERSTE = 12


def toon() -> None:
    """Draw the proposals, merging by hand, and the indeling itself."""
    db = bron.data()
    if db is None:
        st.info("Er zijn nog geen aanbieders: lees eerst een export in.", icon=":material/inbox:")
        return
    tonen.kop(
        "Schrijfwijzen van een aanbieder",
        "Staat een aanbieder onder twee namen in de exports, dan telt de ranglijst hem als twee. Wat u "
        "samenvoegt geldt voor alle eerdere en volgende leveringen, en is hieronder weer te scheiden.",
    )
    voorstellen(bron.aanbieder_voorstellen())
    _met_de_hand(db.keuzes["aanbieder"])
    _indeling()


def _melding() -> None:
    if gedaan := st.session_state.pop("samen-gedaan", None):
        st.success(als_markdown(gedaan), icon=":material/merge:")


def na_inlezen() -> None:
    """After a load: the variants that are there now, or nothing."""
    lijst = bron.aanbieder_voorstellen()
    if lijst:
        tonen.kop("Mogelijk dezelfde aanbieder", "Zonder samenvoegen telt de ranglijst deze namen apart.")
        voorstellen(lijst)
    else:
        _melding()


def voorstellen(lijst: Sequence[Samenvoeging]) -> None:
    """Likely variants, each with a button that merges them."""
    _melding()
    if not lijst:
        st.caption("Er zijn geen namen gevonden die op elkaar lijken of dezelfde AGB-code hebben.")
    for nummer, s in enumerate(lijst[:_EERSTE]):
        with st.container(border=True):
            tekst, knop = st.columns([3, 2], vertical_alignment="center")
        namen = opsomming([f"**{als_markdown(v)}**" for v in s.varianten])
        tekst.markdown(f"{namen}: dezelfde aanbieder? ({als_markdown(s.reden)})")
        titel = f"Samenvoegen tot {als_markdown(s.aanbieder)}"
        if knop.button(titel, key=f"samen-{nummer}-{s.varianten}", icon=":material/merge:", width="stretch"):
            _voeg_samen(s.varianten, s.aanbieder)
    if len(lijst) > _EERSTE:
        over = geteld(len(lijst) - _EERSTE, "andere; die verschijnt", "andere; die verschijnen")
        st.caption(f"En nog {over} als deze zijn afgehandeld.")


def _voeg_samen(varianten: Sequence[str], aanbieder: str) -> None:
    wat = f"{opsomming([v for v in varianten if v != aanbieder])} telt nu als {aanbieder}."
    _verander(lambda: voeg_samen(varianten, aanbieder, bron.wie()), wat)


def _verander(maak: Callable[[], None], gedaan: str) -> None:
    """Do what changes the indeling, rebuild, and say what it brought."""
    try:
        with st.spinner("De cijfers worden opnieuw opgebouwd …"):
            maak()
    except Geweigerd as fout:
        for zin in fout.redenen:
            st.error(als_markdown(zin), icon=":material/block:")
        return
    st.session_state["samen-gedaan"] = gedaan
    st.rerun()


def _met_de_hand(namen: Sequence[str]) -> None:
    tonen.kop("Zelf samenvoegen", "Bijvoorbeeld na een fusie, of wanneer een naam sterk afwijkt.")
    links, midden, rechts = st.columns([5, 3, 2], vertical_alignment="bottom")
    gekozen = links.multiselect(
        "Deze namen", namen, placeholder="kies twee of meer aanbieders", key="samen-namen"
    )
    doel = midden.selectbox(
        "tellen voortaan als", gekozen, placeholder="eerst de namen kiezen", accept_new_options=True, key="samen-doel",
    )  # fmt: skip
    klaar = bool(len(gekozen) > 1 or (gekozen and doel and doel not in gekozen))
    if rechts.button("Samenvoegen", disabled=not (klaar and doel), icon=":material/merge:", key="samen-hand"):
        _voeg_samen(gekozen, str(doel).strip()[:120])


def _indeling() -> None:
    """What was decided before: to look at, take apart, save and replace."""
    tonen.kop(
        "Aanbiedersindeling",
        "Welke namen en AGB-codes als één aanbieder tellen. Een eigen indeling is een CSV met de kolommen "
        "'variant' (naam of AGB-code) en 'aanbieder'.",
    )
    rijen = schrijfwijzen(bron.data(), bron.winkel())
    links, rechts = st.columns(2, gap="large")
    with links:
        if rijen:
            tabel = beheertabel("Aanbiedersindeling", _KOLOMMEN, [(r.variant, r.aanbieder) for r in rijen])
            tonen.tabel(tabel)
            downloads.beheer(tabel, "aanbiedersindeling", "indeling-csv")
        else:
            st.caption("Er is nog niets samengevoegd.")
    with rechts:
        _upload()
        if rijen:
            _scheid(rijen)


def _upload() -> None:
    ronde = st.session_state.setdefault("indeling-ronde", 0)
    bestand = st.file_uploader("Indeling aanbieden (CSV)", key=f"indeling-{ronde}", max_upload_size=1)
    if bestand is not None and st.button("Indeling overnemen", key="indeling-ja"):
        inhoud = bestand.getvalue()
        st.session_state["indeling-ronde"] = ronde + 1
        _verander(lambda: voeg_toe(lees_indeling(inhoud), bron.wie()), "De indeling is overgenomen.")


def _scheid(rijen: Sequence[Schrijfwijze]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        keuze = st.selectbox(
            "Een samenvoeging ongedaan maken", range(len(rijen)), index=None, placeholder="kies een variant",
            format_func=lambda n: f"{rijen[n].variant} (telt als {rijen[n].aanbieder})", key="scheid",
        )  # fmt: skip
        weg = st.button("Weer scheiden", disabled=keuze is None, icon=":material/call_split:")
    if weg and keuze is not None:
        rij = rijen[keuze]
        _verander(lambda: scheid(rij, bron.wie()), f"{rij.variant} telt weer apart van {rij.aanbieder}.")
