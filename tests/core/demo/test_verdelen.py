"""The arithmetic under the demo: exact splits, unions and groups, on numbers one can follow."""

from __future__ import annotations

import numpy as np
import pytest

from core.demo.aantallen import doel, splits, verenig
from core.demo.loopbanen import verdeel


def test_a_split_adds_up_and_the_largest_remainder_gets_the_last_one():
    assert splits(10, (1, 1, 2)) == (3, 2, 5)
    assert splits(7, (0, 1)) == (0, 7)
    assert splits(0, (1, 2)) == (0, 0)


def test_a_union_holds_its_largest_part_and_no_more_than_their_sum():
    # 5 of 4+3 in the first class and 0+2 in the second: at least 4 and 2 are needed there.
    assert verenig(6, [(4, 0), (3, 2)]) == (4, 2)
    assert sum(verenig(8, [(4, 0), (3, 2)])) == 8
    with pytest.raises(ValueError, match="past niet"):
        verenig(5, [(4, 0), (3, 2)])
    with pytest.raises(ValueError, match="past niet"):
        verenig(10, [(4, 0), (3, 2)])


def test_everybody_gets_a_place_and_every_group_its_number():
    mensen = np.arange(10)
    leden = verdeel(np.random.default_rng(1), mensen, {"a": 7, "b": 4, "c": 0}, {})
    assert {groep: len(wie) for groep, wie in leden.items()} == {"a": 7, "b": 4, "c": 0}
    assert set(leden["a"]) | set(leden["b"]) == set(range(10))


def test_who_was_in_a_group_keeps_the_place():
    leden = verdeel(np.random.default_rng(1), np.arange(10), {"a": 8, "b": 2}, {"b": {3, 7}})
    assert leden["b"].tolist() == [3, 7]


@pytest.mark.parametrize("aantallen", [{"a": 11}, {"a": 4, "b": 5}])
def test_a_group_that_cannot_be_filled_is_an_error(aantallen):
    with pytest.raises(ValueError, match="passen niet"):
        verdeel(np.random.default_rng(1), np.arange(10), aantallen, {})


def test_every_target_fits_its_parts():
    d = doel()
    for (segment, jaar), aantal in d.segmenten.items():
        assert all(n <= t for n, t in zip(aantal, d.totaal[jaar], strict=True)), (segment, jaar)
    assert sum(d.totaal[2023]) == 2859
    assert d.segmenten["Segment Jeugd Ambulant", 2024] == (216, 716, 646, 28)
