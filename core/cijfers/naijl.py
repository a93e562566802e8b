"""What of past months is still to be declared, per segment, and how sure that is.

Chain ladder with Mack's standard error (core.cijfers.driehoek); of the youngest months, of which
little is known yet, Cape Cod: what an arrangement in care costs a month, times the arrangementen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from core.cijfers.driehoek import Driehoek, Reeks, Verloop, afloop
from core.cijfers.uitloop import Stroom, stromen
from core.database import Database

OORSPRONGEN = 12
"""Factors rest on so many of the last months that know a step: how aanbieders declare changes."""

MINSTE_STAPPEN = 6
MINSTE_PAREN = 3
"""Without so many steps that each so many months have seen, there is no triangle to speak of."""

STOF = 0.005
"""Euros: lines and credits that add up to less than half a cent add up to nothing but the rounding of floats."""

JONG = 0.75
"""A month of which a smaller part than this is expected to be in goes by Cape Cod."""


@dataclass(frozen=True)
class Schatting:
    """What the months of a Stroom come to: `verwacht` in euros, its `variantie` in euros².

    `deel` is which part (0-1) is expected to be known at their age; `cape_cod` which went by that.
    """

    verwacht: Reeks
    variantie: Reeks
    deel: Reeks
    cape_cod: NDArray[np.bool_]


def schat(s: Stroom) -> Schatting | None:
    """Every month carried to its end; None when too little history is known to tell.

    Columns before the last one in which the months together hold nothing (nobody declares in the
    month itself) say nothing and are left out; their months go by Cape Cod.
    """
    kolommen = _bruikbaar(s.waarden)
    if kolommen is None:
        return None
    cellen = s.waarden[:, kolommen]
    rijen = np.flatnonzero(~np.isnan(cellen).all(axis=1))
    uit = afloop(Driehoek(tuple(map(str, rijen)), cellen[rijen]), OORSPRONGEN)
    delen, ruis = _delen(uit.verloop)
    plek = np.full(len(cellen), -1)
    plek[rijen] = Driehoek(uit.oorsprongen, cellen[rijen]).stand
    bekend, verwacht, variantie = np.zeros(len(cellen)), s.nu.copy(), np.zeros(len(cellen))
    bekend[rijen], verwacht[rijen], variantie[rijen] = uit.laatste, uit.ultimate, uit.se**2
    deel = np.where(plek >= 0, delen[plek], 0.0)
    ketting = Schatting(verwacht, variantie, deel, np.zeros(len(cellen), dtype=bool))
    samen = _cape_cod(s, ketting, bekend, np.where(plek >= 0, ruis[plek], 0.0))
    return _naast_bekend(s, samen, bekend, plek == cellen.shape[1] - 1)


def _bruikbaar(waarden: Reeks) -> slice | None:
    """The columns between which factors can be had: seen by enough months, and holding something."""
    bekend = ~np.isnan(waarden)
    paren = (bekend[:, :-1] & bekend[:, 1:]).sum(axis=0)
    laatste = int(np.argmax(np.append(paren, 0) < MINSTE_PAREN))
    if laatste < MINSTE_STAPPEN:
        return None
    eerste = 0
    for k in range(laatste):
        paar = np.flatnonzero(bekend[:, k] & bekend[:, k + 1])[-OORSPRONGEN:]
        if min(waarden[paar, k].sum(), waarden[paar, k + 1].sum()) < STOF:
            eerste = k + 1
    return slice(eerste, laatste + 1)


def _delen(stappen: Verloop) -> tuple[Reeks, Reeks]:
    """Per column which part is in, and the squared relative error of that part."""
    nog = np.append(np.cumprod(stappen.factor[::-1])[::-1], 1.0)
    ruis = stappen.variantie / (stappen.factor**2 * stappen.grondslag)
    return 1 / nog, np.append(np.cumsum(ruis[::-1])[::-1], 0.0)


def _cape_cod(s: Stroom, ketting: Schatting, bekend: Reeks, ruis: Reeks) -> Schatting:
    """The same with the youngest months, and those without any amount, by Cape Cod where it can be had.

    The price of an arrangement is what the last months declared, by the arrangementen of which it
    should be known by now. Its spread between months is the noise that one month has.
    """
    lopend, deel = s.lopend, ketting.deel
    telt = np.flatnonzero((lopend > 0) & (deel > 0))[-OORSPRONGEN:]
    grondslag = float((lopend * deel)[telt].sum())
    prijs = float(bekend[telt].sum()) / grondslag if grondslag else 0.0
    rijp = telt[deel[telt] >= JONG]
    jong = ((deel < JONG) | (bekend <= 0)) & (lopend > 0)
    if prijs <= 0 or len(rijp) < MINSTE_PAREN or not jong.any():
        return ketting
    afwijking = ketting.verwacht[rijp] / lopend[rijp] - prijs
    spreiding = float((lopend[rijp] * afwijking**2).sum() / (len(rijp) - 1))
    open_ = (1 - deel) * lopend
    # With more credits to come than lines there is less than nothing open, and as much noise.
    variantie = (
        np.abs(open_) * spreiding + open_**2 * spreiding / grondslag + (lopend * prijs * deel) ** 2 * ruis
    )
    return Schatting(
        np.where(jong, bekend + open_ * prijs, ketting.verwacht),
        np.where(jong, variantie, ketting.variantie),
        deel,
        jong,
    )


def _naast_bekend(s: Stroom, uit: Schatting, bekend: Reeks, af: NDArray[np.bool_]) -> Schatting:
    """The same where more is known than the triangle holds: lines of a month that is not over yet."""
    meer = np.where(s.nu > bekend, np.maximum(uit.verwacht, s.nu), uit.verwacht)
    return replace(uit, verwacht=np.where(af, s.nu, meer), variantie=np.where(af, 0.0, uit.variantie))


@dataclass(frozen=True)
class Naijl:
    """Per segment (row, by number) and month from `eerste` (column), in euros.

    `nu` is known, `verwacht` what it comes to with its `variantie`; NaN of a segment that a bron
    tells too little of. `cape_cod`: by the arrangementen in care, not by what was declared.
    """

    eerste: int
    nu: Reeks
    verwacht: Reeks
    variantie: Reeks
    cape_cod: NDArray[np.bool_]

    @cached_property
    def maanden(self) -> range:
        """The maandnummers of the columns."""
        return range(self.eerste, self.eerste + self.nu.shape[1])


@lru_cache(maxsize=3)
def naijl(db: Database) -> Naijl:
    """What every segment of a version still expects; computed once per version."""
    alle = stromen(db)
    segmenten = int(db.rijen("SELECT count(*) FROM segment")[0][0])
    eerste = min((s.eerste for s in alle), default=0)
    vorm = (segmenten, max((len(s.nu) + s.eerste - eerste for s in alle), default=0))
    uit = Naijl(eerste, np.zeros(vorm), np.zeros(vorm), np.zeros(vorm), np.zeros(vorm, dtype=bool))
    for s in alle:
        geschat, vanaf = schat(s), s.eerste - eerste
        uit.nu[s.segment, vanaf:] += s.nu
        uit.verwacht[s.segment, vanaf:] += np.nan if geschat is None else geschat.verwacht
        uit.variantie[s.segment, vanaf:] += np.nan if geschat is None else geschat.variantie
        uit.cape_cod[s.segment, vanaf:] |= False if geschat is None else geschat.cape_cod
    return uit
