"""Whatever the table: an answer within bounds or none, never a crash."""

from __future__ import annotations

import json
from dataclasses import asdict

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.verwacht.bijdragen import opbouw
from core.verwacht.gaten import Gat
from core.verwacht.kaart import modelkaart
from core.verwacht.model import Gebieden, bereken
from core.verwacht.vergelijk import cijfers, groep

WAARDE = st.sampled_from([0.0, 1.0, 1.0, 2.0, 3.5, -40.0, 1e6, np.nan])


@st.composite
def tabellen(teken) -> Gebieden:
    n = teken(st.integers(1, 14))
    noemer = np.array(
        teken(st.lists(st.sampled_from([0, 1, 2, 30, 1000, 10**6]), min_size=n, max_size=n)), dtype=float
    )
    deel = np.array(teken(st.lists(st.sampled_from([0, 0, 0.1, 0.5, 1, np.nan]), min_size=n, max_size=n)))
    kenmerken = {
        f"k{j}": np.array(teken(st.lists(WAARDE, min_size=n, max_size=n)))
        for j in range(teken(st.integers(0, 3)))
    }
    regio = tuple(teken(st.lists(st.sampled_from("PQ"), min_size=n, max_size=n)))
    codes = tuple(f"G{i}" for i in range(n))
    return Gebieden(codes, codes, np.floor(deel * noemer), noemer, kenmerken, regio)


@settings(max_examples=150, deadline=None)
@given(tabellen())
def test_elke_tabel_geeft_een_antwoord_binnen_de_grenzen(g: Gebieden) -> None:
    u = bereken(g)
    assert len(u.gebieden) + sum(not gat.erin for gat in u.gaten) == len(g)
    for cijfer in cijfers(u):
        if cijfer.verwacht_pct is None:
            continue
        assert 0 <= cijfer.verwacht_pct <= 100
        if cijfer.laag is not None:
            assert 0 <= cijfer.laag <= cijfer.verwacht_pct + 1e-9
            assert cijfer.verwacht_pct - 1e-9 <= cijfer.hoog <= 100
        if u.gebieden.bekend.any():
            o = opbouw(u, cijfer.code)
            assert abs(o.begin_pct + sum(b.pp for b in o.bijdragen) - o.verwacht_pct) < 1e-6
    groep(u, "X", "Alles", g.codes)
    assert all(isinstance(gat, Gat) and gat.reden for gat in u.gaten)
    json.dumps(asdict(modelkaart(u)), allow_nan=False)
