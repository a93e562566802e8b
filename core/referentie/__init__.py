"""The small tables the app brings along: products, buurten, borders and what explains them.

They lie in `data/referentie` beside the package, with their sources in BRONNEN.md. Every call
gives a copy of its own, so that nobody can change the table of another.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

REFERENTIE = Path(__file__).parents[2] / "data" / "referentie"
# Not under JEUGD_DATA: these tables belong to the code, not to the municipality's data.

BRON_PRESENTATIE = "Presentatie Dashboard Jeugdwet, Gemeente Maastricht, 7 mei 2024"
BRON_BUURTEN = "CBS, Kadaster: gebiedsindelingen 2019 (CC BY 4.0)"
BRON_BEVOLKING_VOORBEELD = "voorbeeld (verzonnen inwonertallen)"


@dataclass(frozen=True)
class Landschapsdeel:
    """One part of the care landscape of the slides; a number that they do not give is None.

    `groep`: totaal, sociale_basis, toegang or overig. `aandeel_pct` 0-100, `kosten` in euros;
    all are approximate ("circa").
    """

    sleutel: str
    groep: str
    titel: str
    aandeel_pct: float | None
    jeugdigen: int | None
    kosten: float | None
    toelichting: str
    bron: str


def producten() -> pd.DataFrame:
    """The purchase tree in order of presentation: segment, product, bekostiging, volgorde (1-24)."""
    return _tabel("producten").loc[:, ["segment", "product", "bekostiging", "volgorde"]].copy()


@cache
def hulpsoorten() -> dict[tuple[str, str], str]:
    """Per (segment, product) the kind of help: `verblijf`, `maatregel` (of a judge) or `zonder verblijf`."""
    tabel = _tabel("producten")
    return dict(zip(zip(tabel["segment"], tabel["product"], strict=True), tabel["hulpsoort"], strict=True))


def presentatie_2023() -> pd.DataFrame:
    """What the slides say about a product in 2023: segment, product, jeugdigen_ca, kosten_mln_ca.

    Both numbers are approximate; NaN where the slides give none. Two amounts stand for several
    products (BRONNEN.md).
    """
    return _tabel("producten").loc[:, ["segment", "product", "jeugdigen_ca", "kosten_mln_ca"]].copy()


def buurten() -> pd.DataFrame:
    """The 44 buurten of Maastricht and their wijk: buurtcode, naam, wijkcode, wijk."""
    return _tabel("buurten").loc[:, ["buurtcode", "naam", "wijkcode", "wijk"]].copy()


def bevolking(demo: bool) -> pd.DataFrame:
    """Inhabitants on 1 January by age: buurtcode, jaar, van, tot (first and last age), aantal, bron.

    Invented numbers (*voorbeeld*) for the demo municipality, in four classes that hold 0-17; empty
    for real data, because inhabitants of real buurten are known only when a person reads them in.
    """
    tabel = _tabel("bevolking_voorbeeld").drop(columns="jeugd_0_17")
    lang = tabel.melt(["buurtcode", "jaar"], var_name="klasse", value_name="aantal")
    grenzen = lang.pop("klasse").str.split("-", expand=True).astype(int)
    lang = lang.assign(van=grenzen[0], tot=grenzen[1], bron=BRON_BEVOLKING_VOORBEELD)
    lang = lang[["buurtcode", "jaar", "van", "tot", "aantal", "bron"]].sort_values(
        ["buurtcode", "jaar", "van"]
    )
    return lang.reset_index(drop=True) if demo else lang.iloc[:0]


def buurtgrenzen() -> dict[str, Any]:
    """The borders of the 44 buurten as GeoJSON; properties buurtcode, naam, wijkcode, wijk."""
    return copy.deepcopy(_grenzen())


def taakvelden(jaar: int) -> list[str]:
    """The taakvelden of youth care in a year as people write them: `6.72a Jeugdhulp begeleiding`."""
    tabel = _tabel("taakvelden")
    geldt = (tabel["vanaf"].fillna(0) <= jaar) & (tabel["tot"].fillna(jaar) >= jaar)
    return [
        f"{code} {naam}"
        for code, naam in tabel.loc[geldt, ["code", "naam"]].itertuples(index=False, name=None)
    ]


def segment_uitleg() -> dict[str, str]:
    """One Dutch line per segment that says what kind of care it is, in order of presentation."""
    tabel = _tabel("segmenten")
    return dict(zip(tabel["segment"], tabel["uitleg"], strict=True))


def product_uitleg() -> dict[tuple[str, str], str]:
    """One Dutch line per (segment, product) that says what it is, in order of presentation."""
    tabel = _tabel("producten")
    return dict(zip(zip(tabel["segment"], tabel["product"], strict=True), tabel["uitleg"], strict=True))


@cache
def landschap() -> tuple[Landschapsdeel, ...]:
    """The parts of the care landscape that no export holds, as the slides give them."""
    return tuple(
        Landschapsdeel(
            sleutel=r.sleutel,
            groep=r.groep,
            titel=r.titel,
            aandeel_pct=None if pd.isna(r.aandeel_pct) else float(r.aandeel_pct),
            jeugdigen=None if pd.isna(r.jeugdigen_ca) else int(r.jeugdigen_ca),
            kosten=None if pd.isna(r.kosten_mln_ca) else round(r.kosten_mln_ca * 1_000_000, 2),
            toelichting=r.toelichting,
            bron=BRON_PRESENTATIE,
        )
        for r in _tabel("landschap").itertuples()
    )


def presentatie_jeugdigen() -> pd.DataFrame:
    """The slide *Aantallen unieke jeugdigen*: niveau, segment, product and a column per year.

    Numbers of jeugdigen, 0 where the slide is blank; segment and product are empty text in a
    row of a higher niveau.
    """
    tabel = _tabel("presentatie_unieke_jeugdigen")
    return _met_nullen(tabel, ["2021", "2022", "2023", "2024"])


def presentatie_leeftijd() -> pd.DataFrame:
    """The slide *Leeftijd van jeugdigen* (Ambulant, 2024): a column per age class and totaal."""
    return _met_nullen(
        _tabel("presentatie_leeftijd_ambulant_2024"), ["0-5", "6-12", "13-17", "18+", "totaal"]
    )


def _met_nullen(tabel: pd.DataFrame, getallen: list[str]) -> pd.DataFrame:
    tekst = tabel[["niveau", "segment", "product"]].fillna("")
    return pd.concat([tekst, tabel[getallen].fillna(0).astype(int)], axis=1)


@cache
def _tabel(naam: str) -> pd.DataFrame:
    return pd.read_csv(REFERENTIE / f"{naam}.csv", encoding="utf-8")


@cache
def _grenzen() -> dict[str, Any]:
    grenzen: dict[str, Any] = json.loads((REFERENTIE / "buurtgrenzen.geojson").read_text(encoding="utf-8"))
    return grenzen
