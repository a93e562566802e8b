"""One jeugdige under two numbers: pairs of pseudonyms that a file with both made known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

_MEESTE = 3
"""A number that is paired with more others than this is a filler, not a person."""


def paren_pad(levering: Path) -> Path:
    """Where the pairs lie of the levering whose parquet is given."""
    return levering.with_suffix(".paren.parquet")


def lees_paren(paden: Iterable[Path]) -> list[tuple[str, str]]:
    """All (clientnummer, bsn) pairs of pseudonyms in these files; files that are not there skip."""
    tabellen = [pq.read_table(p, columns=["clientnummer", "bsn"]) for p in paden if p.exists()]
    return sorted({paar for t in tabellen for paar in zip(*(k.to_pylist() for k in t.columns), strict=True)})


def zelfde(paren: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """Which pseudonym stands for which: `van`, `naar`, one `naar` for all numbers of a person."""
    ouder: dict[str, str] = {}

    def wortel(naam: str) -> str:
        while ouder.setdefault(naam, naam) != naam:
            ouder[naam] = ouder[ouder[naam]]
            naam = ouder[naam]
        return naam

    vaak = _te_vaak(paren)
    for client, bsn in paren:
        if client not in vaak and bsn not in vaak:
            een, twee = sorted((wortel(client), wortel(bsn)))
            ouder[twee] = een
    rijen = sorted((naam, wortel(naam)) for naam in ouder if wortel(naam) != naam)
    return pd.DataFrame(rijen, columns=["van", "naar"], dtype="string")


def _te_vaak(paren: Sequence[tuple[str, str]]) -> set[str]:
    aantal: dict[str, int] = {}
    for paar in paren:
        for nummer in paar:
            aantal[nummer] = aantal.get(nummer, 0) + 1
    return {nummer for nummer, keer in aantal.items() if keer > _MEESTE}
