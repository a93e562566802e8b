"""Charts of cost per month."""

from __future__ import annotations

import altair as alt

from core.grafieken.basis import AS_EURO, SEGMENTKLEUR, Grafiek, klaar, met_maand, onthoud
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro

OVERIG = "overige segmenten"
KLEIN_DEEL = 0.04
"""A segment below this part of all costs is drawn within `overige segmenten`."""


@onthoud
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
    frame["volgorde"] = [namen.index(s) for s in frame["segment"]]
    kleuren = [SEGMENTKLEUR.get(s, "#777777") for s in namen]
    chart = (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            x=alt.X("yearmonth(datum):T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=0, labelOverlap=True)),
            y=alt.Y("kosten:Q", title="kosten", stack="zero", axis=AS_EURO),
            color=alt.Color("segment:N", scale=alt.Scale(domain=namen, range=kleuren), legend=alt.Legend(title=None, orient="bottom", columns=4, labelExpr="replace(datum.label, 'Segment Jeugd ', '')")),
            opacity=alt.condition("datum.voorlopig", alt.value(0.45), alt.value(1)),
            tooltip=[alt.Tooltip("maandnaam", title="maand"), alt.Tooltip("segment"), alt.Tooltip("bedrag", title="kosten"), alt.Tooltip("status", title="stand")],
            order=alt.Order("volgorde:Q"),
        )
        .properties(height=320)
    )  # fmt: skip
    return klaar(chart, van, f"Kosten per maand, gestapeld naar segment, {len(set(frame['datum']))} maanden.")
