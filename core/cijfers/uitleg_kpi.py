"""What the tables and measures of KPIs mean, in Dutch."""

from __future__ import annotations

KPI: dict[str, str] = {
    "kpi": (
        "De maat van de KPI per periode naast het doelpad: een rechte lijn tussen de punten die zijn afgesproken. Alleen "
        "volledige perioden worden beoordeeld; voorlopige zijn open punten, want een cijfer dat nog niet compleet is kan "
        "nooit een succes zijn."
    ),
    "kpi-stand": "Per KPI de laatste volledige periode naast het doelpad op dat moment. Die van koers liggen staan bovenaan.",
    "kpi-euro": (
        "Per jaar, van de perioden die nog komen: het gemiddelde doelpad min de stand van nu (laatste drie volledige maanden of laatste kwartaal), "
        "maal het aantal perioden, maal wat een eenheid in de laatste twaalf volledige maanden per periode kostte. De "
        "grenzen volgen uit de goedkoopste en de duurste van die perioden, zonder de uiterste tiende delen."
    ),
    "kpi-begroting": (
        "De begrotingsregel die de KPI raakt, met zijn prognose en het effect van het doelpad op de rest van dit jaar. De "
        "prognose volgt de ontwikkeling tot nu toe: wat nu al daalt zit er deels al in, dus het effect is een bovengrens. "
        "De marges zijn opgeteld en daarmee ruim."
    ),
    "doelpad": "Waar de KPI in deze periode hoort te liggen.",
    "marge": "Zo ver kan het cijfer door afronding van aantallen van het werkelijke af liggen; dichter bij het doelpad is geen oordeel.",
    "nu": "De stand van de laatste volledige perioden.",
    "effect": "Wat het doelpad scheelt met blijven zoals nu, in euro's.",
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
