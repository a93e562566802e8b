"""One writer at a time, over processes; a killed one leaves the old or the new state."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core import database
from core.inlezen import bewaren
from core.inlezen.leveringen import Bezet, Opties, herbouw, laad, lees, leveringen, terug
from tests.core.inlezen.conftest import STAND_PER, cijfers, jongeren

JAN, FEB = {"leveringsmaand": "2024-01"}, {"leveringsmaand": "2024-02"}


def begin(pad: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.core.inlezen.vol", str(pad)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ,
    )


def alle_cijfers(map_: Path) -> dict[str, tuple[int, float]]:
    """What a fresh look at the folder shows: this process must not answer from what it has open."""
    return {} if database.actueel(map_) is None else cijfers(map_)


@contextmanager
def bezet(map_: Path) -> Iterator[None]:
    """Another process that holds the lock."""
    code = (
        "import sys, time; from pathlib import Path; from core.inlezen.bewaren import slot\n"
        "with slot(Path(sys.argv[1])):\n    print('ja', flush=True); sys.stdin.read()"
    )
    ander = subprocess.Popen(
        [sys.executable, "-c", code, str(map_)], stdout=subprocess.PIPE, stdin=subprocess.PIPE
    )
    assert ander.stdout is not None and ander.stdout.readline() == b"ja\n"
    try:
        yield
    finally:
        ander.kill()
        ander.communicate()


@pytest.mark.usefixtures("zonder_kind")
def test_tweede_schrijver_krijgt_een_nette_weigering(proef, inlezen, eigen_datamap, monkeypatch):
    inlezen([JAN])
    p = proef([FEB], naam="b.csv")
    monkeypatch.setattr(bewaren, "WACHT", 0.2)
    with bezet(eigen_datamap):
        for poging in (lambda: laad(p), lambda: terug(1, "ik"), herbouw):
            with pytest.raises(Bezet, match="Iemand anders"):
                poging()
    assert laad(p).nummers == (2,)


@pytest.mark.usefixtures("zonder_kind")
def test_lezen_mag_terwijl_een_ander_schrijft(proef, eigen_datamap):
    with bezet(eigen_datamap):
        assert proef([JAN]).rapport.geladen == 1


@pytest.mark.usefixtures("zonder_kind")
def test_wie_wacht_komt_aan_de_beurt(proef):
    een, twee = proef([JAN], naam="a.csv", bron="A"), proef([FEB], naam="b.csv", bron="B")
    draden = [threading.Thread(target=laad, args=(p,)) for p in (een, twee)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert [lev.actief for lev in leveringen()] == [True, True]
    assert sum(n for n, _ in cijfers().values()) == 2


def test_twee_processen_lezen_in(bestand, eigen_datamap):
    paden = [bestand(jongeren(3, **JAN), "a.csv"), bestand(jongeren(4, **FEB), "b.csv")]
    for kind in [begin(p) for p in paden]:
        kind.communicate()
        assert kind.returncode == 0
    assert cijfers() == {"2024-01": (3, 300.0), "2024-02": (4, 400.0)}


def dood_na(pad: Path, wacht: float) -> None:
    """Kill a loading process hard, so long after it was ready to load (negative: before)."""
    kind = begin(pad)
    try:
        assert kind.stdout is not None
        if wacht >= 0:
            kind.stdout.readline()
        time.sleep(abs(wacht))
    finally:
        kind.send_signal(signal.SIGKILL)
        kind.communicate()


@pytest.mark.parametrize(
    "momenten",
    [
        (-0.4, 0.02, 0.1, 0.25, 0.5),
        pytest.param((0.0, 0.05, 0.15, 0.2, 0.3, 0.35, 0.4), marks=pytest.mark.volhard),
    ],
)
def test_kill_9_laat_het_oude_of_het_nieuwe(momenten, bestand, eigen_datamap):
    """At moments from before reading to after the commit; then reading in works again."""
    laad(lees([bestand(jongeren(3, **JAN), "a.csv")], Opties(stand_per=STAND_PER)))
    oud = {"2024-01": (3, 300.0)}
    nieuw = oud | {"2024-02": (4, 400.0)}
    pad = bestand(jongeren(4, **FEB), "b.csv")
    for wacht in momenten:
        dood_na(pad, wacht)
        staat = alle_cijfers(eigen_datamap)
        assert staat in (oud, nieuw)
        if staat == nieuw:
            terug(leveringen()[-1].nummer, "test")
    laad(lees([pad], Opties(stand_per=STAND_PER)))
    assert cijfers() == nieuw
    los = [p for p in eigen_datamap.rglob("*") if p.suffix in (".klad", ".bouw", ".wal")]
    assert los == []
