"""Charts about aanbieders: the largest, how concentrated costs are, one beside the others."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from core.grafieken.basis import AS_EURO, GRIJS, KLEUR, KLEUR_NADRUK, Grafiek, klaar, onthoud
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro, getal, procent

GROOTSTE = 15
"""So many aanbieders get a bar of their own, as on the slide (*€ top 15*)."""
_MARKERING = (1, 5, 15)
EIGEN, ANDEREN, MEDIAAN = "deze aanbieder", "andere aanbieders", "mediaan van de anderen"


def rest(van: BeveiligdeTabel, totaal: BeveiligdeTabel, aantal: int = GROOTSTE) -> float | None:
    """Kosten (euros) of all aanbieders after the first `aantal`: the whole minus those first.

    None without a rest, and where it would give a hidden amount away: with a hidden one among the
    first, or exactly one behind.
    """
    groot = [van.cel("kosten", n) for n in range(min(aantal, len(van)))]
    verborgen = sum(van.cel("kosten", n) is None for n in range(aantal, len(van)))
    alles = totaal.cel("kosten") if len(totaal) else None
    if len(van) <= aantal or alles is None or None in groot or verborgen == 1:
        return None
    return float(alles - sum(groot))


@onthoud
def top_aanbieders(van: BeveiligdeTabel, totaal: BeveiligdeTabel) -> Grafiek:
    """A bar for each of the largest aanbieders and one for the rest together.

    `van` is the ranking, `totaal` the key figures of the same selection. A hidden amount has no
    bar but its reason.
    """
    top = van.eerste(GROOTSTE)
    frame = pd.DataFrame([_balk(top, n) for n in range(len(top))] + _restbalk(van, totaal))
    basis = alt.Chart(frame).encode(
        y=alt.Y("naam:N", sort=None, title=None, axis=alt.Axis(labelLimit=240, labelOverlap=False)),
        tooltip=[alt.Tooltip("naam:N", title="aanbieder"), alt.Tooltip("tekst:N", title="kosten")],
    )
    staaf = basis.mark_bar(cornerRadiusEnd=2).encode(
        x=alt.X("kosten:Q", title="kosten", axis=AS_EURO),
        color=alt.Color("kleur:N", scale=None),
    )
    waarde = basis.mark_text(align="left", dx=4).encode(x=alt.X("plek:Q"), text="tekst:N")
    chart = alt.layer(staaf, waarde).properties(height=60 + 27 * len(frame))
    return klaar(chart, top, f"Kosten van de {len(top)} grootste aanbieders" + _rest_in_woorden(frame) + ".")


def _balk(van: BeveiligdeTabel, rij: int) -> dict[str, Any]:
    kosten = van.cel("kosten", rij)
    aandeel = van.cel("aandeel", rij)
    tekst = van.tekst("kosten", rij) + (f" · {procent(aandeel)}" if aandeel is not None else "")
    return {
        "naam": van.cel("aanbieder", rij),
        "kosten": kosten,
        "plek": max(kosten or 0, 0),
        "tekst": tekst,
        "kleur": KLEUR,
    }


def _restbalk(van: BeveiligdeTabel, totaal: BeveiligdeTabel) -> list[dict[str, Any]]:
    over = len(van) - GROOTSTE
    if over < 1:
        return []
    kosten, alles = rest(van, totaal), totaal.cel("kosten")
    tekst = "verborgen" if kosten is None else euro(kosten)
    tekst += f" · {procent(100 * kosten / alles)}" if kosten is not None and alles else ""
    naam = f"{getal(over)} overige aanbieders" if over > 1 else "1 overige aanbieder"
    return [{"naam": naam, "kosten": kosten, "plek": max(kosten or 0, 0), "tekst": tekst, "kleur": GRIJS}]


def _rest_in_woorden(frame: pd.DataFrame) -> str:
    return f" en van de rest samen ({frame['naam'].iloc[-1]})" if len(frame) > GROOTSTE else ""


@onthoud
def concentratie(van: BeveiligdeTabel) -> Grafiek:
    """The share in the kosten of the largest 1, 2, 3 … aanbieders together (0-100 %)."""
    frame = van.frame()[["rang", "aanbieder", "cumulatief"]].dropna()
    frame["tekst"] = [procent(w) for w in frame["cumulatief"]]
    frame["wie"] = [f"de {int(r)} grootste" if r > 1 else "de grootste" for r in frame["rang"]]
    as_pct = alt.Axis(labelExpr="datum.value + ' %'", values=[0, 25, 50, 75, 100])
    basis = alt.Chart(frame).encode(
        x=alt.X("rang:Q", title="aanbieders, de grootste eerst", axis=alt.Axis(format=".0f", tickMinStep=1)),
        y=alt.Y("cumulatief:Q", title="aandeel in de kosten", scale=alt.Scale(domain=[0, 100]), axis=as_pct),
        tooltip=[
            alt.Tooltip("wie:N", title="aanbieders"),
            alt.Tooltip("tekst:N", title="aandeel in de kosten"),
            alt.Tooltip("aanbieder:N", title="laatste daarvan"),
        ],
    )
    punten = basis.transform_filter(alt.FieldOneOfPredicate(field="rang", oneOf=list(_MARKERING)))
    chart = alt.layer(
        basis.mark_area(color=KLEUR, opacity=0.12),
        basis.mark_line(color=KLEUR, strokeWidth=2.5),
        punten.mark_circle(color=KLEUR, size=60),
        punten.mark_text(align="left", dx=8, dy=10).encode(text="bijschrift:N"),
    ).transform_calculate(bijschrift="datum.wie + ': ' + datum.tekst")
    return klaar(
        chart.properties(height=300),
        van,
        "Opgeteld aandeel in de kosten van de grootste aanbieders, van een tot alle.",
    )


@onthoud
def naast_anderen(van: BeveiligdeTabel, aanbieder: str, maat: str) -> Grafiek:
    """One aanbieder beside the others, per product: a point each, and the median of the others.

    `van` holds the rows of *aanbieder-product* for the products that this aanbieder delivers; a
    hidden or unknown amount has no point. Not corrected for how heavy the care is.
    """
    frame = _punten(van, aanbieder, maat)
    soorten = [EIGEN, ANDEREN, MEDIAAN]
    titel = van.kolommen[van.plaats(maat)].titel.lower()
    volgorde = list(
        dict.fromkeys(_product(van, n) for n in range(len(van)) if van.cel("aanbieder", n) == aanbieder)
    )
    chart = (
        alt.Chart(frame)
        .mark_point(filled=True)
        .encode(
            y=alt.Y("product:N", sort=volgorde, scale=alt.Scale(domain=volgorde), title=None, axis=alt.Axis(labelLimit=260, labelOverlap=False, grid=True)),
            x=alt.X("bedrag:Q", title=titel, axis=AS_EURO, scale=alt.Scale(zero=True)),
            color=alt.Color("soort:N", scale=alt.Scale(domain=soorten, range=[KLEUR_NADRUK, KLEUR, GRIJS]), legend=alt.Legend(title=None, orient="bottom")),
            shape=alt.Shape("soort:N", scale=alt.Scale(domain=soorten, range=["diamond", "circle", "stroke"]), legend=alt.Legend(title=None, orient="bottom")),
            size=alt.Size("soort:N", scale=alt.Scale(domain=soorten, range=[170, 45, 400]), legend=None),
            opacity=alt.Opacity("soort:N", scale=alt.Scale(domain=soorten, range=[1, 0.55, 1]), legend=None),
            angle=alt.condition(f"datum.soort == '{MEDIAAN}'", alt.value(90), alt.value(0)),
            tooltip=[alt.Tooltip("product:N"), alt.Tooltip("naam:N", title="aanbieder"), alt.Tooltip("tekst:N", title=titel)],
        )
        .properties(height=90 + 34 * len(volgorde))
    )  # fmt: skip
    eigen = van.alleen(aanbieder=aanbieder)
    return klaar(chart, eigen, f"{titel.capitalize()} van {aanbieder} naast anderen, per product.")


def _punten(van: BeveiligdeTabel, aanbieder: str, maat: str) -> pd.DataFrame:
    rijen = [_punt(van, n, aanbieder, maat) for n in range(len(van)) if van.cel(maat, n) is not None]
    frame = pd.DataFrame(rijen, columns=["product", "naam", "bedrag", "tekst", "soort"])
    anderen = frame[frame["soort"] == ANDEREN].groupby("product", sort=False)["bedrag"].median()
    midden = [(product, MEDIAAN, bedrag, euro(bedrag), MEDIAAN) for product, bedrag in anderen.items()]
    return pd.concat([frame, pd.DataFrame(midden, columns=frame.columns)], ignore_index=True)


def _punt(van: BeveiligdeTabel, rij: int, aanbieder: str, maat: str) -> tuple[str, str, float, str, str]:
    naam = van.cel("aanbieder", rij)
    soort = EIGEN if naam == aanbieder else ANDEREN
    return _product(van, rij), naam, van.cel(maat, rij), van.tekst(maat, rij), soort


def _product(van: BeveiligdeTabel, rij: int) -> str:
    return f"{van.cel('product', rij)} ({van.cel('segment', rij).removeprefix('Segment Jeugd ')})"
