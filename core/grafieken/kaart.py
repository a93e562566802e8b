"""The map of the buurten: a protected table and borders → deck.gl layers, without tiles.

Only what may be shown travels to the browser: a name and texts of protected cells. A hidden
buurt is hatched and stands outside the scale.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

import pydeck
from pydeck.bindings.json_tools import default_serialize
from pydeck.types import String

from core.begrippen import Niveau
from core.cijfers.tabellen import Soort
from core.grafieken.grenzen import Vlak, kader, vlakken
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro_kort, getal

SCHAAL = ("#d6e6ef", "#a3c9dc", "#669fbd", "#2f7399", "#0c4a6b")
"""From few to many: one hue whose lightness falls evenly, readable without seeing colour."""
DICHT, LEEG, GEEN_NOEMER, BUITEN = "verborgen", "geen jeugdigen", "geen noemer", "niet in de selectie"
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
_GRIJS = (150, 158, 165)
_BIJ_DE_SCHAAL = {
    DICHT: (*_GRIJS, 120),
    LEEG: (*_GRIJS, 45),
    GEEN_NOEMER: (*_GRIJS, 45),
    BUITEN: (0, 0, 0, 0),
}


@dataclass(frozen=True)
class Legendaregel:
    """One line of the legend: what it says, its colour (empty beside the scale), how many buurten."""

    tekst: str
    kleur: str
    aantal: int


@dataclass(frozen=True)
class Kaart:
    """A map as deck.gl's JSON, with its legend, its table and a sentence for who cannot see it."""

    json: str
    legenda: tuple[Legendaregel, ...]
    van: BeveiligdeTabel
    alt: str


@dataclass(frozen=True)
class _Buurt:
    vlak: Vlak
    klasse: int | str
    """The position in the scale, or why the buurt stands beside it."""
    tekst: str


def kaart(van: BeveiligdeTabel, maat: str, gekozen: str | None = None) -> Kaart:
    """The buurten coloured by one measure of the table `buurten`; `gekozen` (a name) is outlined.

    At most five classes with round bounds, made of shown values only.
    """
    rijen = {van.cel("buurtcode", n): n for n in range(len(van)) if van.cel("niveau", n) == Niveau.BUURT}
    waarden = [van.cel(maat, n) for code, n in rijen.items() if code]
    grenzen = klassegrenzen([w for w in waarden if w])
    buurten = [_buurt(van, maat, grenzen, vlak, rijen.get(vlak.buurtcode)) for vlak in vlakken()]
    return Kaart(
        _deck(buurten, gekozen), _legenda(van, maat, grenzen, buurten), van, _alt(van, maat, buurten)
    )


def klassegrenzen(waarden: Sequence[float]) -> list[float]:
    """Round lower bounds of the classes after the first, about as many values in each; ascending.

    Four, or fewer when there are few different values.
    """
    rij = sorted(waarden)
    deling = [rij[len(rij) * k // len(SCHAAL)] for k in range(1, len(SCHAAL))] if rij else []
    return [g for g in sorted({_rond(w) for w in deling}) if rij[0] < g <= rij[-1]]


def _rond(waarde: float) -> float:
    stap = max(1, 10 ** math.floor(math.log10(max(waarde, 1))) / 2)
    return max(1, math.floor(waarde / stap + 0.5)) * stap


def _buurt(van: BeveiligdeTabel, maat: str, grenzen: list[float], vlak: Vlak, rij: int | None) -> _Buurt:
    f = van.herkomst.filter
    if (f.wijk and vlak.wijk not in f.wijk) or (f.buurt and vlak.naam not in f.buurt):
        return _Buurt(vlak, BUITEN, BUITEN)
    if rij is None or van.cel("jeugdigen", rij) == 0:
        return _Buurt(vlak, LEEG, "geen jeugdigen met hulp")
    tekst = (
        f"{van.tekst('jeugdigen', rij)} jeugdigen\n{_per_1000(van, rij)}\nkosten {van.tekst('kosten', rij)}"
    )
    waarde = van.cel(maat, rij)
    if waarde is None:
        return _Buurt(vlak, DICHT if van.reden_van(maat, rij) else GEEN_NOEMER, tekst)
    return _Buurt(vlak, sum(waarde >= g for g in grenzen), tekst)


def _per_1000(van: BeveiligdeTabel, rij: int) -> str:
    if van.cel("per_1000", rij) is None and not van.reden_van("per_1000", rij):
        return "per 1.000 inwoners 0-17: geen noemer"
    return f"per 1.000 inwoners 0-17: {van.tekst('per_1000', rij)}"


def _legenda(
    van: BeveiligdeTabel, maat: str, grenzen: list[float], buurten: list[_Buurt]
) -> tuple[Legendaregel, ...]:
    soort = van.kolommen[van.plaats(maat)].soort
    tekst = [euro_kort(g) if soort is Soort.EURO else getal(g) for g in grenzen]
    woorden = [f"{a} tot {b}" for a, b in zip(tekst, tekst[1:], strict=False)]
    woorden = [f"tot {tekst[0]}", *woorden, f"{tekst[-1]} of meer"] if tekst else ["alle waarden"]
    aantal = [b.klasse for b in buurten]
    schaal = [Legendaregel(w, _kleur(n, len(grenzen)), aantal.count(n)) for n, w in enumerate(woorden)]
    naast = [Legendaregel(k, "", aantal.count(k)) for k in _BIJ_DE_SCHAAL if k in aantal]
    return tuple([r for r in schaal if r.aantal or tekst] + naast)


def _kleur(klasse: int, hoogste: int) -> str:
    # With fewer classes the whole scale is still used, from its lightest to its darkest.
    return SCHAAL[round(klasse * (len(SCHAAL) - 1) / hoogste)] if hoogste else SCHAAL[2]


def _alt(van: BeveiligdeTabel, maat: str, buurten: list[_Buurt]) -> str:
    titel = van.kolommen[van.plaats(maat)].titel.lower()
    hoogst = van.alleen(niveau=Niveau.BUURT.value).gesorteerd(maat).eerste(1)
    top = f"; het hoogst in {hoogst.cel('buurt')}: {hoogst.tekst(maat)}" if len(hoogst) else ""
    return f"Kaart van {len(buurten)} buurten, gekleurd naar {titel}{top}. De tabel ernaast zegt hetzelfde."


def _deck(buurten: list[_Buurt], gekozen: str | None) -> str:
    hoogste = max((b.klasse for b in buurten if isinstance(b.klasse, int)), default=0)
    (west, zuid), (oost, noord) = kader()
    hoog = (noord - zuid) / math.cos(math.radians(zuid))
    deck = pydeck.Deck(
        layers=[
            _vulling(buurten, hoogste),
            _strepen([b.vlak for b in buurten if b.klasse == DICHT]),
            _rand([b.vlak for b in buurten if b.vlak.naam == gekozen]),
            _namen(buurten),
            _klikbaar(buurten),
        ],
        views=[pydeck.View("MapView", controller={"scrollZoom": False, "dragRotate": False})],
        initial_view_state=pydeck.ViewState(
            longitude=(west + oost) / 2, latitude=(zuid + noord) / 2,
            zoom=round(math.log2((HOOGTE - 24) * 360 / (512 * hoog)), 2), min_zoom=9, max_zoom=15,
        ),
        map_provider=None,
    )  # fmt: skip
    return json.dumps(deck, default=default_serialize)


def _vulling(buurten: list[_Buurt], hoogste: int) -> pydeck.Layer:
    rijen = [{"vorm": b.vlak.vorm, "kleur": _vulkleur(b.klasse, hoogste)} for b in buurten]
    return pydeck.Layer(
        "PolygonLayer", rijen, id="vlakken", get_polygon="vorm", get_line_color=[120, 130, 138],
        line_width_min_pixels=1, line_width_max_pixels=1,
        # On the sublayer: Streamlit fades a get_fill_color of all that is not clicked.
        _subLayerProps={"fill": {"getFillColor": "@@=kleur"}},
    )  # fmt: skip


def _vulkleur(klasse: int | str, hoogste: int) -> list[int]:
    if isinstance(klasse, str):
        return list(_BIJ_DE_SCHAAL[klasse])
    kleur = _kleur(klasse, hoogste)
    return [int(kleur[n : n + 2], 16) for n in (1, 3, 5)]


def _strepen(vlakken_: list[Vlak]) -> pydeck.Layer:
    rijen = [{"a": a, "b": b} for vlak in vlakken_ for a, b in vlak.arcering]
    # Black by default and seen through, so grey on a light and on a dark screen alike.
    return pydeck.Layer(
        "LineLayer", rijen, id="arcering", get_source_position="a", get_target_position="b", opacity=0.1
    )


def _rand(vlakken_: list[Vlak]) -> pydeck.Layer:
    return pydeck.Layer(
        "PolygonLayer", [{"vorm": v.vorm} for v in vlakken_], id="gekozen", get_polygon="vorm", filled=False,
        get_line_color=[209, 96, 61], line_width_min_pixels=4, line_width_max_pixels=4,
    )  # fmt: skip


def _namen(buurten: list[_Buurt]) -> pydeck.Layer:
    rijen = [{"p": b.vlak.midden, "naam": b.vlak.naam} for b in buurten]
    return pydeck.Layer(
        "TextLayer", rijen, id="namen", get_position="p", get_text="naam", get_size=12,
        font_family=String("sans-serif"), character_set=String("auto"), font_settings={"sdf": True, "buffer": 8},
        outline_width=5, outline_color=[255, 255, 255, 235],
        extensions=[{"@@type": "CollisionFilterExtension"}], collision_test_props={"sizeScale": 1.3},
    )  # fmt: skip


def _klikbaar(buurten: list[_Buurt]) -> pydeck.Layer:
    rijen = [
        {"vorm": b.vlak.vorm, "naam": b.vlak.naam, "wijk": b.vlak.wijk, "tekst": b.tekst} for b in buurten
    ]
    return pydeck.Layer(
        "PolygonLayer", rijen, id=KLIKLAAG, get_polygon="vorm", pickable=True, auto_highlight=True,
        get_fill_color=[255, 255, 255, 1], stroked=False, highlight_color=[255, 255, 255, 70],
    )  # fmt: skip
