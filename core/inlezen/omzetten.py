"""From columns of text to the columns that are kept: every distinct text is read once.

This is the door: what leaves here carries pseudonyms, year and month of birth, and only the
columns of the schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.inlezen import waarden
from core.inlezen.bedragen import GETALCEL
from core.inlezen.csv_xlsx import Ruw
from core.inlezen.pseudoniem import Pseudonimiseerder, elfproef, normaal_nummer
from core.inlezen.schema import KOLOMMEN, Soort
from core.inlezen.waarden import LEEG, Buurten
from core.opmaak import MAANDEN

AFGEKEURD = pa.schema(
    [("rij", pa.int32()), ("kolom", pa.string()), ("waarde", pa.string()), ("reden", pa.string())]
)
_GEHEIM = {Soort.CLIENT, Soort.BSN, Soort.NUMMER, Soort.GEBOORTE}
_GETALLEN = {Soort.BEDRAG, Soort.GETAL, Soort.MAAND, Soort.DATUM}
"""Kinds whose digits a person must see to mend them; elsewhere a number may be of a person."""
_GEWOON = {*MAANDEN, *(m[:3] for m in MAANDEN), "mrt", "eur", "euro", "d", "c", "ja", "nee", "n", "v", "t"}
_HELE_DATUM = re.compile(
    r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
)
"""A cell that is a date alone is no name: in a shifted row it may be that of a birth."""
_LEGE_TEKST = LEEG - {"onbekend", "?"}
_LANGSTE_TEKST = 120
_GEWOON_NUMMER = "^[0-9A-DF-Za-df-z][0-9A-DF-Za-df-z_-]{8,}$"
# Too long to say "empty", and with nothing in it that normaal_nummer would change or refuse.
_LANGSTE_LEEG = max(map(len, LEEG))


@dataclass(frozen=True)
class Regels:
    """What decides how a file is read: the day its content was known, its bron, key and buurten."""

    stand_per: date
    bron: str
    sleutel: bytes
    buurten: Buurten


@dataclass
class Bevinding:
    """Rows that are noteworthy for one reason: a Dutch sentence, how many, and the first few."""

    soort: str
    tekst: str
    aantal: int
    rijen: list[int] = field(default_factory=list)


Lezer = Callable[[str], Any]


class Omzetting:
    """A file on its way through the door: which rows fail, and what a person should know."""

    def __init__(self, ruw: Ruw, regels: Regels) -> None:
        """Start with every row accepted, but those with more values than the header."""
        self.ruw, self.regels = ruw, regels
        self.rij: np.ndarray[Any, np.dtype[np.int32]] = ruw.rij.to_numpy()
        self.fout = np.zeros(len(self.rij), dtype=bool)
        self._teksten: dict[str, list[str]] = {}
        self.afgekeurd: list[tuple[int, str, str, str]] = []
        self.bevindingen: list[Bevinding] = []
        for nummer in ruw.te_lang:
            self.afgekeurd.append(
                (nummer, "", "", "meer waarden dan de kop kolommen heeft (scheidingsteken in een waarde?)")
            )

    def heeft(self, naam: str) -> bool:
        """Whether the file holds this column."""
        return naam in self.ruw.kolommen

    def teksten(self, naam: str) -> list[str]:
        """The distinct texts of a column."""
        if naam not in self._teksten:
            self._teksten[naam] = self.ruw.kolommen[naam].dictionary.to_pylist()
        return self._teksten[naam]

    def codes(self, naam: str) -> Any:
        """Per row which distinct text it holds."""
        return self.ruw.kolommen[naam].indices.to_numpy()

    def keur_af(self, naam: str, welke: Any, reden: str) -> None:
        """Reject the rows of a boolean mask, with the value as far as it may be shown."""
        plekken = np.flatnonzero(welke)
        if not len(plekken):
            return
        self.fout[plekken] = True
        gemaskeerd: dict[str, str] = {}
        kolom = (
            self.ruw.kolommen[naam].take(pa.array(plekken)).to_pylist()
            if self.heeft(naam)
            else [""] * len(plekken)
        )
        for rij, tekst in zip(self.rij[plekken].tolist(), kolom, strict=True):
            if tekst not in gemaskeerd:
                gemaskeerd[tekst] = masker(KOLOMMEN[naam].soort, tekst)
            self.afgekeurd.append((rij, naam, gemaskeerd[tekst], reden))

    def meld(self, soort: str, welke: Any, tekst: str) -> None:
        """Note the rows of a boolean mask without rejecting them; nothing when there are none."""
        plekken = np.flatnonzero(welke)
        if len(plekken):
            self.bevindingen.append(Bevinding(soort, tekst, len(plekken), self.rij[plekken[:5]].tolist()))

    def lees(
        self, naam: str, lezer: Lezer, soort: pa.DataType, leeg: frozenset[str] = LEEG
    ) -> tuple[pa.Array, Any, Any]:
        """A column read: its values, a mask of empty rows and a mask of unreadable rows."""
        if not self.heeft(naam):
            niets = np.ones(len(self.rij), dtype=bool)
            return pa.nulls(len(self.rij), soort), niets, ~niets
        uit: list[Any] = []
        leegte, fouten = [], []
        for code, tekst in enumerate(self.teksten(naam)):
            waarde = None
            if (len(tekst) <= _LANGSTE_LEEG or not tekst[0].isalnum()) and is_leeg(tekst, leeg):
                leegte.append(code)
            else:
                try:
                    waarde = lezer(tekst)
                except (ValueError, OverflowError):
                    # The reason is told per row, in Dutch, by who asked for this column.
                    fouten.append(code)
            uit.append(waarde)
        indices = self.ruw.kolommen[naam].indices
        if not uit:
            return pa.nulls(0, soort), self._in(naam, leegte), self._in(naam, fouten)
        return pa.array(uit, soort).take(indices), self._in(naam, leegte), self._in(naam, fouten)

    def _in(self, naam: str, codes: Sequence[int]) -> Any:
        if not codes:
            return np.zeros(len(self.rij), dtype=bool)
        keuze = np.zeros(len(self.ruw.kolommen[naam].dictionary), dtype=bool)
        keuze[list(codes)] = True
        return keuze[self.codes(naam)]

    def nummers(self, naam: str, maak: Pseudonimiseerder) -> pa.Array:
        """A column of numbers as pseudonyms: many distinct ones, so plain ones go in one sweep."""
        if self.heeft(naam):
            kolom = self.ruw.kolommen[naam]
            if pc.all(pc.match_substring_regex(kolom.dictionary, _GEWOON_NUMMER)).as_py():
                return pa.array(maak.alle(self.teksten(naam)), pa.string()).take(kolom.indices)
        return self.vrij(naam, lambda tekst: maak(normaal_nummer(tekst)), pa.string())

    def vrij(self, naam: str, lezer: Lezer, soort: pa.DataType) -> pa.Array:
        """A column that may be empty: what cannot be read is unknown, and noted."""
        uit, _, onleesbaar = self.lees(naam, lezer, soort)
        self.meld(naam, onleesbaar, f"{naam}: waarde niet herkend, gelezen als onbekend")
        return uit

    def moet(self, naam: str, lezer: Lezer, soort: pa.DataType) -> pa.Array:
        """A column that must hold a readable value: a row without one is rejected."""
        uit, leeg, onleesbaar = self.lees(naam, lezer, soort)
        self.keur_af(naam, leeg, f"{naam} is leeg")
        self.keur_af(naam, onleesbaar, f"{naam} is niet te lezen")
        return uit

    def tekst(self, naam: str, waar: Any = True) -> tuple[pa.Array, Any]:
        """A column of names: trimmed; a mask of empty rows beside it. A BSN or date is rejected.

        `waar` masks the rows in which the name is kept, and so must be fit to keep.
        """
        uit, leeg, fout = self.lees(naam, _naam, pa.string(), _LEGE_TEKST)
        self.keur_af(naam, fout & waar, f"{naam} is een datum, bevat een burgerservicenummer of is te lang")
        return uit, leeg

    def afgekeurde_rijen(self) -> pa.Table:
        """All rejections by row: rij, kolom, waarde (masked), reden."""
        rijen = sorted(self.afgekeurd)
        kolommen: list[Sequence[Any]] = list(zip(*rijen, strict=True)) if rijen else [(), (), (), ()]
        return pa.table(
            [pa.array(k, s.type) for k, s in zip(kolommen, AFGEKEURD, strict=True)], schema=AFGEKEURD
        )


def is_leeg(tekst: str, leeg: frozenset[str] = LEEG) -> bool:
    """Whether a text says that nothing was filled in."""
    kaal = tekst.strip().lower()
    return kaal in leeg or not kaal.strip("-–.")


def _naam(tekst: str) -> str:
    kaal = re.sub(r"\s+", " ", tekst.strip())
    if (
        len(kaal) > _LANGSTE_TEKST
        or _HELE_DATUM.fullmatch(kaal)
        or any(elfproef(m) for m in re.findall(r"(?<![0-9])[0-9]{9}(?![0-9])", kaal))
    ):
        raise ValueError("geen naam")
    return kaal


def masker(soort: Soort, tekst: str) -> str:
    """A value as it may be shown: identifiers and birth dates hidden, other words only by shape."""
    if not tekst.strip():
        return ""
    if soort in _GEHEIM:
        return "•••"
    los = soort not in _GETALLEN and len(re.findall("[0-9]", tekst)) > 3
    lang = "[0-9]+" if los else "[0-9]{7,}"
    kort = re.sub(lang, lambda m: "9" * len(m[0]), tekst.strip().lstrip(GETALCEL))[:40]
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if m[0].lower() in _GEWOON else "x" * len(m[0]), kort)


def kolomlezers(regels: Regels) -> Mapping[str, tuple[Lezer, pa.DataType]]:
    """How the columns that may be empty are read, closed lists as codes."""
    uit: dict[str, tuple[Lezer, pa.DataType]] = {
        "declaratiemaand": (waarden.maand, pa.int16()),
        "ingangsdatum": (waarden.datum, pa.date32()),
        "einddatum": (waarden.datum, pa.date32()),
        "agb": (waarden.agb, pa.string()),
    }
    for kolom in KOLOMMEN.values():
        if kolom.begrip is not None and kolom.naam != "status":
            uit[kolom.naam] = (waarden.begrip(kolom.naam, kolom.begrip), pa.uint8())
    return uit
