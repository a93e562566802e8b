"""The screens of a presentation: which figure of which selection, made for a room that may be public.

A screen is a table of the registry with a filter, or the twenty bars of an area; it is drawn as a
file would draw it: for the role lezer, rounded, and never a buurt beside an attribute of persons.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from core import grafieken, onthulling, referentie
from core.begrippen import Niveau, Rol
from core.bevindingen import maanden_van, plaats_onder_gebieden, werkelijk_tegen_verwacht
from core.cijfers import uitleg
from core.cijfers.volledigheid import volledige_maanden
from core.database import Database
from core.export.figuur import Figuur, Stuk, Uitgang
from core.filters import Filter
from core.grafieken import Grafiek
from core.onthulling import Drempels, Kruistabel, kruistabel
from core.opslag.weergaven import Presentatie, Weergave
from core.prognose.tabellen import REGISTER
from core.referentie.gebieden import Gebiedssoort, gebied
from core.verwacht.beeld import beeld, jaren
from core.verwacht.ingelezen import in_gebruik
from core.verwacht.vormen import Vorm

DOMEIN = "domeinvergadering"
"""The name by which the ready presentation is asked for."""
STAVEN, PER_JAAR = "verwacht-staven", "jeugdigen-per-product"
_PAGINA = {
    "aanbieders": "aanbieders",
    "leeftijd-per-product": "clienten",
    "intensiteit-per-jaar": "clienten",
    "buurten": "buurten",
    STAVEN: "verwacht_werkelijk",
}
"""On which page a table stands; all others on the overview."""
_GENOEG_MAANDEN = 6
"""From so many complete months on a year is worth showing; before that the year before is."""
_ZONDER_PRODUCT = (Niveau.TOTAAL.value, Niveau.SEGMENT.value)
_KPI = Filter(product=("Begeleiding Individueel",), intensiteit=("hoog",), duur=("lang",))


class NietOpenbaar(Exception):
    """This may not stand on a screen that a room can see; its text is a Dutch sentence that says why."""


@dataclass(frozen=True)
class Scherm:
    """One screen: `tabel` is a name of the registry or STAVEN, `filter` its selection.

    `titel` takes the place of the finding that the app derives; `regel` explains, below it. `gebied`
    (code) and `vorm` say whose bars STAVEN shows.
    """

    tabel: str
    filter: Filter = Filter()
    titel: str = ""
    regel: str = ""
    gebied: str = ""
    vorm: str = str(Vorm.JEUGDHULP)

    def als_json(self) -> str:
        """What is kept of it; `uit_json` reads it back."""
        return json.dumps(asdict(self) | {"filter": self.filter.to_dict()}, ensure_ascii=False)

    @classmethod
    def uit_json(cls, tekst: str) -> Scherm:
        """The screen that was kept. Raises ValueError for a text that is none."""
        try:
            velden: dict[str, Any] = json.loads(tekst)
            return cls(**velden | {"filter": Filter.from_dict(velden["filter"])})
        except (TypeError, KeyError) as fout:
            raise ValueError("geen scherm") from fout


def scherm_van(stuk: Stuk) -> Scherm | None:
    """The screen of a figure of a page; None when a presentation cannot show it."""
    van = stuk.tabel
    if isinstance(van, onthulling.BeveiligdeTabel) and van.naam in REGISTER:
        return Scherm(van.naam, van.herkomst.filter.met(zoals_toen=False))
    return None


def schermen_van(van: Presentatie, weergaven: Iterable[Weergave]) -> tuple[Scherm, ...]:
    """The screens of a presentation in its order; a weergave without a figure has none."""
    bekend = {w.nummer: w for w in weergaven}
    gekozen = [bekend[n] for n in van.weergaven if n in bekend and bekend[n].figuur]
    return tuple(replace(Scherm.uit_json(w.figuur), titel=w.titel, regel=w.toelichting) for w in gekozen)


def als_weergave(scherm: Scherm, naam: str) -> Weergave:
    """A screen as a view that a person may change: on its page, with its choices."""
    adres = urlencode(scherm.filter.to_dict(), doseq=True)
    return Weergave(naam, _PAGINA.get(scherm.tabel, ""), adres, scherm.regel, scherm.als_json())


@dataclass(frozen=True)
class Zaal:
    """Draws screens for one room, of one version of the data."""

    db: Database
    drempels: Drempels

    @property
    def uitgang(self) -> Uitgang:
        """What makes a figure fit for a room: as for a file that leaves the building."""
        return Uitgang(self.db, Rol.LEZER, self.drempels)

    def figuur(self, scherm: Scherm) -> Figuur:
        """The figure of a screen, its finding (or the title that was given) as `zin`. Raises NietOpenbaar."""
        figuur = self._staven(scherm) if scherm.tabel == STAVEN else self._tabel(scherm)
        return replace(figuur, zin=scherm.titel or figuur.zin)

    def mag(self, scherm: Scherm) -> bool:
        """Whether a screen may be shown in public: never a buurt beside an attribute of persons."""
        if scherm.tabel == STAVEN:
            return True
        vraag, f = REGISTER[scherm.tabel], scherm.filter
        return not ((f.buurt or vraag.gebied) and (vraag.persoonlijk or f.persoonlijk()))

    def _tabel(self, scherm: Scherm) -> Figuur:
        f = scherm.filter
        if not self.mag(scherm):
            raise NietOpenbaar(
                "In een openbare vergadering staat een buurt niet naast een kenmerk van personen, zoals leeftijd."
            )
        figuur = self.uitgang.figuur(scherm.tabel, f)
        per_jaar = scherm.tabel == PER_JAAR and len(figuur.van) > 0
        return replace(figuur, beeld=self._per_jaar(f)) if per_jaar else figuur

    def _per_jaar(self, f: Filter) -> Kruistabel | Grafiek:
        """The table of years as a room can read it: without products when all segments are in it.

        Of a segment that is its only product the years as bars; one segment needs no total.
        """
        van = self.uitgang.tabel(PER_JAAR, f)
        if not (f.segment or f.product):
            van = van.alleen(niveau=_ZONDER_PRODUCT)
        elif len({van.cel("product", n) for n in range(len(van))} - {None}) <= 1:
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
    use, and the example KPI. Raises LookupError without data.
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
        Scherm(
            "intensiteit-per-jaar",
            _KPI.met(jaar=jaren_),
            regel="KPI: het aantal jongeren dat zware en langdurige zorg krijgt neemt af.",
        ),
    )  # fmt: skip


def _segmenten(zaal: Zaal, jaren_: tuple[int, ...]) -> Iterator[Scherm]:
    """A screen per segment of the purchase in which somebody got help in the last of these years."""
    nu = zaal.uitgang.tabel("segmenten", Filter(jaar=jaren_[-1:])).alleen(niveau=Niveau.SEGMENT.value)
    met_hulp = {nu.cel("segment", n) for n in range(len(nu)) if nu.cel("jeugdigen", n) != 0}
    for segment, regel in referentie.segment_uitleg().items():
        if segment in met_hulp:
            yield Scherm(PER_JAAR, Filter(jaar=jaren_, segment=(segment,)), regel=regel)
