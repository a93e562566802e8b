"""Rows that people change, each with a count of its changes, so that nobody overwrites another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from core.opslag import Opslag


class NietBewaard(Exception):
    """Nothing was written; its text is a Dutch sentence that says why."""


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

    def _verwijder(self, tabel: str, wat: Any) -> None:
        """Remove a row that nobody changed or removed meanwhile. Raises Ingehaald."""
        with self._open() as con:
            sql = f"DELETE FROM {tabel} WHERE nummer = ? AND versie = ?"
            if not con.execute(sql, (wat.nummer, wat.versie)).rowcount:
                raise Ingehaald

    def _vervang_voorbeeld(self, tabel: str, alle: Sequence[Any]) -> None:
        """Put rows in the place of those of the demo."""
        with self._open() as con:
            con.execute(f"DELETE FROM {tabel} WHERE demo = 1")
        for een in alle:
            self._bewaar(tabel, replace(een, demo=True))


def _als_kolom(waarde: Any) -> Any:
    if isinstance(waarde, date):
        return waarde.isoformat()
    return json.dumps(waarde) if isinstance(waarde, tuple) else waarde
