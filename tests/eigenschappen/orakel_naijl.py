"""Completeness a second time, in slow and obvious Python: the run-off triangle of every bron and segment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from core.filters import Filter
from core.opmaak import maand_iso
from tests.conftest import PRODUCTEN

Rij = dict[str, Any]
Cellen = dict[tuple[int, int], float]
BREED, OORSPRONGEN, JONG = 24, 12, 0.75


@dataclass(frozen=True)
class Stroom:
    """What one bron knows of one segment; `lopend`: the arrangementen in care in a month."""

    segment: str
    nu: dict[int, float]
    cellen: Cellen
    lopend: Callable[[int], int]

    def bekend_op(self, maand: int, tot: int) -> float:
        """What was known of a month when month `tot` was over; of an old one all that is known now."""
        if tot - maand > BREED:
            return self.nu.get(maand, 0.0)
        stappen = [k for m, k in self.cellen if m == maand and m + k <= tot]
        return self.cellen[maand, max(stappen)] if stappen else 0.0


@dataclass(frozen=True)
class Naijl:
    """Per (segment, month) what is known and what it comes to (None: cannot be told), in euros."""

    stand_per: date | None
    laatste: int | None
    nu: dict[tuple[str, int], float]
    verwacht: dict[tuple[str, int], float | None]
    spreiding: dict[tuple[str, int], tuple[float, bool]]
    zonder: set[str]
    stromen: list[Stroom]
    eerder: int = 0

    @property
    def jong(self) -> int:
        return self.stand_per.year * 12 + self.stand_per.month - 4 if self.stand_per else 0

    def deel(self, segment: str, maand: int) -> float | None:
        sleutel = (segment, maand + self.eerder)
        if self.verwacht.get(sleutel, 0.0) is None:
            return None
        return self._deel([segment], maand + self.eerder)

    def samen(self, f: Filter, maanden: Iterable[int]) -> float | None:
        """The completeness of some months of the segments of a selection together; None when not known."""
        gekozen = self._segmenten(f)
        cellen = [(s, m + self.eerder) for s in gekozen for m in maanden]
        if any(self.verwacht.get(cel, 0.0) is None for cel in cellen):
            return None
        nu, verwacht = (sum(van.get(c, 0.0) or 0.0 for c in cellen) for van in (self.nu, self.verwacht))
        return min(100.0, max(0.0, 100 * nu / verwacht)) if verwacht > 0.005 else 100.0

    def _segmenten(self, f: Filter) -> set[str]:
        gekozen = {s for s, _ in self.nu if not f.segment or s in f.segment}
        if f.product:
            gekozen &= set(PRODUCTEN[PRODUCTEN["product"].isin(f.product)]["segment"])
        return gekozen

    def _deel(self, segmenten: Iterable[str], maand: int) -> float:
        nu = sum(self.nu.get((s, maand), 0.0) for s in segmenten)
        verwacht = sum(self.verwacht.get((s, maand), 0.0) or 0.0 for s in segmenten)
        return min(100.0, max(0.0, 100 * nu / verwacht)) if verwacht > 0.005 else 100.0

    def voorlopig(self, segment: str, maand: int) -> bool:
        deel = self.deel(segment, maand)
        return maand + self.eerder >= self.jong if deel is None else deel < 95

    def vanaf(self, f: Filter) -> int:
        """The first voorlopige month of a selection."""
        if self.laatste is None:
            return -self.eerder
        gekozen = self._segmenten(f)
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


@dataclass(frozen=True)
class Eind:
    """What a month comes to, how sure that is, and whether it goes by the arrangementen in care."""

    verwacht: float
    variantie: float
    cape_cod: bool


@dataclass(frozen=True)
class Ketting:
    """The steps of a triangle from column `begin` to `eind`: factors, Mack's variances, what they rest on."""

    begin: int
    eind: int
    factor: dict[int, float]
    sigma2: dict[int, float]
    som: dict[int, float]

    def carry(self, bedrag: float, k: int) -> tuple[float, float]:
        """An amount known at column k carried to the end, with its squared error (Mack's recursion)."""
        fout = 0.0
        for stap in range(k, self.eind):
            f, s2 = self.factor[stap], self.sigma2[stap]
            fout = f**2 * fout + s2 * abs(bedrag) + bedrag**2 * s2 / self.som[stap]
            bedrag *= f
        return bedrag, fout

    def deel(self, k: int) -> float:
        return 1 / self.carry(1.0, k)[0]

    def ruis(self, k: int) -> float:
        return sum(self.sigma2[s] / (self.factor[s] ** 2 * self.som[s]) for s in range(k, self.eind))


def ketting(cellen: Cellen, maanden: list[int]) -> Ketting | None:
    paren = [[m for m in maanden if {(m, k), (m, k + 1)} <= cellen.keys()] for k in range(BREED)]
    eind = next((k for k in range(BREED) if len(paren[k]) < 3), BREED)
    if eind < 6:
        return None
    recent = [rij[-OORSPRONGEN:] for rij in paren]
    som = [[sum(cellen[m, k + n] for m in recent[k]) for n in (0, 1)] for k in range(eind)]
    begin = max((k + 1 for k in range(eind) if min(som[k]) < 0.005), default=0)
    factor = {k: som[k][1] / som[k][0] for k in range(begin, eind)}
    sigma2: dict[int, float] = {}
    for k, f in factor.items():
        weegt = [(cellen[m, k], cellen[m, k + 1]) for m in recent[k] if cellen[m, k] > 0]
        if len(weegt) > 1:
            sigma2[k] = sum(a * (b / a - f) ** 2 for a, b in weegt) / (len(weegt) - 1)
        elif k - 2 in sigma2:
            een, twee = sigma2[k - 1], sigma2[k - 2]
            sigma2[k] = min(een**2 / twee, twee, een) if twee > 0 else 0.0
        else:
            sigma2[k] = sigma2.get(k - 1, 0.0)
    return Ketting(begin, eind, factor, sigma2, {k: som[k][0] for k in factor})


def verwachting(
    nu: dict[int, float], cellen: Cellen, lopend: Callable[[int], int], laatste: int
) -> dict[int, Eind] | None:
    """Per month what it comes to; None when the history is too short."""
    maanden = list(range(min(nu), laatste + 1))
    cellen = {(m, k): c for (m, k), c in cellen.items() if m <= laatste}
    keten = ketting(cellen, maanden)
    if keten is None:
        return None
    stand = {
        m: max((k for k in range(keten.begin, keten.eind + 1) if (m, k) in cellen), default=None)
        for m in maanden
    }
    bekend = {m: cellen[m, k] if (k := stand[m]) is not None else 0.0 for m in maanden}
    deel = {m: keten.deel(k) if (k := stand[m]) is not None else 0.0 for m in maanden}
    kaal = {
        m: keten.carry(bekend[m], k) if (k := stand[m]) is not None else (nu.get(m, 0.0), 0.0)
        for m in maanden
    }
    telt = [m for m in maanden if lopend(m - 3) > 0 and deel[m] > 0][-OORSPRONGEN:]
    grondslag = sum(lopend(m - 3) * deel[m] for m in telt)
    prijs = sum(bekend[m] for m in telt) / grondslag if grondslag else 0.0
    rijp = [m for m in telt if deel[m] >= JONG]
    phi = sum(lopend(m - 3) * (kaal[m][0] / lopend(m - 3) - prijs) ** 2 for m in rijp) / max(len(rijp) - 1, 1)
    uit = {}
    for m in maanden:
        (eind, fout), e, p = kaal[m], lopend(m - 3), deel[m]
        cape_cod = (p < JONG or bekend[m] <= 0) and e > 0 and prijs > 0 and len(rijp) >= 3
        if cape_cod:
            open_ = (1 - p) * e
            eind = bekend[m] + open_ * prijs
            ruis = keten.ruis(k) if (k := stand[m]) is not None else 0.0
            fout = abs(open_) * phi + open_**2 * phi / grondslag + (e * prijs * p) ** 2 * ruis
        if nu.get(m, 0.0) > bekend[m]:
            eind = max(eind, nu.get(m, 0.0))
        if stand[m] == keten.eind:
            eind, fout = nu.get(m, 0.0), 0.0
        uit[m] = Eind(eind, fout, cape_cod)
    return uit


def naijl(
    bronnen: list[Bron], alle: list[Rij], lopend: Callable[[str, int], int], laatste: int | None
) -> Naijl:
    """The completeness of all segments; `lopend` gives the arrangementen in care per segment and month."""
    dagen = [lev["stand_per"] for b in bronnen for lev in b.leveringen.values()]
    uit = Naijl(max(dagen, default=None), laatste, {}, {}, {}, set(), [])
    for bron in bronnen:
        for segment in sorted({r["segment"] for r in alle}):
            bekend, cellen = stroom(bron, segment, alle)
            if not bekend or laatste is None or min(bekend) > laatste:
                continue
            stroom_ = Stroom(segment, bekend, cellen, lambda m, s=segment: lopend(s, m))
            uit.stromen.append(stroom_)
            geschat = verwachting(bekend, cellen, stroom_.lopend, laatste)
            for m in range(min(bekend), laatste + 1):
                plek = (segment, m)
                uit.nu[plek] = uit.nu.get(plek, 0.0) + bekend.get(m, 0.0)
                oud = uit.verwacht.get(plek, 0.0)
                uit.verwacht[plek] = None if geschat is None or oud is None else oud + geschat[m].verwacht
                if geschat is not None:
                    variantie, cape_cod = uit.spreiding.get(plek, (0.0, False))
                    uit.spreiding[plek] = (variantie + geschat[m].variantie, cape_cod or geschat[m].cape_cod)
            if geschat is None:
                uit.zonder.add(segment)
    return uit


# The tables ------------------------------------------------------------------------------------

MARGE = 1.2816
METHODEN = {False: "wat eerdere maanden lieten zien", True: "lopende arrangementen"}
Telling = Callable[[str | None, int], tuple[int, int, float]]
"""For a segment (None: the chosen ones together) and month: zorgmaanden, unieke jeugdigen, kosten."""


def per_maand(g: Naijl, segmenten: list[str], maanden: list[int], tel: Telling) -> list[Rij]:
    uit = []
    for m in maanden:
        for segment in segmenten:
            verwacht = g.verwacht.get((segment, m), 0.0)
            nog = None if verwacht is None else verwacht - g.nu.get((segment, m), 0.0)
            heeft, jeugdigen, kosten = tel(segment, m)
            if not heeft and (nog is None or abs(nog) <= 0.005):
                continue
            variantie, cape_cod = g.spreiding.get((segment, m), (0.0, False))
            fout, eind = MARGE * variantie**0.5, None if nog is None else kosten + nog
            uit.append(
                {
                    "maand": maand_iso(m),
                    "segment": segment,
                    "jeugdigen": jeugdigen,
                    "kosten": kosten,
                    "nog_te_declareren": nog,
                    "eindstand": eind,
                    "eindstand_laag": None if eind is None else eind - fout,
                    "eindstand_hoog": None if eind is None else eind + fout,
                    "volledigheid": g.deel(segment, m),
                    "voorlopig": g.voorlopig(segment, m),
                    "methode": "te weinig geschiedenis" if nog is None else METHODEN[cape_cod],
                }
            )
    return uit


def driehoek(g: Naijl, segmenten: list[str], maanden: list[int], tel: Telling) -> list[Rij]:
    uit = []
    gekozen = [s for s in g.stromen if s.segment in segmenten]
    for m in maanden[-24:]:
        eind = [g.verwacht.get((s, m), 0.0) for s in segmenten]
        heel = None if None in eind else sum(e or 0.0 for e in eind)
        jeugdigen = tel(None, m)[1]
        for na in range(13) if jeugdigen and gekozen else ():
            delen = [s.cellen.get((m, na)) if m >= min(s.nu) else 0.0 for s in gekozen]
            if None in delen:
                continue
            kosten = sum(d or 0.0 for d in delen)
            deel = min(100.0, max(0.0, 100 * kosten / heel)) if heel is not None and heel > 0 else None
            rij = {"maand": maand_iso(m), "na": na, "jeugdigen": jeugdigen, "kosten": kosten}
            uit.append(rij | {"aandeel_gedeclareerd": deel})
    return uit


def terugblik(g: Naijl, segmenten: list[str], maanden: list[int], tel: Telling) -> list[Rij]:
    """Every estimate again, of the triangle without the cells that were not known then."""
    som: dict[tuple[int, int], list[float]] = {}
    grens = g.vanaf(Filter())
    for s in g.stromen:
        assert g.laatste is not None
        nu = verwachting(s.nu, s.cellen, s.lopend, g.laatste)
        for tot in range(g.laatste - 12, g.laatste + 1) if nu is not None and s.segment in segmenten else ():
            toen = {(m, k): c for (m, k), c in s.cellen.items() if m + k <= tot and m <= tot}
            if tot < min(s.nu):
                continue
            bekend = {m: s.bekend_op(m, tot) for m in range(min(s.nu), tot + 1)}
            geschat = verwachting(bekend, toen, s.lopend, tot)
            for m in range(max(tot - 5, min(s.nu)), min(tot + 1, grens)) if geschat is not None else ():
                eind = geschat[m]
                cijfers = [bekend[m], eind.verwacht, eind.variantie, s.nu.get(m, 0.0), nu[m].verwacht]
                oud = som.get((m, tot - m), [0.0] * 5)
                som[m, tot - m] = [a + b for a, b in zip(oud, cijfers, strict=True)]
    uit = []
    for (m, na), (bekend_, verwacht, variantie, nu_, eind_) in sorted(som.items()):
        if m not in maanden:
            continue
        marge, verschil = MARGE * variantie**0.5, verwacht - eind_
        uit.append(
            {
                "maand": maand_iso(m),
                "na": na,
                "jeugdigen": tel(None, m)[1],
                "bekend_toen": bekend_,
                "geschat": verwacht,
                "geschat_laag": verwacht - marge,
                "geschat_hoog": verwacht + marge,
                "kosten": nu_,
                "eindstand": eind_,
                "fout": 100 * verschil / eind_ if eind_ > 0 else None,
                "binnen": abs(verschil) <= marge + 0.005,
            }
        )
    return uit


def trefzekerheid(rijen: list[Rij]) -> list[Rij]:
    uit = []
    for na in sorted({r["na"] for r in rijen}):
        deze = [r for r in rijen if r["na"] == na]
        fouten, eind = [r["geschat"] - r["eindstand"] for r in deze], sum(r["eindstand"] for r in deze)
        uit.append(
            {
                "na": na,
                "schattingen": len(deze),
                "gemiddelde_fout": 100 * sum(map(abs, fouten)) / eind if eind > 0 else None,
                "scheefheid": 100 * sum(fouten) / eind if eind > 0 else None,
                "dekking": 100 * sum(r["binnen"] for r in deze) / len(deze),
            }
        )
    return uit


def laat(regels: list[Rij], maanden: list[int], jeugdigen: Callable[[str], int]) -> list[Rij]:
    """Per aanbieder how late its lines in these months came in; `regels` those in force that count."""
    uit = []
    gedateerd = [r for r in regels if r["d"] is not None and r["bedrag"] > 0 and r["m"] in maanden]
    for naam in sorted({r["aanbieder"] for r in gedateerd}):
        eigen = [(max(r["d"] - r["m"], 0), r["bedrag"]) for r in gedateerd if r["aanbieder"] == naam]
        alles, te_laat = sum(b for _, b in eigen), sum(b for na, b in eigen if na > 2)
        uit.append(
            {
                "aanbieder": naam,
                "jeugdigen": jeugdigen(naam),
                "gedeclareerd": alles,
                # Of an even number the earlier of the middle two: then half of them is in.
                "mediaan_na": sorted(na for na, _ in eigen)[(len(eigen) - 1) // 2],
                "laat": te_laat,
                "aandeel_laat": 100 * te_laat / alles,
            }
        )
    return uit
