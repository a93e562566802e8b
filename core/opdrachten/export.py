"""`export`: protected tables as a file for a spreadsheet."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from core import onthulling
from core.begrippen import Rol
from core.export import csv, xlsx
from core.inlezen import bijwerken
from core.onthulling import OPENBAAR, BeveiligdeTabel, Drempels, OpenbareTabel
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, zeg
from core.opdrachten.tabel import wie
from core.opdrachten.vraag import gevulde_database, lees_filter, tabelnaam, voeg_filters_toe
from core.opmaak import geteld
from core.opslag import Opslag
from core.verwacht.beeld import beeld, jaren
from core.verwacht.ingelezen import in_gebruik
from core.verwacht.vormen import Vorm

_SCHRIJVERS: dict[str, Callable[[Sequence[BeveiligdeTabel | OpenbareTabel]], bytes]] = {
    ".xlsx": xlsx.schrijf,
    ".csv": lambda tabellen: csv.schrijf(tabellen[0]),
}


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser("export", help="tabellen als bestand voor een rekenblad")
    ontleder.add_argument("naam", nargs="+", metavar="NAAM", help="welke tabellen")
    ontleder.add_argument("--naar", required=True, type=Path, metavar="BESTAND", help="een .xlsx of .csv")
    ontleder.add_argument(
        "--rol", choices=[Rol.LEZER.value, Rol.STURING.value], default=Rol.LEZER.value,
        help="lezer (standaard): aantallen op vijftallen, want een bestand gaat het huis uit; sturing: exact",
    )  # fmt: skip
    voeg_filters_toe(ontleder)
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Write the file and say where; raises Weigering when there is nothing to write or no way to."""
    namen, schrijf = list(dict.fromkeys(tabelnaam(naam, OPENBAAR) for naam in args.naam)), _schrijver(args)
    eigen = [naam for naam in namen if naam not in OPENBAAR]
    db = gevulde_database()
    f = lees_filter(args, db)
    opslag = Opslag()
    tabellen: list[BeveiligdeTabel | OpenbareTabel] = []
    if eigen and db is None:
        raise Weigering("Er zijn nog geen gegevens ingelezen; er is niets te exporteren.")
    if db is not None:
        tabellen += [onthulling.tabel(db, naam, f, Rol(args.rol), Drempels.uit(opslag)) for naam in eigen]
    if len(eigen) < len(namen):
        tabellen += _landelijk()
    _bewaar(args.naar, schrijf(tabellen))
    opslag.log(wie(), "export", tabellen=namen, filter=f.to_dict(), rol=args.rol, soort=args.naar.suffix)
    zeg(f"Geschreven: {args.naar} ({geteld(sum(map(len, tabellen)), 'rij', 'rijen')}).")
    return 0


def _landelijk() -> list[OpenbareTabel]:
    """Expected beside actual use of every gemeente, and how good the model behind it is."""
    ingelezen = in_gebruik(bijwerken.actueel())
    van = beeld(Vorm.JEUGDHULP, jaren(Vorm.JEUGDHULP, ingelezen)[0], ingelezen)
    kaart = [] if van.ingelezen else [onthulling.modelkaart_tabel(van)]
    return [onthulling.verwacht_tabel(ingelezen=ingelezen), *kaart]


def _schrijver(args: argparse.Namespace) -> Callable[[Sequence[BeveiligdeTabel | OpenbareTabel]], bytes]:
    einde = args.naar.suffix.lower()
    if einde not in _SCHRIJVERS:
        raise VerkeerdeAanroep(f"'{args.naar.name}' is geen .xlsx of .csv; een export kan alleen zo heten.")
    if einde == ".csv" and len(args.naam) > 1:
        raise VerkeerdeAanroep("Een .csv bevat één tabel; kies .xlsx voor meer tabellen.")
    return _SCHRIJVERS[einde]


def _bewaar(doel: Path, inhoud: bytes) -> None:
    try:
        doel.write_bytes(inhoud)
    except OSError as fout:
        raise Weigering(
            f"Kan {doel} niet schrijven: {_WAAROM.get(type(fout), 'de schijf weigert')}."
        ) from fout


_WAAROM: dict[type[OSError], str] = {
    FileNotFoundError: "de map bestaat niet",
    PermissionError: "geen toegang, of het bestand staat open in een ander programma",
    IsADirectoryError: "dat is een map",
}
