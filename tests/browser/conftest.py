"""A real Chromium against the real app; each page is watched for requests that leave the machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.server import Server, chromium, server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder is marked `browser`."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Without it these tests are skipped, but never where CI is set."""
    pad = chromium()
    if pad is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("geen Chromium op deze machine")
    with sync_playwright() as spel:
        chroom = spel.chromium.launch(executable_path=pad, args=["--no-sandbox"])
        yield chroom
        chroom.close()


@pytest.fixture(scope="session")
def demo_app(demo_map: Path) -> Iterator[Server]:
    """The app over the demo municipality, shared by all tests that only look."""
    with server(demo_map) as draait:
        yield draait


@pytest.fixture
def lege_app(tmp_path: Path) -> Iterator[Server]:
    """The app of a test's own, with nothing read in yet."""
    map_ = tmp_path / "leeg"
    map_.mkdir()
    with server(map_) as draait:
        yield draait


@dataclass(eq=False)
class Venster:
    """A browser with cookies and storage of its own, its tab, and what went wrong or left this machine in it."""

    soort: tuple[object, ...]
    context: BrowserContext
    buiten: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    tab: Page | None = None

    def open(self) -> Page:
        """Its tab: the same one again, which still knows the scripts of the app."""
        if self.tab is None or self.tab.is_closed():
            self.tab = self.context.new_page()
            self.tab.on("pageerror", lambda fout: self.fouten.append(str(fout)))
        return self.tab

    def maak_schoon(self, breedte: int, hoogte: int) -> None:
        """As good as new, but for the scripts of the app that it has read: those cost most of opening a page."""
        for pagina in self.context.pages:
            if _van_hier(pagina.url) and pagina.url != "about:blank":
                pagina.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
            if pagina is not self.tab:
                pagina.close()
        self.context.clear_cookies()
        self.context.set_offline(False)
        if self.tab is not None and not self.tab.is_closed():
            self.tab.goto("about:blank")
            self.tab.emulate_media(media="null", color_scheme="null")
            self.tab.set_viewport_size({"width": breedte, "height": hoogte})
        self.buiten.clear()
        self.fouten.clear()


@pytest.fixture(scope="session")
def vensters() -> list[Venster]:
    """The browsers that are free to be used again."""
    return []


@pytest.fixture
def nieuwe_pagina(browser: Browser, vensters: list[Venster]) -> Iterator[Callable[..., Page]]:
    """Open a page in a browser of its own (cookies and storage apart): `nieuwe_pagina(breedte=…)`.

    At the end: no request left the machine and no script of the page failed.
    """
    open_: list[tuple[Venster, int, int]] = []

    def maak(breedte: int = 1366, hoogte: int = 768, **opties: object) -> Page:
        soort = (breedte, hoogte, *sorted(opties.items()))
        venster = next((v for v in vensters if v.soort == soort), None)
        if venster is None:
            venster = Venster(soort, browser.new_context(
                viewport={"width": breedte, "height": hoogte}, locale="nl-NL", timezone_id="Europe/Amsterdam", **opties
            ))  # fmt: skip
            buiten = venster.buiten
            venster.context.on("request", lambda r: buiten.append(r.url) if not _van_hier(r.url) else None)
        else:
            vensters.remove(venster)
        open_.append((venster, breedte, hoogte))
        return venster.open()

    yield maak
    buiten = [url for venster, *_ in open_ for url in venster.buiten]
    fouten = [fout for venster, *_ in open_ for fout in venster.fouten]
    for venster, breedte, hoogte in open_:
        venster.maak_schoon(breedte, hoogte)
        vensters.append(venster)
    assert buiten == []
    assert fouten == []


def _van_hier(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:"))


@pytest.fixture
def pagina(nieuwe_pagina: Callable[..., Page]) -> Page:
    """One page of 1366×768 in a browser of its own."""
    return nieuwe_pagina()


@pytest.fixture
def eigen_map(demo_map: Path, tmp_path: Path) -> Path:
    """The demo municipality in a data folder of a test's own, to write in."""
    return Path(shutil.copytree(demo_map, tmp_path / "eigen"))


@pytest.fixture
def eigen_app(eigen_map: Path) -> Iterator[Server]:
    """The app over the demo municipality, for a test that keeps something."""
    with server(eigen_map) as draait:
        yield draait
