"""The floor of a page: record every Streamlit call it makes, then make the same calls from constants.

What is recorded is the arguments as they reach Streamlit: charts that are specs, tables that are
HTML, options that are lists. Replaying does all the work that Streamlit itself has to do for this
page and none of ours.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

_OVERSLAAN = {"status", "fragment", "dialog", "cache_data", "cache_resource", "stop", "rerun", "switch_page"}


@dataclass(frozen=True)
class Stap:
    """One call: on which earlier result (None = st itself), what, with which arguments."""

    op: int | None
    naam: str
    args: tuple[Any, ...]
    opties: dict[str, Any]


@dataclass(frozen=True)
class Plaats:
    """An argument that was the result of an earlier call."""

    nummer: int


@dataclass
class Opname:
    """The calls of one run of a page, in order; results are known by their place in it."""

    stappen: list[Stap] = field(default_factory=list)
    bekend: dict[int, int] = field(default_factory=dict)
    bewaard: list[Any] = field(default_factory=list)
    diepte: threading.local = field(default_factory=threading.local)

    def speel(self) -> None:
        """Make all calls again with the same arguments."""
        uit: list[Any] = []
        for stap in self.stappen:
            doel = st if stap.op is None else uit[stap.op]
            args = [uit[a.nummer] if isinstance(a, Plaats) else a for a in stap.args]
            if stap.naam == "sidebar":
                uit.append(st.sidebar)
            elif stap.naam == "[]":
                uit.append(doel[args[0]])
            else:
                uit.append(getattr(doel, stap.naam)(*args, **stap.opties))

    def begin_met_zijbalk(self) -> None:
        """The sidebar is not the result of a call: it is there from the start."""
        self._bewaar(Stap(None, "sidebar", (), {}), st.sidebar)

    def noteer(self, op: int | None, naam: str, aanroep: Callable[..., Any]) -> Callable[..., Any]:
        """A function that calls `aanroep` and remembers it, unless Streamlit itself is the caller."""

        @functools.wraps(aanroep)
        def doe(*args: Any, **opties: Any) -> Any:
            if getattr(self.diepte, "binnen", False):
                return aanroep(*args, **opties)
            self.diepte.binnen = True
            try:
                uit = aanroep(*args, **opties)
            finally:
                self.diepte.binnen = False
            self._bewaar(Stap(op, naam, tuple(self._plaats(a) for a in args), opties), uit)
            return uit

        return doe

    def _plaats(self, waarde: Any) -> Any:
        nummer = self.bekend.get(id(waarde)) if isinstance(waarde, DeltaGenerator) else None
        return waarde if nummer is None else Plaats(nummer)

    def _bewaar(self, stap: Stap, uit: Any) -> None:
        self.stappen.append(stap)
        nummer = len(self.stappen) - 1
        self.bewaard.append(uit)  # an id is only unique while its object lives
        if isinstance(uit, DeltaGenerator):
            self.bekend[id(uit)] = nummer
        elif isinstance(uit, list | tuple) and uit and isinstance(uit[0], DeltaGenerator):
            for n, deel in enumerate(uit):
                self._bewaar(Stap(nummer, "[]", (n,), {}), deel)


@contextmanager
def opname() -> Iterator[Opname]:
    """Record every call on `st` and on what those calls returned."""
    band, oud = Opname(), {}
    band.begin_met_zijbalk()
    namen = [n for n in dir(DeltaGenerator) if not n.startswith("_") and callable(getattr(DeltaGenerator, n))]
    for naam in namen:
        oud[DeltaGenerator, naam] = getattr(DeltaGenerator, naam)
        setattr(DeltaGenerator, naam, _methode(band, naam, oud[DeltaGenerator, naam]))
    for naam in ("__enter__", "__exit__"):
        oud[DeltaGenerator, naam] = getattr(DeltaGenerator, naam)
        setattr(DeltaGenerator, naam, _methode(band, naam, oud[DeltaGenerator, naam]))
    for naam in [n for n in namen if n in vars(st) and n not in _OVERSLAAN]:
        oud[st, naam] = getattr(st, naam)
        setattr(st, naam, band.noteer(None, naam, oud[st, naam]))
    for naam in ("navigation", "set_page_config"):
        oud[st, naam] = getattr(st, naam)
        setattr(st, naam, band.noteer(None, naam, oud[st, naam]))
    try:
        yield band
    finally:
        for (drager, naam), waarde in oud.items():
            setattr(drager, naam, waarde)


def _methode(band: Opname, naam: str, aanroep: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(aanroep)
    def doe(zelf: DeltaGenerator, *args: Any, **opties: Any) -> Any:
        nummer = band.bekend.get(id(zelf))
        if nummer is None:
            return aanroep(zelf, *args, **opties)
        return band.noteer(nummer, naam, functools.partial(aanroep, zelf))(*args, **opties)

    return doe
