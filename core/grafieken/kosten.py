"""Charts of cost per month."""

from __future__ import annotations

from typing import Any

from core.grafieken.basis import (
    AS_EURO,
    RIJEN,
    SEGMENTKLEUR,
    Grafiek,
    gevuld,
    helder,
    maandcode,
    onthoud,
    vorm,
)
from core.grafieken.vormbewaring import alt
from core.onthulling import VERBORGEN, BeveiligdeTabel
from core.opmaak import euro, geteld, maand_lang, maand_uit_iso

OVERIG = "overige segmenten"
KLEIN_DEEL = 0.04
"""A segment below this part of all costs is drawn within `overige segmenten`."""


@onthoud
def kosten_per_maand(van: BeveiligdeTabel) -> Grafiek:
    """Cost per month stacked by segment; voorlopige months lighter, small segments as one."""
    bedragen = _samengevat(van)
    namen = [s for s in SEGMENTKLEUR if s in {s for _, s in bedragen}]
    namen += sorted({s for _, s in bedragen} - set(namen))
    voorlopig = {van.cel("maand", n): van.cel("voorlopig", n) for n in range(len(van))}
    rijen = [
        {
            "datum": f"{maand}-01T00:00:00",
            "maandnaam": maand_lang(maand_uit_iso(maand)),
            "segment": segment,
            "volgorde": namen.index(segment),
            "kosten": kosten,
            "bedrag": VERBORGEN if kosten is None else euro(kosten),
            "voorlopig": voorlopig[maand],
            "status": "voorlopig" if voorlopig[maand] else "volledig",
            "kies": maandcode(maand),
        }
        for (maand, segment), kosten in bedragen.items()
    ]
    tekst = f"Kosten per maand, gestapeld naar segment, {geteld(len(voorlopig), 'maand', 'maanden')}."
    return Grafiek(gevuld(_met_kleuren(_gestapeld(), namen), rijen), van, tekst)


def _samengevat(van: BeveiligdeTabel) -> dict[tuple[str, str], float | None]:
    """The shown amounts per month and segment, the small segments added together; None where all is hidden."""
    cellen = [(van.cel("maand", n), van.cel("segment", n), van.cel("kosten", n)) for n in range(len(van))]
    totaal: dict[str, float] = {}
    for _, segment, kosten in cellen:
        totaal[segment] = totaal.get(segment, 0.0) + (kosten or 0.0)
    grens = KLEIN_DEEL * sum(totaal.values())
    uit: dict[tuple[str, str], float | None] = {}
    for maand, segment, kosten in cellen:
        sleutel = (maand, segment if totaal[segment] >= grens else OVERIG)
        if kosten is None:
            uit.setdefault(sleutel, None)
        else:
            uit[sleutel] = (uit.get(sleutel) or 0.0) + kosten
    return uit


def _met_kleuren(spec: dict[str, Any], namen: list[str]) -> dict[str, Any]:
    """The form with a colour per segment: which are drawn differs with every filter."""
    schaal = {"domain": namen, "range": [SEGMENTKLEUR.get(s, "#777777") for s in namen]}
    encoding = spec["encoding"]
    return spec | {"encoding": encoding | {"color": encoding["color"] | {"scale": schaal}}}


@vorm
def _gestapeld() -> alt.Chart:
    as_maand: dict[str, Any] = {"format": "%b %Y", "labelAngle": 0, "labelOverlap": True}
    return (
        alt.Chart(RIJEN)
        .mark_bar(cursor="pointer")
        .encode(
            x=alt.X("yearmonth(datum):T", bandPosition=0, title=None, axis=alt.Axis(**as_maand)),
            y=alt.Y("kosten:Q", title="kosten", stack="zero", axis=AS_EURO),
            color=alt.Color("segment:N", legend=alt.Legend(title=None, orient="bottom", columns=2, labelLimit=240)),
            opacity=helder("datum.voorlopig"),
            tooltip=[alt.Tooltip("maandnaam:N", title="maand"), alt.Tooltip("segment:N"), alt.Tooltip("bedrag:N", title="kosten"), alt.Tooltip("status:N", title="stand")],
            order=alt.Order("volgorde:Q"),
        )
        .properties(height=320)
    )  # fmt: skip
