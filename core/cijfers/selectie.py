"""The selection that every figure starts from: the part of `zorgjaar` that a Filter asks for.

A question is SQL with `{selectie}` where the common CTEs go. They end in a CTE `selectie` with a
row per folded zorgmaand (core/sql/35_zorgjaar.sql) in which `zorg` and `maanden` hold only months
of the period, `bedrag` (cents) is that of those months, and `klasse` (of age) is there when asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from core.begrippen import LEEFTIJD_ONBEKEND, LEEFTIJDEN, Leeftijdsindeling, Leeftijdsklasse
from core.database import Database
from core.filters import Filter
from core.opmaak import maand_iso

HEEL_JAAR = (1 << 12) - 1
"""The bits of all twelve months."""


class Per(StrEnum):
    """Within what an age is fixed: the whole selection, each calendar year or each month."""

    SELECTIE = "selectie"
    JAAR = "jaar"
    MAAND = "maand"


_RUW = """
ruw AS (
    SELECT * REPLACE (zorg & masker AS zorg, maanden & masker AS maanden, {bedrag} AS bedrag)
    FROM (SELECT *, {masker} AS masker FROM zorgjaar WHERE {jaren} AND {conditie})
    WHERE maanden & masker <> 0
)"""

# An age belongs to the end of the last month in care, else of the last zorgmaand. The highest bit
# of a year's months is the last of them, so the greatest (in care, year, months) holds that month.
_LEEFTIJD = """,
laatste AS (
    SELECT
        jeugdige{jaar},
        any_value(geboortemaand) AS geboortemaand,
        max(CASE WHEN zorg > 0 THEN (1 << 27) + (jaar::INTEGER << 12) + zorg ELSE (jaar::INTEGER << 12) + maanden END) AS wanneer
    FROM ruw
    GROUP BY ALL
),
leeftijd_van AS (
    SELECT jeugdige{jaar}, CASE WHEN maandnummer >= geboortemaand THEN (maandnummer - geboortemaand) // 12 END AS leeftijd
    FROM (
        SELECT *, ((wanneer >> 12) & 32767) * 12 + floor(log2(wanneer & 4095))::INTEGER AS maandnummer
        FROM laatste
    )
),
selectie AS (
    SELECT ruw.*, {klasse} AS klasse FROM ruw JOIN leeftijd_van USING (jeugdige{jaar}) WHERE {past}
)"""


def maanden_van(db: Database, f: Filter) -> list[int]:
    """The maandnummers of the period of `f` between the first and the last month of the data."""
    eerste, laatste = db.stand.eerste_maand, db.stand.laatste_maand
    if eerste is None or laatste is None:
        return []
    return [m for m in range(eerste, laatste + 1) if f.past(m)]


def volledige_maanden(db: Database, f: Filter) -> list[int]:
    """The months of `maanden_van` that are not voorlopig."""
    return [m for m in maanden_van(db, f) if m < voorlopig_vanaf(db)]


def voorlopig_vanaf(db: Database) -> int:
    """The first maandnummer that is voorlopig; without any data 0: then every month would be."""
    return db.stand.voorlopig_vanaf() or 0


def maand_als_tekst(tabel: pd.DataFrame) -> pd.DataFrame:
    """The same table with its column `maand` as text: `2024-02`."""
    return tabel.assign(maand=[maand_iso(m) for m in tabel["maand"]]).astype({"maand": "str"})


@dataclass(frozen=True)
class Selectie:
    """What a question is about: data, filter, within what an age is fixed, and which months.

    `maanden` takes the place of the period of the filter; `met_leeftijd` adds `klasse`
    to every row: the position of the age class in the indeling of the filter.
    """

    db: Database
    filter: Filter
    per: Per = Per.SELECTIE
    maanden: Sequence[int] | None = None
    met_leeftijd: bool = False

    def vraag(self, sql: str, waarden: Sequence[Any] = ()) -> pd.DataFrame:
        """The answer to `sql`, in which `{selectie}` stands for the common CTEs.

        `waarden` are bound after those of the selection.
        """
        cte, eerste = self.sql()
        return self.db.vraag(sql.replace("{selectie}", cte), [*eerste, *waarden])

    def sql(self) -> tuple[str, list[Any]]:
        """The common CTEs, of which the last is `selectie`, and their bound values."""
        f, per_maand = self.filter, self.per is Per.MAAND and bool(self.filter.leeftijd)
        maskers = self._maskers()
        conditie, waarden = f.zonder_periode().to_sql()
        ruw = _RUW.format(
            bedrag=_bedrag(maskers, wisselt=per_maand),
            masker=_masker(maskers) + (f" & {leeftijdsmasker(f)}" if per_maand else ""),
            jaren=f"jaar IN ({', '.join(map(str, maskers))})" if maskers else "FALSE",
            conditie=conditie,
        )
        if self.per is Per.MAAND or not (f.leeftijd or self.met_leeftijd):
            return f"{ruw},\nselectie AS (SELECT * FROM ruw)", waarden
        jaar = ", jaar" if self.per is Per.JAAR else ""
        return ruw + _LEEFTIJD.format(
            jaar=jaar, past=leeftijd_past(f, "leeftijd"), klasse=klasse_van(f.leeftijdsindeling)
        ), waarden

    def _maskers(self) -> dict[int, int]:
        """Per year the bits of the months asked for; all bits when no month of data is left out."""
        gevraagd = maanden_van(self.db, self.filter) if self.maanden is None else self.maanden
        alle, gekozen = maanden_van(self.db, Filter()), set(gevraagd)
        uit: dict[int, int] = {}
        for maand in (m for m in alle if m in gekozen):
            uit[maand // 12] = uit.get(maand // 12, 0) | 1 << maand % 12
        compleet = uit.keys() - {m // 12 for m in alle if m not in gekozen}
        return uit | dict.fromkeys(compleet, HEEL_JAAR)


def _masker(maskers: dict[int, int]) -> str:
    verschillend = set(maskers.values())
    if len(verschillend) < 2:
        return f"{verschillend.pop() if verschillend else 0}::SMALLINT"
    return "(CASE jaar " + " ".join(f"WHEN {j} THEN {m}" for j, m in maskers.items()) + " END)::SMALLINT"


def _bedrag(maskers: dict[int, int], wisselt: bool) -> str:
    """The cents of the months in `masker`; `wisselt` when it differs between rows of a year."""
    if wisselt:
        return " + ".join(f"CASE WHEN masker & {1 << m - 1} <> 0 THEN m{m} ELSE 0 END" for m in range(1, 13))
    takken = {
        masker: " + ".join(f"m{m}" for m in range(1, 13) if masker >> m - 1 & 1)
        for masker in maskers.values()
    }
    if HEEL_JAAR in takken:
        takken[HEEL_JAAR] = "bedrag"
    if len(takken) < 2:
        return next(iter(takken.values()), "0")
    return "CASE masker " + " ".join(f"WHEN {m} THEN {som}" for m, som in takken.items()) + " END"


def gekozen_klassen(f: Filter) -> list[Leeftijdsklasse]:
    """The age classes of the filter, of either indeling, without onbekend."""
    klassen = {k.naam: k for lijst in LEEFTIJDEN.values() for k in lijst}
    return [klassen[naam] for naam in f.leeftijd if naam != LEEFTIJD_ONBEKEND]


def leeftijd_past(f: Filter, leeftijd: str) -> str:
    """The condition that an SQL expression for an age is in the filter; `TRUE` without one."""
    if not f.leeftijd:
        return "TRUE"
    delen = [f"{leeftijd} IS NULL OR {leeftijd} < 0"] if LEEFTIJD_ONBEKEND in f.leeftijd else []
    for klasse in gekozen_klassen(f):
        boven = "" if klasse.tot is None else f" AND {leeftijd} <= {klasse.tot}"
        delen.append(f"{leeftijd} >= {klasse.van}{boven}")
    return "(" + " OR ".join(f"({deel})" for deel in delen) + ")"


def leeftijdsmasker(f: Filter) -> str:
    """The months of a row's year at whose end the age is in the filter, as bits.

    A birthday falls in one month of the year, so there are two ages: before it and from it on.
    """
    geboortejaar, geboortebit = "geboortemaand // 12", "(1 << geboortemaand % 12)"
    voor = leeftijd_past(f, f"(jaar - {geboortejaar} - 1)")
    na = leeftijd_past(f, f"(jaar - {geboortejaar})")
    onbekend = HEEL_JAAR if LEEFTIJD_ONBEKEND in f.leeftijd else 0
    return (
        f"(CASE WHEN geboortemaand IS NULL THEN {onbekend} ELSE"
        f" (CASE WHEN {voor} THEN {geboortebit} - 1 ELSE 0 END)"
        f" | (CASE WHEN {na} THEN {HEEL_JAAR} - {geboortebit} + 1 ELSE 0 END) END)::SMALLINT"
    )


def klasse_van(indeling: Leeftijdsindeling, leeftijd: str = "leeftijd") -> str:
    """The SQL expression for the position of an age in its indeling; one more is onbekend."""
    klassen = LEEFTIJDEN[indeling]
    takken = [f"WHEN {leeftijd} IS NULL OR {leeftijd} < 0 THEN {len(klassen)}"]
    takken += [f"WHEN {leeftijd} <= {k.tot} THEN {n}" for n, k in enumerate(klassen) if k.tot is not None]
    return f"(CASE {' '.join(takken)} ELSE {len(klassen) - 1} END)"


def klasse_namen(indeling: Leeftijdsindeling) -> list[str]:
    """The names of the classes by position, onbekend last."""
    return [k.naam for k in LEEFTIJDEN[indeling]] + [LEEFTIJD_ONBEKEND]
