"""Views that people kept, and the presentations they made of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta

from core.opslag.versies import MetVersies

_SCHEMA = """
CREATE TABLE IF NOT EXISTS weergave (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, naam TEXT NOT NULL, toelichting TEXT NOT NULL,
    pagina TEXT NOT NULL, adres TEXT NOT NULL, figuur TEXT NOT NULL, titel TEXT NOT NULL, wie TEXT NOT NULL,
    gedeeld INTEGER NOT NULL, plaats INTEGER NOT NULL, versie INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS presentatie (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, naam TEXT NOT NULL, ondertitel TEXT NOT NULL,
    weergaven TEXT NOT NULL, wie TEXT NOT NULL, gedeeld INTEGER NOT NULL, versie INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS vertoning (dataversie TEXT PRIMARY KEY, tot TEXT NOT NULL);
"""
VERTONING = timedelta(hours=24)
"""So long after its start a presentation keeps the data version it started with."""


@dataclass(frozen=True)
class Weergave:
    """A page as somebody wants to see it again: `pagina` its path, `adres` its choices as in the URL.

    `figuur` is what is shown large (JSON, see core.export.vertoning; empty: nothing was chosen) and
    `titel` the sentence above it when a person changed the one that the app derives. `nummer` 0 = not
    kept yet; `plaats` is its place in the list; `versie` counts its changes.
    """

    naam: str
    pagina: str
    adres: str
    toelichting: str = ""
    figuur: str = ""
    titel: str = ""
    wie: str = ""
    gedeeld: bool = True
    plaats: int = 0
    nummer: int = 0
    versie: int = 0

    @property
    def link(self) -> str:
        """The way to it within the app."""
        return f"/{self.pagina}{'?' if self.adres else ''}{self.adres}"


@dataclass(frozen=True)
class Presentatie:
    """Weergaven in order, by nummer, under a title page."""

    naam: str
    ondertitel: str = ""
    weergaven: tuple[int, ...] = ()
    wie: str = ""
    gedeeld: bool = True
    nummer: int = 0
    versie: int = 0


class Weergaven(MetVersies):
    """The part of sturing.sqlite that holds views and presentations."""

    schema = _SCHEMA

    def weergaven(self, wie: str) -> list[Weergave]:
        """What somebody kept and what others share, in the order of the list."""
        namen = ", ".join(f.name for f in fields(Weergave))
        rijen = self._rijen(
            f"SELECT {namen} FROM weergave WHERE gedeeld OR wie = ? ORDER BY plaats, nummer", [wie]
        )
        gelezen = [Weergave(*rij) for rij in rijen]
        return [replace(w, gedeeld=bool(w.gedeeld)) for w in gelezen]

    def presentaties(self, wie: str) -> list[Presentatie]:
        """What somebody made and what others share, by name."""
        rijen = self._rijen(
            "SELECT naam, ondertitel, weergaven, wie, gedeeld, nummer, versie FROM presentatie"
            " WHERE gedeeld OR wie = ? ORDER BY naam, nummer",
            [wie],
        )
        return [
            Presentatie(n, o, tuple(json.loads(w)), v, bool(g), nr, versie)
            for n, o, w, v, g, nr, versie in rijen
        ]

    def bewaar_weergave(self, van: Weergave, wie: str) -> Weergave:
        """Keep a new view (last in the list) or the change of one. Raises Ingehaald."""
        if not van.nummer:
            hoogste = self._rijen("SELECT coalesce(max(plaats), 0) FROM weergave")[0][0]
            van = replace(van, wie=wie, plaats=hoogste + 1)
        nieuw = replace(van, nummer=self._bewaar("weergave", van), versie=van.versie + 1)
        self.log(wie, "weergave bewaard", nummer=nieuw.nummer, pagina=nieuw.pagina)
        return nieuw

    def bewaar_presentatie(self, van: Presentatie, wie: str) -> Presentatie:
        """Keep a new presentation or the change of one. Raises Ingehaald."""
        van = replace(van, wie=van.wie or wie)
        nieuw = replace(van, nummer=self._bewaar("presentatie", van), versie=van.versie + 1)
        self.log(wie, "presentatie bewaard", nummer=nieuw.nummer, weergaven=len(nieuw.weergaven))
        return nieuw

    def verwijder_weergave(self, nummer: int, wie: str) -> None:
        """Remove a view, from the presentations too."""
        with self._open() as con:
            con.execute("DELETE FROM weergave WHERE nummer = ?", (nummer,))
            for pres, ruw in con.execute("SELECT nummer, weergaven FROM presentatie").fetchall():
                over = [n for n in json.loads(ruw) if n != nummer]
                con.execute("UPDATE presentatie SET weergaven = ? WHERE nummer = ?", (json.dumps(over), pres))
        self.log(wie, "weergave verwijderd", nummer=nummer)

    def verwijder_presentatie(self, nummer: int, wie: str) -> None:
        """Remove a presentation; its views stay."""
        with self._open() as con:
            con.execute("DELETE FROM presentatie WHERE nummer = ?", (nummer,))
        self.log(wie, "presentatie verwijderd", nummer=nummer)

    def orden(self, nummers: Sequence[int]) -> None:
        """Put the views of the list in this order."""
        with self._open() as con:
            con.executemany(
                "UPDATE weergave SET plaats = ? WHERE nummer = ?", [(n, w) for n, w in enumerate(nummers, 1)]
            )

    def houd_vast(self, dataversie: str) -> None:
        """Keep a data version for as long as a presentation that starts now may last."""
        tot = (datetime.now(UTC) + VERTONING).isoformat(timespec="seconds")
        with self._open() as con:
            con.execute("INSERT OR REPLACE INTO vertoning VALUES (?, ?)", (dataversie, tot))

    def vastgehouden(self) -> set[str]:
        """The data versions that a presentation holds now."""
        nu = datetime.now(UTC).isoformat(timespec="seconds")
        return {naam for (naam,) in self._rijen("SELECT dataversie FROM vertoning WHERE tot > ?", [nu])}
