"""Reading an export into an empty database, beside the bare reader of the same file."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import duckdb
import psutil
import xlsxwriter
from python_calamine import CalamineWorkbook

from core.inlezen.leveringen import Opties, laad, lees
from tests.bench.meten import Meting, druk, mediaan

WORTEL = Path(__file__).parents[2]
STAND_PER = date(2024, 5, 1)
_TYPEN = {
    "clientnummer": "VARCHAR", "geboortedatum": "DATE", "geslacht": "VARCHAR", "aanbieder": "VARCHAR",
    "segment": "VARCHAR", "product": "VARCHAR", "leveringsmaand": "VARCHAR", "bedrag": "DECIMAL(12, 2)",
    "toewijzingnummer": "VARCHAR", "regelnummer": "VARCHAR", "buurt": "VARCHAR", "verwijzer": "VARCHAR",
    "intensiteit": "VARCHAR", "duur": "VARCHAR", "declaratiemaand": "VARCHAR",
}  # fmt: skip
_EXPORT = """
SELECT
    100000000 + (hash(n // 150) % 800000000) AS clientnummer,
    strftime(DATE '2004-01-01' + (hash(n // 150, 'g') % 6500)::INTEGER, '%d-%m-%Y') AS geboortedatum,
    ['M', 'V'][1 + n // 150 % 2] AS geslacht,
    'Aanbieder ' || hash(n // 50, 'a') % 70 AS aanbieder,
    'Segment Jeugd Ambulant' AS segment,
    ['Begeleiding Individueel', 'Behandeling Individueel', 'Begeleiding Groep'][(1 + hash(n // 50) % 3)::BIGINT] AS product,
    strftime(DATE '2021-01-01' + to_months(($maand)::INTEGER), '%Y-%m') AS leveringsmaand,
    replace(printf('%.2f', 50 + hash(n) % 90000 / 100.0), '.', ',') AS bedrag,
    'T' || n // 50 AS toewijzingnummer,
    'R' || n + $eerste AS regelnummer,
    format('BU0935{:04d}', hash(n // 150) % 44) AS buurt,
    ['Gemeente', 'Huisarts', 'Jeugdarts'][(1 + hash(n // 50, 'v') % 3)::BIGINT] AS verwijzer,
    ['laag', 'midden', 'hoog'][1 + n // 50 % 3] AS intensiteit,
    ['kort', 'lang'][1 + n // 50 % 2] AS duur,
    strftime(DATE '2021-02-01' + to_months(($maand)::INTEGER), '%Y-%m') AS declaratiemaand
FROM range($van, $tot) t(n)
"""


def schrijf_csv(pad: Path, aantal: int, van: int = 0) -> Path:
    """An export of that many lines in 38 months, with Dutch amounts and dates; `van`: the first line."""
    return _schrijf(pad, {"$maand": "n % 50 * 38 // 50", "$eerste": "0", "$van": van, "$tot": van + aantal})


def schrijf_maand(pad: Path, aantal: int) -> Path:
    """One more month (March 2024) of that many lines."""
    return _schrijf(pad, {"$maand": "38", "$eerste": "100000000", "$van": 0, "$tot": aantal})


def _schrijf(pad: Path, waarden: dict[str, str | int]) -> Path:
    vraag = _EXPORT
    for naam, waarde in waarden.items():
        vraag = vraag.replace(naam, str(waarde))
    with duckdb.connect() as con:
        con.execute(f"COPY ({vraag}) TO '{pad}' (HEADER, DELIMITER ';')")
    return pad


def schrijf_xlsx(pad: Path, csv: Path) -> Path:
    """The same lines as a workbook, amounts as numbers."""
    with duckdb.connect() as con, xlsxwriter.Workbook(pad, {"constant_memory": True}) as boek:
        blad = boek.add_worksheet()
        blad.write_row(0, 0, list(_TYPEN))
        lijst = con.execute(
            "SELECT * FROM read_csv(?, delim = ';', all_varchar = true)", [str(csv)]
        ).fetchall()
        for n, rij in enumerate(lijst, 1):
            blad.write_row(n, 0, [float(c.replace(",", ".")) if k == 7 else c for k, c in enumerate(rij)])
    return pad


def kaal(pad: Path) -> float:
    """The median of a bare read_csv with explicit types."""
    velden = ", ".join(f"'{naam}': '{soort}'" for naam, soort in _TYPEN.items())
    vraag = (
        f"CREATE OR REPLACE TABLE t AS SELECT * FROM read_csv('{pad}', delim = ';', header = true,"
        f" columns = {{{velden}}}, decimal_separator = ',', dateformat = '%d-%m-%Y')"
    )
    with duckdb.connect(config={"threads": 2}) as con:
        return mediaan(lambda: con.execute(vraag), keer=5)


def inlezen(pad: Path, map_: Path) -> float:
    """Milliseconds to read, judge and load one file."""
    begin = time.perf_counter()
    laad(lees([pad], Opties(stand_per=STAND_PER), map_), toch=True)
    return 1000 * (time.perf_counter() - begin)


def geheugen(pad: Path, map_: Path) -> float:
    """The peak of the memory of the whole command and its children, in MB."""
    opdracht = [
        sys.executable,
        "-m",
        "core",
        "inlezen",
        str(pad),
        "--stand-per",
        STAND_PER.isoformat(),
        "--toch",
    ]
    omgeving = os.environ | {"JEUGD_DATA": str(map_)}
    proces = subprocess.Popen(
        opdracht, cwd=WORTEL, env=omgeving, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    piek = 0
    while proces.poll() is None:
        piek = max(piek, _nu(proces.pid))
        time.sleep(0.02)
    if proces.returncode:
        raise RuntimeError((proces.stderr.read() if proces.stderr else b"").decode()[-500:])
    return piek / 2**20


def _nu(pid: int) -> int:
    try:
        ouder = psutil.Process(pid)
        return sum(p.memory_info().rss for p in [ouder, *ouder.children(recursive=True)])
    except psutil.NoSuchProcess:
        return 0


def meet(map_: Path, regels: int, xlsx: int) -> list[Meting]:
    """CSV and XLSX beside their bare readers, and the memory that the CSV takes."""
    csv = schrijf_csv(map_ / "uit.csv", regels)
    boek = schrijf_xlsx(map_ / "uit.xlsx", schrijf_csv(map_ / "klein.csv", xlsx))
    bloot = mediaan(lambda: CalamineWorkbook.from_path(str(boek)).get_sheet_by_index(0).to_python(), 3, 0)
    return [
        Meting(f"CSV van {regels:,} regels (vloer: read_csv)", inlezen(csv, map_ / "a"), kaal(csv), 8),
        Meting(f"CSV van {regels:,} regels, geheugen", geheugen(csv, map_ / "b"), None, 1024, "MB"),
        Meting(f"XLSX van {xlsx:,} regels (vloer: calamine)", inlezen(boek, map_ / "c"), bloot, 3),
    ]


def meet_groot(map_: Path) -> list[Meting]:
    """Adding a month to five million lines, in time and in work of the processors."""
    delen = [schrijf_csv(map_ / f"deel{n}.csv", 500_000, 500_000 * n) for n in range(10)]
    laad(lees(delen, Opties(stand_per=STAND_PER, wijze="aanvullen"), map_ / "groot"), toch=True)
    voor = _werk()
    ms = inlezen(schrijf_maand(map_ / "maand.csv", 130_000), map_ / "groot")
    return [
        Meting("een maand bij 5,000,000 regels", ms / 1000, None, 20, "s"),
        Meting("een maand bij 5,000,000 regels, processortijd", _werk() - voor, None, None, "s"),
    ]


def _werk() -> float:
    """Seconds of processor that this process and its children that ended have taken."""
    tijden = os.times()
    return tijden.user + tijden.system + tijden.children_user + tijden.children_system


def main() -> None:
    """Measure; with --groot also on five million lines."""
    vraag = argparse.ArgumentParser(description=__doc__)
    vraag.add_argument("--regels", type=int, default=500_000)
    vraag.add_argument("--xlsx", type=int, default=100_000)
    vraag.add_argument("--groot", action="store_true")
    keuze = vraag.parse_args()
    with tempfile.TemporaryDirectory() as tijdelijk:
        metingen = meet(Path(tijdelijk), keuze.regels, keuze.xlsx)
        druk("Inlezen in een lege database", metingen + (meet_groot(Path(tijdelijk)) if keuze.groot else []))


if __name__ == "__main__":
    main()
