"""A figure of a page as text, so that it can be drawn again later, of other data or another selection.

What is kept is its recipe: the questions of the registry that it rests on, and the named steps from
those to the figure. No number is kept, and no other function than these can be named.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields
from enum import StrEnum
from typing import Any

from core import bevindingen, grafieken, onthulling
from core.database import Database
from core.filters import Filter
from core.kruisfilter import onder
from core.onthulling import BeveiligdeTabel, Jaarstand, Rooster
from core.opslag.kpis import Kpi, als_kpi
from core.referentie.gebieden import Gebiedssoort, gebied
from core.verwacht.beeld import Beeld, beeld
from core.verwacht.ingelezen import Ingelezen, in_gebruik
from core.verwacht.vormen import Vorm

Vraag = Callable[[str, Filter], BeveiligdeTabel]

_GRAFIEKEN = [stap for naam in grafieken.__all__ if hasattr(stap := getattr(grafieken, naam), "cache_info")]
_STAPPEN: dict[str, Callable[..., Any]] = {
    # Never one that keeps its outcomes: those may be of a screen.
    stap.__name__: stap.__wrapped__ if hasattr(stap, "cache_info") else stap
    for stap in (
        *_GRAFIEKEN,
        *(Rooster.alleen, Rooster.eerste, Rooster.gesorteerd, Rooster.met_kolommen),
        *(onthulling.stad, onthulling.door_de_jaren, onthulling.segmenten_naast, bevindingen.producten),
        *(onthulling.naast_elkaar, onthulling.staven_tabel, onthulling.opbouw_tabel),
        *(onthulling.kpi_reeks, onthulling.kpi_in_euro, onthulling.kpi_begroting, onthulling.kpi_standen),
        *(onthulling.gelijkend_tabel, onthulling.jaren_tabel, onthulling.ijking_tabel),
    )
}
"""The steps that can be kept, by name."""
_SOORTEN: dict[str, type[StrEnum]] = {"Vorm": Vorm, "Gebiedssoort": Gebiedssoort}


def als_tekst(wat: Any) -> str:
    """A chart, map or table as JSON. Raises LookupError for one that is no outcome of these steps."""
    return json.dumps(_schrijf(wat), ensure_ascii=False)


def _schrijf(wat: Any) -> Any:
    if wat is None or type(wat) in (str, int, float, bool):
        return wat
    if isinstance(wat, list | tuple):
        return [_schrijf(deel) for deel in wat]
    if type(wat).__name__ in _SOORTEN:
        return {"soort": type(wat).__name__, "waarde": str(wat)}
    if isinstance(wat, Beeld):
        return {"beeld": str(wat.vorm), "jaar": wat.jaar}
    if isinstance(wat, Ingelezen):
        return {"ingelezen": True}
    if isinstance(wat, Kpi):
        return {"kpi": asdict(wat)}
    if isinstance(wat, Jaarstand):
        return {"jaarstand": [_schrijf(getattr(wat, f.name)) for f in fields(wat)]}
    if (recept := getattr(wat, "recept", None)) is not None:
        naam = recept.functie.__name__
        if _STAPPEN.get(naam) is not recept.functie:
            raise LookupError(f"{naam} is geen stap die bewaard kan worden")
        kwargs = {n: _schrijf(w) for n, w in recept.kwargs.items()}
        return {"stap": naam, "met": [_schrijf(a) for a in recept.args], "en": kwargs}
    if isinstance(wat, BeveiligdeTabel) and onthulling.herleidbaar(wat):
        return {"tabel": wat.naam, "filter": wat.herkomst.filter.to_dict()}
    raise LookupError(f"{type(wat).__name__} kan niet bewaard worden")


def vragen(tekst: str) -> Iterator[tuple[str, Filter]]:
    """The questions (table and filter) that a kept figure rests on."""
    yield from _vragen(json.loads(tekst))


def _vragen(knoop: Any) -> Iterator[tuple[str, Filter]]:
    if isinstance(knoop, dict) and "tabel" in knoop:
        yield knoop["tabel"], Filter.from_dict(knoop["filter"])
        return
    for deel in knoop.values() if isinstance(knoop, dict) else knoop if isinstance(knoop, list) else ():
        yield from _vragen(deel)


def verplaatst(tekst: str, van: Filter, naar: Filter) -> str:
    """The same figure on a page that is filtered by `naar` instead of `van` (see core.kruisfilter.onder)."""
    return json.dumps(_verplaats(json.loads(tekst), van, naar), ensure_ascii=False)


def _verplaats(knoop: Any, van: Filter, naar: Filter) -> Any:
    if isinstance(knoop, dict) and "tabel" in knoop:
        anders = onder(Filter.from_dict(knoop["filter"]), van, naar, frozenset())
        return knoop | {"filter": anders.to_dict()}
    if isinstance(knoop, dict):
        return {naam: _verplaats(deel, van, naar) for naam, deel in knoop.items()}
    return [_verplaats(deel, van, naar) for deel in knoop] if isinstance(knoop, list) else knoop


def opnieuw(tekst: str, db: Database, vraag: Vraag) -> Any:
    """The figure again: its questions answered by `vraag`, published figures those of `db`.

    Raises LookupError or ValueError where a name in it is not known (any more), or no row is left.
    """
    return _lees(json.loads(tekst), db, vraag)


def _lees(knoop: Any, db: Database, vraag: Vraag) -> Any:
    if isinstance(knoop, list):
        return tuple(_lees(deel, db, vraag) for deel in knoop)
    if not isinstance(knoop, dict):
        return knoop
    if "tabel" in knoop:
        return vraag(knoop["tabel"], Filter.from_dict(knoop["filter"]))
    if "stap" in knoop:
        kwargs = {naam: _lees(w, db, vraag) for naam, w in knoop["en"].items()}
        return _STAPPEN[knoop["stap"]](*_lees(knoop["met"], db, vraag), **kwargs)
    if "soort" in knoop:
        return _SOORTEN[knoop["soort"]](knoop["waarde"])
    if "kpi" in knoop:
        return als_kpi(knoop["kpi"])
    if "beeld" in knoop:
        return beeld(Vorm(knoop["beeld"]), knoop["jaar"], in_gebruik(db))
    return in_gebruik(db) if "ingelezen" in knoop else Jaarstand(*_lees(knoop["jaarstand"], db, vraag))


def zin_van_gebied(wat: Any) -> str:
    """The finding of a table of published figures, or of a chart of one; empty where there is none to tell."""
    van = wat if isinstance(wat, Rooster) else wat.van
    if van.recept is None or van.naam not in _ZINNEN or not len(van):
        return ""
    return _ZINNEN[van.naam](van, *van.recept.args)


_ZINNEN: dict[str, Callable[..., str]] = {
    "verwacht": lambda van, beeld, codes: bevindingen.werkelijk_tegen_verwacht(van, beeld.vorm),
    "verwacht-staven": lambda van, beeld, soort, maat, code: bevindingen.plaats_onder_gebieden(
        van, gebied(code).naam, soort
    ),
    "verwacht-opbouw": lambda van, beeld, code: bevindingen.grootste_bijdragen(van),
    "verwacht-gelijkend": lambda van, beeld, code: bevindingen.gelijkende_gebieden(van),
    "verwacht-jaren": lambda van, vorm, ingelezen, code: bevindingen.over_de_jaren(van),
    "verwacht-ijking": lambda van, beeld: bevindingen.kwaliteit_van_model(beeld.kaart).split(". ")[0] + ".",
}
