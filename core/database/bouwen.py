"""Building a version: parquet files and small reference tables in, one DuckDB file out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core.opmaak import sleutel

SQL_MAP = Path(__file__).parents[1] / "sql"

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

BIJLAGE_KOLOMMEN: dict[str, str] = {
    "nummer": "INTEGER",
    "soort": "VARCHAR",
    "sha": "VARCHAR",
    "bestand": "VARCHAR",
    "bron": "VARCHAR",
    "ingelezen_op": "TIMESTAMP",
    "rijen": "INTEGER",
    "actief": "BOOLEAN",
}
"""The columns of the table `bijlage`: files beside declarations, also those taken back."""

BIJLAGERIJ_KOLOMMEN: dict[str, str] = {"nummer": "INTEGER", "soort": "VARCHAR", "inhoud": "VARCHAR"}
"""The columns of `bijlage_rij`: the rows that are in force, each as JSON."""

BEVOLKING_KOLOMMEN: dict[str, str] = {
    "buurtcode": "VARCHAR",
    "jaar": "SMALLINT",
    "van": "UTINYINT",
    "tot": "UTINYINT",
    "aantal": "INTEGER",
    "bron": "VARCHAR",
}
"""Inhabitants on 1 January by first and last age; the classes of a buurt hold every age of 0-17 once."""


_WEINIG = 1_000_000
"""Bytes of lines below which a version is built by one thread."""


@dataclass(frozen=True)
class Bouwstof:
    """All that a version is built from: parquet files and small reference tables.

    `leveringen`: LEVERING_KOLOMMEN; `producten`: segment, product, bekostiging, volgorde;
    `aanbieders`: soort (agb or naam), sleutel, aanbieder; `buurten`: buurtcode, naam, wijkcode,
    wijk; `bevolking`: BEVOLKING_KOLOMMEN; `zelfde`: van, naar (pseudonyms of one jeugdige under
    another number), `bijlagen`: BIJLAGE_KOLOMMEN and `bijlage_rijen`: BIJLAGERIJ_KOLOMMEN, when any
    are known.
    """

    regels: Sequence[Path]
    leveringen: pd.DataFrame
    producten: pd.DataFrame
    aanbieders: pd.DataFrame
    buurten: pd.DataFrame
    bevolking: pd.DataFrame
    zelfde: pd.DataFrame | None = None
    bijlagen: pd.DataFrame | None = None
    bijlage_rijen: pd.DataFrame | None = None


@cache
def bouwwijze() -> str:
    """A mark of how versions are built now: it changes when a numbered SQL file does."""
    tekst = b"".join(p.read_bytes() for p in sorted(SQL_MAP.glob("*.sql")))
    return hashlib.sha256(tekst).hexdigest()[:16]


def bouw(doel: Path, stof: Bouwstof) -> None:
    """Build the database file `doel` by the numbered SQL files and fsync it.

    Raises FileExistsError when `doel` is there already: a version is never overwritten.
    """
    if doel.exists():
        raise FileExistsError(doel)
    # To start threads takes longer than they save on so few lines.
    weinig: dict[str, Any] = {"threads": 1} if sum(p.stat().st_size for p in stof.regels) < _WEINIG else {}
    with duckdb.connect(doel, config={"preserve_insertion_order": False} | weinig) as con:
        _lees_regels(con, stof.regels, stof.zelfde)
        _meld_aan(con, "invoer_levering", stof.leveringen, LEVERING_KOLOMMEN)
        producten = stof.producten.assign(
            segment_sleutel=stof.producten["segment"].map(sleutel),
            product_sleutel=stof.producten["product"].map(sleutel),
        )
        con.register("invoer_productindeling", producten)
        con.register("invoer_aanbiedersindeling", stof.aanbieders)
        con.register("invoer_buurt", stof.buurten)
        _meld_aan(con, "invoer_bevolking", stof.bevolking, BEVOLKING_KOLOMMEN)
        _meld_aan(con, "invoer_bijlage", stof.bijlagen, BIJLAGE_KOLOMMEN)
        _meld_aan(con, "invoer_bijlage_rij", stof.bijlage_rijen, BIJLAGERIJ_KOLOMMEN)
        _namen(con)
        for bestand in sorted(SQL_MAP.glob("*.sql")):
            con.execute(bestand.read_text(encoding="utf-8"))
        _laat_views_los(con)
        con.execute("CREATE TABLE bouwwijze AS SELECT CAST(? AS VARCHAR) AS wijze", [bouwwijze()])
    with doel.open("rb") as open_bestand:
        os.fsync(open_bestand.fileno())


def _laat_views_los(con: duckdb.DuckDBPyConnection) -> None:
    """Drop the views of the build: a version holds its data, not where its files lay."""
    views = con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal AND NOT temporary")
    for (naam,) in views.fetchall():
        con.execute(f'DROP VIEW "{naam}"')


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
    con: duckdb.DuckDBPyConnection, naam: str, tabel: pd.DataFrame | None, kolommen: dict[str, str]
) -> None:
    con.register("_invoer", pd.DataFrame(columns=list(kolommen)) if tabel is None else tabel[list(kolommen)])
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
