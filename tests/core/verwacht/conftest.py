"""Areas made up with a known truth."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from core.verwacht.model import Gebieden


@pytest.fixture
def verzin() -> Callable[..., Gebieden]:
    """`verzin(300, [0.3, -0.2])`: areas whose logit is -2 plus 0.3 and -0.2 times two characteristics.

    `rho`: how much areas differ beyond chance; `regio`: standard deviation of the effect of ten regions.
    """

    def doe(n: int, coef: list[float], rho: float = 0.0, zaad: int = 1, regio: float = 0.0) -> Gebieden:
        rng = np.random.default_rng(zaad)
        kenmerken = {f"k{j}": rng.normal(size=n) for j in range(len(coef))}
        namen = tuple(f"R{r}" for r in rng.integers(0, 10, n))
        effecten = dict(zip(sorted(set(namen)), rng.normal(0, regio, len(set(namen))), strict=True))
        eta = -2 + sum(c * k for c, k in zip(coef, kenmerken.values(), strict=True))
        kans = 1 / (1 + np.exp(-(eta + np.array([effecten[r] for r in namen]))))
        if rho:
            kracht = 1 / rho - 1
            kans = rng.beta(kans * kracht, (1 - kans) * kracht)
        noemer = np.round(np.exp(rng.uniform(np.log(300), np.log(100_000), n)))
        codes = tuple(f"G{i:04d}" for i in range(n))
        aantal = rng.binomial(noemer.astype(int), kans).astype(float)
        return Gebieden(codes, codes, aantal, noemer, kenmerken, namen)

    return doe
