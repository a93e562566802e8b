"""A scratch database with the files of one load beside what stays of earlier leveringen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core.database import REGEL_KOLOMMEN, Database
from core.inlezen.bewaren import alle_leveringen, levering_pad, telt
from core.inlezen.paren import lees_paren, paren_pad, zelfde

GELIJK = tuple(k for k in REGEL_KOLOMMEN if k not in ("levering", "rij"))
"""The columns in which two lines must agree to be the same line."""
KENMERK = f"hash({', '.join(GELIJK)})"


@dataclass(frozen=True)
class Gelezen:
    """A file that a child read: its facts (kind.py), how it will be loaded, where its rows lie."""

    naam: str
    wijze: str
    demo: bool
    pad: Path
    feiten: Mapping[str, Any]

    @property
    def bron(self) -> str:
        """The administration the file comes from: ZIN, PGB, GI …"""
        return str(self.feiten["bron"])


@dataclass
class Werkbank:
    """The rows of leveringen that count now, and of the files offered, under provisional numbers.

    `nieuw` holds (nummer, file) in order. Tables: `uit` (levering, rij, soort, reden) are rows
    that will not be loaded; views: `aangeboden` all rows of the files, `aangenomen` those not in
    `uit`, `oud` the rows of leveringen that count now.
    """

    map_: Path
    db: Database | None
    bestanden: Sequence[Gelezen]
    indeling: pd.DataFrame
    stand: dict[tuple[str, int], Any] = field(default_factory=dict)
    con: duckdb.DuckDBPyConnection = field(init=False)
    nieuw: list[tuple[int, Gelezen]] = field(init=False)
    lev: pd.DataFrame = field(init=False)
    zelfde: pd.DataFrame = field(init=False)

    def __post_init__(self) -> None:
        """Lay out the views; nothing is read yet."""
        self.con = duckdb.connect(
            config={"memory_limit": "1GB", "temp_directory": str(self.map_ / "tijdelijk")}
        )
        self.lev = self._tellend()
        eerste = int(alle_leveringen(self.db)["nummer"].max() or 0) + 1 if self.db else 1
        self.nieuw = list(enumerate(self.bestanden, eerste))
        self.con.execute("CREATE TABLE uit (levering INTEGER, rij INTEGER, soort VARCHAR, reden VARCHAR)")
        self.con.execute("CREATE TABLE lev (nummer INTEGER, bron VARCHAR, wijze VARCHAR, nieuw BOOLEAN)")
        rijen = [(int(r.nummer), r.bron, r.wijze, False) for r in self.lev.itertuples()]
        rijen += [(n, b.bron, b.wijze, True) for n, b in self.nieuw]
        if rijen:
            self.con.executemany("INSERT INTO lev VALUES (?, ?, ?, ?)", rijen)
        self._views()
        self._personen()

    def _personen(self) -> None:
        """Who is known already, and which pseudonyms are the same person."""
        leeg = pd.DataFrame({"pseudoniem": [], "geboortemaand": [], "geslacht": []})
        sql = "SELECT pseudoniem, geboortemaand, nullif(geslacht, 3) AS geslacht FROM jeugdige"
        self._tabel("bekend", leeg if self.db is None or not len(self.lev) else self.db.vraag(sql))
        bronnen = [levering_pad(self.map_, n) for n in self.lev["nummer"]] + [b.pad for _, b in self.nieuw]
        self.zelfde = zelfde(lees_paren(map(paren_pad, bronnen)))
        self._tabel("zelfde", self.zelfde)

    def _tabel(self, naam: str, rijen: pd.DataFrame) -> None:
        soorten = {
            "pseudoniem": "VARCHAR",
            "geboortemaand": "SMALLINT",
            "geslacht": "UTINYINT",
            "van": "VARCHAR",
            "naar": "VARCHAR",
        }
        self.con.register("_rijen", rijen)
        velden = ", ".join(f"CAST({k} AS {soorten[k]}) AS {k}" for k in rijen.columns)
        self.con.execute(f"CREATE TABLE {naam} AS SELECT {velden} FROM _rijen")
        self.con.unregister("_rijen")

    def _tellend(self) -> pd.DataFrame:
        """Leveringen that count beside the files: demo ones go as soon as something real comes."""
        alles = alle_leveringen(self.db)
        over = alles[telt(alles)]
        return over[~over["demo"].astype(bool)] if any(not b.demo for b in self.bestanden) else over

    def _views(self) -> None:
        kolommen = ", ".join(REGEL_KOLOMMEN)
        leeg = ", ".join(f"NULL::{soort} AS {naam}" for naam, soort in REGEL_KOLOMMEN.items())
        niets = f"SELECT {leeg} WHERE false"
        aangeboden = [
            f"SELECT {kolommen.replace('levering,', f'{n} AS levering,', 1)} FROM {_bron(b.pad)}"
            for n, b in self.nieuw
        ]
        oud = [f"SELECT {kolommen} FROM {_bron(levering_pad(self.map_, n))}" for n in self.lev["nummer"]]
        self.con.execute(f"CREATE VIEW aangeboden AS {' UNION ALL '.join(aangeboden) or niets}")
        self.con.execute("CREATE VIEW aangenomen AS FROM aangeboden ANTI JOIN uit USING (levering, rij)")
        self.con.execute(f"CREATE VIEW oud AS {' UNION ALL '.join(oud) or niets}")

    def rijen(self, sql: str, waarden: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query with its values bound."""
        return self.con.execute(sql, list(waarden)).fetchall()

    def rijen_met(self, sql: str, waarden: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """The rows of a query with named values."""
        return self.con.execute(sql, dict(waarden)).fetchall()

    def uitgesloten(self, nummer: int) -> list[tuple[int, str, str]]:
        """Rows of a file that will not be loaded: rij, soort (dubbel or afgekeurd), reden."""
        return self.rijen("SELECT rij, soort, reden FROM uit WHERE levering = ? ORDER BY rij", [nummer])

    def sluit(self) -> None:
        """Let go of the files."""
        self.con.close()


def _bron(pad: Path) -> str:
    return f"read_parquet('{str(pad).replace(chr(39), chr(39) * 2)}')"
