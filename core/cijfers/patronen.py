"""In which months was a jeugdige in care? The answer as bits, and how many share the same bits.

Five years of months fit in one integer (a *woord*), so that one pass over the selection, grouped
by jeugdige alone, answers every question about months. Jeugdigen with the same months, the same
*patroon*, are then counted together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.cijfers.selectie import Selectie
from core.database import Database

JAREN_PER_WOORD = 5


@dataclass(frozen=True)
class Patronen:
    """Distinct patterns of months in care, with the number of jeugdigen that have each.

    `rijen`: the asked columns and `aantal`; `bits`: a row per pattern, a column per month from
    maandnummer `eerste` on.
    """

    rijen: pd.DataFrame
    bits: np.ndarray
    eerste: int

    def per_maand(self) -> np.ndarray:
        """The number of jeugdigen in care in each month of `bits`."""
        return self.rijen["aantal"].to_numpy() @ self.bits.astype(np.int64)


def woorden(db: Database) -> dict[str, str]:
    """Per word (`woord0`, `woord1` …) the SQL that gathers it when rows are grouped by jeugdige."""
    jaren = _jaren(db)
    blokken = [jaren[n : n + JAREN_PER_WOORD] for n in range(0, len(jaren), JAREN_PER_WOORD)]
    return {f"woord{n}": f"bit_or({_verschoven(blok)})" for n, blok in enumerate(blokken)}


def _verschoven(jaren: list[int]) -> str:
    takken = " ".join(f"WHEN {jaar} THEN zorg::BIGINT << {12 * n}" for n, jaar in enumerate(jaren))
    return f"CASE jaar {takken} ELSE 0 END"


def _jaren(db: Database) -> list[int]:
    if db.stand.eerste_maand is None or db.stand.laatste_maand is None:
        return [0]
    return list(range(db.stand.eerste_maand // 12, db.stand.laatste_maand // 12 + 1))


def patronen(selectie: Selectie, *kolommen: str) -> Patronen:
    """The patterns of a selection, per value of `kolommen` (columns of the CTE `selectie`)."""
    woord = woorden(selectie.db)
    per = "".join(f"{kolom}, " for kolom in kolommen)
    rijen = selectie.vraag(f"""
        WITH {{selectie}},
        per_jeugdige AS (
            SELECT {per}jeugdige, {", ".join(f"{som} AS {naam}" for naam, som in woord.items())}
            FROM selectie
            WHERE zorg > 0
            GROUP BY {per}jeugdige
        )
        SELECT {per}{", ".join(woord)}, count(*) AS aantal FROM per_jeugdige GROUP BY ALL
    """)
    bits = np.hstack([_uitgepakt(rijen[naam].to_numpy()) for naam in woord])
    return Patronen(rijen.drop(columns=list(woord)), bits, _jaren(selectie.db)[0] * 12)


def _uitgepakt(woord: np.ndarray) -> np.ndarray:
    bytes_ = woord.astype("<i8").view(np.uint8).reshape(-1, 8)
    return np.unpackbits(bytes_, axis=1, bitorder="little")[:, : 12 * JAREN_PER_WOORD]
