"""Sentences about what was read in: before a load, after it, and what is in force."""

from __future__ import annotations

from collections.abc import Sequence

from core.bevindingen.periode import reeks
from core.inlezen.leveringen import Levering
from core.inlezen.rapport import BestandRapport, Rapport
from core.opmaak import datum, euro, getal, geteld, maand_lang, opsomming


def in_gebruik(alle: Sequence[Levering], laatste_maand: int | None) -> str:
    """What the figures rest on now: how many leveringen, the newest of them, and how far they reach."""
    actief = [lev for lev in alle if lev.actief]
    if not actief or laatste_maand is None:
        return "Er zijn nog geen gegevens in gebruik."
    laatste = actief[-1]
    soort = "voorbeeldlevering" if laatste.demo else "levering"
    zijn = f"{geteld(len(actief), soort, soort + 'en')} {'is' if len(actief) == 1 else 'zijn'} in gebruik"
    return (
        f"{zijn}, met leveringsmaanden t/m {maand_lang(laatste_maand)}; de laatste is ingelezen op "
        f"{datum(laatste.ingelezen_op.date())} en gaat over de stand per {datum(laatste.stand_per)}."
    )


def telling(van: Rapport | BestandRapport, klaar: bool) -> str:
    """How the rows that were read divide: loaded (or to be loaded), rejected, double; never a row lost."""
    geladen = "ingelezen" if klaar else "in te lezen"
    return (
        f"{geteld(van.gelezen, 'rij', 'rijen')} gelezen = {getal(van.geladen)} {geladen} + "
        f"{getal(van.afgekeurd)} afgekeurd + {getal(van.dubbel)} dubbel"
    )


def oordeel(van: Rapport) -> str:
    """The outcome of the check in one sentence: can it be read in, and what stands in the way."""
    if van.beletsels:
        return "Dit kan niet worden ingelezen."
    if van.weigeringen or van.afgekeurd:
        return "Dit kan worden ingelezen nadat u hieronder hebt aangegeven dat u het toch wilt."
    if not van.geladen and not van.bijlagen:
        return "Er is niets nieuws om in te lezen."
    return "Alles is in orde: dit kan worden ingelezen."


def resultaat(van: Rapport) -> str:
    """What a load brought, in a sentence for the leveringen and one for the other inputs."""
    return " ".join([*([_leveringen(van)] if van.nummers else []), *_bijlagen(van)])


def _bijlagen(van: Rapport) -> list[str]:
    return [
        f"Ingelezen als B{nummer}: {b.titel.lower()} ({b.bron}), {geteld(b.geladen, 'rij', 'rijen')}."
        for nummer, b in zip(van.bijlagenummers, van.bijlagen, strict=False)
    ]


def _leveringen(van: Rapport) -> str:
    nummers = [getal(n) for n in van.nummers]
    wat = f"levering {nummers[0]}" if len(nummers) == 1 else f"leveringen {opsomming(nummers)}"
    hoe = "leveringsmaand" if len(van.maanden) == 1 else "leveringsmaanden"
    maanden = f", {hoe} {reeks(sorted(m.maand for m in van.maanden))}" if van.maanden else ""
    return f"Ingelezen als {wat}: {geteld(van.geladen, 'regel', 'regels')} voor {euro(van.bedrag / 100, 2)}{maanden}."


def toch_tekst(van: Rapport) -> str:
    """What a person accepts by loading all the same."""
    delen = []
    if van.weigeringen:
        delen.append(
            f"ik heb de {geteld(len(van.weigeringen), 'weigering', 'weigeringen')} hierboven gelezen"
        )
    if van.afgekeurd:
        blijft = "blijft" if van.afgekeurd == 1 else "blijven"
        delen.append(
            f"{geteld(van.afgekeurd, 'afgekeurde rij', 'afgekeurde rijen')} {blijft} buiten de cijfers"
        )
    return f"Toch inlezen: {opsomming(delen)}."
