"""Wijken and buurten on a page: map, ranking, and one buurt beside the city."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape

import streamlit as st

from core import grafieken, kruisfilter
from core.begrippen import BUITEN_GEMEENTE, ONBEKEND, Niveau
from core.cijfers.uitleg import UITLEG
from core.export.figuur import Stuk
from core.filters import Filter
from core.grafieken.grenzen import vlakken
from core.grafieken.lagen import KLIKLAAG
from core.onthulling import BeveiligdeTabel
from pages.onderdelen import bron, filterbalk, klik, tonen, vastgezet

_MATEN = {"per_1000": "Per 1.000 inwoners 0-17", "jeugdigen": "Jeugdigen", "kosten": "Kosten"}
_RIJEN = {"wijk": "Wijken", "buurt": "Buurten"}
_KOLOMMEN = ("jeugdigen", "per_1000", "kosten")
_ELDERS = (BUITEN_GEMEENTE, ONBEKEND)
_OP_KAART = "_op_kaart"


def kies_maat(van: BeveiligdeTabel) -> str:
    """What colours the map and orders the ranking; jeugdigen first where no population is known."""
    bekend = any(van.cel("per_1000", n) is not None for n in range(len(van)))
    keuze = st.segmented_control(
        "Toon", list(_MATEN) if bekend else ["jeugdigen", "kosten"], format_func=_MATEN.__getitem__,
        default="per_1000" if bekend else "jeugdigen", required=True, key="kaartmaat", bind="query-params",
    )  # fmt: skip
    return str(keuze)


def kaart(van: BeveiligdeTabel, maat: str, gekozen: tuple[str, ...]) -> None:
    """The map; a click on a buurt filters on it and opens it below, again on it takes it away."""
    naast = vastgezet.tabel(van, {"wijk", "buurt"})
    titel, figuur = f"{_MATEN[maat]} naar buurt", grafieken.kaart(van, maat, gekozen, naast)
    tonen.kop(titel, UITLEG[maat])
    tonen.kaart(figuur, "buurtkaart", _klik_op_kaart)
    st.session_state[_OP_KAART] = _op_kaart()
    tonen.voet(van, "buurtkaart-voet", Stuk(titel, figuur, UITLEG[maat]))


def _klik_op_kaart() -> None:
    """A second click on the same buurt leaves the map with nothing selected: it was the one before."""
    naam = _op_kaart() or st.session_state.get(_OP_KAART)
    if naam:
        filterbalk.klik_op(kruisfilter.code(buurt=naam))


def _op_kaart() -> str | None:
    """The buurt that the map itself has selected."""
    gekozen = st.session_state["buurtkaart"].selection.objects.get(KLIKLAAG)
    return str(gekozen[0]["naam"]) if gekozen else None


def gekozen(f: Filter, detail: str | None) -> tuple[str, ...]:
    """The buurten that stand out: those in the filter; without any the one in detail, if any."""
    if not f.gebied():
        return (detail,) if detail else ()
    return tuple(
        dict.fromkeys(
            v.naam
            for v in vlakken()
            if (not f.buurt or v.naam in f.buurt) and (not f.wijk or v.wijk in f.wijk)
        )
    )


@dataclass(frozen=True)
class Gebieden:
    """The table *buurten* of all areas, of the choice of areas in `f`, and of what is pinned, if anything.

    `stad` is the municipality itself.
    """

    alle: BeveiligdeTabel
    stad: BeveiligdeTabel
    selectie: BeveiligdeTabel
    naast: BeveiligdeTabel | None
    f: Filter


def ranglijst(van: Gebieden, maat: str) -> None:
    """Wijken (that fold open) or buurten in order of the measure; city and elsewhere always in view."""
    tonen.kop("Van hoog naar laag", UITLEG["buurten"])
    soort = st.segmented_control(
        "Rangschik", list(_RIJEN), format_func=_RIJEN.__getitem__, default="wijk", required=True,
        key="rangschik", bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    st.html(_lijst(van, (str(soort), maat), bron.ingevuld().gemeente))
    if van.naast is not None:
        tonen.onder_tabel(vastgezet.over(van.naast))
    st.caption(
        "Wie verhuist telt in elke buurt mee waar hij of zij tijdens de hulp woonde; per wijk, voor de "
        "gemeente en in het totaal is iedereen opnieuw één keer geteld."
    )


@lru_cache(maxsize=64)
def _lijst(van: Gebieden, orde: tuple[str, str], gemeente: str) -> str:
    soort, maat = orde
    rijen = van.alle.alleen(niveau=soort).gesorteerd(maat)
    binnen = [n for n in range(len(rijen)) if rijen.cel("wijk", n) not in _ELDERS]
    hoogste = max((rijen.cel(maat, n) or 0 for n in binnen), default=0)
    regels = []
    for n in binnen:
        regel = _rij(van, (rijen, n), soort, (maat, hoogste))
        if soort == Niveau.WIJK:
            buurten = van.alle.alleen(niveau=Niveau.BUURT.value, wijk=rijen.cel("wijk", n)).gesorteerd(maat)
            regel = _vouw(van, regel, buurten, maat)
        regels.append(regel)
    koppen = "".join(f'<span class="getal">{k}</span>' for k in ("jeugdigen", "per 1.000", "kosten"))
    return (
        f'<div class="ranglijst"><div class="rij hoofd"><span class="naam">{_RIJEN[soort][:-2]}</span>{koppen}</div>'
        f'<div class="rollen" tabindex="0">{"".join(regels)}</div>{_onder(van, gemeente)}</div>'
    )


def _vouw(van: Gebieden, regel: str, buurten: BeveiligdeTabel, maat: str) -> str:
    """A wijk and its buurten; open when one of them is chosen, faint when only others are."""
    hoogste = max((buurten.cel(maat, n) or 0 for n in range(len(buurten))), default=0)
    delen = [_rij(van, (buurten, n), "buurt", (maat, hoogste)) for n in range(len(buurten))]
    hierin = any(buurten.cel("buurt", n) in van.f.buurt for n in range(len(buurten)))
    klasse = ' class="dof"' if van.f.buurt and not hierin else ""
    return f"<details{' open' if hierin else ''}><summary{klasse}>{regel}</summary>{''.join(delen)}</details>"


def _rij(van: Gebieden, rij: tuple[BeveiligdeTabel, int], soort: str, schaal: tuple[str, float]) -> str:
    (deel, n), (maat, hoogste) = rij, schaal
    lengte = 100 * (deel.cel(maat, n) or 0) / hoogste if hoogste > 0 else 0
    naam = str(deel.cel(soort, n))
    ander = van.naast.alleen(niveau=soort, **{soort: naam}) if van.naast is not None else None
    vakken = "".join(
        f'<span class="getal{" maat" if m == maat else ""}">{escape(deel.tekst(m, n))}'
        f"{'' if ander is None else tonen.klein(ander.tekst(m) if len(ander) else '–', deel.tekst(m, n))}</span>"
        for m in _KOLOMMEN
    )
    wat = kruisfilter.code(**{soort: naam})
    heet = klik.naam if soort == Niveau.WIJK else klik.knop  # a wijk folds open
    return (
        f'<div class="rij{klik.klasse(van.f, wat)}" style="--deel: {max(lengte, 0):.0f}%">'
        f'<span class="naam">{heet(van.f, naam, wat)}</span>{vakken}</div>'
    )


def _onder(van: Gebieden, gemeente: str) -> str:
    """The rows that are always in view: what the buurten do not hold counts as well."""
    regels = _vast(f"{gemeente}, alle buurten", van.stad)
    totaal = van.selectie.alleen(niveau=Niveau.TOTAAL.value)
    if van.f.gebied():
        return regels + _vast("Totaal van de selectie", totaal)
    for naam in _ELDERS:
        regels += _vast(naam, van.alle.alleen(niveau=Niveau.WIJK.value, wijk=naam))
    # A use per 1.000 of the total would count jeugdigen from elsewhere among the inhabitants.
    return regels + _vast("Totaal (unieke jeugdigen)", totaal, zonder="per_1000")


def _vast(naam: str, rij: BeveiligdeTabel, zonder: str = "") -> str:
    leeg = {"jeugdigen": "0", "kosten": "€ 0"}
    teksten = [("" if m == zonder else rij.tekst(m)) if len(rij) else leeg.get(m, "–") for m in _KOLOMMEN]
    vakken = "".join(f'<span class="getal">{escape(t)}</span>' for t in teksten)
    return f'<div class="rij vast"><span class="naam">{escape(naam)}</span>{vakken}</div>'
