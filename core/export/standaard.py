"""How a table of the registry is drawn when nobody chose: as on its page."""

from __future__ import annotations

from collections.abc import Callable

from core import bevindingen, grafieken
from core.begrippen import Niveau
from core.filters import Filter
from core.grafieken import Grafiek, Kaart
from core.onthulling import BeveiligdeTabel, Kruistabel, kruistabel

Vraag = Callable[[str, Filter], BeveiligdeTabel]
_NIVEAUS = ("niveau", "segment", "product")


def standaardbeeld(van: BeveiligdeTabel, vraag: Vraag) -> Grafiek | Kaart | Kruistabel | None:
    """The drawing of a whole table; None where the table itself says it best.

    `vraag` gives what else a drawing needs, protected alike.
    """
    maak = _BEELDEN.get(van.naam)
    return maak(van, vraag) if maak and len(van) else None


def _kaart(van: BeveiligdeTabel, vraag: Vraag) -> Kaart:
    bekend = any(van.cel("per_1000", n) is not None for n in range(len(van)))
    return grafieken.kaart(van, "per_1000" if bekend else "jeugdigen")


def _combinaties(van: BeveiligdeTabel) -> Grafiek | Kruistabel:
    f = van.herkomst.filter
    if len(f.intensiteit) == 1 == len(f.duur):
        return grafieken.per_jaar(van, "arrangementen")
    return kruistabel(van, ("intensiteit", "duur"), "jaar", "arrangementen")


def _staven(label: str, maat: str, niveau: str = "") -> Callable[[BeveiligdeTabel, Vraag], Grafiek]:
    def maak(van: BeveiligdeTabel, vraag: Vraag) -> Grafiek:
        rijen = van.alleen(niveau=niveau) if niveau else van
        return grafieken.staven(rijen.gesorteerd(maat) if maat == "aandeel" else rijen, label, maat)

    return maak


def _kruis(
    labels: tuple[str, ...], kop: str | tuple[str, ...], maat: str
) -> Callable[[BeveiligdeTabel, Vraag], Kruistabel]:
    return lambda van, vraag: kruistabel(van, labels, kop, maat)


_BEELDEN: dict[str, Callable[[BeveiligdeTabel, Vraag], Grafiek | Kaart | Kruistabel]] = {
    "aanbieders": lambda van, vraag: grafieken.top_aanbieders(van, vraag("kerncijfers", van.herkomst.filter)),
    "kosten-per-maand": lambda van, vraag: grafieken.kosten_per_maand(van),
    "naijl": lambda van, vraag: grafieken.kosten_per_maand(van),
    "naijl-driehoek": lambda van, vraag: grafieken.uitloop(van),
    "naijl-terugblik": lambda van, vraag: grafieken.terugblik(van, bevindingen.GANGBAAR),
    "kpi-reeks": lambda van, vraag: grafieken.lijn_per_maand(van, "arrangementen"),
    "jeugdigen-per-maand": lambda van, vraag: grafieken.lijn_per_maand(van, "jeugdigen"),
    "jeugdigen-per-product": _kruis(_NIVEAUS, "jaar", "jeugdigen"),
    "leeftijd-per-product": _staven("leeftijd", "jeugdigen", Niveau.TOTAAL.value),
    "leeftijd-geslacht": lambda van, vraag: grafieken.leeftijd_geslacht(van),
    "segmenten": _staven("segment", "jeugdigen", Niveau.SEGMENT.value),
    "buurten": _kaart,
    "buurtnorm": lambda van, vraag: grafieken.kaart_buiten_grenzen(van, "index"),
    "buurtnorm-alle-hulp": lambda van, vraag: grafieken.kaart_buiten_grenzen(van, "index"),
    "verwijzers": _staven("verwijzer", "aandeel"),
    "verwijzergroepen": _staven("groep", "aandeel"),
    "stromen": lambda van, vraag: grafieken.stromen(van),
    "doorstroom": _kruis(("van",), "naar", "jeugdigen"),
    "wordt-18": lambda van, vraag: grafieken.wordt_18(van),
    "duur": _staven("klasse", "beeindigd"),
    "aanbieder-segment": _kruis(("aanbieder",), "segment", "kosten"),
    "intensiteit": _kruis(("segment", "product"), ("intensiteit", "duur"), "arrangementen"),
    "intensiteit-duur": _kruis(("intensiteit",), "duur", "arrangementen"),
    "intensiteit-per-jaar": lambda van, vraag: _combinaties(van),
}
