"""Name variants of one aanbieder: found, never merged unasked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from core.begrippen import PGB
from core.inlezen.rapport import Samenvoeging
from core.opmaak import sleutel

_LIJKT = 0.88
_VORMEN = re.compile(
    r"\b(b\.?\s?v\.?|n\.?\s?v\.?|v\.?o\.?f\.?|stichting|st\.?|vereniging|cooperatie|coöperatie|holding|groep|nederland)(?=\s|$|,)",
    re.IGNORECASE,
)


def kern(naam: str) -> str:
    """A name without its legal form, words in alphabetical order: what variants share."""
    kaal = _VORMEN.sub(" ", re.sub(r"[(),/&]", " ", naam))
    return " ".join(sorted(filter(None, map(sleutel, kaal.split())))) or sleutel(naam)


def varianten(nieuw: Iterable[tuple[str, str | None]], bekend: Iterable[str]) -> list[Samenvoeging]:
    """Names among `nieuw` (name, AGB code) that look like a known aanbieder or like each other.

    The proposed name is the known one, else the first of the variants. Names that differ in a
    number are different; PGB is nobody's variant.
    """
    rijen = sorted({(n, a) for n, a in nieuw if n != PGB}, key=lambda r: (r[0], r[1] or ""))
    kent = {sleutel(b): b for b in bekend if b != PGB}
    los = {sleutel(n): n for n, _ in reversed(rijen) if sleutel(n) not in kent}
    uit = _op_agb(rijen, kent)
    gehad = {sleutel(v) for s in uit for v in s.varianten}
    namen = sorted(n for s, n in los.items() if s not in gehad)
    alle = sorted(kent.values()) + namen
    for naam in namen:
        buur = _buur(naam, [a for a in alle if a != naam])
        if buur and not any({naam, buur} <= {*s.varianten, s.aanbieder} for s in uit):
            doel = buur if sleutel(buur) in kent else min(naam, buur)
            uit.append(Samenvoeging(tuple(sorted({naam, buur})), doel, "de namen lijken op elkaar"))
    return uit


def _op_agb(rijen: Sequence[tuple[str, str | None]], kent: dict[str, str]) -> list[Samenvoeging]:
    per_code: dict[str, dict[str, str]] = defaultdict(dict)
    for naam, agb in rijen:
        if agb:
            per_code[agb].setdefault(sleutel(naam), naam)
    uit = []
    for agb, namen in per_code.items():
        if len(namen) > 1 and any(s not in kent for s in namen):
            doel = next((kent[s] for s in namen if s in kent), min(namen.values()))
            uit.append(Samenvoeging(tuple(sorted(namen.values())), doel, f"zelfde AGB-code {agb}"))
    return uit


def _buur(naam: str, anderen: Sequence[str]) -> str | None:
    """The name that looks most like this one, if any does enough."""
    eigen, cijfers = kern(naam), re.findall(r"[0-9]+", naam)
    beste: tuple[float, str] | None = None
    maat = SequenceMatcher(b=eigen, autojunk=False)
    for ander in anderen:
        if re.findall(r"[0-9]+", ander) != cijfers:
            continue
        maat.set_seq1(kern(ander))
        if maat.real_quick_ratio() < _LIJKT or maat.quick_ratio() < _LIJKT:
            continue
        gelijk = maat.ratio()
        if gelijk >= _LIJKT and (beste is None or gelijk > beste[0]):
            beste = gelijk, ander
    return beste[1] if beste else None
