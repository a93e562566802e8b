"""The layers of the map for deck.gl, drawn from names, texts and colours: no number comes here."""

from __future__ import annotations

import json
import math
from collections.abc import Collection
from dataclasses import dataclass

import pydeck
from pydeck.bindings.json_tools import default_serialize
from pydeck.types import String

from core.grafieken.grenzen import Vlak, kader

Kleur = tuple[int, ...]

HOOGTE = 560
"""Pixels; the zoom is chosen so that the whole municipality fits in it."""
KLIKLAAG = "buurten"
"""The layer whose objects are picked; they carry `naam`."""
TIP = {
    "html": "<b>{naam}</b><br/>{wijk}<br/>{tekst}",
    "style": {
        "backgroundColor": "#1b2733", "color": "#ffffff", "fontFamily": "sans-serif", "fontSize": "13px",
        "lineHeight": "1.5", "borderRadius": "6px", "padding": "8px 12px", "whiteSpace": "pre-line",
    },
}  # fmt: skip
"""What hovering shows: the fields of one object of KLIKLAAG."""
_LETTER = 6.4
"""Pixels that a letter of a name takes on average."""
_LIJN = (120, 130, 138)
LETTER_OP_NIETS: Kleur = (122, 132, 140)
"""A name where there is no colour, or hardly any, between it and the background of either theme."""
_DOF = 60
"""The opacity (0-255) of a buurt beside those that are chosen."""
_NADRUK = (209, 96, 61)


@dataclass(frozen=True)
class Plek:
    """One buurt as it is drawn: what hovering says, its colour and that of the name on it."""

    vlak: Vlak
    tekst: str
    kleur: Kleur
    letter: Kleur
    gearceerd: bool = False


def deck(plekken: list[Plek], gekozen: Collection[str] = (), hoogte: int = HOOGTE) -> str:
    """The whole map as deck.gl's JSON, to be drawn `hoogte` pixels high.

    The buurten in `gekozen` (names) are outlined and all others faint, if any is chosen.
    """
    (west, zuid), (oost, noord) = kader()
    # What pydeck.Deck would write; making one searches the disk for notebook extras, five times.
    uit = {
        "layers": [
            _vulling(plekken, gekozen),
            _strepen(plekken),
            _rand(plekken, gekozen),
            _namen(plekken, gekozen, hoogte),
            _klikbaar(plekken),
        ],
        # The wheel scrolls the page, also when the pointer is on the map.
        "views": [pydeck.View("MapView", controller={"scrollZoom": False, "dragRotate": False})],
        "initialViewState": pydeck.ViewState(
            longitude=(west + oost) / 2, latitude=(zuid + noord) / 2, zoom=_zoom(hoogte), min_zoom=9, max_zoom=15
        ),
        # The name of no style: a map without one would get a style of Streamlit's, with tiles.
        "mapStyle": "__MAP_STYLE__",
    }  # fmt: skip
    return json.dumps(uit, default=default_serialize)


def _zoom(hoogte: int) -> float:
    (_, zuid), (_, noord) = kader()
    hoog = (noord - zuid) / math.cos(math.radians(zuid))
    return round(math.log2((hoogte - 24) * 360 / (512 * hoog)), 2)


def _vulling(plekken: list[Plek], gekozen: Collection[str]) -> pydeck.Layer:
    rijen = [{"vorm": p.vlak.vorm, "kleur": _kleur(p, gekozen)} for p in plekken]
    return pydeck.Layer(
        "PolygonLayer", rijen, id="vlakken", get_polygon="vorm", get_line_color=_LIJN,
        line_width_min_pixels=1, line_width_max_pixels=1,
        # On the sublayer: Streamlit fades a get_fill_color of all that is not clicked.
        _subLayerProps={"fill": {"getFillColor": "@@=kleur"}},
    )  # fmt: skip


def _is_dof(van: Plek, gekozen: Collection[str]) -> bool:
    return bool(gekozen) and van.vlak.naam not in gekozen


def _kleur(van: Plek, gekozen: Collection[str]) -> Kleur:
    dof = _is_dof(van, gekozen) and len(van.kleur) == 3  # with a fourth part it has no colour at all
    return (*van.kleur, _DOF) if dof else van.kleur


def _strepen(plekken: list[Plek]) -> pydeck.Layer:
    rijen = [{"a": a, "b": b} for p in plekken if p.gearceerd for a, b in p.vlak.arcering]
    # Black by default, seen through: a colour of its own would fade after a click as well.
    return pydeck.Layer(
        "LineLayer", rijen, id="arcering", get_source_position="a", get_target_position="b", opacity=0.1
    )


def _rand(plekken: list[Plek], gekozen: Collection[str]) -> pydeck.Layer:
    rijen = [{"vorm": p.vlak.vorm} for p in plekken if p.vlak.naam in gekozen]
    return pydeck.Layer(
        "PolygonLayer", rijen, id="gekozen", get_polygon="vorm", filled=False, get_line_color=_NADRUK,
        line_width_min_pixels=4, line_width_max_pixels=4,
    )  # fmt: skip


def _namen(plekken: list[Plek], gekozen: Collection[str], hoogte: int) -> pydeck.Layer:
    per_graad = 512 * 2 ** _zoom(hoogte) / 360
    rijen = [
        {
            "plek": p.vlak.midden,
            "naam": p.vlak.naam,
            "kleur": LETTER_OP_NIETS if _is_dof(p, gekozen) else p.letter,
        }
        for p in plekken
        if p.vlak.breed * per_graad > _LETTER * len(p.vlak.naam)
    ]
    return pydeck.Layer(
        "TextLayer", rijen, id="namen", get_position="plek", get_text="naam", get_size=12,
        font_family=String("sans-serif"), character_set=String("auto"), font_settings={"fontSize": 48},
        _subLayerProps={"characters": {"getColor": "@@=kleur"}},
    )  # fmt: skip


def _klikbaar(plekken: list[Plek]) -> pydeck.Layer:
    rijen = [
        {"vorm": p.vlak.vorm, "naam": p.vlak.naam, "wijk": p.vlak.wijk, "tekst": p.tekst} for p in plekken
    ]
    return pydeck.Layer(
        "PolygonLayer", rijen, id=KLIKLAAG, get_polygon="vorm", pickable=True, auto_highlight=True,
        get_fill_color=[255, 255, 255, 1], stroked=False, highlight_color=[255, 255, 255, 70],
    )  # fmt: skip
