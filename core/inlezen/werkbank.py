"""A scratch database with the files of one load beside what stays of earlier leveringen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core.database import REGEL_KOLOMMEN, Database
from core.inlezen.leveringtabel import alle_leveringen, levering_pad, telt, volgend_nummer
from core.inlezen.paren import lees_paren, paren_pad, zelfde

_KOLOMMEN = ", ".join(REGEL_KOLOMMEN)
_SOORTEN = {
    "pseudoniem": "VARCHAR",
    "geboortemaand": "SMALLINT",
    "geslacht": "UTINYINT",
    "van": "VARCHAR",
    "naar": "VARCHAR",
}


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


class Regelbank:
    """Lines of leveringen side by side, each levering known by its number.

    Views: `aangeboden` lines to be judged, `aangenomen` those of them not in the table `uit`,
    `oud` lines that count already. Tables: `lev` (nummer, bron, wijze, nieuw) and `uit`
    (levering, rij, soort, reden, eerder): lines that will not count, and whether earlier
    leveringen are the reason.
    """

    def __init__(self, tijdelijk: Path, oud: Sequence[Path], aangeboden: Mapping[int, Path]) -> None:
        """Lay out the views; nothing is read yet."""
        self.con = duckdb.connect(config={"memory_limit": "1GB", "temp_directory": str(tijdelijk)})
        self.con.execute("SET TimeZone = 'UTC'")
        self.con.execute(
            "CREATE TABLE uit (levering INTEGER, rij INTEGER, soort VARCHAR, reden VARCHAR, eerder BOOLEAN)"
        )
        self.con.execute("CREATE TABLE lev (nummer INTEGER, bron VARCHAR, wijze VARCHAR, nieuw BOOLEAN)")
        nieuw = [
            f"SELECT {_KOLOMMEN.replace('levering', f'{int(n)} AS levering', 1)} FROM {_bron(p)}"
            for n, p in aangeboden.items()
        ]
        self._view("aangeboden", nieuw)
        self._view("oud", [f"SELECT {_KOLOMMEN} FROM {_bron(p)}" for p in oud])
        self.con.execute("CREATE VIEW aangenomen AS FROM aangeboden ANTI JOIN uit USING (levering, rij)")

    def _view(self, naam: str, delen: Sequence[str]) -> None:
        leeg = ", ".join(f"NULL::{soort} AS {kolom}" for kolom, soort in REGEL_KOLOMMEN.items())
        self.con.execute(f"CREATE VIEW {naam} AS {' UNION ALL '.join(delen) or f'SELECT {leeg} WHERE false'}")

    def noem(self, leveringen: Sequence[tuple[int, str, str, bool]]) -> None:
        """Tell which leveringen there are: (nummer, bron, wijze, nieuw)."""
        if leveringen:
            self.con.executemany("INSERT INTO lev VALUES (?, ?, ?, ?)", list(leveringen))

    def rijen(self, sql: str, waarden: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query with its values bound, by place or by name."""
        return self.con.execute(
            sql, dict(waarden) if isinstance(waarden, Mapping) else list(waarden)
        ).fetchall()

    def close(self) -> None:
        """Let go of the files."""
        self.con.close()


@dataclass
class Werkbank:
    """Everything one load is judged with: its files, what counts now, who is known."""

    map_: Path
    db: Database | None
    bestanden: Sequence[Gelezen]
    indeling: pd.DataFrame
    herkansers: Sequence[Path] = ()
    stand: dict[tuple[str, int], Any] = field(default_factory=dict)
    bank: Regelbank = field(init=False)
    nieuw: list[tuple[int, Gelezen]] = field(init=False)
    lev: pd.DataFrame = field(init=False)
    zelfde: pd.DataFrame = field(init=False)

    def __post_init__(self) -> None:
        """Number the files, lay the lines side by side, look up who is known."""
        alles = alle_leveringen(self.db)
        self.lev = tellend(alles, any(not b.demo for b in self.bestanden))
        self.nieuw = list(enumerate(self.bestanden, volgend_nummer(alles)))
        paden = [levering_pad(self.map_, n) for n in self.lev["nummer"]]
        self.bank = Regelbank(
            self.map_ / "tijdelijk", [*paden, *self.herkansers], {n: b.pad for n, b in self.nieuw}
        )
        self.bank.noem(
            [(int(r.nummer), r.bron, r.wijze, False) for r in self.lev.itertuples()]
            + [(n, b.bron, b.wijze, True) for n, b in self.nieuw]
        )
        self._personen(paden)

    def _personen(self, paden: Sequence[Path]) -> None:
        """Who is known already, and which pseudonyms are the same person."""
        leeg = pd.DataFrame({"pseudoniem": [], "geboortemaand": [], "geslacht": []})
        sql = "SELECT pseudoniem, geboortemaand, nullif(geslacht, 3) AS geslacht FROM jeugdige"
        self._tabel("bekend", leeg if self.db is None or not len(self.lev) else self.db.vraag(sql))
        self.zelfde = zelfde(lees_paren(paren_pad(p) for p in [*paden, *(b.pad for _, b in self.nieuw)]))
        self._tabel("zelfde", self.zelfde)

    def _tabel(self, naam: str, rijen: pd.DataFrame) -> None:
        con = self.bank.con
        con.register("_rijen", rijen)
        velden = ", ".join(f"CAST({k} AS {_SOORTEN[k]}) AS {k}" for k in rijen.columns)
        con.execute(f"CREATE TABLE {naam} AS SELECT {velden} FROM _rijen")
        con.unregister("_rijen")

    def rijen(self, sql: str, waarden: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query with its values bound, by place or by name."""
        return self.bank.rijen(sql, waarden)

    def aantal_uit(self, nummer: int) -> int:
        """How many rows of a file will not be loaded for what other lines hold."""
        return int(self.rijen("SELECT count(*) FROM uit WHERE levering = ?", [nummer])[0][0])

    def aantal_dubbel(self, nummer: int) -> int:
        """How many of those are the same line once more."""
        return int(
            self.rijen("SELECT count(*) FROM uit WHERE levering = ? AND soort = 'dubbel'", [nummer])[0][0]
        )

    def uitgesloten(self, nummer: int) -> list[tuple[int, str, str]]:
        """Rows of a file that will not be loaded: rij, soort (dubbel or afgekeurd), reden."""
        sql = "SELECT rij, soort, reden FROM uit WHERE levering = ? ORDER BY rij"
        return [(int(rij), str(soort), str(reden)) for rij, soort, reden in self.rijen(sql, [nummer])]

    def sluit(self) -> None:
        """Let go of the files."""
        self.bank.close()


def tellend(leveringen: pd.DataFrame, echt_erbij: bool) -> pd.DataFrame:
    """Leveringen that count beside a load: demo ones go as soon as something real comes."""
    over = leveringen[telt(leveringen)]
    return over[~over["demo"].astype(bool)] if echt_erbij else over


def _bron(pad: Path) -> str:
    tekst = str(pad).replace("'", "''")
    return f"read_parquet('{tekst}')"
