"""Figures as a workbook: real numbers in Dutch formats, and where they come from."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from core.begrippen import jaar_en_maand
from core.cijfers.tabellen import Kolom, Soort
from core.export import veilig
from core.export.figuur import Figuur, Gegevens
from core.export.getalvorm import GETALVORM, getalvorm
from core.export.verantwoording import VOORBEELD, Regel, afspraken, bron, definities, is_voorbeeld, van_tabel
from core.onthulling import BeveiligdeTabel, Rooster, opgemaakt
from core.opmaak import maand_uit_iso, opsomming

VERANTWOORDING = "Verantwoording"
_BREEDSTE = 60
_LANGSTE_NAAM = 31


def schrijf(figuren: Sequence[Figuur]) -> bytes:
    """A workbook with a sheet per figure and a sheet *Verantwoording*.

    Numbers are numbers, months are dates, a hidden cell holds its reason as text and an unknown
    cell is empty. Raises ValueError without any figure.
    """
    if not figuren:
        raise ValueError("geen tabel om te exporteren")
    import xlsxwriter  # loaded when it is needed: no page waits for it

    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True, "strings_to_formulas": False}) as boek:
        namen = bladnamen([f.van.naam for f in figuren])
        for naam, figuur in zip(namen, figuren, strict=True):
            _blad(boek, naam, figuur.van)
        _verantwoording(boek, namen, figuren)
    return uit.getvalue()


def bladnamen(namen: Iterable[str]) -> list[str]:
    """Names that a workbook accepts and that differ from each other, whatever the case."""
    uit: list[str] = []
    bezet = {VERANTWOORDING.lower()}
    for naam in namen:
        kaal = re.sub(r"[\[\]:*?/\\]", " ", naam).strip("' ") or "tabel"
        nummer, keus = 1, kaal[:_LANGSTE_NAAM]
        while keus.lower() in bezet:
            nummer += 1
            keus = f"{kaal[: _LANGSTE_NAAM - len(str(nummer)) - 1]} {nummer}"
        bezet.add(keus.lower())
        uit.append(keus)
    return uit


def _blad(boek: Any, naam: str, tabel: Gegevens) -> None:
    blad = boek.add_worksheet(naam)
    kop = boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    dicht = boek.add_format({"italic": True, "font_color": "#5a6772", "align": "right"})
    blad.freeze_panes(1, 0)
    blad.autofilter(0, 0, max(len(tabel), 1), len(tabel.kolommen) - 1)
    _op_papier(blad, tabel)
    for n, kolom in enumerate(tabel.kolommen):
        code = getalvorm(kolom.soort, tabel.decimalen) if kolom.soort in GETALVORM else "@"
        vorm = boek.add_format({"num_format": code})
        blad.write_string(0, n, kolom.titel, kop)
        blad.set_column(n, n, _breedte(tabel, n))
        for rij in range(len(tabel)):
            if reden := tabel.reden[rij][n]:
                blad.write_string(rij + 1, n, reden, dicht)
            else:
                _cel(blad, (rij + 1, n), kolom, (tabel.waarden[rij][n], vorm))


def _op_papier(blad: Any, tabel: Gegevens) -> None:
    """Printed, a sheet has no *Verantwoording* beside it: its source stands on every page."""
    blad.set_landscape()
    blad.repeat_rows(0)
    blad.fit_to_pages(1, 0)
    merk = f" ({VOORBEELD})" if is_voorbeeld(tabel) else ""
    # An ampersand begins a code in a header; two of them are one. Beyond 255 letters it is refused.
    blad.set_header("&L" + f"{tabel.titel}{merk}".replace("&", "&&")[:250])
    blad.set_footer("&L&8" + bron(tabel).replace("&", "&&")[:230] + "&R&8&P")


def _cel(blad: Any, plaats: tuple[int, int], kolom: Kolom, inhoud: tuple[Any, Any]) -> None:
    waarde, vorm = inhoud
    if waarde is None:
        blad.write_blank(*plaats, None, vorm)
    elif kolom.soort is Soort.MAAND:
        blad.write_datetime(*plaats, date(*jaar_en_maand(maand_uit_iso(waarde)), 1), vorm)
    elif kolom.soort in GETALVORM:
        blad.write_number(*plaats, waarde / 100 if kolom.soort is Soort.CENTEN else waarde, vorm)
    else:
        tekst = opgemaakt(kolom.soort, waarde) if kolom.soort is Soort.JA_NEE else str(waarde)
        blad.write_string(*plaats, veilig(tekst), vorm)


def _breedte(tabel: Rooster, n: int) -> int:
    kolom = tabel.kolommen[n]
    cellen = (len(tabel.tekst(kolom.naam, rij)) for rij in range(len(tabel)))
    return min(_BREEDSTE, 3 + max(len(kolom.titel), 8, *cellen))


def _verantwoording(boek: Any, namen: Sequence[str], figuren: Sequence[Figuur]) -> None:
    """First what holds for all sheets, then of each its selection, thresholds and definitions."""
    blad = boek.add_worksheet(VERANTWOORDING)
    vet, terugloop = (boek.add_format({"valign": "top"} | f) for f in ({"bold": True}, {"text_wrap": True}))
    kop = boek.add_format({"bold": True, "bottom": 1, "font_size": 12})
    blad.set_column(0, 0, 30)
    blad.set_column(1, 1, 100)
    blad.freeze_panes(1, 0)
    titel = opsomming([f.titel for f in figuren])
    eigen = [f.van for f in figuren if isinstance(f.van, BeveiligdeTabel)]
    rijen: list[Regel | str] = [("Tabellen", titel), *afspraken((*eigen, figuren[0].van)[0])]
    for naam, figuur in zip(namen, figuren, strict=True):
        rijen += ["", f"Blad {naam}", ("Bevinding", figuur.zin), *van_tabel(figuur.van)]
        rijen += definities(figuur.van)
    for n, rij in enumerate(rijen):
        if isinstance(rij, str):
            blad.write_string(n, 0, veilig(rij), kop if rij else None)
        else:
            blad.write_string(n, 0, veilig(rij[0]), vet)
            blad.write_string(n, 1, veilig(rij[1]), terugloop)
