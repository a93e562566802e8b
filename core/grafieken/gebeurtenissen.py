"""Events as thin labelled lines in every chart that runs over months or quarters: the one place that knows how.

The lines are laid over a finished chart, after its rows are dimmed or compared, and hold their own
rows; so no chart knows of them and no form has to be made anew when somebody writes an event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from core import referentie
from core.filters import Filter
from core.grafieken.basis import GRIJS, Grafiek
from core.onthulling import BeveiligdeTabel
from core.opmaak import kwartaal_kort, maand_iso
from core.opslag.gebeurtenissen import Gebeurtenis

_BREED, _LETTER = 250, 6.2
"""Pixels: the plot of a narrow chart, and a letter of a label. In a wider one labels only lie further apart."""
_RIJ = 14
"""Pixels between two rows of labels above the plot."""
_LANGSTE = 44
"""Letters of a label; what is cut off stands in the text beside the chart."""


def _als_datum(maand: int) -> str:
    return f"{maand_iso(maand)}-01T00:00:00"


def _als_kwartaal(maand: int) -> str:
    return kwartaal_kort(maand // 3)


_TIJD: dict[str, tuple[str, Callable[[int], str]]] = {
    "kosten_per_maand": ("datum", _als_datum),
    "lijn_per_maand": ("datum", _als_datum),
    "stand": ("datum", _als_datum),
    "stromen": ("datum", _als_datum),
    "terugblik": ("datum", _als_datum),
    "cumulatief": ("datum", _als_datum),
    "kpi_per_maand": ("datum", _als_datum),
    "kpi_per_kwartaal": ("kwartaal", _als_kwartaal),
    "signaal": ("kwartaal", _als_kwartaal),
    "wordt_18": ("kwartaal", _als_kwartaal),
}
"""By the name of the function in core.grafieken that drew the chart: the field of its time, and how a month reads
in it."""


def in_beeld(van: Grafiek, alle: Iterable[Gebeurtenis]) -> tuple[Gebeurtenis, ...]:
    """The events that lie in the time of a chart and are about its selection, by month.

    In a month those about just what is chosen come first. None in a chart without time.
    """
    tijd = _TIJD.get(van.recept.functie.__name__) if van.recept else None
    if tijd is None or not isinstance(van.van, BeveiligdeTabel):
        return ()
    veld, als = tijd
    plaatsen = {rij[veld] for rij in van.spec["data"]["values"]}
    f = van.van.herkomst.filter
    wel = [
        g for g in alle if plaatsen and min(plaatsen) <= als(g.maand) <= max(plaatsen) and _gaat_over(g, f)
    ]
    return tuple(sorted(wel, key=lambda g: (g.maand, not _gekozen(g, f))))


_OVER = ("segment", "product", "aanbieder")


def _gekozen(van: Gebeurtenis, f: Filter) -> bool:
    """Whether a filter chooses what an event is about."""
    return any(getattr(van, wat) and getattr(van, wat) in getattr(f, wat) for wat in _OVER)


def _gaat_over(van: Gebeurtenis, f: Filter) -> bool:
    """Whether an event may have to do with a selection: nothing else of its kind is chosen.

    What an aanbieder delivers is not known here: beside one that is chosen only its own events
    and those about everything, or about a segment or product that is chosen as well.
    """
    if any(
        getattr(van, wat) and getattr(f, wat) and getattr(van, wat) not in getattr(f, wat) for wat in _OVER
    ):
        return False
    if f.aanbieder and (van.segment or van.product) and not _gekozen(van, f):
        return False
    segmenten = {segment for segment, product in referentie.hulpsoorten() if product in f.product}
    return not (van.segment and segmenten and van.segment not in segmenten)


def met_lijnen(spec: dict[str, Any], van: Grafiek, welke: Sequence[Gebeurtenis]) -> dict[str, Any]:
    """The chart `van`, drawn as `spec`, with a line for each month of `welke` (what `in_beeld` gives)."""
    if not welke or van.recept is None:
        return spec
    veld, als = _TIJD[van.recept.functie.__name__]
    lagen = spec.get("layer") or [{"mark": spec["mark"], "encoding": spec["encoding"]}]
    assen = (laag.get("encoding", {}).get("x", {}) for laag in lagen)
    as_ = next(x for x in assen if x.get("field") == veld)
    x = {k: w for k, w in as_.items() if k != "bandPosition"} | {"bandPosition": 0}
    tijden = sorted({rij[veld] for rij in van.spec["data"]["values"]})
    rijen = _rijen(welke, veld, als, tijden)
    heel = {k: w for k, w in spec.items() if k not in ("mark", "encoding")}
    hoog = {"height": spec["height"] + _RIJ * len(rijen)} if isinstance(spec.get("height"), int) else {}
    erbij = [laag for n, rij in enumerate(rijen) for laag in _lagen(rij, n, x)]
    return heel | hoog | {"layer": [*lagen, *erbij]}


def _rijen(
    welke: Sequence[Gebeurtenis], veld: str, als: Callable[[int], str], tijden: list[str]
) -> list[list[dict[str, Any]]]:
    """The lines, a list for each row of labels: those in one row do not touch each other."""
    per_plek: dict[str, list[Gebeurtenis]] = {}
    for g in welke:
        per_plek.setdefault(als(g.maand), []).append(g)
    rijen: list[list[dict[str, Any]]] = []
    bezet: list[float] = []
    for plek, samen in sorted(per_plek.items()):
        tekst = _label([g.titel for g in samen])
        begin = _BREED * sum(tijd < plek for tijd in tijden) / max(len(tijden), 1)
        links = begin + _LETTER * len(tekst) <= _BREED or begin < _BREED / 2
        van = begin if links else begin - _LETTER * len(tekst)
        rij = next((n for n, einde in enumerate(bezet) if einde < van), len(bezet))
        if rij == len(bezet):
            bezet.append(0.0)
            rijen.append([])
        bezet[rij] = van + _LETTER * (len(tekst) + 2)
        lijn = {veld: plek, "label": tekst, "links": links, "tip": "; ".join(map(str, samen))}
        rijen[rij].append(lijn)
    return rijen


def _label(titels: list[str]) -> str:
    """The titles of one place in so few letters that they stay readable: the first, and how many more."""
    meer = f" (+{len(titels) - 1})" if titels[1:] else ""
    ruimte = _LANGSTE - len(meer)
    eerste = titels[0] if len(titels[0]) <= ruimte else f"{titels[0][: ruimte - 1].rstrip()}…"
    return eerste + meer


def _lagen(rij: list[dict[str, Any]], nummer: int, x: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines of one row of labels, and the labels to the right and to the left of their line.

    A line stands in the plot and beside its own label, not in the rows between: there it would run
    through the labels of others.
    """
    onder = -_RIJ * nummer - 3
    tip = [{"field": "tip", "type": "nominal", "title": "gebeurtenis"}]
    streep: dict[str, Any] = {"type": "rule", "color": GRIJS, "strokeWidth": 1, "aria": False}

    def laag(mark: dict[str, Any], van: Any, **meer: Any) -> dict[str, Any]:
        return {
            "data": {"values": rij},
            "mark": mark,
            "encoding": {"x": x, "y": {"value": van}, "tooltip": tip} | meer,
        }

    lagen = [
        laag(streep | {"strokeDash": [3, 3]}, 0, y2={"value": "height"}),
        laag(streep, onder - _RIJ + 3, y2={"value": onder}),
    ]
    for links in (True, False):
        if deel := [r for r in rij if r["links"] == links]:
            kant = {"align": "left", "dx": 3} if links else {"align": "right", "dx": -3}
            letters = {"type": "text", "baseline": "bottom", "aria": False} | kant
            tekst = laag(letters, onder + 1, text={"field": "label", "type": "nominal"})
            lagen.append(tekst | {"data": {"values": deel}})
    return lagen


def in_woorden(welke: Sequence[Gebeurtenis]) -> str:
    """The events of a chart as one sentence; empty without any."""
    return f"Gebeurtenissen: {'; '.join(map(str, welke))}." if welke else ""


def met_gebeurtenissen(van: Grafiek, alle: Iterable[Gebeurtenis]) -> Grafiek:
    """The same chart for a file: with its lines, and their text beside it."""
    if not (welke := in_beeld(van, alle)):
        return van
    woorden = in_woorden(welke)
    uit = replace(
        van, spec=met_lijnen(van.spec, van, welke), alt=f"{van.alt} {woorden}", gebeurtenissen=woorden
    )
    object.__setattr__(uit, "recept", van.recept)  # still that figure, for who reads its series
    return uit
