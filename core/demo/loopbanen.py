"""Who has which product in which year: the careers of invented jeugdigen, exact in number.

Year by year and age class by age class, part of the jeugdigen stays and new ones come; then every
product, segment and the total get exactly their number. People keep what they had where it fits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from core.begrippen import maandnummer
from core.demo.aantallen import Doel, codes_per_segment
from core.demo.gegevens import BLIJFT, JAREN, PEILMAAND, PRODUCTEN

_LEEFTIJDEN = (
    ((0, 1, 2, 3, 4, 5), (2, 6, 14, 22, 27, 29)),
    ((6, 7, 8, 9, 10, 11, 12), (12, 14, 16, 16, 15, 14, 13)),
    ((13, 14, 15, 16, 17), (18, 20, 22, 22, 18)),
    ((18, 19, 20, 21, 22), (62, 18, 9, 7, 4)),
)
"""Per age class the ages of those who come, with their weights."""
_GRENZEN = (6, 13, 18)
_TERUG = 0.07
_JONGSTE = 3
"""Months: who comes in is at least that old at the end of the year, so that care follows birth."""
_LANGBLIJVERS = frozenset(("PLZ", "GEZ", "LEE", "JB", "PGB", "BHG", "BGG"))

Leden = dict[str, np.ndarray]


@dataclass
class Bevolking:
    """The jeugdigen made so far: `geboren` (maandnummer) and the last year each was in care."""

    geboren: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=int))
    laatste_jaar: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=int))

    def klasse(self, maand: int) -> np.ndarray:
        """The age class (0-3) of everybody at the end of a month."""
        return np.digitize((maand - self.geboren) // 12, _GRENZEN)

    def nieuw(self, rng: np.random.Generator, aantal: int, klasse: int, maand: int) -> np.ndarray:
        """Add jeugdigen of an age class at the end of `maand`; their numbers."""
        jaren, gewichten = _LEEFTIJDEN[klasse]
        leeftijd = rng.choice(jaren, aantal, p=np.asarray(gewichten) / sum(gewichten)) * 12
        geboren = maand - np.maximum(leeftijd + rng.integers(0, 12, aantal), _JONGSTE)
        # Nobody changes class in February 2024, so the ages of 2024 do not depend on which of
        # the two months was somebody's last in a selection.
        wisselt = np.isin(geboren, [maandnummer(2024 - grens, 2) for grens in _GRENZEN])
        eerste = len(self.geboren)
        self.geboren = np.append(self.geboren, geboren - wisselt)
        self.laatste_jaar = np.append(self.laatste_jaar, np.zeros(aantal, dtype=int))
        return np.arange(eerste, eerste + aantal)


def maak_loopbanen(rng: np.random.Generator, doel: Doel) -> tuple[Bevolking, pd.DataFrame]:
    """The jeugdigen and their memberships: jeugdige, code, jaar, one row each."""
    bevolking = Bevolking()
    vorige: dict[str, set[int]] = {}
    delen = []
    for jaar in JAREN:
        nu: dict[str, set[int]] = {}
        for klasse, aantal in enumerate(doel.totaal[jaar]):
            mensen = _kies_mensen(rng, bevolking, (jaar, klasse, aantal), vorige)
            for code, leden in _deel_in(rng, mensen, (doel, jaar, klasse), vorige).items():
                nu.setdefault(code, set()).update(leden.tolist())
        for code, verzameling in nu.items():
            leden = np.array(sorted(verzameling), dtype=int)
            bevolking.laatste_jaar[leden] = jaar
            delen.append(pd.DataFrame({"jeugdige": leden, "code": code, "jaar": jaar}))
        vorige = nu
    return bevolking, pd.concat(delen, ignore_index=True)


def _kies_mensen(
    rng: np.random.Generator,
    bevolking: Bevolking,
    vraag: tuple[int, int, int],
    vorige: Mapping[str, set[int]],
) -> np.ndarray:
    """The jeugdigen of one year and age class: who stays, who returns, who is new."""
    jaar, klasse, aantal = vraag
    past = bevolking.klasse(PEILMAAND[jaar]) == klasse
    was_er = np.flatnonzero(past & (bevolking.laatste_jaar == jaar - 1))
    eerder = np.flatnonzero(past & (bevolking.laatste_jaar < jaar - 1))
    lang: set[int] = set().union(*(vorige.get(code, set()) for code in _LANGBLIJVERS))
    kans = np.array([3.0 if j in lang else 1.0 for j in was_er])
    blijft = min(len(was_er), round(aantal * BLIJFT.get(jaar, 0)))
    blijvers = rng.choice(was_er, blijft, replace=False, p=kans / kans.sum()) if blijft else was_er[:0]
    terug = rng.permutation(eerder)[: round((aantal - blijft) * _TERUG)]
    nieuw = bevolking.nieuw(rng, aantal - blijft - len(terug), klasse, PEILMAAND[jaar])
    return np.concatenate([blijvers, terug, nieuw])


def _deel_in(
    rng: np.random.Generator, mensen: np.ndarray, vraag: tuple[Doel, int, int], vorige: Mapping[str, set[int]]
) -> Leden:
    """The members per product code: first the segments fill the total, then products a segment."""
    doel, jaar, klasse = vraag
    houdt = {
        code: {j for j in sorted(leden) if rng.random() < PRODUCTEN[code].kleef}
        for code, leden in vorige.items()
    }
    per_segment = codes_per_segment()
    segmenten = verdeel(
        rng,
        mensen,
        {s: doel.segmenten[s, jaar][klasse] for s in per_segment},
        {s: set().union(*(houdt.get(code, set()) for code in codes)) for s, codes in per_segment.items()},
    )
    uit: Leden = {}
    for segment, codes in per_segment.items():
        aantallen = {code: doel.producten[code, jaar][klasse] for code in codes}
        uit |= verdeel(rng, segmenten[segment], aantallen, houdt)
    return uit


def verdeel(
    rng: np.random.Generator, mensen: np.ndarray, aantallen: Mapping[str, int], vorige: Mapping[str, set[int]]
) -> Leden:
    """Give every group exactly its number of people, and every person at least one group.

    `vorige`: who was in a group before; they come first. Raises ValueError when it cannot be:
    a group larger than the number of people, or fewer places than people.
    """
    if max(aantallen.values()) > len(mensen) or sum(aantallen.values()) < len(mensen):
        raise ValueError(f"{len(mensen)} mensen passen niet in {dict(aantallen)}")
    leden = _iedereen_een_plek(rng, mensen, aantallen, vorige)
    for groep, aantal in aantallen.items():
        al, had = set(leden[groep]), vorige.get(groep, set())
        over = [j for j in rng.permutation(mensen).tolist() if j not in al]
        eerst = [j for j in over if j in had] + [j for j in over if j not in had]
        leden[groep] += eerst[: aantal - len(al)]
    return {groep: np.array(sorted(lijst), dtype=int) for groep, lijst in leden.items()}


def _iedereen_een_plek(
    rng: np.random.Generator, mensen: np.ndarray, aantallen: Mapping[str, int], vorige: Mapping[str, set[int]]
) -> dict[str, list[int]]:
    groepen: Sequence[str] = list(aantallen)
    vrij = np.array([aantallen[g] for g in groepen], dtype=float)
    leden: dict[str, list[int]] = {g: [] for g in groepen}
    had = {j: [i for i, g in enumerate(groepen) if j in vorige.get(g, set())] for j in mensen.tolist()}
    for j in sorted(rng.permutation(mensen).tolist(), key=lambda j: not had[j]):
        keuze = [i for i in had[j] if vrij[i] > 0]
        i = max(keuze, key=lambda i: vrij[i]) if keuze else int(rng.choice(len(groepen), p=vrij / vrij.sum()))
        leden[groepen[i]].append(j)
        vrij[i] -= 1
    return leden
