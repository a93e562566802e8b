"""Ceilings: who is over one, when it is reached, and entering them."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from core import bevindingen, grafieken
from core.cijfers.uitleg import van_tabel
from core.onthulling import BeveiligdeTabel
from core.opslag.jaarbladen import Plafond
from pages.onderdelen import bron, jaarblad, standtabel, tonen
from pages.onderdelen.inleesverslag import als_markdown
from pages.onderdelen.luik import luik
from pages.onderdelen.standtabel import LET_OP

_MERKEN = {
    "plafond overschreden": ("✖", LET_OP),
    "gaat over het plafond": ("▲", LET_OP),
    "komt dicht bij het plafond": ("◆", ""),
    "past": ("✓", ""),
    "nog niet te zeggen": ("?", ""),
}
_KOLOMMEN = (
    "aanbieder", "plafond", "gedeclareerd", "nog_te_declareren", "rest_jaar", "prognose", "ruimte", "benut", "uitgeput",
    "plafondstand",
)  # fmt: skip


def toon() -> None:
    """Draw the finding, the chart, the table and the ways to enter ceilings."""
    f = jaarblad.kies_jaar("plafond", komend=True)
    if jaarblad.blad(Plafond, f.jaar[0]).regels:
        _tegen_plafonds(jaarblad.tabel("plafonds", f))
    else:
        tonen.hoofdzin(bevindingen.GEEN_PLAFONDS.format(f.jaar[0]))
        st.info("Voer hieronder de plafonds in, of bied er een CSV mee aan.", icon=":material/edit_note:")
    if jaarblad.mag_invoeren():
        luik("Plafonds invoeren", "edit_note", "plafond-luik", lambda: _invoeren(f.jaar[0]))


def _tegen_plafonds(van: BeveiligdeTabel) -> None:
    """The finding, the chart and the table of who has a ceiling."""
    tonen.hoofdzin(als_markdown(bevindingen.wie_over_het_plafond(van)))
    if zin := bevindingen.zonder_plafond(van):
        st.caption(als_markdown(zin))
    begrensd = bevindingen.met_plafond(van)
    tonen.grafiek(van.titel, grafieken.plafonds(begrensd), "plafonds", van_tabel(van.naam))
    standtabel.toon(begrensd, _KOLOMMEN, "plafondstand", _MERKEN)
    st.caption(
        "De prognose van één aanbieder is grof: zij verdeelt die van de segmenten naar het aandeel van de laatste twaalf "
        "volledige maanden."
    )


def _invoeren(jaar: int) -> None:
    _formulier(jaar)
    jaarblad.uit_csv("plafond", jaar)


def _formulier(jaar: int) -> None:
    nu = jaarblad.blad(Plafond, jaar)
    vrij = [n for n in bron.versie().keuzes["aanbieder"] if n not in {p.aanbieder for p in nu.regels}]
    with st.form("plafonds-formulier", border=False):
        st.markdown(f"**Plafonds {jaar}, in euro.** Een leeg vak is geen plafond.")
        regels = [
            replace(p, bedrag=cent)
            for p in nu.regels
            if (cent := _regel(jaarblad.sleutel(nu, p.aanbieder), p))
        ]
        links, rechts = st.columns([2, 1], vertical_alignment="bottom")
        wie = links.selectbox(
            "Aanbieder toevoegen",
            vrij,
            index=None,
            placeholder="kies een aanbieder",
            key=jaarblad.sleutel(nu, "wie"),
        )
        bedrag = rechts.number_input(
            "Plafond", value=None, min_value=0.0, step=1000.0, format="%.0f", key=jaarblad.sleutel(nu, "nieuw"),
            placeholder="in euro",
        )  # fmt: skip
        if st.form_submit_button("Plafonds bewaren"):
            if jaarblad.half(wie, bedrag, "Kies bij een nieuw plafond een aanbieder en vul een bedrag in."):
                return
            nieuw = [Plafond(wie, round(bedrag * 100))] if wie and bedrag else []
            jaarblad.bewaar(nu.met(*regels, *nieuw), f"De plafonds van {jaar} zijn bewaard.")


def _regel(sleutel: str, plafond: Plafond) -> int:
    """The ceiling (cents) as it stands in the form; 0 when it was emptied."""
    links, rechts = st.columns([2, 1], vertical_alignment="center")
    links.markdown(als_markdown(plafond.aanbieder))
    euro = rechts.number_input(
        f"Plafond, {plafond.aanbieder}", value=plafond.bedrag / 100, min_value=0.0, step=1000.0, format="%.0f", key=sleutel,
        label_visibility="collapsed",
    )  # fmt: skip
    return round((euro or 0) * 100)
