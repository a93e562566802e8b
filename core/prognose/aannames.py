"""What a forecast takes for granted, per segment: how the rest of the year was estimated, and how prices moved."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.cijfers.kolommen import laad
from core.database import Database
from core.filters import Filter
from core.prognose.overzicht import jaar_van, regels
from core.prognose.prijspeil import heeft_lumpsum, prijsindex


def per_segment(db: Database, f: Filter) -> pd.DataFrame:
    """Per segment with months to come: their method and euros, and the movement of prices that they go along with.

    `prijsontwikkeling`: how many % a zorgmaand of the same products costs more than a year before, in
    the months that are known; null of a lump sum or pgb, which has no such price.
    """
    jaar, product = jaar_van(db, f), laad(db).product
    nummers = {naam: nr for nr, naam in enumerate(laad(db).segment)}
    rijen = []
    for r in regels(db, f):
        if not r.methode:
            continue
        eigen = product["segment"].to_numpy() == nummers[r.naam]
        vast = heeft_lumpsum(db, jaar, nummers[r.naam])
        prijs = np.nan if vast else 100 * (prijsindex(db, jaar, eigen) - 1)
        rijen.append({"segment": r.naam, "prijsontwikkeling": prijs, **r.cellen()})
    kolommen = [
        "segment",
        "methode_rest",
        "prijsontwikkeling",
        "rest_jaar",
        "prognose",
        "laag_95",
        "hoog_95",
        "jeugdigen",
        "gedeclareerd",
    ]
    return pd.DataFrame(rijen, columns=kolommen, dtype=object)
