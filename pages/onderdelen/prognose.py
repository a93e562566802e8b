"""The parts of the page Prognose: the year beside its budget, its months, and how far it can be trusted."""

from __future__ import annotations

import streamlit as st

from core import bevindingen, grafieken
from core.begrippen import Rol
from core.cijfers.uitleg import UITLEG, van_tabel
from core.filters import Filter
from core.opmaak import aaneen
from pages.onderdelen import begroting, bron, prognosetabel, scenario, tonen
from pages.onderdelen.jaarblad import tabel as _tabel
from pages.onderdelen.luik import luik

ALLE = "Alle segmenten"
BASES = ["Leveringsmaand", "Declaratiemaand"]


def gekozen() -> Filter:
    """The year and the segment that the page is about: at first the last year, and all of them."""
    db = bron.versie()
    jaren = sorted(db.keuzes["jaar"], reverse=True)
    jaren = [jaren[0] + 1, *jaren]
    links, rechts, _ = st.columns([1, 2, 3])
    jaar = links.selectbox("Jaar", jaren, 1, key="prognose-jaar", bind="query-params")
    segment = rechts.selectbox(
        "Segment", [ALLE, *db.keuzes["segment"]], key="prognose-segment", bind="query-params"
    )
    return Filter(jaar=(jaar,), segment=() if segment == ALLE else (segment,))


def hoofdzin(f: Filter) -> None:
    """The finding that the page opens with."""
    totaal = _tabel("prognose-totaal", f)
    tonen.hoofdzin(bevindingen.jaar_tegen_begroting(totaal))
    rust = bevindingen.waarop_het_rust(totaal)
    if not f.segment and len(totaal):
        rust = f"{rust} {bevindingen.zonder_uitgaven_buiten(f.jaar[0], bron.ingevuld().buiten_declaraties)}"
    st.caption(aaneen(rust.strip()))


def jaar(f: Filter) -> None:
    """The controller's table, the line of the year, and the ways to enter a budget and to keep a forecast."""
    basis = st.segmented_control(
        "Basis", BASES, default=BASES[0], key="prognose-basis", bind="query-params", required=True
    )
    if basis != BASES[0]:
        _declaratiemaand(f)
        return
    van, totaal, eerder = (_tabel(n, f) for n in ("prognose", "prognose-totaal", "prognose-bevroren"))
    tonen.kop(van.titel, van_tabel("prognose"))
    if not len(van):
        tonen.leeg(van)
        return
    if zin := bevindingen.grootste_verschillen(van):
        st.markdown(zin)
    prognosetabel.toon(van, totaal, eerder)
    tonen.voet(van, "prognose")
    maanden = _tabel("prognose-per-maand", f)
    if len(maanden):
        tonen.grafiek(
            maanden.titel, grafieken.cumulatief(maanden), "cumulatief", UITLEG["prognose-per-maand"]
        )
    luik("Per product", "account_tree", "producten", lambda: _producten(f))
    if bron.rol() is not Rol.LEZER:
        begroting.invoeren(f.jaar[0])
        begroting.bevriezen(f.jaar[0])


def _producten(f: Filter) -> None:
    """The forecast per product, only made when somebody wants to see it."""
    van = _tabel("prognose-per-product", f)
    st.caption(van_tabel(van.naam))
    st.markdown(aaneen(bevindingen.grootste_producten(van)))
    tonen.tabel(van)
    tonen.voet(van, "per-product")


def _declaratiemaand(f: Filter) -> None:
    """The year as a ledger books it."""
    van = _tabel("prognose-declaratiemaand", f)
    tonen.kop(van.titel, van_tabel(van.naam))
    if not len(van):
        tonen.leeg(van)
        return
    st.markdown(aaneen(bevindingen.jaar_op_declaratiemaand(van)))
    prognosetabel.declaratiemaand(van)
    tonen.voet(van, "declaratiemaand")


def waterval(f: Filter) -> None:
    """Why the forecast is another amount than the budget, step by step, and what lies beside it."""
    van = _tabel("prognose-waterval", f)
    tonen.kop(van.titel, van_tabel(van.naam))
    if not len(van):
        st.info(
            f"Hiervoor is een begroting van {f.jaar[0]} nodig (in te voeren bij *Het jaar*), en gegevens van heel "
            f"{f.jaar[0] - 1} om volume en prijs naast te leggen.",
            icon=":material/edit_note:",
        )
        return
    if zin := bevindingen.van_begroting_naar_prognose(van):
        st.markdown(aaneen(zin))
    figuur = grafieken.naar_prognose(van)
    tonen.figuur_met_voet(figuur, "waterval", van.titel, van_tabel(van.naam))
    tonen.tabel(van.met_kolommen("onderdeel", "bedrag", "v_n"))
    st.caption(UITLEG["buiten_prognose"])


def scenarios(f: Filter) -> None:
    """The year under other assumptions, and what the forecast itself takes for granted."""
    scenario.toon(f, _tabel("prognose-scenarios", f))
    rust = _tabel("prognose-aannames", f)
    if len(rust):
        tonen.kop(rust.titel, van_tabel(rust.naam))
        tonen.tabel(rust.met_kolommen(*(k.naam for k in rust.kolommen if k.naam != "jeugdigen")))
        tonen.voet(rust, "aannames")


def terugtoets(f: Filter) -> None:
    """How good the forecasts would have been, beside two that anybody can make."""
    with st.spinner("Eerdere prognoses worden opnieuw gemaakt …"):
        van = _tabel("prognose-terugtoets", f.met(jaar=()))
    tonen.kop(van.titel, van_tabel(van.naam))
    st.markdown(bevindingen.hoe_goed_voorspeld(van))
    if len(van):
        tonen.tabel(van)
        tonen.voet(van, "terugtoets")


def eerder(f: Filter) -> None:
    """Every frozen forecast of the year with its bounds."""
    van = _tabel("prognose-bevroren", f)
    tonen.kop(van.titel, van_tabel(van.naam))
    if not len(van):
        st.info(
            f"Van {f.jaar[0]} is nog geen prognose bevroren. Dat doet u bij *Het jaar*, onder *Prognose bevriezen*.",
            icon=":material/ac_unit:",
        )
        return
    tonen.tabel(van)
    tonen.voet(van, "bevroren")


DELEN = {
    "Het jaar": jaar,
    "Van begroting naar prognose": waterval,
    "Scenario's": scenarios,
    "Eerdere prognoses": eerder,
    "Hoe goed de prognoses zijn": terugtoets,
}
