"""The app as a server that draws every view a second time from constants.

The first time a page is asked for with certain choices the real script runs and is recorded; after
that its calls are replayed. `python -m tests.bench.vloer_server POORT` with JEUGD_DATA set.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.web import bootstrap

from tests.bench.uitvoering import onderschep
from tests.bench.vloer import Opname, opname

SCRIPT = Path(__file__).parents[2] / "streamlit_app.py"
_slot = threading.RLock()
_banden: dict[Any, Opname] = {}


def _staat() -> Iterator[tuple[str, str]]:
    for naam, waarde in st.session_state.items():
        if not str(naam).startswith("chip"):  # chips are buttons: they only exist while something is chosen
            yield str(naam), repr(waarde)


def een_keer_echt(script: Callable[[], None]) -> None:
    """Run the real script for a view not seen before, else replay what it did."""
    ctx = get_script_run_ctx()
    sleutel = (ctx.page_script_hash if ctx else "", tuple(sorted(_staat())))
    with _slot:
        if sleutel in _banden:
            _banden[sleutel].speel()
            return
        with opname() as band:
            script()
        _banden[sleutel] = band


if __name__ == "__main__":
    opties = {"server.port": int(sys.argv[1]), "server.headless": True}
    bootstrap.load_config_options(flag_options={k.replace(".", "_"): v for k, v in opties.items()})
    with onderschep(een_keer_echt):
        bootstrap.run(str(SCRIPT), is_hello=False, args=[], flag_options={})
