"""A protected table as text for a terminal or a note, in Dutch formats."""

from __future__ import annotations

from core.cijfers.tabellen import Soort
from core.onthulling import Rooster

_LINKS = (Soort.TEKST, Soort.MAAND, Soort.JAAR, Soort.JA_NEE)


def schrijf(tabel: Rooster) -> str:
    """A Markdown table: titles above, numbers to the right, hidden cells as on screen."""
    kop = [k.titel for k in tabel.kolommen]
    lijn = ["---" if k.soort in _LINKS else "---:" for k in tabel.kolommen]
    rijen = [[tabel.tekst(k.naam, n) for k in tabel.kolommen] for n in range(len(tabel))]
    return "\n".join(f"| {' | '.join(_cel(c) for c in rij)} |" for rij in (kop, lijn, *rijen))


def _cel(tekst: str) -> str:
    return tekst.replace("|", "\\|").replace("\n", " ")
