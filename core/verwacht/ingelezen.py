"""Figures of areas that a person read in: another expectation, newer use, more characteristics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.verwacht.vormen import Vorm


@dataclass(frozen=True)
class Gebiedsregel:
    """What was read in about one area in one year; None = not given.

    Percentages 0-100 of `noemer`, a number of jeugdigen. `vorm` None = of every form, which only
    characteristics can be. `kenmerken` by their name in the file, each with kenmerken.EIGEN before it.
    """

    gebied: str
    jaar: int
    vorm: Vorm | None
    bron: str
    verwacht_pct: float | None = None
    werkelijk_pct: float | None = None
    noemer: float | None = None
    kenmerken: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, eq=False)
class Ingelezen:
    """All rows in force, the newest last; of two about the same area, year and form the later counts."""

    regels: tuple[Gebiedsregel, ...] = ()

    @cached_property
    def _per_vorm(self) -> Mapping[tuple[Vorm, int], dict[str, Gebiedsregel]]:
        uit: dict[tuple[Vorm, int], dict[str, Gebiedsregel]] = {}
        for r in self.regels:
            if r.vorm is not None and (r.verwacht_pct, r.werkelijk_pct, r.noemer) != (None, None, None):
                uit.setdefault((r.vorm, r.jaar), {})[r.gebied] = r
        return uit

    def jaren(self, vorm: Vorm) -> set[int]:
        """The years with an expectation or a use of this form."""
        return {
            j for (v, j), deel in self._per_vorm.items() if v is vorm and any(map(_heeft_pct, deel.values()))
        }

    def van(self, vorm: Vorm, jaar: int) -> Mapping[str, Gebiedsregel]:
        """What was read in of one form and year, by the code of the area."""
        return self._per_vorm.get((vorm, jaar), {})

    def kenmerken(self, vorm: Vorm, jaar: int) -> dict[str, dict[str, float]]:
        """Own characteristics of a year by name, each the value per area."""
        uit: dict[str, dict[str, float]] = {}
        for r in self.regels:
            if r.jaar == jaar and r.vorm in (None, vorm):
                for naam, waarde in r.kenmerken:
                    uit.setdefault(naam, {})[r.gebied] = waarde
        return uit

    def bron_van_kenmerken(self, vorm: Vorm, jaar: int) -> str:
        """Who published the own characteristics of a year."""
        return bronnen(r for r in self.regels if r.kenmerken and r.jaar == jaar and r.vorm in (None, vorm))


NIETS = Ingelezen()


def bronnen(regels: Iterable[Gebiedsregel]) -> str:
    """The sources of these rows, each once."""
    return ", ".join(dict.fromkeys(r.bron for r in regels))


def _heeft_pct(regel: Gebiedsregel) -> bool:
    return regel.verwacht_pct is not None or regel.werkelijk_pct is not None
