"""What a person takes along from a page: a figure or all of them as a file, or a number as a sentence."""

from __future__ import annotations

import streamlit as st

from core.export import bewijs, zin
from core.export.bestand import SOORTEN
from core.export.figuur import Stuk
from core.export.zin import Plaats
from core.onthulling import BeveiligdeTabel, Drempels
from pages.onderdelen import bron, downloads

_STUKKEN = "_stukken"
_PER_PAGINA = (".pptx", ".xlsx")
_AFRONDING = "Aantallen zijn buiten dit scherm afgerond op {}."


def begin() -> None:
    """Forget the figures of the page before: only what this page shows can be taken along."""
    st.session_state[_STUKKEN] = {}


def figuur(stuk: Stuk, sleutel: str) -> None:
    """The menu of one figure; what is in it is made when it opens, and a file when it is asked for."""
    if not len(stuk.tabel) or not stuk.herleidbaar:
        return
    st.session_state.setdefault(_STUKKEN, {})[sleutel] = stuk
    luik = st.popover(
        "Meenemen", type="tertiary", icon=":material/ios_share:", on_change="rerun", key=f"{sleutel}-mee"
    )
    if luik.open:
        with luik:
            with st.container(horizontal=True, gap="small"):
                for soort, wat in SOORTEN.items():
                    downloads.bestand(soort, [stuk], f"{sleutel}{soort}", wat.titel)
            if isinstance(stuk.tabel, BeveiligdeTabel):
                st.caption(_afronding(bron.drempels()))
                _als_zin(stuk.tabel, sleutel)


def stukken() -> list[Stuk]:
    """The figures that this page shows, in their order."""
    return list(st.session_state.get(_STUKKEN, {}).values())


def pagina() -> None:
    """The menu of all figures that the page shows, in their order; nothing on a page without."""
    alle = stukken()
    if not alle:
        return
    luik = st.popover(
        "Hele pagina meenemen",
        type="tertiary",
        icon=":material/ios_share:",
        on_change="rerun",
        key="pagina-mee",
    )
    if luik.open:
        with luik:
            with st.container(horizontal=True, gap="small"):
                for soort in _PER_PAGINA:
                    downloads.bestand(soort, alle, f"pagina{soort}", SOORTEN[soort].titel)
            eigen = any(isinstance(stuk.tabel, BeveiligdeTabel) for stuk in alle)
            afronding = f"{_afronding(bron.drempels())} " if eigen else ""
            st.caption(f"{afronding}Afdrukken kan met Ctrl + P: zonder menu en knoppen.")


def _afronding(grenzen: Drempels) -> str:
    stap = grenzen.afronding_lezer
    return _AFRONDING.format("vijftallen" if stap == 5 else f"veelvouden van {stap}")


@st.fragment
def _als_zin(van: BeveiligdeTabel, sleutel: str) -> None:
    """Choose a number and get it as a paragraph with a code that proves it."""
    maten = zin.maten(van)
    if not maten:
        return
    st.markdown("**Kopieer als zin**")
    rij = st.selectbox(
        "Rij", range(len(van)), format_func=lambda n: zin.leesbaar(van, n), key=f"{sleutel}-zin-rij", placeholder="kies een rij"
    )  # fmt: skip
    maat = st.selectbox(
        "Getal", [k.naam for k in maten], format_func={k.naam: k.titel for k in maten}.__getitem__,
        key=f"{sleutel}-zin-maat", placeholder="kies een getal",
    )  # fmt: skip
    if st.button("Maak zin", key=f"{sleutel}-zin", icon=":material/format_quote:"):
        plaats = Plaats(zin.rijnaam(van, rij), maat)
        gemaakt = bewijs.maak(bron.uitgang(), van, plaats, bron.wie(), bron.winkel())
        st.code(gemaakt.alinea, language=None, wrap_lines=True)
        st.caption("Met de code is het getal later opnieuw te berekenen: op de pagina Uitvoer.")
