"""The table `brug` a second time: sets of children, one set after another."""

from __future__ import annotations

from typing import Any

from core.filters import Filter
from tests.eigenschappen import orakel

Rij = dict[str, Any]
CBS = {2021: 2855, 2022: 2755}
GENOEMD = (
    "Hulp van het lokale team of CJG: telt bij het CBS mee, staat niet in declaraties",
    "Wonen hier, maar een andere gemeente betaalt (woonplaatsbeginsel, gewijzigd in 2022)",
    "Trajecten die in het jaar liepen zonder declaratie; late declaraties en correcties",
    "Aanbieders die niet of te laat aan het CBS melden",
    "Afronding van het CBS op vijf",
)


def per_jaar(g: orakel.Gegevens, f: Filter) -> list[Rij]:
    if f.met(jaar=(), leeftijdsindeling=Filter().leeftijdsindeling) != Filter():
        return []
    uit: list[Rij] = []
    for jaar, cbs in CBS.items():
        if (not f.jaar or jaar in f.jaar) and all(jaar * 12 + m in g.maanden() for m in range(12)):
            uit += [{"jaar": jaar, "cbs": None, "onverklaard": None} | rij for rij in _jaar(g, jaar, cbs)]
    return uit


def _jaar(g: orakel.Gegevens, jaar: int, cbs: int) -> list[Rij]:
    kinderen: dict[str, list[orakel.Zorgmaand]] = {}
    for z in g.zorgmaanden:
        if z.jaar == jaar:
            kinderen.setdefault(z.jeugdige, []).append(z)
    in_zorg = {k: [z for z in zs if z.in_zorg] for k, zs in kinderen.items() if any(z.in_zorg for z in zs)}

    def natura(k: str) -> list[orakel.Zorgmaand]:
        return [z for z in in_zorg[k] if z.leveringsvorm != "PGB" and z.segment != "PGB"]

    pgb = {k for k in in_zorg if not natura(k)}
    oud = {k for k in in_zorg if (orakel.leeftijd_in(kinderen[k]) or 0) >= 23} - pgb
    buiten = {k for k in in_zorg if all(z.buurt == "Buiten gemeente" for z in natura(k))} - pgb - oud
    over = set(in_zorg) - pgb - oud - buiten
    lta = {k for k in over if all(z.segment == "LTA" for z in in_zorg[k])}
    stappen = [
        ("totaal", "Eigen aantal", in_zorg),
        ("deel", "Alleen pgb: het CBS telt alleen natura", pgb),
        ("deel", "23 jaar of ouder: het CBS telt tot 23 jaar", oud),
        ("deel", "Woont buiten de gemeente: het CBS telt naar woonplaats", buiten),
        ("deel", "Te vergelijken met het CBS", over),
        ("genoemd", "Alleen LTA: telt bij het CBS mee als de aanbieder meldt", lta),
    ]
    rijen: list[Rij] = [{"niveau": n, "stap": stap, "jeugdigen": len(wie)} for n, stap, wie in stappen]
    rijen[4] |= {"cbs": cbs, "onverklaard": cbs - len(over)}
    return rijen + [{"niveau": "genoemd", "stap": stap, "jeugdigen": None} for stap in GENOEMD]
