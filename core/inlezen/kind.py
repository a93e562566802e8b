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
import pyarrow.parquet as pq

from core.inlezen.csv_xlsx import GeenKop, OnleesbaarBestand, Ruw, open_bestand
from core.inlezen.deur import laat_door
from core.inlezen.omzetten import Regels
from core.inlezen.schema import Kop, handtekening
from core.inlezen.waarden import Buurten
from core.opmaak import sleutel

STANDAARD_BRON = "ZIN"
_BROK = 1 << 20


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
    gesprek.zeg(sha=sha)
    ruw = open_bestand(gesprek.bron, opdracht["uitgepakt"]).lees(gesprek.keuzes)
    gesprek.zeg(meld=["Nummers vervangen en regels controleren", 0.4])
    bron = gesprek.bron_van(ruw.kop)
    uit = laat_door(ruw, _regels(opdracht, bron))
    gesprek.zeg(meld=["Regels wegschrijven", 0.85])
    pq.write_table(_op_volgorde(uit.tabel, opdracht["kolommen"]), opdracht["uit"], compression="lz4")
    doel = Path(opdracht["uit"])
    pq.write_table(uit.afgekeurd, doel.with_suffix(".afgekeurd.parquet"))
    pq.write_table(uit.paren, doel.with_suffix(".paren.parquet"))
    return _feiten(ruw, bron, sha) | {
        "afgekeurd": ruw.gelezen - len(uit.tabel),
        "bevindingen": [vars(b) for b in uit.bevindingen],
        "paren": len(uit.paren),
    }


def _regels(opdracht: Mapping[str, Any], bron: str) -> Regels:
    buurten = opdracht["buurten"]
    return Regels(
        stand_per=date.fromisoformat(opdracht["stand_per"]),
        bron=bron,
        sleutel=bytes.fromhex(opdracht["sleutel"]),
        buurten=Buurten(
            opdracht["gemeentecode"],
            frozenset(code for code, _, _ in buurten),
            {sleutel(naam): code for code, naam, _ in buurten},
            frozenset(sleutel(wijk) for _, _, wijk in buurten),
        ),
    )


def _op_volgorde(tabel: pa.Table, kolommen: Sequence[str]) -> pa.Table:
    """The columns of a levering in their order; `levering` gets its number when it is loaded."""
    tabel = tabel.append_column("levering", pa.array([0] * len(tabel), pa.int32()))
    return tabel.select(list(kolommen))


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
