"""The borders of the buurten as the map needs them: rings, a place for the name, hatching."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from core import referentie

Punt = tuple[float, float]
Ring = list[Punt]

_STREEP = 0.0019
"""Distance between the lines of a hatching, in degrees of latitude; about 7 pixels on the map."""


@dataclass(frozen=True)
class Vlak:
    """One buurt: `vorm` in rings of (lon, lat), `midden` for its name, `arcering` in lines.

    `breed` is how wide it is at its `midden`, in degrees of longitude.
    """

    buurtcode: str
    naam: str
    wijk: str
    vorm: list[Ring]
    midden: Punt
    breed: float
    arcering: list[tuple[Punt, Punt]]


@cache
def vlakken() -> tuple[Vlak, ...]:
    """Every buurt that has a border; a buurt in several pieces is several of them."""
    uit = []
    for deel in referentie.buurtgrenzen()["features"]:
        soort, punten = deel["geometry"]["type"], deel["geometry"]["coordinates"]
        naam = deel["properties"]
        for stuk in punten if soort == "MultiPolygon" else [punten]:
            vorm = [[(x, y) for x, y in ring] for ring in stuk]
            plek, m = (naam["buurtcode"], naam["naam"], naam["wijk"]), midden(vorm[0])
            uit.append(Vlak(*plek, vorm, m, breedte(vorm[0], m), arcering(vorm)))
    return tuple(uit)


@cache
def kader() -> tuple[Punt, Punt]:
    """The south-west and north-east corners around all buurten."""
    punten = [p for vlak in vlakken() for p in vlak.vorm[0]]
    x, y = [p[0] for p in punten], [p[1] for p in punten]
    return (min(x), min(y)), (max(x), max(y))


def midden(ring: Ring) -> Punt:
    """The centre of gravity of an area."""
    oppervlak = zwaarte_x = zwaarte_y = 0.0
    # From the first corner: coordinates around 5 and 51 would lose the digits that matter.
    nul_x, nul_y = ring[0]
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        ax, ay, bx, by = x1 - nul_x, y1 - nul_y, x2 - nul_x, y2 - nul_y
        kruis = ax * by - bx * ay
        oppervlak += kruis
        zwaarte_x += (ax + bx) * kruis
        zwaarte_y += (ay + by) * kruis
    if not oppervlak:
        return ring[0]
    return nul_x + zwaarte_x / (3 * oppervlak), nul_y + zwaarte_y / (3 * oppervlak)


def breedte(ring: Ring, punt: Punt) -> float:
    """How far the area reaches to the west and east of a point, twice the shorter of both."""
    # Latitude first: the cut is along a parallel.
    snede = _snijpunten([[(y, x) for x, y in ring]], punt[1])
    west, oost = [x for x in snede if x <= punt[0]], [x for x in snede if x > punt[0]]
    return 2 * min(punt[0] - max(west), min(oost) - punt[0]) if west and oost else 0.0


def arcering(vorm: list[Ring], afstand: float = _STREEP) -> list[tuple[Punt, Punt]]:
    """Parallel slanted lines that fill an area, each as its two ends (lon, lat)."""
    # A degree of longitude is shorter than one of latitude: without this the slant is not 45°.
    krimp = math.cos(math.radians(vorm[0][0][1]))
    ringen = [[(x * krimp - y, x * krimp + y) for x, y in ring] for ring in vorm]
    dwars = [c for ring in ringen for c, _ in ring]
    lijnen = []
    for n in range(math.ceil(min(dwars) / afstand), math.floor(max(dwars) / afstand) + 1):
        snede = sorted(_snijpunten(ringen, n * afstand))
        for van, tot in zip(snede[::2], snede[1::2], strict=False):
            lijnen.append((_terug(n * afstand, van, krimp), _terug(n * afstand, tot, krimp)))
    return lijnen


def _snijpunten(ringen: list[list[Punt]], c: float) -> list[float]:
    uit = []
    for ring in ringen:
        for (c1, t1), (c2, t2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (c1 < c) != (c2 < c):
                uit.append(t1 + (t2 - t1) * (c - c1) / (c2 - c1))
    return uit


def _terug(c: float, t: float, krimp: float) -> Punt:
    return round((c + t) / 2 / krimp, 5), round((t - c) / 2, 5)
