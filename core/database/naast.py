"""One question over two versions at once, for what changed between them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd


def naast_elkaar(nu: Path, toen: Path, sql: str, waarden: Sequence[Any] = ()) -> pd.DataFrame:
    """The rows of a query over two version files, known in it as `nu` and `toen`; neither can change."""
    with duckdb.connect() as con:
        for naam, pad in (("nu", nu), ("toen", toen)):
            plek = str(pad).replace("'", "''")
            con.execute(f"ATTACH '{plek}' AS {naam} (READ_ONLY)")
        return con.execute(sql, list(waarden)).df()
