"""Weigh the files of one load against each other and against what is there: the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from core.database import Database
from core.inlezen.afgekeurd import per_reden
from core.inlezen.controle import terugkeer, verlies
from core.inlezen.dubbel import haal_dubbele_uit, herkansers
from core.inlezen.leveringtabel import alle_leveringen, lees_gegevens, levering_pad
from core.inlezen.rapport import BestandRapport, Rapport
from core.inlezen.signalering import samenvoegingen, waarschuwingen
from core.inlezen.standen import Som, Stand, alles_nu, maandregels, pas_toe, sommen_van, stand_van
from core.inlezen.werkbank import Gelezen, Werkbank, tellend
from core.opmaak import datum, getal, maand_kort
from core.opslag import Opslag


@dataclass(frozen=True)
class Plek:
    """Where a load takes place: data folder, version in force, work folder, mark of the key."""

    map_: Path
    db: Database | None
    werkmap: Path
    vingerafdruk: str


@dataclass(frozen=True)
class Oordeel:
    """The report, the scratch database behind it and the stand that a load must give."""

    rapport: Rapport
    werk: Werkbank
    wordt: Stand


def beoordeel(plek: Plek, gelezen: Sequence[Gelezen], stand_per: date) -> Oordeel:
    """Judge files in order, each against the leveringen in force and the files before it."""
    blijft = tellend(alle_leveringen(plek.db), any(not b.demo for b in gelezen))
    indeling, terug = Opslag(plek.map_).aanbiedersindeling(), herkansers(plek.map_, blijft, plek.werkmap)
    werk = Werkbank(plek.map_, plek.db, gelezen, indeling, terug)
    stand: Stand = stand_van(werk)
    werk.stand = dict(stand)
    delen, som_alles = [], dict[int, Som]()
    eerder: dict[tuple[str, int], str] = {}
    for nummer, bestand in werk.nieuw:
        haal_dubbele_uit(werk.bank, nummer, bestand)
        sommen = sommen_van(werk, nummer)
        straks = pas_toe(stand, bestand, sommen)
        deel = _bestand(werk, nummer, (stand, straks, sommen), plek.vingerafdruk)
        delen.append(
            replace(deel, waarschuwingen=(*_verdringt(bestand, sommen, eerder), *deel.waarschuwingen))
        )
        eerder |= {(bestand.bron, maand): bestand.naam for maand in sommen}
        stand = straks
        for maand, som in sommen.items():
            som_alles[maand] = som_alles.get(maand, Som()).plus(som)
    # What is shown now may be demo data that this load takes out of use.
    maanden = maandregels(alles_nu(plek.db), stand, som_alles)
    versie = plek.db.dataversie if plek.db else None
    rond = (stand_per, any(b.demo for b in gelezen), (), versie)
    return Oordeel(Rapport(tuple(delen), maanden, *rond), werk, stand)


def _verdringt(bestand: Gelezen, sommen: dict[int, Som], eerder: dict[tuple[str, int], str]) -> Iterator[str]:
    """That months of a file offered before this one, of the same bron, give way to it."""
    if bestand.wijze != "vervang":
        return
    weg: dict[str, list[int]] = {}
    for maand in sorted(sommen):
        if naam := eerder.get((bestand.bron, maand)):
            weg.setdefault(naam, []).append(maand)
    for naam, maanden in weg.items():
        rest = f" en nog {len(maanden) - 1}" if len(maanden) > 1 else ""
        yield (
            f"{maand_kort(maanden[0])}{rest} staat ook in {naam}, van dezelfde bron {bestand.bron}, en telt alleen uit "
            "dit bestand: het vervangt. Horen beide bij elkaar, kies dan aanvullen of een andere bron."
        )


def _bestand(
    werk: Werkbank, nummer: int, standen: tuple[Stand, Stand, dict[int, Som]], vingerafdruk: str
) -> BestandRapport:
    bestand = dict(werk.nieuw)[nummer]
    feiten = bestand.feiten
    maanden = maandregels(*standen, bestand.bron)
    geladen = sum(som.regels for som in standen[2].values())
    dubbel = werk.aantal_dubbel(nummer)
    return BestandRapport(
        bestand=bestand.naam,
        sha=feiten["sha"],
        bron=bestand.bron,
        wijze=bestand.wijze,
        gelezen=feiten["gelezen"],
        geladen=geladen,
        afgekeurd=feiten["afgekeurd"] + werk.aantal_uit(nummer) - dubbel,
        dubbel=dubbel,
        **_bedragen(werk, nummer),
        maanden=tuple(m for m in maanden if m.regels),
        afkeuringen=per_reden(werk, nummer),
        waarschuwingen=tuple(waarschuwingen(werk, nummer, bestand)),
        weigeringen=(*verlies(maanden, bestand), *terugkeer(werk, nummer, bestand)),
        beletsels=tuple(_beletsels(werk, nummer, geladen, vingerafdruk)),
        weggelaten=tuple(feiten["weggelaten"]),
        kolommen=dict(feiten["herkend"]),
        samenvoegingen=samenvoegingen(werk, nummer),
        handtekening=feiten["handtekening"],
    )


def _bedragen(werk: Werkbank, nummer: int) -> dict[str, int]:
    sql = "SELECT status, sum(bedrag)::BIGINT FROM aangenomen WHERE levering = ? GROUP BY 1"
    per_status = dict(werk.rijen(sql, [nummer]))
    namen = ("bedrag", "bedrag_afgewezen", "bedrag_in_behandeling")
    return {naam: per_status.get(status, 0) for status, naam in enumerate(namen)}


def _beletsels(werk: Werkbank, nummer: int, geladen: int, vingerafdruk: str) -> Iterator[str]:
    """What no person can wave through."""
    bestand = dict(werk.nieuw)[nummer]
    alles = alle_leveringen(werk.db)
    actief = alles[alles["actief"].astype(bool)]
    for rij in actief[actief["sha"] == bestand.feiten["sha"]].itertuples():
        yield (
            f"dit bestand is al ingelezen als levering {rij.nummer} (op {datum(rij.ingelezen_op)}). "
            f"Draai die eerst terug als u het opnieuw wilt inlezen."
        )
    for ander, eerder in werk.nieuw:
        if ander < nummer and eerder.feiten["sha"] == bestand.feiten["sha"]:
            yield f"dit bestand is gelijk aan {eerder.naam}, dat ook wordt aangeboden."
    if bestand.demo and (~actief["demo"].astype(bool)).any():
        yield "er zijn echte leveringen ingelezen; voorbeeldgegevens kunnen daar niet naast staan."
    if geladen == 0:
        yield _niets(bestand, werk.aantal_dubbel(nummer))
    if len(werk.lev):
        laatste = lees_gegevens(levering_pad(werk.map_, int(werk.lev["nummer"].max())))
        if laatste.get("sleutel") != vingerafdruk:
            yield "de sleutel is een andere dan bij eerdere leveringen: elke jeugdige zou een ander worden."


def _niets(bestand: Gelezen, dubbel: int) -> str:
    if not bestand.feiten["gelezen"]:
        return "het bestand bevat een kop maar geen regels."
    if dubbel == bestand.feiten["gelezen"]:
        return "alle regels van dit bestand zijn al eerder ingelezen."
    if bestand.feiten["gelezen"] == 1:
        return "de enige regel van dit bestand kan niet worden geladen."
    return f"geen van de {getal(bestand.feiten['gelezen'])} regels kan worden geladen."
