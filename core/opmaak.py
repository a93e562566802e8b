"""Numbers, amounts and months as a Dutch reader expects them (nl-NL)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from core.begrippen import jaar_en_maand, maandnummer

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli",
    "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MAANDEN_KORT = tuple(naam[:3] if naam != "maart" else "mrt" for naam in MAANDEN)


def getal(waarde: float | None, decimalen: int = 0) -> str:
    """A number with a dot per thousand and a decimal comma; None gives an en dash."""
    if waarde is None or waarde != waarde:
        return "–"
    tekst = f"{waarde:_.{decimalen}f}".replace(".", ",").replace("_", ".")
    return "0" + tekst[2:] if tekst[:2] == "-0" and not tekst.strip("-0,") else tekst


def geteld(hoeveel: float, een: str, meer: str) -> str:
    """A number with its noun: `1 rij`, `1.234 rijen`."""
    return f"{getal(hoeveel)} {een if hoeveel == 1 else meer}"


def euro(waarde: float | None, decimalen: int = 0) -> str:
    """An amount in euros: `€ 1.234`, `-€ 1.234`; None gives an en dash."""
    if waarde is None or waarde != waarde:
        return "–"
    tekst = getal(waarde, decimalen)
    return f"-€ {tekst[1:]}" if tekst[0] == "-" else f"€ {tekst}"


def euro_kort(waarde: float | None) -> str:
    """An amount rounded for a heading: `€ 45,1 mln`, `€ 12.300`."""
    if waarde is None or waarde != waarde or abs(waarde) < 1_000_000:
        return euro(waarde)
    teken = "-" if waarde < 0 else ""
    return f"{teken}€ {getal(abs(waarde) / 1_000_000, 1)} mln"


def procent(waarde: float | None, decimalen: int = 1) -> str:
    """A percentage (0-100) with a space before the sign: `12,3 %`."""
    return "–" if waarde is None or waarde != waarde else f"{getal(waarde, decimalen)} %"


def maand_iso(nummer: int) -> str:
    """A maandnummer as `2024-02`."""
    jaar, maand = jaar_en_maand(nummer)
    return f"{jaar:04d}-{maand:02d}"


@lru_cache(maxsize=1024)
def maand_uit_iso(tekst: str) -> int:
    """The maandnummer of `2024-02`. Raises ValueError when the text is not of that form."""
    treffer = re.fullmatch(r"(\d{4})-(\d{1,2})", tekst.strip())
    if not treffer:
        raise ValueError(f"geen maand van de vorm jjjj-mm: {tekst!r}")
    return maandnummer(int(treffer[1]), int(treffer[2]))


def maand_kort(nummer: int) -> str:
    """A maandnummer as `feb 2024`."""
    jaar, maand = jaar_en_maand(nummer)
    return f"{MAANDEN_KORT[maand - 1]} {jaar}"


def maand_lang(nummer: int) -> str:
    """A maandnummer as `februari 2024`."""
    jaar, maand = jaar_en_maand(nummer)
    return f"{MAANDEN[maand - 1]} {jaar}"


def kwartaal_kort(nummer: int) -> str:
    """A quarter (maandnummer // 3) as `2023 K1`, which sorts by time."""
    return f"{nummer // 4:04d} K{nummer % 4 + 1}"


def kwartaal_uit_kort(tekst: str) -> int:
    """The number of the quarter `2023 K1`. Raises ValueError when the text is not of that form."""
    treffer = re.fullmatch(r"(\d{4}) K([1-4])", tekst)
    if not treffer:
        raise ValueError(f"geen kwartaal van de vorm jjjj Kn: {tekst!r}")
    return int(treffer[1]) * 4 + int(treffer[2]) - 1


def kwartaal_lang(tekst: str) -> str:
    """The quarter `2023 K1` in a sentence: `het eerste kwartaal van 2023`."""
    jaar, kwartaal = divmod(kwartaal_uit_kort(tekst), 4)
    return f"het {('eerste', 'tweede', 'derde', 'vierde')[kwartaal]} kwartaal van {jaar}"


def datum(dag: date) -> str:
    """A day as `1 mei 2024`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def hoofdletter(zin: str) -> str:
    """A sentence with its first letter a capital, and all others as they are (NJi, CBS)."""
    return f"{zin[:1].upper()}{zin[1:]}"


def aaneen(zin: str) -> str:
    """A sentence in which an amount or percentage is never split over two lines."""
    for los, vast in (("€ ", "€\u00a0"), (" %", "\u00a0%"), (" mln", "\u00a0mln")):
        zin = zin.replace(los, vast)
    return zin


def opsomming(delen: list[str], voegwoord: str = "en") -> str:
    """Words as a Dutch enumeration: `a, b en c`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"


def segment_kort(naam: str) -> str:
    """A segment where there is little room: `Segment Jeugd Wonen` as `Wonen`; any other text as it is."""
    return naam.removeprefix("Segment Jeugd ")


def sleutel(tekst: str) -> str:
    """The form in which names are compared: lower case, no accents, spaces, `_`, `-` or `.`."""
    kaal = unicodedata.normalize("NFKD", tekst.strip().lower())
    return re.sub(r"[\s_\-.]+", "", "".join(c for c in kaal if not unicodedata.combining(c)))
