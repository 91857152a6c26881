"""Enterprise groups of the invented world: a few percent of the employers, more among the large ones."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

# By headcount; assumed, about four percent of all employers.
SIZES = (10, 50, 250)
IN_A_GROUP = np.array([0.02, 0.08, 0.25, 0.55])
MEMBERS = np.array([2, 3, 4, 5, 8])
MEMBER_SHARES = np.array([0.5, 0.25, 0.12, 0.08, 0.05])
ANOTHER_ACTIVITY = 0.3


def with_groups(employers: pd.DataFrame, *, seed: int) -> pd.DataFrame:
    """Add the enterprise group, a word its members share; nothing for those on their own."""
    random = np.random.default_rng([seed, 5])
    size = np.searchsorted(SIZES, employers["headcount"].to_numpy(), side="right")
    chosen = np.flatnonzero(random.random(len(employers)) < IN_A_GROUP[size])
    neighbours = chosen[order_of_kinship(random, employers["section"].to_numpy()[chosen])]
    number = np.repeat(np.arange(len(neighbours)), random.choice(MEMBERS, len(neighbours), p=MEMBER_SHARES))
    number = number[: len(neighbours)]
    alone = np.bincount(number, minlength=1)[number] == 1
    groups = np.full(len(employers), None, dtype=object)
    groups[neighbours[~alone]] = [f"G{one:06d}" for one in number[~alone].tolist()]
    return employers.assign(enterprise_group=groups)


def order_of_kinship(random: np.random.Generator, section: NDArray[np.object_]) -> NDArray[np.int64]:
    """Most groups stay within one activity; the order within it is chance."""
    codes = pd.factorize(section, sort=True)[0]
    mixed = np.where(random.random(len(codes)) < ANOTHER_ACTIVITY, random.permutation(codes), codes)
    return np.asarray(np.lexsort([random.random(len(codes)), mixed]))
