"""What every table, measure and filter means, in Dutch: shown beside figures and on Toelichting."""

from __future__ import annotations

from core.cijfers.uitleg_controle import CONTROLE
from core.cijfers.uitleg_gebieden import GEBIEDEN
from core.cijfers.uitleg_kpi import KPI
from core.cijfers.uitleg_kwaliteit import KWALITEIT
from core.cijfers.uitleg_overgangen import OVERGANGEN
from core.cijfers.uitleg_prognose import PROGNOSE
from core.cijfers.uitleg_signalen import SIGNALEN

UITLEG: dict[str, str] = {
    # measures
    "jeugdigen": (
        "Aantal verschillende jeugdigen met ten minste één maand hulp in de selectie. Op elk niveau "
        "opnieuw geteld: wie twee producten heeft, telt bij beide producten één keer en in het totaal "
        "één keer. Daarom tellen delen niet op tot het geheel."
    ),
    "gemiddeld_in_zorg": (
        "Gemiddelde over de volledige maanden van het aantal jeugdigen dat in die maand hulp kreeg. "
        "Met deze maat zijn een heel jaar en een deel van een jaar te vergelijken."
    ),
    "kosten": (
        "Som van alle toegekende declaratieregels naar leveringsmaand; creditregels tellen negatief, "
        "afgewezen regels tellen niet."
    ),
    "kosten_per_jeugdige": (
        "Kosten gedeeld door unieke jeugdigen in dezelfde selectie en periode. Voor lumpsum en pgb "
        "alleen per segment en heel jaar."
    ),
    "kosten_per_zorgmaand": (
        "Kosten gedeeld door het aantal maanden waarin een jeugdige hulp kreeg: vergelijkbaar tussen "
        "perioden van verschillende lengte."
    ),
    "arrangementen": "Aantal verschillende toewijzingen met ten minste één maand hulp in de selectie.",
    "aandeel": "Deel van het totaal van de selectie, in procenten.",
    "cumulatief": "Opgeteld aandeel in de kosten van deze aanbieder en alle grotere.",
    "per_1000": (
        "Unieke jeugdigen jonger dan 18 jaar per kalenderjaar, gedeeld door de inwoners van 0 tot en "
        "met 17 jaar op 1 januari, maal 1.000; over meer jaren het gemiddelde. Zonder inwonertal: geen noemer."
    ),
    "jeugd_0_17": "Inwoners van 0 tot en met 17 jaar op 1 januari.",
    "volledigheid": (
        "Welk deel van het bedrag waar een maand naar verwachting op uitkomt al is gedeclareerd. Dat volgt uit hoe "
        "lang declaraties van eerdere maanden van hetzelfde segment op zich lieten wachten."
    ),
    "voorlopig": (
        "Declaraties komen laat binnen. Een maand is voorlopig zolang naar verwachting minder dan 95 % van haar "
        "declaraties binnen is; waar dat niet te zeggen is, zolang er minder dan drie volle maanden tussen het einde "
        "van die maand en de peildatum liggen. Een vergelijking zet haar naast wat een jaar eerder op dat moment "
        "bekend was."
    ),
    "leeftijd": (
        "Eén leeftijd per jeugdige per selectie: aan het einde van de laatste maand met hulp. De klasse "
        "13-17 heet op de dia van de gemeente 13-18 jaar."
    ),
    "verwijzer": "Wie de jeugdige naar de hulp verwees. Een jeugdige kan meer dan één verwijzer hebben.",
    "intensiteit": "Zwaarte van het arrangement: laag, midden of hoog. Een eigenschap van de toewijzing.",
    "duur_arrangement": "Bedoelde duur van het arrangement: kort of lang. Een eigenschap van de toewijzing.",
    "geslacht": "Geslacht zoals geregistreerd.",
    "leveringsvorm": "Zorg in natura (ZIN) of persoonsgebonden budget (PGB).",
    "segment": "Deel van de inkoop waar het product onder valt.",
    "product": "Wat is ingekocht. Een product hoort bij een segment: pleegzorg bestaat in Ambulant (deeltijd) en in Wonen (voltijd).",
    "aanbieder": "Zorgaanbieder; schrijfwijzen en AGB-codes van dezelfde aanbieder zijn samengevoegd.",
    "wijk": "CBS-wijk van de woonplaats van de jeugdige.",
    "buurt": (
        "CBS-buurt waar de jeugdige woonde tijdens de hulp; wie verhuist telt in beide buurten. Buiten "
        "gemeente: de gemeente betaalt, de jeugdige woont elders."
    ),
    "jaar": "Kalenderjaar van de leveringsmaand. Een jaar dat nog loopt heet bijvoorbeeld 2024 (t/m feb).",
    "maand": "Leveringsmaand: de kalendermaand waarin de hulp is gegeven.",
    # tables
    "kerncijfers": "De vijf hoofdmaten van de selectie.",
    "jeugdigen-per-product": "Unieke jeugdigen per segment en product, per kalenderjaar opnieuw geteld.",
    "leeftijd-per-product": "Unieke jeugdigen per leeftijdsklasse; elke jeugdige zit in precies één klasse.",
    "aanbieders": (
        "Aanbieders naar kosten. Niet gecorrigeerd voor zwaarte: een hoog bedrag zegt niets over doelmatigheid."
    ),
    "top-aanbieders": (
        "De vijftien aanbieders met de hoogste kosten; de rest staat samen in één balk. Alleen kosten zijn op "
        "te tellen: een jeugdige kan bij meer aanbieders hulp krijgen. Niet gecorrigeerd voor zwaarte."
    ),
    "concentratie": (
        "Welk deel van de kosten de grootste aanbieder heeft, de grootste twee samen, enzovoort. Hoe steiler "
        "de lijn begint, hoe meer kosten bij weinig aanbieders liggen."
    ),
    "aanbieder-segment": (
        "Wat elke aanbieder in elk segment levert. Hoe donkerder, hoe hoger het bedrag of aantal. Jeugdigen zijn "
        "per segment en in totaal opnieuw geteld. Niet gecorrigeerd voor zwaarte."
    ),
    "aanbieder-product": (
        "Per product de kosten van een aanbieder naast die van anderen die hetzelfde product leveren. De "
        "mediaan is de middelste van de anderen van wie het bedrag getoond mag worden. Niet gecorrigeerd voor "
        "zwaarte: een hoog bedrag zegt niets over doelmatigheid."
    ),
    "kosten-per-maand": (
        "Kosten per leveringsmaand en segment. Lichte maanden zijn voorlopig. De grijze top is wat naar verwachting nog "
        "gedeclareerd wordt; vier van de vijf keer komt de maand uit tussen de einden van het streepje. Die top staat er "
        "alleen bij hele segmenten."
    ),
    "buurten": "Jeugdigen, kosten en gebruik per 1.000 naar woonbuurt, met wijk, stad, buiten gemeente en onbekend.",
    "buurtnorm": (
        "Jeugdigen tot 18 jaar met jeugdhulp zonder verblijf, per wijk en buurt, naast wat het gemiddelde van de hele "
        "gemeente bij hun leeftijden zou geven. Jeugdbescherming en jeugdreclassering tellen niet mee, en wie in een "
        "buurt in een pleeggezin, gezinshuis, instelling of crisisopvang verbleef telt daar in dat jaar niet: een tehuis "
        "zou zijn buurt doen opvallen. Een verschil is geen oordeel."
    ),
    "buurtnorm-alle-hulp": (
        "Hetzelfde voor alle hulp van de selectie, ook verblijf en maatregelen van de rechter. Een tehuis voor jeugdigen "
        "laat zijn buurt hierin opvallen."
    ),
    "brug": (
        "Waarom het eigen aantal jeugdigen van een jaar anders is dan dat van het CBS. Elke stap telt wie er dan nog afvalt, "
        "zodat de stappen optellen. Wat de gegevens niet kunnen tellen staat genoemd, zonder getal; de rest blijft "
        "onverklaard."
    ),
    "leeftijd-geslacht": (
        "Unieke jeugdigen per leeftijdsklasse en geslacht zoals geregistreerd. Elke jeugdige zit in precies "
        "één klasse, die van het einde van de laatste maand met hulp."
    ),
    "intensiteit-duur": (
        "Arrangementen (toewijzingen met hulp in de selectie) naar zwaarte en bedoelde duur. Beide horen bij het "
        "arrangement, niet bij de jeugdige: wie twee arrangementen heeft, kan in twee vakken voorkomen."
    ),
    "intensiteit-per-jaar": (
        "Eén combinatie van intensiteit en duur over de jaren. Een arrangement telt in elk jaar waarin hulp is "
        "geleverd. Een jaar dat nog niet volledig is staat lichter en heet bijvoorbeeld 2024 (t/m feb)."
    ),
    "verwijzers": "Aandeel van de jeugdigen dat via deze verwijzer kwam; samen meer dan 100 % als iemand er meer heeft.",
    "stromen": (
        "Per maand hoeveel zorgperioden beginnen (instroom), eindigen (uitstroom) en lopen (stand). Maanden "
        "met hulp met ten hoogste drie lege maanden ertussen vormen één zorgperiode."
    ),
    "herhaald": "Instroom van een jeugdige die eerder hulp had die minder dan vijf jaar geleden eindigde, voor zover de gegevens teruggaan.",
    "duur": "Maanden van begin tot einde van een zorgperiode; lopende perioden staan apart.",
    "prijs-volume": (
        "Verschil in kosten met dezelfde maanden een jaar eerder, gesplitst in meer of minder jeugdigen, "
        "hogere of lagere kosten per jeugdige, en beide tegelijk (samenloop)."
    ),
    # parts of tables
    "niveau": "Of de rij over het totaal gaat, over een segment of wijk, of over een product of buurt.",
    "rang": "Plaats in de volgorde van kosten; 1 is het hoogst.",
    "buurtcode": "Code van de buurt bij het CBS; leeg voor buiten gemeente en onbekend.",
    "groep": "De verwijzers in vier groepen, zoals op de dia: gemeente, huisarts, gecertificeerde instelling, overig.",
    "klasse": "Duur van een zorgperiode in maanden, in vijf klassen.",
    "beeindigd": "Aantal zorgperioden die zijn geëindigd.",
    "lopend": "Aantal zorgperioden die nog lopen, naar hun duur tot nu toe.",
    "mediaan": "De middelste duur van de beëindigde zorgperioden, in maanden: de helft duurde korter.",
    "stand_begin": "Lopende zorgperioden aan het begin van de maand: de stand van de maand ervoor.",
    "instroom": "Zorgperioden die in deze maand beginnen.",
    "uitstroom": "Zorgperioden waarvan de vorige maand de laatste was.",
    "stand_eind": "Lopende zorgperioden in de maand: stand begin plus instroom min uitstroom.",
    "q0": "Unieke jeugdigen in dezelfde maanden een jaar eerder.",
    "p0": "Kosten per jeugdige in dezelfde maanden een jaar eerder.",
    "q1": "Unieke jeugdigen in de selectie.",
    "p1": "Kosten per jeugdige in de selectie.",
    "volume_effect": "Wat meer of minder jeugdigen kosten bij de kosten per jeugdige van een jaar eerder.",
    "kosten_per_jeugdige_effect": "Wat hogere of lagere kosten per jeugdige betekenen bij het aantal jeugdigen van een jaar eerder.",
    "samenloop": "Wat overblijft omdat aantal en kosten per jeugdige tegelijk veranderen.",
    # tables that share a name with a column
    "tabel.intensiteit": (
        "Arrangementen, jeugdigen en kosten per product naar intensiteit en duur van het arrangement."
    ),
    "duur-mediaan": "Hoe lang een beëindigde zorgperiode in het midden duurde; lopende tellen niet mee.",
    "segmenten": "Unieke jeugdigen en kosten per segment en product over de hele selectie.",
    "jeugdigen-per-maand": "Unieke jeugdigen in zorg en kosten per leveringsmaand. Lichte maanden zijn voorlopig.",
    "verwijzergroepen": (
        "Via wie jeugdigen in de hulp kwamen, in vier groepen; samen meer dan 100 % als iemand er meer heeft."
    ),
    **GEBIEDEN,
    **KWALITEIT,
    **SIGNALEN,
    **KPI,
    **PROGNOSE,
    **OVERGANGEN,
    **CONTROLE,
    # filters
    "filter.maand": "Alleen deze kalendermaanden, in elk gekozen jaar: zo is januari-februari van twee jaren te vergelijken.",
    "van": "Eerste leveringsmaand van de selectie.",
    "tot": "Laatste leveringsmaand van de selectie.",
    "leeftijdsindeling": "De leeftijdsklassen van de Jeugdwet of die van het CBS.",
    "zoals_toen": (
        "Wat van een maand een jaar voor de peildatum bekend was: regels met een declaratiemaand tot toen, en van "
        "regels zonder declaratiemaand de levering van toen. Zo zijn voorlopige maanden even oud als die van een "
        "jaar eerder. Alleen in vergelijkingen; kan het van een bron niet, dan staat er nog niet te vergelijken."
    ),
}
"""Keyed by the name of a table, column or filter; `tabel.`, `kolom.` and `filter.` go before where a name means more."""

# As a column and as a filter `duur` is of the arrangement, as a table of the zorgperiode.
_ANDERS = {"duur": "duur_arrangement"}


def van_tabel(naam: str) -> str:
    """What a table of the registry shows. Raises KeyError when nobody wrote it down."""
    return UITLEG.get(f"tabel.{naam}") or UITLEG[naam]


def van_kolom(naam: str) -> str:
    """What a column of a table means. Raises KeyError when nobody wrote it down."""
    return UITLEG.get(f"kolom.{naam}") or UITLEG[_ANDERS.get(naam, naam)]


def van_filter(naam: str) -> str:
    """What a field of Filter selects. Raises KeyError when nobody wrote it down."""
    return UITLEG.get(f"filter.{naam}") or UITLEG[_ANDERS.get(naam, naam)]
