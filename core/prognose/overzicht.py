"""The forecast of a year as tables: per segment beside the budget, all together, month by month, and as it once was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pandas as pd

from core.cijfers import volledigheid
from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.cijfers.register import NietTeVragen
from core.cijfers.selectie import selecteer
from core.cijfers.tellen import groepeer
from core.database import Database
from core.filters import Filter
from core.opmaak import datum
from core.opslag.begroting import BUITEN, Begrotingen
from core.opslag.geopend import geopend
from core.prognose.jaarprognose import TREKKINGEN, Jaarprognose, grenzen, jaarprognose
from core.prognose.methoden import JAAR
from core.prognose.samenhang import correlaties, fouten, samen
from core.prognose.standen import reeksen

_DELEN = ("gedeclareerd", "nog_te_declareren", "rest_jaar")
_KOLOMMEN = (
    "begroting",
    *_DELEN,
    "prognose",
    "laag",
    "hoog",
    "verschil",
    "v_n",
    "laag_95",
    "hoog_95",
    "jeugdigen",
)


def jaar_van(db: Database, f: Filter) -> int:
    """The year that a forecast is about: the one asked for, else the last of the data. Raises NietTeVragen."""
    if len(f.jaar) > 1 or f.maand or f.van is not None or f.tot is not None:
        raise NietTeVragen("Een prognose gaat over één heel jaar: kies een jaar, en geen maanden.")
    return f.jaar[0] if f.jaar else (db.stand.laatste_maand or 0) // 12


@lru_cache(maxsize=12)
def jaarprognoses(db: Database, jaar: int) -> dict[int, Jaarprognose]:
    """The forecast of a year of every segment (by number) of which one can be made; kept per version.

    Draw by draw they turn out high or low together as far as their earlier forecasts did.
    """
    per_segment = {r: jaarprognose(r.standen, jaar * 12 - r.eerste, r.segment) for r in reeksen(db)}
    uit = {r.segment: p for r, p in per_segment.items() if p is not None}
    open_ = {r: p for r, p in per_segment.items() if p is not None and p.methode}
    if len(open_) > 1:
        komend = max(jaar * 12 + 11 - (db.stand.laatste_maand or 0), 1)
        eerder = [fouten(r, p.methode, min(komend, JAAR)) for r, p in open_.items()]
        geordend = samen([p.getrokken for p in open_.values()], correlaties(eerder, komend))
        uit |= {r.segment: replace(p, getrokken=g) for (r, p), g in zip(open_.items(), geordend, strict=True)}
    return uit


@dataclass(frozen=True, eq=False)
class Regel:
    """One line of the forecast of a year, in euros; NaN = not known. `getrokken`: the year as it may turn out.

    `methode`: how the months to come were estimated; empty when there are none, or no forecast.
    """

    naam: str
    jeugdigen: float
    begroting: float
    delen: tuple[float, float, float]
    getrokken: Reeks
    methode: str = ""

    @property
    def prognose(self) -> float:
        """Declared + still to be declared + the rest of the year."""
        return sum(self.delen)

    @property
    def uitkomst(self) -> float:
        """The forecast; where there is none what was declared."""
        return self.delen[0] if np.isnan(self.prognose) else self.prognose

    def cellen(self) -> dict[str, float | str | None]:
        """The line as the row of a table."""
        verschil = self.begroting - self.prognose
        laag, hoog = grenzen(self.getrokken, 80)
        laag_95, hoog_95 = grenzen(self.getrokken, 95)
        return {
            "jeugdigen": self.jeugdigen,
            "begroting": self.begroting,
            **dict(zip(_DELEN, self.delen, strict=True)),
            "prognose": self.prognose,
            "laag": laag,
            "hoog": hoog,
            "laag_95": laag_95,
            "hoog_95": hoog_95,
            "verschil": verschil,
            "v_n": v_of_n(verschil),
            "methode_rest": self.methode or None,
        }


def v_of_n(verschil: float) -> str | None:
    """V (voordelig) for budget left over or just enough, N (nadelig) for too little; None where it is not known."""
    return None if np.isnan(verschil) else "V" if verschil >= 0 else "N"


def begroot_samen(lijst: Iterable[Regel]) -> float:
    """The budget of lines together, in euros, as far as it is known; NaN where none has any."""
    begroot = [r.begroting for r in lijst if not np.isnan(r.begroting)]
    return sum(begroot) if begroot else np.nan


def regels(db: Database, f: Filter) -> tuple[Regel, ...]:
    """The lines of a year: the segments, what they cost outside the declarations, and other lines of the budget."""
    opslag, van = geopend(Begrotingen), Filter(jaar=(jaar_van(db, f),), segment=f.segment)
    return _regels(db, van, opslag, opslag.gewijzigd())


@lru_cache(maxsize=64)
def _regels(db: Database, f: Filter, opslag: Begrotingen, gewijzigd: tuple[int, ...]) -> tuple[Regel, ...]:
    """Made once for all tables of a page; `gewijzigd` is the mark of what was entered."""
    jaar, demo = f.jaar[0], db.stand.demo
    begroot = {b.segment: b.geldend / 100 for b in opslag.begroting(jaar, demo)}
    uit = list(_segmenten(db, f, begroot))
    buiten: dict[str, float] = {}
    for b in opslag.buiten_declaraties(demo):
        if b.jaar == jaar and (not f.segment or b.segment in f.segment):
            naam = BUITEN.format(b.segment)
            buiten[naam] = buiten.get(naam, 0) + b.bedrag / 100
    gezien = {r.naam for r in uit}
    los = [n for n in begroot if n not in gezien and (not f.segment or n in f.segment)]
    for naam in dict.fromkeys([*buiten, *los]):
        bedrag = buiten.get(naam, 0.0)
        uit.append(Regel(naam, np.nan, begroot.get(naam, np.nan), (bedrag, 0.0, 0.0), _vast(bedrag)))
    return tuple(uit)


def _vast(bedrag: float) -> Reeks:
    return np.full(TREKKINGEN, bedrag)


def _segmenten(db: Database, f: Filter, begroot: dict[str, float]) -> Iterable[Regel]:
    jaar = f.jaar[0]
    jeugdigen, kosten = _geteld(db, jaar)
    # Who is forecast from the year before alone is protected by the jeugdigen of that year.
    eerder, _ = _geteld(db, jaar - 1)
    jeugdigen = {nr: jeugdigen.get(nr) or eerder.get(nr, 0) for nr in (*eerder, *jeugdigen)}
    namen, prognoses = laad(db).segment, jaarprognoses(db, jaar)
    for nr in volledigheid.segmenten(db, f.segment).tolist():
        naam, bedrag, p = namen[nr], kosten.get(nr, 0.0), prognoses.get(nr)
        if not (bedrag or naam in begroot or (p is not None and abs(p.prognose) > 0.005)):
            continue
        begroting = begroot.get(naam, np.nan)
        if p is None:
            geen = np.nan if bedrag else 0.0
            yield Regel(naam, jeugdigen.get(nr, 0), begroting, (bedrag, geen, geen), _vast(bedrag + geen))
            continue
        delen = (bedrag, p.nog_te_declareren, p.rest_jaar)
        getrokken = p.getrokken + bedrag - p.gedeclareerd
        yield Regel(naam, jeugdigen.get(nr, 0), begroting, delen, getrokken, p.methode)


@lru_cache(maxsize=24)
def _geteld(db: Database, jaar: int) -> tuple[dict[int, int], dict[int, float]]:
    """Unieke jeugdigen and kosten (euros) of a year per segment, by its number."""
    selectie = selecteer(db, Filter(jaar=(jaar,)))
    groepen = groepeer(selectie, selectie.segment())
    welke = groepen.namen()[0].tolist()
    jeugdigen, kosten = groepen.jeugdigen().tolist(), groepen.kosten().tolist()
    return dict(zip(welke, jeugdigen, strict=True)), dict(zip(welke, kosten, strict=True))


@lru_cache(maxsize=64)
def jeugdigen_van(db: Database, f: Filter, jaar: int) -> int:
    """Unieke jeugdigen of a year together; of one that has not begun those of the year before it."""
    aantallen = (groepeer(selecteer(db, f.met(jaar=(j,)))).jeugdigen().sum() for j in (jaar, jaar - 1))
    return int(next((n for n in aantallen if n), 0))


def per_segment(db: Database, f: Filter) -> pd.DataFrame:
    """What a year comes to per segment beside its budget, in euros; 80 % lies between `laag` and `hoog`.

    `verschil` = begroting − prognose, `v_n` V (voordelig) or N (nadelig). What was entered outside the
    declarations stands on lines of its own. Null where the budget or a forecast is not known.
    """
    rijen = [{"segment": r.naam, **r.cellen()} for r in regels(db, f)]
    return pd.DataFrame(rijen, columns=["segment", *_KOLOMMEN, "methode_rest"], dtype=object)


def totaal(db: Database, f: Filter) -> pd.DataFrame:
    """The lines of `per_segment` together: one row, or none without data.

    The bounds are those of the sum: segments do not all turn out high together, so they are closer
    than the bounds of the lines added up. Of a line without a forecast what was declared counts.
    """
    lijst = regels(db, f)
    een, twee, drie = np.nan_to_num(np.array([r.delen for r in lijst]).reshape(-1, 3)).sum(axis=0).tolist()
    getrokken = _vast(0.0)
    for r in lijst:
        getrokken = getrokken + np.where(np.isnan(r.getrokken), r.delen[0], r.getrokken)
    groep = float(jeugdigen_van(db, f, jaar_van(db, f)))
    alles = Regel("", groep, begroot_samen(lijst), (een, twee, drie), getrokken)
    rijen = [alles.cellen()] if lijst else []
    return pd.DataFrame(rijen, columns=list(_KOLOMMEN), dtype=object)


def bevroren(db: Database, f: Filter) -> pd.DataFrame:
    """Every earlier forecast of a year as it was frozen, per line, in euros, with its name and day."""
    rijen = [
        {"naam": b.naam, "bevroren_op": datum(b.datum)} | rij
        for b in geopend(Begrotingen).bevroren(jaar_van(db, f), db.stand.demo)
        for rij in b.rijen
        if not f.segment or rij["segment"] in f.segment
    ]
    velden = ("segment", "jeugdigen", "begroting", "gedeclareerd", "prognose", "laag", "hoog")
    return pd.DataFrame(rijen, columns=["naam", "bevroren_op", *velden], dtype=object)
