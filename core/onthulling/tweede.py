"""Secondary suppression: what would follow from a total that is shown somewhere is hidden too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.begrippen import Niveau
from core.cijfers.register import JAAR, KWARTAAL, MAAND
from core.cijfers.tabellen import Soort, Tabel

VERBORGEN = "verborgen"
Groep = tuple[str, tuple[str, ...]]
"""Rows of a niveau ("" for all) with the same values in the key columns: as Tabel.groepen."""


@dataclass
class Blad:
    """A table on its way out: per column its exact cells (None = unknown) and why each is hidden."""

    vraag: Tabel
    cellen: dict[str, list[Any]]
    naast: dict[str, list[Any]]
    """Columns of the answer that no table shows: what protection needs besides."""
    reden: dict[str, list[str]]
    orde: list[int]

    def dicht(self, kolom: str, rij: int) -> bool:
        """Whether a cell is hidden."""
        return self.reden[kolom][rij] != ""

    def dichte(self, kolom: str) -> list[int]:
        """The rows of which the cell of a column is hidden."""
        return [rij for rij, reden in enumerate(self.reden[kolom]) if reden]

    def verberg(self, kolom: str, rij: int, waarom: str = VERBORGEN) -> None:
        """Hide a cell; one that is hidden already keeps its reason."""
        self.reden[kolom][rij] = self.reden[kolom][rij] or waarom

    def verberg_bedragen(self, rij: int) -> None:
        """Hide the money of jeugdigen in a row: an amount follows from its quotients, its parts and their sum."""
        for k in self.vraag.kolommen:
            if k.soort in (Soort.EURO, Soort.EURO_PER) and k.volgt:
                self.verberg(k.naam, rij)

    def namen(self, *soorten: Soort) -> list[str]:
        """The columns of these kinds."""
        return [k.naam for k in self.vraag.kolommen if k.soort in soorten]


def omhoog(vraag: Tabel) -> tuple[Groep, ...]:
    """The groups that add up to the level above; those of one level over the years do not."""
    return tuple(groep for groep in vraag.groepen if groep[0] not in (*groep[1], Niveau.TOTAAL.value))


def dek_groepen_af(blad: Blad, kolommen: Sequence[str], waar: Sequence[Groep]) -> None:
    """In a group with a known total, one hidden cell alone would follow: the next smallest goes too."""
    if not any(any(blad.reden[kolom]) for kolom in kolommen):
        return
    groepen = [
        (groep, boven) for niveau, sleutels in waar for groep, boven in _met_boven(blad, niveau, sleutels)
    ]
    # What is hidden in a row may leave one hidden cell alone in its column, and so on.
    while sum(_verberg_tweede(blad, *groep, kolom) for groep in groepen for kolom in kolommen):
        pass


_NIVEAU_ERBOVEN = {
    Niveau.PRODUCT.value: Niveau.SEGMENT.value,
    Niveau.SEGMENT.value: Niveau.TOTAAL.value,
    Niveau.BUURT.value: Niveau.WIJK.value,
    Niveau.WIJK.value: Niveau.TOTAAL.value,
}


def _met_boven(blad: Blad, niveau: str, sleutels: Sequence[str]) -> Iterable[tuple[list[int], int | None]]:
    """The groups, each with the row that it adds up to when that stands in the same table."""
    hoger = _NIVEAU_ERBOVEN.get(niveau)
    boven = {} if hoger is None else _groepen(blad, hoger, sleutels)
    for namen, groep in _groepen(blad, niveau, sleutels).items():
        yield groep, boven[namen][0] if namen in boven else None


def _groepen(blad: Blad, niveau: str, sleutels: Sequence[str]) -> dict[tuple[Any, ...], list[int]]:
    uit: dict[tuple[Any, ...], list[int]] = {}
    for rij in blad.orde:
        if not niveau or blad.cellen["niveau"][rij] == niveau:
            uit.setdefault(tuple(_sleutel(blad, s, rij) for s in sleutels), []).append(rij)
    return uit


def _sleutel(blad: Blad, kolom: str, rij: int) -> Any:
    """The cell of a key column; the year of a table by month or quarter is the beginning of its name."""
    if kolom == JAAR.naam and kolom not in blad.cellen:
        return str(blad.cellen[MAAND.naam if MAAND.naam in blad.cellen else KWARTAAL.naam][rij])[:4]
    return blad.cellen[kolom][rij]


def _verberg_tweede(blad: Blad, groep: list[int], boven: int | None, kolom: str) -> bool:
    """Hide a cell when just one is hidden, or none while what they add up to is; whether it did."""
    # With nothing else in the group the total itself is the hidden cell, and is hidden too.
    over = [rij for rij in groep if not blad.dicht(kolom, rij) and blad.cellen[kolom][rij]]
    dicht = sum(blad.dicht(kolom, rij) for rij in groep)
    alleen = dicht == 1 or (dicht == 0 and boven is not None and blad.dicht(kolom, boven))
    if not alleen or not over:
        return False
    eigen = blad.vraag.kolom(kolom)
    # What was entered by hand and is about nobody may be known: it protects less than what is declared.
    over = [rij for rij in over if not eigen.volgt or blad.cellen[eigen.volgt][rij] is not None] or over
    naar = blad.vraag.tweede_naar if eigen.soort is Soort.EURO else ""
    grootte = {**blad.cellen, **blad.naast}[naar or kolom]
    rij = min(over, key=lambda r: abs(grootte[r] or 0))
    blad.verberg(kolom, rij)
    if eigen.soort is Soort.EURO:  # an amount follows from its quotients, and from its parts and their sum
        volgers = [
            k.naam
            for k in blad.vraag.kolommen
            if k.volgt == kolom or (k.soort is Soort.EURO and k.volgt and k.volgt == eigen.volgt)
        ]
        for naam in (*blad.namen(Soort.EURO_PER, Soort.PCT), *volgers):
            blad.verberg(naam, rij)
    return True
