"""Every table of the registry, as anybody may see it: what is hidden follows from nothing that stands beside it."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.begrippen import Rol
from core.cijfers.dominantie import DOMINANT
from core.cijfers.register import NietTeVragen, Soort, Tabel
from core.database import Database
from core.filters import Filter
from core.onthulling import REGISTER, BeveiligdeTabel, Drempels, beveilig, herkomst
from core.onthulling.dominantie import met_dominantie
from core.opmaak import maand_iso
from core.opslag.begroting import Begrotingen, Begrotingsregel
from core.opslag.scenarios import Scenario, Scenarios
from core.prognose.bevriezen import bevries
from tests.conftest import levering, schrijf_versie
from tests.eigenschappen.test_orakel import (
    EERSTE,
    FILTERS,
    GEBOREN,
    KENMERKEN,
    LAATSTE,
    PARIJZEN,
    SNEL,
    TRAAG,
)

AFRONDING = 5


def bestand(zaad: int) -> list[dict[str, Any]]:
    """Groups of 1 to 14 jeugdigen, each with one aanbieder, product and attributes for some months."""
    kies, regels = Random(zaad), []
    for groep in range(kies.randint(4, 9)):
        segment, product = kies.choice(PARIJZEN)
        begin, lang = kies.randint(EERSTE, LAATSTE - 3), kies.choice([1, 4, 14])
        vast = {naam: kies.choice(lijst) for naam, lijst in KENMERKEN.items()} | {
            "segment": segment, "product": product, "geboortemaand": kies.choice(GEBOREN),
            "aanbieder": kies.choice(["Accare", "Adelante", "Zuyd"]),
        }  # fmt: skip
        for wie in range(kies.choice([1, 2, 3, 4, 6, 7, 12, 14])):
            zelf = {
                "jeugdige": f"{groep}-{wie}",
                "toewijzing": f"t{groep}-{wie}",
                "bedrag": 100.0 + 7 * groep + wie,
            }
            for maand in range(begin, min(LAATSTE, begin + lang + kies.randint(0, 3)) + 1):
                wanneer = {"leveringsmaand": maand_iso(maand), "declaratiemaand": maand_iso(maand + 1)}
                regels.append(vast | zelf | wanneer)
    return regels


def _exact_voor(vraag: Tabel, f: Filter, rol: Rol) -> bool:
    """Whether amounts are exact: contracts and the ledger, for sturing."""
    kenmerk = vraag.persoonlijk or vraag.gebied or f.persoonlijk() or f.gebied()
    return rol is not Rol.LEZER and not kenmerk


def controleer(vraag: Tabel, van: BeveiligdeTabel) -> None:
    """The promises of docs/privacy.md for one answer."""
    drempel, rond, rol = van.herkomst.drempel, van.herkomst.afgerond, van.herkomst.rol
    exact = _exact_voor(vraag, van.herkomst.filter, rol)
    assert rond == (AFRONDING if rol is Rol.LEZER else 0)
    for rij in range(len(van)):
        for k in vraag.kolommen:
            waar = (vraag.naam, k.naam, rol, van.herkomst.filter.describe(), rij)
            waarde, reden = van.cel(k.naam, rij), van.reden_van(k.naam, rij)
            assert not (reden and waarde is not None), waar
            if k.soort is Soort.JEUGDIGEN and waarde is not None:
                assert waarde % rond == 0 if rond else not 0 < waarde < drempel, waar
            if k.volgt and van.reden_van(k.volgt, rij) and not (exact and k.soort is Soort.EURO):
                assert reden, waar
    tellend = {k.naam for k in vraag.kolommen if k.soort is Soort.JEUGDIGEN} if vraag.optelbaar else set()
    bedragen = set() if exact else {k.naam for k in vraag.kolommen if k.soort is Soort.EURO}
    for niveau, sleutels in vraag.groepen:
        _niet_alleen(van, niveau, sleutels, tellend | bedragen)
    for niveau, sleutels in vraag.bedraggroepen:
        _niet_alleen(van, niveau, sleutels, bedragen)


def _namen(van: BeveiligdeTabel, rij: int) -> dict[str, Any]:
    """The cells of a row by name, and the year of a table by month or quarter."""
    uit = {k.naam: van.cel(k.naam, rij) for k in van.kolommen}
    tijd = uit.get("maand") or uit.get("kwartaal")
    return {"jaar": str(tijd)[:4]} | uit


def _niet_alleen(van: BeveiligdeTabel, niveau: str, sleutels: tuple[str, ...], kolommen: set[str]) -> None:
    """In what adds up to a total no cell is hidden alone, unless nothing else is in it."""
    groepen: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for rij in range(len(van)):
        cellen = _namen(van, rij)
        if not niveau or cellen["niveau"] == niveau:
            groepen[tuple(cellen[s] for s in sleutels)].append(rij)
    boven = {"product": "segment", "segment": "totaal", "buurt": "wijk", "wijk": "totaal"}.get(niveau)
    ouders = [(rij, _namen(van, rij)) for rij in range(len(van))] if boven else []
    for namen, groep in groepen.items():
        ouder = [r for r, c in ouders if c["niveau"] == boven and tuple(c[s] for s in sleutels) == namen]
        for kolom in kolommen:
            dicht = [rij for rij in groep if van.reden_van(kolom, rij)]
            over = [rij for rij in groep if van.cel(kolom, rij)]
            minst = 1 if ouder and van.reden_van(kolom, ouder[0]) else 0
            waar = (van.naam, kolom, van.herkomst.filter.describe(), groep)
            assert not over or (len(dicht) != 1 and len(dicht) >= minst), waar


def _niet_van_een(vraag: Tabel, van: BeveiligdeTabel, met: pd.DataFrame) -> None:
    """No amount is shown that is nearly all of one jeugdige's, for whom amounts are not exact."""
    geld = [k.naam for k in vraag.kolommen if k.soort in (Soort.EURO, Soort.EURO_PER) and k.volgt]
    if not geld or _exact_voor(vraag, van.herkomst.filter, van.herkomst.rol):
        return
    if DOMINANT in met and not vraag.op_grootte:  # there what is hidden may stand elsewhere
        for rij in met[DOMINANT].to_numpy().nonzero()[0]:
            assert all(van.cel(naam, int(rij)) is None for naam in geld), (vraag.naam, rij)


def _opgeschreven(db: Database) -> None:
    """A budget, a scenario in which an aanbieder stops and a frozen forecast: what some tables are about."""
    jaar = (db.stand.laatste_maand or 0) // 12
    Begrotingen().zet_begroting(
        [Begrotingsregel(jaar, s, 100_000) for s in {s for s, _ in PARIJZEN}], jaar, False, "x"
    )
    Scenarios().bewaar(Scenario("stopt", jaar, prijs=3.0, aanbieder="Zuyd"), "x")
    bevries(db, f"toen {db.dataversie}", jaar, "x")


def _vragen(filters: list[Filter]) -> Iterator[tuple[Tabel, Filter]]:
    """Every table under every filter that it knows; under the year and segment of one that it does not."""
    for vraag in REGISTER.values():
        for f in filters:
            eigen = f if vraag.kan(f) else Filter(jaar=f.jaar[:1], segment=f.segment)
            if vraag.kan(eigen):
                yield vraag, eigen


def toets(zaad: int, filters: list[Filter]) -> None:
    """Ask every table of a small file, and check what a lezer and sturing get."""
    with tempfile.TemporaryDirectory() as map_, pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("JEUGD_DATA", map_)
        pad, stand = Path(map_) / "jeugd-1.duckdb", levering(1, stand_per=date(2024, 5, 1))
        db = Database(schrijf_versie(pad, bestand(zaad), [stand]))
        try:
            _opgeschreven(db)
            for vraag, f in _vragen([Filter(), Filter(jaar=(2023,)), *filters]):
                try:
                    antwoord = vraag.antwoord(db, f)
                except NietTeVragen:  # a forecast is of one whole year
                    continue
                for rol in (Rol.LEZER, Rol.STURING):
                    van = herkomst(db, vraag, f, rol, Drempels())
                    met = (
                        antwoord if _exact_voor(vraag, f, rol) else met_dominantie(db, vraag, f, antwoord, 0)
                    )
                    beveiligd = beveilig(vraag, met, van)
                    controleer(vraag, beveiligd)
                    _niet_van_een(vraag, beveiligd, met)
        finally:
            db.sluit()


ZADEN, TWEE = st.integers(0, 10**6), st.lists(FILTERS, min_size=2, max_size=2)


@settings(max_examples=4, deadline=None, suppress_health_check=TRAAG, phases=SNEL)
@given(ZADEN, TWEE)
def test_niets_dat_verborgen_is_volgt_uit_wat_ernaast_staat(zaad: int, filters: list[Filter]) -> None:
    toets(zaad, filters)


@pytest.mark.volhard
@settings(max_examples=200, deadline=None, suppress_health_check=TRAAG, phases=SNEL)
@given(ZADEN, TWEE)
def test_niets_dat_verborgen_is_volgt_uit_wat_ernaast_staat_lang(zaad: int, filters: list[Filter]) -> None:
    toets(zaad, filters)
