"""The texts of the page Toelichting that explain rather than define."""

from __future__ import annotations

from core.onthulling import DOMINANT_BOVEN, Drempels

LEZEN = """
**Boven elke pagina staat wat u ziet.** De keuzes in de balk links bepalen alle cijfers op de pagina. Elke
keuze staat als knopje bovenaan; klik erop om haar weg te halen. Het webadres bevat de keuzes: wie de link
krijgt, ziet hetzelfde.

**Klik in een figuur om te filteren:** op een staaf, een naam of cel in een tabel, een maand of een buurt op de kaart.
Alle cijfers volgen, ook op de andere pagina's. In de figuur zelf blijft de rest staan, lichter. Nog eens klikken
neemt de keuze terug, net als de knop Vorige van de browser; met Ctrl kiest u er meer. *Ga naar* onder een figuur
opent een andere pagina met dezelfde keuze. *Zet vast om te vergelijken* bewaart wat u ziet, zodat het naast uw
volgende keuze staat: als oranje streep of lijn in een grafiek, klein onder een getal.

**Onder elk cijfer staat waar het vandaan komt:** de bron, de dag waarop de gegevens bekend waren (*stand
per*), tot en met welke maand, en vanaf welk aantal jeugdigen een cijfer wordt getoond. *Als tabel* geeft
dezelfde cijfers om over te nemen. *Meenemen* geeft de figuur als presentatie, rekenblad, tabel of afbeelding, of
één getal als zin met een code; op de pagina Uitvoer is het getal bij een code later opnieuw te berekenen. Het
vraagteken naast een titel geeft de definitie.

**Jeugdigen zijn uniek geteld, op elk niveau opnieuw.** Wie twee producten heeft, telt bij beide producten mee
en in het totaal één keer. Delen tellen daarom samen op tot meer dan het geheel; de app zegt hoeveel. Kosten
tellen wel op.

**Een jaar dat nog niet heel is** heet bijvoorbeeld 2024 (t/m feb). Vergelijk zo'n jaar niet met een heel jaar:
gebruik *gemiddeld in zorg* of kies in de balk dezelfde maanden. Het verschil dat bij een kerncijfer staat,
gaat altijd over dezelfde maanden van twee jaren, even lang na de levering van de hulp.

**Geen kleur zegt goed of slecht.** Een verschil tussen aanbieders, buurten of jaren is een vraag, geen oordeel:
cijfers zijn niet gecorrigeerd voor de zwaarte van de hulp of voor wie er woont.
"""

VOORLOPIG = """
Een aanbieder mag een maand later declareren, en vaak komen er nog correcties. De laatste maanden zijn daardoor
nooit compleet.

- Een maand is **voorlopig** zolang naar verwachting minder dan 95 % van haar declaraties binnen is. Hoe snel zij
  binnenkomen, blijkt per segment uit eerdere maanden: uit de declaratiemaand van de regels, of anders uit de
  leveringen na elkaar. Op de pagina *Kwaliteit* staat het uitgetekend.
- Is er daarvoor te weinig geschiedenis, dan is een maand voorlopig zolang tussen haar einde en de *stand per* minder
  dan drie volle maanden liggen. Een maand van meer dan vijftien maanden voor de *stand per* is dat nooit.
- **Nog te verwachten** is wat naar verwachting nog gedeclareerd wordt; op het Overzicht staat het als lichte top op
  de kosten, met de marge waar het vier van de vijf keer binnen valt.
- Voorlopige maanden staan lichter of als open punt en zijn in tabellen gemerkt.
- Een verschil met een jaar eerder zet een voorlopige maand naast wat van dezelfde maand bekend was toen die even
  oud was: *zoals toen bekend, op 1 mei 2023*. Dat blijkt uit de declaratiemaand van de regels, of uit een levering
  van een jaar geleden (een week eerder of later is even oud).
- Is dat van een bron niet te zeggen, dan gaat het verschil alleen over de volledige maanden; zijn die er niet, dan
  staat er *nog niet te vergelijken*.
- Wat later binnenkomt, verandert ook oudere maanden. Twee keer hetzelfde cijfer opvragen met een andere
  *stand per* kan dus een ander getal geven; beide zijn juist voor hun moment.
"""


def privacy(grens: Drempels) -> str:
    """What is hidden and why, with the thresholds in force, as Markdown."""
    return f"""
Dit dashboard gaat over kinderen in zorg. Een cijfer waaruit een kind te herkennen zou zijn, wordt verborgen.

- **Kleine aantallen.** Een aantal van 1 tot en met {grens.gewoon - 1} jeugdigen leest `<{grens.gewoon}`. Gaat het
  om een wijk of buurt én een persoonskenmerk (leeftijd, geslacht, verwijzer, intensiteit, duur, leveringsvorm),
  dan ligt de grens hoger: 1 tot en met {grens.buurt_persoonlijk - 1} leest `<{grens.buurt_persoonlijk}`.
- **`verborgen`** staat bij een bedrag, percentage of gemiddelde waaruit zo'n klein aantal zou volgen, en bij
  een tweede cijfer als het eerste uit een totaal is af te leiden. Verborgen is nooit nul: een nul staat er als 0.
- **Ook `verborgen`** is een bedrag dat voor meer dan {DOMINANT_BOVEN} % van één jeugdige is, al zijn het er genoeg om te tellen.
- **Bedragen** per segment, product, aanbieder en maand zijn voor wie stuurt precies, zolang er geen
  persoonskenmerk en geen buurt in het spel is: contracten en de administratie hebben ze nodig.
- **Bestanden** die u opslaat verlaten het gebouw: aantallen zijn daarin afgerond op een veelvoud van
  {grens.afronding_lezer}.
- **Wat wordt bewaard.** Een pseudoniem in plaats van cliëntnummer of BSN, en van de geboortedatum alleen jaar
  en maand. Geen namen, adressen, postcodes, telefoonnummers of vrije tekst. De aanbieder van een pgb heet PGB.
- **Niets verlaat deze computer** terwijl u kijkt: geen kaartdiensten, lettertypen of statistieken van elders.

Wat niet wordt beloofd: bescherming tegen iemand die met veel losse vragen cijfers van elkaar aftrekt, of die
van elders al iets weet. Deel schermafbeeldingen en bestanden dus met zorg.
"""
