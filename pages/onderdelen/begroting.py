"""Enter the budget of a year, by hand or from a CSV, and keep a forecast under a name."""

from __future__ import annotations

import streamlit as st

from core.inlezen.begroting import lees_begroting
from core.inlezen.jaarbladen import koppel_prognose
from core.inlezen.teksttabel import OnbruikbareTabel, als_tekst
from core.opmaak import geteld, opsomming
from core.opslag.begroting import BUITEN, Begrotingen, Begrotingsregel
from core.opslag.geopend import geopend
from core.opslag.jaarbladen import Jaarbladen, PencProduct
from core.opslag.versies import NietBewaard
from core.prognose.bevriezen import LANGSTE_NAAM, NietBevroren, bevries
from pages.onderdelen import bron
from pages.onderdelen.inleesverslag import als_markdown
from pages.onderdelen.luik import luik

_GEDAAN = "begroting-gedaan"


def invoeren(jaar: int) -> None:
    """A form with a line per segment, and a place for a CSV that replaces them all."""
    if gedaan := st.session_state.pop(_GEDAAN, None):
        st.success(als_markdown(gedaan), icon=":material/check:")

    def inhoud() -> None:
        _formulier(jaar)
        _bestand(jaar)

    luik("Begroting invoeren", "edit_note", "begroting-luik", inhoud)


def _formulier(jaar: int) -> None:
    demo = bron.versie().stand.demo
    regels = {r.segment: r for r in geopend(Begrotingen).begroting(jaar, demo)}
    with st.form("begroting", border=False):
        st.markdown(f"**Begroting {jaar}, in euro.** Een leeg vak is geen begroting.")
        _, midden, rechts = st.columns([2, 1, 1])
        midden.caption("Primitief")
        rechts.caption("Na wijziging")
        nieuw = [_regel(jaar, naam, regels.get(naam)) for naam in _namen(jaar, list(regels))]
        if st.form_submit_button("Begroting bewaren"):
            if los := _zonder_primitief(jaar):
                st.error(
                    f"Vul ook de primitieve begroting in (0 mag) bij {opsomming(los)}: daar staat alleen een bedrag na "
                    "wijziging. Er is niets bewaard.",
                    icon=":material/block:",
                )
                return
            _bewaar(jaar, [r for r in nieuw if r is not None])


def _namen(jaar: int, begroot: list[str]) -> list[str]:
    """The lines that can have a budget: the segments, what goes outside the declarations, and what was entered."""
    buiten = [BUITEN.format(b.segment) for b in bron.ingevuld().buiten_declaraties if b.jaar == jaar]
    return list(dict.fromkeys([*bron.versie().keuzes["segment"], *buiten, *begroot]))


def _regel(jaar: int, naam: str, nu: Begrotingsregel | None) -> Begrotingsregel | None:
    links, midden, rechts = st.columns([2, 1, 1], vertical_alignment="center")
    links.markdown(naam)
    primitief = midden.number_input(
        f"Primitief, {naam}", value=None if nu is None else nu.primitief / 100, step=1000.0, format="%.0f",
        key=f"begroting-{jaar}-{naam}", label_visibility="collapsed", placeholder="primitief",
    )  # fmt: skip
    gewijzigd = rechts.number_input(
        f"Na wijziging, {naam}", value=None if nu is None or nu.gewijzigd is None else nu.gewijzigd / 100,
        step=1000.0, format="%.0f", key=f"gewijzigd-{jaar}-{naam}", label_visibility="collapsed",
        placeholder="na wijziging",
    )  # fmt: skip
    if primitief is None:
        return None
    return Begrotingsregel(
        jaar, naam, round(primitief * 100), None if gewijzigd is None else round(gewijzigd * 100)
    )


def _zonder_primitief(jaar: int) -> list[str]:
    """The lines of which only a changed amount was filled in: they would be lost without a word."""
    voor = f"gewijzigd-{jaar}-"
    ingevuld = [
        str(k)[len(voor) :] for k, w in st.session_state.items() if str(k).startswith(voor) and w is not None
    ]
    return [naam for naam in ingevuld if st.session_state.get(f"begroting-{jaar}-{naam}") is None]


def _bestand(jaar: int) -> None:
    with st.form("begroting-csv", border=False, clear_on_submit=True):
        st.markdown("**Of uit een CSV** met de kolommen segment, primitief en eventueel gewijzigd en jaar.")
        bestand = st.file_uploader("CSV met de begroting", type=["csv", "txt"], label_visibility="collapsed")
        if st.form_submit_button("Begroting uit CSV bewaren") and bestand is not None:
            try:
                tekst = als_tekst(bestand.getvalue(), "Het bestand")
                regels = lees_begroting(tekst, jaar, _namen(jaar, []))
            except OnbruikbareTabel as fout:
                st.error(str(fout), icon=":material/error:")
                return
            eigen = (f"begroting-{jaar}-", f"gewijzigd-{jaar}-")
            for naam in [k for k in st.session_state if str(k).startswith(eigen)]:
                del st.session_state[naam]  # or the form would show what was there before
            _bewaar(jaar, regels)


def _bewaar(jaar: int, regels: list[Begrotingsregel]) -> None:
    geopend(Begrotingen).zet_begroting(regels, jaar, bron.versie().stand.demo, bron.wie())
    st.session_state[_GEDAAN] = (
        f"De begroting van {jaar} is bewaard: {geteld(len(regels), 'regel', 'regels')}."
    )
    st.rerun()


def bevriezen(jaar: int) -> None:
    """Keep the forecast of all lines as it is now, under the name of the product it goes into."""
    luik("Prognose bevriezen", "ac_unit", "bevries-luik", lambda: _bevriezen(jaar))


def _bevriezen(jaar: int) -> None:
    with st.form("bevriezen", border=False, clear_on_submit=True):
        st.caption("Legt de prognose van alle regels vast zoals zij nu is; zij verandert daarna niet meer.")
        naam = st.text_input("Naam", max_chars=LANGSTE_NAAM, placeholder="bijvoorbeeld Bestuursrapportage 1")
        kalender = geopend(Jaarbladen).blad(PencProduct, jaar, bron.versie().stand.demo)
        product = st.selectbox(
            "P&C-product waar zij in staat", kalender.regels, index=None, format_func=lambda p: p.product,
            placeholder="geen, of kies er een", key="bevries-product",
        )  # fmt: skip
        if st.form_submit_button("Bevriezen"):
            try:
                wat = bevries(bron.versie(), naam, jaar, bron.wie())
                if product is not None:
                    koppel_prognose(geopend(Jaarbladen), kalender, product, wat.naam, bron.wie())
            except (NietBevroren, NietBewaard) as fout:
                st.error(str(fout), icon=":material/error:")
                return
            st.session_state[_GEDAAN] = (
                f"De prognose van {jaar} is bevroren als {wat.naam}; zij staat in de tabel bovenaan."
            )
            st.rerun()
