"""The folded zorgmaanden of one version in memory, column by column.

Which rows a filter picks and what they count is both found on these arrays. Planning one question
in SQL takes 5-25 ms whatever the data, as long as a whole page may take; here a question takes one
or two. Half a million lines are 13 MB, five million 130 MB.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from core.begrippen import Leeftijdsindeling
from core.database import Database
from core.filters import DIMENSIES, Filter

ONBEKEND = -1
"""Stands for an unknown geboortemaand and for no toewijzing."""

_KOLOMMEN = f"""
SELECT
    jeugdige, jaar, product, aanbieder, coalesce(toewijzing::INTEGER, {ONBEKEND}) AS toewijzing,
    buurt, verwijzer, intensiteit, duur, leveringsvorm, geslacht,
    coalesce(geboortemaand::INTEGER, {ONBEKEND}) AS geboortemaand, maanden, zorg, bedrag
FROM {{tabel}}
ORDER BY nr
"""
_BEDRAGEN = f"SELECT {', '.join(f'm{maand}' for maand in range(1, 13))} FROM {{tabel}} ORDER BY nr"
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

    `tabel`: that of the version which holds the rows. `inwoners`: those of 0-17 on 1 January, per
    (number of the buurt, year); `opbouw`: the same by first and last age, youngest first, as far as
    the source tells them apart.
    """

    tabel: str
    waarden: dict[str, np.ndarray]
    product: pd.DataFrame
    buurt: dict[str, np.ndarray]
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
                tabel = db.vraag(_BEDRAGEN.format(tabel=self.tabel))
                self.bedragen = np.stack([tabel[kolom].to_numpy(np.float64) for kolom in tabel])
                self.bedragen.flags.writeable = False
            return self.bedragen

    def rijen(self, f: Filter) -> np.ndarray:
        """The positions that fit `f`, its period and leeftijd set aside; ascending.

        The last few answers are kept: the tables of a page ask the same.
        """
        vraag = f.zonder_periode().met(leeftijd=(), leeftijdsindeling=Leeftijdsindeling.JEUGDWET)
        with self.slot:
            if vraag not in self.gekozen:
                self.gekozen[vraag] = self._zoek(vraag)
                if len(self.gekozen) > GEKOZEN:
                    self.gekozen.popitem(last=False)
            self.gekozen.move_to_end(vraag)
            return self.gekozen[vraag]

    def _zoek(self, f: Filter) -> np.ndarray:
        past = None
        for naam, gekozen in f.actief().items():
            kolom, namen = self._namen(naam)
            deel = np.array([n in gekozen for n in namen], dtype=bool).take(self.waarden[kolom])
            past = deel if past is None else past & deel
        return np.arange(len(self.waarden["jaar"])) if past is None else np.flatnonzero(past)

    def _namen(self, dimensie: str) -> tuple[str, Iterable[str]]:
        """The column that a dimension looks at, and what each of its numbers is called there."""
        begrip = DIMENSIES[dimensie].begrip
        if begrip is not None:
            return dimensie, [str(w) for w in begrip]
        return {
            "segment": ("product", self.product["segmentnaam"]),
            "product": ("product", self.product["naam"]),
            "aanbieder": ("aanbieder", self.aanbieder),
            "wijk": ("buurt", self.buurt["wijk"]),
            "buurt": ("buurt", self.buurt["naam"]),
        }[dimensie]


GEKOZEN = 8
VERSIES = 2
"""How many answers, and how many versions, stay in memory."""

_GELADEN: OrderedDict[tuple[Database, bool], Kolommen] = OrderedDict()
_SLOT = threading.Lock()


def laad(db: Database, zoals_toen: bool = False) -> Kolommen:
    """The columns of a version, as known now or a year before; read once and shared by all threads."""
    wat = (db, zoals_toen)
    with _SLOT:
        if wat not in _GELADEN:
            _GELADEN[wat] = _lees(db, "zorgjaar_toen" if zoals_toen else "zorgjaar")
            if len(_GELADEN) > 2 * VERSIES:
                _GELADEN.popitem(last=False)
        _GELADEN.move_to_end(wat)
        return _GELADEN[wat]


def _lees(db: Database, naam_van_tabel: str) -> Kolommen:
    opbouw: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
    for buurt, jaar, van, tot, aantal in db.rijen(_INWONERS):
        opbouw.setdefault((buurt, jaar), []).append((van, tot, aantal))
    tabel = db.vraag(_KOLOMMEN.format(tabel=naam_van_tabel))
    waarden = {str(naam): tabel[naam].to_numpy() for naam in tabel}
    # Numbered in the order of the rows, toewijzingen are nearly sorted, which counting thrives on.
    nummers = pd.factorize(tabel["toewijzing"].where(tabel["toewijzing"] != ONBEKEND))[0]
    waarden["toewijzing"] = nummers.astype(np.int32)
    waarden["bedrag"] = waarden["bedrag"].astype(np.float64)  # as summing needs it; exact below 2^53
    for kolom in waarden.values():
        kolom.flags.writeable = False  # a selection of all rows hands these out as they are
    return Kolommen(
        tabel=naam_van_tabel,
        waarden=waarden,
        product=db.vraag(_PRODUCT),
        buurt={str(naam): kolom.to_numpy() for naam, kolom in db.vraag(_BUURT).items()},
        aanbieder=[naam for (naam,) in db.rijen("SELECT naam FROM aanbieder ORDER BY nr")],
        segment=[naam for (naam,) in db.rijen("SELECT naam FROM segment ORDER BY nr")],
        inwoners={plek: sum(n for _, _, n in delen) for plek, delen in opbouw.items()},
        opbouw=opbouw,
    )
