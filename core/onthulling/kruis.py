"""A protected table turned: one of its columns becomes the heads, as on the slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.onthulling.tabel import BeveiligdeTabel, Herkomst


@dataclass(frozen=True)
class Kruistabel:
    """Rows by heads: for each row its labels and, per head, the cell as text.

    A combination that does not occur is an empty text: on the slides a blank means nobody.
    """

    titel: str
    labels: tuple[str, ...]
    koppen: tuple[Any, ...]
    rijen: tuple[tuple[tuple[Any, ...], tuple[str, ...]], ...]
    herkomst: Herkomst

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.rijen)


def kruistabel(van: BeveiligdeTabel, labels: Sequence[str], kop: str, waarde: str) -> Kruistabel:
    """The column `waarde` of a protected table, by the label columns down and `kop` across.

    Rows and heads keep the order in which they first occur; numeric heads ascend.
    """
    koppen = list(dict.fromkeys(van.cel(kop, n) for n in range(len(van))))
    if all(isinstance(k, int) for k in koppen):
        koppen.sort()
    rijen: dict[tuple[Any, ...], dict[Any, str]] = {}
    for n in range(len(van)):
        sleutel = tuple(van.cel(label, n) for label in labels)
        rijen.setdefault(sleutel, {})[van.cel(kop, n)] = van.tekst(waarde, n)
    return Kruistabel(
        titel=van.titel,
        labels=tuple(van.kolommen[van.plaats(label)].titel for label in labels),
        koppen=tuple(koppen),
        rijen=tuple((rij, tuple(cellen.get(k, "") for k in koppen)) for rij, cellen in rijen.items()),
        herkomst=van.herkomst,
    )
