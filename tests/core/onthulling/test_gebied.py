"""Buurt beside city: the city is not shown where it would give away who lives elsewhere."""

from __future__ import annotations

import pytest

from core import onthulling
from core.begrippen import Rol
from core.filters import Filter
from core.onthulling import Jaarstand, door_de_jaren, segmenten_naast, stad
from tests.conftest import Regel

F = Filter(jaar=(2023,))
BINNEN = F.met(wijk=("Centrum", "Buitenwijk West"))


def wonen(buurt: str | None, aantal: int, **velden: object) -> list[Regel]:
    return [
        {"jeugdige": f"{buurt}{n}", "buurt": buurt, "geboortemaand": "2012-01"} | velden
        for n in range(aantal)
    ]


@pytest.fixture
def tabel(maak_database):  # type: ignore[no-untyped-def]
    def maak(regels: list[Regel]):  # type: ignore[no-untyped-def]
        db = maak_database(regels)
        return lambda naam, f: onthulling.tabel(db, naam, f, Rol.STURING)

    return maak


def de_stad(vraag):  # type: ignore[no-untyped-def]
    return stad(vraag("buurten", F), vraag("buurten", BINNEN))


STAD = [*wonen("BU09350000", 30), *wonen("BU09350207", 40)]


def test_de_stad_telt_wie_in_een_buurt_woont(tabel) -> None:
    vraag = tabel([*STAD, *wonen("Buiten gemeente", 10), *wonen(None, 6)])
    rij = de_stad(vraag)
    assert rij.cel("jeugdigen") == 70
    assert vraag("buurten", F).cel("jeugdigen") == 86
    # inhabitants 0-17 of all three buurten: 100 + 200 + 400
    assert rij.cel("per_1000") == pytest.approx(1000 * 70 / 700)


def test_de_stad_is_verborgen_als_elders_klein_is(tabel) -> None:
    # 73 in all minus 70 in the city would say that 3 live elsewhere
    rij = de_stad(tabel([*STAD, *wonen("Buiten gemeente", 3)]))
    assert [rij.cel(m) for m in ("jeugdigen", "kosten", "per_1000")] == [None] * 3
    assert rij.tekst("jeugdigen") == rij.tekst("kosten") == rij.tekst("per_1000") == "verborgen"


def test_de_stad_is_verborgen_als_weinigen_alleen_elders_woonden(tabel) -> None:
    # ten lived elsewhere, but eight of them in the city as well: the difference is two
    verhuisd = [
        {"jeugdige": f"BU09350207{n}", "buurt": "Buiten gemeente", "leveringsmaand": "2023-05"}
        for n in range(8)
    ]
    rij = de_stad(tabel([*STAD, *verhuisd, *wonen("Buiten gemeente", 2, leveringsmaand="2023-05")]))
    assert rij.tekst("jeugdigen") == "verborgen"


def test_zonder_iemand_elders_is_de_stad_het_totaal(tabel) -> None:
    assert de_stad(tabel(STAD)).cel("jeugdigen") == 70


def test_zonder_gegevens_geen_stad(tabel) -> None:
    assert len(de_stad(tabel([]))) == 0


def test_segmenten_naast_de_stad(tabel) -> None:
    # Wyck: 6 ambulant and 6 wonen; the city: 606 ambulant of 612 and the same 6 wonen
    wonen_ = {"segment": "Segment Jeugd Wonen", "product": "Pleegzorg"}
    vraag = tabel(
        [
            *wonen("BU09350006", 6),
            *[r | {"jeugdige": f"w{n}"} for n, r in enumerate(wonen("BU09350006", 6, **wonen_))],
        ]
        + wonen("BU09350207", 600)
    )
    naast = segmenten_naast(vraag("segmenten", F.met(buurt=("Wyck",))), vraag("segmenten", BINNEN))
    assert [naast.cel("aandeel", n) for n in range(2)] == [50.0, 50.0]
    assert [naast.cel("aandeel_stad", n) for n in range(2)] == [99.0, 1.0]


def test_aandeel_van_een_kleine_stad_is_verborgen(tabel) -> None:
    # of 70 jeugdigen 1 % is less than one: a share would give the number back
    vraag = tabel(STAD)
    naast = segmenten_naast(vraag("segmenten", F.met(buurt=("Malberg",))), vraag("segmenten", BINNEN))
    assert naast.cel("aandeel") == 100.0
    assert naast.tekst("aandeel_stad") == "verborgen"


def test_aandeel_gaat_met_een_klein_aantal_mee(tabel) -> None:
    pleeg = wonen("BU09350207", 3, segment="Segment Jeugd Wonen", product="Pleegzorg")
    vraag = tabel([*STAD, *pleeg])
    naast = segmenten_naast(vraag("segmenten", F.met(buurt=("Malberg",))), vraag("segmenten", BINNEN))
    klein = naast.alleen(segment="Segment Jeugd Wonen")
    assert klein.tekst("jeugdigen") == "<5"
    assert klein.tekst("aandeel") == "verborgen"


def test_door_de_jaren_houdt_verborgen_verborgen(tabel) -> None:
    vraag = tabel([*wonen("BU09350006", 3), *STAD])
    rijen = vraag("buurten", F)
    reeks = door_de_jaren(
        [
            Jaarstand("2023", False, "Wyck", rijen.alleen(buurt="Wyck")),
            Jaarstand("2023", False, "Malberg", rijen.alleen(buurt="Malberg")),
        ]
    )
    assert reeks.rijen() == [
        {"jaar": "2023", "gebied": "Wyck", "jeugdigen": "<5", "per_1000": "verborgen", "onvolledig": False},
        {"jaar": "2023", "gebied": "Malberg", "jeugdigen": 40, "per_1000": 100.0, "onvolledig": False},
    ]
    assert not reeks.herkomst.filter.heeft_periode()
