"""A protected table as text for a terminal or a note, in Dutch formats."""

from __future__ import annotations

from collections.abc import Sequence

from core.cijfers.tabellen import Kolom
from core.onthulling import Beheertabel, Rooster, opgemaakt
from core.onthulling.opmaak import LINKS


def schrijf(tabel: Rooster) -> str:
    """A Markdown table: titles above, numbers to the right, hidden cells as on screen."""
    return _tabel(
        tabel.kolommen, [[tabel.tekst(k.naam, n) for k in tabel.kolommen] for n in range(len(tabel))]
    )


def beheer(tabel: Beheertabel) -> str:
    """The same of a table about what people wrote or set."""
    rijen = [
        [opgemaakt(k.soort, w) for k, w in zip(tabel.kolommen, rij, strict=True)] for rij in tabel.waarden
    ]
    return _tabel(tabel.kolommen, rijen)


def _tabel(kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> str:
    kop = [k.titel for k in kolommen]
    lijn = ["---" if k.soort in LINKS else "---:" for k in kolommen]
    return "\n".join(f"| {' | '.join(_cel(c) for c in rij)} |" for rij in (kop, lijn, *rijen))


def _cel(tekst: str) -> str:
    return tekst.replace("|", "\\|").replace("\n", " ")
