"""Talks and actions as rows for the screen, and the page to take along."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core import bevindingen, onthulling
from core.cijfers.tabellen import Kolom, Soort
from core.export.samenvatting import Samenvatting
from core.onthulling import Beheertabel, beheertabel
from core.opmaak import datum
from core.opslag.gesprekken import Actie, Gesprek, Vraag
from core.referentie.gebieden import Gebiedssoort, gebied
from core.verwacht.beeld import Beeld
from pages.onderdelen import bron, downloads, tonen
from pages.onderdelen.gebiedsfiguren import Keuze

_TWEE = (Kolom("vraag", "Vraag", Soort.TEKST), Kolom("antwoord", "Antwoord", Soort.TEKST))
_ACTIES = (
    Kolom("titel", "Actie", Soort.TEKST),
    Kolom("soort", "Soort", Soort.TEKST),
    Kolom("eigenaar", "Wie", Soort.TEKST),
    Kolom("datum", "Klaar op", Soort.TEKST),
)
_NAAST = ("gebied", "werkelijk_pct", "verwacht_pct", "laag", "hoog", "verschil_pp")


def antwoorden(gesprek: Gesprek) -> Beheertabel:
    """Who took part and what was answered, a row each; a question without an answer is left out."""
    rijen = [("Wie deden mee", gesprek.deelnemers), *((v.titel, gesprek.antwoord(v)) for v in Vraag)]
    return beheertabel(_titel(gesprek), _TWEE, [rij for rij in rijen if rij[1]])


def actie(van: Actie) -> Beheertabel:
    """One action as a term with its meaning."""
    uit = f"uit: {van.vraag.titel}" if van.vraag else ""
    delen = [van.soort.value, van.eigenaar, datum(van.datum) if van.datum else "", van.status.value, uit]
    return beheertabel("Actie", _TWEE, [(f"Actie: {van.titel}", " · ".join(d for d in delen if d))])


def samenvatting(keuze: Keuze, van: Beeld, naast: tuple[str, ...], alle: Sequence[Gesprek]) -> None:
    """Draw the page to take along, with the newest talk or the one that is chosen, and its download."""
    tonen.kop("Samenvatting op één pagina", "Om af te drukken, te versturen of in een presentatie te zetten.")
    gesprek = alle[0] if alle else None
    if len(alle) > 1:
        gesprek = st.selectbox("Met welk gesprek?", alle, format_func=_titel, key="samenvatting-gesprek")
    blad = _blad(keuze, van, naast, gesprek)
    downloads.samenvatting(blad, "samenvatting-opslaan")
    with st.expander("Bekijk de samenvatting", icon=":material/description:"):
        tonen.samenvatting(blad)


def _titel(gesprek: Gesprek) -> str:
    return f"Gesprek van {datum(gesprek.datum)}"


def _blad(keuze: Keuze, van: Beeld, naast: tuple[str, ...], gesprek: Gesprek | None) -> Samenvatting:
    eigen = gebied(keuze.code)
    soort = Gebiedssoort.GEMEENTE if eigen.soort is Gebiedssoort.NEDERLAND else eigen.soort
    zelf = bron.openbaar(onthulling.naast_elkaar, van, (keuze.code,))
    staven = bron.openbaar(onthulling.staven_tabel, van, soort, "verschil_pp", keuze.code)
    acties = bron.gesprekken().acties([gesprek.nummer]) if gesprek else []
    rijen = [(a.titel, a.soort.value, a.eigenaar, datum(a.datum) if a.datum else "") for a in acties]
    return Samenvatting(
        titel=f"{eigen.naam}: {van.vorm.titel.lower()}, werkelijk en verwacht in {van.jaar}",
        bevinding=bevindingen.werkelijk_tegen_verwacht(zelf, van.vorm),
        kern=bevindingen.kern_van_gebied(zelf),
        naast=bron.openbaar(onthulling.naast_elkaar, van, (keuze.code, *naast)).met_kolommen(*_NAAST),
        zinnen=(bevindingen.zekerheid(zelf), bevindingen.plaats_onder_gebieden(staven, eigen.naam, soort)),
        gesprek=_met_datum(gesprek) if gesprek else beheertabel("Gesprek", _TWEE, []),
        acties=beheertabel("Acties", _ACTIES, rijen),
    )


def _met_datum(gesprek: Gesprek) -> Beheertabel:
    wie = f"Deelnemers: {gesprek.deelnemers}" if gesprek.deelnemers else "Deelnemers niet genoteerd"
    rijen = [(v.titel, gesprek.antwoord(v)) for v in Vraag if gesprek.antwoord(v)]
    return beheertabel(_titel(gesprek), _TWEE, [(_titel(gesprek), wie), *rijen])
