"""The chart of a deviation."""

from __future__ import annotations

from core.begrippen import Rol
from core.grafieken import signaal
from core.onthulling import Drempels, signalen
from tests.core.onthulling.sprong import SPRONG, met_sprong


def test_naast_het_kwartaal_dat_afwijkt_staat_wat_verwacht_was(maak_database) -> None:
    van = signalen(maak_database(met_sprong()), Rol.STURING, Drempels())
    plek = [van.lijst.cel("naam", n) for n in range(len(van.lijst))].index(SPRONG)
    figuur = signaal(van.reeksen[plek], "jeugdigen")
    rijen = figuur.spec["data"]["values"]
    assert [r["waarde"] for r in rijen] == [30, 31] * 5 + [30, 60]
    assert [r["wijkt_af"] for r in rijen] == [False] * 11 + [True]
    assert rijen[-1]["laag"] <= rijen[-1]["verwacht"] <= rijen[-1]["hoog"] < 60
    assert rijen[0]["verwacht"] is None
    assert figuur.alt.startswith("Unieke jeugdigen per kwartaal; in 2023 K4 60, verwacht 3")
