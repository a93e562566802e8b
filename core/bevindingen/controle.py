"""Ceilings, the ledger, the P&C calendar and statements in words."""

from __future__ import annotations

from core.bevindingen.prognose import jaar_van_prognose
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro, euro_kort, geteld, hoofdletter, maand_lang, maand_uit_iso, opsomming, procent
from core.prognose import aansluiting, kalender, plafonds, productieverantwoording

_P = plafonds.Stand
_A = aansluiting.Stand
_K = kalender.Stand
_V = productieverantwoording.Stand


GEEN_PLAFONDS = "Van {} zijn nog geen budgetplafonds ingevoerd."


def met_plafond(van: BeveiligdeTabel) -> BeveiligdeTabel:
    """The rows of the table *plafonds* that have a ceiling, the largest shortage first."""
    return van.alleen(begrensd=True).gesorteerd("ruimte", aflopend=False)


def wie_over_het_plafond(van: BeveiligdeTabel) -> str:
    """Who is over a ceiling or is going to be (table *plafonds*)."""
    jaar, begrensd = jaar_van_prognose(van), met_plafond(van)
    if not len(begrensd):
        return GEEN_PLAFONDS.format(jaar)
    if len(begrensd.alleen(plafondstand=str(_P.ONBEKEND))) == len(begrensd):
        return f"Of plafonds van {jaar} genoeg zijn, is nog niet te zeggen: er zijn te weinig gegevens van dat jaar."
    over, straks = (begrensd.alleen(plafondstand=str(s)) for s in (_P.OVERSCHREDEN, _P.GAAT_OVER))
    delen = (
        [geteld(len(over), "aanbieder is", "aanbieders zijn") + " over het plafond heen"] if len(over) else []
    )
    if len(straks):
        aantal = len(straks) if over else geteld(len(straks), "aanbieder", "aanbieders")
        delen.append(f"{aantal} {'gaat' if len(straks) == 1 else 'gaan'} er naar verwachting overheen")
    wie = f"de {geteld(len(begrensd), 'aanbieder', 'aanbieders')} met een plafond"
    if not delen:
        return f"Van {wie} in {jaar} gaat er naar verwachting geen overheen."
    erg = begrensd.alleen(plafondstand=(str(_P.OVERSCHREDEN), str(_P.GAAT_OVER)))
    zin = f"Van {wie} in {jaar}: {opsomming(delen)}"
    ruimte, maand = erg.cel("ruimte"), erg.cel("uitgeput")
    if ruimte is not None and ruimte < 0 and maand is not None:
        nummer = maand_uit_iso(maand)
        werd = "is" if nummer <= (van.herkomst.laatste_maand or 0) else "wordt"
        zin += f". Het grootste tekort is dat van {erg.cel('aanbieder')}: {euro_kort(round(-ruimte, -3))}; "
        zin += f"het plafond {werd} bereikt in {maand_lang(nummer)}"
    return f"{zin}."


def zonder_plafond(van: BeveiligdeTabel) -> str:
    """How many aanbieders have no ceiling and what they declared (table *plafonds*); empty when all have one."""
    los = van.alleen(plafondstand=str(_P.GEEN))
    if not len(los):
        return ""
    bedragen = los.kolom("gedeclareerd")
    samen = "" if None in bedragen else f" (gedeclareerd: {euro_kort(sum(bedragen))})"
    return f"{hoofdletter(geteld(len(los), 'aanbieder heeft', 'aanbieders hebben'))} geen plafond{samen}."


def sluit_het_aan(van: BeveiligdeTabel) -> str:
    """Whether the dashboard ties to the ledger, and what is not explained (table *aansluiting*)."""
    jaar, lijst = jaar_van_prognose(van), van.alleen(niveau=aansluiting.REGEL)
    aantal = {stand: len(lijst.alleen(aansluitstand=str(stand))) for stand in _A}
    if aantal[_A.LEEG] == len(lijst):
        return f"Van {jaar} zijn nog geen grootboekbedragen ingevoerd."
    goed = f"{geteld(aantal[_A.SLUIT_AAN], 'regel sluit', 'regels sluiten')} aan"
    goed += (
        f", {geteld(aantal[_A.VERKLAARD], 'verschil is', 'verschillen zijn')} verklaard"
        if aantal[_A.VERKLAARD]
        else ""
    )
    open_ = []
    if aantal[_A.ONVERKLAARD]:
        fout = lijst.alleen(aansluitstand=str(_A.ONVERKLAARD)).gesorteerd("onverklaard", zonder_teken=True)
        zin = f"{geteld(len(fout), 'regel is', 'regels zijn')} onverklaard"
        open_.append(zin + _grootste(fout, "onverklaard", "{segment}, {} in het grootboek"))
    if aantal[_A.LEEG]:
        open_.append(f"van {geteld(aantal[_A.LEEG], 'regel', 'regels')} ontbreekt het grootboek")
    if not open_:
        return f"{jaar} sluit aan op het grootboek: {goed}."
    return f"{jaar} sluit nog niet aan op het grootboek: {opsomming(open_)}. {hoofdletter(goed)}."


def _grootste(van: BeveiligdeTabel, maat: str, zin: str) -> str:
    """The first row in brackets, with its difference in words (`{}`) and its names; empty when it is hidden."""
    verschil = van.cel(maat)
    if verschil is None:
        return ""
    kant = f"{euro(abs(verschil))} {'meer' if verschil > 0 else 'minder'}"
    namen = {k.naam: van.cel(k.naam) for k in van.kolommen}
    return f" ({'het grootst: ' if len(van) > 1 else ''}{zin.format(kant, **namen)})"


def wat_aan_de_beurt_is(van: BeveiligdeTabel) -> str:
    """Which P&C product is next, and how the last one reported lies to the forecast of now (table *penc-kalender*)."""
    if not len(van):
        return f"Van {jaar_van_prognose(van)} staan er nog geen P&C-producten in de kalender."
    delen, te_laat = [], van.alleen(kalenderstand=str(_K.TE_LAAT))
    straks, gemeld = (van.alleen(kalenderstand=str(s)) for s in (_K.EERSTVOLGEND, _K.GERAPPORTEERD))
    if len(straks):
        delen.append(f"Eerstvolgend P&C-product: {straks.cel('penc_product')}, {straks.cel('datum')}")
    if len(gemeld):
        n = len(gemeld) - 1
        verschil, naam = gemeld.cel("verschil", n), gemeld.cel("penc_product", n)
        if verschil is not None:
            kant = "lager" if verschil >= 0 else "hoger"
            delen.append(
                f"De prognose is nu {euro_kort(round(abs(verschil), -3))} {kant} dan in de laatste rapportage ({naam})"
            )
    if len(te_laat):
        namen = [str(te_laat.cel("penc_product", n)) for n in range(len(te_laat))]
        delen.append(f"Niets vastgelegd is in: {opsomming(namen)}")
    return f"{'. '.join(delen)}." if delen else "Alle P&C-producten van het jaar zijn geweest."


def wie_verantwoordde(van: BeveiligdeTabel) -> str:
    """Which part was accounted for, and where it differs (table *productieverantwoording*)."""
    jaar = jaar_van_prognose(van)
    met = van.alleen(accountant=(True, False))
    if not len(met):
        return f"Over {jaar} zijn nog geen productieverantwoordingen ingevoerd."
    wie, alle = (len(set(t.kolom("aanbieder"))) for t in (met, van))
    zin = f"{wie} van de {geteld(alle, 'aanbieder', 'aanbieders')} {'verantwoordde' if wie == 1 else 'verantwoordden'} {jaar}"
    bedragen, totaal = (t.kolom("toegekend") for t in (met, van))
    if None not in totaal and sum(totaal):
        zin += f": {procent(100 * sum(bedragen) / sum(totaal))} van wat hier is toegekend"
    anders = met.alleen(verantwoordingsstand=str(_V.VERSCHIL)).gesorteerd("verschil", zonder_teken=True)
    if not len(anders):
        return f"{zin}. Alle bedragen sluiten aan."
    zin += f". {hoofdletter(geteld(len(anders), 'bedrag verschilt', 'bedragen verschillen'))}"
    return f"{zin}{_grootste(anders, 'verschil', '{aanbieder}, {product}: {} dan toegekend')}."


def zonder_accountant(van: BeveiligdeTabel) -> str:
    """Which statements came without an accountant's one (table *productieverantwoording*); empty when none did."""
    zonder = van.alleen(accountant=False)
    namen = sorted(set(zonder.kolom("aanbieder")))
    return f"Zonder accountantsverklaring: {opsomming(namen)}." if namen else ""
