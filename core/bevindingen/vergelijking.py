"""The selection beside the same months a year before."""

from __future__ import annotations

from dataclasses import dataclass

from core.begrippen import Rol
from core.bevindingen.bijschrift import toen_bekend
from core.bevindingen.periode import buiten_gegevens, maanden_van, reeks
from core.cijfers.volledigheid import voorlopig_vanaf
from core.database import Database
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Drempels, tabel
from core.opmaak import euro, getal, hoofdletter, opsomming, procent

MINSTENS_VOOR_PROCENT = 25
"""Below this number on either side a change is given in absolute numbers only."""


@dataclass(frozen=True)
class Vergelijking:
    """The key figures of a selection beside those of the same months a year before.

    Complete months only; with `zoals_toen` also voorlopige, each beside what was known of the same
    month at the same age. `reden` says why there is nothing to compare; then `nu` and `toen` are None.
    """

    nu: BeveiligdeTabel | None
    toen: BeveiligdeTabel | None
    periode: str
    reden: str = ""
    zoals_toen: bool = False

    def zin(self) -> str:
        """Which months a change is about, or why there is none, as a Dutch sentence."""
        if not self.periode:
            return f"{hoofdletter(self.reden)}."
        return f"Verschil: {self.periode}{'' if self.zoals_toen else ', alleen volledige maanden'}."

    def verschil(self, maat: str) -> str:
        """The change of a measure in words: `+3,2 %`, `-12` or empty when it cannot be told."""
        if self.nu is None or self.toen is None:
            return ""
        nieuw, oud = self.nu.cel(maat), self.toen.cel(maat)
        if nieuw is None or oud is None or nieuw == oud == 0:
            return ""
        basis = [t.cel("jeugdigen") or 0 for t in (self.nu, self.toen)]
        teken = "+" if nieuw > oud else ""
        if min(basis) >= MINSTENS_VOOR_PROCENT and oud:
            return f"{teken}{procent(100 * (nieuw - oud) / oud)}"
        return f"{teken}{euro(nieuw - oud) if maat.startswith('kosten') else getal(nieuw - oud)}"


def vergelijk(db: Database, f: Filter, rol: Rol, drempels: Drempels | None = None) -> Vergelijking:
    """The selection against the same months one year before.

    With a voorlopig month in it, the year before is taken as it was known at the same age; where that
    cannot be had, only the complete months are compared. Not comparable (reden is set) without a
    period, over more than twelve months, when the data begins too late, or when all months are
    voorlopig and what was known then cannot be had.
    """
    maanden = maanden_van(f, db.stand)
    grens = voorlopig_vanaf(db, f)
    volledig = [m for m in maanden if m < grens]
    mist = [] if volledig == maanden else _mist_toen(db, maanden)
    if reden := _niet_te_vergelijken(db, f, maanden) or ("" if volledig or not mist else _waarom(mist)):
        return Vergelijking(None, None, "", reden)
    zoals_toen = volledig != maanden and not mist
    welke = maanden if zoals_toen else volledig
    nu = f.met(tot=welke[-1])
    toen = nu.jaar_eerder().met(zoals_toen=zoals_toen)
    tegen = reeks([m - 12 for m in welke]) + toen_bekend(toen, db.stand_van(toen))
    return Vergelijking(
        nu=tabel(db, "kerncijfers", nu, rol, drempels),
        toen=tabel(db, "kerncijfers", toen, rol, drempels),
        periode=f"{reeks(welke)} tegen {tegen}",
        zoals_toen=zoals_toen,
    )


def _niet_te_vergelijken(db: Database, f: Filter, maanden: list[int]) -> str:
    """Why these months have no counterpart a year before; empty when they have."""
    if not maanden:
        return buiten_gegevens(f, db.stand).rstrip(".") or "er zijn nog geen gegevens"
    if not f.heeft_periode() or maanden[-1] - maanden[0] > 11:
        return "kies een periode van ten hoogste een jaar om te vergelijken"
    if maanden[0] - 12 < (db.stand.eerste_maand or 0):
        return "niet te vergelijken: de gegevens beginnen later"
    return ""


def _mist_toen(db: Database, maanden: list[int]) -> list[str]:
    """The bronnen of which cannot be had what was known a year before; empty when all can."""
    return sorted({bron for maand in maanden for bron in db.toen_ontbreekt.get(maand - 12, [])})


def _waarom(bronnen: list[str]) -> str:
    return (
        "nog niet te vergelijken: de maanden zijn nog voorlopig, en wat een jaar eerder op dit moment bekend was "
        f"is er niet van {opsomming(bronnen)}"
    )
