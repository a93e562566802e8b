"""Tables that hold no figures about jeugdigen: of files, settings, registers and entered amounts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.cijfers.tabellen import Kolom
from core.onthulling.opmaak import allemaal_opgemaakt


@dataclass(frozen=True)
class Beheertabel:
    """Rows about files, settings and what people wrote; nothing in it need be hidden."""

    titel: str
    kolommen: tuple[Kolom, ...]
    waarden: tuple[tuple[Any, ...], ...]

    def teksten(self, kolom: str) -> list[str]:
        """The cells of a column from the first row to the last, in the Dutch notation of its kind."""
        p = [k.naam for k in self.kolommen].index(kolom)
        return allemaal_opgemaakt(self.kolommen[p].soort, [rij[p] for rij in self.waarden])

    def met_kolommen(self, namen: Collection[str]) -> Beheertabel:
        """Only the named columns, in the order in which they stand."""
        welke = [n for n, k in enumerate(self.kolommen) if k.naam in namen]
        rijen = ([rij[n] for n in welke] for rij in self.waarden)
        return beheertabel(self.titel, [self.kolommen[n] for n in welke], rijen)


def beheertabel(titel: str, kolommen: Sequence[Kolom], rijen: Iterable[Sequence[Any]]) -> Beheertabel:
    """A table about files, settings or what people wrote, of columns and rows."""
    return Beheertabel(titel, tuple(kolommen), tuple(tuple(rij) for rij in rijen))
