"""The dashboard beside the ledger: line by line what ties, what was explained, and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from core.begrippen import Niveau
from core.cijfers.kolommen import laad
from core.database import Database
from core.filters import Filter
from core.opslag.geopend import geopend
from core.opslag.jaarbladen import (
    ALLE_SEGMENTEN,
    Basis,
    Blad,
    Grootboekregel,
    Jaarbladen,
    Plek,
    Taakveldregel,
    Verklaring,
)
from core.prognose.geboekt import Bedrag, buiten_declaraties, geboekt, in_jaar
from core.prognose.overzicht import jaar_van

REGEL = "regel"
"""The niveau of a line; the last row is that of the total."""


class Stand(StrEnum):
    """How a line of the ledger stands beside the dashboard, in words."""

    SLUIT_AAN = "sluit aan"
    VERKLAARD = "verklaard"
    ONVERKLAARD = "onverklaard"
    LEEG = "nog in te vullen"


KOLOMMEN = (
    "niveau", "segment", "taakveld", "jeugdigen", "dashboard", "grootboek", "verschil", "verklaard",
    "onverklaard", "verklaring", "aansluitstand", "kleinste_product",
)  # fmt: skip


@dataclass(frozen=True)
class Regel:
    """One line in euros; `grootboek` None = not entered."""

    plek: Plek
    dashboard: Bedrag
    grootboek: float | None
    verklaard: float
    verklaring: str

    @property
    def verschil(self) -> float:
        """Ledger − dashboard; NaN while the ledger is not entered."""
        return np.nan if self.grootboek is None else round(self.grootboek - self.dashboard.euro, 2)

    @property
    def rest(self) -> float:
        """What of the difference nobody explained."""
        return round(self.verschil - self.verklaard, 2)

    def stand(self, marge: float) -> Stand:
        """The line in words; a difference up to `marge` euros is rounding."""
        if self.grootboek is None:
            return Stand.LEEG
        if abs(self.verschil) <= marge:
            return Stand.SLUIT_AAN
        return Stand.VERKLAARD if self.verklaring and abs(self.rest) <= marge else Stand.ONVERKLAARD


def plekken(db: Database, ingedeeld: Blad[Taakveldregel], grootboek: Mapping[Plek, float]) -> list[Plek]:
    """Of every product (by number) its line: that of the ledger which says most about it, else its own."""
    taakveld = {(t.segment, t.product): t.taakveld for t in ingedeeld.regels}
    uit = []
    namen = laad(db).product
    for segment, product in zip(namen["segmentnaam"].tolist(), namen["naam"].tolist(), strict=True):
        eigen = (segment, taakveld.get((segment, product), ""))
        ruimer: list[Plek] = [eigen, *([("", eigen[1])] if eigen[1] else []), (segment, "")]
        uit.append(next((plek for plek in ruimer if plek in grootboek), eigen))
    return uit


def regels(db: Database, jaar: int, basis: Basis, bladen: Jaarbladen) -> list[Regel]:
    """The lines of a year: products by segment and taakveld, what stands beside them, and the rest of the ledger."""
    demo = db.stand.demo
    grootboek = {
        (g.segment, g.taakveld): g.bedrag / 100 for g in bladen.blad(Grootboekregel, jaar, demo).regels
    }
    verklaard = {
        (v.segment, v.taakveld): v
        for v in bladen.blad(Verklaring, jaar, demo).regels
        if v.basis == basis.value
    }
    van_product = plekken(db, bladen.indeling(jaar, demo), grootboek)
    segmenten = list(dict.fromkeys(segment for segment, _ in van_product))
    namen = sorted(set(van_product), key=lambda plek: (segmenten.index(plek[0]), plek[1]))
    nummer = {plek: n for n, plek in enumerate(namen)}
    groep = np.array([nummer[plek] for plek in van_product], dtype=np.int64)
    per_groep, anders = geboekt(db, jaar, basis, groep)
    anders |= buiten_declaraties(bladen, jaar, demo)
    bedragen: dict[Plek, Bedrag] = {plek: per_groep[n] for n, plek in enumerate(namen) if n in per_groep}
    for naam, bedrag in anders.items():
        bedragen[next((plek for plek in grootboek if plek[0] == naam), (naam, ""))] = bedrag
    alle = dict.fromkeys([*bedragen, *grootboek])
    return [
        _regel(plek, bedragen.get(plek, Bedrag(0.0)), grootboek.get(plek), verklaard.get(plek))
        for plek in alle
    ]


def _regel(plek: Plek, dashboard: Bedrag, grootboek: float | None, verklaring: Verklaring | None) -> Regel:
    uitleg = (verklaring.bedrag / 100, verklaring.tekst) if verklaring else (0.0, "")
    return Regel(plek, dashboard, grootboek, *uitleg)


def aansluiting(basis: Basis, db: Database, f: Filter) -> pd.DataFrame:
    """Every line of a year in the dashboard and in the ledger, in euros, with their total last.

    `verschil` = grootboek − dashboard, `verklaard` what of it a person explained, `onverklaard` the rest
    of a line that is not settled.
    A difference up to the setting `aansluiting_marge` (euros) is rounding. Null while the ledger is not entered.
    """
    bladen, jaar = geopend(Jaarbladen), jaar_van(db, f)
    marge = float(bladen.instelling("aansluiting_marge"))
    lijst = regels(db, jaar, basis, bladen) if db.stand.laatste_maand else []
    rijen = [_rij(r, marge) for r in lijst]
    if lijst:
        allen = in_jaar(db, jaar)
        rijen.append(_totaal(lijst, marge) | {"jeugdigen": allen, "kleinste_product": allen})
    return pd.DataFrame(rijen, columns=list(KOLOMMEN), dtype=object)


per_leveringsmaand = partial(aansluiting, Basis.LEVERINGSMAAND)
per_declaratiemaand = partial(aansluiting, Basis.DECLARATIEMAAND)


def _rij(r: Regel, marge: float) -> dict[str, Any]:
    return {
        "niveau": REGEL,
        "segment": r.plek[0] or ALLE_SEGMENTEN,
        "taakveld": r.plek[1] or None,
        "jeugdigen": r.dashboard.jeugdigen,
        "kleinste_product": r.dashboard.kleinste,
        "dashboard": r.dashboard.euro,
        "grootboek": r.grootboek,
        "verschil": r.verschil,
        "verklaard": r.verklaard or np.nan,
        "onverklaard": r.rest if r.stand(marge) is Stand.ONVERKLAARD else np.nan,
        "verklaring": r.verklaring or None,
        "aansluitstand": r.stand(marge).value,
    }


def _totaal(lijst: list[Regel], marge: float) -> dict[str, Any]:
    """The lines together: as far as the worst of them, for what is too much in one hides in another."""
    standen = [r.stand(marge) for r in lijst]
    volgorde = (Stand.LEEG, Stand.ONVERKLAARD, Stand.VERKLAARD, Stand.SLUIT_AAN)
    slechtste = next(stand for stand in volgorde if stand in standen)
    ingevuld = [r.grootboek for r in lijst if r.grootboek is not None]
    heel = len(ingevuld) == len(lijst)
    return {
        "niveau": Niveau.TOTAAL.value,
        "segment": None,
        "taakveld": None,
        "dashboard": sum(r.dashboard.euro for r in lijst),
        "grootboek": sum(ingevuld) if ingevuld else None,
        "verschil": sum(r.verschil for r in lijst) if heel else np.nan,
        "verklaard": sum(r.verklaard for r in lijst) or np.nan,
        "onverklaard": sum(r.rest for r, s in zip(lijst, standen, strict=True) if s is Stand.ONVERKLAARD)
        or np.nan,
        "verklaring": None,
        "aansluitstand": slechtste.value,
    }
