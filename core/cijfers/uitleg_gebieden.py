"""What the tables and measures of expected use, of the city's average and of the bridge to CBS mean, in Dutch."""

from __future__ import annotations

GEBIEDEN: dict[str, str] = {
    # expected use (published figures of areas)
    "verwacht": (
        "Wat de kenmerken van een gebied aan gebruik van jeugdzorg doen verwachten, naast wat het CBS telt. Eigen "
        "indicatief model, niet het NJi-model. Een verschil is geen oordeel."
    ),
    "werkelijk_pct": "Jeugdigen met deze vorm van jeugdzorg als percentage van de jeugdigen, zoals het CBS het publiceert.",
    "verwacht_pct": "Het percentage dat bij de kenmerken van het gebied past, geschat op alle andere gebieden.",
    "laag": (
        "Onderkant van het interval. Bij verwacht gebruik liggen 95 van de 100 gebieden tussen onder- en bovengrens; "
        "bij een prognose ligt de uitkomst er vier van de vijf keer tussen."
    ),
    "hoog": (
        "Bovenkant van het interval. Bij verwacht gebruik liggen 95 van de 100 gebieden tussen onder- en bovengrens; "
        "bij een prognose ligt de uitkomst er vier van de vijf keer tussen."
    ),
    "verschil_pp": "Werkelijk min verwacht, in procentpunt. Zegt niet of het goed of slecht is.",
    "index": (
        "100 maal het werkelijke gedeeld door wat ernaast staat (verwacht, of het stadsgemiddelde naar leeftijd): 110 is een "
        "tiende meer."
    ),
    "aantal": "Werkelijk min verwacht, in jeugdigen.",
    "ventiel": (
        "De gebieden op volgorde van het verschil, in twintig even grote groepen: 1 is de laagste 5 %, 20 de hoogste."
    ),
    "verwacht-staven": (
        "De gebieden op volgorde van laag naar hoog, in twintig staven van elk 5 % van de gebieden; elke staaf is het "
        "gewone gemiddelde van haar gebieden. Bij minder dan honderd gebieden is elk gebied een staaf. Hoog bij "
        "verschil betekent: meer gebruik dan verwacht; laag: minder."
    ),
    "verwacht-opbouw": (
        "Hoe de verwachting ontstaat: van het landelijke gebruik naar een gemeente met doorsnee kenmerken, en dan per "
        "kenmerk hoeveel procentpunt erbij komt of eraf gaat. De stappen tellen op tot de verwachting. Een kenmerk "
        "hangt samen met gebruik; het is geen oorzaak."
    ),
    "verwacht-gelijkend": (
        "De gebieden van dezelfde soort die in de kenmerken van het model het dichtst bij het gekozen gebied liggen. "
        "Zij hebben dus ongeveer dezelfde verwachting; wat verschilt is het werkelijke gebruik."
    ),
    "verwacht-jaren": (
        "De landelijke reeks van het NJi (natura en pgb), en van het gekozen gebied de jaren die zijn gepubliceerd of "
        "ingelezen. Vanaf 2021 melden meer aanbieders: de lijn is daar gebroken."
    ),
    "verwacht-modelkaart": "Waar het model op rust, hoe goed het gemeenten voorspelt die het niet zag, en waarvoor het niet is.",
    "verwacht-ijking": (
        "De gemeenten in tien groepen naar hun verwachting: op de lijn is het werkelijke gebruik van de groep gelijk "
        "aan het verwachte."
    ),
    "gebied": "Gemeente, regio of land.",
    "nummer": "Plaats van de staaf van links; 1 is de laagste.",
    "gemiddelde": "Gewoon gemiddelde van de gebieden in de staaf.",
    "aantal_gebieden": "Hoeveel gebieden er samen zijn genomen.",
    "eigen": "Of het gekozen gebied erin zit.",
    "namen": "De gebieden in de staaf, van laag naar hoog.",
    "kenmerk": "Het kenmerk dat de verwachting verhoogt of verlaagt; de stap naar een doorsnee gebied gaat eraan vooraf.",
    "hier": "De waarde van het kenmerk in dit gebied.",
    "gemiddeld": "De waarde van het kenmerk in een gemiddelde gemeente, zoals het model rekent.",
    "bijdrage_pp": "Hoeveel procentpunt het kenmerk aan de verwachting toevoegt of ervan afhaalt.",
    "stand_pct": "Het percentage na deze stap.",
    "reeks": "Welk cijfer het is, en of het om natura of ook om pgb gaat.",
    "pct": "Percentage van de jongeren waar het cijfer over gaat.",
    "jongeren": "Aantal jongeren, zoals gepubliceerd.",
    "cijferstatus": "Of het gepubliceerde cijfer voorlopig of definitief is.",
    "maat": "Wat er van het model is gemeten of vastgelegd.",
    "waarde": "De uitkomst van die meting.",
    "tiende": "Groep van gemeenten naar verwachting; 1 is de laagste.",
    # the city's average by age
    "jeugd_met_hulp": (
        "Unieke jeugdigen jonger dan 18 jaar met hulp, per kalenderjaar en in elk gebied waar zij toen woonden; over meer "
        "jaren het gemiddelde per jaar. Wie buiten de gemeente woont of van onbekende leeftijd is telt niet mee."
    ),
    "stadsgemiddelde": (
        "Hoeveel jeugdigen hier hulp zouden hebben als van elke leeftijdsklasse een even groot deel hulp had als in de "
        "hele gemeente. Corrigeert alleen voor leeftijd, niet voor inkomen, gezin of school."
    ),
    "stad_per_1000": "Het stadsgemiddelde naar leeftijd per 1.000 inwoners van 0 tot en met 17 jaar van dit gebied.",
    "verschil": (
        "Van een buurt: jeugdigen met hulp min het stadsgemiddelde naar leeftijd; dat zegt niet of het goed of slecht is. "
        "Van een prognose: begroting min prognose. Van de P&C-kalender: gerapporteerd min prognose nu. Van de aansluiting: "
        "grootboek min dashboard. Van een productieverantwoording: verantwoord min toegekend."
    ),
    "gewicht": (
        "Hoe zwaar de eigen cijfers van het gebied tellen in de gewogen index: bij weinig jeugdigen is een verschil vaak "
        "toeval, dan telt vooral het stadsgemiddelde."
    ),
    "index_gekrompen": (
        "De index, naar 100 getrokken naarmate er minder jeugdigen zijn (empirisch Bayes): een betere schatting van het "
        "werkelijke verschil dan de index zelf."
    ),
    "laag_95": "Toeval alleen laat van de 100 gebieden er 95 tussen deze ondergrens en de bovengrens; als index.",
    "hoog_95": "Toeval alleen laat van de 100 gebieden er 95 tussen de ondergrens en deze bovengrens; als index.",
    "laag_998": "Toeval alleen laat van de 1.000 gebieden er 998 tussen deze ondergrens en de bovengrens; als index.",
    "hoog_998": "Toeval alleen laat van de 1.000 gebieden er 998 tussen de ondergrens en deze bovengrens; als index.",
    "ligging": "Of het aantal jeugdigen binnen de grenzen van het toeval ligt, of erboven of eronder, en buiten welke grens.",
    "klassen": (
        "In hoeveel leeftijdsklassen het stadsgemiddelde is berekend. Bij 1 is niet voor leeftijd gecorrigeerd: de "
        "inwonertallen zijn dan alleen van 0 tot en met 17 jaar bekend, of er zijn weinig jeugdigen."
    ),
    # the bridge to CBS
    "stap": "Wat er tussen het eigen aantal en dat van het CBS zit.",
    "cbs": "Jongeren tot 23 jaar met jeugdzorg in natura volgens het CBS, afgerond op vijf.",
    "onverklaard": "Het aantal van het CBS min wat er na alle stappen overblijft.",
}
"""Joined with the rest in core.cijfers.uitleg."""
