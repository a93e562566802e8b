"""A year as a ledger books it: what is declared in it, of care of its own and of earlier years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from core.cijfers import volledigheid
from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.cijfers.naijl import STOF, schat
from core.cijfers.uitloop import Stroom, stromen
from core.database import Database
from core.filters import Filter
from core.prognose.eerdere_jaren import eerdere_jaren
from core.prognose.jaarprognose import TREKKINGEN, Jaarprognose, grenzen
from core.prognose.methoden import JAAR
from core.prognose.overzicht import (
    Regel,
    begroot_samen,
    jaar_van,
    jaarprognoses,
    jeugdigen_van,
    regels,
    v_of_n,
)
from core.prognose.standen import Segmentreeks, reeksen

Maanden = NDArray[np.int64]
_GEBOEKT = """
SELECT segment, coalesce(sum(bedrag) FILTER (WHERE maand >= $1 AND maand + stap <= $1 + 11), 0)::BIGINT,
    coalesce(sum(bedrag) FILTER (WHERE maand < $1 AND maand + stap BETWEEN $1 AND $1 + 11), 0)::BIGINT,
    coalesce(sum(bedrag) FILTER (WHERE maand BETWEEN $1 AND $1 + 11), 0)::BIGINT
FROM declaratie
GROUP BY segment
"""
_DELEN = ("eigen_jaar", "eerdere_jaren", "nog_te_boeken")
KOLOMMEN = [
    "niveau", "segment", "begroting", *_DELEN, "prognose", "laag", "hoog", "verschil", "v_n", "schuift_door",
    "kleinste_groep",
]  # fmt: skip
Rij = dict[str, float | str | None]


@dataclass(frozen=True, eq=False)
class Boekjaar:
    """One line of a year by declaratiemaand, in euros; NaN where lines do not say when they were declared.

    `eigen`, `eerder`: booked of care of the year and of years before. `nog`: still to be booked in the
    year, of both. `door`: care of the year that is booked after it. `getrokken`: as it may turn out.
    """

    eigen: float
    eerder: float
    nog: float
    door: float
    getrokken: Reeks


def per_segment(db: Database, f: Filter) -> pd.DataFrame:
    """What is booked in a year per segment, by declaratiemaand, beside its budget; all together last. In euros.

    `eigen_jaar` + `eerdere_jaren` + `nog_te_boeken` = `prognose`; `schuift_door` comes after it: care of
    the year that is expected to be declared later. Null where lines do not say when they were declared.
    """
    jaar = jaar_van(db, f)
    lijst = [*regels(db, f), *_alleen_eerder(db, jaar, f)]
    nummers = {naam: nr for nr, naam in enumerate(laad(db).segment)}
    jaren = [_boekjaar(db, jaar, r, nummers.get(r.naam)) for r in lijst]
    klein = [_kleinste(db, jaar, r) for r in lijst]
    rijen = [_rij(r, b) | {"kleinste_groep": k} for r, b, k in zip(lijst, jaren, klein, strict=True)]
    if len(lijst) > 1:
        alles = Regel("", 0, begroot_samen(lijst), (0.0, 0.0, 0.0), lijst[0].getrokken)
        aantal = jeugdigen_van(db, f, jaar)
        groep = min(aantal, _eerder(db, jaar, f)[1] or aantal)
        rijen.append(
            _rij(alles, _samen(jaren)) | {"niveau": "totaal", "segment": None, "kleinste_groep": groep}
        )
    return pd.DataFrame(rijen, columns=KOLOMMEN, dtype=object)


def _alleen_eerder(db: Database, jaar: int, f: Filter) -> list[Regel]:
    """The segments that cost nothing in the year itself, and of which care of earlier years is booked in it."""
    namen, gezien = laad(db).segment, {r.naam for r in regels(db, f)}
    kan = (nr for nr in volledigheid.segmenten(db, f.segment).tolist() if namen[nr] not in gezien)
    leeg = np.zeros(TREKKINGEN)
    return [
        Regel(namen[nr], 0, np.nan, (0.0, 0.0, 0.0), leeg)
        for nr in kan
        if abs(_geboekt(db, jaar).get(nr, (0.0, 0.0, 0.0))[1]) > STOF
    ]


def _eerder(db: Database, jaar: int, f: Filter) -> tuple[float, int]:
    uit = eerdere_jaren(db, jaar, f)
    return (np.nan, 0) if uit is None else (uit.bedrag, uit.jeugdigen)


def _kleinste(db: Database, jaar: int, r: Regel) -> float:
    """The jeugdigen of a line, or those of earlier years in it where they are fewer."""
    eerder = _eerder(db, jaar, Filter(segment=(r.naam,)))[1] if not np.isnan(r.jeugdigen) else 0
    return r.jeugdigen if not eerder else min(n for n in (r.jeugdigen, eerder) if n)


def _rij(r: Regel, b: Boekjaar) -> Rij:
    prognose = b.eigen + b.eerder + b.nog
    verschil = r.begroting - prognose
    laag, hoog = grenzen(b.getrokken, 80)
    return {
        "niveau": "segment", "segment": r.naam, "begroting": r.begroting,
        **dict(zip(_DELEN, (b.eigen, b.eerder, b.nog), strict=True)), "prognose": prognose, "laag": laag,
        "hoog": hoog, "verschil": verschil, "schuift_door": b.door,
        "v_n": v_of_n(verschil),
    }  # fmt: skip


def _samen(jaren: Iterable[Boekjaar]) -> Boekjaar:
    lijst = list(jaren)
    eigen, eerder, nog, door = (
        np.array([(b.eigen, b.eerder, b.nog, b.door) for b in lijst]).sum(axis=0).tolist()
    )
    return Boekjaar(eigen, eerder, nog, door, np.sum([b.getrokken for b in lijst], axis=0))


def _boekjaar(db: Database, jaar: int, r: Regel, segment: int | None) -> Boekjaar:
    if segment is None:  # an amount outside the declarations is booked as it was entered
        return Boekjaar(r.delen[0], 0.0, 0.0, 0.0, r.getrokken)
    p = jaarprognoses(db, jaar).get(segment)
    reeks = next((x for x in reeksen(db) if x.segment == segment), None)
    deel = _deel_naar_leeftijd([s for s in stromen(db) if s.segment == segment])
    eigen, eerder, gedateerd = _geboekt(db, jaar).get(segment, (0.0, 0.0, 0.0))
    if not any(r.delen):
        return Boekjaar(eigen, eerder, 0.0, 0.0, np.full_like(r.getrokken, eigen + eerder))
    if p is None or reeks is None or deel is None or abs(gedateerd - p.gedeclareerd) > 1:
        return Boekjaar(np.nan, np.nan, np.nan, np.nan, np.full_like(r.getrokken, np.nan))
    nog_eigen, nog_eerder = _nog(db, jaar, (reeks, p), deel)
    open_ = p.prognose - p.gedeclareerd
    later = gedateerd - eigen  # of a year that is over: declared after it already
    factor = nog_eigen / open_ if abs(open_) > STOF else 0.0
    getrokken = eigen + eerder + nog_eerder + factor * (p.getrokken - p.gedeclareerd)
    return Boekjaar(eigen, eerder, nog_eigen + nog_eerder, open_ - nog_eigen + later, getrokken)


@lru_cache(maxsize=8)
def _geboekt(db: Database, jaar: int) -> dict[int, tuple[float, float, float]]:
    """Per segment, in euros: booked in a year of its own care and of earlier years, and all booked of its care."""
    return {nr: (a / 100, b / 100, c / 100) for nr, a, b, c in db.rijen(_GEBOEKT, [jaar * JAAR])}


def _nog(db: Database, jaar: int, wat: tuple[Segmentreeks, Jaarprognose], deel: Reeks) -> tuple[float, float]:
    """What of the months of the year, and of those before it, is booked from now to its last month."""
    reeks, p = wat
    nu = reeks.standen[-1]
    maand = np.arange(reeks.eerste, reeks.eerste + nu.maanden)
    tot, einde = _bekend_tot(db, reeks.segment), jaar * JAAR + JAAR - 1
    if tot >= einde:
        return 0.0, 0.0
    verwacht = np.append(nu.reeks, nu.nu[len(nu.reeks) :])
    eerder = maand < jaar * JAAR
    rest = (verwacht - nu.nu) * _komt_voor(maand, tot, einde, deel)
    eigen = np.arange(jaar * JAAR, einde + 1)
    binnen = np.zeros(JAAR)
    er_is = (eigen >= maand[0]) & (eigen <= maand[-1])
    binnen[er_is] = nu.nu[eigen[er_is] - maand[0]]
    komt = _komt_voor(eigen, np.minimum(tot, einde), einde, deel)
    return float(((p.per_maand - binnen) * komt).sum()), float(rest[eerder].sum())


def _komt_voor(maand: Maanden, tot: int, einde: int, deel: Reeks) -> Reeks:
    """Which part (0-1) of what is not known of each month at the end of `tot` is declared by the end of `einde`."""
    dan, nu = (_deel(deel, bij - maand) for bij in (einde, tot))
    uit: Reeks = np.divide(dan - nu, 1 - nu, out=np.ones(len(maand)), where=nu < 1)
    return uit


def _deel(deel: Reeks, leeftijd: Maanden) -> Reeks:
    """Which part is in at each age in months; nothing before the month, all after the table."""
    uit = np.append(deel, 1.0)[np.clip(leeftijd, 0, len(deel))]
    return np.where(leeftijd < 0, 0.0, uit)


def _deel_naar_leeftijd(van: list[Stroom]) -> Reeks | None:
    """Which part (0-1) of a month is in 0, 1, 2 … months after it, the stromen weighed by what they declare."""
    delen, gewicht = [], []
    for s in van:
        toen = schat(s.zoals_bekend(s.eerste + len(s.nu) - 1))
        if toen is None:
            return None
        delen.append(toen.deel[::-1][: JAAR + JAAR])
        gewicht.append(max(float(s.nu[-JAAR:].sum()), 0.0))
    if not sum(gewicht):
        return None
    lengte = min(map(len, delen))
    uit: Reeks = np.average([d[:lengte] for d in delen], axis=0, weights=gewicht)
    return uit


def _bekend_tot(db: Database, segment: int) -> int:
    """The last declaratiemaand that is known of a segment."""
    eigen = [s for s in stromen(db) if s.segment == segment]
    return max(s.eerste + len(s.nu) - 2 + int((~np.isnan(s.waarden[-1])).sum()) for s in eigen)
