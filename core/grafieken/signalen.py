"""The history of a deviation: its quarters, and beside the one that deviates what was expected."""

from __future__ import annotations

from core.cijfers.tabellen import Soort
from core.grafieken.basis import (
    AS_AANTAL,
    AS_EURO,
    GRIJS,
    KLEUR,
    KLEUR_NADRUK,
    RIJEN,
    Grafiek,
    gevuld,
    onthoud,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.onthulling import BeveiligdeTabel


@onthoud
def signaal(van: BeveiligdeTabel, maat: str) -> Grafiek:
    """One measure per quarter as a line (table *signaalreeks*); hidden quarters are gaps, voorlopige open points."""
    kolom = van.kolommen[van.plaats(maat)]
    rijen = [
        {
            "kwartaal": van.cel("kwartaal", n),
            "waarde": van.cel(maat, n),
            "tekst": van.tekst(maat, n),
            "voorlopig": van.cel("voorlopig", n),
            "wijkt_af": van.cel(f"{maat}_verwacht", n) is not None,
            **{naam: van.cel(f"{maat}_{naam}", n) for naam in ("verwacht", "laag", "hoog")},
            "verwacht_tekst": van.tekst(f"{maat}_verwacht", n),
        }
        for n in range(len(van))
    ]
    zelf = next((r for r in rijen if r["wijkt_af"]), None)
    tekst = f"{kolom.titel} per kwartaal."
    if zelf is not None:
        tekst = f"{kolom.titel} per kwartaal; in {zelf['kwartaal']} {zelf['tekst']}, verwacht {zelf['verwacht_tekst']}."
    return Grafiek(
        gevuld(_signaal(kolom.titel.lower(), kolom.soort, any(r["voorlopig"] for r in rijen)), rijen),
        van,
        tekst,
    )


@vorm
def _signaal(titel: str, soort: Soort, met_voorlopig: bool) -> alt.TopLevelMixin:
    hoogte = alt.Y(
        "waarde:Q",
        title=titel,
        scale=alt.Scale(zero=False, padding=12),
        axis=AS_EURO if soort is Soort.EURO_PER else AS_AANTAL,
    )
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("kwartaal:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        tooltip=[alt.Tooltip("kwartaal:N"), alt.Tooltip("tekst:N", title=titel), alt.Tooltip("verwacht_tekst:N", title="verwacht")],
    )  # fmt: skip
    zelf = basis.transform_filter("datum.wijkt_af")
    vast = basis.transform_filter("!datum.voorlopig")
    open_ = basis.transform_filter("datum.voorlopig").mark_point(color=KLEUR, size=50, strokeDash=[2, 2])
    return alt.layer(
        zelf.mark_bar(color=GRIJS, opacity=0.35, width=18, aria=False).encode(y=alt.Y("laag:Q"), y2="hoog:Q"),
        zelf.mark_tick(color=GRIJS, thickness=3, width=18, orient="horizontal").encode(y="verwacht:Q"),
        vast.mark_line(color=KLEUR, strokeWidth=2.5).encode(y=hoogte),
        vast.transform_filter("!datum.wijkt_af")
        .mark_circle(color=KLEUR, size=30, opacity=1)
        .encode(y=hoogte),
        # A layer without a mark in it has no name for who cannot see it.
        *([open_.encode(y=hoogte)] if met_voorlopig else []),
        zelf.mark_circle(color=KLEUR_NADRUK, size=110, opacity=1).encode(y=hoogte),
    ).properties(height=190)
