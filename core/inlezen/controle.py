"""What must be true before lines count: not twice, not lost, and about the same children."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from core.inlezen.rapport import Maandregel
from core.inlezen.werkbank import KENMERK, Gelezen, Werkbank
from core.opmaak import euro, getal, maand_kort

GRENS_VERLIES = 0.8
GRENS_TERUGKEER = 0.6
_MINSTE_JEUGDIGEN = 5
"""Below this number of running jeugdigen a share of them says nothing."""

_DUBBEL_IN_BESTAND = f"""
INSERT INTO uit
WITH vaker AS (
    SELECT regelnummer, debet FROM aangeboden
    WHERE levering = $nummer AND regelnummer IS NOT NULL
    GROUP BY ALL HAVING count(*) > 1
),
regel AS (
    SELECT rij, regelnummer, debet, {KENMERK} AS kenmerk
    FROM aangeboden SEMI JOIN vaker USING (regelnummer, debet)
    WHERE levering = $nummer
),
groep AS (
    SELECT regelnummer, debet, min(rij) AS eerste, count(DISTINCT kenmerk) AS soorten FROM regel GROUP BY ALL
)
SELECT
    $nummer, rij,
    if(soorten = 1, 'dubbel', 'afgekeurd'),
    if(soorten = 1, '', 'regelnummer komt in dit bestand vaker voor met andere gegevens')
FROM regel JOIN groep USING (regelnummer, debet)
WHERE soorten > 1 OR rij <> eerste
"""

_BLIJVEND = """
CREATE OR REPLACE TEMP VIEW blijvend AS
WITH alles AS (
    FROM oud UNION ALL SELECT * FROM aangenomen
),
vervangen_tot AS (
    SELECT l.bron, m.leveringsmaand, max(l.nummer) AS nummer
    FROM (SELECT DISTINCT levering, leveringsmaand FROM alles) m
    JOIN lev l ON l.nummer = m.levering
    WHERE l.wijze = 'vervang' AND l.nummer <= {nummer}
    GROUP BY ALL
)
SELECT a.*, l.bron
FROM alles a
JOIN lev l ON l.nummer = a.levering
LEFT JOIN vervangen_tot v ON v.bron = l.bron AND v.leveringsmaand = a.leveringsmaand
WHERE a.levering < {nummer} AND (v.nummer IS NULL OR a.levering >= v.nummer)
"""

_DUBBEL_MET_EERDER = f"""
INSERT INTO uit
WITH nieuw AS (
    SELECT rij, regelnummer, debet, {KENMERK} AS kenmerk
    FROM aangenomen WHERE levering = $nummer AND regelnummer IS NOT NULL
),
eerder AS (
    SELECT regelnummer, debet, bron, {KENMERK} AS kenmerk
    FROM blijvend SEMI JOIN nieuw USING (regelnummer, debet)
),
paar AS (
    SELECT n.rij, bool_or(e.kenmerk = n.kenmerk) AS zelfde, bool_or(e.bron = $bron) AS zelfde_bron
    FROM nieuw n JOIN eerder e USING (regelnummer, debet) GROUP BY n.rij
)
SELECT
    $nummer, rij,
    if(zelfde, 'dubbel', 'afgekeurd'),
    if(zelfde, '', 'regelnummer is eerder ingelezen met andere gegevens')
FROM paar WHERE zelfde OR zelfde_bron
"""

_MOGELIJK_DUBBEL = f"""
WITH nieuw AS (
    SELECT {KENMERK} AS kenmerk, any_value(bedrag) AS bedrag, any_value(status) AS status, count(*) AS aantal
    FROM aangenomen WHERE levering = $nummer AND regelnummer IS NULL GROUP BY ALL
),
eerder AS (
    SELECT {KENMERK} AS kenmerk, count(*) AS aantal
    FROM blijvend WHERE $ook_eerder AND bron = $bron AND regelnummer IS NULL
        AND jeugdige IN (SELECT jeugdige FROM aangenomen WHERE levering = $nummer)
    GROUP BY ALL
),
te_veel AS (
    SELECT n.bedrag, if(e.aantal IS NULL, n.aantal - 1, n.aantal) AS aantal
    FROM nieuw n LEFT JOIN eerder e USING (kenmerk)
)
SELECT sum(aantal)::BIGINT, sum(aantal * bedrag)::BIGINT FROM te_veel WHERE aantal > 0
"""


class Som(NamedTuple):
    """Lines, and counted cents (status toegekend)."""

    regels: int = 0
    bedrag: int = 0

    def plus(self, ander: Som) -> Som:
        """Both together."""
        return Som(self.regels + ander.regels, self.bedrag + ander.bedrag)


Stand = dict[tuple[str, int], Som]
"""What the database holds per (bron, leveringsmaand)."""


def haal_dubbele_uit(bank: Werkbank, nummer: int, bestand: Gelezen) -> None:
    """Move lines that are there twice to `uit`: dubbel when equal, afgekeurd when not.

    Repeated, because a month whose last line is rejected no longer replaces the older one.
    """
    bank.con.execute(_DUBBEL_IN_BESTAND, {"nummer": nummer})
    bank.con.execute(_BLIJVEND.format(nummer=int(nummer)))
    heeft_nummers = bank.rijen("SELECT count(regelnummer) > 0 FROM aangeboden WHERE levering = ?", [nummer])
    while heeft_nummers[0][0]:
        voor = _maanden(bank, nummer)
        bank.con.execute(_DUBBEL_MET_EERDER, {"nummer": nummer, "bron": bestand.bron})
        if _maanden(bank, nummer) == voor:
            return


def _maanden(bank: Werkbank, nummer: int) -> int:
    return int(
        bank.rijen("SELECT count(DISTINCT leveringsmaand) FROM aangenomen WHERE levering = ?", [nummer])[0][0]
    )


def mogelijk_dubbel(bank: Werkbank, nummer: int, bestand: Gelezen) -> Iterator[str]:
    """Equal lines without regelnummer: kept, and said with their amount."""
    waarden = {"nummer": nummer, "bron": bestand.bron, "ook_eerder": bestand.wijze == "aanvullen"}
    aantal, bedrag = bank.rijen_met(_MOGELIJK_DUBBEL, waarden)[0]
    if aantal:
        yield (
            f"{getal(aantal)} regels zonder regelnummer zijn gelijk aan een andere regel (mogelijk dubbel, samen "
            f"{euro(bedrag / 100, 2)}); ze tellen allemaal mee"
        )


def stand_van(bank: Werkbank) -> Stand:
    """What the leveringen that count now hold, by bron and leveringsmaand."""
    if bank.db is None or not len(bank.lev):
        return {}
    sql = """
        SELECT l.bron, r.maand, count(*), coalesce(sum(r.bedrag) FILTER (WHERE r.status = 0), 0)::BIGINT
        FROM regel r JOIN levering l ON l.nummer = r.levering GROUP BY ALL"""
    return {(bron, maand): Som(regels, bedrag) for bron, maand, regels, bedrag in bank.db.rijen(sql)}


def sommen_van(bank: Werkbank, nummer: int) -> dict[int, Som]:
    """What the accepted lines of one file hold, by leveringsmaand."""
    sql = """
        SELECT leveringsmaand, count(*), coalesce(sum(bedrag) FILTER (WHERE status = 0), 0)::BIGINT
        FROM aangenomen WHERE levering = ? GROUP BY ALL ORDER BY 1"""
    return {maand: Som(regels, bedrag) for maand, regels, bedrag in bank.rijen(sql, [nummer])}


def pas_toe(stand: Stand, bestand: Gelezen, sommen: dict[int, Som]) -> Stand:
    """The stand after this file: its months replaced or added to."""
    nieuw = dict(stand)
    for maand, som in sommen.items():
        plek = (bestand.bron, maand)
        nieuw[plek] = som if bestand.wijze == "vervang" else stand.get(plek, Som()).plus(som)
    return nieuw


def maandregels(
    oud: Stand, nieuw: Stand, sommen: dict[int, Som], bron: str | None = None
) -> tuple[Maandregel, ...]:
    """Per leveringsmaand that is in the file or changes: file beside database, old → new."""
    voor, na = _per_maand(oud, bron), _per_maand(nieuw, bron)
    maanden = sorted(m for m in {*voor, *na} if m in sommen or voor.get(m) != na.get(m))
    return tuple(
        Maandregel(m, f.regels, f.bedrag, o.regels, o.bedrag, n.regels, n.bedrag)
        for m in maanden
        for f, o, n in [(sommen.get(m, Som()), voor.get(m, Som()), na.get(m, Som()))]
    )


def _per_maand(stand: Stand, bron: str | None) -> dict[int, Som]:
    uit: dict[int, Som] = {}
    for (van, maand), som in stand.items():
        if bron in (None, van):
            uit[maand] = uit.get(maand, Som()).plus(som)
    return uit


def verlies(maanden: tuple[Maandregel, ...], bestand: Gelezen) -> Iterator[str]:
    """A refusal when replacing would lose more than 20 % of a month's lines or amount."""
    if bestand.wijze != "vervang":
        return
    minder = [
        m for m in maanden if m.regels and (_veel(m.oud_regels, m.regels) or _veel(m.oud_bedrag, m.bedrag))
    ]
    if minder:
        m = minder[0]
        meer = f" (en nog {len(minder) - 1} maanden)" if len(minder) > 1 else ""
        yield (
            f"{maand_kort(m.maand)}{meer} verliest meer dan 20 %: van {getal(m.oud_regels)} regels, "
            f"{euro(m.oud_bedrag / 100, 2)} naar {getal(m.regels)} regels, {euro(m.bedrag / 100, 2)}. Bevat het bestand "
            "alleen wat erbij komt? Kies dan aanvullen in plaats van vervangen."
        )


def _veel(oud: int, nieuw: int) -> bool:
    return oud > 0 and nieuw < GRENS_VERLIES * oud


_TERUG = """
WITH vorige AS (
    SELECT max(nummer) AS nummer FROM lev WHERE bron = $bron AND NOT nieuw
),
laatste AS (
    SELECT max(leveringsmaand) AS maand FROM oud WHERE levering = (SELECT nummer FROM vorige)
),
lopend AS (
    SELECT DISTINCT jeugdige FROM oud
    WHERE levering = (SELECT nummer FROM vorige) AND status = 0 AND leveringsmaand = (SELECT maand FROM laatste)
),
nu AS (
    SELECT jeugdige FROM aangenomen WHERE levering = $nummer
    UNION
    SELECT z.naar FROM aangenomen n JOIN zelfde z ON z.van = n.jeugdige WHERE n.levering = $nummer
)
SELECT
    count(*),
    count(*) FILTER (WHERE l.jeugdige IN (FROM nu) OR z.naar IN (FROM nu)),
    (SELECT maand FROM laatste),
    (SELECT max(leveringsmaand) FROM aangenomen WHERE levering = $nummer)
FROM lopend l LEFT JOIN zelfde z ON z.van = l.jeugdige
"""


def terugkeer(bank: Werkbank, nummer: int, bestand: Gelezen) -> Iterator[str]:
    """A refusal when fewer than 60 % of the running jeugdigen of last time come back.

    Asked only of a file that replaces and reaches at least as far as the last levering of its
    bron: older months, and lines that are added, need not name the same children.
    """
    if bestand.wijze != "vervang":
        return
    lopend, terug, tot, nu_tot = bank.rijen_met(_TERUG, {"bron": bestand.bron, "nummer": nummer})[0]
    if lopend < _MINSTE_JEUGDIGEN or nu_tot is None or nu_tot < tot:
        return
    if terug < GRENS_TERUGKEER * lopend:
        yield (
            f"van de {getal(lopend)} jeugdigen die in {maand_kort(tot)} liepen komen er {getal(terug)} terug in dit "
            "bestand. Gebruikt de export andere nummers dan de vorige?"
        )
