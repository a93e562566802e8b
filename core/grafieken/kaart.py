"""The map of the buurten: a protected table and borders → deck.gl layers, without tiles.

Only what may be shown travels to the browser: a name and texts of protected cells. A hidden
buurt is hatched and stands outside the scale.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.begrippen import Niveau
from core.cijfers.tabellen import Soort
from core.grafieken.basis import onthoud
from core.grafieken.grenzen import Vlak, vlakken
from core.grafieken.lagen import HOOGTE, LETTER_OP_NIETS, Kleur, Plek, deck
from core.onthulling import BeveiligdeTabel, Recept
from core.opmaak import euro_kort, getal

SCHAAL = ("#d6e6ef", "#a3c9dc", "#669fbd", "#2f7399", "#0c4a6b")
"""From few to many: one hue whose lightness falls evenly, readable without seeing colour."""
DICHT, LEEG, GEEN_NOEMER, BUITEN = "verborgen", "geen jeugdigen", "geen noemer", "niet in de selectie"
_GRIJS = (205, 210, 214)
_NIETS = (0, 0, 0, 0)
_BIJ_DE_SCHAAL: dict[str, Kleur] = {DICHT: _GRIJS, LEEG: _NIETS, GEEN_NOEMER: _NIETS, BUITEN: _NIETS}
_LETTER_DONKER, _LETTER_LICHT = (27, 39, 51), (255, 255, 255)


@dataclass(frozen=True)
class Legendaregel:
    """One line of the legend: what it says, its colour (empty beside the scale), how many buurten."""

    tekst: str
    kleur: str
    aantal: int


@dataclass(frozen=True)
class Kaart:
    """A map as deck.gl's JSON and as the areas it shows, with its legend, its table and a sentence
    for who cannot see it."""

    json: str
    legenda: tuple[Legendaregel, ...]
    van: BeveiligdeTabel
    alt: str
    plekken: tuple[Plek, ...]
    hoogte: int = HOOGTE
    """Pixels; the zoom was chosen for it."""
    recept: Recept | None = field(default=None, init=False, compare=False, repr=False)


@dataclass(frozen=True)
class _Buurt:
    vlak: Vlak
    klasse: int | str
    """The position in the scale, or why the buurt stands beside it."""
    tekst: str


@onthoud
def kaart(
    van: BeveiligdeTabel, maat: str, gekozen: tuple[str, ...] = (), naast: BeveiligdeTabel | None = None
) -> Kaart:
    """The buurten coloured by one measure of the table `buurten`; those in `gekozen` (names) stand out.

    At most five classes with round bounds, made of shown values only. `naast` is the same table of
    another selection, whose value is told beside that of each buurt.
    """
    rijen = {van.cel("buurtcode", n): n for n in range(len(van)) if van.cel("niveau", n) == Niveau.BUURT}
    waarden = [van.cel(maat, n) for code, n in rijen.items() if code]
    grenzen = klassegrenzen([w for w in waarden if w])
    buurten = [_buurt(van, maat, grenzen, vlak, rijen.get(vlak.buurtcode)) for vlak in vlakken()]
    buurten = [replace(b, tekst=b.tekst + vergeleken(b.vlak, naast, maat)) for b in buurten]
    plekken = _plekken(buurten, len(grenzen))
    return Kaart(
        deck(plekken, gekozen),
        _legenda(van, maat, grenzen, buurten),
        van,
        _alt(van, maat, buurten),
        tuple(plekken),
    )


def vergeleken(vlak: Vlak, naast: BeveiligdeTabel | None, maat: str) -> str:
    """The line about another selection in the text of a buurt; empty without any."""
    if naast is None:
        return ""
    rij = naast.alleen(niveau=Niveau.BUURT.value, buurtcode=vlak.buurtcode)
    titel = naast.kolommen[naast.plaats(maat)].titel.lower()
    return f"\nvergeleken met {rij.tekst(maat) if len(rij) else '–'} {titel}"


def klassegrenzen(waarden: Sequence[float]) -> list[float]:
    """Round lower bounds of the classes after the first, about as many values in each; ascending.

    Four, or fewer when there are few different values.
    """
    rij = sorted(waarden)
    deling = [rij[len(rij) * k // len(SCHAAL)] for k in range(1, len(SCHAAL))] if rij else []
    return [g for g in sorted({_rond(w) for w in deling}) if rij[0] < g <= rij[-1]]


def _rond(waarde: float) -> float:
    orde = 10 ** math.floor(math.log10(max(waarde, 1)))
    fijn = 10 if waarde < 2 * orde else 5 if waarde < 5 * orde else 2
    stap = max(1, orde / fijn)
    return max(1, math.floor(waarde / stap + 0.5)) * stap


def _buurt(van: BeveiligdeTabel, maat: str, grenzen: list[float], vlak: Vlak, rij: int | None) -> _Buurt:
    f = van.herkomst.filter
    if (f.wijk and vlak.wijk not in f.wijk) or (f.buurt and vlak.naam not in f.buurt):
        return _Buurt(vlak, BUITEN, BUITEN)
    if rij is None or van.cel("jeugdigen", rij) == 0:
        return _Buurt(vlak, LEEG, "geen jeugdigen met hulp")
    tekst = (
        f"{van.tekst('jeugdigen', rij)} jeugdigen\n{_per_1000(van, rij)}\nkosten {van.tekst('kosten', rij)}"
    )
    waarde = van.cel(maat, rij)
    if waarde is None:
        return _Buurt(vlak, DICHT if van.reden_van(maat, rij) else GEEN_NOEMER, tekst)
    return _Buurt(vlak, sum(waarde >= g for g in grenzen), tekst)


def _per_1000(van: BeveiligdeTabel, rij: int) -> str:
    if van.cel("per_1000", rij) is None and not van.reden_van("per_1000", rij):
        return "per 1.000 inwoners 0-17: geen noemer"
    return f"per 1.000 inwoners 0-17: {van.tekst('per_1000', rij)}"


def _legenda(
    van: BeveiligdeTabel, maat: str, grenzen: list[float], buurten: list[_Buurt]
) -> tuple[Legendaregel, ...]:
    soort = van.kolommen[van.plaats(maat)].soort
    tekst = [euro_kort(g) if soort is Soort.EURO else getal(g) for g in grenzen]
    woorden = [f"{a} tot {b}" for a, b in zip(tekst, tekst[1:], strict=False)]
    woorden = [f"tot {tekst[0]}", *woorden, f"{tekst[-1]} of meer"] if tekst else ["alle waarden"]
    aantal = [b.klasse for b in buurten]
    schaal = [Legendaregel(w, _kleur(n, len(grenzen)), aantal.count(n)) for n, w in enumerate(woorden)]
    naast = [Legendaregel(k, "", aantal.count(k)) for k in _BIJ_DE_SCHAAL if k in aantal]
    return tuple([r for r in schaal if r.aantal or tekst] + naast)


def _kleur(klasse: int, hoogste: int) -> str:
    # With fewer classes the whole scale is still used, from its lightest to its darkest.
    return SCHAAL[round(klasse * (len(SCHAAL) - 1) / hoogste)] if hoogste else SCHAAL[2]


def _alt(van: BeveiligdeTabel, maat: str, buurten: list[_Buurt]) -> str:
    titel = van.kolommen[van.plaats(maat)].titel.lower()
    hoogst = van.alleen(niveau=Niveau.BUURT.value).gesorteerd(maat).eerste(1)
    top = f"; het hoogst in {hoogst.cel('buurt')}: {hoogst.tekst(maat)}" if len(hoogst) else ""
    return f"Kaart van {len(buurten)} buurten, gekleurd naar {titel}{top}. De tabel ernaast zegt hetzelfde."


def _plekken(buurten: list[_Buurt], hoogste: int) -> list[Plek]:
    return [Plek(b.vlak, b.tekst, *_kleuren(b.klasse, hoogste), gearceerd=b.klasse == DICHT) for b in buurten]


def _kleuren(klasse: int | str, hoogste: int) -> tuple[Kleur, Kleur]:
    """The colour of an area and of the name on it."""
    if isinstance(klasse, str):
        vulling = _BIJ_DE_SCHAAL[klasse]
        return vulling, _LETTER_DONKER if vulling == _GRIJS else LETTER_OP_NIETS
    hex_ = _kleur(klasse, hoogste)
    rgb = (int(hex_[1:3], 16), int(hex_[3:5], 16), int(hex_[5:7], 16))
    return rgb, _LETTER_LICHT if sum(rgb) < 3 * 140 else _LETTER_DONKER
