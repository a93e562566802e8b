"""Disclosure control: the only exit of figures about jeugdigen (privacy.md, 2).

A function of core.cijfers gives exact numbers; nothing but this package hands them on. Here they
become a BeveiligdeTabel, in which a hidden cell holds no number, only why it is hidden.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pandas as pd

from core.begrippen import Rol
from core.cijfers.dominantie import DOMINANT_BOVEN
from core.cijfers.selectie import maanden_van
from core.cijfers.tabellen import Soort, Tabel
from core.cijfers.volledigheid import voorlopig_vanaf
from core.database import Database
from core.filters import Filter
from core.onthulling.anders import opnieuw
from core.onthulling.beheertabel import Beheertabel, beheertabel
from core.onthulling.dominantie import met_dominantie
from core.onthulling.gebied import Jaarstand, door_de_jaren, elders, segmenten_naast, stad
from core.onthulling.kpi import kpi_oordeel, kpi_reeks, kpi_standen, periode_kort
from core.onthulling.kpieuro import kpi_begroting, kpi_in_euro
from core.onthulling.kruis import Kruistabel, in_volgorde, kruistabel, met_totaal
from core.onthulling.landelijk import (
    LANDELIJK,
    MATEN,
    ijking_tabel,
    jaren_tabel,
    modelkaart_tabel,
    opbouw_tabel,
    staven_tabel,
)
from core.onthulling.openbaar import OPENBAAR, gebiedentabel, gelijkend_tabel, naast_elkaar, verwacht_tabel
from core.onthulling.opmaak import opgemaakt
from core.onthulling.recept import Recept, bewaart, onthoudt_recept
from core.onthulling.regels import beveilig, zijn_bedragen_exact
from core.onthulling.registers import gebeurtenissentabel, risicotabel
from core.onthulling.scp import scp_wijken
from core.onthulling.signalen import OVER, Signalen, al_gedeclareerd, als_reeksen, signalen_van
from core.onthulling.tabel import BeveiligdeTabel, Drempels, Herkomst, OpenbareTabel, Rooster
from core.onthulling.tweede import VERBORGEN
from core.opslag.scenarios import Scenario
from core.prognose.scenario import doorgerekend
from core.prognose.tabellen import REGISTER
from core.sturing.signalen import Gevonden, zoek

__all__ = [
    "DOMINANT_BOVEN",
    "LANDELIJK",
    "MATEN",
    "OPENBAAR",
    "REGISTER",
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
    "Signalen",
    "beheertabel",
    "beveilig",
    "bewaart",
    "door_de_jaren",
    "elders",
    "gebiedentabel",
    "gebeurtenissentabel",
    "gelijkend_tabel",
    "herkomst",
    "ijking_tabel",
    "in_gebied",
    "in_volgorde",
    "herleidbaar",
    "jaren_tabel",
    "kpi_begroting",
    "kpi_in_euro",
    "kpi_oordeel",
    "kpi_reeks",
    "kpi_standen",
    "kruistabel",
    "met_totaal",
    "modelkaart_tabel",
    "naast_elkaar",
    "naar_buiten",
    "onthoudt_recept",
    "opbouw_tabel",
    "opgemaakt",
    "opnieuw",
    "periode_kort",
    "risicotabel",
    "ruw",
    "scenario",
    "scp_wijken",
    "signalen",
    "segmenten_naast",
    "stad",
    "staven_tabel",
    "tabel",
    "verwacht_tabel",
]


def tabel(db: Database, naam: str, f: Filter, rol: Rol, drempels: Drempels | None = None) -> BeveiligdeTabel:
    """The protected answer to one question under one filter for one role.

    Raises KeyError for a name that is not in REGISTER, NietTeVragen for a filter that it cannot answer.
    """
    vraag = REGISTER[naam]
    return _beveiligd(db, herkomst(db, vraag, f, rol, drempels or Drempels()), naam, drempels)


@lru_cache(maxsize=8)
def signalen(db: Database, rol: Rol, drempels: Drempels) -> Signalen:
    """The deviations of a version, for one role. What is one is the same for every role."""
    kwartalen = {naam: tabel(db, f"kwartalen-{naam}", Filter(), rol, drempels) for naam in OVER}
    return signalen_van(kwartalen, _zoek_signalen(db, drempels))


@lru_cache(maxsize=4)
def _zoek_signalen(db: Database, drempels: Drempels) -> Gevonden:
    van = ((naam, tabel(db, f"kwartalen-{naam}", Filter(), Rol.STURING, drempels)) for naam in OVER)
    binnen = al_gedeclareerd(tabel(db, "kosten-per-maand", Filter(), Rol.STURING, drempels))
    return zoek([als_reeksen(naam, t, binnen) for naam, t in van])


def herleidbaar(van: BeveiligdeTabel) -> bool:
    """Whether a table is an answer to a question of the registry, or was made of such answers."""
    return van.recept is not None or (van.naam in REGISTER and van.kolommen == REGISTER[van.naam].kolommen)


def scenario(db: Database, f: Filter, wat: Scenario, rol: Rol, drempels: Drempels) -> BeveiligdeTabel:
    """A scenario as it is being made, protected as those that are kept (table *prognose-scenarios*).

    Under a name of its own: a file is made of what was kept, for only that can be asked again.
    """
    vraag = replace(
        REGISTER["prognose-scenarios"], naam="prognose-scenario", titel=f"Scenario {wat.naam}".strip()
    )
    van = herkomst(db, vraag, f, rol, drempels)
    return _met_regels(db, vraag, doorgerekend(db, f, wat), van, drempels)


def naar_buiten(db: Database, van: BeveiligdeTabel, drempels: Drempels | None = None) -> BeveiligdeTabel:
    """The same table for a file that leaves the building: counts rounded, whatever the role.

    A table made of others is made again of those, asked anew. Raises LookupError for one that
    nobody knows the question of.
    """

    def buiten(antwoord: BeveiligdeTabel) -> BeveiligdeTabel:
        if not herleidbaar(antwoord):
            raise LookupError(f"{antwoord.naam} is geen antwoord op een vraag van het register")
        return _beveiligd(db, replace(antwoord.herkomst, buiten=True), antwoord.naam, drempels)

    uit: BeveiligdeTabel = opnieuw(van, buiten)
    return uit


def _beveiligd(db: Database, van: Herkomst, naam: str, drempels: Drempels | None) -> BeveiligdeTabel:
    vraag = REGISTER[naam]
    return in_gebied(_met_regels(db, vraag, vraag.antwoord(db, van.filter), van, drempels))


def _met_regels(
    db: Database, vraag: Tabel, exact: pd.DataFrame, van: Herkomst, drempels: Drempels | None
) -> BeveiligdeTabel:
    if not zijn_bedragen_exact(vraag, van):
        exact = met_dominantie(db, vraag, van.filter, exact, van.drempel)
    return beveilig(vraag, exact, van, drempels)


def in_gebied(van: BeveiligdeTabel) -> BeveiligdeTabel:
    """The rows of the chosen wijken and buurten of a table that was protected for all areas.

    Asked one by one, areas would tell what is hidden among the others; picked afterwards they do
    not. Any other table comes back as it is.
    """
    if not REGISTER[van.naam].hele_gemeente:
        return van
    gekozen = {"wijk": van.herkomst.filter.wijk, "buurt": van.herkomst.filter.buurt}
    # A copy has no recept: those rows are the answer itself, asked again as a whole.
    return replace(van.alleen(**{naam: waarden for naam, waarden in gekozen.items() if waarden}))


def ruw(db: Database, naam: str, f: Filter) -> pd.DataFrame:
    """The unprotected answer, for databeheer only; the caller logs who asked."""
    vraag = REGISTER[naam]
    return vraag.antwoord(db, f)[[k.naam for k in vraag.kolommen]]


def herkomst(db: Database, vraag: Tabel, f: Filter, rol: Rol, drempels: Drempels) -> Herkomst:
    """Source, selection and threshold of one answer."""
    gemengd = (vraag.gebied or f.gebied()) and (vraag.persoonlijk or f.persoonlijk())
    stand = db.stand_van(f)
    return Herkomst(
        dataversie=db.dataversie,
        stand_per=stand.stand_per,
        demo=stand.demo,
        filter=f,
        drempel=drempels.buurt_persoonlijk if gemengd else drempels.gewoon,
        rol=rol,
        eerste_maand=stand.eerste_maand,
        laatste_maand=stand.laatste_maand,
        voorlopig_vanaf=None if stand.stand_per is None else voorlopig_vanaf(db, f),
        inwoners=_inwonerbron(db, f) if any(k.soort in _MET_INWONERS for k in vraag.kolommen) else "",
    )


_MET_INWONERS = (Soort.INWONERS, Soort.PER_1000)


def _inwonerbron(db: Database, f: Filter) -> str:
    """Who counted the inhabitants of the years of a selection."""
    jaren = {maand // 12 for maand in maanden_van(db, f)}
    bronnen = (bron for jaar, bron in db.inwonerbronnen.items() if jaar in jaren)
    return "; ".join(dict.fromkeys(bronnen))
