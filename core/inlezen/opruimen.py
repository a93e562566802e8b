"""What a data folder may lose: half-written files, what no version knows, versions that nobody looks at."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from core.inlezen.bijlagen import bewaard
from core.inlezen.leveringtabel import LEVERINGEN
from core.opslag.weergaven import Weergaven

TIJDELIJK = "tijdelijk"
VERSIE = re.compile(r"jeugd-(\d{6})\.duckdb")
BEWAARDE_VERSIES = 3
_BEDORVEN_NA = 24 * 3600


def ruim_op(map_: Path, leveringen: Sequence[int], bijlagen: Sequence[int], huidig: str | None) -> None:
    """Clear what nothing names: half-written files, what no version knows, old versions.

    A version that a presentation holds stays.
    """
    for map_of in (map_, map_ / LEVERINGEN, map_ / bewaard.BIJLAGEN):
        for pad in [*map_of.glob("*.bouw*"), *map_of.glob("*.klad")]:
            weg(pad)
    for naam, bekend_zijn in ((LEVERINGEN, leveringen), (bewaard.BIJLAGEN, bijlagen)):
        for pad in (map_ / naam).glob("*.*"):
            if int(pad.name.split(".")[0]) not in bekend_zijn:
                _ruim_invoer(pad, huidig)
    versies = sorted(p for p in map_.glob("jeugd-*.duckdb") if VERSIE.fullmatch(p.name))
    bekend = [p for p in versies if huidig is not None and p.name <= huidig]
    in_vertoning = Weergaven(map_).vastgehouden()
    for pad in [p for p in versies if p not in bekend[-BEWAARDE_VERSIES:] and p.stem not in in_vertoning]:
        weg(pad)
    for pad in [*(map_ / TIJDELIJK).glob("*"), *map_.glob("sleutel.*")]:
        if time.time() - pad.stat().st_mtime > _BEDORVEN_NA:
            shutil.rmtree(pad, ignore_errors=True) if pad.is_dir() else weg(pad)


def _ruim_invoer(pad: Path, huidig: str | None) -> None:
    if huidig is not None:
        weg(pad)
        return
    # Without any version there is no telling rubbish from data: a lost `actueel` must cost nothing.
    opzij = pad.parent / "los"
    opzij.mkdir(exist_ok=True)
    pad.replace(opzij / f"{time.time_ns()}-{pad.name}")


def weg(pad: Path) -> bool:
    """Remove a file that nothing names; False when the system does not let it go yet.

    A build that ran out of memory leaves a folder beside its file when it is killed.
    """
    try:
        if pad.is_dir():
            shutil.rmtree(pad)
            return True
        for deel in (pad, Path(f"{pad}.wal")):
            deel.unlink(missing_ok=True)
    except PermissionError:
        # On Windows another process can have a version open; the next writer tries again.
        return False
    return True
