"""A question from the room in plain words, made into a filter by matching names; nothing is guessed.

`begeleiding groep 6-12 malberg 2023` holds a product, an age class, a buurt and a year. What no name
fits is given back, so that the screen can say what was not understood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from core.begrippen import Duur, Geslacht, Intensiteit, Leveringsvorm, Verwijzer
from core.filters import DIMENSIES, LEEFTIJD_KEUZES, Filter
from core.opmaak import MAANDEN, MAANDEN_KORT

LANGSTE_VRAAG = 200
"""Characters; what is longer is no question but a text."""
MEESTE_NAMEN = 8
"""A word that fits more names than this says too little."""

_ZONDER_BETEKENIS = frozenset(
    [
        "a",
        "al",
        "alle",
        "de",
        "den",
        "der",
        "die",
        "dat",
        "een",
        "en",
        "er",
        "gaan",
        "hebben",
        "hoe",
        "hoeveel",
        "het",
        "in",
        "is",
        "jeugdigen",
        "jongeren",
        "kinderen",
        "kosten",
        "kostte",
        "kregen",
        "krijgen",
        "met",
        "naar",
        "of",
        "op",
        "over",
        "per",
        "tot",
        "uit",
        "van",
        "veel",
        "voor",
        "waren",
        "was",
        "wat",
        "welke",
        "wie",
        "zijn",
        "zorg",
        "hulp",
        "jeugdhulp",
        "wijk",
        "buurt",
        "segment",
        "product",
        "aanbieder",
        "jaar",
        "jarigen",
    ]
)
_VASTE_WOORDEN: dict[str, tuple[str, str]] = {
    "jongens": ("geslacht", str(Geslacht("M"))),
    "meisjes": ("geslacht", str(Geslacht("V"))),
    "natura": ("leveringsvorm", str(Leveringsvorm("ZIN"))),
    "zin": ("leveringsvorm", str(Leveringsvorm("ZIN"))),
    "pgb": ("leveringsvorm", str(Leveringsvorm("PGB"))),
    **{str(w): ("intensiteit", str(w)) for w in Intensiteit if str(w) != "onbekend"},
    "middel": ("intensiteit", "midden"),
    **{str(w): ("duur", str(w)) for w in Duur if str(w) != "onbekend"},
    "langdurig": ("duur", "lang"),
    "langdurige": ("duur", "lang"),
    "huisarts": ("verwijzer", str(Verwijzer("Huisarts"))),
    "huisartsen": ("verwijzer", str(Verwijzer("Huisarts"))),
    "rechter": ("verwijzer", str(Verwijzer("Rechter"))),
    "jeugdarts": ("verwijzer", str(Verwijzer("Jeugdarts"))),
}
_VOLGORDE = ("segment", "product", "wijk", "buurt", "aanbieder", "verwijzer")
"""Where a name may be found; of equal names the first counts."""
_LANGSTE_NAAM = 8


@dataclass(frozen=True)
class Begrepen:
    """What a question was taken to mean: the values per dimension, and the words that fit nothing."""

    keuzes: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    onbegrepen: tuple[str, ...] = ()

    def over(self, f: Filter) -> Filter:
        """The filter `f` with what was understood in the place of its own values; a year replaces a period."""
        velden: dict[str, Any] = dict(self.keuzes)
        if {"jaar", "maand"} & set(velden):
            velden = {"jaar": f.jaar, "maand": ()} | velden | {"van": None, "tot": None}
        if {"wijk", "buurt"} & set(velden):
            velden = {"wijk": (), "buurt": ()} | velden
        if {"segment", "product"} & set(velden):
            velden = {"segment": (), "product": ()} | velden
        return f.met(**velden)


def begrijp(vraag: str, keuzes: Mapping[str, Sequence[Any]]) -> Begrepen:
    """The filter that a question holds; `keuzes` are the names in the data, per dimension.

    The longest run of words that is a name goes first; a word that is part of some names stands for
    all of those, unless they are more than MEESTE_NAMEN. Case, accents and one slip of the pen do not
    matter. Values of one dimension are OR.
    """
    woorden = _woorden(vraag[:LANGSTE_VRAAG])
    namen = [(d, w, tuple(_woorden(str(w)))) for d in _VOLGORDE for w in _waarden(d, keuzes)]
    gevonden: dict[str, list[Any]] = {}
    onbegrepen: list[str] = []
    while woorden:
        voor, treffers = _eerste(woorden, namen, keuzes)
        if treffers:
            for dimensie, waarde in treffers:
                gevonden.setdefault(dimensie, []).append(waarde)
        elif woorden[0] not in _ZONDER_BETEKENIS:
            onbegrepen.append(woorden[0])
        woorden = woorden[voor:]
    return Begrepen({d: tuple(dict.fromkeys(w)) for d, w in gevonden.items()}, tuple(onbegrepen))


def _waarden(dimensie: str, keuzes: Mapping[str, Sequence[Any]]) -> Sequence[Any]:
    begrip = DIMENSIES[dimensie].begrip
    return [str(w) for w in begrip] if begrip else keuzes.get(dimensie, ())


_Naam = tuple[str, Any, tuple[str, ...]]
_Treffers = list[tuple[str, Any]]


def _eerste(
    woorden: list[str], namen: Sequence[_Naam], keuzes: Mapping[str, Sequence[Any]]
) -> tuple[int, _Treffers]:
    """How many words at the beginning belong together, and what they stand for; one word when nothing."""
    for lengte in range(min(len(woorden), _LANGSTE_NAAM), 0, -1):
        deel = tuple(woorden[:lengte])
        for zoek in (_getal, _hele_naam, _vast_woord, _deel_van_naam):
            if treffers := list(zoek(deel, namen, keuzes)):
                return lengte, treffers
    return 1, list(_verschrijving(woorden[0], namen))


def _getal(
    deel: tuple[str, ...], _namen: Any, keuzes: Mapping[str, Sequence[Any]]
) -> Iterator[tuple[str, Any]]:
    """A year, years from-to, a month or an age class."""
    jaren = [int(j) for j in keuzes.get("jaar", ())]
    tekst = " ".join(deel)
    if m := re.fullmatch(r"(\d{4})(?: ?(?:-|tot|t/m) ?(\d{4}))?", tekst):
        reeks = range(int(m[1]), int(m[2] or m[1]) + 1)
        yield from (("jaar", j) for j in reeks if j in jaren)
    if m := re.fullmatch(r"(\d{1,2}) ?(?:-|tot|t/m) ?(\d{1,2})(?: jaar)?", tekst):
        klasse = f"{m[1]}-{m[2]}"
        yield from [("leeftijd", klasse)] if klasse in LEEFTIJD_KEUZES else []
    if tekst in LEEFTIJD_KEUZES and tekst.endswith("+"):
        yield "leeftijd", tekst
    for maanden in (MAANDEN, MAANDEN_KORT):
        if tekst in maanden:
            yield "maand", maanden.index(tekst) + 1


def _hele_naam(deel: tuple[str, ...], namen: Sequence[_Naam], _keuzes: Any) -> Iterator[tuple[str, Any]]:
    for dimensie, waarde, delen in namen:
        if deel == delen or deel == _kaal(delen):
            yield dimensie, waarde
            return


def _vast_woord(deel: tuple[str, ...], _namen: Any, _keuzes: Any) -> Iterator[tuple[str, Any]]:
    if len(deel) == 1 and deel[0] in _VASTE_WOORDEN:
        yield _VASTE_WOORDEN[deel[0]]


def _deel_van_naam(deel: tuple[str, ...], namen: Sequence[_Naam], _keuzes: Any) -> Iterator[tuple[str, Any]]:
    """All names of the first dimension that has some with these words in them."""
    if any(len(w) < 3 or w in _ZONDER_BETEKENIS for w in deel):
        return
    for zoek in _VOLGORDE:
        passend = [w for d, w, delen in namen if d == zoek and set(deel) <= set(delen)]
        if 0 < len(passend) <= MEESTE_NAMEN:
            yield from ((zoek, w) for w in passend)
            return


def _verschrijving(woord: str, namen: Sequence[_Naam]) -> Iterator[tuple[str, Any]]:
    """The name that is a slip of the pen away; only for words long enough to be sure."""
    if len(woord) < 5 or woord in _ZONDER_BETEKENIS:
        return
    enkel = {"".join(_kaal(delen)): (d, w) for d, w, delen in reversed(namen)}
    yield from (enkel[n] for n in get_close_matches(woord, enkel, 1, 0.85))


def _kaal(delen: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the words that all names of its kind share: `Segment Jeugd Ambulant` is ambulant."""
    return tuple(d for d in delen if d not in ("segment", "jeugd", "buitenwijk", "bv", "b")) or delen


def _woorden(tekst: str) -> list[str]:
    """Words in small letters without accents; an age class, a year range and `18+` stay one word."""
    plat = unicodedata.normalize("NFKD", tekst.casefold())
    plat = "".join(c for c in plat if not unicodedata.combining(c))
    return re.findall(r"\d+ ?- ?\d+|\d+\+|[a-z0-9]+", plat)
