"""From memberships by year to months of care: who gave which care when, by which toewijzing."""

from __future__ import annotations

import numpy as np
import pandas as pd

from core.demo.gegevens import (
    AANDEEL_LANG,
    EERSTE_MAAND,
    HOOG_LANG,
    INSTROOM,
    INTENSITEIT,
    LOOPTIJD,
    OVERSTAP,
    PRODUCTEN,
    SOORT_VERWIJZING,
    VERWIJZERS,
    VERWIJZING,
    aanbieders,
)

_LOOPT_AL = 0.58
"""Part of those of 2021 whose care began before the data."""
_HELE_FEBRUARI = 0.95
_SLAAT_OVER = 0.04


def maak_zorgmaanden(rng: np.random.Generator, leden: pd.DataFrame, geboren: np.ndarray) -> pd.DataFrame:
    """One row per month of care that was given: the run of care, its toewijzing and its attributes.

    Columns: jeugdige, code, jaar, maand, toewijzing (number), begin (maandnummer of its first
    month), aanbieder (position in the list), intensiteit, duur, verwijzer.
    """
    runs = _data_van(rng, _runs(leden), geboren)
    eerste = np.maximum(runs["begin"], EERSTE_MAAND).to_numpy()
    aantal = (runs["eind"].to_numpy() - eerste + 1).astype(int)
    rij = np.repeat(np.arange(len(runs)), aantal)
    maand = np.arange(len(rij)) - np.repeat(np.cumsum(aantal) - aantal, aantal) + eerste[rij]
    tabel = runs.iloc[rij].reset_index(drop=True).assign(run=rij, maand=maand, jaar=maand // 12)
    tabel["volgnummer"] = (tabel["maand"] - tabel["begin"]) // LOOPTIJD
    toewijzingen = _toewijzingen(rng, tabel)
    tabel = tabel.merge(toewijzingen, on=["run", "volgnummer"], how="left", validate="m:1")
    tabel["begin"] = tabel["begin"] + tabel["volgnummer"] * LOOPTIJD
    weg = _overgeslagen(rng, tabel)
    return tabel.loc[~weg].drop(columns=["run", "volgnummer", "eind"]).reset_index(drop=True)


def _runs(leden: pd.DataFrame) -> pd.DataFrame:
    """Consecutive years of a product as one run; short care is a run of its own every year.

    `eerder` and `later`: whether the jeugdige is in any care the year before and after the run.
    """
    t = leden.sort_values(["jeugdige", "code", "jaar"], ignore_index=True)
    kort = t["code"].map({p.code: p.maanden > 0 for p in PRODUCTEN.values()})
    zelfde = (t["jeugdige"] == t["jeugdige"].shift()) & (t["code"] == t["code"].shift())
    nummer = (~zelfde | (t["jaar"] != t["jaar"].shift() + 1) | kort).cumsum()
    runs = t.groupby(nummer).agg(
        jeugdige=("jeugdige", "first"), code=("code", "first"), van=("jaar", "first"), tot=("jaar", "last")
    )
    in_zorg = pd.MultiIndex.from_frame(leden[["jeugdige", "jaar"]].drop_duplicates())
    for naam, jaar in (("eerder", runs["van"] - 1), ("later", runs["tot"] + 1)):
        runs[naam] = pd.MultiIndex.from_arrays([runs["jeugdige"], jaar]).isin(in_zorg)
    return runs.reset_index(drop=True)


def _data_van(rng: np.random.Generator, runs: pd.DataFrame, geboren: np.ndarray) -> pd.DataFrame:
    """Draw the first and last month of every run, inside its first and last year."""
    aantal = len(runs)
    van, tot = runs["van"].to_numpy(), runs["tot"].to_numpy()
    # Somebody who was in other care goes over in the winter, so that few fall between two stools.
    over_begin = (12 * rng.random(aantal) ** 6).astype(int)
    over_eind = 11 - (12 * rng.random(aantal) ** 6).astype(int)
    begin = np.where(runs["eerder"], over_begin, _maand_van_instroom(rng, van == tot))
    begin = van * 12 + np.where(van == 2024, rng.integers(0, 2, aantal), begin)
    kort = runs["code"].map({p.code: p.maanden for p in PRODUCTEN.values()}).to_numpy()
    loopt_al = (van == 2021) & (rng.random(aantal) < _LOOPT_AL) & (kort == 0)
    begin = np.where(loopt_al, EERSTE_MAAND - rng.integers(0, 30, aantal), begin)
    begin = np.maximum(begin, geboren[runs["jeugdige"].to_numpy()] + 1)
    eerste = np.maximum(np.maximum(begin, tot * 12), EERSTE_MAAND)
    laatste = tot * 12 + np.where(tot == 2024, 1, 11)
    duur = np.where(van == tot, rng.random(aantal) ** 1.5, rng.random(aantal))
    eind = eerste + (duur * (laatste - eerste + 1)).astype(int)
    eind = np.where(runs["later"], np.maximum(eind, tot * 12 + over_eind), eind)
    eind = np.where((tot == 2024) & (rng.random(aantal) < _HELE_FEBRUARI), laatste, eind)
    eind = np.where(kort > 0, np.minimum(begin + rng.integers(0, np.maximum(kort, 1)), laatste), eind)
    return runs[["jeugdige", "code"]].assign(begin=begin, eind=eind)


def _maand_van_instroom(rng: np.random.Generator, binnen_jaar: np.ndarray) -> np.ndarray:
    """The month (0-11) in which care begins: care that ends in the same year began early in it."""
    maanden = np.arange(12)
    uit = np.zeros(len(binnen_jaar), dtype=int)
    for rijen, neiging in ((binnen_jaar, 15.0 - maanden), (~binnen_jaar, maanden + 3.0)):
        kans = np.multiply(INSTROOM, neiging)
        uit[rijen] = rng.choice(12, int(rijen.sum()), p=kans / kans.sum())
    return uit


def _toewijzingen(rng: np.random.Generator, tabel: pd.DataFrame) -> pd.DataFrame:
    """The attributes of every toewijzing; at a renewal most stay as they were."""
    t = tabel.drop_duplicates(["run", "volgnummer"])[
        ["run", "volgnummer", "jeugdige", "code", "begin"]
    ].copy()
    t["jaar"] = (t["begin"] + t["volgnummer"] * LOOPTIJD) // 12
    t["aanbieder"] = _kies_aanbieder(rng, t["code"])
    t["intensiteit"], t["duur"] = _kies_zwaarte(rng, t)
    t["verwijzer"] = _kies_verwijzer(rng, t)
    eerste = ~t.duplicated("run")
    for kolommen, blijft in ((["aanbieder"], 0.94), (["intensiteit", "duur"], 0.55)):
        vers = eerste | (rng.random(len(t)) >= blijft)
        for kolom in kolommen:
            t[kolom] = t[kolom].where(vers).groupby(t["run"]).ffill()
    t["aanbieder"] = t["aanbieder"].astype(int)
    t["toewijzing"] = np.arange(1, len(t) + 1)
    t["aanbieder"] = _stap_over(t)
    return t[["run", "volgnummer", "toewijzing", "aanbieder", "intensiteit", "duur", "verwijzer"]]


def _stap_over(t: pd.DataFrame) -> np.ndarray:
    """The aanbieder of every toewijzing, with what one takes over from another at the end (OVERSTAP)."""
    namen = aanbieders()["naam"].tolist()
    begin = t["begin"] + t["volgnummer"] * LOOPTIJD
    van = (t["code"] == OVERSTAP.code) & (t["aanbieder"] == namen.index(OVERSTAP.van))
    over = van & (begin >= OVERSTAP.vanaf) & (t["toewijzing"] % 2 == 0)
    return np.where(over, namen.index(OVERSTAP.naar), t["aanbieder"])


def _kies_aanbieder(rng: np.random.Generator, codes: pd.Series) -> np.ndarray:
    lijst = aanbieders()
    uit = np.zeros(len(codes), dtype=float)
    for code in PRODUCTEN:
        heeft = lijst["producten"].map(lambda eigen, c=code: c in eigen).to_numpy()
        kans = np.where(heeft, lijst["grootte"], 0.0)
        rijen = np.flatnonzero(codes == code)
        uit[rijen] = rng.choice(len(lijst), len(rijen), p=kans / kans.sum())
    return uit


def _kies_zwaarte(rng: np.random.Generator, t: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    intensiteit = np.full(len(t), "", dtype=object)
    duur = np.full(len(t), "", dtype=object)
    for code, kansen in INTENSITEIT.items():
        rijen = np.flatnonzero(t["code"] == code)
        intensiteit[rijen] = rng.choice(["laag", "midden", "hoog"], len(rijen), p=kansen)
        duur[rijen] = np.where(rng.random(len(rijen)) < AANDEEL_LANG[code], "lang", "kort")
    bgi = (t["code"] == "BGI").to_numpy()
    was_hoog_lang = bgi & (intensiteit == "hoog") & (duur == "lang")
    duur[was_hoog_lang] = "kort"
    doel = t["jaar"].clip(min(HOOG_LANG), max(HOOG_LANG)).map(HOOG_LANG).to_numpy()
    hoog_lang = bgi & (rng.random(len(t)) < doel)
    intensiteit[hoog_lang], duur[hoog_lang] = "hoog", "lang"
    return intensiteit, duur


def _kies_verwijzer(rng: np.random.Generator, t: pd.DataFrame) -> np.ndarray:
    """A jeugdige has one verwijzer for nearly all toewijzingen: a GI where there is JB or JR."""
    soort = t["code"].map(SOORT_VERWIJZING).fillna("gemeente")
    met_gi = set(t.loc[soort == "gi", "jeugdige"])
    hoofdsoort = soort.groupby(t["jeugdige"]).transform("first").mask(t["jeugdige"].isin(met_gi), "gi")
    eigen = np.full(len(t), "", dtype=object)
    for naam, kansen in VERWIJZING.items():
        rijen = np.flatnonzero(hoofdsoort == naam)
        eigen[rijen] = rng.choice(VERWIJZERS, len(rijen), p=np.divide(kansen, sum(kansen)))
    vast = pd.Series(eigen, index=t.index).groupby(t["jeugdige"]).transform("first")
    return np.where(rng.random(len(t)) < 0.95, vast, eigen)


def _overgeslagen(rng: np.random.Generator, tabel: pd.DataFrame) -> np.ndarray:
    """Months without a visit: never the first or last of a run, and never all of a year."""
    per_bezoek = tabel["code"].map({p.code: p.eenheid in ("uur", "dagdeel") for p in PRODUCTEN.values()})
    rand = (tabel["run"] != tabel["run"].shift()) | (tabel["run"] != tabel["run"].shift(-1))
    randjaar = (tabel["jaar"] != tabel["jaar"].shift()) | (tabel["jaar"] != tabel["jaar"].shift(-1))
    weg = per_bezoek & ~rand & ~randjaar & (rng.random(len(tabel)) < _SLAAT_OVER)
    return weg.to_numpy(dtype=bool)
