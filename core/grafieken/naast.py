"""A chart with the same figure of another selection in it: a mark over each bar, a second line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from core.grafieken.aanbieders import EIGEN
from core.grafieken.basis import KLEUR_NADRUK, Grafiek, gevuld
from core.grafieken.kosten import VERWACHT
from core.kruisfilter import PERIODE, lees
from core.opmaak import euro

STREEP, LIJN, RUIT = "Oranje streep", "Oranje onderbroken lijn", "Open oranje ruit"
ONDERBROKEN = "Onderbroken lijn"
"""How a second value is drawn; ONDERBROKEN is a line per area, in its own colour."""


@dataclass(frozen=True)
class _Vorm:
    """Where in the rows of a chart its values stand, and how a second value is drawn.

    `sleutel` are the fields that a row is known by, `as_` the axis (x or y) of its values. Without
    a `tekst` several rows of one key add up, as they are stacked. `kolommen` of the table that the
    chart was made of (key, value) are read where the chart draws the first rows only. `laag` is the
    layer in whose places the mark is drawn, `alleen` (field, value) the only rows that get one, `vast`
    what the rows are of beside what they say in `kies`; `verder`: keys that only the other has count too.
    """

    sleutel: tuple[str, ...]
    waarde: str
    tekst: str
    teken: str
    as_: str
    kolommen: tuple[str, ...] = ()
    laag: int = 0
    alleen: tuple[str, Any] | None = None
    vast: frozenset[str] = frozenset()
    verder: bool = False


_VORMEN: dict[str, _Vorm] = {
    "staven": _Vorm(("naam",), "waarde", "tekst", STREEP, "x"),
    "top_aanbieders": _Vorm(("naam",), "kosten", "tekst", STREEP, "x", ("aanbieder", "kosten")),
    "per_jaar": _Vorm(("label",), "aantal", "tekst", STREEP, "y"),
    "leeftijd_geslacht": _Vorm(("leeftijd", "wie"), "aantal", "tekst", STREEP, "y"),
    "lijn_per_maand": _Vorm(("datum",), "waarde", "tekst", LIJN, "y"),
    "stromen": _Vorm(("datum", "soort"), "aantal", "tekst", STREEP, "y"),
    "stand": _Vorm(("datum",), "aantal", "tekst", LIJN, "y"),
    "kosten_per_maand": _Vorm(("datum",), "kosten", "", LIJN, "y"),
    "concentratie": _Vorm(("rang",), "cumulatief", "tekst", LIJN, "y", verder=True),
    "naast_anderen": _Vorm(("product", "naam"), "bedrag", "tekst", STREEP, "x", alleen=("soort", EIGEN)),
    "trechter": _Vorm(("naam",), "index", "indextekst", STREEP, "y", laag=5),
    "aandelen": _Vorm(("segment",), "aandeel", "hier", RUIT, "x"),
    "gebruik_per_jaar": _Vorm(
        ("jaar", "gebied"),
        "per_1000",
        "tekst",
        ONDERBROKEN,
        "y",
        alleen=("onvolledig", False),
        vast=PERIODE | {"wijk", "buurt"},
    ),  # fmt: skip
}
"""By the name of the function in core.grafieken that drew the chart; others show one selection."""


def eigen(van: Grafiek) -> set[str]:
    """The dimensions that the rows of a chart are of: another selection sets them aside in it."""
    vorm = _vorm_van(van)
    codes = {rij.get("kies") for rij in van.spec["data"]["values"]} - {None}
    return {naam for code in codes for naam, _ in lees(code)} | (vorm.vast if vorm else set())


def teken(van: Grafiek) -> str:
    """What a second selection looks like in a chart, in words; empty where there is no way to draw it."""
    vorm = _vorm_van(van)
    return vorm.teken if vorm else ""


def _vorm_van(van: Grafiek) -> _Vorm | None:
    return _VORMEN.get(van.recept.functie.__name__) if van.recept else None


def met_naast(spec: dict[str, Any], van: Grafiek, ander: Grafiek | None) -> dict[str, Any]:
    """The chart `van`, drawn as `spec`, with the values of `ander`: the same figure of another selection.

    As it is where there is no other, or no way to draw both.
    """
    vorm = _vorm_van(van)
    if vorm is None or ander is None:
        return spec
    erbij = _waarden(vorm, _rijen(vorm, ander))
    rijen, gezien = [], set()
    for rij in spec["data"]["values"]:
        sleutel = _sleutel(vorm, rij)
        waarde, tekst = erbij.get(sleutel, (None, "–")) if _telt(vorm, rij) else (None, "–")
        eerste = sleutel not in gezien  # one mark for all that is stacked
        rijen.append(rij | {"naast": waarde if eerste else None, "naasttekst": tekst})
        gezien.add(sleutel)
    if vorm.verder:
        over = {sleutel: wat for sleutel, wat in erbij.items() if sleutel not in gezien}
        rijen += [
            dict(zip(vorm.sleutel, sleutel, strict=True)) | {"naast": waarde, "naasttekst": tekst}
            for sleutel, (waarde, tekst) in over.items()
        ]
    lagen = [_met_tip(laag) for laag in spec.get("layer") or [_laag_van(spec)]]
    heel = {k: w for k, w in spec.items() if k not in ("mark", "encoding")}
    return gevuld(heel, rijen, layer=[*lagen, _teken(vorm, lagen[vorm.laag])])


def _sleutel(vorm: _Vorm, rij: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(rij.get(veld) for veld in vorm.sleutel)


def _telt(vorm: _Vorm, rij: dict[str, Any]) -> bool:
    return vorm.alleen is None or rij.get(vorm.alleen[0]) == vorm.alleen[1]


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
        if vorm.waarde in rij:  # what only frames the chart has no value
            per_sleutel.setdefault(_sleutel(vorm, rij), []).append(rij)
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
    houd = ("x", "y", "xOffset", "tooltip", *(("color",) if vorm.teken == ONDERBROKEN else ()))
    encoding = {k: w for k, w in laag["encoding"].items() if k in houd}
    as_ = {k: w for k, w in encoding.get(vorm.as_, {}).items() if k in ("axis", "scale", "title")}
    encoding[vorm.as_] = as_ | {"field": "naast", "type": "quantitative"}
    return {"mark": {"opacity": 1, "aria": False} | _MERKEN[vorm.teken](vorm.as_), "encoding": encoding}


_MERKEN: dict[str, Callable[[str], dict[str, Any]]] = {
    LIJN: lambda as_: {"type": "line", "strokeWidth": 2, "strokeDash": [5, 3], "color": KLEUR_NADRUK},
    ONDERBROKEN: lambda as_: {"type": "line", "strokeWidth": 2, "strokeDash": [5, 3]},
    RUIT: lambda as_: {
        "type": "point", "shape": "diamond", "size": 110, "strokeWidth": 2.5, "filled": False, "color": KLEUR_NADRUK,
    },
    STREEP: lambda as_: {
        "type": "tick", "thickness": 3, "color": KLEUR_NADRUK, "orient": "vertical" if as_ == "x" else "horizontal",
    },
}  # fmt: skip
