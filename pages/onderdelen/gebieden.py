"""Wijken and buurten on a page: map, ranking, and one buurt beside the city."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import streamlit as st

from core import grafieken
from core.begrippen import BUITEN_GEMEENTE, ONBEKEND, Niveau
from core.cijfers.uitleg import UITLEG
from core.export.figuur import Stuk
from core.grafieken.lagen import KLIKLAAG
from core.onthulling import BeveiligdeTabel
from pages.onderdelen import bron, tonen

_MATEN = {"per_1000": "Per 1.000 inwoners 0-17", "jeugdigen": "Jeugdigen", "kosten": "Kosten"}
_RIJEN = {"wijk": "Wijken", "buurt": "Buurten"}
_KOLOMMEN = ("jeugdigen", "per_1000", "kosten")
_ELDERS = (BUITEN_GEMEENTE, ONBEKEND)


def kies_maat(van: BeveiligdeTabel) -> str:
    """What colours the map and orders the ranking; jeugdigen first where no population is known."""
    bekend = any(van.cel("per_1000", n) is not None for n in range(len(van)))
    keuze = st.segmented_control(
        "Toon", list(_MATEN) if bekend else ["jeugdigen", "kosten"], format_func=_MATEN.__getitem__,
        default="per_1000" if bekend else "jeugdigen", required=True, key="kaartmaat", bind="query-params",
    )  # fmt: skip
    return str(keuze)


def kaart(van: BeveiligdeTabel, maat: str, gekozen: str | None) -> None:
    """The map; a click on a buurt opens it below."""
    titel, figuur = f"{_MATEN[maat]} naar buurt", grafieken.kaart(van, maat, gekozen)
    tonen.kop(titel, UITLEG[maat])
    tonen.kaart(figuur, "buurtkaart", _kies_van_kaart)
    tonen.voet(van, "buurtkaart-voet", Stuk(titel, figuur, UITLEG[maat]))


def _kies_van_kaart() -> None:
    gekozen = st.session_state["buurtkaart"].selection.objects.get(KLIKLAAG)
    if gekozen:
        st.session_state["buurtdetail"] = gekozen[0]["naam"]


def ranglijst(van: BeveiligdeTabel, stad: BeveiligdeTabel, maat: str) -> None:
    """Wijken (that fold open) or buurten in order of the measure; city and elsewhere always in view."""
    tonen.kop("Van hoog naar laag", UITLEG["buurten"])
    soort = st.segmented_control(
        "Rangschik", list(_RIJEN), format_func=_RIJEN.__getitem__, default="wijk", required=True,
        key="rangschik", bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    st.html(_lijst(van, stad, (str(soort), maat), bron.ingevuld().gemeente))
    st.caption(
        "Wie verhuist telt in elke buurt mee waar hij of zij tijdens de hulp woonde; per wijk, voor de "
        "gemeente en in het totaal is iedereen opnieuw één keer geteld."
    )


@lru_cache(maxsize=64)
def _lijst(van: BeveiligdeTabel, stad: BeveiligdeTabel, orde: tuple[str, str], gemeente: str) -> str:
    soort, maat = orde
    rijen = van.alleen(niveau=soort).gesorteerd(maat)
    binnen = [n for n in range(len(rijen)) if rijen.cel("wijk", n) not in _ELDERS]
    hoogste = max((rijen.cel(maat, n) or 0 for n in binnen), default=0)
    regels = []
    for n in binnen:
        regel = _rij(rijen, n, str(rijen.cel(soort, n)), (maat, hoogste))
        if soort == Niveau.WIJK:
            buurten = van.alleen(niveau=Niveau.BUURT.value, wijk=rijen.cel("wijk", n)).gesorteerd(maat)
            regel = _vouw(regel, buurten, maat)
        regels.append(regel)
    koppen = "".join(f'<span class="getal">{k}</span>' for k in ("jeugdigen", "per 1.000", "kosten"))
    return (
        f'<div class="ranglijst"><div class="rij hoofd"><span class="naam">{_RIJEN[soort][:-2]}</span>{koppen}</div>'
        f'<div class="rollen" tabindex="0">{"".join(regels)}</div>{_onder(van, stad, gemeente)}</div>'
    )


def _vouw(regel: str, buurten: BeveiligdeTabel, maat: str) -> str:
    hoogste = max((buurten.cel(maat, n) or 0 for n in range(len(buurten))), default=0)
    delen = [_rij(buurten, n, str(buurten.cel("buurt", n)), (maat, hoogste)) for n in range(len(buurten))]
    return f"<details><summary>{regel}</summary>{''.join(delen)}</details>"


def _rij(van: BeveiligdeTabel, n: int, naam: str, schaal: tuple[str, float]) -> str:
    maat, hoogste = schaal
    deel = 100 * (van.cel(maat, n) or 0) / hoogste if hoogste > 0 else 0
    vakken = "".join(
        f'<span class="getal{" maat" if m == maat else ""}">{escape(van.tekst(m, n))}</span>'
        for m in _KOLOMMEN
    )
    return f'<div class="rij" style="--deel: {max(deel, 0):.0f}%"><span class="naam">{escape(naam)}</span>{vakken}</div>'


def _onder(van: BeveiligdeTabel, stad: BeveiligdeTabel, gemeente: str) -> str:
    """The rows that are always in view: what the buurten do not hold counts as well."""
    totaal = van.alleen(niveau=Niveau.TOTAAL.value)
    if van.herkomst.filter.gebied():
        return _vast(f"{gemeente}, alle buurten", stad) + _vast("Totaal van de selectie", totaal)
    regels = _vast(f"{gemeente}, alle buurten", stad)
    for naam in _ELDERS:
        regels += _vast(naam, van.alleen(niveau=Niveau.WIJK.value, wijk=naam))
    # A use per 1.000 of the total would count jeugdigen from elsewhere among the inhabitants.
    return regels + _vast("Totaal (unieke jeugdigen)", totaal, zonder="per_1000")


def _vast(naam: str, rij: BeveiligdeTabel, zonder: str = "") -> str:
    leeg = {"jeugdigen": "0", "kosten": "€ 0"}
    teksten = [("" if m == zonder else rij.tekst(m)) if len(rij) else leeg.get(m, "–") for m in _KOLOMMEN]
    vakken = "".join(f'<span class="getal">{escape(t)}</span>' for t in teksten)
    return f'<div class="rij vast"><span class="naam">{escape(naam)}</span>{vakken}</div>'
