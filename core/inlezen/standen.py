"""What the database holds per bron and leveringsmaand, and what a load makes of it."""

from __future__ import annotations

from typing import NamedTuple

from core.database import Database
from core.inlezen.rapport import Maandregel
from core.inlezen.werkbank import Gelezen, Werkbank


class Som(NamedTuple):
    """Lines, and counted cents (status toegekend)."""

    regels: int = 0
    bedrag: int = 0

    def plus(self, ander: Som) -> Som:
        """Both together."""
        return Som(self.regels + ander.regels, self.bedrag + ander.bedrag)


Stand = dict[tuple[str, int], Som]
"""What the database holds per (bron, leveringsmaand)."""


def stand_van(werk: Werkbank) -> Stand:
    """What the leveringen that count now hold, by bron and leveringsmaand."""
    if werk.db is None or not len(werk.lev):
        return {}
    sql = """
        SELECT l.bron, r.maand, count(*), coalesce(sum(r.bedrag) FILTER (WHERE r.status = 0), 0)::BIGINT
        FROM regel r JOIN levering l ON l.nummer = r.levering GROUP BY ALL"""
    return {(bron, maand): Som(regels, bedrag) for bron, maand, regels, bedrag in werk.db.rijen(sql)}


def alles_nu(db: Database | None) -> Stand:
    """What a version shows per leveringsmaand, all bronnen together (bron is empty)."""
    if db is None:
        return {}
    sql = "SELECT maand, count(*), coalesce(sum(bedrag) FILTER (WHERE status = 0), 0)::BIGINT FROM regel GROUP BY 1"
    return {("", maand): Som(regels, bedrag) for maand, regels, bedrag in db.rijen(sql)}


def per_maand(stand: Stand, bron: str | None = None) -> dict[int, Som]:
    """A stand by leveringsmaand, of one bron or of all together."""
    uit: dict[int, Som] = {}
    for (van, maand), som in stand.items():
        if bron in (None, van):
            uit[maand] = uit.get(maand, Som()).plus(som)
    return uit


def sommen_van(werk: Werkbank, nummer: int) -> dict[int, Som]:
    """What the accepted lines of one file hold, by leveringsmaand."""
    sql = """
        SELECT leveringsmaand, count(*), coalesce(sum(bedrag) FILTER (WHERE status = 0), 0)::BIGINT
        FROM aangenomen WHERE levering = ? GROUP BY ALL ORDER BY 1"""
    return {maand: Som(regels, bedrag) for maand, regels, bedrag in werk.rijen(sql, [nummer])}


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
    voor, na = per_maand(oud, bron), per_maand(nieuw, bron)
    maanden = sorted(m for m in {*voor, *na} if m in sommen or voor.get(m) != na.get(m))
    return tuple(
        Maandregel(m, f.regels, f.bedrag, o.regels, o.bedrag, n.regels, n.bedrag)
        for m in maanden
        for f, o, n in [(sommen.get(m, Som()), voor.get(m, Som()), na.get(m, Som()))]
    )
