"""How good a method would have been: every forecast again, with only what was known then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from core.cijfers.driehoek import Reeks
from core.prognose.methoden import JAAR, METHODEN, Loop, Methode

MINSTE = 6
"""So many earlier forecasts must have come true before they tell anything."""

BETER, VEEL_BETER, TWEE = 0.75, 0.5, 2
"""Another method than the first is taken when its errors are at most this part of those of the first:
few forecasts that overlap make a small difference a matter of luck. As long as no two of them fit
beside each other they are one year's luck, and must be half."""

GROOTSTE = 3.0
"""A segment that starts turns out any number of times its forecast; this says nothing of one that runs."""

ZONDER_GESCHIEDENIS = 0.1
"""Where no forecast ever came true yet an error of so much of the amount is taken to be usual."""


@dataclass(frozen=True, eq=False)
class Stand:
    """What was known of the months of a series when the last of them was over, in its unit.

    `nu`: declared of every month. `reeks`: what each is expected to come to, with its `variantie`
    (unit²); shorter than `nu` where that cannot be told of the youngest. The first `rijp` months of
    it are known well enough to build on. `loop`: its arrangementen as far as they are known.
    """

    nu: Reeks
    reeks: Reeks
    variantie: Reeks
    rijp: int
    loop: Loop | None = None
    paden: dict[Methode, Reeks] = field(default_factory=dict, repr=False)

    @property
    def maanden(self) -> int:
        """How many months are over."""
        return len(self.nu)

    def verder(self, methode: Methode, aantal: int) -> Reeks:
        """The months that nothing is known of: those after `reeks`, up to `aantal` (≤ 24) after the last of `nu`."""
        if methode not in self.paden:
            self.paden[methode] = methode(
                self.reeks[: self.rijp], self.maanden + 2 * JAAR - self.rijp, self.loop
            )
        return self.paden[methode][len(self.reeks) - self.rijp : self.maanden + aantal - self.rijp]


@dataclass(frozen=True)
class Toets:
    """Earlier forecasts of one horizon beside what it came to: equally long, in the unit of the series."""

    voorspeld: Reeks
    werkelijk: Reeks

    @property
    def fout(self) -> Reeks:
        """Forecast − actual of each."""
        return self.voorspeld - self.werkelijk

    def relatief(self) -> Reeks:
        """Actual / forecast − 1 of each forecast above 0, at most GROOTSTE."""
        wel = self.voorspeld > 0
        uit: Reeks = np.minimum(self.werkelijk[wel] / self.voorspeld[wel] - 1, GROOTSTE)
        return uit

    def wape(self) -> float:
        """The errors without their sign together, in % of the actuals; NaN without any."""
        return self._deel(float(np.abs(self.fout).sum()))

    def scheefheid(self) -> float:
        """The errors with their sign together, in % of the actuals; NaN without any."""
        return self._deel(float(self.fout.sum()))

    def _deel(self, som: float) -> float:
        grondslag = float(self.werkelijk.sum())
        return 100 * som / grondslag if grondslag > 0 else float("nan")


def toets(standen: Sequence[Stand], waarheid: Reeks, methode: Methode, aantal: int) -> Toets:
    """What `methode` would have said of the next `aantal` months at every stand, beside `waarheid`."""
    kan = [s for s in standen if s.rijp and s.maanden + aantal <= len(waarheid)]
    voorspeld = [s.verder(methode, aantal).sum() for s in kan]
    werkelijk = [waarheid[len(s.reeks) : s.maanden + aantal].sum() for s in kan]
    return Toets(np.array(voorspeld, dtype=np.float64), np.array(werkelijk, dtype=np.float64))


def kies(standen: Sequence[Stand], waarheid: Reeks, aantal: int) -> str:
    """The name of the method for `aantal` months ahead: the best by mean absolute error (see BETER)."""
    eerste = next(iter(METHODEN))
    toetsen = {naam: toets(standen, waarheid, methode, aantal) for naam, methode in METHODEN.items()}
    if (gezien := len(toetsen[eerste].fout)) < MINSTE:
        return eerste
    fouten = {naam: float(np.abs(uit.fout).mean()) for naam, uit in toetsen.items()}
    beste = min(fouten, key=fouten.__getitem__)
    grens = BETER if gezien >= TWEE * aantal else VEEL_BETER
    return beste if fouten[beste] <= grens * fouten[eerste] else eerste


@dataclass(frozen=True)
class Spreiding:
    """The usual error of a forecast as a part of it (`deel`), and the degrees of freedom of its Student t."""

    deel: float
    vrijheid: float


def spreiding(standen: Sequence[Stand], waarheid: Reeks, methode: Methode, aantal: int) -> Spreiding:
    """The root of the mean squared relative error of `aantal` months ahead.

    Where too few forecasts so far ahead came true, those of any horizon within a year tell it; beyond
    a year the error grows with the distance.
    Forecasts a month apart share all but one month, so they count for as many as fit beside each
    other, and one more for what the overlapping ones add.
    """
    for horizonnen in ((aantal,), tuple(range(1, JAAR))):
        uit = [(h, toets(standen, waarheid, methode, h)) for h in horizonnen]
        delen = [t.relatief() for _, t in uit]
        alle = np.concatenate(delen)
        if len(alle) >= MINSTE:
            los = max(len(t.fout) / max(h, 1) for h, t in uit)
            verder = max(aantal / max(horizonnen[-1], 1), 1.0)
            return Spreiding(verder * float(np.sqrt((alle**2).mean())), 1 + los)
    return Spreiding(ZONDER_GESCHIEDENIS, 2.0)
