"""The data folder: the lock, the parquet of a levering, the next version, and the one commit.

Everything is written under a name that nothing reads, made durable, and only then named by
`actueel`. Whatever a crash leaves behind is rubbish that the next writer clears away.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core import referentie
from core.database import ACTUEEL, LEVERING_KOLOMMEN, Bouwstof, Database, bouw
from core.inlezen.fout import Bezet, Geweigerd
from core.inlezen.paren import lees_paren, paren_pad, zelfde
from core.opslag import Opslag

LEVERINGEN = "leveringen"
TIJDELIJK = "tijdelijk"
SLOT = "slot"
BEWAARDE_VERSIES = 3
WACHT = 20.0
"""Seconds to wait for another writer before giving up."""
_BEDORVEN_NA = 24 * 3600
_VERSIE = re.compile(r"jeugd-(\d{6})\.duckdb")


@contextmanager
def slot(map_: Path, wacht: float | None = None) -> Iterator[None]:
    """Be the one writer of a data folder, over all processes. Raises Bezet after waiting.

    The system lets go of the lock when the process ends, however it ends.
    """
    map_.mkdir(parents=True, exist_ok=True)
    einde = time.monotonic() + (WACHT if wacht is None else wacht)
    with (map_ / SLOT).open("a+b") as bestand:
        while not _neem(bestand.fileno()):
            if time.monotonic() >= einde:
                raise Bezet(
                    "Iemand anders leest op dit moment gegevens in. Wacht tot dat klaar is en probeer het opnieuw."
                )
            time.sleep(0.05)
        yield


def _neem(nummer: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        # Held by another: the caller waits or gives up.
        return False
    return True


def maak_duurzaam(pad: Path) -> None:
    """Have the system write a file, or the names in a folder, to disk before going on."""
    if os.name == "nt" and pad.is_dir():
        return
    nummer = os.open(pad, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)


def levering_pad(map_: Path, nummer: int) -> Path:
    """Where the parquet of a levering lies."""
    return map_ / LEVERINGEN / f"{nummer}.parquet"


def schrijf_levering(
    con: duckdb.DuckDBPyConnection, map_: Path, rijen: str, gegevens: dict[str, Any]
) -> Path:
    """Write the rows of the query `rijen` as the parquet of a levering, durable; its path.

    `gegevens` (the row of the table levering and what else it takes to rebuild) goes into the
    file itself.
    """
    pad = levering_pad(map_, gegevens["nummer"])
    pad.parent.mkdir(exist_ok=True)
    kladje = pad.with_suffix(".klad")
    tekst = json.dumps(gegevens, default=str, ensure_ascii=False).replace("'", "''")
    con.execute(
        f"COPY ({rijen}) TO '{sql_pad(kladje)}' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{levering: '{tekst}'}})"
    )
    maak_duurzaam(kladje)
    kladje.replace(pad)
    maak_duurzaam(pad.parent)
    return pad


def lees_gegevens(pad: Path) -> dict[str, Any]:
    """What a levering's parquet says of itself."""
    with duckdb.connect() as con:
        rij = con.execute(
            "SELECT value FROM parquet_kv_metadata(?) WHERE key = 'levering'::BLOB", [str(pad)]
        ).fetchone()
    if rij is None:
        raise Geweigerd(f"{pad.name} is geen levering: de gegevens over de levering ontbreken.")
    uit: dict[str, Any] = json.loads(bytes(rij[0]).decode())
    return uit


def sql_pad(pad: Path) -> str:
    """A path inside a quoted SQL string."""
    return str(pad).replace("'", "''")


def telt(leveringen: pd.DataFrame) -> pd.Series:
    """Which leveringen make up the figures: in use, and demo only as long as nothing is real."""
    actief = leveringen["actief"].astype(bool)
    demo = leveringen["demo"].astype(bool)
    return actief & ~(demo & (actief & ~demo).any())


def versie_nummer(map_: Path) -> int:
    """The highest version number in the folder, 0 when there is none."""
    return max(
        (int(m[1]) for p in map_.glob("jeugd-*.duckdb") if (m := _VERSIE.fullmatch(p.name))), default=0
    )


def bouw_versie(map_: Path, leveringen: pd.DataFrame) -> Path:
    """Build the next version of these leveringen beside the present one; nothing points to it yet."""
    doel = map_ / f"jeugd-{versie_nummer(map_) + 1:06d}.duckdb"
    kladje = doel.with_suffix(".bouw")
    _weg(kladje)
    in_gebruik = leveringen[telt(leveringen)]
    demo = bool(len(in_gebruik)) and bool(in_gebruik["demo"].all())
    regels = [levering_pad(map_, n) for n in in_gebruik["nummer"]]
    bouw(
        kladje,
        Bouwstof(
            regels=regels,
            leveringen=leveringen[list(LEVERING_KOLOMMEN)],
            producten=referentie.producten(),
            aanbieders=Opslag(map_).aanbiedersindeling(),
            buurten=referentie.buurten(),
            bevolking=referentie.bevolking(demo),
            zelfde=zelfde(lees_paren(map(paren_pad, regels))),
        ),
    )
    kladje.replace(doel)
    maak_duurzaam(map_)
    return doel


def toets(versie: Path, wordt: Mapping[tuple[str, int], tuple[int, int]]) -> None:
    """Compare a version with the sums it must hold, to the cent. Raises Geweigerd when they differ.

    The last thing before the commit: a line that the build lost is never shown.
    """
    db = Database(versie)
    try:
        sql = "SELECT maand, count(*), coalesce(sum(bedrag) FILTER (WHERE status = 0), 0)::BIGINT FROM regel GROUP BY 1"
        is_nu = {maand: (regels, bedrag) for maand, regels, bedrag in db.rijen(sql)}
    finally:
        db.sluit()
    moet: dict[int, tuple[int, int]] = {}
    for (_, maand), som in wordt.items():
        regels, bedrag = moet.get(maand, (0, 0))
        moet[maand] = regels + som[0], bedrag + som[1]
    if is_nu != moet:
        _weg(versie)
        raise Geweigerd(
            "De opgebouwde cijfers sluiten niet aan op de regels die zijn gelezen; er is niets veranderd. "
            "Meld dit aan de beheerder."
        )


def wijs_aan(map_: Path, versie: Path) -> None:
    """Make a version the one in force: the only commit."""
    kladje = map_ / f"{ACTUEEL}.klad"
    with kladje.open("w", encoding="utf-8") as uit:
        uit.write(versie.name)
        uit.flush()
        os.fsync(uit.fileno())
    kladje.replace(map_ / ACTUEEL)
    maak_duurzaam(map_)


def alle_leveringen(db: Database | None) -> pd.DataFrame:
    """The rows of the table levering of a version; none when there is no version."""
    if db is None:
        return pd.DataFrame(columns=list(LEVERING_KOLOMMEN))
    return db.vraag("SELECT * FROM levering ORDER BY nummer")


def uit_parquet(map_: Path) -> pd.DataFrame:
    """The table levering as the parquet files themselves tell it: for when no version is left."""
    paden = [p for p in (map_ / LEVERINGEN).glob("*.parquet") if p.stem.isdecimal()]
    rijen = sorted((lees_gegevens(p) for p in paden), key=lambda r: int(r["nummer"]))
    tabel = pd.DataFrame(rijen, columns=list(LEVERING_KOLOMMEN))
    return tabel.assign(**{k: pd.to_datetime(tabel[k]) for k in ("stand_per", "ingelezen_op")})


def ruim_op(map_: Path, leveringen: Sequence[int], huidig: str | None) -> None:
    """Clear what nothing names: half-written files, parquet without a levering, old versions."""
    for pad in [*map_.glob("*.bouw*"), *map_.glob("*.klad"), *map_.glob("sleutel.*")]:
        _weg(pad)
    for pad in (map_ / LEVERINGEN).glob("*"):
        if (
            not (pad.stem.split(".")[0].isdecimal() and int(pad.stem.split(".")[0]) in leveringen)
            or pad.suffix == ".klad"
        ):
            _weg(pad)
    versies = sorted(p for p in map_.glob("jeugd-*.duckdb") if _VERSIE.fullmatch(p.name))
    bekend = [p for p in versies if huidig is not None and p.name <= huidig]
    for pad in [p for p in versies if p not in bekend[-BEWAARDE_VERSIES:]]:
        _weg(pad)
    for pad in (map_ / TIJDELIJK).glob("*"):
        if time.time() - pad.stat().st_mtime > _BEDORVEN_NA:
            shutil.rmtree(pad, ignore_errors=True)


def _weg(pad: Path) -> None:
    # On Windows a version that another process has open cannot go yet; the next writer tries again.
    with suppress(PermissionError):
        pad.unlink(missing_ok=True)
    with suppress(PermissionError):
        Path(f"{pad}.wal").unlink(missing_ok=True)
