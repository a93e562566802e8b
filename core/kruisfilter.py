"""Cross-filter: what can be clicked in a figure, and what a click does to a Filter.

A bar, cell, row or polygon stands for a value of one or more dimensions. A figure carries them as a
code (`aanbieder=Adelante&jaar=2023`); a month is LEVERINGSMAAND, since `maand` of a Filter is 1-12.
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

from core.filters import DIMENSIES, Filter
from core.opmaak import maand_uit_iso

LEVERINGSMAAND = "leveringsmaand"
"""One month of one year (`2024-02`)."""
_SAMEN = (("segment", "product"), ("wijk", "buurt"))
"""The second lies within the first: a choice of one takes the place of a choice of the other."""


@lru_cache(maxsize=20_000)
def code(**wat: Any) -> str:
    """What a mark stands for, as text; a dimension that is None is left out, nothing is ''."""
    return urlencode({naam: w for naam, w in wat.items() if w is not None})


@lru_cache(maxsize=20_000)
def lees(tekst: str) -> tuple[tuple[str, Any], ...]:
    """The dimensions with their values that `code` wrote: years and months are numbers.

    Raises ValueError for another dimension or a bad number or month.
    """
    uit: list[tuple[str, Any]] = []
    for naam, waarde in parse_qsl(tekst, strict_parsing=True):
        if naam == LEVERINGSMAAND:
            uit.append((naam, maand_uit_iso(waarde)))
        elif naam in DIMENSIES:
            uit.append((naam, int(waarde) if naam in ("jaar", "maand") else waarde))
        else:
            raise ValueError(f"Onbekend filter: {naam}.")
    return tuple(uit)


def aan(f: Filter, wat: str) -> bool:
    """Whether everything that a mark stands for is chosen."""
    return all(_gekozen(f, naam, waarde) for naam, waarde in lees(wat)) if wat else False


def dof(f: Filter, wat: str) -> bool:
    """Whether a mark stands beside what is chosen. A year does not: there is nearly always one."""
    return any(_heeft(f, naam) and not _past(f, naam, waarde) for naam, waarde in lees(wat)) if wat else False


def klik(f: Filter, wat: str, erbij: bool = False) -> Filter:
    """The filter after a click: the mark becomes the choice of its dimensions, or is taken away.

    With `erbij` it is added to what is chosen (of months: all up to it). Of a mark that is taken
    away its year stays, unless it was only a year. Raises ValueError for what is no code.
    """
    keuze = lees(wat)
    if aan(f, wat):
        for naam, waarde in keuze:
            if naam != "jaar" or len(keuze) == 1:
                f = _zonder(f, naam, waarde)
        return f
    f = f.met(**_wijkt({naam for naam, _ in keuze}))
    for naam, waarde in keuze:
        f = _met(f, naam, waarde, erbij)
    return f


def samen(f: Filter, figuur: Filter) -> Filter:
    """What a page and one of its figures are filtered by: the page, and what the figure is about besides.

    A figure of a buurt sets aside which wijk the page is about.
    """
    erbij = figuur.zonder_periode().actief()
    return f.met(**(({"wijk": ()} if figuur.buurt else {}) | erbij))


PERIODE = frozenset({"jaar", "maand", "van", "tot"})


def onder(figuur: Filter, f: Filter, ander: Filter, eigen: Set[str]) -> Filter:
    """The filter of a figure on a page that is filtered by `ander` instead of `f`.

    What the figure sets aside or is about besides stays as it is; so does `eigen`, the dimensions
    that its own rows are of.
    """
    vast = {naam for naam in (*DIMENSIES, "van", "tot") if getattr(figuur, naam) != getattr(f, naam)} | eigen
    for samen_vast in (PERIODE, *map(frozenset, _SAMEN)):
        if samen_vast & vast:
            vast |= samen_vast
    nieuw = {naam: getattr(ander, naam) for naam in (*DIMENSIES, "van", "tot") if naam not in vast}
    return figuur.met(**nieuw)


def _wijkt(namen: Set[str]) -> dict[str, Any]:
    """What gives way to a choice: a product beside the segment of another would leave nothing."""
    leeg: dict[str, Any] = {
        naam: () for paar in _SAMEN if namen & set(paar) for naam in paar if naam not in namen
    }
    return leeg | ({"van": None, "tot": None} if "jaar" in namen else {})


def _met(f: Filter, naam: str, waarde: Any, erbij: bool) -> Filter:
    if naam != LEVERINGSMAAND:
        return f.met(**{naam: (*(getattr(f, naam) if erbij else ()), waarde)})
    einden = [m for m in (f.van, f.tot) if m is not None and erbij] + [waarde]
    return f.met(jaar=(), maand=(), van=min(einden), tot=max(einden))


def _zonder(f: Filter, naam: str, waarde: Any) -> Filter:
    if naam == LEVERINGSMAAND:  # out of the month, to its year
        return f.met(van=None, tot=None, jaar=(waarde // 12,))
    return f.met(**{naam: tuple(w for w in getattr(f, naam) if w != waarde)})


def _gekozen(f: Filter, naam: str, waarde: Any) -> bool:
    if naam == LEVERINGSMAAND:
        return bool(f.van == f.tot == waarde)
    return waarde in getattr(f, naam)


def _heeft(f: Filter, naam: str) -> bool:
    if naam == LEVERINGSMAAND:
        return bool(f.maand or f.van is not None or f.tot is not None)
    return naam != "jaar" and bool(getattr(f, naam))


def _past(f: Filter, naam: str, waarde: Any) -> bool:
    return f.past(waarde) if naam == LEVERINGSMAAND else waarde in getattr(f, naam)
