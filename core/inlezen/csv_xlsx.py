"""From a file to columns of text: what CSV and XLSX have in common.

Nothing is interpreted here. A column arrives dictionary-encoded: its few distinct texts once,
and per row a number; so every later step looks at a text once, however many rows hold it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

from core.inlezen.schema import KOLOMMEN, Kop, handtekening, herken

VOORLOOP = 60
"""How many rows from the top a header is looked for."""

_GEGEVEN = re.compile(r"[0-9]{7}|^(?!\s*20[0-9]{2}\s*$)[€\s(\-]*[0-9][0-9\s.,:/\-]{2,}[0-9)\s\-]$")
"""A cell that holds an amount, a date or a long number: no header, but for a year alone."""

Keuzes = Mapping[str, Mapping[str, str]]
"""Per header layout what a person decided: header → column."""

VraagKeuzes = Callable[[Sequence[str]], Keuzes]


class OnleesbaarBestand(Exception):
    """The file cannot be read as an export; the text is a Dutch sentence for a person."""


class NietsHerkend(OnleesbaarBestand):
    """No row of the file names columns of a declaration."""

    def __init__(self, waar: str = "geen enkele rij") -> None:
        """Say which columns would have been recognised."""
        super().__init__(
            f"Geen kop gevonden: {waar} noemt kolommen van een export (zoals clientnummer, aanbieder, "
            "leveringsmaand, bedrag) of van een ander bestand dat de app kent."
        )


class GeenKop(OnleesbaarBestand):
    """No row of the file holds the required columns; `kop` is the row that comes nearest."""

    def __init__(self, kop: Kop) -> None:
        """Keep the nearest row, so that a person can map its columns."""
        self.kop = kop
        super().__init__("De kop van het bestand is niet herkend.")


@dataclass(frozen=True)
class Ruw:
    """A file as columns of text: per schema column a dictionary array, and the row numbers.

    `rij` is the row number in the file as a person sees it (the first line is 1); `te_lang` are
    rows with more values than the header, which have no place in the columns.
    """

    kop: Kop
    rij: pa.Array
    kolommen: Mapping[str, pa.DictionaryArray]
    te_lang: Sequence[int] = ()

    @property
    def gelezen(self) -> int:
        """Rows read, those that are too long included; empty rows are no rows."""
        return len(self.rij) + len(self.te_lang)


@dataclass(frozen=True)
class Blad:
    """Plain rows of text, each with its number as a person sees it: the first few, and all anew."""

    begin: Sequence[tuple[int, list[str]]]
    rijen: Callable[[], Iterator[tuple[int, list[str]]]]


class Bestand(Protocol):
    """A file that is open for reading."""

    def lees(self, vraag: VraagKeuzes) -> Ruw:
        """Find the header and read all columns. Raises OnleesbaarBestand."""

    def bladen(self) -> Iterator[Blad]:
        """What the file can be as plain rows: a sheet, or the text with a delimiter.

        A blad is read before the next is asked for. Raises OnleesbaarBestand.
        """


def open_bestand(bron: Path | bytes, tijdelijk: int) -> Bestand:
    """The file as CSV or XLSX, by its first bytes. `tijdelijk`: most bytes an xlsx may unzip to.

    Raises OnleesbaarBestand for an empty file and for kinds that cannot be read.
    """
    from core.inlezen.csv_lezen import CsvBestand
    from core.inlezen.xlsx_lezen import XlsxBestand

    if isinstance(bron, bytes):
        begin = bron[:8]
    else:
        with bron.open("rb") as lezer:
            begin = lezer.read(8)
    if not begin:
        raise OnleesbaarBestand("Het bestand is leeg.")
    if begin.startswith(b"PK"):
        return XlsxBestand(bron, tijdelijk)
    if begin.startswith(b"\xd0\xcf\x11\xe0"):
        raise OnleesbaarBestand(
            "Dit is een oud Excel-bestand (.xls) of een bestand met een wachtwoord. Sla het op als .xlsx "
            "zonder wachtwoord, of als CSV."
        )
    if begin.startswith((b"%PDF", b"\x1f\x8b", b"\x89PNG", b"Rar!", b"7z\xbc")):
        raise OnleesbaarBestand("Dit is geen CSV- of XLSX-bestand. Lever de export aan als CSV of XLSX.")
    return CsvBestand(bron)


def zoek_kop(rijen: Sequence[Sequence[str]], keuzes: Keuzes) -> tuple[int, Kop] | None:
    """The row that is the header: all required columns if any row has them, else the nearest.

    None when no row names even one column of the schema. The nearest row is shown to a person, so
    a row of data in which a cell happens to read as a column (eenheid `maand`) is never it.
    """
    beste: tuple[int, Kop] | None = None
    for nummer, rij in enumerate(rijen[:VOORLOOP]):
        if sum(bool(cel.strip()) for cel in rij) < 2:
            continue
        kop = herken(rij, keuzes.get(handtekening(rij)))
        if not kop.kolommen or kop.ontbreekt and any(_GEGEVEN.search(cel) for cel in rij):
            continue
        if beste is None or _waarde(kop) > _waarde(beste[1]):
            beste = nummer, kop
    return beste


def _waarde(kop: Kop) -> tuple[int, int]:
    return -len(kop.ontbreekt), len(kop.kolommen)


def handtekeningen(rijen: Sequence[Sequence[str]]) -> list[str]:
    """The header layouts that the top rows of a file could be."""
    return [handtekening(rij) for rij in rijen[:VOORLOOP] if sum(bool(c.strip()) for c in rij) >= 2]


def nodig(kop: Kop) -> Kop:
    """The header itself when it has all required columns. Raises GeenKop when not."""
    if kop.ontbreekt:
        raise GeenKop(kop)
    return kop


def uit_kolommen(
    kop: Kop, brokken: Iterator[tuple[list[int], list[list[str]]]], te_lang: Sequence[int] = ()
) -> Ruw:
    """Join chunks of (row numbers, a list of texts per column of the header) to whole columns.

    `te_lang` may still grow while the chunks come in.
    """
    delen: dict[str, list[pa.Array]] = {naam: [] for naam in kop.kolommen}
    nummers: list[pa.Array] = []
    for rijnummers, kolommen in brokken:
        nummers.append(pa.array(rijnummers, pa.int32()))
        for deel, waarden in zip(delen.values(), kolommen, strict=True):
            deel.append(pa.array(waarden, pa.string()).dictionary_encode())
    rij = pa.concat_arrays(nummers) if nummers else pa.array([], pa.int32())
    return Ruw(kop, rij, {naam: samen(deel) for naam, deel in delen.items()}, te_lang)


def zonder_lege(ruw: Ruw) -> Ruw:
    """The same columns without the rows in which every column that is read is empty."""
    gevuld = None
    for kolom in ruw.kolommen.values():
        leeg = [n for n, tekst in enumerate(kolom.dictionary.to_pylist()) if not tekst.strip()]
        if not leeg:
            return ruw
        wel = pc.invert(pc.is_in(kolom.indices, pa.array(leeg, pa.int32())))
        gevuld = wel if gevuld is None else pc.or_(gevuld, wel)
    if gevuld is None or pc.all(gevuld).as_py() in (True, None):
        return ruw
    kolommen = {naam: kolom.filter(gevuld) for naam, kolom in ruw.kolommen.items()}
    return Ruw(ruw.kop, ruw.rij.filter(gevuld), kolommen, ruw.te_lang)


def samen(delen: Sequence[pa.Array]) -> pa.DictionaryArray:
    """Chunks with dictionaries of their own as one array with one dictionary."""
    soort = pa.dictionary(pa.int32(), pa.string())
    heel = pa.chunked_array(delen, soort).unify_dictionaries().combine_chunks()
    if isinstance(heel, pa.ChunkedArray):
        return pa.DictionaryArray.from_arrays(pa.array([], pa.int32()), pa.array([], pa.string()))
    return heel


def kolomsoort(naam: str) -> str:
    """The kind of a schema column, for readers that must tell amounts from text."""
    return KOLOMMEN[naam].soort
