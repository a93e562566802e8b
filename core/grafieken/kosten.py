"""Charts of cost per month."""

from __future__ import annotations

import altair as alt

from core.grafieken.basis import SEGMENTKLEUR, Grafiek, klaar, met_maand
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro

OVERIG = "overige segmenten"
KLEIN_DEEL = 0.04
"""A segment below this part of all costs is drawn within `overige segmenten`."""


def kosten_per_maand(van: BeveiligdeTabel) -> Grafiek:
    """Cost per month stacked by segment; voorlopige months lighter, small segments as one."""
    frame = met_maand(van)
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
    return klaar(chart, van, f"Kosten per maand, gestapeld naar segment, {len(set(frame['datum']))} maanden.")
