"""The demo as exports: three files, each with the headers and notation of another supplier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from core.demo.gegevens import LOOPTIJD
from core.opmaak import getal

_ZOALS_HET_IS = (
    "aanbieder", "agb", "segment", "product", "status", "intensiteit", "duur", "eenheid", "verwijzer",
)  # fmt: skip


@dataclass(frozen=True)
class Bestand:
    """How one export looks: its bron, name, encoding, and header → column of `kolommen`."""

    bron: str
    naam: str
    codering: str
    koppen: dict[str, str]


BESTANDEN = (
    Bestand("ZIN", "voorbeeld_zin.csv", "utf-8-sig", {
        "Cliëntnummer": "client", "Geboortedatum": "geboortedatum", "Geslacht": "geslacht",
        "Zorgaanbieder": "aanbieder", "AGB-code": "agb", "Segment": "segment", "Product": "product",
        "Leveringsmaand": "maand_iso", "Declaratiemaand": "declaratie_iso", "Bedrag": "bedrag", "D/C": "dc",
        "Status": "status", "Toewijzingnummer": "toewijzing", "Ingangsdatum": "ingangsdatum",
        "Einddatum": "einddatum", "Intensiteit": "intensiteit", "Duur": "duur", "Volume": "volume",
        "Eenheid": "eenheid", "Buurt": "buurt", "Verwijzer": "verwijzer", "Leveringsvorm": "vorm",
        "Regelnummer": "regelnummer",
    }),
    Bestand("PGB", "voorbeeld_pgb.csv", "cp1252", {
        "Jeugdige": "client", "Geb.datum": "geboortedatum", "Sekse": "geslacht", "Zorgaanbieder": "aanbieder",
        "Segment": "segment", "Voorziening": "product", "Periode": "maand_kaal",
        "Declaratieperiode": "declaratie_kaal", "Netto bedrag": "bedrag_min", "Beschikkingnummer": "toewijzing",
        "Buurtnaam": "buurt", "Verwijzer": "verwijzer", "Leveringsvorm": "vorm", "Regel-ID": "regelnummer",
    }),
    Bestand("GI", "voorbeeld_gi.csv", "utf-8", {
        "Cliëntnr": "client", "Geboortedatum": "geboortedatum", "Geslacht": "geslacht",
        "Instelling": "aanbieder", "AGB": "agb", "Segment": "segment", "Productnaam": "product",
        "Maand": "maand_woord", "Declaratiemaand": "declaratie_woord", "Bedrag (€)": "bedrag_euro",
        "Toewijzing": "toewijzing", "Startdatum": "ingangsdatum", "Buurt": "buurt",
        "Verwijzer": "verwijzer", "Regelnr": "regelnummer",
    }),
)  # fmt: skip
"""Different on purpose: what a reader meets in practice."""


def schrijf(regels: pd.DataFrame, mensen: pd.DataFrame, map_: Path) -> list[Path]:
    """Write the exports into a folder; the paths, in the order of BESTANDEN."""
    paden = []
    for bestand in BESTANDEN:
        eigen = regels[regels["bestand"] == bestand.bron]
        tabel = kolommen(eigen, mensen, bestand)
        paden.append(map_ / bestand.naam)
        naar_csv(tabel, paden[-1], bestand.codering)
    return paden


def naar_csv(tabel: pd.DataFrame, pad: Path, codering: str) -> None:
    """Write a table the way Dutch spreadsheets do: semicolons and Windows line ends."""
    tabel.to_csv(pad, sep=";", index=False, encoding=codering, lineterminator="\r\n")


def kolommen(regels: pd.DataFrame, mensen: pd.DataFrame, bestand: Bestand) -> pd.DataFrame:
    """The lines of one export as text, in its headers and notation."""
    mens = mensen.iloc[regels["jeugdige"]].reset_index(drop=True)
    t = regels.reset_index(drop=True)
    bron = _bronkolommen(t, mens, bestand)
    return pd.DataFrame({kop: bron[kolom]() for kop, kolom in bestand.koppen.items()})


Kolommen = dict[str, Callable[[], pd.Series]]


def _bronkolommen(t: pd.DataFrame, mens: pd.DataFrame, bestand: Bestand) -> Kolommen:
    """Every column that an export can ask for, made when it does."""
    teken = np.where(t["credit"], -1, 1)
    volgnummer = pd.Series((t.index + 1).astype(str), index=t.index)
    thuis = (mens["verhuist"] == 0) | (t["maand"] < mens["verhuist"])
    return (
        {naam: lambda n=naam: t[n] for naam in _ZOALS_HET_IS}
        | _data(t)
        | {
            "client": lambda: mens["client"],
            "geboortedatum": lambda: _geboortedatum(mens),
            "geslacht": lambda: mens["geslacht"],
            "buurt": lambda: mens["buurt"].where(thuis, mens["buurt_later"]),
            "bedrag": lambda: _bedrag(t["bedrag"], "{}"),
            "bedrag_min": lambda: _bedrag(t["bedrag"] * teken, "{}"),
            "bedrag_euro": lambda: _bedrag(t["bedrag"] * teken, "€ {}"),
            "dc": lambda: t["credit"].map({False: "D", True: "C"}),
            "toewijzing": lambda: "T" + t["toewijzing"].astype(str).str.zfill(6),
            "volume": lambda: _per_waarde(t["volume"], lambda v: getal(v, 2).rstrip("0").rstrip(",")),
            "vorm": lambda: pd.Series("PGB" if bestand.bron == "PGB" else "ZIN", index=t.index),
            "regelnummer": lambda: bestand.bron[0] + volgnummer.str.zfill(7),
        }
    )


def _data(t: pd.DataFrame) -> Kolommen:
    """Months and days, in the notations of the three exports."""
    return {
        "maand_iso": lambda: _maand(t["maand"], "{0}-{1:02d}"),
        "declaratie_iso": lambda: _maand(t["declaratiemaand"], "{0}-{1:02d}"),
        "maand_kaal": lambda: _maand(t["maand"], "{0}{1:02d}"),
        "declaratie_kaal": lambda: _maand(t["declaratiemaand"], "{0}{1:02d}"),
        "maand_woord": lambda: _maand(t["maand"], "{1:02d}-{0}"),
        "declaratie_woord": lambda: _maand(t["declaratiemaand"], "{1:02d}-{0}"),
        "ingangsdatum": lambda: _maand(t["begin"], "01-{1:02d}-{0}"),
        "einddatum": lambda: _laatste_dag(t["begin"] + LOOPTIJD - 1),
    }


def _per_waarde(kolom: pd.Series, vorm: Callable[..., str]) -> pd.Series:
    """Format every distinct value once: a column has far fewer values than lines."""
    return kolom.map({waarde: vorm(waarde) for waarde in kolom.unique()})


def _bedrag(centen: pd.Series, patroon: str) -> pd.Series:
    return _per_waarde(centen, lambda c: patroon.format(getal(c / 100, 2)))


def _maand(nummers: pd.Series, patroon: str) -> pd.Series:
    return _per_waarde(nummers, lambda n: patroon.format(n // 12, n % 12 + 1))


def _laatste_dag(nummers: pd.Series) -> pd.Series:
    return _per_waarde(
        nummers, lambda n: f"{pd.Period(year=n // 12, month=n % 12 + 1, freq='M').end_time:%d-%m-%Y}"
    )


def _geboortedatum(mens: pd.DataFrame) -> pd.Series:
    """`dd-mm-jjjj`; an unknown date is 01-01-1900, as registrations do, or empty."""
    bekend = mens["geboortedatum"].dt.strftime("%d-%m-%Y")
    onbekend = np.where(mens["client"] % 2 == 0, "01-01-1900", "")
    return bekend.where(mens["geboortedatum"].notna(), onbekend)
