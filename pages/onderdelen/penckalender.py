"""The P&C calendar: what is due, what was reported in it, and entering it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from core import bevindingen
from core.cijfers.uitleg import van_tabel
from core.opslag.begroting import Begrotingen
from core.opslag.geopend import geopend
from core.opslag.jaarbladen import GEWIJZIGD, PRIMITIEF, PencProduct
from pages.onderdelen import jaarblad, standtabel, tonen
from pages.onderdelen.inleesverslag import als_markdown
from pages.onderdelen.luik import luik
from pages.onderdelen.standtabel import LET_OP

_MERKEN = {
    "gerapporteerd": ("✓", ""),
    "eerstvolgende": ("➔", ""),
    "later": ("○", ""),
    "dag voorbij, niets vastgelegd": ("▲", LET_OP),
    "prognose bestaat niet": ("✖", LET_OP),
}
_KOLOMMEN = (
    "penc_product", "datum", "kalenderstand", "gerapporteerd_als", "gerapporteerd", "prognose", "verschil",
    "v_n",
)  # fmt: skip
_VOORSTEL = ("Begroting", "1e bestuursrapportage", "2e bestuursrapportage", "Jaarrekening")
"""Names that an empty form begins with."""
_NIETS = "nog niets"


def toon() -> None:
    """Draw the finding, the calendar and the way to enter it."""
    f = jaarblad.kies_jaar("kalender", komend=True)
    van = jaarblad.tabel("penc-kalender", f)
    tonen.hoofdzin(als_markdown(bevindingen.wat_aan_de_beurt_is(van)))
    tonen.kop(van.titel, van_tabel(van.naam))
    if len(van):
        standtabel.toon(van, _KOLOMMEN, "kalenderstand", _MERKEN)
        st.caption(
            "Verschil = gerapporteerd min de prognose van nu. V: er wordt nu minder verwacht dan gerapporteerd; N: meer."
        )
        tonen.voet(van, "kalender")
        st.page_link(
            "pages/sturing/prognose.py", label="Een prognose bevriezen voor een product van de kalender",
            icon=":material/ac_unit:", query_params={"prognose-jaar": str(f.jaar[0])},
        )  # fmt: skip
    else:
        st.info("Voer hieronder de P&C-producten van het jaar in.", icon=":material/edit_calendar:")
    if jaarblad.mag_invoeren():
        luik("Kalender invoeren", "edit_calendar", "kalender-luik", lambda: _invoeren(f.jaar[0]))


def _invoeren(jaar: int) -> None:
    _formulier(jaar)
    jaarblad.uit_csv("kalender", jaar)


def _formulier(jaar: int) -> None:
    nu = jaarblad.blad(PencProduct, jaar)
    begin = [*sorted(nu.regels, key=lambda p: p.datum)] or [PencProduct(naam, "") for naam in _VOORSTEL]
    bevroren = [b.naam for b in geopend(Begrotingen).bevroren(jaar, nu.demo)]
    keuze = list(
        dict.fromkeys([_NIETS, PRIMITIEF, GEWIJZIGD, *bevroren, *(p.prognose for p in begin if p.prognose)])
    )
    with st.form("kalender-formulier", border=False):
        st.markdown(f"**P&C-producten van {jaar}.** Een leeg vak haalt een product weg.")
        regels = [
            _regel(jaarblad.sleutel(nu, n), p, keuze) for n, p in enumerate([*begin, PencProduct("", "")])
        ]
        if st.form_submit_button("Kalender bewaren"):
            heel = [p for p in regels if p.product]
            if not regels[-1].product and regels[-1] != PencProduct("", ""):
                st.error(
                    "Geef het nieuwe P&C-product een naam. Er is niets bewaard.", icon=":material/block:"
                )
                return
            if zonder := [p.product for p in heel if not p.datum]:
                st.error(f"Vul een datum in bij {zonder[0]}; er is niets bewaard.", icon=":material/block:")
                return
            jaarblad.bewaar(nu.met(*heel), f"De P&C-kalender van {jaar} is bewaard.")


def _regel(sleutel: str, van: PencProduct, keuze: list[str]) -> PencProduct:
    """One product as it stands in the form; without a day or a name where those are empty."""
    een, twee, drie = st.columns([2, 1, 2])
    product = een.text_input(
        "P&C-product", van.product, max_chars=120, key=f"{sleutel}-product", placeholder="nog een product"
    )
    dag = twee.date_input(
        "Datum",
        date.fromisoformat(van.datum) if van.datum else None,
        format="DD-MM-YYYY",
        key=f"{sleutel}-dag",
    )
    wat = drie.selectbox(
        "Gerapporteerd is", keuze, index=keuze.index(van.prognose or _NIETS), key=f"{sleutel}-wat"
    )
    return PencProduct((product or "").strip(), dag.isoformat() if dag else "", "" if wat == _NIETS else wat)
