"""`prognose plafond`, `grootboek`, `taakvelden`, `verklaringen`, `kalender`, `verantwoording`: a sheet of a year from a CSV."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from core.inlezen.bladsoorten import BLADEN, Bladsoort
from core.inlezen.jaarbladen import bewaar, lees_blad, namen_van, vreemd
from core.inlezen.teksttabel import OnbekendeKolom, OnbruikbareTabel, lees_tekst
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, zeg
from core.opdrachten.tabel import wie
from core.opdrachten.vraag import gevulde_database
from core.opmaak import geteld, hoofdletter, opsomming
from core.opslag.jaarbladen import Jaarbladen
from core.opslag.versies import NietBewaard


def voeg_toe(delen: Any) -> None:
    """Register one part of the command per kind of sheet."""
    for soort in BLADEN.values():
        wel = opsomming([v.koppen[0] for v in soort.velden if v.verplicht])
        niet = opsomming([v.koppen[0] for v in soort.velden if not v.verplicht] + ["jaar"])
        blad = delen.add_parser(
            soort.naam,
            help=f"{soort.uitleg}, uit een CSV",
            description=f"Kolommen {wel}, en eventueel {niet}; bedragen in euro. Vervangt wat er van het jaar stond.",
        )
        blad.add_argument("bestand", type=Path, metavar="BESTAND.csv", help="de tabel, met een kop")
        blad.add_argument(
            "--jaar", type=int, metavar="JAAR", required=True, help="het jaar waar het over gaat"
        )
        blad.set_defaults(voer_uit=partial(_neem_over, soort))


def _neem_over(soort: Bladsoort, args: argparse.Namespace) -> int:
    db = gevulde_database()
    if db is None:
        raise Weigering("Er zijn nog geen gegevens ingelezen.")
    bladen = Jaarbladen()
    try:
        namen = namen_van(db)
        regels = lees_blad(soort, lees_tekst(args.bestand), args.jaar, namen)
        bewaar(bladen, bladen.blad(soort.regel, args.jaar, db.stand.demo).met(*regels), wie())
    except OnbekendeKolom as fout:
        raise VerkeerdeAanroep(str(fout)) from fout
    except (OnbruikbareTabel, NietBewaard) as fout:
        raise Weigering(str(fout)) from fout
    zeg(f"{hoofdletter(soort.uitleg)}: nu {geteld(len(regels), *soort.woorden)} van {args.jaar}.")
    if zin := vreemd(regels, namen):
        zeg(zin)
    return 0
