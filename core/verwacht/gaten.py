"""Areas that cannot take part, by name: nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from core.opmaak import opsomming

if TYPE_CHECKING:
    from core.verwacht.model import Gebieden


@dataclass(frozen=True)
class Gat:
    """An area that misses something, and what that means: a Dutch sentence. `erin`: it still has an expectation."""

    code: str
    naam: str
    reden: str
    erin: bool = False


def zonder_gaten(g: Gebieden) -> tuple[Gebieden, tuple[Gat, ...]]:
    """The areas with a usable noemer and all characteristics, and why the others are not among them.

    An area without a known number of users stays: it is not fitted on, but can be expected.
    """
    gaten, houd = [], []
    for n, code in enumerate(g.codes):
        mist = [naam for naam, waarde in g.kenmerken.items() if not np.isfinite(waarde[n])]
        reden = _reden(g, n, mist)
        if reden:
            gaten.append(Gat(code, g.namen[n], reden))
            continue
        houd.append(n)
        if np.isnan(g.aantal[n]):
            gaten.append(Gat(code, g.namen[n], "het gebruik is onbekend: alleen een verwachting", True))
    return (g if len(houd) == len(g) else neem(g, houd)), tuple(gaten)


def _reden(g: Gebieden, n: int, mist: list[str]) -> str:
    noemer, aantal = g.noemer[n], g.aantal[n]
    if not np.isfinite(noemer):
        return "de noemer ontbreekt"
    if noemer < 1:
        return "de noemer is kleiner dan 1"
    if aantal < 0:
        return "het gebruik is negatief"
    if aantal > noemer:
        return "het gebruik is groter dan de noemer"
    return f"{opsomming(mist)} {'ontbreekt' if len(mist) == 1 else 'ontbreken'}" if mist else ""


def neem(g: Gebieden, plaatsen: Iterable[int]) -> Gebieden:
    """Only the areas at these positions, in this order."""
    houd = list(plaatsen)
    return replace(
        g,
        codes=tuple(g.codes[n] for n in houd),
        namen=tuple(g.namen[n] for n in houd),
        aantal=g.aantal[houd],
        noemer=g.noemer[houd],
        kenmerken={naam: waarde[houd] for naam, waarde in g.kenmerken.items()},
        regio=tuple(g.regio[n] for n in houd) if g.regio else (),
    )
