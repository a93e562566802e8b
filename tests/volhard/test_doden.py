"""Kill a loading process hard at very many moments: the old state or the new, and never a mess."""

import random

import pytest

from core.inlezen.leveringen import Opties, laad, lees, leveringen, terug
from tests.core.inlezen.conftest import STAND_PER, bestand, cijfers, jongeren  # noqa: F401
from tests.core.inlezen.test_gelijktijdig import FEB, JAN, alle_cijfers, dood_na

pytestmark = pytest.mark.volhard
KEREN = 150


def test_kill_9_op_heel_veel_momenten(bestand, eigen_datamap):  # noqa: F811
    laad(lees([bestand(jongeren(300, **JAN), "a.csv")], Opties(stand_per=STAND_PER)))
    oud = {"2024-01": (300, 30_000.0)}
    nieuw = oud | {"2024-02": (400, 40_000.0)}
    pad = bestand(jongeren(400, 1000, **FEB), "b.csv")
    toeval, gezien = random.Random(1), set()
    for _ in range(KEREN):
        dood_na(pad, toeval.uniform(0.0, 0.8))
        staat = alle_cijfers(eigen_datamap)
        assert staat in (oud, nieuw)
        gezien.add(staat == nieuw)
        if staat == nieuw:
            terug(leveringen()[-1].nummer, "test")
    assert gezien == {True, False}, "geen van de momenten lag voor (of na) het vastleggen"
    laad(lees([pad], Opties(stand_per=STAND_PER)))
    assert cijfers() == nieuw
    assert [p for p in eigen_datamap.rglob("*") if p.suffix in (".klad", ".bouw", ".wal")] == []
