"""What the tables of the controller mean, in Dutch: ceilings, the ledger, the P&C calendar, statements."""

from __future__ import annotations

_AANSLUITING = (
    "Wat het dashboard van een jaar kent naast wat in het grootboek staat, per segment en taakveld. {} Wat in het jaar is "
    "gedeclareerd over eerdere jaren en wat buiten de declaraties omgaat staan op eigen regels, zodat het totaal op het "
    "grootboek uitkomt. Een verschil sluit aan (niet groter dan de ingestelde afronding), is verklaard (iemand schreef "
    "waardoor, en het bedrag klopt) of is onverklaard."
)

CONTROLE: dict[str, str] = {
    "plafonds": (
        "Per aanbieder het budgetplafond van het jaar naast wat is gedeclareerd en waar het jaar op uitkomt. Wat een "
        "segment van een verstreken maand nog verwacht, is verdeeld naar wat elke aanbieder in die maand nog mist van zijn "
        "gewone aandeel; de rest van het jaar naar dat aandeel zelf: zijn deel in de kosten van het segment over de laatste "
        "twaalf volledige maanden. Samen komen de aanbieders op de prognose van de segmenten uit. Van één aanbieder is zo'n "
        "prognose grof: zij weet niet van een nieuw contract of een wachtlijst."
    ),
    "plafond": "Het hoogste bedrag dat de aanbieder over het jaar mag declareren; met de hand of uit een CSV ingevoerd.",
    "begrensd": "Of voor de aanbieder over het jaar een plafond is ingevoerd.",
    "ruimte": "Plafond min prognose: wat naar verwachting overblijft, of (negatief) tekortkomt.",
    "benut": "Welk deel van het plafond al is gedeclareerd, over leveringsmaanden in het jaar.",
    "uitgeput": (
        "De leveringsmaand waarin gedeclareerd en verwacht samen boven het plafond uitkomen; leeg als dat dit jaar niet "
        "gebeurt."
    ),
    "plafondstand": (
        "Plafond overschreden: er is al meer gedeclareerd. Gaat over het plafond: de prognose is hoger. Komt dicht bij het "
        "plafond: de prognose is 95 % of meer ervan. Past: minder dan dat."
    ),
    "aansluiting": _AANSLUITING.format(
        "Naar leveringsmaand: de hulp die in het jaar is gegeven, zoals nu bekend; wat daarvan nog te declareren is, is een "
        "schatting op een eigen regel."
    ),
    "aansluiting-declaratiemaand": _AANSLUITING.format(
        "Naar declaratiemaand: wat in het jaar is gedeclareerd. Regels zonder declaratiemaand tellen op een eigen regel, "
        "naar leveringsmaand."
    ),
    "taakveld": "Het taakveld waarop de gemeente het product boekt, zoals zij dat zelf heeft ingevuld.",
    "dashboard": "Het bedrag volgens de ingelezen declaraties, of volgens wat buiten de declaraties is ingevuld.",
    "grootboek": "Het bedrag volgens de financiële administratie; met de hand of uit een CSV ingevoerd.",
    "verklaard": "Hoeveel van het verschil iemand heeft verklaard.",
    "onverklaard": "Wat van het verschil na verklaring overblijft; leeg als de regel aansluit of verklaard is.",
    "verklaring": "Waardoor het grootboek van het dashboard verschilt, in de woorden van wie het uitzocht.",
    "aansluitstand": "Of de regel aansluit, verklaard of onverklaard is, of nog een grootboekbedrag mist. Het totaal is zo ver als zijn slechtste regel.",
    "kleinste_product": (
        "Unieke jeugdigen in het product van de regel dat er de minste heeft; is dat er te weinig, dan is het bedrag voor een "
        "lezer niet te zien, want dat van een product staat ook elders."
    ),
    "penc-kalender": (
        "De producten van planning en control van het jaar, wat erin is gerapporteerd en hoe dat zich verhoudt tot de "
        "prognose van nu. Of een dag voorbij is, telt tot de dag waarop de gegevens bekend zijn (stand per)."
    ),
    "penc_product": "Een product van de planning- en controlcyclus, zoals een begroting of bestuursrapportage.",
    "datum": "De dag waarop het product klaar is of wordt vastgesteld.",
    "kalenderstand": (
        "Gerapporteerd: er hoort een bevroren prognose of de begroting bij. Eerstvolgende: het product dat nu aan de beurt is."
    ),
    "gerapporteerd_als": "De naam van de bevroren prognose die in het product staat, of de begroting.",
    "gerapporteerd": "Het bedrag over het hele jaar dat in het product staat.",
    "jeugdigen_toen": (
        "Unieke jeugdigen in de regel van de bevroren prognose die er de meeste had; is dat er te weinig, dan is het bedrag "
        "niet te zien."
    ),
    "productieverantwoording": (
        "Wat een aanbieder over een jaar per product verantwoordt, naast wat hier is toegekend. Wat is gedeclareerd, is "
        "toegekend plus afgewezen of nog in behandeling. Een product dat in twee segmenten voorkomt, telt samen. Wie niets "
        "indiende staat op één regel. "
        "Verschillen staan met wat de gegevens erover zeggen; zij zijn nog geen oordeel."
    ),
    "verantwoord": "Het bedrag dat de aanbieder over het jaar verantwoordt; 0 voor een product dat de aanbieder niet noemt.",
    "toegekend": "Som van de toegekende declaratieregels van het jaar, naar leveringsmaand.",
    "niet_toegekend": "Som van de declaratieregels van het jaar die zijn afgewezen of nog in behandeling zijn.",
    "jeugdigen_verantwoord": "Het aantal cliënten dat de aanbieder verantwoordt.",
    "verschil_jeugdigen": "Cliënten volgens de aanbieder min unieke jeugdigen hier.",
    "accountant": "Of de aanbieder een verklaring van de accountant meestuurde.",
    "verantwoordingsstand": "Of het bedrag en het aantal van de aanbieder aansluiten op wat hier is toegekend.",
    "waardoor": (
        "Wat een verschil kan zijn. Kan nog worden gedeclareerd: het past binnen wat van de aanbieder over verstreken maanden "
        "nog wordt verwacht. Onverklaard: de gegevens zeggen er niets over."
    ),
    "toelichting": "Wat over het verschil is uitgezocht, in de woorden van wie dat deed.",
    "laagste_aantal": (
        "Het laagste van beide aantallen jeugdigen, van ons het segment met de minste; is dat te klein, dan is voor een lezer "
        "geen bedrag te zien."
    ),
    "jeugdigen_niet_toegekend": (
        "Unieke jeugdigen met een regel die is afgewezen of in behandeling is; is dat er te weinig, dan is het bedrag niet "
        "te zien."
    ),
}
