"""`sturing`: the KPIs, the agenda of the monthly talk, earlier talks and their report."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from core import bevindingen, onthulling
from core.begrippen import Rol
from core.bevindingen import bronregel
from core.database import Database
from core.export import markdown
from core.export.agenda import Punt, agenda, ontdooi, op_scherm, reeks_van, voor_buiten
from core.export.figuur import Uitgang
from core.export.verslag import Verslag, als_markdown, als_pptx
from core.onthulling import BeveiligdeTabel, Drempels
from core.opdrachten import sturingschrijven
from core.opdrachten.export import lees_sjabloon, schrijf_naar
from core.opdrachten.ontleder import VerkeerdeAanroep, geef, zeg
from core.opdrachten.tabel import wie
from core.opslag import Opslag
from core.opslag.kpis import Kpis
from core.opslag.sturingsgesprekken import Sturingsgesprek, Sturingsgesprekken

_ROLLEN = [Rol.LEZER.value, Rol.STURING.value]
_VERSLAGEN = (".pptx", ".md")


def voeg_toe(sub: Any) -> None:
    """Register the command and its parts."""
    ontleder = sub.add_parser("sturing", help="KPI's, de agenda van het sturingsgesprek en het verslag")
    delen = ontleder.add_subparsers(title="onderdelen", metavar="ONDERDEEL", required=True)
    kpi = delen.add_parser("kpi", help="hoe elke KPI naast haar doelpad ligt")
    agenda_ = delen.add_parser("agenda", help="de agenda van nu, die zichzelf vult")
    for deel, doe in ((kpi, _kpi), (agenda_, _agenda)):
        deel.add_argument(
            "--rol",
            choices=_ROLLEN,
            default=Rol.STURING.value,
            help="sturing (standaard): exact; lezer: op vijftallen",
        )
        deel.add_argument("--json", action="store_true", help="als JSON")
        deel.set_defaults(voer_uit=doe)
    gesprekken = delen.add_parser("gesprekken", help="de gesprekken die er waren, met hun nummer")
    gesprekken.set_defaults(voer_uit=_gesprekken)
    verslag = delen.add_parser("verslag", help="het verslag van een gesprek als .pptx of .md, afgerond")
    verslag.add_argument("--naar", required=True, type=Path, metavar="BESTAND", help="een .pptx of .md")
    verslag.add_argument(
        "--gesprek", type=int, metavar="NUMMER", help="een afgesloten gesprek (standaard de agenda van nu)"
    )
    verslag.add_argument(
        "--sjabloon", type=Path, metavar="PPTX", help="huisstijl van de presentatie: een eigen .pptx"
    )
    verslag.set_defaults(voer_uit=_verslag)
    sturingschrijven.voeg_toe(delen)


def _uitgang(db: Database, rol: Rol) -> Uitgang:
    return op_scherm(Uitgang(db, rol, Drempels.uit(Opslag())))


def _kpi(args: argparse.Namespace) -> int:
    """Print the KPIs with where they stand, or with --json their periods beside their path; 0 also without any."""
    db = sturingschrijven.gevuld()
    alle, van = Kpis().alle(db.stand.demo), _uitgang(db, Rol(args.rol))
    reeksen = [reeks_van(van, kpi) for kpi in alle]
    if args.json:
        uit = [
            {
                "nummer": kpi.nummer,
                "doel": kpi.doel,
                "naam": kpi.naam,
                "koers": onthulling.kpi_oordeel(reeks, kpi).koers,
            }
            | {"filter": kpi.filter.to_dict(), "reeks": reeks.rijen()}
            for kpi, reeks in zip(alle, reeksen, strict=True)
        ]
        geef(json.dumps(uit, ensure_ascii=False, allow_nan=False, indent=1))
    else:
        geef(
            "\n".join(
                f"{kpi.nummer}. {bevindingen.kpizin(reeks, kpi)}"
                for kpi, reeks in zip(alle, reeksen, strict=True)
            )
        )
    standen = onthulling.kpi_standen(tuple(reeksen), tuple(alle)) if alle else None
    zeg(bevindingen.kpis_samen(standen))
    if standen is not None:
        zeg(bronregel(standen.herkomst))
    return 0


def _agenda(args: argparse.Namespace) -> int:
    """Print the items of the agenda with what lies under them."""
    punten = agenda(_uitgang(sturingschrijven.gevuld(), Rol(args.rol)))
    if args.json:
        geef(json.dumps([_als_json(punt) for punt in punten], ensure_ascii=False, allow_nan=False, indent=1))
        return 0
    for nummer, punt in enumerate(punten, 1):
        geef(f"{nummer}. {punt.titel}\n{punt.zin}")
        for regel in punt.regels:
            geef(f"- {regel}")
        for tabel in punt.tabellen:
            geef(markdown.schrijf(tabel) if isinstance(tabel, BeveiligdeTabel) else markdown.beheer(tabel))
        geef("")
    return 0


def _als_json(punt: Punt) -> dict[str, Any]:
    tabellen = [
        t.rijen()
        if isinstance(t, BeveiligdeTabel)
        else [dict(zip([k.naam for k in t.kolommen], r, strict=True)) for r in t.waarden]
        for t in punt.tabellen
    ]
    return {
        "punt": punt.sleutel,
        "titel": punt.titel,
        "zin": punt.zin,
        "regels": punt.regels,
        "tabellen": tabellen,
    }


def _gesprekken(args: argparse.Namespace) -> int:
    """Print the talks, newest first; 0 also without any."""
    alle = Sturingsgesprekken().alle(sturingschrijven.gevuld().stand.demo)
    if not alle:
        zeg("Er is nog geen sturingsgesprek gevoerd.")
    for g in alle:
        stand = f"afgesloten, dataversie {g.dataversie}" if g.gesloten else "loopt"
        geef(f"{g.nummer} · {g.datum} · {stand}{f' · {g.deelnemers}' if g.deelnemers else ''}")
    return 0


def _verslag(args: argparse.Namespace) -> int:
    """Write the report; raises VerkeerdeAanroep for another kind of file or a talk that is not there."""
    soort = args.naar.suffix.lower()
    if soort not in _VERSLAGEN:
        raise VerkeerdeAanroep(f"'{args.naar.name}' is geen .pptx of .md; een verslag kan alleen zo heten.")
    db, opslag = sturingschrijven.gevuld(), Opslag()
    gesprek, punten = _gesprek(db, args.gesprek)
    van = Verslag(str(opslag.instelling("gemeentenaam")), gesprek, punten)
    pptx = soort == ".pptx"
    schrijf_naar(
        args.naar,
        als_pptx(van, lees_sjabloon(args.sjabloon, opslag)) if pptx else als_markdown(van).encode("utf-8"),
    )
    opslag.log(wie(), "export", sturingsgesprek=gesprek.nummer, soort=soort)
    zeg(f"Geschreven: {args.naar}.")
    return 0


def _gesprek(db: Database, nummer: int | None) -> tuple[Sturingsgesprek, tuple[Punt, ...]]:
    """The talk that was closed with its agenda of then, or the one of now; both as they may leave the building."""
    opslag = Sturingsgesprekken()
    if nummer is None:
        nu = opslag.open(db.stand.demo) or Sturingsgesprek(date.today(), demo=db.stand.demo)
        return nu, agenda(voor_buiten(_uitgang(db, Rol.LEZER)))
    gevonden = [g for g in opslag.alle(db.stand.demo) if g.nummer == nummer and g.gesloten]
    if not gevonden:
        raise VerkeerdeAanroep(
            f"Er is geen afgesloten gesprek met nummer {nummer}; zie `sturing gesprekken`."
        )
    return gevonden[0], ontdooi(gevonden[0].inhoud, buiten=True)
