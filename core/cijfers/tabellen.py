"""Which tables can be asked for, and what each of their columns is: the registry.

The command line, the pages, disclosure control, exports and the page Toelichting all read it;
a new table is a new row in one of the lists and a function beside its question.
"""

from __future__ import annotations

from core.cijfers.hoofdtabellen import HOOFDTABELLEN
from core.cijfers.kpitabellen import KPITABELLEN
from core.cijfers.kwaliteitstabellen import KWALITEITSTABELLEN
from core.cijfers.kwartaaltabellen import KWARTAALTABELLEN
from core.cijfers.paginatabellen import PAGINATABELLEN
from core.cijfers.register import JAAR, JEUGDIGEN, SEGMENT, Kolom, NietTeVragen, Soort, Tabel
from core.filters import Filter

__all__ = ["JAAR", "JEUGDIGEN", "SEGMENT", "TABELLEN", "Kolom", "NietTeVragen", "Soort", "Tabel", "passend"]

TABELLEN: dict[str, Tabel] = {
    tabel.naam: tabel
    for tabel in (*HOOFDTABELLEN, *PAGINATABELLEN, *KWALITEITSTABELLEN, *KWARTAALTABELLEN, *KPITABELLEN)
}
"""Every table of `python -m core tabel`, by name."""


def passend(naam: str, f: Filter) -> str:
    """The table itself, or the one that stands in for it under a filter that it cannot answer."""
    tabel = TABELLEN[naam]
    return naam if tabel.kan(f) else tabel.anders or naam
