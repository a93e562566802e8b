"""Every kind of input beside declarations, and the search for the one that a file is.

A new kind is a module with a Bijlagesoort and its name in SOORTEN.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.inlezen.bijlagen.bevolking import BEVOLKING
from core.inlezen.bijlagen.gebiedscijfers import GEBIEDSCIJFERS
from core.inlezen.bijlagen.soort import Bijlagekop, Bijlagesoort
from core.inlezen.csv_xlsx import Blad, OnleesbaarBestand
from core.inlezen.schema import VERPLICHT, herken

SOORTEN: dict[str, Bijlagesoort] = {soort.naam: soort for soort in (BEVOLKING, GEBIEDSCIJFERS)}
"""By the name under which a version keeps their rows."""

_PERSOON = {"clientnummer", "bsn", "geboortedatum"}


@dataclass(frozen=True)
class Gevonden:
    """The header of a file as one kind: where its data begins and what it still lacks."""

    soort: Bijlagesoort
    kop: Bijlagekop
    blad: Blad
    kopregel: int
    ontbreekt: Sequence[str]

    def rijen(self) -> Iterator[tuple[int, list[str]]]:
        """The rows under the header."""
        return (rij for rij in self.blad.rijen() if rij[0] > self.kopregel)

    def past(self) -> tuple[int, int]:
        """How well it fits: complete first, then by columns read."""
        return -len(self.ontbreekt), len(self.kop.kolommen) + len(self.kop.vrij)


def zoek(bladen: Iterable[Blad]) -> Gevonden | None:
    """The kind of a file by its header, or None when it is none of them.

    Raises OnleesbaarBestand, saying what is missing, when it lacks one thing. A file with a column
    that identifies persons, or with most columns of a declaration, is never one.
    """
    beste: Gevonden | None = None
    for gevonden in _mogelijk(bladen):
        if beste is None or gevonden.past() > beste.past():
            beste = gevonden
    if beste is not None and beste.ontbreekt:
        raise OnleesbaarBestand(
            f"Dit lijkt een bestand met {beste.soort.titel.lower()}, maar er ontbreekt: {'; '.join(beste.ontbreekt)}."
        )
    return beste


def _mogelijk(bladen: Iterable[Blad]) -> Iterator[Gevonden]:
    for blad in bladen:
        for regel, cellen in blad.begin:
            if sum(bool(c.strip()) for c in cellen) < 2 or _declaratie(cellen):
                continue
            for soort in SOORTEN.values():
                kop = soort.herken(cellen)
                mist = soort.ontbreekt(kop)
                if not mist or len(mist) == 1 and len(kop.kolommen) + len(kop.vrij) > 1:
                    yield Gevonden(soort, kop, blad, regel, mist)


def _declaratie(cellen: Sequence[str]) -> bool:
    gelezen = set(herken(cellen).kolommen)
    return bool(gelezen & _PERSOON) or len(gelezen & {k for kan in VERPLICHT.values() for k in kan}) > 1
