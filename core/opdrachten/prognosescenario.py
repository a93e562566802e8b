"""`prognose scenario`: a year under other assumptions, reckoned at once, kept under a name, or taken away."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from core import onthulling
from core.begrippen import Rol
from core.bevindingen import aannames
from core.database import Database
from core.export import markdown
from core.filters import Filter
from core.onthulling import Drempels
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, geef, onbekend, zeg
from core.opdrachten.tabel import als_json, wie
from core.opdrachten.vraag import gevulde_database
from core.opmaak import sleutel
from core.opslag import Opslag
from core.opslag.scenarios import Scenario, Scenarios
from core.opslag.versies import NietBewaard
from core.sturing.scenarios import bewaar_scenario, bezwaar


def voeg_toe(delen: Any) -> None:
    """Register the command."""
    o = delen.add_parser(
        "scenario",
        help="een jaar onder andere aannames",
        description=(
            "Rekent de maanden die nog komen door met andere aannames. NAAM opent een bewaard scenario; wat u "
            "erbij geeft gaat voor. De bewaarde scenario's naast elkaar: tabel prognose-scenarios."
        ),
    )
    o.add_argument("naam", metavar="NAAM", nargs="?", default="", help="een bewaard scenario")
    o.add_argument("--jaar", type=int, metavar="JAAR", help="standaard het laatste jaar met gegevens")
    o.add_argument("--prijs", type=float, metavar="PCT", help="zoveel %% duurder dan in de prognose")
    o.add_argument("--instroom", type=float, metavar="PCT", help="zoveel %% meer instroom")
    o.add_argument(
        "--segment", action="append", metavar="SEGMENT", help="prijs en instroom alleen hierin (herhaalbaar)"
    )
    o.add_argument("--aanbieder", metavar="AANBIEDER", help="deze aanbieder stopt")
    o.add_argument("--vanaf", type=int, metavar="MAAND", help="de maand (1-12) waarin de aanbieder stopt")
    o.add_argument("--verhuist", type=float, metavar="PCT", help="zoveel %% van die hulp gaat elders door")
    o.add_argument(
        "--bewaar", metavar="NAAM", help="bewaren onder deze naam (een geopend scenario krijgt hem)"
    )
    o.add_argument("--weg", action="store_true", help="het scenario NAAM verwijderen")
    o.add_argument("--json", action="store_true", help="als JSON")
    o.set_defaults(voer_uit=_voer_uit)


def _voer_uit(args: argparse.Namespace) -> int:
    db = gevulde_database()
    if db is None:
        raise Weigering("Er zijn nog geen gegevens ingelezen.")
    van = _geopend(db, args)
    if args.weg:
        Scenarios().verwijder(van.nummer, wie())
        zeg(f"Scenario {van.naam} van {van.jaar} is verwijderd.")
        return 0
    wat = _met_aannames(db, van, args)
    if args.bewaar is not None:
        wat = _bewaar(db, replace(wat, naam=args.bewaar))
    f = Filter(jaar=(wat.jaar,))
    tabel = onthulling.scenario(db, f, wat, Rol.STURING, Drempels.uit(Opslag()))
    geef(als_json(tabel) if args.json else markdown.schrijf(tabel))
    for zin in aannames(wat):
        zeg(zin)
    return 0


def _geopend(db: Database, args: argparse.Namespace) -> Scenario:
    """The kept scenario of that name, else an empty one. Raises VerkeerdeAanroep."""
    jaren = db.keuzes["jaar"]
    jaar = args.jaar if args.jaar is not None else max(jaren)
    if jaar not in (*jaren, max(jaren) + 1):
        raise VerkeerdeAanroep(
            f"Van {jaar} is geen prognose te maken: er zijn gegevens van {min(jaren)} tot en met {max(jaren)}."
        )
    if not args.naam and args.weg:
        raise VerkeerdeAanroep("Geef de naam van het scenario dat weg moet.")
    if not args.naam:
        return Scenario("", jaar, demo=db.stand.demo)
    bekend = {sleutel(s.naam): s for s in Scenarios().scenarios(jaar, db.stand.demo)}
    if sleutel(args.naam) not in bekend:
        raise VerkeerdeAanroep(onbekend("Scenario", args.naam, [s.naam for s in bekend.values()]))
    return bekend[sleutel(args.naam)]


def _met_aannames(db: Database, van: Scenario, args: argparse.Namespace) -> Scenario:
    """The scenario with what was given on the line, names matched as filters are. Raises VerkeerdeAanroep."""
    velden = ("prijs", "instroom", "vanaf", "verhuist")
    gegeven = {naam: getattr(args, naam) for naam in velden if getattr(args, naam) is not None}
    if args.segment:
        gegeven["segmenten"] = tuple(_naam(db, "segment", tekst) for tekst in args.segment)
    if args.aanbieder:
        gegeven["aanbieder"] = _naam(db, "aanbieder", args.aanbieder)
    wat = replace(van, **gegeven)
    if waarom := bezwaar(replace(wat, naam="x"), db.keuzes["segment"], db.keuzes["aanbieder"]):
        raise VerkeerdeAanroep(waarom)
    return wat


def _naam(db: Database, soort: str, tekst: str) -> str:
    gelijk = {sleutel(naam): naam for naam in db.keuzes[soort]}
    if sleutel(tekst) not in gelijk:
        raise VerkeerdeAanroep(onbekend(soort.capitalize(), tekst, db.keuzes[soort]))
    return gelijk[sleutel(tekst)]


def _bewaar(db: Database, wat: Scenario) -> Scenario:
    try:
        nieuw = bewaar_scenario(Scenarios(), wat, wie(), (db.keuzes["segment"], db.keuzes["aanbieder"]))
    except NietBewaard as fout:
        raise Weigering(str(fout)) from fout
    zeg(f"Scenario {nieuw.naam} van {nieuw.jaar} is bewaard.")
    return nieuw
