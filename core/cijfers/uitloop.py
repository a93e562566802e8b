"""The run-off triangles: per bron and segment what was known of each leveringsmaand, months after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pandas as pd

from core.cijfers.driehoek import Reeks
from core.database import Database

ONTWIKKELING = 24
"""After so many months a month is taken to be complete."""

VOORAF = 3
"""Months between the arrangementen that a month is measured against and the month: of an older month
they are all known, also of one that is hardly declared."""

_AFLOOP = "SELECT bron, segment, maand, stap, bedrag, doorlopend, tot FROM afloop ORDER BY ALL"
_LOPEND = "SELECT segment, maand, arrangementen FROM lopend"


@dataclass(frozen=True, eq=False)
class Stroom:
    """What one bron declared for one segment (its number), in euros.

    `waarden`: cumulative, a row per leveringsmaand from `eerste` on, a column per number of months
    after it (0 … ONTWIKKELING), NaN = not known (yet). `nu`: all that is known of each month.
    `lopend`: the arrangementen each month is measured against.
    """

    bron: str
    segment: int
    eerste: int
    waarden: Reeks
    nu: Reeks
    lopend: Reeks

    def zoals_bekend(self, tot: int) -> Stroom:
        """The same as it was known when declaratiemaand `tot` was over; months after it are gone."""
        houd = max(tot - self.eerste + 1, 0)
        waarden = self.waarden[:houd].copy()
        leeftijd = tot - self.eerste - np.arange(len(waarden))
        waarden[np.arange(ONTWIKKELING + 1) > leeftijd[:, None]] = np.nan
        laatste = ONTWIKKELING - np.argmax(~np.isnan(waarden)[:, ::-1], axis=1)
        bekend = waarden[np.arange(houd), laatste]
        # Of a month that is older than the triangle is wide all later lines count too.
        oud = leeftijd > ONTWIKKELING
        nu = np.where(oud, self.nu[:houd], np.nan_to_num(bekend))
        return replace(self, waarden=waarden, nu=nu, lopend=self.lopend[:houd])


@lru_cache(maxsize=3)
def stromen(db: Database) -> tuple[Stroom, ...]:
    """Every bron and segment of a version, with its months up to the last of the data; read once."""
    tabel, laatste = db.vraag(_AFLOOP), db.stand.laatste_maand
    if laatste is None:
        return ()
    lopend = {(segment, maand): aantal for segment, maand, aantal in db.rijen(_LOPEND)}
    uit = []
    for (bron, segment), rijen in tabel.groupby(["bron", "segment"]):
        maanden = range(int(rijen["maand"].min()), laatste + 1)
        if not maanden:
            continue
        eerder = np.array([lopend.get((segment, m - VOORAF), 0) for m in maanden], dtype=np.float64)
        nu = rijen.groupby("maand")["bedrag"].last().reindex(maanden, fill_value=0) / 100
        uit.append(
            Stroom(bron, int(segment), maanden[0], _cellen(rijen, maanden), nu.to_numpy(np.float64), eerder)
        )
    return tuple(uit)


def _cellen(rijen: pd.DataFrame, maanden: range) -> Reeks:
    """The triangle of a stroom. Between two leveringen that tell of a month it grew evenly."""
    punten = rijen[rijen["stap"].between(0, ONTWIKKELING)]
    cellen = punten.pivot(index="maand", columns="stap", values="bedrag") / 100
    cellen = cellen.reindex(index=maanden, columns=range(ONTWIKKELING + 1)).astype(np.float64)
    los = cellen.index.isin(rijen["maand"][~rijen["doorlopend"]])
    # A month without lines is known to have none, where lines say when they were declared.
    gedateerd = cellen.ffill(axis=1).fillna(0.0)
    leeftijd = int(rijen["tot"].iloc[0]) - np.array(maanden)
    gedateerd[np.arange(ONTWIKKELING + 1)[None, :] > leeftijd[:, None]] = np.nan
    if not rijen["doorlopend"].any():
        gedateerd[:] = np.nan
    gedateerd[los] = cellen[los].interpolate(axis=1, limit_area="inside")
    return gedateerd.to_numpy(np.float64)
