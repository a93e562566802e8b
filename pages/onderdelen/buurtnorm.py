"""Buurten beside the city's average at their ages: finding, funnel, ranking and three maps."""

from __future__ import annotations

import streamlit as st

from core import bevindingen, grafieken
from core.begrippen import Niveau
from core.cijfers.uitleg import UITLEG, van_tabel
from core.onthulling import BeveiligdeTabel, scp_wijken
from pages.onderdelen import bron, filterbalk, schil, tonen, vastgezet
from pages.onderdelen.luik import luik

_WELKE = {"buurtnorm": "Jeugdhulp zonder verblijf", "buurtnorm-alle-hulp": "Alle hulp van de selectie"}
_NIVEAUS = {Niveau.BUURT.value: "Buurten", Niveau.WIJK.value: "Wijken"}
_RANGLIJST = (
    "jeugd_met_hulp",
    "stadsgemiddelde",
    "verschil",
    "index",
    "gewicht",
    "index_gekrompen",
    "ligging",
)
_KAARTEN = {
    "per_1000": "Werkelijk, per 1.000",
    "stad_per_1000": "Stadsgemiddelde naar leeftijd, per 1.000",
    "index": "Verschil",
}
_TRECHTER = (
    "Elke stip is een buurt. Hoe verder naar rechts, hoe meer jeugdigen met hulp er volgens het stadsgemiddelde naar "
    "leeftijd zouden zijn; hoe hoger, hoe meer er werkelijk zijn. Tussen de doorgetrokken lijnen liggen door toeval 95 "
    "van de 100 buurten, tussen de onderbroken lijnen 998 van de 1.000. Een kleine buurt kan door toeval ver van 100 "
    "liggen: daar lopen de lijnen uiteen."
)


def toon() -> None:
    """Draw the comparison for the selection of the filter bar."""
    if schil.leeg():
        return
    welke = st.segmented_control(
        "Welke hulp", list(_WELKE), format_func=_WELKE.__getitem__, default="buurtnorm", required=True,
        key="buurtnorm", bind="query-params",
    )  # fmt: skip
    van = bron.tabel(str(welke), filterbalk.gekozen())
    if not len(van):
        tonen.leeg()
        return
    tonen.hoofdzin(bevindingen.buurten_naast_stad(van))
    st.markdown(
        f"{bevindingen.over_toeval(van)} Een verschil is geen oordeel: alleen voor leeftijd is gecorrigeerd, niet voor "
        "inkomen, gezin of school. Jeugdigen zonder bekend adres staan in geen enkele buurt."
    )
    st.caption(van_tabel(van.naam))
    if any(van.kolom("stadsgemiddelde")):
        _figuren(van)
    luik("Een blik van buiten: SCP over de wijken in 2017", "search", "norm-scp", _scp)


def _figuren(van: BeveiligdeTabel) -> None:
    tonen.grafiek("Toeval of niet?", grafieken.trechter(van), "trechter", _TRECHTER)
    tonen.kop("Op de kaart", f"{UITLEG['ligging']} Alleen buurten buiten de grenzen hebben een kleur.")
    naast = vastgezet.tabel(van, {"wijk", "buurt"})
    for plek, (maat, titel) in zip(st.columns(3, gap="small"), _KAARTEN.items(), strict=True):
        with plek:
            st.markdown(f"**{titel}**")
            tonen.kaart(grafieken.kaart_buiten_grenzen(van, maat, naast), f"normkaart-{maat}")
    if naast is not None:
        st.caption(f"Bij aanwijzen ook: {vastgezet.over(naast)}.")
    tonen.voet(van, "normkaart-voet")
    _ranglijst(van)


def _ranglijst(van: BeveiligdeTabel) -> None:
    """Wijken or buurten in the order of the weighted index: the best guess of what they really differ."""
    tonen.kop("Van hoog naar laag", UITLEG["index_gekrompen"])
    niveau = str(
        st.segmented_control(
            "Rangschik", list(_NIVEAUS), format_func=_NIVEAUS.__getitem__, default=Niveau.BUURT.value, required=True,
            key="normrang", bind="query-params", label_visibility="collapsed",
        )
    )  # fmt: skip
    rijen = van.alleen(niveau=niveau).gesorteerd("index_gekrompen")
    tonen.tabel(rijen.met_kolommen(niveau, *_RANGLIJST))


def _scp() -> None:
    van = scp_wijken()
    st.caption(
        "Het SCP schatte per wijk het gebruik uit kenmerken van bewoners, ook inkomen en gezin. Het verschil is "
        "geen oordeel en zegt niets over jaren na 2017."
    )
    tonen.tabel(van)
    st.caption(van.bron)
