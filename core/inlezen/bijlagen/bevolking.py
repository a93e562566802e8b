"""Inhabitants per buurt and age on 1 January, as tables of CBS and of municipalities hold them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.begrippen import BUITEN_GEMEENTE
from core.inlezen.bijlagen.leeftijdsklassen import LAATSTE, Klasse, indeling, lees_klasse, tot_18
from core.inlezen.bijlagen.soort import (
    Bijlagekolom,
    Bijlagekop,
    Bijlagesoort,
    Inhoud,
    Keuring,
    Omgeving,
    Rij,
)
from core.opmaak import getal, opsomming, sleutel

_LEEG = {"", ".", "-", "x", "nb", "n.b.", "onbekend", "geheim"}
_AANTAL = re.compile(r"(\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,]0+)?")
_JAAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_HOOGSTENS = 20
"""More faults than this are counted, not named."""


def _ontbreekt(kop: Bijlagekop) -> Sequence[str]:
    mist = []
    if not {"buurtcode", "buurt"} & set(kop.kolommen):
        mist.append("een kolom buurtcode of buurt")
    if "jaar" not in kop.kolommen:
        mist.append("een kolom jaar")
    if not kop.vrij and not {"leeftijd", "aantal"} <= set(kop.kolommen):
        mist.append("de kolommen leeftijd en aantal, of een kolom per leeftijdsklasse (0-4, 5-9 …)")
    return mist


@dataclass
class _Telling:
    """What the rows say so far: per (buurtcode, year) the inhabitants by class; None = unknown."""

    omgeving: Omgeving
    keuring: Keuring = field(default_factory=Keuring)
    aantallen: dict[tuple[str, int], dict[Klasse, int | None]] = field(default_factory=dict)
    elders: int = 0
    per_geslacht: bool = False
    vreemd: dict[str, None] = field(default_factory=dict)

    def fout(self, rij: int, kolom: str, zin: str) -> None:
        self.keuring.fouten.append(f"rij {rij}, {kolom}: {zin}")

    def buurt(self, vast: Mapping[str, str]) -> str | None:
        """The code of a buurt of this municipality; None for any other area."""
        tekst = vast.get("buurtcode") or vast.get("buurt", "")
        try:
            code = self.omgeving.buurten.lees(tekst)
        except ValueError:
            eigen = "bu" + self.omgeving.buurten.gemeentecode[2:]
            if tekst.strip().lower().startswith(eigen):
                self.vreemd[tekst.strip()[:20]] = None
            else:
                self.elders += 1
            return None
        if code is None or code == BUITEN_GEMEENTE:
            self.elders += 1
            return None
        return code

    def noteer(self, rij: int, plek: tuple[str, int], klasse: Klasse, tekst: str) -> None:
        """Take one number over, or say what is wrong with it."""
        naam = f"{klasse[0]}-{klasse[1]} jaar"
        aantal: int | None = None
        if tekst.lower() not in _LEEG:
            treffer = _AANTAL.fullmatch(tekst)
            if not treffer:
                self.fout(rij, naam, f"'{tekst[:20]}' is geen aantal inwoners; verwacht een heel getal")
                return
            aantal = int(re.sub(r"[. ]", "", treffer[1]))
        vak = self.aantallen.setdefault(plek, {})
        if klasse in vak and vak[klasse] != aantal:
            self.fout(rij, naam, f"{plek[0]} in {plek[1]} stond hierboven al, met een ander aantal")
        vak[klasse] = aantal


def _keur(inhoud: Inhoud) -> Keuring:
    telling = _Telling(inhoud.omgeving)
    klassen = {kop: klasse for kop in inhoud.kop.vrij if (klasse := lees_klasse(kop))}
    for rij, vast, vrij in inhoud.regels():
        telling.keuring.gelezen += 1
        if sleutel(vast.get("geslacht", "totaal")).startswith("totaal"):
            _rij(telling, rij, vast, {klasse: vrij[kop] for kop, klasse in klassen.items()})
        else:
            telling.per_geslacht = True
    return _besluit(telling)


def _rij(telling: _Telling, rij: int, vast: Mapping[str, str], vrij: Mapping[Klasse, str]) -> None:
    """Take the numbers of one row over: a class per column, or the one class of the row."""
    code = telling.buurt(vast)
    if code is None:
        return
    jaren = set(_JAAR.findall(vast["jaar"]))
    if len(jaren) != 1:
        telling.fout(rij, "jaar", f"'{vast['jaar'][:20]}' is geen jaar zoals 2024")
        return
    telling.keuring.bron = telling.keuring.bron or vast.get("bron", "")[:200]
    plek = (code, int(jaren.pop()))
    for klasse, tekst in vrij.items():
        telling.noteer(rij, plek, klasse, tekst)
    if not vrij and (deze := lees_klasse(vast["leeftijd"])):
        telling.noteer(rij, plek, deze, vast["aantal"])


def _besluit(telling: _Telling) -> Keuring:
    """From what was counted to the rows that are kept, with a word about all that is odd."""
    keuring = telling.keuring
    for jaar in sorted({jaar for _, jaar in telling.aantallen}):
        _jaar(telling, jaar)
    if not telling.aantallen and telling.per_geslacht:
        keuring.fouten.append("alleen rijen per geslacht; nodig zijn rijen met 'Totaal' in de kolom geslacht")
    if not telling.aantallen and not keuring.fouten:
        keuring.fouten.append(
            f"geen enkele rij gaat over een buurt van {telling.omgeving.gemeente}; een buurt staat er met haar "
            "CBS-code (BU en acht cijfers) of haar naam"
        )
    if (over := len(keuring.fouten) - _HOOGSTENS) > 0:
        keuring.fouten = [*keuring.fouten[:_HOOGSTENS], f"en nog {getal(over)} andere"]
    if telling.elders:
        keuring.waarschuwingen.append(
            "rijen over andere gebieden (wijken, gemeenten, elders) zijn overgeslagen: "
            f"{getal(telling.elders)} van de {getal(keuring.gelezen)}"
        )
    if telling.vreemd:
        keuring.waarschuwingen.append(
            f"de indeling van de app kent deze buurtcodes niet, zij zijn overgeslagen: {', '.join(list(telling.vreemd)[:10])}"
        )
    return keuring


def _jaar(telling: _Telling, jaar: int) -> None:
    """The rows of one year: in every buurt the same classes, so that a rate per class has a meaning."""
    keuring, namen = telling.keuring, telling.omgeving.namen
    vakken = {code: vak for (code, j), vak in telling.aantallen.items() if j == jaar}
    deling = indeling(klasse for vak in vakken.values() for klasse in vak)
    if deling is None:
        keuring.fouten.append(
            f"jaar {jaar}: de leeftijdsklassen dekken niet elke leeftijd van 0 tot en met 17 jaar"
        )
        return
    onbekend = [code for code, vak in vakken.items() if any(vak.get(k, 0) is None for k in deling)]
    for code, vak in vakken.items():
        if code not in onbekend:
            gevuld = {k: n for k, n in vak.items() if n is not None} | {k: vak.get(k) or 0 for k in deling}
            keuring.rijen += [
                {"buurtcode": code, "jaar": jaar, "van": van, "tot": tot, "aantal": n}
                for van, tot, n in tot_18(gevuld, deling)
            ]
    mist = sorted(set(telling.omgeving.buurten.codes) - vakken.keys() | set(onbekend))
    if mist:
        keuring.waarschuwingen.append(
            f"{jaar}: geen inwonertal voor {opsomming([namen[c] for c in mist[:8]])}"
            f"{f' en nog {len(mist) - 8} buurten' if len(mist) > 8 else ''}; daar blijft het gebruik per 1.000 leeg"
        )
    if deling[-1][1] > LAATSTE and all((0, LAATSTE) not in vak for vak in vakken.values()):
        van, tot = deling[-1]
        keuring.waarschuwingen.append(
            f"{jaar}: de klasse {van}-{tot} jaar loopt door na 17; {van}-17 is geschat naar de klasse eronder"
        )


def _beschrijf(rijen: Sequence[Rij]) -> str:
    buurten = {r["buurtcode"] for r in rijen}
    klassen = sorted({(r["van"], r["tot"]) for r in rijen})
    inwoners = getal(sum(r["aantal"] for r in rijen))
    return (
        f"{inwoners} inwoners van 0 tot en met 17 jaar in {len(buurten)} buurten, "
        f"{'in één klasse' if len(klassen) == 1 else f'in {len(klassen)} leeftijdsklassen'}"
    )


BEVOLKING = Bijlagesoort(
    naam="bevolking",
    titel="Inwoners per buurt",
    uitleg=(
        "Inwoners op 1 januari per buurt en leeftijd, zoals het CBS ze geeft: de kolommen buurtcode (of buurt), jaar, "
        "en leeftijd met aantal of een kolom per leeftijdsklasse. Alleen een kolom 0-17 mag ook."
    ),
    kolommen=(
        Bijlagekolom("buurtcode", "bucode codebuurt gwbcode gwbcode10 regiocode wijkenenbuurten codering buurtid"),
        Bijlagekolom("buurt", "buurtnaam naambuurt regio regionaam gebied naam"),
        Bijlagekolom("jaar", "peiljaar jaartal perioden periode peildatum datum"),
        Bijlagekolom("leeftijd", "leeftijdsklasse leeftijdsgroep leeftijdklasse"),
        Bijlagekolom("geslacht"),
        Bijlagekolom("aantal", "inwoners aantalinwoners bevolking totalebevolking bevolkingop1januari personen"),
        Bijlagekolom("bron"),
    ),
    ontbreekt=_ontbreekt,
    keur=_keur,
    vervangt=("jaar",),
    beschrijf=_beschrijf,
    vrij=lambda kop: lees_klasse(kop) is not None,
)  # fmt: skip
