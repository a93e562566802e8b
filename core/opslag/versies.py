"""Rows that people change, each with a count of its changes, so that nobody overwrites another."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

from core.opslag import Opslag


class Ingehaald(Exception):
    """Somebody else changed or removed it in the meantime; nothing was written."""


class MetVersies(Opslag):
    """A part of sturing.sqlite whose rows are frozen dataclasses with `nummer` (0 = new) and `versie`."""

    def _bewaar(self, tabel: str, wat: Any) -> int:
        """Insert what has no nummer, else update it if nobody was first; gives the nummer.

        Days are kept as text, tuples as JSON. Raises Ingehaald.
        """
        velden = {f.name: _als_kolom(getattr(wat, f.name)) for f in fields(wat)}
        nummer, versie = int(velden.pop("nummer")), velden.pop("versie")
        with self._open() as con:
            if not nummer:
                vragen = ", ".join("?" * len(velden))
                sql = f"INSERT INTO {tabel} ({', '.join(velden)}, versie) VALUES ({vragen}, 1)"
                return int(con.execute(sql, list(velden.values())).lastrowid or 0)
            zet = ", ".join(f"{naam} = ?" for naam in velden)
            sql = f"UPDATE {tabel} SET {zet}, versie = versie + 1 WHERE nummer = ? AND versie = ?"
            if not con.execute(sql, (*velden.values(), nummer, versie)).rowcount:
                raise Ingehaald
        return nummer


def _als_kolom(waarde: Any) -> Any:
    if isinstance(waarde, date):
        return waarde.isoformat()
    return json.dumps(waarde) if isinstance(waarde, tuple) else waarde
