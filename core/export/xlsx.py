"""Protected tables as a workbook: real numbers in Dutch formats, and where they come from."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from core.begrippen import Rol
from core.bevindingen import bronregel, selectie
from core.cijfers.tabellen import Kolom, Soort
from core.export import veilig
from core.filters import DIMENSIES
from core.onthulling import BeveiligdeTabel, Herkomst, OpenbareTabel, Rooster, opgemaakt
from core.opmaak import datum, opsomming

_FORMAAT = {
    Soort.JEUGDIGEN: "#,##0",
    Soort.INWONERS: "#,##0",
    Soort.RANG: "0",
    Soort.JAAR: "0",
    Soort.EURO: "€ #,##0.00;-€ #,##0.00",
    Soort.EURO_PER: "€ #,##0.00;-€ #,##0.00",
    Soort.PCT: '0.0" %"',
    Soort.PER_1000: "0.0",
    Soort.PROCENTPUNT: "+0.0;-0.0;0.0",
    Soort.VERSCHIL: "+#,##0;-#,##0;0",
    Soort.INDEX: "0",
    Soort.AANTAL: "#,##0",
}
_BREEDSTE = 60


def schrijf(tabellen: Sequence[BeveiligdeTabel | OpenbareTabel]) -> bytes:
    """A workbook with a sheet per table and a sheet *Verantwoording*.

    Numbers are numbers, a hidden cell holds its reason as text and an unknown cell is empty.
    Raises ValueError without any table.
    """
    if not tabellen:
        raise ValueError("geen tabel om te exporteren")
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True, "strings_to_formulas": False}) as boek:
        namen = [_bladnaam(t.naam) for t in tabellen]
        for naam, tabel in zip(namen, tabellen, strict=True):
            _blad(boek, naam, tabel)
        _verantwoording(boek, tabellen)
    return uit.getvalue()


def _bladnaam(naam: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", naam)[:31]


def _blad(boek: Any, naam: str, tabel: Rooster) -> None:
    blad = boek.add_worksheet(naam)
    kop = boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    dicht = boek.add_format({"italic": True, "font_color": "#5a6772", "align": "right"})
    blad.freeze_panes(1, 0)
    blad.autofilter(0, 0, max(len(tabel), 1), len(tabel.kolommen) - 1)
    for n, kolom in enumerate(tabel.kolommen):
        vorm = boek.add_format({"num_format": _FORMAAT.get(kolom.soort, "@")})
        blad.write_string(0, n, kolom.titel, kop)
        blad.set_column(n, n, _breedte(tabel, n))
        for rij in range(len(tabel)):
            if reden := tabel.reden[rij][n]:
                blad.write_string(rij + 1, n, reden, dicht)
            else:
                _cel(blad, (rij + 1, n), kolom, (tabel.waarden[rij][n], vorm))


def _cel(blad: Any, plaats: tuple[int, int], kolom: Kolom, inhoud: tuple[Any, Any]) -> None:
    waarde, vorm = inhoud
    if waarde is None:
        blad.write_blank(*plaats, None, vorm)
    elif kolom.soort in _FORMAAT:
        blad.write_number(*plaats, waarde, vorm)
    else:
        blad.write_string(
            *plaats,
            veilig(opgemaakt(kolom.soort, waarde) if kolom.soort is Soort.JA_NEE else str(waarde)),
            vorm,
        )


def _breedte(tabel: Rooster, n: int) -> int:
    kolom = tabel.kolommen[n]
    cellen = (len(tabel.tekst(kolom.naam, rij)) for rij in range(len(tabel)))
    return min(_BREEDSTE, 3 + max(len(kolom.titel), 8, *cellen))


def _verantwoording(boek: Any, tabellen: Sequence[BeveiligdeTabel | OpenbareTabel]) -> None:
    blad = boek.add_worksheet("Verantwoording")
    vet, terugloop = boek.add_format({"bold": True, "valign": "top"}), boek.add_format({"text_wrap": True})
    blad.set_column(0, 0, 24)
    blad.set_column(1, 1, 100)
    rijen = [("Tabellen", opsomming([t.titel for t in tabellen]))]
    beveiligd = [t for t in tabellen if isinstance(t, BeveiligdeTabel)]
    rijen += verantwoording(beveiligd[0].herkomst) if beveiligd else []
    # One threshold per table: where buurt meets a personal attribute it is higher.
    rijen += [(f"Bron {t.titel}", _bron(t)) for t in tabellen]
    for n, (wat, uitleg) in enumerate(rijen):
        blad.write_string(n, 0, veilig(wat), vet)
        blad.write_string(n, 1, veilig(uitleg), terugloop)


def _bron(van: BeveiligdeTabel | OpenbareTabel) -> str:
    if isinstance(van, OpenbareTabel):
        return " · ".join((van.bron, *van.noten))
    return bronregel(van.herkomst)


def verantwoording(van: Herkomst) -> list[tuple[str, str]]:
    """Where figures come from, as (what, explanation) rows for a sheet or a slide."""
    rijen = [("Selectie", selectie(van.filter, van))]
    rijen += [(DIMENSIES[n].titel, opsomming([str(w) for w in ws])) for n, ws in van.filter.actief().items()]
    rijen += [
        ("Stand per", datum(van.stand_per) if van.stand_per else "onbekend"),
        ("Gegevensversie", van.dataversie),
        ("Gemaakt op", f"{datetime.now():%d-%m-%Y %H:%M}"),
        ("Soort gegevens", "voorbeeldgegevens (verzonnen)" if van.demo else "declaraties jeugdhulp"),
        ("Verborgen cellen", f"Aantallen van 1 tot en met {van.drempel - 1} staan als <{van.drempel}; "
         "'verborgen' staat waar een getal zo'n aantal zou verraden. Verborgen is niet nul."),
        ("Gebruik", _GEBRUIK[van.rol]),
    ]  # fmt: skip
    return rijen


_GEBRUIK = {
    Rol.LEZER: "Aantallen zijn afgerond op vijftallen.",
    Rol.STURING: "Voor intern gebruik: aantallen vanaf de drempel zijn exact.",
    Rol.DATABEHEER: "Onbeveiligd: alleen voor controle van de gegevens, niet verspreiden.",
}
