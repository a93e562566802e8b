"""Moves between segments and turning 18 a second time: one jeugdige after another."""

from __future__ import annotations

from collections import Counter
from typing import Any

from core.filters import Filter
from tests.conftest import PRODUCTEN
from tests.eigenschappen import orakel

Rij = dict[str, Any]
Periode = tuple[int, int]
VOLGORDE = {segment: n for n, segment in enumerate(dict.fromkeys(PRODUCTEN["segment"]))}


def doorstroom(g: orakel.Gegevens, f: Filter) -> list[Rij]:
    alle, geteld = g.maanden(), set()
    for persoon, zorg in _per_jeugdige(g, f).items():
        for van, naar, maand in overgangen(zorg):
            telt = alle[0] < maand < min(g.naijl.vanaf(f), alle[-1] - 2) and orakel.in_periode(maand, f)
            oud = orakel.leeftijd_op(zorg[0].geboortemaand, maand)
            if telt and orakel.leeftijd_gekozen(oud, f):
                geteld.add((persoon, van, naar))
    paren = Counter((van, naar) for _, van, naar in geteld)
    return [{"van": van, "naar": naar, "jeugdigen": n} for (van, naar), n in paren.items()]


def _per_jeugdige(g: orakel.Gegevens, f: Filter) -> dict[str, list[orakel.Zorgmaand]]:
    uit: dict[str, list[orakel.Zorgmaand]] = {}
    for z in g.zorgmaanden:
        if z.in_zorg and orakel.past(z, f):
            uit.setdefault(z.jeugdige, []).append(z)
    return uit


def _perioden(maanden: set[int]) -> list[Periode]:
    uit: list[Periode] = []
    for maand in sorted(maanden):
        if uit and maand - uit[-1][1] - 1 <= 3:
            uit[-1] = (uit[-1][0], maand)
        else:
            uit.append((maand, maand))
    return uit


def overgangen(zorg: list[orakel.Zorgmaand]) -> list[tuple[str, str, int]]:
    """Every start and stop of one jeugdige: van, naar and the month in which it counts."""
    heel = _perioden({z.maand for z in zorg})
    in_segment = [
        (segment, begin, eind)
        for segment in sorted({z.segment for z in zorg})
        for begin, eind in _perioden({z.maand for z in zorg if z.segment == segment})
    ]
    over = _overstappen(in_segment)
    uit = [(van[0], naar[0], naar[1]) for van, naar in over]
    for segment, begin, eind in in_segment:
        if (segment, begin, eind) not in [naar for _, naar in over]:
            uit.append((_waarvandaan(heel, begin), segment, begin))
        if (segment, begin, eind) not in [van for van, _ in over]:
            klaar = any(e == eind for _, e in heel)
            uit.append((segment, "uit zorg" if klaar else "andere hulp loopt door", eind + 1))
    return uit


def _overstappen(in_segment: list[tuple[str, int, int]]) -> list[tuple[Any, Any]]:
    """Stops with starts, the closest first; each at most once.

    Of equally close ones the earliest start goes first, then the stop of what began earliest; in one
    month by the order of segments.
    """
    kan = [
        (abs(naar[1] - 1 - van[2]), naar[1], VOLGORDE[naar[0]], van[1], VOLGORDE[van[0]], van, naar)
        for van in in_segment
        for naar in in_segment
        if van[0] != naar[0] and van[1] < naar[1] and van[2] < naar[2] and abs(naar[1] - 1 - van[2]) <= 3
    ]
    uit: list[tuple[Any, Any]] = []
    for *_, van, naar in sorted(kan):
        if van not in [v for v, _ in uit] and naar not in [n for _, n in uit]:
            uit.append((van, naar))
    return uit


def _waarvandaan(heel: list[Periode], begin: int) -> str:
    for n, (eerste, _) in enumerate(heel):
        if eerste == begin:
            terug = n > 0 and begin - heel[n - 1][1] - 1 < 60
            return "herhaald" if terug else "nieuw"
    return "naast andere hulp"


def wordt_18(g: orakel.Gegevens, f: Filter) -> list[Rij]:
    selectie = orakel.kies(g, f.zonder_periode())
    if not selectie:
        return []
    laatste = g.maanden()[-1]
    eerste, uit = (laatste + 1) // 3, []
    for kwartaal in range(eerste - 4, eerste + 8):
        maanden = [3 * kwartaal, 3 * kwartaal + 1, 3 * kwartaal + 2]
        if not all(orakel.in_periode(m, f) for m in maanden):
            continue
        wie: dict[str | None, set[str]] = {None: set()}
        for z in selectie:
            wordt = None if z.geboortemaand is None else z.geboortemaand + 216
            if wordt in maanden and z.in_zorg and 0 <= min(wordt, laatste) - z.maand <= 3:
                wie[None].add(z.jeugdige)
                wie.setdefault(z.segment, set()).add(z.jeugdige)
        uit += [
            {
                "niveau": "segment" if segment else "totaal",
                "segment": segment,
                "kwartaal": f"{kwartaal // 4} K{kwartaal % 4 + 1}",
                "jeugdigen": len(namen),
                "komend": kwartaal >= eerste,
            }
            for segment, namen in wie.items()
        ]
    return uit


TABELLEN = {"doorstroom": doorstroom, "wordt-18": wordt_18}
