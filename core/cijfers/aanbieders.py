"""Who delivers the care, what it costs there, and how the others who deliver it compare."""

from __future__ import annotations

import pandas as pd

from core.cijfers import tellen
from core.cijfers.selectie import Selectie
from core.database import Database
from core.filters import Filter

_RANGLIJST = f"""
WITH {{selectie}},
geteld AS (
    SELECT naam, jeugdigen, kosten, row_number() OVER (ORDER BY kosten DESC, naam) AS rang
    FROM {tellen.jeugdigen("aanbieder")} t
    JOIN aanbieder ON aanbieder.nr = t.aanbieder
),
totaal AS (SELECT sum(bedrag)::BIGINT / 100 AS totaal FROM selectie)
SELECT
    rang,
    naam AS aanbieder,
    jeugdigen,
    kosten,
    100 * kosten / nullif(totaal, 0) AS aandeel,
    100 * sum(kosten) OVER (ORDER BY rang) / nullif(totaal, 0) AS cumulatief
FROM geteld, totaal
ORDER BY rang
"""


def ranglijst(db: Database, f: Filter) -> pd.DataFrame:
    """All aanbieders by kosten (euros), most first, then by name.

    aandeel and cumulatief are % of the kosten of the selection (0-100); null when those are 0.
    Not corrected for how heavy the care is.
    """
    return Selectie(db, f).vraag(_RANGLIJST)


_PER_SEGMENT = f"""
WITH {{selectie}},
geteld AS (FROM {tellen.jeugdigen("aanbieder", "segment")}),
grootte AS (SELECT aanbieder, sum(kosten) AS alles FROM geteld GROUP BY ALL)
SELECT aanbieder.naam AS aanbieder, segment.naam AS segment, jeugdigen, kosten
FROM geteld
JOIN grootte USING (aanbieder)
JOIN aanbieder ON aanbieder.nr = geteld.aanbieder
JOIN segment ON segment.nr = geteld.segment
ORDER BY alles DESC, aanbieder.naam, geteld.segment
"""


def per_segment(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) of each aanbieder per segment; dearest aanbieder first."""
    return Selectie(db, f).vraag(_PER_SEGMENT)


_PER_PRODUCT = f"""
WITH {{selectie}},
geteld AS (FROM {tellen.jeugdigen("aanbieder", "segment", "product")}),
maanden AS (
    SELECT aanbieder, product, sum(bit_count(zorg)) AS zorgmaanden
    FROM (SELECT aanbieder, product, jeugdige, jaar, bit_or(zorg) AS zorg FROM selectie GROUP BY ALL)
    GROUP BY ALL
),
grootte AS (SELECT aanbieder, sum(kosten) AS alles FROM geteld GROUP BY ALL)
SELECT
    aanbieder.naam AS aanbieder,
    segment.naam AS segment,
    product.naam AS product,
    jeugdigen,
    kosten,
    CASE WHEN bekostiging = 'declaratie' THEN kosten / nullif(jeugdigen, 0) END AS kosten_per_jeugdige,
    kosten / nullif(zorgmaanden, 0) AS kosten_per_zorgmaand
FROM geteld
JOIN grootte USING (aanbieder)
JOIN maanden USING (aanbieder, product)
JOIN aanbieder ON aanbieder.nr = geteld.aanbieder
JOIN segment ON segment.nr = geteld.segment
JOIN product ON product.nr = geteld.product
ORDER BY alles DESC, aanbieder.naam, geteld.segment, geteld.product
"""


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """Each aanbieder per product: to compare those who deliver the same.

    kosten_per_jeugdige is null for lumpsum and svb; kosten_per_zorgmaand is per pair of jeugdige
    and month in care. Not corrected for how heavy the care is.
    """
    return Selectie(db, f).vraag(_PER_PRODUCT)
