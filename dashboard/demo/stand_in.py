"""Employers and portfolios, invented as simply as possible."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.data.reference.tables import activities_of, municipalities
from dashboard.domain.identifiers import CompanyNumber

FIRST_STEM = 1_000_000
SHARES = {"G": 20, "F": 16, "I": 12, "C": 11, "N": 10, "R": 9, "O": 8, "H": 5, "T": 4, "K": 3, "A": 2}
SIZES = (1, 2, 3, 4, 6, 8, 12, 18, 27, 40, 65, 120, 300)
SIZE_SHARES = (22, 17, 12, 8, 10, 7, 8, 6, 4, 3, 1.7, 1, 0.3)
FIRST_FIRM = 205
FIRST_FIRM_LARGE = 158
LARGE = 5


def invent_employers(count: int, *, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng([seed, 1])
    codes = {letter: codes_of(letter) for letter in SHARES}
    places = tuple(place for place in municipalities().values() if place.postal_codes)
    weights = np.array(list(SHARES.values()), dtype=float)
    sections = rng.choice(list(SHARES), size=count, p=weights / weights.sum())
    chosen = [places[index] for index in rng.integers(len(places), size=count)]
    sizes = np.array(SIZE_SHARES)
    return pd.DataFrame(
        {
            "employer": [CompanyNumber.from_stem(FIRST_STEM + index).digits for index in range(count)],
            "nace_version": "2025",
            "nace": [codes[letter][int(rng.integers(len(codes[letter])))] for letter in sections],
            "section": sections,
            "municipality": [place.code for place in chosen],
            "postal_code": [place.postal_codes[0] for place in chosen],
            "region": [place.region.code for place in chosen],
            "headcount": rng.choice(SIZES, size=count, p=sizes / sizes.sum()),
        }
    )


def codes_of(letter: str) -> tuple[str, ...]:
    return tuple(one.code for one in activities_of("2025", length=5) if one.section == letter)


def invent_firms(employers: pd.DataFrame, *, seed: int, firms: int = 12) -> pd.DataFrame:
    """The first firm's portfolio, then smaller and larger ones; half of the employers are in none."""
    rng = np.random.default_rng([seed, 2])
    is_large = employers["headcount"] >= LARGE
    first = [
        *employers.loc[is_large, "employer"].head(FIRST_FIRM_LARGE),
        *employers.loc[~is_large, "employer"].head(FIRST_FIRM - FIRST_FIRM_LARGE),
    ]
    others = employers.loc[~employers["employer"].isin(first), "employer"].to_numpy()
    taken = rng.choice(others, size=len(others) // 2, replace=False)
    firm = 1 + np.sort(rng.integers(firms - 1, size=len(taken)))
    lists = {"firm": [0] * len(first) + firm.tolist(), "employer": [*first, *taken]}
    return pd.DataFrame(lists)
