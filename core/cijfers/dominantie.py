"""Which amounts rest on one jeugdige: beside what is known of that child, they tell what its care costs.

How the rows of a table are found back among the lines follows from the names in them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from core.begrippen import VERWIJZERGROEP, Duur, Intensiteit, Verwijzer
from core.cijfers.kolommen import laad
from core.cijfers.leeftijden import klassenamen
from core.cijfers.selectie import EERSTE_JAAR, Per, Selectie, begin_van_groepen, selecteer
from core.cijfers.tellen import AANTAL_MAANDEN
from core.database import Database
from core.filters import Filter
from core.opmaak import kwartaal_uit_kort, maand_uit_iso

DOMINANT = "dominant"
"""The column of an answer that no table shows: whether one jeugdige carries the amounts of the row."""
DOMINANT_BOVEN = 85
"""Carries one jeugdige more than this part of an amount (%, the signs of lines aside), then it is hidden."""

_SLEUTELS: dict[str, Callable[[Selectie, Filter], tuple[np.ndarray, Sequence[Any]]]] = {
    "segment": lambda s, f: (s.segment(), s.kolommen.segment),
    "product": lambda s, f: (s["product"], s.kolommen.product["naam"].tolist()),
    "aanbieder": lambda s, f: (s["aanbieder"], s.kolommen.aanbieder),
    "wijk": lambda s, f: (s["buurt"], s.kolommen.buurt["wijk"].tolist()),
    "buurt": lambda s, f: (s["buurt"], s.kolommen.buurt["naam"].tolist()),
    "leeftijd": lambda s, f: (s.klasse(f.leeftijdsindeling), klassenamen(f.leeftijdsindeling)),
    "verwijzer": lambda s, f: (s["verwijzer"], list(Verwijzer)),
    "groep": lambda s, f: (s["verwijzer"], [VERWIJZERGROEP[v] for v in Verwijzer]),
    "intensiteit": lambda s, f: (s["intensiteit"], list(Intensiteit)),
    "duur": lambda s, f: (s["duur"], list(Duur)),
    "jaar": lambda s, f: (s.jaar(), range(EERSTE_JAAR, EERSTE_JAAR + int(s.jaar().max(initial=0)) + 1)),
}
"""Of each key column of a table the number of every line of a selection, and what the numbers are called."""


Rijen = Mapping[str, np.ndarray]
"""The columns of a table that say what its rows are about (SLEUTELS, maand, kwartaal), and its kosten."""


def rijen_van(tabel: pd.DataFrame, welke: np.ndarray) -> Rijen:
    """What is needed of these rows of a table: arrays, for a frame would cost more than the question."""
    namen = (*_SLEUTELS, "maand", "kwartaal", "kosten")
    return {"nr": welke} | {naam: tabel[naam].to_numpy()[welke] for naam in namen if naam in tabel}


def van_een(db: Database, f: Filter, rijen: Rijen) -> np.ndarray:
    """Whether one jeugdige carries more than DOMINANT_BOVEN of the amount of each row.

    A row is the part of the selection of `f` that its names say (a segment, an aanbieder …; an empty
    or unknown one is all). Each month or quarter in it is a selection of its own.
    """
    if "maand" in rijen:
        return _per_periode(db, f, rijen, "maand", lambda tekst: (maand_uit_iso(tekst),))
    if "kwartaal" in rijen:
        return _per_periode(db, f, rijen, "kwartaal", _van_kwartaal)
    return in_selectie(selecteer(db, f, Per.JAAR if "jaar" in rijen else Per.SELECTIE), f, rijen)


def _kies(rijen: Rijen, welke: np.ndarray) -> Rijen:
    return {naam: kolom[welke] for naam, kolom in rijen.items()}


def _per_periode(
    db: Database, f: Filter, rijen: Rijen, tijd: str, maanden: Callable[[str], tuple[int, ...]]
) -> np.ndarray:
    uit = np.zeros(len(rijen["nr"]), dtype=bool)
    eigen = tijd == "kwartaal" and (bool(f.leeftijd) or "leeftijd" in rijen)  # an age is one per quarter
    per_jaar: dict[int, Selectie] = {}
    for tekst in dict.fromkeys(rijen[tijd].tolist()):
        welke, plekken = maanden(tekst), np.flatnonzero(rijen[tijd] == tekst)
        if "kosten" in rijen:
            plekken = plekken[np.abs(rijen["kosten"][plekken]) < _hoogstens(db, f, len(welke), 1)]
        if not len(plekken):
            continue
        jaar = welke[0] // 12
        if not eigen and jaar not in per_jaar:
            alles = selecteer(db, f, Per.MAAND)
            per_jaar[jaar] = alles.alleen(alles["jaar"] == jaar)
        selectie = selecteer(db, f, maanden=welke) if eigen else _in(per_jaar[jaar], welke)
        uit[plekken] = in_selectie(selectie, f, _kies(rijen, plekken))
    return uit


def _in(jaar: Selectie, maanden: tuple[int, ...]) -> Selectie:
    """The part of a selection of one year that lies in these of its months."""
    bits = sum(1 << m % 12 for m in maanden)
    deel = jaar.alleen(jaar["maanden"] & bits != 0)
    return replace(deel, masker=deel.masker & bits, gelezen={})


def in_selectie(selectie: Selectie, f: Filter, rijen: Rijen) -> np.ndarray:
    """The same for rows that are all parts of one selection."""
    uit = np.zeros(len(rijen["nr"]), dtype=bool)
    kan, grens = np.arange(len(uit)), _grens(selectie, f)
    if "kosten" in rijen:
        kan = np.flatnonzero(np.abs(rijen["kosten"]) < grens)
    if not len(selectie.rijen) or not len(kan):
        return uit
    tabel = _kies(rijen, kan)
    sleutels = [_genummerd(*_SLEUTELS[naam](selectie, f), tabel[naam]) for naam in _SLEUTELS if naam in tabel]
    noemt = np.array([van_rij > 0 for _, van_rij, _ in sleutels]).reshape(len(sleutels), len(kan)).T
    for niveau in np.unique(noemt, axis=0):  # rows of a level name the same columns
        welke = np.flatnonzero((noemt == niveau).all(axis=1))
        regel, rij = (np.zeros(len(van), dtype=np.int64) for van in (selectie.rijen, welke))
        alle = 1
        for n in np.flatnonzero(niveau):
            van_regel, van_rij, breed = sleutels[n]
            regel, rij, alle = regel * breed + van_regel, rij * breed + van_rij[welke], alle * breed
        groepen, groep = np.unique(rij, return_inverse=True)
        plek = np.full(alle, -1)
        plek[groepen] = np.arange(len(groepen))
        uit[kan[welke]] = _per_groep(selectie, grens, plek.take(regel), len(groepen))[groep]
    return uit


def _genummerd(
    nummers: np.ndarray, namen: Sequence[Any], kolom: np.ndarray
) -> tuple[np.ndarray, np.ndarray, int]:
    """The names of the lines and those in a column as numbers from 1 (0: no such name), and how many there are."""
    bekend = {naam: plek for plek, naam in enumerate(dict.fromkeys(map(str, namen)), start=1)}
    van_regel = np.array([bekend[str(naam)] for naam in namen], dtype=np.int64).take(nummers)
    return (
        van_regel,
        np.array([bekend.get(str(w), 0) for w in kolom.tolist()], dtype=np.int64),
        len(bekend) + 1,
    )


def _per_groep(selectie: Selectie, grens: float, groep: np.ndarray, aantal: int) -> np.ndarray:
    """Of each of `aantal` groups whether one jeugdige carries it; `groep`: that of every line, -1 for none.

    Nobody carries an amount from `grens` up.
    """
    regels = np.flatnonzero(groep >= 0)
    som = np.bincount(groep[regels], weights=selectie.bedrag[regels], minlength=aantal) / 100
    regels = regels[(np.abs(som) < grens)[groep[regels]]]
    uit = np.zeros(aantal, dtype=bool)
    if len(regels):
        groep, wie = groep[regels], selectie["jeugdige"][regels]
        volgorde = np.lexsort([wie, groep])
        groep, wie = groep[volgorde], wie[volgorde]
        begin = begin_van_groepen(groep, wie)
        per_wie = np.abs(np.add.reduceat(selectie.bedrag[regels][volgorde], begin))
        groep = groep[begin]
        begin = begin_van_groepen(groep)
        uit[groep[begin]] = 100 * np.maximum.reduceat(per_wie, begin) > DOMINANT_BOVEN * np.add.reduceat(
            per_wie, begin
        )
    return uit


def _grens(selectie: Selectie, f: Filter) -> float:
    """The amount of `_hoogstens` for the months and years of a selection."""
    jaar = selectie["jaar"]
    breed = 12 if selectie.heel else int(AANTAL_MAANDEN.take(selectie.masker).max(initial=0))
    return _hoogstens(selectie.db, f, breed, int(jaar.max() - jaar.min()) + 1) if len(jaar) else 0.0


def _hoogstens(db: Database, f: Filter, maanden: int, jaren: int) -> float:
    """From which amount (euros) of so many months in each of so many years no jeugdige can carry DOMINANT_BOVEN of it."""
    in_maand, in_jaar = _duurste(db, f.zoals_toen)
    return jaren * min(maanden * in_maand, in_jaar) * 100 / DOMINANT_BOVEN


@lru_cache(maxsize=4)
def _duurste(db: Database, zoals_toen: bool) -> tuple[float, float]:
    """The most (euros, the signs of lines aside) that any jeugdige comes to in a month, and in a year."""
    kolommen = laad(db, zoals_toen)
    begin = begin_van_groepen(kolommen.waarden["jeugdige"], kolommen.waarden["jaar"])
    if not len(begin):
        return 0.0, 0.0
    per_maand = [np.add.reduceat(np.abs(cent), begin) for cent in kolommen.per_maand(db)]
    return float(np.max(per_maand)) / 100, float(np.sum(per_maand, axis=0).max()) / 100


def _van_kwartaal(tekst: str) -> tuple[int, ...]:
    k = kwartaal_uit_kort(tekst)
    return 3 * k, 3 * k + 1, 3 * k + 2
