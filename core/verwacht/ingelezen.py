"""Figures of areas that a person read in: an expectation of others, newer use, more characteristics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from core.database import Database
from core.inlezen.bijlagen.gebiedscijfers import ALLE_VORMEN, GEBIEDSCIJFERS, GEBRUIK, VERWACHTING
from core.verwacht.vormen import Vorm


@dataclass(frozen=True)
class Regel:
    """One figure of one area in one year that was read in.

    `wat`: VERWACHTING or GEBRUIK, a percentage 0-100 of `noemer` jeugdigen, or the name of an own
    characteristic, a number in its own unit. `vorm` None = of every form. None = not given.
    """

    wat: str
    gebied: str
    jaar: int
    vorm: Vorm | None
    bron: str
    waarde: float | None
    noemer: float | None = None


@dataclass(frozen=True, eq=False)
class Ingelezen:
    """All figures in force."""

    regels: tuple[Regel, ...] = ()

    def jaren(self, vorm: Vorm) -> set[int]:
        """The years with an expectation or a use of this form."""
        return {j for (wat, v, j) in self._per_soort if v is vorm and wat in (VERWACHTING, GEBRUIK)}

    def verwachting(self, vorm: Vorm, jaar: int) -> Mapping[str, Regel]:
        """The expectation of others, by the code of the area."""
        return self._per_soort.get((VERWACHTING, vorm, jaar), {})

    def gebruik(self, vorm: Vorm, jaar: int) -> Mapping[str, Regel]:
        """The actual use, or only the number of jeugdigen, by the code of the area."""
        return self._per_soort.get((GEBRUIK, vorm, jaar), {})

    def kenmerken(self, vorm: Vorm, jaar: int) -> dict[str, Mapping[str, Regel]]:
        """Own characteristics of a year by name, each by the code of the area."""
        return {
            wat: deel
            for (wat, v, j), deel in self._per_soort.items()
            if j == jaar and v in (None, vorm) and wat not in (VERWACHTING, GEBRUIK)
        }

    @cached_property
    def _per_soort(self) -> dict[tuple[str, Vorm | None, int], dict[str, Regel]]:
        uit: dict[tuple[str, Vorm | None, int], dict[str, Regel]] = {}
        for r in self.regels:
            uit.setdefault((r.wat, r.vorm, r.jaar), {})[r.gebied] = r
        return uit


NIETS = Ingelezen()


def uit_rijen(rijen: Iterable[Mapping[str, Any]]) -> Ingelezen:
    """Rows as the version in force keeps them."""
    regels = tuple(
        Regel(
            r["wat"], r["gebied"], r["jaar"], None if r["vorm"] == ALLE_VORMEN else Vorm(r["vorm"]), r["bron"],
            r["waarde"], r.get("noemer"),
        )
        for r in rijen
    )  # fmt: skip
    return Ingelezen(regels) if regels else NIETS


def in_gebruik(db: Database | None) -> Ingelezen:
    """The figures about areas that count in this version; nothing without one."""
    return NIETS if db is None else uit_rijen(db.bijlage(GEBIEDSCIJFERS.naam))


def bronnen(regels: Iterable[Regel]) -> str:
    """The sources of these figures, each once."""
    return ", ".join(dict.fromkeys(r.bron for r in regels))
