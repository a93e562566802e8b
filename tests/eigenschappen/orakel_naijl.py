"""Completeness a second time, in slow and obvious Python: the run-off triangle of every bron and segment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from core.filters import Filter
from tests.conftest import PRODUCTEN

Rij = dict[str, Any]
Cellen = dict[tuple[int, int], float]
BREED, OORSPRONGEN, JONG = 24, 12, 0.75


@dataclass(frozen=True)
class Naijl:
    """Per (segment, month) what is known and what it comes to (None: cannot be told), in euros."""

    stand_per: date | None
    laatste: int | None
    nu: dict[tuple[str, int], float]
    verwacht: dict[tuple[str, int], float | None]
    zonder: set[str]
    eerder: int = 0

    @property
    def jong(self) -> int:
        return self.stand_per.year * 12 + self.stand_per.month - 4 if self.stand_per else 0

    def deel(self, segment: str, maand: int) -> float | None:
        sleutel = (segment, maand + self.eerder)
        if self.verwacht.get(sleutel, 0.0) is None:
            return None
        return self._deel([segment], maand + self.eerder)

    def _deel(self, segmenten: Iterable[str], maand: int) -> float:
        nu = sum(self.nu.get((s, maand), 0.0) for s in segmenten)
        verwacht = sum(self.verwacht.get((s, maand), 0.0) or 0.0 for s in segmenten)
        return min(100.0, max(0.0, 100 * nu / verwacht)) if verwacht > 0 else 100.0

    def voorlopig(self, segment: str, maand: int) -> bool:
        deel = self.deel(segment, maand)
        return maand + self.eerder >= self.jong if deel is None else deel < 95

    def vanaf(self, f: Filter) -> int:
        """The first voorlopige month of a selection."""
        if self.laatste is None:
            return -self.eerder
        gekozen = {s for s, _ in self.nu if not f.segment or s in f.segment}
        if f.product:
            gekozen &= set(PRODUCTEN[PRODUCTEN["product"].isin(f.product)]["segment"])
        maanden = range(min((m for _, m in self.nu), default=0), self.laatste + 1)
        grenzen = [m for m in maanden if self._deel(gekozen - self.zonder, m) < 95][:1]
        if any(self.nu.get((s, m)) for s in gekozen & self.zonder for m in maanden if m >= self.jong):
            grenzen.append(self.jong)
        return max(min([*grenzen, self.laatste + 1]), self.jong - 12) - self.eerder


@dataclass(frozen=True)
class Bron:
    """The leveringen of one bron, and its counted lines that are in force."""

    naam: str
    leveringen: dict[int, Rij]
    toegekend: list[Rij]

    @property
    def tot(self) -> int:
        return over(max(lev["stand_per"] for lev in self.leveringen.values()))


def over(dag: date) -> int:
    """The last month that is over a week after a day."""
    later = dag + timedelta(days=8)
    return later.year * 12 + later.month - 2


def stroom(bron: Bron, segment: str, alle: list[Rij]) -> tuple[dict[int, float], Cellen]:
    """What is known of each month, and the cells of the triangle as (month, stap)."""
    nu: dict[int, float] = {}
    cellen: Cellen = {}
    heel = False
    maanden = {r["m"] for r in bron.toegekend}
    for maand in maanden:
        rijen = [r for r in bron.toegekend if r["m"] == maand]
        eigen = [r for r in rijen if r["segment"] == segment]
        if all(r["d"] is not None for r in rijen):
            if eigen:
                heel = True
                nu[maand] = sum(r["bedrag"] for r in eigen)
                for stap in range(min(BREED, bron.tot - maand) + 1):
                    cellen[maand, stap] = sum(r["bedrag"] for r in eigen if max(r["d"] - maand, 0) <= stap)
            continue
        van_maand = [r for r in alle if r["m"] == maand and r["levering"] in bron.leveringen]
        if any(r["segment"] == segment for r in van_maand):
            punten = _punten(bron, segment, maand, van_maand)
            nu[maand] = punten[max(punten)]
            cellen |= _ertussen(maand, {s: b for s, b in punten.items() if 0 <= s <= BREED})
    if heel:  # a month without lines has none, as far as is known
        for maand in range(min(nu), max([*nu, bron.tot]) + 1):
            if maand not in nu:
                cellen |= {(maand, stap): 0.0 for stap in range(min(BREED, bron.tot - maand) + 1)}
    return nu, cellen


def _punten(bron: Bron, segment: str, maand: int, regels: list[Rij]) -> dict[int, float]:
    """What each levering that tells of the month made known of it, by stap."""
    uit: dict[int, float] = {}
    bekend = 0.0
    for nummer, lev in sorted(bron.leveringen.items()):
        erin = [r for r in regels if r["levering"] == nummer]
        if not erin and lev["wijze"] != "aanvullen":
            continue
        eigen = sum(r["bedrag"] for r in erin if r["segment"] == segment and r["status"] == "toegekend")
        bekend = eigen if lev["wijze"] == "vervang" else bekend + eigen
        uit[over(lev["stand_per"]) - maand] = bekend
    return uit


def _ertussen(maand: int, punten: dict[int, float]) -> Cellen:
    uit: Cellen = {}
    stappen = sorted(punten)
    for van, tot in zip(stappen, stappen[1:], strict=False):
        for stap in range(van, tot):
            uit[maand, stap] = punten[van] + (punten[tot] - punten[van]) * (stap - van) / (tot - van)
    for stap in stappen[-1:]:
        uit[maand, stap] = punten[stap]
    return uit


def verwachting(
    nu: dict[int, float], cellen: Cellen, lopend: Callable[[int], int], laatste: int
) -> dict[int, float] | None:
    """Per month what it comes to; None when the history is too short."""
    maanden = list(range(min(nu), laatste + 1))
    cellen = {(m, k): c for (m, k), c in cellen.items() if m <= laatste}
    paren = [[m for m in maanden if {(m, k), (m, k + 1)} <= cellen.keys()] for k in range(BREED)]
    eind = next((k for k in range(BREED) if len(paren[k]) < 3), BREED)
    if eind < 6:
        return None
    som = [[sum(cellen[m, k + n] for m in paren[k][-OORSPRONGEN:]) for n in (0, 1)] for k in range(eind)]
    begin = max((k + 1 for k in range(eind) if min(som[k]) <= 0), default=0)
    nog = [1.0] * (eind + 1)  # how much larger an amount at each stap still becomes
    for k in range(eind - 1, begin - 1, -1):
        nog[k] = nog[k + 1] * som[k][1] / som[k][0]
    stand = {m: max((k for k in range(begin, eind + 1) if (m, k) in cellen), default=None) for m in maanden}
    bekend = {m: cellen[m, k] if (k := stand[m]) is not None else 0.0 for m in maanden}
    deel = {m: 1 / nog[k] if (k := stand[m]) is not None else 0.0 for m in maanden}
    uit = {m: bekend[m] * nog[k] if (k := stand[m]) is not None else nu.get(m, 0.0) for m in maanden}
    telt = [m for m in maanden if lopend(m - 3) > 0 and deel[m] > 0][-OORSPRONGEN:]
    grondslag = sum(lopend(m - 3) * deel[m] for m in telt)
    prijs = sum(bekend[m] for m in telt) / grondslag if grondslag else 0.0
    for m in maanden:
        jong = (deel[m] < JONG or bekend[m] <= 0) and lopend(m - 3) > 0
        if jong and prijs > 0 and sum(deel[t] >= JONG for t in telt) >= 3:
            uit[m] = bekend[m] + (1 - deel[m]) * lopend(m - 3) * prijs
        if nu.get(m, 0.0) > bekend[m]:
            uit[m] = max(uit[m], nu.get(m, 0.0))
        if stand[m] == eind:
            uit[m] = nu.get(m, 0.0)
    return uit


def naijl(
    bronnen: list[Bron], alle: list[Rij], lopend: Callable[[str, int], int], laatste: int | None
) -> Naijl:
    """The completeness of all segments; `lopend` gives the arrangementen in care per segment and month."""
    dagen = [lev["stand_per"] for b in bronnen for lev in b.leveringen.values()]
    stand_per = max(dagen, default=None)
    nu: dict[tuple[str, int], float] = {}
    verwacht: dict[tuple[str, int], float | None] = {}
    zonder: set[str] = set()
    for bron in bronnen:
        for segment in sorted({r["segment"] for r in alle}):
            bekend, cellen = stroom(bron, segment, alle)
            if not bekend or laatste is None or min(bekend) > laatste:
                continue
            geschat = verwachting(bekend, cellen, lambda m, s=segment: lopend(s, m), laatste)
            for m in range(min(bekend), laatste + 1):
                nu[segment, m] = nu.get((segment, m), 0.0) + bekend.get(m, 0.0)
                oud = verwacht.get((segment, m), 0.0)
                verwacht[segment, m] = None if geschat is None or oud is None else oud + geschat[m]
            if geschat is None:
                zonder.add(segment)
    return Naijl(stand_per, laatste, nu, verwacht, zonder)
