"""How a protected table or a chart was made of protected tables, so that it can be made again.

A screen may be exact where a file is rounded. What leaves the building is therefore never what is
on the screen, but the same steps over tables that were asked anew for a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache, wraps
from types import UnionType
from typing import Any, ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True)
class Recept:
    """A function with what it was called with; tables stand among the arguments as they were."""

    functie: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]

    def opnieuw(self, soort: type | UnionType, anders: Callable[[Any], Any]) -> Any:
        """The outcome with `anders(x)` for every x of the type `soort` among the arguments.

        Looks in lists, tuples and dataclasses too.
        """
        args = _vervang(self.args, soort, anders)
        return self.functie(*args, **{naam: _vervang(w, soort, anders) for naam, w in self.kwargs.items()})


def onthoudt_recept(maak: Callable[_P, _T]) -> Callable[_P, _T]:
    """Makes of a function one whose outcome (with a field `recept`) remembers how it was made.

    Not for a function that hands an argument back as it came: that has a recept of its own.
    """

    @wraps(maak)
    def gemaakt(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        uit = maak(*args, **kwargs)
        if not any(uit is a for a in args):
            # Frozen, but nobody has seen it yet; `replace` would cost more than most steps do.
            object.__setattr__(uit, "recept", Recept(gemaakt, args, kwargs))
        return uit

    return gemaakt


def bewaart(aantal: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Makes of a function one that keeps its last outcomes, each of which remembers how it was made.

    It remembers the function that keeps: made again of tables that were seen before, it is not
    made twice.
    """

    def om(maak: Callable[_P, _T]) -> Callable[_P, _T]:
        @lru_cache(maxsize=aantal)
        @wraps(maak)
        def bewaard(*args: _P.args, **kwargs: _P.kwargs) -> _T:
            uit = maak(*args, **kwargs)
            object.__setattr__(uit, "recept", Recept(bewaard, args, kwargs))
            return uit

        return bewaard  # type: ignore[return-value]

    return om


def _vervang(waarde: Any, soort: type | UnionType, anders: Callable[[Any], Any]) -> Any:
    if isinstance(waarde, soort):
        return anders(waarde)
    if isinstance(waarde, list | tuple):
        return type(waarde)(_vervang(w, soort, anders) for w in waarde)
    if is_dataclass(waarde) and not isinstance(waarde, type):
        nieuw = {f.name: _vervang(getattr(waarde, f.name), soort, anders) for f in fields(waarde) if f.init}
        return replace(waarde, **nieuw)
    return waarde
