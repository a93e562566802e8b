"""The data folder: the lock, the parquet of a levering, the next version, and the one commit.

Everything is written under a name that nothing reads, made durable, and only then named by
`actueel`. Whatever a crash leaves behind is rubbish that the next writer clears away.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core import referentie
from core.database import ACTUEEL, LEVERING_KOLOMMEN, Bouwstof, Database, bouw
from core.inlezen.bijlagen import bewaard
from core.inlezen.bijlagen.bewaard import Bijlage
from core.inlezen.dubbel import herkansers
from core.inlezen.fout import Bezet, Geweigerd
from core.inlezen.leveringtabel import levering_pad, telt
from core.inlezen.opruimen import TIJDELIJK, VERSIE, weg
from core.inlezen.paren import lees_paren, paren_pad, zelfde
from core.inlezen.standen import Stand, alles_nu, per_maand
from core.opslag import Opslag

SLOT = "slot"
TELLER = "versie"
WACHT = 20.0
"""Seconds to wait for another writer before giving up."""


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


def neem_over(van: Path, naar: Path) -> None:
    """Give a file that is already written its final name, durable; the old name stays too."""
    kladje = naar.with_suffix(".klad")
    weg(kladje)
    try:
        os.link(van, kladje)
    except OSError:
        # Not every file system knows two names for one file.
        shutil.copyfile(van, kladje)
    maak_duurzaam(kladje)
    kladje.replace(naar)
    maak_duurzaam(naar.parent)


def schrijf_parquet(con: duckdb.DuckDBPyConnection, rijen: str, pad: Path, gegevens: dict[str, Any]) -> None:
    """Write the rows of the query `rijen` as parquet, durable before it has its name.

    `gegevens` (the row of the table levering and what else it takes to rebuild) goes into the
    file itself.
    """
    kladje = pad.with_suffix(".klad")
    tekst = json.dumps(gegevens, default=str, ensure_ascii=False).replace("'", "''")
    con.execute(
        f"COPY ({rijen}) TO '{sql_pad(kladje)}' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{levering: '{tekst}'}})"
    )
    maak_duurzaam(kladje)
    kladje.replace(pad)
    maak_duurzaam(pad.parent)


def sql_pad(pad: Path) -> str:
    """A path inside a quoted SQL string."""
    return str(pad).replace("'", "''")


def volgende_versie(map_: Path) -> Path:
    """The path of a version that never was: a process may still hold an old one of the same name."""
    teller = map_ / TELLER
    laatste = int(teller.read_text(encoding="ascii") or 0) if teller.exists() else 0
    namen = (VERSIE.fullmatch(p.name) for p in map_.glob("jeugd-*.duckdb"))
    nummer = max([laatste, *(int(m[1]) for m in namen if m)]) + 1
    teller.write_text(str(nummer), encoding="ascii")
    return map_ / f"jeugd-{nummer:06d}.duckdb"


def schrijf_duurzaam(pad: Path, tekst: str) -> None:
    """Write a small text file whole or not at all, and have it on disk before going on."""
    kladje = pad.with_name(f"{pad.name}.klad")
    with kladje.open("w", encoding="utf-8") as uit:
        uit.write(tekst)
        uit.flush()
        os.fsync(uit.fileno())
    kladje.replace(pad)
    maak_duurzaam(pad.parent)


def bouw_versie(map_: Path, leveringen: pd.DataFrame, bijlagen: Sequence[Bijlage]) -> Path:
    """Build the next version of these inputs beside the present one; nothing points to it yet."""
    doel = volgende_versie(map_)
    kladje = doel.with_suffix(".bouw")
    weg(kladje)
    bouw_van(map_, kladje, leveringen, Opslag(map_).aanbiedersindeling(), bijlagen)
    kladje.replace(doel)
    maak_duurzaam(map_)
    return doel


def bouw_van(
    map_: Path, doel: Path, leveringen: pd.DataFrame, aanbieders: pd.DataFrame, bijlagen: Sequence[Bijlage]
) -> None:
    """Build the file `doel` from the leveringen and bijlagen that count and which name is which aanbieder.

    The same inputs always give the same figures. Raises duckdb.IOException when the lines of a
    levering are gone, FileNotFoundError when the rows of a bijlage are.
    """
    in_gebruik = leveringen[telt(leveringen)]
    demo = bool(len(in_gebruik)) and bool(in_gebruik["demo"].all())
    regels = [levering_pad(map_, n) for n in in_gebruik["nummer"]]
    tellend = bewaard.in_gebruik(map_, bijlagen)
    klad = map_ / TIJDELIJK / f"{doel.stem}-{os.getpid()}"
    bouw(
        doel,
        Bouwstof(
            regels=[*regels, *herkansers(map_, in_gebruik, klad)],
            leveringen=leveringen[list(LEVERING_KOLOMMEN)],
            producten=referentie.producten(),
            aanbieders=aanbieders,
            buurten=referentie.buurten(),
            bevolking=bewaard.inwoners(tellend.get("bevolking", []), referentie.bevolking(demo)),
            zelfde=zelfde(lees_paren(map(paren_pad, regels))),
            bijlagen=bewaard.als_frame(bijlagen),
            bijlage_rijen=bewaard.rijen_als_frame(tellend),
        ),
    )
    shutil.rmtree(klad, ignore_errors=True)


def toets(versie: Path, wordt: Stand) -> None:
    """Compare a version with the sums it must hold, to the cent. Raises Geweigerd when they differ.

    The last thing before the commit: a line that the build lost is never shown.
    """
    db = Database(versie)
    try:
        klopt = per_maand(alles_nu(db)) == per_maand(wordt)
    finally:
        db.sluit()
    if not klopt:
        weg(versie)
        raise Geweigerd(
            "De opgebouwde cijfers sluiten niet aan op de regels die zijn gelezen; er is niets veranderd. "
            "Meld dit aan de beheerder."
        )


def wijs_aan(map_: Path, versie: Path) -> None:
    """Make a version the one in force: the only commit."""
    schrijf_duurzaam(map_ / ACTUEEL, versie.name)
