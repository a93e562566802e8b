"""What the tables and measures about late declarations mean, in Dutch."""

from __future__ import annotations

KWALITEIT: dict[str, str] = {
    "naijl": (
        "Wat van elke maand per segment nog gedeclareerd wordt. Dat volgt uit hoe lang declaraties van de laatste twaalf "
        "maanden op zich lieten wachten; van de jongste maanden, waarvan nog weinig binnen is, uit wat een lopend "
        "arrangement gemiddeld kost. De marge klopt naar verwachting vier van de vijf keer."
    ),
    "nog_te_declareren": (
        "Eindstand min wat is gedeclareerd. Negatief als er naar verwachting meer gecrediteerd dan gedeclareerd wordt."
    ),
    "eindstand": "Het bedrag waar een maand naar verwachting op uitkomt: gedeclareerd plus nog te declareren.",
    "eindstand_laag": "Vier van de vijf keer ligt de eindstand tussen ondergrens en bovengrens.",
    "eindstand_hoog": "Vier van de vijf keer ligt de eindstand tussen ondergrens en bovengrens.",
    "methode": (
        "Waar de schatting op rust: op wat eerdere maanden van het segment lieten zien, of op het aantal lopende "
        "arrangementen drie maanden eerder (als nog geen driekwart binnen is)."
    ),
    "naijl-driehoek": (
        "Per leveringsmaand het bedrag dat zoveel maanden later gedeclareerd was, als deel van de eindstand. Lees van "
        "boven naar beneden: wordt een kolom lichter, dan komen declaraties later binnen dan vroeger."
    ),
    "na": "Volle maanden na de leveringsmaand; 0 is de leveringsmaand zelf.",
    "aandeel_gedeclareerd": "Wat tot dan gedeclareerd was, als deel van de eindstand van de maand.",
    "laat-gedeclareerd": (
        "Hoe lang na de leveringsmaand de regels van elke aanbieder binnenkomen, over de volledige maanden van de "
        "periode; zonder periode die van het laatste jaar. Alleen regels met een declaratiemaand; credits tellen niet mee."
    ),
    "gedeclareerd": (
        "In een prognose wat tot nu toe is gedeclareerd, credits eraf. Bij wie laat declareert alleen de regels met een "
        "declaratiemaand, zonder credits."
    ),
    "mediaan_na": "Na zoveel maanden was de helft van de regels binnen.",
    "laat": "Bedrag dat meer dan twee maanden na de leveringsmaand is gedeclareerd.",
    "aandeel_laat": "Dat bedrag als deel van wat de aanbieder declareerde.",
    "naijl-terugblik": (
        "De schatting van elke maand opnieuw gemaakt met alleen wat toen bekend was, naast waar de maand nu op uitkomt. "
        "Alleen maanden die nu niet meer voorlopig zijn."
    ),
    "bekend_toen": "Wat op dat moment van de maand gedeclareerd was.",
    "geschat": "Waar de maand op dat moment op geschat zou zijn.",
    "geschat_laag": "Ondergrens van die schatting: vier van de vijf keer hoort de eindstand binnen de grenzen te liggen.",
    "geschat_hoog": "Bovengrens van die schatting: vier van de vijf keer hoort de eindstand binnen de grenzen te liggen.",
    "fout": "Schatting min eindstand, als deel van de eindstand: boven 0 was zij te hoog.",
    "binnen": "Of de eindstand binnen de grenzen van de schatting ligt.",
    "naijl-trefzekerheid": (
        "Hoe ver de schattingen van het laatste jaar ernaast zaten, naar hoe lang na de maand zij gemaakt zouden zijn."
    ),
    "schattingen": "Aantal maanden dat zo lang erna geschat kon worden.",
    "gemiddelde_fout": "Alle fouten zonder hun teken bij elkaar, als deel van de eindstanden.",
    "scheefheid": "Alle fouten met hun teken bij elkaar: boven 0 waren de schattingen samen te hoog.",
    "dekking": "Hoe vaak de eindstand binnen de marge lag; bedoeld is 80 %.",
    "veranderd": (
        "Waardoor de cijfers anders zijn dan voor de laatste levering. De saldo's tellen op tot het verschil in kosten. "
        "Wie van buurt of indeling verandert telt bij erbij en bij eraf: het bedrag verhuist."
    ),
    "oorzaak": (
        "Nieuwe maanden: na de laatste maand van toen. Later gedeclareerd: hogere bedragen van maanden die er al waren. "
        "Credits, correcties en vervallen regels: lagere. Andere buurt of indeling: hetzelfde onder een andere naam."
    ),
    "erbij": "Som van wat bedragen van een maand hoger werden.",
    "eraf": "Som van wat bedragen van een maand lager werden.",
    "saldo": "Erbij min eraf.",
    "veranderde-cijfers": (
        "De jaarcijfers per segment die door de laatste levering anders werden, ernaast zoals zij ervoor waren. "
        "Jeugdigen zijn op elk niveau opnieuw uniek geteld."
    ),
    "jeugdigen_toen": "Unieke jeugdigen zoals voor de laatste levering.",
    "jeugdigen_verschil": "Unieke jeugdigen nu min die van voor de laatste levering.",
    "kosten_toen": "Kosten zoals voor de laatste levering.",
    "kosten_verschil": "Kosten nu min die van voor de laatste levering.",
}
