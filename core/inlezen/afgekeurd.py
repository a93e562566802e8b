"""The rejected rows: as a file for a spreadsheet, and in a sentence per reason."""

from __future__ import annotations

import csv
import io

from core.inlezen.werkbank import Gelezen, Werkbank
from core.opmaak import geteld, opsomming

_VOORBEELDEN = 3
_GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r")


def als_csv(werk: Werkbank) -> bytes:
    """All rejected rows of a load: bestand, rij, kolom, waarde (masked), reden; UTF-8 with BOM."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(["bestand", "rij", "kolom", "waarde", "reden"])
    for nummer, bestand in werk.nieuw:
        for rij in _rijen(werk, nummer, bestand):
            schrijver.writerow([_veilig(str(cel)) for cel in (bestand.naam, *rij)])
    return uit.getvalue().encode("utf-8-sig")


def per_reden(werk: Werkbank, nummer: int) -> tuple[str, ...]:
    """Why rows of a file were rejected: a sentence per reason with its number of rows, most first.

    A row with two faults is in both.
    """
    rijen: dict[str, list[int]] = {}
    for rij, _, _, reden in _rijen(werk, nummer, dict(werk.nieuw)[nummer]):
        rijen.setdefault(reden, []).append(rij)
    return tuple(
        f"{reden} ({geteld(len(waar), 'rij', 'rijen')}{_waar(waar)})"
        for reden, waar in sorted(rijen.items(), key=lambda paar: -len(paar[1]))
    )


def _waar(rijen: list[int]) -> str:
    if len(rijen) <= _VOORBEELDEN:
        return f": {opsomming([str(r) for r in rijen])}"
    return f", bijvoorbeeld {opsomming([str(r) for r in rijen[:_VOORBEELDEN]])}"


def _rijen(werk: Werkbank, nummer: int, bestand: Gelezen) -> list[tuple[int, str, str, str]]:
    """Per fault its row in the file, column, value (masked) and reason; by row."""
    pad = str(bestand.pad.with_suffix(".afgekeurd.parquet"))
    rijen = werk.rijen("SELECT rij, kolom, waarde, reden FROM read_parquet(?)", [pad])
    uit = [
        (rij, "regelnummer", "•••", r) for rij, soort, r in werk.uitgesloten(nummer) if soort == "afgekeurd"
    ]
    return sorted([(int(rij), kolom, waarde, reden) for rij, kolom, waarde, reden in rijen] + uit)


def _veilig(tekst: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return f"'{tekst}" if tekst.startswith(_GEVAARLIJK) else tekst
