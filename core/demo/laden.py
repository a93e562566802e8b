"""Put the demo municipality in the data folder, through the same door as real data."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from core.begrippen import NOG_IN_TE_DELEN
from core.database import datamap
from core.demo import controle, maak, sturing
from core.demo.gegevens import BEGROTING, BEGROTINGSGROEI, DOELGROEP, NIET_VERKLAARD, SCENARIOS
from core.demo.kpis import vul_kpis
from core.demo.schrijf import BESTANDEN, schrijf
from core.inlezen import bijwerken
from core.inlezen.leveringen import Aangeboden, Opties, laad, lees, leveringen, terug, verwerp
from core.inlezen.rapport import Rapport
from core.opmaak import geteld
from core.opslag import BuitenDeclaraties, Opslag
from core.opslag.begroting import Begrotingen, Begrotingsregel
from core.opslag.scenarios import Scenarios

STAND_PER = date(2024, 5, 1)
Melder = Callable[[str, float], None]


class DemoGeweigerd(Exception):
    """The demo cannot be built here: real leveringen are in use, or it is there already.

    Its text is a Dutch sentence.
    """


class DemoAfgekeurd(Exception):
    """The demo's own files were not accepted whole: a fault of the program, not of the reader."""


def laad_demo(schaal: int = 1, wie: str = "lokaal", meld: Melder = lambda wat, deel: None) -> Rapport:
    """Make the demo municipality and read it in as one load; an earlier demo goes out of use.

    Raises DemoGeweigerd when real leveringen are in use or this demo is there already,
    Geweigerd when it cannot be stored, ValueError when `schaal` is below 1.
    """
    if any(lev.actief and not lev.demo for lev in leveringen()):
        raise DemoGeweigerd(
            "Er zijn echte leveringen in gebruik; de voorbeeldgemeente komt daar niet bij. "
            "Kies een andere gegevensmap (JEUGD_DATA) of neem eerst de leveringen terug."
        )
    eerdere = [lev.nummer for lev in leveringen() if lev.actief and lev.demo]
    # First, for a load that is killed halfway is refused the second time as already there.
    Opslag().zet_buiten_declaraties(buiten_declaraties(schaal), demo=True, wie=wie)
    for jaar, regels in begroting(schaal).items():
        Begrotingen().zet_begroting(regels, jaar, demo=True, wie=wie)
    sturing.zet(wie)
    zet_scenarios(wie)
    vul_kpis(schaal, wie)
    rapport = _lees_in(schaal, wie, meld)
    if (db := bijwerken.actueel()) is not None:
        controle.vul(db, schaal, wie)
    for nummer in eerdere:
        terug(nummer, wie)
    return rapport


def _lees_in(schaal: int, wie: str, meld: Melder) -> Rapport:
    datamap().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="demo-", dir=datamap()) as map_:
        meld("Voorbeeldgemeente maken", 0.0)
        gemeente = maak(schaal)
        paden = schrijf(gemeente.regels, gemeente.mensen, Path(map_))
        bestanden = [Aangeboden(p.name, p, b.bron) for p, b in zip(paden, BESTANDEN, strict=True)]
        proef = lees(bestanden, Opties(stand_per=STAND_PER, demo=True), meld=meld)
        try:
            if aantal := proef.rapport.afgekeurd:
                raise DemoAfgekeurd(f"{geteld(aantal, 'regel', 'regels')} van de voorbeeldgemeente afgekeurd")
            if proef.rapport.beletsels:
                raise DemoGeweigerd("Deze voorbeeldgemeente staat er al; er is niets veranderd.")
            # Another size of the demo changes every month: that is what was asked for.
            return laad(proef, toch=True, wie=wie, meld=meld)
        finally:
            verwerp(proef)


def begroting(schaal: int = 1) -> dict[int, list[Begrotingsregel]]:
    """What the demo municipality has budgeted, per year and segment: round and invented."""
    return {
        jaar: [
            Begrotingsregel(jaar, segment, round(mln * groei * 1e6) * 100 * schaal)
            for segment, mln in BEGROTING.items()
        ]
        for jaar, groei in BEGROTINGSGROEI.items()
    }


def zet_scenarios(wie: str) -> None:
    """Keep the example scenarios of the demo municipality that are not there yet."""
    opslag = Scenarios()
    for scenario in SCENARIOS:
        if scenario.naam not in {s.naam for s in opslag.scenarios(scenario.jaar, demo=True)}:
            opslag.bewaar(scenario, wie)


def buiten_declaraties(schaal: int = 1) -> list[BuitenDeclaraties]:
    """What the demo municipality pays outside the declarations, by segment and year."""
    doelgroep = "Subsidie doelgroeparrangementen (voorbeeld)"
    rest = dict.fromkeys(NIET_VERKLAARD, "Overige uitgaven buiten de declaraties (voorbeeld)")
    rest[2023] = "Deel van de circa 45 miljoen dat de presentatie niet uitlegt (voorbeeld)"
    rijen = [("Doelgroeparrangementen", jaar, doelgroep, euro) for jaar, euro in DOELGROEP.items()]
    rijen += [(NOG_IN_TE_DELEN, jaar, rest[jaar], euro) for jaar, euro in NIET_VERKLAARD.items()]
    return [BuitenDeclaraties(s, j, o, euro * 100 * schaal, demo=True) for s, j, o, euro in rijen]
