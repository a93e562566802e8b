"""How a figure is drawn for a room: large, without buttons, nothing that needs a mouse."""

from __future__ import annotations

import base64
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from core.bevindingen import niets_te_tekenen
from core.export.beeld import kaart_svg
from core.export.diatabel import Cellen, van_kruis, van_tabel
from core.export.figuur import Figuur
from core.export.verantwoording import bron
from core.grafieken import Grafiek, Kaart
from core.grafieken.basis import voor_de_zaal
from core.onthulling import BeveiligdeTabel, Kruistabel

BREEDTE, HOOGTE = 890, 385
"""Pixels of the figure on a screen of 960 × 540; the browser enlarges the whole screen."""
RIJEN, KOLOMMEN = 12, 8
"""More rows and columns than this cannot be read from the back of a room."""


def teken(figuur: Figuur, sleutel: str) -> None:
    """The figure and its source line; a figure without a number says why."""
    van, beeld = figuur.van, figuur.beeld
    if isinstance(van, BeveiligdeTabel) and len(van) and not van.toont_getal:
        st.info(niets_te_tekenen(van), icon=":material/visibility_off:")
    elif not len(van):
        st.info("In deze selectie kreeg niemand hulp.", icon=":material/search_off:")
    elif isinstance(beeld, Grafiek):
        # A width of its own: the browser enlarges the screen after the chart was drawn.
        spec = voor_de_zaal(beeld.spec, BREEDTE, HOOGTE)
        st.vega_lite_chart(spec, width="content", height="content", key=sleutel, alt=beeld.alt)
    elif isinstance(beeld, Kaart):
        _plaat(kaart_svg(beeld), figuur.zin)
    else:
        st.html(_tabel(van_kruis(beeld) if isinstance(beeld, Kruistabel) else van_tabel(van)))
    st.html(f'<p class="zaalvoet">{escape(figuur.titel)} · {escape(bron(van))}</p>')


def _plaat(svg: str, zin: str) -> None:
    """A drawing that stays sharp at every size; the page itself may hold no SVG."""
    data = base64.b64encode(svg.encode()).decode()
    st.html(f'<img class="zaalplaat" alt="{escape(zin)}" src="data:image/svg+xml;base64,{data}">')


def _tabel(van: Cellen) -> str:
    def rij(cellen: tuple[str, ...], soort: str) -> str:
        vakken: list[Any] = [
            f'<{soort} class="{"links" if links else "rechts"}">{escape(tekst)}</{soort}>'
            for tekst, links in zip(cellen, van.links, strict=True)
        ]
        klasse = ' class="totaal"' if cellen[0].startswith("Totaal") else ""
        return f"<tr{klasse}>{''.join(vakken)}</tr>"

    breed, van = len(van.koppen), _smal(van)
    # The total stands last and must not be the row that is left out.
    rijen = van.rijen if len(van.rijen) <= RIJEN else (*van.rijen[: RIJEN - 1], van.rijen[-1])
    weg = {"rijen": len(van.rijen) - len(rijen), "kolommen": breed - len(van.koppen)}
    over = " en ".join(f"{aantal} {wat}" for wat, aantal in weg.items() if aantal)
    rest = f'<p class="zaalvoet">Op de pagina zelf staan nog {over}.</p>' if over else ""
    ruim, midden = len(van.koppen) < KOLOMMEN - 2, len(van.koppen) < KOLOMMEN
    letter = (
        "ruim"
        if ruim and len(rijen) <= RIJEN // 2
        else "midden"
        if midden and len(rijen) <= RIJEN - 3
        else ""
    )
    lichaam = "".join(rij(r, "td") for r in rijen)
    return f'<table class="zaaltabel {letter}"><thead>{rij(van.koppen, "th")}</thead><tbody>{lichaam}</tbody></table>{rest}'


def _smal(van: Cellen) -> Cellen:
    """The first columns, as many as can be read."""
    rijen = tuple(rij[:KOLOMMEN] for rij in van.rijen)
    return replace(van, koppen=van.koppen[:KOLOMMEN], links=van.links[:KOLOMMEN], rijen=rijen)
