"""Invented employers: number, activity, place and size, by the shares of published statistics."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.data.reference import tables
from dashboard.demo.committees import with_committees
from dashboard.demo.enterprise_groups import with_groups
from dashboard.demo.places import draw_places
from dashboard.demo.sectors import DIVISION_SHARES, RARE_SECTION, SECTIONS
from dashboard.demo.size import EMPLOYERS

NACE_VERSION = "2025"
TINY_HEADCOUNT = 12

# No enterprise has a number that starts with 01, so no invented one can be somebody's.
FIRST_STEM, STEMS = 1_000_000, 1_000_000
MODULUS = 97

SIZE_SHARES = {
    (1, 4): 0.653,
    (5, 9): 0.149,
    (10, 19): 0.092,
    (20, 49): 0.065,
    (50, 99): 0.020,
    (100, 199): 0.011,
    (200, 499): 0.0067,
    (500, 999): 0.0020,
    (1000, 3000): 0.0016,
}
# The more employers there are, the larger is the largest.
TAIL = 0.27
STANDARD = NormalDist()


def invent_employers(count: int, *, seed: int) -> pd.DataFrame:
    """One row per employer in order of number; the last one is the only sizeable one of a rare section."""
    random = np.random.default_rng([seed, 1])
    section = draw_sections(random, count)
    codes = draw_activities(random, section)
    frame = pd.DataFrame(
        {
            "employer": draw_numbers(random, count),
            "nace_version": NACE_VERSION,
            "nace": codes,
            "section": section,
        }
    )
    where = draw_places(random, section)
    frame = pd.concat([frame, where], axis=1)
    frame["headcount"] = draw_headcounts(random, section)
    return with_groups(with_committees(plant_tiny_sector(frame), seed=seed), seed=seed)


def draw_numbers(random: np.random.Generator, count: int) -> list[str]:
    stems = FIRST_STEM + np.sort(random.choice(STEMS, count, replace=False))
    return [f"{stem:08d}{MODULUS - stem % MODULUS:02d}" for stem in stems.tolist()]


def draw_sections(random: np.random.Generator, count: int) -> NDArray[np.str_]:
    shares = np.array([sector.share for sector in SECTIONS.values()])
    return random.choice(np.array(list(SECTIONS)), count, p=shares / shares.sum())


def draw_activities(random: np.random.Generator, section: NDArray[np.str_]) -> NDArray[np.str_]:
    """Few activities of a division are common and many are rare, always the same ones."""
    order = np.random.default_rng(int(NACE_VERSION))
    codes = np.empty(len(section), dtype="U5")
    for letter in SECTIONS:
        choices = order.permutation(np.array([one.code for one in activities() if one.section == letter]))
        weights = how_common(choices)
        here = section == letter
        codes[here] = random.choice(choices, int(here.sum()), p=weights / weights.sum())
    return codes


def how_common(codes: NDArray[np.str_]) -> NDArray[np.float64]:
    """Weights that fall with the rank within a division, whose share is the published one."""
    divisions, place = np.unique([code[:2] for code in codes.tolist()], return_inverse=True)
    shares = np.array([DIVISION_SHARES.get(division, 1.0) for division in divisions.tolist()])
    weights = 1 / np.arange(1, len(codes) + 1)
    return np.asarray(weights / np.bincount(place, weights)[place] * shares[place])


def activities() -> tuple[tables.Activity, ...]:
    return tables.activities_of(NACE_VERSION, length=5)


def draw_headcounts(random: np.random.Generator, section: NDArray[np.str_]) -> NDArray[np.int64]:
    """Keep the published sizes and give the larger ones to the sections that have them."""
    lean = np.array([SECTIONS[letter].size for letter in section.tolist()])
    order = np.argsort(evenly_normal(random, section) + lean)
    headcounts = np.empty(len(section), dtype=np.int64)
    headcounts[order] = np.sort(draw_sizes(random, len(section)))
    return headcounts


def evenly_normal(random: np.random.Generator, section: NDArray[np.str_]) -> NDArray[np.float64]:
    """Deviations spread evenly in each section, so that chance does not decide which one has the largest."""
    deviations = np.empty(len(section))
    for letter in np.unique(section):
        here = np.flatnonzero(section == letter)
        ranks = (random.permutation(len(here)) + 0.5) / len(here)
        deviations[here] = [STANDARD.inv_cdf(rank) for rank in ranks.tolist()]
    return deviations


def draw_sizes(random: np.random.Generator, count: int) -> NDArray[np.int64]:
    """Spread evenly over the shares, so that a small world has its large employers."""
    shares = np.array(list(SIZE_SHARES.values()))
    which = np.searchsorted(np.cumsum(shares / shares.sum()), (np.arange(count) + 0.5) / count)
    low, high = np.array(list(SIZE_SHARES), dtype=np.float64)[which].T
    high[high == high.max()] *= max(count / EMPLOYERS, 1.0) ** TAIL
    sizes = low * ((high + 1) / low) ** random.random(count)
    return np.asarray(np.floor(sizes), dtype=np.int64)


def plant_tiny_sector(frame: pd.DataFrame) -> pd.DataFrame:
    last = len(frame) - 1
    code = next(one.code for one in activities() if one.section == RARE_SECTION)
    planted: dict[str, str | int] = {"nace": code, "section": RARE_SECTION, "headcount": TINY_HEADCOUNT}
    for column, value in planted.items():
        frame.loc[last, column] = value
    return frame
