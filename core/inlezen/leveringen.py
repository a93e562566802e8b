"""The life of a levering: read, judged, loaded, taken back. What pages and commands call.

`lees` shows what would happen and changes nothing; `laad` does it, all files or none. A load
is visible in one instant: when the file `actueel` names the new version.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core.database import LEVERING_KOLOMMEN, REGEL_KOLOMMEN, Database, actueel, datamap
from core.inlezen import bewaren, pseudoniem, referenties
from core.inlezen.afgekeurd import als_csv
from core.inlezen.beoordelen import Oordeel, beoordeel
from core.inlezen.fout import Bezet, Geweigerd, KopNietHerkend
from core.inlezen.paren import paren_pad
from core.inlezen.proces import Aangeboden, Meld, lees_in_kind
from core.inlezen.rapport import Rapport
from core.inlezen.werkbank import Gelezen
from core.opmaak import getal, sleutel
from core.opslag import Opslag

__all__ = [
    "Aangeboden", "Bezet", "Geweigerd", "KopNietHerkend", "Levering", "Opties", "Proef", "Rapport",
    "herbouw", "laad", "lees", "leveringen", "terug", "verwerp", "voeg_samen",
]  # fmt: skip

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

    @property
    def rapport(self) -> Rapport:
        """What would happen."""
        return self.oordeel.rapport

    def toets(self, toch: bool = False) -> None:
        """Raise Geweigerd when `laad` would, with the same reasons."""
        _weiger(self.rapport, toch)

    def afgekeurd_csv(self) -> bytes:
        """The rejected rows: bestand, rij, kolom, waarde (masked), reden; for a spreadsheet."""
        return als_csv(self.oordeel.bank)


@dataclass(frozen=True)
class Levering:
    """One accepted upload. `regels` are the lines loaded, `bedrag` their counted cents.

    `actief` is False for one that was taken back, and for demo data beside real data.
    """

    nummer: int
    bestand: str
    bron: str
    wijze: str
    stand_per: date
    ingelezen_op: datetime
    regels: int
    afgekeurd: int
    dubbel: int
    bedrag: int
    maanden: int
    actief: bool
    demo: bool


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
    map_.mkdir(parents=True, exist_ok=True)
    aangeboden = [b if isinstance(b, Aangeboden) else Aangeboden(b.name, b) for b in bestanden]
    werkmap = map_ / bewaren.TIJDELIJK / secrets.token_hex(8)
    werkmap.mkdir(parents=True)
    try:
        geheim = pseudoniem.sleutel(map_, nieuw_mag=not any((map_ / bewaren.LEVERINGEN).glob("*.parquet")))
        gelezen = [
            _lees_een(
                b,
                map_,
                opties,
                (werkmap / f"{nr}.parquet", geheim),
                _deelvoortgang(meld, nr, len(aangeboden)),
            )
            for nr, b in enumerate(aangeboden)
        ]
        meld("Vergelijken met wat er al is", 0.9)
        oordeel = beoordeel(map_, actueel(map_), gelezen, opties.stand_per, pseudoniem.vingerafdruk(geheim))
    except BaseException:
        shutil.rmtree(werkmap, ignore_errors=True)
        raise
    meld("Klaar", 1.0)
    return Proef(map_, opties, werkmap, gelezen, oordeel)


def _deelvoortgang(meld: Meld, nummer: int, aantal: int) -> Meld:
    return lambda tekst, deel: meld(tekst, 0.9 * (nummer + deel) / aantal)


def _lees_een(
    bestand: Aangeboden, map_: Path, opties: Opties, doel: tuple[Path, bytes], meld: Meld
) -> Gelezen:
    pad, geheim = doel
    if isinstance(bestand.inhoud, Path) and not bestand.inhoud.is_file():
        raise Geweigerd(f"{bestand.inhoud}: dit bestand bestaat niet.")
    opdracht = referenties.voor_kind(map_) | {
        "stand_per": opties.stand_per.isoformat(),
        "bron": bestand.bron or opties.bron,
        "sleutel": geheim.hex(),
        "kolommen": list(REGEL_KOLOMMEN),
        "uit": str(pad),
    }

    def keuzes(handtekeningen: Sequence[str]) -> dict[str, dict[str, Any]]:
        hand = dict(opties.toewijzing_van_kolommen or {})
        onthouden = {} if opties.demo else Opslag(map_).koppen(handtekeningen)
        return {
            h: {
                "kolommen": onthouden.get(h, {}).get("kolommen", {}) | hand,
                "bron": onthouden.get(h, {}).get("bron"),
            }
            for h in handtekeningen
        }

    return Gelezen(
        bestand.naam, opties.wijze, opties.demo, pad, lees_in_kind(bestand, opdracht, keuzes, meld)
    )


def laad(
    proef: Proef, toch: bool = False, wie: str = "lokaal", meld: Meld = lambda tekst, deel: None
) -> Rapport:
    """Load what was read: all files, visible at once. `toch` accepts afgekeurde rows and refusals.

    Judged again when another load came between. Returns the report with the numbers of the
    leveringen. Raises Geweigerd with Dutch reasons; then nothing has changed.
    """
    with _schrijver(proef.map_):
        db = actueel(proef.map_)
        if (db.dataversie if db else None) != proef.rapport.dataversie:
            _beoordeel_opnieuw(proef, db)
        _weiger(proef.rapport, toch)
        bewaren.ruim_op(proef.map_, *_in_gebruik(db))
        meld("Leveringen wegschrijven", 0.1)
        rijen = _schrijf(proef, wie)
        meld("Cijfers opbouwen", 0.3)
        oud = bewaren.alle_leveringen(db)
        tabel = pd.concat([oud, pd.DataFrame(rijen)], ignore_index=True) if len(oud) else pd.DataFrame(rijen)
        versie = _neem_in_gebruik(proef.map_, tabel, proef.oordeel)
    rapport = replace(proef.rapport, nummers=tuple(r["nummer"] for r in rijen), dataversie=versie)
    _onthoud(proef)
    Opslag(proef.map_).log(
        wie, "inlezen", leveringen=rapport.nummers, bestanden=[b.bestand for b in rapport.bestanden]
    )
    verwerp(proef)
    meld("Klaar", 1.0)
    return rapport


def _beoordeel_opnieuw(proef: Proef, db: Database | None) -> None:
    proef.oordeel.bank.sluit()
    afdruk = pseudoniem.vingerafdruk(pseudoniem.sleutel(proef.map_))
    proef.oordeel = beoordeel(proef.map_, db, proef.gelezen, proef.opties.stand_per, afdruk)


def _weiger(rapport: Rapport, toch: bool) -> None:
    """Raise Geweigerd when something stands in the way of this load."""
    redenen = list(rapport.beletsels)
    if not toch:
        redenen += rapport.weigeringen
        if rapport.afgekeurd:
            redenen.append(
                f"{getal(rapport.afgekeurd)} van de {getal(rapport.gelezen)} regels zijn afgekeurd; er is niets geladen. "
                "Herstel ze in het bestand, of laad de rest toch."
            )
    if redenen:
        raise Geweigerd(redenen)


def _schrijf(proef: Proef, wie: str) -> list[dict[str, Any]]:
    """Write the parquet of every file; the rows of the table levering."""
    bank = proef.oordeel.bank
    afdruk = pseudoniem.vingerafdruk(pseudoniem.sleutel(proef.map_))
    rijen = []
    for (nummer, bestand), deel in zip(bank.nieuw, proef.rapport.bestanden, strict=True):
        rij = {
            "nummer": nummer, "sha": deel.sha, "bestand": deel.bestand, "bron": deel.bron, "wijze": deel.wijze,
            "stand_per": proef.opties.stand_per, "ingelezen_op": datetime.now().replace(microsecond=0),
            "regels": deel.geladen, "afgekeurd": deel.afgekeurd, "dubbel": deel.dubbel, "bedrag": deel.bedrag,
            "maanden": len(deel.maanden), "actief": True, "demo": bestand.demo,
        }  # fmt: skip
        pad = bewaren.levering_pad(proef.map_, nummer)
        pad.parent.mkdir(exist_ok=True)
        if bestand.feiten["paren"]:
            shutil.copyfile(paren_pad(bestand.pad), paren_pad(pad))
            bewaren.maak_duurzaam(paren_pad(pad))
        gekozen = f"SELECT {', '.join(REGEL_KOLOMMEN)} FROM aangenomen WHERE levering = {int(nummer)}"
        bewaren.schrijf_levering(bank.con, proef.map_, gekozen, rij | {"sleutel": afdruk, "wie": wie})
        rijen.append(rij)
    return rijen


def _neem_in_gebruik(map_: Path, tabel: pd.DataFrame, oordeel: Oordeel | None = None) -> str:
    """Build the next version, check its sums, and make it the one in force; its name."""
    versie = bewaren.bouw_versie(map_, tabel)
    if oordeel is not None:
        bewaren.toets(versie, oordeel.wordt)
    bewaren.wijs_aan(map_, versie)
    bewaren.ruim_op(map_, [int(n) for n in tabel["nummer"]], versie.name)
    return versie.stem


def _in_gebruik(db: Database | None) -> tuple[list[int], str | None]:
    return [int(n) for n in bewaren.alle_leveringen(db)["nummer"]], db.pad.name if db else None


def _onthoud(proef: Proef) -> None:
    """Remember for each header layout what a person chose: columns by hand, and bron."""
    if proef.opties.demo:
        return
    hand = {sleutel(k): v for k, v in (proef.opties.toewijzing_van_kolommen or {}).items()}
    opslag = Opslag(proef.map_)
    for bestand in proef.gelezen:
        oud = opslag.kop(bestand.feiten["handtekening"]) or {}
        nieuw = {"kolommen": oud.get("kolommen", {}) | hand, "bron": bestand.bron}
        if nieuw != oud:
            opslag.onthoud_kop(bestand.feiten["handtekening"], nieuw)


def verwerp(proef: Proef) -> None:
    """Let go of what was read; the work folder goes."""
    proef.oordeel.bank.sluit()
    shutil.rmtree(proef.werkmap, ignore_errors=True)


def leveringen(map_: Path | None = None) -> list[Levering]:
    """All leveringen that were ever loaded, oldest first, also those taken back."""
    tabel = bewaren.alle_leveringen(actueel(map_ or datamap()))
    if not len(tabel):
        return []
    tabel = tabel.assign(actief=bewaren.telt(tabel))
    velden = [v for v in LEVERING_KOLOMMEN if v != "sha"]
    return [
        Levering(**_gewoon(dict(zip(velden, rij, strict=True))))
        for rij in tabel[velden].itertuples(index=False)
    ]


def _gewoon(rij: dict[str, Any]) -> dict[str, Any]:
    """Values of a frame as plain Python."""
    uit = {k: v.item() if hasattr(v, "item") else v for k, v in rij.items()}
    return uit | {
        "stand_per": pd.Timestamp(rij["stand_per"]).date(),
        "ingelezen_op": pd.Timestamp(rij["ingelezen_op"]).to_pydatetime(),
    }


def terug(nummer: int, wie: str, map_: Path | None = None) -> None:
    """Take a levering out of use: figures are as if it had never been loaded.

    Raises Geweigerd when there is no such levering or it was taken back before.
    """
    map_ = map_ or datamap()
    with _schrijver(map_):
        tabel = bewaren.alle_leveringen(actueel(map_))
        welke = tabel["nummer"] == nummer
        if not welke.any():
            raise Geweigerd(f"Levering {nummer} bestaat niet. De nummers staan in de lijst van leveringen.")
        if not bool(tabel.loc[welke, "actief"].iloc[0]):
            raise Geweigerd(f"Levering {nummer} is al teruggedraaid.")
        _neem_in_gebruik(map_, tabel.assign(actief=tabel["actief"].astype(bool) & ~welke))
    Opslag(map_).log(wie, "terug", levering=nummer)


def herbouw(map_: Path | None = None) -> None:
    """Build a new version from the leveringen that are there: same figures, new reference tables.

    Without any readable version the leveringen themselves say what they are.
    """
    map_ = map_ or datamap()
    with _schrijver(map_):
        db = actueel(map_)
        tabel = bewaren.alle_leveringen(db) if db else bewaren.uit_parquet(map_)
        if db or len(tabel):
            _neem_in_gebruik(map_, tabel)


def voeg_samen(varianten: Sequence[str], aanbieder: str, wie: str, map_: Path | None = None) -> None:
    """Make one aanbieder of name variants, now and in every later levering."""
    map_ = map_ or datamap()
    namen = {sleutel(n) for n in (*varianten, aanbieder)}
    Opslag(map_).voeg_indeling_toe([("naam", n, aanbieder) for n in sorted(namen)], wie)
    herbouw(map_)


@contextmanager
def _schrijver(map_: Path) -> Iterator[None]:
    """The lock, and a Dutch sentence for a full disk or a damaged file."""
    with bewaren.slot(map_):
        try:
            yield
        except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as fout:
            raise Geweigerd(
                "Het opslaan is niet gelukt; er is niets veranderd. Is de schijf vol, of de gegevensmap alleen-lezen?"
            ) from fout
