"""Where jeugdigen lived while in care: per buurt, per wijk and in all."""

from __future__ import annotations

import pandas as pd

from core.cijfers import tellen
from core.cijfers.selectie import Selectie, maanden_van
from core.database import Database
from core.filters import Filter


def _inwoners(niveau: str, kolommen: tuple[str, ...]) -> str:
    """A sum of inhabitants holds only when every buurt in it has a number."""
    per = "".join(f"{kolom}, " for kolom in kolommen)
    return (
        f"SELECT '{niveau}' AS niveau, {per}jaar,"
        " CASE WHEN count(*) = count(jeugd_0_17) THEN sum(jeugd_0_17)::DOUBLE END AS inwoners"
        f" FROM inwoner GROUP BY {per}jaar"
    )


_NOEMER = "\nUNION ALL BY NAME\n".join(_inwoners(n, k) for n, k in tellen.GEBIEDSNIVEAUS.items())
_PER_BUURT = f"""
WITH {{selectie}},
plaats AS (SELECT nr AS buurt, min(nr) OVER (PARTITION BY wijk) AS wijk, buurtcode FROM buurt),
bewoner AS MATERIALIZED (
    SELECT
        jeugdige, jaar, wijk, buurt,
        bit_or(zorg) AS zorg, sum(bedrag)::BIGINT AS bedrag, any_value(geboortemaand) AS geboortemaand
    FROM selectie
    JOIN plaats USING (buurt)
    GROUP BY ALL
),
onder_18 AS (
    SELECT jeugdige, jaar
    FROM bewoner
    WHERE zorg > 0
    GROUP BY ALL
    HAVING jaar::INTEGER * 12 + floor(log2(bit_or(zorg)))::INTEGER - any_value(geboortemaand) BETWEEN 0 AND 18 * 12 - 1
),
jonge_bewoner AS MATERIALIZED (FROM bewoner SEMI JOIN onder_18 USING (jeugdige, jaar) WHERE zorg > 0),
inwoner AS (
    SELECT wijk, buurt, jaar, jeugd_0_17
    FROM (FROM plaats WHERE buurtcode IS NOT NULL AND {{gebied}})
    CROSS JOIN (SELECT unnest(?::SMALLINT[]) AS jaar)
    LEFT JOIN bevolking USING (buurt, jaar)
),
noemer AS ({_NOEMER}),
teller AS ({tellen.per_niveau("jaar", niveaus=tellen.GEBIEDSNIVEAUS, van="jonge_bewoner")}),
bereik AS (
    SELECT
        n.niveau, n.wijk, n.buurt,
        avg(1000 * coalesce(jeugdigen, 0) / nullif(inwoners, 0)) AS per_1000,
        arg_max(inwoners, n.jaar) FILTER (WHERE inwoners IS NOT NULL) AS jeugd_0_17
    FROM noemer n
    LEFT JOIN teller t
        ON t.niveau = n.niveau AND t.jaar = n.jaar
        AND t.wijk IS NOT DISTINCT FROM n.wijk AND t.buurt IS NOT DISTINCT FROM n.buurt
    GROUP BY ALL
),
geteld AS ({tellen.per_niveau(niveaus=tellen.GEBIEDSNIVEAUS, van="bewoner")})
SELECT g.niveau, w.wijk, b.buurtcode, b.naam AS buurt, jeugdigen, kosten, jeugd_0_17, per_1000
FROM geteld g
LEFT JOIN buurt w ON w.nr = g.wijk
LEFT JOIN buurt b ON b.nr = g.buurt
LEFT JOIN bereik r
    ON r.niveau = g.niveau AND r.wijk IS NOT DISTINCT FROM g.wijk AND r.buurt IS NOT DISTINCT FROM g.buurt
ORDER BY g.wijk NULLS FIRST, g.buurt NULLS FIRST
"""


def per_buurt(db: Database, f: Filter) -> pd.DataFrame:
    """Unieke jeugdigen and kosten (euros) per buurt, per wijk (counted anew) and in all.

    A jeugdige counts in every buurt lived in while in care. Rows: totaal, then each wijk followed
    by its buurten; `Buiten gemeente` and `Onbekend` are a wijk with one buurt, without buurtcode.
    per_1000: of each calendar year of the period the jeugdigen of the row who were under 18 (at
    the end of their last month in care of that year; an unknown age is not), per 1.000
    inhabitants 0-17 of the selected area on 1 January; the mean over the years in which all its
    buurten have a number; null ("geen noemer") without such a year. The row totaal counts all of
    its jeugdigen. jeugd_0_17: the inhabitants of the last such year.
    """
    gebied, waarden = Filter(wijk=f.wijk, buurt=f.buurt).to_sql()
    jaren = sorted({m // 12 for m in maanden_van(db, f)})
    return Selectie(db, f).vraag(_PER_BUURT.replace("{gebied}", gebied), [*waarden, jaren])
