"""The one door to DuckDB: build a version-named file, point to it, open it read-only.

A version is never edited in place. `actueel`, a small text file in the data folder, names the
version in force; replacing that file is the only commit.
"""

from __future__ import annotations

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

from core.filters import DIMENSIES
from core.opmaak import sleutel

SQL_MAP = Path(__file__).parent / "sql"
ACTUEEL = "actueel"

REGEL_KOLOMMEN: dict[str, str] = {
    "levering": "INTEGER",
    "rij": "INTEGER",
    "jeugdige": "VARCHAR",
    "geboortemaand": "SMALLINT",
    "geslacht": "UTINYINT",
    "aanbieder": "VARCHAR",
    "agb": "VARCHAR",
    "segment": "VARCHAR",
    "product": "VARCHAR",
    "leveringsmaand": "SMALLINT",
    "declaratiemaand": "SMALLINT",
    "bedrag": "BIGINT",
    "debet": "BOOLEAN",
    "status": "UTINYINT",
    "toewijzing": "VARCHAR",
    "regelnummer": "VARCHAR",
    "buurt": "VARCHAR",
    "verwijzer": "UTINYINT",
    "intensiteit": "UTINYINT",
    "duur": "UTINYINT",
    "leveringsvorm": "UTINYINT",
    "ingangsdatum": "DATE",
    "einddatum": "DATE",
    "volume": "DOUBLE",
    "eenheid": "VARCHAR",
}
"""The columns of a levering's parquet file. Months are maandnummers, `bedrag` is signed cents,
closed lists are codes (core.begrippen), identifiers are pseudonyms, unknown is NULL (also a
buurt that is unknown; 'Buiten gemeente' is a value)."""

LEVERING_KOLOMMEN: dict[str, str] = {
    "nummer": "INTEGER",
    "sha": "VARCHAR",
    "bestand": "VARCHAR",
    "bron": "VARCHAR",
    "wijze": "VARCHAR",
    "stand_per": "DATE",
    "ingelezen_op": "TIMESTAMP",
    "regels": "INTEGER",
    "afgekeurd": "INTEGER",
    "dubbel": "INTEGER",
    "bedrag": "BIGINT",
    "maanden": "INTEGER",
    "actief": "BOOLEAN",
    "demo": "BOOLEAN",
}
"""The columns of the table `levering`; `bedrag` is the sum of the accepted lines in cents."""


@dataclass(frozen=True)
class Bouwstof:
    """All that a version is built from: parquet files and small reference tables.

    `leveringen`: LEVERING_KOLOMMEN; `producten`: segment, product, bekostiging, volgorde;
    `aanbieders`: soort (agb or naam), sleutel, aanbieder; `buurten`: buurtcode, naam, wijkcode,
    wijk; `bevolking`: buurtcode, jaar, jeugd_0_17 (inhabitants on 1 January); `zelfde`: van, naar
    (pseudonyms of one jeugdige under another number), when any are known.
    """

    regels: Sequence[Path]
    leveringen: pd.DataFrame
    producten: pd.DataFrame
    aanbieders: pd.DataFrame
    buurten: pd.DataFrame
    bevolking: pd.DataFrame
    zelfde: pd.DataFrame | None = None


def bouw(doel: Path, stof: Bouwstof) -> None:
    """Build the database file `doel` by the numbered SQL files and fsync it.

    Raises FileExistsError when `doel` is there already: a version is never overwritten.
    """
    if doel.exists():
        raise FileExistsError(doel)
    with duckdb.connect(doel, config={"preserve_insertion_order": False}) as con:
        _lees_regels(con, stof.regels, stof.zelfde)
        _meld_aan(con, "invoer_levering", stof.leveringen, LEVERING_KOLOMMEN)
        producten = stof.producten.assign(
            segment_sleutel=stof.producten["segment"].map(sleutel),
            product_sleutel=stof.producten["product"].map(sleutel),
        )
        con.register("invoer_productindeling", producten)
        con.register("invoer_aanbiedersindeling", stof.aanbieders)
        con.register("invoer_buurt", stof.buurten)
        con.register("invoer_bevolking", stof.bevolking)
        _namen(con)
        for bestand in sorted(SQL_MAP.glob("*.sql")):
            con.execute(bestand.read_text(encoding="utf-8"))
    with doel.open("rb") as open_bestand:
        os.fsync(open_bestand.fileno())


def _lees_regels(con: duckdb.DuckDBPyConnection, paden: Sequence[Path], zelfde: pd.DataFrame | None) -> None:
    if not paden:
        kolommen = ", ".join(f'"{naam}" {soort}' for naam, soort in REGEL_KOLOMMEN.items())
        con.execute(f"CREATE TEMP TABLE invoer_regel ({kolommen})")
    elif zelfde is None or not len(zelfde):
        con.read_parquet([str(p) for p in paden]).create_view("invoer_regel")
    else:
        con.read_parquet([str(p) for p in paden]).create_view("invoer_regel_los")
        con.register("invoer_zelfde", zelfde)
        # One jeugdige who is known under two numbers gets one pseudonym before anything is counted.
        con.execute("""
            CREATE TEMP VIEW invoer_regel AS
            SELECT r.* REPLACE (coalesce(z.naar, r.jeugdige) AS jeugdige)
            FROM invoer_regel_los r LEFT JOIN invoer_zelfde z ON z.van = r.jeugdige""")


def _meld_aan(
    con: duckdb.DuckDBPyConnection, naam: str, tabel: pd.DataFrame, kolommen: dict[str, str]
) -> None:
    con.register("_invoer", tabel[list(kolommen)])
    velden = ", ".join(f'CAST("{kolom}" AS {soort}) AS "{kolom}"' for kolom, soort in kolommen.items())
    con.execute(f"CREATE TEMP TABLE {naam} AS SELECT {velden} FROM _invoer")
    con.unregister("_invoer")


def _namen(con: duckdb.DuckDBPyConnection) -> None:
    """Every spelling that occurs, with its sleutel: compared in Python, joined in SQL."""
    product = con.execute(
        "SELECT DISTINCT segment AS segment_ruw, product AS product_ruw FROM invoer_regel"
    ).df()
    product["segment_sleutel"] = [sleutel(s) if isinstance(s, str) else None for s in product["segment_ruw"]]
    product["product_sleutel"] = [sleutel(p) for p in product["product_ruw"]]
    aanbieder = con.execute(
        "SELECT aanbieder AS aanbieder_ruw, agb, count(*) AS regels FROM invoer_regel GROUP BY ALL"
    ).df()
    aanbieder["aanbieder_sleutel"] = [sleutel(a) for a in aanbieder["aanbieder_ruw"]]
    for naam, tabel in (("invoer_naam_product", product), ("invoer_naam_aanbieder", aanbieder)):
        con.register("_invoer", tabel.astype({k: "string" for k in tabel if k != "regels"}))
        con.execute(f"CREATE TEMP TABLE {naam} AS SELECT * FROM _invoer")
        con.unregister("_invoer")


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
        return Stand(*self.rijen("SELECT stand_per, demo, eerste_maand, laatste_maand FROM stand")[0])

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

    def voorlopig_vanaf(self) -> int | None:
        """First maandnummer with fewer than 3 full months between its end and stand_per."""
        if self.stand_per is None:
            return None
        return self.stand_per.year * 12 + self.stand_per.month - 1 - 3


_OPEN: dict[Path, Database] = {}
_SLOT = threading.Lock()


def datamap() -> Path:
    """The data folder: `JEUGD_DATA`, else `data` beside the package."""
    return Path(os.environ.get("JEUGD_DATA") or SQL_MAP.parent.parent / "data")


def actueel(map_: Path | None = None) -> Database | None:
    """The version in force in a data folder; None when nothing was ever read in.

    One Database per version per process, so that threads share its connection.
    """
    map_ = map_ or datamap()
    try:
        naam = (map_ / ACTUEEL).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    pad = (map_ / naam).resolve()
    with _SLOT:
        if pad not in _OPEN:
            _OPEN[pad] = Database(pad)
        return _OPEN[pad]
