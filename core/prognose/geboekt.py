"""What the dashboard knows of a year as a ledger books it: per group of products, and on lines of its own the rest."""

from __future__ import annotations

from dataclasses import dataclass

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
    """Euros, and the unieke jeugdigen they are about; None where they are not declared for anybody."""

    euro: float
    jeugdigen: int | None = None


def geboekt(
    db: Database, jaar: int, basis: Basis, groep: np.ndarray
) -> tuple[dict[int, Bedrag], dict[str, Bedrag]]:
    """The amounts of a year by group of products (`groep` gives that of every product), and on the other lines.

    By leveringsmaand the groups hold the care of the year as known now, and what is still to be declared
    is a line; by declaratiemaand they hold what was declared in the year of care in it (or later).
    """
    regels = {str(naam): kolom.to_numpy() for naam, kolom in db.vraag(_IN_JAAR, [jaar]).items()}
    eerder = _som(regels, regels["soort"] == _EERDER)
    if basis is Basis.DECLARATIEMAAND:
        eigen = regels["soort"] == _DIT_JAAR
        anders = {VOORGAANDE: eerder}
        anders[ZONDER] = _som(regels, regels["soort"] == _ONGEDATEERD)
        van = groep[regels["product"]]
        per_groep = {int(g): _som(regels, eigen & (van == g)) for g in np.unique(van[eigen])}
    else:
        selectie = selecteer(db, Filter(jaar=(jaar,)))
        groepen = groepeer(selectie, groep[selectie["product"]])
        maten = zip(groepen.kosten().tolist(), groepen.jeugdigen().tolist(), strict=True)
        nummers = groepen.namen()[0].tolist() if len(groepen.gevuld) else []
        per_groep = {g: Bedrag(euro, aantal) for g, (euro, aantal) in zip(nummers, maten, strict=True)}
        nog = sum(p.nog_te_declareren for p in jaarprognoses(db, jaar).values())
        anders = _resultaat(db, jaar, eerder)
        anders[NOG] = Bedrag(nog, int(groepeer(selectie).jeugdigen().sum()))
    return per_groep, {naam: b for naam, b in anders.items() if abs(b.euro) > 0.005} | _buiten(db, jaar)


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
    return {RESULTAAT: Bedrag(eerder.euro - sum(bekend), eerder.jeugdigen)}


def _som(regels: dict[str, np.ndarray], welke: np.ndarray) -> Bedrag:
    return Bedrag(round(float(regels["bedrag"][welke].sum()), 2), len(np.unique(regels["jeugdige"][welke])))


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
