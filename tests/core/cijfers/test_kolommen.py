"""The columns in memory: read once, the same for every thread, and bounded."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from core.cijfers import kolommen
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
