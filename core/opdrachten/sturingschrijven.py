"""`sturing`, what is written: KPIs, actions, and the talk that begins, is noted on and closed."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from typing import Any

from core.begrippen import Rol
from core.database import Database
from core.export.agenda import agenda, bevries, op_scherm, voor_buiten
from core.export.figuur import Uitgang
from core.onthulling import Drempels
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, zeg
from core.opdrachten.tabel import wie
from core.opdrachten.vraag import gevulde_database, lees_filter, voeg_filters_toe
from core.opslag import Opslag
from core.opslag.gesprekken import Actie, Actiesoort, Actiestatus, Gesprekken
from core.opslag.kpis import Kpi, Kpis, Per, Richting
from core.opslag.sturingsgesprekken import Sturingsgesprek, Sturingsgesprekken
from core.opslag.versies import NietBewaard
from core.sturing.agenda import PUNTEN, Verloop
from core.sturing.gesprekken import bewaar_actie
from core.sturing.kpi import MATEN
from core.sturing.kpibewaren import bewaar_kpi, pad_uit, selectie_van, verwijder_kpi


def voeg_toe(delen: Any) -> None:
    """Register the parts that write."""
    _kpi_opties(delen.add_parser("kpi-bewaar", help="een KPI erbij, of met --nummer een andere inhoud"))
    weg = delen.add_parser("kpi-weg", help="een KPI verwijderen; acties en gesprekken blijven")
    weg.add_argument("nummer", type=int, metavar="NUMMER", help="zie `sturing kpi`")
    weg.set_defaults(voer_uit=_kpi_weg)
    actie = delen.add_parser("actie", help="een actie uitzetten, of met --nummer bijwerken")
    actie.add_argument("--nummer", type=int, default=0, metavar="NUMMER", help="van een actie die er al is")
    actie.add_argument("--titel", metavar="TEKST", help="wat er gaat gebeuren")
    actie.add_argument("--eigenaar", metavar="WIE", help="wie het oppakt")
    actie.add_argument("--datum", type=_dag, metavar="JJJJ-MM-DD", help="wanneer het klaar is")
    actie.add_argument("--kpi", type=int, metavar="NUMMER", help="voor welke KPI")
    actie.add_argument("--status", choices=[s.value for s in Actiestatus], help="hoe ver het is")
    actie.add_argument("--opvolging", metavar="TEKST", help="hoe het verder ging")
    actie.set_defaults(voer_uit=_actie)
    begin = delen.add_parser("begin", help="een gesprek beginnen")
    begin.add_argument("--datum", type=_dag, default=None, metavar="JJJJ-MM-DD", help="standaard vandaag")
    begin.add_argument("--deelnemers", default="", metavar="WIE", help="wie meedoen")
    begin.set_defaults(voer_uit=_begin)
    noteer = delen.add_parser("noteer", help="een notitie bij een punt van de agenda van het lopende gesprek")
    noteer.add_argument("punt", choices=list(PUNTEN), metavar="PUNT", help=", ".join(PUNTEN))
    noteer.add_argument("tekst", metavar="TEKST", help="wat is besproken; vervangt de vorige notitie")
    noteer.set_defaults(voer_uit=_noteer)
    delen.add_parser("sluit", help="het lopende gesprek afsluiten zoals het nu is").set_defaults(
        voer_uit=_sluit
    )


def _kpi_opties(deel: argparse.ArgumentParser) -> None:
    deel.add_argument("--nummer", type=int, default=0, metavar="NUMMER", help="van een KPI die er al is")
    deel.add_argument("--doel", required=True, metavar="TEKST", help="het beleidsdoel in woorden")
    deel.add_argument("--naam", required=True, metavar="TEKST", help="wat er wordt geteld")
    deel.add_argument("--maat", required=True, choices=list(MATEN), help="hoe het wordt gemeten")
    deel.add_argument(
        "--per", choices=[p.value for p in Per], default=Per.MAAND.value, help="maand (standaard) of kwartaal"
    )
    deel.add_argument(
        "--richting",
        choices=[r.value for r in Richting],
        default=Richting.OMLAAG.value,
        help="welke kant goed is",
    )
    deel.add_argument(
        "--pad",
        action="append",
        default=[],
        metavar="JJJJ-MM=DOEL",
        help="een punt van het doelpad (herhaalbaar)",
    )
    deel.add_argument("--eigenaar", default="", metavar="WIE", help="wie erover gaat")
    deel.add_argument("--regel", default="", metavar="SEGMENT", help="de begrotingsregel die zij raakt")
    voeg_filters_toe(deel)
    deel.set_defaults(voer_uit=_kpi_bewaar)


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen dag zoals 2024-05-07.") from fout


def gevuld() -> Database:
    """The version in force. Raises Weigering without any data."""
    db = gevulde_database()
    if db is None:
        raise Weigering("Er zijn nog geen gegevens ingelezen.")
    return db


def _kpi(db: Database, nummer: int) -> Kpi:
    gevonden = [k for k in Kpis().alle(db.stand.demo) if k.nummer == nummer]
    if not gevonden:
        raise VerkeerdeAanroep(f"Er is geen KPI met nummer {nummer}; zie `sturing kpi`.")
    return gevonden[0]


def _kpi_bewaar(args: argparse.Namespace) -> int:
    """Keep a KPI and say its number."""
    db = gevuld()
    oud = _kpi(db, args.nummer) if args.nummer else Kpi("", "", args.maat, demo=db.stand.demo)
    kpi = replace(
        oud, doel=args.doel, naam=args.naam, maat=args.maat, selectie=selectie_van(lees_filter(args, db)),
        richting=Richting(args.richting), per=Per(args.per), eigenaar=args.eigenaar, regel=args.regel,
    )  # fmt: skip
    try:
        kpi = bewaar_kpi(Kpis(), replace(kpi, pad=pad_uit([_punt(p) for p in args.pad])), wie())
    except NietBewaard as fout:
        raise Weigering(str(fout)) from fout
    zeg(f"KPI {kpi.nummer} is bewaard.")
    return 0


def _punt(tekst: str) -> tuple[str, float]:
    maand, _, doel = tekst.partition("=")
    try:
        return maand, float(doel.replace(",", "."))
    except ValueError as fout:
        raise VerkeerdeAanroep(f"--pad: '{tekst}' is geen punt zoals 2024-12=100.") from fout


def _kpi_weg(args: argparse.Namespace) -> int:
    kpi = _kpi(gevuld(), args.nummer)
    try:
        verwijder_kpi(Kpis(), kpi, wie())
    except NietBewaard as fout:
        raise Weigering(str(fout)) from fout
    zeg(f"KPI {kpi.nummer} is verwijderd.")
    return 0


def _actie(args: argparse.Namespace) -> int:
    """Keep an action, of which only what was given changes, and say its number."""
    db, opslag = gevuld(), Gesprekken()
    oud = Actie(0, None, Actiesoort.ANDERS, "", demo=db.stand.demo)
    if args.nummer:
        gevonden = [a for a in opslag.alle_acties(db.stand.demo) if a.nummer == args.nummer]
        if not gevonden:
            raise VerkeerdeAanroep(f"Er is geen actie met nummer {args.nummer}; zie `sturing agenda`.")
        oud = gevonden[0]
    if args.kpi:
        _kpi(db, args.kpi)
    velden = {n: getattr(args, n) for n in ("titel", "eigenaar", "datum", "kpi", "opvolging")}
    nieuw = replace(oud, **{naam: waarde for naam, waarde in velden.items() if waarde is not None})
    try:
        nieuw = bewaar_actie(opslag, replace(nieuw, status=Actiestatus(args.status or oud.status)), wie())
    except NietBewaard as fout:
        raise Weigering(str(fout)) from fout
    zeg(f"Actie {nieuw.nummer} is bewaard.")
    return 0


def _begin(args: argparse.Namespace) -> int:
    db = gevuld()
    try:
        gesprek = Verloop(Sturingsgesprekken(), wie()).begin(
            args.datum or date.today(), args.deelnemers, db.stand.demo
        )
    except NietBewaard as fout:
        raise Weigering(str(fout)) from fout
    zeg(f"Gesprek {gesprek.nummer} is begonnen.")
    return 0


def _lopend(db: Database) -> Sturingsgesprek:
    gesprek = Sturingsgesprekken().open(db.stand.demo)
    if gesprek is None:
        raise Weigering("Er loopt geen gesprek; begin er een met `sturing begin`.")
    return gesprek


def _noteer(args: argparse.Namespace) -> int:
    gesprek = _lopend(gevuld())
    try:
        Verloop(Sturingsgesprekken(), wie()).noteer(
            gesprek, args.punt, gesprek.notitie(args.punt), args.tekst
        )
    except NietBewaard as fout:
        raise Weigering(str(fout)) from fout
    zeg("De notitie is bewaard.")
    return 0


def _sluit(args: argparse.Namespace) -> int:
    """Close the talk with its agenda as it is now, in the form of the screen and in that for outside."""
    db = gevuld()
    gesprek, van = _lopend(db), Uitgang(db, Rol.STURING, Drempels.uit(Opslag()))
    inhoud = bevries(agenda(op_scherm(van)), agenda(voor_buiten(van)))
    try:
        Verloop(Sturingsgesprekken(), wie()).sluit(gesprek, inhoud, db.dataversie)
    except NietBewaard as fout:
        raise Weigering(str(fout)) from fout
    zeg(f"Gesprek {gesprek.nummer} is afgesloten.")
    return 0
