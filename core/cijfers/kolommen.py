"""The folded zorgmaanden of one version in memory, column by column.

DuckDB says which rows a filter picks; counting is done on these arrays. Planning one question in
SQL takes 5-25 ms whatever the data, as long as a whole page may take; here a question takes one
or two. Half a million lines are 13 MB, five million 130 MB.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from core.begrippen import Leeftijdsindeling
from core.database import Database
from core.filters import Filter

ONBEKEND = -1
"""Stands for an unknown geboortemaand and for no toewijzing."""

_KOLOMMEN = f"""
SELECT
    jeugdige, jaar, product, aanbieder, coalesce(toewijzing::INTEGER, {ONBEKEND}) AS toewijzing,
    buurt, verwijzer, intensiteit, duur, geslacht,
    coalesce(geboortemaand::INTEGER, {ONBEKEND}) AS geboortemaand, maanden, zorg, bedrag
FROM zorgjaar
ORDER BY nr
"""
_BEDRAGEN = f"SELECT {', '.join(f'm{maand}' for maand in range(1, 13))} FROM zorgjaar ORDER BY nr"
_PRODUCT = """
SELECT product.naam, product.segment, segment.naam AS segmentnaam, bekostiging = 'declaratie' AS gedeclareerd
FROM product JOIN segment ON segment.nr = product.segment
ORDER BY product.nr
"""
_BUURT = "SELECT naam, buurtcode, wijk, min(nr) OVER (PARTITION BY wijk) AS wijknr FROM buurt ORDER BY nr"

_INWONERS = "SELECT buurt, jaar, van, tot, aantal FROM bevolking ORDER BY ALL"


@dataclass
class Kolommen:
    """Equally long arrays, in the order of jeugdige, then year; and what the numbers stand for.

    `inwoners`: those of 0-17 on 1 January, per (number of the buurt, year); `opbouw`: the same by
    first and last age, youngest first, as far as the source tells them apart.
    """

    waarden: dict[str, np.ndarray]
    product: pd.DataFrame
    buurt: pd.DataFrame
    aanbieder: list[str]
    segment: list[str]
    inwoners: dict[tuple[int, int], int]
    opbouw: dict[tuple[int, int], list[tuple[int, int, int]]]
    bedragen: np.ndarray | None = None
    gekozen: OrderedDict[Filter, np.ndarray] = field(default_factory=OrderedDict)
    slot: threading.Lock = field(default_factory=threading.Lock)

    def per_maand(self, db: Database) -> np.ndarray:
        """The amounts in cents: twelve arrays, January first. Read when first asked for."""
        with self.slot:
            if self.bedragen is None:
                tabel = db.vraag(_BEDRAGEN)
                self.bedragen = np.stack([tabel[kolom].to_numpy() for kolom in tabel])
            return self.bedragen

    def rijen(self, db: Database, f: Filter) -> np.ndarray:
        """The positions that fit `f`, its period and leeftijd set aside; ascending.

        The last few answers are kept: the tables of a page ask the same.
        """
        vraag = f.zonder_periode().met(leeftijd=(), leeftijdsindeling=Leeftijdsindeling.JEUGDWET)
        with self.slot:
            if vraag not in self.gekozen:
                conditie, waarden = vraag.to_sql()
                rijen = db.vraag(f"SELECT nr FROM zorgjaar WHERE {conditie}", waarden)["nr"].to_numpy(
                    np.int64
                )
                self.gekozen[vraag] = np.sort(rijen)
                if len(self.gekozen) > GEKOZEN:
                    self.gekozen.popitem(last=False)
            self.gekozen.move_to_end(vraag)
            return self.gekozen[vraag]


GEKOZEN = 8
VERSIES = 2
"""How many answers, and how many versions, stay in memory."""

_GELADEN: OrderedDict[Database, Kolommen] = OrderedDict()
_SLOT = threading.Lock()


def laad(db: Database) -> Kolommen:
    """The columns of a version; read once and shared by all threads."""
    with _SLOT:
        if db not in _GELADEN:
            _GELADEN[db] = _lees(db)
            if len(_GELADEN) > VERSIES:
                _GELADEN.popitem(last=False)
        _GELADEN.move_to_end(db)
        return _GELADEN[db]


def _lees(db: Database) -> Kolommen:
    opbouw: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
    for buurt, jaar, van, tot, aantal in db.rijen(_INWONERS):
        opbouw.setdefault((buurt, jaar), []).append((van, tot, aantal))
    tabel = db.vraag(_KOLOMMEN)
    waarden = {str(naam): tabel[naam].to_numpy() for naam in tabel}
    # Numbered in the order of the rows, toewijzingen are nearly sorted, which counting thrives on.
    waarden["toewijzing"] = pd.factorize(tabel["toewijzing"].where(tabel["toewijzing"] != ONBEKEND))[0]
    return Kolommen(
        waarden=waarden,
        product=db.vraag(_PRODUCT),
        buurt=db.vraag(_BUURT),
        aanbieder=[naam for (naam,) in db.rijen("SELECT naam FROM aanbieder ORDER BY nr")],
        segment=[naam for (naam,) in db.rijen("SELECT naam FROM segment ORDER BY nr")],
        inwoners={plek: sum(n for _, _, n in delen) for plek, delen in opbouw.items()},
        opbouw=opbouw,
    )
