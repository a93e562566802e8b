"""Deviations as a protected table: found in what may be shown, and told in no other numbers.

The tests see the tables per quarter as they are protected for sturing. A quarter that is hidden
there is unknown to them, so nothing that they expect can give it back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from core.cijfers.register import JEUGDIGEN, PER_JEUGDIGE, VOORLOPIG, Kolom, Soort
from core.onthulling.recept import onthoudt_recept
from core.onthulling.tabel import BeveiligdeTabel
from core.opmaak import kwartaal_kort, kwartaal_uit_kort, maand_uit_iso
from core.sturing.signalen import Gevonden, Maat, Reeksen, Signaal

OVER: dict[str, tuple[str, ...]] = {
    "segment": ("segment",),
    "product": ("segment", "product"),
    "aanbieder": ("aanbieder",),
    "buurt": ("wijk", "buurt"),
    "leeftijd": ("leeftijd",),
    "verwijzer": ("verwijzer",),
}
"""The dimensions that are watched, with the columns that name a row of each table `kwartalen-…`."""

_VAN_MAAT = {Maat.JEUGDIGEN: JEUGDIGEN, Maat.KOSTEN_PER_JEUGDIGE: PER_JEUGDIGE}
_KORT = {Maat.JEUGDIGEN: "Jeugdigen", Maat.KOSTEN_PER_JEUGDIGE: "Per jeugdige"}
_GRENZEN = {"verwacht": "verwacht", "laag": "meestal vanaf", "hoog": "meestal tot"}


def _verwacht(maat: Maat) -> tuple[Kolom, ...]:
    soort = _VAN_MAAT[maat].soort
    return tuple(Kolom(f"{maat}_{naam}", f"{_KORT[maat]} {titel}", soort) for naam, titel in _GRENZEN.items())


KOLOMMEN = (
    Kolom("dimensie", "Over", Soort.TEKST),
    Kolom("binnen", "Binnen", Soort.TEKST),
    Kolom("naam", "Naam", Soort.TEKST),
    Kolom("maat", "Maat", Soort.TEKST),
    Kolom("kwartaal", "Kwartaal", Soort.TEKST),
    JEUGDIGEN,
    *_verwacht(Maat.JEUGDIGEN),
    Kolom("jeugdigen_verschil", "Verschil in jeugdigen", Soort.VERSCHIL),
    PER_JEUGDIGE,
    *_verwacht(Maat.KOSTEN_PER_JEUGDIGE),
    Kolom("kosten_verschil", "Verschil in kosten", Soort.EURO),
)


def als_reeksen(dimensie: str, van: BeveiligdeTabel, binnen: Mapping[tuple[str, str], float]) -> Reeksen:
    """A table per quarter as series, each from its first quarter on.

    After that a quarter without a row counts 0; what is hidden is unknown. The last complete quarter
    is that of the whole table, or the one before the first that is voorlopig for the segment. `binnen`
    is what `al_gedeclareerd` gives.
    """
    namen = [tuple(van.cel(kop, n) for kop in OVER[dimensie]) for n in range(len(van))]
    kwartalen = np.array([kwartaal_uit_kort(van.cel("kwartaal", n)) for n in range(len(van))], dtype=np.int64)
    rij_van = {naam: n for n, naam in enumerate(dict.fromkeys(namen))}
    eerste = int(kwartalen.min(initial=kwartalen.max(initial=0)))
    plek = kwartalen - eerste
    rij = np.array([rij_van[naam] for naam in namen], dtype=np.int64)
    jeugdigen = np.zeros((len(rij_van), int(plek.max(initial=-1)) + 1))
    per_jeugdige = np.full(jeugdigen.shape, np.nan)
    begin = np.full(len(rij_van), jeugdigen.shape[1])
    np.minimum.at(begin, rij, plek)
    jeugdigen[np.arange(jeugdigen.shape[1])[None, :] < begin[:, None]] = np.nan
    jeugdigen[rij, plek] = _getallen(van, Maat.JEUGDIGEN)
    per_jeugdige[rij, plek] = _getallen(van, Maat.KOSTEN_PER_JEUGDIGE)
    laatste = _laatste_hele([naam[0] for naam in namen], plek, van)
    met_segment = OVER[dimensie][0] == "segment"
    deel = [
        binnen.get((naam[0] if met_segment else "", kwartaal_kort(eerste + laatste[naam[0]])), 1.0)
        for naam in rij_van
    ]
    return Reeksen(
        dimensie, tuple(rij_van), eerste, jeugdigen, per_jeugdige,
        np.array([laatste[naam[0]] for naam in rij_van], dtype=np.int64), np.array(deel),
    )  # fmt: skip


def al_gedeclareerd(per_maand: BeveiligdeTabel) -> dict[tuple[str, str], float]:
    """Which part (0-1) of the kosten of a quarter is expected to be in, by segment ("" = all) and quarter.

    Of the table *kosten-per-maand*; a month of which it is not known counts as whole.
    """
    nu: dict[tuple[str, str], float] = defaultdict(float)
    straks: dict[tuple[str, str], float] = defaultdict(float)
    for n in range(len(per_maand)):
        kosten = max(per_maand.cel("kosten", n) or 0.0, 0.0)
        kwartaal = kwartaal_kort(maand_uit_iso(per_maand.cel("maand", n)) // 3)
        for segment in (per_maand.cel("segment", n), ""):
            nu[segment, kwartaal] += kosten
            straks[segment, kwartaal] += kosten * 100 / (per_maand.cel("volledigheid", n) or 100)
    return {wat: bedrag / straks[wat] for wat, bedrag in nu.items() if straks[wat]}


def _getallen(van: BeveiligdeTabel, kolom: str) -> np.ndarray:
    return np.array(van.kolom(kolom), dtype=float)


def _laatste_hele(koppen: list[str], plek: np.ndarray, van: BeveiligdeTabel) -> dict[str, int]:
    """Of every first name in the rows the last quarter before those that are voorlopig; -1 for none."""
    voorlopig = [bool(van.cel("voorlopig", n)) for n in range(len(van))]
    heel = max((int(p) for p, v in zip(plek, voorlopig, strict=True) if not v), default=-1)
    uit = dict.fromkeys(koppen, heel)
    for kop, p, v in zip(koppen, plek, voorlopig, strict=True):
        uit[kop] = min(uit[kop], int(p) - 1) if v else uit[kop]
    return uit


@dataclass(frozen=True)
class Signalen:
    """The deviations that may be shown, a row each, most euros first; as many tables of their histories; and
    out of how many tests they came."""

    lijst: BeveiligdeTabel
    reeksen: tuple[BeveiligdeTabel, ...]
    getoetst: int


def signalen_van(kwartalen: Mapping[str, BeveiligdeTabel], van: Gevonden) -> Signalen:
    """The signals in the numbers of these tables `kwartalen-…`, by dimension. Raises KeyError without them."""
    rijen = {s: _van(kwartalen, s) for s in van.signalen}
    getoond = tuple(s for s, alle in rijen.items() if _getoond(alle, s))
    lijst = _lijst(tuple(rijen[s] for s in getoond), getoond, kwartalen["segment"])
    op_rij = {
        (s.dimensie, s.naam[0] if len(s.naam) > 1 else None, s.naam[-1], _in_woorden(s.maat)): s
        for s in getoond
    }
    koppen = ("dimensie", "binnen", "naam", "maat")
    volgorde = [op_rij[tuple(lijst.cel(k, n) for k in koppen)] for n in range(len(lijst))]
    return Signalen(lijst, tuple(_reeks(rijen[s], s) for s in volgorde), van.getoetst)


def _van(kwartalen: Mapping[str, BeveiligdeTabel], s: Signaal) -> BeveiligdeTabel:
    """The rows of the tables per quarter that a signal is about."""
    return kwartalen[s.dimensie].alleen(**dict(zip(OVER[s.dimensie], s.naam, strict=True)))


@onthoudt_recept
def _lijst(
    rijen: tuple[BeveiligdeTabel, ...], gevonden: tuple[Signaal, ...], bron: BeveiligdeTabel
) -> BeveiligdeTabel:
    # Made again for a file a number may be hidden that is shown on the screen.
    waarden = [_rij(van, s) for van, s in zip(rijen, gevonden, strict=True) if _getoond(van, s)]
    plek = {k.naam: n for n, k in enumerate(KOLOMMEN)}
    waarden.sort(
        key=lambda rij: (-abs(rij[plek["kosten_verschil"]] or 0), -abs(rij[plek["jeugdigen_verschil"]] or 0))
    )
    leeg = tuple(("",) * len(KOLOMMEN) for _ in waarden)
    return BeveiligdeTabel("signalen", "Signalen", KOLOMMEN, tuple(waarden), leeg, bron.herkomst)


def _getoond(van: BeveiligdeTabel, s: Signaal) -> bool:
    """Whether the numbers that a signal names are shown to who looks."""
    waarden = _cijfers(van, s)
    return waarden["jeugdigen"] is not None and waarden[s.maat] is not None


def _cijfers(van: BeveiligdeTabel, s: Signaal) -> dict[str, Any]:
    """What is shown of the quarter of a signal; without a row nobody was in care: 0."""
    zelf = van.alleen(kwartaal=kwartaal_kort(s.kwartaal))
    if not len(zelf):
        return {"jeugdigen": 0, "kosten_per_jeugdige": None}
    return {str(maat): zelf.cel(maat) for maat in Maat}


def _prijs(van: BeveiligdeTabel, s: Signaal) -> float | None:
    """The last kosten per jeugdige that are shown up to the quarter of a signal; None for a lump sum."""
    tot = [n for n in range(len(van)) if kwartaal_uit_kort(van.cel("kwartaal", n)) <= s.kwartaal]
    prijzen = [van.cel("kosten_per_jeugdige", n) for n in tot]
    return next((prijs for prijs in reversed(prijzen) if prijs is not None), None)


def _rij(van: BeveiligdeTabel, s: Signaal) -> tuple[Any, ...]:
    """The cells of one signal, in what is shown of its quarter and expected beside that."""
    aantal, bedrag = _cijfers(van, s).values()
    grenzen = _grenzen(van, s)
    rij: dict[str, Any] = {f"{s.maat}_{naam}": w for naam, w in grenzen.items()}
    if s.maat is Maat.JEUGDIGEN:
        verschil, prijs = aantal - grenzen["verwacht"], _prijs(van, s)
        rij |= {
            "jeugdigen_verschil": verschil,
            "kosten_verschil": None if prijs is None else verschil * prijs,
        }
    else:
        rij["kosten_verschil"] = aantal * (bedrag - grenzen["verwacht"])
    rij |= {
        "dimensie": s.dimensie, "naam": s.naam[-1], "binnen": s.naam[0] if len(s.naam) > 1 else None,
        "maat": _in_woorden(s.maat), "kwartaal": kwartaal_kort(s.kwartaal),
        "jeugdigen": aantal, "kosten_per_jeugdige": bedrag,
    }  # fmt: skip
    return tuple(rij.get(k.naam) for k in KOLOMMEN)


def _in_woorden(maat: Maat) -> str:
    return maat.replace("_", " ")


def _grenzen(van: BeveiligdeTabel, s: Signaal) -> dict[str, float]:
    """What was expected, rounded as the counts of the table are; amounts to whole euros.

    Where counts are rounded, amounts have two digits: an exact one beside exact kosten would give
    the number of jeugdigen of a quarter back.
    """
    afgerond = van.herkomst.afgerond
    if s.maat is Maat.JEUGDIGEN:
        stap = float(afgerond or 1)
    else:
        stap = 10.0 ** (len(f"{s.verwacht:.0f}") - 2) if afgerond else 1.0
    return {naam: round(getattr(s, naam) / stap) * stap for naam in _GRENZEN}


@onthoudt_recept
def _reeks(van: BeveiligdeTabel, s: Signaal) -> BeveiligdeTabel:
    """The history of what a signal is about, a row per quarter; beside its own quarter what was expected."""
    kolommen = (van.kolommen[van.plaats("kwartaal")], _VAN_MAAT[s.maat], *_verwacht(s.maat), VOORLOPIG)
    zelf, grenzen = kwartaal_kort(s.kwartaal), tuple(_grenzen(van, s).values())
    rijen: list[tuple[tuple[Any, ...], str]] = []
    for n in range(len(van)):
        kwartaal = van.cel("kwartaal", n)
        erbij = grenzen if kwartaal == zelf else (None, None, None)
        cellen = (kwartaal, van.cel(s.maat, n), *erbij, van.cel("voorlopig", n))
        rijen.append((cellen, van.reden_van(s.maat, n)))
    if all(cellen[0] != zelf for cellen, _ in rijen):
        rijen.append(((zelf, 0, *grenzen, False), ""))
    rijen.sort(key=lambda rij: str(rij[0][0]))
    titel = f"{s.naam[-1]}: {_VAN_MAAT[s.maat].titel.lower()} per kwartaal"
    waarden = tuple(cellen for cellen, _ in rijen)
    redenen = tuple(("", reden, "", "", "", "") for _, reden in rijen)
    over = van.herkomst.filter.met(
        **{kop: (naam,) for kop, naam in zip(OVER[s.dimensie], s.naam, strict=True)}
    )
    herkomst = replace(van.herkomst, filter=over)
    return BeveiligdeTabel("signaalreeks", titel, kolommen, waarden, redenen, herkomst)
