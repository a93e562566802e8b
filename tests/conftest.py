"""Shared fixtures. Tests use their own data folder, never the user's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

from core import database
from core.begrippen import Begrip, Duur, Geslacht, Intensiteit, Leveringsvorm, Status, Verwijzer
from core.opmaak import maand_uit_iso

# Speed is measured in tests/bench; a busy machine makes no example wrong.
settings.register_profile("rustig", deadline=None)
settings.load_profile("rustig")

WORTEL = Path(__file__).parents[1]
Regel = dict[str, Any]
EIGEN_APP = {
    f"tests/browser/test_{naam}.py" for naam in ("diep", "inlezen", "presenteren", "verwacht_werkelijk")
}
"""Tests in a browser that mostly start an app of their own."""

PRODUCTEN = pd.DataFrame(
    [
        ("Segment Jeugd Ambulant", "Begeleiding Individueel", "declaratie", 1),
        ("Segment Jeugd Ambulant", "Pleegzorg", "declaratie", 2),
        ("Segment Jeugd Wonen", "Pleegzorg", "declaratie", 3),
        ("Segment Jeugd JB/JR", "Jeugdbescherming", "lumpsum", 4),
        ("PGB", "PGB", "svb", 5),
    ],
    columns=["segment", "product", "bekostiging", "volgorde"],
)
BUURTEN = pd.DataFrame(
    [
        ("BU09350000", "Binnenstad", "WK093500", "Centrum"),
        ("BU09350006", "Wyck", "WK093500", "Centrum"),
        ("BU09350207", "Malberg", "WK093502", "Buitenwijk West"),
    ],
    columns=["buurtcode", "naam", "wijkcode", "wijk"],
)
BEVOLKING = pd.DataFrame(
    [
        (code, jaar, van, tot, aantal, "Testbureau, inwoners")
        for code, klassen in zip(BUURTEN["buurtcode"], ((60, 40), (100, 100), (300, 100)), strict=True)
        for jaar in (2022, 2023)
        for (van, tot), aantal in zip(((0, 11), (12, 17)), klassen, strict=True)
    ],
    columns=["buurtcode", "jaar", "van", "tot", "aantal", "bron"],
)
_LIJSTEN: dict[str, type[Begrip]] = {
    "geslacht": Geslacht,
    "verwijzer": Verwijzer,
    "intensiteit": Intensiteit,
    "duur": Duur,
    "leveringsvorm": Leveringsvorm,
    "status": Status,
}
_STANDAARD: Regel = {
    "levering": 1,
    "jeugdige": "a",
    "aanbieder": "Adelante",
    "segment": "Segment Jeugd Ambulant",
    "product": "Begeleiding Individueel",
    "leveringsmaand": "2023-01",
    "bedrag": 100.0,
    "status": "toegekend",
}


def als_rij(rij: int, regel: Regel) -> Regel:
    """A readable line (`bedrag` in euros, months as `2023-01`, names) as a parquet row."""
    uit = dict.fromkeys(database.REGEL_KOLOMMEN) | _STANDAARD | {"rij": rij} | regel
    uit["bedrag"] = round(uit["bedrag"] * 100)
    if uit["debet"] is None:
        uit["debet"] = uit["bedrag"] >= 0
    for kolom in ("leveringsmaand", "declaratiemaand", "geboortemaand"):
        if isinstance(uit[kolom], str):
            uit[kolom] = maand_uit_iso(uit[kolom])
    for kolom, soort in _LIJSTEN.items():
        if uit[kolom] is not None:
            uit[kolom] = soort(uit[kolom]).code
    return uit


def levering(nummer: int, **velden: Any) -> Regel:
    """A row of the table levering with ordinary values."""
    return {
        "nummer": nummer, "sha": f"{nummer:064d}", "bestand": f"export{nummer}.csv", "bron": "ZIN",
        "wijze": "vervang", "stand_per": date(2024, 5, 1), "ingelezen_op": datetime(2024, 5, 1, 9),
        "regels": 0, "afgekeurd": 0, "dubbel": 0, "bedrag": 0, "maanden": 0, "actief": True,
        "demo": False,
    } | velden  # fmt: skip


class PerBestand(LoadFileScheduling):
    """A file stays in one process; so do all files that look at the same running app."""

    def _split_scope(self, nodeid: str) -> str:
        bestand: str = super()._split_scope(nodeid)
        kijkt = bestand.startswith("tests/browser/") and bestand not in EIGEN_APP
        return "tests/browser" if kijkt else bestand


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> PerBestand:
    """Which tests go to which process."""
    return PerBestand(config, log)


@pytest.fixture(autouse=True)
def eigen_datamap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a data folder of its own: the user's is out of reach."""
    map_ = tmp_path / "data"
    map_.mkdir()
    monkeypatch.setenv("JEUGD_DATA", str(map_))
    monkeypatch.delenv("JEUGD_SLEUTEL", raising=False)
    return map_


@pytest.fixture
def maak_database(tmp_path: Path) -> Iterator[Callable[..., database.Database]]:
    """Build a real version from a few readable lines: `maak_database([{...}, ...])`."""
    gemaakt: list[database.Database] = []

    def maak(regels: list[Regel], leveringen: list[Regel] | None = None) -> database.Database:
        pad = tmp_path / f"jeugd-test{len(gemaakt)}.duckdb"
        gemaakt.append(database.Database(schrijf_versie(pad, regels, leveringen)))
        return gemaakt[-1]

    yield maak
    for db in gemaakt:
        db.sluit()


_GEBOUWD: dict[str, Path] = {}
"""Versions that were built before in this process, by what they were built of: building takes half a second."""
_HOOGSTENS = 200


def schrijf_versie(pad: Path, regels: list[Regel], leveringen: list[Regel] | None = None) -> Path:
    """Write a version file at `pad` from readable lines; also for session-wide fixtures."""
    inhoud = sha256(repr((regels, leveringen)).encode()).hexdigest()
    if inhoud not in _GEBOUWD:
        if len(_GEBOUWD) >= _HOOGSTENS:
            _GEBOUWD.pop(next(iter(_GEBOUWD))).unlink()
        _GEBOUWD[inhoud] = _bouw(Path(_BOUWPLAATS.name) / f"{inhoud}.duckdb", regels, leveringen)
    shutil.copyfile(_GEBOUWD[inhoud], pad)
    return pad


_BOUWPLAATS = tempfile.TemporaryDirectory()


def _bouw(pad: Path, regels: list[Regel], leveringen: list[Regel] | None) -> Path:
    parquet = pad.with_suffix(".parquet")
    rijen = pd.DataFrame(
        [als_rij(n, r) for n, r in enumerate(regels, 1)], columns=list(database.REGEL_KOLOMMEN)
    )
    velden = ", ".join(f'CAST("{k}" AS {s}) AS "{k}"' for k, s in database.REGEL_KOLOMMEN.items())
    with duckdb.connect() as con:
        con.register("rijen", rijen.astype(object).where(rijen.notna(), None))
        con.execute(f"COPY (SELECT {velden} FROM rijen) TO '{parquet}'")
    database.bouw(
        pad,
        database.Bouwstof(
            regels=[parquet],
            leveringen=pd.DataFrame(leveringen or [levering(1)]),
            producten=PRODUCTEN,
            aanbieders=pd.DataFrame(columns=["soort", "sleutel", "aanbieder"], dtype="string"),
            buurten=BUURTEN,
            bevolking=BEVOLKING,
        ),
    )
    return pad


@pytest.fixture(scope="session")
def demo_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo municipality, made through its own command; read it, do not load.

    Made once for all processes of a run (half a minute of work), each of which gets a copy.
    """
    samen = tmp_path_factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else None
    bron = (samen or tmp_path_factory.mktemp("bron")) / "demo"
    try:
        bron.mkdir()
    except FileExistsError:
        _wacht_op(bron / "klaar")
    else:
        subprocess.run(
            [sys.executable, "-m", "core", "demo"],
            cwd=WORTEL, env=os.environ | {"JEUGD_DATA": str(bron / "data")}, check=True, capture_output=True,
        )  # fmt: skip
        (bron / "klaar").touch()
    return Path(shutil.copytree(bron / "data", tmp_path_factory.mktemp("demo") / "data"))


def _wacht_op(pad: Path, seconden: int = 240) -> None:
    for _ in range(seconden):
        if pad.exists():
            return
        time.sleep(1)
    raise RuntimeError("een ander proces maakte de voorbeeldgemeente niet af")
