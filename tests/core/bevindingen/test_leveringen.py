"""Sentences about leveringen: numbers that add up, singular and plural."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from core.begrippen import maandnummer
from core.bevindingen.leveringen import in_gebruik, oordeel, resultaat, telling, toch_tekst
from core.inlezen.leveringen import Levering
from core.inlezen.rapport import BestandRapport, Maandregel, Rapport

STAND = date(2024, 5, 1)
MAART = maandnummer(2024, 3)


def bestand(**velden: object) -> BestandRapport:
    vast = {"bestand": "a.csv", "sha": "0", "bron": "ZIN", "wijze": "vervang"}
    telling_ = {"gelezen": 3, "geladen": 3, "afgekeurd": 0, "dubbel": 0, "bedrag": 12345}
    return BestandRapport(**(vast | telling_ | velden))


def rapport(*bestanden: BestandRapport, nummers: tuple[int, ...] = ()) -> Rapport:
    maand = Maandregel(MAART, 3, 12345, 0, 0, 3, 12345)
    return Rapport(bestanden or (bestand(),), (maand,), STAND, nummers=nummers)


def levering(nummer: int, actief: bool = True, demo: bool = False) -> Levering:
    return Levering(
        nummer, "a.csv", "ZIN", "vervang", STAND, datetime(2024, 5, 2, 9), 3, 0, 0, 12345, 1, actief, demo
    )


def test_telling_laat_geen_rij_weg() -> None:
    van = rapport(bestand(gelezen=6, geladen=3, afgekeurd=1, dubbel=2))
    assert telling(van, klaar=False) == "6 rijen gelezen = 3 in te lezen + 1 afgekeurd + 2 dubbel"


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Alles is in orde"),
        ({"afgekeurd": 1, "gelezen": 4}, "toch wilt"),
        ({"weigeringen": ("verliest",)}, "toch wilt"),
        ({"weigeringen": ("verliest",), "beletsels": ("al ingelezen",)}, "kan niet worden ingelezen"),
        ({"geladen": 0, "dubbel": 3}, "niets nieuws"),
    ],
)
def test_oordeel_noemt_wat_het_zwaarst_weegt(velden: dict[str, object], zin: str) -> None:
    assert zin in oordeel(rapport(bestand(**velden)))


def test_resultaat_noemt_leveringen_bedrag_en_maanden() -> None:
    een = "Ingelezen als levering 4: 3 regels voor € 123,45, leveringsmaand mrt 2024."
    assert resultaat(rapport(nummers=(4,))) == een
    assert resultaat(rapport(bestand(), bestand(), nummers=(4, 5))).startswith(
        "Ingelezen als leveringen 4 en 5: 6 "
    )


def test_toch_zegt_waar_een_mens_ja_op_zegt() -> None:
    van = rapport(bestand(gelezen=5, afgekeurd=2, weigeringen=("verliest",)))
    assert toch_tekst(van) == (
        "Toch inlezen: ik heb de 1 weigering hierboven gelezen en 2 afgekeurde rijen blijven buiten de cijfers."
    )


def test_in_gebruik_telt_alleen_wat_telt() -> None:
    zin = in_gebruik([levering(1, actief=False), levering(2)], MAART)
    assert zin.startswith(
        "1 levering is in gebruik, met leveringsmaanden t/m maart 2024; de laatste is ingelezen op 2 mei"
    )
    assert in_gebruik([levering(1, demo=True), levering(2, demo=True)], MAART).startswith(
        "2 voorbeeldleveringen zijn"
    )
    assert in_gebruik([levering(1, actief=False)], None) == "Er zijn nog geen gegevens in gebruik."
