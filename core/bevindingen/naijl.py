"""What is still to be declared, who is late with it, how far estimates can be trusted, and what a levering changed."""

from __future__ import annotations

import math

from core.bevindingen.periode import reeks
from core.cijfers.veranderd import OORZAKEN
from core.onthulling import BeveiligdeTabel
from core.opmaak import euro_kort, geteld, maand_kort, maand_uit_iso, opsomming, procent

GANGBAAR = 2
"""Months after a leveringsmaand at which its figures are mostly looked at first."""
VEEL_LAAT = 25.0
"""An aanbieder declares late when more than this % of its euros comes in late."""
_NOEM = 3
"""So many of them are named."""


def nog_te_komen(van: BeveiligdeTabel) -> str:
    """How much is still to be declared of all months together, with its margin (table *naijl*)."""
    cellen = [
        (van.cel("nog_te_declareren", n), van.cel("eindstand_hoog", n) - van.cel("eindstand", n))
        for n in range(len(van))
        if van.cel("nog_te_declareren", n) is not None
    ]
    if not cellen:
        return "Er is te weinig geschiedenis om te zeggen wat er nog gedeclareerd wordt."
    nog, marge = sum(c[0] for c in cellen), math.sqrt(sum(c[1] ** 2 for c in cellen))
    maanden = sorted({maand_uit_iso(van.cel("maand", n)) for n in range(len(van))})
    zin = f"Van {reeks(maanden)} wordt naar verwachting nog {euro_kort(round(nog, -3))} gedeclareerd"
    grens = van.herkomst.voorlopig_vanaf
    stand = (
        f"vanaf {maand_kort(grens)} zijn de cijfers voorlopig"
        if grens is not None and grens <= maanden[-1]
        else "geen maand is nog voorlopig"
    )
    laag, hoog = (euro_kort(round(nog + kant * marge, -3)) for kant in (-1, 1))
    return f"{zin} (vier van de vijf keer tussen {laag} en {hoog}); {stand}."


def wie_laat_declareert(van: BeveiligdeTabel) -> str:
    """Which part comes in late, and which aanbieders are behind most of it (table *laat-gedeclareerd*)."""
    getoond = [n for n in range(len(van)) if van.cel("laat", n) is not None and van.cel("gedeclareerd", n)]
    alles = sum(van.cel("gedeclareerd", n) for n in getoond)
    if not alles:
        return "Van geen enkele aanbieder is te zeggen hoe laat hij declareert."
    laat = sum(van.cel("laat", n) for n in getoond)
    zin = (
        f"{procent(100 * laat / alles)} van de kosten komt later dan twee maanden na de leveringsmaand binnen"
    )
    traag = [n for n in getoond if (van.cel("aandeel_laat", n) or 0) > VEEL_LAAT]
    if not traag:
        return f"{zin}; bij geen enkele aanbieder is dat meer dan een kwart."
    traag.sort(key=lambda n: -van.cel("laat", n))
    namen = opsomming([str(van.cel("aanbieder", n)) for n in traag[:_NOEM]])
    wie = "waarvan het meeste bij" if len(traag) > _NOEM else "namelijk bij"
    return f"{zin}. Bij {geteld(len(traag), 'aanbieder', 'aanbieders')} is dat meer dan een kwart, {wie} {namen}."


def hoe_goed_geschat(van: BeveiligdeTabel) -> str:
    """How far estimates of two months old were off (table *naijl-trefzekerheid*)."""
    rijen = van.alleen(na=GANGBAAR)
    if not len(rijen) or rijen.cel("gemiddelde_fout") is None:
        return "Er zijn nog geen schattingen van een jaar geleden om na te gaan."
    return (
        f"Twee maanden na de leveringsmaand zat de schatting er gemiddeld {rijen.tekst('gemiddelde_fout')} naast; "
        f"{rijen.tekst('dekking')} van de {rijen.tekst('schattingen')} schattingen lag binnen de marge (bedoeld is 80 %)."
    )


def wat_veranderde(van: BeveiligdeTabel) -> str:
    """What the last levering did to months that were there already, and what it added (table *veranderd*)."""
    if not len(van):
        return "Er is geen eerdere stand om naast te leggen."
    saldo = {van.cel("oorzaak", n): van.cel("saldo", n) for n in range(len(van))}
    if None in saldo.values():
        return "Een deel van de veranderingen gaat over te weinig jeugdigen om te tonen."
    nieuw = saldo.pop(OORZAKEN[0], None)
    oud = sum(saldo.values())
    delen = [] if nieuw is None else [f"Nieuwe maanden brachten {euro_kort(nieuw)}"]
    if not saldo:
        return f"{delen[0]}; aan eerdere maanden veranderde niets."
    anders = (
        f"zijn nu {euro_kort(abs(oud))} {'hoger' if oud > 0 else 'lager'}" if round(oud) else "bleven gelijk"
    )
    zin = "; ".join([*delen, f"de kosten van eerdere maanden {anders}"])
    return f"{zin[:1].upper()}{zin[1:]}."
