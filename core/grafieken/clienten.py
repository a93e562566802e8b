"""Charts about jeugdigen: age and sex, arrangementen per year, who comes and who goes."""

from __future__ import annotations

import altair as alt
import pandas as pd

from core.bevindingen import jaarlabel
from core.grafieken.basis import (
    GRIJS,
    KLEUR,
    KLEUR_TWEE,
    RIJEN,
    Grafiek,
    as_maand,
    klaar,
    met_maand,
    onthoud,
    vorm,
)
from core.onthulling import BeveiligdeTabel

AS_AANTAL = alt.Axis(tickMinStep=1, format=",.0f")
GESLACHTEN = {"M": "jongens", "V": "meisjes", "X": "X", "onbekend": "onbekend"}
_GESLACHTKLEUR = dict(zip(GESLACHTEN.values(), (KLEUR, KLEUR_TWEE, "#33A580", GRIJS), strict=True))


@onthoud
def leeftijd_geslacht(van: BeveiligdeTabel) -> Grafiek:
    """Jeugdigen per age class, a bar for each sex; a hidden number has no bar but its reason."""
    frame = van.frame()
    frame["tekst"] = [van.tekst("jeugdigen", n) for n in range(len(van))]
    frame["wie"] = [GESLACHTEN[g] for g in frame["geslacht"]]
    # A sex of which no number may be shown would only be a row of empty places.
    soorten = [naam for naam in _GESLACHTKLEUR if frame[frame["wie"] == naam]["jeugdigen"].notna().any()]
    frame = frame[frame["wie"].isin(soorten)]
    tekst = "Unieke jeugdigen per leeftijdsklasse en geslacht."
    return klaar(_leeftijd_geslacht(tuple(soorten)), frame, van, tekst)


@vorm
def _leeftijd_geslacht(soorten: tuple[str, ...]) -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("leeftijd:N", sort=None, title="leeftijd", axis=alt.Axis(labelAngle=0)),
        xOffset=alt.XOffset("wie:N", scale=alt.Scale(domain=list(soorten))),
        tooltip=[
            alt.Tooltip("leeftijd:N"),
            alt.Tooltip("wie:N", title="geslacht"),
            alt.Tooltip("tekst:N", title="unieke jeugdigen"),
        ],
    )
    kleur = alt.Scale(domain=list(soorten), range=[_GESLACHTKLEUR[naam] for naam in soorten])
    staaf = basis.mark_bar(cornerRadiusEnd=2).encode(
        y=alt.Y("jeugdigen:Q", title="unieke jeugdigen", axis=AS_AANTAL),
        color=alt.Color("wie:N", scale=kleur, legend=alt.Legend(title=None, orient="bottom")),
    )
    return alt.layer(staaf, *_bijschriften(basis, "jeugdigen")).properties(height=320)


def _bijschriften(basis: alt.Chart, maat: str) -> tuple[alt.Chart, alt.Chart]:
    """The number above each bar; where it is hidden its reason, upright, in the place of the bar."""
    open_ = alt.FieldValidPredicate(field=maat, valid=True)
    getoond = basis.transform_filter(open_).mark_text(dy=-8).encode(y=alt.Y(f"{maat}:Q"), text="tekst:N")
    dicht = basis.transform_filter(f"!isValid(datum['{maat}'])")
    verborgen = dicht.mark_text(angle=270, align="left", dx=4).encode(y=alt.datum(0), text="tekst:N")
    return getoond, verborgen


@onthoud
def per_jaar(van: BeveiligdeTabel, maat: str) -> Grafiek:
    """One measure per calendar year as bars; a partial year is labelled and lighter."""
    frame = van.frame()
    frame["tekst"] = [van.tekst(maat, n) for n in range(len(van))]
    frame["label"] = [jaarlabel(int(j), van.herkomst) for j in frame["jaar"]]
    frame["deel"] = [label != str(j) for label, j in zip(frame["label"], frame["jaar"], strict=True)]
    titel = van.kolommen[van.plaats(maat)].titel.lower()
    tekst = f"{titel.capitalize()} per jaar; een jaar dat nog loopt is lichter."
    return klaar(_per_jaar(maat, titel), frame, van, tekst)


@vorm
def _per_jaar(maat: str, titel: str) -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("label:N", sort=None, title=None, axis=alt.Axis(labelAngle=0)),
        tooltip=[alt.Tooltip("label:N", title="jaar"), alt.Tooltip("tekst:N", title=titel)],
    )
    staaf = basis.mark_bar(color=KLEUR, cornerRadiusEnd=2).encode(
        y=alt.Y(f"{maat}:Q", title=titel, axis=AS_AANTAL),
        opacity=alt.condition("datum.deel", alt.value(0.4), alt.value(1)),
    )
    return alt.layer(staaf, *_bijschriften(basis, maat)).properties(height=300)


@onthoud
def stand(van: BeveiligdeTabel) -> Grafiek:
    """Running zorgperioden at the end of each month; voorlopige months are not drawn."""
    frame = met_maand(van)
    frame["tekst"] = [van.tekst("stand_eind", n) for n in range(len(van))]
    tekst = "Lopende zorgperioden aan het eind van elke maand, voorlopige maanden weggelaten."
    return klaar(_stand(), frame[~frame["voorlopig"].astype(bool)], van, tekst)


@vorm
def _stand() -> alt.TopLevelMixin:
    basis = (
        alt.Chart(RIJEN)
        .encode(
            x=as_maand(),
            y=alt.Y("stand_eind:Q", title="lopende zorgperioden", scale=alt.Scale(zero=True), axis=AS_AANTAL),
            tooltip=[alt.Tooltip("maandnaam:N", title="maand"), alt.Tooltip("tekst:N", title="stand aan het eind")],
        )
    )  # fmt: skip
    return alt.layer(
        basis.mark_line(color=KLEUR, strokeWidth=2.5), basis.mark_circle(color=KLEUR, size=30)
    ).properties(height=300)


@onthoud
def stromen(van: BeveiligdeTabel) -> Grafiek:
    """Instroom upwards and uitstroom downwards per month.

    Of a voorlopige month only the instroom is drawn, lighter: care that seems ended may go on.
    """
    frame = met_maand(van)
    delen = []
    for naam, soort, teken in (("instroom", "instroom", 1), ("uitstroom", "uitstroom", -1)):
        deel = frame[["datum", "maandnaam", "voorlopig"]].copy()
        deel["soort"], deel["aantal"] = soort, frame[naam] * teken
        deel["tekst"] = [van.tekst(naam, n) for n in range(len(van))]
        deel["herhaald"] = [van.tekst("herhaald", n) if teken > 0 else "" for n in range(len(van))]
        delen.append(deel if teken > 0 else deel[~deel["voorlopig"].astype(bool)])
    tekst = "Instroom omhoog en uitstroom omlaag per maand; lichte maanden zijn voorlopig."
    return klaar(_stromen(), pd.concat(delen, ignore_index=True), van, tekst)


@vorm
def _stromen() -> alt.TopLevelMixin:
    return (
        alt.Chart(RIJEN)
        .mark_bar()
        .encode(
            x=alt.X("yearmonth(datum):T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=0, labelOverlap=True)),
            y=alt.Y("aantal:Q", title="zorgperioden", stack=None, axis=alt.Axis(labelExpr="format(abs(datum.value), ',.0f')")),
            color=alt.Color("soort:N", scale=alt.Scale(domain=["instroom", "uitstroom"], range=[KLEUR, KLEUR_TWEE]), legend=alt.Legend(title=None, orient="bottom")),
            opacity=alt.condition("datum.voorlopig", alt.value(0.4), alt.value(1)),
            tooltip=[alt.Tooltip("maandnaam:N", title="maand"), alt.Tooltip("soort:N", title="stroom"), alt.Tooltip("tekst:N", title="aantal"), alt.Tooltip("herhaald:N", title="waarvan herhaald")],
        )
        .properties(height=300)
    )  # fmt: skip
