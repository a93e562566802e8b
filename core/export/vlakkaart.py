"""The map of the buurten flat: outlines in points, for slides and pictures."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from core.grafieken import Kaart
from core.grafieken.grenzen import Punt, kader


@dataclass(frozen=True)
class Omtrek:
    """One area as it is drawn: its name, its text, rings of (x, y) from the top left, its colour.

    `kleur` is red, green, blue (0-255), with a fourth 0 where nothing is filled in.
    """

    naam: str
    tekst: str
    ringen: tuple[tuple[Punt, ...], ...]
    kleur: tuple[int, ...]
    gearceerd: bool


def omtrekken(van: Kaart, breed: float, hoog: float) -> Iterator[Omtrek]:
    """Every area of a map, fitted into a width and height and set in the middle of it."""
    (west, zuid), (oost, noord) = kader()
    # A degree of longitude is shorter than one of latitude by the cosine of where we are.
    krimp = math.cos(math.radians((zuid + noord) / 2))
    schaal = min(breed / ((oost - west) * krimp), hoog / (noord - zuid))
    over = (breed - (oost - west) * krimp * schaal) / 2, (hoog - (noord - zuid) * schaal) / 2
    for plek in van.plekken:
        ringen = tuple(
            tuple((over[0] + (x - west) * krimp * schaal, over[1] + (noord - y) * schaal) for x, y in ring)
            for ring in plek.vlak.vorm
        )
        tekst = plek.tekst.replace("\n", ", ")
        yield Omtrek(plek.vlak.naam, tekst, ringen, plek.kleur, plek.gearceerd)
