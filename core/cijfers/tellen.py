"""The sums that most tables are made of: unieke jeugdigen with kosten, and arrangementen.

Each is SQL over the CTE `selectie` (core.cijfers.selectie) for any grouping; grouping twice is
faster than count(DISTINCT). Columns come from the code, never from a user.
"""

from __future__ import annotations

Niveaus = dict[str, tuple[str, ...]]
PRODUCTNIVEAUS: Niveaus = {"totaal": (), "segment": ("segment",), "product": ("segment", "product")}
GEBIEDSNIVEAUS: Niveaus = {"totaal": (), "wijk": ("wijk",), "buurt": ("wijk", "buurt")}


def jeugdigen(*kolommen: str, van: str = "selectie") -> str:
    """A subquery of `kolommen`, `jeugdigen` (unique, in care) and `kosten` (euros).

    A combination is in it when it has a zorgmaand, also one that was fully credited (0).
    """
    per = "".join(f"{kolom}, " for kolom in kolommen)
    return f"""(
        SELECT {per}count(*) FILTER (in_zorg) AS jeugdigen, sum(bedrag)::BIGINT / 100 AS kosten
        FROM (
            SELECT {per}jeugdige, bool_or(zorg > 0) AS in_zorg, sum(bedrag) AS bedrag
            FROM {van}
            GROUP BY ALL
        )
        {"GROUP BY ALL" if per else "HAVING count(*) > 0"}
    )"""


def arrangementen(*kolommen: str) -> str:
    """A subquery of `kolommen` and `arrangementen`: distinct toewijzingen with a month in care.

    A combination without any is not in it.
    """
    per = "".join(f"{kolom}, " for kolom in kolommen)
    return f"""(
        SELECT {per}count(*) AS arrangementen
        FROM (
            SELECT DISTINCT {per}toewijzing
            FROM selectie
            WHERE zorg > 0 AND toewijzing IS NOT NULL
        )
        {"GROUP BY ALL" if per else ""}
    )"""


def met_arrangementen(*kolommen: str) -> str:
    """A subquery of `kolommen`, `jeugdigen`, `kosten` and `arrangementen` (0 when none)."""
    return f"""(
        SELECT * REPLACE (coalesce(arrangementen, 0) AS arrangementen)
        FROM {jeugdigen(*kolommen)} LEFT JOIN {arrangementen(*kolommen)} USING ({", ".join(kolommen)})
    )"""


def per_niveau(*kolommen: str, niveaus: Niveaus = PRODUCTNIVEAUS, van: str = "selectie") -> str:
    """A SELECT with a row per niveau and `kolommen`: every number counted anew at each level.

    The columns of a lower level are NULL in the rows above it.
    """
    return "\nUNION ALL BY NAME\n".join(
        f"SELECT '{niveau}' AS niveau, * FROM {jeugdigen(*boven, *kolommen, van=van)}"
        for niveau, boven in niveaus.items()
    )


def per_niveau_met_arrangementen(*kolommen: str) -> str:
    """As `per_niveau` by product, with `arrangementen`."""
    return "\nUNION ALL BY NAME\n".join(
        f"SELECT '{niveau}' AS niveau, * FROM {met_arrangementen(*boven, *kolommen)}"
        for niveau, boven in PRODUCTNIVEAUS.items()
    )


def per_maand(*kolommen: str) -> str:
    """A SELECT of `kolommen`, `maand` (maandnummer), `jeugdigen` and `kosten` (euros).

    For a selection per month. Months without a zorgmaand in a combination are not in it.
    """
    per = "".join(f"{kolom}, " for kolom in kolommen)
    tel = ", ".join(f"count(*) FILTER (zorg & {1 << n} <> 0)" for n in range(12))
    som = ", ".join(f"sum(CASE WHEN masker & {1 << n} <> 0 THEN m{n + 1} END)" for n in range(12))
    heeft = ", ".join(f"bit_or(maanden) & {1 << n} <> 0" for n in range(12))
    return f"""
        SELECT {per}jaar * 12 + n AS maand, coalesce(jeugdigen, 0) AS jeugdigen, bedrag::BIGINT / 100 AS kosten
        FROM (
            SELECT {per}jaar, unnest(range(12)) AS n, unnest([{som}]) AS bedrag, unnest([{heeft}]) AS heeft
            FROM selectie
            GROUP BY {per}jaar
        )
        LEFT JOIN (
            SELECT {per}jaar, unnest(range(12)) AS n, unnest([{tel}]) AS jeugdigen
            FROM (SELECT {per}jaar, jeugdige, bit_or(zorg) AS zorg FROM selectie WHERE zorg > 0 GROUP BY ALL)
            GROUP BY {per}jaar
        ) USING ({per}jaar, n)
        WHERE heeft
    """
