"""One screen of a presentation as it is kept: which figure of which selection, with what is said of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from core import onthulling
from core.export import tekening
from core.export.figuur import Stuk
from core.filters import Filter
from core.opslag.weergaven import Presentatie, Weergave
from core.prognose.tabellen import REGISTER
from core.verwacht.vormen import Vorm

STAVEN, PER_JAAR, KPI = "verwacht-staven", "jeugdigen-per-product", "kpi"
_PAGINA = {
    "aanbieders": "aanbieders",
    "leeftijd-per-product": "clienten",
    "intensiteit-per-jaar": "clienten",
    "buurten": "buurten",
    STAVEN: "verwacht_werkelijk",
    KPI: "sturingsgesprek",
}
"""On which page a table stands; all others on the overview."""


@dataclass(frozen=True)
class Scherm:
    """One screen: `tabel` is a name of the registry or STAVEN, `filter` its selection.

    `titel` takes the place of the finding that the app derives; `regel` explains, below it. `gebied`
    (code) and `vorm` say whose bars STAVEN shows. `figuur` is a figure of a page instead (JSON, see
    core.export.tekening), called `heet` and, when it was kept, filtered by `basis`.
    """

    tabel: str
    filter: Filter = Filter()
    titel: str = ""
    regel: str = ""
    gebied: str = ""
    vorm: str = str(Vorm.JEUGDHULP)
    figuur: str = ""
    heet: str = ""
    basis: Filter = Filter()

    @property
    def te_filteren(self) -> bool:
        """Whether it is about our own jeugdigen, so that another selection of them can be shown.

        Never a KPI: its path is that of its own selection.
        """
        return (
            not self.gebied and self.tabel != KPI and (not self.figuur or any(tekening.vragen(self.figuur)))
        )

    def als_json(self) -> str:
        """What is kept of it; `uit_json` reads it back."""
        return json.dumps(
            asdict(self) | {naam: getattr(self, naam).to_dict() for naam in _FILTERS}, ensure_ascii=False
        )

    @classmethod
    def uit_json(cls, tekst: str) -> Scherm:
        """The screen that was kept. Raises ValueError for a text that is none."""
        try:
            velden: dict[str, Any] = json.loads(tekst)
            filters = {"filter": velden["filter"], "basis": velden.get("basis", {})}
            return cls(**velden | {naam: Filter.from_dict(ruw) for naam, ruw in filters.items()})
        except (TypeError, KeyError) as fout:
            raise ValueError("geen scherm") from fout


_FILTERS = ("filter", "basis")


def scherm_van(stuk: Stuk) -> Scherm | None:
    """The screen of a figure of a page; None when a presentation cannot show it."""
    van = stuk.tabel
    f = Filter()
    if isinstance(van, onthulling.BeveiligdeTabel):
        f = van.herkomst.filter.met(zoals_toen=False)
        if stuk.wat is van and van.recept is None and van.naam in REGISTER:
            return Scherm(van.naam, f)
    try:
        figuur = tekening.als_tekst(stuk.wat)
    except LookupError:  # what is worked out on the page itself, such as what a signal is about
        return None
    return Scherm(van.naam, f, figuur=figuur, heet=stuk.titel, basis=f)


def schermen_van(van: Presentatie, weergaven: Iterable[Weergave]) -> tuple[Scherm, ...]:
    """The screens of a presentation in its order; a weergave without a figure has none."""
    bekend = {w.nummer: w for w in weergaven}
    gekozen = [bekend[n] for n in van.weergaven if n in bekend and bekend[n].figuur]
    return tuple(replace(Scherm.uit_json(w.figuur), titel=w.titel, regel=w.toelichting) for w in gekozen)


def als_weergave(scherm: Scherm, naam: str) -> Weergave:
    """A screen as a view that a person may change: on its page, with its choices."""
    adres = urlencode(scherm.filter.to_dict(), doseq=True)
    return Weergave(naam, _PAGINA.get(scherm.tabel, ""), adres, scherm.regel, scherm.als_json())
