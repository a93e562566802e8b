"""`export`: protected tables as a file: slides, a spreadsheet, a table."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core import onthulling
from core.begrippen import Rol
from core.export import bestand, sjabloon
from core.export.figuur import Figuur, Stuk, Uitgang, openbaar
from core.export.sjabloon import SjabloonGeweigerd
from core.inlezen import bijwerken
from core.onthulling import OPENBAAR, Drempels
from core.opdrachten.ontleder import VerkeerdeAanroep, Weigering, zeg
from core.opdrachten.tabel import wie
from core.opdrachten.vraag import gevulde_database, lees_filter, tabelnaam, voeg_filters_toe
from core.opmaak import geteld
from core.opslag import Opslag
from core.opslag.gebeurtenissen import Gebeurtenissen
from core.prognose.tabellen import VOORUIT
from core.verwacht.beeld import beeld, jaren
from core.verwacht.ingelezen import in_gebruik
from core.verwacht.vormen import Vorm


def voeg_toe(sub: Any) -> None:
    """Register the command."""
    ontleder = sub.add_parser("export", help="tabellen als presentatie, rekenblad of tabel")
    ontleder.add_argument("naam", nargs="+", metavar="NAAM", help="welke tabellen")
    ontleder.add_argument(
        "--naar", required=True, type=Path, metavar="BESTAND", help=f"een {bestand.keuzes()}"
    )
    ontleder.add_argument(
        "--rol", choices=[Rol.LEZER.value, Rol.STURING.value], default=Rol.LEZER.value,
        help="lezer (standaard): aantallen op vijftallen, want een bestand gaat het huis uit; sturing: exact",
    )  # fmt: skip
    ontleder.add_argument(
        "--sjabloon", type=Path, metavar="PPTX", help="huisstijl van de presentatie: een eigen .pptx"
    )
    ontleder.add_argument(
        "--zonder-gebeurtenissen", action="store_true", help="grafieken zonder lijnen bij gebeurtenissen"
    )
    voeg_filters_toe(ontleder)
    ontleder.set_defaults(voer_uit=voer_uit)


def voer_uit(args: argparse.Namespace) -> int:
    """Write the file and say where; raises Weigering when there is nothing to write or no way to."""
    namen, soort = list(dict.fromkeys(tabelnaam(naam, OPENBAAR) for naam in args.naam)), _soort(args)
    eigen = [naam for naam in namen if naam not in OPENBAAR]
    db, opslag, rol = gevulde_database(), Opslag(), Rol(args.rol)
    f = lees_filter(args, db, VOORUIT.issuperset(namen))
    if eigen and db is None:
        raise Weigering("Er zijn nog geen gegevens ingelezen; er is niets te exporteren.")
    figuren: list[Figuur] = []
    if db is not None:
        lijnen = () if args.zonder_gebeurtenissen else Gebeurtenissen().alle(db.stand.demo)
        uitgang = Uitgang(db, rol, Drempels.uit(opslag), rol is Rol.STURING, lijnen)
        figuren += [uitgang.figuur(naam, f) for naam in eigen]
    if len(eigen) < len(namen):
        figuren += _landelijk(met_kaart=not bestand.SOORTEN[soort].een)
    schrijf_naar(args.naar, bestand.schrijf(soort, figuren, lees_sjabloon(args.sjabloon, opslag)))
    opslag.log(wie(), "export", tabellen=namen, filter=f.to_dict(), rol=args.rol, soort=soort)
    aantal = sum(len(figuur.van) for figuur in figuren)
    zeg(f"Geschreven: {args.naar} ({geteld(aantal, 'rij', 'rijen')}).")
    return 0


def _landelijk(met_kaart: bool) -> list[Figuur]:
    """Expected beside actual use of every gemeente, and how good the model behind it is."""
    ingelezen = in_gebruik(bijwerken.actueel())
    van = beeld(Vorm.JEUGDHULP, jaren(Vorm.JEUGDHULP, ingelezen)[0], ingelezen)
    kaart = [onthulling.modelkaart_tabel(van)] if met_kaart and not van.ingelezen else []
    return [openbaar(Stuk(t.titel, t)) for t in (onthulling.verwacht_tabel(ingelezen=ingelezen), *kaart)]


def _soort(args: argparse.Namespace) -> str:
    einde: str = args.naar.suffix.lower()
    if einde not in bestand.SOORTEN:
        raise VerkeerdeAanroep(
            f"'{args.naar.name}' is geen {bestand.keuzes()}; een export kan alleen zo heten."
        )
    if bestand.SOORTEN[einde].een and len(args.naam) > 1:
        raise VerkeerdeAanroep(f"Een {einde} bevat één figuur; kies .xlsx of .pptx voor meer.")
    if args.sjabloon and einde != ".pptx":
        raise VerkeerdeAanroep("--sjabloon hoort bij een .pptx.")
    return einde


def lees_sjabloon(pad: Path | None, opslag: Opslag) -> bytes | None:
    """The design of slides: the one asked for, else the municipality's, else None for our own.

    Raises Weigering for a file that cannot be read or is no design.
    """
    if pad is None:
        return sjabloon.lees(opslag)
    try:
        inhoud = pad.read_bytes()
        sjabloon.keur(inhoud)
    except OSError as fout:
        raise Weigering(f"Kan {pad} niet lezen; bestaat het bestand?") from fout
    except SjabloonGeweigerd as fout:
        raise Weigering(str(fout)) from fout
    return inhoud


def schrijf_naar(doel: Path, inhoud: bytes) -> None:
    """Write a file. Raises Weigering with the reason when the system does not let us."""
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
