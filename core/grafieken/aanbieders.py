"""Charts about aanbieders: the largest, how concentrated costs are, one beside the others."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from core.grafieken.basis import (
    AS_EURO,
    GRIJS,
    KLEUR,
    KLEUR_NADRUK,
    RIJEN,
    Grafiek,
    gevuld,
    klaar,
    onthoud,
    records,
    vorm,
)
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro, euro_kort, getal, procent

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
    rijen = [_balk(top, n) for n in range(len(top))] + _restbalk(van, totaal)
    rest_ = f" en van de rest samen ({rijen[-1]['naam']})" if len(rijen) > GROOTSTE else ""
    tekst = f"Kosten van de {len(top)} grootste aanbieders{rest_}."
    return Grafiek(gevuld(_top(), rijen, height=60 + 27 * len(rijen)), top, tekst)


@vorm
def _top() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("naam:N", sort=None, title=None, axis=alt.Axis(labelLimit=280, labelOverlap=False)),
        tooltip=[alt.Tooltip("naam:N", title="aanbieder"), alt.Tooltip("tekst:N", title="kosten")],
    )
    return alt.layer(
        basis.mark_bar(cornerRadiusEnd=2).encode(
            x=alt.X("kosten:Q", title="kosten", axis=AS_EURO), color=alt.Color("kleur:N", scale=None)
        ),
        basis.mark_text(align="left", dx=4).encode(x=alt.X("plek:Q"), text="kort:N"),
        # How far the axis runs: the text behind the longest bar must fit.
        basis.mark_point(opacity=0, aria=False).encode(x=alt.X("ruimte:Q")),
    )


def _balk(van: BeveiligdeTabel, rij: int) -> dict[str, Any]:
    kosten, aandeel = van.cel("kosten", rij), van.cel("aandeel", rij)
    kort = van.reden_van("kosten", rij) or euro_kort(kosten)
    deel = f" · {procent(aandeel)}" if aandeel is not None else ""
    return {
        "naam": van.cel("aanbieder", rij),
        "kosten": kosten,
        "plek": max(kosten or 0, 0),
        "ruimte": 1.45 * max(kosten or 0, 0),
        "tekst": van.tekst("kosten", rij),
        "kort": kort + deel,
        "kleur": KLEUR,
    }


def _restbalk(van: BeveiligdeTabel, totaal: BeveiligdeTabel) -> list[dict[str, Any]]:
    over = len(van) - GROOTSTE
    if over < 1:
        return []
    kosten, alles = rest(van, totaal), totaal.cel("kosten")
    tekst = "verborgen" if kosten is None else euro(kosten)
    deel = f" · {procent(100 * kosten / alles)}" if kosten is not None and alles else ""
    kort = tekst if kosten is None else euro_kort(kosten) + deel
    naam = f"{getal(over)} overige aanbieders" if over > 1 else "1 overige aanbieder"
    plek = max(kosten or 0, 0)
    balk = {"naam": naam, "kosten": kosten, "plek": plek, "ruimte": 1.45 * plek, "tekst": tekst}
    return [balk | {"kort": kort, "kleur": GRIJS}]


@onthoud
def concentratie(van: BeveiligdeTabel) -> Grafiek:
    """The share in the kosten of the largest 1, 2, 3 … aanbieders together (0-100 %)."""
    frame = van.frame()[["rang", "aanbieder", "cumulatief"]].dropna()
    frame["tekst"] = [procent(w) for w in frame["cumulatief"]]
    frame["wie"] = [f"de {int(r)} grootste" if r > 1 else "de grootste" for r in frame["rang"]]
    tekst = "Opgeteld aandeel in de kosten van de grootste aanbieders, van een tot alle."
    return klaar(_concentratie(), frame, van, tekst)


@vorm
def _concentratie() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("rang:Q", title="aanbieders, de grootste eerst", axis=_AS_RANG, scale=alt.Scale(zero=True)),
        y=alt.Y("cumulatief:Q", title="aandeel in de kosten", scale=alt.Scale(domain=[0, 100]), axis=_AS_PCT),
        tooltip=[
            alt.Tooltip("wie:N", title="aanbieders"),
            alt.Tooltip("tekst:N", title="aandeel in de kosten"),
            alt.Tooltip("aanbieder:N", title="laatste daarvan"),
        ],
    )
    punten = basis.transform_filter(alt.FieldOneOfPredicate(field="rang", oneOf=list(_MARKERING)))
    return (
        alt.layer(
            basis.mark_area(color=KLEUR, opacity=0.12),
            basis.mark_line(color=KLEUR, strokeWidth=2.5),
            punten.mark_circle(color=KLEUR, size=60),
            punten.mark_text(align="left", dx=8, dy=10).encode(text="bijschrift:N"),
        )
        .transform_calculate(bijschrift="datum.wie + ': ' + datum.tekst")
        .properties(height=300)
    )


_AS_PCT = alt.Axis(labelExpr="datum.value + ' %'", values=[0, 25, 50, 75, 100])
_AS_RANG = alt.Axis(format=".0f", tickMinStep=1)


@onthoud
def naast_anderen(van: BeveiligdeTabel, aanbieder: str, maat: str) -> Grafiek:
    """One aanbieder beside the others, per product: a point each, and the median of the others.

    `van` holds the rows of *aanbieder-product* for the products that this aanbieder delivers; a
    hidden or unknown amount has no point. Not corrected for how heavy the care is.
    """
    frame = _punten(van, aanbieder, maat)
    titel = van.kolommen[van.plaats(maat)].titel.lower()
    eigen = van.alleen(aanbieder=aanbieder)
    volgorde = [_product(eigen, n) for n in range(len(eigen))]
    spec = gevuld(_naast(tuple(volgorde), titel), records(frame), height=90 + 34 * len(volgorde))
    return Grafiek(spec, eigen, f"{titel.capitalize()} van {aanbieder} naast anderen, per product.")


@vorm
def _naast(volgorde: tuple[str, ...], titel: str) -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("product:N", scale=alt.Scale(domain=list(volgorde)), title=None, axis=_AS_PRODUCT),
        x=alt.X("bedrag:Q", title=titel, axis=AS_EURO, scale=alt.Scale(zero=True)),
        color=alt.Color(
            "soort:N", scale=_SOORTEN, legend=alt.Legend(title=None, orient="bottom", symbolOpacity=1)
        ),
        tooltip=[
            alt.Tooltip("product:N"),
            alt.Tooltip("naam:N", title="aanbieder"),
            alt.Tooltip("tekst:N", title=titel),
        ],
    )
    return alt.layer(
        basis.transform_filter(alt.datum.soort == ANDEREN).mark_circle(size=55, opacity=0.5),
        basis.transform_filter(alt.datum.soort == MEDIAAN).mark_tick(thickness=3, height=22),
        basis.transform_filter(alt.datum.soort == EIGEN).mark_point(
            filled=True, shape="diamond", size=170, opacity=1
        ),
    )


_AS_PRODUCT = alt.Axis(labelLimit=280, labelOverlap=False, grid=True)
_SOORTEN = alt.Scale(domain=[EIGEN, ANDEREN, MEDIAAN], range=[KLEUR_NADRUK, KLEUR, GRIJS])


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
