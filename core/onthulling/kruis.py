"""A protected table turned: one of its columns becomes the heads, as on the slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from core.onthulling.recept import Recept, bewaart, onthoudt_recept
from core.onthulling.tabel import BeveiligdeTabel, Herkomst

TOTAAL = "Totaal"


@dataclass(frozen=True)
class Kruistabel:
    """Rows by heads: for each row its labels and, per head, the cell as text.

    A combination that does not occur is an empty text: on the slides a blank means nobody.
    `waarden` are the shown numbers behind the texts, None where nothing or nothing shown stands.
    """

    titel: str
    labels: tuple[str, ...]
    koppen: tuple[Any, ...]
    rijen: tuple[tuple[tuple[Any, ...], tuple[str, ...]], ...]
    waarden: tuple[tuple[Any, ...], ...]
    herkomst: Herkomst
    recept: Recept | None = field(default=None, init=False, compare=False, repr=False)
    """How it was made of tables."""

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.rijen)


@bewaart(256)
def kruistabel(
    van: BeveiligdeTabel, labels: tuple[str, ...], kop: str | tuple[str, ...], waarde: str
) -> Kruistabel:
    """The column `waarde` of a protected table, by the label columns down and `kop` across.

    Several columns across make heads that are tuples. Rows and heads keep the order in which they
    first occur; numeric heads ascend.
    """
    van_rij = [_sleutel(van, kop, n) if isinstance(kop, tuple) else van.cel(kop, n) for n in range(len(van))]
    koppen = list(dict.fromkeys(van_rij))
    if all(isinstance(k, int) for k in koppen):
        koppen.sort()
    rijen: dict[tuple[Any, ...], dict[Any, int]] = {}
    for n in range(len(van)):
        rijen.setdefault(_sleutel(van, labels, n), {})[van_rij[n]] = n
    return Kruistabel(
        titel=van.titel,
        labels=tuple(van.kolommen[van.plaats(label)].titel for label in labels),
        koppen=tuple(koppen),
        rijen=tuple(
            (rij, tuple(van.tekst(waarde, cellen[k]) if k in cellen else "" for k in koppen))
            for rij, cellen in rijen.items()
        ),
        waarden=tuple(
            tuple(van.cel(waarde, cellen[k]) if k in cellen else None for k in koppen)
            for cellen in rijen.values()
        ),
        herkomst=van.herkomst,
    )


@onthoudt_recept
def met_totaal(kruis: Kruistabel, van: BeveiligdeTabel, labels: Sequence[str], waarde: str) -> Kruistabel:
    """The same with a last head *Totaal*: `waarde` of the row of `van` that has the same labels.

    The whole is asked for, never added up: a sum of parts is not a number of unieke jeugdigen.
    A row that `van` does not have stays empty; so does its place in `waarden` for every row,
    since a total is no cell among the others.
    """
    heel = {_sleutel(van, labels, n): van.tekst(waarde, n) for n in range(len(van))}
    return replace(
        kruis,
        koppen=(*kruis.koppen, TOTAAL),
        rijen=tuple((rij, (*cellen, heel.get(rij, ""))) for rij, cellen in kruis.rijen),
        waarden=tuple((*rij, None) for rij in kruis.waarden),
    )


@onthoudt_recept
def in_volgorde(kruis: Kruistabel, koppen: Sequence[Any], rijen: Sequence[Any] = ()) -> Kruistabel:
    """The same with its heads in the given order; those it does not have are left out.

    `rijen` likewise orders the rows by their first label; without it they stay as they are.
    """
    if rijen:
        op_label = {rij[0]: n for n, (rij, _) in enumerate(kruis.rijen)}
        nummers = [op_label[naam] for naam in rijen if naam in op_label]
        kruis = replace(
            kruis,
            rijen=tuple(kruis.rijen[n] for n in nummers),
            waarden=tuple(kruis.waarden[n] for n in nummers),
        )
    plaatsen = [kruis.koppen.index(k) for k in koppen if k in kruis.koppen]
    return replace(
        kruis,
        koppen=tuple(kruis.koppen[p] for p in plaatsen),
        rijen=tuple((rij, tuple(cellen[p] for p in plaatsen)) for rij, cellen in kruis.rijen),
        waarden=tuple(tuple(rij[p] for p in plaatsen) for rij in kruis.waarden),
    )


def _sleutel(van: BeveiligdeTabel, labels: Sequence[str], rij: int) -> tuple[Any, ...]:
    return tuple(van.cel(label, rij) for label in labels)
