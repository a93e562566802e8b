"""The same line twice: within a file, and against what stays of earlier leveringen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pandas as pd

from core.database import REGEL_KOLOMMEN
from core.inlezen.leveringtabel import levering_pad
from core.inlezen.werkbank import Gelezen, Regelbank, Werkbank
from core.opmaak import euro, geteld

_GELIJK = tuple(k for k in REGEL_KOLOMMEN if k not in ("levering", "rij"))
_KENMERK = f"hash({', '.join(_GELIJK)})"
# Two lines are the same when they agree in every kept column. A hash of 64 bits stands for that:
# it is only ever compared between lines that share a regelnummer or a jeugdige.

_IN_BESTAND = f"""
INSERT INTO uit
WITH vaker AS (
    SELECT regelnummer, debet FROM aangeboden
    WHERE levering = $nummer AND regelnummer IS NOT NULL
    GROUP BY ALL HAVING count(*) > 1
),
regel AS (
    SELECT rij, regelnummer, debet, {_KENMERK} AS kenmerk
    FROM aangeboden SEMI JOIN vaker USING (regelnummer, debet)
    WHERE levering = $nummer
),
groep AS (
    SELECT regelnummer, debet, min(rij) AS eerste, count(DISTINCT kenmerk) AS soorten FROM regel GROUP BY ALL
)
SELECT
    $nummer, rij,
    if(soorten = 1, 'dubbel', 'afgekeurd'),
    if(soorten = 1, '', 'regelnummer komt in dit bestand vaker voor met andere gegevens'),
    false
FROM regel JOIN groep USING (regelnummer, debet)
WHERE soorten > 1 OR rij <> eerste
"""

_RAAK = """
CREATE OR REPLACE TEMP TABLE raak AS
WITH nummers AS (
    SELECT DISTINCT regelnummer FROM aangenomen WHERE levering = {nummer} AND regelnummer IS NOT NULL
)
SELECT levering, rij FROM oud SEMI JOIN nummers USING (regelnummer)
UNION ALL
SELECT levering, rij FROM aangenomen SEMI JOIN nummers USING (regelnummer) WHERE levering < {nummer}
"""

_ZELFDE_MAAND = """
CREATE OR REPLACE TEMP TABLE raak AS
WITH nieuw AS (
    SELECT DISTINCT jeugdige, leveringsmaand FROM aangenomen WHERE levering = {nummer} AND regelnummer IS NULL
)
SELECT levering, rij FROM oud SEMI JOIN nieuw USING (jeugdige, leveringsmaand) WHERE regelnummer IS NULL
UNION ALL
SELECT levering, rij FROM aangenomen SEMI JOIN nieuw USING (jeugdige, leveringsmaand)
WHERE levering < {nummer} AND regelnummer IS NULL
"""

_BLIJVEND = """
CREATE OR REPLACE TEMP TABLE blijvend AS
WITH gevonden AS (
    SELECT * FROM oud SEMI JOIN raak USING (levering, rij)
    UNION ALL
    SELECT * FROM aangenomen SEMI JOIN raak USING (levering, rij)
),
maanden AS (
    SELECT DISTINCT levering, leveringsmaand FROM oud
    UNION
    SELECT DISTINCT levering, leveringsmaand FROM aangenomen
),
vervangen_tot AS (
    SELECT l.bron, m.leveringsmaand, max(l.nummer) AS nummer
    FROM maanden m JOIN lev l ON l.nummer = m.levering
    WHERE l.wijze = 'vervang' AND l.nummer <= {nummer}
    GROUP BY ALL
)
SELECT g.*, l.bron
FROM gevonden g
JOIN lev l ON l.nummer = g.levering
LEFT JOIN vervangen_tot v ON v.bron = l.bron AND v.leveringsmaand = g.leveringsmaand
WHERE g.levering < {nummer} AND (v.nummer IS NULL OR g.levering >= v.nummer)
"""
# First which earlier lines come near, reading two columns of all; then all columns of those few.

_MET_EERDER = f"""
INSERT INTO uit
WITH eerder AS (
    SELECT regelnummer, debet, bron, {_KENMERK} AS kenmerk FROM blijvend
),
nieuw AS (
    SELECT rij, regelnummer, debet, {_KENMERK} AS kenmerk
    FROM aangenomen SEMI JOIN eerder USING (regelnummer, debet) WHERE levering = $nummer
),
paar AS (
    SELECT n.rij, bool_or(e.kenmerk = n.kenmerk) AS zelfde, bool_or(e.bron = $bron) AS zelfde_bron
    FROM nieuw n JOIN eerder e USING (regelnummer, debet) GROUP BY n.rij
)
SELECT
    $nummer, rij,
    if(zelfde, 'dubbel', 'afgekeurd'),
    if(zelfde, '', 'regelnummer is eerder ingelezen met andere gegevens'),
    true
FROM paar WHERE zelfde OR zelfde_bron
"""

_ZONDER_NUMMER = f"""
WITH nieuw AS (
    SELECT {_KENMERK} AS kenmerk, any_value(bedrag) AS bedrag, count(*) AS aantal
    FROM aangenomen WHERE levering = $nummer AND regelnummer IS NULL GROUP BY ALL
),
eerder AS (
    SELECT DISTINCT {_KENMERK} AS kenmerk FROM blijvend WHERE bron = $bron
),
te_veel AS (
    SELECT n.bedrag, if(e.kenmerk IS NULL, n.aantal - 1, n.aantal) AS aantal
    FROM nieuw n LEFT JOIN eerder e USING (kenmerk)
)
SELECT sum(aantal)::BIGINT, sum(aantal * bedrag)::BIGINT FROM te_veel WHERE aantal > 0
"""


def haal_dubbele_uit(bank: Regelbank, nummer: int, bestand: Gelezen) -> None:
    """Move lines of a file that are there twice to `uit`: dubbel when equal, afgekeurd when not."""
    if bestand.feiten["regelnummers"] == "dubbel":
        bank.con.execute(_IN_BESTAND, {"nummer": nummer})
    vergelijk_met_eerder(bank, nummer, bestand.bron)


def vergelijk_met_eerder(bank: Regelbank, nummer: int, bron: str) -> None:
    """Move lines that earlier leveringen hold already, and that stay, to `uit`.

    Of another bron only an equal line is the same line: its regelnummers are another count.
    Repeated, because a month whose last line is rejected no longer replaces the older one.
    """
    if not bank.rijen("SELECT count(*) > 0 FROM lev WHERE nummer < ?", [nummer])[0][0]:
        return
    heeft_nummers = bank.rijen("SELECT count(regelnummer) > 0 FROM aangenomen WHERE levering = ?", [nummer])
    while heeft_nummers[0][0]:
        voor = _maanden(bank, nummer)
        if not _zoek_blijvende(bank, nummer, _RAAK):
            return
        bank.con.execute(_MET_EERDER, {"nummer": nummer, "bron": bron})
        if _maanden(bank, nummer) == voor:
            return


def _zoek_blijvende(bank: Regelbank, nummer: int, zoek: str) -> int:
    """Lay the earlier lines that `zoek` finds, and that stay, in `blijvend`; how many it found."""
    bank.con.execute(zoek.format(nummer=int(nummer)))
    bank.con.execute(_BLIJVEND.format(nummer=int(nummer)))
    return int(bank.rijen("SELECT count(*) FROM raak")[0][0])


def _maanden(bank: Regelbank, nummer: int) -> int:
    sql = "SELECT count(DISTINCT leveringsmaand) FROM aangenomen WHERE levering = ?"
    return int(bank.rijen(sql, [nummer])[0][0])


def mogelijk_dubbel(werk: Werkbank, nummer: int, bestand: Gelezen) -> Iterator[str]:
    """Equal lines without regelnummer: kept, and said with their amount."""
    if not bestand.feiten["zonder_regelnummer"]:
        return
    niets = "CREATE OR REPLACE TEMP TABLE raak AS SELECT levering, rij FROM uit WHERE false"
    _zoek_blijvende(werk.bank, nummer, _ZELFDE_MAAND if bestand.wijze == "aanvullen" else niets)
    aantal, bedrag = werk.rijen(_ZONDER_NUMMER, {"nummer": nummer, "bron": bestand.bron})[0]
    if aantal:
        yield (
            f"{geteld(aantal, 'regel zonder regelnummer is', 'regels zonder regelnummer zijn')} gelijk aan een andere "
            f"regel (mogelijk dubbel, samen {euro(bedrag / 100, 2)}); {'die telt' if aantal == 1 else 'ze tellen allemaal'} mee"
        )


def eerder_pad(levering: Path) -> Path:
    """Where the lines of a levering lie that did not count because earlier ones held them."""
    return levering.with_suffix(".eerder.parquet")


def herkansers(map_: Path, leveringen: pd.DataFrame, doel: Path) -> list[Path]:
    """Lines that were set aside for an earlier levering that is out of use now, as parquet in `doel`.

    `leveringen` are those that count. Taking one back must leave the figures as if it had never
    been loaded, so what later ones held of it counts after all.
    """
    eerdere = {
        n: p for n in map(int, leveringen["nummer"]) if (p := eerder_pad(levering_pad(map_, n))).exists()
    }
    if not eerdere:
        return []
    doel.mkdir(parents=True, exist_ok=True)
    with closing(Regelbank(doel, [levering_pad(map_, n) for n in leveringen["nummer"]], eerdere)) as bank:
        bank.noem([(int(r.nummer), r.bron, r.wijze, False) for r in leveringen.itertuples()])
        bron: Mapping[int, str] = dict(zip(leveringen["nummer"], leveringen["bron"], strict=True))
        for nummer in sorted(eerdere):
            vergelijk_met_eerder(bank, nummer, bron[nummer])
        pad = doel / "herkansers.parquet"
        bank.con.execute(f"COPY aangenomen TO '{str(pad).replace(chr(39), chr(39) * 2)}' (FORMAT parquet)")
        return [pad]
