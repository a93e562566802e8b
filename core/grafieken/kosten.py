"""Charts of cost per month."""

from __future__ import annotations

import math
from typing import Any

from core.grafieken.basis import (
    AS_EURO,
    GRIJS,
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
VERWACHT = "verwacht"
"""The status of what is no cost yet."""
NOG = "nog te declareren, met marge"
KLEUR_NOG = "#C9D0D5"
NOG_MINSTE_DEEL = 0.005
"""A smaller part of a month that is still to come is not drawn: nobody would see it."""
KLEIN_DEEL = 0.04
"""A segment below this part of all costs is drawn within `overige segmenten`."""


@onthoud
def kosten_per_maand(van: BeveiligdeTabel) -> Grafiek:
    """Cost per month stacked by segment; voorlopige months lighter, small segments as one.

    Of a table that holds it (`naijl`) what is still expected is the top of the stack, with its margin.
    """
    bedragen, voorlopig = _samengevat(van)
    namen = [s for s in SEGMENTKLEUR if s in {s for _, s in bedragen}]
    namen += sorted({s for _, s in bedragen} - set(namen))
    rijen = [
        _rij(maand, segment, namen.index(segment))
        | {
            "kosten": kosten,
            "bedrag": VERBORGEN if kosten is None else euro(kosten),
            "voorlopig": voorlopig[maand, segment],
            "status": "voorlopig" if voorlopig[maand, segment] else "volledig",
        }
        for (maand, segment), kosten in bedragen.items()
    ]
    nog = _nog(van, len(namen)) if "nog_te_declareren" in {k.naam for k in van.kolommen} else []
    aantal = len({maand for maand, _ in bedragen})
    tekst = f"Kosten per maand, gestapeld naar segment, {geteld(aantal, 'maand', 'maanden')}"
    tekst += f"; bij {len(nog)} daarvan staat erboven wat nog gedeclareerd wordt." if nog else "."
    return Grafiek(gevuld(_met_kleuren(_gestapeld(), namen + [NOG] * bool(nog)), rijen + nog), van, tekst)


def _rij(maand: str, segment: str, volgorde: int) -> dict[str, Any]:
    return {
        "datum": f"{maand}-01T00:00:00",
        "maandnaam": maand_lang(maand_uit_iso(maand)),
        "segment": segment,
        "volgorde": volgorde,
        "kies": maandcode(maand),
    }


def _nog(van: BeveiligdeTabel, volgorde: int) -> list[dict[str, Any]]:
    """What is still expected of each month, with the margin in which the month should end."""
    maten = ("kosten", "nog_te_declareren", "eindstand", "eindstand_hoog")
    per_maand: dict[str, list[tuple[float, ...]]] = {}
    for n in range(len(van)):
        cellen = tuple(van.cel(maat, n) for maat in maten)
        if None not in cellen:
            per_maand.setdefault(van.cel("maand", n), []).append(cellen)
    uit = []
    for maand, rijen in per_maand.items():
        kosten, nog, eind = (sum(c[plek] for c in rijen) for plek in range(3))
        # Segments err apart from each other.
        marge = math.sqrt(sum((hoog - einde) ** 2 for *_, einde, hoog in rijen))
        if nog <= NOG_MINSTE_DEEL * kosten or nog <= 0:
            continue
        rij = _rij(maand, NOG, volgorde) | {"kosten": nog, "voorlopig": False, "status": VERWACHT}
        rij |= {"laag": eind - marge, "hoog": eind + marge}
        tekst = f"{euro(nog)}; eindstand {euro(eind)}, tussen {euro(eind - marge)} en {euro(eind + marge)}"
        uit.append(rij | {"bedrag": tekst})
    return uit


_Vakken = dict[tuple[str, str], float | None]


def _samengevat(van: BeveiligdeTabel) -> tuple[_Vakken, dict[tuple[str, str], bool]]:
    """The shown amounts per month and segment, the small segments added together; None where all is hidden.

    And which of them are voorlopig: small ones together when any is.
    """
    cellen = [(van.cel("maand", n), van.cel("segment", n), van.cel("kosten", n)) for n in range(len(van))]
    totaal: dict[str, float] = {}
    for _, segment, kosten in cellen:
        totaal[segment] = totaal.get(segment, 0.0) + (kosten or 0.0)
    grens = KLEIN_DEEL * sum(totaal.values())
    uit: _Vakken = {}
    voorlopig: dict[tuple[str, str], bool] = {}
    for n, (maand, segment, kosten) in enumerate(cellen):
        sleutel = (maand, segment if totaal[segment] >= grens else OVERIG)
        voorlopig[sleutel] = voorlopig.get(sleutel, False) or van.cel("voorlopig", n)
        if kosten is None:
            uit.setdefault(sleutel, None)
        else:
            uit[sleutel] = (uit.get(sleutel) or 0.0) + kosten
    return uit, voorlopig


def _met_kleuren(spec: dict[str, Any], namen: list[str]) -> dict[str, Any]:
    """The form with a colour per segment: which are drawn differs with every filter."""
    kleuren = SEGMENTKLEUR | {NOG: KLEUR_NOG}
    schaal = {"domain": namen, "range": [kleuren.get(s, "#777777") for s in namen]}
    balken, *marges = spec["layer"]
    encoding = balken["encoding"]
    gekleurd = balken | {"encoding": encoding | {"color": encoding["color"] | {"scale": schaal}}}
    return spec | {"layer": [gekleurd, *marges]}


_VERWACHT = f"datum.status == '{VERWACHT}'"


@vorm
def _gestapeld() -> alt.TopLevelMixin:
    as_maand: dict[str, Any] = {"format": "%b %Y", "labelAngle": 0, "labelOverlap": True}
    basis = alt.Chart(RIJEN).encode(
        x=alt.X("yearmonth(datum):T", bandPosition=0, title=None, axis=alt.Axis(**as_maand))
    )
    balken = basis.mark_bar(cursor="pointer").encode(
        y=alt.Y("kosten:Q", title="kosten", stack="zero", axis=AS_EURO),
        color=alt.Color("segment:N", legend=alt.Legend(title=None, orient="bottom", columns=2, labelLimit=260)),
        opacity=helder("datum.voorlopig"),
        fillOpacity={"condition": {"test": _VERWACHT, "value": 0.4}, "value": 1},
        stroke={"condition": {"test": _VERWACHT, "value": GRIJS}, "value": None},
        strokeDash=alt.value([3, 2]),
        tooltip=[alt.Tooltip("maandnaam:N", title="maand"), alt.Tooltip("segment:N"), alt.Tooltip("bedrag:N", title="kosten"), alt.Tooltip("status:N", title="stand")],
        order=alt.Order("volgorde:Q"),
    )  # fmt: skip
    # A tick at either end, for a thin line alone is hard to see.
    marge = basis.transform_filter("isValid(datum.hoog)").encode(y=alt.Y("laag:Q", title="kosten"))
    return alt.layer(
        balken,
        marge.mark_rule(color=GRIJS, strokeWidth=1.5, aria=False).encode(y2="hoog:Q"),
        marge.mark_tick(color=GRIJS, thickness=1.5, width=7, orient="horizontal", aria=False),
        marge.mark_tick(color=GRIJS, thickness=1.5, width=7, orient="horizontal", aria=False).encode(
            y="hoog:Q"
        ),
    ).properties(height=320)
