"""What the tables and measures of KPIs mean, in Dutch."""

from __future__ import annotations

KPI: dict[str, str] = {
    "kpi-reeks": (
        "Per leveringsmaand: lopende en gestarte arrangementen, unieke jeugdigen en hun aandeel in het geheel, en kosten. "
        "Hiermee wordt een KPI gemeten."
    ),
    "kpi-reeks-kwartaal": (
        "Hetzelfde per kalenderkwartaal waarvan alle drie de maanden in de selectie zitten. Jeugdigen en lopende "
        "arrangementen zijn binnen het kwartaal uniek, dus drie maanden tellen niet op tot het kwartaal."
    ),
    "gestart": (
        "Arrangementen waarvan dit de eerste maand met hulp is. Een verlenging is geen nieuwe start: wie in dezelfde maand "
        "of de maand ervoor al een arrangement had met hetzelfde product, dezelfde intensiteit en duur, begint niet opnieuw "
        "(er ligt geen hele maand, dus hooguit zo'n 31 dagen, tussen). In de eerste maand van de gegevens is het niet te zeggen."
    ),
    "overig": "Jeugdigen in het geheel die niet in de selectie zelf zitten.",
    "geheel": (
        "Unieke jeugdigen in dezelfde selectie zonder kenmerken van personen of arrangementen (zoals intensiteit en duur): "
        "bijvoorbeeld alle jeugdigen met begeleiding individueel. Zonder zo'n kenmerk is er geen geheel."
    ),
    "aandeel_geheel": "Unieke jeugdigen als deel van de jeugdigen in het geheel, bijvoorbeeld hoog-lang in alle begeleiding individueel.",
}
