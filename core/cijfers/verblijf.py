"""Which products are a stay, and a selection without the jeugdigen who lived in one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core import referentie
from core.cijfers.kolommen import Kolommen
from core.cijfers.selectie import Selectie, selecteer
from core.filters import Filter

VERBLIJF, MAATREGEL, ZONDER = "verblijf", "maatregel", "zonder verblijf"


def zonder_verblijf(selectie: Selectie, maanden: Sequence[int]) -> Selectie:
    """The rows of help without stay: no stay, no measure of a judge, nobody who lived in a stay there.

    A jeugdige who in a calendar year had a stay in a buurt (in `maanden`, whatever else the
    selection asks) is left out of that buurt and year, with all other help: a therapy of a child
    in a home would make its buurt look bad as well. In the buurt lived in before he or she counts.
    """
    soort = hulpsoorten(selectie.kolommen)
    overal = selecteer(selectie.db, Filter(), maanden=maanden)
    woont = overal.alleen((soort[overal["product"]] == VERBLIJF) & (overal["zorg"] > 0))
    houd = (soort[selectie["product"]] == ZONDER) & ~np.isin(_plek(selectie), np.unique(_plek(woont)))
    return selectie.alleen(houd)


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
    for p in kolommen.product.itertuples():
        van_segment = per_segment.get(p.segmentnaam, set())
        standaard = next(iter(van_segment)) if len(van_segment) == 1 else ZONDER
        uit.append(indeling.get((p.segmentnaam, p.naam), standaard))
    return np.array(uit, dtype=object)
