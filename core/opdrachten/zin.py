"""`zin`: one number as a paragraph for an answer to the council, with the code that proves it."""

from __future__ import annotations

import argparse
from typing import Any

from core.begrippen import Rol
from core.export import bewijs, zin
from core.export.figuur import Uitgang
from core.export.zin import GeenRij, Plaats
from core.onthulling import BeveiligdeTabel, Drempels
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, geef, onbekend, zeg
from core.opdrachten.tabel import wie
from core.opdrachten.vraag import gevulde_database, lees_filter, tabelnaam, voeg_filters_toe
from core.opmaak import sleutel
from core.opslag import Opslag
from core.prognose.tabellen import VOORUIT

_MEESTE = 8
"""So many rows are named to choose from."""


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser(
        "zin",
        help="een getal als alinea voor een antwoord aan de raad",
        description="Getal, definitie, selectie, bron en voorbehoud in een alinea, met een code die `bewijs` herhaalt.",
    )
    ontleder.add_argument("naam", metavar="NAAM", help="welke tabel")
    ontleder.add_argument(
        "--maat", required=True, metavar="KOLOM", help="welk getal, zoals jeugdigen of kosten"
    )
    ontleder.add_argument(
        "--rij",
        action="append",
        default=[],
        metavar="NAAM",
        help="welke rij, zoals een aanbieder (herhaalbaar)",
    )
    ontleder.add_argument(
        "--rol", choices=[Rol.LEZER.value, Rol.STURING.value], default=Rol.LEZER.value,
        help="lezer (standaard): aantallen op vijftallen; sturing: exact, voor intern gebruik",
    )  # fmt: skip
    voeg_filters_toe(ontleder)
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Print the paragraph; raises VerkeerdeAanroep for a row or column that does not exist."""
    naam, db = tabelnaam(args.naam), gevulde_database()
    f = lees_filter(args, db, naam in VOORUIT)
    if db is None:
        raise Weigering("Er zijn nog geen gegevens ingelezen; er is geen getal om over te schrijven.")
    opslag, rol = Opslag(), Rol(args.rol)
    uitgang = Uitgang(db, rol, Drempels.uit(opslag), intern=rol is Rol.STURING)
    van = uitgang.tabel(naam, f)
    maat, rij = _maat(van, args.maat), _rij(van, args.rij)
    geef(bewijs.maak(uitgang, van, Plaats(zin.rijnaam(van, rij), maat), wie(), opslag).alinea)
    if rol is Rol.STURING:
        zeg("Voor intern gebruik: aantallen vanaf de drempel zijn exact.")
    return 0


def _maat(van: BeveiligdeTabel, gevraagd: str) -> str:
    namen = {sleutel(t): k.naam for k in zin.maten(van) for t in (k.naam, k.titel)}
    if sleutel(gevraagd) not in namen:
        raise VerkeerdeAanroep(onbekend("Maat", gevraagd, [k.naam for k in zin.maten(van)]))
    return namen[sleutel(gevraagd)]


def _rij(van: BeveiligdeTabel, woorden: list[str]) -> int:
    if not len(van):
        raise Weigering("In deze selectie is er geen enkele rij; haal een filter weg.")
    try:
        return zin.zoek_woorden(van, woorden)
    except GeenRij as fout:
        meer = f" en nog {len(fout.keuzes) - _MEESTE}" if len(fout.keuzes) > _MEESTE else ""
        raise VerkeerdeAanroep(
            f"Noem met --rij precies één rij. Te kiezen: {'; '.join(fout.keuzes[:_MEESTE])}{meer}."
        ) from fout
