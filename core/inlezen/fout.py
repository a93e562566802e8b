"""What can stop a file, each with a Dutch sentence that says what, where and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Geweigerd(Exception):
    """Nothing was changed; `redenen` are Dutch sentences for a person."""

    def __init__(self, redenen: Sequence[str] | str) -> None:
        """Keep the reasons; the text of the exception is all of them."""
        self.redenen = [redenen] if isinstance(redenen, str) else list(redenen)
        super().__init__(" ".join(self.redenen))


class Bezet(Geweigerd):
    """Another process is writing in this data folder."""


class KopNietHerkend(Geweigerd):
    """The header lacks required columns; a person can map them by hand.

    `kop` is the header as read, `herkend` maps the headers that were recognised to the columns
    of the schema, `ontbreekt` names the required columns that are missing, `handtekening`
    identifies this header layout.
    """

    def __init__(
        self, bestand: str, kop: Sequence[str], herkend: Mapping[str, str], ontbreekt: Sequence[str]
    ) -> None:
        """Say which columns are missing and which were found."""
        self.bestand, self.kop = bestand, list(kop)
        self.herkend, self.ontbreekt = dict(herkend), list(ontbreekt)
        gevonden = ", ".join(k for k in self.kop if k.strip()) or "geen"
        super().__init__(
            f"{bestand}: geen kolom gevonden voor {', '.join(ontbreekt)}. Gevonden kolommen: "
            f"{gevonden}. Wijs de kolommen met de hand toe, of pas de kop van het bestand aan."
        )
