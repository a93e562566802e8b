"""What the demo municipality steers by: invented KPIs round the one of the presentation, and actions for them."""

from __future__ import annotations

from datetime import date

from core.begrippen import maandnummer
from core.filters import Filter
from core.opslag.gesprekken import Actie, Actiesoort, Actiestatus, Gesprekken
from core.opslag.kpis import Kpi, Kpis, Per, Richting
from core.sturing.kpibewaren import selectie_van

DOEL = "Het aantal jongeren dat zware en langdurige zorg krijgt neemt af"
AMBULANT = "Segment Jeugd Ambulant"
_HOOG_LANG = selectie_van(Filter(product=("Begeleiding Individueel",), intensiteit=("hoog",), duur=("lang",)))
_MANAGER, _CONTRACT, _TOEGANG = "Teammanager beleid", "Contractmanager", "Teamleider toegang"


def _pad(*punten: tuple[int, int, float]) -> tuple[tuple[int, float], ...]:
    return tuple((maandnummer(jaar, maand), doel) for jaar, maand, doel in punten)


def kpis(schaal: int = 1) -> list[Kpi]:
    """The KPI of the presentation (running arrangementen), its starts and its share, and one that is heavier still."""
    return [
        Kpi(
            DOEL, "arrangementen begeleiding individueel hoog-lang", "arrangementen", _HOOG_LANG, Richting.OMLAAG,
            Per.MAAND, _pad((2023, 1, 155 * schaal), (2023, 12, 125 * schaal), (2024, 12, 100 * schaal), (2025, 12, 85 * schaal)),
            _MANAGER, AMBULANT, demo=True,
        ),
        Kpi(
            DOEL, "nieuwe arrangementen begeleiding individueel hoog-lang", "gestart", _HOOG_LANG, Richting.OMLAAG,
            Per.KWARTAAL, _pad((2022, 12, 27 * schaal), (2024, 12, 20 * schaal)), _TOEGANG, AMBULANT, demo=True,
        ),
        Kpi(
            DOEL, "aandeel hoog-lang in alle begeleiding individueel", "aandeel_geheel", _HOOG_LANG, Richting.OMLAAG,
            Per.KWARTAAL, _pad((2022, 12, 26), (2024, 12, 20), (2025, 12, 18)), _MANAGER, AMBULANT, demo=True,
        ),
    ]  # fmt: skip


def acties(kpi: int) -> list[Actie]:
    """What was agreed for the KPI with this number: one that is late, one that runs, one that is done."""
    return [
        Actie(
            0, None, Actiesoort.BELEID, "Elke verlenging van hoog-lang eerst bespreken in het casusoverleg", _TOEGANG,
            date(2024, 4, 15), status=Actiestatus.LOOPT, opvolging="Werkt bij twee van de drie teams.", kpi=kpi, demo=True,
        ),
        Actie(
            0, None, Actiesoort.INKOOPAFSPRAAK, "Met de vijf grootste aanbieders afspraken maken over afschalen", _CONTRACT,
            date(2024, 7, 1), kpi=kpi, demo=True,
        ),
        Actie(
            0, None, Actiesoort.UITVOERINGSAGENDA, "Nagaan hoe vaak lichtere hulp eerst is geprobeerd", _MANAGER,
            date(2024, 3, 1), status=Actiestatus.KLAAR, opvolging="Bij ruim de helft; zie de notitie van maart.", kpi=kpi,
            demo=True,
        ),
    ]  # fmt: skip


def vul_kpis(schaal: int, wie: str) -> None:
    """Keep the KPIs and actions of the demo municipality in the place of earlier ones."""
    winkel, gesprekken = Kpis(), Gesprekken()
    winkel.wis_demo(wie)
    gesprekken.wis_demo_acties(wie)
    nummers = [winkel.bewaar(kpi, wie).nummer for kpi in kpis(schaal)]
    for actie in acties(nummers[0]):
        gesprekken.bewaar_actie(actie, wie)
