"""`tabel`: one table under one filter, protected as for sturing, or unprotected and logged."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable
from typing import Any

from core import onthulling
from core.begrippen import Rol
from core.bevindingen import bronregel
from core.cijfers.tabellen import Soort
from core.database import Database
from core.export import csv, markdown
from core.filters import Filter
from core.inlezen import bijwerken
from core.onthulling import OPENBAAR, BeveiligdeTabel, Drempels, Rooster
from core.opdrachten.ontleder import VerkeerdeAanroep, geef, zeg
from core.opdrachten.vraag import gevulde_database, lees_filter, tabelnaam, voeg_filters_toe
from core.opmaak import opsomming
from core.opslag import Opslag
from core.prognose.tabellen import REGISTER, VOORUIT
from core.verwacht.ingelezen import in_gebruik

_LEEG = {"json": "[]", "md": "", "csv": ""}


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser(
        "tabel", help="een tabel met cijfers", description=f"Tabellen: {', '.join([*REGISTER, *OPENBAAR])}."
    )
    ontleder.add_argument("naam", metavar="NAAM", help="welke tabel")
    ontleder.add_argument("--formaat", choices=["md", "json", "csv"], default="md", help="md, json of csv")
    ontleder.add_argument("--ruw", action="store_true", help="onbeveiligd (databeheer; komt in het logboek)")
    voeg_filters_toe(ontleder)
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Print the table; 0 also when it is empty. A wrong name or value raises VerkeerdeAanroep."""
    naam = tabelnaam(args.naam, OPENBAAR)
    if naam in OPENBAAR:
        return _openbaar(args, naam)
    db = gevulde_database()
    f = lees_filter(args, db, naam in VOORUIT)
    if args.ruw:
        Opslag().log(wie(), "onbeveiligde tabel", tabel=naam, filter=f.to_dict())
    if db is None:
        zeg("Er zijn nog geen gegevens ingelezen.")
        geef(_LEEG[args.formaat])
        return 0
    tabel = (
        _ruw(db, naam, f) if args.ruw else onthulling.tabel(db, naam, f, Rol.STURING, Drempels.uit(Opslag()))
    )
    geef(_SCHRIJVERS[args.formaat](tabel).removesuffix("\r\n"))
    zeg("Onbeveiligd: niet verspreiden." if args.ruw else bronregel(tabel.herkomst))
    return 0


def _openbaar(args: argparse.Namespace, naam: str) -> int:
    """A table of published figures: of the filters only the year can be asked of it."""
    gevraagd = lees_filter(args, None)
    anders = [f"--{n}" for n in gevraagd.actief() if n != "jaar"]
    if anders := anders + ["--zoals-toen"] * gevraagd.zoals_toen:
        raise VerkeerdeAanroep(
            f"De tabel {naam} gaat over gemeenten en kent alleen --jaar, niet {opsomming(anders)}."
        )
    tabel = OPENBAAR[naam](ingelezen=in_gebruik(bijwerken.actueel()))
    if gevraagd.jaar:
        tabel = tabel.alleen(jaar=gevraagd.jaar)
    geef(_SCHRIJVERS[args.formaat](tabel).removesuffix("\r\n"))
    zeg(tabel.bron)
    return 0


def als_json(tabel: Rooster) -> str:
    """The rows as JSON: euros with two decimals, a hidden cell its reason, unknown null."""
    euro = [k.naam for k in tabel.kolommen if k.soort in (Soort.EURO, Soort.EURO_PER)]
    rijen = tabel.rijen()
    for rij in rijen:
        # Adding 0.0 turns the -0.0 that rounding can leave into 0.0.
        rij |= {naam: round(rij[naam], 2) + 0.0 for naam in euro if isinstance(rij[naam], float)}
    return json.dumps(rijen, ensure_ascii=False, allow_nan=False, indent=1)


_SCHRIJVERS: dict[str, Callable[[Rooster], str]] = {
    "json": als_json,
    "md": markdown.schrijf,
    "csv": csv.tekst,
}


def wie() -> str:
    """Who is at the keyboard, for the log: the name of the account on this machine."""
    return os.environ.get("USER") or os.environ.get("USERNAME") or "lokaal"


def _ruw(db: Database, naam: str, f: Filter) -> BeveiligdeTabel:
    """The exact figures in the shape of a protected table: with thresholds of 0 nothing hides."""
    vraag, open_ = REGISTER[naam], Drempels(gewoon=0, buurt_persoonlijk=0)
    van = onthulling.herkomst(db, vraag, f, Rol.DATABEHEER, open_)
    return onthulling.in_gebied(onthulling.beveilig(vraag, onthulling.ruw(db, naam, f), van, open_))
