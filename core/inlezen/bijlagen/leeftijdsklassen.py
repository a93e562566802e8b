"""Age classes as tables write them, and the inhabitants of 0-17 that follow from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Klasse = tuple[int, int]
"""First and last age, both included."""

LAATSTE = 17
"""The Jeugdwet is for those younger than 18."""

_VOOR = r"(?:leeftijd|aantal|inwoners|bevolking|personen|jeugdigen|jeugd|kinderen|jongeren|inw|van|a|k|\s)*"
# A number after `jaar` is the position of a column, as in `k_0Tot15Jaar_8`.
_BEREIK = re.compile(
    rf"{_VOOR}(\d{{1,2}})\s*(?:jaar)?\s*(tot en met|t/?m|tot|-|–|\s)\s*(\d{{1,3}})(?:\s*(?:jaar|jarigen|jr|j)(?:\s*\d+)?)?"
)
_LOS = re.compile(rf"{_VOOR}(\d{{1,2}})(?:\s*(?:jaar|jarigen|jr|j))?")


def lees_klasse(tekst: str) -> Klasse | None:
    """The ages of `0-4`, `0 tot 5 jaar`, `k_0Tot15Jaar_8`, `a_00_14`, `12` …; None when it is no class.

    An open class (`95 jaar of ouder`) and a total are none: neither says anything of 0-17.
    """
    kaal = re.sub(r"\s+", " ", tekst.strip().lower().replace("_", " "))
    if treffer := _BEREIK.fullmatch(kaal):
        van, tot = int(treffer[1]), int(treffer[3]) - (treffer[2] == "tot")
        return (van, tot) if van <= tot <= 120 else None
    if treffer := _LOS.fullmatch(kaal):
        return int(treffer[1]), int(treffer[1])
    return None


def indeling(klassen: Iterable[Klasse]) -> tuple[Klasse, ...] | None:
    """The finest of the classes that together hold every age of 0-17 once; None when none do.

    The last may go on after 17.
    """
    per_begin: dict[int, list[Klasse]] = {}
    for klasse in sorted(set(klassen)):
        per_begin.setdefault(klasse[0], []).append(klasse)

    def vanaf(leeftijd: int) -> tuple[Klasse, ...] | None:
        for klasse in per_begin.get(leeftijd, []):
            rest = () if klasse[1] >= LAATSTE else vanaf(klasse[1] + 1)
            if rest is not None:
                return (klasse, *rest)
        return None

    return vanaf(0)


def tot_18(aantallen: Mapping[Klasse, int], deling: tuple[Klasse, ...]) -> list[tuple[int, int, int]]:
    """Inhabitants as (first age, last age, number), of 0-17 only.

    What a class that goes on after 17 holds of 15, 16 and 17 is the total of 0-17 without the
    others when that is known; else as many a year as in the class below, at most the whole class:
    in a town with a university nearly all of 15-19 are 18 and 19.
    """
    uit = [(van, tot, aantallen[van, tot]) for van, tot in deling if tot <= LAATSTE]
    van, tot = deling[-1]
    if tot <= LAATSTE:
        return uit
    onder = sum(n for _, _, n in uit)
    if (heel := aantallen.get((0, LAATSTE))) is not None:
        deel: float = max(heel - onder, 0)
    elif uit:
        begin, eind, aantal = uit[-1]
        deel = aantal / (eind - begin + 1) * (LAATSTE + 1 - van)
    else:
        deel = aantallen[van, tot] * (LAATSTE + 1 - van) / (tot - van + 1)
    return [*uit, (van, LAATSTE, min(round(deel), aantallen[van, tot]))]
