"""`inlezen`: read exports in, or with --proef only tell what would happen."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from core.inlezen import waarden
from core.inlezen.bijlagen.register import SOORTEN
from core.inlezen.leveringen import (
    WIJZEN,
    Geweigerd,
    KopNietHerkend,
    Opties,
    Proef,
    Rapport,
    laad,
    lees,
    verwerp,
)
from core.inlezen.schema import KOLOMMEN
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, geef, onbekend, zeg
from core.opdrachten.tabel import wie
from core.opmaak import opsomming


def _dag(tekst: str) -> date:
    try:
        return waarden.datum(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(
            f"'{tekst}' is geen datum; schrijf jjjj-mm-dd of dd-mm-jjjj."
        ) from fout


def _kolom(tekst: str) -> tuple[str, str]:
    kop, teken, kolom = tekst.rpartition("=")
    if not teken:
        raise argparse.ArgumentTypeError(f"'{tekst}' heeft geen '='; schrijf KOP=KOLOM.")
    if kolom and kolom not in KOLOMMEN:
        raise argparse.ArgumentTypeError(onbekend("Kolom", kolom, list(KOLOMMEN)))
    return kop, kolom


_AAN_UIT = {
    "--proef": "alleen het rapport, niets laden",
    "--toch": "laden ondanks afgekeurde regels en weigeringen",
    "--json": "het rapport als JSON",
}
_WAARDEN: dict[str, dict[str, Any]] = {
    "--wijze": {"choices": WIJZEN, "default": WIJZEN[0], "help": "vervang (standaard) of aanvullen"},
    "--bron": {
        "metavar": "NAAM",
        "help": "uit welke administratie: ZIN (standaard), PGB, GI …; van een ander bestand: wie het uitgaf",
    },
    "--stand-per": {
        "type": _dag,
        "metavar": "D",
        "help": "dag waarop de inhoud bekend was (standaard vandaag)",
    },
    "--kolom": {
        "action": "append",
        "type": _kolom,
        "default": [],
        "metavar": "KOP=KOLOM",
        "help": "een kolom met de hand toewijzen",
    },
    "--afgekeurd": {"type": Path, "metavar": "CSV", "help": "zet de afgekeurde regels in dit bestand"},
}


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser(
        "inlezen",
        help="exports en andere bestanden inlezen (CSV of XLSX)",
        description=(
            "Leest een of meer exports in: samen een rapport en een nieuwe versie, alles of niets. Ook andere "
            f"bestanden worden aan hun kop herkend: {opsomming([s.titel.lower() for s in SOORTEN.values()])}."
        ),
    )
    ontleder.add_argument(
        "bestanden", nargs="+", type=Path, metavar="BESTAND", help="een export, CSV of XLSX"
    )
    for naam, uitleg in _AAN_UIT.items():
        ontleder.add_argument(naam, action="store_true", help=uitleg)
    for naam, opties in _WAARDEN.items():
        ontleder.add_argument(naam, **opties)
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Print the report; 0 when loaded (or loadable). Raises Weigering with the reasons."""
    if niet := [str(p) for p in args.bestanden if not p.is_file()]:
        raise VerkeerdeAanroep(f"Dit bestand bestaat niet: {', '.join(niet)}.")
    opties = Opties(
        wijze=args.wijze,
        bron=args.bron,
        stand_per=args.stand_per or date.today(),
        toewijzing_van_kolommen=dict(args.kolom) or None,
    )
    try:
        proef = lees(args.bestanden, opties, meld=_meld)
    except KopNietHerkend as fout:
        raise Weigering(f"{fout}\nToewijzen kan met --kolom 'KOP=KOLOM'.") from fout
    except Geweigerd as fout:
        raise Weigering("\n".join(fout.redenen)) from fout
    try:
        return _verder(args, proef)
    finally:
        verwerp(proef)


def _verder(args: argparse.Namespace, proef: Proef) -> int:
    if args.afgekeurd is not None:
        try:
            args.afgekeurd.write_bytes(proef.afgekeurd_csv())
        except OSError as fout:
            raise Weigering(f"In {args.afgekeurd} is niet te schrijven ({fout.strerror}).") from fout
    try:
        if args.proef:
            proef.toets(args.toch)
        rapport = proef.rapport if args.proef else laad(proef, args.toch, wie(), _meld)
    except Geweigerd as fout:
        _toon(proef.rapport, args.json)
        raise Weigering("\n".join(fout.redenen)) from fout
    _toon(rapport, args.json)
    return 0


def _toon(rapport: Rapport, als_json: bool) -> None:
    geef(
        json.dumps(rapport.als_json(), ensure_ascii=False, allow_nan=False, indent=1)
        if als_json
        else rapport.als_tekst()
    )


def _meld(tekst: str, deel: float) -> None:
    """What is being done, for who watches; a log of a nightly run stays clean."""
    if sys.stderr.isatty():
        zeg(f"{deel:4.0%}  {tekst}".replace("%", " %"))
