"""Twenty bars, by hand."""

from __future__ import annotations

from core.verwacht.ventielen import staven, ventielen

HONDERD = {f"G{n:03d}": float(n) for n in range(100)}


def test_honderd_gebieden_zijn_twintig_groepen_van_vijf() -> None:
    """0-4 → mean 2, 5-9 → mean 7, …, 95-99 → mean 97."""
    alle = staven(HONDERD)
    assert [s.gemiddelde for s in alle] == [5 * n + 2 for n in range(20)]
    assert [s.nummer for s in alle] == list(range(1, 21))
    assert alle[0].codes == ("G000", "G001", "G002", "G003", "G004")


def test_345_gebieden_zijn_groepen_van_zeventien_en_achttien() -> None:
    """floor(20·rank/345): rank 17 is 340/345 → still 0, rank 18 is 360/345 → 1: the first holds 18."""
    waarden = {f"G{n:03d}": float(n) for n in range(345)}
    nummers = ventielen(waarden)
    assert nummers["G017"] == 1 and nummers["G018"] == 2 and nummers["G344"] == 20
    omvang = [len(s.codes) for s in staven(waarden)]
    assert (sum(omvang), set(omvang), omvang[0]) == (345, {17, 18}, 18)


def test_elke_staaf_is_het_gewone_gemiddelde_en_elk_gebied_telt_een_keer() -> None:
    waarden = {f"G{n:03d}": float((n * 37) % 211) for n in range(211)}
    alle = staven(waarden)
    for n, staaf in enumerate(alle, 1):
        volgorde = sorted(waarden, key=lambda c: waarden[c])
        leden = [c for rang, c in enumerate(volgorde) if int(20 * rang / 211) == n - 1]
        assert set(staaf.codes) == set(leden)
        assert staaf.gemiddelde == sum(waarden[c] for c in leden) / len(leden)
    assert sorted(c for s in alle for c in s.codes) == sorted(waarden)


def test_gelijke_waarden_staan_op_code() -> None:
    gelijk = dict.fromkeys(reversed(list(HONDERD)), 1.0)
    assert staven(gelijk)[0].codes == ("G000", "G001", "G002", "G003", "G004")


def test_met_minder_dan_honderd_gebieden_is_elk_gebied_een_staaf() -> None:
    waarden = {f"G{n}": float(-n) for n in range(42)}
    alle = staven(waarden)
    assert len(alle) == 42
    assert (alle[0].codes, alle[0].gemiddelde) == (("G41",), -41.0)


def test_niets_geeft_niets() -> None:
    assert staven({}) == () and ventielen({}) == {}
