"""What another input than declarations would change: a part of the report of a load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Verandering:
    """One part of what another input holds: what counts now and what would count, in a few words."""

    wat: str
    nu: str
    straks: str


@dataclass(frozen=True)
class BijlageRapport:
    """What one file beside the declarations holds. `geladen`: the rows that are kept of `gelezen`."""

    bestand: str
    sha: str
    soort: str
    titel: str
    bron: str
    gelezen: int
    geladen: int
    veranderingen: tuple[Verandering, ...] = ()
    waarschuwingen: tuple[str, ...] = ()
    weigeringen: tuple[str, ...] = ()
    beletsels: tuple[str, ...] = ()
    weggelaten: tuple[str, ...] = ()

    def als_regels(self) -> Iterator[str]:
        """The lines about this file as a person reads them on a terminal, in Dutch."""
        yield f"{self.bestand}  ({self.titel.lower()}, bron {self.bron})"
        if self.weggelaten:
            yield f"  niet overgenomen kolommen: {', '.join(self.weggelaten)}"
        yield from opmerkingen(self.waarschuwingen, self.beletsels)
        for v in self.veranderingen:
            yield f"  {v.wat}: {v.nu} → {v.straks}"


def opmerkingen(waarschuwingen: Sequence[str], geweigerd: Sequence[str]) -> Iterator[str]:
    """Remarks and what stands in the way, a line each."""
    yield from (f"  let op: {zin}" for zin in waarschuwingen)
    yield from (f"  GEWEIGERD: {zin}" for zin in geweigerd)
