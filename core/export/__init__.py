"""Protected tables as files: the same cells as on screen, with their source."""

from __future__ import annotations

_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def veilig(cel: str) -> str:
    """Text that a spreadsheet will not run as a formula: an apostrophe before a sign that would."""
    return f"'{cel}" if cel.startswith(_FORMULE) else cel
