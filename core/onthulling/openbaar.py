"""Tables about areas that need no protection: published figures, rounded by who published them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from core.cijfers.tabellen import JAAR, Kolom, Soort
from core.onthulling.tabel import OpenbareTabel
from core.referentie import gebieden
from core.verwacht.gemeenten import per_gemeente
from core.verwacht.model import LABEL
from core.verwacht.vergelijk import Gebiedscijfer
from core.verwacht.vormen import Vorm

VERWACHT = (
    Kolom("gebied", "Gebied", Soort.TEKST),
    JAAR,
    Kolom("werkelijk_pct", "Werkelijk", Soort.PCT),
    Kolom("verwacht_pct", "Verwacht", Soort.PCT),
    Kolom("laag", "Ondergrens", Soort.PCT),
    Kolom("hoog", "Bovengrens", Soort.PCT),
    Kolom("verschil_pp", "Verschil in procentpunt", Soort.PROCENTPUNT),
    Kolom("index", "Index", Soort.INDEX),
    Kolom("aantal", "Verschil in jeugdigen", Soort.VERSCHIL),
    Kolom("ventiel", "Ventiel", Soort.RANG),
)
_DECIMALEN = {Soort.PCT: 4, Soort.PROCENTPUNT: 4, Soort.INDEX: 2, Soort.VERSCHIL: 1}


def verwacht_tabel(vorm: Vorm = Vorm.JEUGDHULP) -> OpenbareTabel:
    """Actual beside expected use of one form of youth care, a row per gemeente of 2022."""
    bron = f"Bron: {gebieden.BRON_JEUGDZORG}; verwacht: {LABEL}"
    return gebiedentabel(f"Verwacht en werkelijk: {vorm}", per_gemeente(vorm), bron, gebieden.JAAR)


def gebiedentabel(titel: str, cijfers: Iterable[Gebiedscijfer], bron: str, jaar: int | None) -> OpenbareTabel:
    """Actual beside expected of these areas or groups, in the order given."""
    waarden = tuple(_rij(c, jaar) for c in cijfers)
    leeg = tuple(("",) * len(VERWACHT) for _ in waarden)
    return OpenbareTabel("verwacht", titel, VERWACHT, waarden, leeg, bron, jaar)


def _rij(c: Gebiedscijfer, jaar: int | None) -> tuple[Any, ...]:
    maten = {"gebied": c.naam, "jaar": jaar}
    rij = [maten[k.naam] if k.naam in maten else getattr(c, k.naam) for k in VERWACHT]
    return tuple(
        round(w, _DECIMALEN[k.soort]) + 0.0 if isinstance(w, float) else w
        for k, w in zip(VERWACHT, rij, strict=True)
    )


OPENBAAR: dict[str, Callable[[], OpenbareTabel]] = {"verwacht": verwacht_tabel}
"""The tables of `python -m core tabel` that ask nothing of the database, by name."""
