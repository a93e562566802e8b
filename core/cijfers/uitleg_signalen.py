"""What the tables per quarter and those of the page Signalen mean, in Dutch."""

from __future__ import annotations

_PER = (
    "Unieke jeugdigen in zorg en kosten per kalenderkwartaal, {}. Alleen kwartalen waarvan alle drie de maanden in "
    "de selectie zitten; een kwartaal is voorlopig als zijn laatste maand dat is."
)

SIGNALEN: dict[str, str] = {
    "kwartalen-segment": _PER.format("per segment"),
    "kwartalen-product": _PER.format("per product"),
    "kwartalen-aanbieder": _PER.format("per aanbieder"),
    "kwartalen-buurt": _PER.format("per buurt waar de jeugdige toen woonde"),
    "kwartalen-leeftijd": _PER.format("per leeftijdsklasse aan het eind van de zorg in het kwartaal"),
    "kwartalen-verwijzer": _PER.format("per verwijzer"),
    "signalen": (
        "Van elk segment, elk product, elke aanbieder, buurt, leeftijdsklasse en verwijzer staat het laatste volledige "
        "kwartaal naast wat niveau, trend en seizoen van de kwartalen ervoor deden verwachten. Wat bijna alle aanbieders, "
        "producten of buurten in een kwartaal tegelijk doen, wordt van elk van hen verwacht: of het geheel beweegt, is te "
        "zien bij de segmenten. Hoe ver een cijfer er "
        "gewoonlijk naast zit volgt uit diezelfde geschiedenis, en bij kleine aantallen uit het toeval. Alle toetsen "
        "samen worden zo streng gelezen dat van wat hier staat naar verwachting hoogstens 5 % toeval is. Een reeks "
        "telt mee vanaf vijf kwartalen geschiedenis en tien verwachte jeugdigen. Een afwijking is geen oordeel."
    ),
    "signaalreeks": (
        "De rode stip is het laatste volledige kwartaal. Grijs is waar het naar verwachting lag (95 %), met in het midden "
        "een streep bij de verwachting zelf. De as begint niet altijd bij 0."
    ),
    "kwartaal": "Kalenderkwartaal van levering: 2023 K1 is januari tot en met maart 2023.",
}
