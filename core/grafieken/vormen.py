"""Charts that fit any table: one measure per month, one bar per row."""

from __future__ import annotations

from typing import Any, Literal

from core.cijfers.tabellen import Soort
from core.filters import DIMENSIES
from core.grafieken.basis import (
    AS_AANTAL,
    AS_EURO,
    AS_PCT,
    KLEUR,
    RIJEN,
    Grafiek,
    as_maand,
    gevuld,
    helder,
    maandcode,
    onthoud,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.kruisfilter import code
from core.onthulling import BeveiligdeTabel
from core.opmaak import geteld, maand_lang, maand_uit_iso

Wijzer = Literal["pointer", "default"]
"""What the pointer looks like on a mark: whether it can be clicked."""


@onthoud
def lijn_per_maand(van: BeveiligdeTabel, maat: str) -> Grafiek:
    """One measure per month as a line; voorlopige months as open points without a line."""
    kolom = van.kolommen[van.plaats(maat)]
    titel = kolom.titel
    rijen = [
        {
            "datum": f"{van.cel('maand', n)}-01T00:00:00",
            "maandnaam": maand_lang(maand_uit_iso(van.cel("maand", n))),
            "waarde": van.cel(maat, n),
            "tekst": van.tekst(maat, n),
            "voorlopig": van.cel("voorlopig", n),
            "kies": maandcode(van.cel("maand", n)),
        }
        for n in range(len(van))
    ]
    return Grafiek(
        gevuld(_lijn(titel.lower(), kolom.soort), rijen),
        van,
        f"{titel} per maand; open punten zijn voorlopig.",
    )


@vorm
def _lijn(titel: str, soort: Soort) -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        x=as_maand(),
        y=alt.Y(
            "waarde:Q",
            title=titel,
            scale=alt.Scale(zero=True),
            axis=AS_EURO if soort is Soort.EURO else AS_AANTAL,
        ),
        tooltip=[alt.Tooltip("maandnaam:N", title="maand"), alt.Tooltip("tekst:N", title=titel)],
    )
    vast = basis.transform_filter("!datum.voorlopig")
    return alt.layer(
        vast.mark_line(color=KLEUR, strokeWidth=2.5),
        vast.mark_circle(color=KLEUR, size=30, cursor="pointer").encode(opacity=helder()),
        basis.transform_filter("datum.voorlopig")
        .mark_point(color=KLEUR, size=50, strokeDash=[2, 2], cursor="pointer")
        .encode(opacity=helder()),
    ).properties(height=240)


@onthoud
def staven(van: BeveiligdeTabel, label: str, maat: str, kleur: str = KLEUR) -> Grafiek:
    """One horizontal bar per row, in the order of the table, with its value at the end."""
    kolom, kop = van.kolommen[van.plaats(maat)], van.kolommen[van.plaats(label)].titel
    rijen = [
        {
            "naam": van.cel(label, n),
            "waarde": van.cel(maat, n),
            "tekst": van.tekst(maat, n),
            "plek": n,
            # A hidden value has no bar, but its reason stands where the bar would begin.
            "eind": van.cel(maat, n) or 0,
            # Room for the number behind the longest bar.
            "ruimte": 1.35 * (van.cel(maat, n) or 0),
            "kies": code(**{label: van.cel(label, n)}) if label in DIMENSIES else None,
        }
        for n in range(len(van))
    ]
    wijzer: Wijzer = "pointer" if label in DIMENSIES else "default"
    spec = _staven((kop.lower(), kolom.titel.lower()), kolom.soort, kleur, wijzer)
    eerste = f", hoogste: {rijen[0]['naam']}" if rijen else ""
    tekst = f"{kolom.titel} per {kop.lower()}, {geteld(len(rijen), 'staaf', 'staven')}{eerste}."
    return Grafiek(gevuld(spec, rijen, height=60 + 28 * len(rijen)), van, tekst)


@vorm
def _staven(titels: tuple[str, str], soort: Soort, kleur: str, wijzer: Wijzer) -> alt.TopLevelMixin:
    kop, titel = titels
    assen: dict[Soort, Any] = {Soort.EURO: AS_EURO, Soort.PCT: AS_PCT}
    lengte = alt.X("waarde:Q", title=titel, axis=assen.get(soort, alt.Axis()))
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y(
            "naam:N",
            sort=alt.EncodingSortField("plek", op="min"),
            title=None,
            axis=alt.Axis(labelLimit=260, labelOverlap=False),
        ),
        tooltip=[alt.Tooltip("naam:N", title=kop), alt.Tooltip("tekst:N", title=titel)],
    )
    return alt.layer(
        basis.mark_bar(color=kleur, cornerRadiusEnd=2, cursor=wijzer).encode(x=lengte, opacity=helder()),
        basis.mark_text(align="left", dx=4, cursor=wijzer).encode(x=alt.X("eind:Q"), text="tekst:N"),
        basis.mark_point(opacity=0, aria=False).encode(x=alt.X("ruimte:Q")),
    )
