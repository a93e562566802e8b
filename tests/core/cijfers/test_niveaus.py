"""Levels counted on arrays, against sets of plain Python."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from core.cijfers.kolommen import Kolommen
from core.cijfers.niveaus import Niveaus, per_niveau
from core.cijfers.selectie import HEEL_JAAR, Selectie
from core.cijfers.tellen import GEEN
from core.database import Database

# Product 0, 1 … in these segments: neither sorted nor without gaps, as the wijken of buurten.
OUDER = np.array([4, 0, 4, 2, 0])
NIVEAUS = Niveaus(("totaal", "segment", "product"), "product", OUDER)
Regel = tuple[int, int, int, int, int]
REGELS = st.lists(
    st.tuples(
        st.integers(0, 3), st.integers(0, 4), st.sampled_from([0, 0b1, 0b110]), st.integers(-1, 4),
        st.integers(0, 2),
    ),
    max_size=25,
)  # fmt: skip
"""jeugdige, product, months in care, toewijzing (-1: none), part; a line costs 1, 2, 4 … cents."""


def selectie(db: Database, regels: list[Regel]) -> Selectie:
    """All rows, whole years."""
    kolommen = list(np.array(regels, dtype=np.int64).reshape(-1, 5).T)
    waarden = dict(zip(("jeugdige", "product", "zorg", "toewijzing", "deel"), kolommen, strict=True))
    waarden |= {"bedrag": 2.0 ** np.arange(len(regels)), "jaar": np.zeros(len(regels))}
    geladen = Kolommen("zorgjaar", waarden, pd.DataFrame(), {}, [], [], {}, {})
    return Selectie(db, geladen, np.arange(len(regels)), np.full(len(regels), HEEL_JAAR))


def traag(regels: list[Regel]) -> list[tuple[object, ...]]:
    """Every row of the table, by definition."""
    uit = []
    for ouder in (GEEN, *sorted(set(OUDER.tolist()))):
        for product in (GEEN, *(p for p in range(5) if OUDER[p] == ouder)):
            for deel in range(3):
                hier = [
                    (n, *r)
                    for n, r in enumerate(regels)
                    if ouder in (GEEN, OUDER[r[1]]) and product in (GEEN, r[1]) and r[4] == deel
                ]
                if hier:
                    niveau = NIVEAUS.namen[(ouder != GEEN) + (product != GEEN)]
                    jeugdigen = {wie for _, wie, _, zorg, _, _ in hier if zorg}
                    toewijzingen = {t for *_, zorg, t, _ in hier if zorg and t >= 0}
                    cent = sum(2**n for n, *_ in hier)
                    uit.append((niveau, ouder, product, deel, len(jeugdigen), len(toewijzingen), cent / 100))
    return uit


@given(REGELS)
def test_elk_niveau_telt_iedereen_opnieuw(regels: list[Regel]) -> None:
    regels = sorted(regels)  # rows lie in the order of jeugdige
    s = selectie(None, regels)  # type: ignore[arg-type]
    tabel = per_niveau(s, NIVEAUS, ["jeugdigen", "arrangementen", "kosten"], s["deel"])
    namen = ("niveau", "k0", "k1", "k2", "jeugdigen", "arrangementen", "kosten")
    assert list(zip(*(tabel[naam] for naam in namen), strict=True)) == traag(regels)
