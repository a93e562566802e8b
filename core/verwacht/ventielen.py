"""Twenty bars from the areas with the lowest to those with the highest 5 % of a measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

AANTAL = 20
GENOEG = 100
"""With fewer areas than this every area is a bar of its own."""


@dataclass(frozen=True)
class Staaf:
    """One bar: its place from the left (1 = lowest), the plain mean of its areas, and their codes."""

    nummer: int
    gemiddelde: float
    codes: tuple[str, ...]


def op_volgorde(waarden: Mapping[str, float]) -> list[str]:
    """The codes from the lowest to the highest value; ties by code."""
    return sorted(waarden, key=lambda code: (waarden[code], code))


def ventielen(waarden: Mapping[str, float]) -> dict[str, int]:
    """In which twentieth each area is, 1-20: 1 + floor(20 × rank / n), the lowest area with rank 0."""
    volgorde = op_volgorde(waarden)
    return {code: AANTAL * rang // len(volgorde) + 1 for rang, code in enumerate(volgorde)}


def staven(waarden: Mapping[str, float]) -> tuple[Staaf, ...]:
    """The bars of a measure, lowest first; each area is in one of them."""
    volgorde = op_volgorde(waarden)
    if len(volgorde) < GENOEG:
        groepen: Sequence[list[str]] = [[code] for code in volgorde]
    else:
        nummers = ventielen(waarden)
        groepen = [[c for c in volgorde if nummers[c] == n] for n in range(1, AANTAL + 1)]
    return tuple(Staaf(n, fmean(waarden[c] for c in g), tuple(g)) for n, g in enumerate(groepen, 1))
