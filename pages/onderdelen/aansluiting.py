"""The dashboard beside the ledger: what ties, what was explained, and entering both."""

from __future__ import annotations

import streamlit as st

from core import bevindingen, referentie
from core.cijfers.uitleg import van_tabel
from core.inlezen.jaarbladen import producten_van
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro
from core.opslag.geopend import geopend
from core.opslag.jaarbladen import (
    ALLE_SEGMENTEN,
    Basis,
    Blad,
    Grootboekregel,
    Jaarbladen,
    Plek,
    Taakveldregel,
    Verklaring,
)
from pages.onderdelen import bron, buiten, jaarblad, standtabel, tonen
from pages.onderdelen.inleesverslag import als_markdown
from pages.onderdelen.luik import luik
from pages.onderdelen.standtabel import LET_OP

_TABEL = {Basis.LEVERINGSMAAND: "aansluiting", Basis.DECLARATIEMAAND: "aansluiting-declaratiemaand"}
_HALF = "Een regel die het dashboard niet kent heeft een omschrijving en een bedrag."
_MERKEN = {
    "sluit aan": ("✓", ""),
    "verklaard": ("✎", ""),
    "onverklaard": ("✖", LET_OP),
    "nog in te vullen": ("○", ""),
}
_KOLOMMEN = (
    "segment", "taakveld", "dashboard", "grootboek", "verschil", "verklaard", "onverklaard", "aansluitstand", "verklaring",
)  # fmt: skip


def toon() -> None:
    """Draw the finding, the lines, and the ways to enter the ledger and to explain a difference."""
    links, rechts = st.columns([1, 3])
    with links:
        f = jaarblad.kies_jaar(
            "aansluiting", jaarblad.laatste_met(Verklaring) or jaarblad.laatste_met(Grootboekregel)
        )
    with rechts:
        basis = st.segmented_control(
            "Telt mee naar", list(Basis), default=Basis.LEVERINGSMAAND, key="aansluiting-basis", bind="query-params",
            required=True,
        )  # fmt: skip
    van = jaarblad.tabel(_TABEL[Basis(basis)], f)
    tonen.hoofdzin(bevindingen.sluit_het_aan(van))
    tonen.kop(van.titel, van_tabel(van.naam))
    if not len(van):
        tonen.leeg(van)
        return
    standtabel.toon(van, _KOLOMMEN, "aansluitstand", _MERKEN)
    marge = jaarblad.marge()
    st.caption(
        f"Verschil = grootboek min dashboard. Een verschil tot en met {euro(marge)} per regel is afronding. Kies de maand "
        "waarnaar de administratie boekt; een verklaring hoort bij die keuze."
    )
    tonen.voet(van, "aansluiting")
    if jaarblad.mag_invoeren():
        _invoeren(f.jaar[0], Basis(basis), van)


def _invoeren(jaar: int, basis: Basis, van: BeveiligdeTabel) -> None:
    for titel, icoon, sleutel, inhoud in (
        ("Verschil verklaren", "stylus_note", "verklaar", lambda: _verklaren(jaar, basis, van)),
        ("Grootboek invoeren", "edit_note", "grootboek", lambda: _grootboek(jaar, van)),
        ("Taakvelden per product", "category", "taakveld", lambda: _taakvelden(jaar)),
        ("Bedragen buiten de declaraties", "receipt_long", "buiten", buiten.invullen),
        ("Afronding", "tune", "marge", _marge),
    ):
        luik(titel, icoon, f"{sleutel}-luik", inhoud)


def _plekken(van: BeveiligdeTabel) -> dict[Plek, int]:
    """The lines of the table with their row, in the words of the store."""
    lijst = van.alleen(niveau="regel")
    namen = [(lijst.cel("segment", n), lijst.cel("taakveld", n) or "") for n in range(len(lijst))]
    return {("" if s == ALLE_SEGMENTEN else s, t): n for n, (s, t) in enumerate(namen)}


def _heet(plek: Plek) -> str:
    return " · ".join(filter(None, (plek[0] or ALLE_SEGMENTEN, plek[1])))


def _grootboek(jaar: int, van: BeveiligdeTabel) -> None:
    nu = jaarblad.blad(Grootboekregel, jaar)
    bekend: dict[Plek, int] = {(r.segment, r.taakveld): r.bedrag for r in nu.regels}
    with st.form("grootboek-formulier", border=False):
        st.markdown(f"**Grootboek {jaar}, in euro.** Een leeg vak is nog niet ingevuld.")
        regels = []
        for plek in dict.fromkeys([*_plekken(van), *bekend]):
            links, rechts = st.columns([3, 1], vertical_alignment="center")
            links.markdown(als_markdown(_heet(plek)))
            bedrag = rechts.number_input(
                f"Grootboek, {_heet(plek)}", value=None if plek not in bekend else bekend[plek] / 100, step=1000.0,
                format="%.2f", key=jaarblad.sleutel(nu, *plek), label_visibility="collapsed", placeholder="in euro",
            )  # fmt: skip
            if bedrag is not None:
                regels.append(Grootboekregel(*plek, round(bedrag * 100)))
        st.markdown("**Een regel die het dashboard niet kent**")
        een, twee, drie = st.columns([2, 2, 1])
        naam = een.text_input("Omschrijving", max_chars=120, key=jaarblad.sleutel(nu, "naam"))
        veld = twee.text_input("Taakveld", max_chars=120, key=jaarblad.sleutel(nu, "veld"))
        los = drie.number_input(
            "Bedrag", value=None, step=1000.0, format="%.2f", key=jaarblad.sleutel(nu, "los")
        )
        if st.form_submit_button("Grootboek bewaren") and not jaarblad.half(naam.strip(), los, _HALF):
            if los is not None:
                regels.append(Grootboekregel(naam.strip(), veld.strip(), round(los * 100)))
            jaarblad.bewaar(nu.met(*regels), f"Het grootboek van {jaar} is bewaard.")
    jaarblad.uit_csv("grootboek", jaar)


def _verklaren(jaar: int, basis: Basis, van: BeveiligdeTabel) -> None:
    """Explain one line, at first the first one that nobody explained."""
    nu, lijst = jaarblad.blad(Verklaring, jaar), van.alleen(niveau="regel")
    plekken = {p: n for p, n in _plekken(van).items() if lijst.cel("verschil", n)}
    if not plekken:
        st.caption("Er is geen verschil om te verklaren. Voer eerst het grootboek in.")
        return
    standen = [lijst.cel("aansluitstand", n) for n in plekken.values()]
    eerste = standen.index("onverklaard") if "onverklaard" in standen else 0
    sleutel = jaarblad.sleutel(nu, basis, "regel")
    plek = st.selectbox("Regel", list(plekken), index=eerste, format_func=_heet, key=sleutel)
    _verklaring(nu, plek, basis, round(lijst.cel("verschil", plekken[plek]), 2))


def _verklaring(nu: Blad[Verklaring], plek: Plek, basis: Basis, verschil: float) -> None:
    """The form of one explanation: the whole difference is filled in, an empty text takes it away."""
    oud = next((v for v in nu.regels if (v.segment, v.taakveld, v.basis) == (*plek, basis)), None)
    with st.form("verklaar-formulier", border=False):
        links, rechts = st.columns([1, 3])
        bedrag = links.number_input(
            "Verklaard bedrag", value=oud.bedrag / 100 if oud else verschil, step=100.0, format="%.2f",
            key=jaarblad.sleutel(nu, basis, *plek, "euro"),
        )  # fmt: skip
        tekst = rechts.text_input(
            "Verklaring", oud.tekst if oud else "", max_chars=200, key=jaarblad.sleutel(nu, basis, *plek, "tekst"),
            placeholder="Waardoor? Nooit over een jeugdige. Leeg haalt de verklaring weg.",
        )  # fmt: skip
        if st.form_submit_button("Verklaring bewaren"):
            houd = [v for v in nu.regels if v is not oud]
            nieuw = (
                [Verklaring(*plek, basis.value, round(bedrag * 100), tekst.strip())] if tekst.strip() else []
            )
            jaarblad.bewaar(
                nu.met(*houd, *nieuw),
                "De verklaring is bewaard." if nieuw else "Er staat bij deze regel geen verklaring.",
            )


def _taakvelden(jaar: int) -> None:
    nu = jaarblad.blad(Taakveldregel, jaar)
    geldt = geopend(Jaarbladen).indeling(jaar, nu.demo)
    bekend = {(t.segment, t.product): t.taakveld for t in geldt.regels}
    keuze = list(dict.fromkeys([*referentie.taakvelden(jaar), *bekend.values()]))
    with st.form("taakvelden-formulier", border=False):
        st.markdown(
            f"**Op welk taakveld wordt een product geboekt, vanaf {jaar}?** Een eigen naam intypen kan ook."
        )
        regels = []
        for plek in producten_van(bron.versie()):
            links, rechts = st.columns([2, 2], vertical_alignment="center")
            links.markdown(als_markdown(" · ".join(plek)))
            veld = rechts.selectbox(
                f"Taakveld, {' · '.join(plek)}", keuze, index=keuze.index(bekend[plek]) if plek in bekend else None,
                key=jaarblad.sleutel(nu, *plek), label_visibility="collapsed", placeholder="nog niet ingedeeld",
                accept_new_options=True,
            )  # fmt: skip
            if veld:
                regels.append(Taakveldregel(*plek, veld.strip()))
        if st.form_submit_button("Taakvelden bewaren"):
            jaarblad.bewaar(nu.met(*regels), f"De taakvelden vanaf {jaar} zijn bewaard.")
    jaarblad.uit_csv("taakvelden", jaar)


def _marge() -> None:
    with st.form("marge-formulier", border=False):
        marge = st.number_input(
            "Verschil (in euro) dat per regel afronding is", value=jaarblad.marge(),
            min_value=0.0, max_value=1000.0, step=1.0, format="%.0f",
            help="1 als het grootboek in hele euro's staat, 500 als het op duizend euro is afgerond.",
        )  # fmt: skip
        if st.form_submit_button("Afronding bewaren"):
            bron.winkel().zet_instelling("aansluiting_marge", marge, bron.wie())
            st.rerun()
