"""The life of a levering: read, judged, loaded, taken back. What pages and commands call.

`lees` shows what would happen and changes nothing; `laad` does it, all files or none. A load
is visible in one instant: when the file `actueel` names the new version.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core.database import LEVERING_KOLOMMEN, REGEL_KOLOMMEN, Database, actueel, datamap
from core.inlezen import bewaren
from core.inlezen.dubbel import eerder_pad
from core.inlezen.fout import Bezet, Geweigerd, KopNietHerkend
from core.inlezen.leveringtabel import alle_leveringen, levering_pad, telt, terug_pad, uit_parquet
from core.inlezen.paren import paren_pad
from core.inlezen.proces import Aangeboden, Meld
from core.inlezen.proef import WIJZEN, Opties, Proef, lees
from core.inlezen.rapport import Rapport
from core.inlezen.standen import Stand
from core.opmaak import sleutel
from core.opslag import Opslag

__all__ = [
    "WIJZEN", "Aangeboden", "Bezet", "Geweigerd", "KopNietHerkend", "Levering", "Opties", "Proef",
    "Rapport", "herbouw", "laad", "lees", "leveringen", "terug", "verwerp", "voeg_samen",
]  # fmt: skip


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


def laad(
    proef: Proef, toch: bool = False, wie: str = "lokaal", meld: Meld = lambda tekst, deel: None
) -> Rapport:
    """Load what was read: all files, visible at once. `toch` accepts afgekeurde rows and refusals.

    Judged again when another load came between. Returns the report with the numbers of the
    leveringen. Raises Geweigerd with Dutch reasons; then nothing has changed.
    """
    with _schrijver(proef.map_):
        db = actueel(proef.map_)
        proef.beoordeel_opnieuw(db)
        proef.toets(toch)
        oud = alle_leveringen(db)
        bewaren.ruim_op(proef.map_, [int(n) for n in oud["nummer"]], db.pad.name if db else None)
        meld("Leveringen wegschrijven", 0.1)
        rijen = _schrijf(proef)
        meld("Cijfers opbouwen", 0.3)
        nieuw = pd.DataFrame(rijen)
        tabel = pd.concat([oud, nieuw], ignore_index=True) if len(oud) else nieuw
        versie = _neem_in_gebruik(proef.map_, tabel, proef.oordeel.wordt)
    rapport = replace(proef.rapport, nummers=tuple(r["nummer"] for r in rijen), dataversie=versie)
    _onthoud(proef)
    namen = [b.bestand for b in rapport.bestanden]
    Opslag(proef.map_).log(wie, "inlezen", leveringen=rapport.nummers, bestanden=namen, toch=toch)
    verwerp(proef)
    meld("Klaar", 1.0)
    return rapport


def _schrijf(proef: Proef) -> list[dict[str, Any]]:
    """Give every file its place among the leveringen; the rows of the table levering."""
    rijen = []
    for (nummer, bestand), deel in zip(proef.oordeel.werk.nieuw, proef.rapport.bestanden, strict=True):
        zoals_gelezen = bestand.feiten["levering"]
        gegevens = zoals_gelezen | {
            "nummer": nummer, "regels": deel.geladen, "afgekeurd": deel.afgekeurd, "dubbel": deel.dubbel,
            "bedrag": deel.bedrag, "maanden": len(deel.maanden),
        }  # fmt: skip
        pad = levering_pad(proef.map_, nummer)
        pad.parent.mkdir(exist_ok=True)
        if bestand.feiten["paren"]:
            bewaren.neem_over(paren_pad(bestand.pad), paren_pad(pad))
        if gegevens == zoals_gelezen:
            # Every line that came through the door counts: what the child wrote is the levering.
            bewaren.neem_over(bestand.pad, pad)
        else:
            _schrijf_regels(proef, pad, gegevens)
        rij = {k: gegevens[k] for k in LEVERING_KOLOMMEN}
        tijden = {k: datetime.fromisoformat(rij[k]) for k in ("stand_per", "ingelezen_op")}
        rijen.append(rij | tijden)
    return rijen


def _schrijf_regels(proef: Proef, pad: Path, gegevens: dict[str, Any]) -> None:
    """The lines of one file, and apart those that count only as long as an earlier levering does not."""
    bank, nummer = proef.oordeel.werk.bank, int(gegevens["nummer"])
    kolommen = ", ".join(REGEL_KOLOMMEN)
    if bank.rijen("SELECT count(*) > 0 FROM uit WHERE eerder AND levering = ?", [nummer])[0][0]:
        eerder = (
            f"SELECT {kolommen} FROM aangeboden SEMI JOIN (FROM uit WHERE eerder) USING (levering, rij) "
            f"WHERE levering = {nummer}"
        )
        bewaren.schrijf_parquet(bank.con, eerder, eerder_pad(pad), {"nummer": nummer})
    rijen = f"SELECT {kolommen} FROM aangenomen WHERE levering = {nummer}"
    bewaren.schrijf_parquet(bank.con, rijen, pad, gegevens)


def _neem_in_gebruik(map_: Path, tabel: pd.DataFrame, wordt: Stand | None = None) -> str:
    """Build the next version, check its sums, and make it the one in force; its name."""
    versie = bewaren.bouw_versie(map_, tabel)
    if wordt is not None:
        bewaren.toets(versie, wordt)
    bewaren.wijs_aan(map_, versie)
    bewaren.ruim_op(map_, [int(n) for n in tabel["nummer"]], versie.name)
    return versie.stem


def _onthoud(proef: Proef) -> None:
    """Remember for each header layout what a person chose: columns by hand, and bron."""
    if proef.opties.demo:
        return
    hand = {sleutel(k): v for k, v in (proef.opties.toewijzing_van_kolommen or {}).items()}
    opslag = Opslag(proef.map_)
    for bestand in proef.gelezen:
        kop = {sleutel(k) for k in bestand.feiten["kop"]}
        oud = opslag.kop(bestand.feiten["handtekening"]) or {}
        kolommen = oud.get("kolommen", {}) | {k: v for k, v in hand.items() if k in kop}
        nieuw = {"kolommen": kolommen, "bron": bestand.bron}
        if nieuw != oud:
            opslag.onthoud_kop(bestand.feiten["handtekening"], nieuw)


def verwerp(proef: Proef) -> None:
    """Let go of what was read; the work folder goes. Harmless after a load, or twice."""
    proef.oordeel.werk.sluit()
    shutil.rmtree(proef.werkmap, ignore_errors=True)


def leveringen(map_: Path | None = None) -> list[Levering]:
    """All leveringen that were ever loaded, oldest first, also those taken back."""
    tabel = alle_leveringen(actueel(map_ or datamap()))
    if not len(tabel):
        return []
    velden = [v for v in LEVERING_KOLOMMEN if v != "sha"]
    tabel = tabel.assign(actief=telt(tabel))[velden]
    return [Levering(**_gewoon(dict(zip(velden, rij, strict=True)))) for rij in tabel.itertuples(index=False)]


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
        tabel = alle_leveringen(actueel(map_))
        welke = tabel["nummer"] == nummer
        if not welke.any():
            raise Geweigerd(
                f"Levering {nummer} bestaat niet. De nummers staan in de geschiedenis van leveringen."
            )
        if not bool(tabel.loc[welke, "actief"].iloc[0]):
            raise Geweigerd(f"Levering {nummer} is al teruggedraaid.")
        _neem_in_gebruik(map_, tabel.assign(actief=tabel["actief"].astype(bool) & ~welke))
        terug_pad(map_, nummer).touch()
    Opslag(map_).log(wie, "terug", levering=nummer)


def herbouw(map_: Path | None = None) -> None:
    """Build a new version from the leveringen that are there: same figures, new reference tables.

    Without any readable version the leveringen themselves say what they are.
    """
    map_ = map_ or datamap()
    with _schrijver(map_):
        db = _leesbaar(map_)
        tabel = alle_leveringen(db) if db else uit_parquet(map_)
        if db or len(tabel):
            _neem_in_gebruik(map_, tabel)


def _leesbaar(map_: Path) -> Database | None:
    try:
        return actueel(map_)
    except duckdb.Error:
        # The version is gone or damaged: that is what rebuilding is for.
        return None


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
        except duckdb.Error as fout:
            raise Geweigerd(
                f"Het opbouwen van de cijfers is niet gelukt ({type(fout).__name__}); er is niets veranderd. "
                "Meld dit aan de beheerder."
            ) from fout
