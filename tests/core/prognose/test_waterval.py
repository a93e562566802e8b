"""From budget to forecast: volume, price and mix by hand, late lines that are no drop, and prior years."""

from __future__ import annotations

from datetime import date
from typing import Any

from core import grafieken
from core.begrippen import Rol
from core.bevindingen import van_begroting_naar_prognose
from core.export.reeksen import reeksen
from core.filters import Filter
from core.onthulling import tabel
from core.opmaak import maand_iso
from core.opslag.begroting import Begrotingen, Begrotingsregel
from core.prognose.prijspeil import Verandering
from core.prognose.waterval import MIX, PRIJS, VAST, VOLUME, effecten, per_stap
from tests.conftest import levering
from tests.core.cijfers.hulp import BESCHERMING, reeks

AMBULANT = "Segment Jeugd Ambulant"


def begroot(jaar: int, euro: int, segment: str = AMBULANT) -> None:
    Begrotingen().zet_begroting([Begrotingsregel(jaar, segment, euro * 100)], jaar, demo=False, wie="t")


def stappen(db, jaar: int) -> dict[str, float]:
    return {r["onderdeel"]: r["bedrag"] for r in per_stap(db, Filter(jaar=(jaar,))).to_dict("records")}


def test_volume_prijs_en_mix_van_twee_segmenten():
    # A: 10 months of 100 become 12 of 110; B: 10 of 300 become 6 of 300. Mean price 200, 2 months fewer.
    a = Verandering(1000, 1320, 1200, 10, 12, 0)
    b = Verandering(3000, 1800, 1800, 10, 6, 0)
    vast = Verandering(500, 520, 520, 0, 0, 0, lumpsum=True)
    nieuw = Verandering(0, 70, 70, 0, 0, 0)
    assert dict(effecten([a, b])) == {VOLUME: -400, PRIJS: 120, MIX: -600, VAST: 0}
    assert dict(effecten([a, b, vast, nieuw])) == {VOLUME: -330, PRIJS: 120, MIX: -600, VAST: 20}


def test_een_jaar_dat_voorbij_is(maak_database):
    # 2022: 72 months of 100. 2023: 84 of 110: 12 × 100 of volume, 84 × 10 of price.
    regels = [r for n in range(6) for r in reeks(f"a{n}", "2022-01", "2022-12")]
    regels += [r for n in range(7) for r in reeks(f"a{n}", "2023-01", "2024-04", bedrag=110)]
    regels += [r for n in range(6) for r in reeks(f"b{n}", "2022-01", "2022-12", bedrag=10, **BESCHERMING)]
    db = maak_database(regels)
    assert stappen(db, 2023) == {}  # nothing to start from
    begroot(2023, 8000)
    assert stappen(db, 2022) == {}  # no year before it
    assert stappen(db, 2023) == {
        "Begroting 2023": 8000, "2022 kostte minder dan begroot voor 2023": -80, "Kosten 2022": 7920,
        VOLUME: 1200, PRIJS: 840, VAST: -720, "Prognose 2023": 9240,
    }  # fmt: skip
    van = tabel(db, "prognose-waterval", Filter(jaar=(2023,)), Rol.STURING)
    assert [r["v_n"] for r in van.rijen()] == [None, "V", None, "N", "N", "V", None]
    figuur = grafieken.naar_prognose(van)
    staven = [(r["van"], r["tot"], r["soort"]) for r in figuur.spec["data"]["values"]]
    assert staven[3:6] == [(7920, 9120, "stap"), (9120, 9960, "stap"), (9240, 9960, "stap")]
    assert reeksen(figuur) is None  # leaves as its table
    assert van_begroting_naar_prognose(van).replace("\u00a0", " ") == (
        "Van € 8.000 begroot naar € 9.000 verwacht. De grootste stappen sinds 2022: Volume (€ 1.000 meer) en Prijs (€ 1.000 meer)."
    )


def test_een_jaar_dat_nog_begint_staat_naast_de_prognose_van_dit_jaar(maak_database):
    db = maak_database([r for n in range(6) for r in reeks(f"a{n}", "2022-01", "2024-04")])
    begroot(2025, 8000)
    assert stappen(db, 2025) == {
        "Begroting 2025": 8000, "2024 kost naar verwachting minder dan begroot voor 2025": -800, "Prognose 2024": 7200,
        "Prognose 2025": 7200,
    }  # fmt: skip


def laat(maand: int, vanaf: int) -> list[dict[str, Any]]:
    """Six lines of 100 in a month: half are declared in it, half two months later (from `vanaf` on: not yet)."""
    return [
        {
            "jeugdige": f"a{n}",
            "leveringsmaand": maand_iso(maand),
            "declaratiemaand": maand_iso(maand + (n % 2) * 2),
        }
        for n in range(6)
        if maand + (n % 2) * 2 < vanaf
    ]


def test_wat_laat_komt_is_geen_daling(maak_database):
    # Known up to and including February 2024, when January and February are half in, as a year ago.
    nu = 2024 * 12 + 2
    regels = [r for m in range(2021 * 12, nu) for r in laat(m, nu)]
    db = maak_database(regels, [levering(1, stand_per=date(2024, 3, 1))])
    begroot(2024, 7000)
    gezien = stappen(db, 2024)
    eerder = gezien.pop("In 2024 gedeclareerd over eerdere jaren")
    assert gezien == {
        "Begroting 2024": 7000, "2023 kostte meer dan begroot voor 2024": 200, "Kosten 2023": 7200, "Prognose 2024": 7200
    }  # fmt: skip
    assert eerder == 600  # of November and December 2023


def test_te_weinig_jeugdigen_in_een_van_de_jaren(maak_database):
    regels = [r for n in range(3) for r in reeks(f"a{n}", "2022-01", "2022-12")]
    regels += [r for n in range(7) for r in reeks(f"a{n}", "2023-01", "2024-04")]
    db = maak_database(regels)
    begroot(2023, 8000)
    van = tabel(db, "prognose-waterval", Filter(jaar=(2023,)), Rol.LEZER)
    assert {r["bedrag"] for r in van.rijen()} == {"verborgen"} and van_begroting_naar_prognose(van) == ""
    assert not grafieken.naar_prognose(van).getekend
