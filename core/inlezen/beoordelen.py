"""Weigh the files of one load against each other and against what is there: the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.database import Database
from core.inlezen.bewaren import alle_leveringen, lees_gegevens, levering_pad
from core.inlezen.controle import (
    Som,
    Stand,
    haal_dubbele_uit,
    maandregels,
    pas_toe,
    sommen_van,
    stand_van,
    terugkeer,
    verlies,
)
from core.inlezen.rapport import BestandRapport, Rapport
from core.inlezen.signalering import samenvoegingen, waarschuwingen
from core.inlezen.werkbank import Gelezen, Werkbank
from core.opmaak import datum, getal
from core.opslag import Opslag


@dataclass(frozen=True)
class Oordeel:
    """The report, the scratch database behind it and the stand that a load must give."""

    rapport: Rapport
    bank: Werkbank
    wordt: Stand


def beoordeel(
    map_: Path, db: Database | None, gelezen: Sequence[Gelezen], stand_per: date, vingerafdruk: str
) -> Oordeel:
    """Judge files in order, each against the leveringen in force and the files before it."""
    bank = Werkbank(map_, db, gelezen, Opslag(map_).aanbiedersindeling())
    oud = bank.stand = stand_van(bank)
    stand: Stand = dict(oud)
    delen, som_alles = [], dict[int, Som]()
    for nummer, bestand in bank.nieuw:
        haal_dubbele_uit(bank, nummer, bestand)
        sommen = sommen_van(bank, nummer)
        straks = pas_toe(stand, bestand, sommen)
        delen.append(_bestand(bank, nummer, bestand, (stand, straks, sommen), vingerafdruk))
        stand = straks
        for maand, som in sommen.items():
            som_alles[maand] = som_alles.get(maand, Som()).plus(som)
    # What is shown now may be demo data that this load takes out of use.
    getoond = _alles_nu(db)
    rapport = Rapport(
        tuple(delen), maandregels(getoond, stand, som_alles), stand_per, any(b.demo for b in gelezen), (),
        db.dataversie if db else None,
    )  # fmt: skip
    return Oordeel(rapport, bank, stand)


def _alles_nu(db: Database | None) -> Stand:
    if db is None:
        return {}
    sql = "SELECT maand, count(*), coalesce(sum(bedrag) FILTER (WHERE status = 0), 0)::BIGINT FROM regel GROUP BY ALL"
    return {("", maand): Som(regels, bedrag) for maand, regels, bedrag in db.rijen(sql)}


def _bestand(
    bank: Werkbank,
    nummer: int,
    bestand: Gelezen,
    standen: tuple[Stand, Stand, dict[int, Som]],
    vingerafdruk: str,
) -> BestandRapport:
    feiten = bestand.feiten
    maanden = maandregels(*standen, bestand.bron)
    geladen = sum(som.regels for som in standen[2].values())
    dubbel = int(
        bank.rijen("SELECT count(*) FROM uit WHERE levering = ? AND soort = 'dubbel'", [nummer])[0][0]
    )
    per_status = dict(
        bank.rijen(
            "SELECT status, sum(bedrag)::BIGINT FROM aangenomen WHERE levering = ? GROUP BY 1", [nummer]
        )
    )
    return BestandRapport(
        bestand=bestand.naam,
        sha=feiten["sha"],
        bron=bestand.bron,
        wijze=bestand.wijze,
        gelezen=feiten["gelezen"],
        geladen=geladen,
        afgekeurd=feiten["gelezen"] - geladen - dubbel,
        dubbel=dubbel,
        bedrag=per_status.get(0, 0),
        bedrag_afgewezen=per_status.get(1, 0),
        bedrag_in_behandeling=per_status.get(2, 0),
        maanden=tuple(m for m in maanden if m.regels),
        waarschuwingen=tuple(waarschuwingen(bank, nummer, bestand)),
        weigeringen=(*verlies(maanden, bestand), *terugkeer(bank, nummer, bestand)),
        beletsels=tuple(_beletsels(bank, nummer, bestand, geladen, vingerafdruk)),
        weggelaten=tuple(feiten["weggelaten"]),
        kolommen=dict(feiten["herkend"]),
        samenvoegingen=samenvoegingen(bank, nummer),
        handtekening=feiten["handtekening"],
    )


def _beletsels(
    bank: Werkbank, nummer: int, bestand: Gelezen, geladen: int, vingerafdruk: str
) -> Iterator[str]:
    """What no person can wave through."""
    alles = alle_leveringen(bank.db)
    actief = alles[alles["actief"].astype(bool)]
    zelfde = actief[actief["sha"] == bestand.feiten["sha"]]
    for rij in zelfde.itertuples():
        yield (
            f"dit bestand is al ingelezen als levering {rij.nummer} ({datum(rij.ingelezen_op)}). "
            f"Draai die eerst terug als u het opnieuw wilt inlezen."
        )
    for ander, eerder in bank.nieuw:
        if ander < nummer and eerder.feiten["sha"] == bestand.feiten["sha"]:
            yield f"dit bestand is gelijk aan {eerder.naam}, dat ook wordt aangeboden."
    if bestand.demo and (~actief["demo"].astype(bool)).any():
        yield "er zijn echte leveringen ingelezen; voorbeeldgegevens kunnen daar niet naast staan."
    if geladen == 0:
        yield _niets(bestand)
    if len(bank.lev):
        laatste = lees_gegevens(levering_pad(bank.map_, int(bank.lev["nummer"].max())))
        if laatste.get("sleutel") != vingerafdruk:
            yield "de sleutel is een andere dan bij eerdere leveringen: elke jeugdige zou een ander worden."


def _niets(bestand: Gelezen) -> str:
    if not bestand.feiten["gelezen"]:
        return "het bestand bevat een kop maar geen regels."
    return f"geen van de {getal(bestand.feiten['gelezen'])} regels kan worden geladen."
