"""From the budget of a year to its forecast, step by step, by way of what the year before came to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from core.cijfers import volledigheid
from core.database import Database
from core.filters import Filter
from core.prognose.eerdere_jaren import eerdere_jaren
from core.prognose.methoden import JAAR
from core.prognose.overzicht import Regel, begroot_samen, jaar_van, jeugdigen_van, regels
from core.prognose.prijspeil import Verandering, verandering, voorbij

GEHEEL, DEEL, DAARNAAST = "geheel", "deel", "daarnaast"
VERTREK = "{} {} dan begroot voor {}"
"""The first step: a budget has no volume or price, the year before it has."""
VOLUME = "Volume (maanden hulp)"
PRIJS = "Prijs (kosten per maand hulp)"
MIX = "Mix (verschuiving tussen producten)"
VAST = "Lumpsum en pgb"
NAIJL = "Na-ijl"
BUITEN = "Buiten de declaraties"
_KOLOMMEN = ["onderdeel", "soort", "bedrag", "v_n", "jeugdigen"]
Stap = tuple[str, float]
Rij = tuple[str, str, float, str | None, int]


def per_stap(db: Database, f: Filter) -> pd.DataFrame:
    """From the budget in force to the forecast of a year, in euros; the steps add up to the cent.

    `soort`: geheel (the budget, the year before, the forecast), deel (a step; `v_n` N where it costs
    more) or daarnaast (declared in the year for earlier ones: not in the forecast). First how the
    budget lies to the year before, which has a volume and a price; then what changed since. No
    rows without a budget, or without a whole year before it.
    """
    jaar = jaar_van(db, f)
    toen, nu = regels(db, f.met(jaar=(jaar - 1,))), regels(db, f.met(jaar=(jaar,)))
    begroting = round(begroot_samen(nu), 2)
    if np.isnan(begroting) or not toen or (jaar - 1) * 12 < (db.stand.eerste_maand or 0):
        return pd.DataFrame(columns=_KOLOMMEN, dtype=object)
    vorig, prognose = (round(sum(r.uitkomst for r in lijst), 2) for lijst in (toen, nu))
    stappen = _stappen(db, jaar, f, _buiten(nu) - _buiten(toen))
    sluitend = _sluitend(stappen, round(prognose - vorig, 2))
    aantal = min(jeugdigen_van(db, f, j) for j in (jaar - 1, jaar))
    rijen = [
        (f"Begroting {jaar}", GEHEEL, begroting, None, aantal),
        *_vertrek(db, jaar, vorig, begroting, aantal),
        *(_deel(naam, bedrag, aantal) for naam, bedrag in sluitend if bedrag),
        (f"Prognose {jaar}", GEHEEL, prognose, None, aantal),
    ]
    if (eerder := eerdere_jaren(db, jaar, f)) is not None:
        naam = f"In {jaar} gedeclareerd over eerdere jaren"
        rijen.append((naam, DAARNAAST, eerder.bedrag, None, eerder.jeugdigen))
    return pd.DataFrame(rijen, columns=_KOLOMMEN, dtype=object)


def _vertrek(db: Database, jaar: int, vorig: float, begroting: float, aantal: int) -> list[Rij]:
    """How the budget lies to the year before, and what that came to, or is expected to."""
    hoe = "meer" if vorig > begroting else "minder"
    is_over = voorbij(db, jaar - 1) == JAAR
    wat, kost = ("Kosten", "kostte") if is_over else ("Prognose", "kost naar verwachting")
    return [
        _deel(VERTREK.format(jaar - 1, f"{kost} {hoe}", jaar), vorig - begroting, aantal),
        (f"{wat} {jaar - 1}", GEHEEL, vorig, None, aantal),
    ]


def _deel(naam: str, bedrag: float, aantal: int) -> Rij:
    return naam, DEEL, round(bedrag, 2), "N" if bedrag > 0 else "V", aantal


def _buiten(lijst: Iterable[Regel]) -> float:
    """What lines that are of no segment cost: those outside the declarations."""
    return sum(r.uitkomst for r in lijst if np.isnan(r.jeugdigen))


def _stappen(db: Database, jaar: int, f: Filter, buiten: float) -> list[Stap]:
    welke = volledigheid.segmenten(db, f.segment).tolist()
    alle = [v for v in (verandering(db, jaar, nr) for nr in welke) if v is not None]
    return [*effecten(alle), (NAIJL, sum(v.na_ijl for v in alle)), (BUITEN, buiten)]


def effecten(alle: Iterable[Verandering]) -> Iterator[Stap]:
    """Volume, mix, price and lump sums, in euros: together the difference without what comes late.

    Volume: as many more zorgmaanden as there are, each at the mean price of the year before; mix:
    that they are dearer or cheaper ones. Of a segment that starts or stops all is volume.
    """
    lijst = list(alle)
    vast = sum(v.nu - v.toen for v in lijst if v.lumpsum)
    los = sum(v.nu - v.toen for v in lijst if not v.lumpsum and not v.maanden_toen)
    met = [v for v in lijst if v.maanden_toen]
    toen, maanden = sum(v.toen for v in met), sum(v.maanden_toen for v in met)
    volume = toen * sum(v.maanden_nu for v in met) / maanden - toen if maanden else 0.0
    gelijk = sum(v.nu_in_prijs_van_toen for v in met)
    yield VOLUME, volume + los
    yield PRIJS, sum(v.nu for v in met) - gelijk
    yield MIX, gelijk - toen - volume
    yield VAST, vast


def _sluitend(stappen: list[Stap], verschil: float) -> list[Stap]:
    """The steps in whole cents; what rounding leaves, and lines that cannot be forecast, is volume."""
    rest = {naam: round(bedrag, 2) for naam, bedrag in stappen}
    rest[VOLUME] = round(verschil - sum(bedrag for naam, bedrag in rest.items() if naam != VOLUME), 2)
    return list(rest.items())
