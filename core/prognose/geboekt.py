"""What the dashboard knows of a year as a ledger books it: per group of products, and on lines of its own the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

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

_IN_JAAR = """
SELECT
    product, jeugdige, sum(bedrag)::DOUBLE / 100 AS bedrag,
    CASE WHEN declaratiemaand IS NULL THEN 2 WHEN maand // 12 < $1 THEN 1 ELSE 0 END AS soort
FROM regel
WHERE status = 0 AND coalesce(declaratiemaand // 12, maand // 12) = $1
GROUP BY ALL
"""
_DIT_JAAR, _EERDER, _ONGEDATEERD = 0, 1, 2


@dataclass(frozen=True)
class Bedrag:
    """Euros, and the unieke jeugdigen they are about; None where they are not declared for anybody.

    `kleinste`: those of the product in it that has fewest, for the amount of a product is told elsewhere.
    """

    euro: float
    jeugdigen: int | None = None
    kleinste: int | None = None


Regels = dict[str, np.ndarray]


def geboekt(
    db: Database, jaar: int, basis: Basis, groep: np.ndarray
) -> tuple[dict[int, Bedrag], dict[str, Bedrag]]:
    """The amounts of a year by group of products (`groep` gives that of every product), and on the other lines.

    By leveringsmaand the groups hold the care of the year as known now, and what is still to be declared
    is a line; by declaratiemaand they hold what was declared in the year of care in it (or later).
    """
    regels: Regels = {str(naam): kolom.to_numpy() for naam, kolom in db.vraag(_IN_JAAR, [jaar]).items()}
    eerder = _som(regels, regels["soort"] == _EERDER)
    if basis is Basis.DECLARATIEMAAND:
        per_groep = _naar_declaratiemaand(regels, groep)
        anders = {VOORGAANDE: eerder, ZONDER: _som(regels, regels["soort"] == _ONGEDATEERD)}
    else:
        per_groep = _naar_leveringsmaand(db, jaar, groep)
        anders = _resultaat(db, jaar, eerder) | {NOG: _nog(db, jaar)}
    return per_groep, {naam: b for naam, b in anders.items() if abs(b.euro) > 0.005} | _buiten(db, jaar)


def _naar_declaratiemaand(regels: Regels, groep: np.ndarray) -> dict[int, Bedrag]:
    eigen, product = regels["soort"] == _DIT_JAAR, regels["product"]
    van, uit = groep[product], dict[int, Bedrag]()
    for g in np.unique(van[eigen]).tolist():
        som = _som(regels, welke := eigen & (van == g))
        # A jeugdige has one row per product here.
        uit[g] = replace(som, kleinste=int(np.unique(product[welke], return_counts=True)[1].min()))
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
    nog = sum(p.nog_te_declareren for p in jaarprognoses(db, jaar).values())
    jeugdigen = int(groepeer(selecteer(db, Filter(jaar=(jaar,)))).jeugdigen().sum())
    return Bedrag(nog, jeugdigen, jeugdigen)


def _resultaat(db: Database, jaar: int, eerder: Bedrag) -> dict[str, Bedrag]:
    """What came in of earlier years beside what was expected when the last one ended; gross where nobody knew."""
    begin = jaar * 12
    verwacht = [
        jaarprognose(toen, begin - 12 - r.eerste, r.segment)
        for r in reeksen(db)
        if (toen := r.zoals_bekend(begin - 1)) and toen[-1].maanden == begin - r.eerste
    ]
    bekend = [p.nog_te_declareren for p in verwacht if p is not None]
    if not bekend or not eerder.jeugdigen:
        return {VOORGAANDE: eerder}
    return {RESULTAAT: replace(eerder, euro=eerder.euro - sum(bekend))}


def _som(regels: Regels, welke: np.ndarray) -> Bedrag:
    wie = len(np.unique(regels["jeugdige"][welke]))
    return Bedrag(round(float(regels["bedrag"][welke].sum()), 2), wie, wie)


def _buiten(db: Database, jaar: int) -> dict[str, Bedrag]:
    uit: dict[str, Bedrag] = {}
    for b in Opslag().buiten_declaraties(db.stand.demo):
        if b.jaar == jaar:
            naam = BUITEN.format(b.segment)
            uit[naam] = Bedrag(uit.get(naam, Bedrag(0.0)).euro + b.bedrag / 100)
    return uit


def in_jaar(db: Database, jaar: int) -> int:
    """How many unieke jeugdigen the amounts of a year are about, on either basis together."""
    regels = db.vraag(_IN_JAAR, [jaar])
    selectie = selecteer(db, Filter(jaar=(jaar,)))
    return len(np.union1d(regels["jeugdige"].to_numpy(), selectie["jeugdige"]))
