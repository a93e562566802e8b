"""The one door to sturing.sqlite: settings, remembered headers, indelingen, amounts, log.

What people decide or write lives here; what was declared lives in the leveringen. The log is
append-only: the database itself refuses to change or remove a line of it.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import pandas as pd

from core.database import datamap

BESTAND = "sturing.sqlite"
_HOOGSTENS = 200
"""So many answers are kept in memory per part of the store."""
_VERS = 50_000_000
"""Nanoseconds: of a store that was written so short ago nothing is kept in memory."""

INSTELLINGEN: dict[str, Any] = {
    "gemeentecode": "GM0935",
    "gemeentenaam": "Maastricht",
    "drempel": 5,
    "drempel_buurt_persoonlijk": 10,
    "afronding_lezer": 5,
    "pauze_maanden": 3,
    "aansluiting_marge": 1,
}
"""Every setting with its value at first use."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS instelling (naam TEXT PRIMARY KEY, waarde TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS kop (handtekening TEXT PRIMARY KEY, keuze TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS aanbiedersindeling (
    soort TEXT NOT NULL CHECK (soort IN ('agb', 'naam')), sleutel TEXT NOT NULL,
    aanbieder TEXT NOT NULL, PRIMARY KEY (soort, sleutel));
CREATE TABLE IF NOT EXISTS buiten_declaraties (
    segment TEXT NOT NULL, jaar INTEGER NOT NULL, omschrijving TEXT NOT NULL,
    bedrag INTEGER NOT NULL, demo INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (segment, jaar, omschrijving, demo));
CREATE TABLE IF NOT EXISTS landschap (
    sleutel TEXT PRIMARY KEY, waarde REAL, toelichting TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS bestand (naam TEXT PRIMARY KEY, inhoud BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS grondslag (handtekening TEXT PRIMARY KEY, inhoud TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS bewijs (
    code TEXT PRIMARY KEY, tijd TEXT NOT NULL, wie TEXT NOT NULL,
    handtekening TEXT NOT NULL, inhoud TEXT NOT NULL);
CREATE TRIGGER IF NOT EXISTS bewijs_vast_update BEFORE UPDATE ON bewijs
    BEGIN SELECT RAISE(ABORT, 'een bewijs verandert niet'); END;
CREATE TABLE IF NOT EXISTS logboek (
    nummer INTEGER PRIMARY KEY AUTOINCREMENT, tijd TEXT NOT NULL, wie TEXT NOT NULL,
    wat TEXT NOT NULL, details TEXT NOT NULL);
CREATE TRIGGER IF NOT EXISTS logboek_vast_update BEFORE UPDATE ON logboek
    BEGIN SELECT RAISE(ABORT, 'het logboek is alleen aan te vullen'); END;
CREATE TRIGGER IF NOT EXISTS logboek_vast_delete BEFORE DELETE ON logboek
    BEGIN SELECT RAISE(ABORT, 'het logboek is alleen aan te vullen'); END;
"""


@dataclass(frozen=True)
class BuitenDeclaraties:
    """An amount (cents) outside the declarations, by segment and year; never spread further."""

    segment: str
    jaar: int
    omschrijving: str
    bedrag: int
    demo: bool = False


class Opslag:
    """sturing.sqlite in one data folder; every call opens and closes, so threads cannot clash."""

    schema: ClassVar[str] = ""
    """The tables of a part that a subclass holds, made when they are not there yet."""

    def __init__(self, map_: Path | None = None) -> None:
        """Make the file and its tables when they are not there yet."""
        self.pad = (map_ or datamap()) / BESTAND
        self._gelezen: tuple[tuple[int, ...], dict[Any, list[tuple[Any, ...]]]] = ((), {})
        self.pad.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as con:
            con.execute("PRAGMA journal_mode = WAL")
            con.executescript(_SCHEMA + self.schema)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        con = sqlite3.connect(self.pad, timeout=10)
        try:
            with con:
                yield con
        finally:
            con.close()

    def _rijen(self, sql: str, waarden: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a question; what was read stays in memory until the store is written."""
        stand, vraag = self.gewijzigd(), (sql, tuple(waarden))
        van, gelezen = self._gelezen
        if van != stand or len(gelezen) >= _HOOGSTENS:
            gelezen = {}
            self._gelezen = (stand, gelezen)
        if vraag in gelezen:
            return list(gelezen[vraag])
        with self._open() as con:
            rijen = con.execute(*vraag).fetchall()
        # Clocks of files tick every few ms: what was written just now may be written again unseen.
        if time.time_ns() - max(stand) > _VERS:
            gelezen[vraag] = list(rijen)
        return rijen

    def gewijzigd(self) -> tuple[int, ...]:
        """A mark that changes whenever the store is written (also by another process)."""
        uit: list[int] = []
        for pad in (self.pad, self.pad.with_name(f"{BESTAND}-wal")):
            stat = pad.stat() if pad.exists() else None
            uit += [stat.st_mtime_ns, stat.st_size] if stat else [0, 0]
        return tuple(uit)

    def instelling(self, naam: str) -> Any:
        """The value of a setting. Raises KeyError for a name outside INSTELLINGEN."""
        standaard = INSTELLINGEN[naam]
        rijen = self._rijen("SELECT waarde FROM instelling WHERE naam = ?", [naam])
        return json.loads(rijen[0][0]) if rijen else standaard

    def zet_instelling(self, naam: str, waarde: Any, wie: str) -> None:
        """Change a setting and log who did. Raises KeyError for an unknown name."""
        oud = self.instelling(naam)
        with self._open() as con:
            con.execute("INSERT OR REPLACE INTO instelling VALUES (?, ?)", (naam, json.dumps(waarde)))
        self.log(wie, "instelling", naam=naam, oud=oud, nieuw=waarde)

    def kop(self, handtekening: str) -> dict[str, Any] | None:
        """What a person chose for files with this header layout (columns, bron); None if new."""
        rijen = self._rijen("SELECT keuze FROM kop WHERE handtekening = ?", [handtekening])
        return json.loads(rijen[0][0]) if rijen else None

    def koppen(self, handtekeningen: Iterable[str]) -> dict[str, dict[str, Any]]:
        """What was remembered of these header layouts; those that are new are left out."""
        gevonden = dict(self._rijen("SELECT handtekening, keuze FROM kop"))
        return {h: json.loads(gevonden[h]) for h in handtekeningen if h in gevonden}

    def onthoud_kop(self, handtekening: str, keuze: dict[str, Any]) -> None:
        """Remember the choice for a header layout; the newest wins."""
        with self._open() as con:
            con.execute("INSERT OR REPLACE INTO kop VALUES (?, ?)", (handtekening, json.dumps(keuze)))

    def aanbiedersindeling(self) -> pd.DataFrame:
        """Which AGB code or name variant is which aanbieder: soort, sleutel, aanbieder."""
        rijen = self._rijen("SELECT soort, sleutel, aanbieder FROM aanbiedersindeling ORDER BY 1, 2")
        return pd.DataFrame(rijen, columns=["soort", "sleutel", "aanbieder"], dtype="string")

    def voeg_indeling_toe(self, rijen: Iterable[tuple[str, str, str]], wie: str) -> None:
        """Add (soort, sleutel, aanbieder) rows; a later one for the same sleutel wins."""
        lijst = list(rijen)
        with self._open() as con:
            con.executemany("INSERT OR REPLACE INTO aanbiedersindeling VALUES (?, ?, ?)", lijst)
        self.log(wie, "aanbiedersindeling", rijen=len(lijst))

    def haal_indeling_weg(self, sleutels: Iterable[tuple[str, str]], wie: str) -> None:
        """Remove (soort, sleutel) rows: those names and codes stand for themselves again."""
        lijst = list(sleutels)
        with self._open() as con:
            con.executemany("DELETE FROM aanbiedersindeling WHERE soort = ? AND sleutel = ?", lijst)
        self.log(wie, "aanbiedersindeling weggehaald", rijen=lijst)

    def buiten_declaraties(self, demo: bool) -> list[BuitenDeclaraties]:
        """The amounts outside the declarations that belong to demo or to real data."""
        rijen = self._rijen(
            "SELECT segment, jaar, omschrijving, bedrag, demo FROM buiten_declaraties"
            " WHERE demo = ? ORDER BY jaar, segment, omschrijving",
            [int(demo)],
        )
        return [BuitenDeclaraties(s, j, o, b, bool(d)) for s, j, o, b, d in rijen]

    def zet_buiten_declaraties(self, rijen: Iterable[BuitenDeclaraties], demo: bool, wie: str) -> None:
        """Replace all amounts outside the declarations of demo or of real data."""
        lijst = [(r.segment, r.jaar, r.omschrijving, r.bedrag, int(demo)) for r in rijen]
        with self._open() as con:
            con.execute("DELETE FROM buiten_declaraties WHERE demo = ?", (int(demo),))
            con.executemany("INSERT INTO buiten_declaraties VALUES (?, ?, ?, ?, ?)", lijst)
        self.log(wie, "buiten declaraties", rijen=len(lijst), demo=demo)

    def landschap(self) -> dict[str, tuple[float | None, str]]:
        """Figures of the care landscape that no export holds: sleutel → (waarde, toelichting)."""
        return {s: (w, t) for s, w, t in self._rijen("SELECT sleutel, waarde, toelichting FROM landschap")}

    def zet_landschap(self, sleutel: str, waarde: float | None, toelichting: str, wie: str) -> None:
        """Enter one figure of the care landscape."""
        with self._open() as con:
            con.execute("INSERT OR REPLACE INTO landschap VALUES (?, ?, ?)", (sleutel, waarde, toelichting))
        self.log(wie, "landschap", sleutel=sleutel)

    def bestand(self, naam: str) -> bytes | None:
        """A file that was set for the app (the design of slides); None when there is none."""
        rijen = self._rijen("SELECT inhoud FROM bestand WHERE naam = ?", [naam])
        return bytes(rijen[0][0]) if rijen else None

    def zet_bestand(self, naam: str, inhoud: bytes | None, wie: str) -> None:
        """Set a file for the app, or take it away with None, and log who did."""
        with self._open() as con:
            con.execute("DELETE FROM bestand WHERE naam = ?", (naam,))
            if inhoud is not None:
                con.execute("INSERT INTO bestand VALUES (?, ?)", (naam, inhoud))
        self.log(wie, naam, bytes=None if inhoud is None else len(inhoud))

    def grondslag(self, handtekening: str) -> str | None:
        """What figures rested on, kept once for all proofs of it; None when it is not there."""
        rijen = self._rijen("SELECT inhoud FROM grondslag WHERE handtekening = ?", [handtekening])
        return rijen[0][0] if rijen else None

    def bewijs(self, code: str) -> tuple[str, str, str] | None:
        """Moment, signature and content of a proof; None for a code that was never given."""
        rijen = self._rijen("SELECT tijd, handtekening, inhoud FROM bewijs WHERE code = ?", [code])
        return rijen[0] if rijen else None

    def zet_bewijs(self, code: str, bewijs: tuple[str, str], grondslag: tuple[str, str], wie: str) -> None:
        """Keep a proof and what it rests on, each as (signature, content); what is there stays."""
        nu = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as con:
            con.execute("INSERT OR IGNORE INTO grondslag VALUES (?, ?)", grondslag)
            con.execute("INSERT OR IGNORE INTO bewijs VALUES (?, ?, ?, ?, ?)", (code, nu, wie, *bewijs))

    def log(self, wie: str, wat: str, **details: Any) -> None:
        """Add a line to the log: who, what and (never personal) details."""
        nu = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as con:
            con.execute(
                "INSERT INTO logboek (tijd, wie, wat, details) VALUES (?, ?, ?, ?)",
                (nu, wie, wat, json.dumps(details, ensure_ascii=False, default=str)),
            )

    def logboek(self, aantal: int = 200) -> list[dict[str, Any]]:
        """The newest lines of the log, newest first."""
        rijen = self._rijen(
            "SELECT tijd, wie, wat, details FROM logboek ORDER BY nummer DESC LIMIT ?", [aantal]
        )
        return [{"tijd": t, "wie": w, "wat": a, "details": json.loads(d)} for t, w, a, d in rijen]
