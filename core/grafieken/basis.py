"""What all charts share: colours, Dutch notation, the month axis and the finished chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, wraps
from typing import Any

import pandas as pd

from core.filters import Filter
from core.grafieken.vormbewaring import alt, bewaard
from core.kruisfilter import LEVERINGSMAAND, code, dof
from core.onthulling import BeveiligdeTabel, OpenbareTabel, Recept, bewaart
from core.opmaak import MAANDEN, MAANDEN_KORT

SEGMENTKLEUR: dict[str, str] = {
    "Segment Jeugd Ambulant": "#4477AA",
    "Segment Jeugd Wonen": "#228833",
    "Segment Jeugd Crisis": "#CCBB44",
    "Segment Jeugd GIKJ": "#EE6677",
    "Segment Jeugd JB/JR": "#AA3377",
    "LTA": "#66CCEE",
    "Maatwerk": "#EE7733",
    "PGB": "#009988",
    "Verblijf (OUD)": "#997755",
    "overige segmenten": "#999999",
}
"""One colour per segment, everywhere the same; told apart by colour-blind readers too
(after Paul Tol's qualitative schemes)."""
KLEUR = "#3A7FB0"
"""Told apart from the background in the light and in the dark theme."""
KLEUR_NADRUK = "#D1603D"
KLEUR_TWEE = "#BF8907"
"""The second of two kinds, where neither is better."""
GRIJS = "#8A949B"

ZAALLETTER = 13
"""Pixels of a letter on a screen of 960 × 540: 26 on a beamer of 1080 lines."""

LOCALE: dict[str, dict[str, Any]] = {
    "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]},
    "time": {
        "dateTime": "%a %e %B %Y %X", "date": "%d-%m-%Y", "time": "%H:%M:%S", "periods": ["", ""],
        "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
        "months": list(MAANDEN), "shortMonths": list(MAANDEN_KORT),
    },
}  # fmt: skip


AS_EURO = {
    "tickMinStep": 1,
    "labelExpr": "datum.value >= 1e6 ? '€ ' + format(datum.value / 1e6, '.2~f') + ' mln' : '€ ' + format(datum.value, ',.0f')",
}
"""An axis of amounts: `€ 250.000`, `€ 1,5 mln`."""

AS_PCT = {"labelExpr": "datum.label + ' %'"}
"""An axis of shares, 0-100."""

AS_AANTAL = {"tickMinStep": 1, "format": ",.0f"}
"""An axis of numbers of jeugdigen: whole numbers only."""

DOF, LICHT = 0.22, 0.45
"""The opacity of what stands beside a choice, and of what is not whole or voorlopig."""

RIJEN = {"name": "rijen"}
"""The rows that a form is drawn over."""


onthoud = bewaart(512)
"""Keeps the charts of the last selections: the same protected table always gives the same chart.

Each remembers how it was made, for the same chart in a file is drawn of rounded tables.
"""


@dataclass(frozen=True)
class Grafiek:
    """A chart with the protected or published table it was made of and a sentence for who cannot see it."""

    spec: dict[str, Any]
    van: BeveiligdeTabel | OpenbareTabel
    alt: str
    gebeurtenissen: str = ""
    """The events that it draws, in words."""
    recept: Recept | None = field(default=None, init=False, compare=False, repr=False)

    @cached_property
    def getekend(self) -> bool:
        """Whether any number is drawn: what the table shows may all be of months that are left out."""
        waarden = (w for rij in self.spec["data"]["values"] for w in rij.values())
        return any(isinstance(w, int | float) and not isinstance(w, bool) and w for w in waarden)


def vorm(maak: Callable[..., alt.TopLevelMixin]) -> Callable[..., dict[str, Any]]:
    """Makes of a function that draws over `RIJEN` one that gives its Vega-Lite dict, made once.

    altair takes 40-70 ms for a chart, more than all figures of a page together; its form depends
    on a few words only, so that is kept and `gevuld` puts the rows in.
    """

    @lru_cache(maxsize=64)
    @wraps(maak)
    def gemaakt(*velden: Any) -> dict[str, Any]:
        def spec() -> dict[str, Any]:
            chart = maak(*velden).configure(locale=LOCALE, font="sans-serif")
            nieuw: dict[str, Any] = chart.to_dict(validate=False)
            return nieuw

        return bewaard(f"{maak.__module__}.{maak.__qualname__}{velden!r}", spec)

    return gemaakt


def gevuld(spec: dict[str, Any], rijen: list[dict[str, Any]], **anders: Any) -> dict[str, Any]:
    """The form with its rows, and what else differs at the top level (a height)."""
    return spec | {"data": {"values": rijen}} | anders


def klaar(spec: dict[str, Any], rijen: pd.DataFrame, van: BeveiligdeTabel, tekst: str) -> Grafiek:
    """The finished chart: a form filled with the rows of a frame, its table and its text."""
    return Grafiek(gevuld(spec, records(rijen)), van, tekst)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as Vega reads them: what is missing is None."""
    namen = list(frame.columns)
    kolommen = [[None if w != w else w for w in frame[naam].tolist()] for naam in namen]
    return [dict(zip(namen, rij, strict=True)) for rij in zip(*kolommen, strict=True)]


def maandcode(maand: str) -> str:
    """What a mark of one month (`2024-02`) stands for when it is clicked."""
    return code(**{LEVERINGSMAAND: maand})


def helder(licht: str = "") -> Any:
    """The opacity of a mark: faint where its row is `dof` (see `gedimd`), light where the test `licht` holds."""
    keuze = alt.when("datum.dof").then(alt.value(DOF))
    return (keuze.when(licht).then(alt.value(LICHT)) if licht else keuze).otherwise(alt.value(1))


def gedimd(spec: dict[str, Any], f: Filter) -> dict[str, Any]:
    """The chart with every row marked `dof` that stands beside what is chosen in a filter.

    A row says in `kies` what it stands for (core.kruisfilter). One that is a rest (None) stands
    beside the choice when another row is the choice; one that says nothing is never dimmed.
    """
    rijen = spec["data"]["values"]
    naast = {kies: dof(f, kies) for rij in rijen if (kies := rij.get("kies"))}
    if not any(naast.values()):
        return spec
    naast[None] = not all(naast.values())
    return gevuld(spec, [rij | {"dof": "kies" in rij and naast[rij["kies"] or None]} for rij in rijen])


def voor_de_zaal(spec: dict[str, Any], breed: int, hoog: int) -> dict[str, Any]:
    """The chart at the size of a screen, with letters that stay readable when it is enlarged twice."""
    letters = {
        "axis": {"labelFontSize": ZAALLETTER, "titleFontSize": ZAALLETTER, "labelLimit": 260},
        "legend": {"labelFontSize": ZAALLETTER, "titleFontSize": ZAALLETTER, "labelLimit": 260},
        "header": {"labelFontSize": ZAALLETTER, "titleFontSize": ZAALLETTER},
        "text": {"fontSize": ZAALLETTER},
    }
    config = spec.get("config", {})
    samen = config | {naam: config.get(naam, {}) | wat for naam, wat in letters.items()}
    past = {"autosize": {"type": "fit", "contains": "padding"}, "width": breed, "height": hoog}
    vast = {} if {"hconcat", "vconcat", "facet"} & set(spec) else past
    return spec | {"config": samen} | vast


def as_maand() -> alt.X:
    """The month axis."""
    return alt.X("datum:T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=0, labelOverlap=True))
