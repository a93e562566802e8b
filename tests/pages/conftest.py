"""A data folder for every page test: full, tiny (everything hidden) and empty."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from unittest import mock

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from pages.onderdelen import schil
from tests.conftest import BUURTEN, PRODUCTEN, Regel, levering, schrijf_versie

APP = Path(__file__).parents[2] / "streamlit_app.py"


@pytest.fixture(scope="session", autouse=True)
def onderdelen_eenmaal_gezocht() -> Iterator[None]:
    """Every AppTest looks through all installed packages for components, which takes longer than most pages do."""
    gezocht = cache(manifest_scanner.scan_component_manifests)
    with mock.patch.object(manifest_scanner, "scan_component_manifests", gezocht):
        yield


def regels(jeugdigen: int = 120) -> list[Regel]:
    """A few hundred plausible lines from January 2022 to February 2024, always the same ones."""
    kans = random.Random(7)
    producten = list(zip(PRODUCTEN["segment"], PRODUCTEN["product"], strict=True))
    uit = []
    for nummer in range(jeugdigen):
        segment, product = kans.choices(producten, weights=[60, 10, 15, 12, 3])[0]
        begin = kans.randint(2022 * 12, 2024 * 12)
        vast = {
            "jeugdige": f"j{nummer}", "toewijzing": f"t{nummer}", "segment": segment, "product": product,
            "aanbieder": kans.choice(["Adelante", "Xonar", "Mutsaers", "Praktijk Voorbeeld"]),
            "geboortemaand": f"{kans.randint(2005, 2020)}-{kans.randint(1, 12):02d}",
            "geslacht": kans.choice("MV"), "buurt": kans.choice([*BUURTEN["buurtcode"], "Buiten gemeente", None]),
            "verwijzer": kans.choices(["Gemeente", "Huisarts", "Gecertificeerde instelling"], [5, 4, 1])[0],
            "intensiteit": kans.choice(["laag", "midden", "hoog"]), "duur": kans.choice(["kort", "lang"]),
            "leveringsvorm": "ZIN",
        }  # fmt: skip
        for maand in range(begin, min(begin + kans.randint(3, 20), 2024 * 12 + 2)):
            uit.append(
                vast
                | {"leveringsmaand": f"{maand // 12}-{maand % 12 + 1:02d}", "bedrag": kans.randint(200, 900)}
            )
    return uit


def vul(map_: Path, lijst: list[Regel], demo: bool = False) -> None:
    """Make `map_` a data folder with these lines as its version in force."""
    map_.mkdir(parents=True, exist_ok=True)
    schrijf_versie(map_ / "jeugd-000001.duckdb", lijst, [levering(1, demo=demo)] if lijst else [])
    (map_ / "actueel").write_text("jeugd-000001.duckdb", encoding="utf-8")


@pytest.fixture(scope="session")
def volle_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a few hundred lines, shared by all page tests."""
    map_ = tmp_path_factory.mktemp("vol")
    vul(map_, regels(), demo=True)
    return map_


@pytest.fixture(scope="session")
def kleine_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one line: every count is below the threshold."""
    map_ = tmp_path_factory.mktemp("klein")
    vul(map_, regels(1)[:1])
    return map_


@pytest.fixture(autouse=True)
def niets_verbergen(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a test a page that breaks is an exception, not a sentence."""

    def door(fout: Exception) -> None:
        raise fout

    monkeypatch.setattr(schil, "storing", door)


@pytest.fixture
def open_app(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open a page of the app on a data folder, with URL parameters: `open_app(map_, pagina, jaar=2023)`."""

    def openen(map_: Path, pagina: str = "", **parameters: object) -> AppTest:
        monkeypatch.setenv("JEUGD_DATA", str(map_))
        at = AppTest.from_file(str(APP), default_timeout=60)
        for naam, waarde in parameters.items():
            at.query_params[naam] = [str(w) for w in waarde] if isinstance(waarde, list) else str(waarde)
        at.run()
        if pagina:
            at.switch_page(pagina).run()
        return at

    return openen


def html_met(at: AppTest, stuk: str) -> list[str]:
    """Every piece of HTML on the page that holds `stuk`, with the names that can be clicked as plain text."""
    naam = r"<(button|span) class=\"kies[^>]*>(.*?)</\1>"
    return [re.sub(naam, r"\2", str(h.value)) for h in at.html if stuk in str(h.value)]


def alles(at: AppTest) -> str:
    """All text a person can read on the page, in one string."""
    soorten = (
        "title",
        "header",
        "subheader",
        "markdown",
        "caption",
        "html",
        "info",
        "warning",
        "error",
        "success",
    )
    delen = [str(e.value) for soort in soorten for e in getattr(at, soort)]
    delen += [f"{m.label} {m.value} {m.delta}" for m in at.metric]
    return "\n".join(delen)
