"""The yearly statements of aanbieders beside what was granted here, and entering them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from core import bevindingen
from core.cijfers.uitleg import van_tabel
from core.filters import Filter
from core.onthulling import BeveiligdeTabel
from core.opslag.jaarbladen import Verantwoording
from pages.onderdelen import bron, jaarblad, standtabel, tonen
from pages.onderdelen.inleesverslag import als_markdown
from pages.onderdelen.luik import luik
from pages.onderdelen.standtabel import LET_OP

_MERKEN = {
    "sluit aan": ("✓", ""),
    "bedrag sluit aan, aantal niet": ("◆", ""),
    "verschil": ("▲", LET_OP),
    "geen verantwoording": ("○", ""),
}
_KOLOMMEN = (
    "aanbieder", "product", "verantwoord", "toegekend", "verschil", "jeugdigen_verantwoord", "jeugdigen", "verantwoordingsstand",
    "waardoor",
)  # fmt: skip
_INGEDIEND, _ALLES = "Ingediend", "Ook wie niets indiende"
_HALF = "Kies bij een ander product welk, en vul het bedrag in."


def toon() -> None:
    """Draw the finding, the differences largest first, and the ways to enter a statement."""
    links, rechts = st.columns([1, 3])
    with links:
        f = jaarblad.kies_jaar("verantwoording", jaarblad.laatste_met(Verantwoording))
    van = jaarblad.tabel("productieverantwoording", f)
    with rechts:
        welke = st.segmented_control(
            "Toon", [_INGEDIEND, _ALLES], default=_INGEDIEND, key="verantwoording-welke", bind="query-params", required=True,
        )  # fmt: skip
    zin, zonder, ingediend = _gelezen(van)
    tonen.hoofdzin(zin)
    if zonder:
        st.caption(als_markdown(zonder))
    tonen.kop(van.titel, van_tabel(van.naam))
    rijen = ingediend if welke == _INGEDIEND else van
    if len(rijen):
        rijen = _op_verschil(rijen)
        met = any(rijen.kolom("toelichting"))
        kolommen = (*_KOLOMMEN, "toelichting") if met else _KOLOMMEN
        standtabel.toon(rijen, kolommen, "verantwoordingsstand", _MERKEN)
        st.caption("Verschil = verantwoord min toegekend; het grootste verschil staat bovenaan.")
        tonen.voet(rijen, "verantwoording")
    else:
        st.info(
            f"Voer hieronder in wat aanbieders over {f.jaar[0]} verantwoorden, of bied er een CSV mee aan.",
            icon=":material/edit_note:",
        )
    if jaarblad.mag_invoeren():
        luik("Verantwoording invoeren", "edit_note", "verantwoording-luik", lambda: _invoeren(f.jaar[0]))


@lru_cache(maxsize=8)
def _gelezen(van: BeveiligdeTabel) -> tuple[str, str, BeveiligdeTabel]:
    """The finding, who came without an accountant, and the lines that were stated; a year has hundreds of lines."""
    return (
        bevindingen.wie_verantwoordde(van),
        bevindingen.zonder_accountant(van),
        van.alleen(accountant=(True, False)),
    )


@lru_cache(maxsize=8)
def _op_verschil(van: BeveiligdeTabel) -> BeveiligdeTabel:
    return van.gesorteerd("verschil", zonder_teken=True)


def _invoeren(jaar: int) -> None:
    wie = st.selectbox(
        "Aanbieder", bron.versie().keuzes["aanbieder"], index=None, placeholder="kies een aanbieder",
        key="verantwoording-wie",
    )  # fmt: skip
    if wie:
        _formulier(jaar, wie)
    jaarblad.uit_csv("verantwoording", jaar)


def _formulier(jaar: int, wie: str) -> None:
    nu = jaarblad.blad(Verantwoording, jaar)
    eigen = {v.product: v for v in nu.regels if v.aanbieder == wie}
    geleverd = bron.tabel("aanbieder-product", Filter(jaar=(jaar,), aanbieder=(wie,)))
    producten = list(dict.fromkeys([*geleverd.kolom("product"), *eigen]))
    with st.form("verantwoording-formulier", border=False):
        st.markdown(f"**{als_markdown(wie)}, {jaar}.** Een leeg bedrag is niet verantwoord.")
        regels = [_regel(jaarblad.sleutel(nu, wie, p), p, eigen.get(p)) for p in producten]
        ander = st.selectbox(
            "Een ander product", [p for p in bron.versie().keuzes["product"] if p not in producten], index=None,
            placeholder="kies een product", key=jaarblad.sleutel(nu, wie, "ander"),
        )  # fmt: skip
        los = _regel(jaarblad.sleutel(nu, wie, "los"), "van dat product", None)
        accountant = st.checkbox(
            "Met accountantsverklaring",
            any(v.accountant for v in eigen.values()),
            key=jaarblad.sleutel(nu, wie, "accountant"),
        )
        if st.form_submit_button("Verantwoording bewaren") and not jaarblad.half(ander, los, _HALF):
            ingevuld = [*zip(producten, regels, strict=True), *([(ander, los)] if ander else [])]
            nieuw = [
                replace(cel, aanbieder=wie, product=p, accountant=accountant)
                for p, cel in ingevuld
                if cel is not None
            ]
            anderen = [v for v in nu.regels if v.aanbieder != wie]
            jaarblad.bewaar(
                nu.met(*anderen, *nieuw), f"De verantwoording van {als_markdown(wie)} is bewaard."
            )


def _regel(sleutel: str, product: str, nu: Verantwoording | None) -> Verantwoording | None:
    """The statement of one product as it stands in the form (without its names); None when the amount is empty."""
    een, twee, drie, vier = st.columns([2, 1, 1, 2], vertical_alignment="center")
    een.markdown(als_markdown(product))
    bedrag = twee.number_input(
        f"Verantwoord, {product}", value=None if nu is None else nu.bedrag / 100, step=1000.0, format="%.2f",
        key=f"{sleutel}-euro", label_visibility="collapsed", placeholder="in euro",
    )  # fmt: skip
    clienten = drie.number_input(
        f"Cliënten, {product}", value=None if nu is None else nu.clienten, min_value=0, step=1, key=f"{sleutel}-aantal",
        label_visibility="collapsed", placeholder="cliënten",
    )  # fmt: skip
    tekst = vier.text_input(
        f"Toelichting, {product}", "" if nu is None else nu.toelichting, max_chars=200, key=f"{sleutel}-tekst",
        label_visibility="collapsed", placeholder="toelichting op een verschil",
    )  # fmt: skip
    return (
        None
        if bedrag is None
        else Verantwoording("", "", round(bedrag * 100), clienten, False, (tekst or "").strip())
    )
