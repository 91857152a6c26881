"""What the invented world assumes of each activity: how common it is, who works there, how it differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray


class Sector(NamedTuple):
    """One section of NACE-BEL 2025: shares between 0 and 1, indices around 1, wage in deviations."""

    share: float
    size: float
    women: float
    blue: float
    part_time: float
    sickness: float
    accidents: float
    turnover: float
    wage: float


SECTIONS = {
    "A": Sector(0.015, -0.2, 0.30, 0.85, 1.0, 0.80, 1.3, 1.3, -0.75),
    "B": Sector(0.0006, 0.3, 0.12, 0.65, 0.5, 1.00, 1.6, 0.7, 0.10),
    "C": Sector(0.075, 0.7, 0.27, 0.58, 0.6, 1.00, 1.3, 0.75, 0.05),
    "D": Sector(0.001, 0.8, 0.28, 0.15, 0.5, 0.65, 0.5, 0.6, 0.85),
    "E": Sector(0.003, 0.6, 0.20, 0.65, 0.6, 1.05, 1.8, 0.8, -0.05),
    "F": Sector(0.145, 0.0, 0.10, 0.78, 0.5, 0.90, 2.3, 1.15, -0.10),
    "G": Sector(0.26, 0.0, 0.48, 0.30, 1.0, 0.92, 0.8, 1.0, -0.20),
    "H": Sector(0.038, 0.5, 0.20, 0.65, 0.8, 1.18, 1.9, 1.0, -0.10),
    "I": Sector(0.12, -0.2, 0.50, 0.75, 1.9, 0.85, 1.0, 1.7, -0.85),
    "J": Sector(0.009, 0.1, 0.42, 0.08, 0.8, 0.72, 0.2, 0.9, 0.25),
    "K": Sector(0.032, 0.2, 0.30, 0.03, 0.6, 0.68, 0.15, 1.1, 0.55),
    "L": Sector(0.02, 0.2, 0.50, 0.03, 0.9, 0.72, 0.15, 0.7, 0.48),
    "M": Sector(0.02, -0.3, 0.50, 0.15, 1.0, 0.72, 0.4, 0.9, 0.00),
    "N": Sector(0.12, -0.1, 0.52, 0.06, 0.9, 0.68, 0.2, 1.0, 0.30),
    "O": Sector(0.055, 0.4, 0.45, 0.60, 1.3, 1.25, 1.4, 1.35, -0.35),
    "P": Sector(0.001, 0.5, 0.55, 0.25, 1.0, 1.00, 0.6, 0.6, 0.10),
    "Q": Sector(0.008, 0.2, 0.65, 0.15, 1.2, 0.95, 0.4, 0.8, 0.15),
    "R": Sector(0.045, 0.8, 0.79, 0.25, 1.7, 1.35, 1.0, 0.75, -0.05),
    "S": Sector(0.018, -0.2, 0.45, 0.25, 1.3, 0.80, 0.7, 1.1, -0.25),
    "T": Sector(0.045, -0.2, 0.68, 0.30, 1.3, 0.92, 0.5, 0.9, -0.15),
    "V": Sector(0.0004, 0.0, 0.50, 0.05, 0.7, 0.70, 0.2, 0.8, 0.80),
}

RARE_SECTION = "B"

DIVISIONS = {
    "19": SECTIONS["C"]._replace(blue=0.35, wage=1.15, sickness=0.85),
    "20": SECTIONS["C"]._replace(blue=0.40, wage=0.95, sickness=0.90),
    "21": SECTIONS["C"]._replace(blue=0.35, women=0.48, wage=0.70, sickness=0.90),
    "70": SECTIONS["N"]._replace(wage=0.66),
    "78": SECTIONS["O"]._replace(women=0.42, turnover=2.0, sickness=0.85),
    "81": SECTIONS["O"]._replace(women=0.82, blue=0.93, part_time=2.2, sickness=1.85, wage=-0.70),
    "88": SECTIONS["R"]._replace(sickness=1.55, wage=-0.20),
}

# Shares of a section's divisions in its employment.
DIVISION_SHARES = {
    "01": 0.95, "02": 0.04, "03": 0.01,
    "10": 0.14, "11": 0.03, "12": 0.005, "13": 0.035, "14": 0.012, "15": 0.004, "16": 0.03, "17": 0.024,
    "18": 0.03, "19": 0.009, "20": 0.085, "21": 0.055, "22": 0.055, "23": 0.057, "24": 0.054, "25": 0.12,
    "26": 0.023, "27": 0.033, "28": 0.063, "29": 0.063, "30": 0.014, "31": 0.03, "32": 0.015, "33": 0.055,
    "36": 0.21, "37": 0.15, "38": 0.60, "39": 0.04,
    "41": 0.28, "42": 0.09, "43": 0.63,
    "46": 0.42, "47": 0.58,
    "49": 0.46, "50": 0.012, "51": 0.028, "52": 0.36, "53": 0.14,
    "55": 0.17, "56": 0.83,
    "58": 0.44, "59": 0.33, "60": 0.23,
    "61": 0.20, "62": 0.68, "63": 0.12,
    "64": 0.48, "65": 0.21, "66": 0.31,
    "69": 0.50, "70": 0.20, "71": 0.16, "72": 0.03, "73": 0.05, "74": 0.04, "75": 0.02,
    "77": 0.035, "78": 0.40, "79": 0.02, "80": 0.08, "81": 0.42, "82": 0.045,
    "86": 0.51, "87": 0.23, "88": 0.26,
    "90": 0.20, "91": 0.10, "92": 0.10, "93": 0.60,
    "94": 0.36, "95": 0.06, "96": 0.58,
}  # fmt: skip


def sectors_of(employers: pd.DataFrame) -> pd.DataFrame:
    """The assumptions that hold for each employer's activity."""
    keys, kinds = pd.factorize(employers["section"].astype(str) + employers["nace"].str[:2])
    table = pd.DataFrame([DIVISIONS.get(kind[1:], SECTIONS[kind[0]]) for kind in kinds])
    return table.iloc[keys].reset_index(drop=True)


def by_activity(
    employers: pd.DataFrame, table: Mapping[str, float], *, others: float = 0.0
) -> NDArray[np.float64]:
    """What a table says of each employer's division or else of its section."""
    division = employers["nace"].str[:2].map(table)
    return np.asarray(division.fillna(employers["section"].map(table)).fillna(others), dtype=np.float64)
