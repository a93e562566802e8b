"""One buurt in detail, beside its wijk and the whole municipality."""

from __future__ import annotations

import streamlit as st

from core import bevindingen, grafieken
from core.begrippen import Niveau
from core.cijfers.uitleg import UITLEG
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Jaarstand, door_de_jaren, segmenten_naast
from core.opmaak import opsomming
from pages.onderdelen import bron, tonen

_UITLEG_SEGMENTEN = (
    "Welk deel van de jeugdigen met hulp in deze buurt hulp uit het segment kreeg, met een oranje streep "
    "voor hetzelfde aandeel in de hele gemeente. Een jeugdige kan in meer dan één segment hulp krijgen."
)


def kies(f: Filter) -> str | None:
    """The buurt in detail: chosen here, on the map or by the URL; its name, or None."""
    st.divider()
    tonen.kop("Eén buurt naast de gemeente", UITLEG["buurt"])
    buurten = _alle(f).alleen(niveau=Niveau.BUURT.value)
    namen = sorted(buurten.cel("buurt", n) for n in range(len(buurten)) if buurten.cel("buurtcode", n))
    naam = st.selectbox(
        "Buurt", namen, index=None, key="buurtdetail", bind="query-params",
        placeholder="Kies een buurt, of klik er een aan op de kaart", label_visibility="collapsed",
    )  # fmt: skip
    if naam is None and len(f.buurt) == 1:
        naam = f.buurt[0]
    return naam if naam in namen else None


def toon(f: Filter, naam: str, stad: BeveiligdeTabel) -> None:
    """One buurt beside its wijk and the city; a choice of area in the filter bar is set aside."""
    hier = f.met(wijk=(), buurt=(naam,))
    rij = _alle(f).alleen(niveau=Niveau.BUURT.value, buurt=naam)
    st.markdown(f"**{bevindingen.buurt_tegen_stad(rij, stad)}**")
    links, rechts = st.columns(2, gap="large")
    with links:
        _jaren(f, rij)
        _leeftijd(hier)
    with rechts:
        _segmenten(f, hier)


def _alle(f: Filter) -> BeveiligdeTabel:
    return bron.tabel("buurten", f.met(wijk=(), buurt=()))


def _jaren(f: Filter, rij: BeveiligdeTabel) -> None:
    plek = {"buurt": rij.cel("buurt"), "wijk": rij.cel("wijk"), "stad": "Hele gemeente"}
    standen: dict[str, list[Jaarstand]] = {sleutel: [] for sleutel in plek}
    for jaar in bron.versie().keuzes["jaar"]:
        een = f.met(jaar=(jaar,), van=None, tot=None, wijk=(), buurt=())
        van = bron.tabel("buurten", een)
        label = bevindingen.jaarlabel(jaar, van.herkomst)
        rijen = {
            "buurt": van.alleen(niveau=Niveau.BUURT.value, buurt=rij.cel("buurt")),
            "wijk": van.alleen(niveau=Niveau.WIJK.value, wijk=rij.cel("wijk")),
            "stad": bron.stad(een),
        }
        for sleutel, deel in rijen.items():
            if len(deel):
                standen[sleutel].append(
                    Jaarstand(label, bevindingen.onvolledig(jaar, van.herkomst), plek[sleutel], deel)
                )
    alles = [stand for lijst in standen.values() for stand in lijst]
    tonen.grafiek(
        "Gebruik per 1.000 inwoners, per jaar",
        grafieken.gebruik_per_jaar(door_de_jaren(alles)),
        "buurtjaren",
        f"{UITLEG['per_1000']} Een open punt is een jaar dat niet heel is of nog voorlopig.",
    )


def _segmenten(f: Filter, hier: Filter) -> None:
    naast = segmenten_naast(bron.tabel("segmenten", hier), bron.tabel("segmenten", bron.binnen(f)))
    tonen.grafiek(
        "Waarvoor krijgen jeugdigen hulp?", grafieken.aandelen(naast), "buurtsegmenten", _UITLEG_SEGMENTEN
    )


def _leeftijd(hier: Filter) -> None:
    leeftijd = bron.tabel("leeftijd-per-product", hier).alleen(niveau=Niveau.TOTAAL.value)
    drempel = leeftijd.herkomst.drempel
    weg = [leeftijd.cel("leeftijd", n) for n in range(len(leeftijd)) if leeftijd.reden_van("jeugdigen", n)]
    if len(weg) < len(leeftijd):
        tonen.grafiek(
            "Leeftijd in deze buurt", grafieken.staven(leeftijd, "leeftijd", "jeugdigen"), "buurtleeftijd",
            UITLEG["leeftijd"],
        )  # fmt: skip
    if weg:
        st.caption(
            f"Leeftijd, niet getoond: {opsomming(weg)}. Bij woonplaats en een persoonskenmerk samen blijven aantallen "
            f"onder {drempel} verborgen, en een tweede aantal als het eerste daaruit zou volgen."
        )
