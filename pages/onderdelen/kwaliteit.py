"""The parts of the page Kwaliteit: what is still to be declared, who is late, how good estimates were."""

from __future__ import annotations

import streamlit as st

from core import bevindingen, grafieken
from core.cijfers.uitleg import UITLEG, van_tabel
from core.filters import Filter
from core.inlezen.vorige import laatste_lading
from core.onthulling import BeveiligdeTabel
from core.opmaak import opsomming
from pages.onderdelen import bron, tonen
from pages.onderdelen.inleesverslag import als_markdown

ALLE = "Alle segmenten"
_VOLGORDE = {"laat": "Bedrag", "aandeel_laat": "Aandeel", "mediaan_na": "Mediaan", "aanbieder": "Naam"}


def gekozen() -> Filter:
    """The segment that the page is about; all of them at first."""
    db = bron.versie()
    segment = st.selectbox(
        "Segment", [ALLE, *db.keuzes["segment"]], key="kwaliteit-segment", bind="query-params", width=360,
    )  # fmt: skip
    return Filter() if segment == ALLE else Filter(segment=(segment,))


def hoofdzin(f: Filter) -> None:
    """The finding that the page opens with."""
    tonen.hoofdzin(bevindingen.nog_te_komen(bron.tabel("naijl", f)))


def _compleet(f: Filter) -> None:
    naijl = bron.tabel("naijl", f)
    if not len(naijl):
        tonen.leeg(naijl)
        return
    tonen.grafiek(
        "Kosten per leveringsmaand, met wat nog komt", grafieken.kosten_per_maand(naijl), "naijl", UITLEG["kosten-per-maand"]
    )  # fmt: skip
    driehoek = bron.tabel("naijl-driehoek", f)
    bekend = any(driehoek.cel("aandeel_gedeclareerd", n) is not None for n in range(len(driehoek)))
    links, rechts = st.columns([3, 2], gap="large")
    with links:
        if bekend:
            tonen.grafiek(driehoek.titel, grafieken.uitloop(driehoek), "driehoek", UITLEG["naijl-driehoek"])
        else:
            tonen.kop(driehoek.titel, UITLEG["naijl-driehoek"])
            st.info(
                "Er is nog te weinig geschiedenis voor een uitloopdriehoek: daarvoor zijn regels met een declaratiemaand "
                "nodig, of maandelijkse leveringen, over ten minste negen maanden. Tot dan is een maand voorlopig zolang "
                "er minder dan drie volle maanden na haar einde bekend zijn.",
                icon=":material/hourglass_empty:",
            )
    with rechts:
        _voorlopige_maanden(naijl)


def _voorlopige_maanden(naijl: BeveiligdeTabel) -> None:
    """The months that are voorlopig, per segment, newest first."""
    tonen.kop("Voorlopige maanden", UITLEG["voorlopig"])
    voorlopig = naijl.alleen(voorlopig=True).gesorteerd("maand")
    if len(voorlopig):
        tonen.tabel(voorlopig.met_kolommen("maand", "segment", "volledigheid", "nog_te_declareren"))
        st.caption("De bedragen met hun marge staan bij *Als tabel*, onder de grafiek hierboven.")
    else:
        st.success("Van elke maand is naar verwachting ten minste 95 % binnen.", icon=":material/check:")


def _laat(f: Filter) -> None:
    van = bron.tabel("laat-gedeclareerd", f)
    tonen.kop(van.titel, van_tabel(van.naam))
    if not len(van):
        st.info(
            "Van geen enkele regel in volledige maanden is bekend wanneer zij gedeclareerd is: de exports hebben geen "
            "declaratiemaand.",
            icon=":material/event_busy:",
        )
        return
    st.markdown(bevindingen.wie_laat_declareert(van))
    _lijst(van)
    tonen.voet(van, "laat")


@st.fragment
def _lijst(van: BeveiligdeTabel) -> None:
    """Sorting redraws this table only, not the page."""
    volgorde = st.segmented_control(
        "Sorteer op", list(_VOLGORDE), default="laat", required=True, key="sorteer-laat",
        format_func=_VOLGORDE.__getitem__,
    )  # fmt: skip
    tonen.tabel(van.gesorteerd(volgorde, aflopend=volgorde != "aanbieder"))


def _terugblik(f: Filter) -> None:
    trefzeker = bron.tabel("naijl-trefzekerheid", f)
    tonen.kop(trefzeker.titel, van_tabel(trefzeker.naam))
    st.markdown(bevindingen.hoe_goed_geschat(trefzeker))
    if not len(trefzeker):
        return
    links, rechts = st.columns([2, 3], gap="large")
    with links:
        tonen.tabel(trefzeker)
        tonen.voet(trefzeker, "trefzekerheid")
    with rechts:
        keuzes = [int(trefzeker.cel("na", n)) for n in range(len(trefzeker))]
        na = st.segmented_control(
            "Geschat na zoveel maanden", keuzes, key="terugblik-na", bind="query-params", required=True,
            default=bevindingen.GANGBAAR if bevindingen.GANGBAAR in keuzes else keuzes[0],
        )  # fmt: skip
        van = bron.tabel("naijl-terugblik", f)
        tonen.figuur_met_voet(
            grafieken.terugblik(van, int(na)),
            "terugblik",
            "Eerdere schattingen en eindstanden",
            van_tabel(van.naam),
        )


def _veranderd(f: Filter) -> None:
    with st.spinner("De stand van voor de laatste levering wordt opgezocht …"):
        lading = laatste_lading(bron.versie())
        van = bron.tabel("veranderd", f)
    wat = opsomming([als_markdown(naam) for naam in lading.bestanden]) if lading else ""
    if lading is None or lading.ervoor is None:
        st.info(
            "Er is maar één stand: wat er verandert is te zien na een volgende levering.",
            icon=":material/compare:",
        )
        return
    tonen.kop(van.titel, van_tabel(van.naam))
    st.markdown(bevindingen.wat_veranderde(van))
    st.caption(f"Vergeleken met de stand van voor {wat}.")
    if not len(van):
        st.caption("In deze selectie veranderde niets.")
        return
    tonen.tabel(van)
    tonen.voet(van, "veranderd")
    cijfers = bron.tabel("veranderde-cijfers", f)
    tonen.kop(cijfers.titel, van_tabel(cijfers.naam))
    tonen.tabel(cijfers)
    tonen.voet(cijfers, "veranderde-cijfers")


DELEN = {
    "Wat nog komt": _compleet,
    "Wie laat declareert": _laat,
    "Hoe goed de schattingen waren": _terugblik,
    "Wat is er veranderd?": _veranderd,
}
