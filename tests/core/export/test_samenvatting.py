"""The page to take along: everything on it, and nothing that a browser would run."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from core import bevindingen, onthulling
from core.cijfers.tabellen import Kolom, Soort
from core.export.samenvatting import Samenvatting, bestand, blad
from core.onthulling import beheertabel
from core.verwacht.beeld import beeld
from core.verwacht.vormen import Vorm

TWEE = (Kolom("vraag", "Vraag", Soort.TEKST), Kolom("antwoord", "Antwoord", Soort.TEKST))
ZELF = onthulling.naast_elkaar(beeld(Vorm.JEUGDHULP), ("GM0935", "NL"))
VAN = Samenvatting(
    titel="Maastricht: jeugdhulp, werkelijk en verwacht in 2022",
    bevinding="In Maastricht had 17,1 % jeugdhulp.",
    kern=bevindingen.kern_van_gebied(ZELF),
    naast=ZELF,
    zinnen=("Maastricht staat in staaf 13.", ""),
    gesprek=beheertabel("Gesprek", TWEE, [("Herkennen we dit beeld?", "Ja <b>&</b>\nen nee")]),
    acties=beheertabel("Acties", TWEE, [("POH jeugd", "=1+1")]),
)


def test_alles_staat_erop_met_bron() -> None:
    tekst = bestand(VAN).decode()
    for zin in ("17,1\u00a0%", "staaf 13", "Herkennen we dit beeld?", "POH jeugd", "Bron: CBS", "een verschil is geen oordeel"):  # fmt: skip
        assert zin in tekst
    assert tekst.startswith("<!DOCTYPE html>") and '<html lang="nl">' in tekst


def test_wat_mensen_schrijven_wordt_tekst_en_niets_van_elders_wordt_gehaald() -> None:
    tekst = bestand(VAN).decode()
    assert "Ja &lt;b&gt;&amp;&lt;/b&gt;\nen nee" in tekst
    assert not re.search(r"https?://|src=|<script|url\(", tekst)


def test_zonder_gesprek_staat_dat_er() -> None:
    leeg = beheertabel("", TWEE, [])
    tekst = blad(replace(VAN, gesprek=leeg, acties=leeg))
    assert "nog geen gesprek" in tekst and "Acties" not in tekst


def test_figuur_met_de_hand() -> None:
    """Interval 12.2-21.3: the band from 10 % to 90 %; 17.1 lies at 10 + 80 × (17.1 − 12.2) / 9.1."""
    laag, hoog, werkelijk = (ZELF.cel(k) for k in ("laag", "hoog", "werkelijk_pct"))
    tekst = blad(VAN)
    assert '<i class="band" style="left: 10.0%; width: 80.0%">' in tekst
    links = float(re.search(r'class="werkelijk" style="left: ([\d.]+)%', tekst)[1])
    assert links == pytest.approx(10 + 80 * (werkelijk - laag) / (hoog - laag), abs=0.06)


def test_zonder_verwachting_geen_figuur() -> None:
    weesp = onthulling.naast_elkaar(beeld(Vorm.JEUGDBESCHERMING), ("GM0457",))
    assert 'class="lijn"' not in blad(replace(VAN, naast=weesp))
