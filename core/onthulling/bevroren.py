"""A protected table as text and back: how a talk keeps the figures that were on its agenda.

What comes back holds no more than was shown when it was kept: hidden cells have their reason only.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from core.begrippen import Rol
from core.cijfers.register import Kolom, Soort
from core.filters import Filter
from core.onthulling.beheertabel import Beheertabel
from core.onthulling.tabel import BeveiligdeTabel, Herkomst

Blad = BeveiligdeTabel | Beheertabel


def als_gegevens(van: Blad) -> dict[str, Any]:
    """The table as what JSON can hold."""
    uit: dict[str, Any] = {
        "titel": van.titel,
        "kolommen": [[k.naam, k.titel, k.soort.value, k.volgt] for k in van.kolommen],
        "waarden": [list(rij) for rij in van.waarden],
    }
    if isinstance(van, Beheertabel):
        return uit
    h = asdict(van.herkomst)
    h |= {"filter": van.herkomst.filter.to_dict(), "rol": van.herkomst.rol.value}
    h["stand_per"] = None if van.herkomst.stand_per is None else van.herkomst.stand_per.isoformat()
    return uit | {"naam": van.naam, "reden": [list(rij) for rij in van.reden], "herkomst": h}


def uit_gegevens(gegevens: dict[str, Any]) -> Blad:
    """The table that `als_gegevens` wrote."""
    kolommen = tuple(
        Kolom(naam, titel, Soort(soort), volgt) for naam, titel, soort, volgt in gegevens["kolommen"]
    )
    waarden = tuple(tuple(rij) for rij in gegevens["waarden"])
    if "herkomst" not in gegevens:
        return Beheertabel(gegevens["titel"], kolommen, waarden)
    h = dict(gegevens["herkomst"])
    dag = h["stand_per"]
    h |= {"filter": Filter.from_dict(h["filter"]), "rol": Rol(h["rol"])}
    h["stand_per"] = None if dag is None else date.fromisoformat(dag)
    reden = tuple(tuple(rij) for rij in gegevens["reden"])
    # Of another name than a table of now: equal figures of both would share their chart, and so its recept.
    naam = f"{gegevens['naam']}-toen"
    return BeveiligdeTabel(naam, gegevens["titel"], kolommen, waarden, reden, Herkomst(**h))
