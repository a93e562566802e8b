"""A figure as it leaves the building: asked anew, protected for outside, with its finding.

What is on a screen is never written to a file: it is made again of tables that are asked for a
file (see core.onthulling.recept). One Uitgang makes all figures of one file, so they agree.
"""

from __future__ import annotations

from dataclasses import dataclass

from core import onthulling
from core.begrippen import Rol
from core.bevindingen import figuurzin, naast_anderen, producten
from core.cijfers import uitleg
from core.database import Database
from core.export.standaard import standaardbeeld
from core.filters import Filter
from core.grafieken import Grafiek, Kaart
from core.grafieken.gebeurtenissen import met_gebeurtenissen
from core.onthulling import BeveiligdeTabel, Drempels, Kruistabel, OpenbareTabel
from core.opslag.gebeurtenissen import Gebeurtenis
from core.prognose.tabellen import REGISTER

Beeld = Grafiek | Kaart | Kruistabel
Gegevens = BeveiligdeTabel | OpenbareTabel
OpScherm = Grafiek | Kaart | Gegevens


@dataclass(frozen=True)
class Stuk:
    """What a person takes along from a page: the figure as it is drawn there, and its title.

    `zin` is the finding of published figures, as the page says it; of our own it is made again.
    """

    titel: str
    wat: OpScherm
    uitleg: str = ""
    zin: str = ""

    @property
    def tabel(self) -> Gegevens:
        """The table that the figure shows."""
        return self.wat if isinstance(self.wat, BeveiligdeTabel | OpenbareTabel) else self.wat.van

    @property
    def herleidbaar(self) -> bool:
        """Whether it can be made again for a file; what others published goes as it is."""
        return isinstance(self.tabel, OpenbareTabel) or onthulling.herleidbaar(self.tabel)


@dataclass(frozen=True)
class Figuur:
    """One figure of a file: `zin` is its finding, `beeld` how it is drawn (None: as its table)."""

    titel: str
    zin: str
    uitleg: str
    van: Gegevens
    beeld: Beeld | None


def openbaar(stuk: Stuk) -> Figuur:
    """A figure of published figures: nothing in it is protected, so it leaves as it is on the screen.

    Raises LookupError for figures about jeugdigen: those need an Uitgang.
    """
    van = stuk.tabel
    if not isinstance(van, OpenbareTabel):
        raise LookupError(f"{van.naam} is niet gepubliceerd")
    tekening = None if isinstance(stuk.wat, BeveiligdeTabel | OpenbareTabel) else stuk.wat
    return Figuur(stuk.titel, stuk.zin or van.titel, stuk.uitleg or _uitleg(van.naam), van, tekening)


def _uitleg(naam: str) -> str:
    return uitleg.van_tabel(naam) if naam in REGISTER else uitleg.UITLEG.get(naam, "")


@dataclass(frozen=True)
class Uitgang:
    """Makes the figures of one file: of one version, for one role.

    `intern` leaves counts exact for sturing; else they are rounded whatever the role.
    """

    db: Database
    rol: Rol
    drempels: Drempels
    intern: bool = False
    gebeurtenissen: tuple[Gebeurtenis, ...] = ()
    """Those that the charts of the file show as lines."""

    def tabel(self, naam: str, f: Filter) -> BeveiligdeTabel:
        """The answer to a question of the registry, as it may stand in this file."""
        return self._buiten(onthulling.tabel(self.db, naam, f, self.rol, self.drempels))

    def figuur(self, naam: str, f: Filter) -> Figuur:
        """The figure that a table of the registry makes by itself."""
        van = self.tabel(naam, f)
        return Figuur(
            van.titel,
            figuurzin(van, self.tabel),
            uitleg.van_tabel(naam),
            van,
            self._met_lijnen(standaardbeeld(van, self.tabel)),
        )

    def van_scherm(self, stuk: Stuk) -> Figuur:
        """A figure of a page made again for this file. Raises LookupError when that cannot be done."""
        if isinstance(stuk.wat, OpenbareTabel) or isinstance(stuk.tabel, OpenbareTabel):
            return openbaar(stuk)
        if isinstance(stuk.wat, BeveiligdeTabel):
            van = self._buiten(stuk.wat)
            heel = van.recept is None
            beeld = self._met_lijnen(standaardbeeld(van, self.tabel)) if heel else None
            return Figuur(
                stuk.titel, figuurzin(van, self.tabel), stuk.uitleg or _uitleg(stuk.tabel.naam), van, beeld
            )
        tekening = self._getekend(stuk.wat)
        return Figuur(
            stuk.titel,
            self._zin(tekening),
            stuk.uitleg or _uitleg(stuk.tabel.naam),
            tekening.van,
            self._met_lijnen(tekening),
        )

    def _zin(self, van: Grafiek | Kaart) -> str:
        if van.recept is not None and van.recept.functie.__name__ == "naast_anderen":
            tabel, aanbieder, *_ = van.recept.args
            return naast_anderen(producten(tabel, aanbieder), aanbieder)
        return figuurzin(_onderwerp(van), self.tabel)

    def _met_lijnen(self, beeld: Beeld | None) -> Beeld | None:
        return met_gebeurtenissen(beeld, self.gebeurtenissen) if isinstance(beeld, Grafiek) else beeld

    def _getekend(self, wat: Grafiek | Kaart) -> Grafiek | Kaart:
        if wat.recept is None:
            raise LookupError("deze figuur weet niet hoe zij gemaakt is")
        nieuw: Grafiek | Kaart = wat.recept.opnieuw(BeveiligdeTabel, self._buiten)
        return nieuw

    def _buiten(self, van: BeveiligdeTabel) -> BeveiligdeTabel:
        return van if self.intern else onthulling.naar_buiten(self.db, van, self.drempels)


def _onderwerp(van: Grafiek | Kaart) -> BeveiligdeTabel:
    """The table that a drawing is about: what it was made of, not the rows that fit in it."""
    gemaakt_van = van.recept.args if van.recept else ()
    return next(t for t in (*gemaakt_van, van.van) if isinstance(t, BeveiligdeTabel))
