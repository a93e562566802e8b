"""One number as a paragraph for an answer to the council: what, over what, from where, with what reserve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.begrippen import jaar_en_maand
from core.bevindingen import jaarlabel, maanden_van, onvolledig, waarover
from core.cijfers import uitleg
from core.cijfers.tabellen import Kolom, Soort
from core.export.verantwoording import afronding
from core.filters import DIMENSIES, Filter
from core.onthulling import BeveiligdeTabel, Herkomst
from core.opmaak import datum, maand_kort, maand_uit_iso, opsomming, sleutel
from core.prognose.tabellen import REGISTER

_LABEL = (Soort.TEKST, Soort.MAAND, Soort.JAAR)
_GEEN_MAAT = (*_LABEL, Soort.JA_NEE, Soort.RANG)
_PER_INWONER = (Soort.PER_1000, Soort.INWONERS)
Rijnaam = tuple[tuple[str, Any], ...]
"""Which row: the name and value of every column that says what a row is about."""


class GeenRij(ValueError):
    """No row, or more than one, answers to what was asked; carries the rows to choose from."""

    def __init__(self, keuzes: Sequence[str]) -> None:
        """`keuzes` are the rows as a reader sees them."""
        self.keuzes = tuple(keuzes)
        super().__init__(opsomming(list(keuzes), "of"))


@dataclass(frozen=True)
class Plaats:
    """One cell of a table of the registry."""

    rij: Rijnaam
    maat: str


def maten(van: BeveiligdeTabel) -> list[Kolom]:
    """The columns that a sentence can be made of: numbers that the registry knows."""
    if van.naam not in REGISTER:
        return []
    return [k for k in van.kolommen if k.soort not in _GEEN_MAAT and k in REGISTER[van.naam].kolommen]


def rijnaam(van: BeveiligdeTabel, rij: int) -> Rijnaam:
    """The name of a row, by which it is found again in the same table of any version."""
    return tuple((k.naam, van.cel(k.naam, rij)) for k in van.kolommen if k.soort in _LABEL)


def leesbaar(van: BeveiligdeTabel, rij: int) -> str:
    """A row as a reader sees it: `Segment Jeugd Wonen, Pleegzorg`; of a table of one row `het geheel`."""
    delen = [_label(van, k, rij) for k in van.kolommen if k.soort in _LABEL and _zegt_iets(van, k, rij)]
    return ", ".join(delen) or "het geheel"


def zoek(van: BeveiligdeTabel, rij: Rijnaam) -> int:
    """The number of the row of that name. Raises GeenRij when it is not there."""
    gelijk = [n for n in range(len(van)) if all(van.cel(k, n) == w for k, w in rij)]
    if len(gelijk) != 1:
        raise GeenRij([leesbaar(van, n) for n in range(len(van))])
    return gelijk[0]


def zoek_woorden(van: BeveiligdeTabel, woorden: Sequence[str]) -> int:
    """The one row in which every word is a label, case and accents aside. Raises GeenRij otherwise."""
    gevraagd = {sleutel(w) for w in woorden}
    gelijk = [n for n in range(len(van)) if gevraagd <= _sleutels(van, n)]
    # Of a product in a segment and the segment itself, the row that says nothing more is meant.
    precies = [n for n in gelijk if len(_sleutels(van, n) & gevraagd) == _aantal_labels(van, n)]
    keus = gelijk if len(gelijk) == 1 else precies
    if len(keus) != 1:
        raise GeenRij([leesbaar(van, n) for n in gelijk or range(len(van))])
    return keus[0]


def _sleutels(van: BeveiligdeTabel, rij: int) -> set[str]:
    labels = [k for k in van.kolommen if k.soort in _LABEL and van.cel(k.naam, rij) is not None]
    return {sleutel(str(w)) for k in labels for w in (van.cel(k.naam, rij), van.tekst(k.naam, rij))}


def _aantal_labels(van: BeveiligdeTabel, rij: int) -> int:
    return sum(k.soort in _LABEL and _zegt_iets(van, k, rij) for k in van.kolommen)


def schrijf(van: BeveiligdeTabel, rij: int, maat: str) -> str:
    """The paragraph: number, definition, selection, source, stand per, and every reserve that holds."""
    h = van.herkomst
    delen = [
        _getal(van, rij, maat),
        f"Definitie: {uitleg.van_kolom(maat)}",
        f"Bron: {'verzonnen voorbeeldgegevens' if h.demo else 'declaraties jeugdhulp'}, "
        f"{'zoals bekend op' if h.filter.zoals_toen else 'stand per'} "
        f"{datum(h.stand_per) if h.stand_per else 'onbekend'} (gegevensversie {h.dataversie}).",
        *([f"Inwoners: {h.inwoners}."] if van.kolommen[van.plaats(maat)].soort in _PER_INWONER and h.inwoners else []),
        *_voorbehoud(van, rij, maat),
    ]  # fmt: skip
    return " ".join(delen)


def _getal(van: BeveiligdeTabel, rij: int, maat: str) -> str:
    kolom = van.kolommen[van.plaats(maat)]
    waar = waarover(_selectie(van, rij), van.herkomst)
    waar += "," if ", " in waar else ""
    rest = [f"{k.titel.lower()} {van.tekst(k.naam, rij)}" for k in van.kolommen if k.naam in _GEEN_FILTER]
    bij = f" ({', '.join(rest)})" if rest else ""
    if reden := van.reden_van(maat, rij):
        waarom = f"kleiner dan {reden[1:]} is" if reden.startswith("<") else "een klein aantal zou verraden"
        return f"In {waar} wordt '{kolom.titel.lower()}'{bij} niet getoond, omdat het {waarom}."
    if maat == "jeugdigen" and van.cel(maat, rij) is not None:
        return f"In {waar} kregen {van.tekst(maat, rij)} jeugdigen hulp{bij}."
    return f"{kolom.titel}{bij} in {waar.removesuffix(',')}: {van.tekst(maat, rij)}."


_GEEN_FILTER = ("klasse", "groep")
"""Columns that say what a row is about and that nobody can filter on."""


def _selectie(van: BeveiligdeTabel, rij: int) -> Filter:
    """The selection of which the row is the whole: that of the table, and what the row is about."""
    f, namen = van.herkomst.filter, {k: w for k, w in rijnaam(van, rij) if w is not None}
    if "maand" in namen:
        jaar, maand = jaar_en_maand(maand_uit_iso(namen.pop("maand")))
        f = f.met(jaar=(jaar,), maand=(maand,), van=None, tot=None)
    return f.met(**{naam: (waarde,) for naam, waarde in namen.items() if naam in DIMENSIES})


def _voorbehoud(van: BeveiligdeTabel, rij: int, maat: str) -> list[str]:
    h = van.herkomst
    maanden = _maanden(van, rij)
    uit = []
    if h.voorlopig_vanaf is not None and maanden and maanden[-1] >= h.voorlopig_vanaf:
        eerste = maand_kort(max(h.voorlopig_vanaf, maanden[0]))
        uit.append(f"De cijfers vanaf {eerste} zijn voorlopig: er komen nog declaraties binnen.")
    for jaar in _jaren(van, rij):
        if jaarlabel(jaar, h) != str(jaar):
            uit.append(f"Van {jaar} is geen heel jaar bekend: {jaarlabel(jaar, h)}.")
    if h.afgerond and van.kolommen[van.plaats(maat)].soort is not Soort.EURO:
        uit.append(f"Aantallen zijn afgerond op {afronding(h)}; wat daarvan is afgeleid ook.")
    if h.demo:
        uit.append("De gegevens zijn verzonnen: niet als antwoord te gebruiken.")
    return uit


def _maanden(van: BeveiligdeTabel, rij: int) -> list[int]:
    """The months that the number is about, ascending."""
    alle = maanden_van(van.herkomst.filter, van.herkomst)
    namen = dict(rijnaam(van, rij))
    if namen.get("maand"):
        return [maand_uit_iso(namen["maand"])]
    return [m for m in alle if m // 12 == namen["jaar"]] if namen.get("jaar") else alle


def _jaren(van: BeveiligdeTabel, rij: int) -> list[int]:
    """The calendar years that are named as a whole."""
    f, jaar = van.herkomst.filter, dict(rijnaam(van, rij)).get("jaar")
    if jaar:
        return [jaar]
    heel = f.jaar and not (f.maand or f.van is not None or f.tot is not None)
    return list(f.jaar) if heel else []


def _zegt_iets(van: BeveiligdeTabel, kolom: Kolom, rij: int) -> bool:
    waarde = van.cel(kolom.naam, rij)
    # A level says something only where nothing else does: the total.
    return waarde is not None and kolom.naam != "buurtcode" and (kolom.naam != "niveau" or waarde == "totaal")


def _label(van: BeveiligdeTabel, kolom: Kolom, rij: int) -> str:
    if kolom.soort is Soort.JAAR:
        return _jaartal(van.cel(kolom.naam, rij), van.herkomst)
    tekst = van.tekst(kolom.naam, rij)
    return tekst if kolom.soort is Soort.MAAND or kolom.naam == "niveau" else f"{_voor(kolom)}{tekst}"


def _jaartal(jaar: int, van: Herkomst) -> str:
    return jaarlabel(jaar, van) if onvolledig(jaar, van) else str(jaar)


def _voor(kolom: Kolom) -> str:
    """The word before a label that would not be clear without it: an age or a duration."""
    return f"{kolom.titel.lower()} " if kolom.naam in ("leeftijd", "duur", "klasse", "intensiteit") else ""
