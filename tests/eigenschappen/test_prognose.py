"""The parts of a forecast follow from the lines and from what is still to be declared, on data with late lines and credits."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

from core.begrippen import Rol
from core.cijfers import naijltabellen
from core.database import Database
from core.filters import Filter
from core.onthulling import VERBORGEN, tabel
from core.opslag.begroting import Begrotingen, Begrotingsregel
from core.prognose import overzicht, producten, verloop, waterval
from tests.conftest import schrijf_versie
from tests.eigenschappen.test_naijl import leveringen, regels


@pytest.mark.parametrize("gedateerd", [True, False])
@pytest.mark.parametrize("zaad", [1, 2, 3, 4])
def test_elke_regel_volgt_uit_de_declaraties(tmp_path: Path, zaad: int, gedateerd: bool) -> None:
    lijst = regels(zaad, gedateerd)
    db = Database(schrijf_versie(tmp_path / "jeugd-1.duckdb", lijst, leveringen(gedateerd)))
    try:
        for jaar in db.keuzes["jaar"]:
            _toets(db, jaar, lijst)
    finally:
        db.sluit()


def _toets(db: Database, jaar: int, lijst: list[dict]) -> None:
    f = Filter(jaar=(jaar,))
    som: dict[str, float] = defaultdict(float)
    for regel in lijst:
        if regel["leveringsmaand"].startswith(str(jaar)):
            som[regel["segment"]] += regel["bedrag"]
    nog = (
        naijltabellen.per_maand(db, f)
        .groupby("segment")["nog_te_declareren"]
        .apply(lambda g: g.sum(skipna=False))
    )
    exact = overzicht.per_segment(db, f).set_index("segment")
    for segment, rij in exact.iterrows():
        assert rij["gedeclareerd"] == pytest.approx(som[segment])
        if pd.isna(rij["prognose"]):
            continue
        assert rij["prognose"] == pytest.approx(
            rij["gedeclareerd"] + rij["nog_te_declareren"] + rij["rest_jaar"]
        )
        assert rij["laag_95"] <= rij["laag"] <= rij["hoog"] <= rij["hoog_95"]
        if segment in nog and not pd.isna(nog[segment]):
            assert rij["nog_te_declareren"] == pytest.approx(nog[segment], abs=0.01)
        if jaar < (db.stand.laatste_maand or 0) // 12:
            assert rij["rest_jaar"] == 0
    assert set(som) <= set(exact.index)
    per_product = (
        producten.per_product(db, f).groupby("segment")[["gedeclareerd", "rest_jaar", "prognose"]].sum()
    )
    for segment, delen in per_product.iterrows():
        assert delen.tolist() == pytest.approx(exact.loc[segment, list(delen.index)].tolist(), abs=0.02)
    maanden = verloop.per_maand(db, f)
    samen = exact.loc[exact["prognose"].notna(), "prognose"].sum()
    assert maanden["prognose_cumulatief"].iloc[-1] == pytest.approx(samen, abs=0.01)
    _niets_verraden(db, f)
    _sluit_aan(db, jaar)


def _sluit_aan(db: Database, jaar: int) -> None:
    """Budget and steps add up to the forecast, in cents; whatever is hidden, all of it is."""
    Begrotingen().zet_begroting([Begrotingsregel(jaar, "PGB", 123_45)], jaar, demo=False, wie="t")
    for f in (Filter(jaar=(jaar,)), Filter(jaar=(jaar,), segment=("PGB",))):
        stappen = waterval.per_stap(db, f)
        if stappen.empty:
            continue
        delen = stappen.loc[stappen["soort"] == waterval.DEEL, "bedrag"].sum()
        gehelen = stappen.loc[stappen["soort"] == waterval.GEHEEL, "bedrag"].tolist()
        assert gehelen[0] == 123.45 and round(gehelen[0] + delen, 2) == gehelen[-1]
        assert gehelen[-1] == pytest.approx(overzicht.totaal(db, f)["prognose"].iloc[0], abs=0.006)
        dicht = [r["bedrag"] == VERBORGEN for r in tabel(db, "prognose-waterval", f, Rol.LEZER).rijen() if r["soort"] != waterval.DAARNAAST]  # fmt: skip
        assert len(set(dicht)) == 1


def _niets_verraden(db: Database, f: Filter) -> None:
    """What a lezer sees: no amount of a segment with 1-4 jeugdigen, and never just one hidden."""
    gezien = tabel(db, "prognose", f, Rol.LEZER).rijen()
    dicht = [r["prognose"] == VERBORGEN for r in gezien]
    assert all(d for r, d in zip(gezien, dicht, strict=True) if str(r["jeugdigen"]).startswith("<"))
    assert sum(dicht) != 1 or len(gezien) == 1
