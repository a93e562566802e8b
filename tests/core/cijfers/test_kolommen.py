"""The columns in memory: read once, the same for every thread, and bounded."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from core.cijfers import kolommen
from core.cijfers.selectie import Per, selecteer
from core.filters import Filter
from tests.core.cijfers.hulp import kolom, reeks


def test_veel_draden_lezen_eens_en_zien_hetzelfde(maak_database):
    db = maak_database([regel for wie in "abcdef" for regel in reeks(wie, "2023-01", "2023-06")])
    filters = [Filter(maand=(n % 6 + 1,)) for n in range(60)]
    with ThreadPoolExecutor(8) as draden:
        gelezen = set(draden.map(lambda _: id(kolommen.laad(db)), range(40)))
        kosten = list(draden.map(lambda f: kolom(db, "kerncijfers", "kosten", f), filters))
    assert len(gelezen) == 1
    assert kosten == [[600.0]] * 60


def test_alleen_de_laatste_versies_en_keuzes_blijven_in_het_geheugen(maak_database):
    databases = [maak_database([{"jeugdige": "a"}]) for _ in range(kolommen.VERSIES + 1)]
    for db in databases:
        kolommen.laad(db)
    assert databases[0] not in kolommen._GELADEN
    geladen = kolommen.laad(databases[-1])
    for n in range(kolommen.GEKOZEN + 3):
        geladen.rijen(Filter(aanbieder=(str(n),)))
    assert len(geladen.gekozen) == kolommen.GEKOZEN


def test_een_andere_periode_of_leeftijd_vraagt_niets_opnieuw(maak_database):
    db = maak_database(reeks("a", "2022-01", "2023-06", geboortemaand="2010-01"))
    for f in (Filter(), Filter(jaar=(2023,)), Filter(leeftijd=("13-17",)), Filter(tot=2022 * 12)):
        kolom(db, "kerncijfers", "jeugdigen", f)
    assert len(kolommen.laad(db).gekozen) == 1


def test_wat_iedereen_deelt_kan_niemand_wijzigen(maak_database):
    # A selection of all rows hands the columns out as they are.
    alles = selecteer(maak_database(reeks("a", "2022-01", "2022-12")), Filter())
    for naam in alles.kolommen.waarden:
        assert alles[naam] is alles.kolommen.waarden[naam]
        with pytest.raises(ValueError, match="read-only"):
            alles[naam][0] = 1
    with pytest.raises(ValueError, match="read-only"):
        alles.kolommen.per_maand(alles.db)[0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        selecteer(alles.db, Filter(maand=(1, 2)))["zorg"][0] = 0


def test_dezelfde_vraag_is_dezelfde_selectie_alleen_van_dezelfde_versie(maak_database):
    een, ander = (maak_database(reeks("a", "2022-01", "2022-06")) for _ in range(2))
    f = Filter(jaar=(2022,))
    assert selecteer(een, f) is selecteer(een, f.met(jaar=(2021, 2022)))
    assert selecteer(een, f) is not selecteer(ander, f)
    # An age within a year or a month is another selection; without an age there is no difference.
    assert selecteer(een, f, Per.MAAND) is selecteer(een, f)
    jong = f.met(leeftijd=("0-5",))
    assert selecteer(een, jong, Per.MAAND) is not selecteer(een, jong)
