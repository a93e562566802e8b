"""The report of a talk as slides or as text: the agenda as it may leave the building, with what was noted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from core.export import dia, diagram, diatabel, markdown
from core.export.agenda import Punt
from core.export.reeksen import reeksen
from core.export.verantwoording import VOORBEELD, bron
from core.grafieken.kpi import naast_pad
from core.onthulling import Beheertabel, BeveiligdeTabel, opgemaakt
from core.onthulling.bevroren import Blad
from core.onthulling.opmaak import LINKS
from core.opmaak import aaneen, datum, hoofdletter
from core.opslag.sturingsgesprekken import Sturingsgesprek

_KORT = 80
_REGELS = 9
"""So many lines of text fit on a slide."""


@dataclass(frozen=True)
class Verslag:
    """What a report holds: of which gemeente, which talk, and its items (made for outside)."""

    gemeente: str
    gesprek: Sturingsgesprek
    punten: tuple[Punt, ...]

    @property
    def titel(self) -> str:
        """What it is called."""
        return f"Sturingsgesprek jeugdhulp {self.gemeente}, {datum(self.gesprek.datum)}"

    @property
    def kop(self) -> str:
        """Who took part, and whether this is the agenda as it was or as it is now."""
        wie = f"Deelnemers: {self.gesprek.deelnemers}. " if self.gesprek.deelnemers else ""
        stand = (
            f"Afgesloten; cijfers zoals toen, dataversie {self.gesprek.dataversie}."
            if self.gesprek.gesloten
            else "Agenda van nu; het gesprek is niet afgesloten."
        )
        return wie + stand + (f" {hoofdletter(VOORBEELD)}." if self.gesprek.demo else "")


def als_markdown(van: Verslag) -> str:
    """The report as text with tables."""
    delen = [f"# {van.titel}", van.kop]
    for nummer, punt in enumerate(van.punten, 1):
        delen += [f"## {nummer}. {punt.titel}", punt.zin]
        delen += ["\n".join(f"- {regel}" for regel in punt.regels)] if punt.regels else []
        delen += [_tabel(tabel) for tabel in punt.tabellen]
        if notitie := van.gesprek.notitie(punt.sleutel):
            delen.append("\n".join(f"> {regel}" for regel in ["**Besproken:**", *notitie.splitlines()]))
    return "\n\n".join(delen) + "\n"


def _tabel(van: Blad) -> str:
    if isinstance(van, BeveiligdeTabel):
        return f"{markdown.schrijf(van)}\n\n{bron(van)}"
    return markdown.beheer(van)


def _cellen(van: Blad) -> diatabel.Cellen:
    """The texts of a table."""
    if isinstance(van, BeveiligdeTabel):
        return diatabel.van_tabel(van)
    rijen = (
        tuple(opgemaakt(k.soort, w) for k, w in zip(van.kolommen, rij, strict=True)) for rij in van.waarden
    )
    return diatabel.Cellen(
        tuple(k.titel for k in van.kolommen), tuple(k.soort in LINKS for k in van.kolommen), tuple(rijen)
    )


def als_pptx(van: Verslag, sjabloon: bytes | None = None) -> bytes:
    """The report as slides: a title, and per item its lines with what was noted, its charts and its tables."""
    boek = dia.open_sjabloon(sjabloon)
    eerste = dia.nieuw(boek, van.titel)
    ruimte = dia.vak(boek, eerste)
    inhoud = "\n".join(
        [van.kop, "", *(f"{n}. {punt.titel}: {punt.zin}" for n, punt in enumerate(van.punten, 1))]
    )
    dia.zet(eerste, ruimte, inhoud, dia.Letter(14))
    _merk(van, eerste, ruimte)
    for nummer, punt in enumerate(van.punten, 1):
        for deel in _teksten(van, punt):
            _tekstdia(boek, van, punt, deel)
        for reeks in punt.kpis:
            _figuurdia(boek, van, reeks)
        for tabel in punt.tabellen:
            kop = " · ".join([f"{nummer}. {punt.titel}", *(punt.regels if _bij_tabel(punt) else ())])
            _tabeldias(boek, van, (kop, punt.zin), tabel)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _merk(van: Verslag, blad: dia.Blad, ruimte: dia.Vak) -> None:
    if van.gesprek.demo:
        dia.merk(blad, ruimte, VOORBEELD)


def _bij_tabel(punt: Punt) -> bool:
    """Whether its only line is short enough to stand above its table."""
    return len(punt.regels) == 1 and len(punt.regels[0]) <= _KORT and bool(punt.tabellen)


def _teksten(van: Verslag, punt: Punt) -> Iterator[list[str]]:
    """The lines of an item and what was noted, cut to slides; none when there is nothing but the finding."""
    notitie = van.gesprek.notitie(punt.sleutel)
    regels = [] if _bij_tabel(punt) else [f"• {regel}" for regel in punt.regels]
    regels += [*([""] if regels else []), "Besproken:", *notitie.splitlines()] if notitie else []
    for begin in range(0, len(regels), _REGELS):
        yield regels[begin : begin + _REGELS]


def _tekstdia(boek: dia.Boek, van: Verslag, punt: Punt, regels: list[str]) -> None:
    blad = dia.nieuw(boek, aaneen(punt.zin))
    ruimte = dia.vak(boek, blad)
    dia.ondertitel(blad, ruimte, punt.titel)
    dia.zet(blad, ruimte, aaneen("\n".join(regels)), dia.Letter(14))
    _merk(van, blad, ruimte)


def _figuurdia(boek: dia.Boek, van: Verslag, reeks: BeveiligdeTabel) -> None:
    """A KPI beside its path as a native chart; without a number to draw there is no slide."""
    grafiek = naast_pad(reeks, reeks.kolommen[1].naam)
    getekend = reeksen(grafiek)
    if getekend is None:
        return
    blad = dia.nieuw(boek, reeks.titel)
    ruimte = dia.vak(boek, blad)
    diagram.teken(blad, ruimte, getekend, grafiek.alt)
    dia.ondertitel(blad, ruimte, f"{reeks.kolommen[1].titel} naast het doelpad")
    dia.voet(blad, ruimte, [bron(reeks)])
    _merk(van, blad, ruimte)


def _tabeldias(boek: dia.Boek, van: Verslag, kop: tuple[str, str], tabel: Blad) -> None:
    titel, zin = kop
    for cellen in diatabel.bladen(_cellen(tabel)):
        blad = dia.nieuw(boek, aaneen(zin))
        ruimte = dia.vak(boek, blad)
        diatabel.teken(blad, ruimte, cellen)
        dia.ondertitel(blad, ruimte, titel)
        onder = [] if isinstance(tabel, Beheertabel) else [bron(tabel)]
        dia.voet(blad, ruimte, [*filter(None, [cellen.opmerking]), *onder])
        _merk(van, blad, ruimte)
