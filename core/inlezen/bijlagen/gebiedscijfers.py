"""Better figures about areas: an official expectation (NJi, SCP), newer use, own characteristics."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from core.inlezen.bijlagen.soort import Bijlagekolom, Bijlagekop, Bijlagesoort, Inhoud, Keuring, Rij
from core.opmaak import getal, opsomming, procent, sleutel
from core.referentie.gebieden import VORMEN, gebied, gebieden, gemeentenamen

VERWACHTING, GEBRUIK, ALLE_VORMEN = "verwachting", "gebruik", "alle vormen"
KENMERK = "kenmerk_"
"""What the name of an own characteristic begins with."""

_CIJFERS = ("verwacht_pct", "werkelijk_pct", "noemer")
_LEEG = {"", ".", "-", "–", "x", "nb", "onbekend"}
_GETAL = re.compile(r"-?\d+(?:[.,]\d+)?")
_DUIZENDTALLEN = re.compile(r"\d{1,3}(?:[. ]\d{3})+")
_JAAR = re.compile(r"20\d\d")
_HOOGSTENS, _NAMEN = 20, 8
"""More faults or names than this are counted, not named."""
_VORMEN = {sleutel(v): v for v in VORMEN} | {"jeugdzorgtotaal": "jeugdzorg", "totaal": "jeugdzorg"}


def _is_kenmerk(kop: str) -> bool:
    return kop.strip().lower().startswith(KENMERK) and len(kop.strip()) > len(KENMERK)


def _ontbreekt(kop: Bijlagekop) -> Sequence[str]:
    heeft = set(kop.kolommen)
    mist = [f"een kolom {naam}" for naam in ("gebied", "jaar") if naam not in heeft]
    if not heeft & {"verwacht_pct", "werkelijk_pct"} and not kop.vrij:
        mist.append("een kolom verwacht_pct, werkelijk_pct of kenmerk_…")
    if heeft & set(_CIJFERS) and "vorm" not in heeft:
        mist.append("een kolom vorm")
    if "verwacht_pct" in heeft and "bron" not in heeft:
        mist.append("een kolom bron: wie de verwachting maakte")
    return mist


@dataclass
class _Lezing:
    """The figures so far, by (wat, gebied, jaar, vorm), and what could not be read."""

    keuring: Keuring = field(default_factory=Keuring)
    rijen: dict[tuple[str, str, int, str], Rij] = field(default_factory=dict)
    vreemd: dict[str, None] = field(default_factory=dict)

    def fout(self, rij: int, kolom: str, zin: str) -> None:
        self.keuring.fouten.append(f"rij {rij}, {kolom}: {zin}")

    def getal(self, rij: int, kolom: str, tekst: str) -> float | None:
        """A number in Dutch or English notation; None when empty, or when it is none (then a fout)."""
        kaal = tekst.replace("%", "").replace("\u00a0", " ").strip()
        if kaal.lower() in _LEEG:
            return None
        if kolom == "noemer" and _DUIZENDTALLEN.fullmatch(kaal):
            kaal = re.sub(r"[. ]", "", kaal)
        if not _GETAL.fullmatch(kaal):
            self.fout(rij, kolom, f"'{tekst[:20]}' is geen getal")
            return None
        waarde = float(kaal.replace(",", "."))
        if kolom.endswith("_pct") and not 0 <= waarde <= 100:
            self.fout(rij, kolom, f"{getal(waarde, 1)} is geen percentage van 0 tot en met 100")
            return None
        if kolom == "noemer" and waarde < 1:
            self.fout(rij, kolom, f"{getal(waarde, 1)} is geen aantal jeugdigen")
            return None
        return waarde

    def noteer(self, nummer: int, rij: Rij) -> None:
        """Keep one figure; the same area twice must say the same."""
        plek = (rij["wat"], rij["gebied"], rij["jaar"], rij["vorm"])
        if self.rijen.setdefault(plek, rij) != rij:
            naam = gebied(rij["gebied"]).naam
            self.fout(nummer, "gebied", f"{naam} in {rij['jaar']} stond hierboven al, met een ander cijfer")


def _keur(inhoud: Inhoud) -> Keuring:
    lezing = _Lezing()
    for nummer, vast, vrij in inhoud.regels():
        lezing.keuring.gelezen += 1
        _rij(lezing, nummer, vast, vrij)
    return _besluit(lezing)


def _rij(lezing: _Lezing, nummer: int, vast: Mapping[str, str], vrij: Mapping[str, str]) -> None:
    """One row of the file: an expectation, a use, and characteristics, as far as they are filled in."""
    code, jaar = _waar(lezing, nummer, vast["gebied"]), vast["jaar"]
    if code is None:
        return
    if not _JAAR.fullmatch(jaar):
        lezing.fout(nummer, "jaar", f"'{jaar[:20]}' is geen jaar zoals 2023")
        return
    waarden = {naam: lezing.getal(nummer, naam, vast.get(naam, "")) for naam in _CIJFERS}
    vorm = _VORMEN.get(sleutel(vast.get("vorm", "")))
    if vorm is None and (vast.get("vorm") or any(w is not None for w in waarden.values())):
        lezing.fout(nummer, "vorm", f"'{vast.get('vorm', '')[:20]}' is geen {opsomming(list(VORMEN), 'of')}")
        return
    basis: Rij = {"gebied": code, "jaar": int(jaar), "vorm": vorm or ALLE_VORMEN}
    if bron := vast.get("bron", "")[:200]:
        basis["bron"] = bron
        lezing.keuring.bron = lezing.keuring.bron or bron
    verwacht, werkelijk, noemer = waarden.values()
    if verwacht is not None and not bron:
        lezing.fout(nummer, "bron", "leeg; zet erin wie de verwachting maakte")
    elif verwacht is not None:
        lezing.noteer(nummer, basis | {"wat": VERWACHTING, "waarde": verwacht})
    if werkelijk is not None or noemer is not None:
        lezing.noteer(nummer, basis | {"wat": GEBRUIK, "waarde": werkelijk, "noemer": noemer})
    for kop, tekst in vrij.items():
        waarde = lezing.getal(nummer, kop, tekst)
        if waarde is not None:
            lezing.noteer(nummer, basis | {"wat": kop.lower(), "waarde": waarde})


def _waar(lezing: _Lezing, nummer: int, tekst: str) -> str | None:
    """The code of the area of a row; None when it is none or more than one, which is noted."""
    gevonden = _gebied(tekst)
    if len(gevonden) == 1:
        return gevonden[0]
    if gevonden:
        titels = opsomming([gebied(c).titel for c in gevonden], "of")
        zin = f"'{tekst[:40]}' kan {titels} zijn; schrijf de soort erbij, of de code"
        lezing.fout(nummer, "gebied", zin)
    else:
        lezing.vreemd[tekst[:40]] = None
    return None


def _gebied(tekst: str) -> tuple[str, ...]:
    """The codes of the areas that a text can mean: a code, the number of a gemeente, a name with or without kind.

    A name that is also that of a gemeente is the gemeente.
    """
    kaal = tekst.strip()
    if re.fullmatch(r"\d{1,4}", kaal):
        kaal = f"GM{int(kaal):04d}"
    return _codes().get(sleutel(kaal), ())


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    namen: dict[str, tuple[str, ...]] = {}
    for g in gebieden():
        namen[sleutel(g.naam)] = (*namen.get(sleutel(g.naam), ()), g.code)
    gemeenten = {sleutel(naam): (code,) for code, naam in gemeentenamen().items()}
    precies = {sleutel(woord): (g.code,) for g in gebieden() for woord in (g.titel, g.code)}
    return namen | gemeenten | precies


def _besluit(lezing: _Lezing) -> Keuring:
    keuring, per_wat = lezing.keuring, _per_wat(list(lezing.rijen.values()))
    keuring.rijen = list(lezing.rijen.values())
    if not keuring.rijen and not keuring.fouten:
        keuring.fouten.append(
            "geen enkele rij gaat over een gebied van de indeling van 2022; een gebied staat er met zijn code (GM0935) "
            "of naam"
        )
    if (over := len(keuring.fouten) - _HOOGSTENS) > 0:
        keuring.fouten = [*keuring.fouten[:_HOOGSTENS], f"en nog {getal(over)} andere"]
    if lezing.vreemd:
        keuring.waarschuwingen.append(
            f"deze gebieden staan niet in de indeling van 2022, zij zijn overgeslagen: {_opgenoemd(list(lezing.vreemd))}"
        )
    for (wat, jaar, vorm), rijen in per_wat.items():
        mist = [naam for code, naam in gemeentenamen().items() if code not in {r["gebied"] for r in rijen}]
        if mist and len(mist) < len(gemeentenamen()):
            keuring.waarschuwingen.append(f"{wat}, {jaar}, {vorm}: niets voor {_opgenoemd(mist)}")
        hoogste = max(r["waarde"] or 0 for r in rijen)
        if wat in (VERWACHTING, GEBRUIK) and vorm in ("jeugdhulp", "jeugdzorg") and 0 < hoogste <= 1:
            keuring.waarschuwingen.append(
                f"{wat}, {jaar}, {vorm}: nergens hoger dan {getal(hoogste, 2)} %; staat er een deel in plaats van een "
                "percentage? Verwacht is bijvoorbeeld 13,2"
            )
    return keuring


def _opgenoemd(namen: Sequence[str]) -> str:
    if len(namen) <= _NAMEN:
        return opsomming(list(namen))
    return f"{', '.join(namen[:_NAMEN])} en nog {getal(len(namen) - _NAMEN)}"


def _per_wat(rijen: Sequence[Rij]) -> dict[tuple[str, int, str], list[Rij]]:
    uit: dict[tuple[str, int, str], list[Rij]] = {}
    for rij in rijen:
        uit.setdefault((rij["wat"], rij["jaar"], rij["vorm"]), []).append(rij)
    return uit


def _beschrijf(rijen: Sequence[Rij]) -> str:
    waarden = [r["waarde"] for r in rijen if r["waarde"] is not None]
    gemiddeld = sum(waarden) / len(waarden) if waarden else None
    eenheid = procent if rijen[0]["wat"] in (VERWACHTING, GEBRUIK) else getal
    wat = f"{getal(len(rijen))} {'gebied' if len(rijen) == 1 else 'gebieden'}"
    return f"{wat}, gemiddeld {eenheid(gemiddeld, 1)}" if waarden else f"{wat}, alleen de noemer"


GEBIEDSCIJFERS = Bijlagesoort(
    naam="gebiedscijfers",
    titel="Verwacht gebruik en kenmerken van gebieden",
    uitleg=(
        "Betere cijfers voor Verwacht en werkelijk: de kolommen gebied, jaar, vorm, verwacht_pct en bron, en als u ze hebt "
        "werkelijk_pct en noemer. Een ingelezen verwachting (NJi, SCP) neemt de plaats in van het eigen model. Kolommen "
        "die met kenmerk_ beginnen doen mee bij de keuze van kenmerken voor dat model."
    ),
    kolommen=(
        Bijlagekolom("gebied", "gebiedscode gebiedsnaam gemeente gemeentecode gemeentenaam regio regiocode regionaam code"),
        Bijlagekolom("jaar", "peiljaar verslagjaar jaartal"),
        Bijlagekolom("vorm", "vormvanjeugdzorg zorgvorm jeugdzorgvorm"),
        Bijlagekolom("verwacht_pct", "verwacht verwachtpercentage verwachtgebruik pctverwacht"),
        Bijlagekolom("werkelijk_pct", "werkelijk werkelijkpercentage werkelijkgebruik pctwerkelijk"),
        Bijlagekolom("noemer", "aantaljeugdigen jeugdigen jongeren"),
        Bijlagekolom("bron", "herkomst bronvermelding"),
    ),
    ontbreekt=_ontbreekt,
    keur=_keur,
    vervangt=("wat", "jaar", "vorm"),
    beschrijf=_beschrijf,
    vrij=_is_kenmerk,
)  # fmt: skip
"""Of each figure (expectation, use, a characteristic), year and form the newest file counts."""
