"""A protected table as text for a terminal or a note, in Dutch formats."""

from __future__ import annotations

from core.cijfers.tabellen import Soort
from core.export.cellen import tekst
from core.onthulling import BeveiligdeTabel

_LINKS = (Soort.TEKST, Soort.MAAND, Soort.JAAR, Soort.JA_NEE)


def schrijf(tabel: BeveiligdeTabel) -> str:
    """A Markdown table: titles above, numbers to the right, hidden cells as on screen."""
    kop = [k.titel for k in tabel.kolommen]
    lijn = ["---" if k.soort in _LINKS else "---:" for k in tabel.kolommen]
    rijen = [
        [tekst(k, w, r) for k, w, r in zip(tabel.kolommen, rij, redenen, strict=True)]
        for rij, redenen in zip(tabel.waarden, tabel.reden, strict=True)
    ]
    return "\n".join(
        "| " + " | ".join(c.replace("|", "\\|") for c in rij) + " |" for rij in [kop, lijn, *rijen]
    )
