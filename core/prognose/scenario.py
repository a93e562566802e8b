"""A year under other assumptions: what price, inflow and an aanbieder that stops do to its forecast."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from core.cijfers import volledigheid
from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.cijfers.selectie import selecteer
from core.cijfers.tellen import groepeer
from core.database import Database
from core.filters import Filter
from core.opslag.geopend import geopend
from core.opslag.scenarios import Scenario, Scenarios
from core.prognose.jaarprognose import grenzen
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
from core.prognose.prijspeil import voorbij
from core.prognose.standen import reeksen

EFFECTEN = ("door_instroom", "door_aanbieder", "door_prijs")
_BEDRAGEN = ("prognose", *EFFECTEN, "uitkomst", "laag", "hoog", "begroting", "verschil")
KOLOMMEN = ["scenario", "niveau", "segment", *_BEDRAGEN, "v_n", "kleinste_groep", "gedeclareerd"]
KLEINSTE_DEEL = 0.005
"""Euros below which an aanbieder has no part in a segment."""

Rij = dict[str, float | str | None]


def bewaard(db: Database, f: Filter) -> pd.DataFrame:
    """Every kept scenario of a year beside the forecast, per segment and together; see `doorgerekend`."""
    alle = geopend(Scenarios).scenarios(jaar_van(db, f), db.stand.demo)
    lijst = regels(db, f) if alle else ()
    return pd.DataFrame([r for s in alle for r in _rijen(db, f, s, lijst)], columns=KOLOMMEN, dtype=object)


def doorgerekend(db: Database, f: Filter, s: Scenario) -> pd.DataFrame:
    """A scenario beside the forecast of its year, in euros; a row per line, and one of all together.

    Only months to come change. `door_instroom`, `door_aanbieder` and `door_prijs` are what the
    assumptions do, in that order, each on what the one before left; with `prognose` they add up to
    `uitkomst`. The bounds are those of the forecast, moved along: how sure an assumption is they do
    not know. `kleinste_groep`: the jeugdigen of the line, or of the aanbieder or all others in it where those are fewer.
    """
    return pd.DataFrame(_rijen(db, f, s, regels(db, f.met(jaar=(s.jaar,)))), columns=KOLOMMEN, dtype=object)


def _rijen(db: Database, f: Filter, s: Scenario, lijst: Sequence[Regel]) -> list[Rij]:
    nummers = {naam: nr for nr, naam in enumerate(laad(db).segment)}
    delen = [_effecten(db, s, r, nummers.get(r.naam)) for r in lijst]
    klein = [_jeugdigen(db, s, r, nummers.get(r.naam)) for r in lijst]
    uit = [_rij(s.naam, r, effect, aantal) for r, effect, aantal in zip(lijst, delen, klein, strict=True)]
    if len(lijst) < 2:
        return uit
    getrokken = np.sum([np.nan_to_num(r.getrokken, nan=r.delen[0]) for r in lijst], axis=0)
    drie = np.nan_to_num(np.array([r.delen for r in lijst])).sum(axis=0)
    alles = Regel("", 0, begroot_samen(lijst), tuple(drie), getrokken)
    # Where the aanbieder is too small in one segment, the total would tell what it costs there.
    deel = [n for n, effect in zip(klein, delen, strict=True) if effect[1]]
    groep = min([jeugdigen_van(db, f, s.jaar), *deel])
    return [*uit, _rij(s.naam, alles, np.sum(delen, axis=0), groep) | {"niveau": "totaal", "segment": None}]  # fmt: skip


def _rij(naam: str, r: Regel, effect: Reeks, jeugdigen: float) -> Rij:
    som = float(effect.sum())
    laag, hoog = (grens + som for grens in grenzen(r.getrokken, 80))
    verschil = r.begroting - r.uitkomst - som
    return {
        "scenario": naam, "niveau": "segment", "segment": r.naam, "prognose": r.uitkomst,
        **dict(zip(EFFECTEN, effect.tolist(), strict=True)), "uitkomst": r.uitkomst + som,
        "laag": laag, "hoog": hoog, "begroting": r.begroting, "verschil": verschil,
        "v_n": v_of_n(verschil), "kleinste_groep": jeugdigen,
        "gedeclareerd": r.delen[0],
    }  # fmt: skip


def _effecten(db: Database, s: Scenario, r: Regel, segment: int | None) -> Reeks:
    """What inflow, the aanbieder and price do to a line, in euros."""
    p = None if segment is None else jaarprognoses(db, s.jaar).get(segment)
    if p is None or segment is None:
        return np.zeros(len(EFFECTEN))
    over = voorbij(db, s.jaar)
    basis, maand = p.per_maand[over:], np.arange(over, JAAR) + 1
    telt = not s.segmenten or r.naam in s.segmenten
    instroom = basis * (1 + telt * s.instroom / 100 * nieuw_deel(db, s.jaar)[over:][:, segment])
    deel = _aandelen(db, s.aanbieder).get(segment, (0.0, 0))[0] if s.aanbieder else 0.0
    zonder = instroom * (1 - deel * (1 - s.verhuist / 100) * (maand >= s.vanaf))
    duurder = zonder * (1 + telt * s.prijs / 100)
    return np.diff([reeks.sum() for reeks in (basis, instroom, zonder, duurder)])


def _jeugdigen(db: Database, s: Scenario, r: Regel, segment: int | None) -> float:
    """The jeugdigen that protect a line: where an aanbieder is taken out its own would follow from the difference."""
    if not s.aanbieder or segment is None:
        return r.jeugdigen
    deel, aantal = _aandelen(db, s.aanbieder).get(segment, (0.0, 0))
    return min(r.jeugdigen, aantal) if deel and aantal else r.jeugdigen


@lru_cache(maxsize=64)
def _aandelen(db: Database, aanbieder: str) -> dict[int, tuple[float, int]]:
    """Per segment which part (0-1) of the kosten of its last twelve complete months an aanbieder has, and its jeugdigen.

    Or the jeugdigen of all others in it, where those are fewer: what the part leaves is theirs.
    """
    maanden = volledigheid.volledige_maanden(db, Filter())[-JAAR:]
    anderen, uit = tuple(naam for naam in laad(db).aanbieder if naam != aanbieder), []
    for f in (Filter(), Filter(aanbieder=(aanbieder,)), Filter(aanbieder=anderen or (aanbieder,))):
        selectie = selecteer(db, f, maanden=maanden)
        groepen = groepeer(selectie, selectie.segment())
        getallen = zip(groepen.kosten().tolist(), groepen.jeugdigen().tolist(), strict=True)
        uit.append(dict(zip(groepen.namen()[0].tolist(), getallen, strict=True)))
    alle, eigen, rest = uit
    return {
        nr: (kosten / alle[nr][0], min(aantal, rest.get(nr, (0.0, 0))[1] or aantal))
        for nr, (kosten, aantal) in eigen.items()
        if alle[nr][0] > KLEINSTE_DEEL and kosten > KLEINSTE_DEEL
    }


@lru_cache(maxsize=8)
def nieuw_deel(db: Database, jaar: int) -> Reeks:
    """Which part (0-1) of the kosten of each month of a year is of arrangementen that begin after the last month
    of the data: 12 × segments. 0 where arrangementen are not known."""
    uit = np.zeros((JAAR, len(laad(db).segment)))
    for r in reeksen(db):
        nu = r.standen[-1]
        deel = None if nu.loop is None else nu.loop.nieuw(nu.maanden, 2 * JAAR)
        if deel is not None:
            over, vooruit = voorbij(db, jaar), jaar * JAAR - (r.eerste + nu.maanden)
            uit[over:, r.segment] = deel[over + vooruit : JAAR + vooruit]
    return uit
