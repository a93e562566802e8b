"""Other inputs as they are kept: one file each, and a row in the version that says whether it counts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from core.database import BIJLAGE_KOLOMMEN, Database
from core.inlezen.bijlagen.register import SOORTEN
from core.inlezen.bijlagen.soort import Rij

BIJLAGEN = "bijlagen"


@dataclass(frozen=True)
class Bijlage:
    """One file beside the declarations. `rijen`: how many it holds; not `actief`: taken back."""

    nummer: int
    soort: str
    sha: str
    bestand: str
    bron: str
    ingelezen_op: datetime
    rijen: int
    actief: bool = True

    @property
    def titel(self) -> str:
        """What kind of file it is, in Dutch."""
        return SOORTEN[self.soort].titel

    @property
    def naam(self) -> str:
        """Its number as a person sees it: leveringen have numbers of their own."""
        return f"B{self.nummer}"


def bijlagen(db: Database | None) -> list[Bijlage]:
    """All files beside declarations that a version knows, oldest first."""
    kent = "SELECT 1 FROM information_schema.tables WHERE table_name = 'bijlage'"
    if db is None or not db.rijen(kent):  # an older program built it
        return []
    rijen = db.rijen(f"SELECT {', '.join(BIJLAGE_KOLOMMEN)} FROM bijlage ORDER BY nummer")
    return [Bijlage(**dict(zip(BIJLAGE_KOLOMMEN, rij, strict=True))) for rij in rijen]


def volgend_bijlagenummer(alle: Sequence[Bijlage]) -> int:
    """The number of the next file; numbers are never used again."""
    return max((b.nummer for b in alle), default=0) + 1


def bijlage_pad(map_: Path, nummer: int) -> Path:
    """Where the rows of a file lie."""
    return map_ / BIJLAGEN / f"{nummer}.json"


def als_tekst(bijlage: Bijlage, rijen: Sequence[Rij]) -> str:
    """What lies on disk: the rows, and what it takes to know them again when every version is lost."""
    return json.dumps({"bijlage": als_json(bijlage), "rijen": list(rijen)}, ensure_ascii=False)


def als_json(bijlage: Bijlage) -> dict[str, Any]:
    """All that is known of a file, as JSON has it."""
    return asdict(bijlage) | {"ingelezen_op": bijlage.ingelezen_op.isoformat()}


def uit_json(gegevens: Mapping[str, Any]) -> Bijlage:
    """The same file again, of what `als_json` gave."""
    return Bijlage(**{**gegevens, "ingelezen_op": datetime.fromisoformat(gegevens["ingelezen_op"])})


def _lees(pad: Path) -> tuple[Bijlage, list[Rij]]:
    inhoud = json.loads(pad.read_text(encoding="utf-8"))
    return uit_json(inhoud["bijlage"]), inhoud["rijen"]


def uit_bestanden(map_: Path) -> list[Bijlage]:
    """The files beside declarations as they themselves tell it: for when no version is left.

    What was taken back is remembered beside them (`<nr>.terug`).
    """
    paden = [p for p in (map_ / BIJLAGEN).glob("*.json") if p.stem.isdecimal()]
    alle = sorted((_lees(p)[0] for p in paden), key=lambda b: b.nummer)
    return [replace(b, actief=not bijlage_pad(map_, b.nummer).with_suffix(".terug").exists()) for b in alle]


def in_gebruik(map_: Path, alle: Sequence[Bijlage]) -> dict[str, list[tuple[Bijlage, Rij]]]:
    """Per kind the rows that count: of every combination those of the newest file that holds it."""
    uit: dict[str, dict[Any, list[tuple[Bijlage, Rij]]]] = {}
    for bijlage in sorted((b for b in alle if b.actief), key=lambda b: b.nummer):
        soort = SOORTEN[bijlage.soort]
        nieuw: dict[Any, list[tuple[Bijlage, Rij]]] = {}
        for rij in _lees(bijlage_pad(map_, bijlage.nummer))[1]:
            nieuw.setdefault(soort.sleutel_van(rij), []).append((bijlage, rij))
        uit[soort.naam] = uit.get(soort.naam, {}) | nieuw
    return {soort: [paar for deel in per.values() for paar in deel] for soort, per in uit.items()}


def als_frame(alle: Sequence[Bijlage]) -> pd.DataFrame:
    """The table `bijlage` of a version."""
    return pd.DataFrame([asdict(b) for b in alle], columns=list(BIJLAGE_KOLOMMEN))


def rijen_als_frame(tellend: Mapping[str, Sequence[tuple[Bijlage, Rij]]]) -> pd.DataFrame:
    """The table `bijlage_rij` of a version."""
    rijen = [
        (bijlage.nummer, soort, json.dumps(rij, ensure_ascii=False))
        for soort, paren in tellend.items()
        for bijlage, rij in paren
    ]
    return pd.DataFrame(rijen, columns=["nummer", "soort", "inhoud"])


def inwoners(tellend: Sequence[tuple[Bijlage, Rij]], voorbeeld: pd.DataFrame) -> pd.DataFrame:
    """Inhabitants as a version holds them: those read in, of other years the example (if any)."""
    eigen = pd.DataFrame(
        [rij | {"bron": bijlage.bron} for bijlage, rij in tellend], columns=list(voorbeeld.columns)
    )
    over = voorbeeld[~voorbeeld["jaar"].isin(eigen["jaar"])]
    return eigen if not len(over) else pd.concat([over, eigen], ignore_index=True) if len(eigen) else over
