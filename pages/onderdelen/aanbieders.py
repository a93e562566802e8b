"""The parts of the page Aanbieders: the ranking, aanbieder by segment, one aanbieder in detail."""

from __future__ import annotations

import streamlit as st

from core import bevindingen, grafieken
from core.cijfers.uitleg import UITLEG
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, in_volgorde, kruistabel, met_totaal
from core.opmaak import segment_kort
from pages.onderdelen import bron, kruis, tonen, vastgezet, verloop

_SORTERING = {"kosten": "Kosten", "jeugdigen": "Jeugdigen", "aanbieder": "Naam"}
_MATEN = {"kosten": "Kosten", "jeugdigen": "Jeugdigen"}
SNEL = 8
"""So many of the largest aanbieders are one click away."""
_PER = {"kosten_per_zorgmaand": "Per zorgmaand", "kosten_per_jeugdige": "Per jeugdige"}


def grootste(f: Filter) -> None:
    """The largest as bars, how concentrated costs are, and the whole ranking."""
    alle = bron.tabel("aanbieders", f)
    ander = vastgezet.tabel(alle, set())
    tonen.cijfers(bevindingen.concentratie(alle), naast=bevindingen.concentratie(ander) if ander else ())
    los = f.met(aanbieder=())
    lijst = bron.tabel("aanbieders", los)
    verborgen = bevindingen.verborgen_aanbieders(lijst)
    if verborgen:
        st.caption(verborgen)
    links, rechts = st.columns([2, 1], gap="large")
    with links:
        tonen.grafiek(
            f"Top 15 naar {'getoonde ' if verborgen else ''}kosten",
            grafieken.top_aanbieders(lijst, bron.tabel("kerncijfers", los)),
            "top-aanbieders",
            UITLEG["top-aanbieders"],
        )
    with rechts:
        tonen.grafiek(
            "Hoe de kosten zich ophopen",
            grafieken.concentratie(lijst),
            "concentratie",
            UITLEG["concentratie"],
        )
    tonen.kop("Alle aanbieders", UITLEG["aanbieders"])
    _ranglijst(lijst)
    tonen.voet(lijst, "ranglijst")


@st.fragment
def _ranglijst(van: BeveiligdeTabel) -> None:
    """Search and sort redraw this table only, not the page."""
    zoek, sorteer = st.columns([3, 2], vertical_alignment="bottom")
    woord = zoek.text_input(
        "Zoek een aanbieder", key="zoek-aanbieder", type="search", live=True, placeholder="naam of deel ervan"
    )
    volgorde = sorteer.segmented_control(
        "Sorteer op", list(_SORTERING), default="kosten", required=True, key="sorteer-aanbieders",
        format_func=_SORTERING.__getitem__,
    )  # fmt: skip
    gesorteerd = van.gesorteerd(volgorde, aflopend=volgorde != "aanbieder")
    if volgorde != "kosten":  # adding up says something in the order of kosten only
        gesorteerd = gesorteerd.met_kolommen(*(k.naam for k in van.kolommen if k.naam != "cumulatief"))
    if woord.strip():
        namen = van.kolom("aanbieder")
        gesorteerd = gesorteerd.alleen(
            aanbieder=tuple(n for n in namen if woord.strip().lower() in n.lower())
        )
    if len(gesorteerd):
        tonen.tabel(gesorteerd)
    else:
        st.info(f"Geen aanbieder met '{woord}' in de naam in deze selectie.")


def per_segment(f: Filter) -> None:
    """What each aanbieder delivers in each segment, darker where it is more."""
    tonen.kop("Aanbieder × segment", UITLEG["aanbieder-segment"])
    maat = st.segmented_control(
        "Maat", list(_MATEN), default="kosten", required=True, key="segment-maat", bind="query-params",
        format_func=_MATEN.__getitem__, label_visibility="collapsed",
    )  # fmt: skip
    f = f.met(aanbieder=(), segment=())
    van = bron.tabel("aanbieder-segment", f)
    db = bron.data()
    segmenten = db.keuzes["segment"] if db is not None else ()
    lijst = bron.tabel("aanbieders", f)
    namen = lijst.kolom("aanbieder")
    tabel = in_volgorde(kruistabel(van, ("aanbieder",), "segment", maat), segmenten, namen)
    kruis.toon(
        met_totaal(tabel, lijst, ("aanbieder",), maat),
        "Aanbieder",
        (("aanbieder",), ("segment",)),
        segment_kort,
    )
    tonen.voet(van, "aanbieder-segment")


def een(f: Filter) -> None:
    """One aanbieder: its key figures, trend, products, and the others who deliver the same."""
    db = bron.data()
    namen = db.keuzes["aanbieder"] if db is not None else ()
    naam = st.selectbox(
        "Kies een aanbieder", namen, index=None, key="kies-aanbieder", bind="query-params",
        placeholder="typ een deel van de naam",
    )  # fmt: skip
    if naam is None and len(f.aanbieder) == 1:
        naam = f.aanbieder[0]
    f = f.met(aanbieder=())
    lijst = bron.tabel("aanbieders", f)
    if naam is None:
        _uit_de_grootste(lijst)
        return
    if not len(lijst.alleen(aanbieder=naam)):
        st.info(f"{naam} leverde in deze selectie geen hulp. Haal een filter weg om meer te zien.")
        return
    eigen = f.met(aanbieder=(naam,))
    tegen = bron.vergelijking(eigen)
    kern = bron.tabel("kerncijfers", eigen)
    tonen.cijfers(
        bevindingen.kern_van_aanbieder(kern, tegen, lijst, naam), per_rij=3, naast=_kern_naast(kern, lijst, naam)
    )  # fmt: skip
    st.caption(tegen.zin())
    verloop.toon(eigen, ("aanbieder-kosten", "aanbieder-jeugdigen"))
    _naast_anderen(f.met(segment=(), product=()), naam)


def _kern_naast(kern: BeveiligdeTabel, lijst: BeveiligdeTabel, naam: str) -> list[bevindingen.Cijfer]:
    """The key figures of the same aanbieder in what is pinned; empty without any."""
    kern_daar, lijst_daar = (vastgezet.tabel(t, {"aanbieder"}) for t in (kern, lijst))
    if kern_daar is None or lijst_daar is None:
        return []
    zonder_verschil = bevindingen.Vergelijking(None, None, "")
    return bevindingen.kern_van_aanbieder(kern_daar, zonder_verschil, lijst_daar, naam)


def _uit_de_grootste(lijst: BeveiligdeTabel) -> None:
    """What to see here, and the largest as a short cut."""
    st.markdown("Kosten, producten en verloop van één aanbieder, naast anderen die hetzelfde leveren.")
    st.caption("De grootste in deze selectie:")
    with st.container(horizontal=True, gap="small"):
        for n in range(min(SNEL, len(lijst))):
            naam = lijst.cel("aanbieder", n)
            st.button(naam, key=f"kies-{n}", on_click=_kies, args=(naam,))


def _kies(naam: str) -> None:
    st.session_state["kies-aanbieder"] = naam


def _naast_anderen(f: Filter, naam: str) -> None:
    tonen.kop("Producten, naast anderen die hetzelfde leveren", UITLEG["aanbieder-product"])
    alle = bron.tabel("aanbieder-product", f)
    eigen = bevindingen.producten(alle, naam)
    st.markdown(bevindingen.naast_anderen(eigen, naam))
    tonen.tabel(eigen.met_kolommen(*(k.naam for k in eigen.kolommen if k.naam != "aanbieder")))
    maat = st.segmented_control(
        "Kosten", list(_PER), default="kosten_per_zorgmaand", required=True, key="naast-maat",
        bind="query-params", format_func=_PER.__getitem__, label_visibility="collapsed",
    )  # fmt: skip
    zelfde = alle.alleen(product=tuple(eigen.kolom("product")))
    tonen.figuur_met_voet(grafieken.naast_anderen(zelfde, naam, maat), "naast-anderen")
