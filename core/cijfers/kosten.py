"""What care cost per month and segment."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.cijfers import maandtelling, volledigheid
from core.cijfers.selectie import Per, maanden_als_tekst, maanden_van, selecteer
from core.cijfers.tellen import benoem, groepeer
from core.database import Database
from core.filters import Filter


def per_maand(db: Database, f: Filter) -> pd.DataFrame:
    """Kosten (euros) and unieke jeugdigen per month and segment, without totals.

    `volledigheid` (0-100) is that of the whole segment: which part of its amount is expected to be
    declared. Below 95 a month is voorlopig; where it cannot be told it is null, and fewer than 3
    full months known after the month make it voorlopig. An age is that at the end of the month.
    """
    selectie = selecteer(db, f, Per.MAAND)
    maanden = np.array(maanden_van(db, f), dtype=np.int64)
    groepen = groepeer(selectie, selectie.segment())
    maand, segment = np.nonzero(maandtelling.zorgmaanden(groepen, maanden).T)
    deel = volledigheid.van_maand(db, segment, maanden[maand], f.zoals_toen)
    return pd.DataFrame(
        {
            "maand": maanden_als_tekst(maanden[maand]),
            "segment": benoem(segment, selectie.kolommen.segment),
            "jeugdigen": maandtelling.jeugdigen(groepen, maanden)[segment, maand],
            "kosten": maandtelling.kosten(groepen, maanden)[segment, maand],
            "volledigheid": deel,
            "voorlopig": volledigheid.is_voorlopig(db, deel, maanden[maand], f.zoals_toen),
        }
    )
