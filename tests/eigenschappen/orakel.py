"""The figures a second time: slow, obvious Python over readable lines, by the definitions.

Nothing here looks at how core.cijfers does it. A line is a dict as tests/conftest.py takes it
(`maak_database`); a table is a list of dicts with the columns of the registry.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from core.begrippen import LEEFTIJDEN, VERWIJZERGROEP
from core.filters import Filter
from core.opmaak import maand_iso, maand_uit_iso
from tests.conftest import BEVOLKING, BUURTEN, PRODUCTEN
from tests.eigenschappen import orakel_naijl
from tests.eigenschappen.orakel_naijl import Bron, Naijl, naijl

Rij = dict[str, Any]
BEKOSTIGING = {(r.segment, r.product): r.bekostiging for r in PRODUCTEN.itertuples()}
WIJK = {r.naam: r.wijk for r in BUURTEN.itertuples()} | {
    "Buiten gemeente": "Buiten gemeente",
    "Onbekend": "Onbekend",
}
NAAM = {r.buurtcode: r.naam for r in BUURTEN.itertuples()}
CODE = {naam: code for code, naam in NAAM.items()}
INWONERS: dict[tuple[str, int], int] = {}
for _r in BEVOLKING.itertuples():
    INWONERS[NAAM[_r.buurtcode], _r.jaar] = INWONERS.get((NAAM[_r.buurtcode], _r.jaar), 0) + _r.aantal


@dataclass(frozen=True)
class Zorgmaand:
    """The fact, in words. `bedrag` in cents, months as maandnummers."""

    jeugdige: str
    toewijzing: str | None
    aanbieder: str
    segment: str
    product: str
    maand: int
    bedrag: int
    in_zorg: bool
    buurt: str
    verwijzer: str
    intensiteit: str
    duur: str
    leveringsvorm: str
    geslacht: str
    geboortemaand: int | None

    @property
    def jaar(self) -> int:
        return self.maand // 12

    @property
    def wijk(self) -> str:
        return WIJK[self.buurt]


@dataclass(frozen=True)
class Gegevens:
    """All zorgmaanden, with what their months come to.

    `regels` are the counted lines in force, with their months as numbers (m, and d of the declaration);
    `periode` are the months that are told of, those from the first to the last zorgmaand when None;
    `mist` the bronnen of which a month cannot be told.
    """

    zorgmaanden: list[Zorgmaand]
    naijl: Naijl
    regels: list[Rij] = field(default_factory=list)
    periode: list[int] | None = None
    mist: dict[int, set[str]] = field(default_factory=dict)

    def maanden(self) -> list[int]:
        if self.periode is not None:
            return self.periode
        alle = [z.maand for z in self.zorgmaanden]
        return list(range(min(alle), max(alle) + 1)) if alle else []


# From lines to zorgmaanden ---------------------------------------------------------------------


def lees(regels: list[Rij], leveringen: list[Rij]) -> Gegevens:
    """The lines in force, summed to zorgmaanden."""
    telt = in_gebruik(leveringen)
    geldig = in_kracht(regels, telt)
    zorgmaanden = _zorgmaanden(geldig, _personen(geldig))
    toegekend = [_genummerd(r) for r in geldig if r["status"] == "toegekend"]
    alle = [_genummerd(r) for r in regels if r["levering"] in telt]
    return Gegevens(zorgmaanden, _naijl(alle, toegekend, telt, zorgmaanden), toegekend)


def _genummerd(regel: Rij) -> Rij:
    return regel | {"m": maand_uit_iso(regel["leveringsmaand"]), "d": _maand(regel["declaratiemaand"])}


def _naijl(
    alle: list[Rij], toegekend: list[Rij], telt: dict[int, Rij], zorgmaanden: list[Zorgmaand]
) -> Naijl:
    bronnen = []
    for naam in sorted({lev["bron"] for lev in telt.values()}):
        van = {n: lev for n, lev in telt.items() if lev["bron"] == naam}
        bronnen.append(Bron(naam, van, [r for r in toegekend if r["levering"] in van]))

    def lopend(segment: str, maand: int) -> int:
        in_zorg = [z for z in zorgmaanden if z.in_zorg and (z.segment, z.maand) == (segment, maand)]
        return len({(z.jeugdige, z.product, z.aanbieder, z.toewijzing) for z in in_zorg})

    return naijl(bronnen, alle, lopend, max((z.maand for z in zorgmaanden), default=None))


def in_gebruik(leveringen: list[Rij]) -> dict[int, Rij]:
    """By number, the leveringen that count: demo ones only when nothing is real."""
    actief = [lev for lev in leveringen if lev["actief"]]
    if any(not lev["demo"] for lev in actief):
        actief = [lev for lev in actief if not lev["demo"]]
    return {lev["nummer"]: lev for lev in actief}


def in_kracht(regels: list[Rij], telt: dict[int, Rij]) -> list[Rij]:
    """The lines of these leveringen that no later one of them replaced."""
    genummerd = [r | {"rij": n} for n, r in enumerate(regels, 1) if r["levering"] in telt]
    genummerd.sort(key=lambda r: (r["levering"], r["rij"]))
    return [r for r in genummerd if not _vervangen(r, genummerd, telt)]


def _personen(geldig: list[Rij]) -> dict[str, Rij]:
    return {
        naam: {
            "geboortemaand": _laatste(r["geboortemaand"] for r in rijen),
            "geslacht": _laatste(r["geslacht"] for r in rijen) or "onbekend",
        }
        for naam, rijen in _groepen(geldig, lambda r: r["jeugdige"]).items()
    }


def _zorgmaanden(geldig: list[Rij], persoon: dict[str, Rij]) -> list[Zorgmaand]:
    toegekend = [r for r in geldig if r["status"] == "toegekend"]
    groepen = _groepen(
        toegekend,
        lambda r: (
            r["jeugdige"],
            r["toewijzing"],
            r["aanbieder"],
            r["segment"],
            r["product"],
            r["leveringsmaand"],
        ),
    )
    return [_zorgmaand(rijen, persoon[rijen[0]["jeugdige"]]) for rijen in groepen.values()]


def _vervangen(regel: Rij, regels: list[Rij], telt: dict[int, Rij]) -> bool:
    """Whether a later levering of the same bron took the place of this month."""
    return any(
        telt[r["levering"]]["wijze"] == "vervang"
        and telt[r["levering"]]["bron"] == telt[regel["levering"]]["bron"]
        and r["leveringsmaand"] == regel["leveringsmaand"]
        and r["levering"] > regel["levering"]
        for r in regels
    )


def _zorgmaand(rijen: list[Rij], persoon: Rij) -> Zorgmaand:
    eerste = rijen[0]
    debet = [_debet(r) for r in rijen]
    bedrag = sum(round(r["bedrag"] * 100) for r in rijen)
    if BEKOSTIGING[eerste["segment"], eerste["product"]] == "declaratie":
        in_zorg = bedrag > 0
    else:
        in_zorg = debet.count(True) > debet.count(False)
    # "The last value, debit lines before credits": a credit speaks only when no debit line does.
    volgorde = sorted(
        rijen, key=lambda r: (_debet(r), _maand(r["declaratiemaand"]) or 0, r["levering"], r["rij"])
    )

    def kenmerk(naam: str, anders: str) -> str:
        return _laatste(r[naam] for r in volgorde) or anders

    buurt = kenmerk("buurt", "Onbekend")
    return Zorgmaand(
        jeugdige=eerste["jeugdige"],
        toewijzing=eerste["toewijzing"],
        aanbieder=eerste["aanbieder"],
        segment=eerste["segment"],
        product=eerste["product"],
        maand=maand_uit_iso(eerste["leveringsmaand"]),
        bedrag=bedrag,
        in_zorg=in_zorg,
        buurt=NAAM.get(buurt, buurt),
        verwijzer=kenmerk("verwijzer", "Onbekend"),
        intensiteit=kenmerk("intensiteit", "onbekend"),
        duur=kenmerk("duur", "onbekend"),
        leveringsvorm=kenmerk("leveringsvorm", "onbekend"),
        geslacht=persoon["geslacht"],
        geboortemaand=_maand(persoon["geboortemaand"]),
    )


def _debet(regel: Rij) -> bool:
    return regel["bedrag"] >= 0 if regel["debet"] is None else regel["debet"]


def _maand(tekst: str | None) -> int | None:
    return None if tekst is None else maand_uit_iso(tekst)


def _laatste(waarden: Iterable[Any]) -> Any:
    gevuld = [w for w in waarden if w is not None]
    return gevuld[-1] if gevuld else None


def _groepen(rijen: Iterable[Any], sleutel: Callable[[Any], Any]) -> dict[Any, list[Any]]:
    uit: dict[Any, list[Any]] = {}
    for rij in rijen:
        uit.setdefault(sleutel(rij), []).append(rij)
    return uit


# What was known a year before ------------------------------------------------------------------

WEEK = timedelta(days=7)


def lees_toen(regels: list[Rij], leveringen: list[Rij]) -> Gegevens:
    """The same months as they were known a year before each bron was last delivered."""
    telt, nu = in_gebruik(leveringen), lees(regels, leveringen)
    geldig = in_kracht(regels, telt)
    alle = nu.maanden()
    vroegst = nu.naijl.jong - 12  # no month before it can be voorlopig
    nodig = [m - 12 for m in alle if m >= vroegst - 11 and m - 12 in alle]
    if not alle or alle[-1] < vroegst:
        nodig = []
    bekend: list[Rij] = []
    mist: dict[int, set[str]] = {}
    for bron in {lev["bron"] for lev in telt.values()}:
        van_bron = {n: lev for n, lev in telt.items() if lev["bron"] == bron}
        for maand in nodig:
            rijen = _bekend_toen(regels, [r for r in geldig if r["levering"] in van_bron], van_bron, maand)
            if rijen is None:
                mist.setdefault(maand, set()).add(bron)
            bekend += rijen or []
    bekend.sort(key=lambda r: (r["levering"], r["rij"]))
    personen = _personen(bekend) | _personen(geldig)
    return Gegevens(_zorgmaanden(bekend, personen), replace(nu.naijl, eerder=12), [], nodig, mist)


def _bekend_toen(
    regels: list[Rij], geldig: list[Rij], van_bron: dict[int, Rij], maand: int
) -> list[Rij] | None:
    """The lines of one bron and month that were known then; None where that cannot be told."""
    nu = max(lev["stand_per"] for lev in van_bron.values())
    toegekend = [r for r in geldig if r["status"] == "toegekend"]
    oud = [r for r in toegekend if _maand(r["leveringsmaand"]) == maand]
    nieuw = [r for r in toegekend if _maand(r["leveringsmaand"]) == maand + 12]
    if all(r["declaratiemaand"] for r in oud or nieuw):
        laatste = max(m for m in range(nu.year * 12 - 1, nu.year * 12 + 12) if _einde(m) - nu <= WEEK)
        te_nieuw = [r for r in nieuw if (_maand(r["declaratiemaand"]) or 99999) > laatste]
        if te_nieuw and nu - _einde(laatste) > WEEK:
            return None
        rijen = [r for r in geldig if _maand(r["leveringsmaand"]) == maand]
        return [r for r in rijen if (_maand(r["declaratiemaand"]) or 0) <= laatste - 12]
    dag = date(nu.year - 1, nu.month, nu.day)
    standen = [lev["stand_per"] for lev in van_bron.values() if abs(lev["stand_per"] - dag) <= WEEK]
    toenmalig = {n: lev for n, lev in van_bron.items() if standen and lev["stand_per"] <= max(standen)}
    rijen = [r for r in in_kracht(regels, toenmalig) if _maand(r["leveringsmaand"]) == maand]
    if not standen or (oud and not any(r["status"] == "toegekend" for r in rijen)):
        return None
    return rijen


def _einde(maand: int) -> date:
    """The last day of a month."""
    return date((maand + 1) // 12, (maand + 1) % 12 + 1, 1) - timedelta(days=1)


# The selection ---------------------------------------------------------------------------------


def leeftijd_in(persoon: list[Zorgmaand]) -> int | None:
    """The age of one jeugdige within these zorgmaanden: end of the last month in care."""
    in_zorg = [z.maand for z in persoon if z.in_zorg] or [z.maand for z in persoon]
    return leeftijd_op(persoon[0].geboortemaand, max(in_zorg))


def leeftijd_op(geboortemaand: int | None, maand: int) -> int | None:
    if geboortemaand is None or geboortemaand > maand:
        return None
    return (maand - geboortemaand) // 12


def klassenaam(leeftijd: int | None, f: Filter) -> str:
    for klasse in LEEFTIJDEN[f.leeftijdsindeling]:
        if leeftijd is not None and klasse.van <= leeftijd and (klasse.tot is None or leeftijd <= klasse.tot):
            return klasse.naam
    return "onbekend"


def leeftijd_gekozen(leeftijd: int | None, f: Filter) -> bool:
    if not f.leeftijd:
        return True
    if leeftijd is None:
        return "onbekend" in f.leeftijd
    return any(
        klasse.naam in f.leeftijd
        and klasse.van <= leeftijd
        and (klasse.tot is None or leeftijd <= klasse.tot)
        for klassen in LEEFTIJDEN.values()
        for klasse in klassen
    )


def past(z: Zorgmaand, f: Filter) -> bool:
    """All filters but the period and leeftijd."""
    namen = (
        "segment",
        "product",
        "aanbieder",
        "wijk",
        "buurt",
        "intensiteit",
        "duur",
        "verwijzer",
        "geslacht",
    )
    return all(
        not getattr(f, naam) or getattr(z, naam) in getattr(f, naam) for naam in (*namen, "leveringsvorm")
    )


def in_periode(maand: int, f: Filter) -> bool:
    return (
        (not f.jaar or maand // 12 in f.jaar)
        and (not f.maand or maand % 12 + 1 in f.maand)
        and (f.van is None or maand >= f.van)
        and (f.tot is None or maand <= f.tot)
    )


def kies(
    g: Gegevens, f: Filter, binnen: Callable[[Zorgmaand], Any] = lambda z: None, maanden: Any = None
) -> list[Zorgmaand]:
    """The zorgmaanden of the selection; an age is that within the same value of `binnen`."""
    zonder = [
        z
        for z in g.zorgmaanden
        if past(z, f) and (in_periode(z.maand, f) if maanden is None else z.maand in maanden)
    ]
    uit = []
    for rijen in _groepen(zonder, lambda z: (z.jeugdige, binnen(z))).values():
        if leeftijd_gekozen(leeftijd_in(rijen), f):
            uit += rijen
    return uit


def uniek(rijen: Iterable[Zorgmaand]) -> int:
    return len({z.jeugdige for z in rijen if z.in_zorg})


def euro(rijen: Iterable[Zorgmaand]) -> float:
    return sum(z.bedrag for z in rijen) / 100


def toewijzingen(rijen: Iterable[Zorgmaand]) -> int:
    return len({z.toewijzing for z in rijen if z.in_zorg and z.toewijzing is not None})


def paren(rijen: Iterable[Zorgmaand]) -> int:
    return len({(z.jeugdige, z.maand) for z in rijen if z.in_zorg})


def deel(teller: float, noemer: float) -> float | None:
    return teller / noemer if noemer else None


# The tables ------------------------------------------------------------------------------------


def kerncijfers(g: Gegevens, f: Filter) -> list[Rij]:
    if not g.maanden():
        return []
    rijen = kies(g, f)
    periode = [m for m in g.maanden() if in_periode(m, f)]
    volledig = [m for m in periode if m < g.naijl.vanaf(f)]
    per_maand = [uniek(z for z in rijen if z.maand == m) for m in volledig]
    hele_jaren = all(jaar * 12 + n in periode for jaar in {m // 12 for m in periode} for n in range(12))
    alleen_segment = set(f.actief()) <= {"jaar", "maand", "segment"}
    gedeclareerd = any(BEKOSTIGING[z.segment, z.product] == "declaratie" for z in rijen)
    per_jeugdige = deel(euro(rijen), uniek(rijen))
    return [
        {
            "jeugdigen": uniek(rijen),
            "gemiddeld_in_zorg": statistics.mean(per_maand) if per_maand else None,
            "kosten": euro(rijen),
            "kosten_per_jeugdige": per_jeugdige if gedeclareerd or (hele_jaren and alleen_segment) else None,
            "kosten_per_zorgmaand": deel(euro(rijen), paren(rijen)),
            "arrangementen": toewijzingen(rijen),
        }
    ]


def niveaus(rijen: list[Zorgmaand]) -> list[tuple[Rij, list[Zorgmaand]]]:
    """The rows of totaal, every segment and every product, each with what belongs in it."""
    uit = [({"niveau": "totaal", "segment": None, "product": None}, rijen)] if rijen else []
    for segment, deel_ in _groepen(rijen, lambda z: z.segment).items():
        uit.append(({"niveau": "segment", "segment": segment, "product": None}, deel_))
    for (segment, product), deel_ in _groepen(rijen, lambda z: (z.segment, z.product)).items():
        uit.append(({"niveau": "product", "segment": segment, "product": product}, deel_))
    return uit


def jeugdigen_per_product(g: Gegevens, f: Filter) -> list[Rij]:
    return [
        kop
        | {
            "jaar": jaar,
            "jeugdigen": uniek(deel_),
            "arrangementen": toewijzingen(deel_),
            "kosten": euro(deel_),
        }
        for jaar, rijen in _groepen(kies(g, f, lambda z: z.jaar), lambda z: z.jaar).items()
        for kop, deel_ in niveaus(rijen)
    ]


def segmenten(g: Gegevens, f: Filter) -> list[Rij]:
    return [kop | {"jeugdigen": uniek(deel_), "kosten": euro(deel_)} for kop, deel_ in niveaus(kies(g, f))]


def leeftijd_per_product(g: Gegevens, f: Filter) -> list[Rij]:
    rijen = kies(g, f)
    klasse = klasse_per_jeugdige(rijen, f)
    return [
        kop | {"leeftijd": naam, "jeugdigen": uniek(deel_), "kosten": euro(deel_)}
        for kop, alle in niveaus(rijen)
        for naam, deel_ in _groepen(alle, lambda z: klasse[z.jeugdige]).items()
    ]


def klasse_per_jeugdige(rijen: list[Zorgmaand], f: Filter) -> dict[str, str]:
    return {wie: klassenaam(leeftijd_in(r), f) for wie, r in _groepen(rijen, lambda z: z.jeugdige).items()}


def leeftijd_geslacht(g: Gegevens, f: Filter) -> list[Rij]:
    rijen = kies(g, f)
    klasse = klasse_per_jeugdige(rijen, f)
    return [
        {"leeftijd": naam, "geslacht": geslacht, "jeugdigen": uniek(deel_)}
        for (naam, geslacht), deel_ in _groepen(rijen, lambda z: (klasse[z.jeugdige], z.geslacht)).items()
    ]


def aanbieders(g: Gegevens, f: Filter) -> list[Rij]:
    rijen = kies(g, f)
    groepen = _groepen(rijen, lambda z: z.aanbieder)
    volgorde = sorted(groepen, key=lambda naam: (-euro(groepen[naam]), naam))
    uit, tot_hier = [], 0.0
    for rang, naam in enumerate(volgorde, 1):
        kosten = euro(groepen[naam])
        tot_hier += kosten
        uit.append(
            {
                "rang": rang,
                "aanbieder": naam,
                "jeugdigen": uniek(groepen[naam]),
                "kosten": kosten,
                "aandeel": deel(100 * kosten, euro(rijen)),
                "cumulatief": deel(100 * tot_hier, euro(rijen)),
            }
        )
    return uit


def aanbieder_segment(g: Gegevens, f: Filter) -> list[Rij]:
    return [
        {"aanbieder": aanbieder, "segment": segment, "jeugdigen": uniek(r), "kosten": euro(r)}
        for (aanbieder, segment), r in _groepen(kies(g, f), lambda z: (z.aanbieder, z.segment)).items()
    ]


def aanbieder_product(g: Gegevens, f: Filter) -> list[Rij]:
    return [
        {
            "aanbieder": aanbieder,
            "segment": segment,
            "product": product,
            "jeugdigen": uniek(r),
            "kosten": euro(r),
            "kosten_per_jeugdige": deel(euro(r), uniek(r))
            if BEKOSTIGING[segment, product] == "declaratie"
            else None,
            "kosten_per_zorgmaand": deel(euro(r), paren(r)),
        }
        for (aanbieder, segment, product), r in _groepen(
            kies(g, f), lambda z: (z.aanbieder, z.segment, z.product)
        ).items()
    ]


def kosten_per_maand(g: Gegevens, f: Filter) -> list[Rij]:
    rijen = kies(g, f, lambda z: z.maand)
    return [
        {
            "maand": maand_iso(maand),
            "segment": segment,
            "jeugdigen": uniek(r),
            "kosten": euro(r),
            "volledigheid": g.naijl.deel(segment, maand),
            "voorlopig": g.naijl.voorlopig(segment, maand),
        }
        for (maand, segment), r in _groepen(rijen, lambda z: (z.maand, z.segment)).items()
    ]


def jeugdigen_per_maand(g: Gegevens, f: Filter) -> list[Rij]:
    rijen = kies(g, f, lambda z: z.maand)
    return [
        {
            "maand": maand_iso(m),
            "jeugdigen": uniek(z for z in rijen if z.maand == m),
            "kosten": euro(z for z in rijen if z.maand == m),
            "voorlopig": m >= g.naijl.vanaf(f),
        }
        for m in g.maanden()
        if rijen and in_periode(m, f)
    ]


def buurten(g: Gegevens, f: Filter) -> list[Rij]:
    rijen = kies(g, f)
    gekozen = [b for b in CODE if (not f.buurt or b in f.buurt) and (not f.wijk or WIJK[b] in f.wijk)]
    jaren = sorted({m // 12 for m in g.maanden() if in_periode(m, f)})
    uit = []

    def rij(kop: Rij, deel_: list[Zorgmaand], gebied: list[str]) -> None:
        cijfers, bekend = [], []
        for jaar in jaren:
            aantallen = [INWONERS.get((b, jaar)) for b in gebied]
            if aantallen and None not in aantallen:
                cijfers.append(1000 * len(onder_18(rijen, deel_, jaar)) / sum(aantallen))
                bekend.append(sum(aantallen))
        uit.append(
            kop
            | {
                "jeugdigen": uniek(deel_),
                "kosten": euro(deel_),
                "jeugd_0_17": bekend[-1] if bekend else None,
                "per_1000": statistics.mean(cijfers) if cijfers else None,
            }
        )

    if rijen:
        rij({"niveau": "totaal", "wijk": None, "buurtcode": None, "buurt": None}, rijen, gekozen)
    for wijk, deel_ in _groepen(rijen, lambda z: z.wijk).items():
        gebied = [b for b in gekozen if WIJK[b] == wijk]
        rij({"niveau": "wijk", "wijk": wijk, "buurtcode": None, "buurt": None}, deel_, gebied)
    for buurt, deel_ in _groepen(rijen, lambda z: z.buurt).items():
        kop = {"niveau": "buurt", "wijk": WIJK[buurt], "buurtcode": CODE.get(buurt), "buurt": buurt}
        rij(kop, deel_, [b for b in gekozen if b == buurt])
    return uit


def onder_18(rijen: list[Zorgmaand], deel_: list[Zorgmaand], jaar: int) -> set[str]:
    """Who in `deel_` was in care in that year, and under 18 in it within the whole selection."""
    uit = set()
    for wie in {z.jeugdige for z in deel_ if z.in_zorg and z.jaar == jaar}:
        leeftijd = leeftijd_in([z for z in rijen if z.jeugdige == wie and z.jaar == jaar])
        if leeftijd is not None and leeftijd < 18:
            uit.add(wie)
    return uit


def intensiteit(g: Gegevens, f: Filter) -> list[Rij]:
    groepen = _groepen(kies(g, f), lambda z: (z.segment, z.product, z.intensiteit, z.duur))
    return [
        {
            "segment": segment,
            "product": product,
            "intensiteit": intens,
            "duur": duur_,
            "jeugdigen": uniek(r),
            "arrangementen": toewijzingen(r),
            "kosten": euro(r),
        }
        for (segment, product, intens, duur_), r in groepen.items()
    ]


def intensiteit_duur(g: Gegevens, f: Filter) -> list[Rij]:
    groepen = _groepen(kies(g, f), lambda z: (z.intensiteit, z.duur))
    return [
        {"intensiteit": intens, "duur": duur_, "arrangementen": toewijzingen(r), "jeugdigen": uniek(r)}
        for (intens, duur_), r in groepen.items()
    ]


def intensiteit_per_jaar(g: Gegevens, f: Filter) -> list[Rij]:
    groepen = _groepen(kies(g, f, lambda z: z.jaar), lambda z: (z.jaar, z.intensiteit, z.duur))
    return [
        {
            "jaar": jaar,
            "intensiteit": intens,
            "duur": duur_,
            "arrangementen": toewijzingen(r),
            "jeugdigen": uniek(r),
        }
        for (jaar, intens, duur_), r in groepen.items()
    ]


def verwijzers(g: Gegevens, f: Filter) -> list[Rij]:
    rijen = kies(g, f)
    return [
        {
            "verwijzer": naam,
            "jeugdigen": uniek(r),
            "kosten": euro(r),
            "aandeel": deel(100 * uniek(r), uniek(rijen)),
        }
        for naam, r in _groepen(rijen, lambda z: z.verwijzer).items()
    ]


def verwijzergroepen(g: Gegevens, f: Filter) -> list[Rij]:
    rijen = kies(g, f)
    groep = {str(v): naam for v, naam in VERWIJZERGROEP.items()}
    return [
        {
            "groep": naam,
            "jeugdigen": uniek(r),
            "kosten": euro(r),
            "aandeel": deel(100 * uniek(r), uniek(rijen)),
        }
        for naam, r in _groepen(rijen, lambda z: groep[z.verwijzer]).items()
    ]


@dataclass(frozen=True)
class Zorgperiode:
    """First and last month in care, with the end of the zorgperiode before it."""

    begin: int
    eind: int
    vorig_eind: int | None


def zorgperioden(g: Gegevens, f: Filter) -> list[Zorgperiode]:
    """At most 3 empty months keep months together; an age is that at the start."""
    uit = []
    selectie = [z for z in g.zorgmaanden if past(z, f) and z.in_zorg]
    for rijen in _groepen(selectie, lambda z: z.jeugdige).values():
        stukken: list[list[int]] = []
        for maand in sorted({z.maand for z in rijen}):
            if stukken and maand - stukken[-1][-1] - 1 <= 3:
                stukken[-1].append(maand)
            else:
                stukken.append([maand])
        for n, stuk in enumerate(stukken):
            if leeftijd_gekozen(leeftijd_op(rijen[0].geboortemaand, stuk[0]), f):
                uit.append(Zorgperiode(stuk[0], stuk[-1], stukken[n - 1][-1] if n else None))
    return uit


def stromen(g: Gegevens, f: Filter) -> list[Rij]:
    perioden, alle = zorgperioden(g, f), g.maanden()

    def stand(m: int) -> int:
        return sum(p.begin <= m <= p.eind for p in perioden)

    uit = []
    for m in alle if perioden else []:
        in_, uit_ = [p for p in perioden if p.begin == m], [p for p in perioden if p.eind == m - 1]
        terug = [p for p in in_ if p.vorig_eind is not None and m - p.vorig_eind - 1 < 60]
        rij = {
            "maand": maand_iso(m),
            "stand_begin": stand(m - 1),
            "instroom": len(in_),
            "herhaald": len(terug),
            "uitstroom": len(uit_),
            "stand_eind": stand(m),
            "voorlopig": m >= g.naijl.vanaf(f) or m > alle[-1] - 3,
        }
        if m == alle[0]:
            rij |= dict.fromkeys(["stand_begin", "instroom", "herhaald", "uitstroom"])
        if in_periode(m, f):
            uit.append(rij)
    return uit


def _duren(g: Gegevens, f: Filter) -> tuple[list[int], list[int]]:
    """Months of the zorgperioden that ended in the period, and of those that run at its end."""
    periode = [m for m in g.maanden() if in_periode(m, f)]
    beeindigd, lopend = [], []
    for p in zorgperioden(g, f):
        if p.eind in periode and p.eind < g.maanden()[-1]:
            beeindigd.append(p.eind - p.begin + 1)
        elif periode and p.begin <= periode[-1] <= p.eind:
            lopend.append(periode[-1] - p.begin + 1)
    return beeindigd, lopend


def duur(g: Gegevens, f: Filter) -> list[Rij]:
    beeindigd, lopend = _duren(g, f)
    klassen = {"≤3": (1, 3), "4-6": (4, 6), "7-12": (7, 12), "13-24": (13, 24), ">24": (25, 9999)}
    return [
        {
            "klasse": naam,
            "beeindigd": sum(van <= n <= tot for n in beeindigd),
            "lopend": sum(van <= n <= tot for n in lopend),
        }
        for naam, (van, tot) in klassen.items()
        if beeindigd or lopend
    ]


def duur_mediaan(g: Gegevens, f: Filter) -> list[Rij]:
    beeindigd, _ = _duren(g, f)
    return [{"beeindigd": len(beeindigd), "mediaan": statistics.median(beeindigd)}] if beeindigd else []


def prijs_volume(g: Gegevens, f: Filter) -> list[Rij]:
    nu = {m for m in g.maanden() if in_periode(m, f) and m - 12 in g.maanden()}
    rijen1, rijen0 = kies(g, f, maanden=nu), kies(g, f, maanden={m - 12 for m in nu})
    uit = []
    for segment, product in {(z.segment, z.product) for z in rijen0 + rijen1}:
        r0, r1 = ([z for z in r if (z.segment, z.product) == (segment, product)] for r in (rijen0, rijen1))
        q0, q1, k0, k1 = uniek(r0), uniek(r1), euro(r0), euro(r1)
        gedeclareerd = BEKOSTIGING[segment, product] == "declaratie"
        p0, p1 = (deel(k0, q0), deel(k1, q1)) if gedeclareerd else (None, None)
        if not gedeclareerd:
            effecten: tuple[float | None, ...] = (None, None, None)
        elif p0 is None or p1 is None:
            effecten = (k1 - k0, 0, 0)
        else:
            effecten = (p0 * (q1 - q0), q0 * (p1 - p0), (p1 - p0) * (q1 - q0))
        namen = ("volume_effect", "kosten_per_jeugdige_effect", "samenloop")
        uit.append(
            {"segment": segment, "product": product, "q0": q0, "p0": p0, "q1": q1, "p1": p1}
            | dict(zip(namen, effecten, strict=True))
        )
    return uit


# Late declarations: orakel_naijl, counted over the selection --------------------------------------


def _naijltabel(maak: Callable[..., list[Rij]]) -> Callable[[Gegevens, Filter], list[Rij]]:
    def tabel(g: Gegevens, f: Filter) -> list[Rij]:
        rijen = kies(g, f, lambda z: z.maand)
        segmenten = sorted(s for s in set(PRODUCTEN["segment"]) if not f.segment or s in f.segment)

        def tel(segment: str | None, maand: int) -> tuple[int, int, float]:
            eigen = [z for z in rijen if z.maand == maand and segment in (None, z.segment)]
            return len(eigen), uniek(eigen), euro(eigen)

        return maak(g.naijl, segmenten, [m for m in g.maanden() if in_periode(m, f)], tel)

    return tabel


def naijl_trefzekerheid(g: Gegevens, f: Filter) -> list[Rij]:
    return orakel_naijl.trefzekerheid(_naijltabel(orakel_naijl.terugblik)(g, f))


def laat_gedeclareerd(g: Gegevens, f: Filter) -> list[Rij]:
    maanden = [m for m in g.maanden() if in_periode(m, f) and m < g.naijl.vanaf(f)]
    maanden = maanden if f.heeft_periode() else maanden[-12:]
    gekozen = [
        r
        for r in g.regels
        if (not f.segment or r["segment"] in f.segment) and (not f.aanbieder or r["aanbieder"] in f.aanbieder)
    ]
    in_zorg = kies(g, f, maanden=set(maanden))
    return orakel_naijl.laat(gekozen, maanden, lambda naam: uniek(z for z in in_zorg if z.aanbieder == naam))


TABELLEN: dict[str, Callable[[Gegevens, Filter], list[Rij]]] = {
    "naijl": _naijltabel(orakel_naijl.per_maand),
    "naijl-driehoek": _naijltabel(orakel_naijl.driehoek),
    "naijl-terugblik": _naijltabel(orakel_naijl.terugblik),
    "naijl-trefzekerheid": naijl_trefzekerheid,
    "laat-gedeclareerd": laat_gedeclareerd,
    # A version that stands alone has no earlier state: tests/core/cijfers/test_veranderd.py has those.
    "veranderd": lambda g, f: [],
    "veranderde-cijfers": lambda g, f: [],
    "kerncijfers": kerncijfers,
    "jeugdigen-per-product": jeugdigen_per_product,
    "leeftijd-per-product": leeftijd_per_product,
    "aanbieders": aanbieders,
    "kosten-per-maand": kosten_per_maand,
    "buurten": buurten,
    "intensiteit": intensiteit,
    "verwijzers": verwijzers,
    "stromen": stromen,
    "duur": duur,
    "prijs-volume": prijs_volume,
    "duur-mediaan": duur_mediaan,
    "segmenten": segmenten,
    "jeugdigen-per-maand": jeugdigen_per_maand,
    "aanbieder-segment": aanbieder_segment,
    "aanbieder-product": aanbieder_product,
    "leeftijd-geslacht": leeftijd_geslacht,
    "intensiteit-duur": intensiteit_duur,
    "intensiteit-per-jaar": intensiteit_per_jaar,
    "verwijzergroepen": verwijzergroepen,
}
