"""The selection beside the same months a year before."""

from __future__ import annotations

from dataclasses import dataclass

from core.begrippen import Rol
from core.bevindingen.periode import maanden_van, reeks
from core.database import Database
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Drempels, tabel
from core.opmaak import euro, getal, procent

MINSTENS_VOOR_PROCENT = 25
"""Below this number on either side a change is given in absolute numbers only."""


@dataclass(frozen=True)
class Vergelijking:
    """The key figures of the complete months beside those of the same months a year before.

    `reden` says why there is nothing to compare; then `nu` and `toen` are None.
    """

    nu: BeveiligdeTabel | None
    toen: BeveiligdeTabel | None
    periode: str
    reden: str = ""

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
    """The selection, complete months only, against the same months one year before.

    Not comparable (reden is set) without a period, over more than twelve months, when no month is
    complete yet, or when the data begins too late.
    """
    maanden = maanden_van(f, db.stand)
    grens = db.stand.voorlopig_vanaf()
    volledig = [m for m in maanden if grens is None or m < grens]
    if not f.heeft_periode() or not maanden or maanden[-1] - maanden[0] > 11:
        return Vergelijking(None, None, "", "kies een periode van ten hoogste een jaar om te vergelijken")
    if not volledig:
        return Vergelijking(None, None, "", "nog niet te vergelijken: de maanden zijn nog voorlopig")
    if volledig[0] - 12 < (db.stand.eerste_maand or 0):
        return Vergelijking(None, None, "", "niet te vergelijken: de gegevens beginnen later")
    nu = f.met(tot=volledig[-1])
    toen = nu.jaar_eerder()
    return Vergelijking(
        nu=tabel(db, "kerncijfers", nu, rol, drempels),
        toen=tabel(db, "kerncijfers", toen, rol, drempels),
        periode=f"{reeks(volledig)} tegen {reeks([m - 12 for m in volledig])}",
    )
