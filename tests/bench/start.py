"""From the start of the process to the first page: sent by the server, and drawn in a browser.

The floor in the browser is an app of one line: what Streamlit itself takes to start and be loaded.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.bench.meten import Meting, druk
from tests.bench.paginas import WORTEL, gevulde_map
from tests.browser.server import chromium, open_pagina, server

KEER = 5


def verstuurd(adres: str) -> None:
    """Ask for the first page as a browser does and take all that is sent for it."""
    stroom = adres.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(stroom, subprotocols=["streamlit"], max_size=None) as lijn:  # type: ignore[list-item]
        vraag = BackMsg()
        vraag.rerun_script.query_string = ""
        lijn.send(vraag.SerializeToString())
        bericht = ForwardMsg()
        while bericht.WhichOneof("type") != "script_finished":
            bericht.ParseFromString(bytes(lijn.recv(timeout=30)))  # type: ignore[arg-type]
        if bericht.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise RuntimeError("de eerste pagina is niet afgemaakt")


def vanaf_start(map_: Path, script: Path, toon: Callable[[str], None]) -> float:
    """The median milliseconds from starting the process until `toon` is done with its address.

    The first start does not count: it makes what later ones find (bytecode, forms of charts).
    """
    tijden = []
    for _ in range(KEER + 1):
        begin = time.perf_counter()
        with server(map_, script) as app:
            toon(app.adres)
            tijden.append(1000 * (time.perf_counter() - begin))
    return statistics.median(tijden[1:])


def main() -> None:
    """Measure both."""
    # As it is with a user, whose Python keeps the bytecode of the app.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    eigen = WORTEL / "start.py"
    with gevulde_map() as map_, tempfile.TemporaryDirectory() as leeg, sync_playwright() as spel:
        metingen = [Meting("eerste pagina verstuurd", vanaf_start(map_, eigen, verstuurd), None, 2000)]
        if (pad := chromium()) is None:
            print("Geen Chromium: de start in de browser is overgeslagen.", file=sys.stderr)
        else:
            chroom = spel.chromium.launch(executable_path=pad, args=["--no-sandbox"])

            def teken(adres: str) -> None:
                pagina = chroom.new_context(viewport={"width": 1366, "height": 768}).new_page()
                open_pagina(pagina, adres)
                pagina.context.close()

            een_regel = Path(leeg) / "een_regel.py"
            een_regel.write_text("import streamlit as st\n\nst.write('hallo')\n")
            ms, vloer = (vanaf_start(map_, script, teken) for script in (eigen, een_regel))
            metingen.append(Meting("eerste pagina getekend in een lege browser", ms, vloer))
            chroom.close()
        druk("Van de start van het proces tot de eerste pagina", metingen)


if __name__ == "__main__":
    main()
