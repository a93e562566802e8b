"""Charts that fit any table: one measure per month, one bar per row."""

from __future__ import annotations

import altair as alt

from core.cijfers.tabellen import Soort
from core.grafieken.basis import AS_EURO, KLEUR, Grafiek, as_maand, klaar, met_maand, onthoud
from core.onthulling import BeveiligdeTabel
from core.opmaak import getal


@onthoud
def lijn_per_maand(van: BeveiligdeTabel, maat: str) -> Grafiek:
    """One measure per month as a line; voorlopige months as open points without a line."""
    frame = met_maand(van)
    titel = van.kolommen[van.plaats(maat)].titel
    frame["tekst"] = [van.tekst(maat, n) for n in range(len(van))]
    basis = alt.Chart(frame).encode(
        x=as_maand(),
        y=alt.Y(f"{maat}:Q", title=titel.lower(), scale=alt.Scale(zero=True)),
        tooltip=[alt.Tooltip("maandnaam", title="maand"), alt.Tooltip("tekst", title=titel.lower())],
    )
    vast = basis.transform_filter("!datum.voorlopig")
    chart = alt.layer(
        vast.mark_line(color=KLEUR, strokeWidth=2.5),
        vast.mark_circle(color=KLEUR, size=30),
        basis.transform_filter("datum.voorlopig").mark_point(color=KLEUR, size=50, strokeDash=[2, 2]),
    ).properties(height=240)
    return klaar(chart, van, f"{titel} per maand; open punten zijn voorlopig.")


@onthoud
def staven(van: BeveiligdeTabel, label: str, maat: str, kleur: str = KLEUR) -> Grafiek:
    """One horizontal bar per row, in the order of the table, with its value at the end."""
    frame = van.frame()
    frame["tekst"] = [van.tekst(maat, n) for n in range(len(van))]
    titel, soort = van.kolommen[van.plaats(maat)].titel, van.kolommen[van.plaats(maat)].soort
    basis = alt.Chart(frame).encode(
        y=alt.Y(f"{label}:N", sort=None, title=None, axis=alt.Axis(labelLimit=260, labelOverlap=False)),
        tooltip=[alt.Tooltip(f"{label}:N", title=van.kolommen[van.plaats(label)].titel.lower()), alt.Tooltip("tekst:N", title=titel.lower())],
    )  # fmt: skip
    staaf = basis.mark_bar(color=kleur, cornerRadiusEnd=2).encode(
        x=alt.X(
            f"{maat}:Q",
            title=titel.lower(),
            axis=AS_EURO if soort is Soort.EURO else alt.Axis(),
            # Room for the number behind the longest bar.
            scale=alt.Scale(domainMax=1.18 * (frame[maat].max() or 1)),
        )
    )
    waarde = basis.mark_text(align="left", dx=4).encode(x=alt.X(f"{maat}:Q"), text="tekst:N")
    chart = alt.layer(staaf, waarde).properties(height=60 + 28 * len(frame))
    eerste = f", hoogste: {frame[label].iloc[0]}" if len(frame) else ""
    return klaar(chart, van, f"{titel} per {label}, {getal(len(frame))} staven{eerste}.")
