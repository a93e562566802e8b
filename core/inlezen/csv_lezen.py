"""CSV: encoding, delimiter and header are found out, not asked.

Two readers give the same columns: a fast one for files without surprises, and a careful one,
row by row, that takes over when the fast one stumbles or could be wrong about row numbers.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from core.inlezen.csv_xlsx import (
    VOORLOOP,
    Blad,
    NietsHerkend,
    OnleesbaarBestand,
    Ruw,
    VraagKeuzes,
    handtekeningen,
    nodig,
    samen,
    uit_kolommen,
    zoek_kop,
    zonder_lege,
)
from core.inlezen.schema import Kop

SCHEIDINGSTEKENS = (";", ",", "\t", "|")
_BROK = 1 << 20
_KOPBYTES = 1 << 18
_RIJEN_PER_BROK = 20_000
_EINDELOOS = (
    "Het bestand bevat een waarde die nergens ophoudt: een regel van meer dan 130.000 tekens, of een "
    "aanhalingsteken zonder einde."
)
_LEGE_CP1252 = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")


@dataclass(frozen=True)
class _Plek:
    """Where the header is: delimiter, row, and the physical line on which the data begins."""

    scheiding: str
    kop: Kop
    regel: int
    enkelvoudig: bool


class CsvBestand:
    """A text file with delimiters."""

    def __init__(self, bron: Path | bytes) -> None:
        """Look at all bytes once: which encoding, how many lines."""
        self._bron = bron
        self._codering, self._regels = self._verken()

    def _verken(self) -> tuple[str, int]:
        utf8 = codecs.getincrementaldecoder("utf-8")()
        codering, regels, laatste = "utf-8-sig", 0, b"\n"
        for brok in self._brokken():
            if laatste == b"\n" and not regels and brok.startswith((b"\xff\xfe", b"\xfe\xff")):
                return "utf-16", -1
            if b"\0" in brok:
                raise OnleesbaarBestand(
                    "Dit is geen tekstbestand (het bevat nul-tekens). Lever CSV of XLSX aan."
                )
            if codering == "utf-8-sig":
                codering = _nog_utf8(utf8, brok)
            if codering == "cp1252" and any(teken in brok for teken in _LEGE_CP1252):
                raise OnleesbaarBestand(
                    "De tekens zijn niet te lezen als UTF-8 of Windows-1252. Sla op als UTF-8."
                )
            regels += brok.count(b"\n")
            laatste = brok[-1:]
        return codering, regels + (laatste != b"\n")

    def _brokken(self) -> Iterator[bytes]:
        lezer = io.BytesIO(self._bron) if isinstance(self._bron, bytes) else self._bron.open("rb")
        with lezer:
            while brok := lezer.read(_BROK):
                yield brok

    def _tekst(self) -> io.TextIOWrapper:
        rauw = io.BytesIO(self._bron) if isinstance(self._bron, bytes) else self._bron.open("rb")
        return io.TextIOWrapper(rauw, encoding=self._codering, newline="")

    def lees(self, vraag: VraagKeuzes) -> Ruw:
        """Find the header and read all columns. Raises OnleesbaarBestand."""
        plek = self._zoek(vraag)
        if plek.enkelvoudig and self._regels >= 0:
            snel = self._snel(plek)
            if snel is not None:
                return snel
        return self._zorgvuldig(plek)

    def bladen(self) -> Iterator[Blad]:
        """The text once per delimiter that it could have. Raises OnleesbaarBestand."""
        begin = self._begin()
        for teken in SCHEIDINGSTEKENS:
            eerste = [cellen for _, cellen in _eerste_rijen(begin, teken)]
            yield Blad(list(enumerate(eerste, 1)), partial(self._alle_rijen, teken))

    def _alle_rijen(self, teken: str) -> Iterator[tuple[int, list[str]]]:
        try:
            with self._tekst() as lezer:
                yield from enumerate(csv.reader(lezer, delimiter=teken), 1)
        except csv.Error as fout:
            raise OnleesbaarBestand(_EINDELOOS) from fout
        except UnicodeError as fout:
            raise OnleesbaarBestand("De tekens zijn niet te lezen als UTF-8 of Windows-1252.") from fout

    def _begin(self) -> str:
        """The text in which a header is looked for."""
        try:
            with self._tekst() as lezer:
                return lezer.read(_KOPBYTES)
        except UnicodeError as fout:
            raise OnleesbaarBestand(
                "De tekens zijn niet te lezen als UTF-8, UTF-16 of Windows-1252."
            ) from fout

    def _zoek(self, vraag: VraagKeuzes) -> _Plek:
        """Of every delimiter and row, the header that has most of the schema."""
        begin = self._begin()
        lijsten = {teken: _eerste_rijen(begin, teken) for teken in SCHEIDINGSTEKENS}
        keuzes = vraag([h for rijen in lijsten.values() for h in handtekeningen([r for _, r in rijen])])
        plekken = []
        for teken, rijen in lijsten.items():
            if gevonden := zoek_kop([r for _, r in rijen], keuzes):
                index, kop = gevonden
                plekken.append(_Plek(teken, kop, rijen[index][0], _enkelvoudig(rijen, index)))
        if not plekken:
            raise NietsHerkend
        beste = max(plekken, key=lambda p: (-len(p.kop.ontbreekt), len(p.kop.kolommen), len(p.kop.tekst)))
        nodig(beste.kop)
        return beste

    def _snel(self, plek: _Plek) -> Ruw | None:
        """All columns by the fast reader; None when the careful one must look."""
        namen = [f"k{n}" for n in range(len(plek.kop.tekst))]
        gewild = {naam: f"k{positie}" for naam, positie in plek.kop.kolommen.items()}
        invoer = pa.BufferReader(self._bron) if isinstance(self._bron, bytes) else str(self._bron)
        codering = "utf8" if self._codering == "utf-8-sig" else self._codering
        soort = pa.dictionary(pa.int32(), pa.string())
        try:
            tabel = pacsv.read_csv(
                invoer,
                pacsv.ReadOptions(
                    column_names=namen, skip_rows=plek.regel, block_size=_BROK, encoding=codering
                ),
                pacsv.ParseOptions(delimiter=plek.scheiding, ignore_empty_lines=False),
                pacsv.ConvertOptions(
                    column_types=dict.fromkeys(namen, soort),
                    include_columns=list(gewild.values()),
                    strings_can_be_null=False,
                ),
            )
        except (pa.ArrowInvalid, UnicodeError):
            return None
        if len(tabel) != self._regels - plek.regel:
            return None
        rij = pa.array(np.arange(plek.regel + 1, plek.regel + 1 + len(tabel), dtype=np.int32))
        return zonder_lege(Ruw(plek.kop, rij, {n: samen(tabel[k].chunks) for n, k in gewild.items()}))

    def _zorgvuldig(self, plek: _Plek) -> Ruw:
        te_lang: list[int] = []
        try:
            return uit_kolommen(plek.kop, self._kolommen(plek, te_lang), te_lang)
        except csv.Error as fout:
            raise OnleesbaarBestand(_EINDELOOS) from fout
        except UnicodeError as fout:
            raise OnleesbaarBestand("De tekens zijn niet te lezen als UTF-8 of Windows-1252.") from fout

    def _kolommen(self, plek: _Plek, te_lang: list[int]) -> Iterator[tuple[list[int], list[list[str]]]]:
        for nummers, rijen in self._rijen(plek, te_lang):
            yield nummers, [list(k) for k in zip(*rijen, strict=True)] or [[] for _ in plek.kop.kolommen]

    def _rijen(self, plek: _Plek, te_lang: list[int]) -> Iterator[tuple[list[int], list[list[str]]]]:
        breedte, posities = len(plek.kop.tekst), list(plek.kop.kolommen.values())
        nummers: list[int] = []
        rijen: list[list[str]] = []
        with self._tekst() as lezer:
            inhoud = csv.reader(lezer, delimiter=plek.scheiding)
            vorige = 0
            for cellen in inhoud:
                nummer, vorige = vorige + 1, inhoud.line_num
                if nummer <= plek.regel:
                    continue
                if len(cellen) > breedte and any(cel.strip() for cel in cellen[breedte:]):
                    te_lang.append(nummer)
                    continue
                cellen += [""] * (breedte - len(cellen))
                rij = [cellen[p] for p in posities]
                if not any(cel.strip() for cel in rij):
                    continue
                nummers.append(nummer)
                rijen.append(rij)
                if len(rijen) == _RIJEN_PER_BROK:
                    yield nummers, rijen
                    nummers, rijen = [], []
        yield nummers, rijen


def _nog_utf8(lezer: codecs.IncrementalDecoder, brok: bytes) -> str:
    try:
        lezer.decode(brok)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _eerste_rijen(begin: str, scheiding: str) -> list[tuple[int, list[str]]]:
    """The first rows, each with the physical line on which it ends."""
    lezer = csv.reader(io.StringIO(begin, newline=""), delimiter=scheiding)
    rijen: list[tuple[int, list[str]]] = []
    try:
        for cellen in lezer:
            rijen.append((lezer.line_num, cellen))
            if len(rijen) == VOORLOOP:
                break
    except csv.Error:
        # A cell too long for a header; the rows before it may still hold one.
        return rijen
    return rijen


def _enkelvoudig(rijen: list[tuple[int, list[str]]], index: int) -> bool:
    """Whether every row up to the header is one physical line."""
    return all(regel == nummer for nummer, (regel, _) in enumerate(rijen[: index + 1], 1))
