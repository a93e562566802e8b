"""The filters of a question on the command line, made from the registry of dimensions."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from typing import Any

from core.begrippen import Leeftijdsindeling
from core.database import Database
from core.filters import DIMENSIES, Filter, OnbekendeWaarde
from core.inlezen import bijwerken
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, onbekend
from core.opmaak import maand_kort, maand_uit_iso, opsomming, sleutel
from core.prognose.tabellen import REGISTER


def voeg_filters_toe(ontleder: argparse.ArgumentParser) -> None:
    """Give a command every filter; each may be repeated."""
    groep = ontleder.add_argument_group("filters (herhaalbaar; binnen een filter OF, tussen filters EN)")
    for naam, dimensie in DIMENSIES.items():
        soort = {"jaar": _getal("een jaar zoals 2024"), "maand": _getal("een maand van 1 tot en met 12")}
        groep.add_argument(
            f"--{naam}", action="append", metavar=naam.upper(), default=[],
            type=soort.get(naam, str), help=dimensie.titel.lower(),
        )  # fmt: skip
    groep.add_argument("--van", type=_maand, metavar="JJJJ-MM", help="vanaf deze leveringsmaand")
    groep.add_argument("--tot", type=_maand, metavar="JJJJ-MM", help="tot en met deze leveringsmaand")
    groep.add_argument(
        "--leeftijdsindeling", choices=[str(i) for i in Leeftijdsindeling], help="de leeftijdsklassen"
    )
    groep.add_argument(
        "--zoals-toen", action="store_true",
        help="zoals een jaar voor de peildatum bekend, voor de maanden waarmee voorlopige te vergelijken zijn",
    )  # fmt: skip


def _getal(vorm: str) -> Callable[[str], str]:
    def lees(tekst: str) -> str:
        if not re.fullmatch(r"\d{1,4}", tekst.strip()):
            raise argparse.ArgumentTypeError(f"'{tekst}' is geen {vorm.removeprefix('een ')}.")
        return tekst.strip()

    return lees


def _maand(tekst: str) -> str:
    try:
        maand_uit_iso(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen maand zoals 2024-02.") from fout
    return tekst


def lees_filter(args: argparse.Namespace, db: Database | None, vooruit: bool = False) -> Filter:
    """The filter that was asked for, its names matched with those in the data.

    Without a database names cannot be matched and stand as they are. Raises VerkeerdeAanroep
    for a value that does not exist, with the nearest names, and for a period without data, with the
    months that there are; Weigering when what was known then cannot be had. `vooruit`: the year after
    the last of the data may be asked too.
    """
    ruw = {naam: list(getattr(args, naam)) for naam in DIMENSIES if getattr(args, naam)}
    for veld in ("van", "tot", "leeftijdsindeling"):
        if getattr(args, veld):
            ruw[veld] = [getattr(args, veld)]
    if args.zoals_toen:
        ruw["zoals_toen"] = ["ja"]
    if db is not None and "buurt" in ruw:
        ruw["buurt"] = _namen_van_codes(db, ruw["buurt"])
    try:
        f = Filter.from_dict(ruw, None if db is None else _keuzes(db, vooruit))
    except (OnbekendeWaarde, ValueError) as fout:
        raise VerkeerdeAanroep(str(fout)) from fout
    if db is not None and f.jaar != (_volgend(db),):
        _toets_periode(db, f)
    return f


def _volgend(db: Database) -> int:
    """The year after the last of the data."""
    return max(db.keuzes["jaar"]) + 1


def _keuzes(db: Database, vooruit: bool) -> dict[str, list[Any]]:
    return db.keuzes | {"jaar": [*db.keuzes["jaar"], _volgend(db)]} if vooruit else db.keuzes


def _toets_periode(db: Database, f: Filter) -> None:
    stand = db.stand_van(f)
    if stand.eerste_maand is None or stand.laatste_maand is None:
        raise VerkeerdeAanroep("Geen maand is voorlopig, dus er is niets zoals toen bekend te vergelijken.")
    alle = range(stand.eerste_maand, stand.laatste_maand + 1)
    gekozen = [maand for maand in alle if f.past(maand)]
    vreemd = [str(jaar) for jaar in f.jaar if jaar not in {maand // 12 for maand in alle}]
    if vreemd or not gekozen:
        wat = f"Jaar {opsomming(vreemd)} komt niet voor" if vreemd else "Deze periode komt niet voor"
        welke = "Zoals toen bekend zijn er gegevens" if f.zoals_toen else "Er zijn gegevens"
        raise VerkeerdeAanroep(f"{wat}. {welke} van {maand_kort(alle[0])} tot en met {maand_kort(alle[-1])}.")
    mist = {bron for maand in gekozen for bron in db.toen_ontbreekt.get(maand, [])}
    if f.zoals_toen and mist:
        raise Weigering(
            f"Wat van deze maanden toen bekend was, is er niet van {opsomming(sorted(mist))}. Vraag andere "
            "maanden, of laat --zoals-toen weg."
        )


def _namen_van_codes(db: Database, buurten: list[str]) -> list[str]:
    namen = dict(db.rijen("SELECT buurtcode, naam FROM buurt WHERE buurtcode IS NOT NULL"))
    return [namen.get(buurt.strip().upper(), buurt) for buurt in buurten]


def tabelnaam(tekst: str, open_: Iterable[str] = ()) -> str:
    """The table that a person means, case and separators aside. Raises VerkeerdeAanroep if none.

    `open_` are the names of tables beside those of REGISTER.
    """
    namen = [*REGISTER, *open_]
    gelijk = {sleutel(naam): naam for naam in namen}
    if sleutel(tekst) not in gelijk:
        raise VerkeerdeAanroep(onbekend("Tabel", tekst, namen))
    return gelijk[sleutel(tekst)]


def gevulde_database() -> Database | None:
    """The version in force, or None when nothing was read in or all of it was undone."""
    db = bijwerken.actueel()
    return db if db is not None and db.stand.eerste_maand is not None else None
