"""What is still to be declared as tables: per month and segment, and the run-off triangle itself."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.cijfers import maandtelling, volledigheid
from core.cijfers.driehoek import Reeks
from core.cijfers.kolommen import laad
from core.cijfers.naijl import naijl
from core.cijfers.selectie import Per, maanden_als_tekst, maanden_van, selecteer
from core.cijfers.tellen import Groepen, benoem, groepeer
from core.cijfers.uitloop import ONTWIKKELING, stromen
from core.database import Database
from core.filters import Filter

MARGE = 1.2816
"""Standard errors on either side of an estimate between which it should fall four times out of five (80 %)."""

BREED, HOOG = 12, 24
"""The triangle is shown up to so many months after the leveringsmaand, of so many months."""

METHODEN = ("te weinig geschiedenis", "wat eerdere maanden lieten zien", "lopende arrangementen")


def per_maand(db: Database, f: Filter) -> pd.DataFrame:
    """What each month of each segment comes to: declared, still to come and the two together, in euros.

    `eindstand_laag` and `eindstand_hoog` hold it four times out of five. `volledigheid` (0-100) is
    declared / eindstand; null like the rest with too little history. A month may have no lines yet.
    """
    geteld, maanden = _geteld(db, f), np.array(maanden_van(db, f), dtype=np.int64)
    van, plek = naijl(db), _plekken(db, maanden)
    rest = van.verwacht[:, plek] - van.nu[:, plek]
    gekozen = np.isin(np.arange(len(rest)), volledigheid.segmenten(db, f.segment))[:, None]
    maand, segment = np.nonzero(((geteld["heeft"] > 0) | ((np.abs(rest) > 0.005) & gekozen)).T)
    rij = (segment, maand)
    fout, eind = MARGE * np.sqrt(van.variantie[:, plek][rij]), geteld["kosten"][rij] + rest[rij]
    deel = volledigheid.van_maand(db, segment, maanden[maand], False)
    hoe = np.where(np.isnan(eind), 0, np.where(van.cape_cod[:, plek][rij], 2, 1))
    return pd.DataFrame(
        {
            "maand": maanden_als_tekst(maanden[maand]),
            "segment": benoem(segment, laad(db).segment),
            "jeugdigen": geteld["jeugdigen"][rij],
            "kosten": geteld["kosten"][rij],
            "nog_te_declareren": rest[rij],
            "eindstand": eind,
            "eindstand_laag": eind - fout,
            "eindstand_hoog": eind + fout,
            "volledigheid": deel,
            "voorlopig": volledigheid.is_voorlopig(db, deel, maanden[maand], False),
            "methode": benoem(hoe, METHODEN),
        }
    )


def _geteld(db: Database, f: Filter) -> dict[str, np.ndarray]:
    """Per segment and month of the period: rows with a zorgmaand, unieke jeugdigen, euros."""
    selectie, maanden = selecteer(db, f, Per.MAAND), maanden_van(db, f)
    groepen, alle = groepeer(selectie, selectie.segment()), len(laad(db).segment)
    return {
        "heeft": _vul(maandtelling.zorgmaanden(groepen, maanden), alle),
        "jeugdigen": _vul(maandtelling.jeugdigen(groepen, maanden), alle),
        "kosten": _vul(maandtelling.kosten(groepen, maanden), alle),
    }


def _plekken(db: Database, maanden: np.ndarray) -> np.ndarray:
    """The columns of `Naijl` of these months; none when it has none."""
    van = naijl(db)
    return maanden - van.eerste if len(van.maanden) else np.empty(0, dtype=np.int64)


def _vul(per_groep: np.ndarray, segmenten: int) -> np.ndarray:
    """The rows of groups 0 … of a count per month, with empty ones up to the number of segments."""
    return np.pad(per_groep, ((0, segmenten - len(per_groep)), (0, 0)))


def driehoek(db: Database, f: Filter) -> pd.DataFrame:
    """The run-off triangle of the chosen segments together: a row per month and number of months after it.

    `kosten`: euros declared by then, up to the last declaratiemaand that is over; `aandeel` (0-100):
    which part that is of what the month comes to, null where that cannot be told. The last months of the
    period, and the first year after each; `jeugdigen`: unique in the month, as known now.
    """
    maanden = np.array(maanden_van(db, f)[-HOOG:], dtype=np.int64)
    cellen = _som_van_cellen(db, f, maanden)
    groepen = _alles(db, f, maanden)
    jeugdigen = maandtelling.jeugdigen(groepen, maanden)[0]
    van, welke = naijl(db), volledigheid.segmenten(db, f.segment)
    eind = van.verwacht[welke][:, _plekken(db, maanden)].sum(axis=0)
    maand, na = np.nonzero(~np.isnan(cellen) & (jeugdigen > 0)[:, None])
    deel = np.divide(100 * cellen, eind[:, None], out=np.full_like(cellen, np.nan), where=eind[:, None] > 0)
    return pd.DataFrame(
        {
            "maand": maanden_als_tekst(maanden[maand]),
            "na": na,
            "jeugdigen": jeugdigen[maand],
            "kosten": cellen[maand, na],
            "aandeel_gedeclareerd": np.clip(deel[maand, na], 0, 100),
        }
    )


def _alles(db: Database, f: Filter, maanden: np.ndarray) -> Groepen:
    return groepeer(selecteer(db, f, Per.MAAND, [int(m) for m in maanden]))


def _som_van_cellen(db: Database, f: Filter, maanden: np.ndarray) -> Reeks:
    """The cumulative euros of all chosen segments per month and months after it; NaN unless all are known."""
    welke = set(volledigheid.segmenten(db, f.segment).tolist())
    uit = np.zeros((len(maanden), ONTWIKKELING + 1))
    gekozen = [s for s in stromen(db) if s.segment in welke]
    for s in gekozen:
        erin = np.flatnonzero((maanden >= s.eerste) & (maanden < s.eerste + len(s.nu)))
        uit[erin] += s.waarden[maanden[erin] - s.eerste]
    return uit[:, : BREED + 1] if gekozen else np.full((len(maanden), BREED + 1), np.nan)
