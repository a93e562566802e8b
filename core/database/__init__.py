"""The one door to DuckDB: build a version-named file, point to it, open it read-only.

A version is never edited in place. `actueel`, a small text file in the data folder, names the
version in force; replacing that file is the only commit.
"""

from core.database.bouwen import BIJLAGE_KOLOMMEN, LEVERING_KOLOMMEN, REGEL_KOLOMMEN, SQL_MAP, Bouwstof, bouw
from core.database.lezen import ACTUEEL, Database, Stand, actueel, datamap, van_versie

__all__ = [
    "ACTUEEL",
    "BIJLAGE_KOLOMMEN",
    "LEVERING_KOLOMMEN",
    "REGEL_KOLOMMEN",
    "SQL_MAP",
    "Bouwstof",
    "Database",
    "Stand",
    "actueel",
    "bouw",
    "datamap",
    "van_versie",
]
