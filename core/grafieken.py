"""BeveiligdeTabel → chart. A hidden cell is not drawn: no bar, no point, no tooltip with a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from core.onthulling import BeveiligdeTabel
from core.opmaak import MAANDEN, MAANDEN_KORT, euro, getal, maand_lang, maand_uit_iso

SEGMENTKLEUR: dict[str, str] = {
    "Segment Jeugd Ambulant": "#4477AA",
    "Segment Jeugd Wonen": "#228833",
    "Segment Jeugd Crisis": "#CCBB44",
    "Segment Jeugd GIKJ": "#EE6677",
    "Segment Jeugd JB/JR": "#AA3377",
    "LTA": "#66CCEE",
    "Maatwerk": "#EE7733",
    "PGB": "#009988",
    "Verblijf (OUD)": "#997755",
    "overige segmenten": "#999999",
}
"""One colour per segment, everywhere the same; told apart by colour-blind readers too
(after Paul Tol's qualitative schemes)."""
KLEUR = "#2F6690"
KLEUR_NADRUK = "#D1603D"
OVERIG = "overige segmenten"
KLEIN_DEEL = 0.04
"""A segment below this part of all costs is drawn within `overige segmenten`."""

_LOCALE = {
    "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]},
    "time": {
        "dateTime": "%a %e %B %Y %X", "date": "%d-%m-%Y", "time": "%H:%M:%S", "periods": ["", ""],
        "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
        "months": list(MAANDEN), "shortMonths": list(MAANDEN_KORT),
    },
}  # fmt: skip


@dataclass(frozen=True)
class Grafiek:
    """A chart with the protected table it was made of and a sentence for who cannot see it."""

    spec: dict[str, Any]
    van: BeveiligdeTabel
    alt: str


def _klaar(chart: alt.Chart | alt.LayerChart, van: BeveiligdeTabel, tekst: str) -> Grafiek:
    # Made to a plain dict once and cached with its table: altair's own validation of the same
    # chart on every rerun costs more than all queries of a page together.
    spec = chart.configure(locale=_LOCALE, font="sans-serif").to_dict(validate=False)
    return Grafiek(spec, van, tekst)


def _met_maand(van: BeveiligdeTabel) -> pd.DataFrame:
    frame = van.frame()
    frame["datum"] = [f"{m}-01T00:00:00" for m in frame["maand"]]
    frame["maandnaam"] = [maand_lang(maand_uit_iso(m)) for m in frame["maand"]]
    return frame


def _as_maand() -> alt.X:
    return alt.X("datum:T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=0, labelOverlap=True))


def kosten_per_maand(van: BeveiligdeTabel) -> Grafiek:
    """Cost per month stacked by segment; voorlopige months lighter, small segments as one."""
    frame = _met_maand(van)
    totaal = frame.groupby("segment")["kosten"].sum()
    klein = set(totaal[totaal < KLEIN_DEEL * totaal.sum()].index)
    frame["segment"] = [OVERIG if s in klein else s for s in frame["segment"]]
    velden = ["datum", "maandnaam", "segment", "voorlopig"]
    frame = frame.groupby(velden, as_index=False)["kosten"].sum()
    frame["bedrag"] = [euro(k) for k in frame["kosten"]]
    frame["status"] = ["voorlopig" if v else "volledig" for v in frame["voorlopig"]]
    namen = [s for s in SEGMENTKLEUR if s in set(frame["segment"])]
    namen += sorted(set(frame["segment"]) - set(namen))
    kleuren = [SEGMENTKLEUR.get(s, "#777777") for s in namen]
    chart = (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            x=alt.X("yearmonth(datum):T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=0, labelOverlap=True)),
            y=alt.Y("kosten:Q", title="kosten", stack="zero", axis=alt.Axis(format="$,.2s")),
            color=alt.Color("segment:N", scale=alt.Scale(domain=namen, range=kleuren), legend=alt.Legend(title=None, orient="bottom", columns=4)),
            opacity=alt.Opacity("status:N", scale=alt.Scale(domain=["volledig", "voorlopig"], range=[1, 0.45]), legend=None),
            tooltip=[alt.Tooltip("maandnaam", title="maand"), alt.Tooltip("segment"), alt.Tooltip("bedrag", title="kosten"), alt.Tooltip("status", title="stand")],
            order=alt.Order("segment:N"),
        )
        .properties(height=320)
    )  # fmt: skip
    return _klaar(
        chart, van, f"Kosten per maand, gestapeld naar segment, {len(set(frame['datum']))} maanden."
    )


def lijn_per_maand(van: BeveiligdeTabel, maat: str) -> Grafiek:
    """One measure per month as a line; voorlopige months as open points without a line."""
    frame = _met_maand(van)
    titel = van.kolommen[van.plaats(maat)].titel
    frame["tekst"] = [van.tekst(maat, n) for n in range(len(van))]
    basis = alt.Chart(frame).encode(
        x=_as_maand(),
        y=alt.Y(f"{maat}:Q", title=titel.lower(), scale=alt.Scale(zero=True)),
        tooltip=[alt.Tooltip("maandnaam", title="maand"), alt.Tooltip("tekst", title=titel.lower())],
    )
    vast = basis.transform_filter("!datum.voorlopig")
    chart = alt.layer(
        vast.mark_line(color=KLEUR, strokeWidth=2.5),
        vast.mark_circle(color=KLEUR, size=30),
        basis.transform_filter("datum.voorlopig").mark_point(color=KLEUR, size=50, strokeDash=[2, 2]),
    ).properties(height=240)
    return _klaar(chart, van, f"{titel} per maand; open punten zijn voorlopig.")


def staven(van: BeveiligdeTabel, label: str, maat: str, kleur: str = KLEUR) -> Grafiek:
    """One horizontal bar per row, in the order of the table, with its value at the end."""
    frame = van.frame()
    frame["tekst"] = [van.tekst(maat, n) for n in range(len(van))]
    titel = van.kolommen[van.plaats(maat)].titel
    basis = alt.Chart(frame).encode(
        y=alt.Y(f"{label}:N", sort=None, title=None, axis=alt.Axis(labelLimit=260)),
        tooltip=[alt.Tooltip(f"{label}:N", title=van.kolommen[van.plaats(label)].titel.lower()), alt.Tooltip("tekst:N", title=titel.lower())],
    )  # fmt: skip
    staaf = basis.mark_bar(color=kleur, cornerRadiusEnd=2).encode(
        x=alt.X(f"{maat}:Q", title=titel.lower(), axis=alt.Axis(format="~s", grid=True))
    )
    waarde = basis.mark_text(align="left", dx=4).encode(x=alt.X(f"{maat}:Q"), text="tekst:N")
    chart = alt.layer(staaf, waarde).properties(height=max(120, 24 * len(frame)))
    eerste = f", hoogste: {frame[label].iloc[0]}" if len(frame) else ""
    return _klaar(chart, van, f"{titel} per {label}, {getal(len(frame))} staven{eerste}.")
