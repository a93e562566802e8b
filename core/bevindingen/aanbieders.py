"""The findings about aanbieders: how concentrated costs are, and one beside the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median

from core.bevindingen.vergelijking import Vergelijking
from core.cijfers.tabellen import Kolom, Soort
from core.cijfers.uitleg import UITLEG
from core.onthulling import BeveiligdeTabel, onthoudt_recept
from core.opmaak import euro_kort, getal, geteld, procent

NIET_GECORRIGEERD = "Niet gecorrigeerd voor zwaarte: een hoog bedrag zegt niets over doelmatigheid."
_TELWOORD = {2: "twee", 3: "drie", 4: "vier", 5: "vijf"}


@dataclass(frozen=True)
class Cijfer:
    """One number in words: its title, its text, what it means and its change, if it can be told."""

    titel: str
    tekst: str
    uitleg: str
    verschil: str = ""


def hoofdzin_aanbieders(van: BeveiligdeTabel) -> str:
    """The finding of the ranking: the share of the largest together, and who is the largest."""
    if not len(van):
        return "In deze selectie is geen aanbieder."
    kosten, aandeel = van.cel("kosten"), van.cel("aandeel")
    grootste = van.cel("aanbieder")
    if kosten is None or aandeel is None or van.cel("rang") is None:
        leverden = geteld(len(van), "aanbieder leverde", "aanbieders leverden")
        return f"{leverden} hulp; welke het grootst is, is in deze selectie verborgen."
    wie = f"{grootste} is de grootste met {euro_kort(kosten)} ({procent(aandeel)})"
    if len(van) == 1:
        return f"{grootste} is de enige aanbieder in deze selectie, met {euro_kort(kosten)}."
    aantal = min(5, len(van) - 1)
    samen = van.cel("cumulatief", aantal - 1)
    if aantal < 2 or samen is None:
        return f"Van de {getal(len(van))} aanbieders: {wie}."
    return (
        f"De {_TELWOORD[aantal]} grootste van de {getal(len(van))} aanbieders hebben samen "
        f"{procent(samen)} van de kosten; {wie}."
    )


def concentratie(van: BeveiligdeTabel) -> list[Cijfer]:
    """How many aanbieders there are, the share of the largest 5 and 15, how many carry 80 %."""
    uit = [Cijfer("Aanbieders", getal(len(van)), "Aanbieders met ten minste één zorgmaand in de selectie.")]
    for aantal in (5, 15):
        if len(van) > aantal and van.cel("cumulatief", aantal - 1) is not None:
            uitleg = f"Aandeel in de kosten van de {aantal} aanbieders met de hoogste kosten samen."
            uit.append(Cijfer(f"{aantal} grootste samen", van.tekst("cumulatief", aantal - 1), uitleg))
    opgeteld = van.kolom("cumulatief")
    genoeg = next((n + 1 for n, deel in enumerate(opgeteld) if deel is not None and deel >= 80), None)
    if genoeg and len(van) > 5:
        uitleg = "Zo veel aanbieders, de grootste eerst, hebben samen ten minste 80 % van de kosten."
        uit.append(Cijfer("Samen 80 % van de kosten", getal(genoeg), uitleg))
    return uit


def verborgen_aanbieders(van: BeveiligdeTabel) -> str:
    """How many aanbieders stand last because their amount is hidden; empty when none is."""
    aantal = sum(bool(van.reden_van("kosten", n)) for n in range(len(van)))
    if not aantal:
        return ""
    wie = "Van 1 aanbieder is het bedrag" if aantal == 1 else f"Van {aantal} aanbieders zijn de bedragen"
    return (
        f"{wie} verborgen: achteraan op naam, want een plaats in de rangorde zou ze verraden. Om dezelfde "
        "reden houden rang en opgeteld aandeel daar op."
    )


def kern_van_aanbieder(
    kern: BeveiligdeTabel, tegen: Vergelijking, ranglijst: BeveiligdeTabel, aanbieder: str
) -> list[Cijfer]:
    """The key figures of one aanbieder, with its place among all in the selection."""
    eigen = ranglijst.alleen(aanbieder=aanbieder)
    rang = eigen.cel("rang") if len(eigen) else None
    plek = f"{rang} van {len(ranglijst)}" if rang else eigen.reden_van("rang") if len(eigen) else "–"
    deel = f"{eigen.tekst('aandeel')} van de kosten in de selectie." if len(eigen) else ""
    return [
        Cijfer("Plaats naar kosten", plek, f"Plaats in de ranglijst naar kosten. {deel}".strip()),
        *(
            Cijfer(
                kern.kolommen[kern.plaats(maat)].titel, kern.tekst(maat), UITLEG[maat], tegen.verschil(maat)
            )
            for maat in (
                "kosten",
                "jeugdigen",
                "arrangementen",
                "kosten_per_jeugdige",
                "kosten_per_zorgmaand",
            )
        ),
    ]


@onthoudt_recept
def producten(van: BeveiligdeTabel, aanbieder: str) -> BeveiligdeTabel:
    """The products of one aanbieder, with how many others deliver the same and their median.

    `van` is the table *aanbieder-product* of all aanbieders. The median is of kosten per zorgmaand
    (euros) and taken over the amounts that are shown; without any it is unknown.
    """
    eigen = van.alleen(aanbieder=aanbieder)
    erbij = [
        _van_anderen(van, aanbieder, eigen.cel("segment", n), eigen.cel("product", n))
        for n in range(len(eigen))
    ]
    return replace(
        eigen,
        kolommen=(*eigen.kolommen, *_VAN_ANDEREN),
        waarden=tuple((*rij, *meer) for rij, meer in zip(eigen.waarden, erbij, strict=True)),
        reden=tuple((*rij, "", "") for rij in eigen.reden),
    )


_VAN_ANDEREN = (
    Kolom("anderen", "Andere aanbieders", Soort.AANTAL),
    Kolom("mediaan_anderen", "Mediaan anderen per zorgmaand", Soort.EURO_PER),
)


def _van_anderen(
    van: BeveiligdeTabel, aanbieder: str, segment: str, product: str
) -> tuple[int, float | None]:
    zelfde = van.alleen(segment=segment, product=product)
    anderen = [n for n in range(len(zelfde)) if zelfde.cel("aanbieder", n) != aanbieder]
    bedragen = [b for n in anderen if (b := zelfde.cel("kosten_per_zorgmaand", n)) is not None]
    return len(anderen), median(bedragen) if bedragen else None


def naast_anderen(eigen: BeveiligdeTabel, aanbieder: str) -> str:
    """At how many of its `producten` an aanbieder costs more per zorgmaand than the median of others.

    Always with the reservation that it is not corrected for how heavy the care is.
    """
    paren = [
        (eigen.cel("kosten_per_zorgmaand", n), eigen.cel("mediaan_anderen", n)) for n in range(len(eigen))
    ]
    hoger = [eigen_ > ander for eigen_, ander in paren if eigen_ is not None and ander is not None]
    if not hoger:
        zin = f"Er is geen product waarop {aanbieder} met een andere aanbieder te vergelijken is."
    elif len(hoger) == 1:
        meer = "meer" if hoger[0] else "niet meer"
        zin = f"{aanbieder} kost per zorgmaand {meer} dan de mediaan van de anderen met hetzelfde product."
    else:
        zin = (
            f"{aanbieder} kost bij {sum(hoger)} van de {len(hoger)} vergelijkbare producten per zorgmaand "
            "meer dan de mediaan van de anderen."
        )
    return f"{zin} {NIET_GECORRIGEERD}"
