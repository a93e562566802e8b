"""Judging other inputs before they count: what each would change, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.database import Database
from core.inlezen.bijlagen.bewaard import bijlagen
from core.inlezen.bijlagen.rapport import BijlageRapport, Verandering
from core.inlezen.bijlagen.register import SOORTEN
from core.inlezen.bijlagen.soort import Bijlagesoort, Rij
from core.opmaak import datum


@dataclass(frozen=True)
class GelezenBijlage:
    """A file that a child recognised as another input than declarations, and what it made of it."""

    naam: str
    feiten: Mapping[str, Any]

    @property
    def soort(self) -> Bijlagesoort:
        """The kind it is."""
        return SOORTEN[self.feiten["soort"]]

    @property
    def bron(self) -> str:
        """Who published it: as given, else as the file says, else the file itself."""
        return str(self.feiten["bron"] or f"ingelezen bestand {self.naam}")

    @property
    def rijen(self) -> list[Rij]:
        """The rows to keep."""
        return list(self.feiten["rijen"])


def beoordeel_bijlagen(db: Database | None, gelezen: Sequence[GelezenBijlage]) -> tuple[BijlageRapport, ...]:
    """What each file would bring, against the version in force."""
    return tuple(_rapport(db, bestand, gelezen[:plek]) for plek, bestand in enumerate(gelezen))


def _rapport(
    db: Database | None, bestand: GelezenBijlage, ervoor: Sequence[GelezenBijlage]
) -> BijlageRapport:
    return BijlageRapport(
        bestand=bestand.naam,
        sha=bestand.feiten["sha"],
        soort=bestand.soort.naam,
        titel=bestand.soort.titel,
        bron=bestand.bron,
        gelezen=bestand.feiten["gelezen"],
        geladen=len(bestand.rijen),
        veranderingen=tuple(_veranderingen(db, bestand)),
        waarschuwingen=tuple(bestand.feiten["waarschuwingen"]),
        beletsels=tuple(_beletsels(db, bestand, ervoor)),
        weggelaten=tuple(bestand.feiten["weggelaten"]),
    )


def _veranderingen(db: Database | None, bestand: GelezenBijlage) -> Iterator[Verandering]:
    soort = bestand.soort
    oud = _per_sleutel(soort, db.bijlage(soort.naam) if db is not None and bijlagen(db) else [])
    for sleutel, rijen in sorted(_per_sleutel(soort, bestand.rijen).items()):
        nu = soort.beschrijf(oud[sleutel]) if sleutel in oud else "niets ingelezen"
        yield Verandering(", ".join(map(str, sleutel)), nu, soort.beschrijf(rijen))


def _per_sleutel(soort: Bijlagesoort, rijen: Sequence[Rij]) -> dict[tuple[Any, ...], list[Rij]]:
    uit: dict[tuple[Any, ...], list[Rij]] = {}
    for rij in rijen:
        uit.setdefault(soort.sleutel_van(rij), []).append(rij)
    return uit


def _beletsels(
    db: Database | None, bestand: GelezenBijlage, ervoor: Sequence[GelezenBijlage]
) -> Iterator[str]:
    """What no person can wave through."""
    yield from bestand.feiten["fouten"]
    if not bestand.rijen and not bestand.feiten["fouten"]:
        yield "het bestand bevat geen rij die kan worden overgenomen."
    for ander in bijlagen(db):
        if ander.actief and ander.sha == bestand.feiten["sha"]:
            yield (
                f"dit bestand is al ingelezen als {ander.naam} (op {datum(ander.ingelezen_op)}). "
                "Draai dat eerst terug als u het opnieuw wilt inlezen."
            )
    for eerder in ervoor:
        if eerder.feiten["sha"] == bestand.feiten["sha"]:
            yield f"dit bestand is gelijk aan {eerder.naam}, dat ook wordt aangeboden."
