"""`prognose bevries` and `prognose begroting`: keep the forecast of a year under a name, and enter its budget."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.database import Database
from core.inlezen.begroting import lees_begroting
from core.inlezen.jaarbladen import koppel_prognose, zoek_product
from core.inlezen.teksttabel import OnbekendeKolom, OnbruikbareTabel, lees_tekst
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, zeg
from core.opdrachten.tabel import wie
from core.opdrachten.vraag import gevulde_database
from core.opmaak import euro, geteld, opsomming
from core.opslag.begroting import Begrotingen
from core.opslag.jaarbladen import Jaarbladen, PencProduct
from core.opslag.versies import NietBewaard
from core.prognose.bevriezen import NietBevroren, bevries


def voeg_toe(delen: Any) -> None:
    """Register both parts of the command."""
    vast = delen.add_parser("bevries", help="de prognose van een jaar onder een naam vastleggen")
    vast.add_argument("naam", metavar="NAAM", help="bijvoorbeeld 'Bestuursrapportage 1'")
    vast.add_argument("--jaar", type=int, metavar="JAAR", help="standaard het laatste jaar met gegevens")
    vast.add_argument(
        "--product", metavar="PRODUCT", help="het P&C-product van de kalender waar zij in staat"
    )
    vast.set_defaults(voer_uit=_bevries)
    invoer = delen.add_parser(
        "begroting",
        help="de begroting van een jaar uit een CSV",
        description="Kolommen segment, primitief en eventueel gewijzigd en jaar; bedragen in euro. Vervangt die van het jaar.",
    )
    invoer.add_argument("bestand", type=Path, metavar="BESTAND.csv", help="een regel per segment")
    invoer.add_argument("--jaar", type=int, metavar="JAAR", required=True, help="het begrotingsjaar")
    invoer.set_defaults(voer_uit=_begroting)


def _bevries(args: argparse.Namespace) -> int:
    db = _gevuld()
    if args.jaar is not None and args.jaar not in (*db.keuzes["jaar"], max(db.keuzes["jaar"]) + 1):
        jaren = opsomming([str(jaar) for jaar in db.keuzes["jaar"]])
        raise VerkeerdeAanroep(f"Jaar {args.jaar} komt niet voor. Er zijn gegevens van {jaren}.")
    bladen, jaar = Jaarbladen(), args.jaar or db.keuzes["jaar"][-1]
    kalender = bladen.blad(PencProduct, jaar, db.stand.demo)
    try:
        product = zoek_product(kalender, args.product) if args.product else None
        wat = bevries(db, args.naam, jaar, wie())
        if product is not None:
            koppel_prognose(bladen, kalender, product, wat.naam, wie())
    except (NietBevroren, NietBewaard) as fout:
        raise Weigering(str(fout)) from fout
    waar = f" en staat in {product.product}" if product is not None else ""
    zeg(f"De prognose van {wat.jaar} is bevroren als '{wat.naam}'{waar}.")
    return 0


def _begroting(args: argparse.Namespace) -> int:
    db = _gevuld()
    try:
        regels = lees_begroting(lees_tekst(args.bestand), args.jaar, db.keuzes["segment"])
    except OnbekendeKolom as fout:
        raise VerkeerdeAanroep(str(fout)) from fout
    except OnbruikbareTabel as fout:
        raise Weigering(str(fout)) from fout
    Begrotingen().zet_begroting(regels, args.jaar, db.stand.demo, wie())
    som = euro(sum(regel.geldend for regel in regels) / 100)
    zeg(f"De begroting van {args.jaar} heeft nu {geteld(len(regels), 'regel', 'regels')}, samen {som}.")
    return 0


def _gevuld() -> Database:
    db = gevulde_database()
    if db is None:
        raise Weigering("Er zijn nog geen gegevens ingelezen.")
    return db
