"""The app as a process of its own, for tests in a real browser, screenshots and benchmarks."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

WORTEL = Path(__file__).parents[2]
GEREED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
BEZIG = '[data-testid="stSkeleton"], [data-testid="stSpinner"], [data-stale="true"]'


@dataclass(frozen=True)
class Server:
    """A running app: where it is and which process."""

    adres: str
    pid: int


def vrije_poort() -> int:
    """A port that is free now."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        poort: int = s.getsockname()[1]
        return poort


@contextmanager
def server(map_: Path, script: Path = WORTEL / "start.py") -> Iterator[Server]:
    """The app over one data folder on a free port; stopped at the end."""
    opdracht = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true"]
    with starten([*opdracht, "--server.port"], map_) as draait:
        yield draait


@contextmanager
def starten(opdracht: list[str], map_: Path) -> Iterator[Server]:
    """A server started by a command that ends in its port; what it prints goes to `server.log`.

    Yields when the server answers. Raises RuntimeError when it stops or takes over 60 seconds.
    """
    poort = vrije_poort()
    with (map_ / "server.log").open("ab") as uitvoer:
        proces = subprocess.Popen(
            [*opdracht, str(poort)], cwd=WORTEL, env=os.environ | {"JEUGD_DATA": str(map_)},
            stdout=uitvoer, stderr=uitvoer,
        )  # fmt: skip
        try:
            adres = f"http://127.0.0.1:{poort}"
            _wacht(adres, proces, map_ / "server.log")
            yield Server(adres, proces.pid)
        finally:
            proces.terminate()
            proces.wait(timeout=20)


def _wacht(adres: str, proces: subprocess.Popen[bytes], uitvoer: Path) -> None:
    grens = time.monotonic() + 60
    while time.monotonic() < grens:
        if proces.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{adres}/_stcore/health", timeout=1) as antwoord:
                if antwoord.status == 200:
                    return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError(f"de app startte niet:\n{uitvoer.read_text(errors='replace')[-2000:]}")


def chromium() -> str | None:
    """The Chromium of this machine, or None."""
    namen = ("chromium", "chromium-browser", "google-chrome")
    return next((pad for naam in namen if (pad := shutil.which(naam))), None)


def wacht_tot_klaar(pagina: Page, ms: int = 30_000) -> None:
    """Wait until the script has run and everything it sent is drawn."""
    pagina.wait_for_selector(GEREED, timeout=ms)
    pagina.wait_for_function(f"() => !document.querySelector({BEZIG!r})", timeout=ms, polling=100)


def open_pagina(pagina: Page, adres: str, ms: int = 30_000) -> None:
    """Go to an address of the app and wait until it is drawn."""
    pagina.goto(adres, wait_until="domcontentloaded")
    pagina.wait_for_selector('[data-testid="stMain"] [data-testid="stElementContainer"]', timeout=ms)
    wacht_tot_klaar(pagina, ms)
