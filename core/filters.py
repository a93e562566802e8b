"""Filter: one frozen value that is the question, the cache key, the URL and the Dutch sentence.

A new filter is a new row in DIMENSIES and a field of the same name in Filter; when its values are
not a closed list, core.cijfers.kolommen must be told in which column to look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import Any, Self

from core.begrippen import (
    LEEFTIJD_ONBEKEND,
    LEEFTIJDEN,
    Begrip,
    Duur,
    Geslacht,
    Intensiteit,
    Leeftijdsindeling,
    Leveringsvorm,
    Verwijzer,
)
from core.opmaak import MAANDEN_KORT, maand_iso, maand_kort, maand_uit_iso, opsomming, sleutel

LEEFTIJD_KEUZES: tuple[str, ...] = tuple(
    dict.fromkeys(klasse.naam for klassen in LEEFTIJDEN.values() for klasse in klassen)
) + (LEEFTIJD_ONBEKEND,)


@dataclass(frozen=True)
class Dimensie:
    """One thing to filter on: its name (field, URL, option), label and words.

    `begrip` is the closed list its values come from, if any; `persoonlijk` marks an attribute of a
    person (privacy.md, 2).
    """

    naam: str
    titel: str
    woord: str
    persoonlijk: bool = False
    begrip: type[Begrip] | None = None


def _lijst(naam: str, begrip: type[Begrip]) -> Dimensie:
    return Dimensie(naam, naam.capitalize(), naam, True, begrip)


DIMENSIES: dict[str, Dimensie] = {
    d.naam: d
    for d in (
        Dimensie("jaar", "Jaar", "jaar"),
        Dimensie("maand", "Maanden", "maand"),
        Dimensie("segment", "Segment", "segment"),
        Dimensie("product", "Product", "product"),
        Dimensie("aanbieder", "Aanbieder", "aanbieder"),
        Dimensie("wijk", "Wijk", "wijk"),
        Dimensie("buurt", "Buurt", "buurt"),
        Dimensie("leeftijd", "Leeftijd", "leeftijd", True),
        _lijst("intensiteit", Intensiteit),
        _lijst("duur", Duur),
        _lijst("verwijzer", Verwijzer),
        _lijst("geslacht", Geslacht),
        _lijst("leveringsvorm", Leveringsvorm),
    )
}
"""Every dimension that holds a list of values; `van` and `tot` are the two loose ends.

core.cijfers.kolommen says in which column each is looked up, core.cijfers.selectie applies the
period and `leeftijd`: an age depends on the selection (definities.md, Age).
"""


class OnbekendeWaarde(ValueError):
    """A filter value that nothing in the data is called; carries the nearest names."""

    def __init__(self, dimensie: str, waarde: str, keuzes: Sequence[str]) -> None:
        """Find the names that look most like `waarde` among `keuzes`."""
        op_sleutel = {sleutel(k): k for k in keuzes}
        gelijk = get_close_matches(sleutel(waarde), list(op_sleutel), n=3, cutoff=0.4)
        self.dimensie, self.waarde = dimensie, waarde
        self.dichtbij = [op_sleutel[s] for s in gelijk]
        hulp = f" Bedoelt u {opsomming(self.dichtbij, 'of')}?" if gelijk else ""
        super().__init__(f"{DIMENSIES[dimensie].titel} '{waarde}' komt niet voor.{hulp}")


@dataclass(frozen=True)
class Filter:
    """A selection of zorgmaanden: values of one field are OR, fields are AND.

    `jaar` and `maand` (1-12) are numbers; `van` and `tot` are maandnummers, both included; `zoals_toen`
    asks for what was known a year before (no widget sets it); all others hold names as on screen.
    """

    jaar: tuple[int, ...] = ()
    maand: tuple[int, ...] = ()
    van: int | None = None
    tot: int | None = None
    segment: tuple[str, ...] = ()
    product: tuple[str, ...] = ()
    aanbieder: tuple[str, ...] = ()
    wijk: tuple[str, ...] = ()
    buurt: tuple[str, ...] = ()
    leeftijd: tuple[str, ...] = ()
    intensiteit: tuple[str, ...] = ()
    duur: tuple[str, ...] = ()
    verwijzer: tuple[str, ...] = ()
    geslacht: tuple[str, ...] = ()
    leveringsvorm: tuple[str, ...] = ()
    leeftijdsindeling: Leeftijdsindeling = Leeftijdsindeling.JEUGDWET
    zoals_toen: bool = False

    def __post_init__(self) -> None:
        """Sort every list, so that the same question is always the same value (cache, URL)."""
        for naam in DIMENSIES:
            object.__setattr__(self, naam, tuple(sorted(set(getattr(self, naam)))))

    def actief(self) -> dict[str, tuple[Any, ...]]:
        """The dimensions that hold a value, in the order of DIMENSIES."""
        return {naam: getattr(self, naam) for naam in DIMENSIES if getattr(self, naam)}

    def met(self, **velden: Any) -> Self:
        """The same filter with other values for the named fields."""
        return replace(self, **velden)

    def zonder_periode(self) -> Self:
        """The same selection with its period set aside (for flows and series)."""
        return self.met(jaar=(), maand=(), van=None, tot=None)

    def heeft_periode(self) -> bool:
        """Whether any of jaar, maand, van or tot restricts the months."""
        return bool(self.jaar or self.maand or self.van is not None or self.tot is not None)

    def past(self, maand: int) -> bool:
        """Whether a maandnummer lies in the period of this filter."""
        return (
            (not self.jaar or maand // 12 in self.jaar)
            and (not self.maand or maand % 12 + 1 in self.maand)
            and (self.van is None or maand >= self.van)
            and (self.tot is None or maand <= self.tot)
        )

    def jaar_eerder(self) -> Self:
        """The same selection over the same calendar months one year before."""
        return self.met(
            jaar=tuple(j - 1 for j in self.jaar),
            van=None if self.van is None else self.van - 12,
            tot=None if self.tot is None else self.tot - 12,
        )

    def persoonlijk(self) -> bool:
        """Whether the selection uses an attribute of a person (privacy.md, 2)."""
        return any(DIMENSIES[naam].persoonlijk for naam in self.actief())

    def gebied(self) -> bool:
        """Whether the selection uses a wijk or buurt."""
        return bool(self.wijk or self.buurt)

    def to_dict(self) -> dict[str, list[str]]:
        """The filter as URL parameters: only what is set, months as `2024-02`."""
        uit = {naam: [str(w) for w in waarden] for naam, waarden in self.actief().items()}
        uit |= {naam: [maand_iso(m)] for naam in ("van", "tot") if (m := getattr(self, naam)) is not None}
        if self.leeftijdsindeling is not Leeftijdsindeling.JEUGDWET:
            uit["leeftijdsindeling"] = [str(self.leeftijdsindeling)]
        return uit | ({"zoals_toen": ["ja"]} if self.zoals_toen else {})

    @classmethod
    def from_dict(
        cls, ruw: Mapping[str, Sequence[str]], keuzes: Mapping[str, Sequence[str]] | None = None
    ) -> Self:
        """The filter that `to_dict` or a command line wrote.

        With `keuzes` (names per dimension) each value is matched case and accents aside.
        Raises OnbekendeWaarde for a name not among them, ValueError for a bad number or month.
        """
        if vreemd := sorted(set(ruw) - {veld.name for veld in fields(cls)}):
            raise ValueError(f"Onbekend filter: {', '.join(vreemd)}.")
        velden: dict[str, Any] = {}
        for naam, waarden in ruw.items():
            if naam in ("van", "tot"):
                velden[naam] = maand_uit_iso(waarden[0]) if waarden else None
            elif naam == "leeftijdsindeling":
                velden[naam] = Leeftijdsindeling(waarden[0])
            elif naam == "zoals_toen":
                velden[naam] = list(waarden) == ["ja"]
            else:
                velden[naam] = tuple(_waarde(naam, w, keuzes) for w in waarden)
        return cls(**velden)

    def describe(self) -> str:
        """The selection as the end of a Dutch sentence: `2024 · segment A · leeftijd 6-12`."""
        delen = [_periode(self)] if self.heeft_periode() else ["alle jaren"]
        for naam, waarden in self.actief().items():
            if naam not in ("jaar", "maand"):
                delen.append(_benoemd(DIMENSIES[naam].woord, waarden))
        return " · ".join(delen + ["zoals toen bekend"] * self.zoals_toen)


def _benoemd(woord: str, waarden: Sequence[str]) -> str:
    """Values with the word for them, unless every value begins with that word itself."""
    namen = opsomming(list(waarden), "of")
    return namen if all(w.casefold().startswith(woord) for w in waarden) else f"{woord} {namen}"


def _periode(f: Filter) -> str:
    delen = [
        opsomming([MAANDEN_KORT[m - 1] for m in f.maand]),
        opsomming([str(j) for j in f.jaar]),
        "" if f.van is None else f"vanaf {maand_kort(f.van)}",
        "" if f.tot is None else f"t/m {maand_kort(f.tot)}",
    ]
    return " ".join(deel for deel in delen if deel)


def _waarde(naam: str, ruw: str, keuzes: Mapping[str, Sequence[str]] | None) -> Any:
    dimensie = DIMENSIES[naam]
    if naam in ("jaar", "maand"):
        if naam == "maand" and int(ruw) not in range(1, 13):
            raise ValueError(f"Maand {ruw} bestaat niet; kies 1 tot en met 12.")
        return int(ruw)
    lijst: Sequence[str] | None = (keuzes or {}).get(naam)
    if dimensie.begrip:
        lijst = [str(lid) for lid in dimensie.begrip]
    elif naam == "leeftijd":
        lijst = LEEFTIJD_KEUZES
    if lijst is None:
        return ruw
    vorm = str.casefold if naam == "leeftijd" else sleutel  # in 6-12 the hyphen matters
    treffer = {vorm(k): k for k in lijst}.get(vorm(ruw))
    if treffer is None:
        raise OnbekendeWaarde(naam, ruw, list(lijst))
    return treffer
