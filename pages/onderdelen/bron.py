"""Where pages get their figures: the version in force, cached on (dataversie, Filter, rol).

The only module that calls st.cache_*. What is cached is immutable, so one object can serve every
session; the bound keeps memory in hand when many people try many filters.
"""

from __future__ import annotations

import streamlit as st

from core import database, onthulling
from core.begrippen import Rol
from core.bevindingen import Vergelijking, maanden_van, vergelijk
from core.database import Database
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, Drempels
from core.opslag import Opslag


def data() -> Database | None:
    """The version in force, or None when nothing was read in yet."""
    db = database.actueel()
    return db if db is not None and db.stand.eerste_maand is not None else None


def rol() -> Rol:
    """The role of who is looking. Without login everybody on this machine acts as sturing."""
    return Rol.STURING


@st.cache_resource(show_spinner=False)
def opslag(map_: str) -> Opslag:
    """The store of settings and what people write, for one data folder."""
    return Opslag()


def winkel() -> Opslag:
    """The store that belongs to the data folder in force."""
    return opslag(str(database.datamap()))


@st.cache_resource(show_spinner=False, ttl="10s")
def _drempels(map_: str) -> Drempels:
    return Drempels.uit(Opslag())


def drempels() -> Drempels:
    """The thresholds in force; a change is seen everywhere within ten seconds."""
    return _drempels(str(database.datamap()))


def tabel(naam: str, f: Filter) -> BeveiligdeTabel:
    """The protected answer to one question for the person who looks."""
    db = database.actueel()
    if db is None:
        raise LookupError("geen gegevens ingelezen")
    return _tabel(naam, str(db.pad), _sleutel(f), rol().value, drempels(), db, f)


def naar_buiten(van: BeveiligdeTabel) -> BeveiligdeTabel:
    """The table as it may leave the building."""
    db = database.actueel()
    if db is None:
        raise LookupError("geen gegevens ingelezen")
    return onthulling.naar_buiten(db, van, drempels())


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
    db = database.actueel()
    if db is None:
        raise LookupError("geen gegevens ingelezen")
    return _vergelijking(str(db.pad), _sleutel(f), rol().value, drempels(), db, f)


def _sleutel(f: Filter) -> str:
    return repr(f)


@st.cache_resource(show_spinner=False, max_entries=4000)
def _tabel(
    naam: str, versie: str, vraag: str, rol_: str, grens: Drempels, _db: Database, _f: Filter
) -> BeveiligdeTabel:
    return onthulling.tabel(_db, naam, _f, Rol(rol_), grens)


@st.cache_resource(show_spinner=False, max_entries=2000)
def _vergelijking(
    versie: str, vraag: str, rol_: str, grens: Drempels, _db: Database, _f: Filter
) -> Vergelijking:
    return vergelijk(_db, _f, Rol(rol_), grens)
