"""What a kind of input is: its columns as data, how its header is matched, who checks its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.inlezen.waarden import Buurten
from core.opmaak import sleutel

Rij = dict[str, Any]
"""One checked row as it is kept: plain values that JSON knows."""


@dataclass(frozen=True)
class Bijlagekolom:
    """One column of a kind: its name, and the sleutels (core.opmaak.sleutel) it is also called."""

    naam: str
    synoniemen: str = ""

    def past(self, kop: str) -> bool:
        """Whether a header (as sleutel) stands for this column."""
        return kop == sleutel(self.naam) or kop in self.synoniemen.split()


@dataclass(frozen=True)
class Bijlagekop:
    """A header row matched with one kind.

    `kolommen`: column → position; `vrij`: headers that the kind knows by their form (an age class,
    `kenmerk_…`) → position; `over`: headers that are not read.
    """

    kolommen: Mapping[str, int]
    vrij: Mapping[str, int]
    over: tuple[str, ...]


@dataclass(frozen=True)
class Omgeving:
    """What a reader must know of the municipality: its name, how to read a buurt, and their names by code."""

    gemeente: str
    buurten: Buurten
    namen: Mapping[str, str]


@dataclass(frozen=True)
class Inhoud:
    """A recognised file: its header, its rows (number as a person sees it, cells), its surroundings."""

    kop: Bijlagekop
    rijen: Iterator[tuple[int, list[str]]]
    omgeving: Omgeving

    def regels(self) -> Iterator[tuple[int, Mapping[str, str], Mapping[str, str]]]:
        """Per row that is not empty: its number, its cells by column, its cells by free header."""
        for nummer, cellen in self.rijen:
            if any(cel.strip() for cel in cellen):
                vast, vrij = (
                    {naam: cellen[p].strip() if p < len(cellen) else "" for naam, p in plekken.items()}
                    for plekken in (self.kop.kolommen, self.kop.vrij)
                )
                yield nummer, vast, vrij


@dataclass
class Keuring:
    """What a reader made of a file: the rows to keep, and Dutch sentences for a person.

    A fout stops the file; a waarschuwing does not. `bron`: who published it, when the file says so.
    """

    gelezen: int = 0
    rijen: list[Rij] = field(default_factory=list)
    waarschuwingen: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    bron: str = ""


def _niets(kop: str) -> bool:
    return False


@dataclass(frozen=True)
class Bijlagesoort:
    """One kind of input.

    `ontbreekt` names in Dutch what a header still lacks (nothing: it is recognised); `vrij` says
    of a header whether its form is known. `keur` reads and checks. A newer file takes the place of
    older ones for every combination of the columns `vervangt` that it holds; `beschrijf` says in a
    few words what the rows of one combination hold, for the report: now and after.
    """

    naam: str
    titel: str
    uitleg: str
    kolommen: tuple[Bijlagekolom, ...]
    ontbreekt: Callable[[Bijlagekop], Sequence[str]]
    keur: Callable[[Inhoud], Keuring]
    vervangt: tuple[str, ...]
    beschrijf: Callable[[Sequence[Rij]], str]
    vrij: Callable[[str], bool] = _niets

    def herken(self, kop: Sequence[str]) -> Bijlagekop:
        """Match a header row with the columns of this kind; the first of two synonyms is read."""
        vast: dict[str, int] = {}
        vrij: dict[str, int] = {}
        for plek, tekst in enumerate(kop):
            naam = next((k.naam for k in self.kolommen if k.past(sleutel(tekst))), None)
            if naam is not None:
                vast.setdefault(naam, plek)
            elif tekst.strip() and self.vrij(tekst):
                vrij.setdefault(tekst.strip(), plek)
        gelezen = {*vast.values(), *vrij.values()}
        over = tuple(t.strip() for p, t in enumerate(kop) if t.strip() and p not in gelezen)
        return Bijlagekop(vast, vrij, over)

    def sleutel_van(self, rij: Rij) -> tuple[Any, ...]:
        """Which combination a row belongs to: a newer file replaces that as a whole."""
        return tuple(rij[naam] for naam in self.vervangt)
