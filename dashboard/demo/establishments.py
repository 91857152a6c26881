"""Establishment units of the invented world: one for most employers, several for the larger ones."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.demo.employers import MODULUS
from dashboard.demo.places import municipalities
from dashboard.demo.sectors import by_activity

PLACE = ["municipality", "arrondissement", "province", "region"]
# No establishment unit has a number that starts with 8, so no invented one can be somebody's.
FIRST_STEM = 80_000_000

# Workers for each further establishment, by activity; assumed.
SPREAD = {"G": 15.0, "I": 20.0, "L": 12.0, "R": 25.0, "O": 40.0, "H": 40.0, "C": 90.0, "F": 80.0}
OTHERS, MOST = 50.0, 60
MAIN_SHARE = 0.6
NEARBY = 0.5


def invent_establishments(employers: pd.DataFrame, *, seed: int) -> pd.DataFrame:
    """One row an establishment in order of employer; the employer's own place has most of the workers."""
    random = np.random.default_rng([seed, 6])
    headcount = employers["headcount"].to_numpy()
    more = random.poisson((headcount - 1) / by_activity(employers, SPREAD, others=OTHERS))
    counts = 1 + np.minimum(np.minimum(more, MOST), np.maximum(headcount // 2 - 1, 0))
    owner = np.repeat(np.arange(len(employers)), counts)
    first = np.cumsum(counts) - counts
    frame = employers[["employer", *PLACE]].iloc[owner].reset_index(drop=True)
    branch = np.ones(len(owner), dtype=np.bool_)
    branch[first] = False
    frame.loc[branch, PLACE] = branch_places(random, employers, owner[branch]).to_numpy()
    frame.insert(1, "establishment", unit_numbers(len(owner)))
    return frame.assign(headcount=split(headcount, counts))


def unit_numbers(count: int) -> list[str]:
    return [f"{stem}{MODULUS - stem % MODULUS:02d}" for stem in range(FIRST_STEM, FIRST_STEM + count)]


def branch_places(
    random: np.random.Generator, employers: pd.DataFrame, owner: NDArray[np.int64]
) -> pd.DataFrame:
    """Half of the branches are where another employer of the same province is, half anywhere."""
    places = municipalities()
    anywhere = random.choice(len(places.table), len(owner), p=places.weights / places.weights.sum())
    province = pd.factorize(employers["province"])[0]
    sorted_by = np.argsort(province, kind="stable")
    low = np.searchsorted(province[sorted_by], province[owner])
    high = np.searchsorted(province[sorted_by], province[owner], side="right")
    near = sorted_by[random.integers(low, high)]
    nearby = random.random(len(owner)) < NEARBY
    found = places.table[PLACE].iloc[anywhere].reset_index(drop=True)
    found.loc[nearby] = employers[PLACE].iloc[near[nearby]].to_numpy()
    return found


def split(headcount: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Most of the workers and what is left over at the main place, the others evenly."""
    branches = np.maximum(counts - 1, 1)
    each = np.maximum((headcount * (1 - MAIN_SHARE)).astype(np.int64) // branches, 1)
    parts = np.repeat(each, counts)
    parts[np.cumsum(counts) - counts] = headcount - each * (counts - 1)
    return parts
