"""The tables per quarter a second time: one quarter after another, one name after another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.filters import Filter
from tests.eigenschappen import orakel

Rij = dict[str, Any]


def per(*koppen: str) -> Callable[[orakel.Gegevens, Filter], list[Rij]]:
    """The oracle of the table whose rows are named by these attributes of a zorgmaand."""

    def tabel(g: orakel.Gegevens, f: Filter) -> list[Rij]:
        periode = {m for m in g.maanden() if orakel.in_periode(m, f)}
        uit = []
        for kwartaal in sorted({m // 3 for m in periode}):
            maanden = {3 * kwartaal, 3 * kwartaal + 1, 3 * kwartaal + 2}
            if maanden <= periode:
                uit += _kwartaal(g, f, kwartaal, koppen)
        return uit

    return tabel


def _kwartaal(g: orakel.Gegevens, f: Filter, kwartaal: int, koppen: tuple[str, ...]) -> list[Rij]:
    rijen = orakel.kies(g, f, maanden={3 * kwartaal, 3 * kwartaal + 1, 3 * kwartaal + 2})
    klasse = orakel.klasse_per_jeugdige(rijen, f)
    per_naam: dict[tuple[str, ...], list[orakel.Zorgmaand]] = {}
    for z in rijen:
        naam = tuple(klasse[z.jeugdige] if kop == "leeftijd" else getattr(z, kop) for kop in koppen)
        per_naam.setdefault(naam, []).append(z)
    uit = []
    for naam, deel in per_naam.items():
        declaratie = any(orakel.BEKOSTIGING[z.segment, z.product] == "declaratie" for z in deel)
        segment = (naam[0],) if koppen[0] == "segment" else f.segment
        uit.append(
            dict(zip(koppen, naam, strict=True))
            | {
                "kwartaal": f"{kwartaal // 4} K{kwartaal % 4 + 1}",
                "jeugdigen": orakel.uniek(deel),
                "kosten": orakel.euro(deel),
                "kosten_per_jeugdige": orakel.deel(orakel.euro(deel), orakel.uniek(deel)) if declaratie else None,
                "voorlopig": 3 * kwartaal + 2 >= g.naijl.vanaf(f.met(segment=segment)),
            }
        )  # fmt: skip
    return uit


TABELLEN = {
    "kwartalen-segment": per("segment"),
    "kwartalen-product": per("segment", "product"),
    "kwartalen-aanbieder": per("aanbieder"),
    "kwartalen-buurt": per("wijk", "buurt"),
    "kwartalen-leeftijd": per("leeftijd"),
    "kwartalen-verwijzer": per("verwijzer"),
}
