"""What the tables about moves between segments and about turning 18 mean, in Dutch."""

from __future__ import annotations

OVERGANGEN: dict[str, str] = {
    "doorstroom": (
        "Wie in de periode in een segment begon, met waar hij vandaan kwam, en wie in een segment stopte, met waarheen. "
        "Stopt de hulp in het ene segment en begint die in een ander met ten hoogste drie maanden ertussen of overlap, "
        "dan is dat één overstap. Nieuw: had nog geen hulp. Herhaald: had eerder hulp, die minder dan vijf jaar geleden "
        "eindigde. Naast andere hulp: begint terwijl hulp in een ander segment doorgaat. Andere hulp loopt door: stopt, "
        "terwijl hulp in een ander segment al liep en doorgaat. Uit zorg: meer dan drie maanden helemaal geen hulp. "
        "Een jeugdige telt één keer per vakje. Alleen volledige maanden tellen mee, en de eerste maand van de gegevens niet."
    ),
    "kolom.van": "Waar de jeugdige vandaan kwam: een segment, nieuw, herhaald, of naast andere hulp.",
    "naar": "Waar de jeugdige heen ging: een segment, uit zorg, of andere hulp loopt door.",
    "wordt-18": (
        "Jeugdigen die in een kwartaal 18 worden terwijl zij hulp hebben, in totaal en per segment: voor de overdracht naar "
        "zorg voor volwassenen. Van komende kwartalen tellen de jeugdigen die nu hulp hebben. Een deel van hen stopt "
        "voor die tijd en wie nog moet beginnen ontbreekt, dus deze aantallen zijn geen voorspelling. Hulp hebben is: "
        "in de maand zelf of ten hoogste drie maanden eerder. Bekend is alleen de geboortemaand. Wie in twee segmenten "
        "hulp heeft telt in beide, en in het totaal één keer."
    ),
    "komend": "Of het kwartaal nog niet voorbij is in de gegevens: dan telt wie nu hulp heeft.",
}
