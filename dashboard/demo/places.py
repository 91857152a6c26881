"""Where invented employers are: provinces have their published shares, and more of some activities."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.data.reference import tables
from dashboard.data.reference.layout import ARRONDISSEMENTS
from dashboard.demo.sectors import SECTIONS

PROVINCE_SHARES = {
    "10000": 0.162,
    "20001": 0.098,
    "30000": 0.110,
    "40000": 0.133,
    "70000": 0.075,
    "20002": 0.034,
    "50000": 0.100,
    "60000": 0.089,
    "80000": 0.024,
    "90000": 0.039,
    "04000": 0.136,
}

TOWN_WEIGHT = 5.0
CITY_WEIGHTS = {"11002": 24.0, "44021": 18.0, "52011": 14.0, "62063": 14.0, "92094": 9.0, "21004": 5.0}

# How much more of a section's workers than of all workers is in each province: census of 2011.
PROVINCES = (
    "04000",
    "10000",
    "20001",
    "20002",
    "30000",
    "40000",
    "50000",
    "60000",
    "70000",
    "80000",
    "90000",
)
QUOTIENTS = {
    "A": (0.04, 0.80, 0.77, 0.81, 1.98, 1.29, 1.07, 0.92, 1.16, 3.15, 1.53),
    "B": (0.15, 0.46, 0.07, 1.10, 0.05, 0.07, 4.75, 1.46, 0.77, 3.36, 4.52),
    "C": (0.26, 1.28, 0.74, 1.11, 1.44, 1.26, 0.99, 1.01, 1.44, 0.61, 0.63),
    "D": (1.30, 0.58, 0.56, 0.44, 0.67, 1.60, 0.71, 1.76, 0.98, 0.96, 1.35),
    "E": (0.61, 1.10, 0.72, 0.65, 0.89, 1.12, 1.50, 1.43, 0.80, 1.37, 1.18),
    "F": (0.53, 1.01, 0.72, 0.92, 1.20, 1.27, 1.09, 1.15, 1.25, 1.41, 1.01),
    "G": (0.77, 1.08, 1.35, 1.20, 0.99, 0.99, 0.97, 0.95, 0.96, 0.92, 0.89),
    "H": (0.87, 1.25, 1.42, 0.64, 0.84, 0.90, 1.00, 0.98, 0.91, 0.75, 0.79),
    "I": (1.21, 0.93, 0.87, 1.00, 1.24, 0.85, 0.81, 0.96, 1.03, 1.23, 0.95),
    "J": (2.03, 1.00, 1.75, 1.18, 0.50, 0.67, 0.46, 0.57, 0.54, 0.37, 0.64),
    "K": (2.03, 1.00, 1.75, 1.18, 0.50, 0.67, 0.46, 0.57, 0.54, 0.37, 0.64),
    "L": (2.76, 0.83, 0.69, 0.90, 0.58, 0.68, 0.50, 0.62, 0.55, 0.42, 0.67),
    "M": (1.48, 0.94, 0.78, 1.22, 1.14, 0.82, 0.98, 0.88, 0.73, 0.61, 0.80),
    "N": (1.43, 1.01, 1.66, 1.37, 0.68, 0.91, 0.61, 0.72, 0.67, 0.52, 0.78),
    "O": (1.10, 1.11, 1.12, 1.03, 0.88, 0.96, 0.86, 0.87, 1.10, 0.68, 0.85),
    "P": (1.68, 0.75, 0.64, 0.81, 0.78, 0.75, 1.22, 1.06, 0.79, 1.37, 1.40),
    "Q": (0.83, 0.90, 0.97, 1.10, 0.89, 1.08, 1.20, 1.15, 1.01, 1.44, 1.21),
    "R": (0.74, 0.88, 0.94, 0.83, 1.14, 1.11, 1.18, 1.16, 1.05, 1.04, 1.26),
    "S": (1.26, 1.03, 0.76, 1.28, 0.83, 0.87, 0.86, 1.27, 0.75, 1.06, 1.26),
    "T": (1.42, 0.90, 0.84, 0.90, 0.89, 0.84, 0.97, 1.03, 0.91, 1.02, 1.18),
}  # fmt: skip
# Employers follow the workers in part.
FOLLOWING = 0.7
ROUNDS = 20


class Places(NamedTuple):
    """The municipalities as columns, and how likely each is."""

    table: pd.DataFrame
    weights: NDArray[np.float64]


def draw_places(random: np.random.Generator, section: NDArray[np.str_]) -> pd.DataFrame:
    """One row an employer."""
    places = municipalities()
    chances = provinces_of_sections()
    province = np.array([PROVINCES.index(code) for code in places.table["province"].tolist()])
    within = places.weights / np.bincount(province, places.weights)[province]
    chosen = np.empty(len(section), dtype=np.int64)
    for row, letter in enumerate(SECTIONS):
        here = section == letter
        weights = within * chances[row, province]
        chosen[here] = random.choice(len(within), int(here.sum()), p=weights / weights.sum())
    return places.table.iloc[chosen].reset_index(drop=True)


def provinces_of_sections() -> NDArray[np.float64]:
    """The chance of each province, a row a section; over all sections the shares are the published ones."""
    shares = np.array([PROVINCE_SHARES[code] for code in PROVINCES])
    common = np.array([sector.share for sector in SECTIONS.values()])
    even = (1.0,) * len(PROVINCES)
    chances = np.array([QUOTIENTS.get(letter, even) for letter in SECTIONS]) ** FOLLOWING * shares
    for _ in range(ROUNDS):
        chances /= chances.sum(axis=1, keepdims=True)
        chances *= shares * common.sum() / (common @ chances)
    return np.asarray(chances / chances.sum(axis=1, keepdims=True))


def municipalities() -> Places:
    towns = {one.town for one in ARRONDISSEMENTS.values()}
    found = tuple(tables.municipalities().values())
    table = pd.DataFrame([place_row(one) for one in found])
    weights = table["municipality"].map(
        lambda code: CITY_WEIGHTS.get(code, TOWN_WEIGHT if code in towns else 1.0)
    )
    share = table["province"].map(PROVINCE_SHARES)
    return Places(table, (weights / weights.groupby(table["province"]).transform("sum") * share).to_numpy())


def place_row(place: tables.Municipality) -> dict[str, str]:
    return {
        "municipality": place.code,
        "postal_code": place.postal_codes[0],
        "arrondissement": place.arrondissement.code,
        "province": place.province.code,
        "region": place.region.code,
    }
