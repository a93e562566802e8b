"""Reading a version: opened read-only and locked down, one per process, safe for many threads."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core.database.bouwen import bouwwijze
from core.filters import DIMENSIES, Filter

ACTUEEL = "actueel"
DATAMAP = Path(__file__).parents[2] / "data"


class Database:
    """One version, open read-only and locked down; safe to use from many threads."""

    def __init__(self, pad: Path) -> None:
        """Open the version at `pad`. Raises duckdb.IOException when it is not there."""
        self.pad = pad
        self._verbinding = duckdb.connect(
            pad,
            read_only=True,
            config={
                "enable_external_access": False,
                "autoload_known_extensions": False,
                "autoinstall_known_extensions": False,
                "lock_configuration": True,
            },
        )
        self._lokaal = threading.local()

    @property
    def dataversie(self) -> str:
        """The name of this version: two databases with the same name hold the same data."""
        return self.pad.stem

    def vraag(self, sql: str, waarden: Sequence[Any] = ()) -> pd.DataFrame:
        """The rows of a query with its values bound; read at once."""
        return self._cursor().execute(sql, list(waarden)).df()

    def rijen(self, sql: str, waarden: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query as plain tuples: faster than a frame for a few rows."""
        return self._cursor().execute(sql, list(waarden)).fetchall()

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        # One cursor per thread: a connection shared by threads loses results.
        if not hasattr(self._lokaal, "cursor"):
            self._lokaal.cursor = self._verbinding.cursor()
        cursor: duckdb.DuckDBPyConnection = self._lokaal.cursor
        return cursor

    @cached_property
    def stand(self) -> Stand:
        """What is known of the data as a whole."""
        return self._stand("stand")

    @cached_property
    def stand_toen(self) -> Stand:
        """The same of what was known a year before; without months when no comparison needs it."""
        return self._stand("stand_toen")

    def _stand(self, tabel: str) -> Stand:
        return Stand(*self.rijen(f"SELECT stand_per, demo, eerste_maand, laatste_maand FROM {tabel}")[0])

    def stand_van(self, f: Filter) -> Stand:
        """The data that a filter asks about: as known now, or as known a year before."""
        return self.stand_toen if f.zoals_toen else self.stand

    @cached_property
    def toen_ontbreekt(self) -> dict[int, list[str]]:
        """Per maandnummer the bronnen of which cannot be had what was known of it a year before."""
        uit: dict[int, list[str]] = {}
        for maand, bron in self.rijen("SELECT maand, bron FROM toen_ontbreekt"):
            uit.setdefault(maand, []).append(bron)
        return uit

    @cached_property
    def keuzes(self) -> dict[str, list[Any]]:
        """Per filter dimension that comes from the data, the values that can be chosen."""
        uit: dict[str, list[Any]] = {
            "jaar": [r[0] for r in self.rijen("SELECT DISTINCT maand // 12 FROM zorgmaand ORDER BY 1")]
        }
        for naam in ("segment", "product", "aanbieder", "buurt"):
            volgorde = "naam" if naam == "buurt" else "min(nr)"
            uit[naam] = [
                r[0] for r in self.rijen(f"SELECT naam FROM {naam} GROUP BY naam ORDER BY {volgorde}")
            ]
        uit["wijk"] = [r[0] for r in self.rijen("SELECT wijk FROM buurt GROUP BY wijk ORDER BY min(nr)")]
        return {naam: uit[naam] for naam in DIMENSIES if naam in uit}

    def bijlage(self, soort: str) -> list[dict[str, Any]]:
        """The rows in force of one kind of input beside declarations, each with the bron of its file."""
        sql = "SELECT r.inhoud, b.bron FROM bijlage_rij r JOIN bijlage b USING (nummer) WHERE r.soort = ?"
        return [{"bron": bron} | json.loads(inhoud) for inhoud, bron in self.rijen(sql, [soort])]

    @cached_property
    def inwonerbronnen(self) -> dict[int, str]:
        """Per year of which inhabitants are known, who counted them."""
        return dict(self.rijen("SELECT jaar, min(bron) FROM bevolking GROUP BY jaar ORDER BY jaar"))

    @cached_property
    def verouderd(self) -> bool:
        """Whether an older program built this version: then it must be built again first."""
        heeft = self.rijen("SELECT 1 FROM information_schema.tables WHERE table_name = 'bouwwijze'")
        return not heeft or self.rijen("SELECT wijze FROM bouwwijze") != [(bouwwijze(),)]

    def sluit(self) -> None:
        """Close the file; a later question fails."""
        self._verbinding.close()


@dataclass(frozen=True)
class Stand:
    """The data as a whole: day its content was known, demo or not, first and last maandnummer."""

    stand_per: date | None
    demo: bool
    eerste_maand: int | None
    laatste_maand: int | None

    def jong_vanaf(self) -> int | None:
        """First maandnummer with fewer than 3 full months between its end and stand_per.

        Those are voorlopig where no run-off can be had (core.cijfers.volledigheid).
        """
        if self.stand_per is None:
            return None
        return self.stand_per.year * 12 + self.stand_per.month - 1 - 3


OPEN_VERSIES = 3
"""So many versions stay open in one process."""
_OPEN: dict[Path, Database] = {}
_SLOT = threading.Lock()


def datamap() -> Path:
    """The data folder: `JEUGD_DATA`, else `data` beside the package."""
    return Path(os.environ.get("JEUGD_DATA") or DATAMAP)


def actueel(map_: Path | None = None) -> Database | None:
    """The version in force in a data folder; None when nothing was ever read in.

    One Database per version per process, so that threads share its connection.
    """
    map_ = map_ or datamap()
    try:
        naam = (map_ / ACTUEEL).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    return _open((map_ / naam).resolve())


def van_versie(dataversie: str, map_: Path | None = None) -> Database | None:
    """The version of that name in a data folder; None when it is not there (any more)."""
    bekend = {pad.stem: pad for pad in (map_ or datamap()).glob("jeugd-*.duckdb")}
    return _open(bekend[dataversie].resolve()) if dataversie in bekend else None


def _open(pad: Path) -> Database:
    with _SLOT:
        if pad not in _OPEN:
            # Older versions close when the last page that looks at them is done.
            for oud in list(_OPEN)[: 1 - OPEN_VERSIES]:
                del _OPEN[oud]
            _OPEN[pad] = Database(pad)
        return _OPEN[pad]
