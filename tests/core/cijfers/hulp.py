"""Short ways to write lines and to read a table."""

from __future__ import annotations

from typing import Any

import pandas as pd

from core.cijfers.tabellen import TABELLEN
from core.database import Database
from core.filters import Filter
from core.opmaak import maand_iso, maand_uit_iso

AMBULANT = {"segment": "Segment Jeugd Ambulant", "product": "Begeleiding Individueel"}
DEELTIJD = {"segment": "Segment Jeugd Ambulant", "product": "Pleegzorg"}
VOLTIJD = {"segment": "Segment Jeugd Wonen", "product": "Pleegzorg"}
BESCHERMING = {"segment": "Segment Jeugd JB/JR", "product": "Jeugdbescherming"}


def reeks(wie: str, begin: str, eind: str, **velden: Any) -> list[dict[str, Any]]:
    """A line of 100 euros in every month from begin to eind."""
    maanden = range(maand_uit_iso(begin), maand_uit_iso(eind) + 1)
    return [{"jeugdige": wie, "leveringsmaand": maand_iso(m)} | velden for m in maanden]


def tabel(db: Database, naam: str, f: Filter | None = None) -> list[tuple[Any, ...]]:
    """The rows of a table as tuples; unknown is None."""
    uit = TABELLEN[naam].functie(db, f or Filter())[[k.naam for k in TABELLEN[naam].kolommen]]
    return [tuple(None if pd.isna(w) else w for w in rij) for rij in uit.itertuples(index=False)]


def kolom(db: Database, naam: str, welke: str, f: Filter | None = None) -> list[Any]:
    """One column of a table."""
    return [None if pd.isna(w) else w for w in TABELLEN[naam].functie(db, f or Filter())[welke]]
