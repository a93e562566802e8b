"""What the dashboard knows of a year as a ledger books it: per group of products, and on lines of its own the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from core.cijfers.naijl import naijl
from core.cijfers.selectie import selecteer
from core.cijfers.tellen import groepeer
from core.database import Database
from core.filters import Filter
from core.opslag import Opslag
from core.opslag.begroting import BUITEN
from core.opslag.jaarbladen import Basis
from core.prognose.jaarprognose import jaarprognose
from core.prognose.overzicht import jaarprognoses
from core.prognose.standen import reeksen

VOORGAANDE = "Voorgaande jaren"
"""What was declared in the year of care in earlier years."""
RESULTAAT = "Resultaat voorgaande jaren"
"""The same, less what was still expected of the year before when it ended: what a ledger reserves."""
NOG = "Nog te declareren"
"""What is expected of past months of the year, on top of what is declared."""
ZONDER = "Zonder declaratiemaand"
"""Care of the year of which no line says when it was declared."""

_DECLARATIES = """
SELECT
    product::BIGINT AS product, jeugdige::BIGINT AS jeugdige, (maand // 12)::BIGINT AS jaar,
    coalesce(declaratiemaand // 12, 0)::BIGINT AS gedeclareerd, sum(bedrag)::DOUBLE AS cent
FROM regel
WHERE status = 0
GROUP BY ALL
"""
_ONGEDATEERD = 0
Regels = dict[str, np.ndarray]


@lru_cache(maxsize=2)
def _declaraties(db: Database) -> Regels:
    """Cents per product and jeugdige, by year of care and of declaration (0 = no line says when); read once per version."""
    return {str(naam): kolom.to_numpy() for naam, kolom in db.vraag(_DECLARATIES).items()}


def _waarvan(regels: Regels, welke: np.ndarray) -> Regels:
    plek = np.flatnonzero(welke)
    return {naam: kolom.take(plek) for naam, kolom in regels.items()}


@dataclass(frozen=True)
class Bedrag:
    """Euros, and the unieke jeugdigen they are about; None where they are not declared for anybody.

    `kleinste`: those of the product in it that has fewest, for the amount of a product is told elsewhere.
    """

    euro: float
    jeugdigen: int | None = None
    kleinste: int | None = None


def geboekt(
    db: Database, jaar: int, basis: Basis, groep: np.ndarray
) -> tuple[dict[int, Bedrag], dict[str, Bedrag]]:
    """The declared amounts of a year by group of products (`groep` gives that of every product), and on other lines.

    By leveringsmaand the groups hold the care of the year as known now, and what is still to be declared
    is a line; by declaratiemaand they hold what was declared in the year of care in it (or later).
    """
    alle = _declaraties(db)
    in_jaar = _waarvan(alle, alle["gedeclareerd"] == jaar)
    eerder = _som(_waarvan(in_jaar, in_jaar["jaar"] < jaar))
    if basis is Basis.DECLARATIEMAAND:
        per_groep = _naar_declaratiemaand(_waarvan(in_jaar, in_jaar["jaar"] >= jaar), groep)
        los = (alle["gedeclareerd"] == _ONGEDATEERD) & (alle["jaar"] == jaar)
        anders = {VOORGAANDE: eerder, ZONDER: _som(_waarvan(alle, los))}
    else:
        per_groep = _naar_leveringsmaand(db, jaar, groep)
        anders = _resultaat(db, jaar, eerder) | {NOG: _nog(db, jaar)}
    return per_groep, {naam: b for naam, b in anders.items() if abs(b.euro) > 0.005}


def _naar_declaratiemaand(regels: Regels, groep: np.ndarray) -> dict[int, Bedrag]:
    van, aantal = groep[regels["product"]], int(groep.max(initial=-1)) + 1
    cent = np.bincount(van, weights=regels["cent"], minlength=aantal)
    wie = _uniek(van, regels["jeugdige"], aantal)
    per_product = _uniek(regels["product"], regels["jeugdige"], len(groep))
    kleinste = np.full(aantal, len(regels["jeugdige"]), dtype=np.int64)
    heeft = np.flatnonzero(per_product)
    np.minimum.at(kleinste, groep[heeft], per_product[heeft])
    gevuld = np.unique(van).tolist()
    return {g: Bedrag(round(cent[g]) / 100, int(wie[g]), int(kleinste[g])) for g in gevuld}


def _uniek(groep: np.ndarray, jeugdige: np.ndarray, aantal: int) -> np.ndarray:
    """Unieke jeugdigen per group."""
    uit: np.ndarray = np.bincount(np.unique(groep << 32 | jeugdige) >> 32, minlength=aantal)
    return uit


def _naar_leveringsmaand(db: Database, jaar: int, groep: np.ndarray) -> dict[int, Bedrag]:
    selectie = selecteer(db, Filter(jaar=(jaar,)))
    per_product, samen = (
        groepeer(selectie, selectie["product"]),
        groepeer(selectie, groep[selectie["product"]]),
    )
    if not len(samen.gevuld):
        return {}
    kleinste: dict[int, int] = {}
    van = groep[per_product.namen()[0]].tolist()
    for g, aantal in zip(van, per_product.jeugdigen().tolist(), strict=True):
        if aantal:
            kleinste[g] = min(aantal, kleinste.get(g, aantal))
    maten = zip(samen.namen()[0].tolist(), samen.kosten().tolist(), samen.jeugdigen().tolist(), strict=True)
    return {g: Bedrag(euro, aantal, kleinste.get(g, 0)) for g, euro, aantal in maten}


def _nog(db: Database, jaar: int) -> Bedrag:
    jeugdigen = int(groepeer(selecteer(db, Filter(jaar=(jaar,)))).jeugdigen().sum())
    van = naijl(db)
    plek = [n for n, maand in enumerate(van.maanden) if maand // 12 == jaar]
    open_ = float((van.verwacht - van.nu)[:, plek].sum())
    # Where a run-off cannot be had, past months go by a method of the forecast.
    if np.isnan(open_):
        open_ = sum(p.nog_te_declareren for p in jaarprognoses(db, jaar).values())
    return Bedrag(open_, jeugdigen, jeugdigen)


def _resultaat(db: Database, jaar: int, eerder: Bedrag) -> dict[str, Bedrag]:
    """What came in of earlier years beside what was expected when the last one ended; gross where nobody knew."""
    verwacht = _verwacht_aan_het_eind(db, jaar - 1)
    if verwacht is None or not eerder.jeugdigen:
        return {VOORGAANDE: eerder}
    return {RESULTAAT: replace(eerder, euro=eerder.euro - verwacht)}


@lru_cache(maxsize=12)
def _verwacht_aan_het_eind(db: Database, jaar: int) -> float | None:
    """What of a year was still expected when it ended, in euros, with what was known then; None when nothing was."""
    eind, uit = jaar * 12 + 12, []
    for r in reeksen(db):
        toen = r.zoals_bekend(eind - 1)
        if not toen or toen[-1].maanden != eind - r.eerste:
            continue
        begin, nu = jaar * 12 - r.eerste, toen[-1]
        if len(nu.reeks) == nu.maanden:  # no month goes by a method
            uit.append(float((nu.reeks - nu.nu)[max(begin, 0) :].sum()))
        elif (p := jaarprognose(toen, begin, r.segment)) is not None:
            uit.append(p.nog_te_declareren)
    return sum(uit) if uit else None


def _aantal(jeugdige: np.ndarray) -> int:
    """How many unieke jeugdigen; their numbers are counted from 0, so nothing need be sorted."""
    return int(np.count_nonzero(np.bincount(jeugdige)))


def _som(regels: Regels) -> Bedrag:
    wie = _aantal(regels["jeugdige"])
    return Bedrag(round(float(regels["cent"].sum())) / 100, wie, wie)


def buiten_declaraties(opslag: Opslag, jaar: int, demo: bool) -> dict[str, Bedrag]:
    """What is spent outside the declarations in a year, a line per segment."""
    uit: dict[str, Bedrag] = {}
    for b in opslag.buiten_declaraties(demo):
        if b.jaar == jaar:
            naam = BUITEN.format(b.segment)
            uit[naam] = Bedrag(uit.get(naam, Bedrag(0.0)).euro + b.bedrag / 100)
    return uit


def in_jaar(db: Database, jaar: int) -> int:
    """How many unieke jeugdigen the amounts of a year are about, on either basis together."""
    alle = _declaraties(db)
    welke = (alle["gedeclareerd"] == jaar) | (alle["jaar"] == jaar)
    return _aantal(alle["jeugdige"][welke])
