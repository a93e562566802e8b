"""Tables with levels: everything, its parts and theirs, each counted anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.cijfers.kolommen import Kolommen
from core.cijfers.selectie import Selectie, begin_van_groepen
from core.cijfers.tellen import GEEN, Groepen, benoem, groepeer

Kolommenlijst = dict[str, Any]
"""The columns of a table: arrays, names as a pd.Series."""


@dataclass(frozen=True)
class Niveaus:
    """Three levels: everything, the parents, and the values of a column, each within a parent.

    `ouder` is of every value of `kolom` the number of its parent.
    """

    namen: tuple[str, str, str]
    kolom: str
    ouder: np.ndarray


def gebieden(kolommen: Kolommen) -> Niveaus:
    """The municipality, its wijken (with the number of their first buurt) and its buurten."""
    return Niveaus(("totaal", "wijk", "buurt"), "buurt", kolommen.buurt["wijknr"])


def producten(kolommen: Kolommen) -> Niveaus:
    """Everything, segments and products."""
    return Niveaus(("totaal", "segment", "product"), "product", kolommen.product["segment"].to_numpy())


def per_niveau(
    selectie: Selectie, niveaus: Niveaus, maten: Sequence[str], deel: np.ndarray | None = None
) -> Kolommenlijst:
    """Measures in all, per parent and per value of the column, everything counted anew.

    `deel`, a column of numbers from 0, splits every row. The columns are `niveau`, then `k0`
    (parent) and `k1` (value), GEEN above their level, and `k2` (deel), then the measures
    (jeugdigen, arrangementen, kosten); each row is followed by its parts. Not a frame: pages ask
    many small tables, and making one is most of what they cost.
    """
    volgorde = np.argsort(niveaus.ouder, kind="stable")
    # In the order of deel, parent and value: then what lies in one row of any level lies together.
    plaats = np.argsort(volgorde).astype(np.int16)
    groepen = groepeer(selectie, *(() if deel is None else (deel,)), plaats.take(selectie[niveaus.kolom]))
    *splitsing, nummer = groepen.namen()
    waarde, k2 = volgorde[nummer], splitsing[0] if splitsing else np.zeros_like(nummer)
    ouder, geen = niveaus.ouder[waarde], np.full_like(waarde, GEEN)
    paren = {maat: groepen.paren(maat) for maat in maten if maat != "kosten"}
    delen = []
    for diepte, (k0, k1) in enumerate([(geen, geen), (ouder, geen), (ouder, waarde)]):
        begin = begin_van_groepen(k2, k0, k1)
        deel_ = {"niveau": np.full_like(begin, diepte), "k0": k0[begin], "k1": k1[begin], "k2": k2[begin]}
        delen.append(deel_ | {maat: _opgeteld(groepen, begin, paren.get(maat)) for maat in maten})
    samen = {naam: np.concatenate([deel_[naam] for deel_ in delen]) for naam in delen[0]}
    volgorde = np.lexsort([samen["k2"], samen["k1"], samen["k0"]])
    tabel = {naam: kolom[volgorde] for naam, kolom in samen.items()}
    return tabel | {"niveau": benoem(tabel["niveau"], niveaus.namen)}


def _opgeteld(groepen: Groepen, begin: np.ndarray, paren: tuple[np.ndarray, np.ndarray] | None) -> np.ndarray:
    """A measure of rows that begin at these of the listed groups: an amount, or distinct pairs."""
    naar = np.zeros(groepen.aantal, dtype=np.int32)
    naar[groepen.gevuld[begin[1:]]] = 1
    naar = naar.cumsum(dtype=np.int32)
    if paren is None:
        return np.bincount(naar, weights=groepen.cent, minlength=len(begin))[: len(begin)] / 100
    wie, groep = paren
    rij = naar.take(groep)
    if len(begin) < len(groepen.gevuld):  # else every group is a row, and every pair another
        rij = rij.take(begin_van_groepen(wie, rij))
    return np.bincount(rij, minlength=len(begin))


def per_product(selectie: Selectie, maten: Sequence[str], deel: np.ndarray | None = None) -> Kolommenlijst:
    """As `per_niveau` by segment and product, with their names (None above their level)."""
    tabel = per_niveau(selectie, producten(selectie.kolommen), maten, deel)
    return tabel | {
        "segment": benoem(tabel.pop("k0"), selectie.kolommen.segment),
        "product": benoem(tabel.pop("k1"), selectie.kolommen.product["naam"]),
    }
