"""Read the yearly sheets of a controller from a small CSV, and check what people enter in a form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, replace
from datetime import date
from typing import Any

import numpy as np

from core.database import Database
from core.inlezen.bladsoorten import BIJ_SOORT, Bladsoort, Soort, Veld
from core.inlezen.pseudoniem import bevat_bsn
from core.inlezen.teksttabel import LEEG, OnbekendeKolom, OnbruikbareTabel, als_getallen, kop_en_rijen
from core.opmaak import opsomming, sleutel
from core.opslag.jaarbladen import Basis, Blad, Jaarbladen, PencProduct
from core.opslag.versies import Ingehaald, NietBewaard

LANGSTE = 200
"""Most characters of a name or an explanation."""
_GENOEMD = 10


def bewaar(opslag: Jaarbladen, blad: Blad[Any], wie: str) -> None:
    """Check the lines of a sheet and keep them. Raises NietBewaard, also when somebody else was first."""
    soort, gezien = BIJ_SOORT[blad.soort], set()
    for regel in blad.regels:
        teksten = [w for w in astuple(regel) if isinstance(w, str)]
        if any(len(t) > LANGSTE for t in teksten):
            raise NietBewaard(f"Een tekst is langer dan {LANGSTE} tekens; er is niets bewaard.")
        if any(bevat_bsn(t) for t in teksten):
            raise NietBewaard("Een tekst bevat een burgerservicenummer; er is niets bewaard.")
        wie_is_het = tuple(sleutel(str(getattr(regel, naam))) for naam in soort.bekend_aan)
        if wie_is_het in gezien:
            raise NietBewaard(f"{_heet(regel, soort)} staat er twee keer; er is niets bewaard.")
        gezien.add(wie_is_het)
    try:
        opslag.bewaar(blad, wie)
    except Ingehaald as fout:
        raise NietBewaard(
            "Iemand anders heeft dit intussen gewijzigd; er is niets bewaard. Bekijk wat er nu staat en vul het opnieuw in."
        ) from fout


def koppel_prognose(
    bladen: Jaarbladen, kalender: Blad[PencProduct], product: PencProduct, naam: str, wie: str
) -> None:
    """Let a P&C product of the calendar report the frozen forecast of that name. Raises NietBewaard."""
    bewaar(
        bladen,
        kalender.met(*(replace(p, prognose=naam) if p == product else p for p in kalender.regels)),
        wie,
    )


def zoek_product(kalender: Blad[PencProduct], naam: str) -> PencProduct:
    """The P&C product of that name, case and accents aside. Raises NietBewaard with the names that there are."""
    for product in kalender.regels:
        if sleutel(product.product) == sleutel(naam):
            return product
    namen = opsomming([p.product for p in kalender.regels]) or "geen enkel product"
    raise NietBewaard(f"'{naam}' staat niet in de P&C-kalender van {kalender.jaar}; daarin staat: {namen}.")


def _heet(regel: Any, soort: Bladsoort) -> str:
    namen = [str(getattr(regel, naam)) for naam in soort.bekend_aan]
    return ", ".join(naam for naam in namen if naam) or "Een lege regel"


Namen = Mapping[str, Mapping[str, str]]
"""Per field how the data spell a name, by the form in which names are compared."""


def lees_blad(soort: Bladsoort, tekst: str, jaar: int, namen: Namen) -> list[Any]:
    """The lines of one kind of sheet of `jaar`; names as `namen` spell them, others as they are.

    With a column jaar only the rows of that year count. Raises OnbruikbareTabel with the line that is wrong.
    """
    kop, rijen = kop_en_rijen(tekst)
    if (kan := _plaats(kop, ("jaar",))) is not None:
        rijen = [(regel, rij) for regel, rij in rijen if rij[kan].strip() == str(jaar)]
    kolommen: dict[str, list[Any]] = {}
    for veld in soort.velden:
        plek = _plaats(kop, veld.koppen)
        if plek is None and veld.verplicht:
            raise OnbekendeKolom(f"Er is geen kolom {veld.koppen[0]}. De tabel heeft: {opsomming(kop)}.")
        cellen = [("" if plek is None else rij[plek].strip()) for _, rij in rijen]
        kolommen[veld.naam] = _waarden(veld, cellen, [regel for regel, _ in rijen], namen.get(veld.naam, {}))
    gelezen = [
        soort.regel(**dict(zip(kolommen, rij, strict=True))) for rij in zip(*kolommen.values(), strict=True)
    ]
    if not gelezen:
        raise OnbruikbareTabel(f"In de tabel staat geen regel van {jaar}.")
    return gelezen


def _plaats(kop: Sequence[str], namen: Iterable[str]) -> int | None:
    bekend = [sleutel(k) for k in kop]
    return next((bekend.index(sleutel(n)) for n in namen if sleutel(n) in bekend), None)


def _waarden(veld: Veld, cellen: list[str], regels: list[int], namen: Mapping[str, str]) -> list[Any]:
    """The cells of a column in the form of its field. Raises OnbruikbareTabel with the line that is wrong."""
    uit = [namen.get(sleutel(w), w) if isinstance(w, str) else w for w in _LEES[veld.soort](cellen)]
    for regel, cel, waarde in zip(regels, cellen, uit, strict=True):
        leeg = sleutel(cel) in LEEG
        if (waarde is None and not leeg) or (leeg and veld.verplicht):
            raise OnbruikbareTabel(f"Regel {regel}, {veld.koppen[0]}: hier hoort {veld.soort}.")
    return uit


def _centen(cellen: list[str]) -> list[int | None]:
    kaal = [re.sub(r"[€\s]", "", c) for c in cellen]
    return [None if np.isnan(w) else round(float(w) * 100) for w in als_getallen(kaal, True)]


def _aantallen(cellen: list[str]) -> list[int | None]:
    return [int(w) if w >= 0 and float(w).is_integer() else None for w in als_getallen(cellen, True)]


def _dag(cel: str) -> str | None:
    """A day as ISO text, from `15-5-2024` or `2024-05-15`; None for anything else."""
    delen = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", cel)
    iso = f"{delen[3]}-{int(delen[2]):02d}-{int(delen[1]):02d}" if delen else cel
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return None


_JA_NEE = {"ja": True, "j": True, "nee": False, "n": False, "": False}
_BASIS = {"": Basis.LEVERINGSMAAND.value} | {b.value: b.value for b in Basis}
_LEES: dict[Soort, Callable[[list[str]], list[Any]]] = {
    Soort.TEKST: list,
    Soort.EURO: _centen,
    Soort.AANTAL: _aantallen,
    Soort.DAG: lambda cellen: [_dag(c) for c in cellen],
    Soort.JA_NEE: lambda cellen: [_JA_NEE.get(sleutel(c)) for c in cellen],
    Soort.BASIS: lambda cellen: [_BASIS.get(sleutel(c)) for c in cellen],
}


def namen_van(db: Database) -> Namen:
    """How a version spells aanbieders (also by another spelling or an AGB code), segments and products."""
    aanbieders: dict[str, str] = {}
    for ruw, agb, naam in db.rijen(
        "SELECT aanbieder_ruw, agb, aanbieder FROM aanbieder_van_regel ORDER BY ALL"
    ):
        aanbieders |= {sleutel(code): naam for code in (ruw, agb) if code}
    return {
        "aanbieder": aanbieders | {sleutel(n): n for n in db.keuzes["aanbieder"]},
        "segment": {sleutel(n): n for n in db.keuzes["segment"]},
        "product": {sleutel(n): n for n in db.keuzes["product"]},
    }


def vreemd(regels: Sequence[Any], namen: Namen) -> str:
    """A Dutch sentence about aanbieders that the data do not know; empty when all are known."""
    bekend = set(namen["aanbieder"].values())
    namen_in = dict.fromkeys(str(r.aanbieder) for r in regels if hasattr(r, "aanbieder"))
    onbekend = [naam for naam in namen_in if naam not in bekend]
    meer = f" en nog {len(onbekend) - _GENOEMD}" if len(onbekend) > _GENOEMD else ""
    return f"Niet bekend in de gegevens: {', '.join(onbekend[:_GENOEMD])}{meer}." if onbekend else ""


def producten_van(db: Database) -> list[tuple[str, str]]:
    """The segment and name of every product of a version, in order of presentation."""
    return db.rijen(
        "SELECT s.naam, p.naam FROM product p JOIN segment s ON s.nr = p.segment ORDER BY s.nr, p.nr"
    )
