"""How many jeugdigen each product, segment and year must have, by age class: exact targets.

A segment and the total count unique jeugdigen, so their targets are sizes of unions: each at
least its largest part and at most the sum of its parts, in every age class.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from core.demo.gegevens import AMBULANT, JAREN, PRODUCTEN
from core.referentie import presentatie_jeugdigen, presentatie_leeftijd

KLASSEN = ("0-5", "6-12", "13-17", "18+")
Aantallen = tuple[int, ...]
"""One number per age class."""


@dataclass(frozen=True)
class Doel:
    """The targets: `producten` by (code, jaar), `segmenten` by (segment, jaar), `totaal` by jaar."""

    producten: dict[tuple[str, int], Aantallen]
    segmenten: dict[tuple[str, int], Aantallen]
    totaal: dict[int, Aantallen]


def splits(aantal: int, gewichten: Sequence[float]) -> Aantallen:
    """Split a number over classes by weight, adding up exactly (largest remainders first)."""
    if not aantal:
        return (0,) * len(gewichten)
    deel = aantal * np.asarray(gewichten, dtype=float) / sum(gewichten)
    uit = np.floor(deel).astype(int)
    volgorde = np.argsort(-(deel - uit), kind="stable")
    uit[volgorde[: aantal - uit.sum()]] += 1
    return tuple(int(n) for n in uit)


def verenig(aantal: int, delen: Sequence[Aantallen]) -> Aantallen:
    """Split the size of a union over classes, so that its parts fit in every class.

    Raises ValueError when no union of that size can exist.
    """
    laagste = np.max(delen, axis=0)
    hoogste = np.sum(delen, axis=0)
    if not laagste.sum() <= aantal <= hoogste.sum():
        raise ValueError(f"een vereniging van {aantal} past niet bij haar delen")
    uit = np.clip(splits(aantal, hoogste), laagste, hoogste)
    while (rest := aantal - uit.sum()) != 0:
        ruimte = hoogste - uit if rest > 0 else uit - laagste
        uit[np.argmax(ruimte)] += 1 if rest > 0 else -1
    return tuple(int(n) for n in uit)


@cache
def doel() -> Doel:
    """The targets of the demo: the slides, filled in where they give no number by product or age."""
    producten = {(code, jaar): _product(code, jaar) for code in PRODUCTEN for jaar in JAREN}
    segmenten = {
        (segment, jaar): _segment(segment, jaar, [producten[code, jaar] for code in codes])
        for segment, codes in codes_per_segment().items()
        for jaar in JAREN
    }
    totaal = {
        jaar: verenig(_dia("totaal", "", "", jaar), [segmenten[s, jaar] for s in codes_per_segment()])
        for jaar in JAREN
    }
    return Doel(producten, segmenten, totaal)


@cache
def codes_per_segment() -> dict[str, tuple[str, ...]]:
    """The codes of the demo's products by segment."""
    uit: dict[str, tuple[str, ...]] = {}
    for p in PRODUCTEN.values():
        uit[p.segment] = (*uit.get(p.segment, ()), p.code)
    return uit


def _product(code: str, jaar: int) -> Aantallen:
    p = PRODUCTEN[code]
    if p.segment == AMBULANT and jaar == 2024:
        return _dia_leeftijd().get((AMBULANT, p.product), (0,) * len(KLASSEN))
    if p.jeugdigen:
        return splits(p.jeugdigen[JAREN.index(jaar)], p.leeftijd)
    eigen_rij = len(codes_per_segment()[p.segment]) > 1
    aantal = (
        _dia("product", p.segment, p.product, jaar) if eigen_rij else _dia("segment", p.segment, "", jaar)
    )
    return splits(aantal, p.leeftijd)


def _segment(segment: str, jaar: int, delen: Sequence[Aantallen]) -> Aantallen:
    if segment == AMBULANT and jaar == 2024:
        return _dia_leeftijd()[AMBULANT, ""]
    return verenig(_dia("segment", segment, "", jaar), delen)


@cache
def _dia_rijen() -> dict[tuple[str, str, str], dict[str, int]]:
    rijen = presentatie_jeugdigen().to_dict("records")
    return {(r["niveau"], r["segment"], r["product"]): r for r in rijen}


def _dia(niveau: str, segment: str, product: str, jaar: int) -> int:
    return _dia_rijen()[niveau, segment, product][str(jaar)]


@cache
def _dia_leeftijd() -> dict[tuple[str, str], Aantallen]:
    rijen = presentatie_leeftijd().to_dict("records")
    return {(r["segment"], r["product"]): tuple(int(r[k]) for k in KLASSEN) for r in rijen}
