"""The life of a levering: read, judged, loaded, taken back. What pages and commands call.

`lees` shows what would happen and changes nothing; `laad` does it, all files or none. A load
is visible in one instant: when the file `actueel` names the new version.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core.database import LEVERING_KOLOMMEN, REGEL_KOLOMMEN, Database, actueel, datamap
from core.inlezen import bewaren, opruimen
from core.inlezen.bijlagen.bewaard import (
    Bijlage,
    als_tekst,
    bijlage_pad,
    bijlagen,
    uit_bestanden,
    volgend_bijlagenummer,
)
from core.inlezen.dubbel import eerder_pad
from core.inlezen.fout import Bezet, Geweigerd, KopNietHerkend
from core.inlezen.leveringtabel import alle_leveringen, levering_pad, telt, uit_parquet
from core.inlezen.paren import paren_pad
from core.inlezen.proces import Aangeboden, Meld
from core.inlezen.proef import WIJZEN, Opties, Proef, lees
from core.inlezen.rapport import Rapport
from core.inlezen.schrijver import neem_in_gebruik, nummers, schrijver
from core.inlezen.terugdraaien import terug, terug_bijlage
from core.opmaak import sleutel
from core.opslag import Opslag

__all__ = [
    "WIJZEN", "Aangeboden", "Bezet", "Geweigerd", "KopNietHerkend", "Levering", "Opties", "Proef",
    "Rapport", "herbouw", "laad", "lees", "leveringen", "terug", "terug_bijlage", "verwerp", "voeg_samen",
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
    with schrijver(proef.map_):
        db = actueel(proef.map_)
        proef.beoordeel_opnieuw(db)
        proef.toets(toch)
        oud, bijlagen_oud = alle_leveringen(db), bijlagen(db)
        opruimen.ruim_op(proef.map_, *nummers(oud, bijlagen_oud), db.pad.name if db else None)
        meld("Leveringen wegschrijven", 0.1)
        rijen, erbij = _schrijf(proef), _schrijf_bijlagen(proef, volgend_bijlagenummer(bijlagen_oud))
        meld("Cijfers opbouwen", 0.3)
        tabel = _erbij(oud, rijen)
        versie = neem_in_gebruik(proef.map_, tabel, [*bijlagen_oud, *erbij], proef.oordeel.wordt)
    rapport = replace(
        proef.rapport,
        nummers=tuple(r["nummer"] for r in rijen),
        bijlagenummers=tuple(b.nummer for b in erbij),
        dataversie=versie,
    )
    _onthoud(proef)
    _log(proef, rapport, toch, wie)
    verwerp(proef)
    meld("Klaar", 1.0)
    return rapport


def _erbij(oud: pd.DataFrame, rijen: list[dict[str, Any]]) -> pd.DataFrame:
    """The table levering with new rows; two frames of which one is empty would change its types."""
    if not rijen:
        return oud
    nieuw = pd.DataFrame(rijen)
    return pd.concat([oud, nieuw], ignore_index=True) if len(oud) else nieuw


def _log(proef: Proef, rapport: Rapport, toch: bool, wie: str) -> None:
    namen = [b.bestand for b in rapport.bestanden] + [b.bestand for b in rapport.bijlagen]
    nieuw = {"leveringen": rapport.nummers} | (
        {"bijlagen": rapport.bijlagenummers} if rapport.bijlagen else {}
    )
    Opslag(proef.map_).log(wie, "inlezen", **nieuw, bestanden=namen, toch=toch)


def _schrijf_bijlagen(proef: Proef, eerste: int) -> list[Bijlage]:
    """Keep every other input as a file of its own; what they are in the next version."""
    uit = []
    for nummer, gelezen in enumerate(proef.bijlagen, eerste):
        bijlage = Bijlage(
            nummer, gelezen.soort.naam, gelezen.feiten["sha"], gelezen.naam, gelezen.bron,
            datetime.now().replace(microsecond=0), len(gelezen.rijen),
        )  # fmt: skip
        pad = bijlage_pad(proef.map_, nummer)
        pad.parent.mkdir(exist_ok=True)
        bewaren.schrijf_duurzaam(pad, als_tekst(bijlage, gelezen.rijen))
        uit.append(bijlage)
    return uit


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


def herbouw(map_: Path | None = None) -> None:
    """Build a new version from the leveringen that are there: same figures, new reference tables.

    Without any readable version the leveringen themselves say what they are.
    """
    map_ = map_ or datamap()
    with schrijver(map_):
        db = _leesbaar(map_)
        tabel = alle_leveringen(db) if db else uit_parquet(map_)
        erbij = bijlagen(db) if db else uit_bestanden(map_)
        if db or len(tabel) or erbij:
            neem_in_gebruik(map_, tabel, erbij)


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
