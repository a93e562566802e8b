"""What a KPI is measured by, where its path lies in a month, and whether it is on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.cijfers.kpitabellen import KPITABELLEN
from core.cijfers.register import Kolom, Soort
from core.opslag.kpis import Kpi, Per, Richting

REEKS = {Per.MAAND: "kpi-reeks", Per.KWARTAAL: "kpi-reeks-kwartaal"}
"""The table that a KPI is measured in."""
LENGTE = {Per.MAAND: 1, Per.KWARTAAL: 3}
"""Months in a period."""

_PER = {per: next(t for t in KPITABELLEN if t.naam == naam) for per, naam in REEKS.items()}
_GEEN_MAAT = ("overig", "geheel", "volledigheid")

MATEN: dict[str, Kolom] = {
    k.naam: k for k in _PER[Per.KWARTAAL].kolommen if k.naam not in (*_GEEN_MAAT, "kwartaal", "voorlopig")
}
"""Every measure of a KPI by its column; what it means is the explanation of that column."""


_ACHTER = {Soort.JEUGDIGEN: 0, Soort.PCT: 1, Soort.EURO: 0, Soort.EURO_PER: 0}
"""How many decimals a target of a kind is read with."""


def perioden_van(maat: str) -> list[Per]:
    """In which periods a measure can be taken: a mean of months needs a quarter."""
    return [per for per, tabel in _PER.items() if maat in {k.naam for k in tabel.kolommen}]


class Koers(StrEnum):
    """Where a KPI stands beside its path."""

    OP = "op koers"
    VAN = "van koers"
    ROND = "rond het doelpad"
    """Closer to it than the rounding of who looks can tell."""
    ONBEKEND = "nog niet te zeggen"


@dataclass(frozen=True)
class Meting:
    """One period of a KPI: its last maandnummer, its value (None: hidden or unknown), and whether it is voorlopig.

    `marge`: how far the value may lie from the exact one because it was rounded.
    """

    maand: int
    waarde: float | None
    voorlopig: bool
    marge: float = 0.0


@dataclass(frozen=True)
class Oordeel:
    """How a KPI stands, by its last complete period on the path (None when there is none)."""

    koers: Koers
    meting: Meting | None = None
    doel: float | None = None


def doel_in(pad: Sequence[tuple[int, float]], maand: int) -> float | None:
    """The target in a month: a straight line between two points, the last one after it, None before the first."""
    if not pad or maand < pad[0][0]:
        return None
    for (van, eerst), (tot, daarna) in zip(pad, pad[1:], strict=False):
        if maand <= tot:
            return eerst + (daarna - eerst) * (maand - van) / (tot - van)
    return pad[-1][1]


def doel_van(kpi: Kpi, maand: int) -> float | None:
    """The target of a KPI in a month as it is shown and judged: jeugdigen and euros whole, a share with one decimal."""
    doel = doel_in(kpi.pad, maand)
    return None if doel is None else round(doel, _ACHTER[MATEN[kpi.maat].soort])


def oordeel(kpi: Kpi, metingen: Sequence[Meting]) -> Oordeel:
    """Whether the last complete period lies on the good side of the path.

    A voorlopige period is never judged: it can only look better than it will turn out. Value and
    target are judged as they are read, so that two equal ones are never told apart.
    """
    vast = [m for m in metingen if not m.voorlopig and doel_in(kpi.pad, m.maand) is not None]
    if not vast:
        return Oordeel(Koers.ONBEKEND)
    laatste = vast[-1]
    doel = doel_van(kpi, laatste.maand)
    if laatste.waarde is None or doel is None:
        return Oordeel(Koers.ONBEKEND, laatste, doel)
    waarde = round(laatste.waarde, max(_ACHTER[MATEN[kpi.maat].soort], 1))
    if abs(waarde - doel) < laatste.marge:
        return Oordeel(Koers.ROND, laatste, doel)
    goed = waarde <= doel if kpi.richting is Richting.OMLAAG else waarde >= doel
    return Oordeel(Koers.OP if goed else Koers.VAN, laatste, doel)
