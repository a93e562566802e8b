"""A chart with the same figure of another selection in it: a mark over each bar, a second line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from core.grafieken.basis import KLEUR_NADRUK, Grafiek, gevuld
from core.grafieken.kosten import VERWACHT
from core.opmaak import euro

STREEP, LIJN = "streep", "lijn"


@dataclass(frozen=True)
class _Vorm:
    """Where in the rows of a chart its values stand, and how a second value is drawn.

    `sleutel` are the fields that a row is known by, `as_` the axis (x or y) of its values. Without
    a `tekst` several rows of one key add up, as they are stacked. `kolommen` of the table that the
    chart was made of (key, value) are read where the chart draws the first rows only.
    """

    sleutel: tuple[str, ...]
    waarde: str
    tekst: str
    teken: str
    as_: str
    kolommen: tuple[str, ...] = ()


_VORMEN: dict[str, _Vorm] = {
    "staven": _Vorm(("naam",), "waarde", "tekst", STREEP, "x"),
    "top_aanbieders": _Vorm(("naam",), "kosten", "tekst", STREEP, "x", ("aanbieder", "kosten")),
    "per_jaar": _Vorm(("label",), "aantal", "tekst", STREEP, "y"),
    "leeftijd_geslacht": _Vorm(("leeftijd", "wie"), "aantal", "tekst", STREEP, "y"),
    "lijn_per_maand": _Vorm(("datum",), "waarde", "tekst", LIJN, "y"),
    "stromen": _Vorm(("datum", "soort"), "aantal", "tekst", STREEP, "y"),
    "stand": _Vorm(("datum",), "aantal", "tekst", LIJN, "y"),
    "kosten_per_maand": _Vorm(("datum",), "kosten", "", LIJN, "y"),
}
"""By the name of the function in core.grafieken that drew the chart; others show one selection."""


def met_naast(spec: dict[str, Any], van: Grafiek, ander: Grafiek | None) -> dict[str, Any]:
    """The chart `van`, drawn as `spec`, with the values of `ander`: the same figure of another selection.

    As it is where there is no other, or no way to draw both.
    """
    vorm = _VORMEN.get(van.recept.functie.__name__) if van.recept else None
    if vorm is None or ander is None:
        return spec
    erbij = _waarden(vorm, _rijen(vorm, ander))
    rijen, gezien = [], set()
    for rij in spec["data"]["values"]:
        sleutel = tuple(rij[veld] for veld in vorm.sleutel)
        waarde, tekst = erbij.get(sleutel, (None, "–"))
        eerste = sleutel not in gezien  # one mark for all that is stacked
        rijen.append(rij | {"naast": waarde if eerste else None, "naasttekst": tekst})
        gezien.add(sleutel)
    lagen = [_met_tip(laag) for laag in spec.get("layer") or [_laag_van(spec)]]
    heel = {k: w for k, w in spec.items() if k not in ("mark", "encoding")}
    return gevuld(heel, rijen, layer=[*lagen, _teken(vorm, lagen[0])])


def _rijen(vorm: _Vorm, ander: Grafiek) -> list[dict[str, Any]]:
    if not vorm.kolommen or ander.recept is None:
        # What is expected yet is no part of what is compared.
        return [rij for rij in ander.spec["data"]["values"] if rij.get("status") != VERWACHT]
    heel, (naam, maat) = ander.recept.args[0], vorm.kolommen
    return [
        {vorm.sleutel[0]: heel.cel(naam, n), vorm.waarde: heel.cel(maat, n), vorm.tekst: heel.tekst(maat, n)}
        for n in range(len(heel))
    ]


def _waarden(vorm: _Vorm, rijen: Iterable[dict[str, Any]]) -> dict[tuple[Any, ...], tuple[float | None, str]]:
    """Per key the value and its text; a sum with a hidden part is hidden itself."""
    per_sleutel: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for rij in rijen:
        per_sleutel.setdefault(tuple(rij[veld] for veld in vorm.sleutel), []).append(rij)
    uit: dict[tuple[Any, ...], tuple[float | None, str]] = {}
    for sleutel, delen in per_sleutel.items():
        waarden = [deel[vorm.waarde] for deel in delen]
        samen = None if None in waarden else sum(waarden)
        uit[sleutel] = (
            samen,
            delen[0][vorm.tekst] if vorm.tekst else "verborgen" if samen is None else euro(samen),
        )
    return uit


def _laag_van(spec: dict[str, Any]) -> dict[str, Any]:
    return {"mark": spec["mark"], "encoding": spec["encoding"]}


def _met_tip(laag: dict[str, Any]) -> dict[str, Any]:
    encoding = laag.get("encoding", {})
    if "tooltip" not in encoding:
        return laag
    tip = [*encoding["tooltip"], {"field": "naasttekst", "type": "nominal", "title": "vergeleken met"}]
    return laag | {"encoding": encoding | {"tooltip": tip}}


def _teken(vorm: _Vorm, laag: dict[str, Any]) -> dict[str, Any]:
    """The mark of the other selection, in the places of a layer that is there already."""
    houd = ("x", "y", "xOffset", "tooltip")
    encoding = {k: w for k, w in laag["encoding"].items() if k in houd}
    eigen = {k: w for k, w in encoding.get(vorm.as_, {}).items() if k in ("axis", "scale", "title")}
    encoding[vorm.as_] = eigen | {"field": "naast", "type": "quantitative"}
    mark: dict[str, Any] = {"color": KLEUR_NADRUK, "opacity": 1, "aria": False}
    if vorm.teken == LIJN:
        mark |= {"type": "line", "strokeWidth": 2, "strokeDash": [5, 3]}
    else:
        mark |= {"type": "tick", "thickness": 3, "orient": "vertical" if vorm.as_ == "x" else "horizontal"}
    return {"mark": mark, "encoding": encoding}
