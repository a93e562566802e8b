"""The measures of a KPI a second time: period by period, one arrangement after another."""

from __future__ import annotations

from typing import Any

from core.filters import DIMENSIES, Filter
from core.opmaak import kwartaal_kort, maand_iso
from tests.eigenschappen import orakel
from tests.eigenschappen.orakel import Gegevens, Zorgmaand

Rij = dict[str, Any]


def soort(z: Zorgmaand) -> tuple[str, ...]:
    return z.jeugdige, z.segment, z.product, z.intensiteit, z.duur


def gestart(g: Gegevens, rijen: list[Zorgmaand]) -> int:
    """The toewijzingen that start in one of these zorgmaanden and renew nothing."""
    met = [z for z in g.zorgmaanden if z.in_zorg and z.toewijzing is not None]
    begin = {t: min(z.maand for z in met if z.toewijzing == t) for t in {z.toewijzing for z in met}}
    nieuw = set()
    for z in rijen:
        if not z.in_zorg or z.toewijzing is None or begin[z.toewijzing] != z.maand:
            continue
        zelfde = [a for a in met if soort(a) == soort(z)]
        eerder = any(a.maand == z.maand - 1 for a in zelfde)
        bezig = any(a.maand == z.maand and begin[a.toewijzing] < z.maand for a in zelfde)
        if not eerder and not bezig:
            nieuw.add(z.toewijzing)
    return len(nieuw)


def _rij(g: Gegevens, f: Filter, maanden: tuple[int, ...], gedeclareerd: bool) -> Rij:
    rijen = orakel.kies(g, f, lambda z: z.maand, maanden)
    geheel = None
    if f.persoonlijk():
        ruim = f.met(**{d.naam: () for d in DIMENSIES.values() if d.persoonlijk})
        geheel = orakel.uniek(orakel.kies(g, ruim, maanden=maanden))
    aantal = orakel.uniek(rijen)
    return {
        "arrangementen": orakel.toewijzingen(rijen),
        "gestart": None if min(g.maanden()) in maanden else gestart(g, rijen),
        "jeugdigen": aantal,
        "overig": None if geheel is None else geheel - aantal,
        "geheel": geheel,
        "aandeel_geheel": orakel.deel(100 * aantal, geheel) if geheel else None,
        "kosten": orakel.euro(rijen),
        "kosten_per_jeugdige": orakel.deel(orakel.euro(rijen), aantal) if gedeclareerd else None,
        "volledigheid": g.naijl.samen(f, maanden),
        "voorlopig": maanden[-1] >= g.naijl.vanaf(f),
    }


def _declareert(rijen: list[Zorgmaand]) -> bool:
    return any(orakel.BEKOSTIGING[z.segment, z.product] == "declaratie" for z in rijen)


def per_maand(g: Gegevens, f: Filter) -> list[Rij]:
    declareert = _declareert(orakel.kies(g, f, lambda z: z.maand))
    return [
        {"maand": maand_iso(m), "kwartaal": kwartaal_kort(m // 3)} | _rij(g, f, (m,), declareert)
        for m in g.maanden()
        if orakel.in_periode(m, f)
    ]


def per_kwartaal(g: Gegevens, f: Filter) -> list[Rij]:
    periode = [m for m in g.maanden() if orakel.in_periode(m, f)]
    hele = [k for k in sorted({m // 3 for m in periode}) if {3 * k, 3 * k + 1, 3 * k + 2} <= set(periode)]
    alle = orakel.kies(g, f, maanden={m for k in hele for m in (3 * k, 3 * k + 1, 3 * k + 2)})
    uit = []
    for k in hele:
        maanden = (3 * k, 3 * k + 1, 3 * k + 2)
        per = [orakel.uniek(z for z in orakel.kies(g, f, maanden=maanden) if z.maand == m) for m in maanden]
        uit.append(
            {"kwartaal": kwartaal_kort(k), "gemiddeld_in_zorg": sum(per) / 3}
            | _rij(g, f, maanden, _declareert(alle))
        )
    return uit


TABELLEN = {"kpi-reeks": per_maand, "kpi-reeks-kwartaal": per_kwartaal}
