"""The server of the app: `streamlit run start.py`, or `make run`.

`streamlit run streamlit_app.py` gives the same app, but loads its code when the first visitor is
there. Here that happens while the browser still fetches the page.
"""

import gc
import importlib
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

# What the first page needs, in the order in which it needs it.
VOORAF = (
    "pandas",
    "duckdb",
    "core.cijfers.register",
    "core.grafieken",
    "pages.onderdelen.schil",
    "pages.onderdelen.filterbalk",
    "pages.onderdelen.meenemen",
    "pages.onderdelen.menu",
    "pages.onderdelen.rondleiding",
    "pages.onderdelen.weergaven",
    "pages.onderdelen.landschap",
    "pages.onderdelen.tonen",
    "pages.onderdelen.verloop",
    "pages.onderdelen.vouwtabel",
    "pages.onderdelen.vraagbalk",
)


def laad() -> None:
    """Load the code of the first page, giving way to the server at every turn."""
    beurt = sys.getswitchinterval()
    sys.setswitchinterval(beurt / 10)
    for naam in VOORAF:
        importlib.import_module(naam)
    # Code stays as long as the server does: looking through it for waste would halt a click for 40 ms.
    gc.freeze()
    sys.setswitchinterval(beurt)


@asynccontextmanager
async def levensloop(_app: st.App) -> AsyncIterator[None]:
    """From the start of the server to its end."""
    threading.Thread(target=laad, name="vooraf", daemon=True).start()
    yield


app = st.App("streamlit_app.py", lifespan=levensloop)
