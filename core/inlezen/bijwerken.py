"""The version in force, built anew when an older program made it."""

from __future__ import annotations

from pathlib import Path

from core import database
from core.database import Database
from core.inlezen.leveringen import herbouw


def actueel(map_: Path | None = None) -> Database | None:
    """The version in force, or None when nothing was ever read in.

    After an update of the program the leveringen are built into a version of the new kind first:
    the same figures, and nobody meets a page that cannot read its own data. Raises Geweigerd when
    that fails; then nothing has changed.
    """
    db = database.actueel(map_)
    if db is not None and db.verouderd:
        herbouw(map_)
        db = database.actueel(map_)
    return db
