"""The care landscape as on the slides: sociale basis, toegang, segments; and what no export holds."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import streamlit as st

from core import bevindingen, referentie
from core.begrippen import Niveau
from core.filters import Filter
from core.kruisfilter import code
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro_kort, geteld, hoofdletter
from core.opslag.versies import NietBewaard
from core.sturing.gesprekken import geen_bsn
from pages.onderdelen import bron, buiten, klik, tonen
from pages.onderdelen.luik import luik


def toon(f: Filter) -> None:
    """Draw the landscape of the selection, then the amounts outside the declarations."""
    tonen.kop(
        "Het zorglandschap",
        "Van de sociale basis via de toegang naar de segmenten van de inkoop. Aantallen zijn unieke "
        "jeugdigen in de selectie; een jeugdige kan in meer dan één segment hulp krijgen.",
    )
    segmenten = bron.tabel("segmenten", f.met(segment=(), product=()))
    toegang = _toegang(bron.tabel("verwijzergroepen", f))
    st.html(_basis() + toegang + _segmenten(segmenten, klik.gekozen()))
    if zin := bevindingen.overlap(segmenten):
        st.caption(zin)
    tonen.voet(segmenten, "landschap")
    _buiten_declaraties()


def _basis() -> str:
    ingevuld = bron.ingevuld().landschap
    deel = next(d for d in referentie.landschap() if d.groep == "sociale_basis")
    aantal = ingevuld.get("sociale_basis_jeugdigen", (None, ""))[0]
    kosten = ingevuld.get("sociale_basis_kosten", (None, ""))[0]
    cijfer = " · ".join(
        t
        for t in (
            geteld(aantal, "jeugdige", "jeugdigen") if aantal else "",
            euro_kort(kosten) if kosten else "",
        )
        if t
    )
    return _blok(deel.titel, deel.toelichting, cijfer or "nog geen cijfers ingevuld")


@lru_cache(maxsize=64)
def _toegang(groepen: BeveiligdeTabel) -> str:
    delen = [
        f"{escape(hoofdletter(groepen.tekst('groep', n)))} <b>{escape(groepen.tekst('aandeel', n))}</b>"
        for n in range(len(groepen))
    ]
    return _blok("Toegang", "Wie de jeugdigen in deze selectie verwees.", " · ".join(delen) or "–", ruw=True)


def _blok(titel: str, tekst: str, cijfer: str, ruw: bool = False) -> str:
    return (
        f'<div class="landschap-blok"><b>{escape(titel)}</b><span>{escape(tekst)}</span>'
        f'<span class="cijfer">{cijfer if ruw else escape(cijfer)}</span></div>'
    )


@lru_cache(maxsize=64)
def _segmenten(van: BeveiligdeTabel, f: Filter | None) -> str:
    uitleg = referentie.segment_uitleg()
    kaarten = []
    for n in range(len(van)):
        if van.cel("niveau", n) != Niveau.SEGMENT:
            continue
        naam = van.cel("segment", n)
        producten = van.alleen(niveau=Niveau.PRODUCT.value, segment=naam)
        codes = [code(segment=naam, product=producten.cel("product", p)) for p in range(len(producten))]
        lijst = "".join(
            f'<li class="{klik.klasse(f, wat).strip()}"><span>{klik.knop(f, producten.cel("product", p), wat)}</span>'
            f"<span>{escape(producten.tekst('jeugdigen', p))}</span></li>"
            for p, wat in enumerate(codes)
        )
        meer = f"<details><summary>{len(producten)} producten</summary><ul>{lijst}</ul></details>"
        dof = all(klik.klasse(f, wat) for wat in codes or [code(segment=naam)])
        kaarten.append(
            f'<div class="landschap-kaart{" dof" if dof else ""}"><b>{klik.knop(f, naam, code(segment=naam))}</b><span>{escape(uitleg.get(naam, ""))}</span>'
            f'<span class="cijfer"><b>{escape(van.tekst("jeugdigen", n))}</b> jeugdigen · '
            f"<b>{escape(van.tekst('kosten', n))}</b></span>{meer if len(producten) > 1 else ''}</div>"
        )
    return f'<div class="landschap">{"".join(kaarten)}</div>'


def _buiten_declaraties() -> None:
    if bron.data() is None:
        return
    aantal = len(bron.ingevuld().buiten_declaraties)

    def inhoud() -> None:
        buiten.invullen()
        _sociale_basis()

    luik(f"Bedragen buiten de declaraties ({aantal})", "receipt_long", "buiten-declaraties", inhoud)


def _sociale_basis() -> None:
    ingevuld = bron.winkel().landschap()
    with st.form("sociale-basis", border=False):
        st.markdown("**Sociale basis** (staat niet in de export)")
        een, twee, drie = st.columns(3)
        aantal = een.number_input(
            "Jeugdigen", min_value=0, value=int(ingevuld.get("sociale_basis_jeugdigen", (0, ""))[0] or 0)
        )
        kosten = twee.number_input(
            "Kosten in euro",
            min_value=0.0,
            value=float(ingevuld.get("sociale_basis_kosten", (0, ""))[0] or 0),
        )
        toelichting = drie.text_input("Bron of toelichting", max_chars=120)
        if st.form_submit_button("Bewaren"):
            try:
                geen_bsn(toelichting)
            except NietBewaard as fout:
                st.error(str(fout), icon=":material/block:")
                return
            for naam, waarde in (("jeugdigen", aantal), ("kosten", kosten)):
                bron.winkel().zet_landschap(f"sociale_basis_{naam}", float(waarde), toelichting, bron.wie())
            st.rerun()
