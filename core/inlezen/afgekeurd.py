"""The rejected rows as a file for a spreadsheet."""

from __future__ import annotations

import csv
import io

from core.inlezen.werkbank import Werkbank

_GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r")


def als_csv(werk: Werkbank) -> bytes:
    """All rejected rows of a load: bestand, rij, kolom, waarde (masked), reden; UTF-8 with BOM."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(["bestand", "rij", "kolom", "waarde", "reden"])
    for nummer, bestand in werk.nieuw:
        pad = str(bestand.pad.with_suffix(".afgekeurd.parquet"))
        rijen = werk.rijen("SELECT rij, kolom, waarde, reden FROM read_parquet(?)", [pad])
        rijen += [
            (rij, "regelnummer", "•••", r)
            for rij, soort, r in werk.uitgesloten(nummer)
            if soort == "afgekeurd"
        ]
        for rij in sorted(rijen):
            schrijver.writerow([_veilig(str(cel)) for cel in (bestand.naam, *rij)])
    return uit.getvalue().encode("utf-8-sig")


def _veilig(tekst: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return f"'{tekst}" if tekst.startswith(_GEVAARLIJK) else tekst
