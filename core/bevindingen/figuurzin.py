"""The finding of one figure, whatever table it shows: the title of its slide."""

from __future__ import annotations

from collections.abc import Callable

from core.begrippen import BUITEN_GEMEENTE, LEEFTIJD_ONBEKEND, ONBEKEND, Niveau
from core.bevindingen.aanbieders import hoofdzin_aanbieders, naast_anderen, producten
from core.bevindingen.brug import brug_naar_cbs
from core.bevindingen.buurten import gebruik_over_de_jaren, grootste_aandeel, hoogste_gebruik
from core.bevindingen.buurtnorm import buurten_naast_stad
from core.bevindingen.clienten import combinatie_per_jaar, hoofdzin_leeftijd, mediaanzin, stroomzin
from core.bevindingen.controle import (
    sluit_het_aan,
    wat_aan_de_beurt_is,
    wie_over_het_plafond,
    wie_verantwoordde,
)
from core.bevindingen.kpi import kpi_bij_begroting, kpi_naar_euro, kpi_van, kpis_samen, kpizin, reekszin
from core.bevindingen.naijl import hoe_goed_geschat, nog_te_komen, wat_veranderde, wie_laat_declareert
from core.bevindingen.overgangen import doorstroomzin, wie_wordt_18
from core.bevindingen.overzicht import hoofdzin
from core.bevindingen.prognose import (
    grootste_producten,
    grootste_verschillen,
    hoe_goed_voorspeld,
    jaar_op_declaratiemaand,
    jaar_tegen_begroting,
    scenario_naast_prognose,
    van_begroting_naar_prognose,
)
from core.bevindingen.vergelijking import Vergelijking
from core.bevindingen.verloop import jaarzin, maandzin
from core.cijfers.tabellen import Soort
from core.filters import Filter
from core.onthulling import BeveiligdeTabel, stad
from core.opmaak import opsomming
from core.prognose.tabellen import REGISTER

Vraag = Callable[[str, Filter], BeveiligdeTabel]


def figuurzin(van: BeveiligdeTabel, vraag: Vraag) -> str:
    """What a figure says, as a sentence; the title of the table where nothing can be said of it.

    `vraag` answers what else the sentence needs, protected as `van` is.
    """
    if not len(van):
        return "In deze selectie kreeg niemand hulp."
    if van.naam in _AFGELEID:
        return _AFGELEID[van.naam](van) or van.titel
    heel = van.naam in REGISTER and van.kolommen == REGISTER[van.naam].kolommen
    return (_ZINNEN[van.naam](van, vraag) if heel and van.naam in _ZINNEN else _hoogste(van)) or van.titel


def _buurten(van: BeveiligdeTabel, vraag: Vraag) -> str:
    overal = vraag("buurten", van.herkomst.filter.met(wijk=(), buurt=()))
    rijen = overal.alleen(niveau=Niveau.WIJK.value)
    namen = tuple(rijen.kolom("wijk"))
    eigen = tuple(n for n in namen if n not in (BUITEN_GEMEENTE, ONBEKEND))
    binnen = vraag("buurten", van.herkomst.filter.met(wijk=eigen, buurt=()))
    return hoogste_gebruik(van, stad(overal, binnen))


def _kosten(van: BeveiligdeTabel, vraag: Vraag) -> str:
    # Of a whole month the amount is shown where that of a small segment is not.
    return maandzin(vraag("jeugdigen-per-maand", van.herkomst.filter), "kosten")


def _leeftijd_geslacht(van: BeveiligdeTabel) -> str:
    top = van.gesorteerd("jeugdigen")
    if not top.cel("jeugdigen") or top.cel("leeftijd") == LEEFTIJD_ONBEKEND:
        return ""
    wie = {"M": "jongens", "V": "meisjes"}.get(top.cel("geslacht"), "jeugdigen")
    return f"De grootste groep zijn {wie} van {top.cel('leeftijd')} jaar: {top.tekst('jeugdigen')}."


def _aanbieder_product(van: BeveiligdeTabel, vraag: Vraag) -> str:
    namen = van.herkomst.filter.aanbieder
    return naast_anderen(producten(van, namen[0]), namen[0]) if len(namen) == 1 else _hoogste(van)


def _verwijzers(label: str) -> Callable[[BeveiligdeTabel, Vraag], str]:
    def zin(van: BeveiligdeTabel, vraag: Vraag) -> str:
        top = van.gesorteerd("aandeel")
        if top.cel("aandeel") is None:
            return ""
        return f"Het grootste deel van de jeugdigen kwam via {top.tekst(label)}: {top.tekst('aandeel')}."

    return zin


def _segmenten(van: BeveiligdeTabel) -> str:
    top = van.alleen(niveau=Niveau.SEGMENT.value).gesorteerd("jeugdigen")
    totaal = van.alleen(niveau=Niveau.TOTAAL.value)
    if not len(top) or not len(totaal) or not top.cel("jeugdigen") or not totaal.cel("jeugdigen"):
        return ""
    return (
        f"De meeste jeugdigen kregen hulp uit {top.cel('segment')}: {top.tekst('jeugdigen')} "
        f"van de {totaal.tekst('jeugdigen')}."
    )


def _combinatie(van: BeveiligdeTabel) -> str:
    f = van.herkomst.filter
    if len(f.intensiteit) != 1 or len(f.duur) != 1:
        return _hoogste(van)
    return combinatie_per_jaar(
        van, "arrangementen", f"{opsomming(list(f.product))} {f.intensiteit[0]} en {f.duur[0]}".strip()
    )


def _van_een_jaar(van: BeveiligdeTabel) -> bool:
    return len(set(van.kolom("jaar"))) == 1


_ZINNEN: dict[str, Callable[[BeveiligdeTabel, Vraag], str]] = {
    "kerncijfers": lambda van, vraag: hoofdzin(van, Vergelijking(None, None, "")),
    "jeugdigen-per-product": lambda van, vraag: jaarzin(van),
    "leeftijd-per-product": lambda van, vraag: hoofdzin_leeftijd(van),
    "segmenten": lambda van, vraag: _segmenten(van),
    "aanbieders": lambda van, vraag: hoofdzin_aanbieders(van),
    "intensiteit-per-jaar": lambda van, vraag: _combinatie(van),
    "aanbieder-product": _aanbieder_product,
    "kosten-per-maand": _kosten,
    "kpi-reeks": lambda van, vraag: reekszin(van),
    "kpi-reeks-kwartaal": lambda van, vraag: reekszin(van),
    "naijl": lambda van, vraag: nog_te_komen(van),
    "naijl-driehoek": lambda van, vraag: nog_te_komen(vraag("naijl", van.herkomst.filter)),
    "naijl-terugblik": lambda van, vraag: hoe_goed_geschat(vraag("naijl-trefzekerheid", van.herkomst.filter)),
    "naijl-trefzekerheid": lambda van, vraag: hoe_goed_geschat(van),
    "laat-gedeclareerd": lambda van, vraag: wie_laat_declareert(van),
    "veranderd": lambda van, vraag: wat_veranderde(van),
    "veranderde-cijfers": lambda van, vraag: wat_veranderde(vraag("veranderd", van.herkomst.filter)),
    "prognose": lambda van, vraag: grootste_verschillen(van),
    "prognose-totaal": lambda van, vraag: jaar_tegen_begroting(van),
    "prognose-per-maand": lambda van, vraag: jaar_tegen_begroting(
        vraag("prognose-totaal", van.herkomst.filter)
    ),
    "prognose-waterval": lambda van, vraag: van_begroting_naar_prognose(van),
    "prognose-declaratiemaand": lambda van, vraag: jaar_op_declaratiemaand(van),
    "prognose-per-product": lambda van, vraag: grootste_producten(van),
    "prognose-scenarios": lambda van, vraag: scenario_naast_prognose(van),
    "prognose-aannames": lambda van, vraag: "",
    "prognose-bevroren": lambda van, vraag: "",
    "prognose-terugtoets": lambda van, vraag: hoe_goed_voorspeld(van),
    "plafonds": lambda van, vraag: wie_over_het_plafond(van),
    "aansluiting": lambda van, vraag: sluit_het_aan(van),
    "aansluiting-declaratiemaand": lambda van, vraag: sluit_het_aan(van),
    "penc-kalender": lambda van, vraag: wat_aan_de_beurt_is(van),
    "productieverantwoording": lambda van, vraag: wie_verantwoordde(van),
    "jeugdigen-per-maand": lambda van, vraag: maandzin(van, "jeugdigen"),
    "buurten": _buurten,
    "leeftijd-geslacht": lambda van, vraag: _leeftijd_geslacht(van),
    "prijs-volume": lambda van, vraag: "",
    "verwijzers": _verwijzers("verwijzer"),
    "verwijzergroepen": _verwijzers("groep"),
    "buurtnorm": lambda van, vraag: buurten_naast_stad(van),
    "buurtnorm-alle-hulp": lambda van, vraag: buurten_naast_stad(van),
    "brug": lambda van, vraag: brug_naar_cbs(van) if _van_een_jaar(van) else "",
    "stromen": lambda van, vraag: stroomzin(van, van.herkomst.filter),
    "doorstroom": lambda van, vraag: doorstroomzin(van),
    "wordt-18": lambda van, vraag: wie_wordt_18(van),
    "duur": lambda van, vraag: mediaanzin(vraag("duur-mediaan", van.herkomst.filter)),
    "duur-mediaan": lambda van, vraag: mediaanzin(van),
}

_AFGELEID: dict[str, Callable[[BeveiligdeTabel], str]] = {
    "gebied-per-jaar": gebruik_over_de_jaren,
    "segmenten-naast-stad": grootste_aandeel,
    "kpi": lambda van: kpizin(van, kpi_van(van)),
    "kpi-euro": kpi_naar_euro,
    "kpi-begroting": lambda van: kpi_bij_begroting(van, kpi_van(van)),
    "kpi-stand": kpis_samen,
}
"""Of tables that are put together of answers."""

_MATEN = {Soort.JEUGDIGEN: "De meeste", Soort.EURO: "De hoogste", Soort.PCT: "Het grootste"}


def _hoogste(van: BeveiligdeTabel) -> str:
    """Which row is the largest in the first measure of a table; empty when nothing is shown."""
    maat = next((k for k in van.kolommen if k.soort in _MATEN), None)
    labels = [k for k in van.kolommen if k.soort in (Soort.TEKST, Soort.JAAR, Soort.MAAND)]
    labels = [k for k in labels if k.naam not in ("niveau", "buurtcode")]
    rijen = van.alleen(niveau=Niveau.SEGMENT.value) if van.kolommen[0].naam == "niveau" else van
    if maat is None or not labels or not len(rijen):
        return ""
    top = rijen.gesorteerd(maat.naam)
    if not top.cel(maat.naam):
        return ""
    naam = ", ".join(top.tekst(k.naam) for k in labels if top.cel(k.naam) is not None)
    return f"{_MATEN[maat.soort]} {maat.titel[:1].lower()}{maat.titel[1:]}: {naam} ({top.kort(maat.naam)})."
