"""The table `buurtnorm` a second time: sets of children, fractions per class, sums by hand."""

from __future__ import annotations

from statistics import mean
from typing import Any

from scipy.stats import poisson

from core.filters import Filter
from tests.conftest import BEVOLKING, BUURTEN
from tests.eigenschappen import orakel

Rij = dict[str, Any]
MINSTENS = 25
"""Of how many a rate is at least made; a test that wants rates on its few children lowers it."""

STAY = {"Segment Jeugd Wonen", "Segment Jeugd Crisis", "Segment Jeugd GIKJ", "Verblijf (OUD)"}
BUURTNAMEN = list(BUURTEN["naam"])
OPBOUW: dict[tuple[str, int], dict[int, int]] = {}
"""Per (buurt, year): first age of a class → inhabitants."""
for _r in BEVOLKING.itertuples():
    OPBOUW.setdefault((orakel.NAAM[_r.buurtcode], _r.jaar), {})[_r.van] = _r.aantal
NIETS = dict.fromkeys(
    ("stadsgemiddelde", "index", "verschil", "gewicht", "index_gekrompen", "laag_95", "hoog_95", "laag_998",
     "hoog_998", "ligging", "klassen")
)  # fmt: skip


def zonder_verblijf(g: orakel.Gegevens, f: Filter) -> list[Rij]:
    overal = orakel.kies(g, f.met(wijk=(), buurt=()))
    in_stay = {
        (z.jeugdige, z.jaar, z.buurt)
        for z in g.zorgmaanden
        if z.segment in STAY and z.in_zorg and orakel.in_periode(z.maand, f)
    }
    rijen = [
        z
        for z in overal
        if z.segment not in STAY
        and z.segment != "Segment Jeugd JB/JR"
        and (z.jeugdige, z.jaar, z.buurt) not in in_stay
    ]
    return _tabel(g, f, rijen)


def alle_hulp(g: orakel.Gegevens, f: Filter) -> list[Rij]:
    return _tabel(g, f, orakel.kies(g, f.met(wijk=(), buurt=())))


def _tabel(g: orakel.Gegevens, f: Filter, rijen: list[orakel.Zorgmaand]) -> list[Rij]:
    if not rijen:
        return []
    jaren = sorted({m // 12 for m in g.maanden() if orakel.in_periode(m, f)})
    wijken = sorted(set(BUURTEN["wijk"]))
    uit = [
        {"niveau": "wijk", "wijk": wijk, "buurtcode": None, "buurt": None} | cijfers
        for wijk, cijfers in _niveau(
            rijen, {w: [b for b in BUURTNAMEN if orakel.WIJK[b] == w] for w in wijken}, jaren
        )
    ]
    return uit + [
        {"niveau": "buurt", "wijk": orakel.WIJK[b], "buurtcode": orakel.CODE[b], "buurt": b} | cijfers
        for b, cijfers in _niveau(rijen, {b: [b] for b in BUURTNAMEN}, jaren)
    ]


def _kinderen(rijen: list[orakel.Zorgmaand], gebied: list[str], jaar: int) -> dict[str, int]:
    """Who was in care in the area in that year, with the age in that year, when under 18."""
    uit = {}
    for wie in {z.jeugdige for z in rijen if z.in_zorg and z.jaar == jaar and z.buurt in gebied}:
        leeftijd = orakel.leeftijd_in([z for z in rijen if z.jeugdige == wie and z.jaar == jaar])
        if leeftijd is not None and leeftijd < 18:
            uit[wie] = leeftijd
    return uit


def _niveau(
    rijen: list[orakel.Zorgmaand], gebieden: dict[str, list[str]], jaren: list[int]
) -> list[tuple[str, Rij]]:
    geteld = {(g, j): _kinderen(rijen, buurten, j) for g, buurten in gebieden.items() for j in jaren}
    normen = {j: _norm({g: geteld[g, j] for g in gebieden}, gebieden, j) for j in jaren}
    uit = {}
    for gebied, buurten in gebieden.items():
        bekend = [j for j in jaren if all((b, j) in OPBOUW for b in buurten)]
        met = [j for j in jaren if gebied in normen[j]]
        aantallen = [len(geteld[gebied, j]) for j in met or bekend or jaren]
        uit[gebied] = NIETS | {
            "jeugd_met_hulp": mean(aantallen) if aantallen else 0,
            "jeugd_0_17": sum(sum(OPBOUW[b, bekend[-1]].values()) for b in buurten) if bekend else None,
        }
        per_jaar = {j: sum(sum(OPBOUW[b, j].values()) for b in buurten) for j in bekend}
        in_jaar = [1000 * len(geteld[gebied, j]) / per_jaar[j] for j in met or bekend]
        uit[gebied]["per_1000"] = mean(in_jaar) if in_jaar else None
        uit[gebied]["stad_per_1000"] = (
            mean(1000 * normen[j][gebied][0] / per_jaar[j] for j in met) if met else None
        )
        if met:
            uit[gebied]["stadsgemiddelde"] = mean(normen[j][gebied][0] for j in met)
            uit[gebied]["klassen"] = min(normen[j][gebied][1] for j in met)
    _vergelijk([r for r in uit.values() if r["stadsgemiddelde"]])
    return list(uit.items())


def _norm(
    geteld: dict[str, dict[str, int]], gebieden: dict[str, list[str]], jaar: int
) -> dict[str, tuple[float, int]]:
    """Per area (norm, classes): children per class over inhabitants per class, times inhabitants."""
    met = [g for g, buurten in gebieden.items() if all((b, jaar) in OPBOUW for b in buurten)]
    alle = [leeftijd for g in met for leeftijd in geteld[g].values()]
    if len(alle) < MINSTENS or not met:
        return {}
    klassen = [list(range(0, 12)), list(range(12, 18))]  # as in BEVOLKING
    if any(sum(a in k for a in alle) < MINSTENS for k in klassen):
        klassen = [list(range(18))]
    uit = {}
    for gebied in met:
        som = 0.0
        for klasse in klassen:
            hier, overal = (
                sum(n for b in buurten for van, n in OPBOUW[b, jaar].items() if van in klasse)
                for buurten in (gebieden[gebied], [b for g in met for b in gebieden[g]])
            )
            som += hier * sum(a in klasse for a in alle) / overal
        uit[gebied] = (som, len(klassen))
    return uit


def _vergelijk(rijen: list[Rij]) -> None:
    """Index, weight and bounds beside each norm, in place."""
    if not rijen:
        return
    normen = [r["stadsgemiddelde"] for r in rijen]
    gezien = sum(n * (r["jeugd_met_hulp"] / n - 1) ** 2 for r, n in zip(rijen, normen, strict=True)) / sum(
        normen
    )
    tussen = round(max(gezien - 1 / mean(normen), 0) ** 0.5, 2) ** 2
    for r, n in zip(rijen, normen, strict=True):
        r["index"] = 100 * r["jeugd_met_hulp"] / n
        r["verschil"] = r["jeugd_met_hulp"] - n
        r["gewicht"] = round(100 * tussen / (tussen + 1 / n))
        r["index_gekrompen"] = 100 + r["gewicht"] / 100 * (r["index"] - 100)
        for naam, staart in (("95", 0.025), ("998", 0.001)):
            r[f"laag_{naam}"], r[f"hoog_{naam}"] = (
                100 * _kwantiel(kans, n) / n for kans in (staart, 1 - staart)
            )
        r["ligging"] = next(
            (
                f"{kant} {woord}"
                for naam, woord in (("998", "99,8 %"), ("95", "95 %"))
                for kant, buiten in (
                    ("boven", r["index"] > r[f"hoog_{naam}"]),
                    ("onder", r["index"] < r[f"laag_{naam}"]),
                )
                if buiten
            ),
            "binnen",
        )


def _kwantiel(kans: float, gemiddelde: float) -> float:
    """The smallest count that so many areas do not pass, less the part of its chance beyond `kans`."""
    k = 0
    while poisson.cdf(k, gemiddelde) < kans:
        k += 1
    te_veel = (poisson.cdf(k, gemiddelde) - kans) / (
        poisson.cdf(k, gemiddelde) - poisson.cdf(k - 1, gemiddelde)
    )
    return max(k - te_veel, 0.0)
