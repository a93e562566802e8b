"""Any table of areas as a text file: delimiter, encoding and decimal sign are found out, not asked."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import numpy as np

from core.opmaak import getal, opsomming, sleutel
from core.verwacht.gaten import Gat
from core.verwacht.model import Gebieden
from core.verwacht.schatting import Reeks

MAXIMUM = 50_000_000
"""Bytes; a table of all buurten of the country is a tenth of it."""

_SCHEIDING = (";", ",", "\t", "|")
_LEEG = {"", "–", "x", "na", "n/a", "nan", "null", "nvt", "onbekend"}
_GETAL = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")
_DUIZENDTALLEN = re.compile(r"-?\d{1,3}(\.\d{3})+")


class OnbruikbareTabel(Exception):
    """The table cannot be used; its text is a Dutch sentence: what, where, what to do."""


class OnbekendeKolom(OnbruikbareTabel):
    """The table has no such column."""


@dataclass(frozen=True)
class Kolommen:
    """Which column holds what: `aantal` (users) or `pct` (users per 100), one of the two; `regio` may be none."""

    gebied: str
    noemer: str
    kenmerken: tuple[str, ...]
    aantal: str = ""
    pct: str = ""
    regio: str = ""


@dataclass(frozen=True)
class Invoer:
    """A table as areas, the rows that could not be read, and what a person should know about it."""

    gebieden: Gebieden
    gaten: tuple[Gat, ...]
    meldingen: tuple[str, ...]


def lees(pad: Path, kolommen: Kolommen) -> Invoer:
    """Read the areas of a table. Raises OnbruikbareTabel; OnbekendeKolom names the nearest column."""
    kop, inhoud = _kop_en_rijen(_tekst(pad))
    naam_in = _plaats(kop, kolommen.gebied)
    tellend = [k for k in (kolommen.noemer, kolommen.aantal) if k]
    gevraagd = [*tellend, *([kolommen.pct] if kolommen.pct else []), *kolommen.kenmerken]
    plaats = {k: _plaats(kop, k) for k in gevraagd}
    rijen = [rij for _, rij in inhoud if rij[naam_in].strip()]
    namen = tuple(rij[naam_in].strip() for rij in rijen)
    _eenmaal(namen)
    gelezen = {k: _reeks([rij[p] for rij in rijen], k in tellend) for k, p in plaats.items()}
    noemer = gelezen[kolommen.noemer]
    aantal = gelezen[kolommen.aantal] if kolommen.aantal else gelezen[kolommen.pct] / 100 * noemer
    gaten = [
        Gat(f"regel {n}", f"regel {n}", "de naam van het gebied ontbreekt")
        for n, rij in inhoud
        if not rij[naam_in].strip()
    ]
    meldingen = [
        m for k, p in plaats.items() for m in _geen_getal(k, namen, [rij[p] for rij in rijen], gelezen[k])
    ]
    regio = tuple(rij[_plaats(kop, kolommen.regio)].strip() for rij in rijen) if kolommen.regio else ()
    gebieden = Gebieden(namen, namen, aantal, noemer, {k: gelezen[k] for k in kolommen.kenmerken}, regio)
    return Invoer(gebieden, tuple(gaten), tuple(meldingen))


def _tekst(pad: Path) -> str:
    try:
        if pad.stat().st_size > MAXIMUM:
            raise OnbruikbareTabel(f"{pad.name} is groter dan 50 MB: dat is geen tabel van gebieden.")
        rauw = pad.read_bytes()
    except OSError as fout:
        raise OnbruikbareTabel(f"{pad} is niet te lezen: bestaat het, en is het een bestand?") from fout
    if b"\0" in rauw or rauw.startswith(b"PK"):
        raise OnbruikbareTabel(f"{pad.name} is geen tekstbestand. Sla de tabel op als CSV.")
    try:
        return rauw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return rauw.decode("cp1252", errors="replace")


def _kop_en_rijen(tekst: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header, and the rows below it with their line number, each as long as the header."""
    eerste = next((regel for regel in tekst.splitlines() if regel.strip()), "")
    scheiding = max(_SCHEIDING, key=eerste.count)
    if not eerste.count(scheiding):
        raise OnbruikbareTabel(
            "Geen kop gevonden: de eerste regel noemt de kolommen, gescheiden door ; , tab of |."
        )
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding)
    rijen: list[tuple[int, list[str]]] = []
    try:
        for rij in lezer:
            if any(cel.strip() for cel in rij):
                rijen.append((lezer.line_num, rij))
    except csv.Error as fout:
        raise OnbruikbareTabel(
            f"Regel {lezer.line_num} is niet te lezen: een aanhalingsteken zonder einde?"
        ) from fout
    kop = [cel.strip() for cel in rijen[0][1]]
    for regel, rij in rijen[1:]:
        if any(cel.strip() for cel in rij[len(kop) :]):
            raise OnbruikbareTabel(f"Regel {regel} heeft meer waarden dan de kop kolommen noemt.")
    return kop, [(regel, (rij + [""] * len(kop))[: len(kop)]) for regel, rij in rijen[1:]]


def _plaats(kop: Sequence[str], kolom: str) -> int:
    if kolom in kop:
        return kop.index(kolom)
    gelijk = [n for n, naam in enumerate(kop) if sleutel(naam) == sleutel(kolom)]
    if gelijk:
        return gelijk[0]
    dichtbij = get_close_matches(kolom, kop, n=3, cutoff=0.4) or list(kop[:10])
    raise OnbekendeKolom(f"Kolom '{kolom}' staat niet in de tabel. Bedoelt u {opsomming(dichtbij, 'of')}?")


def _eenmaal(namen: Sequence[str]) -> None:
    dubbel = sorted({naam for naam, keer in Counter(namen).items() if keer > 1})
    if dubbel:
        meer = " en andere" if len(dubbel) > 3 else ""
        raise OnbruikbareTabel(
            f"Elk gebied hoort één regel te hebben; meer dan één: {', '.join(dubbel[:3])}{meer}. "
            "Kies een kolom met unieke codes, of één jaar."
        )


def _reeks(cellen: Sequence[str], tellend: bool) -> Reeks:
    """A column as numbers; NaN = empty or no number. `tellend`: whole numbers of jeugdigen.

    With both signs in the column the last of them is the decimal one; a comma alone is decimal. A
    dot is decimal too, but in a count with three figures after every dot it separates thousands.
    """
    kaal = [re.sub(r"[\s  %]", "", cel) for cel in cellen]
    met_komma, met_punt = [c for c in kaal if "," in c], [c for c in kaal if "." in c and c != "."]
    beide = [c for c in met_komma if "." in c]
    if beide and all(c.rindex(",") < c.rindex(".") for c in beide):
        kaal = [c.replace(",", "") for c in kaal]
    elif met_komma or (tellend and met_punt and all(_DUIZENDTALLEN.fullmatch(c) for c in met_punt)):
        kaal = [c if c == "." else c.replace(".", "").replace(",", ".") for c in kaal]
    return np.array([float(c) if _GETAL.fullmatch(c) else np.nan for c in kaal], dtype=float)


def _geen_getal(kolom: str, namen: Sequence[str], cellen: Sequence[str], reeks: Reeks) -> list[str]:
    """A sentence when something else than nothing stands where a number belongs."""
    fout = [
        naam
        for naam, cel, waarde in zip(namen, cellen, reeks, strict=True)
        if np.isnan(waarde) and sleutel(cel) not in _LEEG
    ]
    if not fout:
        return []
    wie = opsomming(fout[:5]) + (f" en nog {getal(len(fout) - 5)}" if len(fout) > 5 else "")
    return [f"Kolom {kolom}: bij {wie} staat geen getal; dat telt als ontbrekend."]
