"""Start the child that reads a file, answer its question, and survive whatever it does."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import core
from core.inlezen.fout import Geweigerd, KopNietHerkend
from core.inlezen.pseudoniem import elfproef

GEHEUGEN = 4 << 30
"""Most memory (address space) a child may take, in bytes."""
UITGEPAKT = 1_500_000_000
"""Most bytes an xlsx may unzip to."""
TIJD = 600.0
"""Most seconds a child may take."""

Meld = Callable[[str, float], None]


@dataclass(frozen=True)
class Aangeboden:
    """A file as it was offered: its name, its content (bytes or where it lies) and its bron.

    Without a bron the one of Opties holds, else what was remembered for its header, else ZIN.
    The name is kept and shown, so a BSN in it is masked.
    """

    naam: str
    inhoud: bytes | Path
    bron: str | None = None

    def __post_init__(self) -> None:
        """Mask what may be a BSN in the name."""
        naam = re.sub(r"(?<![0-9])[0-9]{9}(?![0-9])", lambda m: "•••" if elfproef(m[0]) else m[0], self.naam)
        object.__setattr__(self, "naam", naam)


def lees_in_kind(
    bestand: Aangeboden,
    opdracht: Mapping[str, Any],
    keuzes: Callable[[Sequence[str]], Mapping[str, Mapping[str, Any]]],
    meld: Meld,
) -> dict[str, Any]:
    """The facts of one file, read by a child that wrote what may be kept to `opdracht["uit"]`.

    `keuzes` answers what was remembered for header layouts. Raises Geweigerd with a Dutch
    sentence for anything that cannot be read, KopNietHerkend when columns must be mapped.
    """
    kind = _start()
    wekker = threading.Timer(TIJD, kind.kill)
    wekker.start()
    try:
        _stuur(kind, bestand, opdracht)
        return _gesprek(kind, bestand.naam, keuzes, meld)
    except (BrokenPipeError, json.JSONDecodeError) as fout:
        raise _gestorven(kind, bestand.naam) from fout
    finally:
        wekker.cancel()
        kind.kill()
        kind.communicate()


def _start() -> subprocess.Popen[bytes]:
    paden = [str(Path(core.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
    # The child may print nothing of its own: an error message could quote the file.
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", "core.inlezen.kind"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(p for p in paden if p), "MALLOC_ARENA_MAX": "2"},
    )


def _stuur(kind: subprocess.Popen[bytes], bestand: Aangeboden, opdracht: Mapping[str, Any]) -> None:
    inhoud = bestand.inhoud
    plek = {"lengte": len(inhoud)} if isinstance(inhoud, bytes) else {"pad": str(inhoud.resolve())}
    vol = dict(opdracht) | plek | {"naam": bestand.naam, "geheugen": GEHEUGEN, "uitgepakt": UITGEPAKT}
    invoer = cast("IO[bytes]", kind.stdin)
    invoer.write(json.dumps(vol).encode() + b"\n")
    if isinstance(inhoud, bytes):
        invoer.write(inhoud)
    invoer.flush()


def _gesprek(
    kind: subprocess.Popen[bytes],
    naam: str,
    keuzes: Callable[[Sequence[str]], Mapping[str, Mapping[str, Any]]],
    meld: Meld,
) -> dict[str, Any]:
    invoer = cast("IO[bytes]", kind.stdin)
    for regel in cast("IO[bytes]", kind.stdout):
        bericht = json.loads(regel)
        if "meld" in bericht:
            meld(*bericht["meld"])
        elif "vraag" in bericht:
            invoer.write(json.dumps(keuzes(bericht["vraag"])).encode() + b"\n")
            invoer.flush()
        elif "klaar" in bericht:
            uit: dict[str, Any] = bericht["klaar"]
            return uit
        elif "kop" in bericht:
            kop = bericht["kop"]
            raise KopNietHerkend(naam, kop["tekst"], kop["herkend"], kop["ontbreekt"])
        elif "fout" in bericht:
            raise Geweigerd(f"{naam}: {bericht['fout']}")
    raise _gestorven(kind, naam)


def _gestorven(kind: subprocess.Popen[bytes], naam: str) -> Geweigerd:
    """The child ended without a result: killed for its memory or time, or broken by the file."""
    kind.wait()
    return Geweigerd(
        f"{naam}: het lezen is afgebroken: het bestand is beschadigd, of vraagt meer geheugen of tijd dan "
        "is toegestaan. Sla het opnieuw op als CSV, of splits het, en probeer het nog eens."
    )
