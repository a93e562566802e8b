"""Keep the forecast of a year as it is today, under a name: the figure that went into a P&C-product."""

from __future__ import annotations

from datetime import date

from core.database import Database
from core.filters import Filter
from core.inlezen.pseudoniem import bevat_bsn
from core.opslag.begroting import Begrotingen, BestaatAl, Bevroren
from core.prognose.overzicht import jaar_van, per_segment

LANGSTE_NAAM = 80


class NietBevroren(Exception):
    """Nothing was kept; its text is a Dutch sentence that says why."""


def bevries(db: Database, naam: str, jaar: int | None, wie: str) -> Bevroren:
    """Freeze the forecast of a year (None = the last of the data) of all lines; gives what was kept.

    Raises NietBevroren for a name that is empty, too long, taken or holds a BSN, and when there is
    nothing to freeze.
    """
    naam, f = naam.strip(), Filter(jaar=() if jaar is None else (jaar,))
    if not 0 < len(naam) <= LANGSTE_NAAM or bevat_bsn(naam):
        raise NietBevroren(f"Geef de prognose een naam van ten hoogste {LANGSTE_NAAM} tekens, zonder BSN.")
    cijfers = per_segment(db, f)
    if cijfers.empty:
        raise NietBevroren(f"Van {jaar_van(db, f)} is er geen prognose om te bevriezen.")
    rijen = cijfers.where(cijfers.notna(), None).to_dict("records")
    benoemd = tuple({str(kolom): waarde for kolom, waarde in rij.items()} for rij in rijen)
    wat = Bevroren(naam, jaar_van(db, f), date.today(), db.dataversie, benoemd)
    try:
        Begrotingen().bevries(wat, db.stand.demo, wie)
    except BestaatAl as fout:
        raise NietBevroren(
            f"Er is al een prognose van {wat.jaar} bevroren als '{naam}'. Kies een andere naam."
        ) from fout
    return wat
