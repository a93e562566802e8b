"""Indirect standardisation: what areas would count if in every age class the rate of all of them held.

Pure arithmetic on counts by age and inhabitants by class; `buurtnorm` says of whom.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

LEEFTIJDEN = 18
"""Ages 0-17."""
MINSTENS_PER_KLASSE = 25
"""A rate rests on at least so many jeugdigen: on fewer it is chance, and would give their number away."""

Opbouw = Sequence[tuple[int, int, int]]
"""Inhabitants of one place: first age, last age, number; youngest first, every age of 0-17 once."""


@dataclass(frozen=True)
class Norm:
    """Per area what it would count, and in how many age classes that was worked out.

    Empty when fewer than MINSTENS_PER_KLASSE are counted in all, or nobody lives there.
    """

    per_gebied: Mapping[int, float] = field(default_factory=dict)
    klassen: int = 0


def norm(inwoners: Mapping[int, Sequence[Opbouw]], geteld: Mapping[int, np.ndarray]) -> Norm:
    """The norm of every area; `inwoners` of each of its places, `geteld` by age 0-17.

    The classes are those that every place tells apart, joined with their neighbours until each
    holds enough. The norms add up to what is counted.
    """
    begin = _klassen(opbouw for plaatsen in inwoners.values() for opbouw in plaatsen)
    hoofden = {nr: _per_klasse(begin, plaatsen) for nr, plaatsen in inwoners.items()}
    if not hoofden:
        return Norm()
    alle_hoofden = np.sum(list(hoofden.values()), axis=0)
    alle_geteld = np.add.reduceat(np.sum([geteld[nr] for nr in inwoners], axis=0), begin)
    samen = _samengevoegd(alle_geteld, alle_hoofden)
    if not samen:
        return Norm()
    deel = np.add.reduceat(alle_geteld, samen) / np.add.reduceat(alle_hoofden, samen)
    return Norm({nr: float(np.add.reduceat(n, samen) @ deel) for nr, n in hoofden.items()}, len(samen))


def _klassen(delingen: Iterable[Opbouw]) -> list[int]:
    """The first ages of the classes that every place tells apart."""
    begin = [{van for van, _, _ in opbouw} for opbouw in delingen]
    return sorted(set.intersection(*begin)) if begin else [0]


def _per_klasse(begin: Sequence[int], plaatsen: Sequence[Opbouw]) -> np.ndarray:
    uit = [0.0] * len(begin)
    for opbouw in plaatsen:
        for van, _, aantal in opbouw:
            uit[bisect(begin, van) - 1] += aantal
    return np.array(uit)


def _samengevoegd(geteld: np.ndarray, hoofden: np.ndarray) -> list[int]:
    """Where the joined classes begin; what is left over at the end goes with the class before it."""
    begin, som, inwoners = [0], 0.0, 0.0
    for plek in range(len(geteld)):
        if som >= MINSTENS_PER_KLASSE and inwoners > 0:
            begin.append(plek)
            som, inwoners = 0.0, 0.0
        som, inwoners = som + geteld[plek], inwoners + hoofden[plek]
    if som < MINSTENS_PER_KLASSE or inwoners <= 0:
        begin.pop()
    return begin
