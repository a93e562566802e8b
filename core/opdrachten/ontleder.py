"""argparse in Dutch: the same parser, with every sentence a person can meet translated."""

from __future__ import annotations

import argparse
import re
import sys
from difflib import get_close_matches
from typing import Any, NoReturn

from core.opmaak import opsomming


class VerkeerdeAanroep(Exception):
    """The call is wrong (exit 2); its text is a Dutch sentence for who made it."""


class Weigering(Exception):
    """The call is right but cannot be carried out (exit 1); its text says why and what to do."""


_VERTALING: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<wat>.*)", "Er ontbreekt: {wat}."),
    (r"unrecognized arguments: (?P<wat>.*)", "Onbekend: {wat}."),
    (r"argument (?P<optie>\S+): expected .*", "Achter {optie} hoort een waarde."),
    (r"argument (?P<optie>\S+): not allowed with argument (?P<wat>.*)", "{optie} kan niet samen met {wat}."),
    (r"argument (?P<optie>\S+): ignored explicit argument .*", "Achter {optie} hoort geen waarde."),
    (r"argument (?P<optie>\S+): invalid \S+ value: (?P<wat>.*)", "{optie}: {wat} past hier niet."),
    (r"one of the arguments (?P<wat>.*) is required", "Kies een van {wat}."),
    (r"argument (?P<optie>.+?): (?P<wat>.*)", "{optie}: {wat}"),
)
_KEUZE = re.compile(r"argument (.+?): invalid choice: '?([^'(]*)'? \(choose from (.*)\)")


def vertaal(melding: str) -> str:
    """An error of argparse as a Dutch sentence; a sentence it does not know becomes a general one."""
    if keuze := _KEUZE.fullmatch(melding):
        optie, waarde, keuzes = keuze.groups()
        return onbekend(optie, waarde.strip(), re.findall(r"[^\s,']+", keuzes))
    for patroon, zin in _VERTALING:
        if treffer := re.fullmatch(patroon, melding):
            return zin.format(**treffer.groupdict())
    return "De aanroep klopt niet."


def onbekend(wat: str, waarde: str, keuzes: list[str]) -> str:
    """That a name does not exist, with the nearest ones, or all when nothing is near."""
    dichtbij = get_close_matches(waarde.lower(), keuzes, n=3, cutoff=0.4)
    hulp = f"Bedoelt u {opsomming(dichtbij, 'of')}?" if dichtbij else f"Kies uit {opsomming(keuzes, 'of')}."
    return f"{wat} '{waarde}' bestaat niet. {hulp}"


class _Indeling(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class Ontleder(argparse.ArgumentParser):
    """An ArgumentParser that speaks Dutch, knows no abbreviations and raises VerkeerdeAanroep."""

    def __init__(self, **opties: Any) -> None:
        """As ArgumentParser; `-h` and `--help` are added with a Dutch explanation."""
        opties.setdefault("formatter_class", _Indeling)
        opties.setdefault("allow_abbrev", False)
        super().__init__(**opties, add_help=False)
        self._positionals.title = "wat"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Raise VerkeerdeAanroep with the Dutch sentence and how the command is used."""
        raise VerkeerdeAanroep(f"{vertaal(message)}\n{self.format_usage().strip()}")


def zeg(tekst: str) -> None:
    """A sentence for the person at the keyboard; stdout is for the result."""
    print(tekst, file=sys.stderr)  # noqa: T201


def geef(tekst: str) -> None:
    """The result of a command, on stdout."""
    print(tekst)  # noqa: T201
