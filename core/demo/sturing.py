"""What people in the demo municipality wrote: events with their source, and an invented register of risks."""

from __future__ import annotations

from datetime import date

from core.begrippen import maandnummer
from core.demo.gegevens import FUSIE
from core.opslag.gebeurtenissen import Gebeurtenis, Gebeurtenissen
from core.opslag.risicos import Risico, Risicos, Risicosoort, Risicostatus
from core.referentie import BRON_PRESENTATIE

AMBULANT, WONEN = "Segment Jeugd Ambulant", "Segment Jeugd Wonen"
_DIA = f"{BRON_PRESENTATIE}, dia Aantallen unieke jeugdigen"
_VERZONNEN = "verzonnen, bij de voorbeeldgegevens"

GEBEURTENISSEN = (
    Gebeurtenis(
        maandnummer(2022, 1),
        "Regie vervalt",
        "Het product Regie komt alleen in 2021 voor.",
        _DIA,
        AMBULANT,
        "Regie",
    ),
    Gebeurtenis(
        maandnummer(2022, 7),
        "GIKJ naar één aanbieder",
        "Gesloten en intensief klinische jeugdzorg is een eigen segment; in de aantallen staat het vanaf 2022.",
        f"{_DIA}, waar GIKJ vanaf 2022 staat; de datum en dat het één aanbieder werd staan daar niet: ga ze na",
        "Segment Jeugd GIKJ",
    ),
    Gebeurtenis(
        maandnummer(2023, 1),
        "Nieuwe contracten",
        "Ingangsdatum 1 januari 2023. Verblijf (OUD) loopt af en deeltijdpleegzorg wordt een product van Ambulant.",
        f"{_DIA}, waar producten in 2023 komen en gaan; de datum staat daar niet: ga haar na",
    ),
    Gebeurtenis(
        maandnummer(2023, 1),
        "Verblijf (OUD) vervalt",
        "Na 2022 alleen nog naijlende regels.",
        _DIA,
        "Verblijf (OUD)",
    ),
    Gebeurtenis(
        maandnummer(2023, 1),
        "Deeltijdpleegzorg begint",
        "Pleegzorg komt in Ambulant vanaf 2023 voor; voltijd blijft in Wonen.",
        _DIA,
        AMBULANT,
        "Pleegzorg",
    ),
    Gebeurtenis(FUSIE[2], f"Fusie met {FUSIE[0]}", "", _VERZONNEN, aanbieder=FUSIE[1]),
)

RISICOS = (
    Risico(
        Risicosoort.RISICO,
        "Voorbeeld: tarieven Ambulant stijgen meer dan begroot",
        "De index van de nieuwe contracten ligt boven die van de begroting.",
        70, 300_000_00, 600_000_00, AMBULANT, "contractmanager jeugd", datum=date(2024, 3, 12),
    ),
    Risico(
        Risicosoort.RISICO,
        "Voorbeeld: meer duur verblijf door een tekort aan pleeggezinnen",
        "Minder pleeggezinnen betekent meer plaatsen in gezinshuizen en leefhuizen.",
        50, 150_000_00, 450_000_00, WONEN, "beleidsadviseur jeugd", Risicostatus.IN_BEHANDELING, date(2024, 4, 2),
    ),
    Risico(
        Risicosoort.KANS,
        "Voorbeeld: lokaal team vangt lichte begeleiding op",
        "Wie nu kortdurende begeleiding krijgt kan deels bij het lokale team terecht.",
        40, 100_000_00, 400_000_00, AMBULANT, "teammanager beleid", datum=date(2024, 2, 20),
    ),
    Risico(
        Risicosoort.ONTWIKKELING,
        "Voorbeeld: hervorming van de jeugdzorg",
        "Welke hulp onder de Jeugdwet valt kan veranderen; een bedrag is nog niet te noemen.",
        50, None, None, "", "beleidsadviseur jeugd", datum=date(2024, 1, 15),
    ),
    Risico(
        Risicosoort.RISICO,
        "Voorbeeld: late facturen over 2023",
        "Afgehandeld bij de jaarrekening.",
        30, 50_000_00, 200_000_00, "", "controller", Risicostatus.GESLOTEN, date(2024, 4, 15),
    ),
)  # fmt: skip
"""Invented, and each says so in its title."""


def zet(wie: str) -> None:
    """Put both in the store, in place of what an earlier demo put there."""
    Gebeurtenissen().zet_voorbeeld(GEBEURTENISSEN, wie)
    Risicos().zet_voorbeeld(RISICOS, wie)
