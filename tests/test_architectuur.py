"""The rules of the architecture that no linter knows (rules 4 and 5), and the proof that each bites.

Rules 1-3 are import-linter contracts in pyproject.toml.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

WORTEL = Path(__file__).parent.parent
FUNCTIE_REGELS, FUNCTIE_ARGUMENTEN = 30, 5
BESTAND_REGELS, PAGINA_REGELS = 250, 80
ONDERDELEN = PurePosixPath("pages/onderdelen")
TONEN = {ONDERDELEN / "tonen.py", ONDERDELEN / "zaalfiguur.py", ONDERDELEN / "downloads.py"}
BRON = ONDERDELEN / "bron.py"
TOONT = {"dataframe", "table", "metric", "altair_chart", "pydeck_chart", "download_button"}
TOONT_ALLES = {
    "write", "data_editor", "json", "map", "line_chart", "bar_chart", "area_chart", "scatter_chart",
    "vega_lite_chart", "plotly_chart", "pyplot", "graphviz_chart", "image", "write_stream",
}  # fmt: skip
ONBEVEILIGD = {"ruw", "functie"}
KAN_SCHERM_NIET = {"duckdb", "pandas", "numpy", "altair", "sqlite3"}
LEEG_WOORD = re.compile(r"(^|_)(utils?|helpers?|common|managers?)(_|$)")
Functie = ast.FunctionDef | ast.AsyncFunctionDef


def bronbestanden() -> list[PurePosixPath]:
    """Every Python file of the app, relative to the root of the repository."""
    mappen = [p for m in ("core", "pages") for p in (WORTEL / m).rglob("*.py")]
    ingang = [p for p in [WORTEL / "streamlit_app.py"] if p.exists()]
    return sorted(PurePosixPath(p.relative_to(WORTEL).as_posix()) for p in mappen + ingang)


def overtredingen(pad: PurePosixPath, tekst: str) -> list[str]:
    """What in one file breaks a rule, as `path:line: what`."""
    boom = ast.parse(tekst)
    gevonden = [*_pad(pad), *_omvang(pad, tekst), *_functies(pad, boom), *_stil(boom), *_aanroepen(pad, boom)]
    return [f"{pad}:{regel}: {wat}" for regel, wat in gevonden]


def _pad(pad: PurePosixPath) -> Iterator[tuple[int, str]]:
    if pad.parent == PurePosixPath("pages"):
        yield 1, "a .py directly in pages/ becomes a page of its own"
    if any(LEEG_WOORD.search(PurePosixPath(deel).stem) for deel in pad.parts):
        yield 1, "a name that says nothing (utils, helpers, common, manager)"


def _omvang(pad: PurePosixPath, tekst: str) -> Iterator[tuple[int, str]]:
    is_pagina = pad.parts[0] == "pages" and ONDERDELEN not in pad.parents
    grens = PAGINA_REGELS if is_pagina else BESTAND_REGELS
    if (regels := len(tekst.splitlines())) > grens:
        yield grens, f"file of {regels} lines, budget {grens}"


def _functies(pad: PurePosixPath, boom: ast.Module) -> Iterator[tuple[int, str]]:
    for f in ast.walk(boom):
        if not isinstance(f, Functie):
            continue
        lang = (f.end_lineno or f.lineno) - f.lineno + 1
        if lang > FUNCTIE_REGELS:
            yield f.lineno, f"{f.name} has {lang} lines, budget {FUNCTIE_REGELS}"
        if (aantal := _argumenten(f.args)) > FUNCTIE_ARGUMENTEN:
            yield f.lineno, f"{f.name} has {aantal} arguments, budget {FUNCTIE_ARGUMENTEN}"
        if pad.parts[0] == "core" and f.returns is None:
            yield f.lineno, f"{f.name} has no return type"


def _argumenten(a: ast.arguments) -> int:
    namen = [x.arg for x in (*a.posonlyargs, *a.args, *a.kwonlyargs)]
    los = [x for x in (a.vararg, a.kwarg) if x]
    return len([n for n in namen if n not in ("self", "cls")]) + len(los)


def _stil(boom: ast.Module) -> Iterator[tuple[int, str]]:
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.ExceptHandler):
            if knoop.type is None:
                yield knoop.lineno, "except without a type"
            if all(_doet_niets(stap) for stap in knoop.body):
                yield knoop.lineno, "silent except"
        elif isinstance(knoop, ast.Call) and _naam(knoop.func) == "suppress":
            yield knoop.lineno, "suppress is a silent except"


def _doet_niets(stap: ast.stmt) -> bool:
    constant = isinstance(stap, ast.Expr) and isinstance(stap.value, ast.Constant)
    return constant or isinstance(stap, ast.Pass | ast.Continue | ast.Break)


def _aanroepen(pad: PurePosixPath, boom: ast.Module) -> Iterator[tuple[int, str]]:
    if pad.parts[0] == "core":
        return
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Attribute):
            yield from _attribuut(pad, knoop)
        elif isinstance(knoop, ast.Import | ast.ImportFrom):
            yield from _import(pad, knoop)


def _attribuut(pad: PurePosixPath, knoop: ast.Attribute) -> Iterator[tuple[int, str]]:
    naam, van_st = knoop.attr, isinstance(knoop.value, ast.Name) and knoop.value.id == "st"
    if (naam in TOONT or (van_st and naam in TOONT_ALLES)) and pad not in TONEN:
        yield knoop.lineno, f"{naam}: only tonen.py, zaalfiguur.py and downloads.py show figures"
    if naam in ("cache_data", "cache_resource") and pad != BRON:
        yield knoop.lineno, f"{naam}: only bron.py caches"
    if naam in ONBEVEILIGD and pad != BRON:
        yield knoop.lineno, f"{naam}: figures that disclosure control has not seen"


def _import(pad: PurePosixPath, knoop: ast.Import | ast.ImportFrom) -> Iterator[tuple[int, str]]:
    modules = [knoop.module or ""] if isinstance(knoop, ast.ImportFrom) else [n.name for n in knoop.names]
    for module in modules:
        if module.split(".")[0] in KAN_SCHERM_NIET:
            yield knoop.lineno, f"a screen imports {module}"
    if isinstance(knoop, ast.ImportFrom) and knoop.module == "streamlit":
        # `from streamlit import metric` would pass the checks on `st.metric`.
        yield knoop.lineno, "import streamlit as st, nothing from it"


def _naam(knoop: ast.expr) -> str:
    if isinstance(knoop, ast.Attribute):
        return knoop.attr
    return knoop.id if isinstance(knoop, ast.Name) else ""


@pytest.mark.parametrize("pad", bronbestanden(), ids=str)
def test_bestand_houdt_zich_aan_de_regels(pad: PurePosixPath) -> None:
    assert overtredingen(pad, (WORTEL / pad).read_text(encoding="utf-8")) == []


LANG = "def f() -> None:\n" + "    x = 1\n" * 30
SLECHT = [
    ("core/x.py", LANG, "f has 31 lines"),
    ("core/x.py", "def f(a, b, c, d, *, e, f) -> None: ...\n", "f has 6 arguments"),
    ("core/x.py", "class K:\n    def f(self): ...\n", "f has no return type"),
    ("core/x.py", "x = 1\n" * 251, "file of 251 lines, budget 250"),
    ("pages/dashboard/x.py", "x = 1\n" * 81, "file of 81 lines, budget 80"),
    ("pages/onderdelen/x.py", "x = 1\n" * 251, "file of 251 lines, budget 250"),
    ("core/x.py", "try:\n    f()\nexcept OSError:\n    pass\n", "silent except"),
    ("core/x.py", "for a in b:\n    try:\n        f()\n    except OSError:\n        continue\n", "silent"),
    ("core/x.py", "try:\n    f()\nexcept:\n    g()\n", "except without a type"),
    ("core/x.py", "with suppress(OSError):\n    f()\n", "suppress is a silent except"),
    ("core/datum_utils.py", "", "a name that says nothing"),
    ("core/helpers/x.py", "", "a name that says nothing"),
    ("pages/x.py", "", "directly in pages/"),
    ("pages/dashboard/x.py", "st.dataframe(t)\n", "dataframe: only tonen.py"),
    ("pages/dashboard/x.py", "kolom.metric('a', 1)\n", "metric: only tonen.py"),
    ("pages/onderdelen/filterbalk.py", "teken = st.altair_chart\n", "altair_chart: only tonen.py"),
    ("streamlit_app.py", "st.download_button('x', b'')\n", "download_button: only tonen.py"),
    ("pages/dashboard/x.py", "st.write(t)\n", "write: only tonen.py"),
    ("pages/dashboard/x.py", "@st.cache_data\ndef f(): ...\n", "cache_data: only bron.py"),
    ("pages/onderdelen/tonen.py", "st.cache_resource(f)\n", "cache_resource: only bron.py"),
    ("pages/dashboard/x.py", "onthulling.ruw(db, 'a', f)\n", "disclosure control has not seen"),
    ("pages/dashboard/x.py", "TABELLEN['a'].functie(db, f)\n", "disclosure control has not seen"),
    ("streamlit_app.py", "import pandas as pd\n", "a screen imports pandas"),
    ("pages/dashboard/x.py", "from duckdb import connect\n", "a screen imports duckdb"),
    ("pages/dashboard/x.py", "from streamlit import metric\n", "nothing from it"),
]


@pytest.mark.parametrize(("pad", "tekst", "melding"), SLECHT, ids=[m for _, _, m in SLECHT])
def test_elke_regel_kan_zakken(pad: str, tekst: str, melding: str) -> None:
    assert any(melding in o for o in overtredingen(PurePosixPath(pad), tekst))


def test_goede_bestanden_worden_niet_afgekeurd() -> None:
    goed = 'def f(a: int, *, b: int) -> int:\n    """Doc."""\n    return a + b\n'
    assert overtredingen(PurePosixPath("core/cijfers/x.py"), goed) == []
    assert overtredingen(ONDERDELEN / "tonen.py", "st.metric('a', 'b')\n") == []
    assert overtredingen(BRON, "@st.cache_data(max_entries=9)\ndef f(): ...\n") == []


def _ingevoerd() -> set[str]:
    namen = set()
    for pad in bronbestanden():
        for knoop in ast.walk(ast.parse((WORTEL / pad).read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Import):
                namen |= {n.name.split(".")[0] for n in knoop.names}
            elif isinstance(knoop, ast.ImportFrom) and knoop.module and not knoop.level:
                namen.add(knoop.module.split(".")[0])
    return namen - set(sys.stdlib_module_names) - {"core", "pages"}


def test_wat_de_app_invoert_staat_vastgepind_en_heeft_een_reden() -> None:
    eisen = (WORTEL / "requirements.txt").read_text(encoding="utf-8").split("\n\n")[0]
    besluiten = (WORTEL / "docs/besluiten.md").read_text(encoding="utf-8")
    vast = dict(re.findall(r"^([a-z-]+)==(\S+?)(?:;|$)", eisen, flags=re.M))
    namen = {"python_calamine": "python-calamine", "pptx": "python-pptx", "vl_convert": "vl-convert-python"}
    assert {namen.get(n, n) for n in _ingevoerd()} <= set(vast)
    assert [n for n in vast if f"`{n}`" not in besluiten] == []


def test_importcontracten_bijten(tmp_path: Path) -> None:
    """A copy of the tree with one forbidden import each is refused by the contracts."""
    for naam, tekst in {
        "core/__init__.py": "",
        "core/begrippen.py": "from core import filters\n",
        "core/opmaak.py": "import streamlit\n",
        "core/filters.py": "",
        "core/database.py": "",
        "core/opslag.py": "",
        "core/cijfers/__init__.py": "",
        "core/prognose/__init__.py": "",
        "core/zwerver.py": "",
        "pages/dashboard/een.py": "import duckdb\nfrom core import cijfers\nfrom pages.beheer import twee\n",
        "pages/beheer/twee.py": "",
    }.items():
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / naam).write_text(tekst, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))
    lint = Path(sys.executable).with_name("lint-imports")
    uit = subprocess.run([lint, "--no-cache"], cwd=tmp_path, capture_output=True, text=True)
    assert uit.returncode == 1
    for zin in (
        "core.opmaak -> streamlit",
        "core.begrippen -> core.filters",
        "core.zwerver",
        "pages.dashboard.een -> duckdb",
        "pages.dashboard.een -> core.cijfers",
        "pages.dashboard.een -> pages.beheer.twee",
    ):
        assert zin in uit.stdout
