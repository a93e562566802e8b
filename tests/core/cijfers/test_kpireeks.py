"""The measures of a KPI: running and started arrangementen, and the share in the whole."""

from __future__ import annotations

from core.begrippen import Rol
from core.filters import Filter
from core.onthulling import tabel as beveiligd
from tests.core.cijfers.hulp import AMBULANT, DEELTIJD, kolom, reeks

ZWAAR = AMBULANT | {"intensiteit": "hoog", "duur": "lang"}
LICHT = AMBULANT | {"intensiteit": "laag", "duur": "lang"}
HOOG_LANG = Filter(intensiteit=("hoog",), duur=("lang",))
ANDER = reeks("z", "2023-01", "2023-06", **DEELTIJD)
"""Somebody else, so that the data begins in January and ends in June."""


GEVALLEN: dict[str, tuple[list[dict[str, object]], list[float | None]]] = {
    "begint in de eerste maand met hulp": (
        reeks("a", "2023-02", "2023-04", toewijzing="a1", **ZWAAR),
        [1, 0, 0, 0, 0],
    ),
    "een verlenging is geen start, na een lege maand wel": (
        reeks("b", "2023-02", "2023-03", toewijzing="b1", **ZWAAR)
        + reeks("b", "2023-04", "2023-04", toewijzing="b2", **ZWAAR)
        + reeks("b", "2023-06", "2023-06", toewijzing="b3", **ZWAAR),
        [1, 0, 0, 0, 1],
    ),
    "een tweede naast een lopend is een verlenging": (
        reeks("c", "2023-02", "2023-05", toewijzing="c1", **ZWAAR)
        + reeks("c", "2023-04", "2023-06", toewijzing="c2", **ZWAAR),
        [1, 0, 0, 0, 0],
    ),
    "een zwaarder arrangement is wel een start": (
        reeks("d", "2023-01", "2023-02", toewijzing="d1", **LICHT)
        + reeks("d", "2023-03", "2023-04", toewijzing="d2", **ZWAAR),
        [0, 1, 0, 0, 0],
    ),
    "twee in dezelfde maand zijn er twee": (
        reeks("e", "2023-02", "2023-02", toewijzing="e1", **ZWAAR)
        + reeks("e", "2023-02", "2023-02", toewijzing="e2", **ZWAAR),
        [2, 0, 0, 0, 0],
    ),
}
"""Each case is an aanbieder of its own: its lines, and the starts from February on."""


def test_wat_een_start_is(maak_database) -> None:
    regels = [r | {"aanbieder": naam} for naam, (stuk, _) in GEVALLEN.items() for r in stuk]
    db = maak_database([*ANDER, *regels])
    for naam, (_, verwacht) in GEVALLEN.items():
        gezien = kolom(db, "kpi-reeks", "gestart", HOOG_LANG.met(aanbieder=(naam,)))
        # Of January nobody knows what came before it.
        assert gezien == [None, *verwacht], naam


def test_een_verlenging_over_de_jaarwisseling(maak_database) -> None:
    b = reeks("b", "2022-12", "2022-12", toewijzing="t3", **ZWAAR)
    verlengd = reeks("b", "2023-01", "2023-01", toewijzing="t4", **ZWAAR)
    db = maak_database([*reeks("z", "2022-11", "2023-01", **DEELTIJD), *b, *verlengd])
    assert kolom(db, "kpi-reeks", "gestart", HOOG_LANG) == [None, 1, 0]


def test_het_aandeel_is_van_dezelfde_selectie_zonder_kenmerken(maak_database) -> None:
    zwaar = [r for n in range(6) for r in reeks(f"a{n}", "2023-01", "2023-06", toewijzing=f"t{n}", **ZWAAR)]
    licht = [r for n in range(18) for r in reeks(f"b{n}", "2023-01", "2023-06", toewijzing=f"u{n}", **LICHT)]
    db = maak_database([*zwaar, *licht, *ANDER])
    f = HOOG_LANG.met(product=("Begeleiding Individueel",))
    assert kolom(db, "kpi-reeks", "geheel", f)[0] == 24
    assert kolom(db, "kpi-reeks", "aandeel_geheel", f)[0] == 100 * 6 / 24
    assert kolom(db, "kpi-reeks-kwartaal", "gemiddeld_in_zorg", f) == [6, 6]
    assert kolom(db, "kpi-reeks", "geheel", f.met(intensiteit=(), duur=()))[0] is None


def test_enkelen_die_niet_in_de_selectie_zitten_volgen_niet_uit_het_aandeel(maak_database) -> None:
    # 3 of 23 have no heavy care: 23 and 20/23 would tell.
    zwaar = [r for n in range(20) for r in reeks(f"a{n}", "2023-01", "2023-03", toewijzing=f"t{n}", **ZWAAR)]
    licht = [r for n in range(3) for r in reeks(f"b{n}", "2023-01", "2023-03", toewijzing=f"u{n}", **LICHT)]
    van = beveiligd(maak_database([*zwaar, *licht]), "kpi-reeks", HOOG_LANG, Rol.STURING)
    namen = ("jeugdigen", "overig", "geheel", "aandeel_geheel")
    assert [van.rijen()[0][naam] for naam in namen] == [20, "<5", "verborgen", "verborgen"]


def test_weinig_starts_in_een_maand_volgen_niet_uit_het_kwartaal(maak_database) -> None:
    # 10, 8 and 2 starts in April, May and June; the quarter says 20.
    beginnen = {"2023-04": 10, "2023-05": 8, "2023-06": 2}
    regels = [
        r
        for maand, aantal in beginnen.items()
        for n in range(aantal)
        for r in reeks(f"{maand}{n}", maand, "2023-06", toewijzing=f"{maand}{n}", **ZWAAR)
    ]
    db = maak_database([*ANDER, *regels])
    per_maand = beveiligd(db, "kpi-reeks", HOOG_LANG, Rol.STURING).alleen(kwartaal="2023 K2")
    assert [r["gestart"] for r in per_maand.rijen()] == [10, "verborgen", "<5"]
    assert beveiligd(db, "kpi-reeks-kwartaal", HOOG_LANG, Rol.STURING).rijen()[1]["gestart"] == 20
