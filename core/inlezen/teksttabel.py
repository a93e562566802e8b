"""A small table as a text file: delimiter, encoding and decimal sign are found out, not asked.

For tables of areas, triangles and other figures that are no export of declarations.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.opmaak import opsomming, sleutel

MAXIMUM = 50_000_000
"""Bytes; a table of all buurten of the country is a tenth of it."""

_SCHEIDING = (";", ",", "\t", "|")
LEEG = {"", "–", "x", "na", "n/a", "nan", "null", "nvt", "onbekend"}
"""How tables write that there is no number (as core.opmaak.sleutel has it)."""
_GETAL = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")
_DUIZENDTALLEN = re.compile(r"-?\d{1,3}(\.\d{3})+")


class OnbruikbareTabel(Exception):
    """The table cannot be used; its text is a Dutch sentence: what, where, what to do."""


class OnbekendeKolom(OnbruikbareTabel):
    """The table has no such column."""


def lees_tekst(pad: Path) -> str:
    """The text of a file in UTF-8 or Windows-1252. Raises OnbruikbareTabel for what is no text file."""
    try:
        if pad.stat().st_size > MAXIMUM:
            raise OnbruikbareTabel(
                f"{pad.name} is groter dan 50 MB: dat is geen tabel om in één keer te lezen."
            )
        rauw = pad.read_bytes()
    except OSError as fout:
        raise OnbruikbareTabel(f"{pad} is niet te lezen: bestaat het, en is het een bestand?") from fout
    return als_tekst(rauw, pad.name)


def als_tekst(rauw: bytes, naam: str) -> str:
    """The text of what was read. Raises OnbruikbareTabel for what is no text; `naam` begins the sentence."""
    if b"\0" in rauw or rauw.startswith(b"PK"):
        raise OnbruikbareTabel(f"{naam} is geen tekstbestand. Sla de tabel op als CSV.")
    try:
        return rauw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return rauw.decode("cp1252", errors="replace")


def kop_en_rijen(tekst: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header, and the rows below it with their line number, each as long as the header.

    Raises OnbruikbareTabel without a header, or for a row that is longer than it.
    """
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


def zoek_kolom(kop: Sequence[str], kolom: str) -> int:
    """The position of a column, case and hyphens aside. Raises OnbekendeKolom with the nearest names."""
    if kolom in kop:
        return kop.index(kolom)
    gelijk = [n for n, naam in enumerate(kop) if sleutel(naam) == sleutel(kolom)]
    if gelijk:
        return gelijk[0]
    dichtbij = get_close_matches(kolom, kop, n=3, cutoff=0.4) or list(kop[:10])
    raise OnbekendeKolom(f"Kolom '{kolom}' staat niet in de tabel. Bedoelt u {opsomming(dichtbij, 'of')}?")


def als_getallen(cellen: Sequence[str], tellend: bool) -> NDArray[np.float64]:
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
