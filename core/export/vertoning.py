"""The screens of a presentation: which figure of which selection, made for a room that may be public.

A screen is a table of the registry with a filter, the twenty bars of an area, or a figure of a page as
it was kept; it is drawn as a file would draw it: for the role lezer, rounded, and never a buurt beside
an attribute of persons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core import grafieken, onthulling, referentie
from core.begrippen import Niveau, Rol
from core.bevindingen import maanden_van, plaats_onder_gebieden, werkelijk_tegen_verwacht
from core.cijfers import uitleg
from core.cijfers.volledigheid import volledige_maanden
from core.database import Database
from core.export import tekening
from core.export.figuur import Figuur, Stuk, Uitgang
from core.export.scherm import KPI, PER_JAAR, STAVEN, Scherm
from core.filters import Filter
from core.grafieken import Grafiek
from core.grafieken.kpi import naast_pad
from core.onthulling import BeveiligdeTabel, Drempels, Kruistabel, kruistabel
from core.opslag.gebeurtenissen import Gebeurtenis
from core.opslag.geopend import geopend
from core.opslag.kpis import Kpis
from core.prognose.tabellen import REGISTER
from core.referentie.gebieden import Gebiedssoort, gebied
from core.sturing.kpi import REEKS
from core.verwacht.beeld import beeld, jaren
from core.verwacht.ingelezen import in_gebruik
from core.verwacht.vormen import Vorm

DOMEIN = "domeinvergadering"
"""The name by which the ready presentation is asked for."""
_GENOEG_MAANDEN = 6
"""From so many complete months on a year is worth showing; before that the year before is."""
_ZONDER_PRODUCT = (Niveau.TOTAAL.value, Niveau.SEGMENT.value)
_SLUIT_AAN = ("segment", "taakveld", "dashboard", "grootboek", "verschil", "aansluitstand")
_KOLOMMEN = {
    "prognose": ("segment", "begroting", "prognose", "laag", "hoog", "verschil", "v_n"),
    "plafonds": ("aanbieder", "plafond", "gedeclareerd", "prognose", "benut", "uitgeput", "plafondstand"),
    "aansluiting": _SLUIT_AAN,
    "aansluiting-declaratiemaand": _SLUIT_AAN,
    "penc-kalender": ("penc_product", "datum", "kalenderstand", "gerapporteerd", "prognose", "verschil", "v_n"),
    "productieverantwoording": (
        "aanbieder", "product", "verantwoord", "toegekend", "verschil", "verantwoordingsstand",
    ),
}  # fmt: skip
"""Of a table with more columns than a room can read those that it is about."""


class NietOpenbaar(Exception):
    """This may not stand on a screen that a room can see; its text is a Dutch sentence that says why."""


@dataclass(frozen=True)
class Zaal:
    """Draws screens for one room, of one version of the data."""

    db: Database
    drempels: Drempels
    gebeurtenissen: tuple[Gebeurtenis, ...] = ()

    @property
    def uitgang(self) -> Uitgang:
        """What makes a figure fit for a room: as for a file that leaves the building."""
        return Uitgang(self.db, Rol.LEZER, self.drempels, gebeurtenissen=self.gebeurtenissen)

    def figuur(self, scherm: Scherm) -> Figuur:
        """The figure of a screen, its finding (or the title that was given) as `zin`. Raises NietOpenbaar."""
        maak = self._getekend if scherm.figuur else self._staven if scherm.tabel == STAVEN else self._tabel
        try:
            figuur = maak(scherm)
        # A filter that it does not know, a name of long ago, no row left.
        except (LookupError, ValueError) as fout:
            raise NietOpenbaar("Deze figuur is van deze selectie niet te maken.") from fout
        return replace(figuur, zin=scherm.titel or figuur.zin)

    def mag(self, scherm: Scherm) -> bool:
        """Whether a screen may be shown in public: never a buurt beside an attribute of persons."""
        if scherm.figuur:
            return all(self._openbaar(*vraag) for vraag in tekening.vragen(self._verplaatst(scherm)))
        return scherm.tabel == STAVEN or self._openbaar(scherm.tabel, scherm.filter)

    def _openbaar(self, naam: str, f: Filter) -> bool:
        vraag = REGISTER[naam]
        return not ((f.buurt or vraag.gebied) and (vraag.persoonlijk or f.persoonlijk()))

    def _alleen_openbaar(self, scherm: Scherm) -> None:
        if not self.mag(scherm):
            raise NietOpenbaar(
                "In een openbare vergadering staat een buurt niet naast een kenmerk van personen, zoals leeftijd."
            )

    def _verplaatst(self, scherm: Scherm) -> str:
        """The figure that was kept, of the selection of the screen now."""
        if scherm.filter == scherm.basis:
            return scherm.figuur
        return tekening.verplaatst(scherm.figuur, scherm.basis, scherm.filter)

    def _getekend(self, scherm: Scherm) -> Figuur:
        self._alleen_openbaar(scherm)
        wat = tekening.opnieuw(self._verplaatst(scherm), self.db, self.tabel)
        return self.uitgang.van_scherm(Stuk(scherm.heet, wat, zin=tekening.zin_van_gebied(wat)))

    def tabel(self, naam: str, f: Filter) -> BeveiligdeTabel:
        """The answer to a question of the registry as a lezer sees it."""
        return onthulling.tabel(self.db, naam, f, Rol.LEZER, self.drempels)

    def _tabel(self, scherm: Scherm) -> Figuur:
        f = scherm.filter
        self._alleen_openbaar(scherm)
        figuur = self.uitgang.figuur(scherm.tabel, f)
        if (smal := _KOLOMMEN.get(scherm.tabel)) and isinstance(figuur.van, BeveiligdeTabel):
            return replace(figuur, van=figuur.van.met_kolommen(*smal))
        per_jaar = scherm.tabel == PER_JAAR and len(figuur.van) > 0
        return replace(figuur, beeld=self._per_jaar(f)) if per_jaar else figuur

    def _per_jaar(self, f: Filter) -> Kruistabel | Grafiek:
        """The table of years as a room can read it: without products when all segments are in it.

        Of a segment that is its only product the years as bars; one segment needs no total.
        """
        van = self.uitgang.tabel(PER_JAAR, f)
        if not (f.segment or f.product):
            van = van.alleen(niveau=_ZONDER_PRODUCT)
        elif len(set(van.kolom("product")) - {None}) <= 1:
            return grafieken.per_jaar(van.alleen(niveau=Niveau.TOTAAL.value), "jeugdigen")
        elif len(f.segment) == 1:
            van = van.alleen(niveau=(Niveau.SEGMENT.value, Niveau.PRODUCT.value))
        return kruistabel(van, ("niveau", "segment", "product"), "jaar", "jeugdigen")

    def _staven(self, scherm: Scherm) -> Figuur:
        vorm, eigen = Vorm(scherm.vorm), gebied(scherm.gebied)
        ingelezen = in_gebruik(self.db)
        van = beeld(vorm, jaren(vorm, ingelezen)[0], ingelezen)
        soort = Gebiedssoort.GEMEENTE if eigen.soort is Gebiedssoort.NEDERLAND else eigen.soort
        staven = onthulling.staven_tabel(van, soort, "verschil_pp", eigen.code)
        zelf = onthulling.naast_elkaar(van, (eigen.code,))
        return Figuur(
            plaats_onder_gebieden(staven, eigen.naam, soort),
            werkelijk_tegen_verwacht(zelf, vorm),
            uitleg.UITLEG["verwacht-staven"],
            staven,
            grafieken.alle_gebieden(staven, eigen.naam),
        )

    def wijken_van(self, f: Filter) -> tuple[str, ...]:
        """The wijken in which the buurten of a filter lie: what may be shown where a buurt may not."""
        vragen = ", ".join("?" * len(f.buurt))
        sql = f"SELECT DISTINCT wijk FROM buurt WHERE naam IN ({vragen}) AND wijk IS NOT NULL ORDER BY 1"
        return tuple(w for (w,) in self.db.rijen(sql, f.buurt)) if f.buurt else ()


def vergaderjaar(db: Database) -> int:
    """The calendar year that a meeting looks at: the latest with enough complete months.

    Raises LookupError without data.
    """
    maanden = maanden_van(Filter(), db.stand)
    if not maanden:
        raise LookupError("geen gegevens ingelezen")
    vast = volledige_maanden(db, Filter()) or maanden
    jaar = vast[-1] // 12
    in_jaar = sum(m // 12 == jaar for m in vast)
    return jaar if in_jaar >= _GENOEG_MAANDEN or vast[0] // 12 == jaar else jaar - 1


def domeinvergadering(zaal: Zaal, gemeentecode: str) -> tuple[Scherm, ...]:
    """The ready presentation of a month, in the order of the slides it comes from.

    Landscape, every segment with the line that explains it, aanbieders, cliënten, buurten, expected
    use, and the KPIs beside their path. Raises LookupError without data.
    """
    db = zaal.db
    jaar = vergaderjaar(db)
    f = Filter(jaar=(jaar,))
    jaren_ = tuple(j for j in db.keuzes["jaar"] if j <= jaar)
    return (
        Scherm("segmenten", f, regel=f"Het zorglandschap in {jaar}: jeugdigen per segment van de inkoop."),
        Scherm(PER_JAAR, Filter(jaar=jaren_), regel="Aantallen unieke jeugdigen, alle segmenten."),
        *_segmenten(zaal, jaren_),
        Scherm("kosten-per-maand", Filter(jaar=jaren_), regel="Kosten per maand, gestapeld naar segment."),
        Scherm("aanbieders", f, regel=f"Aanbieders in {jaar}, naar kosten."),
        Scherm("leeftijd-per-product", f, regel=f"Jeugdigen naar leeftijd in {jaar}."),
        Scherm("verwijzers", f, regel=f"Wie verwees, in {jaar}."),
        Scherm("buurten", f, regel=f"Gebruik per buurt in {jaar}."),
        Scherm(STAVEN, gebied=gemeentecode),
        *_kpis(zaal),
    )  # fmt: skip


def _segmenten(zaal: Zaal, jaren_: tuple[int, ...]) -> Iterator[Scherm]:
    """A screen per segment of the purchase in which somebody got help in the last of these years."""
    nu = zaal.uitgang.tabel("segmenten", Filter(jaar=jaren_[-1:])).alleen(niveau=Niveau.SEGMENT.value)
    met_hulp = {nu.cel("segment", n) for n in range(len(nu)) if nu.cel("jeugdigen", n) != 0}
    for segment, regel in referentie.segment_uitleg().items():
        if segment in met_hulp:
            yield Scherm(PER_JAAR, Filter(jaar=jaren_, segment=(segment,)), regel=regel)


def _kpis(zaal: Zaal) -> Iterator[Scherm]:
    """A screen per KPI that is kept for these data: its measure beside its path, below it the goal."""
    for kpi in geopend(Kpis).alle(zaal.db.stand.demo):
        reeks = onthulling.kpi_reeks(zaal.tabel(REEKS[kpi.per], kpi.filter), kpi)
        figuur = tekening.als_tekst(naast_pad(reeks, kpi.maat))
        regel = f"Beleidsdoel: {kpi.doel.rstrip('.')}."
        scherm = Scherm(KPI, kpi.filter, regel=regel, figuur=figuur, heet=reeks.titel, basis=kpi.filter)
        if zaal.mag(scherm):
            yield scherm
