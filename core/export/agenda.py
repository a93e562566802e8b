"""The agenda of the monthly talk, filled by itself: an item with its finding, its lines, its tables and its charts.

Made for a screen (exact for sturing) or for outside (rounded), by the Uitgang that asks its tables; kept with a
talk in both forms, so that it can be read back as it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from core import bevindingen, onthulling
from core.begrippen import Rol
from core.cijfers.register import Kolom, Soort
from core.export.figuur import Uitgang
from core.filters import Filter
from core.inlezen.leveringen import leveringen
from core.onthulling import BeveiligdeTabel, beheertabel
from core.onthulling.bevroren import Blad, als_gegevens, uit_gegevens
from core.opmaak import datum, getal, geteld
from core.opslag.geopend import geopend
from core.opslag.gesprekken import Gesprekken
from core.opslag.kpis import Kpi, Kpis
from core.opslag.opvolging import Opvolgingen, Status
from core.opslag.risicos import Risicos
from core.sturing.agenda import PUNTEN, op_volgorde, peildag
from core.sturing.kpi import REEKS

MEESTE_SIGNALEN = 8
"""So many deviations are named; the rest is counted."""
_ACTIE = (Kolom("nummer", "Nr", Soort.RANG),) + tuple(
    Kolom(naam, titel, Soort.TEKST)
    for naam, titel in (
        ("titel", "Actie"),
        ("voor", "Voor"),
        ("eigenaar", "Wie"),
        ("datum", "Klaar op"),
        ("status", "Status"),
        ("opvolging", "Opvolging"),
    )
)
_LEVERING = (
    Kolom("nummer", "Levering", Soort.RANG),
    Kolom("bestand", "Bestand", Soort.TEKST),
    Kolom("stand", "Stand per", Soort.TEKST),
    Kolom("regels", "Regels", Soort.AANTAL),
    Kolom("afgekeurd", "Afgekeurd", Soort.AANTAL),
    Kolom("dubbel", "Dubbel", Soort.AANTAL),
)
_RISICO = ("titel", "soort", "segment", "kans", "verwacht", "eigenaar")
_SIGNAAL = ("dimensie", "binnen", "naam", "maat", "kwartaal")
_PROGNOSE = ("segment", "begroting", "prognose", "laag", "hoog", "verschil", "v_n")


@dataclass(frozen=True)
class Punt:
    """One item: `zin` is its finding, `regels` what is named, `tabellen` what lies under it; `kpis` are
    series to draw beside their path (tables *kpi*)."""

    sleutel: str
    zin: str
    regels: tuple[str, ...] = ()
    tabellen: tuple[Blad, ...] = ()
    kpis: tuple[BeveiligdeTabel, ...] = ()

    @property
    def titel(self) -> str:
        """What the item is called."""
        return PUNTEN[self.sleutel]


def op_scherm(van: Uitgang) -> Uitgang:
    """What asks the tables of an agenda that stays inside: exact for sturing."""
    return replace(van, intern=True)


def voor_buiten(van: Uitgang) -> Uitgang:
    """What asks the tables of an agenda that leaves the building: as a lezer sees them, rounded."""
    return replace(van, rol=Rol.LEZER, intern=False)


def agenda(van: Uitgang) -> tuple[Punt, ...]:
    """The items of now, in their order."""
    return tuple(maak(van) for maak in _PUNTEN)


def acties(van: Uitgang) -> Punt:
    """What was agreed and is not done yet, late ones first."""
    stand = van.db.stand
    vandaag, kpis = peildag(stand), {k.nummer: k.naam for k in geopend(Kpis).alle(stand.demo)}
    open_ = op_volgorde(geopend(Gesprekken).alle_acties(stand.demo), vandaag)
    laat = sum(a.te_laat(vandaag) for a in open_)
    rijen = [
        (
            a.nummer,
            a.titel,
            kpis.get(a.kpi, "gesprek op Verwacht en werkelijk" if a.gesprek else "–"),
            a.eigenaar or "–",
            (datum(a.datum) if a.datum else "–") + (" (te laat)" if a.te_laat(vandaag) else ""),
            a.status.value,
            a.opvolging or "–",
        )
        for a in open_
    ]
    zin = "Er staan geen acties open."
    if open_:
        staat = "staat" if len(open_) == 1 else "staan"
        hoeveel = (
            "geen enkele is te laat" if not laat else f"{getal(laat)} {'is' if laat == 1 else 'zijn'} te laat"
        )
        zin = f"Er {staat} {geteld(len(open_), 'actie', 'acties')} open; {hoeveel}."
    return Punt("acties", zin, tabellen=(beheertabel(PUNTEN["acties"], _ACTIE, rijen),) if rijen else ())


def kpis(van: Uitgang) -> Punt:
    """How all KPIs stand beside their path, with a sentence of each."""
    alle = geopend(Kpis).alle(van.db.stand.demo)
    reeksen = tuple(reeks_van(van, kpi) for kpi in alle)
    standen = onthulling.kpi_standen(reeksen, tuple(alle)) if alle else None
    zinnen = tuple(bevindingen.kpizin(reeks, kpi) for reeks, kpi in zip(reeksen, alle, strict=True))
    nog = dict.fromkeys(filter(None, map(bevindingen.kpi_volledigheid, reeksen)))
    return Punt(
        "kpi", bevindingen.kpis_samen(standen), (*zinnen, *nog), (standen,) if standen else (), reeksen
    )


def reeks_van(van: Uitgang, kpi: Kpi) -> BeveiligdeTabel:
    """The measure of a KPI beside its path."""
    return onthulling.kpi_reeks(van.tabel(REEKS[kpi.per], kpi.filter), kpi)


def signalen(van: Uitgang) -> Punt:
    """The deviations that nobody closed, the one with most euros first."""
    gevonden = onthulling.signalen(van.db, van.rol, van.drempels)
    lijst = gevonden.lijst
    status: dict[tuple[str, ...], Status] = {o.over: o.status for o in geopend(Opvolgingen).alle()}
    over = [tuple(lijst.cel(k, n) or "" for k in _SIGNAAL) for n in range(len(lijst))]
    nieuw = [n for n, wat in enumerate(over) if status.get(wat) is not Status.GESLOTEN]
    zinnen = [bevindingen.signaalzin(lijst, n) for n in nieuw[:MEESTE_SIGNALEN]]
    if len(nieuw) > MEESTE_SIGNALEN:
        zinnen.append(
            f"En nog {geteld(len(nieuw) - MEESTE_SIGNALEN, 'afwijking', 'afwijkingen')} op de pagina Signalen."
        )
    zin = bevindingen.signalen_samen(lijst, gevonden.getoetst)
    if len(nieuw) < len(lijst):
        zin += f" {geteld(len(lijst) - len(nieuw), 'is', 'zijn')} al gesloten."
    return Punt("signalen", zin, tuple(zinnen))


def prognose(van: Uitgang) -> Punt:
    """What the year comes to beside its budget."""
    f = Filter(jaar=((van.db.stand.laatste_maand or 0) // 12,))
    per_segment, totaal = van.tabel("prognose", f), van.tabel("prognose-totaal", f)
    verschillen = bevindingen.grootste_verschillen(per_segment)
    tabellen = (per_segment.met_kolommen(*_PROGNOSE),) if len(per_segment) else ()
    return Punt(
        "prognose", bevindingen.jaar_tegen_begroting(totaal), (verschillen,) if verschillen else (), tabellen
    )


def kwaliteit(van: Uitgang) -> Punt:
    """How complete the declarations are, and what of the last leveringen was not accepted."""
    actief = [lev for lev in leveringen() if lev.actief]
    laatste = [lev for lev in actief if lev.stand_per == max(a.stand_per for a in actief)]
    rijen = [
        (lev.nummer, lev.bestand, datum(lev.stand_per), lev.regels, lev.afgekeurd, lev.dubbel)
        for lev in laatste
    ]
    regels, afgekeurd = sum(lev.regels for lev in laatste), sum(lev.afgekeurd for lev in laatste)
    wat = (
        "er is niets afgekeurd"
        if not afgekeurd
        else f"{geteld(afgekeurd, 'regel is', 'regels zijn')} afgekeurd"
    )
    zin = f"Laatste inlezing: {geteld(regels, 'regel', 'regels')}; {wat}."
    tabellen = (beheertabel("Laatste leveringen", _LEVERING, rijen),) if rijen else ()
    return Punt(
        "kwaliteit", bevindingen.nog_te_komen(van.tabel("naijl", Filter())), (zin,) if rijen else (), tabellen
    )


def risicos(van: Uitgang) -> Punt:
    """What may happen and what it weighs: the open entries of the register."""
    open_ = [r for r in geopend(Risicos).alle(van.db.stand.demo) if r.open]
    tabellen = (onthulling.risicotabel(open_).met_kolommen(_RISICO),) if open_ else ()
    return Punt("risicos", bevindingen.risicos_samen(open_), tabellen=tabellen)


_PUNTEN: tuple[Callable[[Uitgang], Punt], ...] = (acties, kpis, signalen, prognose, kwaliteit, risicos)
"""In the order of PUNTEN."""


def bevries(binnen: tuple[Punt, ...], buiten: tuple[Punt, ...]) -> str:
    """An agenda as a talk keeps it: as it was shown, and as it may leave the building."""
    return json.dumps(
        {"binnen": list(map(_als_gegevens, binnen)), "buiten": list(map(_als_gegevens, buiten))},
        ensure_ascii=False,
    )


def ontdooi(inhoud: str, buiten: bool) -> tuple[Punt, ...]:
    """The agenda that was kept with a talk. Raises ValueError for a text that is none."""
    try:
        return tuple(_uit_gegevens(punt) for punt in json.loads(inhoud)["buiten" if buiten else "binnen"])
    except (KeyError, TypeError) as fout:
        raise ValueError("geen bewaarde agenda") from fout


def _als_gegevens(punt: Punt) -> dict[str, Any]:
    return {
        "sleutel": punt.sleutel, "zin": punt.zin, "regels": punt.regels,
        "tabellen": list(map(als_gegevens, punt.tabellen)), "kpis": list(map(als_gegevens, punt.kpis)),
    }  # fmt: skip


def _uit_gegevens(ruw: dict[str, Any]) -> Punt:
    tabellen = tuple(map(uit_gegevens, ruw["tabellen"]))
    kpis = tuple(t for t in map(uit_gegevens, ruw["kpis"]) if isinstance(t, BeveiligdeTabel))
    return Punt(ruw["sleutel"], ruw["zin"], tuple(ruw["regels"]), tabellen, kpis)
