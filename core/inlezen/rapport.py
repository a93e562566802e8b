"""The report of a load: what was read, what it changes, what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from core.inlezen.bijlagen.rapport import BijlageRapport, opmerkingen
from core.opmaak import datum, euro, getal, geteld, maand_kort


@dataclass(frozen=True)
class Maandregel:
    """One leveringsmaand: lines and counted cents in the file, and in the database old → new."""

    maand: int
    regels: int
    bedrag: int
    oud_regels: int
    oud_bedrag: int
    nieuw_regels: int
    nieuw_bedrag: int


@dataclass(frozen=True)
class Samenvoeging:
    """Name variants that look like one aanbieder: offered, never done unasked."""

    varianten: tuple[str, ...]
    aanbieder: str
    reden: str


@dataclass(frozen=True)
class BestandRapport:
    """What one file holds. `gelezen` = `geladen` + `afgekeurd` + `dubbel`, always.

    Amounts are cents of lines with status toegekend; `bedrag_afgewezen` and
    `bedrag_in_behandeling` are loaded but never counted. The months compare the file with what
    the database holds of the same bron. `afkeuringen` says why rows were rejected, a sentence per
    reason. `weigeringen` can be accepted, `beletsels` cannot.
    """

    bestand: str
    sha: str
    bron: str
    wijze: str
    gelezen: int
    geladen: int
    afgekeurd: int
    dubbel: int
    bedrag: int = 0
    bedrag_afgewezen: int = 0
    bedrag_in_behandeling: int = 0
    maanden: tuple[Maandregel, ...] = ()
    afkeuringen: tuple[str, ...] = ()
    waarschuwingen: tuple[str, ...] = ()
    weigeringen: tuple[str, ...] = ()
    beletsels: tuple[str, ...] = ()
    weggelaten: tuple[str, ...] = ()
    kolommen: dict[str, str] = field(default_factory=dict)
    samenvoegingen: tuple[Samenvoeging, ...] = ()
    handtekening: str = ""


@dataclass(frozen=True)
class Rapport:
    """All files of one load together; `maanden` compare with the whole database.

    `nummers` are the leveringen that were made, `bijlagenummers` the other inputs: both empty as
    long as nothing is loaded. The counts are of declarations only.
    """

    bestanden: tuple[BestandRapport, ...]
    maanden: tuple[Maandregel, ...]
    stand_per: date
    demo: bool = False
    nummers: tuple[int, ...] = ()
    dataversie: str | None = None
    bijlagen: tuple[BijlageRapport, ...] = ()
    bijlagenummers: tuple[int, ...] = ()

    @property
    def gelezen(self) -> int:
        """Rows read from all files."""
        return sum(b.gelezen for b in self.bestanden)

    @property
    def geladen(self) -> int:
        """Rows that are (or would be) loaded."""
        return sum(b.geladen for b in self.bestanden)

    @property
    def afgekeurd(self) -> int:
        """Rows that are kept aside."""
        return sum(b.afgekeurd for b in self.bestanden)

    @property
    def dubbel(self) -> int:
        """Rows that were there already and count once."""
        return sum(b.dubbel for b in self.bestanden)

    @property
    def bedrag(self) -> int:
        """Counted cents of the rows that are (or would be) loaded."""
        return sum(b.bedrag for b in self.bestanden)

    @property
    def is_geladen(self) -> bool:
        """Whether this is the report after a load."""
        return bool(self.nummers or self.bijlagenummers)

    @property
    def afkeuringen(self) -> list[str]:
        """Why rows are kept aside."""
        return [
            f"{b.bestand}: {zin}" if len(self.bestanden) > 1 else zin
            for b in self.bestanden
            for zin in b.afkeuringen
        ]

    @property
    def waarschuwingen(self) -> list[str]:
        """All that a person should know and that stops nothing."""
        return self._van_alle("waarschuwingen")

    @property
    def weigeringen(self) -> list[str]:
        """All that stops the load until a person accepts it."""
        return self._van_alle("weigeringen")

    @property
    def beletsels(self) -> list[str]:
        """All that stops the load whatever a person says."""
        return self._van_alle("beletsels")

    @property
    def samenvoegingen(self) -> list[Samenvoeging]:
        """Name variants of one aanbieder, to be merged with one click."""
        return list(dict.fromkeys(s for b in self.bestanden for s in b.samenvoegingen))

    def _van_alle(self, wat: str) -> list[str]:
        alle: tuple[BestandRapport | BijlageRapport, ...] = (*self.bestanden, *self.bijlagen)
        if len(alle) == 1:
            return list(getattr(alle[0], wat))
        return [f"{b.bestand}: {zin}" for b in alle for zin in getattr(b, wat)]

    def als_json(self) -> dict[str, Any]:
        """The report as plain values for JSON; months as `2024-02`, amounts in euros."""
        samen = {
            "gelezen": self.gelezen,
            "geladen": self.geladen,
            "afgekeurd": self.afgekeurd,
            "dubbel": self.dubbel,
            "bedrag": self.bedrag / 100,
        }
        return samen | {
            "is_geladen": self.is_geladen,
            "nummers": list(self.nummers),
            "dataversie": self.dataversie,
            "stand_per": self.stand_per.isoformat(),
            "demo": self.demo,
            "waarschuwingen": self.waarschuwingen,
            "weigeringen": self.weigeringen,
            "beletsels": self.beletsels,
            "maanden": [_maand_json(m) for m in self.maanden],
            "bestanden": [_bestand_json(b) for b in self.bestanden],
            "bijlagen": [asdict(b) for b in self.bijlagen],
            "bijlagenummers": [f"B{n}" for n in self.bijlagenummers],
        }

    def als_tekst(self) -> str:
        """The report as a person reads it on a terminal, in Dutch."""
        return "\n".join(_regels(self))


def _maand_json(m: Maandregel) -> dict[str, Any]:
    uit = asdict(m) | {"maand": f"{m.maand // 12:04d}-{m.maand % 12 + 1:02d}"}
    return uit | {naam: uit[naam] / 100 for naam in ("bedrag", "oud_bedrag", "nieuw_bedrag")}


def _bestand_json(b: BestandRapport) -> dict[str, Any]:
    uit = asdict(b) | {"maanden": [_maand_json(m) for m in b.maanden]}
    return uit | {naam: uit[naam] / 100 for naam in ("bedrag", "bedrag_afgewezen", "bedrag_in_behandeling")}


def _euro(centen: int) -> str:
    return euro(centen / 100, 2)


def _regels(r: Rapport) -> Iterator[str]:
    for b in r.bestanden:
        yield from _van_bestand(b, r.stand_per)
    for bijlage in r.bijlagen:
        yield from bijlage.als_regels()
    if r.maanden:
        yield "  maand        in bestand (regels, bedrag)     in database: oud → nieuw"
    for m in r.maanden:
        yield (
            f"  {maand_kort(m.maand):9} {getal(m.regels):>9} {_euro(m.bedrag):>18}     "
            f"{_euro(m.oud_bedrag):>18} → {_euro(m.nieuw_bedrag)}"
        )
    if r.nummers:
        yield f"Geladen als levering {', '.join(map(str, r.nummers))}."
    if r.bijlagenummers:
        yield f"Ingelezen als {', '.join(f'B{n}' for n in r.bijlagenummers)}."
    if not r.is_geladen:
        yield "Nog niets geladen."


def _van_bestand(b: BestandRapport, stand_per: date) -> Iterator[str]:
    yield f"{b.bestand}  (bron {b.bron}, {b.wijze}, stand per {datum(stand_per)})"
    yield (
        f"  {geteld(b.gelezen, 'rij', 'rijen')} gelezen = {getal(b.geladen)} geladen + {getal(b.afgekeurd)} afgekeurd"
        f" + {getal(b.dubbel)} dubbel; bedrag {_euro(b.bedrag)}"
    )
    if b.bedrag_afgewezen or b.bedrag_in_behandeling:
        yield (
            f"  telt niet mee: {_euro(b.bedrag_afgewezen)} afgewezen, "
            f"{_euro(b.bedrag_in_behandeling)} in behandeling"
        )
    if b.weggelaten:
        yield f"  niet overgenomen kolommen: {', '.join(b.weggelaten)}"
    yield from (f"  afgekeurd: {zin}" for zin in b.afkeuringen)
    yield from opmerkingen(b.waarschuwingen, (*b.weigeringen, *b.beletsels))
    for s in b.samenvoegingen:
        yield f"  dezelfde aanbieder? {', '.join(s.varianten)} ({s.reden})"
