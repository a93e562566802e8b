"""The yearly statements of aanbieders beside what was declared and granted here, per product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from core.cijfers.kolommen import laad
from core.cijfers.selectie import EERSTE_JAAR, selecteer
from core.cijfers.tellen import groepeer
from core.database import Database
from core.filters import Filter
from core.opslag.geopend import geopend
from core.opslag.jaarbladen import Jaarbladen, Verantwoording
from core.prognose.aanbiedersdeel import heet_nu, per_aanbieder
from core.prognose.overzicht import jaar_van

Plek = tuple[str, str]
"""Aanbieder and product; a product that occurs in more segments is taken together."""
ALLE = "Alle producten"
"""In the place of a product, on the one line of an aanbieder that stated nothing."""


@dataclass(frozen=True)
class Toegekend:
    """Euros that were granted and their unieke jeugdigen; `kleinste`: in the segment that has fewest of them."""

    euro: float = 0.0
    jeugdigen: int = 0
    kleinste: int = 0


_NIETS = Toegekend()
Hier = tuple[Toegekend, tuple[float, int]]
"""Granted, and refused or undecided in euros with its unieke jeugdigen."""


class Stand(StrEnum):
    """How a statement stands beside what was granted, in words."""

    SLUIT_AAN = "sluit aan"
    AANTAL = "bedrag sluit aan, aantal niet"
    VERSCHIL = "verschil"
    GEEN = "geen verantwoording"


class Waardoor(StrEnum):
    """What a difference can be, as far as the data tell."""

    AFGEWEZEN = "gelijk aan wat is afgewezen of nog in behandeling"
    NOG = "kan nog worden gedeclareerd"
    NIET_HIER = "hier niet gedeclareerd"
    NIET_DAAR = "niet verantwoord"
    ONVERKLAARD = "onverklaard"


_OVERIG = "SELECT jaar, aanbieder, product, bedrag::DOUBLE / 100, jeugdigen FROM niet_toegekend"

KOLOMMEN = (
    "aanbieder", "product", "toegekend", "jeugdigen", "niet_toegekend", "jeugdigen_niet_toegekend",
    "laagste_aantal", "verantwoord", "verschil", "jeugdigen_verantwoord", "verschil_jeugdigen", "accountant",
    "verantwoordingsstand", "waardoor", "toelichting",
)  # fmt: skip


def productieverantwoording(db: Database, f: Filter) -> pd.DataFrame:
    """Every product of who stated anything over a year, and a line for each other aanbieder; by name.

    In euros and unieke jeugdigen.
    What was declared is `toegekend` (what counts) + `niet_toegekend` (refused or not decided on); `verschil` =
    verantwoord − toegekend. `laagste_aantal`: the lowest of both numbers of jeugdigen, ours in the
    segment that has fewest. Null without a statement.
    """
    bladen, jaar = geopend(Jaarbladen), jaar_van(db, f)
    marge = float(bladen.instelling("aansluiting_marge"))
    verantwoord = _ingevoerd(db, bladen.blad(Verantwoording, jaar, db.stand.demo).regels)
    toegekend, overig = _toegekend(db).get(jaar, {}), _niet_toegekend(db).get(jaar, {})
    goedgekeurd = dict.fromkeys((aanbieder for aanbieder, _ in verantwoord), False)
    goedgekeurd |= {aanbieder: True for (aanbieder, _), v in verantwoord.items() if v.accountant}
    nog = _nog(db).get(jaar, {}) if verantwoord else {}
    rijen = []
    plekken = {*verantwoord, *(p for p in (*toegekend, *overig) if (p[0] in goedgekeurd) != (p[1] == ALLE))}
    for plek in sorted(plekken, key=lambda p: (p[0].lower(), p[1].lower())):
        opgave = verantwoord.get(plek)
        hier = (toegekend.get(plek, _NIETS), overig.get(plek, (0.0, 0)))
        # Who states some products states that there are no others.
        if opgave is None and plek[0] in goedgekeurd:
            opgave = Verantwoording(*plek, 0, 0, goedgekeurd[plek[0]])
        rijen.append(_rij(plek, opgave, hier, (marge, nog.get(plek[0], 0.0))))
    return pd.DataFrame(rijen, columns=list(KOLOMMEN), dtype=object)


def per_product(db: Database, jaar: int) -> dict[Plek, Hier]:
    """What was granted, and refused or not decided on, in a year per aanbieder and product, whoever stated what."""
    toegekend, overig = _toegekend(db).get(jaar, {}), _niet_toegekend(db).get(jaar, {})
    plekken = (p for p in {**toegekend, **overig} if p[1] != ALLE)
    return {p: (toegekend.get(p, _NIETS), overig.get(p, (0.0, 0))) for p in plekken}


def _ingevoerd(db: Database, regels: Iterable[Verantwoording]) -> dict[Plek, Verantwoording]:
    """The statements by aanbieder and product; those of aanbieders that are one now are added up."""
    lijst, uit = list(regels), dict[Plek, Verantwoording]()
    heten = {naam: heet_nu(db, naam) for naam in {v.aanbieder for v in lijst}}
    for v in lijst:
        nu = v if heten[v.aanbieder] == v.aanbieder else replace(v, aanbieder=heten[v.aanbieder])
        if eerder := uit.get((nu.aanbieder, nu.product)):
            onbekend = None in (eerder.clienten, nu.clienten)
            nu = replace(
                nu,
                bedrag=eerder.bedrag + nu.bedrag,
                clienten=None if onbekend else (eerder.clienten or 0) + (nu.clienten or 0),
                accountant=eerder.accountant and nu.accountant,
                toelichting=" ".join(filter(None, (eerder.toelichting, nu.toelichting))),
            )
        uit[nu.aanbieder, nu.product] = nu
    return uit


def _rij(plek: Plek, opgave: Verantwoording | None, hier: Hier, euro: tuple[float, float]) -> tuple[Any, ...]:
    """One line, as KOLOMMEN; `euro`: up to how much a difference is rounding, and what the aanbieder may still declare."""
    toegekend, overig = hier
    uit = (*plek, toegekend.euro, toegekend.jeugdigen, *overig)
    if opgave is None:
        return *uit, toegekend.kleinste, None, None, None, None, None, Stand.GEEN, None, None
    (marge, nog), bedrag, aantal = euro, opgave.bedrag / 100, opgave.clienten
    verschil = round(bedrag - toegekend.euro, 2)
    anders = None if aantal is None else aantal - toegekend.jeugdigen
    laagste = min((n for n in (toegekend.kleinste, aantal) if n), default=0)
    stand, waardoor = Stand.AANTAL if anders else Stand.SLUIT_AAN, None
    if abs(verschil) > marge:
        stand, waardoor = Stand.VERSCHIL, _waardoor(verschil, bedrag, (toegekend.euro, overig[0], nog), marge)
    oordeel = (opgave.accountant, stand, waardoor, opgave.toelichting or None)
    return *uit, laagste, bedrag, verschil, aantal, anders, *oordeel


def _waardoor(verschil: float, bedrag: float, hier: tuple[float, float, float], marge: float) -> str:
    toegekend, overig, nog = hier
    if abs(overig) > marge and abs(verschil - overig) <= marge:
        return Waardoor.AFGEWEZEN
    if not bedrag:
        return Waardoor.NIET_DAAR
    if not toegekend:
        return Waardoor.NIET_HIER
    return Waardoor.NOG if 0 < verschil <= nog else Waardoor.ONVERKLAARD


@lru_cache(maxsize=2)
def _toegekend(db: Database) -> Mapping[int, Mapping[Plek, Toegekend]]:
    """What was granted per year, aanbieder and name of a product (and ALLE); counted once per version."""
    selectie, kolommen = selecteer(db, Filter()), laad(db)
    alle = kolommen.product["naam"].tolist()
    namen = list(dict.fromkeys(alle))
    nummer = np.array([namen.index(naam) for naam in alle], dtype=np.int64)
    los = groepeer(selectie, selectie.jaar(), selectie["aanbieder"], selectie["product"])
    samen = groepeer(selectie, selectie.jaar(), selectie["aanbieder"], nummer[selectie["product"]])
    kleinste: dict[tuple[int, Plek], int] = {}
    for jaar, a, p, aantal in zip(*(k.tolist() for k in (*los.namen(), los.jeugdigen())), strict=True):
        if aantal:
            plek = (EERSTE_JAAR + jaar, (kolommen.aanbieder[a], alle[p]))
            kleinste[plek] = min(aantal, kleinste.get(plek, aantal))
    uit: dict[int, dict[Plek, Toegekend]] = {}
    heel = groepeer(selectie, selectie.jaar(), selectie["aanbieder"])
    getallen = (*heel.namen(), heel.kosten(), heel.jeugdigen())
    for jaar, a, kosten, aantal in zip(*(k.tolist() for k in getallen), strict=True):
        uit.setdefault(EERSTE_JAAR + jaar, {})[kolommen.aanbieder[a], ALLE] = Toegekend(
            kosten, aantal, aantal
        )
    getallen = (*samen.namen(), samen.kosten(), samen.jeugdigen())
    for jaar, a, p, kosten, aantal in zip(*(k.tolist() for k in getallen), strict=True):
        plek = (EERSTE_JAAR + jaar, (kolommen.aanbieder[a], namen[p]))
        uit.setdefault(plek[0], {})[plek[1]] = Toegekend(kosten, aantal, kleinste.get(plek, 0))
    return uit


@lru_cache(maxsize=2)
def _niet_toegekend(db: Database) -> Mapping[int, Mapping[Plek, tuple[float, int]]]:
    """Per year euros of lines that were refused or are not decided on, with their jeugdigen; in all (ALLE) too."""
    kolommen, uit = laad(db), dict[int, dict[Plek, tuple[float, int]]]()
    namen = kolommen.product["naam"].tolist()
    for jaar, aanbieder, product, bedrag, jeugdigen in db.rijen(_OVERIG):
        van = uit.setdefault(jaar, {})
        for naam in (namen[product], ALLE):
            plek = (kolommen.aanbieder[aanbieder], naam)
            eerder = van.get(plek, (0.0, 0))
            # Who is in two segments or products may be the same one: the lowest number that it can be.
            van[plek] = (eerder[0] + bedrag, max(eerder[1], jeugdigen))
    return uit


@lru_cache(maxsize=2)
def _nog(db: Database) -> Mapping[int, Mapping[str, float]]:
    """What each aanbieder is still expected to declare of past months of each year, in euros; 0 where it cannot be told."""
    uit = {}
    for jaar in db.keuzes["jaar"]:
        jaren = per_aanbieder(db, jaar)
        open_ = np.nan_to_num((jaren.verwacht - jaren.gedeclareerd)[:, jaren.voorbij].sum(axis=1))
        uit[jaar] = dict(zip(laad(db).aanbieder, open_.tolist(), strict=True))
    return uit
