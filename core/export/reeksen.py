"""Charts as plain series of numbers, for programs that draw them themselves (slides).

They are read from the rows that the chart itself draws. A hidden or unknown value is None: it is
left out of the drawing, and never a 0.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.cijfers.tabellen import Kolom, Soort
from core.grafieken import KLEUR, KLEUR_NADRUK, SEGMENTKLEUR, Grafiek
from core.grafieken.aanbieders import ANDEREN, EIGEN, MEDIAAN
from core.grafieken.basis import GRIJS, KLEUR_TWEE
from core.grafieken.clienten import GESLACHTKLEUR
from core.grafieken.kosten import KLEUR_NOG, NOG
from core.grafieken.kpi import DOELPAD, GEMETEN, VOORLOPIG
from core.grafieken.prognose import BEGROTING, GEDECLAREERD, VERWACHT
from core.onthulling import Recept
from core.opmaak import maand_kort, maand_uit_iso


class Tekenvorm(StrEnum):
    """How series are drawn."""

    BALKEN = "liggende balken"
    KOLOMMEN = "kolommen"
    GESTAPELD = "gestapelde kolommen"
    SPIEGEL = "kolommen omhoog en omlaag"
    LIJN = "lijn"


@dataclass(frozen=True)
class Reeks:
    """One series: its name in the legend, a value per category (None = not drawn), its colour."""

    naam: str
    waarden: tuple[float | None, ...]
    kleur: str


@dataclass(frozen=True)
class Reeksen:
    """A chart as numbers; `soort` is the kind of all its values, `decimalen` those of percentages."""

    vorm: Tekenvorm
    categorieen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    soort: Soort
    decimalen: int = 1

    @property
    def hoogste(self) -> float:
        """The largest value without its sign; 0 when nothing is shown."""
        return max((abs(w) for r in self.reeksen for w in r.waarden if w is not None), default=0.0)

    @property
    def onvolledig(self) -> bool:
        """Whether a value is not drawn."""
        return any(w is None for r in self.reeksen for w in r.waarden)


@dataclass(frozen=True)
class _Lezing:
    """Where in the rows of a chart its categories, values and series stand.

    `waarden` maps a field to the name of its series; with `reeks`, a field that names the series,
    there is one value field. Without `soort` the kind is that of the column `kolom`, or of the one
    the chart was asked for.
    """

    vorm: Tekenvorm
    categorie: str
    waarden: dict[str, str]
    reeks: str = ""
    soort: Soort | None = None
    kolom: str = ""


_LEZINGEN: dict[str, _Lezing] = {
    "staven": _Lezing(Tekenvorm.BALKEN, "naam", {"waarde": ""}),
    "lijn_per_maand": _Lezing(Tekenvorm.LIJN, "datum", {"waarde": ""}),
    "signaal": _Lezing(Tekenvorm.LIJN, "kwartaal", {"waarde": ""}),
    "per_jaar": _Lezing(Tekenvorm.KOLOMMEN, "label", {"aantal": ""}),
    "wordt_18": _Lezing(Tekenvorm.KOLOMMEN, "kwartaal", {"aantal": ""}, "wanneer", Soort.JEUGDIGEN),
    "kosten_per_maand": _Lezing(Tekenvorm.GESTAPELD, "datum", {"kosten": ""}, "segment", Soort.EURO),
    "leeftijd_geslacht": _Lezing(Tekenvorm.KOLOMMEN, "leeftijd", {"aantal": ""}, "wie", Soort.JEUGDIGEN),
    "stand": _Lezing(Tekenvorm.LIJN, "datum", {"aantal": "Lopende zorgperioden"}, "", Soort.JEUGDIGEN),
    "stromen": _Lezing(Tekenvorm.SPIEGEL, "datum", {"aantal": ""}, "soort", Soort.JEUGDIGEN),
    "top_aanbieders": _Lezing(Tekenvorm.BALKEN, "naam", {"kosten": "Kosten"}, "", Soort.EURO),
    "concentratie": _Lezing(
        Tekenvorm.LIJN, "rang", {"cumulatief": "Opgeteld aandeel in de kosten"}, "", Soort.PCT
    ),
    "naast_anderen": _Lezing(Tekenvorm.BALKEN, "product", {"bedrag": ""}, "soort", Soort.EURO_PER),
    "gebruik_per_jaar": _Lezing(Tekenvorm.LIJN, "jaar", {"per_1000": ""}, "gebied", Soort.PER_1000),
    "aandelen": _Lezing(
        Tekenvorm.BALKEN,
        "segment",
        {"aandeel": "Deze buurt", "aandeel_stad": "Hele gemeente"},
        "",
        Soort.PCT,
    ),
    "kpi_per_maand": _Lezing(Tekenvorm.LIJN, "datum", {"waarde": ""}, "wat"),
    "kpi_per_kwartaal": _Lezing(Tekenvorm.LIJN, "kwartaal", {"waarde": ""}, "wat"),
    "cumulatief": _Lezing(Tekenvorm.LIJN, "datum", {"bedrag": ""}, "wat", Soort.EURO),
    "met_interval": _Lezing(Tekenvorm.BALKEN, "gebied", {"waarde": ""}, "wat", Soort.PCT),
    "alle_gebieden": _Lezing(Tekenvorm.KOLOMMEN, "nummer", {"waarde": ""}, kolom="gemiddelde"),
    "verschillen": _Lezing(
        Tekenvorm.BALKEN, "gebied", {"waarde": "Verschil in procentpunt"}, "", Soort.PROCENTPUNT
    ),
}
"""By the name of the function in core.grafieken that drew the chart."""

ALS_TABEL = {
    "doorstroom",
    "plafonds",
    "waterval",
    "naar_prognose",
    "opbouw",
    "trechter",
    "ijking",
    "over_de_jaren",
    "uitloop",
    "terugblik",
}
"""Charts that leave as their table: bars that float, points without categories or with a margin, a line with a
break, a heat map, bars beside a limit."""

_KLEUREN = (
    SEGMENTKLEUR
    | GESLACHTKLEUR
    | {
        EIGEN: KLEUR_NADRUK,
        MEDIAAN: GRIJS,
        "werkelijk": KLEUR_NADRUK,
        "verwacht": KLEUR,
        "uitstroom": KLEUR_TWEE,
        "Hele gemeente": KLEUR_NADRUK,
        NOG: KLEUR_NOG,
        VERWACHT: KLEUR,
        GEMETEN: KLEUR,
        VOORLOPIG: KLEUR_TWEE,
        DOELPAD: GRIJS,
        GEDECLAREERD: KLEUR_NADRUK,
        BEGROTING: GRIJS,
    }
)
_OP_RIJ = (KLEUR, KLEUR_NADRUK, GRIJS, KLEUR_TWEE)


def reeksen(van: Grafiek) -> Reeksen | None:
    """The series behind a chart; None without a number to draw, or where nobody wrote how to read it."""
    if van.recept is None or van.recept.functie.__name__ not in _LEZINGEN:
        return None
    lezing = _LEZINGEN[van.recept.functie.__name__]
    kolom = _maat(van, lezing, van.recept)
    # Of the other aanbieders a slide shows the median only: a cloud of points has no categories.
    rijen = [r for r in van.spec["data"]["values"] if r.get(lezing.reeks) != ANDEREN]
    categorieen = tuple(dict.fromkeys(r[lezing.categorie] for r in rijen))
    alle = _reeksen(lezing, rijen, categorieen, kolom.titel if kolom else "")
    soort = lezing.soort or (kolom.soort if kolom else Soort.JEUGDIGEN)
    uit = Reeksen(lezing.vorm, tuple(_label(c) for c in categorieen), alle, soort, van.van.decimalen)
    return uit if uit.hoogste else None


def _reeksen(
    lezing: _Lezing, rijen: list[dict[str, Any]], categorieen: tuple[Any, ...], maat: str
) -> tuple[Reeks, ...]:
    namen = list(dict.fromkeys(r[lezing.reeks] for r in rijen)) if lezing.reeks else [""]
    cellen = {
        (r[lezing.categorie], r[lezing.reeks] if lezing.reeks else "", veld): r.get(veld)
        for r in rijen
        for veld in lezing.waarden
    }
    uit: list[Reeks] = []
    for naam in namen:
        for veld, titel in lezing.waarden.items():
            waarden = tuple(cellen.get((c, naam, veld)) for c in categorieen)
            heet = naam or titel or maat
            if any(w is not None for w in waarden):
                uit.append(Reeks(heet, waarden, _KLEUREN.get(heet, _OP_RIJ[len(uit) % len(_OP_RIJ)])))
    return tuple(uit)


def _maat(van: Grafiek, lezing: _Lezing, recept: Recept) -> Kolom | None:
    """The column that the chart is about, when it is about one."""
    gevraagd = inspect.signature(recept.functie).bind(*recept.args, **recept.kwargs).arguments
    naam = lezing.kolom or gevraagd.get("maat")
    return van.van.kolommen[van.van.plaats(naam)] if naam else None


def _label(categorie: Any) -> str:
    """A category as it reads on an axis: a month of the form 2024-02-01T00:00:00 as `feb 2024`."""
    tekst = str(categorie)
    return maand_kort(maand_uit_iso(tekst[:7])) if tekst.endswith("-01T00:00:00") else tekst
