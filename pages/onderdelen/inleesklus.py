"""Reading and loading go on by themselves: a click elsewhere neither breaks them off nor loses the outcome.

Streamlit ends a run of the page at its next drawing call when a person clicks. Halfway a load that
would be a load without a report; so the work has a thread of its own and the page only looks on.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

Meld = Callable[[str, float], None]
_WERKERS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="inlezen")
_TEL = 0.1


@dataclass
class Klus:
    """Work under way: what is being done, how far, and in time its outcome.

    `laadt` says that it changes the figures; then it must not be given up.
    """

    laadt: bool
    wat: str = "Bezig"
    deel: float = 0.0
    toekomst: Future[Any] = field(default_factory=Future)

    def meld(self, wat: str, deel: float) -> None:
        """Take note of progress; called by the work itself."""
        self.wat, self.deel = wat, min(max(deel, 0.0), 1.0)


def begin(maak: Callable[[Meld], Any], laadt: bool) -> Klus:
    """Start `maak`, which gets the function that takes note of its progress."""
    klus = Klus(laadt)
    klus.toekomst = _WERKERS.submit(maak, klus.meld)
    return klus


def volg(klus: Klus) -> None:
    """Draw the progress until the work is done."""
    balk = st.progress(klus.deel, f"{klus.wat} …")
    while wait([klus.toekomst], timeout=_TEL).not_done:
        balk.progress(klus.deel, f"{klus.wat} …")
    balk.empty()
