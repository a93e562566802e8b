"""A municipality's own design for slides: judged before it is used, and kept in sturing.sqlite."""

from __future__ import annotations

import io
import re
import zipfile

from core.export import dia
from core.opslag import Opslag

GROOTSTE = 20 * 1024 * 1024
"""Bytes of the file; a design with pictures is a few MB."""
_UITGEPAKT = 200 * 1024 * 1024
_LANGSTE_XML = 20 * 1024 * 1024
NAAM = "sjabloon"


class SjabloonGeweigerd(Exception):
    """The file cannot be a design for slides; its text is a Dutch sentence that says why."""


def keur(inhoud: bytes) -> None:
    """Judge a template. Raises SjabloonGeweigerd when it is no .pptx, too large, or does more than look good.

    A design with macros or with parts that are fetched from elsewhere would go along with every
    presentation, so it is refused.
    """
    if len(inhoud) > GROOTSTE:
        raise SjabloonGeweigerd(
            f"Het sjabloon is groter dan {GROOTSTE // 1024**2} MB. Verklein de afbeeldingen erin."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            _keur_inhoud(pak)
        _proef(inhoud)
    except SjabloonGeweigerd:
        raise
    except Exception as fout:
        raise SjabloonGeweigerd(
            "Dit is geen PowerPoint-bestand (.pptx) dat als sjabloon kan dienen. Sla het sjabloon in PowerPoint op "
            "als presentatie (.pptx) en bied het opnieuw aan."
        ) from fout


def _keur_inhoud(pak: zipfile.ZipFile) -> None:
    delen = pak.infolist()
    if sum(d.file_size for d in delen) > _UITGEPAKT:
        raise SjabloonGeweigerd("Het sjabloon is uitgepakt te groot. Verklein de afbeeldingen erin.")
    if any("vbaproject" in d.filename.lower() or "activex" in d.filename.lower() for d in delen):
        raise SjabloonGeweigerd("Het sjabloon bevat een macro. Sla het op als .pptx zonder macro's.")
    for deel in delen:
        if not deel.filename.endswith((".xml", ".rels")):
            continue
        if deel.file_size > _LANGSTE_XML:
            raise SjabloonGeweigerd("Het sjabloon bevat een onderdeel dat te groot is om te lezen.")
        tekst = pak.read(deel)
        if b"<!DOCTYPE" in tekst or b"<!ENTITY" in tekst:
            raise SjabloonGeweigerd("Het sjabloon bevat een verwijzing die niet in een presentatie hoort.")
        if deel.filename.endswith(".rels") and _haalt_van_elders(tekst.decode("utf-8", "replace")):
            raise SjabloonGeweigerd(
                "Het sjabloon haalt iets van buiten het bestand (een gekoppelde afbeelding of film). Sluit dat in, "
                "of haal het weg."
            )


def _haalt_van_elders(relaties: str) -> bool:
    """Whether a part is linked that opens by itself; a hyperlink opens only when someone clicks."""
    extern = [r for r in re.findall(r"<[^<>]*Relationship [^<>]*>", relaties) if "External" in r]
    return any("/hyperlink" not in r for r in extern)


def _proef(inhoud: bytes) -> None:
    """Make a slide in it: what a person would otherwise meet on the day of the meeting."""
    boek = dia.open_sjabloon(inhoud)
    blad = dia.nieuw(boek, "Proef")
    if dia.vak(boek, blad).hoog < 100:
        raise SjabloonGeweigerd("De dia's van het sjabloon zijn te klein: onder de titel past geen figuur.")
    boek.save(io.BytesIO())


def bewaar(opslag: Opslag, inhoud: bytes, wie: str) -> None:
    """Use this design from now on. Raises SjabloonGeweigerd as `keur` does."""
    keur(inhoud)
    opslag.zet_bestand(NAAM, inhoud, wie)


def lees(opslag: Opslag) -> bytes | None:
    """The municipality's design; None without one, then slides are plain."""
    return opslag.bestand(NAAM)
