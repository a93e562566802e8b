"""Where pages get their figures: the version in force, cached on (dataversie, Filter, rol).

What is cached is immutable, so one object can serve every session; the bound keeps memory in hand
when many people try many filters. functools' cache and not st.cache_*: a hit takes 2 µs instead of
800 µs, and a page asks for some twenty tables.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from core import database, onthulling
from core.begrippen import BUITEN_GEMEENTE, ONBEKEND, Rol
from core.bevindingen import Vergelijking, maanden_van, vergelijk
from core.database import Database
from core.export.figuur import Figuur, Stuk, Uitgang
from core.export.figuur import openbaar as openbare_figuur
from core.export.scherm import Scherm
from core.export.vertoning import Zaal, domeinvergadering
from core.filters import Filter
from core.inlezen import bijwerken, indeling
from core.inlezen.rapport import Samenvoeging
from core.onthulling import BeveiligdeTabel, Drempels, OpenbareTabel
from core.opslag import BuitenDeclaraties, Opslag
from core.opslag.geopend import geopend
from core.opslag.gesprekken import Gesprekken
from core.opslag.weergaven import Weergaven
from core.verwacht.beeld import Beeld, beeld
from core.verwacht.ingelezen import Ingelezen, in_gebruik
from core.verwacht.vormen import Vorm
from pages.onderdelen import gebeurd


def begin() -> None:
    """Take the version in force for this run of the page: no figure beside one of another version."""
    st.session_state["_database"] = bijwerken.actueel()
    st.session_state["_drempels"] = ingevuld().drempels


def versie() -> Database:
    """The version of this run. Raises LookupError when nothing was ever read in."""
    db: Database | None = st.session_state.get("_database")
    if db is None:
        raise LookupError("geen gegevens ingelezen")
    return db


def laatste() -> Database | None:
    """The version of this run also when it holds no declarations: for what lies beside them."""
    db: Database | None = st.session_state.get("_database")
    return db


def data() -> Database | None:
    """The version of this run when it holds anything, else None."""
    db: Database | None = st.session_state.get("_database")
    return db if db is not None and db.stand.eerste_maand is not None else None


def rol() -> Rol:
    """The role of who is looking. Without login everybody on this machine acts as sturing."""
    return Rol.STURING


def wie() -> str:
    """Who acts, for the log. Without login everybody on this machine is `lokaal`."""
    return "lokaal"


def winkel() -> Opslag:
    """The store of settings and what people write, in the data folder in force."""
    return geopend(Opslag)


def gesprekken() -> Gesprekken:
    """The talks and actions that people wrote, in the data folder in force."""
    return geopend(Gesprekken)


def weergaven() -> Weergaven:
    """The views and presentations that people kept, in the data folder in force."""
    return geopend(Weergaven)


def zaal(dataversie: str) -> Zaal:
    """What draws for a room: of the version of that name, else of that in force."""
    return Zaal(db := database.van_versie(dataversie) or versie(), drempels(), gebeurd.alle(db))


@lru_cache(maxsize=500)
def zaalfiguur(van: Zaal, scherm: Scherm) -> Figuur:
    """The figure of one screen, made once. Raises NietOpenbaar."""
    return van.figuur(scherm)


@lru_cache(maxsize=20)
def vaste_schermen(van: Zaal, gemeentecode: str, gewijzigd: tuple[int, ...]) -> tuple[Scherm, ...]:
    """The screens of the ready presentation of a version; `gewijzigd` is the mark of the store that holds its KPIs."""
    return domeinvergadering(van, gemeentecode)


@dataclass(frozen=True)
class Ingevuld:
    """What people set and entered: municipality, thresholds, the landscape, amounts outside the declarations."""

    gemeente: str
    gemeentecode: str
    drempels: Drempels
    landschap: dict[str, tuple[float | None, str]]
    buiten_declaraties: tuple[BuitenDeclaraties, ...]


@lru_cache(maxsize=8)
def _ingevuld(opslag: Opslag, demo: bool, gewijzigd: tuple[int, ...]) -> Ingevuld:
    return Ingevuld(
        str(opslag.instelling("gemeentenaam")),
        str(opslag.instelling("gemeentecode")),
        Drempels.uit(opslag),
        opslag.landschap(),
        tuple(opslag.buiten_declaraties(demo)),
    )


def ingevuld() -> Ingevuld:
    """What the store holds, read again only when it was written."""
    db = data()
    return _ingevuld(winkel(), db is not None and db.stand.demo, winkel().gewijzigd())


def drempels() -> Drempels:
    """The thresholds in force in this run of the page."""
    grens: Drempels = st.session_state["_drempels"]
    return grens


def tabel(naam: str, f: Filter) -> BeveiligdeTabel:
    """The protected answer to one question for the person who looks."""
    return _tabel(versie(), naam, f, rol(), drempels())


def uitgang() -> Uitgang:
    """What makes figures of this run fit to leave the building."""
    return Uitgang(versie(), rol(), drempels(), gebeurtenissen=gebeurd.getoond(versie()))


def naar_buiten() -> Callable[[Stuk], Figuur]:
    """What makes a figure of this run again for a file; without any data only of published figures."""
    return openbare_figuur if laatste() is None else uitgang().van_scherm


def gelogd(wat: str, maak: Callable[[], bytes]) -> Callable[[], bytes]:
    """What makes a file of published figures or of what people wrote, and logs that it was made."""
    opslag, naam = winkel(), wie()

    def geef() -> bytes:
        opslag.log(naam, "export", tabel=wat)
        return maak()

    return geef


def landelijk(vorm: Vorm, jaar: int) -> Beeld:
    """The picture of one form and year over all areas, made once; with what was read in."""
    return beeld(vorm, jaar, ingelezen())


def openbaar(maak: Callable[..., OpenbareTabel], *wat: Hashable) -> OpenbareTabel:
    """A table of published figures: what `maak` gives for `wat`, made once."""
    return _openbaar(maak, *wat)


def ingelezen() -> Ingelezen:
    """The figures about areas that were read in and are in force."""
    return _ingelezen(st.session_state.get("_database"))


def stad(f: Filter) -> BeveiligdeTabel:
    """The municipality itself under the same selection, whatever its area: one row, or none."""
    overal = f.met(wijk=(), buurt=())
    return onthulling.stad(tabel("buurten", overal), tabel("buurten", binnen(f)))


def binnen(f: Filter) -> Filter:
    """The same selection for all wijken of the municipality: without who lives elsewhere."""
    db = data()
    wijken = db.keuzes["wijk"] if db is not None else []
    return f.met(wijk=tuple(w for w in wijken if w not in (BUITEN_GEMEENTE, ONBEKEND)), buurt=())


def vorig_jaar(f: Filter) -> BeveiligdeTabel | None:
    """The key figures of the last full year before the selection; None without data of it."""
    db = data()
    maanden = maanden_van(f, db.stand) if db is not None else []
    jaar = maanden[-1] // 12 - 1 if maanden else 0
    if db is None or jaar not in db.keuzes["jaar"]:
        return None
    return tabel("kerncijfers", f.zonder_periode().met(jaar=(jaar,)))


def vergelijking(f: Filter) -> Vergelijking:
    """The key figures of the complete months beside those of a year before, or why not."""
    return _vergelijking(versie(), f, rol(), drempels())


def aanbieder_voorstellen() -> list[Samenvoeging]:
    """Aanbieders in force that look like one and the same; none without data."""
    db = data()
    return _voorstellen(db) if db is not None else []


@lru_cache(maxsize=4000)
def _tabel(db: Database, naam: str, f: Filter, wie: Rol, grens: Drempels) -> BeveiligdeTabel:
    return onthulling.tabel(db, naam, f, wie, grens)


@lru_cache(maxsize=4)
def _ingelezen(db: Database | None) -> Ingelezen:
    return in_gebruik(db)


@lru_cache(maxsize=1000)
def _openbaar(maak: Callable[..., OpenbareTabel], *wat: Hashable) -> OpenbareTabel:
    return maak(*wat)


@lru_cache(maxsize=1000)
def _vergelijking(db: Database, f: Filter, wie: Rol, grens: Drempels) -> Vergelijking:
    return vergelijk(db, f, wie, grens)


@lru_cache(maxsize=4)
def _voorstellen(db: Database) -> list[Samenvoeging]:
    return indeling.voorstellen(db)
