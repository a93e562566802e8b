"""The forms of youth care with a published figure per gemeente, and who could be a user of each.

CBS publishes percentages and numbers of users, not the number of jeugdigen they are a share of.
Here that number is worked out, per form in its own way; the page says which (`Vorm.noemer`).
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import numpy as np
import pandas as pd

from core.referentie import gebieden
from core.verwacht.kenmerken import waarden
from core.verwacht.model import Gebieden
from core.verwacht.schatting import Reeks


class Vorm(StrEnum):
    """A form of youth care in natura."""

    JEUGDHULP = "jeugdhulp"
    JEUGDBESCHERMING = "jeugdbescherming"
    JEUGDRECLASSERING = "jeugdreclassering"
    JEUGDZORG = "jeugdzorg"

    @property
    def titel(self) -> str:
        """The form as a reader sees it."""
        return "Jeugdzorg totaal" if self is Vorm.JEUGDZORG else self.value.capitalize()

    @property
    def wie(self) -> str:
        """Whom the percentage is a share of, in a few words."""
        return _WIE[self]

    @property
    def noemer(self) -> str:
        """Whom the percentage is a share of, and how their number was had: a Dutch sentence."""
        return _NOEMER[self]

    @property
    def decimalen(self) -> int:
        """How many decimals its percentages need: of a rare form one would make most differences 0,0."""
        return 2 if self in (Vorm.JEUGDBESCHERMING, Vorm.JEUGDRECLASSERING) else 1

    @property
    def kenmerken(self) -> tuple[str, ...]:
        """The characteristics of the model of this form, chosen by leave-one-out error."""
        return _GEKOZEN[self]


_WIE = {
    Vorm.JEUGDHULP: "jeugdigen van 0 tot 18 jaar",
    Vorm.JEUGDBESCHERMING: "jeugdigen van 0 tot 18 jaar",
    Vorm.JEUGDRECLASSERING: "inwoners van 12 tot 23 jaar",
    Vorm.JEUGDZORG: "inwoners van 0 tot 23 jaar",
}
_TOT_18 = (
    "Jeugdigen van 0 tot 18 jaar in de gemeente, herleid uit het aantal jeugdigen met jeugdzorg van 0 tot 18 jaar "
    "en het percentage met jeugdhulp, zo dat Nederland klopt."
)
_NOEMER = {
    Vorm.JEUGDHULP: f"{_TOT_18} Het percentage is dat van het CBS.",
    Vorm.JEUGDBESCHERMING: (
        f"{_TOT_18} Het percentage is dat van het CBS, op één decimaal: bij kleine gemeenten een grove maat."
    ),
    Vorm.JEUGDRECLASSERING: (
        "Inwoners van 12 tot 23 jaar, geschat uit inwoners in 2021 en de leeftijdsopbouw van 2019. Het percentage is "
        "dat van het CBS, op één decimaal; voor bijna de helft van de gemeenten, vooral kleine, is er geen cijfer."
    ),
    Vorm.JEUGDZORG: (
        "Inwoners van 0 tot 23 jaar, geschat uit inwoners in 2021 en de leeftijdsopbouw van 2019, zo dat Nederland "
        "klopt. Het aantal jeugdigen met jeugdzorg is dat van het CBS, afgerond op vijf."
    ),
}
_GEKOZEN = {
    Vorm.JEUGDHULP: ("uitkering", "jong_0_4", "dichtheid"),
    Vorm.JEUGDBESCHERMING: ("hoog_inkomen", "jong_20_24", "jong_15_19", "uitkering"),
    Vorm.JEUGDRECLASSERING: ("uitkering", "vermogen", "jong_20_24", "jong_15_19"),
    Vorm.JEUGDZORG: ("uitkering", "jong_20_24", "dichtheid"),
}


def gemeenten(vorm: Vorm, kenmerken: tuple[str, ...] | None = None) -> Gebieden:
    """The 345 gemeenten with their users, jeugdigen and the characteristics of the model (or those named).

    Users are the published percentage of the noemer, or the published number (jeugdzorg).
    """
    cijfers, noemer = gebieden.jeugdzorg(), _noemer(vorm)
    if vorm is Vorm.JEUGDZORG:
        aantal = cijfers["jongeren_met_jeugdzorg"].to_numpy(float)
    else:
        aantal = cijfers[f"pct_{vorm}"].to_numpy(float) / 100 * noemer
    namen = gebieden.gemeentenamen()
    return Gebieden(
        codes=tuple(namen),
        namen=tuple(namen.values()),
        aantal=aantal,
        noemer=noemer,
        kenmerken={naam: waarden(naam) for naam in (vorm.kenmerken if kenmerken is None else kenmerken)},
        regio=tuple(gebieden.regio_van(code, gebieden.Gebiedssoort.JEUGDREGIO).code for code in namen),
    )


def _noemer(vorm: Vorm) -> Reeks:
    if vorm in (Vorm.JEUGDHULP, Vorm.JEUGDBESCHERMING):
        return _tot_18()
    leeftijd = _leeftijden()
    tot_23 = leeftijd["0-14"] + leeftijd["15-19"] + 0.6 * leeftijd["20-24"]
    # The ages of 2019 are more than those of 2022: jeugdigen became fewer.
    naar_nederland = _nederland("jeugdzorg_tot_23") / tot_23.sum()
    if vorm is Vorm.JEUGDRECLASSERING:
        tot_23 = 0.6 * leeftijd["10-14"] + leeftijd["15-19"] + 0.6 * leeftijd["20-24"]
    return np.asarray(tot_23 * naar_nederland, dtype=float)


@cache
def _tot_18() -> Reeks:
    """Jeugdigen of 0-17: the users of jeugdzorg divided by the share with jeugdhulp, to the national total.

    Nearly all who have jeugdzorg have jeugdhulp, in a proportion that hardly differs between
    gemeenten. Checked on Maastricht: 15.300, against about 15.000 by the wijken of CBS in 2021 and
    16.700 by the ages of 2019, which put its students among the jeugdigen. Where a number of users
    is kept back the ages of 2019 are used.
    """
    cijfers, leeftijd = gebieden.jeugdzorg(), _leeftijden()
    met_zorg = cijfers[["jongeren_0_3", "jongeren_4_11", "jongeren_12_17"]].sum(axis=1, min_count=3)
    met_zorg = met_zorg.where(cijfers["pct_jeugdhulp"] > 0).to_numpy(float)
    uit_zorg = met_zorg / (cijfers["pct_jeugdhulp"].to_numpy(float) / 100)
    naar_leeftijd = (leeftijd["0-14"] + 0.6 * leeftijd["15-19"]).to_numpy(float)
    nederland, bekend = _nederland("jeugdzorg_tot_18"), ~np.isnan(uit_zorg)
    naar_leeftijd = naar_leeftijd * nederland / naar_leeftijd.sum()
    rest = nederland - naar_leeftijd[~bekend].sum()
    return np.where(bekend, uit_zorg * rest / np.nansum(uit_zorg), naar_leeftijd)


def _leeftijden() -> pd.DataFrame:
    """Inhabitants per age class: those of 2021 by the shares of 2019."""
    tabel = gebieden.kenmerken().set_index("gemeentecode").loc[list(gebieden.gemeentenamen())]
    inwoners = tabel["inwoners_2021"] / 100
    jong, kind, tiener = (tabel[f"pct_{k}_jaar_2019"] for k in ("0_4", "5_9", "10_14"))
    return pd.DataFrame(
        {
            "0-14": inwoners * (jong + kind + tiener),
            "10-14": inwoners * tiener,
            "15-19": inwoners * tabel["pct_15_19_jaar_2019"],
            "20-24": inwoners * tabel["pct_20_24_jaar_2019"],
        }
    ).reset_index(drop=True)


def _nederland(maat: str) -> float:
    """How many jeugdigen the Netherlands had: users divided by the share they are."""
    cijfers = gebieden.landelijk()
    rij = cijfers[
        (cijfers["gebied"] == "Nederland") & (cijfers["jaar"] == gebieden.JAAR) & (cijfers["maat"] == maat)
    ]
    return float(rij["aantal"].iloc[0] / rij["pct"].iloc[0] * 100)
