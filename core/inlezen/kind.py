"""The child process that reads one file: within limits, and the only place that sees identifiers.

It talks in lines of JSON. In: the job, then (when asked) what people decided for a header
layout. Out: progress, that question, and the result or a Dutch sentence. It never prints a
value of the file.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core.begrippen import Status
from core.inlezen.csv_lezen import CsvBestand
from core.inlezen.csv_xlsx import Bestand, GeenKop, NietsHerkend, OnleesbaarBestand, Ruw, open_bestand
from core.inlezen.deur import Doorgelaten, laat_door
from core.inlezen.omzetten import Regels
from core.inlezen.schema import Kop, handtekening
from core.inlezen.waarden import Buurten
from core.opmaak import sleutel

STANDAARD_BRON = "ZIN"
_RIJGROEP = 122_880


def begrens(geheugen: int) -> None:
    """Limit the memory of this process and forbid a core dump, where the system can."""
    if os.name == "nt":
        # Windows has no such limits; there only the time limit of the parent holds.
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (geheugen, geheugen))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Gesprek:
    """The conversation with the process that started this one."""

    def __init__(self, invoer: BinaryIO) -> None:
        """Read the job, and the file itself when it is not on disk."""
        self._invoer = invoer
        self.opdracht: dict[str, Any] = json.loads(invoer.readline())
        lengte = self.opdracht.get("lengte")
        self.bron: Path | bytes = Path(self.opdracht["pad"]) if lengte is None else invoer.read(lengte)
        self._keuzes: dict[str, dict[str, Any]] = {}

    def zeg(self, **bericht: Any) -> None:
        """Send one line."""
        sys.stdout.write(json.dumps(bericht) + "\n")
        sys.stdout.flush()

    def keuzes(self, handtekeningen: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
        """Ask what people decided for these header layouts."""
        self.zeg(vraag=sorted(set(handtekeningen)))
        self._keuzes = json.loads(self._invoer.readline())
        return {h: k.get("kolommen", {}) for h, k in self._keuzes.items()}

    def bron_van(self, kop: Kop) -> str:
        """The bron of the file: given, else remembered for this header layout, else ZIN."""
        onthouden = self._keuzes.get(handtekening(kop.tekst), {}).get("bron")
        return self.opdracht.get("bron") or onthouden or STANDAARD_BRON


_GEEN_BOEK = (
    "Het bestand heet .xlsx, maar is geen Excel-bestand: het is beschadigd of heeft een verkeerde naam. "
    "Sla het in Excel opnieuw op als .xlsx, of lever CSV aan."
)


def main() -> None:
    """Read one file as the job on stdin says."""
    gesprek = Gesprek(sys.stdin.buffer)
    begrens(gesprek.opdracht["geheugen"])
    try:
        gesprek.zeg(klaar=verwerk(gesprek))
    except GeenKop as fout:
        kop = fout.kop
        gesprek.zeg(kop={"tekst": kop.tekst, "herkend": kop.herkend, "ontbreekt": kop.ontbreekt})
    except OnleesbaarBestand as fout:
        gesprek.zeg(fout=str(fout))
    except (MemoryError, pa.ArrowMemoryError):
        gesprek.zeg(fout="Het bestand is te groot om te verwerken. Splits het in kleinere bestanden.")
    except OSError as fout:
        gesprek.zeg(fout=f"Het bestand is niet te lezen of de schijf is vol ({type(fout).__name__}).")


def verwerk(gesprek: Gesprek) -> dict[str, Any]:
    """Read, take through the door and write what may be kept; the facts of the file."""
    opdracht = gesprek.opdracht
    gesprek.zeg(meld=["Bestand lezen", 0.05])
    sha = _sha256(gesprek.bron)
    bestand = open_bestand(gesprek.bron, opdracht["uitgepakt"])
    try:
        ruw = bestand.lees(gesprek.keuzes)
    except (GeenKop, NietsHerkend) as fout:
        if (bijlage := _bijlage(bestand, opdracht)) is None:
            heet_boek = opdracht["naam"].lower().endswith(".xlsx") and isinstance(bestand, CsvBestand)
            if heet_boek and isinstance(fout, NietsHerkend):
                raise OnleesbaarBestand(_GEEN_BOEK) from fout
            raise
        return {"bijlage": bijlage | {"sha": sha}}
    gesprek.zeg(meld=["Nummers vervangen en regels controleren", 0.4])
    bron = gesprek.bron_van(ruw.kop)
    uit = laat_door(ruw, _regels(opdracht, bron))
    gesprek.zeg(meld=["Regels wegschrijven", 0.85])
    feiten = _feiten(ruw, bron, sha) | {
        "afgekeurd": ruw.gelezen - len(uit.tabel),
        "bevindingen": [vars(b) for b in uit.bevindingen],
        "paren": len(uit.paren),
        "regelnummers": _regelnummers(uit.tabel["regelnummer"]),
        "zonder_regelnummer": uit.tabel["regelnummer"].null_count,
    }
    feiten["levering"] = opdracht["levering"] | _levering(uit.tabel, feiten)
    _schrijf(uit, opdracht, feiten["levering"])
    return feiten


def _bijlage(bestand: Bestand, opdracht: Mapping[str, Any]) -> dict[str, Any] | None:
    """Another input than declarations (None when it is none): its rows are few, and checked, so they go along."""
    # Loaded here: what knows all other files takes longer to load than most exports to read.
    from core.inlezen.bijlagen.register import zoek
    from core.inlezen.bijlagen.soort import Inhoud, Omgeving

    if (gevonden := zoek(bestand.bladen())) is None:
        return None
    namen = {code: naam for code, naam, _ in opdracht["buurten"]}
    inhoud = Inhoud(gevonden.kop, gevonden.rijen(), Omgeving(opdracht["gemeente"], _buurten(opdracht), namen))
    gekeurd = gevonden.soort.keur(inhoud)
    return vars(gekeurd) | {
        "soort": gevonden.soort.naam,
        "bron": opdracht.get("bron") or gekeurd.bron,
        "weggelaten": list(gevonden.kop.over),
    }


def _regelnummers(kolom: pa.ChunkedArray) -> str:
    """Whether lines have a regelnummer at all, and if so whether each occurs once."""
    gevuld = len(kolom) - kolom.null_count
    if not gevuld:
        return "geen"
    return "uniek" if pc.count_distinct(kolom).as_py() == gevuld else "dubbel"


def _levering(tabel: pa.Table, feiten: Mapping[str, Any]) -> dict[str, Any]:
    """What this file is as a levering when every line that came through the door counts."""
    telt = tabel.filter(pc.equal(tabel["status"], Status.TOEGEKEND.code))
    return {
        "sha": feiten["sha"],
        "bron": feiten["bron"],
        "regels": len(tabel),
        "afgekeurd": feiten["afgekeurd"],
        "dubbel": 0,
        "bedrag": pc.sum(telt["bedrag"]).as_py() or 0,
        "maanden": pc.count_distinct(tabel["leveringsmaand"]).as_py(),
    }


def _schrijf(uit: Doorgelaten, opdracht: Mapping[str, Any], levering: Mapping[str, Any]) -> None:
    """The accepted lines as a levering of its own, which is what they become when none is dubbel."""
    doel, nummer = Path(opdracht["uit"]), int(levering["nummer"])
    tabel = uit.tabel.append_column("levering", pa.array([nummer] * len(uit.tabel), pa.int32()))
    tabel = tabel.select(opdracht["kolommen"]).replace_schema_metadata({"levering": json.dumps(levering)})
    pq.write_table(tabel, doel, compression="zstd", row_group_size=_RIJGROEP)
    pq.write_table(uit.afgekeurd, doel.with_suffix(".afgekeurd.parquet"))
    pq.write_table(uit.paren, doel.with_suffix(".paren.parquet"))


def _regels(opdracht: Mapping[str, Any], bron: str) -> Regels:
    return Regels(
        stand_per=date.fromisoformat(opdracht["stand_per"]),
        bron=bron,
        sleutel=bytes.fromhex(opdracht["sleutel"]),
        buurten=_buurten(opdracht),
    )


def _buurten(opdracht: Mapping[str, Any]) -> Buurten:
    buurten = opdracht["buurten"]
    return Buurten(
        opdracht["gemeentecode"],
        frozenset(code for code, _, _ in buurten),
        {sleutel(naam): code for code, naam, _ in buurten},
        frozenset(sleutel(wijk) for _, _, wijk in buurten),
    )


def _feiten(ruw: Ruw, bron: str, sha: str) -> dict[str, Any]:
    kop = ruw.kop
    return {
        "sha": sha,
        "bron": bron,
        "gelezen": ruw.gelezen,
        "handtekening": handtekening(kop.tekst),
        "kop": list(kop.tekst),
        "herkend": kop.herkend,
        "weggelaten": list(kop.weggelaten),
        "gelijk": [list(paar) for paar in kop.gelijk],
        "centen": sorted(kop.centen),
    }


def _sha256(bron: Path | bytes) -> str:
    if isinstance(bron, bytes):
        return hashlib.sha256(bron).hexdigest()
    with bron.open("rb") as lezer:
        return hashlib.file_digest(lezer, "sha256").hexdigest()


if __name__ == "__main__":
    main()
