"""The rows of the table levering, and where the lines of each lie."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from core.database import LEVERING_KOLOMMEN, Database
from core.inlezen.fout import Geweigerd

LEVERINGEN = "leveringen"


def levering_pad(map_: Path, nummer: int) -> Path:
    """Where the parquet of a levering lies."""
    return map_ / LEVERINGEN / f"{nummer}.parquet"


def alle_leveringen(db: Database | None) -> pd.DataFrame:
    """The rows of the table levering of a version; none when there is no version."""
    if db is None:
        return pd.DataFrame(columns=list(LEVERING_KOLOMMEN))
    return db.vraag("SELECT * FROM levering ORDER BY nummer")


def volgend_nummer(leveringen: pd.DataFrame) -> int:
    """The number of the next levering; numbers are never used again."""
    return int(leveringen["nummer"].max()) + 1 if len(leveringen) else 1


def telt(leveringen: pd.DataFrame) -> pd.Series:
    """Which leveringen make up the figures: in use, and demo only as long as nothing is real."""
    actief = leveringen["actief"].astype(bool)
    demo = leveringen["demo"].astype(bool)
    return actief & ~(demo & (actief & ~demo).any())


def lees_gegevens(pad: Path) -> dict[str, Any]:
    """What a levering's parquet says of itself. Raises Geweigerd when it says nothing."""
    gegevens = (pq.read_metadata(pad).metadata or {}).get(b"levering")
    if gegevens is None:
        raise Geweigerd(f"{pad.name} is geen levering: de gegevens over de levering ontbreken.")
    uit: dict[str, Any] = json.loads(gegevens)
    return uit


def uit_parquet(map_: Path) -> pd.DataFrame:
    """The table levering as the parquet files themselves tell it: for when no version is left.

    What was taken back is remembered beside the parquet (`<nr>.terug`).
    """
    paden = [p for p in (map_ / LEVERINGEN).glob("*.parquet") if p.stem.isdecimal()]
    rijen = sorted((lees_gegevens(p) for p in paden), key=lambda r: int(r["nummer"]))
    tabel = pd.DataFrame(rijen, columns=list(LEVERING_KOLOMMEN))
    weg = [terug_pad(map_, int(n)).exists() for n in tabel["nummer"]]
    tabel["actief"] = [not w for w in weg]
    return tabel.assign(**{k: pd.to_datetime(tabel[k]) for k in ("stand_per", "ingelezen_op")})


def terug_pad(map_: Path, nummer: int) -> Path:
    """The mark beside a levering that was taken back; only read when every version is lost."""
    return map_ / LEVERINGEN / f"{nummer}.terug"
