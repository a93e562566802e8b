"""What the tables and measures of the forecast of a year mean, in Dutch."""

from __future__ import annotations

PROGNOSE: dict[str, str] = {
    "prognose": (
        "Waar een jaar naar verwachting op uitkomt: gedeclareerd, plus wat van verstreken maanden nog gedeclareerd wordt, "
        "plus de rest van het jaar. Van een jaar dat voorbij is, is er alleen na-ijl."
    ),
    "prognose-totaal": (
        "De prognose van alle regels samen. De marge is die van de som: segmenten vallen samen mee of tegen voor zover "
        "hun eerdere prognoses dat deden, dus zij is smaller dan de marges opgeteld. Van een regel zonder prognose telt wat is gedeclareerd."
    ),
    "prognose-per-maand": (
        "Per maand wat het jaar tot en met die maand kost: gedeclareerd, en naar verwachting met de marge. Bedragen "
        "buiten de declaraties staan er niet in."
    ),
    "prognose-waterval": (
        "Waarom de prognose anders is dan de begroting. Een begroting kent geen aantallen en prijzen, dus eerst hoe zij ligt "
        "naast wat het jaar ervoor kostte; daarna wat er sindsdien verandert. De stappen tellen op de cent op. Volume is in "
        "maanden hulp (elke jeugdige telt elke maand in zorg mee), elk tegen de gemiddelde prijs van het jaar ervoor. Prijs is "
        "wat een maand hulp van hetzelfde product meer of minder kost. Mix is dat duurdere of goedkopere hulp een groter deel wordt. "
        "Voor de maanden die nog komen geldt de prijsontwikkeling van de bekende maanden, de rest is volume. Lumpsum en pgb hebben "
        "geen prijs maal volume. Na-ijl is wat van verstreken maanden nog gedeclareerd wordt, min wat dat vorig jaar om deze tijd "
        "was: volume en prijs vergelijken zo maanden van gelijke leeftijd. Wat in het jaar over eerdere jaren is gedeclareerd staat "
        "apart, want de prognose gaat over leveringsmaanden."
    ),
    "prognose-per-product": (
        "De prognose van elk segment verdeeld over zijn producten. Een product met gemiddeld minstens tien jeugdigen per maand is "
        "op zichzelf doorgetrokken, met de methode van zijn segment; kleinere zijn samengenomen. De producten tellen op tot het "
        "segment: wat zij samen anders zouden zijn is naar grootte verdeeld en staat apart vermeld. De marge staat bij het segment."
    ),
    "prognose-declaratiemaand": (
        "Het jaar zoals het grootboek het boekt: wat in het jaar is gedeclareerd, ook over eerdere jaren. Nog te boeken is wat van "
        "de leveringsmaanden van dit jaar en eerdere jaren nog in dit jaar binnenkomt, naar hoe laat eerder werd gedeclareerd. "
        "Wat van dit jaar pas daarna komt schuift door. Hiermee sluit de prognose aan op een administratie zonder balanspost voor na-ijl."
    ),
    "prognose-scenarios": (
        "De prognose onder andere aannames. Alleen maanden die nog komen veranderen. Instroom werkt door zolang wie later begint "
        "in zorg is: arrangementen die na de laatste bekende maand beginnen, een verlenging niet meegeteld. Stopt een aanbieder, "
        "dan valt diens deel van de laatste twaalf volledige maanden weg, behalve wat elders doorgaat. Prijs gaat over wat dan "
        "overblijft. De marge is die van de prognose, verschoven: hoe zeker een aanname is weet zij niet."
    ),
    "prognose-aannames": (
        "Waarvan de prognose uitgaat: hoe de maanden die nog komen zijn geschat, en hoe de prijs in de bekende maanden naast een "
        "jaar eerder ligt. Indexatie per januari zit erin voor zover de geschiedenis haar laat zien; een andere index is een scenario."
    ),
    "prognose-bevroren": "Prognoses zoals zij op een dag onder een naam zijn vastgelegd; zij veranderen niet meer.",
    "prognose-terugtoets": (
        "Elke prognose opnieuw gemaakt met alleen wat toen bekend was, naast wat het werd. Ernaast wie gewoon de laatste "
        "maand, of dezelfde maanden van vorig jaar, zou herhalen. Het aantal prognoses is klein en zij overlappen."
    ),
    "begroting": "Het begrote bedrag van het jaar, na wijziging als die er is; met de hand of uit een CSV ingevoerd.",
    "rest_jaar": (
        "Verwachte kosten van de maanden die nog komen. Per segment is de methode gekozen die op de eigen gegevens het "
        "kleinst ernaast zat: dezelfde maanden van vorig jaar met de halve groei, tenzij een andere duidelijk beter is (een kwart; "
        "de helft zolang er nog maar weinig te toetsen is)."
    ),
    "laag_95": "Negentien van de twintig keer ligt de uitkomst tussen deze twee grenzen.",
    "hoog_95": "Negentien van de twintig keer ligt de uitkomst tussen deze twee grenzen.",
    "v_n": "V is voordelig (de prognose ligt onder de begroting), N is nadelig.",
    "gedeclareerd_cumulatief": "Som van de kosten van januari tot en met de maand.",
    "prognose_cumulatief": "Verwachte kosten van januari tot en met de maand.",
    "begroting_cumulatief": (
        "De begroting van de getoonde segmenten in twaalf gelijke delen; leeg zolang niet elk segment een begroting heeft."
    ),
    "kleinste_maand": "Unieke jeugdigen in de maand waarin de minste hulp kregen; is dat er te weinig, dan is geen bedrag te zien.",
    "buiten_prognose": (
        "Wat in het jaar over eerdere jaren is gedeclareerd hoort bij de leveringsmaanden van die jaren en telt hier niet mee."
    ),
    "afstemming": "Wat erbij of eraf is gegaan om de producten op te laten tellen tot de prognose van hun segment.",
    "eigen_jaar": "In het jaar gedeclareerd over leveringsmaanden van het jaar zelf.",
    "eerdere_jaren": "In het jaar gedeclareerd over leveringsmaanden van jaren ervoor: het resultaat van voorgaande jaren.",
    "nog_te_boeken": "Wat naar verwachting nog in het jaar wordt gedeclareerd, over dit jaar en eerdere jaren.",
    "schuift_door": "Hulp van het jaar die naar verwachting pas in een volgend jaar wordt gedeclareerd.",
    "scenario": "De naam waaronder de aannames zijn bewaard.",
    "door_instroom": "Wat meer of minder instroom in de maanden die nog komen kost.",
    "door_aanbieder": "Wat het scheelt dat een aanbieder stopt.",
    "door_prijs": "Wat een hogere of lagere prijs kost, over wat na de andere aannames overblijft.",
    "uitkomst": "Waar het jaar met deze aannames op uitkomt.",
    "kleinste_groep": "Unieke jeugdigen van de regel, of van de aanbieder daarin als dat er minder zijn.",
    "prijsontwikkeling": (
        "Hoeveel procent een maand hulp van dezelfde producten in de bekende maanden meer kost dan een jaar eerder. Niet voor "
        "lumpsum en pgb."
    ),
    "onderdeel": "Wat de kosten hoger of lager maakt; bij een geheel het bedrag zelf.",
    "soort": "Geheel: begroting, jaar ervoor of prognose. Deel: een stap. Daarnaast: telt niet mee in de prognose.",
    "bedrag": "In euro; een stap met een plus maakt de kosten hoger.",
    "naam": "De naam waaronder de prognose is bevroren, zoals een P&C-product.",
    "bevroren_op": "De dag waarop de prognose is bevroren.",
    "methode_rest": (
        "Zelfde maanden vorig jaar met halve groei: de wortel van de groei van de laatste zes maanden, voor zover die groei groter is dan "
        "toeval; het seizoen leunt voor een derde op eerdere jaren. Gemiddelde: elke maand even hoog. Trend met seizoen: niveau en "
        "helling, waarvan de helling uitdooft, met het seizoen van eerdere jaren. Lopende arrangementen maal prijs: wie nu hulp heeft, "
        "hoe lang zulke hulp duurt, hoeveel er bij komen, en wat een arrangement per maand kost."
    ),
    "vooruit": "Over zoveel maanden na de laatste bekende maand gaat de prognose.",
    "voorspellingen": "Aantal keren dat zo ver vooruit voorspeld kon worden met bekende uitkomst.",
    "wape": "Alle fouten zonder hun teken bij elkaar, als deel van de uitkomsten.",
    "wape_naief": "De gemiddelde fout van wie de laatste maand herhaalt.",
    "wape_seizoen": "De gemiddelde fout van wie dezelfde maanden van het vorige jaar herhaalt.",
}
