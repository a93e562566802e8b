"""A KPI beside its path: what was measured, what is still voorlopig, and where it should go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.cijfers.tabellen import Soort
from core.grafieken.basis import (
    AS_AANTAL,
    AS_EURO,
    GRIJS,
    KLEUR,
    KLEUR_NADRUK,
    KLEUR_TWEE,
    RIJEN,
    Grafiek,
    gevuld,
    onthoud,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.onthulling import BeveiligdeTabel
from core.opmaak import maand_lang, maand_uit_iso

GEMETEN, VOORLOPIG, DOELPAD = "gemeten", "voorlopig", "doelpad"
_KLEUREN = {GEMETEN: KLEUR, VOORLOPIG: KLEUR_TWEE, DOELPAD: GRIJS}
_LAATSTE = {"maand": "De laatste volledige maand", "kwartaal": "Het laatste volledige kwartaal"}
_AS: dict[Soort, dict[str, Any]] = {
    Soort.EURO: AS_EURO,
    Soort.EURO_PER: AS_EURO,
    Soort.PCT: {"labelExpr": "datum.label + ' %'"},
}


def naast_pad(van: BeveiligdeTabel, maat: str) -> Grafiek:
    """One measure per period beside its path (table *kpi*); voorlopige periods as open points, hidden ones as gaps."""
    return (kpi_per_maand if van.kolommen[0].naam == "maand" else kpi_per_kwartaal)(van, maat)


@onthoud
def kpi_per_maand(van: BeveiligdeTabel, maat: str) -> Grafiek:
    """As `naast_pad`, of one that is measured per month."""
    return _getekend(van, maat)


@onthoud
def kpi_per_kwartaal(van: BeveiligdeTabel, maat: str) -> Grafiek:
    """As `naast_pad`, of one that is measured per quarter."""
    return _getekend(van, maat)


def _getekend(van: BeveiligdeTabel, maat: str) -> Grafiek:
    kop, kolom = van.kolommen[0].naam, van.kolommen[van.plaats(maat)]
    vast = [n for n in range(len(van)) if not van.cel("voorlopig", n) and van.cel(maat, n) is not None]
    laatste = vast[-1] if vast else -1
    rijen = [rij for n in range(len(van)) for rij in _rijen(van, maat, n, n == laatste)]
    tekst = f"{van.titel}: {kolom.titel.lower()} per {kop} naast het doelpad; open punten zijn voorlopig."
    if vast:
        tekst += f" {_LAATSTE[kop]} is {van.tekst(kop, laatste)}: {van.tekst(maat, laatste)}, doelpad {van.tekst('doelpad', laatste)}."
    spec = _kpi((kop, kolom.titel.lower()), kolom.soort, any(rij["wat"] == VOORLOPIG for rij in rijen))
    return Grafiek(gevuld(spec, rijen), van, tekst)


def _rijen(van: BeveiligdeTabel, maat: str, n: int, laatste: bool) -> Iterator[dict[str, Any]]:
    """What is drawn of a period: the point that was measured, and that of the path."""
    kop = van.kolommen[0].naam
    periode = van.cel(kop, n)
    plek = {"kwartaal": periode, "naam": periode}
    if kop == "maand":
        plek = {"datum": f"{periode}-01T00:00:00", "naam": maand_lang(maand_uit_iso(periode))}
    stand = {
        "voorlopig": van.cel("voorlopig", n),
        "laatste": laatste,
        "volledigheid": van.tekst("volledigheid", n),
    }
    wat = VOORLOPIG if van.cel("voorlopig", n) else GEMETEN
    yield plek | stand | {"wat": wat, "waarde": van.cel(maat, n), "tekst": van.tekst(maat, n)}
    if van.cel("doelpad", n) is not None:
        doel = {"wat": DOELPAD, "waarde": van.cel("doelpad", n), "tekst": van.tekst("doelpad", n)}
        yield plek | doel | {"laatste": False, "volledigheid": "–"}


@vorm
def _kpi(koppen: tuple[str, str], soort: Soort, met_voorlopig: bool) -> alt.TopLevelMixin:
    kop, titel = koppen
    as_ = alt.Axis(format="%b %Y") if kop == "maand" else alt.Axis()
    as_.labelAngle, as_.labelOverlap = 0, True
    tips = {"naam:N": kop, "wat:N": "lijn", "tekst:N": titel, "volledigheid:N": "volledigheid"}
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("datum:T" if kop == "maand" else "kwartaal:O", title=None, axis=as_),
        y=alt.Y("waarde:Q", title=titel, scale=alt.Scale(zero=True), axis=_AS.get(soort, AS_AANTAL)),
        color=_kleur([wat for wat in _KLEUREN if wat != VOORLOPIG or met_voorlopig]),
        tooltip=[alt.Tooltip(veld, title=naam) for veld, naam in tips.items()],
    )
    gemeten, open_, pad = (basis.transform_filter(f"datum.wat == '{wat}'") for wat in _KLEUREN)
    return alt.layer(
        pad.mark_line(strokeWidth=2.5, strokeDash=[6, 4]),
        gemeten.mark_line(strokeWidth=2.5),
        gemeten.mark_circle(size=25, opacity=1),
        # A layer without a mark in it has no name for who cannot see it.
        *([open_.mark_point(size=60, strokeWidth=2)] if met_voorlopig else []),
        gemeten.transform_filter("datum.laatste")
        .mark_circle(size=130, opacity=1)
        .encode(color=alt.value(KLEUR_NADRUK)),
    ).properties(height=300)


def _kleur(getekend: list[str]) -> alt.Color:
    schaal = alt.Scale(domain=list(_KLEUREN), range=list(_KLEUREN.values()))
    legenda = alt.Legend(title=None, orient="top", symbolType="stroke", values=getekend)
    return alt.Color("wat:N", scale=schaal, legend=legenda)
