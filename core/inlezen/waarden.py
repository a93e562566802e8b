"""Months, dates, places and closed lists as people write them. Every function reads one text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.begrippen import BUITEN_GEMEENTE, Begrip, maandnummer
from core.inlezen.woordenlijst import WAARDEN
from core.opmaak import MAANDEN, sleutel

ONBEKENDE_GEBOORTE = date(1900, 1, 1)
LEEG = frozenset(
    {"", "null", "none", "nan", "nvt", "n.v.t.", "n.v.t", "n/a", "#n/b", "#n/a", "?", "onbekend"}
)
"""What says, in lower case: nothing was filled in."""

_MAANDNAAM = {naam[:3]: nr for nr, naam in enumerate(MAANDEN, 1)} | {"mrt": 3, "may": 5, "oct": 10}
_NAAM = re.compile(r"(?:([0-9]{1,2})[\s.\-/]+)?([a-z]{3,9})[\s.\-/']*([0-9]{4}|[0-9]{2})")
_NAAM_ACHTER = re.compile(r"([0-9]{4})[\s.\-/]*([a-z]{3,9})")
_JAAR_VOOR = re.compile(r"([0-9]{4})[\-/. ]([0-9]{1,2})(?:[\-/. ]([0-9]{1,2}))?")
_JAAR_ACHTER = re.compile(r"(?:([0-9]{1,2})[\-/. ])?([0-9]{1,2})[\-/. ]([0-9]{4})")
_JAAR_KORT = re.compile(r"([0-9]{1,2})[\-/.]([0-9]{1,2})[\-/.]([0-9]{2})")
_AANEEN = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_TIJD = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:Z|[+\-][0-9:]+)?$")
_EXCEL_BEGIN = date(1899, 12, 30)


def _delen(tekst: str) -> tuple[int, int, int | None]:
    """Year, month, day (None if absent) of any of the known shapes. Raises ValueError."""
    t = re.sub(r"^([0-9]+)[.,]0+$", r"\1", _TIJD.sub("", tekst.strip()).strip().lower())
    if re.fullmatch(r"[0-9]{5}", t):
        dag = _EXCEL_BEGIN + timedelta(days=int(t))
        return dag.year, dag.month, dag.day
    if m := _JAAR_VOOR.fullmatch(t) or _AANEEN.fullmatch(t):
        return int(m[1]), int(m[2]), int(m[3]) if m[3] else None
    if m := _JAAR_ACHTER.fullmatch(t):
        return int(m[3]), int(m[2]), int(m[1]) if m[1] else None
    if m := _JAAR_KORT.fullmatch(t):
        return _eeuw(m[3]), int(m[2]), int(m[1])
    if m := _NAAM.fullmatch(t):
        return _eeuw(m[3]), _maandnaam(m[2]), int(m[1]) if m[1] else None
    if m := _NAAM_ACHTER.fullmatch(t):
        return int(m[1]), _maandnaam(m[2]), None
    raise ValueError("geen datum of maand")


def _eeuw(jaar: str) -> int:
    """Two digits of a year: this century up to next year, else the last one."""
    if len(jaar) == 4:
        return int(jaar)
    return 2000 + int(jaar) if int(jaar) <= date.today().year % 100 + 1 else 1900 + int(jaar)


def _maandnaam(naam: str) -> int:
    nummer = _MAANDNAAM.get(naam[:3])
    if nummer is None or not (MAANDEN[nummer - 1].startswith(naam) or len(naam) <= 5):
        raise ValueError("onbekende maandnaam")
    return nummer


def maand(tekst: str) -> int:
    """The maandnummer of a month or of any day in it. Raises ValueError when it is neither."""
    jaar, nummer, dag = _delen(tekst)
    if dag is not None:
        date(jaar, nummer, dag)
    if not 2000 <= jaar <= 2100:
        raise ValueError("jaar buiten 2000-2100")
    return maandnummer(jaar, nummer)


def datum(tekst: str) -> date:
    """A day. Raises ValueError when the text is not a whole, existing date."""
    jaar, nummer, dag = _delen(tekst)
    if dag is None:
        raise ValueError("geen dag")
    return date(jaar, nummer, dag)


def geboortemaand(tekst: str) -> int | None:
    """The maandnummer of a birth date (only year and month are kept); 1-1-1900 is unknown: None.

    Raises ValueError for a text that is not a date or month.
    """
    jaar, nummer, dag = _delen(tekst)
    if date(jaar, nummer, dag or 1) == ONBEKENDE_GEBOORTE:
        return None
    if jaar < 1900:
        raise ValueError("geboortejaar voor 1900")
    return maandnummer(jaar, nummer)


def begrip(kolom: str, soort: type[Begrip]) -> Callable[[str], int | None]:
    """A reader for a column with a closed list: its code, None for onbekend.

    The reader raises ValueError for a text that stands for nothing in the list.
    """
    vertaal = WAARDEN[kolom] | {sleutel(lid): lid for lid in soort}

    def lees(tekst: str) -> int | None:
        waarde = vertaal.get(re.sub(r"0$", "", sleutel(tekst)) if tekst.endswith(".0") else sleutel(tekst))
        if waarde is None:
            raise ValueError("onbekende waarde")
        lid = soort(waarde)
        return None if lid == "onbekend" or lid == "Onbekend" else lid.code

    return lees


def debet(tekst: str) -> bool:
    """Whether a D/C mark says debit. Raises ValueError for anything but D or C."""
    waarde = {"d": True, "debet": True, "debit": True, "c": False, "credit": False}.get(sleutel(tekst))
    if waarde is None:
        raise ValueError("geen D of C")
    return waarde


@dataclass(frozen=True)
class Buurten:
    """Where a jeugdige can live: names (as sleutel) and codes of one gemeente, and its wijken."""

    gemeentecode: str
    codes: frozenset[str] = frozenset()
    namen: Mapping[str, str] = field(default_factory=dict)
    wijken: frozenset[str] = frozenset()

    def lees(self, tekst: str) -> str | None:
        """The buurtcode, `Buiten gemeente` or None (unknown). Raises ValueError if not in the list."""
        naam = sleutel(tekst)
        if naam in self.namen:
            return self.namen[naam]
        if m := re.fullmatch(r"(?:bu)?([0-9]{7,8})", naam):
            code = f"BU{m[1].zfill(8)}"
            if not code.startswith("BU" + self.gemeentecode[2:]):
                return BUITEN_GEMEENTE
            if code in self.codes:
                return code
        elif ("buiten" in naam and naam not in self.wijken) or self._andere_gemeente(naam):
            return BUITEN_GEMEENTE
        raise ValueError("onbekende buurt")

    def _andere_gemeente(self, naam: str) -> bool:
        return bool(re.fullmatch(r"gm[0-9]{4}", naam)) and naam.upper() != self.gemeentecode


def agb(tekst: str) -> str:
    """An AGB code as eight digits. Raises ValueError when it is not a number of 7 or 8 digits."""
    kaal = re.sub(r"\.0$|[\s\-]", "", tekst.strip())
    if not re.fullmatch(r"[0-9]{7,8}", kaal):
        raise ValueError("geen AGB-code")
    return kaal.zfill(8)
