"""One measurement beside its floor, and the table they are printed in."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Meting:
    """A median and what it is held against, in the unit named; `eis` is the largest ratio wanted.

    Without a floor `eis` is the largest value itself. `paren`: the median of the ratios of values
    that were each measured right beside their own floor.
    """

    wat: str
    waarde: float
    vloer: float | None = None
    eis: float | None = None
    eenheid: str = "ms"
    paren: float | None = None

    @property
    def verhouding(self) -> float | None:
        """The value as a multiple of its floor; None when there is no floor."""
        if self.paren is not None:
            return self.paren
        return self.waarde / self.vloer if self.vloer else None

    @property
    def haalt_eis(self) -> bool | None:
        """Whether the wanted bound holds; None when none was given."""
        if self.eis is None:
            return None
        return (self.waarde if self.verhouding is None else self.verhouding) <= self.eis


def mediaan(doe: Callable[[], object], keer: int = 7, warm: int = 1) -> float:
    """The median time of a call in milliseconds, after `warm` calls that do not count."""
    for _ in range(warm):
        doe()
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe()
        tijden.append(1000 * (time.perf_counter() - begin))
    return statistics.median(tijden)


def druk(titel: str, metingen: Iterable[Meting]) -> None:
    """Print measurements as one table; a bound that does not hold is marked, never asserted."""
    print(f"\n## {titel}\n")
    print(f"| {'wat':<52} | {'mediaan':>12} | {'vloer':>12} | {'keer':>6} | {'eis':>8} |")
    print(f"| {'-' * 52} | {'-' * 11}: | {'-' * 11}: | {'-' * 5}: | {'-' * 7}: |")
    for m in metingen:
        vloer = "" if m.vloer is None else f"{m.vloer:,.1f} {m.eenheid}"
        keer = "" if m.verhouding is None else f"{m.verhouding:.2f}"
        eis = "" if m.eis is None else f"≤ {m.eis:g}{'' if m.haalt_eis else ' !'}"
        print(
            f"| {m.wat:<52} | {f'{m.waarde:,.1f} {m.eenheid}':>12} | {vloer:>12} | {keer:>6} | {eis:>8} |",
            flush=True,
        )
