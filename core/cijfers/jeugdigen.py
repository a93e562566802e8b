"""How many jeugdigen: the key figures, per product and year, per month, over the selection."""

from __future__ import annotations

import pandas as pd

from core.begrippen import jaar_en_maand
from core.cijfers import tellen
from core.cijfers.selectie import (
    HEEL_JAAR,
    Per,
    Selectie,
    maand_als_tekst,
    maanden_van,
    volledige_maanden,
    voorlopig_vanaf,
)
from core.database import Database
from core.filters import Filter

_KERNCIJFERS = f"""
WITH {{selectie}},
zorgmaanden AS (
    SELECT jeugdige, jaar, bit_or(zorg) AS zorg FROM selectie WHERE zorg > 0 GROUP BY ALL
),
aantallen AS (
    SELECT
        count(DISTINCT jeugdige) AS jeugdigen,
        coalesce(sum(bit_count(zorg)), 0)::BIGINT AS zorgmaanden,
        coalesce(sum(bit_count(CASE WHEN jaar < ? THEN zorg WHEN jaar = ? THEN zorg & ? ELSE 0 END)), 0)::BIGINT
            AS in_volledige_maanden
    FROM zorgmaanden
),
per_product AS (SELECT product, sum(bedrag) AS bedrag FROM selectie GROUP BY ALL),
geld AS (
    SELECT
        coalesce(sum(bedrag), 0)::BIGINT / 100 AS kosten,
        coalesce(bool_or(bekostiging = 'declaratie'), false) AS gedeclareerd
    FROM per_product
    JOIN product ON product.nr = per_product.product
)
SELECT
    jeugdigen,
    in_volledige_maanden / nullif(?, 0) AS gemiddeld_in_zorg,
    kosten,
    CASE WHEN gedeclareerd OR ? THEN kosten / nullif(jeugdigen, 0) END AS kosten_per_jeugdige,
    kosten / nullif(zorgmaanden, 0) AS kosten_per_zorgmaand,
    arrangementen
FROM aantallen, geld, {tellen.arrangementen()}
"""


def kerncijfers(db: Database, f: Filter) -> pd.DataFrame:
    """The key figures of a selection in one row; no row when there is no data at all.

    jeugdigen and arrangementen: unique; gemiddeld_in_zorg: mean of the monthly numbers over the
    months of the period that are not voorlopig, null when all are; kosten in euros.
    kosten_per_jeugdige: null without jeugdigen, and when all that is selected is lumpsum or svb,
    unless it is whole calendar years of whole segments (no other filter than period and segment).
    kosten_per_zorgmaand: per pair of jeugdige and month in care. An empty selection counts 0.
    """
    if db.stand.eerste_maand is None:
        return _LEEG.copy()
    jaar, maand = jaar_en_maand(voorlopig_vanaf(db))
    bits = HEEL_JAAR & ((1 << maand - 1) - 1)
    aantal = len(volledige_maanden(db, f))
    return Selectie(db, f).vraag(_KERNCIJFERS, [jaar, jaar, bits, aantal, _hele_segmenten(db, f)])


_LEEG = pd.DataFrame(
    {
        naam: pd.Series(dtype="float64")
        for naam in (
            "jeugdigen",
            "gemiddeld_in_zorg",
            "kosten",
            "kosten_per_jeugdige",
            "kosten_per_zorgmaand",
            "arrangementen",
        )
    }
)


def _hele_segmenten(db: Database, f: Filter) -> bool:
    """Whether the selection is whole calendar years of whole segments."""
    maanden = set(maanden_van(db, f))
    heel = all({jaar * 12 + m for m in range(12)} <= maanden for jaar in {m // 12 for m in maanden})
    return heel and set(f.actief()) <= {"jaar", "maand", "segment"}


_PER_PRODUCT = f"""
WITH {{selectie}},
per_niveau AS ({tellen.per_niveau_met_arrangementen("jaar")})
SELECT niveau, segment.naam AS segment, product.naam AS product, jaar, jeugdigen, arrangementen, kosten
FROM per_niveau
LEFT JOIN segment ON segment.nr = per_niveau.segment
LEFT JOIN product ON product.nr = per_niveau.product
ORDER BY per_niveau.segment NULLS FIRST, per_niveau.product NULLS FIRST, jaar
"""


def per_product(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen, arrangementen and kosten per calendar year, counted anew at every level.

    Rows: totaal, then each segment followed by its products; years ascending. kosten in euros.
    An age is that within the year.
    """
    return Selectie(db, f, Per.JAAR).vraag(_PER_PRODUCT)


_SEGMENTEN = f"""
WITH {{selectie}},
per_niveau AS ({tellen.per_niveau()})
SELECT niveau, segment.naam AS segment, product.naam AS product, jeugdigen, kosten
FROM per_niveau
LEFT JOIN segment ON segment.nr = per_niveau.segment
LEFT JOIN product ON product.nr = per_niveau.product
ORDER BY per_niveau.segment NULLS FIRST, per_niveau.product NULLS FIRST
"""


def segmenten(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per level over the whole selection: the landscape.

    Overlap is the sum of the parts minus the row above them.
    """
    return Selectie(db, f).vraag(_SEGMENTEN)


_PER_MAAND = f"""
WITH {{selectie}},
gevuld AS ({tellen.per_maand()})
SELECT maand, coalesce(jeugdigen, 0) AS jeugdigen, coalesce(kosten, 0) AS kosten, maand >= ? AS voorlopig
FROM (SELECT unnest(?::INTEGER[]) AS maand) LEFT JOIN gevuld USING (maand)
WHERE EXISTS (FROM gevuld)
ORDER BY maand
"""


def per_maand(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) in each month of the period, also months with none.

    Only months between the first and last of the data; an age is that at the end of the month.
    """
    waarden = [voorlopig_vanaf(db), maanden_van(db, f)]
    return maand_als_tekst(Selectie(db, f, Per.MAAND).vraag(_PER_MAAND, waarden))
