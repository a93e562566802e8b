"""What the last levering changed: which figures moved, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from core.begrippen import Niveau
from core.cijfers import jeugdigen
from core.cijfers.dominantie import DOMINANT, DOMINANT_BOVEN
from core.cijfers.selectie import maanden_van
from core.database import Database
from core.database.naast import naast_elkaar
from core.filters import Filter
from core.inlezen.vorige import laatste_lading

OORZAKEN = (
    "nieuwe maanden",
    "later gedeclareerd",
    "credits, correcties en vervallen regels",
    "andere buurt",
    "andere indeling van product of aanbieder",
)
"""In this order; a row of the table each."""

# Of most jeugdigen most months are as they were: a fingerprint per jeugdige and month finds the others.
# Those are laid side by side by the names that people and products keep from version to version. `paar`:
# what was declared under one name before is under another now. Each is then one or more changes.
_VERSCHILLEN = """
WITH {afdrukken},
anders AS MATERIALIZED (
    SELECT jeugdige, maand
    FROM afdruk_nu n
    FULL JOIN afdruk_toen t USING (jeugdige, maand)
    WHERE n.afdruk IS DISTINCT FROM t.afdruk
),
{feiten},
naast AS (
    SELECT
        coalesce(n.jeugdige, t.jeugdige) AS jeugdige,
        coalesce(n.toewijzing, t.toewijzing) AS toewijzing,
        coalesce(n.maand, t.maand) AS maand,
        coalesce(n.segment, t.segment) AS segment,
        coalesce(n.bedrag, 0) AS nu,
        coalesce(t.bedrag, 0) AS toen,
        n.buurt IS DISTINCT FROM t.buurt AND n.maand IS NOT NULL AND t.maand IS NOT NULL AS verhuisd,
        n.maand IS NULL AS weg,
        t.maand IS NULL AS erbij
    FROM feit_nu n
    FULL JOIN feit_toen t USING (jeugdige, toewijzing, maand, segment, product, aanbieder)
),
met_paar AS (
    SELECT
        *,
        (weg OR erbij) AND bool_or(weg) OVER wie AND bool_or(erbij) OVER wie AS paar
    FROM naast
    WINDOW wie AS (PARTITION BY jeugdige, toewijzing, maand, weg OR erbij)
),
geduid AS (
    SELECT
        CASE
            WHEN paar THEN 4
            WHEN maand > ? THEN 0
            WHEN nu > toen OR (erbij AND nu = 0) THEN 1
            ELSE 2
        END AS oorzaak,
        jeugdige, maand, segment, greatest(nu - toen, 0) AS meer, greatest(toen - nu, 0) AS minder
    FROM met_paar
    WHERE nu <> toen OR weg OR erbij
    UNION ALL
    SELECT 3, jeugdige, maand, segment, nu, nu FROM met_paar WHERE verhuisd
),
per_wie AS (
    SELECT oorzaak, jeugdige, sum(meer) AS meer, sum(minder) AS minder
    FROM geduid
    WHERE maand IN (SELECT unnest(?::INTEGER[])) AND (len(?) = 0 OR segment IN (SELECT unnest(?::VARCHAR[])))
    GROUP BY oorzaak, jeugdige
)
SELECT
    oorzaak,
    count(*) AS jeugdigen,
    sum(meer)::DOUBLE / 100 AS erbij,
    sum(minder)::DOUBLE / 100 AS eraf,
    100 * max(meer) > {grens} * sum(meer) OR 100 * max(minder) > {grens} * sum(minder) AS {dominant}
FROM per_wie
GROUP BY oorzaak
ORDER BY oorzaak
"""
_AFDRUK = """los_{versie} AS (
    SELECT
        z.jeugdige, z.maand,
        (count(*), sum(z.bedrag), bit_xor(hash(p.naam, s.naam, a.naam, t.pseudoniem, b.naam, z.bedrag))) AS afdruk
    FROM {versie}.zorgmaand z
    LEFT JOIN {versie}.toewijzing t ON t.nr = z.toewijzing
    JOIN {versie}.segment s ON s.nr = z.segment
    JOIN {versie}.product p ON p.nr = z.product
    JOIN {versie}.aanbieder a ON a.nr = z.aanbieder
    JOIN {versie}.buurt b ON b.nr = z.buurt
    GROUP BY z.jeugdige, z.maand
),
afdruk_{versie} AS (
    SELECT j.pseudoniem AS jeugdige, l.maand, l.afdruk FROM los_{versie} l JOIN {versie}.jeugdige j ON j.nr = l.jeugdige
)"""
_FEIT = """feit_{versie} AS (
    SELECT
        j.pseudoniem AS jeugdige, coalesce(t.pseudoniem, '') AS toewijzing, z.maand, s.naam AS segment,
        p.naam AS product, a.naam AS aanbieder, any_value(b.naam) AS buurt, sum(z.bedrag) AS bedrag
    FROM anders x
    JOIN {versie}.jeugdige j ON j.pseudoniem = x.jeugdige
    JOIN {versie}.zorgmaand z ON z.jeugdige = j.nr AND z.maand = x.maand
    LEFT JOIN {versie}.toewijzing t ON t.nr = z.toewijzing
    JOIN {versie}.segment s ON s.nr = z.segment
    JOIN {versie}.product p ON p.nr = z.product
    JOIN {versie}.aanbieder a ON a.nr = z.aanbieder
    JOIN {versie}.buurt b ON b.nr = z.buurt
    GROUP BY ALL
)"""
_MATEN = ("jeugdigen", "kosten")


def oorzaken(db: Database, f: Filter) -> pd.DataFrame:
    """Why the figures of the selection are not those from before the last load, in euros.

    `jeugdigen`: unique, of whom anything changed for that reason; `erbij` and `eraf`: by how much amounts
    rose and fell, `saldo` their difference; together exactly the difference of the kosten. What moved
    between buurten is both. No rows without an earlier state.
    """
    lading = laatste_lading(db)
    ervoor = lading.ervoor if lading else None
    namen = ["oorzaak", "jeugdigen", "erbij", "eraf", "saldo", DOMINANT]
    if ervoor is None:
        return pd.DataFrame(columns=namen)
    stukken = {"afdrukken": _AFDRUK, "feiten": _FEIT}
    sql = _VERSCHILLEN.format(
        grens=DOMINANT_BOVEN,
        dominant=DOMINANT,
        **{wat: ",\n".join(stuk.format(versie=v) for v in ("nu", "toen")) for wat, stuk in stukken.items()},
    )
    maanden = sorted({*maanden_van(db, f), *maanden_van(ervoor, f)})
    segment = list(f.segment)
    waarden = [ervoor.stand.laatste_maand or 0, maanden, segment, segment]
    tabel = naast_elkaar(db.pad, ervoor.pad, sql, waarden)
    tabel["oorzaak"] = [OORZAKEN[n] for n in tabel["oorzaak"]]
    return tabel.assign(saldo=(tabel["erbij"] - tabel["eraf"]).round(2))[namen]


def per_cijfer(db: Database, f: Filter) -> pd.DataFrame:
    """The shown figures per segment and year that moved: before the last load beside now.

    kosten in euros; unieke jeugdigen are counted anew at every level. No rows without an earlier state.
    """
    lading = laatste_lading(db)
    sleutel = ["niveau", "segment", "jaar"]
    kolommen = [f"{maat}{wanneer}" for maat in _MATEN for wanneer in ("_toen", "", "_verschil")]
    if lading is None or lading.ervoor is None:
        return pd.DataFrame(columns=[*sleutel, *kolommen])
    nu, toen = (_per_segment(van, f) for van in (db, lading.ervoor))
    naast = nu.merge(toen, "outer", on=sleutel, suffixes=("", "_toen"), sort=False)
    for maat in _MATEN:
        naast[[maat, f"{maat}_toen"]] = naast[[maat, f"{maat}_toen"]].fillna(0)
        naast[f"{maat}_verschil"] = (naast[maat] - naast[f"{maat}_toen"]).round(2)
    anders = (naast["jeugdigen_verschil"] != 0) | (naast["kosten_verschil"] != 0)
    volgorde = np.lexsort([naast["jaar"], naast["segment"].fillna(""), naast["niveau"] != Niveau.TOTAAL])
    uit = naast.iloc[volgorde][anders.iloc[volgorde]].reset_index(drop=True)
    return uit[[*sleutel, *kolommen]]


def _per_segment(db: Database, f: Filter) -> pd.DataFrame:
    tabel = jeugdigen.per_product(db, f)
    return tabel[tabel["niveau"] != Niveau.PRODUCT][["niveau", "segment", "jaar", *_MATEN]]


def verschillen(rij: Mapping[str, Any]) -> dict[str, Any]:
    """The differences of a row again, when its numbers of jeugdigen were rounded."""
    toen, nu = rij["jeugdigen_toen"], rij["jeugdigen"]
    return {"jeugdigen_verschil": None if toen is None or nu is None else nu - toen}
