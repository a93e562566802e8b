"""A sentence with a code, and the same figure again by that code, also when newer data came.

A code is the beginning of a signature over everything the figure rests on. It is reproduced from
the version it was made of or, where that is gone, from the leveringen and bijlagen that counted then. When
neither gives the same figure, that is said: another number is never given.
"""

from __future__ import annotations

import base64
import hashlib
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core.begrippen import Rol
from core.database import LEVERING_KOLOMMEN, Database
from core.database.bouwen import bouwwijze
from core.export import zin
from core.export.figuur import Uitgang
from core.export.zin import GeenRij, Plaats
from core.filters import Filter
from core.inlezen import bewaren, opruimen
from core.inlezen.bijlagen.bewaard import als_json, bijlage_pad, bijlagen, uit_json
from core.inlezen.leveringtabel import alle_leveringen, levering_pad, telt
from core.onthulling import BeveiligdeTabel, Drempels
from core.opmaak import getal, opsomming
from core.opslag import Opslag

_LENGTES = (8, 10, 12, 16)
_VERLEZEN = str.maketrans({"0": "O", "1": "I", "8": "B"})
"""Digits that base32 does not use, and the letters they are mistaken for."""


class NietHerhaalbaar(Exception):
    """The figure of a code cannot be given again; its text is a Dutch sentence that says why."""


@dataclass(frozen=True)
class Bewijs:
    """A sentence with its code. `hoe` says where it was found again; empty for a new one."""

    code: str
    tekst: str
    hoe: str = ""

    @property
    def alinea(self) -> str:
        """What is copied: the sentence and the code that proves it."""
        return f"{self.tekst} Code {self.code}."


def maak(uitgang: Uitgang, van: BeveiligdeTabel, plaats: Plaats, wie: str, opslag: Opslag) -> Bewijs:
    """The sentence about one cell, kept under a code so that it can be proved later.

    `van` names table and filter; the number is asked anew as it may leave. The same figure of the
    same version always has the same code. Raises GeenRij when the row is not there.
    """
    tabel = uitgang.tabel(van.naam, van.herkomst.filter)
    rij = zin.zoek(tabel, plaats.rij)
    grondslag = _teken(_grondslag(uitgang.db, opslag))
    inhoud = {
        "dataversie": uitgang.db.dataversie, "grondslag": grondslag[0], "tabel": tabel.naam,
        "filter": tabel.herkomst.filter.to_dict(), "rol": str(uitgang.rol), "intern": uitgang.intern,
        "drempels": asdict(uitgang.drempels), "rij": [list(deel) for deel in plaats.rij], "maat": plaats.maat,
        "waarde": tabel.tekst(plaats.maat, rij), "tekst": zin.schrijf(tabel, rij, plaats.maat),
    }  # fmt: skip
    bewijs = _teken(inhoud)
    code = _vrije_code(opslag, bewijs[0])
    opslag.zet_bewijs(code, bewijs, grondslag, wie)
    opslag.log(wie, "zin", code=code, tabel=tabel.naam, filter=inhoud["filter"])
    return Bewijs(code, str(inhoud["tekst"]))


def herhaal(code: str, opslag: Opslag) -> Bewijs:
    """The figure of a code again. Raises NietHerhaalbaar with the reason, KeyError for an unknown code."""
    naam = _netjes(code)
    gevonden = opslag.bewijs(naam)
    if gevonden is None:
        raise KeyError(code)
    tijd, handtekening, tekst = gevonden
    if hashlib.sha256(tekst.encode()).hexdigest() != handtekening:
        raise NietHerhaalbaar(
            f"De vastlegging van {naam} is sinds {tijd[:10]} veranderd en bewijst niets meer."
        )
    inhoud = json.loads(tekst)
    with _database(inhoud, opslag) as (db, hoe):
        waarde = _waarde(db, inhoud)
    if waarde != inhoud["waarde"]:
        raise NietHerhaalbaar(_anders(inhoud, hoe, tijd))
    return Bewijs(naam, inhoud["tekst"], f"Vastgelegd op {tijd[:10]}; {hoe}.")


def _anders(inhoud: dict[str, Any], hoe: str, tijd: str) -> str:
    return (
        f"De waarde is niet te herhalen: {hoe} komt er iets anders uit dan op {tijd[:10]} is vastgelegd. "
        "De regels van een levering zijn sindsdien veranderd of deels verwijderd, of het programma rekent anders. "
        f"Vastgelegd is: {inhoud['tekst']}"
    )


def _waarde(db: Database, inhoud: dict[str, Any]) -> str:
    """The cell as a reader sees it; empty when its row is no longer there."""
    uitgang = Uitgang(db, Rol(inhoud["rol"]), Drempels(**inhoud["drempels"]), inhoud["intern"])
    tabel = uitgang.tabel(inhoud["tabel"], Filter.from_dict(inhoud["filter"]))
    try:
        return tabel.tekst(inhoud["maat"], zin.zoek(tabel, tuple((k, w) for k, w in inhoud["rij"])))
    except GeenRij:
        return ""


@contextmanager
def _database(inhoud: dict[str, Any], opslag: Opslag) -> Iterator[tuple[Database, str]]:
    """The version of then, or one built anew from what counted then; and in words which of the two."""
    map_, versie = opslag.pad.parent, inhoud["dataversie"]
    ruw = opslag.grondslag(inhoud["grondslag"])
    if ruw is None or hashlib.sha256(ruw.encode()).hexdigest() != inhoud["grondslag"]:
        raise NietHerhaalbaar(
            "Waar de cijfers op rustten is niet meer bekend; de waarde is niet te herhalen."
        )
    grondslag, pad = json.loads(ruw), map_ / f"{versie}.duckdb"
    with tempfile.TemporaryDirectory(prefix="bewijs-", dir=_werkmap(map_)) as klad:
        hoe = f"opnieuw berekend uit gegevensversie {versie}"
        db = Database(pad) if pad.exists() else None
        if db is None or db.verouderd or _tellend(db) != {k: grondslag[k] for k in _tellend(db)}:
            if db is not None:
                db.sluit()
            db, hoe = _bouw_na(grondslag, map_, Path(klad) / f"{versie}.duckdb")
        try:
            yield db, hoe
        finally:
            db.sluit()


def _werkmap(map_: Path) -> Path:
    # Inside the data folder: what lies there is guarded, and cleared when a crash leaves it behind.
    (map_ / opruimen.TIJDELIJK).mkdir(exist_ok=True)
    return map_ / opruimen.TIJDELIJK


def _bouw_na(grondslag: dict[str, Any], map_: Path, doel: Path) -> tuple[Database, str]:
    leveringen = pd.DataFrame(grondslag["leveringen"], columns=list(LEVERING_KOLOMMEN))
    erbij = [uit_json(gegevens) for gegevens in grondslag["bijlagen"]]
    namen = {f"levering {getal(int(n))}": levering_pad(map_, int(n)) for n in leveringen["nummer"]}
    paden = namen | {f"bijlage {b.naam}": bijlage_pad(map_, b.nummer) for b in erbij}
    if weg := [naam for naam, pad in paden.items() if not pad.exists()]:
        wie = opsomming(weg)
        raise NietHerhaalbaar(
            f"{wie[0].upper()}{wie[1:]} {'is' if len(weg) == 1 else 'zijn'} er niet meer: de bewaartermijn is voorbij, "
            "of het bestand is weggehaald. De waarde is niet te herhalen."
        )
    tijden = {k: pd.to_datetime(leveringen[k]) for k in ("stand_per", "ingelezen_op")}
    indeling = pd.DataFrame(grondslag["indeling"], columns=["soort", "sleutel", "aanbieder"], dtype="string")
    try:
        bewaren.bouw_van(map_, doel, leveringen.assign(**tijden), indeling, erbij)
        db = Database(doel)
    except duckdb.Error as fout:
        raise NietHerhaalbaar(
            f"De leveringen van toen zijn niet meer te lezen ({type(fout).__name__}); de waarde is niet te herhalen."
        ) from fout
    anders = "" if grondslag["bouwwijze"] == bouwwijze() else ", door een nieuwer programma"
    return db, f"opnieuw opgebouwd uit {opsomming(list(paden))}{anders}"


def _grondslag(db: Database, opslag: Opslag) -> dict[str, Any]:
    """All that a version was built of, beside the program: what counts of what was read in, and who is who."""
    indeling = opslag.aanbiedersindeling().to_numpy().tolist()
    return _tellend(db) | {"indeling": indeling, "bouwwijze": bouwwijze()}


def _tellend(db: Database) -> dict[str, list[dict[str, Any]]]:
    """The leveringen and bijlagen that make up the figures, as JSON has them."""
    tabel = alle_leveringen(db)
    return {
        "leveringen": json.loads(tabel[telt(tabel)].to_json(orient="records", date_format="iso")),
        "bijlagen": [als_json(b) for b in bijlagen(db) if b.actief],
    }


def _teken(inhoud: dict[str, Any]) -> tuple[str, str]:
    """(signature, text): always the same for the same content."""
    tekst = json.dumps(inhoud, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(tekst.encode()).hexdigest(), tekst


def _vrije_code(opslag: Opslag, handtekening: str) -> str:
    """The shortest beginning of a signature that stands for no other proof: `K7QF-2M3X`."""
    letters = base64.b32encode(bytes.fromhex(handtekening)).decode()
    for lengte in _LENGTES:
        code = _met_streep(letters[:lengte])
        bestaand = opslag.bewijs(code)
        if bestaand is None or bestaand[1] == handtekening:
            return code
    raise RuntimeError("geen vrije code")


def _netjes(code: str) -> str:
    """A code as it was given, however it was typed over."""
    return _met_streep("".join(c for c in code.upper().translate(_VERLEZEN) if c.isalnum()))


def _met_streep(letters: str) -> str:
    return "-".join(letters[n : n + 4] for n in range(0, len(letters), 4))
