"""Every kind of file that figures can leave in, by its extension."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.export import beeld, csv, pptx, xlsx
from core.export.figuur import Figuur
from core.opmaak import opsomming


@dataclass(frozen=True)
class Bestandssoort:
    """One kind of file: its name for a reader, its MIME type, and whether it holds one figure only."""

    titel: str
    mime: str
    een: bool = False


_KANTOOR = "application/vnd.openxmlformats-officedocument."
SOORTEN: dict[str, Bestandssoort] = {
    ".pptx": Bestandssoort("Presentatie (PPTX)", f"{_KANTOOR}presentationml.presentation"),
    ".xlsx": Bestandssoort("Rekenblad (XLSX)", f"{_KANTOOR}spreadsheetml.sheet"),
    ".csv": Bestandssoort("Tabel (CSV)", "text/csv", een=True),
    ".png": Bestandssoort("Afbeelding (PNG)", "image/png", een=True),
    ".svg": Bestandssoort("Tekening (SVG)", "image/svg+xml", een=True),
}


def keuzes() -> str:
    """The extensions as a Dutch enumeration."""
    return opsomming(list(SOORTEN), "of")


def schrijf(soort: str, figuren: Sequence[Figuur], sjabloon: bytes | None = None) -> bytes:
    """The figures as a file of a kind of SOORTEN; `sjabloon` is the design of a presentation.

    Raises KeyError for another kind, ValueError without figures or with more than fit.
    """
    if SOORTEN[soort].een and len(figuren) != 1:
        raise ValueError(f"een {soort} bevat één figuur")
    if soort == ".pptx":
        return pptx.schrijf(figuren, sjabloon)
    return _SCHRIJVERS[soort](figuren)


_SCHRIJVERS: dict[str, Callable[[Sequence[Figuur]], bytes]] = {
    ".xlsx": xlsx.schrijf,
    ".csv": lambda figuren: csv.schrijf(figuren[0].van),
    ".png": lambda figuren: beeld.png(figuren[0]),
    ".svg": lambda figuren: beeld.svg(figuren[0]).encode("utf-8"),
}
