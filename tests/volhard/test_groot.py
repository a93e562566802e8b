"""Large exports: time beside a bare read of the same file, memory, and one month more to 5 million lines."""

import csv
import json
import random
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import duckdb
import pytest
import python_calamine
import xlsxwriter

from core.inlezen import pseudoniem
from core.inlezen.leveringen import Opties, herbouw, laad, lees
from core.inlezen.leveringtabel import levering_pad
from tests.core.inlezen.conftest import cijfers

pytestmark = pytest.mark.volhard
STAND_PER = date(2024, 5, 1)
KOP = [
    "Cliëntnummer", "Geboortedatum", "Aanbieder", "AGB", "Segment", "Product", "Leveringsmaand", "Bedrag", "Status",
    "Geslacht", "Buurt", "Toewijzingnummer", "Intensiteit", "Duur", "Verwijzer", "Declaratiemaand", "Regelnummer",
]  # fmt: skip
PRODUCTEN = ["Begeleiding Individueel", "Behandeling Individueel", "Logeren", "Dyslexie"]


def schrijf(pad: Path, regels: int, maanden: range = range(38)) -> Path:
    """An export of so many lines, about 60 for each jeugdige, each with steady attributes."""
    toeval = random.Random(1)
    with pad.open("w", newline="", encoding="utf-8") as uit:
        schrijver = csv.writer(uit, delimiter=";")
        schrijver.writerow(KOP)
        for nr in range(regels):
            kind, deel = divmod(nr, 60)
            t = kind % 4 + deel // 30
            m = maanden[deel * len(maanden) // 60]
            schrijver.writerow([
                100_000 + kind, f"{kind % 28 + 1:02d}-{kind % 12 + 1:02d}-{2005 + kind % 14}", f"Aanbieder {kind % 70}",
                12_000_000 + kind % 70, "Segment Jeugd Ambulant", PRODUCTEN[t % 4], f"{2021 + m // 12}-{m % 12 + 1:02d}",
                f"{toeval.randint(100, 200_000) / 100:.2f}".replace(".", ","), "toegekend", "MV"[kind % 2],
                f"BU0935{kind % 5:02d}{kind % 4:02d}", f"T{100_000 + kind}-{t}", ("laag", "midden", "hoog")[t % 3],
                ("kort", "lang")[t % 2], ("Gemeente", "Huisarts")[kind % 2], f"{2021 + (m + 2) // 12}-{(m + 2) % 12 + 1:02d}",
                f"R{maanden[0]:03d}{nr:08d}",
            ])  # fmt: skip
    return pad


def kaal(pad: Path) -> float:
    """Seconds that a bare read_csv with explicit types takes (the best of three)."""
    soorten = dict.fromkeys(KOP, "VARCHAR") | {"Geboortedatum": "DATE", "Bedrag": "DECIMAL(12, 2)"}
    tijden = []
    for _ in range(3):
        with duckdb.connect() as con:
            begin = time.perf_counter()
            con.execute(
                f"CREATE TABLE x AS FROM read_csv('{pad}', delim=';', header=true, auto_detect=false, columns={soorten},"
                " decimal_separator=',', dateformat='%d-%m-%Y')"
            )
            tijden.append(time.perf_counter() - begin)
    return min(tijden)


def test_half_miljoen_regels_csv(tmp_path, eigen_datamap):
    pad = schrijf(tmp_path / "half.csv", 500_000)
    begin = time.perf_counter()
    rapport = laad(lees([pad], Opties(stand_per=STAND_PER)), toch=True)
    duur, grond = time.perf_counter() - begin, kaal(pad)
    assert rapport.geladen == 500_000 and sum(n for n, _ in cijfers().values()) == 500_000
    print(f"inlezen {duur:.1f} s = {duur / grond:.1f} x read_csv ({grond:.2f} s)")
    assert duur <= 8 * grond


def test_half_miljoen_regels_blijft_onder_een_gigabyte(tmp_path, eigen_datamap):
    pad = schrijf(tmp_path / "half.csv", 500_000)
    subprocess.run(
        [sys.executable, "-m", "core", "inlezen", str(pad), "--toch", "--stand-per", "2024-05-01"],
        check=True,
        capture_output=True,
    )
    piek = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    print(f"piek {piek:.2f} GB")
    assert piek < 1.0


def test_xlsx_naast_kaal_lezen(tmp_path, eigen_datamap):
    bron = schrijf(tmp_path / "bron.csv", 100_000)
    pad = tmp_path / "export.xlsx"
    with xlsxwriter.Workbook(pad, {"constant_memory": True}) as boek, bron.open(encoding="utf-8") as lezer:
        blad = boek.add_worksheet()
        for nummer, rij in enumerate(csv.reader(lezer, delimiter=";")):
            blad.write_row(
                nummer, 0, rij[:7] + [float(rij[7].replace(",", "."))] + rij[8:] if nummer else rij
            )
    begin = time.perf_counter()
    python_calamine.load_workbook(pad).get_sheet_by_index(0).to_python()
    grond = time.perf_counter() - begin
    begin = time.perf_counter()
    assert laad(lees([pad], Opties(stand_per=STAND_PER)), toch=True).geladen == 100_000
    duur = time.perf_counter() - begin
    print(f"inlezen {duur:.1f} s = {duur / grond:.1f} x calamine ({grond:.1f} s)")
    assert duur <= 3 * grond


def test_een_maand_bij_vijf_miljoen_regels(tmp_path, eigen_datamap):
    half = schrijf(tmp_path / "half.csv", 500_000)
    laad(lees([half], Opties(stand_per=STAND_PER)), toch=True)
    _tien_keer(eigen_datamap)
    herbouw()
    assert sum(n for n, _ in cijfers().values()) == 5_000_000
    maand = schrijf(tmp_path / "maand.csv", 130_000, range(38, 39))
    begin = time.perf_counter()
    laad(lees([maand], Opties(stand_per=STAND_PER)), toch=True)
    duur = time.perf_counter() - begin
    print(f"een maand erbij: {duur:.1f} s")
    assert sum(n for n, _ in cijfers().values()) == 5_130_000
    assert duur <= 20


def _tien_keer(map_: Path) -> None:
    """Make ten times as many jeugdigen and lines of the first levering, in its own file."""
    pad = levering_pad(map_, 1)
    groot = pad.with_name("groot")
    with duckdb.connect() as con:
        ruw = con.execute(
            "SELECT value FROM parquet_kv_metadata(?) WHERE key = 'levering'::BLOB", [str(pad)]
        ).fetchone()
        assert ruw is not None
        gegevens = json.dumps(
            json.loads(bytes(ruw[0])) | {"sleutel": pseudoniem.vingerafdruk(pseudoniem.sleutel(map_))}
        )
        anders = ", ".join(f"md5({k} || k) AS {k}" for k in ("jeugdige", "toewijzing", "regelnummer"))
        con.execute(
            f"COPY (SELECT r.* REPLACE ((rij + k * 500000)::INTEGER AS rij, {anders}) FROM read_parquet('{pad}') r, range(10) t(k))"
            f" TO '{groot}' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{levering: '{gegevens}'}})"
        )
    groot.replace(pad)
