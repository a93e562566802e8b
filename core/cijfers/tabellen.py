"""Which tables can be asked for, and what each of their columns is: the registry.

The command line, the pages, disclosure control, exports and the page Toelichting all read it;
a new table is a new row in one of the three lists and a function beside its question.
"""

from __future__ import annotations

from core.cijfers.hoofdtabellen import HOOFDTABELLEN
from core.cijfers.kwaliteitstabellen import KWALITEITSTABELLEN
from core.cijfers.paginatabellen import PAGINATABELLEN
from core.cijfers.register import JAAR, JEUGDIGEN, SEGMENT, Kolom, NietTeVragen, Soort, Tabel

__all__ = ["JAAR", "JEUGDIGEN", "SEGMENT", "TABELLEN", "Kolom", "NietTeVragen", "Soort", "Tabel"]

TABELLEN: dict[str, Tabel] = {
    tabel.naam: tabel for tabel in (*HOOFDTABELLEN, *PAGINATABELLEN, *KWALITEITSTABELLEN)
}
"""Every table of `python -m core tabel`, by name."""
