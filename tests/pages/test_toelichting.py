"""Toelichting: everything that can be shown or chosen has its explanation, in plain Dutch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.cijfers.tabellen import TABELLEN
from core.cijfers.uitleg import van_filter, van_kolom, van_tabel
from core.filters import Filter
from core.referentie import REFERENTIE, product_uitleg, producten, segment_uitleg
from core.referentie.bronnen import BRONNEN
from pages.onderdelen.begrippenlijst import filters, maten, met_woord, tabellen

PAGINA = "pages/beheer/toelichting.py"
Openen = Callable[..., AppTest]


def tekst_van(at: AppTest) -> str:
    return unescape(" ".join(e.proto.body for e in [*at.get("html"), *at.markdown, *at.caption]))


@pytest.mark.parametrize("naam", list(TABELLEN))
def test_elke_tabel_en_elke_kolom_heeft_een_uitleg(naam: str) -> None:
    assert van_tabel(naam).endswith(".")
    assert [k.naam for k in TABELLEN[naam].kolommen if not van_kolom(k.naam).endswith(".")] == []


@pytest.mark.parametrize("veld", [veld.name for veld in fields(Filter)])
def test_elk_filter_heeft_een_uitleg(veld: str) -> None:
    assert van_filter(veld).endswith(".")


def test_duur_is_in_een_tabel_van_zorgperioden_en_als_filter_van_het_arrangement() -> None:
    assert "zorgperiode" in van_tabel("duur")
    assert "arrangement" in van_filter("duur") and "arrangement" in van_kolom("duur")


def test_elk_product_en_segment_heeft_een_uitleg() -> None:
    indeling = producten()
    assert set(indeling["segment"]) == set(segment_uitleg())
    assert set(zip(indeling["segment"], indeling["product"], strict=True)) == set(product_uitleg())


def test_elk_meegeleverd_bestand_noemt_zijn_bron_een_keer() -> None:
    genoemd = [bestand for b in BRONNEN for bestand in b.bestanden]
    aanwezig = {p.name for p in REFERENTIE.iterdir() if p.suffix != ".md"}
    assert sorted(genoemd) == sorted(aanwezig)


def test_kolommen_met_dezelfde_betekenis_staan_een_keer_in_de_lijst() -> None:
    uitleg = [tekst for _, tekst in maten()]
    assert len(uitleg) == len(set(uitleg))
    assert "Unieke jeugdigen" in [naam for naam, _ in maten()]


def test_een_gesloten_lijst_noemt_haar_waarden() -> None:
    keuzes = dict(filters())
    assert "laag, midden, hoog of onbekend" in keuzes["Intensiteit"]
    assert "6-12" in keuzes["Leeftijdsklassen"] and "4-11" in keuzes["Leeftijdsklassen"]


def test_zoeken_kijkt_in_begrip_en_betekenis() -> None:
    regels = [("Kosten", "Som van regels."), ("Duur", "Maanden van een zorgperiode.")]
    assert met_woord(regels, " ZORGPERIODE ") == [regels[1]]
    assert met_woord(regels, "kost") == [regels[0]]


def test_pagina_begint_met_lezen(open_app: Openen, volle_map: Path) -> None:
    at = open_app(volle_map, PAGINA)
    assert not at.exception
    assert "Jeugdigen zijn uniek geteld" in tekst_van(at)


def test_privacy_noemt_de_drempels_die_gelden(open_app: Openen, volle_map: Path) -> None:
    at = open_app(volle_map, PAGINA, onderdeel="Privacy")
    assert "`<5`" in tekst_van(at) and "`<10`" in tekst_van(at)


def test_versies_noemen_gegevens_en_leveringen(open_app: Openen, volle_map: Path) -> None:
    tekst = tekst_van(open_app(volle_map, PAGINA, onderdeel="Versies"))
    assert "jeugd-000001" in tekst
    assert "1 mei 2024" in tekst
    assert "vanaf feb 2024" in tekst
    assert "export1.csv" in tekst


def test_tabellen_staan_er_allemaal(open_app: Openen, volle_map: Path) -> None:
    tekst = tekst_van(open_app(volle_map, PAGINA, onderdeel="Tabellen"))
    assert [titel for titel, _ in tabellen() if titel not in unescape(tekst)] == []


def test_zoeken_op_de_pagina(open_app: Openen, volle_map: Path) -> None:
    at = open_app(volle_map, PAGINA, zoek="samenloop")
    assert "Samenloop" in tekst_van(at)
    assert "Geen begrip gevonden" not in tekst_van(at)
    assert open_app(volle_map, PAGINA, zoek="xyzzy").info[0].value.startswith("Geen begrip gevonden")


def test_zonder_gegevens_is_er_ook_uitleg(open_app: Openen, tmp_path: Path) -> None:
    at = open_app(tmp_path, PAGINA, onderdeel="Versies")
    assert not at.exception
    assert "nog geen leveringen" in tekst_van(at)
