"""Pseudonyms: an identifier goes in, 32 hexadecimal characters come out, and there is no way back.

HMAC-SHA256 with a key that is not in the database. The kinds of numbers (clientnummer, bsn,
toewijzing, regel) are separate name spaces: the same digits give unrelated pseudonyms.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from core.inlezen.fout import Geweigerd

SLEUTELBESTAND = "sleutel"
_BLOK = 64
_LENGTE = 32


class Ruimte(StrEnum):
    """The name spaces of pseudonyms."""

    CLIENT = "clientnummer"
    BSN = "bsn"
    TOEWIJZING = "toewijzing"
    REGEL = "regel"
    CONTROLE = "controle"


class Pseudonimiseerder:
    """Turns normalised identifiers of one name space into pseudonyms."""

    def __init__(self, sleutel: bytes, ruimte: Ruimte) -> None:
        """Prepare both halves of the HMAC once: half the work for every number that follows."""
        kort = hashlib.sha256(sleutel).digest() if len(sleutel) > _BLOK else sleutel
        vol = kort.ljust(_BLOK, b"\0")
        self._binnen = hashlib.sha256(bytes(b ^ 0x36 for b in vol) + f"{ruimte}:".encode())
        self._buiten = hashlib.sha256(bytes(b ^ 0x5C for b in vol))

    def __call__(self, nummer: str) -> str:
        """The pseudonym of a normalised number: HMAC-SHA256 of `ruimte:nummer`, first 128 bits."""
        binnen = self._binnen.copy()
        binnen.update(nummer.encode())
        buiten = self._buiten.copy()
        buiten.update(binnen.digest())
        return buiten.hexdigest()[:_LENGTE]

    def alle(self, nummers: Iterable[str]) -> list[str]:
        """The pseudonyms of many normalised numbers: the same, with less to do per number."""
        binnen, buiten = self._binnen.copy, self._buiten.copy
        uit = []
        for nummer in nummers:
            een, twee = binnen(), buiten()
            een.update(nummer.encode())
            twee.update(een.digest())
            uit.append(twee.hexdigest()[:_LENGTE])
        return uit


def normaal_nummer(tekst: str) -> str:
    """A client, toewijzing or line number as it is compared: trimmed, without the `.0` of a sheet.

    Raises ValueError for a number in scientific notation: a spreadsheet cut off its digits, so
    different persons may look the same.
    """
    kaal = tekst.strip()
    if kaal.isalnum() and "e" not in kaal and "E" not in kaal:
        return kaal
    kaal = re.sub(r"^([0-9]+)[.,]0+$", r"\1", kaal)
    if re.fullmatch(r"[0-9]+[.,][0-9]+[eE]\+?[0-9]+", kaal):
        raise ValueError("afgekapt door een rekenblad (wetenschappelijke notatie)")
    return kaal


def normaal_bsn(tekst: str) -> str:
    """A BSN as nine digits. Raises ValueError when it is not a number of at most nine digits."""
    kaal = re.sub(r"[\s.\-]", "", normaal_nummer(tekst))
    if not re.fullmatch(r"[0-9]{1,9}", kaal) or not kaal.strip("0"):
        raise ValueError("geen nummer van negen cijfers")
    return kaal.zfill(9)


def elfproef(bsn: str) -> bool:
    """Whether nine digits can be a BSN: 9a+8b+7c+6d+5e+4f+3g+2h−i divisible by 11, not all equal."""
    if not re.fullmatch(r"[0-9]{9}", bsn) or len(set(bsn)) == 1:
        return False
    som = sum(
        gewicht * int(cijfer) for gewicht, cijfer in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), bsn, strict=True)
    )
    return som % 11 == 0


def bevat_bsn(tekst: str) -> bool:
    """Whether a text holds a number that can be a BSN: nine digits, also with spaces, dots or dashes between."""
    gewoon = unicodedata.normalize("NFKC", tekst)
    reeksen = re.findall(r"(?<![0-9])[0-9](?:[\s.\-]?[0-9]){8}(?![0-9])", gewoon)
    return any(elfproef(re.sub(r"[\s.\-]", "", reeks)) for reeks in reeksen)


def sleutel(map_: Path, nieuw_mag: bool = True) -> bytes:
    """The secret key: `JEUGD_SLEUTEL`, else the key file of the data folder, made on first use.

    Raises Geweigerd when the key is too short, or when the file is gone while `nieuw_mag` is
    False (there are leveringen: a new key would make strangers of everybody).
    """
    if tekst := os.environ.get("JEUGD_SLEUTEL"):
        if len(tekst) < 16:
            raise Geweigerd("JEUGD_SLEUTEL is te kort: gebruik ten minste 16 tekens.")
        return tekst.encode()
    pad = map_ / SLEUTELBESTAND
    if not pad.exists():
        if not nieuw_mag:
            raise Geweigerd(
                f"Het sleutelbestand '{SLEUTELBESTAND}' ontbreekt in de gegevensmap. Zonder die sleutel "
                "wordt elke jeugdige een ander. Zet het bestand terug uit de reservekopie."
            )
        _maak_sleutel(pad)
    return bytes.fromhex(pad.read_text(encoding="ascii").strip())


def _maak_sleutel(pad: Path) -> None:
    """Written aside and then linked into place: a second process never sees half a key."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    proef = pad.with_name(f"{pad.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(proef, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as uit:
        uit.write(secrets.token_hex(32))
        uit.flush()
        os.fsync(uit.fileno())
    try:
        os.link(proef, pad)
    except FileExistsError:
        # Another process was first: its key is the key.
        return
    finally:
        proef.unlink()


def vingerafdruk(sleutel_: bytes) -> str:
    """A short mark of the key, to tell whether two leveringen were made with the same one."""
    return Pseudonimiseerder(sleutel_, Ruimte.CONTROLE)("sleutel")[:8]
