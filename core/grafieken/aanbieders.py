"""Charts about aanbieders: the largest, how concentrated costs are, one beside the others."""

from __future__ import annotations

from statistics import median
from typing import Any

from core.grafieken.basis import (
    AS_EURO,
    GRIJS,
    KLEUR,
    KLEUR_NADRUK,
    RIJEN,
    Grafiek,
    gevuld,
    helder,
    onthoud,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.kruisfilter import code
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
    balken = [_balk(top, n) for n in range(len(top))] + _restbalk(van, totaal)
    tekst = f"Kosten van de {len(top)} grootste aanbieders"
    tekst += f" en van de rest samen ({balken[-1]['naam']})." if len(balken) > len(top) else "."
    return Grafiek(gevuld(_top(), balken, height=60 + 27 * len(balken)), top, tekst)


@vorm
def _top() -> alt.TopLevelMixin:
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("naam:N", sort=None, title=None, axis=alt.Axis(labelLimit=280, labelOverlap=False)),
        tooltip=[alt.Tooltip("naam:N", title="aanbieder"), alt.Tooltip("tekst:N", title="kosten")],
    )
    lengte = alt.X("kosten:Q", title="kosten", axis=AS_EURO)
    return alt.layer(
        basis.mark_bar(cornerRadiusEnd=2, cursor="pointer").encode(
            x=lengte, color=alt.Color("kleur:N", scale=None), opacity=helder()
        ),
        basis.mark_text(align="left", dx=4, cursor="pointer").encode(x="plek:Q", text="kort:N"),
        basis.mark_point(opacity=0, aria=False).encode(x="ruimte:Q"),
    )


def _balk(van: BeveiligdeTabel, rij: int) -> dict[str, Any]:
    aandeel = van.cel("aandeel", rij)
    kort = van.reden_van("kosten", rij) or euro_kort(van.cel("kosten", rij))
    deel = f" · {procent(aandeel)}" if aandeel is not None else ""
    naam = van.cel("aanbieder", rij)
    teksten = {"naam": naam, "tekst": van.tekst("kosten", rij), "kort": kort + deel}
    teksten["kies"] = code(aanbieder=naam)
    return teksten | _lengte(van.cel("kosten", rij)) | {"kleur": KLEUR}


def _restbalk(van: BeveiligdeTabel, totaal: BeveiligdeTabel) -> list[dict[str, Any]]:
    over = len(van) - GROOTSTE
    if over < 1:
        return []
    kosten, alles = rest(van, totaal), totaal.cel("kosten")
    deel = f" · {procent(100 * kosten / alles)}" if kosten is not None and alles else ""
    naam = f"{getal(over)} overige aanbieders" if over > 1 else "1 overige aanbieder"
    tekst, kort = ("verborgen", "verborgen") if kosten is None else (euro(kosten), euro_kort(kosten) + deel)
    return [{"naam": naam, "tekst": tekst, "kort": kort} | _lengte(kosten) | {"kleur": GRIJS, "kies": None}]


def _lengte(kosten: float | None) -> dict[str, float | None]:
    """A bar, where its text begins, and room for that text behind the longest."""
    plek = max(kosten or 0, 0)
    return {"kosten": kosten, "plek": plek, "ruimte": 1.45 * plek}


@onthoud
def concentratie(van: BeveiligdeTabel) -> Grafiek:
    """The share in the kosten of the largest 1, 2, 3 … aanbieders together (0-100 %)."""
    rijen = []
    for n in range(len(van)):
        rang, samen = van.cel("rang", n), van.cel("cumulatief", n)
        if rang is not None and samen is not None:
            wie = f"de {rang} grootste" if rang > 1 else "de grootste"
            rijen.append(
                {
                    "rang": rang,
                    "cumulatief": samen,
                    "wie": wie,
                    "tekst": procent(samen),
                    "bijschrift": f"{wie}: {procent(samen)}" if rang in _MARKERING else None,
                    "aanbieder": van.cel("aanbieder", n),
                    "aantal": len(van),
                }
            )
    tekst = "Opgeteld aandeel in de kosten van de grootste aanbieders, van een tot alle."
    return Grafiek(gevuld(_oploop(), rijen), van, tekst)


@vorm
def _oploop() -> alt.TopLevelMixin:
    as_pct = alt.Axis(labelExpr="datum.value + ' %'", values=[0, 25, 50, 75, 100])
    as_rang = alt.Axis(format=".0f", tickMinStep=1)
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("rang:Q", title="aanbieders, de grootste eerst", axis=as_rang, scale=alt.Scale(domainMin=0)),
        y=alt.Y("cumulatief:Q", title="aandeel in de kosten", scale=alt.Scale(domain=[0, 100]), axis=as_pct),
        tooltip=[
            alt.Tooltip("wie:N", title="aanbieders"),
            alt.Tooltip("tekst:N", title="aandeel in de kosten"),
            alt.Tooltip("aanbieder:N", title="laatste daarvan"),
        ],
    )
    punten = basis.transform_filter("datum.bijschrift")
    return alt.layer(
        basis.mark_area(color=KLEUR, opacity=0.12),
        basis.mark_line(color=KLEUR, strokeWidth=2.5),
        punten.mark_circle(color=KLEUR, size=60),
        punten.transform_filter("datum.rang <= datum.aantal / 2")
        .mark_text(align="left", dx=8, dy=10)
        .encode(text="bijschrift:N"),
        # To the right of the middle there is no room beside the point: below it there is.
        punten.transform_filter("datum.rang > datum.aantal / 2")
        .mark_text(align="right", dx=2, dy=20)
        .encode(text="bijschrift:N"),
        # The axis runs to all aanbieders, also where the line stops at a hidden amount.
        basis.mark_point(opacity=0, aria=False).encode(x="aantal:Q"),
    ).properties(height=300)


@onthoud
def naast_anderen(van: BeveiligdeTabel, aanbieder: str, maat: str) -> Grafiek:
    """One aanbieder beside the others, per product: a point each, and the median of the others.

    `van` holds the rows of *aanbieder-product* for the products that this aanbieder delivers; a
    hidden or unknown amount has no point. Not corrected for how heavy the care is.
    """
    eigen = van.alleen(aanbieder=aanbieder)
    titel = van.kolommen[van.plaats(maat)].titel
    rijen = []
    for n in range(len(eigen)):
        zelfde = van.alleen(segment=eigen.cel("segment", n), product=eigen.cel("product", n))
        rijen += _punten(zelfde, aanbieder, maat)
    spec = gevuld(_punten_naast_elkaar(titel.lower()), rijen, height=130 + 38 * len(eigen))
    return Grafiek(spec, eigen, f"{titel} van {aanbieder} naast anderen, per product.")


def _punten(zelfde: BeveiligdeTabel, aanbieder: str, maat: str) -> list[dict[str, Any]]:
    """One product: a point for every shown amount, the median of the others last."""
    product = f"{zelfde.cel('product')} ({zelfde.cel('segment').removeprefix('Segment Jeugd ')})"
    uit: list[dict[str, Any]] = []
    for n in range(len(zelfde)):
        naam, bedrag = zelfde.cel("aanbieder", n), zelfde.cel(maat, n)
        soort = EIGEN if naam == aanbieder else ANDEREN
        if bedrag is not None or soort == EIGEN:  # a product without a point keeps its line
            uit.append({"naam": naam, "bedrag": bedrag, "tekst": zelfde.tekst(maat, n), "soort": soort})
            uit[-1]["kies"] = code(aanbieder=naam)
    anderen = [punt["bedrag"] for punt in uit if punt["soort"] == ANDEREN]
    if anderen:
        midden = median(anderen)
        uit.append({"naam": MEDIAAN, "bedrag": midden, "tekst": euro(midden), "soort": MEDIAAN})
    return [{"product": product} | punt for punt in uit]


@vorm
def _punten_naast_elkaar(titel: str) -> alt.TopLevelMixin:
    soorten = alt.Scale(domain=[EIGEN, ANDEREN, MEDIAAN], range=[KLEUR_NADRUK, KLEUR, GRIJS])
    as_product = alt.Axis(labelLimit=280, labelOverlap=False, grid=True)
    basis = alt.Chart(RIJEN).encode(
        y=alt.Y("product:N", sort=None, title=None, axis=as_product),
        x=alt.X("bedrag:Q", title=titel, axis=AS_EURO, scale=alt.Scale(zero=True)),
        color=alt.Color(
            "soort:N", scale=soorten, legend=alt.Legend(title=None, orient="bottom", symbolOpacity=1)
        ),
        tooltip=[
            alt.Tooltip("product:N"),
            alt.Tooltip("naam:N", title="aanbieder"),
            alt.Tooltip("tekst:N", title=titel),
        ],
    )
    van = {soort: basis.transform_filter(alt.datum.soort == soort) for soort in (ANDEREN, MEDIAAN, EIGEN)}
    return alt.layer(
        basis.mark_point(opacity=0, aria=False),
        van[ANDEREN].mark_circle(size=55, opacity=0.5, cursor="pointer"),
        van[MEDIAAN].mark_tick(thickness=3, height=22),
        van[EIGEN].mark_point(filled=True, shape="diamond", size=170, opacity=1),
    )
