"""Disclosure control: the only exit of figures about jeugdigen (privacy.md, 2).

A function of core.cijfers gives exact numbers; nothing but this package hands them on. Here they
become a BeveiligdeTabel, in which a hidden cell holds no number, only why it is hidden.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from core.begrippen import Rol
from core.cijfers.tabellen import TABELLEN, Tabel
from core.database import Database
from core.filters import Filter
from core.onthulling.gebied import Jaarstand, door_de_jaren, elders, segmenten_naast, stad
from core.onthulling.kruis import Kruistabel, in_volgorde, kruistabel, met_totaal
from core.onthulling.openbaar import OPENBAAR, gebiedentabel, verwacht_tabel
from core.onthulling.recept import Recept, onthoudt_recept
from core.onthulling.regels import VERBORGEN, beveilig
from core.onthulling.tabel import (
    Beheertabel,
    BeveiligdeTabel,
    Drempels,
    Herkomst,
    OpenbareTabel,
    Rooster,
    beheertabel,
    opgemaakt,
)

__all__ = [
    "OPENBAAR",
    "VERBORGEN",
    "Beheertabel",
    "BeveiligdeTabel",
    "Drempels",
    "Herkomst",
    "Jaarstand",
    "Kruistabel",
    "OpenbareTabel",
    "Recept",
    "Rooster",
    "beheertabel",
    "beveilig",
    "door_de_jaren",
    "elders",
    "gebiedentabel",
    "herkomst",
    "in_volgorde",
    "herleidbaar",
    "kruistabel",
    "met_totaal",
    "naar_buiten",
    "onthoudt_recept",
    "opgemaakt",
    "ruw",
    "segmenten_naast",
    "stad",
    "tabel",
    "verwacht_tabel",
]


def tabel(db: Database, naam: str, f: Filter, rol: Rol, drempels: Drempels | None = None) -> BeveiligdeTabel:
    """The protected answer to one question under one filter for one role.

    Raises KeyError for a name that is not in TABELLEN.
    """
    vraag = TABELLEN[naam]
    return beveilig(
        vraag, vraag.functie(db, f), herkomst(db, vraag, f, rol, drempels or Drempels()), drempels
    )


def herleidbaar(van: BeveiligdeTabel) -> bool:
    """Whether a table is an answer to a question of the registry, or was made of such answers."""
    return van.recept is not None or (van.naam in TABELLEN and van.kolommen == TABELLEN[van.naam].kolommen)


def naar_buiten(db: Database, van: BeveiligdeTabel, drempels: Drempels | None = None) -> BeveiligdeTabel:
    """The same table for a file that leaves the building: counts rounded, whatever the role.

    A table made of others is made again of those, asked anew. Raises LookupError for one that
    nobody knows the question of.
    """
    if van.recept is not None:
        uit: BeveiligdeTabel = van.recept.opnieuw(
            BeveiligdeTabel, lambda deel: naar_buiten(db, deel, drempels)
        )
        return uit
    if not herleidbaar(van):
        raise LookupError(f"{van.naam} is geen antwoord op een vraag van het register")
    vraag = TABELLEN[van.naam]
    bron = replace(van.herkomst, buiten=True)
    return beveilig(vraag, vraag.functie(db, bron.filter), bron, drempels)


def ruw(db: Database, naam: str, f: Filter) -> pd.DataFrame:
    """The unprotected answer, for databeheer only; the caller logs who asked."""
    return TABELLEN[naam].functie(db, f)


def herkomst(db: Database, vraag: Tabel, f: Filter, rol: Rol, drempels: Drempels) -> Herkomst:
    """Source, selection and threshold of one answer."""
    gemengd = (vraag.gebied or f.gebied()) and (vraag.persoonlijk or f.persoonlijk())
    return Herkomst(
        dataversie=db.dataversie,
        stand_per=db.stand.stand_per,
        demo=db.stand.demo,
        filter=f,
        drempel=drempels.buurt_persoonlijk if gemengd else drempels.gewoon,
        rol=rol,
        eerste_maand=db.stand.eerste_maand,
        laatste_maand=db.stand.laatste_maand,
        voorlopig_vanaf=db.stand.voorlopig_vanaf(),
    )
