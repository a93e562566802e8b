"""XLSX: the first sheet whose header matches, cells as text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import python_calamine as calamine

from core.inlezen.bedragen import GETALCEL
from core.inlezen.csv_xlsx import (
    VOORLOOP,
    Blad,
    GeenKop,
    NietsHerkend,
    OnleesbaarBestand,
    Ruw,
    VraagKeuzes,
    handtekeningen,
    kolomsoort,
    uit_kolommen,
    zoek_kop,
    zonder_lege,
)
from core.inlezen.schema import Kop, Soort

_RIJEN_PER_BROK = 20_000
_MAX_VERHOUDING = 200


class XlsxBestand:
    """A workbook."""

    def __init__(self, bron: Path | bytes, grootste: int) -> None:
        """Check how large the unzipped parts are before anything unzips them."""
        self._bron = bron
        lezer = io.BytesIO(bron) if isinstance(bron, bytes) else bron
        try:
            with zipfile.ZipFile(lezer) as pakket:
                delen = pakket.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as fout:
            raise OnleesbaarBestand(
                "Het XLSX-bestand is beschadigd. Sla het opnieuw op of lever CSV aan."
            ) from fout
        if not any(d.filename.lower().startswith("xl/workbook") for d in delen):
            raise OnleesbaarBestand(
                "Dit is een zip-bestand, geen XLSX. Pak het uit en lever de CSV of XLSX zelf aan."
            )
        vol, klein = sum(d.file_size for d in delen), sum(d.compress_size for d in delen)
        if vol > grootste or vol > 50_000_000 and vol > _MAX_VERHOUDING * max(klein, 1):
            raise OnleesbaarBestand(
                f"Het XLSX-bestand wordt uitgepakt {vol // 1_000_000:,} MB: te groot. Lever CSV aan.".replace(
                    ",", "."
                )
            )

    def lees(self, vraag: VraagKeuzes) -> Ruw:
        """Find the sheet and header and read all columns. Raises OnleesbaarBestand."""
        bron = io.BytesIO(self._bron) if isinstance(self._bron, bytes) else str(self._bron)
        try:
            with calamine.load_workbook(bron) as boek:
                return self._van_boek(boek, vraag)
        except calamine.PasswordError as fout:
            raise OnleesbaarBestand(
                "Het bestand heeft een wachtwoord. Sla het zonder wachtwoord op."
            ) from fout
        except calamine.CalamineError as fout:
            raise OnleesbaarBestand(
                "Het XLSX-bestand is beschadigd. Sla het opnieuw op of lever CSV aan."
            ) from fout

    def bladen(self) -> Iterator[Blad]:
        """The sheets one by one. Raises OnleesbaarBestand."""
        bron = io.BytesIO(self._bron) if isinstance(self._bron, bytes) else str(self._bron)
        try:
            with calamine.load_workbook(bron) as boek:
                for nummer, naam in enumerate(boek.sheet_names):
                    if boek.sheets_metadata[nummer].typ == calamine.SheetTypeEnum.WorkSheet:
                        yield _blad(boek.get_sheet_by_name(naam))
        except calamine.CalamineError as fout:
            raise OnleesbaarBestand(
                "Het XLSX-bestand is beschadigd. Sla het opnieuw op of lever CSV aan."
            ) from fout

    def _van_boek(self, boek: calamine.CalamineWorkbook, vraag: VraagKeuzes) -> Ruw:
        bijna: Kop | None = None
        for nummer, naam in enumerate(boek.sheet_names):
            if boek.sheets_metadata[nummer].typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            blad = boek.get_sheet_by_name(naam)
            if blad.start is None:
                continue
            rijen = [[_tekst(c) for c in rij] for rij in blad.to_python(nrows=VOORLOOP)]
            gevonden = zoek_kop(rijen, vraag(handtekeningen(rijen)))
            if gevonden and not gevonden[1].ontbreekt:
                return _lees_blad(blad, *gevonden)
            if gevonden and (bijna is None or len(gevonden[1].kolommen) > len(bijna.kolommen)):
                bijna = gevonden[1]
        if bijna is not None:
            raise GeenKop(bijna)
        raise NietsHerkend("geen rij op enig blad")


def _blad(blad: calamine.CalamineSheet) -> Blad:
    def rijen() -> Iterator[tuple[int, list[str]]]:
        return ((nummer, [_tekst(c) for c in rij]) for nummer, rij in enumerate(blad.iter_rows(), 1))

    eerste = (blad.start or (0, 0))[0]
    return Blad(list(islice(rijen(), eerste, eerste + VOORLOOP)), rijen)


def _lees_blad(blad: calamine.CalamineSheet, index: int, kop: Kop) -> Ruw:
    return zonder_lege(uit_kolommen(kop, _kolommen(blad, index, kop)))


def _kolommen(
    blad: calamine.CalamineSheet, index: int, kop: Kop
) -> Iterator[tuple[list[int], list[list[str]]]]:
    """The sheet in chunks, turned on its side: per chunk the row numbers and a list per column."""
    velden = [
        (plek, _getalcel if kolomsoort(naam) in (Soort.BEDRAG, Soort.GETAL) else _tekst)
        for naam, plek in kop.kolommen.items()
    ]
    kopregel = (blad.start or (0, 0))[0] + index + 1
    rijen = islice(blad.iter_rows(), kopregel, None)
    nummer = kopregel + 1
    while brok := list(islice(rijen, _RIJEN_PER_BROK)):
        kolommen = list(zip(*brok, strict=True))
        teksten = [[c if type(c) is str else maak(c) for c in kolommen[plek]] for plek, maak in velden]
        yield list(range(nummer, nummer + len(brok))), teksten
        nummer += len(brok)


def _tekst(cel: Any) -> str:
    if isinstance(cel, float):
        return str(int(cel)) if cel.is_integer() and abs(cel) < 1e15 else repr(cel)
    if isinstance(cel, datetime):
        return cel.date().isoformat()
    return cel.isoformat() if isinstance(cel, date) else str(cel)


def _getalcel(cel: Any) -> str:
    if isinstance(cel, (int, float)) and not isinstance(cel, bool):
        return GETALCEL + repr(cel)
    return _tekst(cel)
