"""Which products are a stay, and a selection without the jeugdigen who lived in one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from core import referentie
from core.cijfers.kolommen import Kolommen
from core.cijfers.selectie import Selectie, selecteer
from core.database import Database
from core.filters import Filter

VERBLIJF, MAATREGEL, ZONDER = "verblijf", "maatregel", "zonder verblijf"


def zonder_verblijf(selectie: Selectie, maanden: Sequence[int]) -> Selectie:
    """The rows of help without stay: no stay, no measure of a judge, nobody who lived in a stay there.

    A jeugdige who in a calendar year had a stay in a buurt (in `maanden`, whatever else the
    selection asks) is left out of that buurt and year, with all other help: a therapy of a child
    in a home would make its buurt look bad as well. In the buurt lived in before he or she counts.
    """
    soort = hulpsoorten(selectie.kolommen)
    over = selectie.alleen(soort[selectie["product"]] == ZONDER)
    return over.alleen(~np.isin(_plek(over), _verbleven(selectie.db, tuple(maanden))))


@lru_cache(maxsize=8)
def _verbleven(db: Database, maanden: tuple[int, ...]) -> np.ndarray:
    """Every jeugdige, year and buurt with a stay: the same whatever else is selected."""
    overal = selecteer(db, Filter(), maanden=maanden)
    verblijf = hulpsoorten(overal.kolommen)[overal["product"]] == VERBLIJF
    return np.unique(_plek(overal.alleen(verblijf & (overal["zorg"] > 0))))


def _plek(s: Selectie) -> np.ndarray:
    """Of each row its jeugdige, year and buurt as one number."""
    return (s["jeugdige"].astype(np.int64) << 20) | (s.jaar().astype(np.int64) << 8) | s["buurt"]


def hulpsoorten(kolommen: Kolommen) -> np.ndarray:
    """Per number of a product its kind of help: VERBLIJF, MAATREGEL or ZONDER.

    As the productindeling says; a product that is not in it goes with its segment when all that is
    known of that is of one kind, and counts as without stay when not.
    """
    indeling = referentie.hulpsoorten()
    per_segment: dict[str, set[str]] = {}
    for (segment, _), soort in indeling.items():
        per_segment.setdefault(segment, set()).add(soort)
    uit = []
    for segment, naam in zip(*(kolommen.product[k].tolist() for k in ("segmentnaam", "naam")), strict=True):
        van_segment = per_segment.get(segment, set())
        standaard = next(iter(van_segment)) if len(van_segment) == 1 else ZONDER
        uit.append(indeling.get((segment, naam), standaard))
    return np.array(uit, dtype=object)
