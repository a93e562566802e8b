"""Each deviation as one Dutch sentence, and what a list of them says together (table *signalen*)."""

from __future__ import annotations

from core.onthulling import BeveiligdeTabel
from core.opmaak import euro, euro_kort, getal, geteld, kwartaal_lang

_VOOR = {"leeftijd": "Leeftijd ", "verwijzer": "Verwijzer ", "buurt": "Buurt "}
_VAAK = {True: "meer", False: "minder"}


def signaalkop(van: BeveiligdeTabel, n: int) -> str:
    """What a signal is about: the name, with its dimension where the name alone does not say so."""
    naam, binnen = van.cel("naam", n), van.cel("binnen", n)
    if van.cel("dimensie", n) == "product":
        return f"{naam} ({binnen})"
    return f"{_VOOR.get(van.cel('dimensie', n), '')}{naam}"


def signaalzin(van: BeveiligdeTabel, n: int) -> str:
    """The whole of a signal in one sentence, its subject first."""
    return f"{signaalkop(van, n)}: {signaalfeit(van, n)}"


def signaalfeit(van: BeveiligdeTabel, n: int) -> str:
    """What was seen in the quarter, what its history led one to expect, and how much money that is."""
    kwartaal = kwartaal_lang(van.cel("kwartaal", n))
    zin = (_over_jeugdigen if van.cel("maat", n) == "jeugdigen" else _over_kosten)(van, n, kwartaal)
    # How complete a quarter is, is known of segments, not of one aanbieder.
    minder = van.cel("dimensie", n) == "aanbieder" and (van.cel("jeugdigen_verschil", n) or 0) < 0
    return f"{zin}{' Ga na of deze aanbieder alles al heeft gedeclareerd.' if minder else ''}"


def _over_jeugdigen(van: BeveiligdeTabel, n: int, kwartaal: str) -> str:
    verwacht, laag, hoog = (getal(van.cel(f"jeugdigen_{naam}", n)) for naam in ("verwacht", "laag", "hoog"))
    verschil, kosten = van.cel("jeugdigen_verschil", n), van.cel("kosten_verschil", n)
    zin = (
        f"{geteld(van.cel('jeugdigen', n), 'jeugdige', 'jeugdigen')} in zorg in {kwartaal}, {getal(abs(verschil))} "
        f"{_VAAK[verschil > 0]} dan verwacht ({verwacht}, meestal {laag} tot {hoog})"
    )
    if not kosten:
        return f"{zin}."
    return (
        f"{zin}; bij de laatste kosten per jeugdige {euro_kort(round(abs(kosten), -3))} {_VAAK[kosten > 0]}."
    )


def _over_kosten(van: BeveiligdeTabel, n: int, kwartaal: str) -> str:
    verwacht, laag, hoog = (
        euro(van.cel(f"kosten_per_jeugdige_{naam}", n)) for naam in ("verwacht", "laag", "hoog")
    )
    kosten = van.cel("kosten_verschil", n)
    verschil = van.cel("kosten_per_jeugdige", n) - van.cel("kosten_per_jeugdige_verwacht", n)
    return (
        f"{van.tekst('kosten_per_jeugdige', n)} per jeugdige in {kwartaal}, {euro(abs(verschil))} {_VAAK[verschil > 0]} "
        f"dan verwacht ({verwacht}, meestal {laag} tot {hoog}); voor "
        f"{geteld(van.cel('jeugdigen', n), 'jeugdige', 'jeugdigen')} samen {euro_kort(round(abs(kosten), -3))} "
        f"{_VAAK[kosten > 0]}."
    )


def signalen_samen(van: BeveiligdeTabel, getoetst: int) -> str:
    """How many of the figures that were tested deviate and which weighs most; none is a finding too."""
    if not getoetst:
        return "Er is nog te weinig geschiedenis om afwijkingen te zien: daarvoor zijn zes volledige kwartalen nodig."
    alle = geteld(getoetst, "getoetst kwartaalcijfer", "getoetste kwartaalcijfers")
    if not len(van):
        return f"Geen van de {alle} wijkt zoveel af van de eigen geschiedenis dat het geen toeval kan zijn."
    wijken = "wijkt er 1" if len(van) == 1 else f"wijken er {getal(len(van))}"
    return f"Van de {alle} {wijken} af van de eigen geschiedenis; het zwaarst weegt {signaalkop(van, 0)}."
