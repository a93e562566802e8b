"""How long does each question take? Medians at several sizes, beside a bare full scan.

`python -m tests.bench.vragen --regels 500000 5000000` builds synthetic data of each size through
the real build and asks every table of the registry: without a filter, by segment, by leeftijd and
with several filters at once. Which rows fit a filter is remembered, as between the tables of a
page; the row *rijen* is what finding them takes. What else a page keeps of a selection is forgotten
before each question.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import duckdb
import pandas as pd

from core import database
from core.begrippen import maandnummer
from core.cijfers import kolommen, selectie
from core.cijfers.tabellen import TABELLEN, Tabel
from core.filters import Filter

EERSTE, MAANDEN = maandnummer(2021, 1), 38
PRODUCTEN = pd.DataFrame(
    [
        ("Ambulant", "Behandeling Individueel", "declaratie", 1),
        ("Ambulant", "Begeleiding Individueel", "declaratie", 2),
        ("Ambulant", "Begeleiding Groep", "declaratie", 3),
        ("Ambulant", "Behandeling Groep", "declaratie", 4),
        ("Ambulant", "Dyslexie", "declaratie", 5),
        ("Ambulant", "Pleegzorg", "declaratie", 6),
        ("Wonen", "Pleegzorg", "declaratie", 7),
        ("Wonen", "Leefhuizen", "declaratie", 8),
        ("Wonen", "Gezinshuizen", "declaratie", 9),
        ("Crisis", "Crisis", "declaratie", 10),
        ("GIKJ", "GIKJ", "lumpsum", 11),
        ("JB/JR", "Jeugdbescherming", "lumpsum", 12),
        ("JB/JR", "Jeugdreclassering", "lumpsum", 13),
        ("LTA", "LTA", "declaratie", 14),
        ("PGB", "PGB", "svb", 15),
    ],
    columns=["segment", "product", "bekostiging", "volgorde"],
)
BUURTEN = pd.DataFrame(
    [
        (f"BU0935{n // 8:02d}{n % 8:02d}", f"Buurt {n:02d}", f"WK0935{n // 8:02d}", f"Wijk {n // 8}")
        for n in range(44)
    ],
    columns=["buurtcode", "naam", "wijkcode", "wijk"],
)

# Every jeugdige has one to three arrangements of 1-30 months. `kans(i, doel)` is a number in
# [0, 1) that is always the same for the same i and doel.
_REGELS = """
CREATE MACRO kans(i, doel) AS (hash(i, doel) % 1000003) / 1000003.0;
COPY (
WITH arrangement AS (
    SELECT
        j, j * 4 + a AS nr,
        1 + floor(15 * pow(kans(j * 4 + a, 'product'), 1.8))::INTEGER AS product,
        floor(80 * pow(kans(j * 4 + a, 'aanbieder'), 2.5))::INTEGER AS aanbieder,
        greatest(0, floor(? * (kans(j, 'start') * 1.15 - 0.15) + a * 9 * kans(j, 'later'))::INTEGER) AS begin,
        1 + floor(29 * pow(kans(j * 4 + a, 'lengte'), 1.5))::INTEGER AS lengte,
        floor(46 * kans(j, 'buurt'))::INTEGER AS buurt
    FROM range(?) jeugdige(j), range(3) arr(a)
    WHERE a = 0 OR kans(j * 4 + a, 'er') < 0.45
),
maand AS (
    SELECT *, begin + m AS leveringsmaand
    FROM arrangement, range(30) lengtes(m)
    WHERE m < lengte AND begin + m < ?
),
regel AS (
    SELECT *, hash(nr, m, k) AS h FROM maand, range(2) extra(k)
    WHERE k = 0 OR kans(nr * 100 + m, 'tweede') < 0.25
)
SELECT
    1 AS levering,
    row_number() OVER ()::INTEGER AS rij,
    'j' || j AS jeugdige,
    CASE WHEN j % 97 = 0 THEN NULL ELSE (? + 24 - 12 * 19 * kans(j, 'geboren'))::SMALLINT END AS geboortemaand,
    (j % 2)::UTINYINT AS geslacht,
    'Aanbieder ' || aanbieder AS aanbieder,
    NULL::VARCHAR AS agb,
    p.segment,
    p.product,
    (? + leveringsmaand)::SMALLINT AS leveringsmaand,
    (? + leveringsmaand + 1 + h % 4)::SMALLINT AS declaratiemaand,
    (CASE WHEN h % 33 = 0 THEN -1 ELSE 1 END * (5000 + h % 120000))::BIGINT AS bedrag,
    h % 33 <> 0 AS debet,
    (CASE WHEN h % 100 = 0 THEN 1 ELSE 0 END)::UTINYINT AS status,
    't' || nr AS toewijzing,
    'r' || nr || '-' || m || '-' || k AS regelnummer,
    CASE WHEN buurt < 44 THEN format('BU0935{:02d}{:02d}', buurt // 8, buurt % 8)
         WHEN buurt = 44 THEN 'Buiten gemeente' END AS buurt,
    floor(8 * pow(kans(nr, 'verwijzer'), 2))::UTINYINT AS verwijzer,
    (nr % 3)::UTINYINT AS intensiteit,
    (nr // 3 % 2)::UTINYINT AS duur,
    0::UTINYINT AS leveringsvorm,
    NULL::DATE AS ingangsdatum, NULL::DATE AS einddatum, 1.0 AS volume, 'uur' AS eenheid
FROM regel r JOIN producten p ON p.volgorde = r.product
) TO '{pad}'
"""


def maak(map_: Path, regels: int) -> database.Database:
    """A version of about `regels` lines over 38 months, sized like the real thing."""
    parquet, pad = map_ / f"{regels}.parquet", map_ / f"jeugd-{regels}.duckdb"
    with duckdb.connect() as con:
        con.register("producten", PRODUCTEN)
        kop, vraag = _REGELS.split(";", 1)
        con.execute(kop)
        con.execute(
            vraag.replace("{pad}", str(parquet)),
            [MAANDEN, round(regels / 20.9), MAANDEN, EERSTE, EERSTE, EERSTE],
        )
    nu = datetime(2024, 5, 1)
    levering = {
        "nummer": 1, "sha": "0", "bestand": "bench", "bron": "ZIN", "wijze": "vervang", "stand_per": nu.date(),
        "ingelezen_op": nu, "regels": regels, "afgekeurd": 0, "dubbel": 0, "bedrag": 0, "maanden": MAANDEN,
        "actief": True, "demo": False,
    }  # fmt: skip
    bevolking = BUURTEN[["buurtcode"]].merge(pd.DataFrame({"jaar": range(2021, 2025)}), how="cross")
    database.bouw(
        pad,
        database.Bouwstof(
            regels=[parquet],
            leveringen=pd.DataFrame([levering]),
            producten=PRODUCTEN,
            aanbieders=pd.DataFrame(columns=["soort", "sleutel", "aanbieder"], dtype="string"),
            buurten=BUURTEN,
            bevolking=bevolking.assign(van=0, tot=17, aantal=500, bron="bench"),
        ),
    )
    return database.Database(pad)


FILTERS = {
    "geen": Filter(),
    "segment": Filter(segment=("Ambulant",)),
    "leeftijd": Filter(leeftijd=("6-12",)),
    "jaar": Filter(jaar=(2023,)),
    "van-tot": Filter(van=maandnummer(2021, 4), tot=maandnummer(2023, 10)),
    "meer": Filter(
        maand=(1, 2, 3, 5), segment=("Ambulant", "Wonen"), leeftijd=("6-12", "13-17"), geslacht=("M",)
    ),
}
_KAAL = "SELECT count(*), sum(bedrag), max(jeugdige), max(maand), max(product), max(buurt) FROM zorgmaand"


def mediaan(doe: Callable[[], object], keer: int = 7) -> float:
    """The median time of `keer` calls in milliseconds, after one that warms up."""
    doe()
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe()
        tijden.append(time.perf_counter() - begin)
    return statistics.median(tijden) * 1000


def meet(db: database.Database, alleen: list[str]) -> None:
    """Print the medians of every table under every filter, and the worst as a ratio."""
    begin = time.perf_counter()
    kolommen.laad(db).per_maand(db)
    print(f"columns read once per version in {1000 * (time.perf_counter() - begin):.0f} ms")
    kaal = mediaan(lambda: db.rijen(_KAAL))
    aantal = db.rijen("SELECT count(*), count(DISTINCT jeugdige) FROM zorgmaand")[0]
    print(f"{aantal[0]:,} zorgmaanden, {aantal[1]:,} jeugdigen; bare full scan {kaal:.1f} ms")
    print(f"{'tabel':<24}" + "".join(f"{naam:>10}" for naam in FILTERS) + f"{'× scan':>10}")
    zoek = [mediaan(lambda f=f: _zoek(db, f)) for f in FILTERS.values()]
    print(f"{'rijen':<24}" + "".join(f"{t:10.1f}" for t in zoek) + f"{max(zoek) / kaal:10.1f}")
    for naam, tabel in TABELLEN.items():
        if alleen and naam not in alleen:
            continue
        tijden = [mediaan(lambda t=tabel, f=f: _vraag(db, t, f)) for f in FILTERS.values()]
        print(f"{naam:<24}" + "".join(f"{t:10.1f}" for t in tijden) + f"{max(tijden) / kaal:10.1f}")


def _vraag(db: database.Database, tabel: Tabel, f: Filter) -> None:
    selectie.vergeet()
    tabel.functie(db, f)


def _zoek(db: database.Database, f: Filter) -> None:
    geladen = kolommen.laad(db)
    geladen.gekozen.clear()
    geladen.rijen(f)


def main() -> None:
    """Build and measure each of the asked sizes."""
    vraag = argparse.ArgumentParser(description=__doc__)
    vraag.add_argument("--regels", type=int, nargs="+", default=[500_000])
    vraag.add_argument("--tabel", nargs="*", default=[])
    keuze = vraag.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        for regels in keuze.regels:
            begin = time.perf_counter()
            db = maak(Path(map_), regels)
            print(f"\n{regels:,} lines built in {time.perf_counter() - begin:.1f} s")
            meet(db, keuze.tabel)
            db.sluit()


if __name__ == "__main__":
    main()
