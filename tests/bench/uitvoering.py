"""Stand between Streamlit and the execution of the app's script: to time it, or to do it otherwise."""

from __future__ import annotations

import builtins
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from streamlit.runtime.scriptrunner import script_runner

Uitvoering = Callable[[Callable[[], None]], None]


@contextmanager
def onderschep(voer_uit: Uitvoering) -> Iterator[None]:
    """Hand every execution of the main script to `voer_uit`, as a function without arguments."""

    def doe(code: Any, naamruimte: dict[str, Any]) -> None:
        voer_uit(lambda: builtins.exec(code, naamruimte))

    def eerste(script: str) -> None:
        # The first session of a server, and every AppTest, would run the script inside a search for
        # pages the old way; a later session runs the script itself, and that is what is measured.
        doe(_code(script), sys.modules["__main__"].__dict__)

    oud = script_runner._mpa_v1
    script_runner.__dict__["exec"] = doe
    script_runner._mpa_v1 = eerste
    try:
        yield
    finally:
        del script_runner.__dict__["exec"]
        script_runner._mpa_v1 = oud


@cache
def _code(script: str) -> Any:
    return compile(Path(script).read_bytes(), script, "exec")


class Klok:
    """Executions with their time in milliseconds; `anders` takes the place of the script when set."""

    def __init__(self) -> None:
        self.tijden: list[float] = []
        self.anders: Callable[[], None] | None = None

    def __call__(self, script: Callable[[], None]) -> None:
        begin = time.perf_counter()
        try:
            (self.anders or script)()
        finally:
            self.tijden.append(1000 * (time.perf_counter() - begin))
