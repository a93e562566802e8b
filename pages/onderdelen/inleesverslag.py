"""The report of a levering on screen: what was read, what it changes, what stands in the way."""

from __future__ import annotations

import re

import streamlit as st

from core.bevindingen.leveringen import telling
from core.cijfers.tabellen import Kolom, Soort
from core.inlezen.rapport import BestandRapport, Rapport
from core.inlezen.schema import KOLOMMEN
from core.onthulling import Beheertabel, beheertabel
from core.opmaak import datum, euro, geteld, hoofdletter, maand_iso, opsomming
from pages.onderdelen import tonen

_TITELS = {
    "clientnummer": "Cliëntnummer", "bsn": "BSN", "agb": "AGB-code", "debet_credit": "Debet of credit",
    "toegekend_bedrag": "Toegekend bedrag",
}  # fmt: skip
_BESTANDEN = (
    Kolom("bestand", "Bestand", Soort.TEKST),
    Kolom("bron", "Bron", Soort.TEKST),
    Kolom("wijze", "Wijze", Soort.TEKST),
    Kolom("gelezen", "Gelezen", Soort.AANTAL),
    Kolom("geladen", "In te lezen", Soort.AANTAL),
    Kolom("afgekeurd", "Afgekeurd", Soort.AANTAL),
    Kolom("dubbel", "Dubbel", Soort.AANTAL),
    Kolom("bedrag", "Bedrag", Soort.CENTEN),
    Kolom("afgewezen", "Afgewezen, telt niet", Soort.CENTEN),
    Kolom("behandeling", "In behandeling, telt niet", Soort.CENTEN),
)
_MAANDEN = (
    Kolom("maand", "Leveringsmaand", Soort.MAAND),
    Kolom("regels", "Regels in bestand", Soort.AANTAL),
    Kolom("bedrag", "Bedrag in bestand", Soort.CENTEN),
    Kolom("oud", "Nu in database", Soort.CENTEN),
    Kolom("nieuw", "Straks in database", Soort.CENTEN),
    Kolom("verschil", "Verschil", Soort.CENTEN),
)
_KOPPEN = (
    Kolom("bestand", "Bestand", Soort.TEKST),
    Kolom("kop", "Kolom in het bestand", Soort.TEKST),
    Kolom("kolom", "Gelezen als", Soort.TEKST),
)
_CIJFERS = 4
_ZICHTBAAR = 6
"""More remarks than this fold away behind their number."""


def kolomtitel(naam: str) -> str:
    """What a person calls a column of the export."""
    return _TITELS.get(naam, naam.replace("_", " ").capitalize())


def kopnaam(tekst: str) -> str:
    """A header as it may be shown: a file without one has data there, so many digits are hidden."""
    kaal = re.sub(r"\d", "•", tekst.strip()) if len(re.findall(r"\d", tekst)) > _CIJFERS else tekst.strip()
    return kaal if len(kaal) <= 60 else f"{kaal[:59]}…"


def toon(van: Rapport) -> None:
    """Draw the whole report: before a load what would happen, after it what did."""
    klaar = van.is_geladen
    if van.bestanden:
        bedrag = f"Toegekend bedrag: {euro(van.bedrag / 100, 2)}, stand per {datum(van.stand_per)}."
        st.markdown(f"{telling(van, klaar)}. {bedrag}")
    _bezwaren(van)
    if van.bestanden:
        tonen.tabel(_bestanden(van))
    _bijlagen(van)
    if van.maanden:
        with st.expander(
            f"Bedragen per leveringsmaand ({geteld(len(van.maanden), 'maand', 'maanden')})", expanded=True
        ):
            st.caption(
                "Toegekende regels, tot op de cent. "
                + ("Oud en nieuw: de hele database." if klaar else "Nu en straks: de hele database.")
            )
            tonen.tabel(_maanden(van))
    if van.bestanden:
        _kolommen(van)


def _bijlagen(van: Rapport) -> None:
    """Other inputs: what each holds beside what counts until now."""
    for b in van.bijlagen:
        st.markdown(
            f"**{als_markdown(b.bestand)}**: {b.titel.lower()}. Bron onder de cijfers: {als_markdown(b.bron)}."
        )
        koppen = ("Voor", "Was", "Is nu") if van.is_geladen else ("Voor", "Nu", "Straks")
        kolommen = [Kolom(k.lower(), k, Soort.TEKST) for k in koppen]
        if b.veranderingen:
            tonen.tabel(beheertabel(b.titel, kolommen, [(v.wat, v.nu, v.straks) for v in b.veranderingen]))
        if b.weggelaten:
            st.caption(
                f"Niet overgenomen kolommen: {als_markdown(opsomming([kopnaam(k) for k in b.weggelaten]))}."
            )


def _bezwaren(van: Rapport) -> None:
    """What stands in the way first, remarks after it; many remarks fold away."""
    for zin in van.beletsels:
        st.error(_zin(van, zin), icon=":material/block:")
    for zin in van.weigeringen:
        st.warning(_zin(van, zin), icon=":material/front_hand:")
    if van.afkeuringen:
        st.warning(
            "Afgekeurd, en dus niet in de cijfers:\n"
            + "\n".join(f"- {als_markdown(zin)}" for zin in van.afkeuringen),
            icon=":material/rule:",
        )
    zinnen = van.waarschuwingen
    if not zinnen:
        return
    with st.expander(
        f"{geteld(len(zinnen), 'opmerking', 'opmerkingen')}: niet in de weg, wel goed om te weten",
        expanded=len(zinnen) <= _ZICHTBAAR,
        icon=":material/info:",
    ):
        st.markdown("\n".join(f"- {als_markdown(zin)}" for zin in zinnen))


def _zin(van: Rapport, zin: str) -> str:
    """What stands in the way as a sentence of its own; of several files it begins with their name."""
    een = len(van.bestanden) + len(van.bijlagen) == 1
    return als_markdown(hoofdletter(zin) if een else zin)


def als_markdown(zin: str) -> str:
    """A sentence of the core as Markdown: what comes from a file cannot format or link."""
    return re.sub(r"([\\`*_\[\]<>#~|$])", r"\\\1", zin)


def _bestanden(van: Rapport) -> Beheertabel:
    rijen = [
        (
            b.bestand, b.bron, b.wijze, b.gelezen, b.geladen, b.afgekeurd, b.dubbel, b.bedrag,
            b.bedrag_afgewezen, b.bedrag_in_behandeling,
        )
        for b in van.bestanden
    ]  # fmt: skip
    kolommen = [
        Kolom(k.naam, "Ingelezen", k.soort) if k.naam == "geladen" and van.is_geladen else k
        for k in _BESTANDEN
    ]
    leeg = [
        p
        for p, k in enumerate(kolommen)
        if k.naam in ("afgewezen", "behandeling") and not any(r[p] for r in rijen)
    ]
    houd = [p for p in range(len(kolommen)) if p not in leeg]
    return beheertabel(
        "Bestanden", [kolommen[p] for p in houd], [tuple(rij[p] for p in houd) for rij in rijen]
    )


def _maanden(van: Rapport) -> Beheertabel:
    na = {"oud": "Was in database", "nieuw": "Nu in database"}
    kolommen = [
        Kolom(k.naam, na[k.naam], k.soort) if van.is_geladen and k.naam in na else k for k in _MAANDEN
    ]
    rijen = [
        (maand_iso(m.maand), m.regels, m.bedrag, m.oud_bedrag, m.nieuw_bedrag, m.nieuw_bedrag - m.oud_bedrag)
        for m in van.maanden
    ]
    return beheertabel("Bedragen per leveringsmaand", kolommen, rijen)


def _kolommen(van: Rapport) -> None:
    gelezen = sum(len(b.kolommen) for b in van.bestanden)
    weg = sum(len(b.weggelaten) for b in van.bestanden)
    titel = f"Kolommen: {gelezen} herkend, {weg} niet overgenomen"
    luik = st.expander(
        titel, key=f"inlees-kolommen-{van.is_geladen}", on_change="rerun", icon=":material/view_column:"
    )
    if luik.open:
        with luik:
            if weg:
                st.caption("Wat niet is overgenomen wordt niet bewaard.")
            tonen.tabel(beheertabel("Kolommen", _KOPPEN, [r for b in van.bestanden for r in _koprijen(b)]))


def _koprijen(b: BestandRapport) -> list[tuple[str, str, str]]:
    herkend = [(b.bestand, kopnaam(kop), kolomtitel(naam)) for kop, naam in b.kolommen.items()]
    return [(b.bestand, kopnaam(kop), "niet overgenomen") for kop in b.weggelaten] + herkend


def vrije_kolommen(b: BestandRapport) -> list[str]:
    """The columns of the schema that no header of this file stands for yet."""
    return [naam for naam in KOLOMMEN if naam not in b.kolommen.values()]
