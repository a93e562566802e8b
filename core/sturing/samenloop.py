"""What many series do at once in a quarter: no deviation of one of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.sturing.verdelingen import Getallen

MINST_SAMEN = 15
"""With fewer series in a quarter the middle one says too little of the others, and too much of itself."""
MINST_VERWACHT = 5.0
"""Jeugdigen: of a smaller series its ratio is mostly chance."""
_SD_VAN_MIDDEN = 1.2533 * 1.4826
"""The standard deviation of a median of n values is this times their median deviation, by the root of n."""
TWIJFEL = 2.0
"""How much of its own uncertainty, squared, is taken off what the middle one moved."""


def samenloop(aantal: Getallen, verwacht: Getallen, kwartaal: NDArray[np.int64]) -> Getallen:
    """Per cell the factor by which the series of its `kwartaal` together are off what was expected of them.

    The middle of their ratios, weighted by the root of what was expected: a large series says more,
    and one that jumps does not move it. Drawn to 1 as far as it may be chance; 1 where fewer than
    MINST_SAMEN series say something.
    """
    uit = np.ones(aantal.shape)
    telt = (aantal > 0) & (verwacht >= MINST_VERWACHT)
    for k in np.unique(kwartaal[telt]):
        hier = telt & (kwartaal == k)
        if hier.sum() >= MINST_SAMEN:
            uit[kwartaal == k] = _factor(np.log(aantal[hier] / verwacht[hier]), np.sqrt(verwacht[hier]))
    return uit


def _factor(sprong: Getallen, gewicht: Getallen) -> float:
    midden = _midden(sprong, gewicht)
    onzeker = _SD_VAN_MIDDEN * _midden(np.abs(sprong - midden), gewicht)
    kwadraat = onzeker**2 * (gewicht**2).sum() / gewicht.sum() ** 2
    deel = max(0.0, 1 - TWIJFEL * kwadraat / midden**2) if midden else 0.0
    return float(np.exp(deel * midden))


def _midden(waarden: Getallen, gewicht: Getallen) -> float:
    """The weighted median."""
    volgorde = np.argsort(waarden, kind="stable")
    opgeteld = np.cumsum(gewicht[volgorde])
    return float(waarden[volgorde[np.searchsorted(opgeteld, opgeteld[-1] / 2)]])
