"""Amounts as people and programs write them, to whole cents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

GETALCEL = "\x1f"
"""Marks the text of a numeric spreadsheet cell: its decimal sign is a dot, whatever the file does."""

_GROOTSTE = 10**13
_VALUTA = re.compile(r"€|\beuro\b|\beur\b|^eur|eur$", re.IGNORECASE)
_DUIZENDSPATIE = re.compile(r"(?<=[0-9])[ '’](?=[0-9]{3}(?:[^0-9]|$))")
_GEEN_CENTEN = re.compile(r"[.,][-–]{1,2}$")
_ALLEEN_DUIZEND = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_VORM = {
    decimaal: re.compile(rf"([0-9]+|[1-9][0-9]{{0,2}}(?:\{duizend}[0-9]{{3}})+)?(?:\{decimaal}([0-9]+))?")
    for decimaal, duizend in ((",", "."), (".", ","))
}


@dataclass(frozen=True)
class Schrijfwijze:
    """How a file writes amounts: its decimal sign (None: no amount showed it), and how sure.

    `gemengd` is the number of unambiguous amounts with the other sign.
    """

    decimaal: str | None
    gemengd: int = 0


def schrijfwijze(aantallen: Mapping[str, int]) -> Schrijfwijze:
    """Decide the decimal sign once, by the number of lines whose amount can be read in one way."""
    stemmen = {",": 0, ".": 0}
    for tekst, aantal in aantallen.items():
        if teken := _stem(tekst):
            stemmen[teken] += aantal
    if not any(stemmen.values()):
        return Schrijfwijze(None)
    decimaal = "," if stemmen[","] >= stemmen["."] else "."
    return Schrijfwijze(decimaal, stemmen["." if decimaal == "," else ","])


def _stem(tekst: str) -> str | None:
    """The decimal sign that this amount alone shows beyond doubt."""
    if tekst[-3:-2] in (",", ".") and tekst[-2:].isdecimal():
        return tekst[-3]
    if tekst.startswith(GETALCEL):
        return None
    kaal = _kaal(tekst)[1]
    if not ("," in kaal or "." in kaal):
        return None
    if _ALLEEN_DUIZEND.fullmatch(kaal):
        return None
    past = [teken for teken, vorm in _VORM.items() if vorm.fullmatch(kaal)]
    return past[0] if len(past) == 1 else None


def _kaal(tekst: str) -> tuple[bool, str]:
    """Whether an amount is negative, and its digits and separators alone."""
    t = tekst.replace("\u00a0", " ").replace("\u202f", " ").replace("−", "-")
    t = _GEEN_CENTEN.sub("", _VALUTA.sub("", t).strip())
    haakjes = t.startswith("(") and t.endswith(")")
    t = t[1:-1].strip() if haakjes else t
    voor, achter = t.startswith("-"), t.endswith("-") and len(t) > 1
    # A second minus stays in the text, which then is no amount.
    t = t if haakjes + voor + achter > 1 else t[voor : len(t) - achter].strip().removeprefix("+").strip()
    return haakjes or voor or achter, _DUIZENDSPATIE.sub("", t)


def in_centen(tekst: str, wijze: Schrijfwijze, centen: bool = False) -> int:
    """An amount in cents, halves rounded away from zero; `centen` says the column is in cents.

    Raises ValueError with a Dutch reason when it cannot be read as one amount.
    """
    if tekst.startswith(GETALCEL):
        return _van_cel(tekst[1:], centen)
    if (
        not centen
        and tekst[-3:-2] == wijze.decimaal
        and (cijfers := tekst[:-3] + tekst[-2:]).isdecimal()
        and cijfers.isascii()
    ):
        return _passend(int(cijfers))
    negatief, kaal = _kaal(tekst)
    if centen or wijze.decimaal is None:
        kaal = kaal.replace(".", "").replace(",", "") if _ALLEEN_DUIZEND.fullmatch(kaal) else kaal
    treffer = _VORM[wijze.decimaal or ","].fullmatch(kaal)
    if not treffer or not kaal:
        raise ValueError("geen bedrag")
    geheel, breuk = treffer[1] or "0", treffer[2] or ""
    geheel = geheel.replace(".", "").replace(",", "")
    if centen and breuk.strip("0"):
        raise ValueError("decimalen in een kolom met centen")
    uit = int(geheel) if centen else int(geheel) * 100 + int((breuk + "00")[:2]) + (breuk[2:3] >= "5")
    return _passend(-uit if negatief else uit)


def _van_cel(tekst: str, centen: bool) -> int:
    getal = Decimal(tekst)
    if not getal.is_finite():
        raise ValueError("geen bedrag")
    if centen and getal != getal.to_integral_value():
        raise ValueError("decimalen in een kolom met centen")
    return _passend(int((getal * (1 if centen else 100)).quantize(Decimal(1), ROUND_HALF_UP)))


def _passend(centen: int) -> int:
    if abs(centen) > _GROOTSTE:
        raise ValueError("onwaarschijnlijk groot bedrag")
    return centen


def onduidelijk(tekst: str) -> bool:
    """Whether an amount is one that only the rest of the file can explain, like `1.234`."""
    if tekst.startswith(GETALCEL):
        return False
    return bool(_ALLEEN_DUIZEND.fullmatch(_kaal(tekst)[1]))


def meer_dan_centen(teksten: Iterable[str], wijze: Schrijfwijze) -> int:
    """How many of the readable amounts hold more than whole cents, and so were rounded."""
    teken = wijze.decimaal
    return sum(_fijner(t, teken) for t in teksten if t[-3:-2] != teken)


def _fijner(tekst: str, decimaal: str | None) -> bool:
    if tekst.startswith(GETALCEL):
        honderdsten = Decimal(tekst[1:]) * 100
        # Binary fractions of a spreadsheet (45.330000000000005) are cents all the same.
        return abs(honderdsten - honderdsten.to_integral_value()) > Decimal("1e-6")
    breuk = tekst.rpartition(decimaal)[2] if decimaal and decimaal in tekst else ""
    return len(re.sub(r"[^0-9]", "", breuk).rstrip("0")) > 2


def als_getal(tekst: str, wijze: Schrijfwijze) -> float:
    """A quantity as a number, written as the amounts of the file are. Raises ValueError."""
    if tekst.startswith(GETALCEL):
        return float(tekst[1:])
    negatief, kaal = _kaal(tekst)
    decimaal = wijze.decimaal or ("." if "." in kaal and "," not in kaal else ",")
    treffer = _VORM[decimaal].fullmatch(kaal)
    if not treffer or not kaal:
        raise ValueError("geen getal")
    geheel = (treffer[1] or "0").replace(".", "").replace(",", "")
    return float(f"{'-' if negatief else ''}{geheel}.{treffer[2] or '0'}")
