"""The columns of an export as data: names, synonyms, kinds, required or not; and their matching."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from core.begrippen import Begrip, Duur, Geslacht, Intensiteit, Leveringsvorm, Status, Verwijzer
from core.opmaak import sleutel


class Soort(StrEnum):
    """How a cell of a column is read."""

    CLIENT = "client"
    BSN = "bsn"
    NUMMER = "nummer"
    GEBOORTE = "geboorte"
    DATUM = "datum"
    MAAND = "maand"
    BEDRAG = "bedrag"
    GETAL = "getal"
    DC = "dc"
    LIJST = "lijst"
    BUURT = "buurt"
    AGB = "agb"
    TEKST = "tekst"


@dataclass(frozen=True)
class Kolom:
    """One column of the export: its name, how its cells are read, and what else it is called.

    Synonyms are sleutels (core.opmaak.sleutel), best first: when a file holds two of them the
    first is used and the other is reported.
    """

    naam: str
    soort: Soort
    synoniemen: tuple[str, ...]
    verplicht: bool = False
    begrip: type[Begrip] | None = None


def _kolom(naam: str, soort: Soort, synoniemen: str = "", verplicht: bool = False) -> Kolom:
    return Kolom(naam, soort, (sleutel(naam), *synoniemen.split()), verplicht)


def _lijst(naam: str, begrip: type[Begrip], synoniemen: str) -> Kolom:
    return Kolom(naam, Soort.LIJST, (sleutel(naam), *synoniemen.split()), begrip=begrip)


KOLOMMEN: dict[str, Kolom] = {
    k.naam: k
    for k in (
        _kolom(
            "clientnummer",
            Soort.CLIENT,
            "clientnr clientid clientcode client persoonsnummer persoonsnr jeugdige jeugdigenummer"
            " jeugdigenr nummerjeugdige nummerclient",
            verplicht=True,
        ),
        _kolom("bsn", Soort.BSN, "burgerservicenummer bsnnummer bsnclient bsnjeugdige clientbsn"),
        _kolom(
            "geboortedatum",
            Soort.GEBOORTE,
            "gebdatum geboortedat gebdat geboortedd geboortedag geboortemaand geboortedatumclient"
            " geboortedatumjeugdige datumgeboorte",
            verplicht=True,
        ),
        _kolom(
            "aanbieder",
            Soort.TEKST,
            "zorgaanbieder leverancier aanbiedernaam naamaanbieder zorgaanbiedernaam"
            " naamzorgaanbieder leveranciersnaam naamleverancier instelling",
            verplicht=True,
        ),
        _kolom(
            "product",
            Soort.TEKST,
            "productnaam naamproduct voorziening productomschrijving omschrijvingproduct"
            " zorgproduct productcode",
            verplicht=True,
        ),
        _kolom(
            "leveringsmaand",
            Soort.MAAND,
            "maandlevering maandvanlevering zorgmaand prestatiemaand periode leveringsperiode"
            " jaarmaand maand prestatieperiode begindatumprestatie begindatumprestatieperiode"
            " leveringsdatum",
            verplicht=True,
        ),
        _kolom(
            "bedrag",
            Soort.BEDRAG,
            "ingediendbedrag bedragingediend gedeclareerdbedrag bedraggedeclareerd"
            " declaratiebedrag nettobedrag netto",
            verplicht=True,
        ),
        _kolom(
            "toegekend_bedrag",
            Soort.BEDRAG,
            "bedragtoegekend toegekend goedgekeurdbedrag bedraggoedgekeurd uitbetaaldbedrag betaaldbedrag",
        ),
        _kolom("debet_credit", Soort.DC, "dc d/c debet/credit debitcredit dcindicatie dccode"),
        _lijst("status", Status, "afhandeling regelstatus statusregel declaratiestatus afhandelingsstatus"),
        _lijst("geslacht", Geslacht, "sekse gender m/v mv m/v/x"),
        _kolom("buurt", Soort.BUURT, "buurtcode buurtnaam cbsbuurt cbsbuurtcode woonbuurt naambuurt"),
        _kolom("agb", Soort.AGB, "agbcode agbaanbieder agbcodeaanbieder aanbiederagb agbcodezorgaanbieder"),
        _kolom("segment", Soort.TEKST, "segmentnaam perceel naamsegment"),
        _lijst("intensiteit", Intensiteit, "zwaarte intensiteitsklasse"),
        _lijst("duur", Duur, "duurklasse"),
        _kolom(
            "toewijzingnummer",
            Soort.NUMMER,
            "toewijzingsnummer toewijzing toewijzingnr toewijzingsnr beschikkingnummer"
            " beschikkingsnummer beschikkingnr arrangementnummer",
        ),
        _kolom(
            "ingangsdatum", Soort.DATUM, "startdatum begindatum begindatumtoewijzing ingangsdatumtoewijzing"
        ),
        _kolom("einddatum", Soort.DATUM, "stopdatum einddatumtoewijzing"),
        _lijst("verwijzer", Verwijzer, "verwijzertype typeverwijzer soortverwijzer verwijzerrol"),
        _kolom(
            "declaratiemaand",
            Soort.MAAND,
            "declaratiedatum declaratieperiode indiendatum datumingediend ontvangstdatum"
            " factuurmaand factuurdatum",
        ),
        _kolom(
            "regelnummer",
            Soort.NUMMER,
            "regelnr regelid declaratieregelnummer declaratieregel declaratieregelid referentienummer",
        ),
        _kolom("volume", Soort.GETAL, "aantal hoeveelheid geleverdvolume"),
        _kolom("eenheid", Soort.TEKST, "volumeeenheid eenheidvolume tariefeenheid"),
        _lijst("leveringsvorm", Leveringsvorm, "leveringswijze financieringsvorm zin/pgb zinpgb pgb/zin"),
    )
}
"""Every column an export can hold; anything else is dropped and named in the report."""

VERPLICHT: dict[str, tuple[str, ...]] = {
    k.naam: (k.naam, {"clientnummer": "bsn", "bedrag": "toegekend_bedrag"}.get(k.naam, k.naam))
    for k in KOLOMMEN.values()
    if k.verplicht
}
"""Required columns, each with the columns that will do."""

_CENTEN = re.compile(r"[(\[]?(?:in)?(?:euro)?cent(?:en|s)?[)\]]?$")
_EURO = re.compile(r"(?:[(\[](?:in)?(?:€|eur|euro|euro's)[)\]]|in(?:euro|eur|€)|€)$")


@dataclass(frozen=True)
class Kop:
    """A header row matched with the schema.

    `kolommen`: schema column → position; `centen`: amount columns that are in cents;
    `weggelaten`: headers that are not read, `gelijk`: (used, unused) headers of one column.
    """

    tekst: tuple[str, ...]
    kolommen: Mapping[str, int]
    centen: frozenset[str] = frozenset()
    weggelaten: tuple[str, ...] = ()
    gelijk: tuple[tuple[str, str], ...] = field(default=())

    @property
    def ontbreekt(self) -> list[str]:
        """The required columns that no header stands for."""
        return [naam for naam, kan in VERPLICHT.items() if not any(k in self.kolommen for k in kan)]

    @property
    def herkend(self) -> dict[str, str]:
        """Header as written → column of the schema."""
        return {self.tekst[plek]: naam for naam, plek in self.kolommen.items()}


def handtekening(kop: Sequence[str]) -> str:
    """The header layout as one hash: the same for the same headers in any order."""
    sleutels = sorted(s for s in map(sleutel, kop) if s)
    return hashlib.sha256("\n".join(sleutels).encode()).hexdigest()


def herken(kop: Sequence[str], keuze: Mapping[str, str] | None = None) -> Kop:
    """Match a header row with the schema; `keuze` (header → column) is what a person decided.

    In `keuze` an empty column name means: do not read this header. Raises ValueError for a
    column that is not in the schema.
    """
    hand = {sleutel(k): v for k, v in (keuze or {}).items()}
    if vreemd := sorted({v for v in hand.values() if v} - set(KOLOMMEN)):
        raise ValueError(f"geen kolom van een export: {', '.join(vreemd)}")
    gevonden: dict[str, list[tuple[int, int]]] = {}
    centen: set[int] = set()
    for plek, tekst in enumerate(kop):
        naam, rang, cent = _kolom_van(sleutel(tekst), hand)
        if naam:
            gevonden.setdefault(naam, []).append((rang, plek))
        if cent:
            centen.add(plek)
    beste = {naam: min(plekken)[1] for naam, plekken in gevonden.items()}
    gelijk = [(kop[beste[n]], kop[p]) for n, plekken in gevonden.items() for _, p in plekken if p != beste[n]]
    bezet = set(beste.values())
    over = tuple(t.strip() for p, t in enumerate(kop) if p not in bezet and t.strip())
    in_centen = frozenset(n for n, p in beste.items() if p in centen)
    return Kop(tuple(kop), beste, in_centen, over, tuple(gelijk))


def _kolom_van(kop: str, hand: Mapping[str, str]) -> tuple[str | None, int, bool]:
    """The column a header stands for, the rank of that synonym, and whether it says cents."""
    kaal = _EURO.sub("", kop)
    cent = bool(_CENTEN.search(kaal)) and kaal != _CENTEN.sub("", kaal)
    kaal = _CENTEN.sub("", kaal) if cent else kaal
    if kop in hand:
        return hand[kop] or None, -1, cent
    for kolom in KOLOMMEN.values():
        if kaal in kolom.synoniemen:
            return kolom.naam, kolom.synoniemen.index(kaal), cent
    return None, 0, False
