"""The charts of a year against its budget: added up by month, and step by step."""

from __future__ import annotations

from typing import Any

from core.grafieken.basis import (
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
from core.grafieken.brug import watervalvorm
from core.grafieken.vormbewaring import alt
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro_kort, maand_lang, maand_uit_iso
from core.prognose.waterval import DAARNAAST, DEEL

GEDECLAREERD, VERWACHT, BEGROTING = "gedeclareerd", "prognose, met marge", "begroting"
_LIJNEN = {
    "begroting_cumulatief": BEGROTING,
    "prognose_cumulatief": VERWACHT,
    "gedeclareerd_cumulatief": GEDECLAREERD,
}


@onthoud
def cumulatief(van: BeveiligdeTabel) -> Grafiek:
    """The year up to and including each month (table *prognose-per-maand*)."""
    rijen: list[dict[str, Any]] = []
    for n in range(len(van)):
        maand = van.cel("maand", n)
        vast = {"datum": f"{maand}-01T00:00:00", "maandnaam": maand_lang(maand_uit_iso(maand))}
        for maat, wat in _LIJNEN.items():
            if van.cel(maat, n) is None:
                continue
            rij = vast | {"wat": wat, "bedrag": van.cel(maat, n), "tekst": van.tekst(maat, n)}
            if wat == VERWACHT:
                rij |= {"laag": van.cel("laag", n), "hoog": van.cel("hoog", n)}
                rij["tekst"] += f", tussen {van.tekst('laag', n)} en {van.tekst('hoog', n)}"
            rijen.append(rij)
    einde = next((r["tekst"] for r in reversed(rijen) if r["wat"] == VERWACHT), "onbekend")
    tekst = f"Kosten van het jaar opgeteld per maand, naast de begroting; prognose van het hele jaar {einde}."
    return Grafiek(gevuld(_cumulatief(), rijen), van, tekst)


@vorm
def _cumulatief() -> alt.TopLevelMixin:
    # Without an interval ticks divide the padded width evenly, and fall beside the months.
    as_ = alt.Axis(
        format="%b %Y", labelAngle=0, labelOverlap=True, tickCount={"interval": "month", "step": 1}
    )
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("datum:T", title=None, scale=alt.Scale(padding=16), axis=as_),
        tooltip=[alt.Tooltip("maandnaam:N", title="t/m"), alt.Tooltip("wat:N", title="lijn"), alt.Tooltip("tekst:N", title="bedrag")],
    )  # fmt: skip
    kleur = alt.Scale(domain=[VERWACHT, GEDECLAREERD, BEGROTING], range=[KLEUR, KLEUR_NADRUK, GRIJS])
    streep = alt.Scale(domain=[VERWACHT, GEDECLAREERD, BEGROTING], range=[[1, 0], [1, 0], [6, 4]])
    marge = basis.transform_filter("isValid(datum.hoog)").mark_area(color=KLEUR, opacity=0.2, aria=False)
    lijnen = basis.mark_line(point=True, strokeWidth=2.5).encode(
        y=alt.Y("bedrag:Q", title="opgeteld sinds januari", axis=AS_EURO),
        color=alt.Color(
            "wat:N", scale=kleur, legend=alt.Legend(title=None, orient="top", symbolType="stroke")
        ),
        strokeDash=alt.StrokeDash("wat:N", scale=streep, legend=None),
    )
    return alt.layer(
        marge.encode(y=alt.Y("laag:Q", title="opgeteld sinds januari", axis=AS_EURO), y2="hoog:Q"), lijnen
    ).properties(height=320)


@onthoud
def naar_prognose(van: BeveiligdeTabel) -> Grafiek:
    """From the budget to the forecast (table *prognose-waterval*): a bar for each whole, between them the steps."""
    rijen: list[dict[str, Any]] = []
    stand = 0.0
    for n in range(len(van)):
        bedrag, soort = van.cel("bedrag", n), van.cel("soort", n)
        if bedrag is None or soort == DAARNAAST:
            continue
        begin = stand if soort == DEEL else bedrag
        stand = begin + bedrag if soort == DEEL else bedrag
        teken = "+" if soort == DEEL and bedrag > 0 else ""
        rijen.append(
            {
                "naam": van.cel("onderdeel", n),
                "soort": "stap" if soort == DEEL else "heel",
                "van": min(begin, stand),
                "tot": max(begin, stand),
                "tekst": f"{teken}{euro_kort(round(bedrag, -3))}",
            }  # fmt: skip
        )
    tekst = "; ".join(f"{r['naam']}: {r['tekst']}" for r in rijen) + "."
    if not rijen:
        return Grafiek(gevuld(watervalvorm("kosten", True), []), van, "Geen bedrag te tekenen.")
    laag, hoog = min(r["van"] for r in rijen), max(r["tot"] for r in rijen)
    begin = laag - 0.25 * max(hoog - laag, 0.02 * abs(hoog))
    rijen = [r | {"van": begin} if r["soort"] == "heel" else r for r in rijen]
    return Grafiek(gevuld(watervalvorm("kosten", True), rijen, height=40 + 34 * len(rijen)), van, tekst)
