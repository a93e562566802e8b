"""Reading and judging files without loading: what a person sees before saying yes."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from core import referentie
from core.database import REGEL_KOLOMMEN, Database, actueel, datamap
from core.inlezen import opruimen, pseudoniem
from core.inlezen.afgekeurd import als_csv
from core.inlezen.beoordelen import Oordeel, Plek, beoordeel
from core.inlezen.bijlagen.oordeel import GelezenBijlage, beoordeel_bijlagen
from core.inlezen.fout import Geweigerd
from core.inlezen.leveringtabel import LEVERINGEN, alle_leveringen, volgend_nummer
from core.inlezen.proces import Aangeboden, Meld, lees_in_kind
from core.inlezen.rapport import Rapport
from core.inlezen.werkbank import Gelezen
from core.opmaak import getal, geteld
from core.opslag import Opslag

WIJZEN = ("vervang", "aanvullen")


@dataclass(frozen=True)
class Opties:
    """How files are to be loaded.

    `bron` None: as remembered for the header layout, else ZIN. `toewijzing_van_kolommen` maps
    headers to columns by hand (an empty name: do not read) and is remembered when loaded.
    """

    wijze: str = "vervang"
    bron: str | None = None
    stand_per: date = field(default_factory=date.today)
    demo: bool = False
    toewijzing_van_kolommen: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        """Refuse a wijze that does not exist."""
        if self.wijze not in WIJZEN:
            raise ValueError(f"wijze is {' of '.join(WIJZEN)}, niet {self.wijze!r}")


@dataclass
class Proef:
    """Files that were read and judged; nothing of them is visible yet.

    Ends in `laad` or `verwerp`: until then a work folder holds their pseudonymised rows.
    """

    map_: Path
    opties: Opties
    werkmap: Path
    gelezen: list[Gelezen]
    oordeel: Oordeel
    bijlagen: list[GelezenBijlage] = field(default_factory=list)

    @property
    def rapport(self) -> Rapport:
        """What would happen."""
        return self.oordeel.rapport

    def toets(self, toch: bool = False) -> None:
        """Raise Geweigerd when `laad` would, with the same reasons."""
        redenen = list(self.rapport.beletsels)
        if not toch:
            redenen += self.rapport.weigeringen
            if self.rapport.afgekeurd:
                redenen.append(
                    f"{geteld(self.rapport.afgekeurd, 'regel is', 'regels zijn')} afgekeurd, van {getal(self.rapport.gelezen)} "
                    "gelezen; er is niets geladen. Herstel dat in het bestand, of laad de rest toch."
                )
        if redenen:
            raise Geweigerd(redenen)

    def beoordeel_opnieuw(self, db: Database | None) -> None:
        """Judge again, against a version that came in between. Nothing when it is the same."""
        if (db.dataversie if db else None) == self.rapport.dataversie:
            return
        self.oordeel.werk.sluit()
        plek = _plek(self.map_, db, self.werkmap)
        self.oordeel = _oordeel(plek, self.gelezen, self.bijlagen, self.opties.stand_per)

    def afgekeurd_csv(self) -> bytes:
        """The rejected rows: bestand, rij, kolom, waarde (masked), reden; for a spreadsheet."""
        return als_csv(self.oordeel.werk)


def lees(
    bestanden: Sequence[Path | Aangeboden],
    opties: Opties | None = None,
    map_: Path | None = None,
    meld: Callable[[str, float], None] = lambda tekst, deel: None,
) -> Proef:
    """Read files and judge them, without loading. `meld` gets what is being done and 0-1.

    Raises Geweigerd when a file cannot be read at all, KopNietHerkend when columns are missing.
    """
    map_, opties = map_ or datamap(), opties or Opties()
    aangeboden = [b if isinstance(b, Aangeboden) else Aangeboden(b.name, b) for b in bestanden]
    werkmap = _werkmap(map_, aangeboden)
    try:
        db = _huidige(map_)
        eerste = volgend_nummer(alle_leveringen(db))
        alles = [
            _lees_een(b, opties, werkmap / f"{eerste + plek}.parquet", _deel(meld, plek, len(aangeboden)))
            for plek, b in enumerate(aangeboden)
        ]
        meld("Vergelijken met wat er al is", 0.9)
        gelezen = [b for b in alles if isinstance(b, Gelezen)]
        bijlagen = [b for b in alles if isinstance(b, GelezenBijlage)]
        oordeel = _oordeel(_plek(map_, db, werkmap), gelezen, bijlagen, opties.stand_per)
    except BaseException:
        shutil.rmtree(werkmap, ignore_errors=True)
        raise
    meld("Klaar", 1.0)
    return Proef(map_, opties, werkmap, gelezen, oordeel, bijlagen)


def _werkmap(map_: Path, aangeboden: Sequence[Aangeboden]) -> Path:
    if not aangeboden:
        raise Geweigerd("Er is geen bestand aangeboden.")
    werkmap = map_ / opruimen.TIJDELIJK / secrets.token_hex(8)
    werkmap.mkdir(parents=True)
    return werkmap


def _huidige(map_: Path) -> Database | None:
    try:
        return actueel(map_)
    except duckdb.Error as fout:
        raise Geweigerd(
            "De gegevens zijn niet te openen: het bestand ontbreekt of is beschadigd. Zet een back-up terug, of "
            "bouw de gegevens opnieuw op uit de leveringen."
        ) from fout


def _plek(map_: Path, db: Database | None, werkmap: Path) -> Plek:
    return Plek(map_, db, werkmap, pseudoniem.vingerafdruk(pseudoniem.sleutel(map_)))


def _oordeel(plek: Plek, gelezen: list[Gelezen], bijlagen: list[GelezenBijlage], stand_per: date) -> Oordeel:
    oordeel = beoordeel(plek, gelezen, stand_per)
    erbij = beoordeel_bijlagen(plek.db, bijlagen)
    return replace(oordeel, rapport=replace(oordeel.rapport, bijlagen=erbij))


def _deel(meld: Meld, nummer: int, aantal: int) -> Meld:
    return lambda tekst, deel: meld(tekst, 0.9 * (nummer + deel) / aantal)


def _weiger(bestand: Aangeboden, opties: Opties) -> None:
    """Raises Geweigerd for a file that is not there and for a bron that names a person."""
    if isinstance(bestand.inhoud, Path) and not bestand.inhoud.is_file():
        raise Geweigerd(f"{bestand.inhoud}: dit bestand bestaat niet.")
    if pseudoniem.bevat_bsn(bestand.bron or opties.bron or ""):
        raise Geweigerd(
            "De bron bevat een burgerservicenummer; noem de administratie waar het bestand uit komt."
        )


def _lees_een(bestand: Aangeboden, opties: Opties, doel: Path, meld: Meld) -> Gelezen | GelezenBijlage:
    """Have a child read one file; `doel` lies in the work folder of the data folder."""
    map_ = doel.parents[2]
    _weiger(bestand, opties)
    opslag = Opslag(map_)
    geheim = pseudoniem.sleutel(map_, nieuw_mag=not any((map_ / LEVERINGEN).glob("*.parquet")))
    opdracht = _opdracht(opties, doel) | {
        "bron": bestand.bron or opties.bron,
        "sleutel": geheim.hex(),
        "gemeentecode": str(opslag.instelling("gemeentecode")),
        "gemeente": str(opslag.instelling("gemeentenaam")),
        "levering": _levering(bestand, opties, int(doel.stem)) | {"sleutel": pseudoniem.vingerafdruk(geheim)},
    }

    def keuzes(handtekeningen: Sequence[str]) -> dict[str, dict[str, Any]]:
        hand = dict(opties.toewijzing_van_kolommen or {})
        # A header layout of the demo says nothing about the exports of the municipality.
        bekend = {} if opties.demo else opslag.koppen(handtekeningen)
        niets: dict[str, Any] = {"kolommen": {}, "bron": None}
        return {
            h: (b := niets | bekend.get(h, {})) | {"kolommen": b["kolommen"] | hand} for h in handtekeningen
        }

    feiten = lees_in_kind(bestand, opdracht, keuzes, meld)
    if "bijlage" in feiten:
        return GelezenBijlage(bestand.naam, feiten["bijlage"])
    return Gelezen(bestand.naam, opties.wijze, opties.demo, doel, feiten)


def _opdracht(opties: Opties, doel: Path) -> dict[str, Any]:
    """What a child must know to read any file."""
    return {
        "stand_per": opties.stand_per.isoformat(),
        "kolommen": list(REGEL_KOLOMMEN),
        "uit": str(doel),
        "buurten": referentie.buurten()[["buurtcode", "naam", "wijk"]].to_numpy().tolist(),
    }


def _levering(bestand: Aangeboden, opties: Opties, nummer: int) -> dict[str, Any]:
    """The row of the table levering as far as it is known before reading."""
    return {
        "nummer": nummer,
        "bestand": bestand.naam,
        "wijze": opties.wijze,
        "stand_per": opties.stand_per.isoformat(),
        "ingelezen_op": datetime.now().isoformat(timespec="seconds"),
        "actief": True,
        "demo": opties.demo,
    }
